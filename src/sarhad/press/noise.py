"""What in a text is not the article: our own pass, for plain text as it was scraped and for what extraction left in.

Works line by line on kinds of lines (boilerplate vocabulary, credits, captions, link lists), on where a line stands
(before the first or after the last full sentence) and on repetition; where a whole article is one line, sentence by
sentence. A line that reads like a sentence of the article is never noise for its place alone.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from sarhad.press import boilerplate as words
from sarhad.press.captions import MAX_CAPTION, SAID, is_caption
from sarhad.press.inline import inline_noise
from sarhad.records import Span

LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]+")
BREAKS = {ord(c): " " for c in "\n\r\u2028\u2029\x0b\x0c"}
TRIM = " \t\xa0\ufeff\u200b\u200c\u200e\u200f\u3000"
SENTENCE_END = re.compile(r"[.!?…۔؟։。][\"”’')\]»_*]*$")
SPEAKER = re.compile(r"(?:Q|A)\b|[A-Z .’'-]{2,30}:")
STOP = re.compile(
    r"(?:related (?:articles|news|posts|stories|topics)|leave a (?:reply|comment)|about us|you (?:may|might) also like"
    r"|recommended(?: for you| stories)?|most (?:read|popular)|trending(?: now)?|more stories|comments|latest (?:news|stories)"
    r"|about the author|share this(?: article| story| post)?|post navigation|recent posts|subscribe to .{0,40})\W*$",
    re.I,
)
SIGNED = re.compile(r"[_*\\\s]*(?:—|–|--)\s*[A-Z][^.!?]{3,80}[_*\s]*$")
PRINTED = re.compile(r"published in .{2,60}(?:19|20)\d\d\W*$|[A-Z][\w'’ -]{2,30}$", re.I)
BIO = re.compile(
    r"(?:[A-Z][\w.'’-]+\s+){1,3}(?:is|was|has been|covers|writes|reports)\b.{0,140}\b(?:reporter|correspondent|writer|editor|journalist|"
    r"columnist|producer|contributor|freelance\w*|author|fellow at|covers|covering|can be (?:reached|followed))\b|"
    r".{0,120}\b(?:follow|tweets?|reach|email|contact) (?:him|her|them|\w+) (?:on|at|@)|the (?:writer|author) is\b|"
    r".{0,60}\bcan be (?:reached|contacted|followed)\b.{0,60}$|(?i:you can (?:also )?(?:contact|reach|e-?mail|follow|verify)\b.{0,160}(?:@|\be-?mail\w*|signal|telegram))|is the [A-Z][\w’' ]{2,30}[’']s \w+ (?:editor|reporter|writer)",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line without the blanks around it."""

    span: Span
    text: str

    @property
    def sentence(self) -> bool:
        """Whether it reads like running text: some length and the end of a sentence, or just long."""
        count = len(self.text.split())
        return (count >= 6 and bool(SENTENCE_END.search(self.text))) or count >= 25

    @property
    def headlike(self) -> bool:
        """Whether it could be a headline: some words, no end of a sentence, no speaker's name before a colon."""
        text = self.text
        return 3 <= len(text.split()) < 25 and not SENTENCE_END.search(text) and not SPEAKER.match(text)


def lines_of(text: str, *, wrapped: bool = True) -> list[Line]:
    """The lines of `text` that hold anything, trimmed; where lines were wrapped at a fixed width, the lines of one
    paragraph are one (breaks show as blanks, so that places in it stay places in the text). `wrapped` False: every
    line is a block of its own already."""
    found: list[Line] = []
    physical = _physical(text)
    fixed = wrapped and _fixed_width(text, physical)
    for before, line in pairwise([Span(start=0, end=0), *physical]):
        if wrapped and found and _goes_on(text, before, line, fixed):
            joined = Span(start=found[-1].span.start, end=line.end)
            found[-1] = Line(span=joined, text=text[joined.start : joined.end].translate(BREAKS))
        else:
            found.append(Line(span=line, text=text[line.start : line.end]))
    return found


def _physical(text: str) -> list[Span]:
    found = []
    for match in LINE.finditer(text):
        raw = match.group()
        start = match.start() + len(raw) - len(raw.lstrip(TRIM))
        body = raw.strip(TRIM)
        if body:
            found.append(Span(start=start, end=start + len(body)))
    return found


def _adjoin(text: str, before: Span, line: Span) -> bool:
    """Whether exactly one line break and no more than a margin stands between two lines."""
    between = text[before.end : line.start]
    return len(between) < 120 and between.replace("\r\n", "\n").count("\n") == 1


