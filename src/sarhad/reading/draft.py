"""One act on its way to becoming a statement: everything the passes find about a trigger, still in tokens."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, EventType, Scope, Stance
from sarhad.records import Actor, Place, TimeSpan, Toll, Truce, Undertaking

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`token` heads the trigger, `words` is the trigger's token range (inclusive), `clause` the quote's; `seen` is the
    encoder's chance that the words name an act, None where no encoder looked; `hollow`, that what it denies tells none;
    `filled` names the fields that the encoder alone filled; `contested` names the fields that the encoder sees otherwise ("type", "actors", "recipients")."""

    token: "Token"
    words: tuple[int, int]
    clause: tuple[int, int]
    type: EventType
    mode: str | None = None
    aux: Auxiliary | None = None
    scope: Scope = Scope.SINGLE
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    speaker: Actor | None = None
    stance: Stance = Stance.ASSERTS
    cue: int | None = None
    content: tuple[int, int] | None = None
    failed: bool = False
    target: tuple[int, int] | None = None
    place: Place | None = None
    time: TimeSpan | None = None
    deaths: Toll | None = None
    injured: Toll | None = None
    commitment: Undertaking | None = None
    ceasefire: Truce | None = None
    confidence: float = 0.6
    coded_by: str = "lexicon"
    seen: float | None = None
    hollow: bool = False
    filled: frozenset[str] = frozenset()
    contested: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The quote's words."""
        first, last = self.clause
        words: str = self.token.doc[first : last + 1].text
        return words
