"""Ceasefires as lines: where each stands, since when, who says so, how it came there, who mediates, what breaks it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from sarhad.codebook import Auxiliary, CeasefirePhase, Ending, EventType, Stance
from sarhad.codebook.actors import country_of, sector_of
from sarhad.monitor.desk import Desk, cited, said
from sarhad.monitor.gate_words import without_result
from sarhad.monitor.standing_words import ceasefire_words
from sarhad.monitor.threads_gate import ceasefires
from sarhad.monitor.wording import PHASES, as_reported, capital, day, join, printed
from sarhad.records import (
    ACT_CORROBORATED,
    ALLEGED,
    CLAIMED,
    CORROBORATED,
    RETOLD,
    Ceasefire,
    Line,
    Step,
    once_dated,
)

QUIET = {CeasefirePhase.CALLED_FOR.value, CeasefirePhase.OFFERED.value}
"""Words that ask for a ceasefire or for its mediation; they do not say where one stands."""


FEW = 3
"""Days of agreement that are told one by one."""
RUNS = 8
"""Phases a line shows; a longer history keeps the firm ones."""


def ceasefire_lines(desk: Desk) -> tuple[Line, ...]:
    """One line a ceasefire; the ones most families tell come first, those that a later one took the place of last."""
    return _in_order(ceasefires(desk), desk)


def _in_order(told: Iterable[Ceasefire], desk: Desk) -> tuple[Line, ...]:
    order = sorted(
        told,
        key=lambda c: (
            standing(c, desk) is None,
            not c.parties,
            c.superseded_by is not None,
            -c.witnesses,
            -len(c.history),
            c.id,
        ),
    )
    return tuple(ceasefire_line(c, desk) for c in order if c.history)


def standing_lines(desk: Desk) -> tuple[Line, ...]:
    """The same for a brief: a call or an offer that one family alone tells of is no state of things."""
    told = (c for c in ceasefires(desk) if standing(c, desk) is not None or c.witnesses > 1)
    return _in_order(told, desk)


def ceasefire_line(ceasefire: Ceasefire, desk: Desk) -> Line:
    """State first; its history and its violations follow as details, each in the text's own words."""
    state = standing(ceasefire, desk)
    told, alleged = violations(ceasefire, desk)
    parts = [
        f"{_parties(ceasefire, desk)}: {_state(ceasefire, state, desk)}",
        f"History: {history_words(ceasefire, desk)}",
        _mechanism(ceasefire, desk),
        f"Violations told: {_number(told)}, alleged: {_number(alleged)}{_borne_out([*told, *alleged])}"
        if told or alleged
        else "",
    ]
    steps = [s for s in (state, *ceasefire.history) if s is not None]
    return Line(
        text=". ".join(p for p in parts if p)
        + f". {desk.told_by(s.evidence.document_id for s in ceasefire.history)}",
        citations=cited(desk.cite(s.evidence, desk.statements.get(s.anchor)) for s in steps),
        refers_to=ceasefire.id,
        details=(
            *(_detail(s, ceasefire, desk, s in alleged) for s in shown_steps(ceasefire, desk)),
            *_without_result(ceasefire, desk),
            *ceasefire_words(ceasefire, desk.names),
        ),
    )


def _number(broken: Iterable[Step]) -> int:
    """How many breaches these steps tell: of one family's copies and one day as many as the page that tells most of them."""
    pages: dict[tuple[str, object], Counter[str]] = {}
    for s in broken:
        day_told = s.time.start if s.time else s.published
        pages.setdefault((s.family, day_told), Counter())[s.evidence.document_id] += 1
    return sum(max(told.values()) for told in pages.values())


def _borne_out(broken: list[Step]) -> str:
    """How many of the violations two independent families bear out."""
    number = _number(s for s in broken if s.note == CORROBORATED)
    act = _number(s for s in broken if s.note == ACT_CORROBORATED)
    by_others = f", told by others without whose it was: {act}" if act else ""
    return (f", corroborated: {number}" if number else "") + by_others


BREATH = 700
"""Characters within which a document goes on about the same talks."""


