"""Who and what: the words of the main clause's subject and of its predicate, cut to what a brief line needs."""

from typing import TYPE_CHECKING

from sarhad.reading import grammar
from sarhad.reading.five_w_clauses import MARKS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 14
"""Words of a predicate; a longer one ends before its next phrase."""

_LEFT_OUT = frozenset(("relcl", "advcl", "parataxis", "ccomp", "acl", "appos"))
_BESIDE = frozenset(("advcl", "relcl", "parataxis", "npadvmod", "intj", "cc"))
_ENDS = frozenset((",", ";", ":", "-", "--", "(", ")", "."))


def who_range(subject: "Token", predicate: "Token") -> tuple[int, int]:
    """First and last token of the subject: its noun, what describes it, "of" and what is joined to it."""
    if predicate.pos_ in ("NOUN", "PROPN") and predicate.i - 1 == subject.i:
        return predicate.sent.start, subject.i  # a headline whose verb the parser took for a noun
    last = subject.i
    for child in subject.rights:
        if child.i >= predicate.i > subject.i or child.dep_ in _LEFT_OUT:
            break
        if child.is_punct and not grammar.children(subject, "conj"):
            break
        if child.dep_ == "prep" and child.lower_ not in ("of", "from"):
            break
        last = _conjunct_end(child) if child.dep_ == "conj" else child.right_edge.i
    while last > subject.i and (subject.doc[last].text in _ENDS or subject.doc[last].dep_ == "cc"):
        last -= 1
    first = _first_word(subject)
    return first, _quoted(subject.doc, first, last)


def _conjunct_end(noun: "Token") -> int:
    """Where what is joined ends, without the clauses that hang on it."""
    kept = [c.right_edge.i for c in noun.rights if c.dep_ in ("cc", "conj") or c.lower_ == "of"]
    return int(max([noun.i, *kept]))


def _first_word(subject: "Token") -> int:
    first: int = subject.left_edge.i
    while first < subject.i and (
        subject.doc[first].is_punct or subject.doc[first].dep_ in ("cc", "preconj", "intj")
    ):
        first += 1
    return first


def what_range(predicate: "Token", subject: "Token | None", *, headline: bool) -> tuple[int, int]:
    """First and last token of the predicate with its auxiliaries, objects and complements.

    A bare verb ("were killed") tells too little: it takes along the clause beside it ("when a bus overturned").
    A `headline` ends where another clause begins, whatever the parser made of that.
    """
    first = _opening(predicate, subject)
    last = _closing(predicate, first, beside=False)
    marks = [t.i for t in predicate.doc[predicate.i + 1 : last + 1] if headline and t.lower_ in MARKS]
    last = _tidy(predicate, first, min([last, *(m - 1 for m in marks)]))
    if sum(not t.is_stop and not t.is_punct for t in predicate.doc[first : last + 1]) < 2:
        last = _closing(predicate, first, beside=True)
    return first, last


def _closing(predicate: "Token", first: int, *, beside: bool) -> int:
    last: int = predicate.i
    for token in predicate.doc[predicate.i + 1 : _end(predicate) + 1]:
        if not beside and _ends_before(token, predicate):
            break
        quoted = sum(t.is_quote for t in predicate.doc[first : token.i]) % 2 == 1
        if token.text in _ENDS and not quoted and not _inside_name(token):
            break
        if token.i - first >= LONGEST and token.dep_ in ("prep", "mark", "aux", "advmod", "cc"):
            break
        last = token.i
    return _tidy(predicate, first, last)


def _end(predicate: "Token") -> int:
    """The last token that may belong: a verb the parser took for a noun reaches to the end of the headline."""
    taken = predicate if predicate.pos_ in ("VERB", "AUX") else predicate.sent.root
    edge: int = taken.right_edge.i
    return edge


def _tidy(predicate: "Token", first: int, last: int) -> int:
    """Without the word that would lead on and without an opened quotation mark."""
    doc = predicate.doc
    while last > predicate.i and (
        (doc[last].is_punct and not doc[last].is_quote)
        or doc[last].dep_ in ("prep", "mark", "cc", "det", "poss")
    ):
        last -= 1
    return _quoted(doc, first, last)


def _quoted(doc: "Doc", first: int, last: int) -> int:
    """With the quotation mark that closes one opened inside, without one that opens at the end."""
    if sum(t.is_quote for t in doc[first : last + 1]) % 2 == 0:
        return last
    if last + 1 < len(doc) and doc[last + 1].is_quote:
        return last + 1
    return last - 1 if doc[last].is_quote else last


def _opening(predicate: "Token", subject: "Token | None") -> int:
    """The first of the words that belong to the verb, none before the subject."""
    bound = subject.i if subject is not None and subject.i < predicate.i else -1
    own = [c.i for c in predicate.lefts if c.dep_ in ("aux", "auxpass", "neg", "advmod") and c.i > bound]
    return int(min([predicate.i, *own]))


def _ends_before(token: "Token", predicate: "Token") -> bool:
    """Where the telling of the act ends: at a clause beside it, at what is joined to the verb."""
    top = token
    while top.head.i not in (predicate.i, top.i) and top.head.i > predicate.i and top.dep_ not in _BESIDE:
        top = top.head
    if top.left_edge.i != token.i:
        return False
    if top.dep_ == "advcl":
        return str(token.lower_) != "to"  # "shows courage to avert a crash" is told whole
    if top.dep_ == "cc":
        return top.head.pos_ in ("VERB", "AUX")
    return top.dep_ in _BESIDE or (top.dep_ == "conj" and top.head.i == predicate.i)


def _inside_name(token: "Token") -> bool:
    """A hyphen within a word ("Mazar-i-Sharif"), a comma in a list or before a place's country."""
    if token.text == "-":
        spaced = bool(token.whitespace_) or token.i == 0 or bool(token.nbor(-1).whitespace_)
        return not spaced
    joined = token.text == "," and token.head.pos_ in ("NOUN", "PROPN")
    return joined and bool(grammar.children(token.head, "conj"))
