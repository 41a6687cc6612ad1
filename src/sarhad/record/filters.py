"""Which statements, threads and documents a filter lets through. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sarhad.codebook import EventType
from sarhad.record.days import Days, maybe_days
from sarhad.records import (
    Accusation,
    Assessment,
    Ceasefire,
    Commitment,
    Dispute,
    Document,
    Filters,
    Incident,
    Place,
    Report,
    Standing,
    Statement,
    Step,
    Story,
    Talk,
    TimeSpan,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """The sides of a thing that a filter looks at. `days` holds every span of days it belongs to."""

    codes: frozenset[str] = frozenset()
    types: frozenset[EventType] = frozenset()
    places: tuple[Place, ...] = ()
    days: tuple[Days, ...] = ()


def passes(facets: Facets, wanted: Filters) -> bool:
    """Whether it is to be shown. Days that nobody knows do not pass a filter on time."""
    return (
        (wanted.actor is None or _any_under([wanted.actor], facets.codes))
        and (not wanted.theatre_codes or _any_under(wanted.theatre_codes, facets.codes))
        and (wanted.type is None or wanted.type in facets.types)
        and (wanted.place is None or any(is_at(place, wanted.place) for place in facets.places))
        and _in_period(facets.days, wanted)
    )


def is_under(code: str, prefix: str) -> bool:
    """PAK.REB/ttp is under PAK, PAK.REB and PAK.REB/ttp; PAKISTAN is not under PAK."""
    code, prefix = code.casefold(), prefix.strip().casefold().rstrip("./")
    return code == prefix or code.startswith((prefix + ".", prefix + "/"))


def _any_under(prefixes: Iterable[str], codes: Iterable[str]) -> bool:
    return any(is_under(code, prefix) for prefix in prefixes for code in codes)


def is_at(place: Place, wanted: str) -> bool:
    """By country code, or by a word or words of the place's name or mention."""
    if wanted.strip().upper() == place.country:
        return True
    words = wanted.casefold().split()
    return bool(words) and any(
        words == have[n : n + len(words)]
        for have in (place.name.casefold().split(), place.mention.casefold().split())
        for n in range(len(have))
    )


def _in_period(days: Sequence[Days], wanted: Filters) -> bool:
    if wanted.since is None and wanted.until is None:
        return True
    return any(
        (wanted.since is None or end >= wanted.since) and (wanted.until is None or start <= wanted.until)
        for start, end in days
    )


# --- the facets of each record


def of_statement(statement: Statement, published: Days | None) -> Facets:
    """Valid time where it is told, else the days of publication."""
    codes = set(statement.codes)
    if statement.speaker:
        codes.add(statement.speaker.code)
    if statement.ceasefire:
        codes.update(statement.ceasefire.parties, statement.ceasefire.mediators)
    return Facets(
        codes=frozenset(codes),
        types=frozenset({statement.type}),
        places=_known(statement.place),
        days=_first(_span(statement.time), published),
    )


def of_document(document: Document, statements: Iterable[Statement]) -> Facets:
    """What its statements tell, on the days it can have been published."""
    return _together([of_statement(s, None) for s in statements], _all(published(document)))


def of_story(story: Story, documents: Mapping[str, Facets]) -> Facets:
    """What its documents tell."""
    inside = [documents[d] for d in story.documents if d in documents]
    return _together(inside, tuple(day for facets in inside for day in facets.days))


def of_thread(thread: Any) -> Facets:
    """The facets of an incident, talk, dispute, commitment or ceasefire."""
    match thread:
        case Incident():
            codes = {*thread.actors, *thread.recipients}
            return _happening(codes, thread.reports, thread.place, thread)
        case Talk():
            codes = {p.code for p in thread.participants} | {*thread.mediators, *_all(thread.host)}
            return _happening(codes, thread.reports, thread.venue, thread)
        case Dispute() | Accusation():
            days = (maybe_days(p.published) for p in thread.positions)
            return Facets(codes=_quarrelling(thread), days=tuple(d for d in days if d))
        case Assessment() | Standing():
            told_in = (maybe_days(r.published) for r in thread.reports)
            return Facets(
                codes=frozenset(thread.parties),
                types=frozenset(r.statement.type for r in thread.reports),
                days=tuple(d for d in told_in if d),
            )
        case Commitment():
            return Facets(codes=frozenset({*thread.by, *thread.toward}), days=_steps(thread.history))
        case Ceasefire():
            codes = {*thread.parties, *thread.mediators}
            return Facets(codes=frozenset(codes), places=_known(thread.place), days=_steps(thread.history))
    raise TypeError(f"{type(thread).__name__} is no thread")


def _quarrelling(thread: Dispute | Accusation) -> frozenset[str]:
    if isinstance(thread, Accusation):
        return frozenset({*thread.by, *thread.against})
    return frozenset({*thread.asserted_by, *thread.contested_by})


def _happening(
    codes: set[str], reports: Sequence[Report], place: Place | None, thread: Incident | Talk
) -> Facets:
    told = (thread.start, thread.end or thread.start) if thread.start else None
    told_in = tuple(d for d in (maybe_days(r.published) for r in reports) if d)
    kinds = {r.statement.type for r in reports} | ({thread.type} if isinstance(thread, Incident) else set())
    return Facets(
        codes=frozenset(codes),
        types=frozenset(kinds),
        places=_known(place),
        days=((told[0], told[1] or told[0]),) if told else told_in,
    )


def _steps(steps: Iterable[Step]) -> tuple[Days, ...]:
    """A thread belongs to every day on which something happened to it or was told of it."""
    spans = (span for step in steps for span in (_span(step.time), maybe_days(step.published)))
    return tuple(span for span in spans if span)


def published(document: Document) -> Days | None:
    """The days it can have been published."""
    start = document.published.start
    return None if start is None else (start, document.published.end or start)


def _span(time: TimeSpan | None) -> Days | None:
    return (time.start, time.end) if time else None


def _first(*spans: Days | None) -> tuple[Days, ...]:
    return next((_all(span) for span in spans if span), ())


def _all(value: Any) -> tuple[Any, ...]:
    return () if value is None else (value,)


def _known(place: Place | None) -> tuple[Place, ...]:
    return _all(place)


def _together(parts: Sequence[Facets], days: tuple[Days, ...]) -> Facets:
    return Facets(
        codes=frozenset().union(*(p.codes for p in parts)),
        types=frozenset().union(*(p.types for p in parts)),
        places=tuple(place for p in parts for place in p.places),
        days=days,
    )
