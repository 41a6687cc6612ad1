"""Captions, and the noise that stands inside a line where a page was scraped without line breaks."""

import re

from sarhad.press import boilerplate as words
from sarhad.records import Span

CAPTION_VERB = (
    r"(?:speaks?|attends?|gives?|shakes?|hands? over|walks?|stands?|looks? (?:on|at)|gestures?|poses?|holds?|waves?|"
    r"(?:is|are) (?:seen|pictured|shown)|pictured|seen (?:in|at|on|here)|arrives?|leaves?|listens?|meets?|carr(?:y|ies)|inspects?|"
    r"sits?|gathers?|delivers?|addresses|address|takes? part|participates?|rides?|drives?|flies|fly|rises?|billows?|reacts?|"
    r"chants?|burns?|marches|march|protests?|prays?|mourns?|patrols?|passes|pass|rests?|works?|searche?s?|wears?|"
    r"chairs?|receives?|welcomes?|greets?|talks?|smiles?|raises?|points?|checks?|keeps? (?:watch|guard)|stands? guard|lines? up|"
    r"hosts?|boards?|displays?|appears?|visits?|signs?|waits?|presents?|shows?|docks?|parades?|reads?|run|runs|react)"
)
PRESENT = re.compile(rf"\b{CAPTION_VERB}\b")
REPORTED = re.compile(
    r"\b(?:said|says|told|added|announced|according to|reported|warned|claimed|accused|denied|argued|noted|stated)\b|[“”\"]"
)
PHOTO_WORDS = re.compile(
    r"^(?:in this|this) (?:[\w-]+ ){0,3}?(?:photo(?:graph)?|picture|image|video grab|frame grab|screen ?grab|screenshot|handout|still|aerial view)\b"
    r"|^\W{0,2}(?:file|topshot|handout)\b|\bfile (?:photo|picture|image)\b|\((?:L|R|C|left|right|center|centre)\)|\(\d(?:st|nd|rd|th) [LR]\)"
    r"|\bpictured\b|^image(?: caption)?:|\b(?:is|are) seen\b",
    re.I,
)
FULL_DATE = (
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
    r"|\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?,? (?:19|20)\d\d)"
)
DATED = re.compile(FULL_DATE)
DATED_END = re.compile(rf"{FULL_DATE}(?:,? in [A-Z][\w., ]{{2,40}})?\W*$")
BREAK = re.compile(
    r"(?<=[.!?])[\"”’')\]]*\s+(?=[A-Z\"“‘'(©])|\s{2,}|(?<=\d{4}) (?=[A-Z\"“‘](?:[a-z]|[A-Z]+\b))"
)
ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sgt|Sen|Rep|Gov|St|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.N|U\.K|a\.m|p\.m)\.$"
)
SHOUTED = re.compile(
    r"(?:(?<=[.!?”\"’)])|(?<=\s)|^)(?:[A-Z0-9][A-Z0-9.,:;'’‘\"“”&/$%#-]*\s+){4,}[A-Z0-9'’‘“\"][A-Z0-9.,:;'’‘\"“”&/$%#!?-]*(?=\s|$)"
)
OUTLET_DASH = re.compile(r"^\(?([A-Z][A-Za-z]{1,11}(?: [A-Z][a-z]+)?)\)?\s*(?:—|–|--)(?=\s)")
RELATED = re.compile(r"(?:Clipped From Video video )?Related (?:video|article|card|gallery)\b")
READ_MORE = re.compile(r"READ(?:\s+MORE|\s+ALSO)\s*:|ALSO\s+READ\s*:|Read\s+more\s*:|Also\s+read\s*:")
HEADS = 5
MAX_CAPTION = 420


def is_caption(line: str, *, first: bool = False) -> bool:
    """Whether a line that stands by a photo credit describes the photo. The first line of a page needs no more
    than that; inside the article it must look like a caption, so that no sentence of the article goes with it.

    >>> is_caption("Farmers inspect a dam near the frontier on May 3, 2024."), is_caption("He said talks would go on.")
    (True, False)
    """
    text = words.plain(line)
    if len(text) > MAX_CAPTION or line.lstrip().startswith("#"):
        return False
    if PHOTO_WORDS.search(text):
        return True
    if REPORTED.search(text):
        return False
    if first or not re.search(r"[.!?]\W*$", text):
        return True
    return bool(DATED.search(text)) or (
        bool(PRESENT.search(text)) and not re.search(r"\b(?:was|were|had|has|have|will)\b", text)
    )


def inline_noise(text: str, offset: int, *, outlet: str | None = None, last: bool = False) -> list[Span]:
    """Noise inside one line: credits in brackets anywhere; in a line of several sentences the outlet's name and
    dash, captions among the first sentences, promotions, and what stands after the last sentence."""
    found = [(m.start(), m.end()) for m in words.PHOTO_BY.finditer(text)]
    found += [m.span() for m in words.MARKDOWN_IMAGE.finditer(text)]
    lead = OUTLET_DASH.match(text)
    if lead and (lead.group(1) == "CNN" or lead.group(1).casefold() in (outlet or "").casefold().split(".")):
        found.append(lead.span())
    if len(text) > 250:
        found += _sentence_noise(text)
        found += [m.span() for m in SHOUTED.finditer(text) if not text.isupper()]
    return [Span(start=offset + a, end=offset + b) for a, b in found]


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
        if len(sentence) > MAX_CAPTION:
            continue
        if (0 < i < HEADS and _inline_caption(sentence)) or _promotion(
            sentence, edge=i in (0, 1) or i >= len(parts) - 4
        ):
            found.append((start, end))
    return found


def _inline_caption(sentence: str) -> bool:
    if PHOTO_WORDS.search(sentence):
        return True
    return (
        bool(DATED_END.search(sentence)) and not REPORTED.search(sentence) and bool(PRESENT.search(sentence))
    )


def _promotion(sentence: str, *, edge: bool) -> bool:
    """Boilerplate kinds that are safe inside running text; the others only at its edges."""
    kind = words.boilerplate(sentence)
    if kind in ("legal", "contributors", "sign up", "comments", "filler", "code"):
        return edge or kind in ("filler", "sign up", "contributors")
    if kind in ("share", "read on"):
        return edge or len(sentence) > 12
    return kind == "image" or (edge and kind in ("date line", "widget"))
