"""Whose force it is where only a country is told: the government's that has it used, or the forces' that strike."""

from collections.abc import Sequence
from dataclasses import replace

from sarhad.codebook import EventType
from sarhad.codebook.actors import COUNTRIES
from sarhad.reading.draft import Draft
from sarhad.records import Actor

_FROM_THE_AIR = frozenset(("aerial", "drone"))
_STATES = frozenset(COUNTRIES.values())


def with_force_of_state(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, once their modes are known: "Pakistan struck" is its government, "Indian air strikes" are its forces."""
    return [
        replace(d, actors=tuple(_as_told(a, d) for a in d.actors)) if d.type is EventType.ASSAULT else d
        for d in drafts
    ]


def _as_told(actor: Actor, draft: Draft) -> Actor:
    if not actor.code.endswith((".MIL", ".GOV")) or actor.name not in _STATES or len(actor.code) != 7:
        return actor
    if len(actor.mention.split()) > 1:
        return actor
    bare = actor.mention.rstrip("’'s") == actor.name.rstrip("s")
    if bare:
        return replace(actor, code=f"{actor.code[:3]}.GOV")
    if draft.mode in _FROM_THE_AIR:
        return replace(actor, code=f"{actor.code[:3]}.MIL")
    return actor
