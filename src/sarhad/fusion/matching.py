"""How much speaks for two statements telling one happening: points for act, day, place, sides, toll and names.

Points are added; a pair whose days or countries cannot agree is kept apart. Two distinctive things (a named place, a rare name, a toll,
a day) must agree, since "Israel struck Lebanon" alone fits a hundred happenings; reports told weeks apart need a day or a victim in common.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log

from sarhad.codebook import Auxiliary, DatePrecision, PlaceLevel
from sarhad.fusion import counts
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.linkage import NEVER, Pair
from sarhad.fusion.sides import countries, sides
from sarhad.fusion.spots import NAMED, kilometres, one_name
from sarhad.fusion.tolls import nearness
from sarhad.fusion.victims import heads, leaders, people, victims
from sarhad.fusion.words import CLAUSE, content, names, one_clause, tokens
from sarhad.records import Statement

SLACK = 3
"""Days that two tellings of one happening may differ by (time zones, night attacks, slips); the difference is then told."""
FAR = 21
"""Days between two publications beyond which two acts are one only by a day both tell or a victim both name."""
ENOUGH = (1.0, 0.7, 1.0, 1.0)
"""Points of day, toll, names and place at which each speaks for one happening; two of them must."""
TELLING = 10
"""A count from which on it tells one happening from another of the same sides."""
SURE = 8.0
"""One known happening: the same day told and the same place, victim or toll."""
NAMED_DEAD = 40.0
"""One person's death: nobody is killed twice, so the name alone holds five reports together that name nobody."""
LONG_APART = -2.0
"""Told long after each other with no day in common: two happenings, unless a victim's name elsewhere says it is one."""
CROWD = 150
"""A key that more statements than this share proposes no pair."""
KNOWN_BY = 6
"""First words of a clause, in order of the alphabet, by whose pairs it is found again."""
TENTH = 0.889
"""`nearness` of two counts that differ by a tenth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A statement with what it is compared by."""

    statement: Statement
    family: str
    published: date | None
    latest: date | None
    words: frozenset[str]
    names: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    lands: frozenset[str]
    victims: frozenset[str]
    people: frozenset[str]
    leaders: frozenset[str]
    heads: frozenset[str]


def similarities(
    statements: Sequence[Statement], gathering: Gathering, *, since: int = 0
) -> dict[Pair, float]:
    """Points of every pair that shares a key worth comparing on, of which one at least stands at `since` or later."""
    acts = [_act(s, gathering) for s in statements]
    seen = Counter(n for a in acts for n in a.names)
    rare = {n: log((len(acts) + 20) / (k + 1)) / log(len(acts) + 20) for n, k in seen.items()}
    return {(i, j): points(acts[i], acts[j], rare) for i, j in sorted(_pairs(acts, since))}


def _act(s: Statement, gathering: Gathering) -> Act:
    return Act(
        statement=s,
        family=gathering.family(s),
        published=gathering.published(s),
        latest=gathering.documents[s.document_id].published.end,
        words=content(s.evidence.quote),
        names=_own_names(s),
        actors=sides(a.code for a in s.actors),
        recipients=sides(a.code for a in s.recipients),
        lands=countries(a.code for a in s.recipients),
        victims=victims(s),
        people=people(s),
        leaders=leaders(s),
        heads=heads(s),
    )


def _own_names(s: Statement) -> frozenset[str]:
    """Capitalised words of the clause that name neither its place nor its parties: those are counted by themselves."""
    told = [a.mention for a in (*s.actors, *s.recipients)] + [
        a.name or "" for a in (*s.actors, *s.recipients)
    ]
    place = f"{s.place.name} {s.place.mention}" if s.place else ""
    known = frozenset(tokens(" ".join([*told, place])))
    return frozenset(n for n in names(s.evidence.quote) if not known.intersection(tokens(n))) | victims(s)


