"""The place that a line on an incident may print: told by its own sentence, and of this act."""

import re

from sarhad.codebook import PlaceLevel
from sarhad.codebook.actors import country_of, sector_of
from sarhad.monitor.deed_words import printed_targets, told_elsewhere
from sarhad.monitor.desk import Desk
from sarhad.monitor.own_words import happens_at
from sarhad.records import Incident, Place, Report, Statement


def where(incident: Incident, best: Report, desk: Desk) -> str:
    """The place that the sentence tells; a whole country or region says little beside the parties."""
    place = incident.place if incident.id in desk.trusted else best.statement.place
    s = best.statement
    if place is None:
        return ""
    if s.confidence < 1.0 and place.span is not None and not s.sentence.span.covers(place.span):
        return ""
    if incident.id not in desk.trusted and s.confidence < 1.0 and _of_something_else(place, s):
        return ""
    if incident.id not in desk.trusted and s.confidence < 1.0 and not _country_is_told(place, s, desk):
        return ""
    printed_parties = (*s.actors, *printed_targets(s, desk))
    if place.level is PlaceLevel.COUNTRY and place.country in {country_of(a.code) for a in printed_parties}:
        return ""
    if place.level is PlaceLevel.OTHER and place.country is None:
        return ""
    return f"{'near ' if _off(place, s) else ''}{desk.names.place(place)}"


def _country_is_told(place: Place, s: Statement, desk: Desk) -> bool:
    """Whether the country of the place is a party's, or is named in or before the sentence: many towns share a name."""
    if (
        place.country is None
        or desk.seen.blind
        or place.country in {country_of(a.code) for a in (*s.actors, *s.recipients)}
    ):
        return True
    around = desk.seen.names(s.sentence.quote) | desk.seen.names(desk.seen.before(s.sentence, AROUND))
    return place.country in around | desk.seen.leading(s.document_id)


AROUND = 1000
"""Characters before a sentence in which the country of a town is looked for: about a post of a live page."""

_OFF = re.compile(
    r"(?:north|south|east|west|km|miles?|kilomet\w+)[\w-]*\s+(?:of|from)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}(?:(?:city|town|village|capital)\s+(?:of\s+)?)?$",
    re.I,
)


def _off(place: Place, s: Statement) -> bool:
    """ "A village to the north-east of the coastal city of Sidon" is not in that city."""
    if place.span is None or not s.sentence.span.covers(place.span):
        return False
    if place.level in (PlaceLevel.COUNTRY, PlaceLevel.ADM1):
        return False  # "to the west of the country" lies in it
    return _OFF.search(s.sentence.quote[: place.span.start - s.sentence.span.start]) is not None


def _of_something_else(place: Place, s: Statement) -> bool:
    """Told behind "in response to", or in a country that none of the targets is of: where another deed was done."""
    if place.mention and (not happens_at(s, place.mention) or _part_of_a_name(place, s)):
        return True
    told = (
        a for a in s.recipients if sector_of(a.code) in ("GOV", "UNK", "CVL") and not told_elsewhere(a, s)
    )
    targets = {country_of(a.code) for a in told} - {"UNK"}
    return bool(targets) and place.country is not None and place.country not in targets


_HOUSE = re.compile(
    r" (?:[A-Z][a-z]+ )?(?:School|University|College|Hospital|Hotel|Street|Road|Square|Institute|Tower|Mosque|Cafe|Restaurant)\b"
)


def _part_of_a_name(place: Place, s: Statement) -> bool:
    """ "At Muscat School" is not in Muscat."""
    if place.span is None or not s.sentence.span.covers(place.span):
        return False
    return _HOUSE.match(s.sentence.quote[place.span.end - s.sentence.span.start :]) is not None
