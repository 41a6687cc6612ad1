"""Sayings of verbs: "said that ...", "urged both sides to ...", "was condemned by ...", "raised questions about ..."."""

from typing import TYPE_CHECKING

from sarhad.codebook import Stance
from sarhad.reading import grammar
from sarhad.reading.attribution_asides import aside
from sarhad.reading.attribution_content import after
from sarhad.reading.attribution_cues import CueWord, Range, load_cues, verb_cue, verb_range
from sarhad.reading.attribution_quotes import MARKS
from sarhad.reading.attribution_saying import Saying
from sarhad.reading.attribution_sources import can_speak, noun_range, subject
from sarhad.reading.attribution_unsourced import nobody_named

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ANYBODY = frozenset(("you", "one"))
_SENSES = frozenset(("view", "hear", "see"))
"""Verbs whose passive tells of an audience ("was viewed by millions"), not of a judgement."""


def verb_saying(verb: "Token") -> Saying | None:
    """The saying of a verb of the table; None where it says nothing here."""
    word = verb_cue(verb)
    light = light_saying(verb)
    if light is not None or word is None or verb.dep_ in ("amod", "aux", "compound"):
        return light
    if grammar.is_passive(verb) or _passive_participle(verb):
        return passive_saying(verb, word)
    who = subject(verb)
    if who is not None and who.lower_ in _ANYBODY:
        return None
    return _active(verb, word, who)


def _passive_participle(verb: "Token") -> bool:
    """ "Asked about the strike, he ...": somebody else asked."""
    return verb.tag_ == "VBN" and verb.dep_ == "advcl" and not grammar.children(verb, "aux")


def _active(verb: "Token", word: CueWord, who: "Token | None") -> Saying | None:
    cue = verb_range(verb)
    source = noun_range(who, cue) if who is not None else None
    found = after(verb, word)
    around = aside(verb, cue, source, found[0] if found else None) if word.takes("quote") else None
    if around is not None:
        return Saying(cue, source, around, word.stance, f"{word.word}: aside", speech=True)
    if found is None:
        return _before_a_quotation(verb, word, cue, source)
    content, how = found
    if who is None or (how not in ("clause", "infinitive") and not can_speak(who)):
        return None
    cue, content = _parted(verb, cue, content, how)
    return Saying(
        cue, source, content, _stance(verb, word), f"{word.word}: {how}", speech=word.takes("quote")
    )


def _parted(verb: "Token", cue: Range, content: Range, how: str) -> tuple[Range, Range]:
    """Where the cue ends and the content begins: "called for [talks]", "accused her of [lying]"."""
    if how.startswith("preposition") and content[0] - cue[1] <= 3:
        return (cue[0], content[0]), content
    opening = verb.doc[content[0]].lower_
    if how == "infinitive" and opening == "for" and content[0] == cue[1]:
        return (cue[0], content[0] + 1), (content[0] + 1, content[1])
    at = content[0] + 1
    if how != "object" or content[0] != cue[1] or at + 1 >= content[1]:
        return cue, content
    pronoun, next_word = verb.doc[content[0]], verb.doc[at]
    if pronoun.pos_ == "PRON" and pronoun.dep_ == "dobj" and next_word.dep_ == "prep":
        if next_word.lower_ in ("of", "as", "on", "with", "to"):
            return (cue[0], at + 1), (at + 1, content[1])
    return cue, content


def _stance(verb: "Token", word: CueWord) -> Stance:
    """What is not said, not confirmed or not denied is neither asserted nor denied."""
    negated = any(c.dep_ == "neg" or c.lower_ == "neither" for c in verb.children)
    joined = verb.dep_ == "conj" and any(c.lower_ in ("neither", "nor") for c in verb.head.children)
    return Stance.NEITHER if negated or joined else word.stance


def _before_a_quotation(verb: "Token", word: CueWord, cue: Range, source: Range | None) -> Saying | None:
    """'He added: "..."': the parser often cuts at the colon."""
    at = _speech_start(verb.doc, cue[1])
    if source is None or at is None or not word.takes("quote"):
        return None
    content = at, int(verb.doc[at].sent.end)
    return Saying(cue, source, content, word.stance, f"{word.word}: quotation", speech=True)


