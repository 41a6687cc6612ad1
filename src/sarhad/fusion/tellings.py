"""A document prepared for comparing with others, knowing nothing of them."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sarhad.codebook import Basis
from sarhad.fusion.credits import credited
from sarhad.fusion.duplicates import Shingles, is_template, passage_keys, shingles
from sarhad.fusion.likeness import unit
from sarhad.fusion.marks import Mark, mark
from sarhad.fusion.rewrites import Sentence, sentence
from sarhad.fusion.words import sentences, stems
from sarhad.knowledge.wording import word_weights
from sarhad.records import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """`passages` and `mark` are what it is found by, the rest what it is compared by. A template tells nothing."""

    document: Document
    template: bool
    passages: tuple[int, ...]
    mark: Mark
    shingles: Shingles
    sentences: tuple[Sentence, ...]
    credits: frozenset[str]


def prepare(document: Document) -> Telling:
    """The telling of a document."""
    text = document.article() or document.text
    template = is_template(text)
    found = (sentence(text[s.start : s.end]) for s in sentences(text))
    bag = {} if template else dict(Counter(stems(text)))
    return Telling(
        document=document,
        template=template,
        passages=() if template else passage_keys(text),
        mark=mark(document.id, firm_day(document), unit(bag, word_weights()), document.publisher),
        shingles=frozenset() if template else shingles(text),
        sentences=tuple(s for s in found if len(s.words) >= 4),
        credits=credited(document),
    )


def firm_day(document: Document) -> date | None:
    """The day of publication where it is more than a claim: a header's date parts no two tellings."""
    dating = document.published
    firm = dating.start == dating.end and dating.basis in (Basis.METADATA, Basis.DATELINE)
    return dating.start if firm else None
