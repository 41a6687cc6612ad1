"""Who only welcomes a ceasefire or asks for it is no party of it, unless it is told to fight: "Biden called on Netanyahu for a ceasefire"."""

from collections.abc import Sequence

from sarhad.codebook import EventType
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.sides import countries, parties_of, sides
from sarhad.records import UNSURE, Statement

TOLD = 2
"""Acts of the two against each other that are told before a side that only asks is held to be one that fights: one may be misread."""
_FROM_WITHOUT = (EventType.REQUEST, EventType.SUPPORT)
_ALSO = (*_FROM_WITHOUT, EventType.CONSULT, EventType.THREATEN)


def of_an_outsider(thread: Sequence[Statement], gathering: Gathering) -> bool:
    """Whether one of the thread's two parties only asks, welcomes or warns in it, and nobody tells that the two fight each other."""
    pair = frozenset[str]().union(*map(parties_of, thread))
    if len(pair) != 2 or not any(_only_from_without(p, thread) for p in pair):
        return False
    lands = countries(p for s in thread if s.ceasefire for p in s.ceasefire.parties if "/" not in p)
    return sum(_fight(s, pair, lands) for s in gathering.told()) < TOLD


def _only_from_without(party: str, thread: Sequence[Statement]) -> bool:
    kinds = [s.type for s in thread if party in sides(a.code for a in s.actors)]
    toward = any(party in sides(a.code for a in s.recipients if a.resolved_by != "event") for s in thread)
    return any(k in _FROM_WITHOUT for k in kinds) and not toward and all(k in _ALSO for k in kinds)


def _fight(s: Statement, pair: frozenset[str], lands: frozenset[str]) -> bool:
    if s.type is not EventType.ASSAULT or s.confidence < UNSURE or not s.plain:
        return False
    doing = sides(a.code for a in s.actors) & pair
    struck = (sides(a.code for a in s.recipients) & pair) | (countries(a.code for a in s.recipients) & lands)
    others = sides(a.code for a in s.recipients) - pair  # allies strike a third
    return bool(doing) and (bool(struck - doing) or (len(doing) > 1 and not others))
