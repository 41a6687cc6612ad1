"""Incidents: many statements, one happening. Every report stays; nothing is averaged away.

Only single acts of material conflict that are told as done (or alleged) make an incident (see `acts`); "may attack" and series do
not. An allegation never makes a fact, a denial never counts in a toll, copies and rewrites never add a witness.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from sarhad.codebook import Auxiliary, DatePrecision, PlaceLevel, Stance
from sarhad.fusion import answers, grades
from sarhad.fusion.acts import is_act, place_fits
from sarhad.fusion.charges_words import DENYING
from sarhad.fusion.contradictions import charges, contradictions
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.group_tolls import group_tolls
from sarhad.fusion.linkage import attach, cluster
from sarhad.fusion.matching import similarities
from sarhad.fusion.sides import mutual, sides
from sarhad.fusion.tolls import span_of
from sarhad.fusion.words import one_clause
from sarhad.records import UNSURE, Contradiction, Incident, Place, Span, Statement, stable_id

FLOOR = 2.6
"""Average evidence (see `matching`) at which two groups of reports are one happening."""

FINENESS = (
    PlaceLevel.SITE, PlaceLevel.TOWN, PlaceLevel.ADM2, PlaceLevel.ADM1, PlaceLevel.OTHER, PlaceLevel.COUNTRY,
)  # fmt: skip
T = TypeVar("T")

STRAY = 4
"""A doer named this many times less often than the commonest is a slip of reading; the report itself stays."""


def incidents(gathering: Gathering, borrowed: frozenset[str]) -> list[Incident]:
    """Every incident that at least one report asserts or alleges, in order of time. `borrowed`: anchors of flat reports that are
    nobody's own word (`sarhad.fusion.drift.unattributed`)."""
    every = [s for s in gathering.told() if is_act(s) and not _to_come(s, gathering)]
    heads = _heads(every, gathering)
    of_others = {h.anchor for over in heads.values() for h in over}
    acts = [s for s in every if s.confidence >= UNSURE and s.anchor not in of_others]
    guesses = [s for s in every if s.confidence < UNSURE and s.anchor not in of_others]
    groups = cluster(len(acts), similarities(acts, gathering), FLOOR)
    found: list[Incident] = []
    for sure, unsure in _with_guesses(acts, groups, guesses, gathering):
        over = [h for s in (*sure, *unsure) for h in heads.get(s.anchor, ())]
        sure += [h for h in over if h.confidence >= UNSURE]
        unsure += [h for h in over if h.confidence < UNSURE]
        found += _told(sure, unsure, gathering, borrowed)
    return sorted(found, key=lambda i: (i.start or date.max, i.id))


Heads = Mapping[str, Sequence[Statement]]
"""By the anchor of an act what the headline of its page tells of it."""


def _heads(acts: Sequence[Statement], gathering: Gathering) -> Heads:
    """A headline goes with the first act of the sentence that it is of; one of whose sentence no act is kept stands alone."""
    first: dict[tuple[str, Span], str] = {}
    for s in acts:
        first.setdefault((s.document_id, s.sentence.span), s.anchor)
    over: dict[str, list[Statement]] = {}
    for h in acts:
        lead = gathering.leads.get(h.anchor)
        if lead is not None and (act := first.get((lead.document_id, lead.sentence.span))) is not None:
            over.setdefault(act, []).append(h)
    return over


def _with_guesses(
    acts: Sequence[Statement],
    groups: list[list[int]],
    guesses: Sequence[Statement],
    gathering: Gathering,
) -> Iterator[tuple[list[Statement], list[Statement]]]:
    """The sure acts of each happening, each with the unsure reports that fit it; unsure ones that fit none by themselves."""
    every = [*acts, *guesses]
    table = similarities(every, gathering, since=len(acts)) if guesses else {}
    for group in attach(groups, len(every), table, FLOOR):
        yield [every[i] for i in group if i < len(acts)], [every[i] for i in group if i >= len(acts)]


