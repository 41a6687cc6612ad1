"""`sarhad skill text`: id and html_path (or html) → text."""

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

from sarhad.cli.skills.rows import Row
from sarhad.errors import NotAPage


def text(given: Iterable[Row]) -> Iterator[Row]:
    """The article's text of each page."""
    from sarhad.press.main_text import main_text

    for row in given:
        yield {"id": row["id"], "text": main_text(_body(row), row.get("url"))}


def _body(row: Row) -> bytes:
    if "html" in row:
        return str(row["html"]).encode()
    if "html_path" not in row:
        raise NotAPage(f"row {row['id']} has neither html nor html_path; give one of them")
    path = Path(row["html_path"])
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data
