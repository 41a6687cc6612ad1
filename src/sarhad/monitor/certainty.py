"""What the reader is unsure of is taken out of everything told together, so that no line rests on it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from sarhad.codebook import CeasefirePhase, CommitmentStatus
from sarhad.records import (
    UNSURE,
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


def only_sure(fused: Fused, readings: tuple[Reading, ...]) -> Fused:
    """The same without reports, steps and positions below `UNSURE`; a thing that has none left is gone."""
    doubted = _doubted(readings)
    if not doubted:
        return fused
    return replace(
        fused,
        incidents=tuple(kept for i in fused.incidents if (kept := _reports(i))),
        talks=tuple(t_kept for t in fused.talks if (t_kept := _reports(t))),
        disputes=tuple(d_kept for d in fused.disputes if (d_kept := _positions(d, doubted))),
        commitments=tuple(c_kept for c in fused.commitments if (c_kept := _promise(c, doubted))),
        ceasefires=tuple(f_kept for c in fused.ceasefires if (f_kept := _truce(c, doubted))),
    )


def where(evidence: Evidence) -> Where:
    """Where an evidence stands, as a key."""
    return evidence.document_id, evidence.span.start, evidence.span.end


def _doubted(readings: tuple[Reading, ...]) -> Mapping[Where, Statement]:
    """Evidence that only unsure statements have: a clause may be read twice, once surely."""
    told = [s for r in readings for s in r.statements]
    fine = {where(s.evidence) for s in told if s.confidence >= UNSURE}
    return {where(s.evidence): s for s in told if s.confidence < UNSURE and where(s.evidence) not in fine}


def _reports(thing: T) -> T | None:
    kept: tuple[Report, ...] = tuple(r for r in thing.reports if r.statement.confidence >= UNSURE)
    if len(kept) == len(thing.reports):
        return thing
    return replace(thing, reports=kept, witnesses=len({r.family for r in kept})) if kept else None


def _positions(dispute: Dispute, doubted: Mapping[Where, Statement]) -> Dispute | None:
    """A dispute needs both its sides."""
    kept = tuple(p for p in dispute.positions if where(p.evidence) not in doubted)
    sides = {p.speaker in dispute.asserted_by for p in kept}
    whole = len(kept) == len(dispute.positions)
    return dispute if whole else replace(dispute, positions=kept) if len(sides) == 2 else None


def _promise(commitment: Commitment, doubted: Mapping[Where, Statement]) -> Commitment | None:
    kept = _steps(commitment.history, doubted)
    if len(kept) == len(commitment.history):
        return commitment
    return replace(commitment, history=kept, status=CommitmentStatus(kept[-1].label)) if kept else None


def _truce(ceasefire: Ceasefire, doubted: Mapping[Where, Statement]) -> Ceasefire | None:
    kept = _steps(ceasefire.history, doubted)
    if len(kept) == len(ceasefire.history):
        return ceasefire
    return replace(ceasefire, history=kept, phase=CeasefirePhase(kept[-1].label)) if kept else None


def _steps(history: tuple[Step, ...], doubted: Mapping[Where, Statement]) -> tuple[Step, ...]:
    return tuple(s for s in history if where(s.evidence) not in doubted)
