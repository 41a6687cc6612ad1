"""Counts that a side gives behind a report: "Islamabad put the toll at three, Kabul at nine", "it said there were no casualties".

Such a sentence tells no deed, so no report holds its count. Two sides that count differently contradict each other; what one teller
had earlier told is its own revision, and what a side says of its own ranks is held only against what is told of these.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from sarhad.codebook import Auxiliary, EventType
from sarhad.fusion.avowal_claims import Starts, behind, end_of, starts_of
from sarhad.fusion.charges_words import DENYING
from sarhad.fusion.contradictions import EACH_SIDE, ONE_MOMENT
from sarhad.fusion.counts import NEAR
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.group_tolls import DEATHS, NUMBER, PEOPLE, grouped, value
from sarhad.fusion.name_lists import names_first, names_last
from sarhad.fusion.sides import side, sides, vague
from sarhad.fusion.tolls import fit
from sarhad.records import Contradiction, Count, Evidence, GroupToll, Incident, Statement, Toll

_TOLL = r"(?:death )?(?:toll|number of (?:the )?(?:dead|deaths|people killed|killed))"
_FIGURE = rf"(?!an?\b){NUMBER}(?![\w–-]| (?:dozen|score|hundred|thousand)s?\b)"
"""A number told whole: "two dozen", "twenty-five", "12-15" and "a hundred" are not read, and "a lower figure" is none."""
_PUT = re.compile(
    rf"\b(?:puts?|placed|gave) the {_TOLL}\b(?: [^.;,]{{1,80}}?)?? (?:at|as) {_FIGURE}"
    rf"(?:[^.;,]{{0,20}},? (?:and |while |but )?(?P<other>[^.;,]{{3,50}}?) (?:put it |put the figure )?at {_FIGURE.replace('number', 'second')})?",
    re.I,
)
_NONE = re.compile(
    r"\b(?:said|says|reported|insist(?:ed|s)|claim(?:ed|s)|maintain(?:ed|s))(?: that)?(?: there (?:were|was|had been))? (?:no (?:casualt\w+|deaths|fatalities)|no one (?:was|had been) (?:killed|hurt|harmed))"
    r"(?P<own> (?:among|on|in) (?:its|their) (?:own )?(?:\w+ )?(?:soldiers|troops|forces|personnel|ranks|men|side))?"
    r"\b(?! among\b| (?:on|in) (?:the )?[\w’'-]+ (?:side|ranks)\b)",
    re.I,
)
_EARLIER = re.compile(r"\b(?:earlier|previously|initially|at first|revis\w+)\b", re.I)
_ANY = re.compile(r"\b(?:toll|number of|no casualt|no deaths|no fatalities|no one)", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One count: by whom (None for an outlet in its own voice), of which sides' people, and whether of the teller's ranks alone."""

    by: str | None
    toll: Toll
    evidence: Evidence
    of: frozenset[str] = frozenset()
    ranks: bool = False


def with_counts(happened: Iterable[Incident], gathering: Gathering) -> list[Incident]:
    """The incidents, each with the counts told behind its reports and what these contradict."""
    known = list(happened)
    starts = starts_of(known)
    return [_with_counts(i, starts, gathering) for i in known]


def _with_counts(i: Incident, starts: Starts, gathering: Gathering) -> Incident:
    telling = [r.statement for r in i.reports if not r.unsure and _tells(r.statement)]
    found = {(t.by, t.evidence): t for s in telling for t in _counts(s, end_of(s, i, starts), gathering)}
    told = list(found.values())
    if not told:
        return i
    known = {side(t.by) for t in i.tolls if t.kind == DEATHS and t.by}
    tolls = (*i.tolls, *_rows(told, known, gathering))
    contested = _contested(told, telling, gathering)
    if contested is None or any(c.field == DEATHS and not c.unsure for c in i.contradictions):
        return replace(i, tolls=tolls)
    others = tuple(c for c in i.contradictions if c.field != DEATHS)
    return replace(i, tolls=tolls, contradictions=(contested, *others))


def _tells(s: Statement) -> bool:
    return s.type is EventType.ASSAULT and s.stance not in DENYING and s.aux is not Auxiliary.HISTORICAL


