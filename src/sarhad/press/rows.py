"""JSON and JSON Lines: rows with `text` and any of `id title url outlet date lang`."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from io import BytesIO
from typing import Any, BinaryIO

from sarhad.records import Claims, Dropped, Page, stable_id

NOTHING = frozenset({"", "none", "null", "nan", "nat", "n/a", "undefined"})
NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "ID", "_id", "doc_id"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "source_name"),
    "date": ("date", "published", "date_publish", "published_at", "pubDate"),
    "url": ("url", "link"),
    "language": ("lang", "language"),
}


def row_page(row: object, source: str, fetched_at: datetime | None) -> Page | Dropped:
    """One row as a page of plain text with its claims, or why it is none. `source` names file and line."""
    if not isinstance(row, Mapping):
        return _dropped(
            source, f"{source}: a row must be an object with a text, this is {_kind(row)}; skipped"
        )
    claims = Claims(**{name: _value(row, keys) for name, keys in NAMES.items()})
    text = row.get("text")
    if not isinstance(text, str) or text.strip().casefold() in NOTHING:
        what = "has no text" if text is None or isinstance(text, str) else f"has a text that is {_kind(text)}"
        return _dropped(source, f'{source}: the row {what}; give each row a "text"', claims.id)
    body = text.encode("utf-8", "replace")
    return Page(body=body, source=source, media_type="text/plain", fetched_at=fetched_at, claims=claims)


def json_lines(opened: BinaryIO, source: str, fetched_at: datetime | None) -> Iterator[Page | Dropped]:
    """The rows of a JSON Lines file, one at a time; a broken line is dropped, the rest goes on."""
    for number, line in enumerate(_lines(opened), 1):
        where = f"{source}:{number}"
        if not line.strip():
            continue
        if len(line) > MAX_LINE:
            yield _dropped(where, f"{where}: a line of more than {MAX_LINE:,} bytes is no row; skipped")
            continue
        try:
            row = json.loads(line.decode("utf-8-sig", "replace"), strict=False)
        except (ValueError, RecursionError) as error:
            yield _dropped(where, f"{where}: not JSON ({_short(error)}); one JSON object a line is expected")
            continue
        yield row_page(row, where, fetched_at)


def _lines(opened: BinaryIO) -> Iterator[bytes]:
    """Lines; of one that is too long only so much as shows it, the rest is passed over without being kept."""
    while line := opened.readline(MAX_LINE + 1):
        yield line
        while len(line) > MAX_LINE and not line.endswith(b"\n"):
            line = opened.readline(MAX_LINE + 1)


MAX_LINE = 50_000_000
LISTS = ("documents", "articles", "items", "rows", "data", "results", "entries")


def json_document(body: bytes, source: str, fetched_at: datetime | None) -> Iterator[Page | Dropped]:
    """A JSON file: one row, a list of rows, or an object that holds such a list; JSON Lines by another name too."""
    try:
        value: Any = json.loads(body.decode("utf-8-sig", "replace"), strict=False)
    except RecursionError:
        yield _dropped(source, f"{source}: JSON nested too deep; skipped")
        return
    except ValueError as error:
        first, _, rest = body.lstrip().partition(b"\n")
        if rest.strip() and first.startswith(b"{") and first.rstrip().endswith(b"}"):
            yield from json_lines(BytesIO(body), source, fetched_at)
        else:
            yield _dropped(source, f"{source}: not JSON ({_short(error)}); check the file")
        return
    if isinstance(value, dict) and "text" not in value:
        value = next((value[k] for k in LISTS if isinstance(value.get(k), list)), value)
    if isinstance(value, list):
        for number, row in enumerate(value, 1):
            yield row_page(row, f"{source}:{number}", fetched_at)
    else:
        yield row_page(value, source, fetched_at)


def _value(row: Mapping[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((t for k in keys if (t := as_claim(row.get(k))) is not None), None)


def as_claim(value: object) -> str | None:
    """A claim as a string: numbers are printed, "None" and the like are nothing, anything nested is nothing."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, float) and value != value:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, (str, int, float)):
        text = str(value).encode("utf-8", "replace").decode().strip()
        return None if text.casefold() in NOTHING else text
    return None


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _short(error: Exception) -> str:
    return str(error)[:100]


def _dropped(source: str, reason: str, row_id: str | None = None) -> Dropped:
    return Dropped(
        document_id=row_id or stable_id("d", source), stage="take in", reason=reason, source=source
    )
