"""`sarhad skill event_coreference`: id, document, text, start, end → cluster, the event that a mention means."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sarhad.cli.skills.rows import Row, text_of

if TYPE_CHECKING:
    from sarhad.fusion.event_mentions import EventMention


def event_coreference(given: Iterable[Row]) -> Iterator[Row]:
    """Which of the mentions, within documents and across them, mean one event."""
    from sarhad.fusion.event_coreference import event_coreference
    from sarhad.fusion.stories import StoryRow
    from sarhad.records import stable_id

    rows = list(given)
    texts = {_document(r): StoryRow(id=_document(r), title="", text=text_of(r)) for r in rows}
    events = event_coreference(_mentions(rows), list(texts.values()))
    found = {mention: stable_id("ev", event[0]) for event in events for mention in event}
    for row in rows:
        # Where no word stands there is nothing to compare: an event of its own.
        yield {"id": row["id"], "cluster": found.get(str(row["id"])) or stable_id("ev", str(row["id"]))}


def _mentions(rows: Iterable[Row]) -> "Iterator[EventMention]":
    """Each mention in its parsed paragraph; a paragraph is parsed once, whatever it mentions."""
    from sarhad.fusion.event_mentions import event_mention
    from sarhad.pipeline import load_tools
    from sarhad.records import Span

    placed = [(row, *_paragraph(row)) for row in rows]
    texts = sorted({text for _, _, text in placed})
    parsed = dict(zip(texts, load_tools().parser.pipe(texts, batch_size=64), strict=True))
    for row, offset, text in placed:
        start, end = int(row.get("start") or 0), int(row.get("end") or 0)
        if not offset <= start < end:
            continue
        span = Span(start=start, end=end)
        mention = event_mention(parsed[text], span, id=str(row["id"]), document=_document(row), offset=offset)
        if mention is not None:
            yield mention


def _document(row: Row) -> str:
    return str(row.get("document") or row["id"])


def _paragraph(row: Row) -> tuple[int, str]:
    """The lines a mention stands in, and where they begin in the text."""
    text, start, end = text_of(row), int(row.get("start") or 0), int(row.get("end") or 0)
    begun = text.rfind("\n", 0, start) + 1
    ended = text.find("\n", end)
    return begun, text[begun:] if ended < 0 else text[begun:ended]
