"""Places named again by a word for their kind: "the strait", "the city", "the base" is the last one of that kind."""

import re
from collections.abc import Iterator, Sequence

from sarhad.codebook import PlaceLevel
from sarhad.reading.places_phrases import Named
from sarhad.records import Place

AGAIN = re.compile(
    r"\b[Tt]he\s+(?:vital\s+|strategic\s+|narrow\s+|key\s+|vital\s+shipping\s+)?"
    r"(strait|waterway|chokepoint|shipping lane|city|town|province|air\s?base|base|crossing|port|dam|valley|island|camp|"
    r"enclave|pipeline)\b"
    r"(?!\s+(?:of|in|at|near|on|council|hall|police|government|official|authorit|chief|commander|border|mayor)\b)(?!-)"
)
WATER = ("strait", "waterway", "chokepoint", "shipping lane")
FAR = 1500
"""Characters. Further back, "the city" may well be another one."""


def again(text: str, named: Sequence[Named]) -> Iterator[tuple[int, int, Place]]:
    """Spans of such words, with the place each means."""
    spans = [(start, end) for start, end, _ in named]
    for match in AGAIN.finditer(text):
        if any(s < match.end() and match.start() < e for s, e in spans):
            continue
        kind = (
            re.sub(r"\s", "", match.group(1).lower()) if "base" in match.group(1) else match.group(1).lower()
        )
        place = _last(kind, match.start(), named)
        if place:
            yield match.start(), match.end(), place


def _last(kind: str, at: int, named: Sequence[Named]) -> Place | None:
    before = [(s, p) for s, _, p in named if at - FAR < s < at and _fits(kind, p)]
    return max(before, key=lambda row: row[0])[1] if before else None


def _fits(kind: str, place: Place) -> bool:
    name = place.name.lower()
    if kind in WATER:
        return "strait" in name or (
            kind != "strait" and ("canal" in name or "mandab" in name or "mandeb" in name)
        )
    if kind in ("city", "town"):
        return place.level is PlaceLevel.TOWN and not name[0].islower()
    if kind == "province":
        return place.level is PlaceLevel.ADM1
    if kind == "enclave":
        return name.startswith("gaza")
    if kind.endswith("base"):
        return place.level is PlaceLevel.SITE and ("base" in name or "asad" in name or "udeid" in name)
    return place.level in (PlaceLevel.SITE, PlaceLevel.OTHER) and kind in name
