"""RSS and Atom: the items of a feed as pages."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sarhad.errors import NotAPage
from sarhad.press.rows import as_claim
from sarhad.records import Claims

FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|[a-z]+:RDF)[\s>]", re.I)
TAGS = re.compile(r"<[a-zA-Z/!][^>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item: what it says and where its article is."""

    text: str
    is_html: bool
    claims: Claims


def is_feed(body: bytes) -> bool:
    """Whether the bytes look like a feed."""
    return bool(FEED.search(body[:4000]))


def feed_items(body: bytes, source: str) -> Iterator[Item]:
    """The items of a feed; NotAPage when it is none."""
    if not is_feed(body):
        raise NotAPage(f"{source}: this is no RSS or Atom feed; give the address of the feed itself")
    feed, entries = _parsed(body, source)
    outlet, language = as_claim(feed.get("title")), as_claim(feed.get("language"))
    for entry in entries:
        text = _text(entry)
        yield Item(
            text=text,
            is_html=bool(TAGS.search(text)),
            claims=Claims(
                title=_flat(as_claim(entry.get("title"))),
                outlet=_flat(outlet),
                date=as_claim(entry.get("published") or entry.get("updated")),
                url=as_claim(entry.get("link")),
                language=language,
            ),
        )


def _parsed(body: bytes, source: str) -> tuple[Any, list[Any]]:
    """fastfeedparser, and feedparser where that fails or finds nothing (it is forty times slower, and laxer)."""
    try:
        import fastfeedparser

        fast = fastfeedparser.parse(body)
        if fast.entries:
            return fast.feed, list(fast.entries)
    except Exception:  # it raises whatever its XML reader raises; the laxer parser decides
        pass
    import feedparser

    slow = feedparser.parse(body)
    if slow.bozo and not slow.entries and not slow.feed.get("title"):
        raise NotAPage(f"{source}: the feed cannot be read ({slow.bozo_exception}); check that it is XML")
    return slow.feed, list(slow.entries)


def _text(entry: Any) -> str:
    """The longest of what an item says of itself."""
    said = [str(entry.get(k) or "") for k in ("description", "summary")]
    content = entry.get("content") or []
    said += (
        [str(c.get("value") or "") for c in content if hasattr(c, "get")] if isinstance(content, list) else []
    )
    return max(said, key=len).strip()


def _flat(text: str | None) -> str | None:
    return " ".join(html.unescape(TAGS.sub("", text)).split()) if text else None
