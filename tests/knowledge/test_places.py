"""The gazetteer: what a name means beside what else a text names."""

import time

import pytest

from sarhad.codebook import PlaceLevel
from sarhad.knowledge.places import adjectives, capitals, distance, load_places
from sarhad.knowledge.places_names import fold
from sarhad.records import Place

PLACES = load_places()


@pytest.mark.parametrize(
    ("name", "country", "level"),
    [
        ("Torkham", "PAK", "site"), ("Spin Boldak", "AFG", "town"), ("Taftan", "PAK", "town"), ("Rimdan", None, "site"),
        ("Islam Qala", "AFG", "site"), ("Masnaa", "LBN", "site"), ("al-Tanf", "SYR", "site"), ("Kabul", "AFG", "town"),
        ("Strait of Hormuz", None, "other"), ("Durand Line", None, "other"), ("Golan Heights", None, "other"),
        ("Baluchistan", "PAK", "adm1"), ("Sistan-Baluchestan", "IRN", "adm1"), ("KP", "PAK", "adm1"),
        ("Gaza", "PSE", "adm1"), ("Dahieh", "LBN", "site"), ("Poipet", "KHM", "town"), ("Nagorno-Karabakh", "AZE", "other"),
        ("Iran", "IRN", "country"), ("UAE", "ARE", "country"), ("U.S.", "USA", "country"), ("Türkiye", "TUR", "country"),
        ("Mazar-e-Sharif", "AFG", "town"), ("D.I. Khan", "PAK", "town"), ("Sana'a", "YEM", "town"),
    ],
)  # fmt: skip
def test_a_name_alone(name: str, country: str | None, level: str) -> None:
    place = PLACES.resolve(name)
    assert place is not None
    assert (place.country, place.level) == (country, level)


@pytest.mark.parametrize(
    ("spellings", "country"),
    [
        ("Torkham|Torkhum|Turkham|Torkham border crossing|Torkham Gate", "PAK"), ("Chaman", "PAK"),
        ("Spin Boldak|Spin Buldak|Spinboldak|Weesh|Wesh", "AFG"), ("Ghulam Khan|Gulam Khan", "PAK"), ("Kharlachi", "PAK"),
        ("Angoor Adda|Angur Adda|Anguradda", "PAK"), ("Taftan", "PAK"), ("Mirjaveh|Mirjawa|Mir Javeh", "IRN"),
        ("Rimdan|Reemdan|Gabd-Rimdan", None), ("Saravan|Sarawan", "IRN"), ("Islam Qala|Eslam Qala|Islam Qalah", "AFG"),
        ("Dogharoon|Dogharoun|Dowqarun", "IRN"), ("Zaranj", "AFG"), ("Milak", "IRN"), ("Bahramcha|Baramcha", "AFG"),
        ("Razmak", "PAK"), ("Duki|Dukki", "PAK"), ("Killa Abdullah|Qilla Abdullah", "PAK"), ("Noshki|Nushki", "PAK"),
        ("Poipet", "KHM"), ("Preah Vihear|Khao Phra Wihan", "KHM"), ("Oddar Meanchey|Otdar Meanchey", "KHM"),
        ("Ta Muen Thom|Ta Moan Thom", None), ("Chong Bok|Emerald Triangle", "THA"), ("Surin", "THA"), ("Sisaket", "THA"),
        ("Lachin corridor|Lachin Corridor", "AZE"), ("Zangezur corridor", None), ("Goris", "ARM"), ("Blue Line", None),
        ("Khiam|al-Khiam", "LBN"), ("Aita al-Shaab|Ayta ash-Shab", "LBN"), ("Maroun al-Ras|Maroun el-Ras", "LBN"),
        ("Nabatieh|Nabatiyeh", "LBN"), ("Marjayoun|Marjeyoun", "LBN"), ("Mays al-Jabal|Meiss el-Jabal", "LBN"),
        ("Ghajar", None), ("Metula", "ISR"), ("Beit Jinn|Beit Jin", "SYR"), ("Shujaiya|Shejaiya", "PSE"),
        ("Durand Line|Durand line", None), ("Line of Control", None), ("Sir Creek", None), ("Pangong Tso|Pangong Lake", None),
        ("Neelum Valley|Neelam Valley", "PAK"), ("Munabao", "IND"), ("Wagah|Wagha border", "PAK"), ("Essequibo", None),
        ("Suwalki Gap|Suwałki corridor", None), ("Badme", None), ("Zalambessa|Zalambesa", "ETH"), ("Bunagana", "COD"),
    ],
)  # fmt: skip
def test_borders_are_known_by_every_spelling(spellings: str, country: str | None) -> None:
    for name in spellings.split("|"):
        text = f"Trucks were stopped at {name} on Sunday."
        assert [h.text for h in PLACES.find(text, weak=True)] == [name]
        place = PLACES.resolve(name)
        assert place is not None, name
        assert (place.country == country) or (name == "Zangezur corridor" and place), (name, place)
        assert PLACES.centre(place) is not None


