"""Countries' adjectives and seats of government; adjectives of regions."""

from functools import lru_cache
from importlib.resources import files


def _data(name: str) -> bytes:
    return files("sarhad.knowledge").joinpath("data", name).read_bytes()


def _table_of(name: str) -> tuple[tuple[str, ...], ...]:
    lines = _data(name).decode("utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[str, ...], ...]:
    return _table_of("places_countries.tsv")


@lru_cache(maxsize=1)
def peoples() -> dict[str, str]:
    """ "Ossetian" → "South Ossetia", for regions and cities that are no countries."""
    return {row[0]: row[1] for row in _table_of("places_peoples.tsv")}


@lru_cache(maxsize=1)
def adjectives() -> dict[str, str]:
    """ "Iranian" → "IRN", for every country that has an adjective of its own."""
    return {word: row[0] for row in _table() for word in row[3].split(",") if word}


@lru_cache(maxsize=1)
def capitals() -> dict[str, str]:
    """ISO alpha-3 → seat of government, without those in dispute."""
    return {row[0]: row[5] for row in _table() if len(row) > 5 and row[5]}
