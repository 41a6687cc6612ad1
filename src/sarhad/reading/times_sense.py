"""What a time expression means, what is known when it is resolved, and what a rule is."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sarhad.codebook import DatePrecision
from sarhad.reading.times_calendar import (
    Days,
    month_days,
    quarter_days,
    season_days,
    week_days,
    week_value,
    year_days,
)
from sarhad.reading.times_direction import ahead
from sarhad.reading.times_words import MONTHS, UNIT

TO = re.compile(r"\s*(?:to|until|till|through|and|[-–—])\s*(?:the\s+|late\s+|early\s+|on\s+)?", re.I)
"""What stands between the two ends of a run of days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """A TIMEX3 value and the span of days it means; `first` None when the text alone does not fix it."""

    value: str | None
    first: date | None = None
    last: date | None = None
    precision: DatePrecision = DatePrecision.UNKNOWN
    kind: str = "ref"


_DAYS, _MONTHS = (DatePrecision.DAY,), (DatePrecision.DAY, DatePrecision.WEEK, DatePrecision.MONTH)
_FINE_ENOUGH = {"D": _DAYS, "W": _MONTHS[:2], "2W": _MONTHS[:2], "M": _MONTHS, "Q": _MONTHS}


@dataclass(frozen=True, kw_only=True)
class Context:
    """What is known when an expression is resolved: the text, the anchor, and the times told before it."""

    text: str
    start: int
    end: int
    anchor: date | None
    anchor_precision: DatePrecision
    before: tuple[Sense, ...] = ()
    last_end: int = 0

    @cached_property
    def ahead(self) -> bool | None:
        """Whether the clause tells it as to come (True), as past (False), or does not tell (None)."""
        return ahead(self.text, self.start, self.end)

    @property
    def day_anchor(self) -> date | None:
        """The anchor where it is known to the day."""
        return self.anchor if self.anchor_precision is DatePrecision.DAY else None

    @property
    def month_anchor(self) -> date | None:
        """The anchor where it is known at least to the month."""
        fine = (DatePrecision.DAY, DatePrecision.WEEK, DatePrecision.MONTH)
        return self.anchor if self.anchor_precision in fine else None

    def left(self, characters: int = 40) -> str:
        """What stands before the expression."""
        return self.text[max(0, self.start - characters) : self.start]

    def right(self, characters: int = 40) -> str:
        """What stands after it."""
        return self.text[self.end : self.end + characters]

    def narrated(self) -> Sense | None:
        """The last time told before this one that stands for days, if any."""
        return next((s for s in reversed(self.before) if s.first is not None and s.kind != "ref"), None)

    def narrated_to(self, unit: str) -> Sense | None:
        """The last of the three times told before this one that is known finely enough to count units from."""
        fine = _FINE_ENOUGH.get(unit, tuple(DatePrecision))
        told = [s for s in self.before if s.first is not None and s.kind != "ref"]
        return next((s for s in reversed(told[-3:]) if s.precision in fine), None)

    def opened_by(self, grain: DatePrecision) -> date | None:
        """The first day of the time of this grain just before where the two are a run: "from March to May"."""
        opening = self.before[-1] if self.before else None
        if (
            opening is None
            or opening.precision is not grain
            or self.start - self.last_end > 14
            or not self.last_end
        ):
            return None
        between = self.text[self.last_end : self.start]
        return opening.first if TO.fullmatch(between) and "and" not in between else None

    def quarter_told(self) -> Sense | None:
        """The latest quarter told before this one, if any: what "a year earlier" is compared with."""
        told = [s for s in self.before if s.value and "-Q" in s.value and s.first]
        told = [s for s in told if self.anchor is None or (s.last or self.anchor) < self.anchor] or told
        return max(told, key=lambda s: s.value or "", default=None)


Resolver = Callable[[re.Match[str], Context], Sense | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A pattern and what its matches mean. `needs`: one of these stands in every match, in small letters; a plain
    look-up that spares most searches. `kind`: words of this kind (`KINDS`) stand in every match."""

    name: str
    pattern: re.Pattern[str]
    resolve: Resolver
    needs: tuple[str, ...] = ()
    kind: str = ""


def rule(name: str, pattern: str, resolve: Resolver, needs: str = "", kind: str = "") -> Rule:
    """A rule whose pattern stands between word boundaries."""
    compiled = re.compile(rf"(?<![\w$£€])(?:{pattern})(?!\w)")
    return Rule(name=name, pattern=compiled, resolve=resolve, needs=tuple(needs.split()), kind=kind)


KINDS = {
    "month": re.compile(rf"\b(?:{'|'.join(MONTHS)})\b"),
    "unit": re.compile(rf"[\s-]{UNIT}\b"),
    "unit later": re.compile(
        rf"{UNIT}\s+(?:later|earlier|after|afterwards?|before|previously|prior|on)[\s.,;:]"
    ),
}
"""What tells, searched once in small letters, whether rules that cost more can match."""


def day(on: date, value: str | None = None) -> Sense:
    """A single day."""
    return Sense(value=value or on.isoformat(), first=on, last=on, precision=DatePrecision.DAY, kind="day")


def days(span: Days, value: str | None, precision: DatePrecision = DatePrecision.DAY) -> Sense:
    """A span of days."""
    return Sense(value=value, first=span[0], last=span[1], precision=precision, kind="range")


def week(on: date) -> Sense:
    """The week that holds a day."""
    return days(week_days(on), week_value(on), DatePrecision.WEEK)


def month(year: int, number: int) -> Sense:
    """A month."""
    return days(month_days(year, number), f"{year:04d}-{number:02d}", DatePrecision.MONTH)


def year(number: int) -> Sense:
    """A year."""
    return days(year_days(number), f"{number:04d}", DatePrecision.YEAR)


def quarter(year_number: int, number: int) -> Sense:
    """A quarter; three months are held as a season."""
    return days(quarter_days(year_number, number), f"{year_number:04d}-Q{number}", DatePrecision.SEASON)


def season(year_number: int, code: str) -> Sense:
    """A season."""
    return days(season_days(year_number, code), f"{year_number:04d}-{code}", DatePrecision.SEASON)


def ref(value: str) -> Sense:
    """PAST_REF, PRESENT_REF or FUTURE_REF, with no days of its own."""
    return Sense(value=value)


def open_value(value: str, kind: str = "day") -> Sense:
    """A value with unknown parts, e.g. XXXX-10-11, where no anchor fixes it."""
    return Sense(value=value, kind=kind)


def duration_value(amount: float | None, unit: str) -> str:
    """3, "D" → P3D; 2.5, "Y" → P2Y6M; None → X."""
    scale = {"2W": ("W", 2), "DE": ("Y", 10), "CE": ("Y", 100)}.get(unit)
    if scale and amount is not None:
        unit, amount = scale[0], amount * scale[1]
    prefix = "PT" if unit.startswith("T") else "P"
    letter = unit.removeprefix("T") if unit.startswith("T") else unit
    if amount is None:
        return f"{prefix}X{letter}"
    if amount == int(amount):
        return f"{prefix}{int(amount)}{letter}"
    smaller = {"Y": (12, "M"), "H": (60, "M"), "D": (24, "H"), "W": (7, "D"), "M": (30, "D")}.get(letter)
    if smaller is None or amount >= 1000:
        return f"{prefix}{amount:g}{letter}"
    whole, rest = int(amount), round((amount - int(amount)) * smaller[0])
    return f"{prefix}{f'{whole}{letter}' if whole else ''}{'T' if letter == 'D' else ''}{rest}{smaller[1]}"
