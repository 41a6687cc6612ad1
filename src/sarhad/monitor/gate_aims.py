"""At whom words are aimed: why the one that was read may not be the one who is accused, asked or threatened."""

import re

from sarhad.codebook import EventType
from sarhad.codebook.actors import country_of, sector_of
from sarhad.monitor.clauses import before_party, behind_party, from_verb_to, somebodys
from sarhad.monitor.support import Seen
from sarhad.monitor.targets import aimed_at
from sarhad.records import Actor, Statement

_MISREAD = "whom it is aimed at may be misread"


def misaimed(s: Statement, seen: Seen) -> str:
    """Why those named may not be the ones spoken to or of; "" when nothing speaks against them."""
    toward = aimed_at(s)
    if any(sector_of(a.code) == "CVL" and a.resolved_by != "pronoun" for a in toward):
        return _MISREAD
    if s.type is EventType.ACCUSE and _of_a_victim(s):
        return "the one named may be the victim"
    if any(somebodys(a, s) or _supported(a, s) for a in toward):
        return _MISREAD
    if s.type is EventType.ACCUSE and any(_in_the_charge(a, s) for a in toward):
        return _MISREAD
    if s.type is EventType.REQUEST and _asked_of_another(s):
        return _MISREAD
    if _addressed(s) or _is_spoken_to(s, seen):
        return "the one named may be the one spoken to"
    return ""


_OF_DOING = re.compile(r"\bof\s+(?:\w+ly\s+)?\w+ing\b")
_BESIDE = re.compile(r"\b(?:with|alongside|for|to)\s+(?:the\s+|its\s+|his\s+|their\s+)?(?:[\w-]+\s+){0,2}$")


def _in_the_charge(a: Actor, s: Statement) -> bool:
    """ "Accused members of the bloc of plotting with X", "alleged that they worked with X", "attributed its losses to Y":
    X stands in what is charged, and only Y behind "to" is blamed."""
    between = from_verb_to(a, s)
    if not between:
        return False
    word = s.trigger.quote.casefold()
    if word.startswith("attribut"):
        return re.search(r"\bto\b", between) is None
    if word.startswith("accus"):
        return _OF_DOING.search(between) is not None
    return word.startswith(("alleg", "claim")) and _BESIDE.search(between) is not None


_FOR_THEM = re.compile(
    r"\b(?:support|solidarity|sympathy|backing)\s+(?:for|with|of)\s+(?:[\w-]+\s+){0,2}$", re.I
)


def _supported(a: Actor, s: Statement) -> bool:
    """ "Promised retaliation, framing it as support for X": X is not threatened."""
    return _FOR_THEM.search(before_party(a, s)) is not None


_POINTS_BACK = re.compile(r"(?:it|they|he|she)$", re.I)
NEXT = 45
"""Characters behind the verb in which the one who is spoken to stands."""


def _is_spoken_to(s: Statement, seen: Seen) -> bool:
    """ "It also accused the British government": whoever "it" is, it is not the British."""
    if not any(_POINTS_BACK.match(a.mention) for a in s.actors) or aimed_at(s):
        return False
    start = s.trigger.span.end - s.sentence.span.start
    named = seen.names(s.sentence.quote[start : start + NEXT])
    return any(country_of(a.code) in named for a in s.actors)


_DEATH = r"(?:deaths?|killings?|assassinations?|murders?|funeral)"
_ITS_DEATH = re.compile(rf"(?:’s|'s|’|')?\s+{_DEATH}\b")
_DEATH_OF = re.compile(rf"\b{_DEATH} of\b[^,.;]{{0,60}}$")


def _of_a_victim(s: Statement) -> bool:
    """ "Blamed X's death on Y", "condemned the assassination of X": X is not accused. Of two that are accused, one may be."""
    if any(_ITS_DEATH.match(behind_party(a, s)) or _DEATH_OF.search(before_party(a, s)) for a in aimed_at(s)):
        return True
    return len({country_of(a.code) for a in aimed_at(s)}) > 1 and any(
        a.resolved_by != "name" for a in aimed_at(s)
    )


def _asked_of_another(s: Statement) -> bool:
    """ "called on its friends to ask Tehran": what stands behind the "to" is not the one who is asked."""
    start = s.trigger.span.end
    spans = [a.span for a in aimed_at(s) if a.span is not None and a.span.start > start]
    if not spans:
        return False
    at = s.sentence.span.start
    between = s.sentence.quote[start - at : min(x.start for x in spans) - at]
    return bool(re.search(r"\bto\b|\b(?:condemn|designate|sanction|punish|isolate|confront)\b", between))


def _addressed(s: Statement) -> bool:
    """ "We call on X": X, named right after the verb, is not the one who calls."""
    start = s.trigger.span.end - s.sentence.span.start
    after = s.sentence.quote[start : start + 30].casefold()
    before = s.sentence.quote[: max(0, start)].casefold()
    names = [
        (a.name or a.mention).casefold() for a in s.actors if a.resolved_by in ("pronoun", "description")
    ]
    we = bool(re.search(r"\b(?:we|i)\b", before[-40:]))
    return (we and any(word and word in after for n in names for word in n.split() if len(word) > 3)) or (
        we
        and any(a.resolved_by == "pronoun" for a in s.actors)
        and not s.speaker
        and "said" not in s.sentence.quote
    )
