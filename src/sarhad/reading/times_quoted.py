""" "Today" in somebody's mouth: the day of the words, not the page's.

"I met him today," he said late on Thursday — printed on Friday. The day of the words is one told in the same sentence
outside the quotation marks (the nearest), else the last one told before; where the text tells none, "today" stays the page's day.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sarhad.codebook import DatePrecision
from sarhad.reading.attribution_quotes import quotations
from sarhad.reading.times import TimeMention

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TODAY = re.compile(
    r"(?:earlier |late |later |early )?(?:today|tonight|this (?:morning|afternoon|evening))\b", re.I
)
_FAR = 500
"""Characters back that the day of the words may be told."""
_FRESH = timedelta(days=3)
"""Words are printed within days."""

Span = tuple[int, int]


def with_quoted_days(times: Iterable[TimeMention], doc: "Doc", published: date | None) -> list[TimeMention]:
    """`times` of a parsed text, each "today" between quotation marks set to the day of the words."""
    times = list(times)
    if published is None or not any(_TODAY.match(t.text) for t in times):
        return times
    quotes = [(doc[first].idx, doc[last - 1].idx) for first, last in quotations(doc)]
    sentences = [(s.start_char, s.end_char) for s in doc.sents]
    days = [t for t in times if _is_day(t, published) and _around(t, quotes) is None]
    return [_moved(t, days, quotes, sentences, published) for t in times]


def _is_day(t: TimeMention, published: date) -> bool:
    one = t.precision is DatePrecision.DAY and t.kind == "day" and t.first == t.last
    return one and t.first is not None and published - _FRESH <= t.first <= published


def _around(t: TimeMention, spans: Sequence[Span]) -> Span | None:
    return next((s for s in spans if s[0] <= t.start < s[1]), None)


def _moved(
    t: TimeMention,
    days: Sequence[TimeMention],
    quotes: Sequence[Span],
    sentences: Sequence[Span],
    published: date,
) -> TimeMention:
    quote = _around(t, quotes)
    if quote is None or t.first != published or t.last != published or not _TODAY.match(t.text):
        return t
    sentence = _around(t, sentences) or quote
    beside = [d for d in days if sentence[0] <= d.start < sentence[1]]
    before = [d for d in days if t.start - _FAR < d.start < t.start]
    said = min(beside or before, key=lambda d: abs(d.start - t.start), default=None)
    if said is None or said.first is None:
        return t
    day = said.first
    return replace(t, first=day, last=day, value=day.isoformat(), why=f"the day of the words: {said.text}")
