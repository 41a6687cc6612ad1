"""Page → Document: the whole visible text, which spans of it are the article and which are noise."""

import re
from bisect import bisect_right
from urllib.parse import urlsplit

from sarhad.errors import MissingPart, NotAPage
from sarhad.press.boilerplate import is_menu
from sarhad.press.decode import decode
from sarhad.press.language import language_of
from sarhad.press.main_text import extracted, is_dense
from sarhad.press.metadata import PageMetadata, page_metadata
from sarhad.press.noise import lines_of, noise_in, paragraphs
from sarhad.press.publisher import compact, publisher_named, without_name
from sarhad.press.visible import Block, Visible, visible
from sarhad.records import Document, Dropped, Page, Segment, Span, stable_id

MAX_BYTES = 20_000_000
MAX_TEXT = 5_000_000
MIN_HIDDEN = 400
MAX_LABEL = 60
HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|div|p|article|h1|table|span|meta)\b", re.I)
WORD = re.compile(r"\w+")
JOINERS = {
    0x200C: None,
    0x200D: None,
    0xAD: None,
}  # extraction drops them, so that words would not be found again


def document_id(page: Page) -> str:
    """The row's own id when the page came with one, else hashed from source and bytes."""
    return page.claims.id or stable_id("d", page.sha256)


def clean(page: Page, *, max_bytes: int = MAX_BYTES) -> Document | Dropped:
    """The document of a page, or why there is none (empty, binary, too large, no text)."""
    try:
        return _clean(page, max_bytes)
    except (NotAPage, MissingPart) as error:
        return Dropped(document_id=document_id(page), stage="clean", reason=str(error), source=page.source)


def _clean(page: Page, max_bytes: int) -> Document:
    if len(page.body) > max_bytes:
        raise NotAPage(
            f"{len(page.body):,} bytes is more than the {max_bytes:,} allowed for one page; raise SARHAD_MAX_BYTES or split it"
        )
    if not page.body.strip():
        raise NotAPage("the page is empty; nothing to read")
    if page.media_type == "application/pdf" or page.body.startswith(b"%PDF-"):
        from sarhad.press.pdf import pdf_text

        return _from_text(page, pdf_text(page.body))
    text = decode(page.body)
    if is_html(page.media_type, text):
        return _from_html(page, text)
    return _from_text(page, text)


def is_html(media_type: str, text: str) -> bool:
    """By the media type; by the look of it where that says nothing. A text/plain page is never HTML."""
    if media_type in ("text/html", "application/xhtml+xml"):
        return True
    return media_type != "text/plain" and bool(HTML.search(text[:4000]))


# --- plain text


def _from_text(page: Page, text: str) -> Document:
    claims = page.claims
    if not any(c.isalnum() for c in text):
        raise NotAPage("the page holds no words; nothing to read")
    if len(text) > MAX_TEXT:
        raise NotAPage(f"{len(text):,} characters is no single article; split it")
    noise = noise_in(text, title=claims.title, outlet=claims.outlet or _host(claims.url))
    passages = paragraphs(text, noise)
    if not passages:  # a text of nothing but one odd line is better read than lost
        noise, passages = (), paragraphs(text, ())
    title = claims.title or _first_headline(text, passages)
    return Document(
        id=document_id(page),
        page_sha256=page.sha256,
        text=text,
        source=page.source,
        passages=passages,
        noise=noise,
        segments=(Segment(start=0, page_start=0, length=len(text)),),
        title=title,
        publisher=claims.outlet
        or publisher_named(text, headlines=(title or "",), url=claims.url)
        or _host(claims.url),
        url=claims.url,
        language=language_of(_article(text, passages), claims.language),
        fetched_at=page.fetched_at,
    )


def _first_headline(text: str, passages: tuple[Span, ...]) -> str | None:
    """The first line that reads like a headline: short, before the text, no full stop."""
    for span in passages[:2]:
        line = text[span.start : span.end].lstrip("# ").strip()
        if 3 <= len(line.split()) <= 25 and len(line) <= 200 and not re.search(r"[.!:;,]$", line):
            return line
    return None


def _article(text: str, passages: tuple[Span, ...]) -> str:
    return "\n".join(text[p.start : p.end] for p in passages) or text


# --- HTML


def _from_html(page: Page, html: str) -> Document:
    about, claims = page_metadata(html), page.claims
    url = (
        claims.url or about.url or (page.source if page.source.startswith(("http://", "https://")) else None)
    )
    seen, kept = _seen(html, url)
    site = about.site_name
    outlet = claims.outlet or (_host(site) if site and "://" in site else site)
    outlet = outlet or publisher_named(
        seen.text, page_title=about.page_title, headlines=_headlines(about), url=url
    )
    title = claims.title or _title(about, outlet)
    article = _with_heading(seen, kept, about, title, outlet)
    passages, noise = _spans(seen, article, title)
    return Document(
        id=document_id(page),
        page_sha256=page.sha256,
        text=seen.text,
        source=page.source,
        passages=passages,
        noise=noise,
        segments=seen.segments,
        title=title,
        publisher=outlet or _host(url),
        url=url,
        language=language_of(_article(seen.text, passages), claims.language or about.language),
        fetched_at=page.fetched_at,
    )


def _headlines(about: PageMetadata) -> tuple[str, ...]:
    """What is no outlet's name; the h1 last, which on some pages is the site's logo."""
    return (*about.headings, *((about.headline,) if about.headline else ()))


def _title(about: PageMetadata, outlet: str | None) -> str | None:
    """The page's title without the site's name before or behind it."""
    title = about.title
    if title and outlet and compact(title) == compact(outlet) and about.page_title:
        title = about.page_title
    if title and about.headline and len(about.headline) > 15 and title.startswith(about.headline):
        return about.headline
    if title and outlet and title.casefold().endswith(outlet.casefold()):
        return re.sub(r"[\s|·»:–—-]+$", "", title[: -len(outlet)]) or title
    return without_name(title, outlet) if title else None


