"""What is told: the words that hang on a verb, by the places where its entry in the table lets them stand."""

from typing import TYPE_CHECKING

from sarhad.reading import grammar
from sarhad.reading.attribution_cues import CueWord, Range
from sarhad.reading.attribution_sources import is_paper

if TYPE_CHECKING:
    from spacy.tokens import Token

Found = tuple[Range, str]
"""The content and how it was found."""


def after(verb: "Token", word: CueWord) -> Found | None:
    """The content of a verb, behind it or in front of its relative clause; None when nothing that its entry allows
    stands there."""
    for find in (_clause, _phrasal, _infinitive, _gerund, _preposition, _thing, _moved, _loose_clause):
        found = find(verb, word)
        if found is not None and found[0][1] > found[0][0]:
            return _trimmed(verb, found[0]), found[1]
    return None


def _right(verb: "Token", *labels: str) -> list["Token"]:
    return [c for c in grammar.children(verb, *labels) if c.i > verb.i]


def _start(verb: "Token", *parts: "Token") -> int:
    """The first word of the parts behind the verb."""
    return int(max(min(c.left_edge.i for c in parts), verb.i + 1))


def _whole(verb: "Token", part: "Token") -> Range:
    return _start(verb, part), int(part.right_edge.i) + 1


def _trimmed(verb: "Token", part: Range) -> Range:
    """Without a relative clause behind a comma at its end: that is the writer's own remark."""
    start, end = part
    last = at = verb.doc[end - 1]
    while start <= at.head.i < end and at.head != at:
        first = at.left_edge.i
        if at.dep_ == "relcl" and at.right_edge.i == last.i and first > start + 1:
            if verb.doc[first - 1].text == ",":
                return start, first - 1
        at = at.head
    return part


def _is_infinitive(clause: "Token") -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)


def _to(clause: "Token") -> int:
    """Where the infinitive begins: "to go", "not to go"."""
    return int(min(c.i for c in clause.children if c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ == "to")))


def _clause(verb: "Token", word: CueWord) -> Found | None:
    if not word.takes("that", "all"):
        return None
    for clause in _right(verb, "ccomp"):
        if not _is_infinitive(clause):
            return _whole(verb, clause), "clause"
    return None


def _infinitives(verb: "Token", word: CueWord) -> list["Token"]:
    """The parser hangs some as adverbial clauses, mostly where a person is asked to do something."""
    found = [c for c in _right(verb, "xcomp", "ccomp", "advcl") if _is_infinitive(c)]
    loose = word.takes("all", "whom") or not _right(verb, "dobj")
    return [c for c in found if c.dep_ != "advcl" or loose]


def _phrasal(verb: "Token", word: CueWord) -> Found | None:
    """ "called on both sides to stop": who is called on belongs to what is told."""
    names = (f"{verb.lemma_.lower()}_{p.lower_}" for p in _right(verb, "prep", "prt"))
    if not word.takes("all") or word.word not in names:
        return None
    particle = next(p for p in _right(verb, "prep", "prt") if word.word.endswith("_" + p.lower_))
    ends = [particle.right_edge.i, *(c.right_edge.i for c in _infinitives(verb, word))]
    return (particle.i + 1, max(ends) + 1), f"preposition {particle.lower_}"


def _infinitive(verb: "Token", word: CueWord) -> Found | None:
    found = _infinitives(verb, word)
    if found and word.takes("all"):
        return (_start(verb, *_right(verb, "dobj"), *found), found[0].right_edge.i + 1), "infinitive"
    if found and word.takes("whom", "to"):
        return (_to(found[0]), found[0].right_edge.i + 1), "infinitive"
    asked = [c for c in _right(verb, "xcomp") if c.left_edge.tag_ in ("WP", "WRB", "WDT")]
    return (_whole(verb, asked[0]), "clause") if asked and word.takes("that") else None


