"""Which names of a document are places: the gazetteer's word beside the tagger's.

Two measures. `places_of` is the reader's: a name that only helps to name a school, a firm or a police force is no
place where something happened. `toponyms_of` is the map's: there "the Marlow Fire Department" names Marlow.
"""

import re
from collections.abc import Sequence
from typing import Any

from sarhad.codebook import PlaceLevel
from sarhad.knowledge.places import PlaceHit, Places
from sarhad.knowledge.places_names import fold, words
from sarhad.reading.places_tagged import Seen, Tagged, tagged

GEOGRAPHIC = words("GPE LOC FAC")
NOT_PLACES = words("PERSON NORP LANGUAGE MONEY PERCENT QUANTITY ORDINAL CARDINAL DATE TIME")
WELL_KNOWN = 100_000
"""A town of this size is taken for a place without further signs; a smaller one needs a sign."""
AREA = words("County Parish Borough Township District Province")
"""Last words that make two words the name of an area, whatever stands behind: "Marlow County Jail"."""
OF_PLACE = re.compile(
    r"\s(?:man|woman|men|women|couple|teen|teenager|boy|girl|resident|residents|native|police|firefighters|officials|"
    r"mayor|home|house|residence|area|school|schools|council|city|senior|student|students|business|family|families|"
    r"Police|Mayor|City|Council|Fire|Hospital|Public|High|Elementary|Middle|Community|Town|Village|Township|School|"
    r"Schools|Library|Chamber|Board|County|Municipal|Volunteer|Sheriff|Department|Airport|Regional|Area|Township)\b"
)
"""Words that follow the name of a town: "a Marlow man", "Marlow High"."""
HOME_OF = re.compile(r"(?:\b\d{1,2},? of|\b(?:[RD]|DFL|GOP)-|\bboth of|, of) ?$")
"""What stands before somebody's town: "James Hill, 31, of Marlow", "(R-Marlow)"."""
DATELINE = re.compile(r"\s*(?:,[^.\n]{1,20})?\s*(?:\([A-Z][^)\n]{1,30}\))?\s*(?:--|[-–—])\s")
STREET = re.compile(
    r"\s(?:Road|Rd|Street|St|Drive|Dr|Avenue|Ave|Lane|Ln|Boulevard|Blvd|Parkway|Pkwy|Highway|Route|Trail|Court|Way|"
    r"Place|Circle|Terrace|Turnpike|Expressway|War|Day|House|Award|Cup)\b"
)
"""What makes a name that of a street, or of something else that lies nowhere near."""
LISTED = re.compile(r"(?:,|,? and|,? or|,? &) ")
COUNTIES = re.compile(r"(?:(?:, [A-Z][\w.]+)*,? and [A-Z][\w.]+)? [Cc]ounties\b")


def places_of(doc: Any, text: str, registry: Places) -> list[PlaceHit]:
    """The hits of the gazetteer that are places here."""
    page = tagged(doc, text, registry)
    return [seen.hit for seen, yes in zip(page.names, _sure(page), strict=True) if yes]


def toponyms_of(doc: Any, text: str, registry: Places) -> list[PlaceHit]:
    """Every hit that names a place, also inside the name of an institution."""
    page = tagged(doc, text, registry)
    sure = _sure(page)
    proven = frozenset(fold(seen.hit.text) for seen, yes in zip(page.names, sure, strict=True) if yes)
    named = [
        yes or (_may_name(page, seen) and _names_one(page, seen, proven))
        for seen, yes in zip(page.names, sure, strict=True)
    ]
    for i, yes in enumerate(named):
        named[i] = yes or _beside(page, named, i)
    return [seen.hit for seen, yes in zip(page.names, named, strict=True) if yes]


# --- the reader's measure


def _sure(page: Tagged) -> list[bool]:
    proven = (s for s in page.names if s.whole & GEOGRAPHIC or (s.located and not s.hit.weak))
    shown = frozenset(s.hit.text for s in proven) - page.persons
    return [_is_place(seen, page.persons, shown) for seen in page.names]


def _is_place(seen: Seen, persons: frozenset[str], shown: frozenset[str]) -> bool:
    name = seen.hit.text
    if seen.hit.weak:
        return name not in persons and _weak_place(seen)
    if _firm(seen.hit):
        return "PERSON" not in seen.labels or "PERSON" in seen.whole or seen.located
    if name in persons and not seen.located:
        return False
    return seen.located or name in shown or not _doubtful(seen)


def _firm(hit: PlaceHit) -> bool:
    return any(c.entry.seed or c.entry.level is PlaceLevel.COUNTRY for c in hit.candidates)


def _doubtful(seen: Seen) -> bool:
    """A small place that the tagger takes for something else, or for nothing."""
    if GEOGRAPHIC & seen.labels:
        return False
    known = any(
        c.entry.population >= WELL_KNOWN or c.entry.level is PlaceLevel.ADM1
        for c in seen.hit.candidates
        if not c.alias
    )
    other = NOT_PLACES & seen.labels
    return not (known or " " in seen.hit.text) or (bool(other) and not (known and other == {"PERSON"}))


def _weak_place(seen: Seen) -> bool:
    geographic = bool(seen.opening & GEOGRAPHIC)
    if _everyday(seen.hit):
        return geographic and seen.located
    return (geographic and len(seen.hit.text) > 2) or (seen.located and not NOT_PLACES & seen.labels)


def _everyday(hit: PlaceHit) -> bool:
    return any(c.everyday for c in hit.candidates)


# --- the map's measure


def _may_name(page: Tagged, seen: Seen) -> bool:
    """Whether a hit is no person's name and no street's."""
    return not set(seen.hit.text.split()) & page.persons and not STREET.match(page.text, seen.hit.end)


def _names_one(page: Tagged, seen: Seen, proven: frozenset[str]) -> bool:
    """Whether a hit that is no place for the reader names one all the same."""
    text, hit = page.text, seen.hit
    if (" " in hit.text and hit.text.split()[-1] in AREA) or fold(hit.text) in proven:
        return True
    if _everyday(hit):
        return False
    shouted = hit.text.isupper() and DATELINE.match(text, hit.end)
    homed = seen.of_person or HOME_OF.search(text, max(0, hit.start - 14), hit.start)
    return bool(shouted or homed or OF_PLACE.match(text, hit.end) or COUNTIES.match(text, hit.end))


def _beside(page: Tagged, named: Sequence[bool], i: int) -> bool:
    """Whether a hit stands in a list beside a place: "Marlow, Bourne End and Henley"."""
    if _everyday(page.names[i].hit) or not _may_name(page, page.names[i]):
        return False
    left = i > 0 and named[i - 1] and _listed(page, i - 1)
    return left or (i + 1 < len(named) and named[i + 1] and _listed(page, i))


def _listed(page: Tagged, i: int) -> bool:
    """Whether a hit and the next one stand in one list."""
    return bool(LISTED.fullmatch(page.text, page.names[i].hit.end, page.names[i + 1].hit.start))
