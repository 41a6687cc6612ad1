"""Noise inside a line, where a page was scraped without its line breaks."""

import re
from itertools import chain

from sarhad.press import boilerplate as words
from sarhad.press.captions import MAX_CAPTION, SAID, is_caption, is_inline_caption
from sarhad.records import Span

BREAK = re.compile(
    r"(?<=[.!?])[\"”’')\]]*\s+(?=[A-Z\"“‘'(©])|\s{2,}|(?<=\d{4}) (?=[A-Z\"“‘](?:[a-z]|[A-Z]+\b))"
)
ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|Sen|Rep|Gov|St|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.N|U\.K|a\.m|p\.m)\.$"
)
SHOUTED = re.compile(
    r"(?:(?<=[.!?”\"’)])|(?<=\s)|^)(?:[A-Z0-9‘'“\"][A-Z0-9.,:;'’‘\"“”&/$%#-]{0,40}\s+){4,}"
    r"[A-Z0-9'’‘“\"][A-Z0-9.,:;'’‘\"“”&/$%#!?-]{0,40}(?=\s|$|[A-Z][a-z])"
)
OUTLET_DASH = re.compile(r"^\(?([A-Z][A-Za-z]{1,11}(?: [A-Z][a-z]+)?)\)?\s*(?:—|–|--)(?=\s)")
HEADS = 5
LONG_LINE = 250
MAX_PROMOTION = 170
MAX_GLUED = 300
BEFORE_CAPTION = re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z“\"])|(?:[.!?][\"”’]?|\))(?=[A-Z](?:[A-Za-z]|\s[A-Z]))")
GLUED_BYLINE = re.compile(  # "By Jane Doe, Peshawar, 7 Oct 2024 Israel's …"
    rf"[Bb]y\s+(?:[A-Z][\w.'’-]+\s*(?:and\s+|&\s*)?){{1,6}}(?:[,|·–-]\s*[A-Za-z][\w.'’ ]{{1,40}}){{0,3}}?[,|·–-]\s*(?:(?i:{words.STAMP}))\s*[|·–:-]?\s+(?=[A-Z“\"‘'])"
)
STARTERS = (
    r"(?:The|But|In|On|At|A|An|It|He|She|They|We|As|And|When|While|After|Before|Since|There|This|That|These|Those|For|If|"
    r"Meanwhile|According|Now|Last|Earlier|Both|Some|Many|Most|One|Two|Three|Its|His|Her|Their|Speaking|Despite|Although|"
    r"However|Also|Early|Late|Under|With|By|From|During|Until|Over|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
)
PROMOTED = re.compile(
    r"\b(?:[Rr]elated (?:video|article|card|gallery)|READ MORE:|ALSO READ:|READ ALSO:|Read more:|Also read:)(?=[\s\xa0]|[A-Z‘“'])"
    r"|\bVideo Ad Feedback|\bThis video can ?not be played(?:\s*Watch:)?"
)
CREDIT_BEFORE = re.compile(
    r"(?:(?:[Cc]lipped [Ff]rom )?[Vv]ideo video|(?:[A-Z][\w.'’-]+ ){0,4}[\w.'’-]+(?:/[\w.'’-]+(?: [A-Z][\w.'’-]+){0,2})+|CNN|IDF)\s+$"
)
FILM_END = re.compile(r"\d\d:\d\d\s*[-–]\s*Source:\s*\w+")
TEXT_STARTS = re.compile(
    rf"[?!][’”\"']?\s+(?=[A-Z“\"])|(?<=[\w’'”)])\s+(?=“|{STARTERS}\b[ ’'])|\s{{3,}}|\.\s|(?<=[a-z?])(?=[A-Z][a-z]+ |[“\"][A-Z])"
)
COPYRIGHT = re.compile(r"(?:©|\bCopyright ©?)\s*(?:19|20)\d\d\b")
MAX_COPYRIGHT = 260


def inline_noise(text: str, offset: int, *, outlet: str | None = None) -> list[Span]:
    """Noise inside one line: credits in brackets anywhere; in a line of several sentences the outlet's name and
    dash, captions among the first sentences, promotions, and what stands after the last sentence."""
    found = [m.span() for m in words.PHOTO_BY.finditer(text)]
    found += [m.span() for m in words.MARKDOWN_IMAGE.finditer(text)]
    found += [m.span() for m in words.BLOCK_TAG.finditer(text)]
    credit = words.CREDIT_END.search(text, max(0, len(text) - 120))
    if credit and credit.group().lstrip()[:1] in "([":
        found.append(credit.span())
    lead = OUTLET_DASH.match(text)
    if lead and (lead.group(1) == "CNN" or lead.group(1).casefold() in (outlet or "").casefold().split(".")):
        found.append(lead.span())
    if byline := GLUED_BYLINE.match(text):
        found.append(byline.span())
    found += _credited(text)
    if len(text) > LONG_LINE:
        found += _sentence_noise(text)
        found += _shouted(text)
        found += _promoted(text)
        found += _copyright(text)
    return [Span(start=offset + a, end=offset + b) for a, b in found]


