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
    """Whether two counts can both be true: "at least ten" and "14" can, "12" and "14" cannot, three children among nine people can."""
    if not same_people(a, b):
        return not (_more_than_all(a, b) or _more_than_all(b, a))
    top_a = a.high if a.high is not None else max(a.low, b.low)
    top_b = b.high if b.high is not None else max(a.low, b.low)
    return (a.low <= top_b and b.low <= top_a) or _rounded(a, b)


def _rounded(a: Toll, b: Toll) -> bool:
    """ "About 30" beside 29: a round number is seldom counted to the man."""
    low, high = sorted((a.low, b.low))
    return min(a.low, b.low) >= ROUND and (a.low % 10 == 0 or b.low % 10 == 0) and high - low <= high / 20


ROUND = 20


def same_people(a: Toll, b: Toll) -> bool:
    """Whether both may count the same people; two groups named in different words are different people."""
    x, y = _group(a), _group(b)
    return not x or not y or bool(x & y)


def _more_than_all(part: Toll, whole: Toll) -> bool:
    """Twelve soldiers are more than nine people in all."""
    everybody = bool(_group(whole)) and _group(whole) <= EVERYBODY and not _group(part) <= EVERYBODY
    return everybody and whole.high is not None and part.low > whole.high


def _group(toll: Toll) -> frozenset[str]:
    """Whom the words of a count name, its number left out: "23" names nobody."""
    return frozenset(w for w in content(toll.whom or "") - NUMBERS if not w.isdecimal())


NUMBERS = content(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty "
    "fifty sixty seventy eighty ninety hundred hundreds thousand thousands dozen dozens scores several many some few least nearly almost another over "
    "about roughly around other others total number more half"
)
EVERYBODY = content("people persons person dead lives victims")


def nearness(a: Toll, b: Toll) -> float:
    """1 for equal counts down to 0 for a tenfold difference."""
    x, y = sorted((max(a.low, 1), max(b.low, 1)))
    return 1.0 if x == y else max(0.0, (x / y - 0.1) / 0.9)