def _pairs(acts: Sequence[Act], since: int) -> set[Pair]:
    keys: dict[tuple[str, ...], list[int]] = {}
    for i, act in enumerate(acts):
        for key in _keys(act):
            keys.setdefault((act.statement.type, *key), []).append(i)
    crowded = (group for group in keys.values() if 1 < len(group) <= CROWD)
    return {(i, j) for group in crowded for n, i in enumerate(group) for j in group[n + 1 :] if j >= since}


def _keys(act: Act) -> set[tuple[str, ...]]:
    s = act.statement
    out: set[tuple[str, ...]] = {("name", n) for n in act.names} | {("victim", v) for v in act.victims}
    out.add(("sentence", s.document_id, str(s.sentence.span.start)))
    if s.place and s.place.level is not PlaceLevel.COUNTRY:
        out.add(("place", s.place.name.lower()))
    if len(act.words) >= CLAUSE:
        out |= {("clause", *pair) for pair in pairwise(sorted(act.words)[:KNOWN_BY])}
    if s.place and s.deaths:
        out.add(("retold", act.family, s.place.name.lower()))
    if s.deaths and s.deaths.low > 2:
        out.add(("toll", str(s.deaths.low)))
    if s.time and s.time.precision is DatePrecision.DAY:
        out.add(("day", s.time.start.isoformat()))
    if act.published:
        out |= {("leader", side, act.published.strftime("%Y-%m")) for side in act.leaders}
    if s.deaths and s.speaker and act.published:
        out |= {("dead", side, act.published.strftime("%Y-%m")) for side in act.recipients}
    return out


def points(a: Act, b: Act, rare: dict[str, float]) -> float:
    """Evidence that two acts are one happening; NEVER when they cannot be."""
    days, places = _days(a, b), _places(a.statement, b.statement)
    if a.victims & b.victims and _one_death(a, b):
        return NAMED_DEAD if days != NEVER else NEVER
    if _another(a, b) or NEVER in (days, places) or (a.people and b.people and not a.people & b.people):
        return NEVER
    if _one_known(a, b) or _one_breath(a, b) or _printed_again(a, b, min(days, places)):
        return SURE
    if _adrift(a) or _adrift(b):
        return NEVER
    if _months_apart(a, b) and not _known_by_toll(a, b):
        return LONG_APART
    if _counted_anew(a, b) or (a.heads & b.heads and _deadly(a) and _deadly(b)):
        return SURE
    tolls, called = _tolls(a.statement, b.statement), _called(a, b, rare)
    told = zip((days, tolls, called, places), ENOUGH, strict=True)
    if sum(points >= enough for points, enough in told) + _telling_toll(a, b) < 2:
        return 0.0
    who = _who(a, b)
    wording = 2.0 * len(a.words & b.words) / max(1, min(len(a.words), len(b.words)))
    return round(days + places + tolls + called + who + _modes(a.statement, b.statement) + wording, 6)


def _printed_again(a: Act, b: Act, least: float) -> bool:
    """The same clause on two pages of near days: one telling, whatever it leaves out; below 0 its day or place is another."""
    if a.statement.document_id == b.statement.document_id or a.published is None or b.published is None:
        return False
    near = least >= 0 and abs((a.published - b.published).days) <= 1
    return near and one_clause(a.statement.evidence.quote, b.statement.evidence.quote)


def _one_death(a: Act, b: Act) -> bool:
    """Whether both tell the death of whom they name; "hit" is enough where the other tells the death in the same town."""
    x, y = a.statement.place, b.statement.place
    if x is None or y is None or x.level not in NAMED or not one_name(x, y):
        return _deadly(a) and _deadly(b)
    return _deadly(a) or _deadly(b)


