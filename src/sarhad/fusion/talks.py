"""Talks: visits, meetings, rounds and calls, each told by one or more reports."""

import re
from collections.abc import Sequence
from datetime import date

from sarhad.codebook import Auxiliary, CeasefirePhase, DatePrecision, EventType, PlaceLevel, Scope, Stance
from sarhad.codebook.actors import sector_of
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.linkage import NEVER, Pair, attach, cluster
from sarhad.fusion.phases import tells_phase
from sarhad.fusion.sides import country, side
from sarhad.fusion.vows import is_vow
from sarhad.fusion.words import content
from sarhad.records import Actor, Place, Statement, Talk, TimeSpan, stable_id

FLOOR = 1.6
APART = 10
"""Days between publications beyond which two undated meetings of the same parties are two meetings."""
BREATH = 700
NO_TALK = (Stance.DENIES, Stance.NEITHER)


def talks(gathering: Gathering) -> list[Talk]:
    """Every talk told as held or planned, in order of time; unsure reports are put beside the talk they fit."""
    told = [s for s in gathering.statements if is_talk(s) and not _misdated(s, gathering)]
    groups = cluster(len(told), _table(told, gathering), FLOOR)
    guesses = [s for s in gathering.faint if is_talk(s) and not _misdated(s, gathering)]
    every = [*told, *guesses]
    table = _table(every, gathering, since=len(told)) if guesses else {}
    found = []
    for group in attach(groups, len(every), table, FLOOR):
        sure = [every[i] for i in group if i < len(told)]
        if sure and _between_two(sure):
            found.append(_talk(sure, [every[i] for i in group if i >= len(told)], gathering))
    return sorted(found, key=lambda t: (t.start or date.max, t.id))


def _table(told: Sequence[Statement], gathering: Gathering, since: int = 0) -> dict[Pair, float]:
    """Points of every two reports that share a party, of which one at least stands at `since` or later."""
    parties = [frozenset(side(a.code) for a in (*s.actors, *s.recipients)) for s in told]
    table: dict[Pair, float] = {}
    for j in range(since, len(told)):
        for i in range(j):
            if parties[i] & parties[j]:
                table[i, j] = _points(told[i], told[j], _company(parties[i], parties[j]), gathering)
    return table


def _misdated(s: Statement, gathering: Gathering) -> bool:
    """Told as held on a day after its page was published."""
    latest = gathering.documents[s.document_id].published.end
    return (
        s.aux is not Auxiliary.FUTURE and s.time is not None and latest is not None and s.time.start > latest
    )


def _between_two(told: Sequence[Statement]) -> bool:
    """It takes two sides to talk; a visit may name its guest alone when it names the place abroad."""
    parties = {side(a.code) for s in told for a in _talkers(s)}
    return len(parties) > 1 or any(_abroad(s) for s in told)


def _abroad(s: Statement) -> bool:
    homes = {country(a.code) for a in _talkers(s)} - {None}
    return s.mode == "visit" and bool(homes) and s.place is not None and s.place.country not in (None, *homes)


PRESS_AND_PUBLIC = frozenset(("MED", "JRN", "CVL", "BUS", "REL"))
"""Talking to these is an interview or a gathering, no talks."""


def _talkers(s: Statement) -> list[Actor]:
    """Those who talk for a state, a group or a body, known at least by their country."""
    return [
        a
        for a in (*s.actors, *s.recipients)
        if sector_of(a.code) not in PRESS_AND_PUBLIC and not a.code.startswith("UNK.")
    ]


def is_talk(s: Statement) -> bool:
    """Whether one meeting, visit, round or call is told that can be told from others."""
    happens = (
        s.aux is not Auxiliary.NEGATION and s.aux is not Auxiliary.HYPOTHETICAL and s.stance not in NO_TALK
    )
    dated = s.aux is not Auxiliary.HISTORICAL or (s.time is not None and s.time.precision in NARROW)
    kind = s.type is EventType.CONSULT and s.scope is Scope.SINGLE and not _NO_TALKS.search(s.evidence.quote)
    return kind and happens and dated and _told_apart(s) and _with_whom(s)