def _gerund(verb: "Token", word: CueWord) -> Found | None:
    gerunds = [c for c in _right(verb, "xcomp") if c.tag_ == "VBG"]
    return (_whole(verb, gerunds[0]), "gerund") if gerunds and word.takes("ing", "thing") else None


def _preposition(verb: "Token", word: CueWord) -> Found | None:
    if _right(verb, "dobj") and not word.takes("whom"):
        return None
    for p in _right(verb, "prep"):
        if p.lower_ in word.frames and grammar.children(p, "pobj", "pcomp"):
            return (p.i + 1, p.right_edge.i + 1), f"preposition {p.lower_}"
    return None


_COMPLEMENTS = ("oprd", "xcomp", "ccomp", "acomp")


def _takes_thing(verb: "Token", word: CueWord) -> bool:
    if word.takes("thing", "all"):
        return True
    if word.takes("thingas"):
        named = (verb, *_right(verb, "dobj"))
        return any(p.lower_ == "as" for t in named for p in _right(t, "prep"))
    return word.takes("paper") and any(is_paper(c) for c in grammar.children(verb, "nsubj"))


def _thing(verb: "Token", word: CueWord) -> Found | None:
    parts = _right(verb, "dobj", *_COMPLEMENTS)
    named = any(c.dep_ == "dobj" for c in parts) or word.takes("all", "thing")
    if not parts or not named or not _takes_thing(verb, word):
        return None
    return (_start(verb, *parts), _thing_end(verb, parts)), "object"


_LOOSE = frozenset(
    "in on at during after before since until till amid following throughout despite while by via within".split()
)
"""Prepositions that mostly tell when or where something was said, not what."""
_OF_THE_THING = frozenset(("as", "for", "of", "over"))
"""Prepositions that tell of the thing also where something stands between."""


def _thing_end(verb: "Token", parts: list["Token"]) -> int:
    """The end of the object with what belongs to it; time and place of the saying stay out."""
    end = int(max(c.right_edge.i for c in parts)) + 1
    for c in grammar.children(verb, "prep", "agent"):
        near = c.left_edge.i == end or c.lower_ in _OF_THE_THING
        if c.i >= end and c.lower_ not in _LOOSE and near:
            end = int(c.right_edge.i) + 1
    return end


_RELATIVE = ("WP", "WDT")


def _moved(verb: "Token", word: CueWord) -> Found | None:
    """ "what they hope", "the laws the minister proposed": what is told stands before the source."""
    own = [c for c in grammar.children(verb, "nsubj") if c.i < verb.i]
    if not own or not word.takes("that", "thing", "to", "of", "for"):
        return None
    before = [c for c in grammar.children(verb, "dobj", "mark", "advmod", "attr") if c.i < own[0].i]
    asked = next((c for c in before if c.tag_ in _RELATIVE), None)
    if asked is not None and (verb.dep_ != "relcl" or asked.lower_ == "what"):
        return (asked.left_edge.i, asked.right_edge.i + 1), "moved"
    open_relative = verb.dep_ == "relcl" and own[0].tag_ not in _RELATIVE and verb.head.i < own[0].i
    if not open_relative or any(c.tag_ == "WRB" for c in verb.children):
        return None
    return (verb.head.left_edge.i, min(verb.left_edge.i, own[0].left_edge.i)), "moved"


def _loose_clause(verb: "Token", word: CueWord) -> Found | None:
    """A clause that the parser hung elsewhere: "said on Monday that ...", "said after the vote it would"."""
    if not word.takes("that"):
        return None
    for t in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 16)]:
        if t.lower_ == "that" and (t.dep_ == "mark" or t.tag_ == "IN") and t.head.i > t.i:
            return (t.i, t.head.right_edge.i + 1), "clause"
        if t.is_punct or t.pos_ == "VERB":
            break
    for clause in _right(verb, "advcl"):
        subjects = grammar.children(clause, "nsubj", "nsubjpass")
        if subjects and not grammar.children(clause, "mark", "advmod"):
            return (subjects[0].left_edge.i, clause.right_edge.i + 1), "clause"
    return None
