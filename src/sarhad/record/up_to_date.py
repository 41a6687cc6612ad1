"""Whether what documents tell together was put together from all that the record holds now.

Putting together looks at everything, so it waits until somebody asks, and is not done twice for the same.
"""

from sqlalchemy import Connection, Table, func, insert, inspect, select

from sarhad.record.growth_tables import fusings
from sarhad.record.schema import judgements, readings, undone


def state_of(connection: Connection) -> str:
    """A mark that changes with each reading, judgement and taking back; rows are only ever added."""
    return ".".join(str(_rows(connection, table)) for table in (readings, judgements, undone))


def _rows(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def fused_at(connection: Connection) -> str | None:
    """The mark under which the record was last put together; None when it never was, or by an older Sarhad."""
    if not inspect(connection).has_table(fusings.name):
        return None
    return connection.execute(select(fusings.c.state).order_by(fusings.c.seq.desc()).limit(1)).scalar()


def mark_fused(connection: Connection, state: str) -> None:
    """The record is put together under this mark."""
    fusings.create(connection, checkfirst=True)
    connection.execute(insert(fusings), {"state": state})