def _counts(s: Statement, end: int, gathering: Gathering) -> Iterator[_Told]:
    on = gathering.published(s)
    for sentence in behind(s, end, gathering, _ANY):
        quote = sentence.quote
        if _EARLIER.search(quote):
            continue
        for m in _PUT.finditer(quote):
            by = _named_before(quote[: m.start()], on)
            yield from _told(by, value(m["number"]), sentence)
            yield from _told(
                [h.code for h in names_first(m["other"] or "", on)], value(m["second"] or ""), sentence
            )
        for m in _NONE.finditer(quote):
            by = _named_before(quote[: m.start()], on)
            yield from _told(by, 0, sentence, own=m["own"] is not None)


def _named_before(text: str, on: date | None) -> list[str]:
    """Who is named last, a body of it or its spokesman between the name and the verb."""
    return [h.code for h in names_last(_BODY.sub("", text), on)]


_BODY = re.compile(
    r"(?:[’']s?)? (?:(?:[\w-]+ )?(?:army|military|forces?|police|navy|guards?|ministry|government|officials?|authorities|spokes\w+|media wing)"
    r"(?: in [A-Z]\w+)?)\s*$"
)


def _told(by: Sequence[str], number: int | None, sentence: Evidence, *, own: bool = False) -> Iterator[_Told]:
    """Nothing where nobody is named: whose count it is stays open."""
    named = [code for code in by if not vague(code)]
    if number is not None and named:
        yield _Told(
            by=named[-1], toll=Toll(low=number, high=number), evidence=sentence, of=sides(named), ranks=own
        )


def _rows(told: Sequence[_Told], known: Collection[str], gathering: Gathering) -> Iterator[GroupToll]:
    """The counts of each side whose count no report holds; of its own ranks alone is no count of the dead."""
    by_side: dict[str, list[Count]] = {}
    for t in told:
        if t.by is not None and not t.ranks and side(t.by) not in known:
            document = gathering.documents[t.evidence.document_id]
            family, published = gathering.family_of[document.id], document.published.date
            count = Count(toll=t.toll, by=t.by, published=published, family=family, evidence=t.evidence)
            by_side.setdefault(side(t.by), []).append(count)
    yield from (grouped(DEATHS, PEOPLE, counts) for counts in by_side.values())


def _contested(
    told: Sequence[_Told], telling: Sequence[Statement], gathering: Gathering
) -> Contradiction | None:
    """What two tellers count differently; each value with whose it is."""
    reported = [_reported(s, s.deaths) for s in telling if s.deaths is not None]
    pairs = [*combinations(told, 2), *((t, r) for t in told for r in reported)]
    clashing = [t for a, b in pairs if _clash(a, b) and _one_moment(a, b, gathering) for t in (a, b)]
    if not clashing:
        return None
    why = EACH_SIDE if all(t.by for t in clashing) else ONE_MOMENT
    values = dict.fromkeys((_words(t), t.evidence) for t in clashing)
    return Contradiction(field=DEATHS, values=tuple(values), why=why)


def _one_moment(a: _Told, b: _Told, gathering: Gathering) -> bool:
    """Told on one day, or by two sides within a day or two: a later count may be a newer one."""
    first, second = (gathering.documents[t.evidence.document_id].published.start for t in (a, b))
    if first is None or second is None:
        return a.evidence.document_id == b.evidence.document_id
    apart = abs((first - second).days)
    return apart == 0 or (apart <= NEAR and a.by is not None and b.by is not None)


def _reported(s: Statement, deaths: Toll) -> _Told:
    by = s.speaker.code if s.speaker else None
    return _Told(by=by, toll=deaths, evidence=s.evidence, of=sides(r.code for r in s.recipients))


def _clash(a: _Told, b: _Told) -> bool:
    """Two tellers and figures that do not fit; of a side's ranks only where both count these."""
    if (a.by and side(a.by)) == (b.by and side(b.by)) or fit(a.toll, b.toll):
        return False
    return not (a.ranks or b.ranks) or bool(a.of & b.of)


def _words(t: _Told) -> str:
    figure = f"at least {t.toll.low}" if t.toll.high is None else str(t.toll.low)
    return f"{figure} (according to {t.by})" if t.by else figure
