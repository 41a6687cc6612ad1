"""Lands and areas named again by what they are: "in the country", "across the region", "near the border", "in the area".

"The country" of a place is the one where something was last told to happen, whoever is spoken of between: after "strikes
on Lebanon … the British minister urged nationals to leave the country" it is Lebanon.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from sarhad.codebook import PlaceLevel
from sarhad.reading.places_mentions import PlaceMention
from sarhad.reading.places_roles import ORIGIN
from sarhad.records import Place

NAMED = re.compile(
    r"\b(?:[Tt]he|[Tt]his)\s+(?:(?:occupied|besieged|wider|whole|entire)\s+)?"
    r"(country|kingdom|region|territory|strip|border|frontier|area)\b(?!['’]s|\s+(?:of|between|with|police|guards?|post)\b|-)"
)
NEAR, FAR = 600, 1500
"""Characters. "The area" is close by; further back than `FAR`, "the country" may be another one."""


def lands(
    text: str, mentions: Sequence[PlaceMention], country: Callable[[str], Place | None]
) -> Iterator[tuple[int, int, Place]]:
    """Spans of such words, with the place each means. `country`: by ISO 3166-1 alpha-3."""
    for match in NAMED.finditer(text):
        if any(m.start < match.end() and match.start() < m.end for m in mentions):
            continue
        before = [m for m in mentions if match.start() - FAR < m.start < match.start()]
        place = _meant(match.group(1), match.start(), before, country)
        if place is not None:
            yield match.start(), match.end(), place


def _meant(
    word: str, at: int, before: Sequence[PlaceMention], country: Callable[[str], Place | None]
) -> Place | None:
    if word in ("country", "kingdom"):
        there = [m.place.country for m in before if m.place.country and _of_an_act(m)]
        return country(there[-1]) if there and there[-1] else None
    if word == "area":
        before = [m for m in before if at - m.start < NEAR and m.venue and _is_spot(m.place)]
    else:
        before = [m for m in before if _fits(word, m.place)]
    return before[-1].place if before else None


def _of_an_act(mention: PlaceMention) -> bool:
    return mention.venue or mention.role == ORIGIN


def _is_spot(place: Place) -> bool:
    return place.level in (PlaceLevel.TOWN, PlaceLevel.SITE) or (
        place.level is PlaceLevel.OTHER and place.country is not None
    )


def _fits(word: str, place: Place) -> bool:
    name = place.name.lower()
    if word == "region":
        return name in REGIONS or (place.level is PlaceLevel.ADM1 and not name.endswith(("strip", "bank")))
    if word == "territory":
        return place.level is PlaceLevel.ADM1
    if word == "strip":
        return name.endswith(" strip") or name == "gaza"
    return _LINE.search(name) is not None


_LINE = re.compile(
    r"\b(?:border|frontier|(?:control|durand|blue|green|demarcation|contact) line|line of (?:\w+ )?control)$"
)
REGIONS = frozenset(
    ("middle east", "south asia", "central asia", "gulf", "persian gulf", "caucasus", "levant")
)
