"""Theatres: a border with its actors, places and outlets, as one TOML file that anyone can write.

`new` answers a file to fill in, `check` says what is wrong with one and how to mend it, `load_theatre` reads one.
A folder of one's own comes before the theatres that ship with Sarhad.
"""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sarhad.codebook import PlaceLevel
from sarhad.codebook.actors import NOT_A_STATE, country_of, sector_of
from sarhad.errors import TheatreError
from sarhad.knowledge.theatres_check import NAME, faults
from sarhad.records import Place

UNNAMED_ARMED = frozenset({"UAF", "REB", "CRM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Theatre:
    """A border. `actors` are codes or their beginnings ("PAK", "IGO.MIL/unifil"); `aliases` are further names with their
    code, as `Actors.with_theatre` takes them; `own_places` are places the gazetteer lacks, for `Places.with_places`."""

    name: str
    title: str
    countries: tuple[str, ...]
    summary: str = ""
    actors: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    places: tuple[str, ...] = ()
    own_places: tuple[Place, ...] = ()
    outlets: tuple[str, ...] = ()
    since: date | None = None

    @property
    def groups(self) -> frozenset[str]:
        """The actors that are one named body, and so belong to this theatre wherever they act."""
        return frozenset(a for a in self.actors if "/" in a)

    def has(self, code: str) -> bool:
        """Whether an actor code belongs to this theatre."""
        return code[:3] in self.countries or any(
            code == a or code.startswith((f"{a}.", f"{a}/")) for a in self.actors
        )

    def covers(self, codes: Collection[str], place_countries: Collection[str | None] = ()) -> bool:
        """Whether something between these actors, at places in these countries, is this theatre's matter.

        It is when a named group of the theatre takes part, when two of its countries do, when one acts on another's
        soil, or when armed people nobody names and no outside state meet one of its countries at home.
        """
        if self.groups.intersection(codes):
            return True
        sides = {country_of(c) for c in codes} & set(self.countries)
        if len(sides) != 1:
            return len(sides) > 1
        if set(place_countries) & (set(self.countries) - sides):
            return True
        strangers = {country_of(c) for c in codes} - sides - NOT_A_STATE
        armed = any(sector_of(c) in UNNAMED_ARMED for c in codes)
        return armed and not strangers and set(place_countries) <= {None, *self.countries}


def theatres(folder: Path | None = None) -> dict[str, Path]:
    """Every theatre by name, one's own folder before those that ship."""
    shipped = Path(str(files("sarhad.knowledge").joinpath("data", "theatres")))
    found: dict[str, Path] = {}
    for place in (shipped, folder):
        if place and place.is_dir():
            found.update({p.stem: p for p in sorted(place.glob("*.toml"))})
    return dict(sorted(found.items()))


def load_theatre(name: str, folder: Path | None = None) -> Theatre:
    """The theatre of that name, or of that TOML file; TheatreError when it is missing or wrong."""
    path = Path(name) if name.endswith(".toml") else theatres(folder).get(name)
    if path is None or not path.is_file():
        known = ", ".join(theatres(folder)) or "none"
        raise TheatreError(f"No theatre “{name}”. Known: {known}. Write one with `sarhad theatre new`.")
    wrong = check(path)
    if wrong:
        more = f" (and {len(wrong) - 1} more: `sarhad theatre check {path}`)" if len(wrong) > 1 else ""
        raise TheatreError(f"{path.name}: {wrong[0]}{more}")
    return _theatre(path.stem, tomllib.loads(path.read_text("utf-8")))


def check(path: Path | str) -> list[str]:
    """What is wrong with a theatre file, one line each with how to mend it; empty when all is well."""
    path = Path(path)
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return [f"cannot be read ({error}): give a TOML file in UTF-8"]
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return [f"is no TOML ({error}): mend that line; texts go in double quotes, lists in [ ]"]
    return [*faults(table, path.stem), *_left_as_drafted(table)]


def _left_as_drafted(table: Mapping[str, Any]) -> list[str]:
    """Entries that still say what `new` wrote: nobody filled them in."""
    draft = tomllib.loads(TEMPLATE)
    return [
        f"{entry} is still the draft's (“{draft[entry]}”): write your own{or_drop}"
        for entry, or_drop in (("title", ""), ("summary", ", or take the line out"))
        if table.get(entry) == draft[entry]
    ]


def _theatre(name: str, table: Mapping[str, Any]) -> Theatre:
    since = table.get("since")
    return Theatre(
        name=name,
        title=table["title"],
        summary=table.get("summary", ""),
        countries=tuple(table["countries"]),
        actors=tuple(dict.fromkeys((*table["countries"], *table.get("actors", ())))),
        aliases=MappingProxyType(dict(table.get("aliases", {}))),
        places=(*table.get("places", ()), *(p["name"] for p in table.get("place", ()))),
        own_places=tuple(p for row in table.get("place", ()) for p in _places(row)),
        outlets=tuple(table.get("outlets", ())),
        since=date.fromisoformat(since) if isinstance(since, str) else since,
    )


def _places(row: Mapping[str, Any]) -> list[Place]:
    lat, lon = row.get("at", (None, None))
    return [
        Place(mention=name, name=row["name"], country=row.get("country"), level=PlaceLevel(row["level"]),
              latitude=lat, longitude=lon, why="from the theatre")
        for name in (row["name"], *row.get("aka", ()))
    ]  # fmt: skip


def new(name: str) -> str:
    """A theatre file to fill in, with a word on every entry."""
    if not NAME.fullmatch(name):
        raise TheatreError(
            f"“{name}” is no name for a theatre: use small letters, digits and hyphens, like india-china."
        )
    return TEMPLATE.replace("NAME", name)


TEMPLATE = """\
# The theatre “NAME”: save as NAME.toml, then run `sarhad theatre check NAME.toml`.
# Lines that begin with # are for you; only title and countries are needed.

title = "A title, as a brief should print it"
summary = "One or two sentences: which border, what is at stake."

# The states on this border, by ISO 3166-1 alpha-3 code, such as ["PAK", "IRN"].
countries = ["___", "___"]

# Further actors that belong here wherever they act: COUNTRY.SECTOR/name, for armed groups, forces, bodies.
# actors = ["PAK.REB/bla", "IGO.IGO/un"]

# The day from which briefs look back when no period is asked for.
# since = 2024-01-01

# Places that matter and that the gazetteer knows (check tells you which it does not).
# places = ["Taftan", "Sistan and Baluchestan"]

# Outlets to read first: names or hosts.
# outlets = ["dawn.com", "IRNA"]

# Names the actor registry lacks, with their code. A code may change on a day: "A < 2021-08-15 < B".
# [aliases]
# "Border Command South" = "IRN.MIL"

# Places the gazetteer lacks, one block each. level: site, town, adm2, adm1, other.
# [[place]]
# name = "A crossing"
# country = "PAK"
# level = "site"
# at = [28.99, 61.57]
# aka = ["Another spelling"]
"""
