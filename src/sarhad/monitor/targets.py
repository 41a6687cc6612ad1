"""Whom words are aimed at, as far as the sentence itself says so; who is told without a country."""

import re

from sarhad.codebook import EventType
from sarhad.codebook.actors import country_of, sector_of
from sarhad.monitor.clauses import before_party, from_trigger
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
    told = tuple(a for a in s.recipients if _told_as_target(a) and _inside(a, s) and not _aside(a, s))
    if _UNNAMED.search(s.sentence.quote):
        return ()  # "without naming the country": the text guesses who is meant
    if s.type is EventType.REQUEST and _CALLED_FOR.match(from_trigger(s)):
        return ()  # "called for a pause in Gaza": what is called for, of nobody told
    if s.type is EventType.REJECT:
        return tuple(
            a for a in told if a.resolved_by in ("name", "metonym", "office") and _right_behind(a, s)
        )
    return told


_CALLED_FOR = re.compile(r"(?:call|press|push|appeal)\w*\s+(?:(?:\w+ly|hard|again|anew)\s+)*for\b", re.I)
_UNNAMED = re.compile(
    r"\bwithout (?:directly |explicitly |openly )?(?:naming|mentioning|identifying|singling out)\b", re.I
)


def _inside(a: Actor, s: Statement) -> bool:
    """Not carried over from another sentence, not one where "the parties" are called on, and no mere word for a thing."""
    carried = a.span is not None and not s.sentence.span.covers(a.span)
    one_of_them = _SIDES.fullmatch(a.mention) and len({r.code for r in s.recipients}) < 2
    return not carried and not one_of_them and not _in_the_words(a, s)


def _in_the_words(a: Actor, s: Statement) -> bool:
    """ "Decried the pictures as Zionist forgeries": what the thing is called, no party that is charged."""
    called = re.search(r"\bas\W+(?:an?\s+)?(?:\w+\s+)?$", before_party(a, s))
    return a.resolved_by == "adjective" and called is not None


_ANOTHER_ACT = re.compile(r"^[^“”\"]{15,}\band\W+(?:\w+ly\s+)?\w+ed\b")
""" "Threatened tariffs on some and signalled that he would take X"."""
_BEFORE_THE_DOER = re.compile(r"^[^“”\"]*,(?![^,]*\b(?:which|whom?|whose|that)\b)[^“”\"]*$")
_OF_A_THING = re.compile(
    r"^\W*(?:for\s+|an?\s+|the\s+|immediate\s+|full\s+)*(?:closure|withdrawal|release|removal|end|return|halt|lifting|suspension|"
    r"dismantling|recognition|expulsion|implementation)s?\s+(?:of|to)\b",
    re.I,
)


def _aside(a: Actor, s: Statement) -> bool:
    """ "When X moved its drones, Y called on its friends", "demanded the closure of X's bases": X is not the one called on."""
    if a.span is None or not s.sentence.span.covers(a.span):
        return False
    words, at, start = s.sentence.quote, s.sentence.span.start, s.trigger.span.start
    if a.span.start > start:
        between = words[s.trigger.span.end - at : a.span.start - at]
        return _ANOTHER_ACT.search(between) is not None or (
            s.type is EventType.REQUEST and _OF_A_THING.match(between) is not None
        )
    doers = [d.span.start for d in s.actors if d.span is not None and a.span.end <= d.span.start <= start]
    return bool(doers) and _BEFORE_THE_DOER.search(words[a.span.end - at : min(doers) - at]) is not None


_SIDES = re.compile(r"(?:all |both )?the (?:\w+ )?(?:parties|sides)")


def _told_as_target(a: Actor) -> bool:
    if a.resolved_by == "event" or _A_DEED.fullmatch(a.mention):
        return False  # "condemned the attack": whose it was is told elsewhere, and may be misread
    return country_of(a.code) != "UNK" or bool(_WORLD.search(a.mention))


_A_DEED = re.compile(
    r"(?:the|this|that|these|those|its|his|their|such|an?|both)?\s*(?:[a-z-]+\s+){0,2}?(?:attack|strike|airstrike|raid|act|operation|killing|assassination|bombing|"
    r"blast|explosion|incident|move|decision|assault|incursion|invasion|offensive|shelling|launch|violation|shooting)s?"
)
_WORLD = re.compile(
    r"international community|global community|\bworld\b|\ball (?:parties|sides|countries|states)|both sides|regional",
    re.I,
)


BEHIND = 60


def _right_behind(a: Actor, s: Statement) -> bool:
    """Whether the party stands next to the verb, with no comma or quotation between."""
    if a.span is None or not s.sentence.span.covers(a.span):
        return False
    start, end = sorted((s.trigger.span.end, a.span.start))
    at = s.sentence.span.start
    between = s.sentence.quote[max(0, start - at) : max(0, end - at)]
    return len(between) <= BEHIND and not re.search(r"[,;:“”\"(]|\bby\b|\bthat\b|\bto\b", between)
