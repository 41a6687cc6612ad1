"""Phases of a ceasefire's life, in the words of a reading and in their usual order."""

from enum import StrEnum


class CeasefirePhase(StrEnum):
    """Where a ceasefire stands, as one statement tells it."""

    CALLED_FOR = "called_for"
    OFFERED = "offered"
    TALKS = "talks"
    TALKS_FAILED = "talks_failed"
    AGREED = "agreed"
    IN_EFFECT = "in_effect"
    EXTENDED = "extended"
    VIOLATED = "violated"
    COLLAPSED = "collapsed"
    ENDED = "ended"


class Arrangement(StrEnum):
    """What the parties may agree on to keep a ceasefire."""

    MONITORING = "monitoring"
    VERIFICATION = "verification"
    HOTLINE = "hotline"
    COMMITTEE = "committee"


class Ending(StrEnum):
    """How a ceasefire came to stand no longer; a suspended one may be taken up again."""

    SUSPENDED = "suspended"
    COLLAPSED = "collapsed"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    CONCLUDED = "concluded"
    ENDED = "ended"
