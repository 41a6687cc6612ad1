"""What the lists of families, stories, accusations and dropped attributions hold: their rows, chosen and in order; offers in
`offer_rows`."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sarhad.codebook import QUAD, EventType, Quad, Relation, Stance
from sarhad.codebook.actors import country_of
from sarhad.knowledge.theatres import Theatre
from sarhad.monitor.offer_rows import offer_rows
from sarhad.monitor.selecting import belongs, in_period, printed_span, select
from sarhad.monitor.wording import printed
from sarhad.records import (
    Accusation,
    Dispute,
    Document,
    Drift,
    Evidence,
    FamilyRow,
    Filters,
    Fused,
    Position,
    Reading,
    Standing,
    Statement,
    Story,
    StoryRow,
)

ONE_TELLING = (Relation.DUPLICATE, Relation.REWRITE)
Rows = tuple[object, ...]


def rows_of(
    kind: str, fused: Fused, readings: Sequence[Reading], filters: Filters, theatre: Theatre | None
) -> Rows:
    """The rows of one list, the weightiest first. `readings` are all that the record holds."""
    return ROWS[kind](fused, readings, filters, theatre)


def asked_for(reading: Reading, filters: Filters, theatre: Theatre | None) -> bool:
    """Whether a document was published in the period and, where anything else is asked for, tells of it."""
    if not in_period(*printed_span(reading.document.published.date), filters):
        return False
    narrowed = theatre or filters.actor or filters.type or filters.place
    return not narrowed or any(belongs(s, filters, theatre) for s in reading.statements)


def _inside(readings: Iterable[Reading], filters: Filters, theatre: Theatre | None) -> frozenset[str]:
    return frozenset(r.document.id for r in readings if asked_for(r, filters, theatre))


# --- families and stories


def family_rows(
    fused: Fused, readings: Sequence[Reading], filters: Filters, theatre: Theatre | None
) -> tuple[FamilyRow, ...]:
    """Families of several documents, one of which is asked for: the largest first."""
    inside = _inside(readings, filters, theatre)
    several = [f for f in fused.families if len(f.documents) > 1 and inside.intersection(f.documents)]
    order = sorted(several, key=lambda f: (-len(f.documents), f.id))
    return tuple(
        FamilyRow(
            id=f.id,
            founder=f.founder,
            documents=(f.founder, *(d for d in f.documents if d != f.founder)),
            why=f.why,
            links=tuple(
                k for k in fused.links if {k.a, k.b} <= set(f.documents) and k.relation in ONE_TELLING
            ),
        )
        for f in order
    )


def story_rows(
    fused: Fused, readings: Sequence[Reading], filters: Filters, theatre: Theatre | None
) -> tuple[StoryRow, ...]:
    """Stories of several documents, one of which is asked for: those of most families first, then the newest."""
    inside = _inside(readings, filters, theatre)
    documents = {r.document.id: r.document for r in readings}
    families = {d: f.id for f in fused.families for d in f.documents}
    several = (s for s in fused.stories if len(s.documents) > 1 and inside.intersection(s.documents))
    rows = (story_row(s, documents, families) for s in several)
    return tuple(sorted(rows, key=lambda r: (-len(r.families), -(r.end or date.min).toordinal(), r.id)))


def story_row(story: Story, documents: Mapping[str, Document], families: Mapping[str, str]) -> StoryRow:
    """A story with its families and its days."""
    dated = [d.published for i in story.documents if (d := documents.get(i)) and d.published.date]
    return StoryRow(
        id=story.id,
        title=story.title,
        documents=story.documents,
        families=tuple(dict.fromkeys(families.get(d, d) for d in story.documents)),
        start=min((d.start for d in dated if d.start), default=None),
        end=max((e for d in dated if (e := d.end or d.start)), default=None),
    )


def days_told(documents: Iterable[Document]) -> str:
    """ "9 Nov 2025 – 12 Dec 2025": the first and the last date of publication, each as exactly as it is known."""
    dated = [d for d in documents if d.published.start and d.published.date]
    if not dated:
        return "undated"
    first = min(dated, key=lambda d: (d.published.start or date.max, d.published.end or date.max))
    last = max(dated, key=lambda d: (d.published.end or date.min, d.published.start or date.min))
    return " – ".join(dict.fromkeys(printed(d.published.date) for d in (first, last)))


# --- accusations, standing things, drift


def accusation_rows(
    fused: Fused, readings: Sequence[Reading], filters: Filters, theatre: Theatre | None
) -> tuple[Accusation, ...]:
    """Charges, those longest without an answer first. One that is contested has the id of its dispute, and its answers among
    the positions."""
    told = select(fused, filters, theatre)
    statements = {r.document.id: r.statements for r in readings}
    charged = (_charge(d) for d in told.disputes if is_charge(d, statements))
    return tuple(
        sorted(
            (*told.accusations, *charged),
            key=lambda a: (a.unanswered_since is None, -(a.silent_days or 0), -a.witnesses, a.id),
        )
    )


def is_charge(dispute: Dispute, statements: Mapping[str, Sequence[Statement]]) -> bool:
    """Whether what is contested is a charge against one of those who contest it. `statements` are those of each document."""
    accused = {country_of(c) for c in dispute.contested_by} - {"UNK"}
    claims = (p for p in dispute.positions if p.claims)
    return any(accused & _accused(s) for p in claims for s in _told_by(p, statements))


def _told_by(p: Position, statements: Mapping[str, Sequence[Statement]]) -> list[Statement]:
    """The statements of a position: that of its anchor, else those of its sentence."""
    there = statements.get(p.evidence.document_id, ())
    own = [s for s in there if s.anchor == p.anchor]
    return own or [s for s in there if s.sentence.span.covers(p.evidence.span)]


def _accused(s: Statement) -> set[str]:
    """Whom a charge is against: toward whom it is made, or who did what is alleged or what another says of it."""
    if s.type is EventType.ACCUSE:
        return {country_of(a.code) for a in s.recipients}
    says = s.speaker is not None and QUAD[s.type] is Quad.MATERIAL_CONFLICT
    return {country_of(a.code) for a in s.actors} if says or s.stance is Stance.ALLEGES else set()


def _charge(dispute: Dispute) -> Accusation:
    return Accusation(
        id=dispute.id,
        proposition=dispute.proposition,
        by=dispute.asserted_by,
        against=dispute.contested_by,
        positions=dispute.positions,
        unanswered_since=dispute.unanswered_since,
        heard_until=None,
        silent_days=dispute.silent_days,
        witnesses=dispute.witnesses,
    )


def standing_rows(
    fused: Fused, readings: Sequence[Reading], filters: Filters, theatre: Theatre | None
) -> tuple[Standing, ...]:
    """Standing things, those with most commitments first."""
    told = select(fused, filters, theatre).standing
    return tuple(sorted(told, key=lambda s: (-len(s.commitments), -len(s.reports), s.id)))


def drift_rows(
    fused: Fused, readings: Sequence[Reading], filters: Filters, theatre: Theatre | None
) -> tuple[Drift, ...]:
    """Claims that one telling attributes and another tells flatly: sure ones first, within a family before across."""
    inside = _inside(readings, replace(filters, actor=None, type=None, place=None), None)
    narrowed = theatre or filters.actor or filters.type or filters.place
    told = {
        (s.document_id, s.evidence.span)
        for r in readings
        for s in r.statements
        if not narrowed or belongs(s, filters, theatre)
    }
    rows = (
        d
        for d in fused.drift
        if any(_at(e, inside, told if narrowed else None) for e in (d.attributed, d.flat))
    )
    return tuple(
        sorted(rows, key=lambda d: (d.unsure, not d.same_family, d.flat.document_id, d.flat.span, d.id))
    )


def _at(evidence: Evidence, inside: Collection[str], told: Collection[object] | None) -> bool:
    fits = told is None or (evidence.document_id, evidence.span) in told
    return fits and evidence.document_id in inside


Chosen = Callable[[Fused, Sequence[Reading], Filters, Theatre | None], Rows]
ROWS: Mapping[str, Chosen] = {
    "families": family_rows,
    "stories": story_rows,
    "accusations": accusation_rows,
    "standing": standing_rows,
    "drift": drift_rows,
    "offers": offer_rows,
}
"""The lists that are made of rows of their own."""
