"""Every state alike before the encoder: what it sees must not hang on which country did it.

A model learns from text that some names stand beside some acts. So it never meets the names: the states of a sentence are
renamed in the order in which they are told ("Kabul accused Pakistan" and "Islamabad accused Afghanistan" are both
"Santiago accused Norway"). With the two sides exchanged it sees the same words, by construction.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sarhad.knowledge.actors import Actors
from sarhad.reading.tagger_encoder import Piece, Seen

STANDING_IN = (
    ("Chile", "Chilean", "Santiago"),
    ("Norway", "Norwegian", "Oslo"),
    ("Kenya", "Kenyan", "Nairobi"),
    ("Peru", "Peruvian", "Lima"),
    ("Poland", "Polish", "Warsaw"),
    ("Ghana", "Ghanaian", "Accra"),
    ("Cuba", "Cuban", "Havana"),
    ("Nepal", "Nepali", "Kathmandu"),
    ("Finland", "Finnish", "Helsinki"),
)
"""Name, adjective (for the people, too: not every language has a plural for it) and capital of the states that stand
in, in the order of use. A tenth state keeps its name; "US" is a name wherever it stands."""
_FORMS = {"name": 0, "adjective": 1, "metonym": 2}


Moves = Sequence[tuple[int, int, int, int]]
"""Replaced runs of a text in order: start and end before, start and end after."""


def moved(at: int, moves: Moves, *, end: bool) -> int:
    """Where a position went; one inside a replaced run goes to the run's edge."""
    shift = 0
    for start, stop, new_start, new_stop in moves:
        if at <= start:
            break
        if at < stop:
            return new_stop if end else new_start
        shift = new_stop - stop
    return at + shift


@dataclass(frozen=True, slots=True)
class Alike:
    """A sentence with its states renamed, and the renamed runs: start and end in `text`, then in the sentence."""

    text: str
    back: tuple[tuple[int, int, int, int], ...]

    def old(self, at: int, *, end: bool = False) -> int:
        """Where a character stood before the renaming."""
        return moved(at, self.back, end=end)

    def seen(self, one: Seen) -> Seen:
        """What was seen in the renamed sentence, at its places in the sentence."""
        if not self.back:
            return one
        roles = {
            name: tuple(Piece(self.old(p.start), self.old(p.end, end=True), p.chance) for p in pieces)
            for name, pieces in one.roles.items()
        }
        return replace(one, start=self.old(one.start), end=self.old(one.end, end=True), roles=roles)


def alike(sentence: str, actors: Actors) -> Alike:
    """The sentence with its states renamed in their order."""
    order: dict[str, Sequence[str]] = {}
    text, back, at = "", [], 0
    for hit in actors.find(sentence):
        if hit.entry.kind != "state" or hit.how not in _FORMS:
            continue
        if hit.entry.country not in order and len(order) < len(STANDING_IN):
            order[hit.entry.country] = STANDING_IN[len(order)]
        forms = order.get(hit.entry.country)
        if forms is None:
            continue
        new = forms[_FORMS[hit.how]]
        text += sentence[at : hit.start]
        back.append((len(text), len(text) + len(new), hit.start, hit.end))
        text += new
        at = hit.end
    return Alike(text + sentence[at:], tuple(back))