def _fixed_width(text: str, lines: list[Span]) -> bool:
    """Whether the text was wrapped at a width: most lines that another adjoins are about as long as the longest."""
    upper = [len(a) for a, b in pairwise(lines) if _adjoin(text, a, b)]
    if len(upper) < 4 or not 45 <= (width := max(upper)) <= 110:
        return False
    return sum(n > 0.7 * width for n in upper) >= 0.7 * len(upper)


def _goes_on(text: str, before: Span, line: Span, fixed: bool) -> bool:
    """Whether `line` goes on in the sentence that the line right before broke off."""
    if not _adjoin(text, before, line):
        return False
    last, own = text[before.start : before.end], text[line.start : line.end]
    if words.boilerplate(last) or words.boilerplate(own) or words.SAYS_PHOTO.search(own):
        return False
    if fixed:
        return len(last) >= 45
    return (
        45 <= len(last) <= 100
        and not SENTENCE_END.search(last)
        and len(line) <= 100
        and (text[line.start].islower() or len(last.split()) >= 8)
    )


def noise_in(
    text: str, *, title: str | None = None, outlet: str | None = None, extracted: bool = False
) -> tuple[Span, ...]:
    """Spans of `text` that are not the article, in order, not overlapping.

    `extracted`: the text is what a library took for the article already, so that a line's place tells less.
    """
    lines = lines_of(text, wrapped=not extracted)
    if not lines:
        return ()
    marked = _by_kind(lines, PLAIN_KINDS if extracted else frozenset())
    if not extracted:
        marked |= _repeated(lines, marked)
        marked |= _header(lines, marked, title)
    marked |= _footer(lines, marked)
    marked |= _beside_images(lines, marked)
    spans = [lines[i].span for i in sorted(marked)]
    for i, line in enumerate(lines):
        if i not in marked:
            spans.extend(inline_noise(line.text, line.span.start, outlet=outlet))
    return _merged(spans)


def paragraphs(text: str, noise: tuple[Span, ...], *, wrapped: bool = True) -> tuple[Span, ...]:
    """What is left of `text` when `noise` is out, paragraph by paragraph, trimmed."""
    found, next_gap = [], 0
    for span in (line.span for line in lines_of(text, wrapped=wrapped)):
        at = span.start
        while next_gap < len(noise) and noise[next_gap].start < span.end:
            gap = noise[next_gap]
            if gap.end > at:
                found.append((at, max(at, gap.start)))
                at = gap.end
            if gap.end > span.end:
                break
            next_gap += 1
        found.append((at, span.end))
    trimmed = (_trim(text, a, b) for a, b in found if a < b)
    return tuple(s for s in trimmed if len(s) and any(c.isalnum() for c in text[s.start : s.end]))


def _trim(text: str, start: int, end: int) -> Span:
    blank = TRIM + "\n\r\u2028\u2029\x0b\x0c"
    while start < end and text[start] in blank:
        start += 1
    while end > start and text[end - 1] in blank:
        end -= 1
    return Span(start=start, end=end)


PLAIN_KINDS = frozenset({"image", "code", "no words", "date line", "widget"})
"""Kinds that only scraped plain text has: what an extraction kept of them belongs to the article."""


def _by_kind(lines: list[Line], spared: frozenset[str]) -> set[int]:
    """Lines that are boilerplate, credits with their captions, or items of a list of links."""
    marked: set[int] = set()
    edge = _date_lines_until(lines)
    for i, line in enumerate(lines):
        kind = words.boilerplate(line.text)
        if kind and kind not in spared and (kind != "date line" or i < edge or i >= len(lines) - 2):
            marked.add(i)
        if kind == "credit" and i and i - 1 not in marked:
            if is_caption(lines[i - 1].text, first=_by_image(lines, i - 1)):
                marked.add(i - 1)
        credit = None if kind or len(line.text) > 450 else words.CREDIT_END.search(line.text)
        if credit and is_caption(line.text[: credit.start()]):
            marked.add(i)
        if not kind and len(line.text) < MAX_CAPTION and _signed(words.plain(line.text)):
            marked.add(i)
    linked = [len(line.text) < words.MAX_LINE and bool(words.ONLY_LINKS.match(line.text)) for line in lines]
    for i, only in enumerate(linked):
        if only and i and _same_paragraph(lines[i - 1], lines[i]):
            continue
        alone = not (i and linked[i - 1]) and not (i + 1 < len(lines) and linked[i + 1])
        if only and (not alone or (i and i - 1 in marked) or not lines[i].sentence):
            marked.add(i)
    return marked


def _signed(text: str) -> bool:
    """Whether a line is a caption that names its photographer or agency at its end."""
    signed = words.SAYS_PHOTO.search(text)
    return bool(signed) and not SAID.search(text[: signed.start()] if signed else "")


