"""Dated public occasions worldwide: facts that date a text which speaks of them."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from sarhad.records import Span

_DAY_NAME = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b")
# the words of one occasion must stand this near each other: a paragraph, not a page
NEAR = 350


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A public occasion: a text that speaks of it as held was written on its first day or later. `words` are
    groups; one of each group must stand in one paragraph. `days`: how long the press tells it as news."""

    name: str
    start: date
    end: date
    words: tuple[tuple[str, ...], ...]
    stems: tuple[tuple[str, ...], ...]
    days: int | None = None
    source: str = ""

    @property
    def by_day(self) -> bool:
        """Whether the press calls it by its day ("7 October"), so that the day is told without a year for years."""
        return any(_DAY_NAME.search(stem) for group in self.stems for stem in group)


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionHit:
    """An occasion spoken of, and where."""

    occasion: Occasion
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasions:
    """The calendar. `find` gives each occasion at most once, where it is first spoken of."""

    entries: tuple[Occasion, ...]

    def find(self, text: str) -> tuple[OccasionHit, ...]:
        """Every occasion the text speaks of, in order of the calendar."""
        low = " ".join(text.lower().split())
        return tuple(
            OccasionHit(occasion=entry, span=span)
            for entry in self.entries
            # plain look-ups first: they spare 19 of 20 searches
            if all(any(stem in low for stem in group) for group in entry.stems)
            and (span := next(_spoken_of(entry, text), None))
        )


def _spoken_of(entry: Occasion, text: str) -> Iterator[Span]:
    first, *others = map(_pattern, entry.words)
    for hit in first.finditer(text):
        low, high = max(0, hit.start() - NEAR), min(len(text), hit.end() + NEAR)
        if all(group.search(text, low, high) for group in others):
            yield Span(start=hit.start(), end=hit.end())


@cache
def _pattern(group: tuple[str, ...]) -> re.Pattern[str]:
    # a trailing * stands for any ending
    words = (re.escape(w).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for w in group)
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


@cache
def load_occasions() -> Occasions:
    """The calendar that ships with Sarhad, read once."""
    raw = tomllib.loads(files("sarhad.knowledge").joinpath("data/calendar.toml").read_text(encoding="utf-8"))
    return Occasions(
        entries=tuple(
            Occasion(
                name=e["name"], start=e["start"], end=e.get("end", e["start"]),
                words=tuple(map(tuple, e["words"])),
                stems=tuple(tuple(w.rstrip("*").lower() for w in g) for g in e["words"]), days=e.get("days"),
                source=e.get("source", ""),
            )
            for e in raw["occasion"]
        )
    )  # fmt: skip
