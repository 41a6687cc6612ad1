"""Places side by side: whether two names are one place, and how far apart they lie."""

from math import asin, cos, radians, sin, sqrt

from sarhad.codebook import PlaceLevel
from sarhad.fusion.words import tokens
from sarhad.records import Place

NAMED = (PlaceLevel.SITE, PlaceLevel.TOWN, PlaceLevel.ADM2)
"""A place so fine tells one happening from another."""

APART = 50
"""Kilometres between two towns of two happenings."""


def one_name(a: Place, b: Place) -> bool:
    """Whether one name is the other or a fuller form of it: "Naqoura", "the headquarters in Naqoura"."""
    x, y = set(tokens(a.name)), set(tokens(b.name))
    return x <= y or y <= x


def kilometres(a: Place, b: Place) -> float | None:
    """Great-circle distance, None when either has no coordinates."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    south, north = radians(a.latitude), radians(b.latitude)
    across = radians(b.longitude - a.longitude)
    h = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(across / 2) ** 2
    return 2 * 6371 * asin(sqrt(h))


def elsewhere(a: Place, b: Place) -> bool:
    """Whether two places as exactly told are not one and lie apart, or may."""
    if a.level is not b.level or one_name(a, b):
        return False
    distance = kilometres(a, b)
    return distance is None or distance > APART
