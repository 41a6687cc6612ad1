"""What the lists of families, stories, accusations, dropped attributions and offers hold: their rows, chosen and in order."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sarhad.codebook import QUAD, EventType, Quad, Relation, Stance
from sarhad.codebook.actors import country_of
from sarhad.knowledge.theatres import Theatre
from sarhad.monitor.selecting import belongs, code_matches, in_period, printed_span, select
from sarhad.monitor.talk_lines import is_offer
from sarhad.monitor.wording import printed
from sarhad.records import (
    UNSURE,
    Accusation,
    Ceasefire,
    Dispute,
    Document,
    Drift,
    Evidence,
    FamilyRow,
    Filters,
    Fused,
    Offer,
    OfferRow,
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


# --- offers


def offer_rows(
    fused: Fused, readings: Sequence[Reading], filters: Filters, theatre: Theatre | None
) -> tuple[OfferRow, ...]:
    """Offers to mediate with what became of them, then those that belong to no ceasefire told: the newest first."""
    made = [(o, c) for c in fused.ceasefires for o in c.offers if _offer_asked(o, c, filters, theatre)]
    known = [o.evidence for o in fused.offers]
    rows = [_followed(o, c) for o, c in made]
    alone: list[OfferRow] = []
    for r in readings:
        for s in sorted(_offers_in(r, filters, theatre), key=lambda s: (-s.confidence, s.evidence.span)):
            if not any(_one_place(s.evidence, e) for e in (*known, *(a.evidence for a in alone))):
                alone.append(_alone(s, r.document))
    return (*_newest_first(rows), *_newest_first(_told_once(alone)))


SAME_OFFER = timedelta(days=30)
"""An offer that the same lands are told to make again within this time is the same one; a proposal of weeks ago is still talked of."""


def _told_once(alone: Sequence[OfferRow]) -> list[OfferRow]:
    """Each offer once, where it was first told surely, with its other tellings; those on pages without a day stand alone."""
    groups: list[list[OfferRow]] = []
    for row in sorted(alone, key=lambda o: (o.unsure, o.published or "", o.id)):
        group = next((g for g in groups if _one_offer(g[0], row)), None)
        if group is None:
            groups.append([row])
        else:
            group.append(row)
    return [_first_of(g) for g in groups]


def _one_offer(one: OfferRow, other: OfferRow) -> bool:
    """One of them offers both, to nobody else."""
    days = [printed_span(o.published)[0] for o in (one, other)]
    near = days[0] is not None and days[1] is not None and abs(days[0] - days[1]) <= SAME_OFFER
    by, again = (_offering(o.by) for o in (one, other))
    to, told = (_offering(o.parties) for o in (one, other))
    who = bool(by and again) and (by <= again or again <= by)
    return near and who and (not to or not told or bool(to & told))


def _offering(codes: Iterable[str]) -> set[str]:
    """Lands, and bodies by their own code; nobody who is not named."""
    named = (c for c in codes if country_of(c) != "UNK")
    return {c if country_of(c) in ("IGO", "NGO", "ISM") else country_of(c) for c in named}


def _first_of(group: Sequence[OfferRow]) -> OfferRow:
    first = min(group, key=lambda o: o.unsure)
    parties = dict.fromkeys(c for o in group for c in o.parties if c not in first.by)
    again = tuple(o.evidence for o in group if o is not first)
    return replace(first, parties=tuple(parties) if again else first.parties, again=again)


def _one_place(one: Evidence, other: Evidence) -> bool:
    """Two readings of one clause."""
    return one.document_id == other.document_id and one.span.overlaps(other.span)


def _newest_first(rows: Iterable[OfferRow]) -> list[OfferRow]:
    return sorted(sorted(rows, key=lambda o: o.id), key=lambda o: o.published or "", reverse=True)


def _offer_asked(offer: Offer, c: Ceasefire, filters: Filters, theatre: Theatre | None) -> bool:
    codes = (*offer.by, *c.parties)
    place = filters.place.casefold() if filters.place else ""
    at = (c.place.name.casefold(), (c.place.country or "").casefold()) if c.place else ("", "")
    return (
        (theatre is None or theatre.covers(c.parties))
        and filters.type is None
        and (filters.actor is None or any(code_matches(x, filters.actor) for x in codes))
        and (not place or place in at[0] or place == at[1])
        and in_period(*printed_span(offer.published), filters)
    )


def _offers_in(reading: Reading, filters: Filters, theatre: Theatre | None) -> Iterator[Statement]:
    if in_period(*printed_span(reading.document.published.date), filters):
        yield from (
            s
            for s in reading.statements
            if is_offer(s) and belongs(s, filters, theatre) and _MEDIATES.search(s.evidence.quote)
        )


_MEDIATES = re.compile(
    r"\b(?:mediat|good offices|facilitat|broker|go-between|negotiat|talks|dialogue|truce|ceasefire|cease-fire|monitor|observer|peace|"
    r"(?:eas|calm|reduc|defus)\w* (?:\w+ ){0,2}tension)",
    re.I,
)
"""What an offer to stand between two sides speaks of; markets and power plants are offered too."""


def _followed(offer: Offer, c: Ceasefire) -> OfferRow:
    return OfferRow(
        id=offer.id,
        by=offer.by,
        parties=c.parties,
        published=offer.published,
        became=offer.became,
        evidence=offer.evidence,
        answers=offer.answers,
        ceasefire=c.id,
        unsure=offer.unsure,
        accepted_by=offer.accepted_by,
        refused_by=offer.refused_by,
    )


def _alone(s: Statement, document: Document) -> OfferRow:
    return OfferRow(
        id=s.anchor,
        by=tuple(dict.fromkeys(a.code for a in s.actors)),
        parties=tuple(dict.fromkeys(a.code for a in s.recipients)),
        published=document.published.date,
        became="",
        evidence=s.evidence,
        unsure=s.confidence < UNSURE,
    )


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
