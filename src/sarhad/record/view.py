"""The reading side of the record: what it holds now, as people judged it, narrowed by filters.

The view shows the newest reading of the newest bytes of each document. A rejected statement or thread is not shown
and listed by `hidden`; a corrected one is shown with the person's value, and `mark` has the machine's beside it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from sarhad.errors import UnknownId
from sarhad.record import filters as sides
from sarhad.record.filters import Facets, passes
from sarhad.record.judgements import (
    THREADS,
    Correction,
    Verdict,
    apply_judgements,
    beside,
    judge_fused,
    standing,
)
from sarhad.record.threads_together import founder, holds, of_threads
from sarhad.records import (
    Accusation,
    Assessment,
    Ceasefire,
    Commitment,
    Dispute,
    Document,
    Filters,
    Fused,
    Incident,
    Judgement,
    Reading,
    Standing,
    Statement,
    Story,
    Talk,
)

T = TypeVar("T")
EVERYTHING = Filters()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What people said of one statement, thread or document. `verdict` is accepted, corrected, rejected or None."""

    verdict: str | None = None
    reason: str = ""
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What an id stands for: `kind` is document, statement, families, drift, offers, judgement, or a thread's kind
    (incidents, talks, …). `item` is as people see it, `machine` as it was read; `rejected` ones are found too."""

    kind: str
    item: Any
    machine: Any
    rejected: bool = False


class View:
    """What a record holds now. Nothing is read from the record before it is asked for."""

    def __init__(
        self,
        fused: Callable[[], Fused],
        readings: Callable[[], Iterable[Reading]],
        judgements: Iterable[Judgement],
    ) -> None:
        self._load_fused = fused
        self._load_readings = readings
        self._judgements = tuple(judgements)
        self._verdicts = standing(self._judgements)

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """All of them in the order made, those taken back too."""
        return self._judgements

    @cached_property
    def machine_fused(self) -> Fused:
        """The threads as fused, before any judgement."""
        return self._load_fused()

    @cached_property
    def machine_readings(self) -> tuple[Reading, ...]:
        """The readings as read, before any judgement."""
        return tuple(self._load_readings())

    @cached_property
    def fused(self) -> Fused:
        """The threads as people judged them."""
        return judge_fused(self.machine_fused, self._judgements)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The readings as people judged them."""
        return apply_judgements(self.machine_readings, self._judgements)

    def incidents(self, wanted: Filters = EVERYTHING) -> tuple[Incident, ...]:
        """Happenings."""
        return self._threads(self.fused.incidents, wanted)

    def talks(self, wanted: Filters = EVERYTHING) -> tuple[Talk, ...]:
        """Visits, meetings, rounds and calls."""
        return self._threads(self.fused.talks, wanted)

    def disputes(self, wanted: Filters = EVERYTHING) -> tuple[Dispute, ...]:
        """Claims that somebody contests."""
        return self._threads(self.fused.disputes, wanted)

    def commitments(self, wanted: Filters = EVERYTHING) -> tuple[Commitment, ...]:
        """Undertakings that moved, were pledged again or told of in the period."""
        return self._threads(self.fused.commitments, wanted)

    def ceasefires(self, wanted: Filters = EVERYTHING) -> tuple[Ceasefire, ...]:
        """Ceasefires with a phase in the period."""
        return self._threads(self.fused.ceasefires, wanted)

    def assessments(self, wanted: Filters = EVERYTHING) -> tuple[Assessment, ...]:
        """What is told as going on: series, trends, wars."""
        return self._threads(self.fused.assessments, wanted)

    def accusations(self, wanted: Filters = EVERYTHING) -> tuple[Accusation, ...]:
        """Charges that nobody answers."""
        return self._threads(self.fused.accusations, wanted)

    def standing(self, wanted: Filters = EVERYTHING) -> tuple[Standing, ...]:
        """Standing projects and obligations."""
        return self._threads(self.fused.standing, wanted)

    def statements(self, wanted: Filters = EVERYTHING) -> tuple[Statement, ...]:
        """Statements of every document, in the order in which the documents came."""
        return tuple(
            statement
            for reading in self.readings
            for statement in reading.statements
            if passes(sides.of_statement(statement, sides.published(reading.document)), wanted)
        )

    def documents(self, wanted: Filters = EVERYTHING) -> tuple[Document, ...]:
        """Documents published in the period that hold a statement of such actor, type and place."""
        return tuple(r.document for r in self.readings if passes(self._facets[r.document.id], wanted))

    def stories(self, wanted: Filters = EVERYTHING) -> tuple[Story, ...]:
        """Stories with a document in the period."""
        return tuple(s for s in self.fused.stories if passes(sides.of_story(s, self._facets), wanted))

    def mark(self, target: str) -> Mark:
        """What people said of it. For a statement give its anchor or its reading id."""
        verdict = self._verdicts.get(target)
        if verdict is None and (statement := self._statement(target)):
            target = statement.anchor
            verdict = self._verdicts.get(target)
        return Mark() if verdict is None else self._mark(target, verdict)

    def hidden(self) -> tuple[Judgement, ...]:
        """The rejections that stand: what the view does not show, and why."""
        return tuple(
            j
            for j in self._judgements
            if j.undone_at is None and j.verdict == "reject" and self._verdicts[j.target].rejected
        )

    def find(self, target: str) -> Found:
        """The document, statement, thread or family of this id, rejected ones too. UnknownId when there is none."""
        for kind in THREADS:
            if found := _with_id(getattr(self.machine_fused, kind), target):
                return self._found(kind, found, self._now(kind, found))
            if parted := _with_id(getattr(self.fused, kind), target):
                return self._found(kind, parted, parted)
        if found := self._beside_threads(target):
            return found
        for reading in self.machine_readings:
            if reading.document.id == target:
                now = next((r.document for r in self.readings if r.document.id == target), None)
                return self._found("document", reading.document, now)
        if statement := self._statement(target):
            anchor = statement.anchor
            now_told = (s for r in self.readings for s in r.statements if s.anchor == anchor)
            return self._found("statement", statement, next(now_told, None))
        raise UnknownId(
            f"nothing in the record has the id {target!r}; `sarhad documents` and `sarhad incidents` list ids"
        )

    def _beside_threads(self, target: str) -> Found | None:
        """What has an id and is no thread: families, dropped attributions, offers to mediate, judgements."""
        for kind in ("families", "drift", "offers", "judgement"):
            items = self._judgements if kind == "judgement" else getattr(self.fused, kind)
            if found := _with_id(items, target):
                return self._found(kind, found, found)
        return None

    def moved(self, thread: Any) -> tuple[Judgement, ...]:
        """The merges and splits that made a thread what it is."""
        keys = ((j, k) for j in of_threads(self._judgements) for k in (j.target, j.value) if k)
        return tuple(dict.fromkeys(j for j, key in keys if holds(thread, key)))

    def holding(self, anchor: str) -> tuple[tuple[str, Any], ...]:
        """The threads that a statement stands in, each with its kind."""
        kinds = (kind for kind in THREADS if kind != "stories")
        return tuple((kind, t) for kind in kinds for t in getattr(self.fused, kind) if holds(t, anchor))

    def _now(self, kind: str, machine: Any) -> Any | None:
        """The thread as people see it: the one that it was merged into, where it was; None when it was rejected."""
        threads = getattr(self.fused, kind)
        if (found := _with_id(threads, machine.id)) or kind == "stories":
            return found
        if machine.id in self._verdicts and self._verdicts[machine.id].rejected:
            return None
        return next((t for t in threads if holds(t, founder(machine)) and self.moved(t)), None)

    @cached_property
    def _facets(self) -> dict[str, Facets]:
        return {r.document.id: sides.of_document(r.document, r.statements) for r in self.readings}

    def _threads(self, threads: tuple[T, ...], wanted: Filters) -> tuple[T, ...]:
        return tuple(t for t in threads if passes(sides.of_thread(t), wanted))

    def _statement(self, target: str) -> Statement | None:
        found = (s for r in self.machine_readings for s in r.statements if target in (s.anchor, s.id))
        return next(found, None)

    def _found(self, kind: str, machine: object, item: object) -> Found:
        return Found(kind=kind, item=item or machine, machine=machine, rejected=item is None)

    def _mark(self, target: str, verdict: Verdict) -> Mark:
        word = "rejected" if verdict.rejected else "corrected" if verdict.corrections else "accepted"
        return Mark(verdict=word, reason=verdict.reason, corrections=beside(self._machine(target), verdict))

    def _machine(self, target: str) -> object:
        """As it was read; None when a later fusing no longer has it."""
        try:
            return self.find(target).machine
        except UnknownId:
            return None


def _with_id(items: Iterable[Any], target: str) -> Any | None:
    return next((item for item in items if item.id == target), None)
