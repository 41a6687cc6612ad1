"""An older record brought up to this Sarhad's schema when it is opened.

A step only adds: tables, columns that may be empty. So nothing that is there is read anew or lost, a kill leaves either the old
record or the new one, and an older Sarhad still finds in it what it knows. What cannot be had by adding needs a new record.
"""

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, insert, inspect, select

from sarhad.record.schema import SCHEMA_VERSION, intakes, meta

MARK = "migrated_to_"


def _runs_of_taking_in(connection: Connection) -> None:
    if not inspect(connection).has_table(intakes.name):
        intakes.create(connection)


STEPS: Mapping[int, Callable[[Connection], None]] = {2: _runs_of_taking_in}
"""What makes a record one of this schema out of one of the schema before."""


def held_in(connection: Connection) -> dict[str, str]:
    """What the record says of itself."""
    return {row.key: row.value for row in connection.execute(select(meta))}


def schema_of(held: Mapping[str, str]) -> int | None:
    """The schema that a record was made with or brought up to since; None where it does not say."""
    marks = [k.removeprefix(MARK) for k in held if k.startswith(MARK)]
    told = [held.get("schema_version", ""), *marks]
    return max((int(n) for n in told if n.isdigit()), default=None) if told[0].isdigit() else None


def bring_up(connection: Connection, now: str) -> None:
    """Take every step that is missing, in the one transaction that the caller holds."""
    have = schema_of(held_in(connection)) or SCHEMA_VERSION  # another run may have brought it up meanwhile
    for number in range(have + 1, SCHEMA_VERSION + 1):
        STEPS[number](connection)
        connection.execute(insert(meta).values(key=f"{MARK}{number}", value=now))
