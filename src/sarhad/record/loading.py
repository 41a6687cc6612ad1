"""The reading side of the tables: rows back into the records they were."""

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, func, or_, select

from sarhad.record.current import current_order, current_readings, current_threads, known
from sarhad.record.migrating import held_in, schema_of
from sarhad.record.records_json import from_plain
from sarhad.record.rows import judgement_of, page_of, reading_of
from sarhad.record.schema import (
    arrivals,
    contests,
    dropped,
    intakes,
    judgements,
    pages,
    readings,
    statements,
    texts,
    threads,
    undone,
)
from sarhad.record.writer import KIND_OF, KINDS, order_of
from sarhad.records import Dropped, Fused, Judgement, Page, Reading

AT_ONCE = 200
"""Readings fetched with one query."""

NO_PLACE = ("", "-", "text")
"""Sources that name no one place: what came through them once is not what comes through them next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """What a record holds. `documents` counts what is shown, `readings` every version ever kept."""

    documents: int
    readings: int
    pages: int
    page_bytes: int
    statements: int
    unread: int
    dropped: int
    judgements: int
    threads: dict[str, int]
    readers: tuple[str, ...]
    schema_version: int
    created_at: str
    last_recorded: str | None


def shown(connection: Connection, as_of: datetime | None = None) -> list[int]:
    """Numbers of the readings that count."""
    return list(connection.execute(current_readings(as_of)).scalars())


def readings_of(connection: Connection, document_id: str) -> list[int]:
    """Numbers of all readings of one document, the oldest first."""
    wanted = select(readings.c.seq).where(readings.c.document_id == document_id)
    return list(connection.execute(wanted.order_by(readings.c.revision, readings.c.seq)).scalars())


def load_readings(connection: Connection, numbers: Sequence[int]) -> list[Reading]:
    """The readings of these numbers, in that order."""
    rows = connection.execute(
        select(readings, texts.c.text)
        .join(texts, texts.c.seq == readings.c.text_seq)
        .where(readings.c.seq.in_(numbers))
    ).mappings()
    found = {row["seq"]: row for row in rows}
    told = _payloads(connection, statements, numbers)
    disputed = _payloads(connection, contests, numbers)
    return [reading_of(found[n], told.get(n, ()), disputed.get(n, ())) for n in numbers]


def _payloads(connection: Connection, table: Table, numbers: Sequence[int]) -> dict[int, list[str]]:
    wanted = (
        select(table.c.reading, table.c.payload)
        .where(table.c.reading.in_(numbers))
        .order_by(table.c.reading, table.c.position)
    )
    found: dict[int, list[str]] = {}
    for number, payload in connection.execute(wanted):
        found.setdefault(number, []).append(payload)
    return found


def document_of_statement(connection: Connection, target: str) -> tuple[str, str] | None:
    """Document and anchor of the statement with this anchor or reading id, in the newest reading that has it."""
    wanted = (
        select(statements.c.document_id, statements.c.anchor)
        .where(or_(statements.c.anchor == target, statements.c.id == target))
        .order_by(statements.c.reading.desc())
        .limit(1)
    )
    row = connection.execute(wanted).first()
    return (row.document_id, row.anchor) if row else None


def is_thread(connection: Connection, target: str) -> bool:
    """Whether a thread ever had this id."""
    return connection.execute(select(threads.c.id).where(threads.c.id == target).limit(1)).first() is not None


def load_pages(connection: Connection, numbers: Sequence[int]) -> list[Page]:
    """The pages of these arrivals as they came."""
    rows = connection.execute(
        select(arrivals.c.payload, pages.c.body)
        .join(pages, pages.c.sha256 == arrivals.c.page_sha256)
        .where(arrivals.c.seq.in_(numbers))
        .order_by(arrivals.c.seq)
    )
    return [page_of(payload, body) for payload, body in rows]


def load_body(connection: Connection, sha256: str) -> bytes | None:
    """The bytes of this address."""
    body = connection.execute(select(pages.c.body).where(pages.c.sha256 == sha256)).scalar()
    return None if body is None else zlib.decompress(body)


def load_dropped(connection: Connection, *, lately: bool = False) -> list[Dropped]:
    """Pages that left the line and were not read since; with `lately` those that left it in the newest run of taking in."""
    same = or_(
        readings.c.document_id == dropped.c.document_id,
        and_(arrivals.c.source == dropped.c.source, dropped.c.source.not_in(NO_PLACE)),
    )
    read_since = (
        select(readings.c.seq)
        .join(arrivals, arrivals.c.seq == readings.c.arrival)
        .where(same, readings.c.recorded_at > dropped.c.recorded_at)
        .exists()
    )
    columns = (dropped.c.document_id, dropped.c.stage, dropped.c.reason, dropped.c.source)
    wanted = select(*columns).where(~read_since)
    if lately:
        began = select(func.max(intakes.c.recorded_at)).scalar_subquery()
        wanted = wanted.where(dropped.c.recorded_at >= func.coalesce(began, ""))
    rows = connection.execute(wanted.order_by(dropped.c.seq)).mappings()
    return [Dropped(**row) for row in rows]


def load_judgements(connection: Connection, as_of: datetime | None = None) -> list[Judgement]:
    """All judgements in the order made, those taken back with the moment."""
    rows = connection.execute(
        select(judgements, undone.c.made_at.label("undone_at"))
        .join(undone, (undone.c.judgement == judgements.c.id) & known(undone, as_of), isouter=True)
        .where(known(judgements, as_of))
        .order_by(judgements.c.seq)
    ).mappings()
    return [judgement_of(row, row["undone_at"]) for row in rows]


def load_fused(connection: Connection, as_of: datetime | None = None) -> Fused:
    """The threads as the last fusing (or the last before `as_of`) left them."""
    order = order_of(current_order(connection, as_of))
    payloads = {(row.kind, row.id): row.payload for row in current_threads(connection, as_of)}
    found = {kind: tuple(_thread(kind, payloads[kind, key]) for key in order.get(kind, ())) for kind in KINDS}
    return Fused(**found)


def _thread(kind: str, payload: str) -> Any:
    return from_plain(KIND_OF[kind], json.loads(payload))


def load_stats(connection: Connection) -> Stats:
    """How much of everything."""
    numbers = current_readings().subquery("shown")
    held = held_in(connection)
    return Stats(
        documents=_count(connection, numbers),
        readings=_count(connection, readings),
        pages=_count(connection, pages),
        page_bytes=connection.execute(select(func.sum(pages.c.size))).scalar() or 0,
        statements=_told(
            connection, select(statements.c.id).where(statements.c.reading.in_(select(numbers.c.seq)))
        ),
        unread=_told(
            connection,
            select(readings.c.seq).where(
                readings.c.seq.in_(select(numbers.c.seq)), readings.c.unread.is_not(None)
            ),
        ),
        dropped=len(load_dropped(connection)),
        judgements=_count(connection, judgements),
        threads={kind: len(ids) for kind, ids in order_of(current_order(connection)).items()},
        readers=tuple(sorted(connection.execute(select(readings.c.reader).distinct()).scalars())),
        schema_version=schema_of(held) or 0,
        created_at=held["created_at"],
        last_recorded=connection.execute(select(func.max(readings.c.recorded_at))).scalar(),
    )


def _count(connection: Connection, table: Any) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar() or 0


def _told(connection: Connection, wanted: Any) -> int:
    return _count(connection, wanted.subquery())


def chunks(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """The numbers in portions of one query."""
    for start in range(0, len(numbers), AT_ONCE):
        yield numbers[start : start + AT_ONCE]


def arrival_numbers(connection: Connection) -> list[int]:
    """Numbers of all pages in the order in which they came."""
    return list(connection.execute(select(arrivals.c.seq).order_by(arrivals.c.seq)).scalars())


_KEPT = (
    select(readings.c.reader)
    .join(arrivals, arrivals.c.seq == readings.c.arrival)
    .where(arrivals.c.key == bindparam("arrival_key"))
)  # built once: it is asked for every page of a run


def is_kept(connection: Connection, key: str, reader: str | None) -> bool:
    """Whether this arrival was read, by this reader if one is named."""
    readers = connection.execute(_KEPT, {"arrival_key": key}).scalars().all()
    return bool(readers) if reader is None else reader in readers
