"""Which rows count now, or counted at an earlier moment: the newest reading of the newest bytes of each document."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, func, select, true

from sarhad.record.moments import recorded
from sarhad.record.schema import readings, runs, threads


def current_readings(as_of: datetime | None = None) -> Select[Any]:
    """Numbers of the readings to show, in the order in which their pages came.

    Of each page the reading that was recorded last (a newer reader stands before the older one it replaces); of each
    document id its newest bytes.
    """
    newest = select(func.max(readings.c.seq)).where(known(readings, as_of)).group_by(readings.c.arrival)
    rank = func.row_number().over(
        partition_by=readings.c.document_id, order_by=(readings.c.revision.desc(), readings.c.seq.desc())
    )
    ranked = (
        select(readings.c.seq, readings.c.arrival, rank.label("rank"))
        .where(readings.c.seq.in_(newest))
        .subquery("ranked")
    )
    return select(ranked.c.seq).where(ranked.c.rank == 1).order_by(ranked.c.arrival)


def current_threads(connection: Connection, as_of: datetime | None = None) -> list[Row[Any]]:
    """The latest state (kind, id, payload) of each thread that still stands."""
    last = (
        select(threads.c.kind, threads.c.id, func.max(threads.c.run).label("run"))
        .where(known(threads, as_of))
        .group_by(threads.c.kind, threads.c.id)
        .subquery("last")
    )
    standing = (
        select(threads.c.kind, threads.c.id, threads.c.payload)
        .join(
            last,
            (threads.c.kind == last.c.kind) & (threads.c.id == last.c.id) & (threads.c.run == last.c.run),
        )
        .where(threads.c.payload.is_not(None))
    )
    return list(connection.execute(standing))


def current_order(connection: Connection, as_of: datetime | None = None) -> str | None:
    """The order of the threads in the last fusing."""
    last = select(func.max(runs.c.seq)).where(known(runs, as_of)).scalar_subquery()
    return connection.execute(select(runs.c.payload).where(runs.c.seq == last)).scalar()


def known(table: Table, as_of: datetime | None) -> ColumnElement[bool]:
    """Whether a row was there at that moment; always, when no moment is given."""
    return true() if as_of is None else table.c.recorded_at <= recorded(as_of)
