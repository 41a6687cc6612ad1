"""An act and the time tied to it made to agree: what was lies behind the paper's day, what will be lies ahead.

The normaliser sees no parse, so "Tuesday" may have gone to the wrong week; and a day that cannot be the act's (that of
the words which speak of it) must not become it.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from sarhad.codebook import Auxiliary, DatePrecision, EventType
from sarhad.reading.background import plain_past
from sarhad.reading.draft import Draft
from sarhad.reading.times import TimeMention
from sarhad.reading.when import VERBAL, Tie, Tied
from sarhad.records import TimeSpan

_WEEKDAY = re.compile(r"(?:early |late )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.I)
_WEEK = timedelta(days=7)
_PLANNED = frozenset((EventType.CONSULT, EventType.COOPERATE))
_WHY = {
    Tie.ITSELF: "told with the act",
    Tie.ARGUMENT: "told with a part of the act",
    Tie.ABOVE: "told with the verb that the act hangs on",
    Tie.SAYING: "the day of the words",
}


def dated(draft: Draft, found: Tied, published: date | None) -> Draft:
    """`draft` with the time tied to it; without it where the two exclude each other."""
    time, first, last = found.time, found.time.first, found.time.last
    if published is None or first is None or last is None or found.since:
        return replace(draft, time=_span(found, published))
    if first > published and draft.aux in (None, Auxiliary.NEGATION):
        return _not_yet(draft, found, published)
    if last >= published or draft.aux not in (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL):
        return replace(draft, time=_span(found, published))
    if draft.aux is Auxiliary.FUTURE and found.tie < Tie.ABOVE and _WEEKDAY.match(time.text):
        return replace(draft, time=_span(_moved(found, _WEEK), published))
    if draft.type in VERBAL:
        return replace(draft, time=_span(found, published))
    if found.tie is Tie.ITSELF and draft.token.pos_ != "VERB":
        # "may have had a hand in the attack of Monday": the attack was
        return replace(draft, aux=None, time=_span(found, published))
    return draft


def _not_yet(draft: Draft, found: Tied, published: date) -> Draft:
    """An act told as done on a day that is still to come: a meeting set for then, the week before, or not its day."""
    if draft.type in _PLANNED and not plain_past(draft.token):
        return replace(draft, aux=draft.aux or Auxiliary.FUTURE, time=_span(found, published))
    if found.tie < Tie.ABOVE and _WEEKDAY.match(found.time.text):
        return replace(draft, time=_span(_moved(found, -_WEEK), published))
    return draft


def _moved(found: Tied, by: timedelta) -> Tied:
    time = found.time
    if time.first is None or time.last is None:
        return found
    return replace(found, time=replace(time, first=time.first + by, last=time.last + by))


def _span(found: Tied, published: date | None) -> TimeSpan | None:
    span = span_of(found.time, _WHY[found.tie] + (", from then on" if found.since else ""))
    if span is None or not found.since or published is None:
        return span
    return replace(span, end=max(span.end, published))


def span_of(time: TimeMention, why: str = _WHY[Tie.SAYING]) -> TimeSpan | None:
    """A time with days as the record keeps it; None where nothing fixes its days."""
    if time.first is None or time.last is None:
        return None
    precision = time.precision or DatePrecision.DAY
    reason = f"{why}; {time.why}" if time.why else why
    return TimeSpan(mention=time.text, start=time.first, end=time.last, precision=precision, why=reason)
