"""A record as Python sees it: add to it, ask it, judge it, brief from it. The command line uses the same verbs.

record = sarhad.open_record("sarhad.db")
for outcome in record.add("press/"):
    print(outcome.what, outcome.source)
record.incidents(actor="PAK.REB/ttp", since="2025-10")
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Self, Unpack

from sarhad.errors import UnknownId, WrongUse
from sarhad.knowledge.theatres import Theatre
from sarhad.monitor import make_brief, select
from sarhad.monitor.desk import document_name
from sarhad.monitor.judged import concerns, made_in_period
from sarhad.monitor.naming import registry_find, registry_names
from sarhad.monitor.offer_rows import offer_rows
from sarhad.monitor.rows import (
    ROWS,
    accusation_rows,
    drift_rows,
    family_rows,
    rows_of,
    standing_rows,
    story_rows,
)
from sarhad.monitor.selecting import belongs
from sarhad.pipeline import Outcome, add, fuse_record
from sarhad.questions import Asked, Scope, fitting, named_theatre, reading_theatre, scope
from sarhad.records import (
    Accusation,
    Brief,
    Ceasefire,
    Commitment,
    Dispute,
    Document,
    Drift,
    FamilyRow,
    Filters,
    Fused,
    Incident,
    Judgement,
    OfferRow,
    Reading,
    Standing,
    Statement,
    StoryRow,
    Talk,
)

if TYPE_CHECKING:
    from sarhad.press.fetch import Transport
    from sarhad.press.intake import IntakeOptions
    from sarhad.reading.explained import Explanation
    from sarhad.record import Found, Record, View


Waiting = Callable[[], AbstractContextManager[object]]


def _tells_of(reading: Reading, theatre: Theatre) -> bool:
    """Whether a document tells of a theatre; one that is not read may."""
    return reading.unknown or any(belongs(s, Filters(), theatre) for s in reading.statements)


class OpenRecord:
    """One record file, open. Close it, or use it in a `with` block."""

    def __init__(
        self, record: "Record", theatres: Path | None = None, waiting: Waiting = nullcontext
    ) -> None:
        self.record = record
        self.theatres = theatres
        self._waiting = waiting
        self._view: View | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.record.close()

    def add(
        self,
        *sources: str | Path,
        options: "IntakeOptions | None" = None,
        transport: "Transport | None" = None,
        theatre: str | None = None,
        screen: bool = False,
        again: bool = False,
    ) -> list[Outcome]:
        """Take in, read and keep. What the record tells together is put together when it is next asked for.

        Pages that are there already are left alone, unless they are to be read `again`.
        """
        told = self.adding(
            *sources, options=options, transport=transport, theatre=theatre, screen=screen, again=again
        )
        return list(told)

    def adding(
        self,
        *sources: str | Path,
        options: "IntakeOptions | None" = None,
        transport: "Transport | None" = None,
        theatre: str | None = None,
        screen: bool = False,
        again: bool = False,
    ) -> Iterator[Outcome]:
        """The same page by page, each outcome as soon as it is kept."""
        from sarhad.press.fetch import HttpTransport
        from sarhad.press.intake import IntakeOptions

        outcomes = add(
            self.record,
            map(str, sources),
            options=options or IntakeOptions(),
            transport=transport or HttpTransport(),
            theatre=reading_theatre(theatre, self.theatres, screen=screen),
            screen=screen,
            again=again,
        )
        for outcome in outcomes:
            self._view = None
            yield outcome

    def fuse(self) -> Fused:
        """What everything the record holds tells together, before any judgement; put together now where something came since."""
        self._view = None
        return self.view().machine_fused

    def view(self) -> "View":
        """What the record holds, as people judged it. Its threads are put together anew when they are first asked for and
        something came since."""
        if self._view is None:
            self._view = self._made_view()
        return self._view

    def _made_view(self) -> "View":
        from sarhad import __version__
        from sarhad.record import View

        mark = f"{self.record.state()} by {__version__}"  # what comes while we look is put together next time
        view: View = View(lambda: self._together(view, mark), self.record.readings, self.record.judgements())
        return view

    def _together(self, view: "View", mark: str) -> Fused:
        if self.record.fused_at() == mark:
            return self.record.fused()
        with self._waiting():
            return fuse_record(self.record, view, mark)

    def told(self, asked: Scope) -> Fused:
        """What was asked for."""
        return select(self.view().fused, asked.filters, asked.theatre)

    def find(self, target: str) -> "Found":
        """The document, statement or thread of this id, or of the only one that begins so; a document also by its file's
        name."""
        return self.view().find(self.whole_id(target))

    def whole_id(self, target: str) -> str:
        """The id of the document whose file has this name, or of the only thing whose id or name begins so (six
        characters at least); else what was given. WrongUse where several are meant."""
        from sarhad.record.short_ids import ids_in, whole

        documents = [r.document for r in self.view().machine_readings]
        named = [d.id for d in documents if document_name(d) == target]
        if len(named) > 1 and not any(d.id == target for d in documents):
            raise WrongUse(f"{len(named)} documents are called {target}; give the id: {', '.join(named)}")
        if named:
            return target if any(d.id == target for d in documents) else named[0]
        return whole(target, chain(((document_name(d), d.id) for d in documents), ids_in(self.view())))

    def _first_of(self, target: str, kind: str) -> str:
        """A document that stands for a family or story; else what was given, a document by its id."""
        fused = self.view().fused
        groups = fused.families if kind == "family" else fused.stories
        meant = self.whole_id(target)
        return next((g.documents[0] for g in groups if g.id == meant), meant)

    def explain(self, target: str, theatre: str | None = None) -> "Explanation":
        """Why a statement is coded as it is, with a theatre's own names where it was added with them. WrongUse where
        `target` is none, or is no longer read so."""
        from sarhad.pipeline import tools_for
        from sarhad.reading import explain

        found = self.find(target).machine
        if not isinstance(found, Statement):
            raise WrongUse(
                f"{target} is no statement; `sarhad show {target}` lists the statements it rests on"
            )
        document = self.reading(found.document_id).document
        tools = tools_for(named_theatre(theatre, self.theatres) if theatre else None)
        explained = explain(document, found.anchor, tools)
        if explained is None:
            raise WrongUse(
                f"an earlier reader read {target}, this one does not; add the page with --again to see"
            )
        return replace(explained, kept=found)

    def document(self, document_id: str) -> Document:
        """A document."""
        return self.record.document(document_id)

    def reading(self, document_id: str) -> Reading:
        """What was read from a document."""
        return self.record.reading(document_id)

    def readings(self, asked: Scope | None = None) -> tuple[Reading, ...]:
        """Readings as judged, of the documents that were asked for."""
        view = self.view()
        if asked is None:
            return view.readings
        wanted = {d.id for d in view.documents(asked.filters)}
        inside = (r for r in view.readings if r.document.id in wanted)
        return tuple(r for r in inside if asked.theatre is None or _tells_of(r, asked.theatre))

    def documents(self, **asked: Unpack[Asked]) -> tuple[Document, ...]:
        """Documents published in the period that tell of such actors, acts and places."""
        return tuple(r.document for r in self.readings(scope(asked, self.theatres)))

    def judge(self, judgement: Judgement) -> Judgement:
        """Keep a person's word; what documents tell together follows it. A document may be named as `find` takes it."""
        kept = self.record.judge(self._addressed(judgement))
        self._view = None
        return kept

    def _addressed(self, j: Judgement) -> Judgement:
        """The judgement with whole ids in place of names and beginnings; families and stories are merged by a document of
        each."""
        if j.verdict != "merge":
            return replace(j, target=self._judgeable(self.whole_id(j.target), j.verdict))
        if j.field not in ("family", "story"):
            return replace(
                j, target=self.whole_id(j.target), value=self.whole_id(j.value) if j.value else None
            )
        one, other = self._first_of(j.target, j.field), self._first_of(j.value or "", j.field)
        return replace(j, target=one, value=other or None)

    def _judgeable(self, target: str, verdict: str) -> str:
        """The id, where a verdict on it has an effect; WrongUse says what to judge instead."""
        fused = self.view().fused
        follows = {f.id for f in fused.families} | {d.id for d in fused.drift} | {o.id for o in fused.offers}
        if verdict in ("accept", "reject", "correct") and target in follows:
            raise WrongUse(
                f"{target} follows from what it rests on; judge a statement or document of it: sarhad show {target} lists them"
            )
        return target

    def undo(self, judgement_id: str) -> Judgement:
        """Take a judgement back."""
        from sarhad.record.short_ids import whole

        ids = ((j.id, j.id) for j in self.record.judgements())
        undone = self.record.undo(whole(judgement_id, ids))
        self._view = None
        return undone

    def incidents(self, **asked: Unpack[Asked]) -> tuple[Incident, ...]:
        """Happenings, with every report's value."""
        return self.told(self._scope("incidents", asked)).incidents

    def talks(self, **asked: Unpack[Asked]) -> tuple[Talk, ...]:
        """Visits, meetings, rounds and calls."""
        return self.told(self._scope("talks", asked)).talks

    def disputes(self, **asked: Unpack[Asked]) -> tuple[Dispute, ...]:
        """Claims that somebody contests."""
        return self.told(self._scope("disputes", asked)).disputes

    def commitments(self, **asked: Unpack[Asked]) -> tuple[Commitment, ...]:
        """Undertakings and what became of them."""
        return self.told(self._scope("commitments", asked)).commitments

    def ceasefires(self, **asked: Unpack[Asked]) -> tuple[Ceasefire, ...]:
        """Ceasefires and their phases."""
        return self.told(self._scope("ceasefires", asked)).ceasefires

    def families(self, **asked: Unpack[Asked]) -> tuple[FamilyRow, ...]:
        """Families of several documents: one witness each, with how they stand to each other."""
        return family_rows(*self._rows(self._scope("families", asked)))

    def stories(self, **asked: Unpack[Asked]) -> tuple[StoryRow, ...]:
        """Stories of several documents, with their days and families."""
        return story_rows(*self._rows(self._scope("stories", asked)))

    def accusations(self, **asked: Unpack[Asked]) -> tuple[Accusation, ...]:
        """Charges. One that is contested has the id of its dispute, and its answers among the positions."""
        return accusation_rows(*self._rows(self._scope("accusations", asked)))

    def standing(self, **asked: Unpack[Asked]) -> tuple[Standing, ...]:
        """Named works and obligations, with the ids of the commitments that hang on them."""
        return standing_rows(*self._rows(self._scope("standing", asked)))

    def drift(self, **asked: Unpack[Asked]) -> tuple[Drift, ...]:
        """Claims that one telling attributes and another tells flatly."""
        return drift_rows(*self._rows(self._scope("drift", asked)))

    def offers(self, **asked: Unpack[Asked]) -> tuple[OfferRow, ...]:
        """Offers to mediate and what became of them; then those that belong to no ceasefire told."""
        return offer_rows(*self._rows(self._scope("offers", asked)))

    def judgements(self, **asked: Unpack[Asked]) -> tuple[Judgement, ...]:
        """What people said of readings and threads, in the order made; the period is that of the saying."""
        return self.judged(scope(asked, self.theatres))

    def _scope(self, kind: str, asked: Asked) -> Scope:
        return fitting(kind, scope(asked, self.theatres))

    def listed(self, kind: str, asked: Scope) -> tuple[object, ...]:
        """What the list of this name holds. WrongUse for a filter that its things have no side for."""
        fitting(kind, asked)
        if kind == "judgements":
            return self.judged(asked)
        if kind in ROWS:
            return rows_of(kind, *self._rows(asked))
        found: tuple[object, ...] = getattr(self.told(asked), kind)
        return found

    def _rows(self, asked: Scope) -> tuple[Fused, tuple[Reading, ...], Filters, Theatre | None]:
        return self.view().fused, self.view().readings, asked.filters, asked.theatre

    def judged(self, asked: Scope) -> tuple[Judgement, ...]:
        """The same for a question already checked."""
        wanted = asked.filters
        narrowed = asked.theatre or wanted.actor or wanted.type or wanted.place
        inside = (j for j in self.record.judgements() if made_in_period(j, wanted))
        return tuple(j for j in inside if not narrowed or self._about(j.target, asked))

    def _about(self, target: str, asked: Scope) -> bool:
        """Whether what was judged is what is asked for; what a later fusing no longer has is not."""
        try:
            found = self.view().find(target)
        except UnknownId:
            return False
        return concerns(found.kind, found.machine, self.view().machine_readings, asked.filters, asked.theatre)

    def brief(self, **asked: Unpack[Asked]) -> Brief:
        """What a monitoring mission would report."""
        return self.brief_of(scope(asked, self.theatres))

    def brief_of(self, wanted: Scope) -> Brief:
        """The same for a question already checked."""
        view, lost = self.view(), self.record.dropped(lately=True)
        return make_brief(
            view.fused,
            view.readings,
            lost,
            lost_before=len(self.record.dropped()) - len(lost),
            theatre=wanted.theatre,
            since=wanted.filters.since,
            until=wanted.filters.until,
            filters=wanted.filters,
            names=registry_names(),
            find=registry_find,
            trusted=self.trusted(),
        )

    def trusted(self) -> frozenset[str]:
        """Ids that a person accepted or corrected, and did not take back: no check of ours doubts them."""
        standing = (j for j in self.record.judgements() if j.undone_at is None)
        return frozenset(j.target for j in standing if j.verdict in ("accept", "correct"))


def open_record(
    path: str | Path = "sarhad.db",
    *,
    create: bool = True,
    theatres: Path | None = None,
    waiting: Waiting = nullcontext,
) -> OpenRecord:
    """Open a record file, made when it is not there (unless `create` is False). `waiting` is entered while what the record
    tells is put together, which takes a while where much came since."""
    from sarhad.record import open_record as open_file

    return OpenRecord(open_file(Path(path), create=create), theatres, waiting)
