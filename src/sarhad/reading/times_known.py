"""Days the press calls by their date for years ("the October 7 attacks"): their own year, not the page's."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from sarhad.codebook import DatePrecision
from sarhad.knowledge.occasions import load_occasions
from sarhad.reading.times import TimeMention

_YEAR = re.compile(r"\d{4}")
_EVENT = re.compile(
    r"[ ,]*(?:[\w’'-]+ ){0,2}(?:attacks?|assaults?|massacres?|strikes?|onslaught|clashes|ceasefire|truce|earthquake|election)\b"
)
"""What follows a day that is a name: "the October 7 Hamas attacks"."""


def with_known_years(times: Iterable[TimeMention], text: str, published: date | None) -> list[TimeMention]:
    """`times` of `text`, a day without its year that names an occasion of the calendar set to that occasion's year."""
    known = {(o.start.month, o.start.day): o.start for o in load_occasions().entries if o.by_day}
    told = (_last_year(t, text, published) for t in times)
    return [
        _known(t, known, published) if _EVENT.match(text, t.end) else _years_before(t, text) for t in told
    ]


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
    first, last = (
        d.replace(year=d.year - 1, day=min(d.day, 28) if d.month == 2 else d.day) for d in (t.first, t.last)
    )
    return replace(t, first=first, last=last, value=first.isoformat() if first == last else t.value)


_AGO = re.compile(r"\b(?P<n>a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years? ago $", re.I)
_NUMBERS = "zero one two three four five six seven eight nine ten".split()


def _years_before(t: TimeMention, text: str) -> TimeMention:
    """ "Two years ago this month": the month, so many years before."""
    ago = _AGO.search(text, max(0, t.start - 20), t.start)
    if ago is None or t.first is None or t.last is None or not t.text.lower().startswith("this "):
        return t
    word = ago["n"].lower()
    years = int(word) if word.isdigit() else 1 if word == "a" else _NUMBERS.index(word)
    first, last = (d.replace(year=d.year - years, day=min(d.day, 28)) for d in (t.first, t.last))
    whole = t.precision is DatePrecision.MONTH
    last = (last.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1) if whole else last
    return replace(t, first=first, last=last, value=f"{first:%Y-%m}")


def _known(t: TimeMention, known: dict[tuple[int, int], date], published: date | None) -> TimeMention:
    if t.first is None or t.first != t.last or t.kind != "day" or _YEAR.search(t.text):
        return t
    day = known.get((t.first.month, t.first.day))
    named = day is not None and str(day.day) in t.text
    if day is None or not named or published is None or published < day:
        return t
    return replace(t, first=day, last=day, value=day.isoformat())
