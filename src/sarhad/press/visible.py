"""The visible text of an HTML page in order, block by block, with offsets back to the page.

A tokenizer of our own rather than a tree: it never recurses (nesting 100,000 deep is just a long list of tags), its
work grows with the length of the page, and it knows where in the page each character stood, which no tree does.
"""

import html as entities
import re
from dataclasses import dataclass, field

from sarhad.records import Segment, Span

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "button",
        "canvas",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frame",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "iframe",
        "img",
        "label",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "noscript",
        "ol",
        "option",
        "p",
        "picture",
        "pre",
        "section",
        "select",
        "summary",
        "svg",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "video",
        "amp-img",
        "amp-ad",
        "amp-sidebar",
        "amp-carousel",
    ]
)
UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "head",
        "iframe",
        "object",
        "canvas",
        "audio",
        "video",
        "textarea",
        "select",
        "datalist",
    ]
)
RAW = frozenset(["script", "style", "textarea", "title"])
FOREIGN = frozenset({"svg", "math"})
LOOSE = frozenset(["p", "li", "td", "th", "tr", "dt", "dd", "option"])
ZONES = frozenset(
    [
        "nav",
        "aside",
        "footer",
        "form",
        "figure",
        "figcaption",
        "header",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "article",
        "main",
        "table",
        "li",
        "a",
    ]
)
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)

OPENING = re.compile(r"<(?:!--|[!?]|(/?)([A-Za-z][^\s/>]*))")
TAG_END = re.compile(r"""[^>"']*+(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*+>""")
HIDDEN = re.compile(
    r"""\shidden(?=[\s=>/])|style\s*=\s*["'](?:[^"']*[;\s])?(?:display\s*:\s*none|visibility\s*:\s*hidden)|\saria-hidden\s*=\s*["']?true""",
    re.I,
)
PIECE = re.compile(
    r"\s+|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?|[^\s&]+(?: [^\s&]+)*+|&"
)
BESIDE = re.compile(
    r"""\s(?:id|class)\s*=\s*["'](?:[^"']*\s)?(?:comments?|comments?-(?:list|area|section|wrap\w*|container|body|thread)|commentlist"""
    r"""|disqus_thread|respond|(?:[\w-]+-)?related(?:-[\w-]+)?|sidebar|recommended|most-read|newsletter(?:-[\w-]+)?)(?=[\s"'])""",
    re.I,
)
WRAPPERS = frozenset(["html", "body", "main", "article"])
MAX_TAG = 20_000
MAX_ODD_TAGS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One visible block. `zones` are the telling elements around it (h1, nav, aside, figure …;
    "beside" for comments, related links and the like);
    `linked` counts the characters that are links."""

    span: Span
    text: str
    zones: frozenset[str]
    linked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Visible:
    """The visible text, its blocks in order, and where each piece stood in the page."""

    text: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]


@dataclass(slots=True)
class _Writer:
    """Collects pieces into blocks; whitespace inside a block collapses to one space."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    segments: list[list[int]] = field(default_factory=list)
    zones: dict[str, int] = field(default_factory=dict)
    current: list[str] = field(default_factory=list)
    pending: list[list[int]] = field(default_factory=list)
    size: int = 0
    linked: int = 0

    def text(self, page: str, start: int, end: int, preformatted: bool) -> None:
        for match in PIECE.finditer(page, start, end):
            piece = match.group()
            if piece.isspace():
                if preformatted and "\n" in piece:
                    self.close()
                elif self.size and self.current[-1] != " ":
                    self._put(" ", match.start(), piece == " ")
            else:
                verbatim = not piece.startswith("&")
                if not verbatim:
                    piece = entities.unescape(piece)
                if piece.isspace():
                    piece = " "
                if piece and not (piece == " " and (not self.size or self.current[-1] == " ")):
                    self._put(piece, match.start(), verbatim)

    def _put(self, piece: str, page_start: int, verbatim: bool = True) -> None:
        last = self.pending[-1] if self.pending else None
        if verbatim and last and last[3] and last[1] + last[2] == page_start:
            last[2] += len(piece)
        else:
            self.pending.append([self.size, page_start, len(piece), verbatim])
        self.current.append(piece)
        self.size += len(piece)
        if self.zones.get("a"):
            self.linked += len(piece)

    def close(self) -> None:
        """Ends the block; an empty one leaves nothing."""
        text = "".join(self.current).rstrip()
        if text:
            start = self.length + 1 if self.blocks else 0
            zones = frozenset(z for z, n in self.zones.items() if n > 0)
            span = Span(start=start, end=start + len(text))
            self.blocks.append(Block(span=span, text=text, zones=zones, linked=min(self.linked, len(text))))
            for at, page_start, size, _ in self.pending:
                size = min(size, len(text) - at)
                if size > 0:
                    self.segments.append([start + at, page_start, size])
            self.length = span.end
        self.current, self.pending, self.size, self.linked = [], [], 0, 0


@dataclass(slots=True)
class _Walk:
    """Where the walk over the tags stands."""

    writer: _Writer = field(default_factory=_Writer)
    unveil: bool = False
    unseen: str = ""
    depth: int = 0
    beside: str = ""
    beside_depth: int = 0
    preformatted: int = 0
    odd: int = 0


