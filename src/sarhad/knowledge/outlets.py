"""Outlets and agencies: who publishes, from which country, and who owns it. Facts, no grades."""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from urllib.parse import urlsplit


class Owner(StrEnum):
    """Who owns an outlet. `public`: paid by all and set apart from government."""

    STATE = "state"
    PUBLIC = "public"
    PRIVATE = "private"
    PARTY = "party"
    MILITARY = "military"
    INTERGOVERNMENTAL = "intergovernmental"


class OutletKind(StrEnum):
    """What an outlet is. Agencies matter most: their text runs everywhere."""

    AGENCY = "agency"
    PAPER = "paper"
    BROADCASTER = "broadcaster"
    PORTAL = "portal"
    MINISTRY = "ministry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One outlet. `country` is ISO 3166-1 alpha-3, or IGO for an intergovernmental body."""

    name: str
    hosts: tuple[str, ...]
    country: str
    owner: Owner
    kind: OutletKind
    aka: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def outlets() -> tuple[Outlet, ...]:
    """Every outlet that Sarhad knows."""
    text = files("sarhad.knowledge").joinpath("data", "outlets.toml").read_text("utf-8")
    return tuple(
        Outlet(
            name=row["name"],
            hosts=tuple(row["hosts"]),
            country=row["country"],
            owner=Owner(row["owner"]),
            kind=OutletKind(row["kind"]),
            aka=tuple(row.get("aka", ())),
        )
        for row in tomllib.loads(text)["outlet"]
    )


@lru_cache(maxsize=1)
def _by_host() -> dict[str, Outlet]:
    return {host: outlet for outlet in outlets() for host in outlet.hosts}


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Outlet]:
    return {_key(name): outlet for outlet in reversed(outlets()) for name in (*outlet.aka, outlet.name)}


def _key(name: str) -> str:
    plain = re.sub(r"[^\w]+", " ", name.lower()).strip()
    return plain.removeprefix("the ")


def outlet(name_or_url: str) -> Outlet | None:
    """The outlet of a name, a host or a URL; None when unknown. Subdomains count as their host.

    >>> outlet("https://www.dawn.com/news/1").name
    'Dawn'
    """
    said = name_or_url.strip()
    host = _host(said)
    return (_of_host(host) if host else None) or _by_name().get(_key(said))


def _host(said: str) -> str | None:
    """The host of a URL or of a bare "www.dawn.com/news"; None for a plain name."""
    if re.match(r"[a-z][a-z0-9+.-]*://", said, re.IGNORECASE):
        try:
            return urlsplit(said).hostname
        except ValueError:
            return None
    bare = said.split("/")[0].split(":")[0].lower()
    return bare if re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", bare) else None


def _of_host(host: str) -> Outlet | None:
    parts = host.lower().rstrip(".").split(".")
    return next(
        (found for i in range(len(parts) - 1) if (found := _by_host().get(".".join(parts[i:])))), None
    )
