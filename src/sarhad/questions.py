"""What the record is asked for, checked: the words of a person (an actor's code, a type, days, a theatre) as filters."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypedDict

from sarhad.codebook import EventType
from sarhad.codebook.actors import is_code
from sarhad.errors import WrongUse
from sarhad.knowledge.theatres import Theatre, load_theatre
from sarhad.knowledge.theatres import theatres as theatres_in
from sarhad.monitor.nothing import beside_the_point
from sarhad.monitor.selecting import printed_span
from sarhad.records import Filters


class Asked(TypedDict, total=False):
    """What a question may be narrowed to. Days are dates or "2025-10-11", "2025-10", "2025"."""

    actor: str | None
    type: str | None
    place: str | None
    since: str | date | None
    until: str | date | None
    theatre: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A question, checked: its filters and the theatre they came from."""

    filters: Filters
    theatre: Theatre | None = None


def scope(asked: Asked, theatres: Path | None = None) -> Scope:
    """The filters asked for; WrongUse or TheatreError for what is none."""
    theatre = named_theatre(name, theatres) if (name := asked.get("theatre")) else None
    filters = Filters(
        actor=_code(asked.get("actor")),
        type=_type(asked.get("type")),
        place=asked.get("place") or None,
        since=_day(asked.get("since"), "since", last=False),
        until=_day(asked.get("until"), "until", last=True),
    )
    if filters.since and filters.until and filters.since > filters.until:
        raise WrongUse(f"--since {filters.since} is after --until {filters.until}; swap them")
    return Scope(filters=filters, theatre=theatre)


def fitting(kind: str, asked: Scope) -> Scope:
    """The question, where every filter that is set can narrow this list; else WrongUse."""
    if (found := beside_the_point(kind, asked.filters)) is not None:
        name, why = found
        raise WrongUse(f"--{name} does not apply to {kind}: {why}; leave it out")
    return asked


def named_theatre(name: str, folder: Path | None) -> Theatre:
    """The theatre of that name; WrongUse when there is none, a faulty file stays TheatreError."""
    if not name.endswith(".toml") and name not in theatres_in(folder):
        known = ", ".join(theatres_in(folder)) or "none"
        raise WrongUse(f"there is no theatre {name!r}; known: {known}; write one with `sarhad theatre new`")
    return load_theatre(name, folder)


def _code(actor: str | None) -> str | None:
    """Country and sector in capitals, the name after the stroke in small letters: "pak.reb/TTP" is PAK.REB/ttp."""
    if not actor:
        return None
    side, stroke, name = actor.strip().partition("/")
    code = f"{side.upper()}{stroke}{name.lower()}"
    if not is_code(f"{code}.UNK" if len(code) == 3 else code):
        raise WrongUse(f"{actor!r} is no actor code; write one or its beginning: PAK, PAK.GOV, PAK.REB/ttp")
    return code


def _type(name: str | None) -> EventType | None:
    if not name:
        return None
    try:
        return EventType(name.upper())
    except ValueError:
        raise WrongUse(
            f"{name!r} is no type of act; one of {', '.join(t.value for t in EventType)}"
        ) from None


def _day(value: str | date | None, which: str, *, last: bool) -> date | None:
    if not value or isinstance(value, date):
        return value or None
    try:
        return printed_span(value)[1 if last else 0]
    except ValueError:
        raise WrongUse(f"--{which} {value!r} is no date; write 2025-10-11, 2025-10 or 2025") from None


def reading_theatre(name: str | None, folder: Path | None, *, screen: bool) -> Theatre | None:
    """The theatre to read for, if one is named; WrongUse where a screen is asked for and none is."""
    if screen and not name:
        raise WrongUse("--screen needs --theatre: it leaves unread what names nothing of that theatre")
    return named_theatre(name, folder) if name else None
