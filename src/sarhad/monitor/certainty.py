"""What the reader is unsure of is taken out of everything told together, so that no line rests on it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from sarhad.monitor.gate import TOWARD_WHOM, doubt
from sarhad.monitor.support import Seen
from sarhad.monitor.until import phase_of, told_by
from sarhad.records import (
    Ceasefire,
    Commitment,
    Dispute,
    Evidence,
    Fused,
    Incident,
    Reading,
    Report,
    Statement,
    Step,
    Talk,
)

T = TypeVar("T", Incident, Talk)
Where = tuple[str, int, int]


Doubts = Mapping[str, str]
"""Why a statement is not told plainly, by its anchor; one that may be told is not in it."""


def doubts_of(readings: Iterable[Reading], seen: Seen, trusted: Collection[str] = ()) -> Doubts:
    """Every statement that may not be told plainly, and why. What a person accepted or corrected is `trusted`."""
    told = (s for r in readings for s in r.statements if s.anchor not in trusted)
    return {s.anchor: why for s in told if (why := doubt(s, seen))}


def only_sure(
    fused: Fused, readings: tuple[Reading, ...], doubts: Doubts, trusted: Collection[str] = ()
) -> Fused:
    """The same without reports, steps and positions in doubt; a thing that has none left is gone.

    What fusion keeps as unsure is left out too, unless its statement is `trusted`.
    """
    doubted = _doubted(readings, doubts)
    of_deeds = {anchor: why for anchor, why in doubts.items() if why != TOWARD_WHOM}
    undone = _doubted(readings, of_deeds)  # the line of a promise does not say to whom it was kept
    return replace(
        fused,
        incidents=tuple(kept for i in fused.incidents if (kept := _reports(_plainly(i), doubts, trusted))),
        talks=tuple(t_kept for t in fused.talks if (t_kept := _reports(t, doubts, trusted))),
        disputes=tuple(d_kept for d in fused.disputes if (d_kept := _positions(d, doubted))),
        commitments=tuple(c_kept for c in fused.commitments if (c_kept := _promise(c, undone, trusted))),
        drift=tuple(d for d in fused.drift if not d.unsure),
        ceasefires=tuple(f_kept for c in fused.ceasefires if (f_kept := _truce(c, doubted, trusted))),
    )


def where(evidence: Evidence) -> Where:
    """Where an evidence stands, as a key."""
    return evidence.document_id, evidence.span.start, evidence.span.end


def _doubted(readings: tuple[Reading, ...], doubts: Doubts) -> Mapping[Where, Statement]:
    """Evidence that only doubtful statements have: a clause may be read twice, once surely."""
    told = [s for r in readings for s in r.statements]
    fine = {where(s.evidence) for s in told if s.anchor not in doubts}
    return {where(s.evidence): s for s in told if s.anchor in doubts and where(s.evidence) not in fine}


def _plainly(incident: Incident) -> Incident:
    """Without what is contested only of unsure reports."""
    if not any(c.unsure for c in incident.contradictions):
        return incident
    return replace(incident, contradictions=tuple(c for c in incident.contradictions if not c.unsure))


def _reports(thing: T, doubts: Doubts, trusted: Collection[str]) -> T | None:
    kept: tuple[Report, ...] = tuple(
        r
        for r in thing.reports
        if r.statement.anchor not in doubts and (not r.unsure or r.statement.anchor in trusted)
    )
    if len(kept) == len(thing.reports):
        return thing
    return replace(thing, reports=kept, witnesses=len({r.family for r in kept})) if kept else None


def _positions(dispute: Dispute, doubted: Mapping[Where, Statement]) -> Dispute | None:
    """A dispute needs both its sides."""
    kept = tuple(p for p in dispute.positions if where(p.evidence) not in doubted)
    sides = {p.speaker in dispute.asserted_by for p in kept}
    whole = len(kept) == len(dispute.positions)
    return dispute if whole else replace(dispute, positions=kept) if len(sides) == 2 else None


def _promise(
    commitment: Commitment, doubted: Mapping[Where, Statement], trusted: Collection[str]
) -> Commitment | None:
    kept = _steps(commitment.history, doubted, trusted)
    if len(kept) == len(commitment.history):
        return commitment
    newest = max((h.published or "" for h in commitment.history), default="") or None
    return replace(told_by(commitment, kept), silent_since=newest) if kept else None


def _truce(
    ceasefire: Ceasefire, doubted: Mapping[Where, Statement], trusted: Collection[str]
) -> Ceasefire | None:
    kept = _steps(ceasefire.history, doubted, trusted)
    if len(kept) == len(ceasefire.history):
        return ceasefire
    return replace(ceasefire, history=kept, phase=phase_of(kept)) if kept else None


def _steps(
    history: tuple[Step, ...], doubted: Mapping[Where, Statement], trusted: Collection[str]
) -> tuple[Step, ...]:
    return tuple(
        s for s in history if where(s.evidence) not in doubted and (not s.unsure or s.anchor in trusted)
    )
