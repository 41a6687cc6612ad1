"""The exports' part of the data dictionary, written from their columns and keys."""

from collections.abc import Mapping
from typing import Any

from sarhad.export.tables import STATEMENTS
from sarhad.export.thread_fields import ROWS
from sarhad.export.thread_parts import INSIDE
from sarhad.export.thread_tables import TABLES

_HEAD = """## Exported tables

`sarhad export --form csv` and `--form jsonl` write these columns, in this order; `--of` names the table. CSV is that of RFC 4180: UTF-8,
one header, lines end with CR LF, a cell that holds a comma, a quote or a line break stands in quotes. A CSV cell that a spreadsheet would
run as a formula (it starts with = + - @) has an apostrophe before it; JSON Lines hold it as it is. Empty means that the text does not tell.
"""

_THREADS = """## Exported threads

`sarhad export --form threads` writes one JSON object with a list under each of these names. `stories` holds, for each story, the ids
of its documents; a document that no story holds is one of its own. null means that the text does not tell.
"""

_INSIDE = """### Objects inside a row

By the key they stand under.
"""


def tables_dictionary() -> str:
    """Markdown: every column of the exported tables and every key of the threads, with what it means."""
    tables = {"statements": STATEMENTS, **TABLES}
    return "\n".join(
        [
            _HEAD,
            *(_table(f"### {name}\n", "column", columns) for name, columns in tables.items()),
            _THREADS,
            *(_table(f"### threads: {n}\n\n{told}\n", "key", keys) for n, (told, keys) in ROWS.items()),
            _INSIDE,
            *(_table(f"#### in {n}\n\n{told}\n", "key", keys) for n, (told, keys) in INSIDE.items()),
        ]
    )


def _table(head: str, what: str, columns: Mapping[str, tuple[str, Any]]) -> str:
    rows = "".join(f"| `{column}` | {meaning} |\n" for column, (meaning, _) in columns.items())
    return f"{head}\n| {what} | meaning |\n| --- | --- |\n{rows}"
