"""What is told: the words that hang on a cue, by the place where the cue's entry lets them stand."""

from typing import TYPE_CHECKING

from sarhad.reading import grammar
from sarhad.reading.attribution_cues import CueWord, Range
from sarhad.reading.attribution_sources import is_paper

if TYPE_CHECKING:
    from spacy.tokens import Token

_LOOSE = frozenset(
    "in on at during after before since until till amid following throughout despite while by via within".split()
)
"""Prepositions that mostly tell when or where something was said, not what."""


def after(verb: "Token", word: CueWord) -> tuple[Range, str] | None:
    """The content behind a verb and how it was found; None when nothing that its entry allows stands there."""
    for find in (_clause, _infinitive, _preposition, _thing, _moved, _loose_clause):
        found = find(verb, word)
        if found is not None and found[0][1] > found[0][0]:
            return _trimmed(verb, found[0]), found[1]
    return None


def _trimmed(verb: "Token", part: Range) -> Range:
    """Without a relative clause or apposition behind a comma at its end: that is the writer's own remark."""
    start, end = part
    last = verb.doc[end - 1]
    at = last
    while start <= at.head.i < end and at.head != at:
        if at.dep_ in ("relcl", "appos") and at.left_edge.i > start + 1 and verb.doc[at.left_edge.i - 1].text == ",":
            if at.dep_ == "relcl" and at.right_edge.i == last.i:
                return start, at.left_edge.i - 1
        at = at.head
    return part


def _right(verb: "Token", *labels: str) -> list["Token"]:
    return [c for c in grammar.children(verb, *labels) if c.i > verb.i]


def _is_infinitive(clause: "Token") -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)


def _to(clause: "Token") -> int:
    """Where the infinitive begins: "to go", "not to go"."""
    return min(c.i for c in clause.children if c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ == "to"))


def _clause(verb: "Token", word: CueWord) -> tuple[Range, str] | None:
    found = [c for c in _right(verb, "ccomp") if not _is_infinitive(c)]
    if not found or not word.takes("that", "all"):
        return None
    clause = found[0]
    start = max(clause.left_edge.i, verb.i + 1)
    return (start, clause.right_edge.i + 1), "clause"


def _infinitive(verb: "Token", word: CueWord) -> tuple[Range, str] | None:
    found = [c for c in _right(verb, "xcomp", "ccomp", "advcl") if _is_infinitive(c)]
    objects = _right(verb, "dobj")
    found = [c for c in found if c.dep_ != "advcl" or word.takes("all", "whom") or not objects]
    particle = next((p for p in _right(verb, "prep", "prt") if f"{verb.lemma_.lower()}_{p.lower_}" == word.word), None)
    if particle is not None and word.takes("all") and (particle.right_edge.i > particle.i or found):
        ends = [particle.right_edge.i, *(c.right_edge.i for c in found)]
        return (particle.i + 1, max(ends) + 1), "preposition " + particle.lower_
    if found and word.takes("all"):
        start = min(c.left_edge.i for c in (*objects, *found))
        return (max(start, verb.i + 1), found[0].right_edge.i + 1), "infinitive"
    if found and word.takes("whom", "to"):
        return (_to(found[0]), found[0].right_edge.i + 1), "infinitive"
    asked = [c for c in _right(verb, "xcomp") if c.left_edge.tag_ in ("WP", "WRB", "WDT")]
    if asked and word.takes("that"):
        return (asked[0].left_edge.i, asked[0].right_edge.i + 1), "clause"
    gerunds = [c for c in _right(verb, "xcomp") if c.tag_ == "VBG"]
    if gerunds and word.takes("ing", "thing"):
        return (gerunds[0].left_edge.i, gerunds[0].right_edge.i + 1), "gerund"
    return None


def _preposition(verb: "Token", word: CueWord) -> tuple[Range, str] | None:
    if _right(verb, "dobj") and not word.takes("whom"):
        return None
    for p in _right(verb, "prep"):
        if word.word.endswith("_" + p.lower_):
            continue
        if p.lower_ in word.frames and grammar.children(p, "pobj", "pcomp"):
            return (p.i + 1, p.right_edge.i + 1), f"preposition {p.lower_}"
    return None


_COMPLEMENTS = ("oprd", "xcomp", "ccomp", "acomp")


def _thing(verb: "Token", word: CueWord) -> tuple[Range, str] | None:
    objects = _right(verb, "dobj")
    if not word.takes("thing", "all", "thingas", "paper"):
        return None
    if not word.takes("thing", "all", "thingas") and not any(is_paper(c) for c in grammar.children(verb, "nsubj")):
        return None
    rest = [c for c in _right(verb, *_COMPLEMENTS)]
    if not objects and not (rest and word.takes("all", "thing")):
        return None
    as_what = [p for p in _right(verb, "prep") if p.lower_ == "as"]
    if word.takes("thingas") and not word.takes("thing") and not as_what:
        return None
    return (_start(verb, [*objects, *rest]), _end(verb, [*objects, *rest])), "object"


def _start(verb: "Token", parts: list["Token"]) -> int:
    return max(min(c.left_edge.i for c in parts), verb.i + 1)


def _end(verb: "Token", parts: list["Token"]) -> int:
    """The end of the object with what belongs to it; time and place of the saying stay out."""
    end = max(c.right_edge.i for c in parts) + 1
    for c in verb.children:
        near = c.left_edge.i == end or c.lower_ in ("as", "for", "of", "over")
        if c.i >= end and c.dep_ in ("prep", "agent") and c.lower_ not in _LOOSE and near:
            end = c.right_edge.i + 1
    return end


def _moved(verb: "Token", word: CueWord) -> tuple[Range, str] | None:
    """ "what they hope", "the laws the minister proposed": what is told stands before the source."""
    if not word.takes("that", "thing", "to", "of", "for") or grammar.is_passive(verb):
        return None
    own = [c for c in grammar.children(verb, "nsubj") if c.i < verb.i]
    if not own:
        return None
    asked = [c for c in grammar.children(verb, "dobj", "mark", "advmod", "attr") if c.i < own[0].i and c.tag_ in ("WP", "WDT")]
    if asked and (verb.dep_ != "relcl" or asked[0].lower_ == "what"):
        return (asked[0].left_edge.i, asked[0].right_edge.i + 1), "moved"
    if verb.dep_ != "relcl" or own[0].tag_ in ("WP", "WDT") or verb.head.i > own[0].i:
        return None
    if any(c.tag_ in ("WRB",) for c in verb.children):
        return None
    return (verb.head.left_edge.i, min(verb.left_edge.i, own[0].left_edge.i)), "moved"


def _loose_clause(verb: "Token", word: CueWord) -> tuple[Range, str] | None:
    """A clause that the parser hung elsewhere: "said on Monday that ...", "said after the vote it would"."""
    if not word.takes("that"):
        return None
    sentence = verb.sent
    for t in verb.doc[verb.i + 1 : min(sentence.end, verb.i + 16)]:
        if t.lower_ == "that" and (t.dep_ == "mark" or t.tag_ == "IN") and t.head.i > t.i:
            return (t.i, t.head.right_edge.i + 1), "clause"
        if t.is_punct or t.pos_ in ("VERB",):
            break
    loose = [c for c in _right(verb, "advcl") if grammar.children(c, "nsubj", "nsubjpass") and not grammar.children(c, "mark", "advmod")]
    if loose:
        first = grammar.children(loose[0], "nsubj", "nsubjpass")[0]
        return (first.left_edge.i, loose[0].right_edge.i + 1), "clause"
    return None