def _told(
    sure: Sequence[Statement], unsure: Sequence[Statement], gathering: Gathering, borrowed: frozenset[str]
) -> Iterator[Incident]:
    """The incident where anybody asserts or alleges it; of unsure reports alone, marked."""
    if any(s.stance not in DENYING for s in sure):
        yield _incident(sure, unsure, gathering, borrowed)
    elif not sure and any(s.stance not in DENYING for s in unsure):
        yield _guess(unsure, gathering)


def _contested(
    acts: Sequence[Statement], unsure: Sequence[Statement], denials: Sequence[Statement], gathering: Gathering
) -> tuple[Contradiction, ...]:
    """Contradictions of the sure reports; of the fields on which these agree, what the unsure ones tell otherwise, marked so."""
    telling = [s for s in acts if s.stance not in DENYING]
    found = contradictions(telling, denials, gathering)
    told = {c.field for c in found}
    perhaps = [c for c in _perhaps(acts, unsure, denials, gathering) if c.field not in told]
    fields = dict.fromkeys(c.field for c in perhaps)
    return (*found, *(next(c for c in perhaps if c.field == name) for name in fields))


def _perhaps(
    acts: Sequence[Statement], unsure: Sequence[Statement], denials: Sequence[Statement], gathering: Gathering
) -> list[Contradiction]:
    charged = charges([*acts, *unsure], gathering)
    every = [s for s in (*acts, *unsure) if s.stance not in DENYING]
    more = contradictions(every, denials, gathering) if unsure else ()
    return [replace(c, unsure=True) for c in (charged, *more) if c is not None]


def _to_come(s: Statement, gathering: Gathering) -> bool:
    """A day after the page was published: whatever is told of it has not happened, or the day is misread."""
    latest = gathering.documents[s.document_id].published.end
    return s.time is not None and latest is not None and s.time.start > latest


def _guess(acts: Sequence[Statement], gathering: Gathering) -> Incident:
    """What only unsure reports tell: nobody's witness, no toll, told as unsure."""
    told = _incident(acts, (), gathering)
    reports = tuple(replace(r, unsure=True) for r in told.reports)
    contested = tuple(replace(c, unsure=True) for c in told.contradictions)
    return replace(
        told,
        reports=reports,
        told="unsure",
        witnesses=0,
        deaths=None,
        injured=None,
        contradictions=contested,
        tolls=(),
        grade=grades.UNSURE,
        interested=(),
        disinterested=0,
    )


def _incident(
    acts: Sequence[Statement],
    unsure: Sequence[Statement],
    gathering: Gathering,
    borrowed: frozenset[str] = frozenset(),
) -> Incident:
    telling = [s for s in acts if s.stance not in DENYING]
    flat = [s for s in _flat(telling, gathering) if s.anchor not in borrowed]
    voice = flat or telling
    denials = _denials(acts, gathering)
    start, end, precision, basis = _when(voice, gathering)
    reports = map(gathering.report, [*acts, *(d for d in denials if d not in acts), *unsure])
    own = {s.anchor for s in flat}
    dropping = {s.anchor for s in telling if _on_nobodys_word(s)} - own
    counting = [*voice, *(s for s in telling if s.anchor in dropping and s not in voice)]
    told = "fact" if flat else "denied" if _denied(denials) else "claim"
    heard = grades.heard(voice, gathering)
    return Incident(
        id=stable_id("i", telling[0].anchor),
        type=_commonest([s.type for s in voice]),
        mode=_mode(voice),
        reports=tuple(replace(r, borrowed=r.statement.anchor in dropping) for r in reports),
        actors=_codes([a.code for s in voice for a in s.actors]),
        recipients=_codes([a.code for s in voice for a in s.recipients]),
        place=_place(voice),
        start=start,
        end=end,
        precision=precision,
        told=told,
        witnesses=gathering.witnesses(voice),
        deaths=span_of([s.deaths for s in counting]),
        injured=span_of([s.injured for s in counting]),
        contradictions=_contested(acts, unsure, denials, gathering),
        date_basis=basis,
        tolls=group_tolls(telling, gathering),
        grade=grades.grade(voice, told, heard, gathering),
        interested=heard.interested,
        disinterested=heard.disinterested,
    )


