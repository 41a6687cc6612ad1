"""Places, offline: find the names of places in a text, and say which place a name means.

The data is GeoNames (CC BY 4.0, through two packages) and our own seed of crossings, straits, lines, bases and regions
of the news; `scripts/build_gazetteer.py` makes the file. Countries and areas are areas: a record of them carries their
level and no point. `Places.centre` answers a rough middle for those who must have one (maps, distances, measuring).
"""

import gzip
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from importlib.resources import files

from sarhad.codebook import PlaceLevel
from sarhad.knowledge.places_choice import (
    POINTS,
    SURE_POPULATION,
    Candidate,
    PlaceEntry,
    distance,
    known_enough,
    point_of,
    score_of,
    seat,
    why,
    without_shadows,
)
from sarhad.knowledge.places_countries import adjectives, capitals
from sarhad.knowledge.places_names import fold, plain_letters
from sarhad.knowledge.places_scan import KINDS, Window, windows
from sarhad.records import Place

__all__ = [
    "POINTS",
    "SURE_POPULATION",
    "Candidate",
    "PlaceEntry",
    "PlaceHit",
    "Places",
    "adjectives",
    "capitals",
    "distance",
    "load_places",
    "place_of",
    "record_of",
    "same_place",
]


SAME_KM = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceHit:
    """A name found in a text, with all it may mean. `weak`: a person, a paper or a plain word is as likely."""

    start: int
    end: int
    text: str
    candidates: tuple[Candidate, ...]
    weak: bool = False


