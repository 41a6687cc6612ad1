"""What a document is found by: keys under which it is put on a shelf, and keys it asks the shelf for.

Every key follows from the one document alone, so whether two documents find each other never depends on a third, nor on which came
first. A shelf holds, for each key, the documents put under it: a dict in memory, an indexed table in a record.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import NamedTuple

HEAVIEST = 12
"""A document is found by its heaviest words; 95 % of the pairs of one story in 250 news reports share one of twelve."""
PAIRED = 8
"""Without a day a document is found by pairs of its heaviest words: single words would find the whole record."""
BUCKET = 7

SCALE = 50_000
"""Weights are whole parts of this: sums of whole numbers are the same in any order, and a record keeps them in two bytes each."""

Vector = Mapping[str, int]
Order = tuple[int, str]


class Keys(NamedTuple):
    """Under which keys a document is put, and which it asks for. Any document asks for what the other is put under."""

    put: tuple[str, ...]
    ask: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A document as it is compared for one purpose: its day where known, and its words with their weights (length `SCALE`)."""

    id: str
    day: date | None
    vector: Vector
    order: Order
    house: str | None = None
    issues: frozenset[str] = frozenset()


def mark(id: str, day: date | None, weights: Mapping[str, float], house: str | None = None) -> Mark:
    """A mark, from a vector of length 1, with its place in the order of time: those without a day last, the id settles ties."""
    vector = {w: whole for w, v in weights.items() if (whole := round(v * SCALE))}
    return Mark(id=id, day=day, vector=vector, order=order(id, day), house=house.lower() if house else None)


def order(id: str, day: date | None) -> Order:
    """The place of a document in the order of time."""
    return (day or date.max).toordinal(), id


def keys(mark: Mark, purpose: str, window: int) -> Keys:
    """The keys of a mark; documents within `window` days ask for each other, undated ones for all that share a pair of words."""
    words = heaviest(mark.vector)
    pairs = [f"{a} {b}" for a, b in combinations(sorted(words[:PAIRED]), 2)]
    if mark.day is None:
        here = tuple(f"{purpose}?{p}" for p in pairs)
        return Keys(put=here, ask=(*here, *(f"{purpose}!{p}" for p in pairs)))
    day = mark.day.toordinal()
    weeks = range((day - window) // BUCKET, (day + window) // BUCKET + 1)
    return Keys(
        put=(*(f"{purpose}{day // BUCKET}:{w}" for w in words), *(f"{purpose}!{p}" for p in pairs)),
        ask=(*(f"{purpose}{k}:{w}" for k in weeks for w in words), *(f"{purpose}?{p}" for p in pairs)),
    )


def heaviest(vector: Vector) -> list[str]:
    """The words that weigh most, the heaviest first."""
    return sorted(vector, key=lambda w: (-vector[w], w))[:HEAVIEST]


def near(a: Mark, b: Mark, window: int) -> bool:
    """Whether two documents may be about one thing as far as their days go; an unknown day parts nothing."""
    return a.day is None or b.day is None or abs((a.day - b.day).days) <= window


def likeness(a: Vector, b: Vector) -> int:
    """How alike two documents are (cosine), in millionths."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum([x * large[w] for w, x in small.items() if w in large]) * 1_000_000 // SCALE**2
