"""Ceasefires and commitments as they stood on the last day asked for: no later step, and the phase or status of the last one kept."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sarhad.codebook import Auxiliary, CeasefirePhase, CommitmentStatus, Course
from sarhad.records import (
    ALLEGED,
    CLAIMED,
    CORROBORATED,
    Ceasefire,
    Commitment,
    Step,
    Violence,
    kroc_so_far,
    last_moving,
)

_OPEN = frozenset((CeasefirePhase.CALLED_FOR, CeasefirePhase.OFFERED, CeasefirePhase.TALKS, CeasefirePhase.TALKS_FAILED))  # fmt: skip
_OVER = frozenset((CeasefirePhase.ENDED, CeasefirePhase.COLLAPSED))


def held_until(c: Ceasefire, last: date | None) -> Ceasefire:
    """The ceasefire as it stood on the day `last`."""
    if last is None:
        return c
    history = steps_until(c.history, last)
    began = c.since is not None and c.since <= last
    kept = replace(
        c,
        history=history,
        mechanisms=tuple(m for m in c.mechanisms if _by(m.published, last)),
        offers=tuple(o for o in c.offers if _by(o.published, last)),
        since=c.since if began else None,
        before=c.before if began else None,
        after=_span(c.after, last) if began else None,
    )
    if history == c.history or not history:
        return kept
    phase = phase_of(history)
    return replace(
        kept,
        phase=phase,
        witnesses=_witnesses(c.witnesses, history),
        ending=c.ending if phase in _OVER else None,
        superseded_by=None,
    )


def promised_until(c: Commitment, last: date | None) -> Commitment:
    """The commitment as it stood on the day `last`."""
    history = c.history if last is None else steps_until(c.history, last)
    if last is None or history == c.history or not history:
        return c
    kept = told_by(c, history)
    return replace(
        kept,
        silent_since=_sure(history)[-1].published,
        witnesses=_witnesses(c.witnesses, history),
        course=last_moving(_sure(history)).course,
        blockers=tuple(b for b in c.blockers if _by(b.published, last)),
    )


def told_by(c: Commitment, history: tuple[Step, ...]) -> Commitment:
    """The commitment as these of its steps tell it; what lapsed in silence did so whichever are left."""
    sure = _sure(history)
    stands = last_moving(sure)
    return replace(
        c,
        history=history,
        status=CommitmentStatus(stands.label),
        kroc=kroc_so_far(sure),
        course=c.course if c.course is Course.LAPSED else stands.course,
    )


def steps_until(history: Iterable[Step], last: date) -> tuple[Step, ...]:
    """The steps told or done by the day `last`; one without a day stays."""
    return tuple(s for s in history if _by(s.published, last) or (s.time and s.time.start <= last))


def _by(published: str | None, last: date) -> bool:
    """Whether "2025", "2025-10" or "2025-10-11" had begun by the day `last`."""
    return not published or published[:10] <= last.isoformat()[: len(published)]


def _sure(history: Sequence[Step]) -> Sequence[Step]:
    return [s for s in history if not s.unsure] or history


def _witnesses(before: int, history: Sequence[Step]) -> int:
    """No more than the families whose sure steps are kept."""
    return min(before, len({s.family for s in history if not s.unsure}))


def phase_of(history: Sequence[Step]) -> CeasefirePhase:
    """The last phase told plainly; calls and talks do not undo a ceasefire that stands."""
    plain = [
        CeasefirePhase(s.label)
        for s in _sure(history)
        if s.aux is None and not _charged(s) and s.note != CLAIMED
    ]
    firm = [p for p in plain if p not in _OPEN]
    if firm and firm[-1] not in _OVER:
        return firm[-1]
    past = [CeasefirePhase(s.label) for s in _sure(history) if s.aux is Auxiliary.HISTORICAL]
    return (plain or past or [CeasefirePhase(history[-1].label)])[-1]


def _charged(step: Step) -> bool:
    """A breach that is only a party's word."""
    alone = step.note.startswith(ALLEGED) or step.speaker is not None
    return step.label == CeasefirePhase.VIOLATED.value and alone and step.note != CORROBORATED


def _span(told: Violence | None, last: date) -> Violence | None:
    """Violence of a span that was over by then; how much was read of a part of it is not kept."""
    return told if told is not None and told.end <= last else None
