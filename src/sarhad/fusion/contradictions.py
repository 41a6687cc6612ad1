"""Reported values of one field that cannot both be true, each with the words it comes from.

Only reports that surely speak of one moment can contradict each other: the same day told and the same place or victim.
A toll revised upward by a later count, an omission, and figures that fit together are no contradiction. Two counts of one moment by two
witnesses that do not fit are one, and so is a lower count that another witness tells later; so are two days, two places and two doers, and an accusation met by a denial.
"""

import re
from collections.abc import Sequence
from itertools import combinations

from sarhad.codebook import Auxiliary, DatePrecision, EventType, Stance
from sarhad.fusion.counts import NEAR, rival
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.matching import one_day
from sarhad.fusion.sides import side, sides
from sarhad.fusion.spots import NAMED, elsewhere, one_name
from sarhad.fusion.tolls import fit
from sarhad.fusion.victims import victims
from sarhad.records import Contradiction, Evidence, Statement, Toll

Value = tuple[str, Evidence]


def contradictions(
    telling: Sequence[Statement], denials: Sequence[Statement], gathering: Gathering
) -> tuple[Contradiction, ...]:
    """All contradictions between the reports of one incident."""
    found = [
        _counts("deaths", telling, gathering),
        _counts("injured", telling, gathering),
        _days(telling),
        _places(telling),
        _doers(telling, denials),
    ]
    return tuple(c for c in found if c is not None)


def charges(reports: Sequence[Statement], gathering: Gathering) -> Contradiction | None:
    """Who is surely charged with what these reports tell, beside whoever surely denies it; the reports may be unsure."""
    answers = [r for s in reports for r in gathering.replies.get(s.anchor, ())]
    blamed = [r for r in answers if r.type is EventType.ACCUSE and r.stance is Stance.ASSERTS]
    accused = {side(a.code) for r in blamed for a in r.recipients}
    denying = [
        r for r in answers if r.type is EventType.REJECT and accused & {side(a.code) for a in r.actors}
    ]
    if not denying:
        return None
    values = _values(
        [*((_charge(r), r.evidence) for r in blamed), *((_denier(r), r.evidence) for r in denying)]
    )
    return Contradiction(field="actor", values=values, why="who did it is contested", unsure=True)


def _charge(r: Statement) -> str:
    return f"{', '.join(a.code for a in r.recipients)} (according to {', '.join(a.code for a in r.actors)})"


def _counts(field: str, telling: Sequence[Statement], gathering: Gathering) -> Contradiction | None:
    told = [
        (s, t)
        for s in telling
        if (t := s.deaths if field == "deaths" else s.injured) is not None and not _one_named(s, t)
    ]
    pairs = list(combinations(told, 2))
    clashing = [
        (a, b)
        for a, b in pairs
        if not fit(a[1], b[1])
        and _no_other_day(a[0], b[0])
        and _one_spot(a[0], b[0])
        and _one_moment(a, b, gathering)
    ]
    each = [
        (a, b)
        for a, b in pairs
        if not fit(a[1], b[1]) and rival(a[0], b[0], (gathering.published(a[0]), gathering.published(b[0])))
    ]
    sided = bool(each) or all(_two_sides(a[0], b[0]) for a, b in clashing)
    values = _values(
        [(_counted(s, t, spoken=sided), s.evidence) for pair in clashing + each for s, t in pair]
    )
    why = EACH_SIDE if sided else ONE_MOMENT
    known = bool(each) or any(one_day(a[0], b[0]) for a, b in clashing)
    return Contradiction(field=field, values=values, why=why, unsure=not known) if values else None


EACH_SIDE, ONE_MOMENT = "each side counts differently", "two counts of one moment"


def _two_sides(a: Statement, b: Statement) -> bool:
    """Each count is told by a side of its own."""
    return len(sides(s.speaker.code for s in (a, b) if s.speaker)) > 1


def _one_named(s: Statement, toll: Toll) -> bool:
    """ "Killed the commander" counts nobody: others may have died with him."""
    return toll.low == 1 and _ONE.search(s.evidence.quote) is None


_ONE = re.compile(r"\b(?:one|single|1)\b", re.I)


def _no_other_day(a: Statement, b: Statement) -> bool:
    """One day told by both, or by one alone of an act that neither tells as history: what the other counts may then be misread."""
    if a.time is not None and b.time is not None:
        return one_day(a, b)
    return Auxiliary.HISTORICAL not in (a.aux, b.aux) and (a.time or b.time) is not None


