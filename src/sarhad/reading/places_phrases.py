"""Phrases that name a place by another: "southern Lebanon", "Israel's north", "Afghan soil", "the Iranian capital",
"the Pakistan-Afghanistan border"."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sarhad.codebook import PlaceLevel
from sarhad.knowledge.places import adjectives
from sarhad.records import Place

POINTS = r"(?:(?:north|south)(?:[- ]?(?:east|west))?|east|west)"
SIDE = rf"(?:(?:far|extreme|deep)\s+)?(?:{POINTS}(?:ern)?(?:most)?|central)"
BEFORE = re.compile(rf"\b({SIDE}(?:\s+and\s+{SIDE})?)\s+$", re.IGNORECASE)
AFTER = re.compile(
    rf"['’]s\s+(?:restive\s+|far\s+)?({POINTS})\b(?!\s+[a-z]*(?:ern)?\s*(?:province|city|coast|region|district|border))",
    re.IGNORECASE,
)
SOIL = r"(?:soil|territory|territories|airspace|land|waters|territorial\s+waters)"
OF_COUNTRY = re.compile(rf"['’]s\s+{SOIL}\b", re.IGNORECASE)
BORDER_AFTER = re.compile(r"\s*(?:border(?:lands?| areas?| regions?| zone)?|frontier)\b", re.IGNORECASE)
PAIR = re.compile(r"^[-–/]$")
BETWEEN = re.compile(r"\bborder\s+between\s+$", re.IGNORECASE)
AND = re.compile(r"^\s+and\s+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A place named by another. `kind`: country, capital, part, part of a town, border."""

    start: int
    end: int
    name: str
    kind: str
    country: str | None
    why: str


Named = tuple[int, int, Place]


def phrases(text: str, named: Sequence[Named]) -> Iterator[Phrase]:
    """Phrases around the named places and adjectives of `text`."""
    yield from _borders(text, named)
    for start, end, place in named:
        yield from _directions(text, start, end, place)
        if place.level is PlaceLevel.COUNTRY and (soil := OF_COUNTRY.match(text, end)):
            yield Phrase(
                start=start,
                end=soil.end(),
                name=place.name,
                kind="country",
                country=place.country,
                why="its soil",
            )
    yield from _adjectives(text)


def _directions(text: str, start: int, end: int, place: Place) -> Iterator[Phrase]:
    if not text[start].isupper() or place.level not in (PlaceLevel.COUNTRY, PlaceLevel.ADM1, PlaceLevel.TOWN):
        return
    kind = "part of a town" if place.level is PlaceLevel.TOWN else "part"
    why = f"part of {place.name}"
    if before := BEFORE.search(text, max(0, start - 40), start):
        side = before.group(1)
        if (
            side[0].islower()
            or before.start() == 0
            or text[before.start() - 1] in "\n"
            or text[before.start() - 2] in ".!?"
        ):
            name = f"{side.lower()} {text[start:end]}"
            yield Phrase(start=before.start(), end=end, name=name, kind=kind, country=place.country, why=why)
    elif (after := AFTER.match(text, end)) and place.level is not PlaceLevel.TOWN:
        name = f"{adjective_of(after.group(1))} {text[start:end]}"
        yield Phrase(start=start, end=after.end(), name=name, kind=kind, country=place.country, why=why)


def adjective_of(side: str) -> str:
    """ "north" → "northern", "south-east" → "southeastern"."""
    return side.lower().replace("-", "").replace(" ", "") + "ern"


def _borders(text: str, named: Sequence[Named]) -> Iterator[Phrase]:
    spans = sorted(
        {(s, e) for s, e, p in named if p.level is PlaceLevel.COUNTRY} | set(_adjective_spans(text))
    )
    for left, right in itertools.pairwise(spans):
        between = text[left[1] : right[0]]
        if PAIR.match(between) and (border := BORDER_AFTER.match(text, right[1])):
            name = f"{text[left[0] : left[1]]}-{text[right[0] : right[1]]} border"
            yield Phrase(
                start=left[0],
                end=border.end(),
                name=name,
                kind="border",
                country=None,
                why="a border of two countries",
            )
        elif AND.match(between) and (opening := BETWEEN.search(text, max(0, left[0] - 40), left[0])):
            name = f"{text[left[0] : left[1]]}-{text[right[0] : right[1]]} border"
            yield Phrase(
                start=opening.start(),
                end=right[1],
                name=name,
                kind="border",
                country=None,
                why="a border of two countries",
            )


@lru_cache(maxsize=1)
def _adjective_pattern() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, adjectives()), key=len, reverse=True))
    return re.compile(rf"\b({words})\b")


def _adjective_spans(text: str) -> Iterator[tuple[int, int]]:
    return (m.span(1) for m in _adjective_pattern().finditer(text))


HOMES = (
    r"(?:(?:border|coastal|frontier|nuclear|oil|gas|energy|power|desalination|petrochemical|nuclear\s+power)\s+)?"
    r"(?:towns?|cities|city|villages?|communities|neighbou?rhoods?|districts?|provinces?|airports?|ports?|islands?|"
    r"kibbutz(?:im)?|reactors?|refiner(?:y|ies)|power\s+plants?|power\s+grid|oil\s?fields?)"
    r"|(?:nuclear|oil|gas|energy|petrochemical)\s+(?:sites?|facilit(?:y|ies)|installations?|infrastructure|plants?|terminals?)"
)
"""What does not move: "Israeli towns" lie in Israel, while "American bases" may lie anywhere."""
NOUN = re.compile(
    rf"\s+(?:({SOIL}|(?:{HOMES})(?!\s+of\b))|(capital)(?!\s+(?:punishment|markets?|controls?|flows?|investment))|(border|frontier))\b",
    re.IGNORECASE,
)


def _adjectives(text: str) -> Iterator[Phrase]:
    """Adjectives are no places, save before soil, capital and border."""
    for start, end in _adjective_spans(text):
        noun = NOUN.match(text, end)
        if not noun or (start and text[start - 1] in "-–"):
            continue
        word, country = text[start:end], adjectives()[text[start:end]]
        if noun.group(1):
            yield Phrase(
                start=start,
                end=noun.end(),
                name=word,
                kind="country",
                country=country,
                why=f"{word} {noun.group(1)}",
            )
        elif noun.group(2):
            yield Phrase(
                start=start,
                end=noun.end(),
                name=word,
                kind="capital",
                country=country,
                why=f"the {word} capital",
            )
        else:
            yield Phrase(
                start=start,
                end=noun.end(),
                name=f"{word} border",
                kind="border",
                country=None,
                why="a border",
            )
