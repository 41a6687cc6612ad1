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
