"""The situation in three lines, and the arrow: better, worse, unchanged, or honestly unclear."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sarhad.codebook import CeasefirePhase, CommitmentStatus, EventType
from sarhad.monitor.ceasefire_lines import standing, step_day
from sarhad.monitor.commitment_lines import is_silent, undertakings
from sarhad.monitor.desk import Desk, cited
from sarhad.monitor.incident_lines import (
    clearest,
    headline,
    is_background,
    is_told,
    on_word_only,
    told_as,
    when,
    witnesses,
)
from sarhad.monitor.incident_places import where
from sarhad.monitor.incident_tolls import losses_of
from sarhad.monitor.selecting import printed_span
from sarhad.monitor.standing_words import FAMILIES
from sarhad.monitor.talk_lines import best_report as _told_best
from sarhad.monitor.talk_lines import has_parties, sentence, when_talked
from sarhad.monitor.threads_gate import ceasefires
from sarhad.monitor.wording import PHASES, count, count_or_no, day, join
from sarhad.records import UNSURE, Ceasefire, Incident, Line, Statement, Talk

ENOUGH = 6
"""Fewer dated acts of violence than this say nothing about a direction."""

CONFIDENT = 0.83
"""What one telling must reach to be named in the situation; two independent families need not."""

CLEAR = 1.5
"""A rate that changed by less than half is no change: press coverage alone swings that much."""

BAD = {CeasefirePhase.VIOLATED, CeasefirePhase.COLLAPSED, CeasefirePhase.TALKS_FAILED, CeasefirePhase.ENDED}
GOOD = {CeasefirePhase.AGREED, CeasefirePhase.IN_EFFECT, CeasefirePhase.EXTENDED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """Which way things go and why."""

    word: str
    why: str


def arrow(desk: Desk, since: date | None, until: date | None) -> Arrow:
    """Violence told as fact in the last third of the period against before, and the last phase of a ceasefire."""
    first, last = _period(desk, since, until)
    acts = [i for i in violent(desk) if i.start and told_as(i, desk) == "fact" and first <= i.start <= last]
    dated = sorted(i.start for i in acts if i.start)
    signal = _phase_signal(desk)
    if len(dated) < ENOUGH:
        told = count_or_no(len(dated), "act of violence is", "acts of violence are")
        only = "only " if dated else ""
        also = f"; {signal[1]}" if signal else ""
        return Arrow(
            word="unclear", why=f"{only}{told} told as fact with a date, too few for a direction{also}"
        )
    cut = last - timedelta(days=max(1, (last - first).days // 3))
    thin = _thin(acts, desk)
    if thin:
        return Arrow(
            word="unclear", why=f"too little told to compare: {thin}{f'; {signal[1]}' if signal else ''}"
        )
    before, after = sum(d < cut for d in dated), sum(d >= cut for d in dated)
    rates = before / max(1, (cut - first).days), after / max(1, (last - cut).days + 1)
    return _weigh(rates, (before, after), cut, _coverage(desk, first, cut, last), signal)


def _period(desk: Desk, since: date | None, until: date | None) -> tuple[date, date]:
    """The period asked for, else the days on which the documents were published: what they tell of earlier years
    is background and would stretch it."""
    published = [r.document.published for r in desk.readings]
    starts, ends = [d.start for d in published if d.start], [d.end or d.start for d in published if d.start]
    told = [i.start for i in violent(desk) if i.start]
    return since or min(starts or told, default=date.max), until or max(
        [e for e in ends if e] or told, default=date.min
    )


def _weigh(
    rates: tuple[float, float],
    counts: tuple[int, int],
    cut: date,
    coverage: float,
    signal: tuple[int, str] | None,
) -> Arrow:
    change = (rates[1] / rates[0]) if rates[0] else CLEAR * 2
    direction = (change >= CLEAR) - (change <= 1 / CLEAR)
    why = f"{count_or_no(counts[1], 'act')} of violence told as fact since {day(cut)}, {counts[0]} in the longer time before"
    if signal:
        why += f"; {signal[1]}"
    if direction and (coverage >= CLEAR if direction > 0 else coverage <= 1 / CLEAR):
        return Arrow(
            word="unclear",
            why=f"{why}; but the number of independent reports changed as much, so the rate may only follow the coverage",
        )
    if signal and direction and signal[0] != direction:
        return Arrow(word="unclear", why=f"{why}; the two point different ways")
    moved = direction or (signal[0] if signal else 0)
    return Arrow(word={1: "worse", -1: "better", 0: "unchanged"}[moved], why=why)


def _thin(dated: Sequence[Incident], desk: Desk) -> str:
    """Where too few families tell the acts, or of too few days, for a direction; "" where enough do."""
    tellers = {r.family for i in dated for r in desk.sure(i.reports)}
    days = {i.start for i in dated}
    if len(tellers) >= FAMILIES and len(days) >= FAMILIES:
        return ""
    return (
        f"{count(len(dated), 'act')} of violence on {count(len(days), 'day')}, told by {count(len(tellers), 'family', 'families')} "
        f"(the floor: {FAMILIES} days and {FAMILIES} families)"
    )


def _coverage(desk: Desk, first: date, cut: date, last: date) -> float:
    """How the number of families published a day changed at the cut."""
    days_of = [s for r in desk.readings if (s := printed_span(r.document.published.date)[0]) is not None]
    before = sum(first <= d < cut for d in days_of) / max(1, (cut - first).days)
    after = sum(cut <= d <= last for d in days_of) / max(1, (last - cut).days + 1)
    return after / before if before else 1.0


def _phase_signal(desk: Desk) -> tuple[int, str] | None:
    """+1 for a ceasefire that last broke, -1 for one that last held, of the most widely told ceasefire."""
    for ceasefire in sorted(_latest(desk), key=lambda c: (-c.witnesses, -len(c.history), c.id)):
        state = standing(ceasefire, desk)
        if state is None:
            continue
        phase = CeasefirePhase(state.label)
        if phase in BAD | GOOD:
            names = desk.names.all(ceasefire.parties) or "parties that are not told"
            return (
                1 if phase in BAD else -1
            ), f"the ceasefire between {names} is last told as “{PHASES[phase]}”"
    return None


def violent(desk: Desk) -> list[Incident]:
    """Single acts of violence of the period with a sure report."""
    told = [i for i in desk.fused.incidents if i.type is EventType.ASSAULT and is_told(i, desk)]
    return [i for i in told if not is_background(i, desk)]


def situation_lines(desk: Desk, direction: Arrow) -> tuple[Line, ...]:
    """Direction, violence and truce, talks and promises."""
    marks = {"better": "↗ BETTER", "worse": "↘ WORSE", "unchanged": "→ UNCHANGED", "unclear": "? UNCLEAR"}
    first = Line(text=f"{marks[direction.word]}: {direction.why}.")
    return first, _violence(desk), _diplomacy(desk)


def _violence(desk: Desk) -> Line:
    acts = violent(desk)
    told = {word: [i for i in acts if told_as(i, desk) == word] for word in ("fact", "claim", "denied")}
    own = [i for i in told["fact"] if not on_word_only(i, desk)]
    word = len(told["fact"]) - len(own)
    parts = [
        f"{count_or_no(len(told['fact']), 'act')} of violence told as fact"
        f"{f' ({word} of them on a party’s word alone)' if word else ''}, "
        f"{len(told['claim'])} only claimed, {len(told['denied'])} claimed and denied"
    ]
    heavy = [i for i in own if _deaths(i, desk) and _grounded(i, desk)]
    worst = max(heavy, key=lambda i: (_deaths(i, desk), i.id), default=None)
    cites = []
    if worst is not None:
        best = clearest(desk.sure(worst.reports))
        told_when = [p for p in (when(worst, best, desk), where(worst, best, desk)) if p]
        losses = losses_of(worst, best.statement, desk)
        parts.append(f"the heaviest told: {headline(worst, desk)}, {', '.join(told_when)}, {losses}")
        cites = [desk.cite_statement(best.statement)]
    parts += [_truce(c, desk) for c in _leading(desk)]
    return Line(text=f"Violence and truce: {'; '.join(parts)}.", citations=cited(cites))


def _grounded(incident: Incident, desk: Desk) -> bool:
    """Told as fact, at a named place or on a day, by two families or surely enough by one."""
    best = clearest(desk.sure(incident.reports))
    s = best.statement
    surely = witnesses(incident, desk) > 1 or s.confidence >= CONFIDENT
    return s.aux is None and surely and (s.time is not None or s.place is not None)


def _deaths(incident: Incident, desk: Desk) -> int:
    """The dead of the report that the line words, not of all reports put together."""
    s = clearest(desk.sure(incident.reports)).statement
    return s.deaths.low if s.deaths and losses_of(incident, s, desk) else 0


def _leading(desk: Desk) -> list[Ceasefire]:
    firm = [c for c in _latest(desk) if standing(c, desk) is not None and _firmly(c, desk)]
    return sorted(firm, key=lambda c: (-c.witnesses, -len(c.history), c.id))[:2]


def _latest(desk: Desk) -> list[Ceasefire]:
    """The ceasefires without those that a later one of the same parties, told here too, has taken the place of."""
    told = ceasefires(desk)
    known = {c.id for c in told}
    return [c for c in told if c.superseded_by not in known]


def _firmly(ceasefire: Ceasefire, desk: Desk) -> bool:
    """Two families tell of it, or the step it stands on is told surely enough."""
    state = standing(ceasefire, desk)
    told = desk.statements.get(state.anchor) if state else None
    return len({s.family for s in ceasefire.history}) > 1 or (
        told is not None and told.confidence >= CONFIDENT
    )


def _truce(ceasefire: Ceasefire, desk: Desk) -> str:
    state = standing(ceasefire, desk)
    if state is None:
        return ""
    return f"ceasefire of {desk.names.all(ceasefire.parties) or 'parties not told'}: {PHASES[CeasefirePhase(state.label)]} ({step_day(state)})"


def _diplomacy(desk: Desk) -> Line:
    talks = [t for t in desk.fused.talks if desk.sure(t.reports) and not t.planned]
    plain = [t for t in talks if _talked(t, desk)]
    promised = undertakings(desk)
    moved = [c for c in promised if c.status in (CommitmentStatus.BROKEN, CommitmentStatus.STALLED)]
    silent = [c for c in promised if is_silent(c, desk.today)]
    newest = max(plain, key=lambda t: _recent(_told_best(t, desk).statement, desk), default=None)
    parts = [count(len(talks), "talk or visit", "talks and visits")]
    cites = []
    if newest is not None:
        s = _told_best(newest, desk).statement
        parts.append(f"the latest: {sentence(s, desk)} ({_first_lower(when_talked(s, desk))})")
        cites = [desk.cite_statement(s)]
    parts.append(count(len(promised), "commitment"))
    stuck = join(c.object.strip(" .,;") for c in moved[:2])
    parts.append(
        f"{len(moved)} stalled or broken{f' ({stuck})' if stuck else ''}, {len(silent)} silent for half a year"
    )
    parts.append(f"{count(len(desk.fused.disputes), 'claim')} contested")
    return Line(text=f"Talks and promises: {'; '.join(parts)}.", citations=cited(cites))


def _talked(talk: Talk, desk: Desk) -> bool:
    """Held, between named parties, told by two families or surely enough, at a place or on a day that can be."""
    s = _told_best(talk, desk).statement
    surely = len({r.family for r in desk.sure(talk.reports)}) > 1 or s.confidence >= UNSURE + 0.06
    held = s.aux is None and (s.time is None or s.time.start <= desk.today)
    return surely and held and has_parties(s) and (s.time is not None or s.place is not None)


def _recent(s: Statement, desk: Desk) -> tuple[str, str]:
    return (s.time.start.isoformat() if s.time else desk.published(s.document_id) or ""), s.anchor


def _first_lower(when_told: str) -> str:
    told = when_told.removesuffix(" — ")
    return told.replace("Reported", "reported", 1).replace("Undated", "undated", 1)