def _by_image(lines: list[Line], i: int) -> bool:
    """Whether a line above a credit is the first of the page or stands right under an image."""
    return i == 0 or bool(words.MARKDOWN_IMAGE.search(lines[i - 1].text))


def _same_paragraph(before: Line, line: Line) -> bool:
    """Whether a line goes on right under a line that broke off: a link that stands inside a wrapped sentence."""
    close = line.span.start - before.span.end == 1
    return close and not re.match(r"[-*+•]", line.text) and not SENTENCE_END.search(before.text)


def _date_lines_until(lines: list[Line]) -> int:
    """Up to which line a date on its own is a stamp: inside the article it heads an entry of a chronicle."""
    first = next((i for i, line in enumerate(lines) if line.sentence), 0)
    chronicle = sum(bool(words.DATE_LINE.match(line.text)) for line in lines if len(line.text) < 60) > 3
    return first if chronicle else max(first, 4)


def _repeated(lines: list[Line], marked: set[int]) -> set[int]:
    """Earlier copies of a line that comes again, when it is a headline rather than a sentence or a reply."""
    headlike = {i: line.text.casefold() for i, line in enumerate(lines) if i not in marked and line.headlike}
    left = Counter(headlike.values())
    found = set()
    for i, text in headlike.items():
        left[text] -= 1
        if left[text] > 0:
            found.add(i)
    return found


def _header(lines: list[Line], marked: set[int], title: str | None) -> set[int]:
    """Labels above the article: section names, bread crumbs, bylines; the headline stays."""
    first = next((i for i, line in enumerate(lines) if i not in marked and line.sentence), 0)
    known = (title or "").casefold().strip()
    heads = [i for i in range(first) if i not in marked]
    found = set()
    for i in heads:
        text = words.plain(lines[i].text[: words.MAX_LINE])
        if known and text.casefold() == known:
            continue
        label = len(text.split()) < 5 and not SENTENCE_END.search(text) and not lines[i].text.startswith("#")
        if label or words.BYLINE.match(text) or " » " in text or " > " in text:
            found.add(i)
    if not known and len(found) == len(heads) == 1 and len(lines[heads[0]].text.split()) > 2:
        return set()  # the only line above the text is its headline, short as it is
    return found


def _footer(lines: list[Line], marked: set[int]) -> set[int]:
    """What follows the last sentence of the article, and everything after a heading that ends articles."""
    found = _after_stop(lines)
    for i in range(len(lines) - 1, 0, -1):
        if i in marked or i in found:
            continue
        if not _trailing(lines, i):
            break
        found.add(i)
    return found


def _after_stop(lines: list[Line]) -> set[int]:
    """Lines from "Related articles" or "Leave a reply" on; sentences of the article behind it stay."""
    half = len(lines) // 2
    stop = next((i for i in range(half, len(lines)) if STOP.match(words.plain(lines[i].text))), len(lines))
    return {i for i in range(stop, len(lines)) if not (lines[i].sentence and len(lines[i].text) >= 60)}


def _trailing(lines: list[Line], i: int) -> bool:
    """Whether the last line that is left is a biography, a sign-off, an empty heading or a label."""
    raw, text = lines[i].text, words.plain(lines[i].text)
    if BIO.match(text) and len(text) < 700 and i > len(lines) * 0.6:
        return True
    if words.BYLINE.match(text) or SIGNED.match(raw) or (raw.startswith("#") and len(text) < 80):
        return True
    if lines[i].sentence or not _label(raw, text):
        return False
    # the name and the town under a letter to the editor belong to it
    return not any(PRINTED.match(words.plain(line.text)) for line in lines[i + 1 : i + 3])


def _label(raw: str, text: str) -> bool:
    """A short line without the end of a sentence or a quotation."""
    return (
        len(text.split()) <= 6
        and not SENTENCE_END.search(text)
        and not re.search(r"[\"“”]|^\d+[.)]|^[-•*]", raw)
    )


def _beside_images(lines: list[Line], marked: set[int]) -> set[int]:
    """The one-line title of a chart or film that stands right under its image."""
    found = set()
    for i in range(1, len(lines) - 1):
        text = lines[i].text
        image = i - 1 in marked and words.MARKDOWN_IMAGE.match(lines[i - 1].text)
        if (
            image
            and i not in marked
            and not text.startswith("#")
            and _label(text, text) | (len(text.split()) <= 9 and not SENTENCE_END.search(text))
        ):
            found.add(i)
    return found


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(start=found[-1].start, end=max(found[-1].end, span.end))
        elif len(span):
            found.append(span)
    return tuple(found)
