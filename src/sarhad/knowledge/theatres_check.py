"""What can be wrong with a theatre file, each in one line that says how to mend it."""

import difflib
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sarhad.codebook import PlaceLevel
from sarhad.codebook.actors import COUNTRIES, NOT_A_STATE, Sector, is_code
from sarhad.knowledge.outlets import outlet
from sarhad.knowledge.places import load_places

KEYS = ("title", "summary", "countries", "actors", "since", "places", "outlets", "aliases", "place")
PLACE_KEYS = ("name", "country", "level", "at", "aka")
LISTS = ("countries", "actors", "places", "outlets")
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")


def faults(table: Mapping[str, Any], name: str) -> list[str]:
    """Everything wrong with a parsed theatre file."""
    if not NAME.fullmatch(name):
        return [f"the file name “{name}” is no name for a theatre: use small letters, digits and hyphens"]
    shape = [*_unknown(table, KEYS), *_missing(table), *_shapes(table)]
    return shape or [
        *_countries(table),
        *_actors(table),
        *_aliases(table),
        *_since(table),
        *_places(table),
        *_outlets(table),
    ]


def _unknown(table: Mapping[str, Any], known: tuple[str, ...], where: str = "") -> Iterator[str]:
    for key in table:
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            hint = f"did you mean “{near[0]}”?" if near else f"use one of {', '.join(known)}"
            yield f"unknown entry “{key}”{where}: {hint}"


def _missing(table: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(table.get("title"), str) or not table["title"].strip():
        yield 'no title: add a line like title = "Pakistan and Iran"'
    if not table.get("countries"):
        yield 'no countries: add a line like countries = ["PAK", "IRN"]'


def _shapes(table: Mapping[str, Any]) -> Iterator[str]:
    for key in LISTS:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            yield f'{key} must be a list of texts, like {key} = ["…", "…"]'
    if not isinstance(table.get("summary", ""), str):
        yield "summary must be a text in double quotes"
    if not isinstance(table.get("aliases", {}), dict):
        yield 'aliases must be a table: [aliases], then lines like "Name" = "PAK.GOV"'
    rows = table.get("place", [])
    if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows):
        yield "each further place needs its own block under [[place]]"


def _countries(table: Mapping[str, Any]) -> Iterator[str]:
    for code in table["countries"]:
        if code not in COUNTRIES:
            yield f"unknown country “{code}”: {_country_hint(code)}"


def _country_hint(said: str) -> str:
    by_name = {name.lower(): code for code, name in COUNTRIES.items()}
    near = difflib.get_close_matches(said.lower(), by_name, 1, 0.6)
    code = (
        by_name[near[0]]
        if near
        else next((c for c in difflib.get_close_matches(said.upper(), COUNTRIES, 1)), None)
    )
    return f"write “{code}” for {COUNTRIES[code]}" if code else "use the ISO 3166-1 alpha-3 code, like PAK"


def _actors(table: Mapping[str, Any]) -> Iterator[str]:
    for code in table.get("actors", []):
        if not (is_code(code) or code in COUNTRIES or code in NOT_A_STATE):
            yield f"“{code}” is no actor code: write COUNTRY.SECTOR or COUNTRY.SECTOR/name, like PAK.REB/ttp ({_sectors(code)})"


def _sectors(code: str) -> str:
    return (
        "sectors: " + ", ".join(Sector)
        if code[4:7] not in Sector.__members__
        else "the name in small letters and hyphens"
    )


def _aliases(table: Mapping[str, Any]) -> Iterator[str]:
    for name, cell in table.get("aliases", {}).items():
        if not isinstance(cell, str) or not _cell(cell):
            yield f"alias “{name}” has the code “{cell}”: write one like PAK.GOV, or “A < 2021-08-15 < B” where it changes"


def _cell(cell: str) -> bool:
    parts = [p.strip() for p in cell.split("<")]
    return len(parts) % 2 == 1 and all(is_code(p) for p in parts[::2]) and all(_day(p) for p in parts[1::2])


def _day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _since(table: Mapping[str, Any]) -> Iterator[str]:
    since = table.get("since")
    if since is not None and not (type(since) is date or (isinstance(since, str) and _day(since))):
        yield f"since is “{since}”: write a day like since = 2024-01-01"


def _places(table: Mapping[str, Any]) -> Iterator[str]:
    registry = load_places()
    for name in table.get("places", []):
        if not registry.candidates(name):
            yield f"the gazetteer knows no “{name}”: mend the spelling, or give it a [[place]] block"
    for row in table.get("place", []):
        yield from _place(row)


def _place(row: Mapping[str, Any]) -> Iterator[str]:
    name = row.get("name")
    where = f" in [[place]] “{name}”"
    yield from _unknown(row, PLACE_KEYS, where)
    if not isinstance(name, str) or not name:
        yield 'a [[place]] block has no name: add name = "…"'
    if row.get("level") not in [level.value for level in PlaceLevel]:
        yield f"no level{where}: write level = one of {', '.join(f'“{level.value}”' for level in PlaceLevel)}"
    if row.get("country") is not None and row["country"] not in COUNTRIES:
        yield f"unknown country “{row['country']}”{where}: {_country_hint(str(row['country']))}"
    if "at" in row and not _point(row["at"]):
        yield f"at is no point{where}: write at = [latitude, longitude] in degrees, like [28.99, 61.57]"
    if not isinstance(row.get("aka", []), list) or not all(isinstance(a, str) for a in row.get("aka", [])):
        yield f'aka must be a list of texts{where}, like aka = ["Another spelling"]'


def _point(at: object) -> bool:
    if not isinstance(at, list) or len(at) != 2 or not all(isinstance(x, int | float) for x in at):
        return False
    return bool(abs(at[0]) <= 90 and abs(at[1]) <= 180)


def _outlets(table: Mapping[str, Any]) -> Iterator[str]:
    for said in table.get("outlets", []):
        if outlet(said) is None and not HOST.fullmatch(said):
            yield f"unknown outlet “{said}”: give its host, like dawn.com"