_BARE_CREDITS = (words.CREDIT_PIPED, words.CREDIT_SLASHED)
"""Credits without brackets: only captions have them."""


def _credited(text: str) -> list[tuple[int, int]]:
    """A credit in brackets and the sentence before it, where that describes the picture. Scraping glues what follows
    to the bracket: "… in Washington, Sept. 15, 2020. (AP Photo/Name, File)After the …"."""
    found = []
    for credit in chain(*(kind.finditer(text) for kind in (words.CREDIT_INSIDE, *_BARE_CREDITS))):
        start = _caption_start(text, credit.start())
        caption = text[start : credit.start()].strip()
        glued = text[credit.end() - 1] == ")" and text[credit.end() : credit.end() + 1].isupper()
        glued = glued or credit.re in _BARE_CREDITS
        told = SAID.search(caption) or len(caption) > MAX_GLUED
        pictured = not told and (glued or is_caption(caption, first=True))
        found.append((start if pictured else credit.start(), credit.end()))
    return found


def _caption_start(text: str, credit: int) -> int:
    """Where the sentence before a credit begins."""
    low = max(0, credit - MAX_CAPTION)
    breaks = [m.end() for m in BEFORE_CAPTION.finditer(text, low, max(low, credit - 15))]
    starts = [b for b in breaks if not ABBREVIATION.search(text[max(0, b - 8) : b].rstrip())]
    return starts[-1] if starts else 0 if low == 0 else credit


def sentences(text: str) -> list[tuple[int, int]]:
    """Rough sentences of one line; also breaks at doubled blanks and after a year that a capital follows."""
    found, start = [], 0
    for match in BREAK.finditer(text):
        if ABBREVIATION.search(text, max(start, match.start() - 6), match.start()):
            continue
        closing = len(match.group()) - len(match.group().lstrip("\"”’')]"))
        found.append((start, match.start() + closing))
        start = match.end()
    found.append((start, len(text)))
    return [(a, b) for a, b in found if b > a]


def _sentence_noise(text: str) -> list[tuple[int, int]]:
    parts = sentences(text)
    found: list[tuple[int, int]] = []
    for i, (start, end) in enumerate(parts):
        sentence = text[start:end]
        if len(sentence) > MAX_CAPTION or PROMOTED.search(sentence):
            continue
        edge = i in (0, 1) or i >= len(parts) - 4
        scrap = bool(found) and found[-1][1] == parts[i - 1][1] and _scrap(sentence, parts, i)
        if scrap or (0 < i < HEADS and is_inline_caption(sentence)) or _promotion(sentence, edge=edge):
            found.append((start, end))
    return found


def _scrap(sentence: str, parts: list[tuple[int, int]], i: int) -> bool:
    """A word or three behind a notice at the very end of a line."""
    return i > HEADS // 2 and i >= len(parts) - 2 and len(sentence.split()) <= 3


def _promotion(sentence: str, *, edge: bool) -> bool:
    """Boilerplate kinds that are safe inside running text; the others only at its edges."""
    kind = words.boilerplate(sentence)
    if kind in ("contributors", "sign up", "filler"):
        return True
    if kind in ("legal", "comments", "code"):
        return edge
    if kind in ("share", "read on"):
        return edge or len(sentence) > 12
    return kind == "image" or (edge and kind in ("date line", "widget"))


def _shouted(text: str) -> list[tuple[int, int]]:
    """Headlines in capitals between sentences, which point at other stories. Not inside a quotation: people shout."""
    found = [m.span() for m in SHOUTED.finditer(text) if not _in_quotes(text, m.start() + 1)]
    return found if sum(b - a for a, b in found) < 0.5 * len(text) else []


def _in_quotes(text: str, at: int) -> bool:
    before = text[max(0, at - 1500) : at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _promoted(text: str) -> list[tuple[int, int]]:
    """A promotion and its headline, up to where the text goes on; the label alone where that cannot be told."""
    found = []
    for match in PROMOTED.finditer(text):
        rest = text[match.end() : match.end() + MAX_PROMOTION]
        film = FILM_END.search(rest)
        goes_on = TEXT_STARTS.search(rest, 12)
        if film:
            end = match.end() + film.end()
        elif goes_on:
            end = match.end() + goes_on.start() + (1 if goes_on.group()[:1] in ("?", "!") else 0)
        else:
            end = len(text) if match.end() + len(rest) >= len(text) else match.end()
        window = max(0, match.start() - 110)
        credit = CREDIT_BEFORE.search(text, window, match.start())
        found.append((credit.start() if credit else match.start(), end))
    return found


def _copyright(text: str) -> list[tuple[int, int]]:
    """A copyright notice at the end of a line, however many sentences it has."""
    found = COPYRIGHT.search(text, max(0, len(text) - MAX_COPYRIGHT))
    return [(found.start(), len(text))] if found else []
