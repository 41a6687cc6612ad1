"""Talks: visits, meetings, rounds and calls, each told by one or more reports."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sarhad.codebook import Auxiliary, DatePrecision, EventType, PlaceLevel, TalkPart
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.linkage import NEVER, Pair, attach, cluster, sharing, weeks
from sarhad.fusion.offices import capacities
from sarhad.fusion.sides import country, side
from sarhad.fusion.talk_details import level_told, occasion_told, round_told, subjects_told
from sarhad.fusion.talk_next import followed
from sarhad.fusion.talk_outcomes import near, next_time, result
from sarhad.fusion.talk_passages import Passage, of_report, passages, past
from sarhad.fusion.talk_reports import MONTH, hosts, is_talk, mediated, only_mediates, talkers
from sarhad.fusion.talk_roles import roles_in
from sarhad.fusion.talk_rounds import round_number
from sarhad.fusion.words import content
from sarhad.records import Actor, Beside, Place, Statement, Talk, TimeSpan, stable_id

FLOOR = 1.6
APART = 10
"""Days between publications beyond which two undated meetings of the same parties are two meetings."""


def talks(gathering: Gathering) -> list[Talk]:
    """Every talk told as held or planned, in order of time; unsure reports are put beside the talk they fit."""
    named = ((s, gathering.told_in[s.document_id]) for s in gathering.statements)
    seen = (s if is_talk(s) else mediated(s, page) for s, page in named)
    told = [s for s in seen if s is not None and not _misdated(s, gathering)]
    guesses = [s for s in gathering.faint if is_talk(s) and not _misdated(s, gathering)]
    every = [*told, *guesses]
    meetings = [_meeting(s, gathering) for s in every]
    table = _table(meetings)

    def apart(i: int, j: int) -> bool:
        return bool(meetings[i].parties & meetings[j].parties) and _days(meetings[i], meetings[j]) == NEVER

    firm = {pair: points for pair, points in table.items() if pair[1] < len(told)}
    groups = cluster(len(told), firm, FLOOR, apart=apart)
    found = []
    for group in attach(groups, len(every), table, FLOOR, apart):
        sure = [every[i] for i in group if i < len(told)]
        if sure and _between_two(sure):
            found.append(_talk(sure, [every[i] for i in group if i >= len(told)], gathering))
    return followed(sorted(found, key=lambda t: (t.start or date.max, t.id)), gathering)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A report of a talk with what it is compared by."""

    statement: Statement
    parties: frozenset[str]
    words: frozenset[str]
    kind: str
    published: date | None


def _meeting(s: Statement, gathering: Gathering) -> Meeting:
    return Meeting(
        statement=s,
        parties=frozenset(side(a.code) for a in _parties(s)),
        words=content(s.evidence.quote),
        kind=_kind(s),
        published=gathering.published(s),
    )


def _parties(s: Statement) -> list[Actor]:
    """Whom its clause names, less those whom its sentence tells to stand beside the talk, as long as two others are named."""
    beside = {side(r.code) for r in roles_in(s.sentence.quote, None)}
    everybody = [*s.actors, *s.recipients]
    talking = [a for a in everybody if side(a.code) not in beside]
    return talking if len({side(a.code) for a in talking}) > 1 else everybody


def _table(meetings: Sequence[Meeting]) -> dict[Pair, float]:
    """Points of every two reports that share a party and whose days may be one. The others, which are most, lie apart (`_days`)."""
    pairs = sharing([(p, at) for p in m.parties for at in _times(m)] for m in meetings)
    undated = {i for i, m in enumerate(meetings) if m.published is None}
    if undated:  # they may be of any day
        pairs |= {p for p in sharing(m.parties for m in meetings) if undated.intersection(p)}
    return {(i, j): _points(meetings[i], meetings[j]) for i, j in sorted(pairs)}


def _times(meeting: Meeting) -> list[object]:
    """Two reports share one of these when they were published within `APART` days or tell, each in few days, of one day."""
    time, published = meeting.statement.time, meeting.published
    span = (time.end - time.start).days if time else APART + 1
    days = [time.start + timedelta(days=n) for n in range(span + 1)] if time and span <= APART else []
    return [*days, *weeks(published, APART)] if published else [*days]


