"""Merges and splits of threads: a person says that two incidents are one, or that a report is not of the incident it stands in.

A judgement hangs on statements, by their anchors, so that it survives a thread whose founder changes. What fusion found stays as it was
found; the judgement is laid over it each time. Pure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from sarhad.record.moments import recorded
from sarhad.record.threads_alone import alone
from sarhad.record.threads_summed import summed
from sarhad.records import Fused, Judgement, Position, Report, Standing, Step

THREAD_KINDS: Mapping[str, str] = {
    "incident": "incidents",
    "talk": "talks",
    "dispute": "disputes",
    "commitment": "commitments",
    "ceasefire": "ceasefires",
    "assessment": "assessments",
    "accusation": "accusations",
    "standing": "standing",
}
"""What a merge or split may name, and where such threads stand."""
MEMBERS = ("reports", "positions", "history")
"""What a thread is made of."""
Member = Report | Position | Step


def members(thread: Any) -> tuple[Member, ...]:
    """The reports, positions or steps of a thread."""
    return next((getattr(thread, name) for name in MEMBERS if hasattr(thread, name)), ())


def anchor_of(member: Member) -> str | None:
    """The anchor of the statement that a member comes from."""
    return member.statement.anchor if isinstance(member, Report) else member.anchor


def holds(thread: Any, key: str) -> bool:
    """Whether a thread has this id, or a member that comes from the statement of this anchor."""
    return bool(thread.id == key) or any(anchor_of(m) == key for m in members(thread))


def founder(thread: Any) -> str:
    """The anchor that stands for a thread: that of its first sure member, else of any; its id where no member has one."""
    known = [m for m in members(thread) if anchor_of(m)]
    sure = [m for m in known if not getattr(m, "unsure", False)]
    return next((a for m in (*sure, *known) if (a := anchor_of(m))), str(thread.id))


def of_threads(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The merges and splits of threads that stand, in the order in which they were made."""
    made = (j for j in judgements if j.undone_at is None and j.verdict in ("merge", "split"))
    return sorted((j for j in made if j.field in THREAD_KINDS), key=lambda j: (recorded(j.made_at), j.id))


def threads_together(fused: Fused, judgements: Iterable[Judgement]) -> Fused:
    """The threads as people merged and split them; a judgement that no longer fits what is found is passed over."""
    for j in of_threads(judgements):
        kind = THREAD_KINDS[j.field or ""]
        threads = list(getattr(fused, kind))
        changed = (
            _split(threads, j.target) if j.verdict == "split" else _merged(threads, j.target, j.value or "")
        )
        fused = replace(fused, **{kind: tuple(changed)})
    return fused if fused.standing == () else _pointing(fused)


def _merged(threads: Sequence[Any], one: str, other: str) -> list[Any]:
    """The earlier of two threads takes in the later and keeps its id."""
    found = [t for t in threads if holds(t, one)][:1] + [t for t in threads if holds(t, other)][:1]
    if len(found) < 2 or found[0] is found[1]:
        return list(threads)
    first, second = sorted(found, key=lambda t: next(n for n, x in enumerate(threads) if x is t))
    whole = summed(_union(first, second), (first, second))
    return [whole if t is first else t for t in threads if t is not second]


def _union(first: Any, second: Any) -> Any:
    """Everything that either has; where both tell one thing, the earlier thread's stands."""
    values = {}
    for f in fields(first):
        a, b = getattr(first, f.name), getattr(second, f.name)
        if isinstance(a, tuple):
            values[f.name] = tuple(dict.fromkeys((*a, *b)))
        elif a is None:
            values[f.name] = b
    return replace(first, **values)


def _split(threads: Sequence[Any], anchor: str) -> list[Any]:
    """What the statement tells leaves its thread and stands alone; the rest keeps the thread's id."""
    out: list[Any] = []
    left = True
    for t in threads:
        gone = [m for m in members(t) if anchor_of(m) == anchor]
        rest = tuple(m for m in members(t) if anchor_of(m) != anchor)
        if left and gone and rest:
            name = next(name for name in MEMBERS if hasattr(t, name))
            out += [summed(replace(t, **{name: rest}), (t,)), alone(t, gone, anchor)]
            left = False
        else:
            out.append(t)
    return out


def _pointing(fused: Fused) -> Fused:
    """Standing things name the commitments that there are after merging."""
    there = {c.id for c in fused.commitments}
    if all(set(s.commitments) <= there for s in fused.standing):
        return fused
    return replace(fused, standing=tuple(_known(s, there) for s in fused.standing))


def _known(thing: Standing, there: set[str]) -> Standing:
    return replace(thing, commitments=tuple(c for c in thing.commitments if c in there))
