"""When the main event was: the time told with it, nearest to it and most precise."""

from collections.abc import Sequence
from datetime import date

from sarhad.codebook import DatePrecision
from sarhad.reading.five_w_clauses import Nearby, around, content
from sarhad.reading.five_w_parts import Told
from sarhad.reading.times import TimeMention

NEAR_DAYS = 45
"""A day told this near to publication may be the main event's; what lies further off is background."""

_FINE = {DatePrecision.DAY: 0.5, DatePrecision.WEEK: 0.1}
_JOINING = frozenset(("", "on", "at", ",", "in the", "of", ", on", ", at"))


def best_time(
    told: Told,
    times: Sequence[TimeMention],
    near: Sequence[Nearby],
    core: frozenset[str],
    published: date | None,
) -> TimeMention | None:
    """The time of the main event among all that are told; None when none fits."""
    fitting = [t for t in times if may_date(t, published)]
    rows = [(w, t) for t in fitting if (w := _weight(t, told, near, core, published)) is not None]
    return max(rows, key=lambda row: row[0], default=(0.0, None))[1]


def may_date(time: TimeMention, published: date | None) -> bool:
    """Whether a time is a day or week near to publication."""
    if time.first is None or time.kind in ("duration", "set", "ref"):
        return False
    if time.precision not in _FINE:
        return False
    return published is None or abs((time.first - published).days) <= NEAR_DAYS


def _weight(
    time: TimeMention, told: Told, near: Sequence[Nearby], core: frozenset[str], published: date | None
) -> float | None:
    here = around(near, time.start)
    if here is None or (published is None and not here.close):
        return None  # without a day of publication nothing tells a date of long ago from the event's own
    fine = _FINE[time.precision] + (0.2 if time.value and "T" in time.value else 0.0)
    far = abs((time.first - published).days) / 30 if time.first and published else 0.0
    told_with = 0.3 if _hangs_on(told, time, core) else 0.0
    return here.nearness + fine + told_with - min(far, 0.5)


def _hangs_on(told: Told, time: TimeMention, words: frozenset[str]) -> bool:
    """Whether the time hangs on a word of the main event: "the bombing late Thursday"."""
    span = told.doc.char_span(time.start, time.end, alignment_mode="expand")
    at = span.root if span is not None and len(span) else None
    for _ in range(3):
        if at is None or at.head.i == at.i:
            return False
        at = at.head
        if at.pos_ in ("VERB", "NOUN", "PROPN"):
            return bool(content(at.text) & words)
    return False


def whole(time: TimeMention, times: Sequence[TimeMention], text: str) -> tuple[int, int]:
    """The time with the hour or day that stands beside it: "6 a.m. on Monday"."""
    start, end = time.start, time.end
    for other in times:
        if other.kind != "day" or other.first is None:
            continue
        if 0 <= start - other.end <= 8 and text[other.end : start].strip() in _JOINING:
            start = other.start
        if 0 <= other.start - end <= 8 and text[end : other.start].strip() in _JOINING:
            end = other.end
    return start, end