def _misdated(s: Statement, gathering: Gathering) -> bool:
    """Told as held on a day after its page was published."""
    latest = gathering.documents[s.document_id].published.end
    return (
        s.aux is not Auxiliary.FUTURE and s.time is not None and latest is not None and s.time.start > latest
    )


def _between_two(told: Sequence[Statement]) -> bool:
    """It takes two sides to talk; a visit may name its guest alone when it names the place abroad."""
    parties = {side(a.code) for s in told for a in talkers(s)}
    return len(parties) > 1 or any(_abroad(s) for s in told)


def _abroad(s: Statement) -> bool:
    homes = {country(a.code) for a in talkers(s)} - {None}
    return s.mode == "visit" and bool(homes) and s.place is not None and s.place.country not in (None, *homes)


def _company(a: frozenset[str], b: frozenset[str]) -> float:
    """Points for the parties in common; when each side names one that the other does not, it is hardly one talk."""
    apart = -1.0 if a - b and b - a else 0.0
    return 0.6 * min(len(a & b), 2) + apart


def _points(x: Meeting, y: Meeting) -> float:
    a, b, days = x.statement, y.statement, _days(x, y)
    plan_beside_talk = a.document_id == b.document_id and (a.aux is Auxiliary.FUTURE) is not (
        b.aux is Auxiliary.FUTURE
    )
    if days == NEVER or plan_beside_talk or _elsewhere(a.place, b.place) or _other_round(a, b):
        return NEVER
    place = 0.8 if a.place and b.place and a.place.name == b.place.name else 0.0
    kind = (0.3 if x.kind == y.kind else -0.3) + _same_round(a, b)
    wording = len(x.words & y.words) / max(1, min(len(x.words), len(y.words)))
    return round(_company(x.parties, y.parties) + days + place + kind + wording, 6)


def _same_round(a: Statement, b: Statement) -> float:
    """Points for one number told by both."""
    one, other = round_number(a), round_number(b)
    return 0.8 if one is not None and one == other else 0.0


def _other_round(a: Statement, b: Statement) -> bool:
    """The second round is not the third."""
    one, other = round_number(a), round_number(b)
    return one is not None and other is not None and one != other


def _days(x: Meeting, y: Meeting) -> float:
    a, b = x.statement.time, y.statement.time
    if a and b:
        if a.start > b.end or b.start > a.end:
            return NEVER
        if max((t.end - t.start).days for t in (a, b)) <= APART:
            return 0.8 if DatePrecision.DAY in (a.precision, b.precision) else 0.3
    if _other_month(a, b):
        return NEVER
    if x.published and y.published and abs((x.published - y.published).days) > APART:
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
    page = passages(voice, gathering)
    spoken = past(page) if held else page
    start, end, precision = _when(voice, gathering)
    kinds = [_kind(s) for s in voice]
    came = result(told, page, gathering)
    worded = beside_told(told, page, gathering)
    mediators = _mediators(told, worded, gathering)
    participants = _participants(told, {*map(side, mediators), *(side(b.code) for b in worded)})
    sitting = {side(p.code) for p in participants}
    beside = tuple(b for b in worded if b.part is TalkPart.HOST or side(b.code) not in sitting)
    sat = [[a for a in talkers(s) if side(a.code) in sitting] for s in voice]
    held_in = capacities(voice, sat, gathering.documents)
    guests = {side(a.code) for s in voice if s.mode == "visit" for a in s.actors}
    return Talk(
        id=stable_id("t", told[0].anchor),
        kind=max(dict.fromkeys(kinds), key=kinds.count),
        participants=participants,
        mediators=tuple(m for m in mediators if side(m) not in sitting),
        reports=tuple(gathering.report(gathering.by_anchor.get(s.anchor, s)) for s in (*told, *unsure)),
        venue=_venue(voice),
        start=start,
        end=end,
        precision=precision,
        witnesses=gathering.witnesses(voice),
        planned=not held,
        outcome=came.outcome if came else None,
        host=_host(told, beside),
        level=level_told(spoken, held_in, lambda name: name in guests, visit="visit" in kinds),
        capacities=held_in,
        round=round_told(spoken),
        occasion=occasion_told(spoken),
        subjects=subjects_told([*spoken, *map(of_report, _spoken(told, gathering))]),
        result=came.evidence if came else None,
        next=next_time(told, page, gathering),
        beside=beside,
    )


