"""The situation in three lines, and the arrow: better, worse, unchanged, or honestly unclear."""

from dataclasses import dataclass
from datetime import date, timedelta

from sarhad.codebook import CeasefirePhase, CommitmentStatus, EventType
from sarhad.monitor.ceasefire_lines import standing, step_day
from sarhad.monitor.commitment_lines import is_silent
from sarhad.monitor.desk import Desk, cited, sure
from sarhad.monitor.incident_lines import clearest, headline, is_background, on_word_only
from sarhad.monitor.selecting import printed_span
from sarhad.monitor.talk_lines import sentence
from sarhad.monitor.wording import PHASES, count, day, days, join, printed, toll
from sarhad.records import Ceasefire, Incident, Line, Talk

ENOUGH = 6
"""Fewer dated acts of violence than this say nothing about a direction."""

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
    dated = sorted(
        i.start for i in violent(desk) if i.start and i.told == "fact" and first <= i.start <= last
    )
    signal = _phase_signal(desk)
    if len(dated) < ENOUGH:
        told = count(len(dated), "act of violence is", "acts of violence are")
        also = f"; {signal[1]}" if signal else ""
        return Arrow(
            word="unclear", why=f"only {told} told as fact with a date, too few for a direction{also}"
        )
    cut = last - timedelta(days=max(1, (last - first).days // 3))
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
    why = f"{count(counts[1], 'act')} of violence told as fact since {day(cut)}, {counts[0]} in the longer time before"
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


def _coverage(desk: Desk, first: date, cut: date, last: date) -> float:
    """How the number of families published a day changed at the cut."""
    days_of = [s for r in desk.readings if (s := printed_span(r.document.published.date)[0]) is not None]
    before = sum(first <= d < cut for d in days_of) / max(1, (cut - first).days)
    after = sum(cut <= d <= last for d in days_of) / max(1, (last - cut).days + 1)
    return after / before if before else 1.0


def _phase_signal(desk: Desk) -> tuple[int, str] | None:
    """+1 for a ceasefire that last broke, -1 for one that last held, of the most widely told ceasefire."""
    for ceasefire in sorted(desk.fused.ceasefires, key=lambda c: (-c.witnesses, -len(c.history), c.id)):
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
    told = [i for i in desk.fused.incidents if i.type is EventType.ASSAULT and sure(i.reports)]
    return [i for i in told if not is_background(i, desk)]


def situation_lines(desk: Desk, direction: Arrow) -> tuple[Line, ...]:
    """Direction, violence and truce, talks and promises."""
    marks = {"better": "↗ BETTER", "worse": "↘ WORSE", "unchanged": "→ UNCHANGED", "unclear": "? UNCLEAR"}
    first = Line(text=f"{marks[direction.word]}: {direction.why}.")
    return first, _violence(desk), _diplomacy(desk)


def _violence(desk: Desk) -> Line:
    acts = violent(desk)
    told = {word: [i for i in acts if i.told == word] for word in ("fact", "claim", "denied")}
    word = sum(map(on_word_only, told["fact"]))
    parts = [
        f"{count(len(told['fact']), 'act')} of violence told as fact"
        f"{f' ({word} of them on a party’s word alone)' if word else ''}, "
        f"{len(told['claim'])} only claimed, {len(told['denied'])} claimed and denied"
    ]
    worst = max((i for i in told["fact"] if _deaths(i)), key=lambda i: (_deaths(i), i.id), default=None)
    cites = []
    if worst is not None:
        best = clearest(sure(worst.reports))
        when = days(worst.start, worst.end, worst.precision) or f"reported {printed(best.published)}"
        losses = toll(best.statement.deaths, best.statement.injured)
        parts.append(f"the heaviest told: {headline(worst, desk)}, {when}, {losses}")
        cites = [desk.cite_statement(best.statement)]
    parts += [_truce(c, desk) for c in _leading(desk)]
    return Line(text=f"Violence and truce: {'; '.join(parts)}.", citations=cited(cites))


def _deaths(incident: Incident) -> int:
    """The dead of the report that the line words, not of all reports put together."""
    told = clearest(sure(incident.reports)).statement.deaths
    return told.low if told else 0


def _leading(desk: Desk) -> list[Ceasefire]:
    firm = [c for c in desk.fused.ceasefires if standing(c, desk) is not None]
    return sorted(firm, key=lambda c: (-c.witnesses, -len(c.history), c.id))[:2]


def _truce(ceasefire: Ceasefire, desk: Desk) -> str:
    state = standing(ceasefire, desk)
    if state is None:
        return ""
    return f"ceasefire of {desk.names.all(ceasefire.parties) or 'parties not told'}: {PHASES[CeasefirePhase(state.label)]} ({step_day(state)})"


def _diplomacy(desk: Desk) -> Line:
    talks = [t for t in desk.fused.talks if sure(t.reports) and not t.planned]
    moved = [
        c for c in desk.fused.commitments if c.status in (CommitmentStatus.BROKEN, CommitmentStatus.STALLED)
    ]
    silent = [c for c in desk.fused.commitments if is_silent(c, desk.today)]
    newest = max(talks, key=_recent, default=None)
    parts = [count(len(talks), "talk or visit", "talks and visits")]
    cites = []
    if newest is not None:
        parts.append(f"the latest: {sentence(newest, desk)} ({_day(newest)})")
        cites = [desk.cite_statement(r.statement) for r in sure(newest.reports)[:1]]
    parts.append(count(len(desk.fused.commitments), "commitment"))
    stuck = join(c.object.strip(" .,;") for c in moved[:2])
    parts.append(
        f"{len(moved)} stalled or broken{f' ({stuck})' if stuck else ''}, {len(silent)} silent for half a year"
    )
    parts.append(f"{count(len(desk.fused.disputes), 'claim')} contested")
    return Line(text=f"Talks and promises: {'; '.join(parts)}.", citations=cited(cites))


def _recent(talk: Talk) -> tuple[str, str]:
    return (
        talk.start.isoformat() if talk.start else max((r.published or "" for r in talk.reports), default="")
    ), talk.id


def _day(talk: Talk) -> str:
    return days(talk.start, talk.end, talk.precision) or printed(
        max((r.published or "" for r in talk.reports), default="")
    )