@pytest.mark.parametrize(
    ("name", "latitude", "longitude"),
    [
        ("West Africa", 13, -4), ("Middle East", 29, 43), ("Luzon", 16, 121), ("Lake Victoria", -1, 33), ("Urals", 60, 60),
        ("Danube", 45.5, 20), ("Rocky Mountains", 43.5, -110.5), ("Sub-Saharan Africa", 0, 20), ("Eastern Europe", 50, 27),
        ("Réunion", -21.1, 55.5), ("Liechtenstein", 47.2, 9.6), ("Kiribati", 1.9, -157.4), ("Brazil", -10.8, -53.1),
        ("Texas", 31, -99), ("Punjab", 31, 73), ("Bohol", 9.9, 124.2),
    ],
)  # fmt: skip
def test_areas_have_a_centre_for_maps_and_no_point(name: str, latitude: float, longitude: float) -> None:
    place = PLACES.resolve(name)
    assert place is not None
    assert (place.latitude, place.longitude) == (None, None)
    assert PLACES.centre(place) == pytest.approx((latitude, longitude), abs=1.5)


def test_every_country_has_a_centre() -> None:
    countries = [PLACES.country(code) for code in PLACES._countries]
    bare = [c.country for c in countries if c and PLACES.centre(c) is None]
    assert set(bare) <= {"ATA", "BVT", "SGS", "HMD", "IOT", "ATF", "TKL", "UMI", "PCN"}


@pytest.mark.parametrize(
    ("name", "beside", "country"),
    [("St. Cloud", ("USA",), "USA"), ("Saint Cloud", ("USA",), "USA"), ("Mt. Pleasant", ("USA",), "USA"),
     ("Tennessee Colony", ("USA",), "USA"), ("Cahir", ("IRL",), "IRL"), ("L.A.", (), "USA"), ("D.C.", (), "USA")],
)  # fmt: skip
def test_villages_and_short_names(name: str, beside: tuple[str, ...], country: str) -> None:
    place = PLACES.resolve(name, countries=beside)
    assert place is not None
    assert place.country == country


def test_a_hamlet_needs_its_country() -> None:
    assert PLACES.resolve("Tennessee Colony") is None


def test_a_state_is_shown_by_its_name() -> None:
    (hit,) = PLACES.find("Senators from S.C. voted no.")
    place = PLACES.choose(hit.candidates, hit.text)
    assert place is not None
    assert place.name == "South Carolina"


