"""What a person may correct, and how the word they type becomes the field's value. Pure."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from sarhad.codebook import (
    MODES,
    Auxiliary,
    CeasefirePhase,
    CommitmentStatus,
    Course,
    DatePrecision,
    DisputeKind,
    Ending,
    EventType,
    PlaceLevel,
    Scope,
    Stance,
    TalkLevel,
    mode_belongs,
)
from sarhad.codebook.actors import Sector, is_code
from sarhad.errors import WrongUse
from sarhad.record.days import days_of, precision_of, print_days
from sarhad.records import (
    Accusation,
    Actor,
    Assessment,
    Ceasefire,
    Commitment,
    Dating,
    Dispute,
    Document,
    Incident,
    Place,
    Standing,
    Statement,
    Story,
    Talk,
    TimeSpan,
    Toll,
    Truce,
    Undertaking,
)

T = TypeVar("T")
Old = Any
Parse = Callable[[str, Old], Any]
"""From the typed word and the machine's value to the new value; ValueError says what was expected."""

NOTHING = frozenset({"", "none", "null", "-"})
BY = "judgement"
"""How an actor, place or time that a person gave was resolved."""


def correct(item: T, field: str, value: str) -> T:
    """The item with one field as a person says it should be. WrongUse when that cannot be."""
    fields, kind, name = FIELDS.get(type(item), {}), type(item).__name__.lower(), _full(item, field)
    if name not in fields:
        known = ", ".join(sorted(fields)) or "nothing that can be corrected"
        raise WrongUse(f"this {kind} has no field {field!r} to correct; it has {known}")
    try:
        corrected: T = _set(item, name, fields[name], value)
    except ValueError as error:
        raise WrongUse(f"{value!r} cannot be the {field} of this {kind}: {error}") from error
    return corrected


def printed(item: object, field: str) -> str | None:
    """The field's value in the words in which a correction would be typed; None when there is none."""
    value: Any = item
    for part in _full(item, field).split("."):
        value = getattr(value, part, None)
    return _print(value)


ALIASES = {
    "date": "time",
    "dead": "deaths",
    "status": "commitment.status",
    "blocker": "commitment.blocker",
    "object": "commitment.object",
    "phase": "ceasefire.phase",
    "parties": "ceasefire.parties",
    "mediators": "ceasefire.mediators",
}
"""Short names for a statement's fields."""


def _full(item: object, field: str) -> str:
    return ALIASES.get(field, field) if isinstance(item, Statement) else field


def _set(item: Any, name: str, parse: Parse, value: str) -> Any:
    head, _, rest = name.partition(".")
    old = getattr(item, head)
    if rest:
        return replace(item, **{head: _set(old or _blank(item, head), rest, parse, value)})
    changed = {head: parse(value, old)}
    if isinstance(item, Statement | Incident):
        changed |= _mode_for(item, changed)
    if isinstance(item, Ceasefire) and head == "phase":
        changed["ending"] = _ending_for(changed["phase"], value, item.ending)
    if isinstance(item, Incident | Talk):
        changed |= _days_for(item, changed)
    return replace(item, **changed)


def _mode_for(item: Statement | Incident, changed: dict[str, Any]) -> dict[str, Any]:
    """A new type takes away a mode that does not belong to it; a mode that does not belong is refused."""
    kind, mode = changed.get("type", item.type), changed.get("mode", item.mode)
    if mode_belongs(kind, mode):
        return {}
    if "mode" in changed:
        modes = ", ".join(MODES[kind])
        raise ValueError(
            f"a mode of {kind.value} is one of {modes}" if modes else f"{kind.value} has no modes"
        )
    return {"mode": None}


def _ending_for(phase: CeasefirePhase, value: str, old: Ending | None) -> Ending | None:
    """How a ceasefire ended goes with its phase: by the word typed, none for one that stands."""
    if phase not in (CeasefirePhase.ENDED, CeasefirePhase.COLLAPSED):
        return None
    named = _ENDINGS.get(value.strip().casefold())
    return old if old is not None and named is Ending.ENDED else named


def _days_for(item: Incident | Talk, changed: dict[str, Any]) -> dict[str, Any]:
    """How finely new days are known; a last day before the first is refused."""
    start, end = changed.get("start", item.start), changed.get("end", item.end)
    if not {"start", "end"} & changed.keys():
        return {}
    if start and end and end < start:
        other = "end" if "start" in changed else "start"
        raise ValueError(f"the days would run from {start} to {end}; correct the {other} first")
    if start is None:
        return {"precision": DatePrecision.UNKNOWN}
    return {"precision": precision_of(print_days(start, end or start))}