def _one_known(a: Act, b: Act) -> bool:
    """The same day told, and the same place, victim or toll; never with rival doers."""
    if not one_day(a.statement, b.statement) or (a.actors and b.actors and not a.actors & b.actors):
        return False
    x, y = a.statement, b.statement
    place = (
        x.place is not None and y.place is not None and x.place.level in NAMED and one_name(x.place, y.place)
    )
    toll = (
        x.deaths is not None
        and y.deaths is not None
        and x.deaths.low > 2
        and nearness(x.deaths, y.deaths) >= TENTH
    )
    return place or toll or bool(a.victims & b.victims) or _remembered(a, b)


def _remembered(a: Act, b: Act) -> bool:
    """A day of one side's attack on another that is still named weeks later is known by its date."""
    both = a.actors & b.actors and (a.recipients & b.recipients or a.lands & b.lands)
    return bool(both) and all(_late(x) for x in (a, b))


def _late(a: Act) -> bool:
    time = a.statement.time
    return time is not None and a.published is not None and (a.published - time.end).days > FAR


def _counted_anew(a: Act, b: Act) -> bool:
    x, y = a.statement, b.statement
    return counts.rival(x, y, (a.published, b.published)) or (a.family == b.family and counts.revised(x, y))


def _one_breath(a: Act, b: Act) -> bool:
    """One sentence that names the act and then its victims: "bombed a house and killed nine"."""
    x, y = a.statement, b.statement
    if x.document_id != y.document_id or x.sentence.span != y.sentence.span or not _one_voice(x, y):
        return False
    tolls = x.deaths is None or y.deaths is None or x.deaths == y.deaths
    places = x.place is None or y.place is None or one_name(x.place, y.place)
    struck = not x.recipients or not y.recipients or bool(a.recipients & b.recipients or a.lands & b.lands)
    times = x.time is None or y.time is None or x.time.start == y.time.start
    doers = a.actors == b.actors and bool(x.actors) == bool(y.actors)
    return tolls and places and struck and times and doers


def _one_voice(x: Statement, y: Statement) -> bool:
    """Both told or both alleged; "a suspected strike, which killed two" alleges the strike and tells its dead."""
    return x.stance is y.stance or (x.deaths is not None and x.deaths == y.deaths)


def _another(a: Act, b: Act) -> bool:
    """ "Another soldier was killed in a separate incident" is told of a second one on the same page."""
    x, y = a.statement, b.statement
    apart = x.document_id == y.document_id and x.sentence.span != y.sentence.span
    return apart and any(_SECOND.search(s.evidence.quote) for s in (x, y))


_SECOND = re.compile(r"\b(?:another|separate|separately|second|third|elsewhere)\b", re.I)


def _telling_toll(a: Act, b: Act) -> bool:
    """The same large count of one side's victims at the other's hands: 58 soldiers are hardly killed twice in a week.

    A count of hundreds needs no doer told beside it.
    """
    x, y = a.statement.deaths, b.statement.deaths
    if x is None or y is None or not x.low == y.low >= TELLING or x.high != y.high:
        return False
    unnamed = x.low >= HUNDREDS and not (a.actors and b.actors)
    doers = bool(a.actors & b.actors) or unnamed
    return doers and bool(a.recipients & b.recipients or a.lands & b.lands)


HUNDREDS = 200


def _known_by_toll(a: Act, b: Act) -> bool:
    """A day or month long past that is still known by its toll."""
    x, y = a.statement.time, b.statement.time
    return x is not None and y is not None and x.meets(y) and _telling_toll(a, b)


def one_day(a: Statement, b: Statement) -> bool:
    """Whether both are told with a day, and it may be the same."""
    x, y = a.time, b.time
    return x is not None and y is not None and DatePrecision.DAY is x.precision is y.precision and x.meets(y)


def _deadly(a: Act) -> bool:
    s = a.statement
    killed = s.deaths is not None and s.deaths.low > 0
    return killed or s.mode == "targeted" or _KILLED.search(s.evidence.quote) is not None


_KILLED = re.compile(r"\b(?:kill|assassinat|slay|slain|murder|eliminat|death)", re.I)