@pytest.mark.parametrize(
    ("name", "beside", "country"),
    [("Punjab", ("IND",), "IND"), ("Punjab", ("PAK",), "PAK"), ("Tripoli", ("LBN",), "LBN"), ("Tripoli", ("LBY",), "LBY"),
     ("Hyderabad", ("PAK",), "PAK"), ("Hyderabad", ("IND",), "IND"), ("Georgia", ("USA",), "USA"), ("Georgia", (), "GEO"),
     ("Valencia", ("ESP",), "ESP"), ("Valencia", ("VEN",), "VEN")],
)  # fmt: skip
def test_a_name_beside_countries(name: str, beside: tuple[str, ...], country: str) -> None:
    place = PLACES.resolve(name, countries=beside)
    assert place is not None
    assert place.country == country
    assert place.why


def test_only_sites_and_towns_carry_a_point() -> None:
    for name in ("Iran", "Khyber Pakhtunkhwa", "Strait of Hormuz", "Kurram", "Kashmir"):
        area = PLACES.resolve(name)
        assert area is not None
        assert area.latitude is None
        assert area.longitude is None
        assert PLACES.centre(area) is not None
    town = PLACES.resolve("Quetta")
    assert town is not None
    assert town.latitude == pytest.approx(30.18, abs=0.1)


def test_an_unknown_or_tiny_place_is_unknown() -> None:
    assert PLACES.resolve("Xyzzyabad") is None
    assert PLACES.resolve("Us") is None


def test_a_nearby_place_decides() -> None:
    near_rafah = PLACES.resolve("Khan Younis") or PLACES.resolve("Khan Yunis")
    assert near_rafah is not None
    assert near_rafah.country == "PSE"


def test_names_are_found_longest_first() -> None:
    text = "Trucks waited at the Chaman border crossing and in New Delhi, near the Al Asad airbase and Cox's Bazar."
    assert [h.text for h in PLACES.find(text)] == [
        "Chaman border crossing",
        "New Delhi",
        "Al Asad airbase",
        "Cox's Bazar",
    ]


@pytest.mark.parametrize(
    "text",
    ["Of course nobody came.", "Reading the text took an hour.", "It was a nice day, Ali said.", "Imran Khan and Nawaz Sharif met.",
     "The Hague Convention? No: a pledge.", "Mr Hyderabad spoke.", "Tell us more.", "The Washington Post wrote."],
)  # fmt: skip
def test_persons_papers_and_plain_words_are_no_places(text: str) -> None:
    assert [h.text for h in PLACES.find(text) if h.text not in ("Hague", "The Hague")] == []


def test_a_theatre_may_add_places() -> None:
    own = Place(
        mention="Kotli crossing",
        name="Kotli crossing",
        country="PAK",
        level=PlaceLevel.SITE,
        latitude=33.5,
        longitude=73.9,
    )
    wider = PLACES.with_places([own])
    found = wider.resolve("Kotli crossing")
    assert found is not None
    assert found.country == "PAK"
    assert PLACES.resolve("Kotli crossing") is None


def test_keys_know_no_accents_and_apostrophes() -> None:
    assert fold("Dera Ismāʿīl Khān") == fold("dera ismail khan")
    assert fold("Ta‘izz") == fold("Ta'izz") == "taizz"
    assert fold("Al-Tanf") == "al tanf"


def test_countries_have_adjectives_and_seats_of_government() -> None:
    assert adjectives()["Iranian"] == "IRN"
    assert capitals()["PAK"] == "Islamabad"
    tehran = PLACES.capital("IRN")
    assert tehran is not None
    assert tehran.name == "Tehran"
    assert PLACES.capital("ISR") is None  # in dispute


def test_every_capital_is_known() -> None:
    missing = [code for code in capitals() if PLACES.country(code) is None or PLACES.capital(code) is None]
    assert missing == []


def test_kilometres() -> None:
    assert distance((34.5, 69.2), (33.7, 73.0)) == pytest.approx(362, abs=15)


def test_finding_is_quick() -> None:
    text = "Officials from Iran met in Islamabad near Torkham, and in Doha. " * 200
    started = time.process_time()
    PLACES.find(text)
    assert time.process_time() - started < 2.0
