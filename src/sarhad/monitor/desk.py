"""What every section of a brief needs at hand: documents, families, statements by anchor, names, the period."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePath

from sarhad.monitor.wording import Names, count, shorten
from sarhad.records import UNSURE, Citation, Document, Evidence, Fused, Line, Reading, Report, Statement, Step

CAP = 15
"""Lines a section shows before it says how many more there are: few enough to read, more than five pages give."""

SHORTEST = 4
"""A clause of fewer words ("denied", "He called for") says nothing on its own."""

FULL = 9
"""Shorter clauses often lack their subject ("offered its own help"); where the sentence fits, it stands instead."""

_HASHED = re.compile(r"d[0-9a-f]{16}")

CITED = 6
"""Citations under one line; the rest is counted in its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Look-ups over readings and what they tell together."""

    fused: Fused
    readings: tuple[Reading, ...]
    documents: Mapping[str, Document]
    statements: Mapping[str, Statement]
    places: Mapping[tuple[str, int, int], Statement]
    families: Mapping[str, str]
    names: Names
    today: date
    inside: frozenset[str] = frozenset()
    called: Mapping[str, str] = field(default_factory=dict)
    wanted: Callable[[Statement], bool] = lambda statement: True
    first: date | None = None

    def told(self) -> Iterator[Statement]:
        """Statements of these readings that are asked for and that the reader is sure of."""
        for reading in self.readings:
            for statement in reading.statements:
                if statement.confidence >= UNSURE and self.wanted(statement):
                    yield statement

    def has(self, *document_ids: str) -> bool:
        """Whether all of these documents are in the brief."""
        return all(d in self.inside for d in document_ids)

    def cite(self, evidence: Evidence, statement: Statement | None = None) -> Citation:
        """The sentence an evidence stands in, with its document."""
        told = statement or self.statement_at(evidence)
        sentence = told.sentence if told is not None else evidence
        document = self.documents.get(evidence.document_id)
        return Citation(
            document_id=self.name(evidence.document_id),
            quote=sentence.quote,
            publisher=document.publisher if document else None,
            published=document.published.date if document else None,
            start=sentence.span.start,
            end=sentence.span.end,
        )

    def cite_statement(self, statement: Statement) -> Citation:
        """The sentence a statement stands in."""
        return self.cite(statement.evidence, statement)

    def statement_at(self, evidence: Evidence) -> Statement | None:
        """The statement that has exactly this evidence."""
        return self.places.get((evidence.document_id, evidence.span.start, evidence.span.end))

    def words(self, step: Step, limit: int = 240) -> str:
        """A step in the text's own words, as `said` has them."""
        statement = self.statements.get(step.anchor)
        return said(statement, limit) if statement else quoted(step.evidence.quote, limit)

    def published(self, document_id: str) -> str | None:
        """A document's date of publication at its precision."""
        document = self.documents.get(document_id)
        return document.published.date if document else None

    def name(self, document_id: str) -> str:
        """A document's own name: its id, or the file's name when the id is only a hash."""
        return self.called.get(document_id, document_id)

    def label(self, document_id: str) -> str:
        """How a document is called in a line: its name and, where it has one, its title."""
        document = self.documents.get(document_id)
        if document is None or not document.title:
            return self.name(document_id)
        return f"{self.name(document_id)} (“{shorten(document.title, 70)}”)"

    def told_by(self, documents: Iterable[str]) -> str:
        """How many documents tell it and how many independent families they are."""
        ids = set(documents)
        families = {self.families.get(d, d) for d in ids}
        return f"[{count(len(ids), 'document')}, {count(len(families), 'family', 'families')}]"


def set_up(
    fused: Fused, readings: Sequence[Reading], names: Names, today: date, shelf: Sequence[Reading] = ()
) -> Desk:
    """A desk over these readings. On the `shelf` are all that lines may cite, those outside the period too."""
    every = shelf or readings
    statements = [s for r in every for s in r.statements]
    return Desk(
        fused=fused,
        readings=tuple(readings),
        documents={r.document.id: r.document for r in every},
        statements={s.anchor: s for s in statements},
        places={(s.document_id, s.evidence.span.start, s.evidence.span.end): s for s in statements},
        families={d: f.id for f in fused.families for d in f.documents},
        names=names,
        today=today,
        inside=frozenset(r.document.id for r in readings),
        called=names_of(r.document for r in every),
        first=min((r.document.published.start for r in readings if r.document.published.start), default=None),
    )


def sure(reports: Iterable[Report]) -> tuple[Report, ...]:
    """The reports the reader is sure enough of to tell outside the last section."""
    return tuple(r for r in reports if r.statement.confidence >= UNSURE)


def capped(lines: Sequence[Line], command: str, cap: int = CAP) -> tuple[Line, ...]:
    """The first lines, and how many more there are and where; one more line is shown rather than counted."""
    if len(lines) <= cap + 1:
        return tuple(lines)
    return (*lines[:cap], Line(text=f"and {len(lines) - cap} more (sarhad {command})"))


def names_of(documents: Iterable[Document]) -> dict[str, str]:
    """What each document is called; two files of one name go by their ids."""
    named = {d.id: document_name(d) for d in documents}
    often = Counter(named.values())
    return {i: name if often[name] == 1 else i for i, name in named.items()}


def document_name(document: Document) -> str:
    """The row's own id; for a file the file's name, which people know, where the id is a hash of the page."""
    if not _HASHED.fullmatch(document.id) or "://" in document.source:
        return document.id
    path, _, part = document.source.partition("#")
    return f"{PurePath(path).stem}-{part}" if part else PurePath(path).stem or document.id


def said(statement: Statement, limit: int = 240) -> str:
    """A statement's clause in quotation marks; its sentence where the clause alone says too little."""
    clause, sentence = statement.evidence.quote, statement.sentence.quote
    words = len(clause.split())
    whole = words < SHORTEST or (words < FULL and len(" ".join(sentence.split())) <= limit)
    return quoted(sentence.strip().rstrip(".") if whole else clause, limit)


def quoted(text: str, limit: int = 240) -> str:
    """The text's own words in quotation marks; marks inside that close nothing are left alone."""
    return f"“{shorten(text, limit)}”"


def cited(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Each sentence once, one document after another, not more than a reader would open."""
    unique = dict.fromkeys(citations)
    first = {c.document_id: c for c in reversed(list(unique))}
    ordered = [
        *(c for c in unique if first[c.document_id] == c),
        *(c for c in unique if first[c.document_id] != c),
    ]
    return tuple(ordered[:CITED])


def renamed(line: Line, prefix: str) -> Line:
    """The same line under a lead word."""
    return replace(line, text=f"{prefix}{line.text}")