def _speech_start(doc: "Doc", start: int) -> int | None:
    """Where direct speech begins within twelve tokens: behind a colon, or at a mark behind a comma."""
    for t in doc[start : start + 12]:
        if t.text == ":" and t.i + 1 < len(doc):
            return int(t.i) + 1
        if t.text in MARKS:
            opening = doc[t.i - 1].text == "," and bool(doc[t.i - 1].whitespace_)
            return int(t.i) if opening else None
        if t.text == ".":
            return None
    return None


def passive_saying(verb: "Token", word: CueWord) -> Saying | None:
    """ "was condemned by the ministry", "the view shared by experts"."""
    by = grammar.agent(verb)
    if by is None:
        return nobody_named(verb)
    if not can_speak(by) or word.word in _SENSES:
        return None
    told, cue = grammar.children(verb, "nsubjpass"), verb_range(verb)
    behind = after(verb, word) if word.takes("whom", "all") else None
    if behind is not None and behind[0][0] > by.i:  # "was asked by reporters whether ..."
        return Saying(cue, noun_range(by, cue), behind[0], word.stance, f"{word.word}: passive")
    if told and told[0].tag_ not in ("WDT", "WP"):
        content = told[0].left_edge.i, told[0].right_edge.i + 1
    elif verb.dep_ in ("acl", "relcl"):
        content = verb.head.left_edge.i, verb.left_edge.i
    else:
        return None
    return Saying(cue, noun_range(by, cue), content, word.stance, f"{word.word}: passive")


def light_saying(verb: "Token") -> Saying | None:
    """ "made the case that ...", "raised questions about ...", "issued a statement"."""
    cues = load_cues()
    word = cues.light.get(verb.lemma_.lower())
    if word is None or grammar.is_passive(verb):
        return None
    told = next((o for o in grammar.children(verb, "dobj") if o.i > verb.i and _is_told(o)), None)
    who = subject(verb) if told is not None else None
    if told is None or who is None or not can_speak(who):
        return None
    cue, content = _light_parts(verb, told)
    return Saying(cue, noun_range(who, cue), content, word.stance, f"{word.word} {told.lemma_.lower()}")


def _is_told(noun: "Token") -> bool:
    """ "a letter", "a series of letters"."""
    told = load_cues().told
    counted = (c for name, c in grammar.prepositional(noun, frozenset(("of",))))
    return noun.lemma_.lower() in told or (
        noun.lemma_.lower() in _MANY and any(c.lemma_.lower() in told for c in counted)
    )


_MANY = frozenset(
    "series flurry number string barrage set couple handful wave round host dozen pair lot".split()
)


def _light_parts(verb: "Token", told: "Token") -> tuple[Range, Range]:
    """Cue and content: what hangs on the noun where something does, else the noun phrase itself."""
    cue = verb_range(verb)
    for c in (*told.children, *verb.children):
        if c.i <= told.i or c.i - cue[1] >= 8 or (c.lower_ == "of" and told.lemma_.lower() in _MANY):
            continue
        own = after(c, word) if c.dep_ in ("acl", "relcl") and (word := verb_cue(c)) else None
        if own is not None:  # "sent a letter saying ..."
            return (cue[0], c.i + 1), own[0]
        start = c.i + 1 if c.dep_ == "prep" else c.left_edge.i
        if _carries(c) and c.right_edge.i + 1 > start:
            return (cue[0], start), (start, c.right_edge.i + 1)
    return cue, (told.left_edge.i, told.right_edge.i + 1)


_ON_NOUNS = frozenset("about for on of at against over with to in into".split())


def _carries(token: "Token") -> bool:
    """Whether what a noun of saying tells hangs here: a preposition, a that-clause, an infinitive."""
    if token.dep_ == "prep":
        return token.lower_ in _ON_NOUNS
    return token.dep_ in ("acl", "ccomp") and token.tag_ != "VBN"
