"""Which statements tell of one talk that was held or is planned: who sits in it, and what only sounds like one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sarhad.codebook import Auxiliary, DatePrecision, EventType, PlaceLevel, Scope, Stance
from sarhad.codebook.actors import sector_of
from sarhad.fusion.sides import side
from sarhad.fusion.talk_roles import TALK, roles_in
from sarhad.fusion.talk_rounds import round_number
from sarhad.records import Actor, Statement

NO_TALK = (Stance.DENIES, Stance.NEITHER)
_MEDIATES = re.compile(r"\b(?:mediat|broker|facilitat|sponsor)\w*", re.I)
_HOSTS = re.compile(r"\bhost\w*", re.I)


def hosts(s: Statement) -> bool:
    return _HOSTS.search(s.trigger.quote) is not None


def only_mediates(s: Statement) -> bool:
    """ "Mediated by Turkey and Qatar": those two hold no talks with each other."""
    return s.mode == "third-party" and not s.recipients and _MEDIATES.search(s.trigger.quote) is not None


def only_beside(s: Statement) -> bool:
    """ "Attended by the ambassadors of two powers as observers": of all whom its clause names nobody takes part."""
    if not _BESIDE.search(s.trigger.quote):
        return False
    beside = {side(r.code) for r in roles_in(s.sentence.quote, None)}
    return bool(beside) and all(side(a.code) in beside for a in talkers(s))


_BESIDE = re.compile(
    r"\b(?:mediat|broker|facilitat|sponsor|host|attend|witness|observ|conven|overs[ae]|moderat|arrang|join)\w*",
    re.I,
)
PRESS_AND_PUBLIC = frozenset(("MED", "JRN", "CVL", "BUS", "REL"))
"""Talking to these is an interview or a gathering, no talks."""


def talkers(s: Statement) -> list[Actor]:
    """Those who talk for a state, a group or a body, known at least by their country."""
    return [
        a
        for a in (*s.actors, *s.recipients)
        if sector_of(a.code) not in PRESS_AND_PUBLIC
        and not a.code.startswith("UNK.")
        and not _PUBLIC.search(a.mention)
    ]


_PUBLIC = re.compile(
    r"\b(?:tourists?|holders?|nationals?|citizens|pilgrims?|students?|travell?ers?|visitors?|business(?:es|m[ae]n)?|industry|traders?|compan(?:y|ies)|players?|fans?|workers?|ships?|vessels?|tankers?)\b",
    re.I,
)
"""People of a country who talk for nobody."""


def mediated(s: Statement, beside_it: Sequence[Statement]) -> Statement | None:
    """ "A and B agreed to a truce after talks mediated by C": a talk of A and B, told by a clause that names C alone.

    The statement as if it named them; None where the others of its sentence name no two sides.
    """
    if not (only_mediates(s) or only_beside(s)) or not _TALKS.search(s.sentence.quote):
        return None
    between = {side(r.code) for r in roles_in(s.sentence.quote, None)} | {side(a.code) for a in s.actors}
    for other in beside_it:
        told = (
            other.type in (EventType.AGREE, EventType.REJECT)
            and other.plain
            and other.sentence.span == s.sentence.span
        )
        sitting = [a for a in talkers(other) if side(a.code) not in between]
        if told and len({side(a.code) for a in sitting}) > 1:
            seen = replace(s, recipients=tuple(sitting))
            return seen if _happens(seen) and _told_apart(seen) else None
    return None


_TALKS = re.compile(rf"\b{TALK}\b", re.I)


def is_talk(s: Statement) -> bool:
    """Whether one meeting, visit, round or call is told that can be told from others."""
    kind = s.type is EventType.CONSULT and _one(s) and not _NO_TALKS.search(s.evidence.quote)
    told = kind and _happens(s) and _told_apart(s) and _with_whom(s)
    return told and not only_mediates(s) and not only_beside(s) and not _UNHELD.search(_beside_trigger(s))


_NO_TALKS = re.compile(
    r"\basked by\b|\bcancel\w*|\bwrote to\b|\b(?:plane|flight|aircraft)\b|\b(?:is|are|was|were|been|be) met (?:with|by)\b|\b(?:brief(?:ed|s)?|inform(?:ed|s)?|notif(?:y|ied)|in contact|in touch|remains? in)\b|\b(?:talking|speaking) about\b",
    re.I,
)
"""Words beside which nobody meets anybody."""


def _happens(s: Statement) -> bool:
    """Told as held or planned; one told as history tells its day."""
    told = s.aux not in (Auxiliary.NEGATION, Auxiliary.HYPOTHETICAL) and s.stance not in NO_TALK
    return told and (s.aux is not Auxiliary.HISTORICAL or (s.time is not None and s.time.precision in NARROW))


def _beside_trigger(s: Statement) -> str:
    """The words just before and behind the one that tells the talk."""
    at, start = s.sentence.span.start, s.trigger.span.start
    return s.sentence.quote[max(0, start - at - 70) : s.trigger.span.end - at + 40]


_UNHELD = re.compile(
    r"\bcancel\w* (?:[\w’'-]+ ){0,4}?(?:trip|visit|talks|meeting|summit)\b|\bcancellation of (?:[\w’'-]+ ){0,4}?(?:trip|visit|talks|meeting|summit)\b|"
    r"\b(?:stalled|deadlocked|suspended|frozen|collapsed|failed) (?:[\w-]+ ){0,2}?(?:talks|negotiations)\b|"
    r"\b(?:body|bodies|coffins?|remains) (?:\w+ )?(?:arrived|reached|was flown|were flown|returned)\b",
    re.I,
)
"""What was called off was not held, and the dead visit nobody."""


def _one(s: Statement) -> bool:
    """One of its kind; "talks" are read as several, but those of one round or one day are one talk."""
    one_day = s.time is not None and s.time.start == s.time.end
    return s.scope is Scope.SINGLE or (s.scope is Scope.SERIES and (one_day or round_number(s) is not None))


def _told_apart(s: Statement) -> bool:
    """A day, a few days or a month, a town or a visit: "they are talking" is no meeting."""
    timed = s.time is not None and (s.time.end - s.time.start).days <= MONTH
    placed = s.place is not None and s.place.level in (PlaceLevel.SITE, PlaceLevel.TOWN)
    return timed or placed or s.mode == "visit"


MONTH = 31


NARROW = (DatePrecision.DAY, DatePrecision.WEEK, DatePrecision.MONTH)


def _with_whom(s: Statement) -> bool:
    """Whether those who talk for somebody stand on both sides of what is told, or several on one."""
    known = talkers(s)
    if s.actors and s.recipients:
        return any(a in known for a in s.actors) and any(a in known for a in s.recipients)
    return bool(known)