class Places:
    """The gazetteer. Immutable; a theatre's own places make a new one (`with_places`)."""

    def __init__(self, records: Sequence[str], index: Sequence[str], extra: Sequence[Place] = ()) -> None:
        self._records, self._index, self._extra = records, index, tuple(extra)
        self._entries: dict[int, PlaceEntry] = {}
        self._own: dict[str, list[PlaceEntry]] = {}
        for number, place in enumerate(extra):
            self._own.setdefault(fold(place.mention), []).append(_own_entry(-1 - number, place))

    def __len__(self) -> int:
        return len(self._records) + len(self._extra)

    def with_places(self, extra: Iterable[Place]) -> "Places":
        """A gazetteer that also knows `extra`, by their `mention`; they win over every other place of that name."""
        return Places(self._records, self._index, (*self._extra, *extra))

    def entry(self, number: int) -> PlaceEntry:
        """The record of that number."""
        if number not in self._entries:
            self._entries[number] = _entry(number, self._records[number])
        return self._entries[number]

    def candidates(self, name: str, *, short: bool = False) -> tuple[Candidate, ...]:
        """All that `name` may mean, unordered. Acronyms count only in capitals, "La." and "TX" only after a comma."""
        key = fold(name)
        own = tuple(Candidate(entry=e) for e in self._own.get(key, ()))
        return own or tuple(self._candidate(field) for field in self._fields(key, name, short))

    def find(self, text: str, *, weak: bool = False) -> list[PlaceHit]:
        """Names of places in `text`, leftmost and longest, save that "the Gulf of Oman" is not "the Gulf". With `weak`,
        also those that may well be no place."""
        kept: list[Window] = []
        for window in windows(text):
            last = kept[-1] if kept else None
            if last is None or window.start >= last.end:
                kept += [window] if self._known(window) else []
            elif window.end > last.end and _opens_with_the(last) and self._known(window):
                kept[-1] = window
        hits = [(w, self._hit(w)) for w in kept]
        return [hit for window, hit in hits if weak or not hit.weak or window.located]

    def resolve(
        self, name: str, *, countries: Sequence[str] = (), near: Sequence[Place] = ()
    ) -> Place | None:
        """The place that `name` most likely means beside these countries and places; None when that is unknown."""
        return self.choose(self.candidates(name), name, countries=countries, near=near)

    def choose(
        self,
        candidates: Sequence[Candidate],
        mention: str,
        *,
        countries: Sequence[str] = (),
        near: Sequence[Place] = (),
    ) -> Place | None:
        """The best of `candidates` taken alone, as a record with its reason."""
        points = [p for p in (self.centre(n) for n in near) if p]
        scored = [(score_of(c, countries, points), -c.entry.number, c) for c in without_shadows(candidates)]
        if not scored:
            return None
        best = seat(max(scored)[2], candidates)
        if not known_enough(best.entry, countries, points):
            return None
        return record_of(best.entry, mention, len(candidates), countries)

    def centre(self, place: Place) -> tuple[float, float] | None:
        """A rough middle, also of areas: for maps and distances, never for the record."""
        if place.latitude is not None and place.longitude is not None:
            return place.latitude, place.longitude
        alike = [c.entry for c in self.candidates(place.name, short=True) if _may_be(c.entry, place)]
        same = next((e for e in alike if e.geonames_id == place.geonames_id), alike[0] if alike else None)
        return point_of(same) if same else None

    def country(self, code: str, mention: str | None = None) -> Place | None:
        """The country of an ISO 3166-1 alpha-3 code."""
        number = self._countries.get(code)
        return (
            place_of(self.entry(number), mention or self.entry(number).name, "country")
            if number is not None
            else None
        )

    def capital(self, code: str) -> Place | None:
        """The seat of government of a country, None where that is disputed."""
        name = capitals().get(code)
        return self.resolve(name, countries=(code,)) if name else None

    def lies_in(self, entry: PlaceEntry, area: Place) -> bool:
        """Whether a place lies in this first-level area."""
        if entry.adm1 is None:
            return False
        own = self.entry(entry.adm1)
        return same_place(place_of(own, own.name, ""), area)

    def province(self, entry: PlaceEntry) -> str | None:
        """The name of the first-level area a place lies in."""
        return self.entry(entry.adm1).name if entry.adm1 is not None else None

    @cached_property
    def _countries(self) -> dict[str, int]:
        rows = (r.split("\t", 3) for r in self._records[:300])
        return {country: n for n, (_, kind, country, _) in enumerate(rows) if kind == "country"}

    def _numbers(self, key: str) -> str:
        """The record numbers of a name: bisection in sorted lines, because a dict of all names costs 0.2 s to fill."""
        at = bisect_left(self._index, f"{key}\t")
        found, _, numbers = self._index[at].partition("\t") if at < len(self._index) else ("", "", "")
        return numbers if found == key else ""

    def _fields(self, key: str, name: str, short: bool = False) -> list[str]:
        fields = [f for f in self._numbers(key).split(",") if f]
        if name.isupper() and len(name) <= 4:
            return [f for f in fields if f[-1] == "^" or (short and f[-1] == ">")]
        return [
            f
            for f in fields
            if not (f[-1] == "^" and name.istitle() and not name.isupper()) and (f[-1] != ">" or short)
        ]

    def _candidate(self, field: str) -> Candidate:
        return Candidate(
            entry=self.entry(int(field.rstrip("~?^>"))), alias="~" in field, everyday="?" in field
        )

    def _known(self, window: Window) -> bool:
        return window.key in self._own or bool(self._fields(window.key, window.text, window.short))

    def _hit(self, window: Window) -> PlaceHit:
        candidates = self.candidates(window.text, short=window.short)
        return PlaceHit(start=window.start, end=window.end, text=window.text, candidates=candidates,
                        weak=_weak(window, candidates))  # fmt: skip


def _opens_with_the(window: Window) -> bool:
    return window.text.startswith(("the ", "The "))


def _weak(window: Window, candidates: Sequence[Candidate]) -> bool:
    """Whether the name alone is no evidence of a place: an everyday word, a person's name, part of a longer name."""
    firm = any(c.entry.seed or c.entry.level is PlaceLevel.COUNTRY for c in candidates)
    country = any(c.entry.level is PlaceLevel.COUNTRY for c in candidates)
    if window.titled or window.saint or (window.institution and not country):
        return True
    if firm:
        return False
    known = max(c.entry.population for c in candidates) >= 300_000 or any(
        c.entry.level is PlaceLevel.ADM1 for c in candidates
    )
    return (
        any(c.everyday for c in candidates)
        or window.personal
        or window.after_name
        or (window.before_name and not known)
    )


