"""Dates of the Solar Hijri calendar of Iran and Afghanistan, told with their year: "7 Aban 1404", "Mizan 20, 1404"."""

import re
from datetime import date, timedelta

from sarhad.reading.times_sense import Context, Rule, Sense, day, rule
from sarhad.reading.times_words import DAY

_MONTHS = (
    ("farvardin", "hamal"), ("ordibehesht", "sawr", "saur"), ("khordad", "jawza"), ("tir", "saratan"), ("mordad", "asad"),
    ("shahrivar", "sunbula"), ("mehr", "mizan"), ("aban", "aqrab"), ("azar", "qaws"), ("dey", "jadi"), ("bahman", "dalwa"),
    ("esfand", "hut"),
)  # fmt: skip
_NUMBER = {name: n for n, names in enumerate(_MONTHS, 1) for name in names}
# leap years repeat in cycles of 33 years; right for 1343 to 1500 (1964 to 2121)
_LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_YEAR = r"(?P<y>13[5-9]\d|14[0-4]\d)"
_NAME = rf"(?P<m>(?i:{'|'.join(_NUMBER)}))"


def is_leap(year: int) -> bool:
    """Whether a Solar Hijri year has 366 days."""
    return year % 33 in _LEAP


def gregorian(year: int, month: int, day_: int) -> date | None:
    """The Gregorian day of a Solar Hijri one; None where there is no such day."""
    longest = 31 if month <= 6 else 30 if month < 12 or is_leap(year) else 29
    if not (1 <= month <= 12 and 1 <= day_ <= longest and 1343 <= year <= 1500):
        return None
    # 1 Farvardin 1400 was 21 March 2021
    step = 1 if year >= 1400 else -1
    years = range(1400, year) if step > 0 else range(year, 1400)
    days = step * sum(366 if is_leap(y) else 365 for y in years)
    before = min(month - 1, 6) * 31 + max(month - 7, 0) * 30
    return date(2021, 3, 21) + timedelta(days=days + before + day_ - 1)


def _told(match: re.Match[str], ctx: Context) -> Sense | None:
    on = gregorian(int(match["y"]), _NUMBER[match["m"].lower()], int(match["d"]))
    return day(on) if on else None


_NEEDS = " ".join(_NUMBER)
RULES: tuple[Rule, ...] = (
    rule("solar day first", rf"(?P<d>{DAY})\s+{_NAME},?\s+{_YEAR}", _told, needs=_NEEDS),
    rule("solar month first", rf"{_NAME}\s+(?P<d>{DAY}),?\s+{_YEAR}", _told, needs=_NEEDS),
)
