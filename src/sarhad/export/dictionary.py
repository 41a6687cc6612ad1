"""The exported tables' part of the data dictionary, written from their columns."""

from sarhad.export.tables import INCIDENTS, STATEMENTS, Columns

_HEAD = """## Exported tables

`sarhad export --form csv` and `--form jsonl` write these columns, in this order. A CSV cell that a spreadsheet would run
as a formula (it starts with = + - @) has an apostrophe before it; JSON Lines hold it as it is. Empty means that the text
does not tell.
"""


def tables_dictionary() -> str:
    """Markdown: every column of the exported tables, with what it means."""
    return "\n".join([_HEAD, _table("statements", STATEMENTS), _table("incidents", INCIDENTS)])


def _table(name: str, columns: Columns) -> str:
    rows = "".join(f"| `{column}` | {meaning} |\n" for column, (meaning, _) in columns.items())
    return f"### {name}\n\n| column | meaning |\n| --- | --- |\n{rows}"
