"""Which of the things told together belong to an actor, a place, a kind of act, a theatre, a period."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Protocol

from sarhad.knowledge.theatres import Theatre
from sarhad.monitor.until import held_until, promised_until
from sarhad.records import (
    Accusation,
    Assessment,
    Ceasefire,
    Commitment,
    Dispute,
    Filters,
    Fused,
    Incident,
    Place,
    Reading,
    Report,
    Standing,
    Statement,
    Step,
    Talk,
    TimeSpan,
)


class _Dated(Protocol):
    @property
    def published(self) -> str | None: ...


def select(fused: Fused, filters: Filters, theatre: Theatre | None = None) -> Fused:
    """Only what passes every filter that is set. Families, links and stories stay: they say how documents stand."""
    if theatre is not None:
        fused = within(fused, theatre)
    return replace(
        fused,
        incidents=tuple(i for i in fused.incidents if _incident(i, filters)),
        talks=tuple(t for t in fused.talks if _talk(t, filters)),
        disputes=tuple(d for d in fused.disputes if _dispute(d, filters)),
        commitments=tuple(
            promised_until(c, filters.until) for c in fused.commitments if _commitment(c, filters)
        ),
        ceasefires=tuple(held_until(c, filters.until) for c in fused.ceasefires if _ceasefire(c, filters)),
        assessments=tuple(a for a in fused.assessments if _assessment(a, filters)),
        accusations=tuple(a for a in fused.accusations if _accusation(a, filters)),
        standing=tuple(s for s in fused.standing if _standing(s, filters)),
    )


def within(fused: Fused, theatre: Theatre) -> Fused:
    """Only what is this border's matter, by its actors and by where it happened."""
    covers = theatre.covers
    return replace(
        fused,
        incidents=tuple(
            i for i in fused.incidents if covers((*i.actors, *i.recipients), _countries(i.reports, i.place))
        ),
        talks=tuple(
            t for t in fused.talks if covers([p.code for p in t.participants], _countries(t.reports, t.venue))
        ),
        disputes=tuple(d for d in fused.disputes if covers((*d.asserted_by, *d.contested_by))),
        commitments=tuple(c for c in fused.commitments if covers((*c.by, *c.toward))),
        ceasefires=tuple(c for c in fused.ceasefires if covers(c.parties)),
        assessments=tuple(a for a in fused.assessments if covers(a.parties, _countries(a.reports, None))),
        accusations=tuple(a for a in fused.accusations if covers((*a.by, *a.against))),
        standing=tuple(
            s
            for s in fused.standing
            if covers([f"{land}.GOV" for land in s.parties], _countries(s.reports, None))
        ),
    )


def _countries(reports: Iterable[Report], place: Place | None) -> set[str | None]:
    places = [place, *(r.statement.place for r in reports)]
    return {p.country for p in places if p is not None}


def belongs(s: Statement, filters: Filters, theatre: Theatre | None) -> bool:
    """Whether one statement is what was asked for; its day of publication is judged with its document."""
    if theatre is not None and not theatre.covers(s.codes, {s.place.country} if s.place else set()):
        return False
    return (
        (filters.type is None or s.type is filters.type)
        and _codes(s.codes, filters)
        and _place(s.place, filters)
    )


def left_out(fused: Fused, told: Fused, readings: Iterable[Reading], filters: Filters) -> frozenset[str]:
    """Anchors of statements no line of talks may tell alone: their talk was not asked for, or their day was not."""
    kept = {t.id for t in told.talks}
    merged = {r.statement.anchor for t in fused.talks if t.id not in kept for r in t.reports}
    late = {s.anchor for r in readings for s in r.statements if not _day_asked(s, r, filters)}
    return frozenset(merged | late)


def _day_asked(s: Statement, reading: Reading, filters: Filters) -> bool:
    """By the day a statement tells, else by its document's day of publication."""
    told = (s.time.start, s.time.end) if s.time else printed_span(reading.document.published.date)
    return in_period(*told, filters)


def code_matches(code: str, wanted: str) -> bool:
    """Whether `code` is `wanted` or lies under it: "PAK" covers "PAK.GOV", "PAK.REB" covers "PAK.REB/ttp"."""
    return code == wanted or code.startswith((f"{wanted}.", f"{wanted}/"))


