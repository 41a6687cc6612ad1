"""Counts of one happening that differ: what a later telling of the same report revised, what each side says of its own dead."""

from datetime import date

from sarhad.fusion.sides import countries, sides
from sarhad.records import Statement

NEAR = 2
"""Days between the publications of two rival counts."""


def rival(a: Statement, b: Statement, published: tuple[date | None, date | None]) -> bool:
    """One side's army counts its own dead, the other side claims another number of them, within a day or two."""
    first, second = published
    if first is None or second is None or abs((first - second).days) > NEAR or _apart(a, b):
        return False
    if not a.deaths or not b.deaths or a.speaker is None or b.speaker is None:
        return False
    struck = sides(r.code for r in a.recipients)
    if len(struck) != 1 or struck != sides(r.code for r in b.recipients):
        return False
    voices = sides((a.speaker.code,)), sides((b.speaker.code,))
    doers = sides(x.code for s in (a, b) for x in s.actors)
    return struck in voices and bool(doers) and any(v <= doers and not v & struck and v for v in voices)


def _apart(a: Statement, b: Statement) -> bool:
    """Days told that do not meet; one that tells none may mean the other's."""
    x, y = a.time, b.time
    return x is not None and y is not None and (x.start > y.end or y.start > x.end)


def revised(a: Statement, b: Statement) -> bool:
    """Of two tellings of one report: the same place and the same people struck, whatever the count is by now."""
    if a.document_id == b.document_id or a.place is None or b.place is None or a.type is not b.type:
        return False
    lands = countries(r.code for r in a.recipients) & countries(r.code for r in b.recipients)
    doers = sides(x.code for x in a.actors), sides(x.code for x in b.actors)
    return (
        a.place.name == b.place.name and bool(lands) and doers[0] == doers[1] and bool(a.deaths and b.deaths)
    )
