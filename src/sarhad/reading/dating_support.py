"""Gathers from a document what tells its own date: the dates it speaks of, the occasions, who held which office."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Protocol

from sarhad.knowledge.dating_support import DatingSupport, LinkedDay, OfficeWindow, ToldOccasion, ToldTime
from sarhad.knowledge.occasions import OccasionHit, load_occasions
from sarhad.reading.times import TimeMention, find_times
from sarhad.reading.times_calendar import possible
from sarhad.reading.times_direction import ahead
from sarhad.reading.times_words import MONTHS, number
from sarhad.records import Document, Span

_VALUE = re.compile(r"(?P<y>\d{4}|XXXX)(?:-(?P<m>\d\d)(?:-(?P<d>\d\d))?)?(?:T.*)?")
_BACK = re.compile(r"\b(?P<w>last|this|next)\s+year\b", re.I)
_LAST_ONLY = re.compile(r"(?:last|past|next|this)\b", re.I)
_DAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_WEEKDAY = re.compile(rf"\b(?P<w>{'|'.join(_DAYS)})day\b", re.I)
_BESIDE_BEFORE, _BESIDE_AFTER = (
    re.compile(r"\b(\w+day)\s*[,(]?\s*$"),
    re.compile(r"\s*[,(]\s*(?:a\s+)?(\w+day)\b"),
)
_ON_WEEKDAY = re.compile(rf"\b(?<!next )(?<!last )(?P<w>{'|'.join(_DAYS)})day\b(?! after| before)", re.I)
_FIRST_SENTENCES = 700
_PICTURE = re.compile(
    r"\b(?:file|photo(?:graph)?s?|pictured?|images?|getty|shutterstock|footage|screengrab|handout|anadolu|via ap|"
    r"ap photo|reuters\)|/reuters|/afp|\(afp|credit|seen (?:in|on|at|here)|poses|caption)\b",
    re.I,
)
_COPYRIGHT = re.compile(r"©|\bcopyright\b|\ball rights reserved\b", re.I)
_LEAD_CHARACTERS = 1200


class HeldOffice(Protocol):
    """A person named with an office, as the registry of actors tells it."""

    @property
    def person(self) -> str: ...
    @property
    def office(self) -> str: ...
    @property
    def start(self) -> date: ...
    @property
    def end(self) -> date: ...
    @property
    def span(self) -> Span: ...


def office_windows(held: Iterable[HeldOffice]) -> tuple[OfficeWindow, ...]:
    """Windows for `gather` from the registry's (`Actors.windows(document.text)`)."""
    return tuple(
        OfficeWindow(start=w.start, end=w.end, why=f"{w.person} as {w.office}", span=w.span) for w in held
    )


def gather(document: Document, windows: Sequence[OfficeWindow] = ()) -> DatingSupport:
    """Everything the text tells about its own date."""
    mentions = find_times(document.text, None)
    told = tuple(t for m in mentions if (t := _told(m, document)))
    counted = tuple(_counted(m, document) for m in mentions if _COUNTED.search(m.text))
    article = [w for w in windows if w.span is None or not _in_noise(w.span, document)]
    return DatingSupport(
        offices=tuple(article), told=told, occasions=_occasions(document), counted=counted, weekdays=_weekdays(document),
        links=_links(document),
    )  # fmt: skip


def _told(mention: TimeMention, document: Document) -> ToldTime | None:
    match = _VALUE.fullmatch(mention.value or "")
    if match is None or mention.kind == "set":
        return None
    year = int(match["y"]) if match["y"] != "XXXX" else None
    month, day = (int(match[g]) if match[g] else None for g in ("m", "d"))
    if year is None and month is None:
        return None
    if year is not None and f"{year % 100:02d}" not in mention.text:
        return None  # counted from another time ("two days later"), not told
    span = Span(start=mention.start, end=mention.end)
    back = _BACK.search(mention.text)
    return ToldTime(
        text=mention.text, span=span, year=year, month=month, day=day,
        years_back={"last": 1, "this": 0, "next": -1}[back["w"].lower()] if back else None,
        ahead=ahead(document.text, mention.start, mention.end), lead=_in_lead(span, document),
        noise=_in_noise(span, document) or _a_claim(span, document) or bool(_COPYRIGHT.search(_line(span, document))),
        caption=_on_picture(span, document) or _ends_caption(span, document), last_named=bool(_LAST_ONLY.match(mention.text)) and not back,
        weekday=_weekday_beside(span, document.text) if day else None,
    )  # fmt: skip


def _weekday_beside(span: Span, text: str) -> int | None:
    """The weekday that is told with a day: "Friday, 18 October", "18 October, a Friday"."""
    inside = _WEEKDAY.search(text, span.start, span.end)
    before = _BESIDE_BEFORE.search(text, max(0, span.start - 14), span.start)
    after = _BESIDE_AFTER.match(text, span.end, span.end + 16)
    word = inside.group() if inside else before.group(1) if before else after.group(1) if after else ""
    found = _WEEKDAY.fullmatch(word)
    return _DAYS.index(found["w"].lower()) if found else None


def _weekdays(document: Document) -> tuple[int, ...]:
    """Weekdays that the article's first sentences name."""
    lead = [p for p in document.passages if len(p) > 60][:2]
    found = (
        _DAYS.index(m["w"].lower())
        for p in lead
        for m in _ON_WEEKDAY.finditer(document.text, p.start, min(p.end, p.start + _FIRST_SENTENCES))
    )
    return tuple(dict.fromkeys(found))


