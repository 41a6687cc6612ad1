"""Names found in the text, laid over the tokens of its parse."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from sarhad.knowledge.actors import Hit
from sarhad.reading.actors_grammar import Doc, Token
from sarhad.reading.actors_words import FIRST_NAMES, MILITARY_ACTS

_NO_HEAD = frozenset(["ADP", "DET", "CCONJ", "PUNCT"])
_IN = frozenset(["in", "at", "near", "into", "inside", "across", "through", "over", "throughout", "within", "around", "from", "off", "outside"])  # fmt: skip


class Names:
    """Hits by token. `heads` maps every token of a name to the name's head token."""

    __slots__ = ("_more", "_starts", "doc", "heads", "hits", "sentence", "spans")

    def __init__(self, doc: Doc, hits: Iterable[Hit]) -> None:
        self.doc = doc
        self._starts = [token.idx for token in doc]
        self.sentence = [number for number, sentence in enumerate(doc.sents) for _ in sentence]
        self.hits: dict[int, Hit] = {}
        self.heads: dict[int, int] = {}
        self.spans: dict[int, tuple[int, int]] = {}
        self._more: dict[int, list[Hit]] = {}
        for hit in hits:
            self._lay(hit)

    def _lay(self, hit: Hit) -> None:
        first, last = self.index(hit.start), self.index(hit.end - 1)
        if first in self.hits:  # "U.S.-Israeli" is one token to the parser
            self._more.setdefault(self.heads[first], []).append(hit)
            return
        if hit.text in FIRST_NAMES and _is_first_name(self.doc[first]):
            return
        root = self._root(first, last)
        for at in range(first, last + 1):
            self.hits[at], self.heads[at] = hit, root
        self.spans[root] = (first, last)

    def _root(self, first: int, last: int) -> int:
        """The head of a name; the parser often parts "the Front | for the Freedom of X"."""
        root: Token = self.doc[first : last + 1].root
        if root.pos_ not in _NO_HEAD:
            return int(root.i)
        inside = range(first, last + 1)
        apart = [at for at in inside if self.doc[at].pos_ == "PROPN" and self.doc[at].head.i not in inside]
        return apart[0] if apart else int(root.i)

    def index(self, char: int) -> int:
        """The token at a character."""
        return max(bisect_right(self._starts, char) - 1, 0)

    def headed(self, at: int) -> Hit | None:
        """The name whose head is this very token."""
        return self.hits[at] if self.heads.get(at) == at else None

    def all_headed(self, at: int) -> list[Hit]:
        """Every name headed at the token: two in "U.S.-Israeli"."""
        hit = self.headed(at)
        return [hit, *self._more.get(at, ())] if hit is not None else []

    def span(self, token: Token) -> tuple[int, int]:
        """First and last token of the name headed here; the token itself when it heads none."""
        return self.spans.get(token.i, (token.i, token.i))

    def all_heads(self) -> list[int]:
        """Head tokens of all names, in order."""
        return sorted(self.spans)

    def grounds(self, places: Sequence[tuple[int, int, str]]) -> list[tuple[int, str]]:
        """(token, ISO3) of every country named as a place, those of located places too, in order."""
        told = [(self.index(start), iso) for start, _, iso in places]
        for at in self.all_heads():
            hit = self.hits[at]
            if (
                hit.entry.kind == "state"
                and hit.how != "adjective"
                and (stands_as_place(self.doc[at]) or is_struck(self.doc[at]))
            ):
                told.append((at, hit.entry.country))
        return sorted(told)


def _is_first_name(token: Token) -> bool:
    """ "Jordan Brown", "Amal Karam": a person's first name, not the country or group."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return bool(after.pos_ == "PROPN" and after.ent_type_ == "PERSON" == token.ent_type_)


def is_struck(token: Token) -> bool:
    """Whether a country is named as what is struck: "strikes on Lebanon"."""
    prep = token.head
    if token.dep_ != "pobj" or prep.lower_ not in ("on", "against"):
        return False
    return prep.head.lemma_.lower() in MILITARY_ACTS or prep.head.lower_ in MILITARY_ACTS


def stands_as_place(token: Token) -> bool:
    """Whether a country or capital is named only as the place: "in Pakistan"."""
    here = token
    while here.dep_ == "conj" and here.head.i != here.i:
        here = here.head
    return here.dep_ == "pobj" and here.head.lower_ in _IN
