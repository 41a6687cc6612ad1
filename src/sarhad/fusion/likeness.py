"""How alike whole texts are: cosine of TF-IDF over many bags of words at once."""

from collections.abc import Mapping, Sequence
from itertools import chain
from math import log, sqrt

Bag = Mapping[str, float]

PRIOR = 20
"""Documents' worth of doubt in the document frequencies, so that two texts alone are not weighed as if every word were common."""
BLOCK = 500


def idf(bags: Sequence[Bag]) -> dict[str, float]:
    """Inverse document frequency, damped for small collections."""
    seen: dict[str, int] = {}
    for word in chain.from_iterable(bags):
        seen[word] = seen.get(word, 0) + 1
    return {w: log((len(bags) + PRIOR) / (n + 1)) + 0.2 for w, n in seen.items()}


def unit(bag: Bag, weights: Mapping[str, float]) -> dict[str, float]:
    """The bag as a vector of length 1, counts dampened."""
    raw = {w: (1 + log(n) if n >= 1 else n) * weights[w] for w, n in sorted(bag.items())}
    length = sqrt(sum(v * v for v in raw.values())) or 1.0
    return {w: v / length for w, v in raw.items()}


def alike(bags: Sequence[Bag], floor: float) -> list[tuple[int, int, float]]:
    """Pairs of positions i < j whose cosine is at or above `floor`, in order."""
    if len(bags) < 2 or not any(bags):
        return []
    from scipy.sparse import csr_matrix

    weights = idf(bags)
    columns = {w: n for n, w in enumerate(sorted(weights))}
    vectors = [unit(b, weights) for b in bags]
    starts = [0]
    for v in vectors:
        starts.append(starts[-1] + len(v))
    data = [x for v in vectors for x in v.values()]
    matrix = csr_matrix(
        (data, [columns[w] for v in vectors for w in v], starts), shape=(len(bags), len(columns))
    )
    out = []
    for first in range(0, len(bags), BLOCK):
        product = (matrix[first : first + BLOCK] @ matrix.T).tocoo()
        found = zip(product.row.tolist(), product.col.tolist(), product.data.tolist(), strict=True)
        out += [(first + i, j, round(s, 9)) for i, j, s in found if first + i < j and s >= floor]
    return sorted(out)
