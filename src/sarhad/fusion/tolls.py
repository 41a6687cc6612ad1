"""Tolls side by side: ranges, nearness, and when two of them cannot both be true."""

from collections.abc import Iterable

from sarhad.fusion.words import content
from sarhad.records import Toll


def span_of(tolls: Iterable[Toll | None]) -> Toll | None:
    """From the lowest count told to the highest; open upward when the highest is a lower bound itself."""
    told = [t for t in tolls if t is not None and (t.low > 0 or t.high is not None)]
    if not told:
        return None
    highest = max(t.high if t.high is not None else t.low for t in told)
    is_open = any(t.high is None and t.low >= highest for t in told)
    whom = {t.whom for t in told if t.whom}
    return Toll(
        low=min(t.low for t in told),
        high=None if is_open else highest,
        whom=whom.pop() if len(whom) == 1 else None,
    )


def fit(a: Toll, b: Toll) -> bool:
    """Whether two counts can both be true: "at least ten" and "14" can, "12" and "14" cannot."""
    if not same_people(a, b):
        return True
    top_a = a.high if a.high is not None else max(a.low, b.low)
    top_b = b.high if b.high is not None else max(a.low, b.low)
    return a.low <= top_b and b.low <= top_a


def same_people(a: Toll, b: Toll) -> bool:
    """Whether both may count the same people; two groups named in different words are different people."""
    if not a.whom or not b.whom:
        return True
    x, y = content(a.whom), content(b.whom)
    return not x or not y or bool(x & y)


def nearness(a: Toll, b: Toll) -> float:
    """1 for equal counts down to 0 for a tenfold difference."""
    x, y = sorted((max(a.low, 1), max(b.low, 1)))
    return 1.0 if x == y else max(0.0, (x / y - 0.1) / 0.9)
