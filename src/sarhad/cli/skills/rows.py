"""The rows a skill reads: JSON Lines, each with an id."""

import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any

from sarhad.errors import NotAPage

Row = dict[str, Any]


def rows(source: Path | None) -> Iterator[Row]:
    """The rows of a file or of standard input; a broken one ends the run with its number."""
    with source.open(encoding="utf-8") if source else nullcontext(sys.stdin) as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield row_of(line, number)


def row_of(line: str, number: int) -> Row:
    """One line as a row with an id."""
    try:
        row = json.loads(line)
    except ValueError as error:
        raise NotAPage(f"line {number} is not JSON ({error}); one JSON object a line is expected") from None
    if not isinstance(row, dict) or "id" not in row:
        raise NotAPage(f"line {number} has no id; each row needs one")
    return row


def text_of(row: Row) -> str:
    """The text of a row, "" when it has none."""
    return str(row.get("text") or "")


def day_of(row: Row, field: str = "published") -> date | None:
    """The day a field tells; None when it tells no day of the calendar."""
    try:
        return date.fromisoformat(str(row.get(field) or "")[:10])
    except ValueError:
        return None
