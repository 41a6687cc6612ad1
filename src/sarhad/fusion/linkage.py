"""Average-linkage clustering over a sparse table of similarities.

A pair that is not in the table counts as `missing`; a similarity of `NEVER` keeps two things apart for good. The result does not
depend on the order of the items beyond their positions, so callers sort them first.
"""

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

NEVER = float("-inf")

Pair = tuple[int, int]


def cluster(size: int, similar: Mapping[Pair, float], floor: float, missing: float = 0.0) -> list[list[int]]:
    """Positions 0…size-1 in groups whose average mutual similarity stays at or above `floor`."""
    members = {i: [i] for i in range(size)}
    sums, known = _tables(similar)
    heap = [(-s, *pair) for pair, s in similar.items() if s >= floor]
    heapify(heap)
    while heap:
        negative, a, b = heappop(heap)
        if a not in members or b not in members or _average(members, sums, known, a, b, missing) != -negative:
            continue
        _merge(members, sums, known, a, b)
        for c in sums[a]:
            score = _average(members, sums, known, a, c, missing)
            if score >= floor:
                heappush(heap, (-score, min(a, c), max(a, c)))
    return sorted(sorted(m) for m in members.values())


def attach(
    groups: Sequence[Sequence[int]], size: int, similar: Mapping[Pair, float], floor: float
) -> list[list[int]]:
    """`groups` with the positions of 0…size-1 that none of them holds, each where it fits best, the rest among themselves.

    Only members of the groups themselves draw others in, so what joins one never brings two together.
    """
    held = {i: n for n, g in enumerate(groups) for i in g}
    sums: dict[int, dict[int, float]] = {}
    for (a, b), score in sorted(similar.items()):
        for one, other in ((a, b), (b, a)):
            if one in held and other not in held:
                near = sums.setdefault(other, {})
                near[held[one]] = near.get(held[one], 0.0) + score
    out = [list(g) for g in groups]
    for i, near in sorted(sums.items()):
        score, best = max((s / len(groups[n]), -n) for n, s in near.items())
        if score >= floor:
            out[-best].append(i)
    joined = {i for g in out for i in g}
    rest = [i for i in range(size) if i not in joined]
    place = {i: k for k, i in enumerate(rest)}
    table = {(place[a], place[b]): s for (a, b), s in similar.items() if a in place and b in place}
    return [*map(sorted, out), *([rest[k] for k in g] for g in cluster(len(rest), table, floor))]


Table = dict[int, dict[int, float]]


def _tables(similar: Mapping[Pair, float]) -> tuple[Table, Table]:
    sums: Table = {}
    known: Table = {}
    for (a, b), score in sorted(similar.items()):
        for x, y in ((a, b), (b, a)):
            sums.setdefault(x, {})[y] = score
            known.setdefault(x, {})[y] = 1.0
    return sums, known


def _average(
    members: dict[int, list[int]], sums: Table, known: Table, a: int, b: int, missing: float
) -> float:
    pairs = len(members[a]) * len(members[b])
    total = sums[a][b] + missing * (pairs - known[a][b])
    return round(total / pairs, 9)


def _merge(members: dict[int, list[int]], sums: Table, known: Table, a: int, b: int) -> None:
    """Fold b into a."""
    members[a] += members.pop(b)
    for table in (sums, known):
        gone = table.pop(b)
        for c, value in gone.items():
            if c == a:
                del table[a][b]
                continue
            table[a][c] = table[a].get(c, 0.0) + value
            del table[c][b]
            table[c][a] = table[a][c]
