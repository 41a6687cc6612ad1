"""How the candidates of a name are weighed against each other: prominence, the countries and places beside it."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sarhad.codebook import PlaceLevel
from sarhad.knowledge.places_countries import capitals

POINTS = (PlaceLevel.SITE, PlaceLevel.TOWN)
"""Levels that have a point. Everything else is an area."""
SURE_POPULATION = 15_000
"""A smaller town counts only when its country, or a place near it, stands in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry:
    """One place of the gazetteer. `seed`: from our own list, which wins over GeoNames."""

    number: int
    name: str
    level: PlaceLevel
    country: str | None
    countries: tuple[str, ...] = ()
    adm1: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    geonames_id: int | None = None
    seed: bool = False


def point_of(entry: PlaceEntry) -> tuple[float, float] | None:
    """Latitude and longitude of an entry, also a rough middle of an area."""
    if entry.latitude is None or entry.longitude is None:
        return None
    return entry.latitude, entry.longitude


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One thing a name may mean. `alias`: reached by another of its names; `everyday`: the name is an English word."""

    entry: PlaceEntry
    alias: bool = False
    everyday: bool = False


PRIOR = {
    PlaceLevel.COUNTRY: (5.0, 0.5),
    PlaceLevel.ADM1: (3.0, 0.5),
    PlaceLevel.ADM2: (1.5, 0.5),
    PlaceLevel.OTHER: (6.0, 0.0),
    PlaceLevel.SITE: (6.0, 0.0),
    PlaceLevel.TOWN: (0.0, 1.0),
}
"""What a level is worth, and each power of ten of its people: a county of Texas is more often named than a parish of Jersey."""
SEED_PRIOR, SHARED_PRIOR = 8.8, 12.0
"""Our own entries; those of no one country (seas, lines, regions) have no rival worth the name."""
CITY, CITY_ALIAS_COST, AREA_ALIAS_COST = 100_000, 0.4, 2.5
"""An area reached by another name ("Jenin" for the governorate) yields to the town of that name; "Geneva" for Genève is as good."""
COUNTRY_WORTH = 3.0
HINT_WORTH = 1.5
"""A country of which the text names only towns: beside Toronto, London may still be in England."""
WORTH = {"USA": 1.8}
"""A country that nearly every page names says less: "Geneva", with the United States in the text, is in Switzerland."""
CAPITAL = 2.0
CITY_STATES = ("HKG", "SGP", "MAC", "MCO", "LUX", "DJI", "GIB", "SMR", "VAT", "KWT", "PAN", "GTM")
"""Where the country is meant before its town of the same name."""
NAMED_BY_STATE = ("USA", "CAN")
"""Where "New York" and "Quebec" are as often the state."""
NEAR_KM = 250.0


def _prior(candidate: Candidate) -> float:
    entry = candidate.entry
    if entry.seed and not entry.country:
        return SHARED_PRIOR
    level, people = PRIOR[entry.level]
    base = SEED_PRIOR if entry.seed else level + people * math.log10(entry.population + 10)
    return base + _seat_worth(entry) - _alias_cost(candidate)


def _seat_worth(entry: PlaceEntry) -> float:
    """A seat of government is more often named than other towns; that of a city state less than the state."""
    if entry.level is not PlaceLevel.TOWN or capitals().get(entry.country or "") != entry.name:
        return 0.0
    return -CAPITAL if entry.country in CITY_STATES else CAPITAL


def _alias_cost(candidate: Candidate) -> float:
    entry = candidate.entry
    if entry.seed or not candidate.alias:
        return 0.0
    city = entry.level is PlaceLevel.TOWN and entry.population >= CITY
    return CITY_ALIAS_COST if city else AREA_ALIAS_COST


def weigh(candidate: Candidate, countries: Sequence[str], hinted: Collection[str] = ()) -> float:
    """What a candidate is worth alone, in a text that speaks of these countries; of those in `hinted` by towns alone."""
    entry, score = candidate.entry, _prior(candidate)
    ours = {entry.country, *entry.countries} & set(countries)
    if not ours:
        return score
    worth = WORTH.get(entry.country or "", COUNTRY_WORTH) if entry.level is PlaceLevel.TOWN else COUNTRY_WORTH
    worth = HINT_WORTH if ours <= set(hinted) else worth
    return score + worth - 0.4 * min(3, min(countries.index(c) for c in ours if c))


def score_of(candidate: Candidate, countries: Sequence[str], points: Sequence[tuple[float, float]]) -> float:
    entry, score = candidate.entry, weigh(candidate, countries)
    if points and entry.latitude is not None and entry.longitude is not None:
        nearest = min(distance((entry.latitude, entry.longitude), p) for p in points)
        score += 1.5 * max(0.0, 1 - nearest / NEAR_KM) if entry.level is not PlaceLevel.COUNTRY else 0.0
    return score


def without_shadows(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without towns that bear as another name what a larger one is called: "Alexandria" is in Egypt before it is in Iran."""
    called = max((c.entry.population for c in candidates if not c.alias), default=0)
    return [
        c
        for c in candidates
        if not c.alias or c.entry.level is not PlaceLevel.TOWN or c.entry.population >= called
    ]


def seat(best: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    """The town for an area that bears its name ("Herat", "Jenin"); "Herat province" is a name of its own."""
    area = best.entry
    if area.level is not PlaceLevel.ADM1 or area.seed or area.country in NAMED_BY_STATE:
        return best
    towns = [
        c
        for c in candidates
        if c.entry.adm1 == area.number and c.entry.level is PlaceLevel.TOWN and not c.alias
    ]
    largest = max(towns, key=lambda c: c.entry.population, default=best)
    return largest if largest.entry.population >= SURE_POPULATION else best


def known_enough(entry: PlaceEntry, countries: Sequence[str], points: Sequence[tuple[float, float]]) -> bool:
    if (
        entry.level is not PlaceLevel.TOWN
        or entry.seed
        or entry.population >= SURE_POPULATION
        or entry.country in countries
    ):
        return True
    here = (entry.latitude or 0.0, entry.longitude or 0.0)
    return any(distance(here, p) < NEAR_KM for p in points)


def why(entry: PlaceEntry, rivals: int, countries: Sequence[str]) -> str:
    said = ", a country the text names" if entry.country in countries and entry.country else ""
    among = f"; the likeliest of {rivals} places of that name" if rivals > 1 else ""
    return f"{entry.level.value}{f' in {entry.country}' if entry.country else ''}{said}{among}"


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two points in degrees."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 12742.0 * math.asin(math.sqrt(min(1.0, half)))
