"""A truce as the subject of its own life: it takes effect, holds, is observed, runs out, breaks down.

The words that recall how it was made stand between it and its verb, and the parse takes them for the main clause ("the truce agreed on
6 March broke down"). So verb and truce are found by the order of the words; a day told between the two is never that of the verb.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sarhad.codebook import CeasefirePhase, EventType
from sarhad.reading import grammar
from sarhad.reading.ceasefires import ENDED

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

TRUCES = frozenset("ceasefire cease-fire truce armistice".split())
_PAPERS = frozenset("agreement deal accord pact arrangement".split())
_HUMANITARIAN = "humanitarian pause"
"""Where a page speaks of one, "the pause" is that truce."""
MAKING = frozenset(
    "agree sign reach broker announce declare strike mediate negotiate conclude facilitate accept secure make".split()
)
SEEMING = frozenset("appear seem continue".split())
_OF_ANOTHER = frozenset(
    "but while as if because when since until after before although though whether who".split()
)
"""Words behind which another clause is told."""
_NEAR = 8
"""Words within which a truce has its "that"."""
_PARTS = frozenset(("phase", "stage", "period", "term"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "ROOT", "dep", "appos"))
_REACH = 30
"""Words within which a truce has its verb."""
_LONGEST = 24
"""Words that may tell its life: without a bound a list of 570 words that no full stop parts took 18 seconds."""
_HOLDS = re.compile(
    r"(?:hold(?:s|ing)?|held|stands|stood|survive[sd]?|prevail(?:s|ed)?|endure[sd]?)\b(?! (?:off|talks?|on to)\b)|"
    r"(?:is|was|are|were|has been|have been|be|being|been) (?:being )?(?:\w+ly )?(?:observed|respected|honou?red|upheld|maintained)\b|"
    r"(?:is|was|be|been|remain(?:s|ed|ing)?|stay(?:s|ed)?) (?:still |largely |mostly |fully |\w+ly )?(?:in (?:full )?(?:force|effect|place)|intact)\b|"
    r"(?:takes?|took|taken|taking|comes?|came|coming|goes|went|go|enter(?:s|ed)?) (?:in)?(?:to )?(?:full )?(?:force|effect)\b|"
    r"(?:takes?|took|taken|taking) hold\b|(?:begins?|began|begun|started)\b",
    re.I,
)
_COLLAPSES = re.compile(
    r"(?:collaps(?:es|ed|ing|e)|br(?:eaks?|oke|oken|eaking) down|f(?:alls?|ell|allen|alling) apart|unravel\w*|crumbl(?:es|ed|ing|e))\b",
    re.I,
)
_ENDS = re.compile(r"(?:expire[sd]?|expiring|lapse[sd]?|r[au]ns? out|(?:is|was) over(?! \d))\b", re.I)
_SUSPENDED = re.compile(r"(?:was|is|been) (?:\w+ly )?(?:suspended|frozen|put on hold)\b", re.I)
_LEFT = re.compile(r"(?:was|is|been) (?:\w+ly )?(?:called off|scrapped|terminated|abandoned)\b", re.I)
_LONGER = re.compile(r"(?:was|is|been) (?:\w+ ){0,2}?(?:extended|prolonged|renewed)\b", re.I)


_TOLD = (
    (_HOLDS, EventType.RETREAT, CeasefirePhase.IN_EFFECT),
    (_COLLAPSES, EventType.REJECT, CeasefirePhase.COLLAPSED),
    (ENDED, EventType.REJECT, CeasefirePhase.ENDED),
    (_ENDS, EventType.REJECT, CeasefirePhase.ENDED),
    (_SUSPENDED, EventType.REJECT, CeasefirePhase.IN_EFFECT),
    (_LEFT, EventType.REJECT, CeasefirePhase.ENDED),
    (_LONGER, EventType.AGREE, CeasefirePhase.EXTENDED),
)
"""What the words tell; of a suspended truce the codebook says that it is not in effect (see `truces_undone`)."""


@dataclass(frozen=True, slots=True)
class Life:
    """A truce, the words from the verb on that tell what became of it (inclusive), and the act and phase they tell."""

    truce: "Token"
    verb: "Token"
    last: int
    type: EventType
    phase: CeasefirePhase

    def dates_its_making(self, day: "Token") -> bool:
        """Whether a day is told with the truce: "the truce agreed on 6 March collapsed"."""
        return bool(self.truce.left_edge.i <= day.i < self.verb.i)


def life_of(verb: "Token") -> Life | None:
    """What a verb tells of the truce that is its subject."""
    near = verb.doc[max(verb.sent.start, verb.i - _REACH - _LONGEST) : verb.i]
    return next((found for found in lives(near) if found.verb.i == verb.i), None)


def lives(words: "Span") -> Iterator[Life]:
    """What a sentence, or the part of one, tells of the truces in it."""
    for noun in words:
        if is_truce(noun) and (found := _after(noun)) is not None:
            yield found


def is_truce(noun: "Token") -> bool:
    """A word for a truce, or a paper named after one ("the ceasefire deal"), or a pause for the sake of aid."""
    if noun.lemma_.lower() in TRUCES:
        return noun.dep_ not in ("compound", "nmod", "amod")
    if noun.lemma_.lower() == "pause":
        return noun.pos_ == "NOUN" and _HUMANITARIAN in noun.doc.text.lower()
    named = grammar.children(noun, "compound", "amod", "nmod")
    return noun.lemma_.lower() in _PAPERS and any(c.lemma_.lower() in TRUCES for c in named)


def recalled(word: "Token") -> "Token | None":
    """The truce whose making a word only recalls: "broke the truce agreed on 6 March"."""
    before = word.nbor(-1) if word.i > word.sent.start else word
    told = word.pos_ == "VERB" and word.tag_ in ("VBN", "VBD") and word.lemma_.lower() in MAKING
    return before if told and is_truce(before) and before.i != word.i else None


def _after(truce: "Token") -> Life | None:
    """The first verb behind a truce that is no word on its making, if it tells of the truce's life."""
    described = _relative(truce)
    if not described and not _is_subject(truce):
        return None
    at, aside = truce.i + 1, described
    end = min(truce.sent.end, truce.i + _REACH)
    while at < end:
        token = truce.doc[at]
        found = _told(truce, token)
        if found is not None:
            return found
        if token.text == ",":
            at = _behind_an_aside(token, end)
            continue
        if token.lower_ in ("that", "which"):
            aside = True
        elif _opens_another(token):
            return None
        elif token.pos_ == "VERB" and token.lemma_.lower() not in MAKING | SEEMING:
            if not aside:
                return None
            aside = False
        at += 1
    return None


