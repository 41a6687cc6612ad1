"""Countries by a word of their name: "Afghan", "Iranian", "Pakistan"."""

import re
from functools import lru_cache

from sarhad.codebook.actors import COUNTRIES

ROOT = 5
"""Letters that a country and its people have in common."""
_COMPASS = re.compile(r"north|south|east|west|cent", re.I)
_PEOPLE = re.compile(r"(?:|s|['’]s|i|n|an|ian|ni|ani|ese|ish)\Z")
OTHER_WORDS = {"us": "USA", "u.s.": "USA", "american": "USA", "washington": "USA", "uk": "GBR", "british": "GBR", "turkish": "TUR", "indian": "IND", "chinese": "CHN"}  # fmt: skip


@lru_cache(maxsize=20_000)
def land_of(word: str) -> str | None:
    """The country whose name begins as the word does, the one that shares most."""
    shared = {code: _shared(word.lower(), name.lower()) for code, name in COUNTRIES.items()}
    near = [code for code, n in shared.items() if n >= min(len(COUNTRIES[code]), ROOT)]
    if _COMPASS.match(word):
        return None
    return max(near, key=lambda code: shared[code], default=None)


def land_named(word: str) -> str | None:
    """The same, only where the word is the country or its people: "Iranian" is, the town of Iranshahr is not."""
    if other := OTHER_WORDS.get(word.lower()):
        return other
    code = land_of(word)
    if code is None:
        return None
    return code if _PEOPLE.match(word.lower()[_shared(word.lower(), COUNTRIES[code].lower()) :]) else None


def _shared(a: str, b: str) -> int:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
