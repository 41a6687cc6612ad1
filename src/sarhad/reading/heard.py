"""What the encoder sees in a document, held against the parse: the chance of an act at a word, the runs of words that name one."""

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sarhad.codebook import EventType
from sarhad.knowledge.actors import Actors
from sarhad.reading.alike import alike
from sarhad.reading.sentences import sentences
from sarhad.reading.tagger_encoder import Encoder, Labels, Piece, Seen

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

UNSEEN = 0.3
"""Chance below which the encoder sees no act in a word: of such acts of the lexicon six in ten hold, of the others three
in four."""
NONE = 0
"""Index of "no act" among the types."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A seen word with its place in the document: `start` is added to every offset of `seen`."""

    start: int
    seen: Seen

    @property
    def act(self) -> float:
        """The chance that the word names an act."""
        return 1 - self.seen.types[NONE]


class Heard:
    """What the encoder sees in one document. Offsets are those of the parsed text."""

    def __init__(self, sights: Sequence[Sight], labels: Labels | None) -> None:
        self._sights = sights
        self._starts = [s.start + s.seen.start for s in sights]
        self._labels = labels or Labels((), (), {})
        self.deaf = labels is None

    def within(self, start: int, end: int) -> list[Sight]:
        """The sights whose words begin in a range."""
        return list(self._sights[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def at(self, doc: "Doc", first: int, last: int) -> Sight | None:
        """The most likely sight among the words of a token range (inclusive)."""
        found = self.within(doc[first].idx, doc[last].idx + len(doc[last]))
        return max(found, key=lambda s: s.act, default=None)

    def ranked(self, sight: Sight) -> list[tuple[EventType, float]]:
        """The types with their chance, given that it is an act, the likeliest first."""
        chances = zip(self._labels.types[1:], sight.seen.types[1:], strict=True)
        given = [(EventType(t), p / max(sight.act, 1e-6)) for t, p in chances]
        return sorted(given, key=lambda row: -row[1])

    def type_of(self, sight: Sight) -> EventType:
        """The likeliest type."""
        return self.ranked(sight)[0][0]

    def facet(self, sight: Sight, name: str) -> tuple[str, float]:
        """The likeliest label of "aux", "stance", "scope", "commitment", "phase" or "mode", and its chance."""
        chances = sight.seen.facets[name]
        best = max(range(len(chances)), key=chances.__getitem__)
        return self._labels.facets[name][best], chances[best]

    def runs(self, least: float) -> list[list[Sight]]:
        """Neighbouring words of one type, each an act with at least this chance."""
        out: list[list[Sight]] = []
        for sight in self._sights:
            if sight.act < least:
                continue
            last = out[-1][-1] if out else None
            near = (
                last is not None and 0 <= sight.start + sight.seen.start - (last.start + last.seen.end) <= 1
            )
            if (
                last is not None
                and last.start == sight.start
                and near
                and self.type_of(last) is self.type_of(sight)
            ):
                out[-1].append(sight)
            else:
                out.append([sight])
        return out


def heard(passages: Sequence[str], encoder: Encoder | None, actors: Actors) -> Heard:
    """The encoder's sights of passages (joined by one space, they make the parsed text), sentence by sentence; without an
    encoder nothing is heard ("deaf")."""
    if encoder is None:
        return Heard((), None)
    starts = itertools.accumulate((len(p) + 1 for p in passages), initial=0)
    told = [
        (at + c, p[c:d])
        for at, p in zip(starts, passages, strict=False)
        for a, b in sentences(p)
        for c, d in _short(p, a, b)
    ]
    renamed = [alike(words, actors) for _, words in told]
    seen = encoder.see([a.text for a in renamed])
    sights = [
        Sight(at, a.seen(s)) for (at, _), a, some in zip(told, renamed, seen, strict=True) for s in some
    ]
    return Heard(sights, encoder.labels)


LONG = 700
"""Characters of a sentence that are read together; the encoder reads no further than 256 word pieces."""


def _short(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """An overlong sentence in pieces, cut at spaces."""
    out = []
    while end - start > LONG:
        cut = text.rfind(" ", start, start + LONG)
        cut = cut if cut > start else start + LONG
        out.append((start, cut))
        start = cut + (text[cut] == " ")
    return [*out, (start, end)] if start < end else out


def tokens_of(doc: "Doc", sight: Sight, pieces: Iterable[Piece]) -> list[tuple["Token", float]]:
    """The heads of the phrases that pieces cover, with their chance."""
    out = []
    for piece in pieces:
        span = doc.char_span(sight.start + piece.start, sight.start + piece.end, alignment_mode="expand")
        if span is not None:
            root = span.root  # of "the nation" the article alone may be seen
            out.append((root.head if root.dep_ == "det" else root, piece.chance))
    return out
