"""The Solar Hijri calendar of Iran and Afghanistan, and how its dates are written in Persian, Dari and Pashto."""

from datetime import date, timedelta

MONTHS = (
    ("فروردین", "حمل", "وری"), ("اردیبهشت", "ثور", "غویی"), ("خرداد", "جوزا", "غبرګولی"), ("تیر", "سرطان", "چنګاښ"),
    ("مرداد", "اسد", "زمری"), ("شهریور", "سنبله", "وږی"), ("مهر", "میزان", "تله"), ("آبان", "عقرب", "لړم"),
    ("آذر", "قوس", "لیندۍ"), ("دی", "جدی", "مرغومی"), ("بهمن", "دلو", "سلواغه"), ("اسفند", "حوت", "کب"),
)  # fmt: skip
NUMBER = {name: n for n, names in enumerate(MONTHS, 1) for name in names}
# leap years repeat in cycles of 33 years; right for 1343 to 1500 (1964 to 2121)
_LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
FIRST_YEAR, LAST_YEAR = 1343, 1500


def is_leap(year: int) -> bool:
    """Whether a Solar Hijri year has 366 days."""
    return year % 33 in _LEAP


def gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Solar Hijri one; None where there is no such day.

    >>> gregorian(1400, 1, 1)
    datetime.date(2021, 3, 21)
    """
    longest = 31 if month <= 6 else 30 if month < 12 or is_leap(year) else 29
    if not (1 <= month <= 12 and 1 <= day <= longest and FIRST_YEAR <= year <= LAST_YEAR):
        return None
    step = 1 if year >= 1400 else -1
    years = range(1400, year) if step > 0 else range(year, 1400)
    days = step * sum(366 if is_leap(y) else 365 for y in years)
    before = min(month - 1, 6) * 31 + max(month - 7, 0) * 30
    return date(2021, 3, 21) + timedelta(days=days + before + day - 1)
