"""The record's part of the data dictionary, written from the schema itself."""

from collections.abc import Iterable

from sqlalchemy import Column, Table

from sarhad.record.schema import SCHEMA_VERSION, metadata

_HEAD = f"""# Data dictionary

What stands in a record file and in the exported tables. Written from the code; a test keeps it current
(`SARHAD_WRITE_DOCS=1 pytest tests/record/test_data_dictionary.py` writes it anew).

## The record (schema {SCHEMA_VERSION})

Rows are only added, never changed or taken away. A record of an older schema is brought up when it is opened. *Valid time* (when something happened, when a document was published)
and *recorded time* (when the row was written) stand apart. Days are ISO text (YYYY-MM-DD), moments ISO text in UTC.
`payload` columns hold the record of `sarhad.records` whole, as JSON; the columns beside them are there to be asked by.
The text of the documents is indexed for search (`search`, over `searchable`); both follow from the tables below.
"""


def record_dictionary() -> str:
    """Markdown: every table and column of the record, with what it means."""
    return "\n".join([_HEAD, *map(_table, metadata.sorted_tables)])


def _table(table: Table) -> str:
    rows = ((f"`{c.name}`", _kind(c), c.comment or "") for c in table.columns)
    return f"### {table.name}\n\n{table.comment}\n\n{_grid(('column', 'type', 'meaning'), rows)}"


def _kind(column: "Column[object]") -> str:
    kind = type(column.type).__name__.lower()
    words = {"string": "text", "largebinary": "bytes"}
    notes = [words.get(kind, kind)]
    notes += ["key"] if column.primary_key else []
    notes += [f"→ {key.target_fullname}" for key in column.foreign_keys]
    return ", ".join(notes)


def _grid(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