def _without_result(ceasefire: Ceasefire, desk: Desk) -> tuple[str, ...]:
    """Rounds that came to nothing, told in the same breath as the ceasefire or its talks, in the text's own words."""
    where = [(s.evidence.document_id, s.evidence.span.start) for s in ceasefire.history]
    told = [
        s
        for s in desk.told()
        if without_result(s)
        and any(d == s.document_id and abs(at - s.evidence.span.start) <= BREATH for d, at in where)
    ]
    return tuple(
        f"{as_reported(printed(desk.published(s.document_id)))}: talks without a result – {said(s, 200)} [{desk.name(s.document_id)}]"
        for s in told[:2]
    )


def standing(ceasefire: Ceasefire, desk: Desk) -> Step | None:
    """The step that says where it stands: the last one that is more than a call, an offer, a plan or an allegation."""
    firm = once_dated([s for s in ceasefire.history if is_firm(s, desk)])
    same = [s for s in firm if s.label == ceasefire.phase.value]
    return (same or firm or [None])[-1]  # type: ignore[list-item]


def is_firm(step: Step, desk: Desk) -> bool:
    """Told as happening. A violation that a party alleges or denies is not, nor one told as not happening."""
    if step.label in QUIET or step.note == CLAIMED or step.aux in (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL):
        return False
    if step.label == CeasefirePhase.VIOLATED.value:
        return step.aux is not Auxiliary.NEGATION and not _alleged(step, desk)
    return True


def violations(ceasefire: Ceasefire, desk: Desk) -> tuple[list[Step], list[Step]]:
    """Violations told plainly, and those a party alleges."""
    broken = [
        s
        for s in ceasefire.history
        if s.label == CeasefirePhase.VIOLATED.value
        and s.aux not in (Auxiliary.NEGATION, Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL)
    ]
    alleged = [s for s in broken if _alleged(s, desk)]
    return [s for s in broken if s not in alleged], alleged


def _alleged(step: Step, desk: Desk) -> bool:
    statement = desk.statements.get(step.anchor) or desk.statement_at(step.evidence)
    if statement is None:
        return step.speaker is not None
    worded = statement.type in (EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN)
    return worded or statement.stance in (Stance.ALLEGES, Stance.DENIES, Stance.NEITHER)


def step_day(step: Step) -> str:
    """When a step happened; when that is not told, when it was reported."""
    if step.time is not None:
        return day(step.time.start, step.time.precision)
    if step.published and step.note == RETOLD:
        return f"before {printed(step.published)}"
    return as_reported(printed(step.published))


def history_words(ceasefire: Ceasefire, desk: Desk) -> str:
    """ "talks (Oct 2025) → agreed (Oct 2025) → talks failed (…)"; a run of one phase is told once."""
    runs = _runs(ceasefire.history)
    for told in (_weighty(ceasefire, desk), [s for s in ceasefire.history if is_firm(s, desk)]):
        if len(runs) > RUNS:
            runs = _runs(told) or runs
    runs = runs[-RUNS:]
    alleged = violations(ceasefire, desk)[1]
    return " → ".join(
        f"{'violation alleged' if all(s in alleged for s in steps) else label} ({_span(steps)})"
        for label, steps in runs
    )


def _runs(steps: Iterable[Step]) -> list[tuple[str, list[Step]]]:
    return [(label, list(told)) for label, told in groupby(steps, key=_words)]


def _weighty(ceasefire: Ceasefire, desk: Desk) -> list[Step]:
    """The firm steps less talks, and every breach that is told or alleged: what a long history is followed for."""
    told, alleged = violations(ceasefire, desk)
    spoken = (CeasefirePhase.TALKS.value, CeasefirePhase.TALKS_FAILED.value)
    return [
        s
        for s in ceasefire.history
        if s in alleged or s in told or (is_firm(s, desk) and s.label not in spoken)
    ]


def _span(steps: list[Step]) -> str:
    """ "28 Jul 2025", "28 Jul 2025 and 26 Oct 2025" of what was agreed twice, "6 Jan 2026 to 9 Jan 2026" of what went on."""
    steps = once_dated(steps)
    first, last = step_day(steps[0]), step_day(steps[-1])
    dated = dict.fromkeys(step_day(s) for s in steps if s.time is not None)
    if steps[0].label == CeasefirePhase.AGREED.value and 1 < len(dated) <= FEW:
        return " and ".join(dated)
    same = first.removeprefix("reported ") == last.removeprefix("reported ")
    return first if same else f"{first} to {last.removeprefix('reported ').removeprefix('before ')}"


