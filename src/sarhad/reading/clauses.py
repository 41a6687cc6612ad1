"""How far a quote reaches: the smallest clause that tells a trigger's act, as a range of tokens.

A reading's quote is matched clause against clause, so it is neither the bare event noun nor the whole sentence: it
holds the parties of the act, its own complement, and leaves out what is told beside it.
"""

import itertools
from typing import TYPE_CHECKING

from sarhad.codebook import EventType
from sarhad.reading import grammar
from sarhad.reading.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BESIDE = frozenset(("conj", "cc", "advcl", "parataxis", "punct", "mark", "ccomp", "intj", "discourse"))
_COMPLEMENT_TYPES = frozenset(
    (EventType.REQUEST, EventType.ACCUSE, EventType.THREATEN, EventType.REJECT, EventType.AGREE)
)
_SHORT, _LONG = 45, 190


def clause(trigger: Trigger) -> tuple[int, int]:
    """First and last token (inclusive) of the quote for `trigger`."""
    doc = trigger.token.doc
    first, last = own_clause(trigger)
    answers = (
        trigger.type is EventType.REJECT and trigger.token.dep_ == "relcl"
    )  # "..., a charge Kabul denies"
    if _length(doc, first, last) < _LEAST and not answers:
        first, last = trimmed(doc, *_with_what_holds_it(trigger.token, first, last))
    return first, last


_LEAST, _MOST = 50, 115
_ABOVE = 3


def _with_what_holds_it(token: "Token", first: int, last: int) -> tuple[int, int]:
    """A clause too short to be recognised ("to hold talks today") with the one it hangs on ("the two are to hold talks
    today"), or with the words around it."""
    doc = token.doc
    for head in itertools.islice(grammar.governors(grammar.clause_head(token)), _ABOVE):
        low, high = grammar.extent(head, _BESIDE, keep=token)
        low, high = min(first, low), max(last, high)
        if _LEAST <= _length(doc, low, high) <= _MOST:
            return low, high
    return _grown(doc, first, last, token.sent.start, token.sent.end - 1, least=_LEAST)


def own_clause(trigger: Trigger) -> tuple[int, int]:
    """The clause of `trigger` and no more: what is told of the act itself."""
    if trigger.entry.part == "n":
        return trimmed(trigger.token.doc, *_noun_clause(trigger))
    first, last = _verb_clause(trigger.token, trigger.type in _COMPLEMENT_TYPES)
    if trigger.type is EventType.REQUEST:
        last = max(
            [
                last,
                *(
                    c.right_edge.i
                    for c in grammar.children(trigger.token, "advcl")
                    if _follows(c, trigger.last)
                ),
            ]
        )
    if trigger.entry.has("commit"):
        last = max([last, *(grammar.extent(c, _BESIDE)[1] for c in grammar.undertaken(trigger.token))])
    if trigger.entry.has("working"):
        aims = [
            c for c in grammar.children(trigger.token, "advcl") if any(g.lower_ == "to" for g in c.children)
        ]
        last = max([last, *(c.right_edge.i for c in aims)])
    return trimmed(trigger.token.doc, first, last)


def _follows(clause: "Token", last: int) -> bool:
    """ "called [for the world to act]": what is asked for, though parsed as an adjunct."""
    return clause.left_edge.i in (last, last + 1)


def _length(doc: "Doc", first: int, last: int) -> int:
    end: int = doc[last].idx + len(doc[last])
    return end - int(doc[first].idx)


def _verb_clause(verb: "Token", with_complement: bool) -> tuple[int, int]:
    leave_out = _BESIDE - {"ccomp"} if with_complement else _BESIDE
    first, last = grammar.extent(verb, leave_out)
    if verb.dep_ in ("xcomp",) and verb.head.pos_ in ("VERB", "ADJ"):
        up_first, up_last = grammar.extent(verb.head, _BESIDE)
        if _length(verb.doc, up_first, max(last, up_last)) <= _LONG:
            first, last = min(first, up_first), max(last, up_last)
    if verb.dep_ in ("acl", "relcl") and _length(verb.doc, first, last) < _SHORT:
        first = min(first, verb.head.left_edge.i)
    return _without_tail(verb, first, last)


def _without_tail(verb: "Token", first: int, last: int) -> tuple[int, int]:
    """Cut a relative or participial clause off the end of an overlong quote."""
    doc = verb.doc
    if _length(doc, first, last) <= _LONG:
        return first, last
    for token in doc[verb.i + 1 : last + 1]:
        if token.dep_ in ("relcl", "advcl", "acl", "conj") and token.pos_ in ("VERB", "AUX"):
            edge = token.left_edge.i
            if edge > verb.i + 2 and _length(doc, first, edge - 1) >= _SHORT:
                return first, edge - 1
    return first, last


def _noun_clause(trigger: Trigger) -> tuple[int, int]:
    noun = trigger.token
    doc = noun.doc
    first, last = grammar.extent(noun, frozenset(("conj", "cc", "appos", "punct")))
    if _length(doc, first, last) > _LONG:
        first, last = grammar.extent(noun, frozenset(("conj", "cc", "appos", "punct", "relcl", "acl")))
    if _length(doc, first, last) >= _SHORT:
        return first, last
    head = grammar.clause_head(noun)
    if head.pos_ in ("VERB", "AUX"):
        up_first, up_last = grammar.extent(head, _BESIDE, keep=noun)
        if up_first <= first and last <= up_last and _length(doc, up_first, up_last) <= _LONG:
            return up_first, up_last
        return _grown(doc, first, last, up_first, up_last)
    return _grown(doc, first, last, noun.sent.start, noun.sent.end - 1)


def _grown(doc: "Doc", first: int, last: int, low: int, high: int, *, least: int = _SHORT) -> tuple[int, int]:
    """A short phrase with words around it, inside `low`..`high` and its semicolons, until it is long enough to be recognised."""
    low = max([low, *(t.i + 1 for t in doc[low:first] if t.text == ";")])
    high = min([high, *(t.i - 1 for t in doc[last + 1 : high + 1] if t.text == ";")])
    while _length(doc, first, last) < least and (first > low or last < high):
        if last < high:
            last += 1
        if _length(doc, first, last) < least and first > low:
            first -= 1
    return first, last


_EDGE = frozenset((",", ".", ";", ":", "-", "--", "...", "!", "?", "(", ")"))
_LEAD = frozenset(("that", "and", "but", "or", "while", "as", "because", "whereas", "so"))


def trimmed(doc: "Doc", first: int, last: int) -> tuple[int, int]:
    while first < last and (doc[first].text in _EDGE or doc[first].is_space or doc[first].lower_ in _LEAD):
        first += 1
    while last > first and (doc[last].text in _EDGE or doc[last].is_space):
        last -= 1
    return first, last


WIDE = 70
"""Characters that a quote needs where nobody listed the word that names its act."""


def widened(doc: "Doc", clause: tuple[int, int], token: "Token") -> tuple[int, int]:
    """A short quote with the words around it in its sentence, until it can be recognised."""
    return _grown(doc, *clause, token.sent.start, token.sent.end - 1, least=WIDE)
