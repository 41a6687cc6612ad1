"""Sayings without a verb of saying: "according to", nouns ("their claim that"), adjectives ("is confident that"),
headings with a colon, and the speakers' names of a transcript."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sarhad.codebook import Stance
from sarhad.reading import grammar
from sarhad.reading.attribution_cues import CueWord, load_cues, verb_range
from sarhad.reading.attribution_quotes import MARKS
from sarhad.reading.attribution_saying import Saying
from sarhad.reading.attribution_sources import can_speak, noun_range, subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def according(token: "Token") -> Saying | None:
    """ "according to X": the sentence around it, or what stands before it."""
    doc = token.doc
    at = token.i + 1
    if at + 1 >= len(doc) or doc[at].lower_ != "to":
        return None
    noun = next((o for p in (token, doc[at]) for o in p.children if o.dep_ == "pobj"), None)
    if noun is None:
        return None
    cue = (token.i, at + 1)
    source = noun_range(noun, cue)
    sentence = token.sent
    if token.i - sentence.start > 2:
        content = (sentence.start, token.i)
    else:
        content = (source[1], sentence.end)
    return Saying(cue, source, content, Stance.ASSERTS, "according to", speech=True)


def noun_saying(token: "Token") -> Saying | None:
    """ "their claim that ...", "the minister's refusal to ...", "his attack on ...": what hangs on the noun."""
    word = load_cues().nouns.get(token.lemma_.lower())
    if word is None or token.pos_ != "NOUN":
        return None
    content = _noun_content(token, word)
    if content is None:
        return None
    owner = next((c for c in grammar.children(token, "poss") if can_speak(c) or c.tag_ == "PRP$"), None)
    if owner is not None:
        cue = (owner.right_edge.i + 1, content[0])
        return Saying(cue, noun_range(owner, cue), content, word.stance, f"noun {word.word}")
    return _by_others(token, word, content)


def _by_others(token: "Token", word: CueWord, content: tuple[int, int]) -> Saying | None:
    """ "claims by Iran that ...", "a Reuters report that ..."; "allegations that ..." of nobody named."""
    cue, how = (token.i, token.i + 1), f"noun {word.word}"
    names = [c for c in grammar.children(token, "compound", "nmod", "amod") if c.ent_type_ in _NAMES]
    if names:
        return Saying(cue, (token.left_edge.i, names[-1].i + 1), content, word.stance, how)
    by = [c for name, c in grammar.prepositional(token, frozenset(("by", "from"))) if can_speak(c)]
    if by and by[0].i < content[0]:
        return Saying(cue, noun_range(by[0], cue), content, word.stance, how)
    if word.stance is Stance.ALLEGES and token.doc[content[0]].lower_ == "that":
        return Saying(cue, None, content, word.stance, how + ": nobody named")
    return None


_NAMES = frozenset(("ORG", "GPE", "PERSON", "NORP"))


def _noun_content(token: "Token", word: CueWord) -> tuple[int, int] | None:
    for c in (c for c in grammar.children(token, "acl", "ccomp", "relcl") if c.i > token.i):
        marks = {g.lower_ for g in c.children if g.dep_ in ("mark", "aux")}
        if ("that" in marks and word.takes("that")) or ("to" in marks and word.takes("to")):
            return c.left_edge.i, c.right_edge.i + 1
    told = _told_by_be(token) if word.takes("that", "to") else None
    if told is not None:
        return told
    for p in grammar.children(token, "prep"):
        if p.i == token.i + 1 and p.lower_ in word.frames:
            return p.i + 1, p.right_edge.i + 1
    return None


def _told_by_be(token: "Token") -> tuple[int, int] | None:
    """ "their fear is that ...", "his answer was to ...": the clause behind "be"."""
    if token.dep_ != "nsubj" or token.head.lemma_ != "be":
        return None
    told = grammar.children(token.head, "ccomp", "xcomp", "advcl")
    marks = (c for t in told if t.i > token.head.i for c in t.children)
    opening = next((c for c in marks if c.lower_ in ("that", "to") and c.dep_ in ("mark", "aux")), None)
    return None if opening is None else (opening.i, opening.head.right_edge.i + 1)


def adjective_saying(token: "Token") -> Saying | None:
    """ "is confident that ...", "were reluctant to ...", "is a critic of ..."."""
    cues = load_cues()
    word = (
        cues.adjectives.get(token.lower_) if token.dep_ == "acomp" else cues.roles.get(token.lemma_.lower())
    )
    if word is None or token.dep_ not in ("acomp", "attr") or token.head.lemma_ != "be":
        return None
    who = subject(token.head)
    if who is None or not can_speak(who):
        return None
    start = verb_range(token.head)[0]
    clause = next((c for c in grammar.children(token, "ccomp", "xcomp") if c.i > token.i), None)
    if clause is not None and word.takes("that", "to"):
        cue, content = (start, token.i + 1), (max(clause.left_edge.i, token.i + 1), clause.right_edge.i + 1)
        return Saying(cue, noun_range(who, cue), content, word.stance, f"adjective {word.word}")
    of = next((p for p in grammar.children(token, "prep") if p.lower_ in word.frames and p.i > token.i), None)
    if of is None or of.right_edge.i == of.i:
        return None
    cue = (start, of.i + 1)
    return Saying(
        cue, noun_range(who, cue), (of.i + 1, of.right_edge.i + 1), word.stance, f"adjective {word.word}"
    )


_NOT_SPEAKERS = frozenset("update updated editor note photo video watch live breaking related latest".split())


def heading(doc: "Doc") -> list[Saying]:
    """ "Minister: border stays shut" as the first line."""
    first = next(doc.sents, None)
    colon = (
        next((t for t in first if t.text == ":"), None) if first is not None and len(first) <= 40 else None
    )
    if first is None or colon is None or colon.i == 0 or colon.i + 2 >= first.end:
        return []
    words = doc[first.start : colon.i]
    if len(words) > 6 or not any(can_speak(t) for t in words):
        return []
    if any(t.lower_ in _NOT_SPEAKERS or t.pos_ in ("VERB", "AUX") for t in words):
        return []
    source, content = (first.start, colon.i), (colon.i + 1, first.end)
    return [Saying((colon.i, colon.i + 1), source, content, Stance.ASSERTS, "heading")]


def transcript(doc: "Doc") -> Iterator[Saying]:
    """The turns of a transcript: "SPEAKER: words", up to the next speaker."""
    labels = [r for r in (_label(doc, s.start) for s in doc.sents) if r is not None]
    if len(labels) < 2:
        return
    ends = [start for start, _ in labels[1:]] + [len(doc)]
    for (start, colon), end in zip(labels, ends, strict=True):
        if end > colon + 1:
            yield Saying((colon, colon + 1), (start, colon), (colon + 1, end), Stance.ASSERTS, "speaker")


def _label(doc: "Doc", start: int) -> tuple[int, int] | None:
    """A speaker's name in capitals and its colon at the start of a sentence."""
    at = start
    while at < len(doc) and doc[at].text in MARKS:
        at += 1
    first = at
    while (
        at < len(doc)
        and at - first < 5
        and (doc[at].is_upper or doc[at].text in (".", "-"))
        and doc[at].text != ":"
    ):
        at += 1
    if at > first and at < len(doc) and doc[at].text == ":" and doc[first].is_alpha and len(doc[first]) > 1:
        return first, at
    return None