def _seen(html: str, url: str | None) -> tuple[Visible, set[int]]:
    """The visible text and which of its blocks are the article; NotAPage when nothing is visible.

    Where the library found an article that nobody is shown (some pages hide it until a script runs), hidden parts
    count as visible.
    """
    article = extracted(html, url)
    seen = visible(html)
    kept = _aligned(seen.blocks, article)
    if len(article) > MIN_HIDDEN and 2 * sum(len(seen.blocks[i].text) for i in kept) < len(article):
        seen = visible(html, hidden=True)
        kept = _aligned(seen.blocks, article)
    if not any(c.isalnum() for c in seen.text):
        raise NotAPage(
            "the page shows no text (a script may build it in the browser); save it as text or print it to PDF"
        )
    if len(seen.text) > MAX_TEXT:
        raise NotAPage(f"{len(seen.text):,} visible characters is no single article; split it")
    return seen, kept or _likely(seen.blocks)


def _likely(blocks: tuple[Block, ...]) -> set[int]:
    """Blocks that look like paragraphs; failing that what is not mostly links; failing that everything."""
    dense = {i for i, b in enumerate(blocks) if is_dense(b)}
    plain = {
        i for i, b in enumerate(blocks) if b.linked * 2 < len(b.text) and not b.zones & {"nav", "footer"}
    }
    return dense or plain or set(range(len(blocks)))


def _with_heading(
    seen: Visible, kept: set[int], about: PageMetadata, title: str | None, outlet: str | None
) -> set[int]:
    """The article's blocks with its headline, and without a second copy of it."""
    kept = {i for i in kept if not is_menu(seen.blocks[i].text)} or kept
    logo = compact(about.headline or "") == compact(outlet or "")
    heading = _heading(seen.blocks, kept, title if logo else about.headline or title)
    kept = {i for i in kept if i != heading and not _same(seen.blocks[i].text, title)}
    if heading is None:
        return kept
    return {i for i in kept if i > heading or len(seen.blocks[i].text) > MAX_LABEL} | {heading}


def _aligned(blocks: tuple[Block, ...], article: str) -> set[int]:
    """Blocks whose words the extracted text holds in the same order, looked up by runs of four words."""
    lines = {_key(line) for line in article.splitlines()}
    words = _words(article)
    if not words:
        return set()
    runs = {tuple(words[i : i + 4]) for i in range(len(words) - 3)}
    long, short = set(), set()
    for i, block in enumerate(blocks):
        own = _words(block.text)
        if len(own) >= 8:
            shared = sum(tuple(own[k : k + 4]) in runs for k in range(len(own) - 3))
            if shared >= 0.6 * (len(own) - 3):
                long.add(i)
        elif own and (_key(block.text) in lines):
            short.add(i)
    if not long:
        return short
    first, last = min(long), max(long)
    return long | {i for i in short if first - 2 <= i <= last + 2}


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold().translate(JOINERS))


def _key(text: str) -> str:
    return " ".join(_words(text))


def _same(text: str, title: str | None) -> bool:
    """Whether a block is the title, or the title with the site's name behind it."""
    own, other = _key(text), _key(title or "")
    return bool(own) and bool(other) and (own == other or (len(own.split()) >= 4 and other.startswith(own)))


def _heading(blocks: tuple[Block, ...], kept: set[int], title: str | None) -> int | None:
    """The block of the headline: the h1 nearest above the article, else the last copy of the title above it."""
    if not kept:
        return None
    start = min((i for i in kept if len(blocks[i].text) > 60), default=min(kept))
    above = range(min(start + 1, len(blocks)))
    first_levels = [i for i in above if "h1" in blocks[i].zones and not blocks[i].zones & {"nav"}]
    titled = [i for i in above if _same(blocks[i].text, title)]
    exact = [i for i in first_levels if i in titled]
    long = [i for i in first_levels if len(blocks[i].text.split()) > 3]
    found = exact or titled or long
    return found[-1] if found else None


def _spans(seen: Visible, article: set[int], title: str | None) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Passages and noise: blocks outside the article are noise whole; inside it our own pass looks again."""
    own = "\n".join(seen.blocks[i].text for i in sorted(article))
    starts, at = [], 0
    for i in sorted(article):
        starts.append((at, seen.blocks[i].span.start, len(seen.blocks[i].text)))
        at += len(seen.blocks[i].text) + 1
    again = noise_in(own, title=title, extracted=True)
    left = paragraphs(own, again, wrapped=False)
    if not left:  # a very short page: better all of it than nothing
        again, left = (), tuple(line.span for line in lines_of(own, wrapped=False))
    noise = [b.span for i, b in enumerate(seen.blocks) if i not in article]
    noise += [s for n in again for s in _moved(n, starts)]
    return tuple(s for p in left for s in _moved(p, starts)), tuple(sorted(noise))


def _moved(span: Span, starts: list[tuple[int, int, int]]) -> list[Span]:
    """A span of the joined article as spans of the visible text, one a block."""
    found = []
    for joined, real, length in starts[max(0, bisect_right(starts, (span.start, 0, 0)) - 1) :]:
        if joined >= span.end:
            break
        a, b = max(span.start, joined), min(span.end, joined + length)
        if a < b:
            found.append(Span(start=real + a - joined, end=real + b - joined))
    return found


def _host(url: str | None) -> str | None:
    host = urlsplit(url or "").hostname or ""
    return host.removeprefix("www.").removeprefix("amp.") or None
