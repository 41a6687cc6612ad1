"""Dates on a page that a reader could take for its date of publication, and why they are not."""

import re
from datetime import date, timedelta

from sarhad.codebook import DatePrecision
from sarhad.knowledge.dating_support import DatingSupport, ToldTime
from sarhad.records import DateConflict, Dating, Document

# coders name the weekdays, too, that are not the day of publication: in half of the articles they read
_COUNTED_TRAP = re.compile(
    r"\bago$|\b(?:last|earlier this|earlier in the|this|beginning of the|start of the) (?:week|month|\w+day)\b|\bmonth\b|\w+day\b",
    re.I,
)
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})day\b", re.I)
_IN_ADDRESS = re.compile(r"(?:https?://|www\.|\]\()\S*$")
_MOST = 40


def date_traps(document: Document, support: DatingSupport) -> tuple[DateConflict, ...]:
    """The settled date's conflicts that stand in the text, then the dates told that are not the publication's."""
    conflicts = (c for c in document.published.conflicts if c.text and c.text in document.text)
    once = {(c.text, c.span.start if c.span else None): c for c in conflicts}
    return (*once.values(), *traps_told(document, document.published, support))


def traps_told(document: Document, settled: Dating, support: DatingSupport) -> tuple[DateConflict, ...]:
    """Dates told that a reader could take for that of publication, beyond those that claimed to be it: those on
    pictures, in other articles' lines, in copyright lines, in addresses, without a year, of the background, weekdays
    other than its own (each wording once)."""
    taken = [c.span for c in settled.conflicts if c.span]
    out: dict[str, DateConflict] = {}
    for told in (*support.told, *(t for t in support.counted if _COUNTED_TRAP.search(t.text))):
        free = told.text not in out and not any(told.span.overlaps(s) for s in taken)
        if free and (why := _why(told, document, settled)) and not _in_address(told, document):
            out[told.text] = DateConflict(text=told.text, why=why, span=told.span)
            taken.append(told.span)
    linked = (link for link in support.links if link.text not in out and not _on(link.on, settled))
    out |= {
        link.text: DateConflict(text=link.text, why="in the address of another page", span=link.span)
        for link in linked
    }
    return tuple(out.values())[:_MOST]


def _on(day: date, settled: Dating) -> bool:
    """Whether a day lies within the settled date."""
    return bool(settled.start and settled.end and settled.start <= day <= settled.end)


def _in_address(told: ToldTime, document: Document) -> bool:
    return bool(_IN_ADDRESS.search(document.text, max(0, told.span.start - 200), told.span.start))


def _why(told: ToldTime, document: Document, settled: Dating) -> str | None:
    """Why a date told is not that of publication; None where it may be, or claims to be."""
    if _is_the_date(told, settled) or any(c.span and c.span.overlaps(told.span) for c in settled.candidates):
        return None
    if told.caption:
        return "the date of a picture, not of publication"
    if told.noise:
        return "outside the article: another page's date or a copyright line" if told.year else None
    if not (told.year or told.month) and (weekday := _WEEKDAY.search(told.text)):
        return _weekday(weekday[1].lower(), told, settled)
    if not (told.year or told.month):
        return "counted from the publication: the day of an event, not of publication"
    if told.day and not told.year:
        return "the day of an event; the year is not told"
    if told.ahead is True:
        return "a day still to come"
    return "told as background or as an event, not as publication"


def _weekday(name: str, told: ToldTime, settled: Dating) -> str | None:
    """Which day a weekday means, counted from the date settled on; None where it is that very day."""
    if settled.start is None or settled.precision is not DatePrecision.DAY:
        return "a weekday of the story"
    gap = (_WEEKDAYS.index(name) - settled.start.weekday()) % 7
    last = bool(re.match("last|past|previous", told.text, re.I))
    if gap == 0 and not last:
        return None
    day = settled.start + timedelta(days=gap if told.ahead is True else gap - 7)
    return f"a weekday of the story, by its clause {day}; not the day of publication"


def _is_the_date(told: ToldTime, settled: Dating) -> bool:
    """Whether the day told is the settled one, its year told or not."""
    if settled.start is None or settled.end is None or not told.day:
        return False
    if told.on:
        return settled.start <= told.on <= settled.end
    one_day = settled.precision is DatePrecision.DAY
    return (
        one_day and told.year is None and (told.month, told.day) == (settled.start.month, settled.start.day)
    )
