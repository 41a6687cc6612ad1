"""Full-text search over titles and texts of the documents that count now."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, select

from sarhad.codebook import DatePrecision
from sarhad.errors import WrongUse
from sarhad.record import sqlite
from sarhad.record.current import current_readings
from sarhad.record.rows import storable
from sarhad.record.schema import readings, texts
from sarhad.records import Span

AT_ONCE = 40
"""Articles looked at together: twice what a search shows unless told otherwise."""

_OPEN, _CLOSE = "\x02", "\x03"
_TERM = re.compile(r'"([^"]*)"?|(\S+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """A document that holds every word asked for. `marks` are the spans of `snippet` that matched."""

    document_id: str
    title: str | None
    publisher: str | None
    published: str | None
    snippet: str
    marks: tuple[Span, ...] = ()


def terms(words: str) -> list[str]:
    """Words and "quoted phrases" of a search as typed; a star at the end of a word means any ending.

    WrongUse when nothing in it can be looked for.
    """
    found = [phrase or word for phrase, word in _TERM.findall(storable(words))]
    kept = [term for term in found if any(c.isalnum() for c in term)]
    if not kept:
        raise WrongUse(f"nothing to search for in {words!r}; give at least one word")
    return kept


def search(connection: Connection, words: str, limit: int) -> list[SearchHit]:
    """Documents whose title or article holds all of the words, best first: what stands in menus and footers is no hit."""
    wanted = terms(words)
    shown = set(connection.execute(current_readings()).scalars())
    best = [number for number in sqlite.find(connection, wanted) if number in shown]
    hits: list[SearchHit] = []
    for start in range(0, len(best), AT_ONCE):
        hits += _hits(connection, best[start : start + AT_ONCE], wanted)
        if len(hits) >= limit:
            break
    return hits[:limit]


def _hits(connection: Connection, numbers: Sequence[int], wanted: list[str]) -> list[SearchHit]:
    """Those of these readings that hold the words outside their noise."""
    rows = connection.execute(
        select(readings, texts.c.text)
        .join(texts, texts.c.seq == readings.c.text_seq)
        .where(readings.c.seq.in_(numbers))
    ).mappings()
    found = {row["seq"]: row for row in rows}
    articles = [(n, found[n]["title"] or "", _article(found[n])) for n in numbers]
    excerpts = sqlite.excerpts(articles, wanted, (_OPEN, _CLOSE))
    return [_hit(found[n], excerpts[n]) for n in numbers if n in excerpts]


def _article(row: RowMapping) -> str:
    """The document's own passages; the whole text where none was told apart. Only the passages are taken out of the payload:
    the rest of the document is not needed."""
    plain = json.loads(row["payload"])
    text: str = plain.get("text", row["text"])
    passages = (text[start:end] for start, end in plain.get("passages", ()))
    return storable("\n\n".join(passages) or text)


def _hit(row: RowMapping, excerpt: str) -> SearchHit:
    snippet, marks = unmarked(excerpt)
    return SearchHit(
        document_id=row["document_id"],
        title=row["title"],
        publisher=row["publisher"],
        published=_printed(row["published_from"], DatePrecision(row["published_precision"])),
        snippet=snippet,
        marks=marks,
    )


def _printed(start: str | None, precision: DatePrecision) -> str | None:
    """As `Dating.date` prints it."""
    if start is None or precision is DatePrecision.UNKNOWN:
        return None
    lengths = {DatePrecision.DAY: 10, DatePrecision.WEEK: 10, DatePrecision.MONTH: 7}
    return start[: lengths.get(precision, 4)]


def unmarked(excerpt: str) -> tuple[str, tuple[Span, ...]]:
    """The excerpt without its marks, and where they stood."""
    text, marks, start = "", [], 0
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", excerpt):
        if piece == _OPEN:
            start = len(text)
        elif piece == _CLOSE:
            marks.append(Span(start=start, end=len(text)))
        else:
            text += piece
    return text, tuple(marks)