def _months_apart(a: Act, b: Act) -> bool:
    """Told long after each other without a day in common; a day that one tells stands for its publication."""
    first, second = _around(a), _around(b)
    if one_day(a.statement, b.statement) or first is None or second is None:
        return False
    return abs((first - second).days) > FAR


def _around(a: Act) -> date | None:
    time = a.statement.time
    return time.start if time is not None and time.precision is DatePrecision.DAY else a.published


def _adrift(a: Act) -> bool:
    """An act without a day on a page without a date might be of any year."""
    return a.published is None and a.statement.time is None


def _days(a: Act, b: Act) -> float:
    x, y = a.statement.time, b.statement.time
    if x and y:
        gap = max((x.start - y.end).days, (y.start - x.end).days)
        exact = DatePrecision.DAY is x.precision is y.precision
        if gap <= 0:
            return 1.5 if exact else 0.5
        return NEVER if gap > SLACK else _slip(a, b)
    if x or y:
        return _half_dated(a, b) if x else _half_dated(b, a)
    return 0.0


def _slip(a: Act, b: Act) -> float:
    """Near days that do not meet: between two outlets perhaps a slip, inside one text usually two happenings."""
    return -2.0 if a.statement.document_id == b.statement.document_id else -0.5


def _half_dated(dated: Act, open_: Act) -> float:
    """One day told, the other only published: an act is told after it happened, and seldom long after."""
    time = dated.statement.time
    if time is None or open_.published is None or open_.latest is None:
        return 0.0
    background = (a.statement.aux is Auxiliary.HISTORICAL for a in (dated, open_))
    if time.start > open_.latest or len(set(background)) > 1:
        return NEVER
    return 0.0 if (open_.published - time.end).days <= FAR else -1.5


def _places(s: Statement, t: Statement) -> float:
    """Points for where; two countries exclude each other where both are told in the sentences of the act: one carried over from
    elsewhere may be another's."""
    a, b = s.place, t.place
    if a is None or b is None:
        return 0.0
    if one_name(a, b):
        return {PlaceLevel.COUNTRY: 0.3, PlaceLevel.ADM1: 1.0, PlaceLevel.OTHER: 0.7}.get(a.level, 1.5)
    if a.country and b.country and a.country != b.country:
        return NEVER if s.names_its_place and t.names_its_place else -1.5
    if a.level in NAMED and b.level in NAMED:
        apart = kilometres(a, b)
        return -1.5 if apart is None or apart > 50 else 1.0
    return 0.2


def _tolls(a: Statement, b: Statement) -> float:
    if a.deaths and b.deaths:
        near = nearness(a.deaths, b.deaths)
        return (1.5 if a.deaths.low > 2 else 0.7) if near == 1.0 else 2 * near - 1.2
    if a.injured and b.injured and a.injured.low == b.injured.low:
        return 1.0
    return 0.0


def _called(a: Act, b: Act, rare: dict[str, float]) -> float:
    """Rare names in both: a victim, a street, a group; one group's leader killed is nearly a name."""
    return min(2.5, sum(1.5 * rare[n] for n in a.names & b.names) + _one_leader(a, b))


def _one_leader(a: Act, b: Act) -> float:
    """A leader of one group killed: unnamed to one paper, by his name to another."""
    return 1.0 if a.leaders & b.leaders and _deadly(a) and _deadly(b) else 0.0


def _who(a: Act, b: Act) -> float:
    doing = 0.8 if a.actors & b.actors else -1.0 if a.actors and b.actors else 0.0
    hit = 0.5 if a.recipients & b.recipients or a.lands & b.lands else 0.0
    missed = -1.0 if not hit and a.recipients and b.recipients else 0.0
    return doing + hit + missed


def _modes(a: Statement, b: Statement) -> float:
    if not a.mode or not b.mode:
        return 0.0
    return 0.3 if a.mode == b.mode else -0.2