def _blank(item: Statement, head: str) -> Undertaking | Truce:
    """What a person starts from where the machine saw no commitment or ceasefire."""
    if head == "commitment":
        return Undertaking(object=item.evidence.quote, status=CommitmentStatus.PLEDGED)
    return Truce(parties=tuple(sorted({a.code for a in item.actors})), phase=CeasefirePhase.TALKS)


# --- from the typed word


def _text(value: str, _: Old) -> str:
    if not value.strip():
        raise ValueError("it may not be empty")
    return value.strip()


def _one_of(*words: str) -> Parse:
    def parse(value: str, _: Old) -> str:
        if value.strip().lower() not in words:
            raise ValueError(f"it is one of {', '.join(words)}")
        return value.strip().lower()

    return parse


def _member(kind: type[Enum]) -> Parse:
    by_name = {str(m.value).casefold(): m for m in kind}

    def parse(value: str, _: Old) -> Enum:
        found = by_name.get(value.strip().casefold())
        if found is None:
            raise ValueError(f"it is one of {', '.join(str(m.value) for m in kind)}")
        return found

    return parse


_ENDINGS = {e.value: e for e in Ending}


def _phase(value: str, old: Old) -> CeasefirePhase:
    """A phase, or the finer word for an end, as a ceasefire's history tells it: suspended, expired, superseded, concluded."""
    word = value.strip().casefold()
    phases = {p.value: p for p in CeasefirePhase}
    found = phases.get(word) or (CeasefirePhase.ENDED if word in _ENDINGS else None)
    if found is None:
        raise ValueError(f"it is one of {', '.join(dict.fromkeys((*phases, *_ENDINGS)))}")
    return found


def _or_none(inner: Parse) -> Parse:
    return lambda value, old: None if value.strip().lower() in NOTHING else inner(value, old)


def _many(inner: Parse) -> Parse:
    """Comma-separated; each one may build on the machine's value at the same place."""

    def parse(value: str, old: Old) -> tuple[Any, ...]:
        parts = [p.strip() for p in value.split(",") if p.strip().lower() not in NOTHING]
        return tuple(inner(p, old[n] if n < len(old) else None) for n, p in enumerate(parts))

    return parse


def _code(value: str, _: Old) -> str:
    code = value.strip()
    if not is_code(code):
        raise ValueError(
            f"an actor code reads like PAK.GOV or PAK.REB/ttp, a country and one of {', '.join(Sector)}"
        )
    return code


def _kroc(value: str, _: Old) -> int:
    if value.strip() not in ("0", "1", "2", "3"):
        raise ValueError("how far it is carried out is 0, 1, 2 or 3")
    return int(value)


def _member_value(kind: type[Enum]) -> Parse:
    """Where the record keeps the word and not the member."""
    return lambda value, old: str(_member(kind)(value, old).value)


def _land(value: str, _: Old) -> str:
    if not re.fullmatch(r"[A-Z]{3}", value.strip()):
        raise ValueError("a country reads like PAK")
    return value.strip()


def _language(value: str, _: Old) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(?:-[A-Za-z0-9]+)*", value.strip()):
        raise ValueError("a language reads like en, fa or ps")
    return value.strip()


def _actor(value: str, old: Actor | None) -> Actor:
    code = _code(value, old)
    if old is None:
        return Actor(mention="", code=code, resolved_by=BY)
    return replace(old, code=code, name=old.name if code == old.code else None, resolved_by=BY)


_TOLL = re.compile(r"(\d{1,9})(?:\s*(?:-|–|to)\s*(\d{1,9})|(\+))?\Z")


def _toll(value: str, old: Toll | None) -> Toll:
    found = _TOLL.match(value.strip())
    if not found:
        raise ValueError("a toll reads like 4, 4-6 or 4+ (at least four)")
    low = int(found[1])
    high = None if found[3] else int(found[2] or low)
    if high is not None and high < low:
        raise ValueError("the higher number comes second")
    return Toll(low=low, high=high, whom=old.whom if old else None)


def _time(value: str, old: TimeSpan | None) -> TimeSpan:
    start, end = days_of(value)
    mention, span = (old.mention, old.span) if old else ("", None)
    return TimeSpan(mention=mention, start=start, end=end, precision=precision_of(value), span=span, why=BY)


