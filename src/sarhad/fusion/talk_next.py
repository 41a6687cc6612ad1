"""A promised next time checked against the talks that followed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sarhad.fusion.gathering import Gathering
from sarhad.fusion.sides import side
from sarhad.records import Promised, Talk

SLACK = timedelta(days=1)
"""Days by which a meeting may miss its date and still be the one promised: time zones, a night flight."""
LATE = timedelta(days=30)
"""Days behind the promised one within which a meeting of the same parties is the promised one, held late."""
MET, MET_LATE, MET_BEFORE = "met as promised", "told to have met later", "told to have met before that day"
NOTHING = "no report of it since"


def followed(talks: Sequence[Talk], gathering: Gathering) -> list[Talk]:
    """The talks, each promise of a next time with what the record holds of it."""
    pages = _pages(gathering) if any(t.next for t in talks) else []
    return [
        t if t.next is None else replace(t, next=_checked(t.next, t, talks, _last_of(t, pages)))
        for t in talks
    ]


Pages = Sequence[tuple[date, frozenset[str]]]
"""Of every dated page its day and whom its sure statements tell of."""


def _pages(gathering: Gathering) -> Pages:
    return [
        (published, frozenset(side(a.code) for s in told for a in (*s.actors, *s.recipients)))
        for page, told in gathering.told_in.items()
        if (published := gathering.documents[page].published.start) is not None
    ]


def _sides(t: Talk) -> frozenset[str]:
    return frozenset(side(p.code) for p in t.participants)


def _last_of(t: Talk, pages: Pages) -> date | None:
    """The last day of which a page tells of two at least of its parties: only such a page could tell of the meeting."""
    parties = _sides(t)
    return max((day for day, named in pages if len(named & parties) > 1), default=None)


def _checked(promise: Promised, t: Talk, talks: Sequence[Talk], last: date | None) -> Promised:
    met = [
        u for u in talks if u.id != t.id and not u.planned and _after(u, t) and len(_sides(u) & _sides(t)) > 1
    ]
    on_time = [u for u in met if _meets(u, promise)]
    if on_time:
        return replace(promise, became=MET, kept_in=on_time[0].id)
    near = [u for u in met if u.start and u.start <= promise.time.end + LATE]
    if near:
        early = near[0].start is not None and near[0].start < promise.time.start
        return replace(promise, became=MET_BEFORE if early else MET_LATE, kept_in=near[0].id)
    if last is not None and last > promise.time.end + SLACK:
        return replace(promise, became=NOTHING)
    return promise


def _after(u: Talk, t: Talk) -> bool:
    return u.start is not None and t.start is not None and u.start > t.start


def _meets(u: Talk, promise: Promised) -> bool:
    """Held in the days promised; told of no day, it may have been."""
    if u.start is None or u.end is None:
        return False
    return u.start <= promise.time.end + SLACK and u.end >= promise.time.start - SLACK