_NO_TALKS = re.compile(
    r"\basked by\b|\bcancel\w*|\bwrote to\b|\b(?:plane|flight|aircraft)\b|\b(?:is|are|was|were|been|be) met (?:with|by)\b|\b(?:brief(?:ed|s)?|inform(?:ed|s)?|notif(?:y|ied)|in contact|in touch|remains? in)\b|\b(?:talking|speaking) about\b",
    re.I,
)
"""Words beside which nobody meets anybody."""


def _told_apart(s: Statement) -> bool:
    """A day, a few days or a month, a town or a visit: "they are talking" is no meeting."""
    timed = s.time is not None and (s.time.end - s.time.start).days <= MONTH
    placed = s.place is not None and s.place.level in (PlaceLevel.SITE, PlaceLevel.TOWN)
    return timed or placed or s.mode == "visit"


MONTH = 31


NARROW = (DatePrecision.DAY, DatePrecision.WEEK, DatePrecision.MONTH)


def _with_whom(s: Statement) -> bool:
    """Whether those who talk for somebody stand on both sides of what is told, or several on one."""
    talkers = _talkers(s)
    if s.actors and s.recipients:
        return any(a in talkers for a in s.actors) and any(a in talkers for a in s.recipients)
    return bool(talkers)


def _company(a: frozenset[str], b: frozenset[str]) -> float:
    """Points for the parties in common; when each side names one that the other does not, it is hardly one talk."""
    apart = -1.0 if a - b and b - a else 0.0
    return 0.6 * min(len(a & b), 2) + apart


def _points(a: Statement, b: Statement, company: float, gathering: Gathering) -> float:
    days = _days(a, b, gathering)
    plan_beside_talk = a.document_id == b.document_id and (a.aux is Auxiliary.FUTURE) is not (
        b.aux is Auxiliary.FUTURE
    )
    if days == NEVER or plan_beside_talk or _elsewhere(a.place, b.place):
        return NEVER
    place = 0.8 if a.place and b.place and a.place.name == b.place.name else 0.0
    kind = 0.3 if _kind(a) == _kind(b) else -0.3
    x, y = content(a.evidence.quote), content(b.evidence.quote)
    return round(company + days + place + kind + len(x & y) / max(1, min(len(x), len(y))), 6)


def _days(a: Statement, b: Statement, gathering: Gathering) -> float:
    if a.time and b.time:
        if a.time.start > b.time.end or b.time.start > a.time.end:
            return NEVER
        if max((t.end - t.start).days for t in (a.time, b.time)) <= APART:
            return 0.8 if DatePrecision.DAY in (a.time.precision, b.time.precision) else 0.3
    if _other_month(a.time, b.time):
        return NEVER
    first, second = gathering.published(a), gathering.published(b)
    if first and second and abs((first - second).days) > APART:
        return NEVER
    return 0.0


def _other_month(a: TimeSpan | None, b: TimeSpan | None) -> bool:
    """Both told, and neither within a month of the other's beginning."""
    return a is not None and b is not None and abs((a.start - b.start).days) > 31


def _elsewhere(a: Place | None, b: Place | None) -> bool:
    if a is None or b is None or a.name == b.name:
        return False
    if a.country and b.country and a.country != b.country:
        return True
    return a.level is PlaceLevel.TOWN is b.level


def _kind(s: Statement) -> str:
    words = content(s.evidence.quote)
    if s.mode == "phone":
        return "call"
    if s.mode == "visit":
        return "visit"
    if "round" in words:
        return "round"
    return "mediation" if s.mode == "third-party" else "meeting"


def _talk(told: Sequence[Statement], unsure: Sequence[Statement], gathering: Gathering) -> Talk:
    held = [s for s in told if s.aux is not Auxiliary.FUTURE]
    voice = held or told
    start, end, precision = _when(voice, gathering)
    kinds = [_kind(s) for s in voice]
    return Talk(
        id=stable_id("t", told[0].anchor),
        kind=max(dict.fromkeys(kinds), key=kinds.count),
        participants=_participants(told),
        mediators=_mediators(told),
        reports=tuple(map(gathering.report, (*told, *unsure))),
        venue=_venue(voice),
        start=start,
        end=end,
        precision=precision,
        witnesses=gathering.witnesses(voice),
        planned=not held,
        outcome=_outcome(told, gathering),
        host=_host(told),
    )