def _counted(s: Statement, toll: Toll, *, spoken: bool) -> str:
    return f"{_count(toll)} (according to {s.speaker.code})" if spoken and s.speaker else _count(toll)


def _one_moment(a: tuple[Statement, Toll], b: tuple[Statement, Toll], gathering: Gathering) -> bool:
    """Two witnesses on one day of publication, or the lower count told soon after the higher: the dead do not become fewer. Without days,
    no later count can be told from a rival one."""
    x = gathering.documents[a[0].document_id].published
    y = gathering.documents[b[0].document_id].published
    if (
        x.precision is not DatePrecision.DAY
        or y.precision is not DatePrecision.DAY
        or x.start is None
        or y.start is None
    ):
        return False
    apart = (y.start - x.start).days
    earlier, later = (a[1], b[1]) if apart >= 0 else (b[1], a[1])
    fewer = abs(apart) <= NEAR and later.low < earlier.low
    return gathering.family(a[0]) != gathering.family(b[0]) and (apart == 0 or fewer)


def _one_spot(a: Statement, b: Statement) -> bool:
    """The same named place or the same victim."""
    here, there = a.place, b.place
    placed = here is not None and there is not None and here.level in NAMED and one_name(here, there)
    return placed or bool(victims(a) & victims(b))


def _one_toll(a: Statement, b: Statement) -> bool:
    return a.deaths is not None and b.deaths is not None and a.deaths.low == b.deaths.low > 0


def _count(toll: Toll) -> str:
    if toll.high is None:
        return f"at least {toll.low}"
    return str(toll.low) if toll.low == toll.high else f"{toll.low}–{toll.high}"


def _days(telling: Sequence[Statement]) -> Contradiction | None:
    told = [(s, s.time) for s in telling if s.time is not None and s.time.precision is DatePrecision.DAY]
    apart = [
        (a, b)
        for a, b in combinations(told, 2)
        if (a[1].start > b[1].end or b[1].start > a[1].end)
        and (victims(a[0]) & victims(b[0]) or (_one_spot(a[0], b[0]) and _one_toll(a[0], b[0])))
    ]
    values = _values([(t.start.isoformat(), s.evidence) for pair in apart for s, t in pair])
    return Contradiction(field="date", values=values, why="days that do not meet") if values else None


def _places(telling: Sequence[Statement]) -> Contradiction | None:
    told = [(s, s.place) for s in telling if s.place is not None and s.place.level in NAMED]
    apart = [
        (a, b)
        for a, b in combinations(told, 2)
        if elsewhere(a[1], b[1])
        and one_day(a[0], b[0])
        and (victims(a[0]) & victims(b[0]) or _one_toll(a[0], b[0]))
    ]
    values = _values([(p.name, s.evidence) for pair in apart for s, p in pair])
    return Contradiction(field="place", values=values, why="places that are not one") if values else None


def _doers(telling: Sequence[Statement], denials: Sequence[Statement]) -> Contradiction | None:
    """Different doers named, or a doer named and denied."""
    named = [(s, sides(a.code for a in s.actors)) for s in telling if s.actors]
    named = [(s, who) for s, who in named if who]
    clashing = (p for p in combinations(range(len(named)), 2) if _rivals(named[p[0]], named[p[1]]))
    rival = {n for pair in clashing for n in pair}
    told = [named[n][0] for n in sorted(rival)]
    if denials:
        told = [s for s, _ in named if s.stance is Stance.ALLEGES] or told
    values = _values([*((_doer(s), s.evidence) for s in told), *((_denier(d), d.evidence) for d in denials)])
    if len(values) < 2 or not told:
        return None
    return Contradiction(field="actor", values=values, why="who did it is contested")


def _rivals(a: tuple[Statement, frozenset[str]], b: tuple[Statement, frozenset[str]]) -> bool:
    """Different doers of one act; in a clash, each side's fire on the other is told apart and no rival account."""
    struck_a, struck_b = (sides(r.code for r in s.recipients) for s, _ in (a, b))
    if a[1] & b[1] or a[1] & struck_b or b[1] & struck_a:
        return False
    return one_day(a[0], b[0]) and _one_spot(a[0], b[0])


def _doer(s: Statement) -> str:
    codes = ", ".join(a.code for a in s.actors)
    return f"{codes} (according to {s.speaker.code})" if s.speaker else codes


def _denier(s: Statement) -> str:
    speaker = s.speaker.code if s.speaker else ", ".join(a.code for a in s.actors)
    return f"{'neither confirmed nor denied' if s.stance is Stance.NEITHER else 'denied'} by {speaker or 'unknown'}"


def _values(rows: Sequence[Value]) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(rows))
