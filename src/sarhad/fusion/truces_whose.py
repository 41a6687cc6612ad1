"""Whose end an end is, where one pair has had several truces: by the day told of it, the words for it, what its page told just before."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from sarhad.codebook import CeasefirePhase, DatePrecision, EventType
from sarhad.fusion.days_told import MONTHS
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.sides import parties_of
from sarhad.records import Statement

BREATH = 700
"""Characters within which a document goes on about the same truce."""
_DAY = re.compile(rf"\b(?:(\d{{1,2}}) ({'|'.join(MONTHS)})|({'|'.join(MONTHS)}) (\d{{1,2}}))\b")
_EARLIER = re.compile(
    rf"\b(?:last|previous|earlier|prior|first|old|former|(?:{'|'.join(MONTHS)})(?:[’']s)?) "
    r"(?:[\w-]+ ){0,2}?(?:cease-?fire|truce|agreement|accord|deal)\b",
    re.I,
)
ANEW = re.compile(
    r"\b(?:new|another|second|third|fresh) (?:[\w-]+ ){0,3}?(?:cease-?fire|truce|agreement|accord|deal)\b",
    re.I,
)
_AFTER = re.compile(r"\b(?:after|since|following)\b", re.I)
_STANDS = (CeasefirePhase.AGREED, CeasefirePhase.IN_EFFECT)


def made_on(s: Statement) -> date | None:
    """The day told of a firm agreement or of its taking effect."""
    firm = s.ceasefire is not None and s.ceasefire.phase in _STANDS and s.plain
    told = s.time is not None and s.time.precision is DatePrecision.DAY
    return s.time.start if firm and told and s.time and s.type is not EventType.SUPPORT else None


def next_made(s: Statement, told: Sequence[Statement], gathering: Gathering) -> date | None:
    """The day of the agreement before which the truce of the end `s` was over; None where it may be the last that is told."""
    own = _recalled(s, gathering) or _named(s, told)
    if own is not None:
        return _later(s, own, told)
    if s.time is not None:
        return None
    after = _agreed_after(s, gathering)
    if after is not None:
        return after
    days = sorted({d for t in told if (d := made_on(t)) is not None and d <= gathering.when(s)})
    if _EARLIER.search(s.evidence.quote) and (len(days) > 1 or days[-1:] == [gathering.when(s)]):
        return days[-1]
    before = _told_before(s, gathering)
    return _later(s, before, told) if before is not None else None


def _later(s: Statement, own: date, told: Sequence[Statement]) -> date | None:
    """The next agreement, where the same page tells it or it is told as a new one: terms added to a truce are none."""
    made = (t for t in told if t.ceasefire and t.ceasefire.phase is CeasefirePhase.AGREED)
    anew = (t for t in made if t.document_id == s.document_id or ANEW.search(t.evidence.quote))
    days = [d for t in anew if (d := made_on(t)) is not None and d > own]
    following = min(days, default=None)
    too_late = following is not None and s.time is not None and s.time.start > following
    return None if too_late else following


def of_a_past_one(s: Statement, gathering: Gathering) -> bool:
    """Whether `s` tells the end or the making of a truce on a page that tells a later one: who mediates there mediates the later."""
    own = made_on(s)
    over = s.ceasefire is not None and s.ceasefire.phase in (CeasefirePhase.ENDED, CeasefirePhase.COLLAPSED)
    if own is None and not over:
        return False
    made = (d for t in _of_the_page(s, gathering) if parties_of(t) == parties_of(s) and (d := made_on(t)))
    return any(own is None or day > own for day in made)


def _recalled(s: Statement, gathering: Gathering) -> date | None:
    """ "The truce agreed on 6 March collapsed": the agreement that the words for it recall."""
    own = (t for t in _of_the_page(s, gathering) if s.evidence.span.covers(t.evidence.span))
    return next((day for t in own if t.anchor != s.anchor and (day := made_on(t)) is not None), None)


def _named(s: Statement, told: Sequence[Statement]) -> date | None:
    """ "The 6 March truce", "the truce of March 6"."""
    days = sorted({d for t in told if (d := made_on(t)) is not None})
    named = s.evidence.quote[: max(0, s.trigger.span.start - s.evidence.span.start)]
    for day, month, other, number in _DAY.findall(named):
        found = [d for d in days if (d.day, MONTHS[d.month - 1]) == (int(day or number), month or other)]
        if found:
            return found[-1]
    return None


def _agreed_after(s: Statement, gathering: Gathering) -> date | None:
    """ "Signed a truce on Friday, a week after the other collapsed": the agreement that the sentence tells as later."""
    for t in _of_the_page(s, gathering):
        day = made_on(t)
        if day is None or t.sentence.span != s.sentence.span or t.anchor == s.anchor:
            continue
        opening = t.trigger.span.end if t.trigger.span.start < s.trigger.span.start else s.sentence.span.start
        offset = s.sentence.span.start
        if _AFTER.search(s.sentence.quote[opening - offset : s.trigger.span.start - offset]):
            return day
    return None


def _told_before(s: Statement, gathering: Gathering) -> date | None:
    """The agreement that the page told last before it."""
    at = s.sentence.span.start
    near = [t for t in _of_the_page(s, gathering) if at - BREATH <= t.sentence.span.start < at]
    days = [day for t in near if (day := made_on(t)) is not None]
    return days[-1] if days else None


def _of_the_page(s: Statement, gathering: Gathering) -> Iterator[Statement]:
    told = (*gathering.told_in[s.document_id], *gathering.faint_in[s.document_id])
    yield from sorted(told, key=lambda t: t.evidence.span.start)
