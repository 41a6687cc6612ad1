"""Arithmetic on days, weeks, months, quarters and years: spans are (first day, last day), both inclusive."""

from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


def possible(year: int, month: int, day: int) -> date | None:
    """The day, or None when there is no such day in the calendar."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift(day: date, days: int) -> date:
    """`days` later (earlier when negative), held at the ends of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def month_days(year: int, month: int) -> Days:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_on(year: int, month: int, by: int) -> tuple[int, int]:
    """The (year, month) that lies `by` months later, held at the ends of the calendar."""
    index = min(max(year * 12 + month - 1 + by, 12), 9999 * 12 + 11)
    return index // 12, index % 12 + 1


def year_days(year: int) -> Days:
    """First and last day of a year, held at the ends of the calendar."""
    year = min(max(year, 1), 9999)
    return date(year, 1, 1), date(year, 12, 31)


def week_days(day: date) -> Days:
    """Monday to Sunday of the week that holds `day`."""
    monday = shift(day, -day.weekday())
    return monday, shift(monday, 6)


def week_value(day: date) -> str:
    """The week in TIMEX3, e.g. 2025-W43."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(day: date) -> int:
    """1 to 4."""
    return (day.month - 1) // 3 + 1


def quarter_days(year: int, quarter: int) -> Days:
    """First and last day of a quarter."""
    return date(year, quarter * 3 - 2, 1), month_days(year, quarter * 3)[1]


def half_days(year: int, half: int) -> Days:
    """First and last day of the first or second half of a year."""
    return (date(year, 1, 1), date(year, 6, 30)) if half == 1 else (date(year, 7, 1), date(year, 12, 31))


def season_days(year: int, season: str) -> Days:
    """First and last day of a northern season; a winter runs into the next year."""
    first, last = SEASONS[season]
    end_year = year + 1 if last < first else year
    return date(year, first, 1), month_days(min(end_year, 9999), last)[1]


def years_on(day: date, years: int) -> date:
    """The same day `years` later; 29 February becomes 28 February where it must."""
    year = min(max(day.year + years, 1), 9999)
    return possible(year, day.month, day.day) or date(year, 2, 28)
