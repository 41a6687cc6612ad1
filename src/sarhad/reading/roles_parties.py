"""What the parties of an act are read from: the linker as a protocol, and the phrases it leaves to be unfolded."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sarhad.reading import grammar
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token


class Parties(Protocol):
    """What the linker knows: the actors of a noun phrase by its head."""

    def expand(self, token: "Token") -> tuple[Actor, ...]:
        """Actors of the noun phrase headed at `token`, conjuncts and modifiers included."""
        ...

    def speaker(self, token: "Token") -> tuple[Actor, ...]:
        """Actors of a phrase that speaks: "according to Kabul" is the government there."""
        ...

    def named(self, start: int, end: int) -> tuple[Actor, ...]:
        """Every actor named in a range of the parsed text."""
        ...


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of one act."""

    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()


def unique(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    seen: dict[tuple[str, str], Actor] = {}
    for a in actors:
        seen.setdefault((a.code, a.mention.lower()), a)
    return tuple(seen.values())


def expand(token: "Token | None", parties: Parties) -> tuple[Actor, ...]:
    if token is None:
        return ()
    if token.pos_ == "NUM":  # "23 of its soldiers": soldiers
        whole = [o for _, o in grammar.prepositional(token, _OF)]
        if any(o.lemma_.lower() == "man" and grammar.children(o, "poss") for o in whole):
            return ()  # "three of its men": whose, and armed or not, stands elsewhere
        part = tuple(a for o in whole for a in parties.expand(o))
        if part:
            return part
    found = parties.expand(token)
    if all(a.resolved_by == "adjective" for a in found):
        of = [a for _, o in grammar.prepositional(token, _OF) for a in parties.expand(o)]
        if token.lemma_.lower() in _PARTS and not found:
            found = tuple(of)
        elif found and of and all("/" in a.code for a in of):
            found = tuple(of)  # "two Italian bases of UNIFIL" are the force's
    elif token.lemma_.lower() in _MEMBERS and any("/" not in a.code for a in found):
        of = [a for _, o in grammar.prepositional(token, _OF) for a in parties.expand(o)]
        found = tuple(a for a in of if "/" in a.code) or found  # "three members of the Front" are the Front's
    named = [o for t in grammar.conjuncts(token) for _, o in grammar.prepositional(t, _AMONG)]
    among = [a for o in named for t in grammar.conjuncts(o) for a in expand(t, parties)]
    return (*found, *among) if found else ()


_OF = frozenset(("of",))
_AMONG = frozenset(("including",))
_MEMBERS = frozenset(
    "member fighter commander militant operative gunman position site target stronghold".split()
)
_PARTS = frozenset(
    (
    "nation country state city people government side leadership part member series dozen hundred number "
    "majority leader ruler chief head group"
    ).split()
)  # fmt: skip