def _dating(value: str, old: Dating) -> Dating:
    start, end = days_of(value)
    why = "corrected by a person"
    return replace(old, start=start, end=end, precision=precision_of(value), why=why, settled=True)


def _day(value: str, _: Old) -> date:
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise ValueError("a day reads like 2024-01-16") from None


def _place(value: str, old: Place | None) -> Place:
    """ "Taftan, PAK" or "Taftan" (country unknown)."""
    name, _, country = (p.strip() for p in value.rpartition(",")) if "," in value else (value.strip(), "", "")
    if not name or (country and not re.fullmatch(r"[A-Z]{3}", country)):
        raise ValueError("a place reads like Taftan, PAK")
    if old is None:
        return Place(mention="", name=name, country=country or None, level=PlaceLevel.OTHER, why=BY)
    return replace(
        old, name=name, country=country or None, latitude=None, longitude=None, geonames_id=None, why=BY
    )


def _print(value: Any) -> str | None:
    match value:
        case None | ():
            return None
        case Enum():
            return str(value.value)
        case Toll(low=low, high=high):
            return f"{low}+" if high is None else str(low) if high == low else f"{low}-{high}"
        case TimeSpan(start=start, end=end) | Dating(start=date() as start, end=date() as end):
            return print_days(start, end)
        case Dating():
            return None
        case Place(name=name, country=country):
            return f"{name}, {country}" if country else name
        case Actor(code=code):
            return code
        case tuple():
            return ", ".join(_print(v) or "" for v in value)
    return str(value)


_CODES, _ACTORS, _LANDS = _many(_code), _many(_actor), _many(_land)

FIELDS: dict[type, dict[str, Parse]] = {
    Statement: {
        "type": _member(EventType),
        "mode": _or_none(_text),
        "aux": _or_none(_member(Auxiliary)),
        "scope": _member(Scope),
        "stance": _member(Stance),
        "actors": _ACTORS,
        "recipients": _ACTORS,
        "speaker": _or_none(_actor),
        "place": _or_none(_place),
        "time": _or_none(_time),
        "deaths": _or_none(_toll),
        "injured": _or_none(_toll),
        "commitment.object": _text,
        "commitment.status": _member(CommitmentStatus),
        "commitment.blocker": _or_none(_text),
        "ceasefire.parties": _CODES,
        "ceasefire.phase": _phase,
        "ceasefire.mediators": _CODES,
    },
    Incident: {
        "type": _member(EventType),
        "mode": _or_none(_text),
        "actors": _CODES,
        "recipients": _CODES,
        "place": _or_none(_place),
        "start": _or_none(_day),
        "end": _or_none(_day),
        "told": _one_of("fact", "claim", "denied", "unsure"),
        "deaths": _or_none(_toll),
        "injured": _or_none(_toll),
    },
    Talk: {
        "kind": _one_of("visit", "meeting", "round", "call", "mediation"),
        "participants": _ACTORS,
        "mediators": _CODES,
        "venue": _or_none(_place),
        "start": _or_none(_day),
        "end": _or_none(_day),
        "outcome": _or_none(_text),
        "host": _or_none(_code),
        "level": _or_none(_member(TalkLevel)),
    },
    Dispute: {
        "proposition": _text,
        "asserted_by": _CODES,
        "contested_by": _CODES,
        "how": _member(DisputeKind),
    },
    Commitment: {
        "object": _text,
        "by": _CODES,
        "toward": _CODES,
        "status": _member(CommitmentStatus),
        "blocker": _or_none(_text),
        "kroc": _or_none(_kroc),
        "course": _or_none(_member(Course)),
    },
    Assessment: {
        "type": _member(EventType),
        "kind": _member_value(Scope),
        "parties": _CODES,
    },
    Accusation: {
        "proposition": _text,
        "by": _CODES,
        "against": _CODES,
    },
    Standing: {
        "name": _text,
        "parties": _LANDS,
    },
    Ceasefire: {
        "parties": _CODES,
        "mediators": _CODES,
        "phase": _phase,
        "place": _or_none(_place),
    },
    Story: {"title": _text},
    Document: {
        "title": _or_none(_text),
        "publisher": _or_none(_text),
        "language": _language,
        "published": _dating,
    },
}
"""What may be corrected of each record, by field."""
