"""The speaker and stance of an act: which frames hold it, and which of them counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sarhad.codebook import Stance
from sarhad.reading.attribution import Frame, Manner

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Voice:
    """Who stands behind an act: `source` heads the noun phrase of the speaker (None: the outlet, or nobody named);
    `cue` is the word that says so."""

    source: "Token | None" = None
    cue: "Token | None" = None
    stance: Stance = Stance.ASSERTS


_STANCE = {
    Manner.SAYS: Stance.ASSERTS,
    Manner.ALLEGES: Stance.ALLEGES,
    Manner.DENIES: Stance.DENIES,
    Manner.HEDGES: Stance.ALLEGES,
}


def voice(token: "Token", frames: Sequence[Frame]) -> Voice:
    """The innermost frame that holds `token` speaks; an allegation or denial further out still marks the stance.

    `frames` come innermost first. A hedge ("reportedly") alleges, whoever speaks.
    """
    holding = [f for f in frames if f.holds(token)]
    if not holding:
        return Voice()
    named = next((f for f in holding if f.source is not None and f.manner is not Manner.HEDGES), None)
    marked = next((f for f in holding if f.manner is not Manner.SAYS), None)
    stance = _STANCE[marked.manner] if marked is not None else Stance.ASSERTS
    if marked is not None and marked.source is not None:
        named = marked
    if named is None:
        return Voice(None, marked.cue if marked else None, stance)
    return Voice(named.source, named.cue, stance)
