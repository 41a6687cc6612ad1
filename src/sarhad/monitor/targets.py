"""Whom words are aimed at, as far as the sentence itself says so; who is told without a country."""

import re

from sarhad.codebook import EventType
from sarhad.codebook.actors import country_of, sector_of
from sarhad.records import Actor, Statement


def nameless(a: Actor, s: Statement) -> bool:
    """Gunmen, villagers, soldiers: told without a country where the sentence names none."""
    if "/" in a.code:
        return False
    sector = sector_of(a.code)
    if any(a is one for one in s.actors):
        return s.type is EventType.ASSAULT and sector in ("UAF", "REB", "CRM")
    return sector in ("CVL", "REF", "JRN", "UNK") or (
        s.type is EventType.ASSAULT and sector in ("MIL", "COP", "UAF", "REB", "CRM")
    )


def aimed_at(s: Statement) -> tuple[Actor, ...]:
    """Whom words are aimed at, as far as the sentence itself says so; a refusal's noun is seldom a party."""
    told = tuple(a for a in s.recipients if _told_as_target(a))
    if s.type is EventType.REQUEST and _CALLED_FOR.match(_from_trigger(s)):
        return ()  # "called for a pause in Gaza": what is called for, of nobody told
    if s.type is EventType.REJECT:
        return tuple(
            a for a in told if a.resolved_by in ("name", "metonym", "office") and _right_behind(a, s)
        )
    return told


_CALLED_FOR = re.compile(r"(?:call|press|push|appeal)\w*\s+(?:\w+ly\s+)?for\b", re.I)


def _from_trigger(s: Statement) -> str:
    return s.sentence.quote[max(0, s.trigger.span.start - s.sentence.span.start) :]


def _told_as_target(a: Actor) -> bool:
    if a.resolved_by == "event":
        return False
    return country_of(a.code) != "UNK" or bool(_WORLD.search(a.mention))


_WORLD = re.compile(
    r"international community|global community|\bworld\b|\ball (?:parties|sides|countries|states)|both sides|regional",
    re.I,
)


BEHIND = 60


def _right_behind(a: Actor, s: Statement) -> bool:
    """Whether the party stands next to the verb, with no comma or quotation between."""
    if a.span is None:
        return False
    start, end = sorted((s.trigger.span.end, a.span.start))
    at = s.sentence.span.start
    between = s.sentence.quote[max(0, start - at) : max(0, end - at)]
    return len(between) <= BEHIND and not re.search(r"[,;:“”\"(]|\bby\b|\bthat\b|\bto\b", between)