def _participants(told: Sequence[Statement]) -> tuple[Actor, ...]:
    """Everybody named once: by name where resolved, a bare code only when nobody of that code is named."""
    out: dict[tuple[str, str], Actor] = {}
    for s in told:
        for actor in _talkers(s):
            out.setdefault((actor.code, actor.name or ""), actor)
    named = {code for code, name in out if name}
    return tuple(a for (code, name), a in out.items() if name or code not in named)


def _mediators(told: Sequence[Statement]) -> tuple[str, ...]:
    truces = [m for s in told if s.ceasefire for m in s.ceasefire.mediators]
    between = [a.code for s in told if s.mode == "third-party" and s.recipients for a in s.actors]
    parties = {p for s in told if s.ceasefire for p in s.ceasefire.parties}
    return tuple(c for c in dict.fromkeys([*truces, *between]) if c not in parties)


def _venue(told: Sequence[Statement]) -> Place | None:
    places = [s.place for s in told if s.place is not None]
    fine = [p for p in places if p.level in (PlaceLevel.SITE, PlaceLevel.TOWN)]
    return next(iter(fine or places), None)


def _when(told: Sequence[Statement], gathering: Gathering) -> tuple[date | None, date | None, DatePrecision]:
    times = [s.time for s in told if s.time is not None and (s.time.end - s.time.start).days <= MONTH]
    if times:
        best = min(times, key=lambda t: ((t.end - t.start).days, t.start))
        return best.start, best.end, best.precision
    published = gathering.documents[told[0].document_id].published
    if told[0].aux in (Auxiliary.HISTORICAL, Auxiliary.FUTURE):
        return None, None, DatePrecision.UNKNOWN
    return published.start, published.end, DatePrecision.UNKNOWN


def _host(told: Sequence[Statement]) -> str | None:
    for s in told:
        if s.mode == "visit" and len({country(r.code) for r in s.recipients}) == 1:
            return s.recipients[0].code
    for s in told:
        if s.place and s.place.country:
            for actor in (*s.actors, *s.recipients):
                if country(actor.code) == s.place.country:
                    return actor.code
    return None


def _outcome(told: Sequence[Statement], gathering: Gathering) -> str | None:
    """What the same documents say the same parties agreed, or that they did not; only for talks that were held."""
    if all(s.aux is Auxiliary.FUTURE for s in told):
        return None
    parties = {side(a.code) for s in told for a in (*s.actors, *s.recipients)}
    near = [s for page in dict.fromkeys(t.document_id for t in told) for s in gathering.told_in[page]]
    after = [s for s in near if s.plain and _both(s, parties) and _close(s, told)]
    if any(s.ceasefire and s.ceasefire.phase is CeasefirePhase.TALKS_FAILED for s in after):
        return "no result"
    agreed = [s for s in after if s.type is EventType.AGREE and s.aux is None]
    objects = [what for s in agreed if (what := _agreed(s))]
    return "agreed: " + "; ".join(list(dict.fromkeys(objects))[:3]) if objects else None


def _agreed(s: Statement) -> str | None:
    """What was surely undertaken; agreeing with a view is no outcome."""
    if s.commitment is not None and is_vow(s):
        return s.commitment.object
    return (
        "a ceasefire"
        if s.ceasefire and s.ceasefire.phase is CeasefirePhase.AGREED and tells_phase(s)
        else None
    )


def _close(s: Statement, told: Sequence[Statement]) -> bool:
    """Told in the same breath: within `BREATH` characters of a report of the talk."""
    start = s.evidence.span.start
    return any(t.document_id == s.document_id and abs(start - t.evidence.span.start) <= BREATH for t in told)


def _both(s: Statement, parties: set[str]) -> bool:
    return len({side(a.code) for a in (*s.actors, *s.recipients)} & parties) > 1