def visible(page: str, *, hidden: bool = False) -> Visible:
    """The visible text of `page`. Never fails; a page without tags is one block.

    `hidden`: also what attributes hide, for pages that a script unveils.
    """
    walk, at, size = _Walk(unveil=hidden), 0, len(page)
    while at < size:
        tag = OPENING.search(page, at)
        stop = tag.start() if tag else size
        if stop > at and not walk.unseen:
            walk.writer.text(page, at, stop, walk.preformatted > 0)
        if not tag:
            break
        at = _after(page, tag, walk)
    walk.writer.close()
    writer = walk.writer
    return Visible(
        text="\n".join(b.text for b in writer.blocks),
        blocks=tuple(writer.blocks),
        segments=tuple(Segment(start=s, page_start=p, length=n) for s, p, n in writer.segments),
    )


def _after(page: str, tag: re.Match[str], walk: _Walk) -> int:
    """Handles one tag, comment or declaration and says where to go on."""
    name = (tag.group(2) or "").lower()
    if not name:
        mark = "-->" if tag.group() == "<!--" else ">"
        end = page.find(mark, tag.end())
        return end + len(mark) if end >= 0 else len(page)
    end = _tag_end(page, tag.end(), walk)
    if tag.group(1):
        _close(name, walk)
    elif page[end - 2 : end] == "/>" and (walk.unseen or name in FOREIGN):
        return end  # inside a drawing "<title/>" is complete
    elif name in RAW:
        return _raw_end(page, name, end)
    elif page[end - 2 : end] != "/>" or name not in VOID:
        _open(name, page[tag.end() : min(end, tag.end() + 2000)], walk)
    else:
        _open(name, "", walk)
    return end


def _tag_end(page: str, at: int, walk: _Walk) -> int:
    """Where the tag closes; quotes may hold a ">". Odd quotes are looked for a bounded number of times only."""
    if walk.odd < MAX_ODD_TAGS:
        if found := TAG_END.match(page, at, min(len(page), at + MAX_TAG)):
            return found.end()
        walk.odd += 1
    end = page.find(">", at)
    return end + 1 if end >= 0 else len(page)


def _raw_end(page: str, name: str, at: int) -> int:
    found = re.compile(rf"</{name}[\s/>]", re.I).search(page, at)
    if not found:
        return len(page) if name in ("script", "style") else at
    end = page.find(">", found.start())
    return end + 1 if end >= 0 else len(page)


def _open(name: str, attributes: str, walk: _Walk) -> None:
    if walk.unseen:
        if name == walk.unseen and name not in LOOSE:
            walk.depth += 1
        elif name == walk.unseen or (walk.unseen == "head" and name == "body"):
            walk.unseen = ""
        if walk.unseen:
            return
    if name in BLOCKS:
        walk.writer.close()
    if name in VOID:
        return
    if name in UNSEEN or (attributes and _hides(name, attributes, walk)):
        walk.unseen, walk.depth = name, 1
        return
    _enter_beside(name, attributes, walk)
    if name in ZONES:
        zones = walk.writer.zones
        zones[name] = 1 if name in LOOSE or name == "a" else zones.get(name, 0) + 1
    if name == "pre":
        walk.preformatted += 1


def _hides(name: str, attributes: str, walk: _Walk) -> bool:
    return not walk.unveil and name not in WRAPPERS and bool(HIDDEN.search(attributes))


def _enter_beside(name: str, attributes: str, walk: _Walk) -> None:
    """Notes where a part begins whose name says that it stands beside the article: comments, related, sidebar."""
    if walk.beside:
        walk.beside_depth += name == walk.beside
    elif name not in WRAPPERS and name not in LOOSE and attributes and BESIDE.search(attributes):
        walk.beside, walk.beside_depth = name, 1
        walk.writer.close()
        walk.writer.zones["beside"] = 1


def _leave_beside(name: str, walk: _Walk) -> None:
    if name == walk.beside:
        walk.beside_depth -= 1
        if walk.beside_depth <= 0:
            walk.writer.close()
            walk.beside, walk.writer.zones["beside"] = "", 0


def _close(name: str, walk: _Walk) -> None:
    if walk.unseen:
        if name == walk.unseen:
            walk.depth -= 1
            if walk.depth <= 0:
                walk.unseen = ""
        elif name in ("body", "html"):
            walk.unseen = ""
        return
    if name in BLOCKS:
        walk.writer.close()
    zones = walk.writer.zones
    if zones.get(name):
        zones[name] -= 1
    _leave_beside(name, walk)
    if name == "pre":
        walk.preformatted = max(0, walk.preformatted - 1)


def page_offset(segments: tuple[Segment, ...], at: int) -> int | None:
    """Where the character at `at` of the visible text stood in the decoded page; None between blocks."""
    low, high = 0, len(segments)
    while low < high:
        middle = (low + high) // 2
        if segments[middle].start <= at:
            low = middle + 1
        else:
            high = middle
    if low == 0:
        return None
    found = segments[low - 1]
    inside = at - found.start
    return found.page_start + inside if inside < found.length else None
