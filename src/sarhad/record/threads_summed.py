"""What a thread says of itself once its members were changed by a person: witnesses, toll, status, phase, order of time."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sarhad.codebook import CeasefirePhase, CommitmentStatus
from sarhad.records import (
    Accusation,
    Ceasefire,
    Commitment,
    Contradiction,
    Dispute,
    Incident,
    Position,
    Report,
    Standing,
    Step,
    Talk,
    Toll,
)

TOLD = ("fact", "denied", "claim", "unsure")
"""What one thread says of an incident outweighs what comes after it here."""
OVER = (CommitmentStatus.KEPT, CommitmentStatus.BROKEN)
LAST = "9999"


def summed(thread: Any, parts: Sequence[Any]) -> Any:
    """The thread with what follows from its members; `parts` are the threads it was made of."""
    match thread:
        case Incident():
            return _incident(thread, parts)
        case Talk():
            return replace(
                thread,
                planned=all(t.planned for t in parts),
                witnesses=_witnesses(thread.reports, parts),
            )
        case Standing():
            return replace(thread, witnesses=_witnesses(thread.reports, parts))
        case Dispute() | Accusation():
            positions = tuple(sorted(thread.positions, key=_when_said))
            return replace(thread, positions=positions, witnesses=max(1, _witnesses(positions, parts)))
        case Commitment():
            return _commitment(thread, parts)
        case Ceasefire():
            return _ceasefire(thread, parts)
    return thread


def _witnesses(told: Sequence[Report | Position | Step], parts: Sequence[Any]) -> int:
    """Families that tell it surely; never more than the parts had, which know whose pages are one publisher's."""
    families = {m.family for m in told if not getattr(m, "unsure", False)}
    had: int = sum(p.witnesses for p in parts)
    return min(len(families), had)


def _incident(thread: Incident, parts: Sequence[Incident]) -> Incident:
    sure = [r for r in thread.reports if not r.unsure]
    days = [(p.start, p.end or p.start) for p in parts if p.start is not None]
    told = {r.statement.document_id for r in thread.reports}
    return replace(
        thread,
        told=min((p.told for p in parts), key=lambda t: TOLD.index(t) if t in TOLD else len(TOLD)),
        start=min((start for start, _ in days), default=None),
        end=max((end for _, end in days), default=None),
        deaths=_toll([p.deaths for p in parts]) if len(parts) > 1 else _of_reports(sure, "deaths"),
        injured=_toll([p.injured for p in parts]) if len(parts) > 1 else _of_reports(sure, "injured"),
        contradictions=tuple(c for c in thread.contradictions if _stands(c, told)),
        witnesses=_witnesses(thread.reports, parts),
    )


def _of_reports(reports: Sequence[Report], field: str) -> Toll | None:
    """Denials never count in a toll."""
    return _toll([getattr(r.statement, field) for r in reports if r.statement.aux is None and _tells(r)])


def _tells(report: Report) -> bool:
    return report.statement.stance.value not in ("denies", "neither")


def _toll(tolls: Sequence[Toll | None]) -> Toll | None:
    """From the lowest count to the highest; open upward only where none is closed."""
    known = [t for t in tolls if t is not None]
    if not known:
        return None
    highs = [t.high for t in known if t.high is not None]
    low = min(t.low for t in known)
    high = max((*highs, *(t.low for t in known))) if highs else None
    return Toll(low=low, high=high, whom=known[0].whom)


def _stands(c: Contradiction, told: set[str]) -> bool:
    return all(e.document_id in told for _, e in c.values)


def _when_said(p: Position) -> tuple[str, str, int, str]:
    return p.published or LAST, p.evidence.document_id, p.evidence.span.start, p.speaker


def _when(step: Step) -> tuple[str, str, int]:
    return step.published or LAST, step.evidence.document_id, step.evidence.span.start


def _commitment(thread: Commitment, parts: Sequence[Commitment]) -> Commitment:
    history = tuple(sorted(thread.history, key=_when))
    sure = [h for h in history if not h.unsure] or list(history)
    status = CommitmentStatus(sure[-1].label)
    far = [h.kroc for h in sure if h.kroc is not None]
    return replace(
        thread,
        history=history,
        status=status,
        silent_since=None if status in OVER else sure[-1].published,
        kroc=max(far, default=None),
        course=sure[-1].course,
        witnesses=_witnesses(history, parts),
    )


def _ceasefire(thread: Ceasefire, parts: Sequence[Ceasefire]) -> Ceasefire:
    """The phase of the part whose last sure step is the newest; without its steps, that of the last one left."""
    history = tuple(sorted(thread.history, key=_when))
    newest = max(parts, key=lambda p: max((h.published or "" for h in p.history if not h.unsure), default=""))
    labels = [h.label for h in history if not h.unsure and h.note != "alleged"]
    phase = newest.phase if len(parts) > 1 or newest.phase.value in labels else None
    return replace(
        thread,
        history=history,
        phase=phase or (CeasefirePhase(labels[-1]) if labels else thread.phase),
        witnesses=_witnesses(history, parts),
    )
