"""Days still to come that a sentence names: "on November 6", "by the end of March", "within six months".

A reading anchors the time of an act; a date that stands inside an undertaking ("agreed to meet again on November 6") has no act of its
own yet. What needs the day of publication to be understood is understood only where that day is known.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from math import ceil

from sarhad.codebook import DatePrecision
from sarhad.codebook.numbers import NUMBERS
from sarhad.records import Dating, TimeSpan

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
UNITS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365}
_MONTH = r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_FORMS = (
    rf"{_MONTH} {_DAY}\b(?:,? (?P<year>20\d\d))?",
    rf"\b{_DAY} (?:of )?{_MONTH}(?:,? (?P<year>20\d\d))?",
    rf"(?P<late>\b(?:the )?end of )?\b{_MONTH}(?: (?:of )?(?P<year>20\d\d))?(?! ?\d)",
    r"(?P<late>\b(?:the )?end of )?\b(?P<year>20\d\d)\b",
    rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})\b",
    rf"\b(?P<within>within|in) (?:the )?(?:next |coming )?(?P<count>\d{{1,3}}|{'|'.join(NUMBERS)}) (?P<unit>day|week|month|year)s?\b",
    r"\b(?P<within>within) (?P<count>an?|\d{1,3}) (?P<unit>hour|day|week|month|year)s?\b",
    r"(?P<late>\b(?:the )?end of )?\b(?P<rel>next|this|the) (?P<unit>week|month|year)\b",
)
_DATES = tuple(re.compile(form) for form in _FORMS)


def day_ahead(text: str, published: Dating, *, at: int = 0) -> TimeSpan | None:
    """The first day or span of days named from `at` on that lies after the day of publication; None where none surely does."""
    for match in sorted(_dates_in(text, at), key=lambda m: m.start()):
        span = _span(match, published)
        if span is not None:
            start, end, precision = span
            why = "counted from the day of publication" if not match.groupdict().get("year") else "told"
            return TimeSpan(mention=match.group().strip(), start=start, end=end, precision=precision, why=why)
    return None


def _dates_in(text: str, at: int) -> list[re.Match[str]]:
    """Each date once, by its fullest form: the year of a day gone by is no year to come."""
    found: list[re.Match[str]] = []
    for form in _DATES:
        found += [
            m
            for m in form.finditer(text, at)
            if not any(m.start() < f.end() and f.start() < m.end() for f in found)
        ]
    return found


Days = tuple[date, date, DatePrecision]


def _span(match: re.Match[str], published: Dating) -> Days | None:
    told = {k: v for k, v in match.groupdict().items() if v}
    exact = published.start if published.precision is DatePrecision.DAY else None
    anchor = published.end
    for key, count in _COUNTED.items():
        if key in told:
            days = count(told, exact) if exact else None
            break
    else:
        days = _calendar(told, exact)
    if days is None or anchor is None or days[1] <= anchor:
        return None
    return days


def _calendar(told: dict[str, str], exact: date | None) -> Days | None:
    """A day, month or year; without a year it is the next such day."""
    if "month" not in told:
        year = int(told["year"])
        return date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR
    month = next(n for n, name in enumerate(MONTHS, 1) if name.startswith(told["month"][:3]))
    if "year" in told:
        return _on(int(told["year"]), month, told)
    if exact is None:
        return None
    days = _on(exact.year, month, told)
    return days if days and days[1] > exact else _on(exact.year + 1, month, told)


def _on(year: int, month: int, told: dict[str, str]) -> Days | None:
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    if "day" not in told:
        return date(year, month, 1), last, DatePrecision.MONTH
    if not 1 <= int(told["day"]) <= last.day:
        return None
    day = date(year, month, int(told["day"]))
    return day, day, DatePrecision.DAY


def _weekday(told: dict[str, str], exact: date) -> Days:
    ahead = (WEEKDAYS.index(told["weekday"]) - exact.weekday()) % 7 or 7
    day = exact + timedelta(days=ahead)
    return day, day, DatePrecision.DAY


def _counted(word: str) -> int:
    return 1 if word in ("a", "an") else NUMBERS.get(word) or int(word)


def _within(told: dict[str, str], exact: date) -> Days:
    """Months and years are counted in days of thirty and 365: a deadline so told is not meant to the day."""
    count = _counted(told["count"])
    end = exact + timedelta(days=ceil(count * UNITS[told["unit"]]))
    return (
        exact,
        end,
        {"hour": DatePrecision.DAY, "day": DatePrecision.DAY, "week": DatePrecision.WEEK}.get(
            told["unit"], DatePrecision.MONTH
        ),
    )


def _relative(told: dict[str, str], exact: date) -> Days | None:
    """ "next week", "the end of the year"; plain "this month" and "the year" name no day ahead."""
    if told["rel"] != "next" and "late" not in told:
        return None
    ahead = 1 if told["rel"] == "next" else 0
    if told["unit"] == "week":
        monday = exact + timedelta(days=7 * ahead - exact.weekday())
        return monday, monday + timedelta(days=6), DatePrecision.WEEK
    if told["unit"] == "month":
        month = exact.month + ahead
        return _on(exact.year + (month - 1) // 12, (month - 1) % 12 + 1, {})
    return date(exact.year + ahead, 1, 1), date(exact.year + ahead, 12, 31), DatePrecision.YEAR


_COUNTED: dict[str, Callable[[dict[str, str], date], Days | None]] = {
    "weekday": _weekday,
    "within": _within,
    "rel": _relative,
}
