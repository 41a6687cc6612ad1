"""Who says what, in spans: each saying of a document with its source, its cue and its content.

Direct and indirect speech, "according to", asides, what is wanted, promised or refused, and judgements of others
("condemned the strike"). A saying inside another's content is told as well, with the one that holds it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sarhad.codebook import Stance
from sarhad.reading import grammar
from sarhad.reading.attribution_asides import aside
from sarhad.reading.attribution_content import after
from sarhad.reading.attribution_cues import CueWord, Range, load_cues, verb_cue, verb_range
from sarhad.reading.attribution_nesting import holds, untangled
from sarhad.reading.attribution_phrases import (
    according,
    adjective_saying,
    heading,
    noun_saying,
    transcript,
)
from sarhad.reading.attribution_quotes import MARKS, quotations, touched
from sarhad.reading.attribution_saying import Saying
from sarhad.reading.attribution_unsourced import hedge, nobody_named
from sarhad.reading.attribution_sources import can_speak, noun_range, subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Chars = tuple[int, int]
"""Half-open range of characters in the text of the parse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says what. `source` is None where nobody is named. An aside stands inside its `content`. `within` is the
    place in the same tuple of the attribution whose content holds this one, None for what the text itself attributes.
    `why` says which word was the cue and where the content was found."""

    source: Chars | None
    cue: Chars
    content: Chars
    stance: Stance
    why: str
    within: int | None = None


def attributions(doc: "Doc") -> tuple[Attribution, ...]:
    """All attributions of a parsed document, in order of their cues."""
    quotes = quotations(doc)
    found = [s for t in doc for s in _at(t)]
    found += list(transcript(doc))
    first = heading(doc)
    found = [_quoted(s, quotes) for s in found] + ([first] if first else [])
    found = _running(doc, _one_a_cue(found), quotes)
    found = untangled(doc, found)
    found = [s for s in found if not _in_speech(s, quotes) or any(holds(o, s) for o in found if o is not s)]
    return _records(doc, sorted(found, key=lambda s: s.cue))


def _at(token: "Token") -> Iterator[Saying]:
    """The saying a token is the cue of."""
    if token.lower_ == "according":
        found = according(token)
    elif token.pos_ in ("VERB", "AUX") and token.lemma_ != "be" or token.dep_ in ("ROOT", "ccomp", "relcl", "advcl"):
        found = verb_saying(token)
    elif token.pos_ == "NOUN":
        found = noun_saying(token) or adjective_saying(token)
    elif token.dep_ in ("amod", "advmod"):
        found = hedge(token)
    elif token.dep_ in ("acomp", "attr"):
        found = adjective_saying(token)
    else:
        found = None
    if found is not None:
        yield found


def verb_saying(verb: "Token") -> Saying | None:
    """The saying of a verb of the table; None where it says nothing here."""
    word = verb_cue(verb)
    light = light_saying(verb)
    if light is not None:
        return light
    if word is None or verb.dep_ in ("amod", "aux", "compound"):
        return None
    if grammar.is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "advcl" and not grammar.children(verb, "aux")):
        return passive_saying(verb, word)
    who = subject(verb)
    cue = verb_range(verb)
    if who is not None and who.lower_ in ("you", "one"):
        return None
    source = noun_range(who, cue) if who is not None else None
    found = after(verb, word)
    around = aside(verb, cue, source, found[0] if found else None) if word.takes("quote") else None
    if around is not None:
        return Saying(cue, source, around, word.stance, f"{word.word}: aside", speech=True)
    if found is None:
        return _before_a_quotation(verb, word, cue, source)
    if who is None or ((found[1] not in ("clause", "infinitive")) and not can_speak(who)):
        return None
    content, how = found
    cue, content = _with_preposition(cue, content, how), content
    if how == "object":
        cue, content = _past_pronoun(verb, cue, content)
    return Saying(cue, source, content, _stance(verb, word), f"{word.word}: {how}", speech=word.takes("quote"))


def _past_pronoun(verb: "Token", cue: Range, content: Range) -> tuple[Range, Range]:
    """ "accused her of [lying]", "called it [a farce]": the pronoun goes with the cue, and its preposition."""
    pronoun = verb.doc[content[0]]
    at = content[0] + 1
    if content[0] != cue[1] or pronoun.pos_ != "PRON" or at >= content[1] or pronoun.dep_ != "dobj":
        return cue, content
    if verb.doc[at].dep_ == "prep" and verb.doc[at].lower_ in ("of", "as", "on", "with", "to"):
        return ((cue[0], at + 1), (at + 1, content[1])) if at + 1 < content[1] else (cue, content)
    return cue, content


def _with_preposition(cue: Range, content: Range, how: str) -> Range:
    if how.startswith("preposition") and content[0] - cue[1] <= 3:
        return cue[0], content[0]
    return cue


def _stance(verb: "Token", word: CueWord) -> Stance:
    """What is not said, not confirmed or not denied is neither asserted nor denied."""
    negated = any(c.dep_ == "neg" or c.lower_ == "neither" for c in verb.children)
    joined = verb.dep_ == "conj" and any(c.lower_ in ("neither", "nor") for c in verb.head.children)
    if negated or joined:
        return Stance.NEITHER
    return word.stance


def _before_a_quotation(verb: "Token", word: CueWord, cue: Range, source: Range | None) -> Saying | None:
    """ 'He added: "..."': the parser often cuts at the colon."""
    doc = verb.doc
    if source is None or not word.takes("quote"):
        return None
    at = cue[1]
    while at < len(doc) and at - cue[1] < 12 and doc[at].text not in MARKS and doc[at].text not in (".", ":"):
        at += 1
    if at < len(doc) and doc[at].text == ":":
        at += 1
    elif at >= len(doc) or doc[at].text not in MARKS or doc[at - 1].text != "," or not doc[at - 1].whitespace_:
        return None
    if at >= len(doc):
        return None
    return Saying(cue, source, (at, doc[at].sent.end), word.stance, f"{word.word}: quotation", speech=True)


def passive_saying(verb: "Token", word: CueWord) -> Saying | None:
    """ "was condemned by the ministry", "the view shared by experts"."""
    by = grammar.agent(verb)
    if by is None:
        return nobody_named(verb)
    if not can_speak(by) or word.word in ("view", "hear", "see"):
        return None
    told = grammar.children(verb, "nsubjpass")
    cue = verb_range(verb)
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
    told = next((o for o in grammar.children(verb, "dobj") if o.i > verb.i and o.lemma_.lower() in cues.told), None)
    if word is None or told is None or grammar.is_passive(verb):
        return None
    who, cue = subject(verb), verb_range(verb)
    if who is None or not can_speak(who):
        return None
    how = f"{word.word} {told.lemma_.lower()}"
    for c in (*told.children, *verb.children):
        if c.i > told.i and c.i - cue[1] < 8 and _carries(c):
            start = c.i + 1 if c.dep_ == "prep" else c.left_edge.i
            if c.right_edge.i + 1 > start:
                cue = cue[0], start
                return Saying(cue, noun_range(who, cue), (start, c.right_edge.i + 1), word.stance, how)
    content = told.left_edge.i, told.right_edge.i + 1
    return Saying(cue, noun_range(who, cue), content, word.stance, how)


def _carries(token: "Token") -> bool:
    """Whether what a noun of saying tells hangs here: a preposition, a that-clause, an infinitive."""
    if token.dep_ == "prep":
        return token.lower_ in ("about", "for", "on", "of", "at", "against", "over", "with", "to")
    return token.dep_ in ("acl", "ccomp") and token.tag_ != "VBN"


def _quoted(saying: Saying, quotes: list[Range]) -> Saying:
    """The saying with its direct speech whole."""
    if not saying.speech:
        return saying
    inside = [q for q in quotes if not (q[0] <= saying.cue[0] < q[1])]
    return saying.with_content(touched(inside, saying.content))


def _one_a_cue(found: list[Saying]) -> list[Saying]:
    """At most one saying for each word of a cue; the first found stays."""
    out: list[Saying] = []
    for s in sorted(found, key=lambda s: s.cue[1]):
        if not any(o.cue[0] < s.cue[1] and s.cue[0] < o.cue[1] for o in out[-3:]):
            out.append(s)
    return out


def _running(doc: "Doc", found: list[Saying], quotes: list[Range]) -> list[Saying]:
    """Quotations that no cue of their own sentence holds go on with the speech just before them."""
    out = list(found)
    for quote in quotes:
        if quote[1] - quote[0] < 4 or any(_shares(s, quote) for s in out if not _inside(s, quote)):
            continue
        before = [n for n, s in enumerate(out) if s.speech and not _in_speech(s, quotes) and 0 <= quote[0] - s.extent()[1] <= 30]
        near = max(before, key=lambda n: (_direct(doc, out[n]), out[n].extent()[1]), default=None)
        if near is not None and _nothing_between(doc, out[near].extent()[1], quote[0]):
            s = out[near]
            out[near] = s.with_content((min(s.content[0], quote[0]), max(s.content[1], quote[1])))
    return out


def _in_speech(saying: Saying, quotes: list[Range]) -> bool:
    """A cue between quotation marks is part of somebody's speech."""
    return any(a < saying.cue[0] and saying.cue[1] <= b and b - a > 6 for a, b in quotes)


