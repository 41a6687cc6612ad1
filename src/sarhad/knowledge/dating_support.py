"""What a text tells about its own date: who held which office, which days, months and years it speaks of.

Reading gathers it, press/dating settles the date with it.
"""

from dataclasses import dataclass
from datetime import date

from sarhad.records import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeWindow:
    """A person told as holding an office: the text is from `start`..`end`. Windows of one `span` are alternatives
    (two terms of one office)."""

    start: date
    end: date
    why: str
    span: Span | None = None

    @property
    def person(self) -> str:
        """Whose office it is."""
        return self.why.split(" as ")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldTime:
    """A date as the text tells it: any of year, month and day may be missing.

    `years_back` is set for "November last year" (1), "this year" (0), "next year" (-1). `ahead` is True when told
    as to come, False when told as past, None when the clause does not say. `lead` is True in the first paragraphs.
    `noise` is True when it stands outside the article, `caption` when in a line on a picture.
    """

    text: str
    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    years_back: int | None = None
    ahead: bool | None = None
    lead: bool = False
    noise: bool = False
    caption: bool = False
    last_named: bool = False  # "last November"
    weekday: int | None = None  # told beside the day: "Friday, 18 October"; Monday is 0

    @property
    def on(self) -> date | None:
        """The day, where year, month and day are told."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOccasion:
    """A dated public occasion that the text speaks of as held or under way. `until`: how long the press tells it as
    news, None where it is spoken of for years."""

    name: str
    start: date
    end: date
    span: Span
    until: date | None = None
    by_day: bool = False  # called by its day: "7 October"
    after: date | None = None  # "two days after the strike": the day that is counted from it


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedDay:
    """A day in the address of another page. `cited`: within a sentence of the article, not in a list of links."""

    on: date
    text: str
    span: Span
    cited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DatingSupport:
    """Everything a text tells about its own date. `weekdays` are those that its first sentences name, Monday 0.
    `links` are the days in the addresses that its sentences point to: it is no older than the latest of them."""

    offices: tuple[OfficeWindow, ...] = ()
    told: tuple[ToldTime, ...] = ()
    occasions: tuple[ToldOccasion, ...] = ()
    counted: tuple[
        ToldTime, ...
    ] = ()  # "on Tuesday", "last month", "two weeks ago": counted from the publication
    weekdays: tuple[int, ...] = ()
    links: tuple[LinkedDay, ...] = ()

    @property
    def office_mentions(self) -> list[list[OfficeWindow]]:
        """The windows by mention: those of one mention are alternatives. Each holder and office once."""
        groups: dict[str, list[OfficeWindow]] = {}
        for window in self.offices:
            known = groups.setdefault(window.why, [])
            if all((window.start, window.end) != (k.start, k.end) for k in known):
                known.append(window)
        return list(groups.values())

    @property
    def days_told(self) -> tuple[ToldTime, ...]:
        """Dates with day, month and year."""
        return tuple(t for t in self.told if t.on)

    @property
    def last_cited(self) -> date | None:
        """The latest day in an address that a sentence of the article points to."""
        return max((link.on for link in self.links if link.cited), default=None)

    @property
    def months_told(self) -> tuple[ToldTime, ...]:
        """Months, with or without a year, without a day."""
        return tuple(t for t in self.told if t.month and not t.day)

    @property
    def years_told(self) -> tuple[ToldTime, ...]:
        """Years alone."""
        return tuple(t for t in self.told if t.year and not t.month)
