"""The writing side of the record: rows are only ever added, several documents in one transaction.

Everything checks what is there before it adds, inside the transaction that adds, so a second run after a kill at any
moment ends in the same record as an undisturbed one.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, get_args, get_type_hints

from sqlalchemy import Column, Connection, Table, insert, select

from sarhad.record import rows as made
from sarhad.record import sqlite
from sarhad.record.current import current_order, current_threads
from sarhad.record.records_json import dumps, to_json
from sarhad.record.rows import Row
from sarhad.record.schema import (
    arrivals,
    contests,
    dropped,
    pages,
    readings,
    runs,
    statements,
    texts,
    threads,
)
from sarhad.records import Dropped, Fused, Page, Reading, stable_id


class Kept(NamedTuple):
    """A page and its reading on their way into the record, with the page's address worked out once."""

    sha256: str
    key: str
    page: Page
    reading: Reading


def write_readings(connection: Connection, batch: Sequence[Kept], now: str) -> int:
    """Add what is not there yet of these pages and readings; how many readings were added."""
    _add_missing(connection, pages, "sha256", (made.page_row(k.page, k.sha256, now) for k in batch))
    _add_missing(connection, arrivals, "key", (made.arrival_row(k.page, k.sha256, now) for k in batch))
    numbers = _numbers(connection, arrivals, "key", [k.key for k in batch])
    new = _not_read_yet(connection, batch, numbers)
    if new:
        _write_new(connection, new, numbers, now)
    return len(new)


def _add_missing(connection: Connection, table: Table, key: str, rows: Iterable[Row]) -> None:
    """Insert the rows whose key the table does not hold."""
    wanted = {row[key]: row for row in rows}
    column = table.c[key]
    there = set(connection.execute(select(column).where(column.in_(list(wanted)))).scalars())
    _add(connection, table, [row for name, row in wanted.items() if name not in there])


