"""How an act was done, once the whole document is known: what is asked or refused, who mediates, by which weapon.

A rule of the lexicon sees the clause of its word; here the sentence, the parties, the place and what the document tells
elsewhere have their say. What they leave open stays open.
"""

from collections.abc import Sequence
from dataclasses import replace

from sarhad.codebook import EventType, mode_belongs
from sarhad.reading.draft import Draft
from sarhad.reading.heard import Heard
from sarhad.reading.modes_force import with_means
from sarhad.reading.modes_talks import with_venues
from sarhad.reading.modes_words import in_words


def with_modes(found: Sequence[Draft], ear: Heard) -> list[Draft]:
    """The drafts, each with the mode that its words and the document tell."""
    told = [in_words(d) for d in found]
    told = with_means(with_venues(told))
    return [_heard(d, ear) for d in told]


_OPEN = frozenset((EventType.THREATEN, EventType.CONSULT))
"""Types whose mode the encoder tells where no word does: it is right there in six of ten."""
_SURE = 0.5


def _heard(draft: Draft, ear: Heard) -> Draft:
    if draft.mode is not None or draft.type not in _OPEN or ear.deaf:
        return draft
    sight = ear.at(draft.token.doc, *draft.words)
    if sight is None:
        return draft
    mode, sure = ear.facet(sight, "mode")
    fits = bool(mode) and sure >= _SURE and mode_belongs(draft.type, mode)
    return replace(draft, mode=mode) if fits else draft