def in_period(start: date | None, end: date | None, filters: Filters) -> bool:
    """Whether a span of days touches the period; a thing without a date is in no period but in the whole record."""
    if filters.since is None and filters.until is None:
        return True
    first, last = start or end, end or start
    if first is None or last is None:
        return False
    return last >= (filters.since or date.min) and first <= (filters.until or date.max)


def printed_span(printed: str | None) -> tuple[date | None, date | None]:
    """First and last day of "2025", "2025-10" or "2025-10-11"."""
    if not printed:
        return None, None
    parts = [int(p) for p in printed[:10].split("-")]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    if len(parts) == 2:
        following = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return date(parts[0], parts[1], 1), following - timedelta(days=1)
    return date(parts[0], 1, 1), date(parts[0], 12, 31)


def _codes(codes: Iterable[str], filters: Filters) -> bool:
    have = tuple(codes)
    if filters.actor and not any(code_matches(c, filters.actor) for c in have):
        return False
    theatre = filters.theatre_codes
    return not theatre or any(code_matches(c, w) for c in have for w in theatre)


def _place(place: Place | None, filters: Filters) -> bool:
    if not filters.place:
        return True
    wanted = filters.place.casefold()
    return place is not None and (
        wanted in place.name.casefold() or wanted == (place.country or "").casefold()
    )


def _any_place(reports: Iterable[Report], place: Place | None, filters: Filters) -> bool:
    return _place(place, filters) or any(_place(r.statement.place, filters) for r in reports)


def _dates(items: Iterable[_Dated], filters: Filters) -> bool:
    return any(in_period(*printed_span(i.published), filters) for i in items)


def _reported(
    start: date | None, end: date | None, reports: tuple[Report, ...], time: TimeSpan | None, filters: Filters
) -> bool:
    """By the day it happened; by its day of publication only when the day it happened is not told."""
    if start is None and end is None and time is None:
        return _dates(reports, filters)
    return in_period(start, end, filters)


def _incident(i: Incident, filters: Filters) -> bool:
    return (
        (filters.type is None or i.type is filters.type)
        and _codes((*i.actors, *i.recipients), filters)
        and _any_place(i.reports, i.place, filters)
        and _reported(i.start, i.end, i.reports, None, filters)
    )


def _assessment(a: Assessment, filters: Filters) -> bool:
    return (
        (filters.type is None or a.type is filters.type)
        and _codes(a.parties, filters)
        and _any_place(a.reports, None, filters)
        and _reported(None, None, a.reports, None, filters)
    )


def _talk(t: Talk, filters: Filters) -> bool:
    codes = (*(p.code for p in t.participants), *t.mediators, *((t.host,) if t.host else ()))
    return (
        (filters.type is None or any(r.statement.type is filters.type for r in t.reports))
        and _codes(codes, filters)
        and _any_place(t.reports, t.venue, filters)
        and _reported(t.start, t.end, t.reports, None, filters)
    )


def _dispute(d: Dispute, filters: Filters) -> bool:
    return (
        filters.type is None
        and not filters.place
        and _codes((*d.asserted_by, *d.contested_by), filters)
        and ((filters.since is None and filters.until is None) or _dates(d.positions, filters))
    )


def _accusation(a: Accusation, filters: Filters) -> bool:
    return (
        filters.type is None
        and not filters.place
        and _codes((*a.by, *a.against), filters)
        and ((filters.since is None and filters.until is None) or _dates(a.positions, filters))
    )


def _standing(s: Standing, filters: Filters) -> bool:
    return (
        (filters.type is None or any(r.statement.type is filters.type for r in s.reports))
        and _codes((f"{land}.GOV" for land in s.parties), filters)
        and _any_place(s.reports, None, filters)
        and _reported(None, None, s.reports, None, filters)
    )


def _steps(history: tuple[Step, ...], filters: Filters) -> bool:
    return (filters.since is None and filters.until is None) or _dates(history, filters)


def _commitment(c: Commitment, filters: Filters) -> bool:
    return (
        filters.type is None
        and not filters.place
        and _codes((*c.by, *c.toward), filters)
        and _steps(c.history, filters)
    )


def _ceasefire(c: Ceasefire, filters: Filters) -> bool:
    return (
        filters.type is None
        and _place(c.place, filters)
        and _codes((*c.parties, *c.mediators), filters)
        and _steps(c.history, filters)
    )
