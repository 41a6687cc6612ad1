"""What a page says of itself in its head: title, site, address, dates as raw strings, language, author.

Nothing is believed here. A date stays the string that stood in the page, with the place it stood in; press/dating
weighs them.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sarhad.press.nesting import too_deep

PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "date_published",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "dc.date.created",
    "citation_publication_date",
    "citation_date",
    "article_date_original",
    "article.created",
    "originalpublicationdate",
    "date",
)
MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
    "article.updated",
)
MAX_RAW = 120
HEAD_CHARS = 5_000
MAX_JSON = 400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDate:
    """A date as the page wrote it. `origin` names where: "article:published_time", "json-ld:datePublished",
    "time:datetime" (`<time>` in the page's head part), "time:pubdate", "itemprop:datePublished" …
    `modified` is True for dates of an update, which are no dates of publication."""

    text: str
    origin: str
    modified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What a page says of itself. Every field is a claim; None or empty when it says nothing."""

    title: str | None = None
    headline: str | None = None
    page_title: str | None = None
    headings: tuple[str, ...] = ()
    site_name: str | None = None
    url: str | None = None
    published: tuple[RawDate, ...] = ()
    language: str | None = None
    author: str | None = None
    description: str | None = None


def page_metadata(html: str | bytes) -> PageMetadata:
    """The metadata of an HTML page; never fails, an unreadable page gives an empty answer.

    `title` is og:title, else the page's only h1, else <title>; `headline` is the h1 alone,
    `page_title` <title> alone, `headings` the h2 and h3.
    """
    from selectolax.lexbor import LexborHTMLParser

    if too_deep(html if isinstance(html, str) else html.decode("latin-1")):
        html = html[:HEAD_CHARS]  # deep nesting stands in the body, the claims stand in the head
    try:
        tree = LexborHTMLParser(html)
    except Exception:  # the parser's own errors; a page without metadata is still a page
        return PageMetadata()
    metas = dict(_metas(tree))
    linked = tuple(_linked_data(tree))
    headline = _headline(tree)
    return PageMetadata(
        title=_first(metas, "og:title", "twitter:title")
        or headline
        or _ld(linked, "headline")
        or _title(tree),
        headline=headline,
        page_title=_title(tree),
        headings=tuple(t for n in tree.css("h2, h3")[:40] if (t := _tidy(n.text(separator=" ")))),
        site_name=_first(metas, "og:site_name", "application-name", "al:android:app_name")
        or _ld_publisher(linked),
        url=_link(tree, "canonical") or _first(metas, "og:url") or _link(tree, "shortlink"),
        published=_unique((*_meta_dates(metas), *_ld_dates(linked), *_time_dates(tree))),
        language=_language(tree, metas),
        author=_first(metas, "author", "article:author", "dc.creator", "byl") or _ld_author(linked),
        description=_first(metas, "og:description", "description"),
    )


def _tidy(text: object) -> str | None:
    if not isinstance(text, str):
        return None
    return " ".join(text.split()) or None


def _first(metas: dict[str, str], *names: str) -> str | None:
    return next((metas[n] for n in names if metas.get(n)), None)


def _metas(tree: Any) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for node in tree.css("meta"):
        attributes = node.attributes
        content = _tidy(attributes.get("content"))
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (attributes.get(key) or "").strip().lower()
            if name and content and name not in seen:
                seen.add(name)
                yield name, content


def _meta_dates(metas: dict[str, str]) -> Iterator[RawDate]:
    for names, modified in ((PUBLISHED, False), (MODIFIED, True)):
        for name in names:
            if name in metas:
                yield RawDate(text=metas[name][:MAX_RAW], origin=name, modified=modified)


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    for node in tree.css('script[type="application/ld+json"]'):
        raw = node.text(strip=True)
        if 2 < len(raw) < MAX_JSON:
            yield from _objects(_parse(raw))


def _parse(raw: str) -> object:
    raw = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>)\s*$", "", raw).rstrip(" ;\n")
    try:
        return json.loads(raw, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Objects at the top, in lists and in @graph; deeper ones belong to other things than the page."""
    if isinstance(value, list) and depth < 4:
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if depth < 4:
                yield from (o for o in _objects(value.get(key), depth + 1))


ARTICLES = re.compile(r"article|posting|report|newsevent|webpage|analysis|opinion|review", re.I)


def _kind(item: dict[str, Any]) -> str:
    kind = item.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")


def _pages(linked: tuple[dict[str, Any], ...]) -> list[dict[str, Any]]:
    """Articles first, then the rest that is about the page itself."""
    fitting = [o for o in linked if ARTICLES.search(_kind(o))]
    return sorted(fitting, key=lambda o: "webpage" in _kind(o).lower())


def _ld(linked: tuple[dict[str, Any], ...], key: str) -> str | None:
    return next((t for o in _pages(linked) if (t := _tidy(o.get(key)))), None)


def _named(value: object) -> str | None:
    if isinstance(value, list):
        names = [n for v in value if (n := _named(v))]
        return ", ".join(names[:5]) or None
    return _tidy(value.get("name") if isinstance(value, dict) else value)


def _ld_publisher(linked: tuple[dict[str, Any], ...]) -> str | None:
    own = next((n for o in _pages(linked) if (n := _named(o.get("publisher")))), None)
    site = (_tidy(o.get("name")) for o in linked if re.search("website|newsmedia", _kind(o), re.I))
    return own or next((n for n in site if n), None)


def _ld_author(linked: tuple[dict[str, Any], ...]) -> str | None:
    return next((n for o in _pages(linked) if (n := _named(o.get("author")))), None)


def _ld_dates(linked: tuple[dict[str, Any], ...]) -> Iterator[RawDate]:
    for key in ("datePublished", "dateCreated", "uploadDate", "dateModified"):
        for item in _pages(linked):
            if text := _tidy(item.get(key)):
                yield RawDate(
                    text=text[:MAX_RAW],
                    origin=f"json-ld:{key}",
                    modified=key == "dateModified",
                )


def _time_dates(tree: Any) -> Iterator[RawDate]:
    """`<time>` and itemprop dates in the order of the page, at most twelve: the first stands by the headline,
    later ones often belong to related links."""
    for node in tree.css("[itemprop], time")[:40]:
        attributes = node.attributes
        prop = (attributes.get("itemprop") or "").strip()
        if node.tag != "time" and prop.lower() not in ("datepublished", "datecreated", "datemodified"):
            continue
        text = _tidy(attributes.get("datetime") or attributes.get("content") or node.text(strip=True))
        if text:
            origin = (
                f"itemprop:{prop}"
                if prop
                else ("time:pubdate" if "pubdate" in attributes else "time:datetime")
            )
            updated = "modif" in prop.lower() or "updated" in (attributes.get("class") or "").lower()
            yield RawDate(text=text[:MAX_RAW], origin=origin, modified=updated)


def _unique(dates: tuple[RawDate, ...]) -> tuple[RawDate, ...]:
    return tuple({(d.text, d.origin): d for d in dates}.values())[:40]


def _headline(tree: Any) -> str | None:
    """The h1 when the page has exactly one that says more than a word (site logos are h1, too)."""
    found = [t for n in tree.css("h1") if (t := _tidy(n.text(separator=" ")))]
    long = [t for t in found if len(t.split()) > 2]
    return long[0] if len(long) == 1 else (found[0] if len(found) == 1 else None)


def _title(tree: Any) -> str | None:
    node = tree.css_first("title")
    return _tidy(node.text()) if node else None


def _link(tree: Any, relation: str) -> str | None:
    node = tree.css_first(f'link[rel="{relation}"]')
    return _tidy(node.attributes.get("href")) if node else None


def _language(tree: Any, metas: dict[str, str]) -> str | None:
    root = tree.css_first("html")
    said = (root.attributes.get("lang") or root.attributes.get("xml:lang")) if root else None
    said = said or metas.get("content-language") or metas.get("og:locale")
    found = re.match(r"[A-Za-z]{2,3}", (said or "").strip())
    return found.group().lower() if found else None
