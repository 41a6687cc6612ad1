"""What a document names, marked on its parse from what reading found itself: times told and places.

A tagger of names would cost two fifths of the parse. Without one no figure of a reading falls by more than a hundredth;
strangers' names guessed from capitals alone were tried and won nothing (docs/benchmarks.md): people are those of the
registry, and names that stand behind a title ("spokesman Gul Zaman").
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sarhad.reading.actors_roles import role_of
from sarhad.reading.actors_words import TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]
"""Half-open characters of the parsed text."""


def mark(doc: "Doc", times: Iterable[Range], places: Iterable[Range], people: Iterable[Range] = ()) -> None:
    """Times told (DATE), places (GPE) and people (PERSON) become the names of the parse; where two overlap, the longer one."""
    from spacy.util import filter_spans

    told = [(*t, "DATE") for t in times] + [(*p, "GPE") for p in places] + [(*p, "PERSON") for p in people]
    spans = (doc.char_span(start, end, label, alignment_mode="expand") for start, end, label in told)
    doc.set_ents(filter_spans([s for s in spans if s is not None]))


def titled(doc: "Doc") -> Iterator[Range]:
    """Names behind a title: "commander Gul Zaman", "Prime Minister Amal Karam"."""
    for token in doc:
        if token.pos_ != "PROPN" or token.dep_ in ("compound", "nmod") or _is_title(token):
            continue
        if role_of(token) is not None:
            continue  # "General Assembly"
        first = token
        while (
            first.i > token.left_edge.i and first.nbor(-1).pos_ == "PROPN" and not _is_title(first.nbor(-1))
        ):
            first = first.nbor(-1)
        if token.i - first.i > _LONGEST or first.i == token.sent.start:
            continue
        if _is_title(first.nbor(-1)) and _all_names(doc[first.i : token.i + 1]):
            yield first.idx, token.idx + len(token)


_LONGEST = 3
"""Words of a name before its last."""


def _is_title(word: "Token") -> bool:
    return word.lemma_.lower().strip(".") in _TITLES and word.tag_ in ("NN", "NNP")


_COURTESY = frozenset("mr mrs ms dr sir prof".split())
_TITLES = (TITLES - _COURTESY) | frozenset(
    (
        "leader commander chief head official envoy negotiator mediator spokesperson governor mayor adviser advisor aide diplomat "
        "speaker lawmaker senator judge cleric marshal admiral officer inspector superintendent soldier policeman constable "
        "militant rebel gunman fighter journalist activist scientist engineer teacher doctor student man woman boy girl child "
        "son daughter father mother brother sister wife husband king queen emir sultan crown pm mp czar"
    ).split()
)
"""What stands before a person's name; who is only called "Mr" is of nobody's side told."""


def _all_names(words: "Iterable[Token]") -> bool:
    return all(w.text[:1].isupper() and w.text[1:2].islower() and not w.ent_type_ for w in words)