def shown_steps(ceasefire: Ceasefire, desk: Desk) -> list[Step]:
    """The last step of each phase, in order, of agreements that of each day; not more than a reader takes in."""
    runs = [s for label, steps in _runs(ceasefire.history) for s in _shown(steps)]
    weighty = [s for label, steps in _runs(_weighty(ceasefire, desk)) for s in _shown(steps)]
    return (runs if len(runs) <= RUNS else weighty)[-RUNS:]


def _shown(steps: Sequence[Step]) -> list[Step]:
    steps = once_dated(steps)
    if steps[0].label != CeasefirePhase.AGREED.value:
        return [steps[-1]]
    days = {step_day(s): s for s in steps if s.time is not None}
    return list(days.values())[-FEW:] or [steps[-1]]


def _words(step: Step) -> str:
    word = (
        Ending.SUSPENDED.value if step.note == Ending.SUSPENDED.value else PHASES[CeasefirePhase(step.label)]
    )
    if step.aux in (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL):
        return f"{word}, only planned or possible"
    if step.note == CLAIMED:
        return f"{word}, {CLAIMED}"
    return f"{word}, told as not happening" if step.aux is Auxiliary.NEGATION and "fail" not in word else word


def _parties(ceasefire: Ceasefire, desk: Desk) -> str:
    return capital(desk.names.all(ceasefire.parties)) or "Parties not named"


def _state(ceasefire: Ceasefire, state: Step | None, desk: Desk) -> str:
    if state is None and any(s.label == CeasefirePhase.VIOLATED.value for s in ceasefire.history):
        return "a ceasefire spoken of as standing; these pages do not tell when it was agreed"
    if state is None:
        return f"no ceasefire told yet, only {PHASES[ceasefire.phase]}"
    says = f", says {desk.names.of(state.speaker)}" if state.speaker else ", as the press tells it"
    since = step_day(state)
    told = f"{_words(state)}{_by_one(state, ceasefire, desk)} ({since}{says}): {desk.words(state, 200)}"
    if ceasefire.id in desk.trusted and all(s.label != ceasefire.phase.value for s in ceasefire.history):
        corrected = ceasefire.ending.value if ceasefire.ending else PHASES[ceasefire.phase]
        return f"{corrected}, as a person corrected it; the last that is told: {told}"
    return told


def _mechanism(ceasefire: Ceasefire, desk: Desk) -> str:
    return f"Mediated by {join(map(desk.names.of, ceasefire.mediators))}" if ceasefire.mediators else ""


def _by_one(step: Step, ceasefire: Ceasefire, desk: Desk) -> str:
    """ "X had agreed to a truce": the yes of one side is told as his, and is no agreement of both."""
    s = desk.statements.get(step.anchor)
    if step.label != CeasefirePhase.AGREED.value or s is None or len(ceasefire.parties) != 2:
        return ""
    if not _YES.match(s.trigger.quote) or _MUTUAL.search(s.evidence.quote):
        return ""
    own = [p for p in ceasefire.parties if any(_acts_for(a.code, p) for a in s.actors)]
    return f" by {desk.names.of(own[0])} alone" if len(own) == 1 else ""


_YES = re.compile(r"(?:agree|accept|approv|consent|endors)", re.I)
_MUTUAL = re.compile(r"\b(?:both|each other|(?:the )?two (?:sides|countries|neighbou?rs)|with)\b", re.I)


def _acts_for(code: str, party: str) -> bool:
    """The party itself; of a state its government or forces."""
    state = sector_of(party) == "GOV" and sector_of(code) in ("GOV", "MIL", "LEG")
    return code == party or (state and country_of(code) == country_of(party))


def _detail(step: Step, ceasefire: Ceasefire, desk: Desk, alleged: bool) -> str:
    who = f" – {desk.names.of(step.speaker)} says" if step.speaker else ""
    borne = (
        step.note
        if step.note.startswith(ALLEGED)
        else f"{ALLEGED}, {step.note}"
        if step.note == CORROBORATED
        else ALLEGED
    )
    claim = f" ({borne})" if alleged else ""
    by = _by_one(step, ceasefire, desk)
    return f"{step_day(step)}: {_words(step)}{by}{claim}{who} – {desk.words(step, 200)} [{desk.name(step.evidence.document_id)}]"
