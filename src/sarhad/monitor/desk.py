"""What every section of a brief needs at hand: documents, families, statements by anchor, names, the period."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from sarhad.codebook import Basis, EventType
from sarhad.codebook.actors import BOTH_SIDES
from sarhad.monitor.certainty import doubts_of, only_sure
from sarhad.monitor.live_pages import kept_up
from sarhad.monitor.support import Find, Seen
from sarhad.monitor.wording import Names, bare, count, excerpt, printed, shorten
from sarhad.records import Actor, Citation, Document, Evidence, Fused, Line, Reading, Report, Statement, Step

YEAR_ONLY, MONTH_ONLY = len("2025"), len("2025-10")

CAP = 15
"""Lines a section shows before it says how many more there are: few enough to read, more than five pages give."""

SHORTEST = 6
"""A clause of fewer words ("denied", "He called for") says nothing on its own."""

HANGING = frozenset("and or that to of a an the in on at with for by from but which who as whether".split())
"""Words at which a clause was cut off."""

FULL = 12
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
    left_out: frozenset[str] = frozenset()
    first: date | None = None
    doubts: Mapping[str, str] = field(default_factory=dict)
    seen: Seen = field(default_factory=lambda: Seen({}, None))
    trusted: frozenset[str] = frozenset()

    def told(self) -> Iterator[Statement]:
        """Statements of these readings that are asked for and that the reader is sure of."""
        for reading in self.readings:
            for statement in reading.statements:
                if self.plain(statement) and self.wanted(statement):
                    yield statement

    def plain(self, statement: Statement) -> bool:
        """Whether nothing speaks against telling this statement outside the last section."""
        return statement.anchor not in self.doubts

    def sure(self, reports: Iterable[Report]) -> tuple[Report, ...]:
        """The reports that may be told outside the last section."""
        return tuple(r for r in reports if self.plain(r.statement))

    def names_in(self, text: str) -> frozenset[str]:
        """First letters of the words by which parties are called: they say who, not what."""
        return frozenset(
            word[:6] for part in re.findall(r"\b[A-Z][A-Za-z]+", text) for word in (part.casefold(),)
        )

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
        """A document's date of publication at its precision; None where the text alone lets one guess at a year or month:
        its last day is told before that, and a page that looks back may be far younger."""
        document = self.documents.get(document_id)
        printed = document.published.date if document is not None else None
        guessed = document is not None and document.published.basis is Basis.INFERRED
        return None if guessed and len(printed or "") <= MONTH_ONLY else printed

    def reported(self, document_id: str) -> str:
        """When a document told something: "11 Oct 2025", "around 11 Oct 2025 (live page)"; "" where nothing is known."""
        published = self.published(document_id)
        if not published:
            return ""
        day = printed(published)
        return f"around {day} (live page)" if kept_up(self.documents.get(document_id)) else day

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
    fused: Fused,
    readings: Sequence[Reading],
    names: Names,
    today: date,
    shelf: Sequence[Reading] = (),
    *,
    find: Find | None = None,
    trusted: frozenset[str] = frozenset(),
) -> Desk:
    """A desk over these readings, with only what may be told plainly in `fused`.

    On the `shelf` are all that lines may cite, those outside the period too. `find` answers which parties a text
    names, `trusted` are the ids that a person accepted or corrected.
    """
    every = tuple(shelf or readings)
    statements = [s for r in every for s in r.statements]
    documents = {r.document.id: r.document for r in every}
    seen = Seen(documents, find)
    believed = trusted | _told_in(fused, trusted)
    doubts = doubts_of(every, seen, believed)
    return Desk(
        fused=only_sure(fused, every, doubts, believed),
        readings=tuple(readings),
        documents=documents,
        statements={s.anchor: s for s in statements},
        places={(s.document_id, s.evidence.span.start, s.evidence.span.end): s for s in statements},
        families={d: f.id for f in fused.families for d in f.documents},
        names=names,
        today=today,
        inside=frozenset(r.document.id for r in readings),
        called=names_of(r.document for r in every),
        first=min((r.document.published.start for r in readings if r.document.published.start), default=None),
        doubts=doubts,
        seen=seen,
        trusted=trusted,
    )


def _told_in(fused: Fused, trusted: frozenset[str]) -> frozenset[str]:
    """The statements that a trusted thread rests on."""
    told: list[tuple[Report, ...]] = [i.reports for i in fused.incidents if i.id in trusted]
    told += [t.reports for t in fused.talks if t.id in trusted]
    steps: list[tuple[Step, ...]] = [c.history for c in fused.commitments if c.id in trusted]
    steps += [c.history for c in fused.ceasefires if c.id in trusted]
    reports = {r.statement.anchor for group in told for r in group}
    return frozenset(reports | {s.anchor for group in steps for s in group})


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


def name_and_id(document: Document) -> str:
    """ "06_raisi_visit_wire = d3f1…"; the id alone where that is its name."""
    name = document_name(document)
    return name if name == document.id else f"{name} = {document.id}"


def word_of(s: Statement, desk: Desk) -> str:
    """ "ACCORDING TO Qatar: " where another than those who act tells of words or talks, or where talks rest on the word of
    one who says that he held them; "" in the paper's own voice."""
    if s.speaker is None or (s.speaker.code in s.codes and not _says_he_met(s, s.speaker)):
        return ""
    both = BOTH_SIDES.match(s.speaker.mention)
    return f"ACCORDING TO {both.group().lower() if both else desk.names.actor(s.speaker)}: "


def _says_he_met(s: Statement, speaker: Actor) -> bool:
    """ "X said that the two had held talks"; not "X, during a visit, said" nor "X said so as he met Y"."""
    if s.type is not EventType.CONSULT or speaker.span is None or not s.sentence.span.covers(speaker.span):
        return False
    at = s.sentence.span.start
    between = s.sentence.quote[speaker.span.end - at : max(0, s.trigger.span.start - at)]
    return _SAYS_THAT.match(between) is not None and _BESIDES.search(between) is None


_SAYS_THAT = re.compile(
    r"\s+(?:\w+ ){0,2}(?:said|says|claim(?:s|ed)|told\b[^.;“”\"]{2,30}?|confirm(?:s|ed)|announced|wrote)\b"
)
_BESIDES = re.compile(r"\b(?:during|as|while|when|after|before|amid|ahead of|at an?|in an?)\b")


def said(statement: Statement, limit: int = 240) -> str:
    """A statement's clause in quotation marks; its sentence where the clause alone says too little."""
    clause = bare(statement.evidence.quote).rstrip(_OPENED)
    sentence = bare(statement.sentence.quote)
    words = len(clause.split())
    whole = (
        words < SHORTEST
        or clause.split()[-1].casefold() in HANGING
        or (words < FULL and len(sentence) <= limit)
    )
    return f"“{excerpt(sentence.rstrip('.'), clause, limit) if whole else shorten(clause, limit)}”"


_OPENED = " “‘("
"""Marks that open what a clause no longer holds."""


def quoted(text: str, limit: int = 240) -> str:
    """The text's own words in quotation marks; marks inside that close nothing are left alone."""
    return f"“{shorten(bare(text), limit)}”"


def cited(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Each sentence once, one document after another, not more than a reader would open."""
    unique = dict.fromkeys(citations)
    first = {c.document_id: c for c in reversed(list(unique))}
    ordered = [
        *(c for c in unique if first[c.document_id] == c),
        *(c for c in unique if first[c.document_id] != c),
    ]
    return tuple(ordered[:CITED])
