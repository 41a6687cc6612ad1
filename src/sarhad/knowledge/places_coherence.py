"""One place for each name of a text, chosen together: what a text names lies together.

"Paris" is in France until Henry County and Lexington stand beside it: in Tennessee the three lie within an hour's
drive. Each name starts with what its candidates weigh alone (`scored`); then, for a few rounds, each candidate gains
from the other names that may lie in its first-level area, in its country and within about 150 km, each as far as it is
likely to. That is a mean-field approximation of one joint choice; nothing is random and the order does not matter.
The weights were set by hand on news of places and hold over a wide range: halving or doubling one moves few names.
"""

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sarhad.codebook import PlaceLevel
from sarhad.knowledge.places_choice import Candidate, PlaceEntry, point_of

ROUNDS = 4
COOL, WARM = 2.0, 0.5
"""How sharply the likeliest candidate leads in the last round, and in the first."""
IN_AREA, IN_COUNTRY, NEARBY = 2.0, 0.8, 1.6
"""Worth of the first companion in the same first-level area, country, or neighbourhood; each further one adds less."""

LARGE_CITY, WORLDLY = 300_000, 1.0
BESIDE = tuple(itertools.product((-1, 0, 1), repeat=2))

Scored = Sequence[tuple[Candidate, float]]
Spot = tuple[str, object]
"""A neighbourhood: an area, a country, or a cell of the grid of degrees."""


@dataclass(frozen=True, slots=True)
class Held:
    """What one candidate is part of, and where its companions would lie."""

    own: tuple[Spot, ...]
    weight: float
    around: tuple[tuple[float, tuple[Spot, ...]], ...]


def settle(names: Mapping[str, Scored]) -> dict[str, Candidate]:
    """The likeliest candidate of each name that has any, all names weighed together."""
    open_names = {name: scored for name, scored in names.items() if scored}
    held = {name: [_held(c.entry) for c, _ in scored] for name, scored in open_names.items()}
    scores = {name: [score for _, score in scored] for name, scored in open_names.items()}
    for step in range(ROUNDS):
        shares = {name: _shares(values, _heat(step)) for name, values in scores.items()}
        masses = {name: _mass(held[name], shares[name]) for name in open_names}
        whole = _sum(masses.values())
        for name, scored in open_names.items():
            scores[name] = [
                score + _gain(place, whole, masses[name])
                for (_, score), place in zip(scored, held[name], strict=True)
            ]
    return {name: _best(scored, scores[name]) for name, scored in open_names.items()}


def _heat(step: int) -> float:
    return WARM + (COOL - WARM) * step / ROUNDS


def _best(scored: Scored, scores: Sequence[float]) -> Candidate:
    order = range(len(scored))
    return scored[max(order, key=lambda i: (scores[i], -scored[i][0].entry.number))][0]


def _shares(scores: Sequence[float], sharpness: float) -> list[float]:
    most = max(scores)
    raw = [math.exp(sharpness * (score - most)) for score in scores]
    return [value / sum(raw) for value in raw]


def _mass(held: Sequence[Held], shares: Sequence[float]) -> dict[Spot, float]:
    """How likely a name lies in each spot."""
    return _sum(
        dict.fromkeys(place.own, share * place.weight) for place, share in zip(held, shares, strict=True)
    )


def _sum(masses: Iterable[Mapping[Spot, float]]) -> dict[Spot, float]:
    whole: dict[Spot, float] = {}
    for mass in masses:
        for spot, share in mass.items():
            whole[spot] = whole.get(spot, 0.0) + share
    return whole


def _gain(place: Held, whole: Mapping[Spot, float], own: Mapping[Spot, float]) -> float:
    """What the other names add to a candidate: a name is no company for itself."""
    gain = 0.0
    for worth, spots in place.around:
        company = sum(whole.get(s, 0.0) - own.get(s, 0.0) for s in spots)
        gain += worth * math.log1p(max(0.0, company))
    return gain


def _held(entry: PlaceEntry) -> Held:
    spots = [spot for spot in (("area", _area(entry)), ("country", entry.country)) if spot[1] is not None]
    worth = {"area": IN_AREA, "country": IN_COUNTRY}
    around: list[tuple[float, tuple[Spot, ...]]] = [(worth[spot[0]], (spot,)) for spot in spots]
    own: list[Spot] = [] if entry.level is PlaceLevel.COUNTRY else list(spots)
    cell = _cell(entry)
    if cell:
        own.append(("cell", cell))
        around.append((NEARBY, tuple(("cell", (cell[0] + i, cell[1] + j)) for i, j in BESIDE)))
    return Held(own=tuple(own), weight=_telling(entry), around=tuple(around))


def _telling(entry: PlaceEntry) -> float:
    """How much a place tells of where the text is: a city of the world is named everywhere, a village only at home."""
    if entry.level is not PlaceLevel.TOWN or entry.population <= LARGE_CITY:
        return 1.0
    return 1.0 / (1.0 + WORLDLY * math.log10(entry.population / LARGE_CITY))


def _area(entry: PlaceEntry) -> int | None:
    return entry.number if entry.level is PlaceLevel.ADM1 else entry.adm1


def _cell(entry: PlaceEntry) -> tuple[int, int] | None:
    """The cell of about 111 km on each side that a place lies in; a country or a province has none."""
    point = point_of(entry)
    if point is None or entry.level in (PlaceLevel.COUNTRY, PlaceLevel.ADM1):
        return None
    return round(point[0]), round(point[1] * max(0.2, math.cos(math.radians(point[0]))))
