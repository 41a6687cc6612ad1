"""Average-linkage clustering over a sparse table of similarities.

A pair that is not in the table counts as `missing`; a similarity of `NEVER` keeps two things apart for good. The result does not
depend on the order of the items beyond their positions, so callers sort them first.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from heapq import heapify, heappop, heappush

NEVER = float("-inf")

Pair = tuple[int, int]
Apart = Callable[[int, int], bool]
"""Whether two things are kept apart for good though the table does not say so: it need not hold all that lie far from each other."""


def sharing(keys: Iterable[Iterable[Hashable]]) -> set[Pair]:
    """Every two positions i < j that share a key: what need be compared of what would all be compared with all."""
    held: dict[Hashable, list[int]] = {}
    for i, own in enumerate(keys):
        for key in own:
            held.setdefault(key, []).append(i)
    return {(i, j) for group in held.values() for n, j in enumerate(group) for i in group[:n]}


def weeks(day: date, width: int) -> tuple[int, int]:
    """Two days at most `width` days apart share one of these; such as are more than twice as far apart share none."""
    first = day.toordinal() // (width + 1)
    return first, first + 1


def cluster(
    size: int, similar: Mapping[Pair, float], floor: float, missing: float = 0.0, apart: Apart | None = None
) -> list[list[int]]:
    """Positions 0…size-1 in groups whose average mutual similarity stays at or above `floor`."""
    members = {i: [i] for i in range(size)}
    similar = _within_reach(size, similar, floor)
    sums, known = _tables(similar)
    heap = [(-s, *pair) for pair, s in similar.items() if s >= floor]
    heapify(heap)
    while heap:
        negative, a, b = heappop(heap)
        if a not in members or b not in members or _average(members, sums, known, a, b, missing) != -negative:
            continue
        if apart is not None and _kept_apart(apart, members[a], members[b]):
            sums[a][b] = sums[b][a] = NEVER
            continue
        _merge(members, sums, known, a, b)
        for c in sums[a]:
            score = _average(members, sums, known, a, c, missing)
            if score >= floor:
                heappush(heap, (-score, min(a, c), max(a, c)))
    return sorted(sorted(m) for m in members.values())


def attach(
    groups: Sequence[Sequence[int]],
    size: int,
    similar: Mapping[Pair, float],
    floor: float,
    apart: Apart | None = None,
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
        fitting = sorted(((s / len(groups[n]), -n) for n, s in near.items()), reverse=True)
        hosts = (-n for score, n in fitting if score >= floor)
        host = next((n for n in hosts if apart is None or not _kept_apart(apart, groups[n], [i])), None)
        if host is not None:
            out[host].append(i)
    joined = {i for g in out for i in g}
    rest = [i for i in range(size) if i not in joined]
    place = {i: k for k, i in enumerate(rest)}
    table = {(place[a], place[b]): s for (a, b), s in similar.items() if a in place and b in place}
    far = None if apart is None else lambda a, b: apart(rest[a], rest[b])
    return [*map(sorted, out), *([rest[k] for k in g] for g in cluster(len(rest), table, floor, apart=far))]


def _within_reach(size: int, similar: Mapping[Pair, float], floor: float) -> dict[Pair, float]:
    """The pairs that may ever lie in one group: an average reaches `floor` only where one of its pairs does."""
    root = list(range(size))
    for (a, b), score in similar.items():
        if score >= floor:
            root[find(root, a)] = find(root, b)
    return {pair: score for pair, score in similar.items() if find(root, pair[0]) == find(root, pair[1])}


def find(root: list[int], item: int) -> int:
    """The one that stands for all that are joined with an item."""
    while root[item] != item:
        root[item] = root[root[item]]
        item = root[item]
    return item


def _kept_apart(apart: Apart, some: Sequence[int], others: Sequence[int]) -> bool:
    return any(apart(min(a, b), max(a, b)) for a in some for b in others)


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
