"""The part of a clause that tells the act itself, and what of the coding its words bear out."""

import re
from collections.abc import Mapping

from sarhad.codebook import EventType
from sarhad.records import Statement

DEADLY = re.compile(
    r"kill|dead|death|die[ds]?\b|dying|martyr|casualt|injur|wound|hurt|assassinat|murder|execut|slain|slay|lives",
    re.I,
)

_BEHIND = re.compile(
    r"\b(?:in response to|in retaliation (?:for|to|against)|in revenge for|in answer to|following|because of|over the|since the|ahead of)\b",
    re.I,
)
"""What stands behind these words is told of another deed."""

_BORNE_OUT: Mapping[str, re.Pattern[str]] = {
    "firearms": re.compile(r"\bshot|shoot|gunfire|\bfired?\b|firing|bullet|sniper|ambush", re.I),
    "heavy-weapons": re.compile(
        r"missile|rocket|shell|artiller|mortar|tank|barrage|bombard|projectile", re.I
    ),
    "aerial": re.compile(r"\bair|jet|warplane|bomb|aircraft|helicopter|aerial|fighter", re.I),
    "drone": re.compile(r"drone|uav|unmanned|quadcopter", re.I),
    "explosives": re.compile(r"bomb|explo|blast|\bied|mine|grenade|detonat|pager", re.I),
    "suicide-attack": re.compile(r"suicide", re.I),
    "abduct": re.compile(r"abduct|kidnap|captur|hostage|seiz|captive", re.I),
    "targeted": re.compile(r"assassin|target|killed|kill", re.I),
}


def own_part(s: Statement) -> str:
    """The clause up to where it turns to another deed ("in response to …")."""
    quote = s.evidence.quote
    found = _BEHIND.search(quote, max(0, s.trigger.span.end - s.evidence.span.start))
    return quote[: found.start()] if found else quote


def mode_of(s: Statement) -> str | None:
    """The mode as read, where the clause's own words bear it out; None otherwise."""
    if s.type is not EventType.ASSAULT or s.mode is None or s.confidence >= 1.0:
        return s.mode
    pattern = _BORNE_OUT.get(s.mode)
    return s.mode if pattern is None or pattern.search(own_part(s)) else None