def _entry(number: int, record: str) -> PlaceEntry:
    name, kind, country, adm1, lat, lon, people, gid, countries = record.split("\t")
    seed, _, level = kind.rpartition(":")
    return PlaceEntry(number=number, name=name, level=PlaceLevel(level), country=country or None,
                      countries=tuple(countries.split()), adm1=int(adm1) if adm1 else None,
                      latitude=float(lat) if lat else None, longitude=float(lon) if lon else None,
                      population=int(people or 0), geonames_id=int(gid) if gid else None, seed=bool(seed))  # fmt: skip


def _may_be(entry: PlaceEntry, place: Place) -> bool:
    """Whether a record may be of this entry, by level and country; "Henry County" is ten of them, told apart by number."""
    return entry.level == place.level and entry.country == place.country and point_of(entry) is not None


def _own_entry(number: int, place: Place) -> PlaceEntry:
    return PlaceEntry(number=number, name=place.name, level=place.level, country=place.country, seed=True,
                      latitude=place.latitude, longitude=place.longitude, geonames_id=place.geonames_id)  # fmt: skip


def place_of(entry: PlaceEntry, mention: str, why: str) -> Place:
    """The record of an entry; only sites and towns carry a point."""
    point = entry.level in POINTS
    return Place(mention=mention, name=_display(entry, mention), country=entry.country, level=entry.level,
                 latitude=entry.latitude if point else None, longitude=entry.longitude if point else None,
                 geonames_id=entry.geonames_id, why=why)  # fmt: skip


def record_of(entry: PlaceEntry, mention: str, rivals: int, countries: Sequence[str]) -> Place:
    """The record of the entry chosen among `rivals` in a text that names these countries."""
    return place_of(entry, mention, why(entry, rivals, countries))


def _display(entry: PlaceEntry, mention: str) -> str:
    """The name to show: the text's own spelling where it is one ("Baluchistan"), else ours ("KP", "TEHRAN").

    GeoNames often leads with a local name ("Al Quds"): there, too, the text's own stands. `same_place` tells that
    two spellings mean one place.
    """
    plain = entry.name if entry.name.isascii() else plain_letters(entry.name)
    if (
        entry.level is PlaceLevel.COUNTRY
        or (entry.level is PlaceLevel.ADM1 and entry.country == "USA")
        or len(mention) <= 3
        or mention.isupper()
        or not mention[0].isupper()
        or mention[-1] == "."
    ):
        return plain
    said = mention.split()
    while len(said) > 1 and said[-1] in KINDS:
        said.pop()  # "Baluchistan province"
    short = " ".join(said)
    if not entry.seed:
        return mention
    return mention if _spelled_alike(mention, plain) else short if _spelled_alike(short, plain) else plain


def _spelled_alike(a: str, b: str) -> bool:
    x, y = fold(a).split(), fold(b).split()
    return len(x) == len(y) and all(_one_word(v, w) for v, w in zip(x, y, strict=True))


def _one_word(a: str, b: str) -> bool:
    return a == b or (not {a, b} & KINDS and SequenceMatcher(None, a, b).ratio() >= 0.7)


def same_place(a: Place, b: Place) -> bool:
    """Whether two records mean one place, however each text spells it."""
    if a.country != b.country:
        return False
    if a.geonames_id is not None and a.geonames_id == b.geonames_id:
        return True
    if (
        a.latitude is not None
        and b.latitude is not None
        and a.longitude is not None
        and b.longitude is not None
    ):
        return distance((a.latitude, a.longitude), (b.latitude, b.longitude)) < SAME_KM and a.level == b.level
    return fold(a.name) == fold(b.name) or (a.level == b.level and _spelled_alike(a.name, b.name))


def _data(name: str) -> bytes:
    return files("sarhad.knowledge").joinpath("data", name).read_bytes()


@lru_cache(maxsize=1)
def load_places() -> Places:
    """The gazetteer that ships with Sarhad; read once."""
    records, _, index = gzip.decompress(_data("places.tsv.gz")).decode("utf-8").partition("\n\n")
    return Places(records.split("\n"), index.rstrip("\n").split("\n"))
