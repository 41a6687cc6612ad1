"""What a document names, marked on its parse from what reading found itself: times told and places.

A tagger of names would cost two fifths of the parse. Without one no figure of a reading falls by more than a hundredth;
strangers' names guessed from capitals instead were tried and won nothing (docs/benchmarks.md).
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

Range = tuple[int, int]
"""Half-open characters of the parsed text."""


def mark(doc: "Doc", times: Iterable[Range], places: Iterable[Range]) -> None:
    """Times told (DATE) and places (GPE) become the names of the parse; where two overlap, the longer one."""
    from spacy.util import filter_spans

    told = [(*t, "DATE") for t in times] + [(*p, "GPE") for p in places]
    spans = (doc.char_span(start, end, label, alignment_mode="expand") for start, end, label in told)
    doc.set_ents(filter_spans([s for s in spans if s is not None]))
