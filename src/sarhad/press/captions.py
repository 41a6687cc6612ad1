"""Captions of photographs: what describes a picture rather than tells the news."""

import re

from sarhad.press import boilerplate as words

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
SAID = re.compile(
    r"\b(?:said|says|told|added|announced|according to|reported|warned|claimed|accused|denied|argued|noted|stated)\b"
)
PHOTO_WORDS = re.compile(
    r"^(?:in this|this) (?:[\w-]+ ){0,3}?(?:photo(?:graph)?|picture|image|video grab|frame grab|screen ?grab|screenshot|handout|still|aerial view)\b"
    r"|^\W{0,2}(?:file|topshot|handout)\b|\bfile (?:photo|picture|image)\b|\((?:L|R|C|left|right|center|centre)\)|\(\d(?:st|nd|rd|th) [LR]\)"
    r"|\bpictured\b|^image(?: caption)?:|\b(?:is|are) seen\b",
    re.I,
)
STRONG_PHOTO_WORDS = re.compile(
    r"^(?:in this|this) (?:[\w-]+ ){0,3}?(?:photo(?:graph)?|picture|image|video grab|frame grab|screen ?grab|screenshot)\b[^.]*\b(?:shows?|released|taken|provided|made|from|on)\b"
    r"|^\W{0,2}(?:file photo|file|topshot)\b\s*[:—–-]|\((?:file photo|L|R|left|right)\)",
    re.I,
)
PAST = re.compile(
    r"\b(?:was|were|had|has|have|will|would|began|met|held|took|came|went|made|left|led|fell|rose)\b"
)
NOUN_BEFORE = re.compile(
    r"\b(?:to|my|our|your|his|her|its|their|the|a|an|of|official|state|first|last|this)\s*$"
)
FULL_DATE = (
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
    r"|\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?,? (?:19|20)\d\d)"
)
DATED = re.compile(FULL_DATE)
DATED_END = re.compile(rf"{FULL_DATE}(?:,? in [A-Z][\w., ]{{2,40}})?\W*$")
MAX_CAPTION = 420
EARLY = 110


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
    if SAID.search(text) or (REPORTED.search(text) and not (first and shows(text))):
        return False
    if first or not re.search(r"[.!?]\W*$", text):
        return True
    return shows(text) or (bool(DATED.search(text)) and not PAST.search(text))


def shows(text: str, *, within: int = MAX_CAPTION) -> bool:
    """Whether the first verb of a sentence shows a scene in the present tense, early in it."""
    verb, past = PRESENT.search(text), PAST.search(text)
    if not verb or verb.start() > within or NOUN_BEFORE.search(text[: verb.start()]):
        return False
    return not past or verb.start() < past.start()


def is_inline_caption(sentence: str) -> bool:
    """Whether a sentence in running text is a caption: it says so, or shows a scene and ends on a full date.

    >>> is_inline_caption("Traders wait at a closed crossing near the frontier town on October 14, 2025")
    True
    """
    if len(sentence) > MAX_CAPTION:
        return False
    if STRONG_PHOTO_WORDS.search(sentence):
        return True
    return (
        bool(DATED_END.search(sentence)) and not REPORTED.search(sentence) and shows(sentence, within=EARLY)
    )