def _is_subject(noun: "Token") -> bool:
    """ "The truce", "the first phase of the truce", "after the truce, signed in March, was called off" """
    part = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in _PARTS
    return _is_subject(noun.head.head) if part else noun.dep_ in _SUBJECTS or _behind_its_making(noun)


def _behind_its_making(noun: "Token") -> bool:
    """Whether a verb follows at once on the aside that recalls the making: the parse ends the clause of "after" at its comma."""
    comma = noun.nbor(1) if noun.i + 2 < noun.sent.end else noun
    if noun.dep_ != "pobj" or noun.head.lower_ not in _BEFORE_A_CLAUSE or comma.text != ",":
        return False
    behind = _behind_an_aside(comma, noun.sent.end)
    made = comma.nbor(1).lemma_.lower() in MAKING
    return made and behind < noun.sent.end and noun.doc[behind].pos_ in ("VERB", "AUX")


_BEFORE_A_CLAUSE = frozenset("after before since until".split())


def _opens_another(token: "Token") -> bool:
    """Whether another clause begins: at such a word or mark, or at an "and" that joins verbs not of the making."""
    if token.dep_ == "cc":
        return token.head.pos_ in ("VERB", "AUX") and token.head.lemma_.lower() not in MAKING
    return token.lower_ in _OF_ANOTHER or token.text in (";", ":", "-", "–")


def _relative(truce: "Token") -> bool:
    """ "A truce that held for three days", "a truce with them that expired"."""
    for token in truce.doc[truce.i + 1 : min(truce.sent.end, truce.i + _NEAR)]:
        if token.lower_ in ("that", "which"):
            return True
        if token.pos_ in ("VERB", "AUX", "PUNCT", "SCONJ"):
            return False
    return False


def _behind_an_aside(comma: "Token", end: int) -> int:
    """The token behind ", signed on 6 March,"; the end where no second comma closes it."""
    closing = next((t.i for t in comma.doc[comma.i + 1 : end] if t.text == ","), None)
    return end if closing is None else closing + 1


def _told(truce: "Token", verb: "Token") -> Life | None:
    if verb.pos_ not in ("VERB", "AUX") or _has_object(verb):
        return None
    rest = verb.doc[verb.i : min(verb.sent.end, verb.i + _LONGEST)]
    for words, kind, phase in _TOLD:
        found = words.match(rest.text)
        told = rest.char_span(0, found.end(), alignment_mode="expand") if found else None
        if told is not None:
            head = next((t for t in told if t.pos_ == "VERB"), verb)
            return None if _long_over(head) else Life(truce, head, told.end - 1, kind, phase)
    return None


def _long_over(verb: "Token") -> bool:
    """ "Ending a truce that had held for months": it holds no longer."""
    before = any(c.lower_ == "had" for c in (verb, *grammar.children(verb, "aux")))
    return before and verb.lemma_.lower() in _GOES_ON


_GOES_ON = frozenset("hold be stand survive have observe respect honour honor uphold maintain remain".split())


def _has_object(verb: "Token") -> bool:
    """ "A truce that ended the war"; "took effect" and "took hold" have none but the word itself."""
    return any(o.lower_ not in ("effect", "force", "hold") for o in grammar.children(verb, "dobj"))