def _add(connection: Connection, table: Table, rows: list[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _numbers(connection: Connection, table: Table, key: str, names: list[str]) -> dict[str, int]:
    """The row numbers that the database gave to these keys."""
    column: Column[Any] = table.c[key]
    found = connection.execute(select(column.label("name"), table.c.seq).where(column.in_(names)))
    return {row.name: row.seq for row in found}


def _not_read_yet(connection: Connection, batch: Sequence[Kept], numbers: dict[str, int]) -> list[Kept]:
    there = {
        (arrival, reader)
        for arrival, reader in connection.execute(
            select(readings.c.arrival, readings.c.reader).where(
                readings.c.arrival.in_(list(numbers.values()))
            )
        )
    }
    new: dict[tuple[int, str], Kept] = {}
    for kept in batch:
        place = (numbers[kept.key], made.storable(kept.reading.reader))
        if place not in there:
            new.setdefault(place, kept)
    return list(new.values())


def _write_new(connection: Connection, new: list[Kept], numbers: dict[str, int], now: str) -> None:
    text_rows = [made.text_row(k.reading.document) for k in new]
    _add_missing(connection, texts, "sha256", text_rows)
    text_numbers = _numbers(connection, texts, "sha256", [t["sha256"] for t in text_rows])
    reading_rows = [
        made.reading_row(k.reading, now) | {"arrival": numbers[k.key], "text_seq": text_numbers[t["sha256"]]}
        for k, t in zip(new, text_rows, strict=True)
    ]
    _number_revisions(connection, reading_rows)
    _add(connection, readings, reading_rows)
    placed = _reading_numbers(connection, reading_rows)
    _add(
        connection,
        statements,
        [r for n, k in zip(placed, new, strict=True) for r in made.statement_rows(n, k.reading, now)],
    )
    _add(
        connection,
        contests,
        [r for n, k in zip(placed, new, strict=True) for r in made.contest_rows(n, k.reading, now)],
    )
    sqlite.index(
        connection,
        [
            {"seq": n, "title": r["title"], "text": t["text"]}
            for n, r, t in zip(placed, reading_rows, text_rows, strict=True)
        ],
    )


def _number_revisions(connection: Connection, rows: list[Row]) -> None:
    """Give each row its revision: that of its own bytes under this document id, else one more than the last."""
    known: dict[str, dict[int, int]] = {row["document_id"]: {} for row in rows}
    found = connection.execute(
        select(readings.c.document_id, readings.c.arrival, readings.c.revision).where(
            readings.c.document_id.in_(list(known))
        )
    )
    for document_id, arrival, revision in found:
        known[document_id][arrival] = revision
    for row in rows:
        revisions = known[row["document_id"]]
        row["revision"] = revisions.setdefault(row["arrival"], max(revisions.values(), default=0) + 1)


def _reading_numbers(connection: Connection, rows: list[Row]) -> list[int]:
    found = connection.execute(
        select(readings.c.arrival, readings.c.reader, readings.c.seq).where(
            readings.c.arrival.in_([row["arrival"] for row in rows])
        )
    )
    numbers = {(arrival, reader): number for arrival, reader, number in found}
    return [numbers[row["arrival"], row["reader"]] for row in rows]


def write_dropped(connection: Connection, lost: Dropped, now: str) -> None:
    """Add a page that left the line, once."""
    _add_missing(connection, dropped, "id", [made.dropped_row(lost, now)])


# --- threads


def write_fused(connection: Connection, fused: Fused, now: str) -> bool:
    """Add a state for each thread that is new, changed or gone; False when nothing is."""
    wanted = {kind: _keyed(getattr(fused, kind)) for kind in KINDS}
    before = {(row.kind, row.id): row.payload for row in current_threads(connection)}
    order = dumps({kind: list(found) for kind, found in wanted.items()})
    changed = _changes(wanted, before)
    if not changed and order == current_order(connection):
        return False
    readers = ", ".join(sorted(connection.execute(select(readings.c.reader).distinct()).scalars()))
    result = connection.execute(insert(runs).values(reader=readers, payload=order, recorded_at=now))
    (run,) = result.inserted_primary_key or (None,)
    _add(connection, threads, [row | {"run": run, "reader": readers, "recorded_at": now} for row in changed])
    return True


KIND_OF = {name: get_args(hint)[0] for name, hint in get_type_hints(Fused).items()}
"""families, links, stories, incidents, …: the fields of `Fused`, each with the class of its threads."""

KINDS = tuple(KIND_OF)


def _keyed(items: Iterable[Any]) -> dict[str, tuple[Any, str]]:
    """Threads by their id, with their payload. Those without one (links, drift) get the hash of what they say."""
    keyed: dict[str, tuple[Any, str]] = {}
    for item in items:
        payload = to_json(item)
        key = getattr(item, "id", None) or stable_id("h", payload)
        while key in keyed:  # the same thing said twice must come back twice
            key += "+"
        keyed[key] = (item, payload)
    return keyed


def _changes(wanted: dict[str, dict[str, tuple[Any, str]]], before: dict[tuple[str, str], str]) -> list[Row]:
    changed = [
        _thread_row(kind, key, payload, item)
        for kind, found in wanted.items()
        for key, (item, payload) in found.items()
        if before.get((kind, key)) != payload
    ]
    gone = [_thread_row(kind, key, None, None) for kind, key in before if key not in wanted.get(kind, {})]
    return changed + gone


def _thread_row(kind: str, key: str, payload: str | None, item: object) -> Row:
    return {
        "kind": kind,
        "id": key,
        "valid_from": made.day(getattr(item, "start", None)),
        "valid_to": made.day(getattr(item, "end", None)),
        "payload": payload,
    }


def order_of(payload: str | None) -> dict[str, list[str]]:
    """The ids of each kind in their order, as a run keeps them."""
    found: dict[str, list[str]] = json.loads(payload) if payload else {}
    return found