def beside_told(
    told: Sequence[Statement], page: Sequence[Passage], gathering: Gathering
) -> tuple[Beside, ...]:
    """Everybody who is told to host, to mediate or to witness, once in each part."""
    found: dict[tuple[TalkPart, str], Beside] = {}
    days = {s.document_id: gathering.published(s) for s in told}
    for p in page:
        for r in roles_in(p.sentence.quote, days[p.sentence.document_id]):
            one = Beside(code=r.code, part=r.part, evidence=p.sentence, name=r.name)
            found.setdefault((r.part, side(r.code)), one)
    return tuple(found.values())


def _spoken(told: Sequence[Statement], gathering: Gathering) -> list[Statement]:
    """What the same parties are told to have talked about in the same breath ("They discussed trade")."""
    return [
        s for s in near(told, gathering) if s.type is EventType.CONSULT and s.aux is None and s not in told
    ]


def _participants(told: Sequence[Statement], beside: Collection[str]) -> tuple[Actor, ...]:
    """Everybody named once: by name where resolved, a bare code only when nobody of that code is named.

    Whoever only hosts, mediates or witnesses takes no part, as long as two others do.
    """
    out: dict[tuple[str, str], Actor] = {}
    for s in told:
        for actor in talkers(s):
            out.setdefault((actor.code, actor.name or ""), actor)
    named = {code for code, name in out if name}
    everybody = tuple(a for (code, name), a in out.items() if name or code not in named)
    talking = tuple(a for a in everybody if side(a.code) not in beside)
    return talking if len({side(a.code) for a in talking}) > 1 else everybody


def _mediators(told: Sequence[Statement], beside: Sequence[Beside], gathering: Gathering) -> tuple[str, ...]:
    """Who brings the parties together; a host alone does not mediate."""
    worded = [b.code for b in beside if b.part is TalkPart.MEDIATOR]
    truces = [m for s in told if s.ceasefire for m in s.ceasefire.mediators]
    between = [
        a.code for s in told if s.mode == "third-party" and s.recipients and not hosts(s) for a in s.actors
    ]
    sentences = dict.fromkeys((s.document_id, s.sentence.span) for s in told)
    near_them = [
        a.code
        for page, sentence in sentences
        for m in gathering.told_in[page]
        if m.sentence.span == sentence and only_mediates(m)
        for a in m.actors
    ]
    parties = {p for s in told if s.ceasefire for p in s.ceasefire.parties}
    parties |= {a.code for s in told if s.recipients for a in s.recipients} - set(worded)
    return tuple(c for c in dict.fromkeys([*worded, *truces, *between, *near_them]) if c not in parties)


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


def _at_home(s: Statement) -> bool:
    """Visited in their own country, as far as the place is told."""
    homes = {country(r.code) for r in s.recipients}
    return len(homes) == 1 and (s.place is None or s.place.country is None or s.place.country in homes)


def _host(told: Sequence[Statement], beside: Sequence[Beside]) -> str | None:
    """By the words for it; else who is visited at home, or takes part at a place of their own."""
    worded = next((b.code for b in beside if b.part is TalkPart.HOST), None)
    if worded is not None:
        return worded
    for s in told:
        if s.mode == "visit" and _at_home(s):
            return s.recipients[0].code
    for s in told:
        if s.mode == "third-party" and hosts(s) and len(s.actors) == 1:
            return s.actors[0].code
    for s in told:
        if s.place and s.place.country:
            for actor in (*s.actors, *s.recipients):
                if country(actor.code) == s.place.country:
                    return actor.code
    return None
