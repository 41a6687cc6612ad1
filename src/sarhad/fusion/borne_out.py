"""What bears a breach out: a confirmed act of the accused on its day, or the report of a witness that is no party, in another family.

A party's charge and a party's word on the same page are one voice; what residents, a mission or an outlet in its own voice tell of
the same day, the same place and the same side's victims is another.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from sarhad.codebook import Auxiliary, Credibility, DatePrecision, EventType, PlaceLevel, Stance
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.grades import party_of
from sarhad.fusion.sides import countries, side, sides
from sarhad.fusion.words import tokens
from sarhad.records import UNSURE, Incident, Place, Statement, TimeSpan

_NAMED = (PlaceLevel.SITE, PlaceLevel.TOWN, PlaceLevel.ADM2)
_KIND = frozenset("district province county region city town village governorate area camp the of".split())


class Borne(IntEnum):
    """How far others bear out a breach: not at all, the act but not whose it was, the act of the accused."""

    NOT = 0
    THE_ACT = 1
    THE_BREACH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """What may bear a breach out, by its day: the confirmed incidents, and the assaults that are told."""

    confirmed: Mapping[date, Sequence[Incident]]
    assaults: Mapping[date, Sequence[Statement]]


def by_day(incidents: Iterable[Incident], gathering: Gathering) -> Days:
    """The incidents and statements that a breach may be held against, once for all breaches."""
    confirmed: dict[date, list[Incident]] = {}
    for i in incidents:
        sure = i.grade is not None and i.grade.information is Credibility.CONFIRMED
        if sure and i.start is not None and i.precision is DatePrecision.DAY:
            confirmed.setdefault(i.start, []).append(i)
    assaults: dict[date, list[Statement]] = {}
    for t in gathering.told():
        if t.type is EventType.ASSAULT and t.time is not None and t.time.precision is DatePrecision.DAY:
            assaults.setdefault(t.time.start, []).append(t)
    return Days(confirmed=confirmed, assaults=assaults)


def borne_out(s: Statement, days: Days, gathering: Gathering) -> Borne:
    """How far a second independent family that is no party tells of the breach that `s` alleges or tells."""
    if s.ceasefire is None or s.time is None or s.time.precision is not DatePrecision.DAY:
        return Borne.NOT
    if _confirmed(s, s.time, days):
        return Borne.THE_BREACH
    others = [t for t in days.assaults.get(s.time.start, ()) if _third(s, t, gathering)]
    surely = any(t.actors and t.confidence >= UNSURE for t in others)
    return Borne.THE_BREACH if surely else Borne.THE_ACT if others else Borne.NOT


def _confirmed(s: Statement, time: TimeSpan, days: Days) -> bool:
    """A confirmed act of the accused party against the other on the day of the breach."""
    pair, lands = _pair(s), _lands(s)
    accused = accused_of(s, pair)
    on_it = (i for day, found in days.confirmed.items() if time.start <= day <= time.end for i in found)
    return any(sides(i.actors) & accused and between(i, pair, lands) for i in on_it)


def _third(s: Statement, t: Statement, gathering: Gathering) -> bool:
    """Whether `t`, of its day, is a report of that act, of another family and publisher, on nobody's word that is a party."""
    if t.aux not in (None, Auxiliary.HISTORICAL) or t.place is None:
        return False
    if t.stance not in (Stance.ASSERTS, Stance.ALLEGES):
        return False
    same = _at(s, t.place) and _at(t, t.place) and _of_the_accused(s, t)
    apart = same and len(gathering.houses((s, t))) > 1
    return apart and party_of(t, _lands(s) | _pair(s), gathering) is None


def _at(s: Statement, place: Place) -> bool:
    """Whether the sentence of `s` names the place, and it is a named one; a whole country is none."""
    name = frozenset(tokens(place.name)) - _KIND
    return place.level in _NAMED and bool(name) and name <= frozenset(tokens(s.sentence.quote))


def _of_the_accused(s: Statement, t: Statement) -> bool:
    """The accused, or nobody named, struck the other or people of its land."""
    pair = _pair(s)
    accused = accused_of(s, pair)
    doing = sides(a.code for a in t.actors)
    victims = pair - accused or pair
    struck = sides(a.code for a in t.recipients) | countries(a.code for a in t.recipients)
    soil = frozenset((t.place.country,)) if t.place and t.place.country else frozenset[str]()
    at_them = (struck or soil) & (
        victims | countries(c for c in _codes(s) if side(c) in victims and "/" not in c)
    )
    return (not doing or bool(doing & accused)) and bool(at_them)


def accused_of(s: Statement, pair: frozenset[str]) -> frozenset[str]:
    """Whom the breach is laid at: who is charged, else who does it, else whoever of the two does not speak."""
    named = s.recipients if s.type is EventType.ACCUSE else s.actors
    doing = sides(a.code for a in named) & pair
    voice = {side(s.speaker.code)} if s.speaker else set()
    return doing or pair - voice


def between(i: Incident, pair: frozenset[str], lands: frozenset[str]) -> bool:
    """One party did it, to the other or to people of its land."""
    doing = sides(i.actors) & pair
    struck = (sides(i.recipients) & pair) | (countries(i.recipients) & lands)
    return bool(doing) and bool(struck - doing or (len(doing) > 1 and struck))


def _codes(s: Statement) -> tuple[str, ...]:
    return s.ceasefire.parties if s.ceasefire else ()


def _pair(s: Statement) -> frozenset[str]:
    return sides(_codes(s))


def _lands(s: Statement) -> frozenset[str]:
    return countries(c for c in _codes(s) if "/" not in c)