_LINKED = re.compile(
    r"https?://[^\s()\[\]<>\"]*?/(?P<day>(?P<y>20\d\d)[/-](?P<m>\d{1,2}|[a-z]{3})[/-](?P<d>\d{1,2}))(?=[/\-_.?#)\]]|$)",
    re.I,
)
_ADDRESS = re.compile(r"https?://[^\s()\[\]<>\"]+")
# a line with this many characters beside its addresses is a sentence, no list of links
_SENTENCE = 110


def _links(document: Document) -> tuple[LinkedDay, ...]:
    """Days in the addresses of other pages, each once."""
    found: dict[date, LinkedDay] = {}
    for match in _LINKED.finditer(document.text):
        month = MONTHS.get(match["m"].lower(), 0) if match["m"].isalpha() else int(match["m"])
        on = possible(int(match["y"]), month, int(match["d"]))
        if on is None:
            continue
        span = Span(start=match.start("day"), end=match.end("day"))
        cited = not _in_noise(span, document) and len(_ADDRESS.sub("", _line(span, document))) > _SENTENCE
        known = found.get(on)
        if known is None or (cited and not known.cited):
            found[on] = LinkedDay(on=on, text=match["day"], span=span, cited=cited)
    return tuple(found.values())


_COUNTED = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bago$|\byesterday\b|\b(?:last|earlier this|next) (?:week|month|year)\b",
    re.I,
)


def _counted(mention: TimeMention, document: Document) -> ToldTime:
    span = Span(start=mention.start, end=mention.end)
    return ToldTime(
        text=mention.text, span=span, ahead=ahead(document.text, mention.start, mention.end),
        noise=_in_noise(span, document),
    )  # fmt: skip


def _in_noise(span: Span, document: Document) -> bool:
    return any(n.overlaps(span) for n in document.noise)


def _a_claim(span: Span, document: Document) -> bool:
    """A header, dateline or footer: what the page claims, not what the text tells."""
    return any(c.span is not None and c.span.overlaps(span) for c in document.published.candidates)


def _in_lead(span: Span, document: Document) -> bool:
    first = document.passages[0].start if document.passages else 0
    return span.start < first + _LEAD_CHARACTERS


# a line is looked at this far on either side; longer ones are running text
_REACH = 400


def _line(span: Span, document: Document) -> str:
    text = document.text
    start = text.rfind("\n", max(0, span.start - _REACH), span.start) + 1 or max(0, span.start - _REACH)
    end = text.find("\n", span.end, span.end + _REACH)
    return text[start : end if end >= 0 else span.end + _REACH]


def _on_picture(span: Span, document: Document) -> bool:
    """In a line that speaks of a picture, or right above a line of picture credits."""
    line = _line(span, document)
    if len(line) > _REACH:
        return False
    end = document.text.find("\n", span.end, span.end + _REACH)
    credit = _CREDIT.match(document.text, end, end + 80) if end >= 0 else None
    return bool(_PICTURE.search(line) or credit)


def _ends_caption(span: Span, document: Document) -> bool:
    """Whether a date ends a sentence that was taken out of running text as a caption."""
    noise = next((n for n in document.noise if n.start <= span.start and span.end <= n.end), None)
    if noise is None or noise.end - span.end > 3 or _COPYRIGHT.search(document.text, noise.start, noise.end):
        return False
    return len(document.text[noise.start : span.start].split()) >= 8


_CREDIT = re.compile(r"\s*[^\n.]{0,40}(?:\||/)\s*(?:Getty|AFP|Reuters|AP|Anadolu|NurPhoto|Bloomberg)", re.I)


def _occasions(document: Document) -> tuple[ToldOccasion, ...]:
    return tuple(
        ToldOccasion(
            name=hit.occasion.name, start=hit.occasion.start, end=hit.occasion.end, span=hit.span,
            until=hit.occasion.end + timedelta(days=hit.occasion.days) if hit.occasion.days else None,
            by_day=hit.occasion.by_day, after=_day_after(hit, document.text),
        )
        for hit in load_occasions().find(document.text)
        if not _in_noise(hit.span, document) and not _to_come(hit.span, document.text)
    )  # fmt: skip


_AFTER = re.compile(
    r"\b(?P<n>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}|the)\s+(?P<u>day|week)s?\s+after\b[^.;\n]*$",
    re.I,
)
_UNIT_DAYS = {"day": 1, "week": 7}


def _day_after(hit: OccasionHit, text: str) -> date | None:
    """The day that a sentence counts from the occasion it names: "two days after the strike on …". What the press
    calls by its day is counted from for years ("the day after 7 October")."""
    match = _AFTER.search(text, max(0, hit.span.start - 140), hit.span.start)
    if match is None or hit.occasion.by_day:
        return None
    count = int(number(match["n"]) or 1)
    return hit.occasion.start + timedelta(days=count * _UNIT_DAYS[match["u"].lower()])


_COMING = re.compile(
    r"\b(?:ahead of|upcoming|coming|next|planned|scheduled|preparations? for|prepar\w+ for|run-up to)\b[^.\n]*$",
    re.I,
)


def _to_come(span: Span, text: str) -> bool:
    before = text[max(0, span.start - 60) : span.start]
    return bool(_COMING.search(before)) or ahead(text, span.start, span.end) is True
