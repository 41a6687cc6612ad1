"""Days as a person types them: 2024-01-16, 2024-01, 2024, or two of them as 2024-01-16..2024-01-18. Pure."""

import calendar
import re
from datetime import date

from sarhad.codebook import DatePrecision

Days = tuple[date, date]
"""First and last day."""

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")


def days_of(text: str) -> Days:
    """First and last day of what was typed. ValueError when it is no date."""
    first, _, last = text.strip().partition("..")
    start, end = _span(first)[0], _span(last or first)[1]
    if end < start:
        raise ValueError("the later day comes second")
    return start, end


def maybe_days(text: str | None) -> Days | None:
    """First and last day, None where there is no date."""
    try:
        return days_of(text) if text else None
    except ValueError:
        return None


def precision_of(text: str) -> DatePrecision:
    """How finely the typed date is known."""
    start, end = days_of(text)
    length = (end - start).days + 1
    for most, precision in ((1, DatePrecision.DAY), (7, DatePrecision.WEEK), (31, DatePrecision.MONTH)):
        if length <= most:
            return precision
    return DatePrecision.YEAR


def print_days(start: date, end: date) -> str:
    """As it would be typed."""
    if start == end:
        return start.isoformat()
    for text in (f"{start.year:04}", f"{start.year:04}-{start.month:02}"):
        if days_of(text) == (start, end):
            return text
    return f"{start.isoformat()}..{end.isoformat()}"


def _span(text: str) -> Days:
    found = _ISO.match(text.strip())
    if not found:
        raise ValueError("a date reads like 2024-01-16, 2024-01, 2024 or 2024-01-16..2024-01-18")
    year, month, day = int(found[1]), found[2], found[3]
    if day:
        return (same := date(year, int(month), int(day))), same
    if month:
        return date(year, int(month), 1), date(year, int(month), calendar.monthrange(year, int(month))[1])
    return date(year, 1, 1), date(year, 12, 31)
