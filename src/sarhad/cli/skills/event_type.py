"""`sarhad skill event_type`: id, text, marked, source, target → type, one of fifteen, with the words that name it.

The fifteen are PLOVER's sixteen types with CONCEDE and RETREAT as one, YIELD.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sarhad.cli.skills.rows import Row, text_of

if TYPE_CHECKING:
    from sarhad.records import Span

YIELDING = ("CONCEDE", "RETREAT")
_TAG = re.compile(r"</?([st])>")


def event_type(given: Iterable[Row]) -> Iterator[Row]:
    """What the source does to the target in each sentence."""
    from sarhad.pipeline import load_tools
    from sarhad.reading.event_type import event_type

    rows = list(given)
    for row, doc in zip(rows, load_tools().parser.pipe(map(text_of, rows), batch_size=64), strict=True):
        source, target = party(row, "s", "source"), party(row, "t", "target")
        found = event_type(doc, source, target)
        root = "YIELD" if found.type in YIELDING else found.type.value
        yield {"id": row["id"], "type": root, "trigger": found.trigger, "why": found.why}


def party(row: Row, tag: str, field: str) -> "Span | None":
    """Where a party stands in the text: between its tags, else where its words first stand; None when nowhere."""
    from sarhad.records import Span

    marked, text = str(row.get("marked") or ""), text_of(row)
    if _TAG.sub("", marked) == text:
        opened = marked.find(f"<{tag}>")
        closed = marked.find(f"</{tag}>", opened)
        if 0 <= opened < closed:
            start = opened - _tags_before(marked, opened)
            end = closed - _tags_before(marked, closed)
            return Span(start=start, end=end) if end > start else None
    words = str(row.get(field) or "")
    at = text.find(words) if words else -1
    return Span(start=at, end=at + len(words)) if at >= 0 else None


def _tags_before(marked: str, at: int) -> int:
    return sum(len(m.group()) for m in _TAG.finditer(marked[:at]))
