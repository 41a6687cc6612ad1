"""Days the press calls by their date for years ("the October 7 attacks"): their own year, not the page's."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from sarhad.codebook import DatePrecision
from sarhad.knowledge.occasions import load_occasions
from sarhad.reading.times import TimeMention
from sarhad.reading.times_calendar import month_days, years_on
from sarhad.reading.times_words import number

_YEAR = re.compile(r"\d{4}")
_EVENT = re.compile(
    r"[ ,]*(?:[\w’'-]+ ){0,2}(?:attacks?|assaults?|massacres?|strikes?|onslaught|clashes|ceasefire|truce|earthquake|election)\b"
)
"""What follows a day that is a name: "the October 7 Hamas attacks"."""


def with_known_years(times: Iterable[TimeMention], text: str, published: date | None) -> list[TimeMention]:
    """`times` of `text`, a day without its year that names an occasion of the calendar set to that occasion's year."""
    known = _named_days()
    told = (_last_year(t, text, published) for t in times)
    return [
        _known(t, known, published) if _EVENT.match(text, t.end) else _years_before(t, text) for t in told
    ]


@cache
def _named_days() -> Mapping[tuple[int, int], date]:
    return {(o.start.month, o.start.day): o.start for o in load_occasions().entries if o.by_day}


def _last_year(t: TimeMention, text: str, published: date | None) -> TimeMention:
    """ "October 7 last year" on a page of 8 October."""
    same = t.first is not None and published is not None and t.first.year == published.year
    if (
        not same
        or t.first is None
        or t.last is None
        or not re.match(r",? last year\b", text[t.end : t.end + 12])
    ):
        return t
    first, last = years_on(t.first, -1), years_on(t.last, -1)
    return replace(t, first=first, last=last, value=first.isoformat() if first == last else t.value)


_AGO = re.compile(r"\b(?P<n>a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years? ago $", re.I)


def _years_before(t: TimeMention, text: str) -> TimeMention:
    """ "Two years ago this month": the month, so many years before."""
    ago = _AGO.search(text, max(0, t.start - 20), t.start)
    if ago is None or t.first is None or t.last is None or not t.text.lower().startswith("this "):
        return t
    years = int(number(ago["n"]) or 1)
    first, last = years_on(t.first, -years), years_on(t.last, -years)
    if t.precision is DatePrecision.MONTH:
        first, last = month_days(first.year, first.month)
    return replace(t, first=first, last=last, value=f"{first:%Y-%m}")


def _known(t: TimeMention, known: Mapping[tuple[int, int], date], published: date | None) -> TimeMention:
    if t.first is None or t.first != t.last or t.kind != "day" or _YEAR.search(t.text):
        return t
    day = known.get((t.first.month, t.first.day))
    named = day is not None and str(day.day) in t.text
    if day is None or not named or published is None or published < day:
        return t
    return replace(t, first=day, last=day, value=day.isoformat())
