"""Who did what, when and where: the main event of an article, as a brief would open with it.

The headline's sentence tells it where there is one; else the sentence of the lead that shares most words with the
headline. Who is its subject and what its predicate; when and where are the time and the place that are told with
those words, most precisely and nearest. What nobody tells is None: only the day falls back, to the day of
publication, and says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sarhad.reading.actors import Linked, link
from sarhad.reading.attribution import frames
from sarhad.reading.five_w_clauses import Clause, Nearby, around, content, main_clause, nearby
from sarhad.reading.five_w_parts import TITLE, Told, told
from sarhad.reading.five_w_phrases import what_range, who_range
from sarhad.reading.five_w_when import best_time, counted_from_publication, whole
from sarhad.reading.five_w_where import best_spot
from sarhad.reading.places import locate
from sarhad.reading.times import TimeMention, find_times
from sarhad.records import Actor, Document, Place, Span

if TYPE_CHECKING:
    from sarhad.reading import Tools


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words of a part of the article (title, description, text) in readable form (no link marks), the span of
    that part where they stand, and why they were chosen."""

    text: str
    part: str
    span: Span
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FiveW:
    """The main event of an article. A phrase is None when nothing tells it.

    `actors` are who the subject stands for, `said_by` who is cited for the event, `place` what the place was
    resolved to. `day` is its day and `day_why` how that is known; None when not even publication has a day.
    """

    who: Phrase | None = None
    what: Phrase | None = None
    when: Phrase | None = None
    where: Phrase | None = None
    said_by: Phrase | None = None
    actors: tuple[Actor, ...] = ()
    place: Place | None = None
    day: date | None = None
    day_why: str = "the day of publication is unknown"


def five_w(document: Document, tools: "Tools", *, description: str = "") -> FiveW:
    """The main event of an English article with its title, lead and, where given, the publisher's description.

    Method after Giveme5W1H (Hamborg and others, 2019): candidates from the parse, ranked by where they stand, how
    near to the main event and how precise they are; the headline leads.
    """
    if document.language not in ("en", "und"):
        return FiveW(day=document.published.end, day_why=f"language {document.language} is not read yet")
    published = document.published.end
    read = told(document, description, tools.parser)
    if read is None:
        return FiveW()
    clause = main_clause(read)
    located = locate(read.doc, tools.places)
    countries = [(m.start, m.end, m.place.country) for m in located if m.place.country]
    linked = link(read.doc, published, tools.actors, places=countries)
    who, what = (_who(clause, read, linked), _what(clause, read)) if clause else (None, None)
    words = content(" ".join(p.text for p in (who, what) if p) or read.title)
    near = nearby(read, words)
    times = find_times(read.doc.text, published, anchor_precision=document.published.precision)
    core = content(clause.predicate.text) if clause else frozenset()
    time = best_time(read, times, near, core, published)
    spot = best_spot(read, located, near)
    day, day_why = _day(time, near, published)
    return FiveW(
        who=who,
        what=what,
        when=_phrase(read, *whole(time, times, read.doc.text), "the time told nearest to the main event")
        if time
        else None,
        where=_tokens(read, spot.first, spot.last, spot.why) if spot else None,
        said_by=_said_by(clause, read),
        actors=_actors(clause, linked),
        place=spot.place if spot else None,
        day=day,
        day_why=day_why,
    )


def _phrase(read: Told, start: int, end: int, why: str) -> Phrase | None:
    if start >= end:
        return None
    part, text, span = read.words(start, end)
    return Phrase(text=text, part=part, span=span, why=why)


def _tokens(read: Told, first: int, last: int, why: str) -> Phrase | None:
    if last < first:
        return None
    words = read.doc[first : last + 1]
    return _phrase(read, words.start_char, words.end_char, why)


def _who(clause: Clause, read: Told, linked: Linked) -> Phrase | None:
    if clause.subject is None:
        return None
    return _tokens(
        read, *who_range(clause.subject, clause.predicate), f"subject of the main event, {clause.part}"
    )


def _what(clause: Clause, read: Told) -> Phrase | None:
    return _tokens(
        read,
        *what_range(clause.predicate, clause.subject, headline=clause.part == TITLE),
        f"predicate of the main event, {clause.part}",
    )


def _said_by(clause: Clause | None, read: Told) -> Phrase | None:
    """Who is cited: for the clause itself ("police said"), or around it ("according to the ministry")."""
    if clause is None:
        return None
    held = (f.source for f in frames(read.doc) if f.source is not None and f.holds(clause.predicate))
    source = clause.said_by or next(held, None)
    if source is None:
        return None
    return _tokens(read, *who_range(source, clause.predicate), "cited for the main event")


def _actors(clause: Clause | None, linked: Linked) -> tuple[Actor, ...]:
    return linked.expand(clause.subject) if clause is not None and clause.subject is not None else ()


def _day(time: TimeMention | None, near: Sequence[Nearby], published: date | None) -> tuple[date | None, str]:
    """The day told with the main event; else the day of publication, which says so."""
    known = "the day of publication" if published is not None else "the day of publication is unknown"
    if time is None or time.first is None or time.first != time.last:
        return published, f"no single day is told: {known}"
    here = around(near, time.start)
    if here is None or not (here.close or here.rank <= 1 or counted_from_publication(time)):
        return published, f"{time.text} is told away from the main event: {known}"
    return time.first, f"told: {time.text}"
