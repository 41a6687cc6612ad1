"""The acts of a document that are told with a place, as a later mention may point back to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sarhad.codebook import PlaceLevel
from sarhad.knowledge.places_names import words
from sarhad.reading.draft import Draft
from sarhad.records import Place

POINTING = words("the this that these those")
NEAR, FAR = 3, 15
"""Sentences. "The strike" is the one told last; "the raid" may look further for another "raid"."""

Recalled = tuple[Place, str]
"""A place told before, and why it is thought to be meant."""


@dataclass(frozen=True, slots=True)
class Told:
    """An act told: its word, the number of its sentence, its place if told, the draft that tells it, if one does."""

    token: Any
    sentence: int
    place: Place | None
    draft: Draft | None

    @property
    def lemma(self) -> str:
        """The word, as the dictionary has it."""
        return str(self.token.lemma_).lower()


def one_place(found: Sequence[Told], why: str) -> Recalled | None:
    """The place of the last sentence that tells one; None where that sentence tells two, or none."""
    last = max((t.sentence for t in found), default=0)
    places = [t.place for t in found if t.sentence == last and t.place is not None]
    finer = {p.country for p in places if p.level is not PlaceLevel.COUNTRY}
    places = [p for p in places if p.level is not PlaceLevel.COUNTRY or p.country not in finer]
    return (places[-1], why) if len({p.name for p in places}) == 1 else None
