"""A thread of one statement: what a person takes out of the thread it was found in."""

from collections.abc import Sequence
from dataclasses import MISSING, fields, replace
from typing import Any

from sarhad.codebook import Auxiliary, CeasefirePhase, CommitmentStatus, DatePrecision, Manner
from sarhad.records import (
    Accusation,
    Assessment,
    Ceasefire,
    Commitment,
    Dispute,
    Incident,
    Standing,
    Statement,
    Talk,
    stable_id,
)

ASSERTING = (Manner.ASSERTS, Manner.ALLEGES, None)


def alone(thread: Any, gone: Sequence[Any], anchor: str) -> Any:
    """What one statement tells, as a thread of its own; its id hangs on the statement."""
    name = stable_id(thread.id[:1], anchor, "alone")
    witnesses = 0 if all(getattr(m, "unsure", False) for m in gone) else 1
    bare = replace(thread, id=name, **_blank(thread))
    match bare:
        case Incident() | Talk():
            return _told(bare, gone, witnesses)
        case Assessment():
            s = gone[0].statement
            return replace(bare, reports=tuple(gone), kind=s.scope.value, parties=_codes(s))
        case Standing():
            return replace(bare, reports=tuple(gone), witnesses=witnesses)
        case Dispute():
            asserted = tuple(p.speaker for p in gone if p.manner in ASSERTING)
            contested = tuple(p.speaker for p in gone if p.speaker not in asserted)
            words = gone[0].evidence.quote
            return replace(
                bare, positions=tuple(gone), asserted_by=asserted, contested_by=contested, proposition=words
            )
        case Accusation():
            first = gone[0]
            return replace(
                bare, positions=tuple(gone), by=(first.speaker,), proposition=first.evidence.quote,
                unanswered_since=first.published, silent_days=None,
            )  # fmt: skip
        case Commitment():
            status = CommitmentStatus(gone[-1].label)
            return replace(
                bare, history=tuple(gone), status=status, object=gone[0].evidence.quote,
                silent_since=gone[-1].published, kroc=gone[-1].kroc, course=gone[-1].course, witnesses=witnesses,
            )  # fmt: skip
        case Ceasefire():
            phase = CeasefirePhase(gone[-1].label)
            return replace(bare, history=tuple(gone), phase=phase, witnesses=witnesses)
    return bare


KEPT = frozenset(("id", "by", "toward", "against", "parties", "mediators", "kind", "type", "name"))
"""What a report taken out still shares with its thread: what kind of thing it is of, and whose."""


def _blank(thread: Any) -> dict[str, Any]:
    """Nothing else that the thread says is this one statement's."""
    out: dict[str, Any] = {}
    for f in fields(thread):
        if f.name in KEPT:
            continue
        if f.default is not MISSING:
            out[f.name] = f.default
        elif isinstance(getattr(thread, f.name), tuple):
            out[f.name] = ()
    return out


def _told(bare: Any, gone: Sequence[Any], witnesses: int) -> Any:
    s: Statement = gone[0].statement
    when = s.time
    shared: dict[str, Any] = {
        "reports": tuple(gone),
        "start": when.start if when else None,
        "end": when.end if when else None,
        "precision": when.precision if when else DatePrecision.UNKNOWN,
        "witnesses": witnesses,
    }
    if isinstance(bare, Talk):
        people = tuple(dict.fromkeys((*s.actors, *s.recipients)))
        future = s.aux is Auxiliary.FUTURE
        return replace(bare, **shared, participants=people, mediators=(), venue=s.place, planned=future)
    said = "unsure" if not witnesses else "fact" if s.plain else "claim"
    return replace(
        bare, **shared, type=s.type, mode=s.mode, actors=tuple(a.code for a in s.actors),
        recipients=tuple(a.code for a in s.recipients), place=s.place, told=said,
        deaths=s.deaths if witnesses else None, injured=s.injured if witnesses else None,
    )  # fmt: skip


def _codes(s: Statement) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a.code for a in (*s.actors, *s.recipients)))
