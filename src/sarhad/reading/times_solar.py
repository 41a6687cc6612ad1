"""The Solar Hijri calendar of Iran and Afghanistan, told with its year: "7 Aban 1404", "Mizan 1404", "the Iranian year 1404"."""

import re
from datetime import date

from sarhad.codebook import DatePrecision
from sarhad.knowledge.solar import gregorian
from sarhad.reading.times_calendar import shift
from sarhad.reading.times_sense import Context, Rule, Sense, day, days, rule
from sarhad.reading.times_words import DAY

_MONTHS = (
    ("farvardin", "hamal"), ("ordibehesht", "sawr", "saur"), ("khordad", "jawza"), ("tir", "saratan"), ("mordad", "asad"),
    ("shahrivar", "sunbula"), ("mehr", "mizan"), ("aban", "aqrab"), ("azar", "qaws"), ("dey", "jadi"), ("bahman", "dalwa"),
    ("esfand", "hut"),
)  # fmt: skip
_NUMBER = {name: n for n, names in enumerate(_MONTHS, 1) for name in names}
_YEAR = r"(?P<y>13[5-9]\d|14[0-4]\d)"
_NAME = rf"(?P<m>(?i:{'|'.join(_NUMBER)}))"


def _told(match: re.Match[str], ctx: Context) -> Sense | None:
    on = gregorian(int(match["y"]), _NUMBER[match["m"].lower()], int(match["d"]))
    return day(on) if on else None


def _up_to(first: date | None, after: date | None, precision: DatePrecision) -> Sense | None:
    """From a first day to the day before the next begins; the value is the interval, as no TIMEX3 month or year fits."""
    if first is None or after is None:
        return None
    last = shift(after, -1)
    return days((first, last), f"{first}/{last}", precision)


def _month(match: re.Match[str], ctx: Context) -> Sense | None:
    year, month = int(match["y"]), _NUMBER[match["m"].lower()]
    after = gregorian(year, month + 1, 1) if month < 12 else gregorian(year + 1, 1, 1)
    return _up_to(gregorian(year, month, 1), after, DatePrecision.MONTH)


def _year(match: re.Match[str], ctx: Context) -> Sense | None:
    year = int(match["y"])
    return _up_to(gregorian(year, 1, 1), gregorian(year + 1, 1, 1), DatePrecision.YEAR)


_WHOSE = r"(?:Persian|Iranian|Afghan|Solar(?:\s+Hijri)?|Hijri[-\s](?:Shamsi|Solar)|Shamsi)"
_NEEDS = " ".join(_NUMBER)
RULES: tuple[Rule, ...] = (
    rule("solar day first", rf"(?P<d>{DAY})\s+{_NAME},?\s+{_YEAR}", _told, needs=_NEEDS),
    rule("solar month first", rf"{_NAME}\s+(?P<d>{DAY}),?\s+{_YEAR}", _told, needs=_NEEDS),
    rule("solar month year", rf"{_NAME},?\s+{_YEAR}", _month, needs=_NEEDS),
    rule("solar year", rf"(?i:(?:the\s+)?(?:(?:current|last|this|previous|next|new)\s+)?{_WHOSE}\s+(?:calendar\s+|fiscal\s+|new\s+)?year\s+(?:of\s+)?\(?){_YEAR}", _year, needs="year"),
    rule("solar year known", rf"(?:(?<=in )|(?<=year )|(?<=of )|(?<=since )){_YEAR}(?=\s+\((?:which\s+)?(?:began|started|beginning|starting|from|ending|ended|through|March|[A-Z][a-z]+ 20\d\d|20\d\d))", _year, needs="13 14"),
)  # fmt: skip