def _shares(saying: Saying, quote: Range) -> bool:
    start, end = saying.extent()
    return start < quote[1] and quote[0] < end


def _direct(doc: "Doc", saying: Saying) -> bool:
    """Whether a saying holds direct speech already."""
    return any(doc[i].text in MARKS for i in range(*saying.content))


def _inside(saying: Saying, quote: Range) -> bool:
    return quote[0] <= saying.cue[0] < quote[1]


def _nothing_between(doc: "Doc", start: int, end: int) -> bool:
    """Only marks and the rest of the saying's sentence stand between a saying and a quotation."""
    after = int(doc[start - 1].sent.end)
    return all(t.is_punct for t in doc[max(start, after) : end]) and end - start < 25


def _records(doc: "Doc", found: list[Saying]) -> tuple[Attribution, ...]:
    out = []
    for n, s in enumerate(found):
        holder = next((m for m, o in enumerate(found) if m != n and holds(o, s)), None)
        out.append(
            Attribution(
                source=_chars(doc, s.source) if s.source else None,
                cue=_chars(doc, s.cue),
                content=_chars(doc, s.content),
                stance=s.stance,
                why=s.how,
                within=holder,
            )
        )
    return tuple(out)


def _chars(doc: "Doc", part: Range) -> Chars:
    last = doc[part[1] - 1]
    return doc[part[0]].idx, last.idx + len(last)
