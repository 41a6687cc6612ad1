"""The day of a deed that its sentence tells outside the deed's own clause: "On January 3 they bombed the town, took its mayor …".

The reader has tied the day to the deed; here the words between the two must turn to no other deed.
"""

import re

from sarhad.monitor.own_words import may_stand
from sarhad.monitor.wording import days
from sarhad.records import Statement

_OWN = ("told with the act", "told with the verb that the act hangs on")
"""Ties under which the day is the deed's own; a day of the words or of a part of the deed is not enough."""
_ASIDE = re.compile(r"\s[-–—]\s[^–—;]{1,120}?\s[-–—]\s")
_WHEN = re.compile(r"[\s,]*when\b", re.I)
_WHAT_IT_DID = re.compile(
    r"(?:\s+(?:by|on|in|against)(?:\s+[\w’'-]+){1,4}?){0,2}\s+(?:that|which)\s+(?:kill|wound|injur|hit|struck|destroy|damag)\w*\b",
    re.I,
)
_TURNS = re.compile(
    r"[;:]|\b(?:after|before|when|while|as|since|until|who|which|that|said|says|told|in response|in retaliation|following|over)\b",
    re.I,
)


def day_beside(s: Statement, published: str | None) -> str:
    """The day in words; "" where another deed may stand between the day and the deed."""
    time = s.time
    if time is None or not time.why.startswith(_OWN) or s.sentence.quote.count(time.mention) != 1:
        return ""
    stands = not _turns(_between(s, time.mention)) and may_stand(s, time, published)
    return days(time.start, time.end, time.precision) if stands else ""


def _between(s: Statement, mention: str) -> str:
    """The words from the day to the deed, or from the deed to the day, without what is told between dashes."""
    words, at = s.sentence.quote, s.sentence.quote.find(mention)
    first, last = (place - s.sentence.span.start for place in (s.trigger.span.start, s.trigger.span.end))
    between = words[at + len(mention) : first] if at < first else words[last:at]
    return _ASIDE.sub(" ", between)


def _turns(between: str) -> bool:
    """ "In April when they fired", "the raids that killed ten on 7 May" still tell the deed; "after", "who" turn to another."""
    own = _WHEN.match(between) or _WHAT_IT_DID.match(between)
    return _TURNS.search(between[own.end() :] if own else between) is not None