def _flat(telling: Sequence[Statement], gathering: Gathering) -> list[Statement]:
    """Reports that tell the act plainly, less those that only dropped the attribution that their family gave."""
    own = {s.document_id for s in telling if _on_nobodys_word(s)}
    told = [s for s in telling if s.stance is Stance.ALLEGES or (s.speaker and s.document_id not in own)]
    return [s for s in telling if s.plain and not any(_dropped(s, a, gathering) for a in told)]


def _on_nobodys_word(s: Statement) -> bool:
    """Told as fact, and on nobody's word."""
    return s.plain and s.speaker is None


def _dropped(flat: Statement, attributed: Statement, gathering: Gathering) -> bool:
    """Whether `flat` is the flat form of what another telling attributes: of its family, or in the same words."""
    if flat.document_id == attributed.document_id or mutual(flat) is not mutual(attributed):
        return False
    if flat.speaker is not None and attributed.stance is not Stance.ALLEGES:
        return False
    named = sides(a.code for a in flat.actors)
    if named and not named & sides(a.code for a in attributed.actors):
        return False
    return gathering.family(flat) == gathering.family(attributed) or one_clause(
        flat.evidence.quote, attributed.evidence.quote
    )


def _denials(acts: Sequence[Statement], gathering: Gathering) -> list[Statement]:
    own = [s for s in acts if s.stance in DENYING]
    return list(dict.fromkeys([*own, *(r for s in acts for r in answers.denials(s, gathering))]))


def _denied(denials: Sequence[Statement]) -> bool:
    """Silence ("neither confirmed nor denied") is an answer, but no denial."""
    return any(d.stance is not Stance.NEITHER and d.aux in (None, Auxiliary.HISTORICAL) for d in denials)


# --- the best supported value of each field


def _commonest(values: Sequence[T]) -> T:
    return max(dict.fromkeys(values), key=values.count)


def _mode(voice: Sequence[Statement]) -> str | None:
    kind = _commonest([s.type for s in voice])
    modes = [s.mode for s in voice if s.mode and s.type is kind]
    return _commonest(modes) if modes else None


def _codes(codes: Sequence[str]) -> tuple[str, ...]:
    """Each code once, commonest first: unknown ones only when nothing better is told, no stray against a common reading."""
    known = [c for c in codes if not c.startswith("UNK.")]
    best = known or list(codes)
    most = max((best.count(c) for c in best), default=0)
    often = [c for c in best if STRAY * best.count(c) >= most]
    return tuple(sorted(dict.fromkeys(often), key=lambda c: -often.count(c)))


def _place(voice: Sequence[Statement]) -> Place | None:
    places = [s.place for s in voice if s.place is not None and place_fits(s)]
    if not places:
        return None
    told = [p.name for p in places]
    return min(places, key=lambda p: (FINENESS.index(p.level), -told.count(p.name)))


@dataclass(frozen=True, slots=True)
class _Day:
    start: date
    end: date
    precision: DatePrecision
    mention: str


def _when(
    voice: Sequence[Statement], gathering: Gathering
) -> tuple[date | None, date | None, DatePrecision, str]:
    """The narrowest span of days told, the commonest of these; else no more than the day of publication, marked as such."""
    told = [
        _Day(s.time.start, s.time.end, s.time.precision, s.time.mention) for s in voice if s.time is not None
    ]
    if told:
        narrowest = min((d.end - d.start).days for d in told)
        near = [d for d in told if (d.end - d.start).days <= narrowest + 1]
        spans = [(d.start, d.end) for d in near]
        best = max(near, key=lambda d: (spans.count((d.start, d.end)), -d.start.toordinal()))
        return best.start, best.end, best.precision, f"told: “{best.mention}”"
    published = gathering.documents[voice[0].document_id].published
    if published.start is None or all(s.aux is Auxiliary.HISTORICAL for s in voice):
        return None, None, DatePrecision.UNKNOWN, "no day told"
    return published.start, published.end, DatePrecision.UNKNOWN, "no day told; first published then"
