"""Ids by their beginnings: what a person types of an id, made whole where only one thing begins so. Pure."""

from collections.abc import Iterator

from sarhad.errors import UnknownId, WrongUse
from sarhad.record.judgements import THREADS
from sarhad.record.view import View

SHORTEST = 6
"""Characters of the shortest beginning: ids are hashes, of a hundred thousand one in 160 has a namesake in six."""
NAMED = 3
"""Ids that an error names."""


def ids_in(view: View) -> Iterator[tuple[str, str]]:
    """Every id that may be typed, with the one it stands for: a statement's reading id stands for its anchor."""
    for reading in view.machine_readings:
        yield reading.document.id, reading.document.id
        for s in reading.statements:
            yield s.anchor, s.anchor
            yield s.id, s.anchor
    for fused in (view.machine_fused, view.fused):
        for kind in (*THREADS, "families", "drift", "offers"):
            yield from ((t.id, t.id) for t in getattr(fused, kind))
    yield from ((j.id, j.id) for j in view.judgements)


def whole(typed: str, known: Iterator[tuple[str, str]]) -> str:
    """The id that `typed` is or begins; what is typed where nothing begins so. WrongUse where several do."""
    found: dict[str, None] = {}
    if not typed:
        return typed
    for name, meant in known:
        if name == typed:
            return typed
        if name.startswith(typed):
            found[meant] = None
    if found and len(typed) < SHORTEST:
        raise UnknownId(
            f"{typed!r} is too short to be looked up; write at least {SHORTEST} characters of an id"
        )
    if len(found) > 1:
        shown = ", ".join(list(found)[:NAMED]) + (", …" if len(found) > NAMED else "")
        raise WrongUse(f"{len(found)} ids begin with {typed}; write more of one: {shown}")
    return next(iter(found), typed)
