"""The record: what pages said, what was read from them, what people say to it. Nothing is ever overwritten."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, insert, select

from sarhad.errors import DiskFull, UnknownId, WrongUse
from sarhad.record import loading, moments, sqlite, up_to_date
from sarhad.record import rows as made
from sarhad.record.corrections import correct
from sarhad.record.growth import Growth
from sarhad.record.judgements import THREADS, VERDICTS
from sarhad.record.loading import Stats
from sarhad.record.schema import intakes, judgements, undone
from sarhad.record.search import SearchHit, search
from sarhad.record.threads_hung import hung
from sarhad.record.threads_together import THREAD_KINDS
from sarhad.record.together import KINDS
from sarhad.record.view import View
from sarhad.record.writer import Kept, write_dropped, write_fused, write_readings
from sarhad.records import Claims, Document, Dropped, Fused, Judgement, Page, Reading

BATCH = 64
"""Documents in one transaction of a batch."""

PATIENCE = 2.0
"""Seconds after which a batch writes what it holds, so that a kill costs a slow reader little."""


class Record:
    """One record file, open. Use it as a context manager, or close it."""

    def __init__(self, engine: Engine, path: Path, clock: Callable[[], datetime] = moments.now) -> None:
        self.path = path
        self._engine = engine
        self._clock = clock
        self._waiting: dict[tuple[str, str], Kept] = {}
        self._batching = False
        self._waiting_since = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write what a batch still holds and let go of the file."""
        try:
            self._flush()
        finally:
            self._engine.dispose()

    # --- writing

    def keep(self, page: Page, reading: Reading) -> bool:
        """Keep the page and what was read from it; False, and nothing changes, when both are there already.

        The same bytes under the same id, read by the same reader, are there already. Other bytes under a known
        document id are kept as its next revision, another reader's reading beside the first; the newest is shown.
        Outside of `batch` it is on disk when this returns.
        """
        sha256 = page.sha256
        if sha256 != reading.document.page_sha256:
            raise WrongUse(f"the reading of {reading.document.id} was not made from this page (other bytes)")
        kept = Kept(sha256=sha256, key=made.arrival_key(sha256, page.claims), page=page, reading=reading)
        if (kept.key, reading.reader) in self._waiting:
            return False
        if not self._batching:
            return self._write([kept]) > 0
        if self._is_kept(kept.key, reading.reader):
            return False
        self._wait(kept)
        return True

    @contextmanager
    def batch(self) -> Iterator[Self]:
        """Keep many documents fast: up to 64 of them, or two seconds' worth, share a transaction.

        After a kill the last of them may be missing, never half there; running the same again adds them.
        """
        outer, self._batching = self._batching, True
        try:
            yield self
        finally:
            self._batching = outer
            self._flush()

    def begin_intake(self) -> None:
        """Keep that a run of taking in begins: what is dropped from now on is lost in this run."""
        with self._writing() as connection:
            connection.execute(insert(intakes).values(recorded_at=self._now()))

    def drop(self, dropped: Dropped) -> None:
        """List a page as dropped, once."""
        with self._writing() as connection:
            write_dropped(connection, dropped, self._now())

    def keep_fused(self, fused: Fused, state: str | None = None) -> bool:
        """Keep what documents tell together; False when that is what the record holds already.

        Earlier states stay (`fused(as_of=…)`). `state` is the mark of what was looked at (`fused_at`).
        """
        self._flush()
        with self._writing() as connection:
            if state is not None:
                up_to_date.mark_fused(connection, state)
            return write_fused(connection, fused, self._now())

    @contextmanager
    def growth(self) -> Iterator[Growth]:
        """The index of families and stories; what is added to it is kept at the end, or nothing."""
        self._flush()
        with self._writing() as connection:
            yield Growth(connection)

    def judge(self, judgement: Judgement) -> Judgement:
        """Keep a person's word beside the machine's; the judgement as kept, a statement named by its anchor.

        UnknownId when nothing has this id, WrongUse when the verdict, field or value cannot be.
        """
        if judgement.verdict not in VERDICTS:
            raise WrongUse(f"{judgement.verdict!r} is no verdict; say {', '.join(VERDICTS)}")
        judgement = replace(judgement, target=self._target(judgement.target), undone_at=None)
        if judgement.verdict == "correct":
            self._check_correction(judgement)
        if judgement.verdict in ("merge", "split"):
            judgement = self._checked_together(judgement)
        with self._writing() as connection:
            there = [j for j in loading.load_judgements(connection) if j.id == judgement.id]
            if there and replace(there[0], undone_at=None) != judgement:
                raise WrongUse(
                    f"there is another judgement of the id {judgement.id!r}; give this one an id of its own"
                )
            if not there:
                connection.execute(insert(judgements), [made.judgement_row(judgement, self._now())])
        return judgement

    def undo(self, judgement_id: str, at: datetime | None = None) -> Judgement:
        """Take a judgement back; it stays in the record with the moment. UnknownId when there is none."""
        moment = at or self._clock()
        with self._writing() as connection:
            if not any(j.id == judgement_id for j in loading.load_judgements(connection)):
                raise UnknownId(
                    f"no judgement has the id {judgement_id!r}; it was printed when the judgement was made"
                )
            there = select(undone.c.judgement).where(undone.c.judgement == judgement_id)
            if connection.execute(there).first() is None:
                row = {"judgement": judgement_id, "made_at": moment.isoformat(), "recorded_at": self._now()}
                connection.execute(insert(undone), [row])
        return next(j for j in self.judgements() if j.id == judgement_id)

    # --- reading

    def has(self, page_sha256: str, claims: Claims | None = None, reader: str | None = None) -> bool:
        """Whether these bytes under this id were read already, by this reader if one is named."""
        return self._is_kept(made.arrival_key(page_sha256, claims), reader)

    def readings(self, as_of: datetime | None = None) -> Iterator[Reading]:
        """The newest reading of each document, exactly as kept, in the order in which the documents came.

        With `as_of`, what the record showed at that moment.
        """
        with self._reading() as connection:
            numbers = loading.shown(connection, as_of)
        for some in loading.chunks(numbers):
            with self._reading() as connection:
                found = loading.load_readings(connection, some)
            yield from found

    def reading(self, document_id: str) -> Reading:
        """The newest reading of a document. UnknownId when there is none."""
        return self.versions(document_id)[-1]

    def versions(self, document_id: str) -> list[Reading]:
        """Every reading of a document: by revision of its bytes, then in the order recorded; the last is shown."""
        with self._reading() as connection:
            numbers = loading.readings_of(connection, document_id)
            found = loading.load_readings(connection, numbers)
        if not found:
            raise UnknownId(f"no document has the id {document_id!r}; `sarhad documents` lists them")
        return found

    def document(self, document_id: str) -> Document:
        """The newest version of a document. UnknownId when there is none."""
        return self.reading(document_id).document

    def page(self, sha256: str) -> bytes:
        """The bytes of this address. UnknownId when they are not there."""
        with self._reading() as connection:
            body = loading.load_body(connection, sha256)
        if body is None:
            raise UnknownId(f"no page in the record has the address {sha256!r}")
        return body

    def pages(self) -> Iterator[Page]:
        """Every page as it came, with its claims, to be read again."""
        with self._reading() as connection:
            numbers = loading.arrival_numbers(connection)
        for some in loading.chunks(numbers):
            with self._reading() as connection:
                found = loading.load_pages(connection, some)
            yield from found

    def dropped(self, *, lately: bool = False) -> list[Dropped]:
        """Pages that left the line and were not read since, in order; `lately`: only those of the newest run of taking in."""
        with self._reading() as connection:
            return loading.load_dropped(connection, lately=lately)

    def search(self, words: str, limit: int = 20) -> list[SearchHit]:
        """Documents that hold all the words (or "quoted phrases", or beginnings*), best first."""
        with self._reading() as connection:
            return search(connection, words, limit)

    def judgements(self, as_of: datetime | None = None) -> list[Judgement]:
        """All judgements in the order made, those taken back too."""
        with self._reading() as connection:
            return loading.load_judgements(connection, as_of)

    def fused(self, as_of: datetime | None = None) -> Fused:
        """What documents tell together, as last kept; with `as_of`, as it stood at that moment."""
        with self._reading() as connection:
            return loading.load_fused(connection, as_of)

    def view(self, as_of: datetime | None = None) -> View:
        """What the record holds, as people judged it."""
        return View(lambda: self.fused(as_of), lambda: self.readings(as_of), self.judgements(as_of))

    def state(self) -> str:
        """A mark that changes with each reading, judgement and taking back."""
        with self._reading() as connection:
            return up_to_date.state_of(connection)

    def fused_at(self) -> str | None:
        """The mark that was given when the threads were last kept; None when none was."""
        with self._reading() as connection:
            return up_to_date.fused_at(connection)

    def stats(self) -> Stats:
        """How much of everything the record holds."""
        with self._reading() as connection:
            return loading.load_stats(connection)

    # --- within

    def _now(self) -> str:
        return moments.recorded(self._clock())

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with (
            sqlite.told(self.path),
            self._engine.connect().execution_options(**{sqlite.WRITING: True}) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        self._flush()
        with sqlite.told(self.path), self._engine.connect() as connection:
            yield connection

    def _is_kept(self, key: str, reader: str | None) -> bool:
        if any(key == k and reader in (None, r) for k, r in self._waiting):
            return True
        with sqlite.told(self.path), self._engine.connect() as connection:
            return loading.is_kept(connection, key, reader)

    def _wait(self, kept: Kept) -> None:
        if not self._waiting:
            self._waiting_since = time.monotonic()
        self._waiting[kept.key, kept.reading.reader] = kept
        if len(self._waiting) >= BATCH or time.monotonic() - self._waiting_since > PATIENCE:
            self._flush()

    def _flush(self) -> None:
        if self._waiting:
            waiting, self._waiting = list(self._waiting.values()), {}
            try:
                self._write(waiting)
            except DiskFull as error:
                raise DiskFull(f"{error} ({len(waiting)} documents of this run are not in it yet)") from error

    def _write(self, batch: list[Kept]) -> int:
        with self._writing() as connection:
            return write_readings(connection, batch, self._now())

    def _target(self, target: str) -> str:
        """What a judgement hangs on: the anchor of a statement, or the id of a thread or document."""
        with self._reading() as connection:
            if told := loading.document_of_statement(connection, target):
                return told[1]
            if loading.is_thread(connection, target) or loading.readings_of(connection, target):
                return target
        fused = self.view().fused
        if any(t.id == target for kind in THREADS for t in getattr(fused, kind)):
            return target  # a thread that a person's own split made
        raise UnknownId(
            f"nothing in the record has the id {target!r}; `sarhad documents` and `sarhad incidents` list ids"
        )

    def _checked_together(self, judgement: Judgement) -> Judgement:
        """Of threads it hangs on statements, by their anchors; of families and stories on documents."""
        if judgement.field in THREAD_KINDS:
            return hung(judgement, self.view())
        if judgement.field not in KINDS:
            known = " or --field ".join((*KINDS, *THREAD_KINDS))
            raise WrongUse(f"a {judgement.verdict} needs what of: --field {known}")
        if judgement.verdict == "split" and not self._is_document(judgement.target):
            raise WrongUse(
                f"a split takes a document out of its {judgement.field}; name the document: sarhad show {judgement.target} lists them"
            )
        self.document(judgement.target)
        if judgement.verdict == "merge":
            if judgement.value is None or judgement.value == judgement.target:
                raise WrongUse("a merge needs the id of another document: --value ID")
            self.document(judgement.value)
        return judgement

    def _is_document(self, target: str) -> bool:
        with self._reading() as connection:
            return bool(loading.readings_of(connection, target))

    def _check_correction(self, judgement: Judgement) -> None:
        if judgement.field is None or judgement.value is None:
            raise WrongUse("a correction needs a field and its new value: --field deaths --value 4")
        correct(self.view().find(judgement.target).item, judgement.field, judgement.value)
