"""All readings of one fusion laid out in order, with what every thread needs to know of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sarhad.fusion.denied import answered
from sarhad.fusion.headings import leads, on_their_word
from sarhad.records import UNSURE, Document, Family, Reading, Report, Statement, Step

LATEST = date.max
UNDATED = "9999"
"""Where a printed day of publication stands in order when there is none: last."""
FAINT = 0.5
"""Confidence from which an unsure statement is kept as a row of a thread, marked as unsure: as likely right as wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """Readings sorted by date of publication, then id; statements in the same order, then by place in the text.

    `statements` are the sure ones alone: one below `UNSURE` confirms nothing and moves no toll, phase or status. `faint` are those
    between `FAINT` and `UNSURE`: a thread keeps them as rows that are marked, so that the record is complete.
    `leads` are, by the anchor of a statement of a headline, what it is of (see `headings`).
    """

    readings: tuple[Reading, ...]
    statements: tuple[Statement, ...]
    faint: tuple[Statement, ...]
    reading_of: Mapping[str, Reading]
    documents: Mapping[str, Document]
    family_of: Mapping[str, str]
    by_anchor: Mapping[str, Statement]
    replies: Mapping[str, tuple[Statement, ...]]
    told_in: Mapping[str, tuple[Statement, ...]]
    faint_in: Mapping[str, tuple[Statement, ...]]
    leads: Mapping[str, Statement]

    def told(self) -> tuple[Statement, ...]:
        """Sure and faint statements: the sure ones first."""
        return (*self.statements, *self.faint)

    def published(self, statement: Statement) -> date | None:
        """First day on which the statement's document may have been published."""
        return self.documents[statement.document_id].published.start

    def printed(self, statement: Statement) -> str | None:
        """That date at its precision."""
        return self.documents[statement.document_id].published.date

    def family(self, statement: Statement) -> str:
        """The witness that tells the statement."""
        return self.family_of[statement.document_id]

    def report(self, statement: Statement, *, unsure: bool = False) -> Report:
        """The statement as a report of a thread; `unsure` where it may be misread or of something else."""
        return Report(
            statement=statement,
            family=self.family(statement),
            published=self.printed(statement),
            unsure=unsure or statement.confidence < UNSURE,
        )

    def step(self, statement: Statement, label: str, *, note: str = "", unsure: bool = False) -> Step:
        """The statement as one entry in a thread's history."""
        return Step(
            label=label,
            published=self.printed(statement),
            evidence=statement.evidence,
            anchor=statement.anchor,
            family=self.family(statement),
            time=statement.time,
            aux=statement.aux,
            speaker=statement.speaker.code if statement.speaker else None,
            note=note,
            unsure=unsure,
        )

    def when(self, statement: Statement) -> date:
        """The day to order by: of the act where told, else of publication, else last."""
        if statement.time is not None:
            return statement.time.start
        return self.published(statement) or LATEST

    def witnesses(self, statements: Iterable[Statement]) -> int:
        """Independent witnesses: families, those of one publisher counted once, since an outlet does not confirm itself."""
        return len(self.houses(statements))

    def houses(self, statements: Iterable[Statement]) -> tuple[tuple[Statement, ...], ...]:
        """The statements by independent witness."""
        houses: list[tuple[set[str], tuple[Statement, ...]]] = []
        for s in statements:
            marks = {"f:" + self.family(s)}
            publisher = self.documents[s.document_id].publisher
            if publisher:
                marks.add("p:" + publisher.lower())
            near = [h for h in houses if h[0] & marks]
            joined = tuple(t for _, told in near for t in told)
            houses = [h for h in houses if not h[0] & marks]
            houses.append((marks.union(*(m for m, _ in near)), (*joined, s)))
        return tuple(told for _, told in houses)


def gather(readings: Sequence[Reading], families: Iterable[Family]) -> Gathering:
    """Lay readings out in an order that does not depend on how they arrived."""
    ordered = arrange(readings)
    headed = [_headed(r) for r in ordered]
    told_in = {r.document.id: _in_order(r, UNSURE, 2.0) for r, _ in headed}
    faint_in = {r.document.id: _in_order(r, FAINT, UNSURE) for r, _ in headed}
    statements = tuple(s for told in told_in.values() for s in told)
    replies: dict[str, list[Statement]] = {}
    for page, sure in told_in.items():
        every = {s.anchor: s for s in (*sure, *faint_in[page])}
        for s in sure:
            if (about := answered(s, every)) is not None:
                replies.setdefault(about, []).append(s)
    return Gathering(
        readings=ordered,
        statements=statements,
        faint=tuple(s for told in faint_in.values() for s in told),
        reading_of={r.document.id: r for r in ordered},
        documents={r.document.id: r.document for r in ordered},
        family_of={d: f.id for f in families for d in f.documents},
        by_anchor={s.anchor: s for s in statements},
        replies={a: tuple(v) for a, v in replies.items()},
        told_in=told_in,
        faint_in=faint_in,
        leads={anchor: lead for _, under in headed for anchor, lead in under.items()},
    )


def _headed(reading: Reading) -> tuple[Reading, Mapping[str, Statement]]:
    """The reading with each clause on the word of who tells it, and what its headline is of."""
    every = (*_in_order(reading, UNSURE, 2.0), *_in_order(reading, FAINT, UNSURE))
    under = leads(reading.document, every)
    told = on_their_word(every, under)
    return replace(reading, statements=tuple(told)), under


def _in_order(reading: Reading, least: float, below: float) -> tuple[Statement, ...]:
    held = (s for s in reading.statements if least <= s.confidence < below)
    return tuple(sorted(held, key=lambda s: (s.evidence.span, s.trigger.span, s.anchor)))


def arrange(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """One reading a document (the newest reader's), by date of publication, then id."""
    newest: dict[str, Reading] = {}
    for r in sorted(readings, key=lambda r: (r.document.id, _version(r.reader))):
        newest[r.document.id] = r
    return tuple(sorted(newest.values(), key=lambda r: (r.document.published.start or LATEST, r.document.id)))


def _version(reader: str) -> tuple[str, int]:
    """Readers of one name in the order of their numbers: "lexicon-10" after "lexicon-2"."""
    name, _, number = reader.rpartition("-")
    return (name, int(number)) if number.isdecimal() else (reader, 0)
