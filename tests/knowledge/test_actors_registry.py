"""Who is who: names found in text, coded for a day."""

import re
import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sarhad.codebook.actors import COUNTRIES, is_code
from sarhad.errors import TheatreError
from sarhad.knowledge.actors import Actors, load_actors

ON = date(2024, 6, 1)


@pytest.fixture(scope="module")
def actors() -> Actors:
    return load_actors()


def codes(actors: Actors, text: str, on: date = ON) -> list[str]:
    return [hit.code for hit in actors.find(text, on)]


def found(actors: Actors, text: str, on: date = ON) -> list[tuple[str, str]]:
    return [(hit.text, hit.how) for hit in actors.find(text, on)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pakistan’s army", [("Pakistan", "name")]),
        ("Pakistan-Iran talks", [("Pakistan", "name"), ("Iran", "name")]),
        ("the Iran–Pakistan pipeline", [("Iran", "name"), ("Pakistan", "name")]),
        ("Iranian and Israeli officials", [("Iranian", "adjective"), ("Israeli", "adjective")]),
        ("Islamabad summoned the envoy", [("Islamabad", "metonym")]),
        ("the Pakistan Air Force said", [("Pakistan Air Force", "force")]),
        ("he ate turkey in Turkey", [("Turkey", "name")]),
        ("tell us what the US wants", [("US", "name")]),
        ("the U.S. and the U.K. agreed", [("U.S.", "name"), ("U.K.", "name")]),
        ("PAKISTAN SHUTS CROSSING", [("PAKISTAN", "name")]),
        ("President Erdoğan and President Erdogan", [("Erdoğan", "person"), ("Erdogan", "person")]),
        ("Reuters reported", [("Reuters", "media")]),
    ],
)
def test_names_are_found_as_the_press_writes_them(
    actors: Actors, text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(actors, text) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Tehreek-e-Taliban Pakistan", "Tehrik-i-Taliban Pakistan", "Tehreek-i-Taliban Pakistan",
        "the Pakistani Taliban", "TTP", "Tehreek‑e‑Taliban Pakistan",
    ],
)  # fmt: skip
def test_one_group_has_many_spellings(actors: Actors, name: str) -> None:
    assert codes(actors, f"a raid claimed by {name} on the post") == ["PAK.REB/ttp"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Jaish al-Adl", "IRN.REB/jaish-al-adl"),
        ("Jaish ul-Adl", "IRN.REB/jaish-al-adl"),
        ("Balochistan Liberation Army", "PAK.REB/bla"),
        ("ISIS-K", "ISM.REB/islamic-state"),
        ("al-Qaeda", "ISM.REB/al-qaeda"),
        ("Al Qaeda", "ISM.REB/al-qaeda"),
        ("the IRGC", "IRN.MIL"),
        ("the Islamic Revolutionary Guard Corps", "IRN.MIL"),
        ("Hezbollah", "LBN.REB/hezbollah"),
        ("Ansar Allah", "YEM.REB/houthi"),
        ("UNIFIL", "IGO.MIL/unifil"),
        ("the European Union", "IGO.IGO/eu"),
        ("the Hamas-run health ministry", "PSE.GOV"),
        ("the Knesset", "ISR.LEG"),
        ("Mossad", "ISR.SPY"),
        ("IRNA", "IRN.MED"),
        ("Axios", "USA.MED"),
        ("the White House", "USA.GOV"),
        ("the Pentagon", "USA.MIL"),
        ("the Kremlin", "RUS.GOV"),
        ("Rawalpindi", "PAK.MIL"),
    ],
)
def test_bodies_and_groups_have_their_code(actors: Actors, name: str, code: str) -> None:
    assert codes(actors, f"On Monday {name} spoke of the border") == [code]


def test_the_taliban_are_a_government_since_they_took_kabul(actors: Actors) -> None:
    text = "the Taliban closed the crossing"
    assert codes(actors, text, date(2020, 3, 1)) == ["AFG.REB/taliban"]
    assert codes(actors, text, date(2024, 3, 1)) == ["AFG.GOV"]


def test_a_person_has_the_code_of_the_office_held_that_day(actors: Actors) -> None:
    text = "Imran Khan spoke"
    assert codes(actors, text, date(2020, 1, 1)) == ["PAK.GOV"]
    assert codes(actors, text, date(2024, 1, 1)) == ["PAK.OPP/pti"]
    assert codes(actors, "Joseph Aoun spoke", date(2024, 1, 1)) == ["LBN.MIL"]
    assert codes(actors, "Joseph Aoun spoke", date(2025, 6, 1)) == ["LBN.GOV"]


def test_a_killed_commander_stays_his_groups(actors: Actors) -> None:
    assert codes(actors, "the killing of Hassan Nasrallah", date(2025, 9, 1)) == ["LBN.REB/hezbollah"]


@pytest.mark.parametrize(
    ("country", "office", "on", "name"),
    [
        ("IRN", "president", date(2024, 1, 1), "Ebrahim Raisi"),
        ("IRN", "president", date(2024, 12, 1), "Masoud Pezeshkian"),
        ("PAK", "prime minister", date(2023, 11, 1), "Anwaar-ul-Haq Kakar"),
        ("PAK", "foreign minister", date(2025, 1, 1), "Ishaq Dar"),
        ("IND", "prime minister", date(2015, 1, 1), "Narendra Modi"),
        ("USA", "president", date(2022, 1, 1), "Joe Biden"),
        ("USA", "president", date(2026, 1, 1), "Donald Trump"),
        ("IRQ", "prime minister", date(2019, 1, 1), "Adel Abdul Mahdi"),
        ("GBR", "prime minister", date(2024, 7, 5), "Keir Starmer"),
    ],
)
def test_who_held_an_office(actors: Actors, country: str, office: str, on: date, name: str) -> None:
    holder = actors.holder(country, office, on)
    assert holder is not None
    assert holder.name == name


def test_nobody_held_an_office_that_was_vacant(actors: Actors) -> None:
    assert actors.holder("LBN", "president", date(2023, 6, 1)) is None


def test_no_office_has_two_holders_on_one_day(actors: Actors) -> None:
    for country, office in actors.offices():
        if "one of several" in office or office in ("commander", "adviser to the supreme leader"):
            continue
        by_code: dict[str, list[tuple[date, date, str]]] = {}
        for term, entry in actors.holders(country, office):
            by_code.setdefault(term.code, []).append((term.start, term.end, entry.name))
        for terms in by_code.values():
            for (_, end, name), (start, _, following) in pairwise(terms):
                assert end < start, f"{country} {office}: {name} until {end}, {following} from {start}"


def test_every_code_is_well_formed_and_every_term_runs_forward(actors: Actors) -> None:
    for entry in actors.entries:
        for term in entry.terms:
            assert term.start <= term.end, entry.name
            assert is_code(term.code) or entry.country == "*", f"{entry.name}: {term.code}"


def test_every_state_has_a_name_and_an_office_belongs_to_a_known_country(actors: Actors) -> None:
    states = {entry.country for entry in actors.entries if entry.kind == "state"}
    assert states == set(COUNTRIES)
    assert {country for country, _ in actors.offices()} <= states | {"IGO", "ISM"}


def test_adjectives_tell_their_country(actors: Actors) -> None:
    assert actors.country_of_adjective("Iranian") == "IRN"
    assert actors.country_of_adjective("Thai") == "THA"
    assert actors.country_of_adjective("Western") is None
    assert actors.country_of_adjective("green") is None


def test_a_theatre_adds_its_own_actors(actors: Actors) -> None:
    wider = actors.with_theatre(
        {"Hill Scouts": "PAK.MIL/hill-scouts", "River League": "THA.REB/river < 2025-01-01 < THA.PTY/river"}
    )
    assert codes(wider, "the Hill Scouts met the River League") == ["PAK.MIL/hill-scouts", "THA.REB/river"]
    assert codes(wider, "the River League", date(2025, 3, 1)) == ["THA.PTY/river"]
    assert codes(actors, "the Hill Scouts") == []


def test_a_theatre_with_a_wrong_code_is_refused_in_one_line(actors: Actors) -> None:
    with pytest.raises(TheatreError, match=re.escape("Hill Scouts: 'PAKMIL' is no actor code")):
        actors.with_theatre({"Hill Scouts": "PAKMIL"})


# --- what a text tells of its own date


def test_a_person_named_with_an_office_gives_a_window(actors: Actors) -> None:
    text = "Iranian President Ebrahim Raisi landed in the capital."
    (window,) = actors.windows(text)
    assert (window.person, window.office) == ("Ebrahim Raisi", "president")
    assert (window.start, window.end) == (date(2021, 8, 3), date(2024, 5, 19))
    assert text[window.span.start : window.span.end] == "President Ebrahim Raisi"


def test_an_office_abroad_stands_between_title_and_name(actors: Actors) -> None:
    (window,) = actors.windows("Special Representative for Afghanistan Asif Durrani arrived")
    assert (window.start, window.end) == (date(2023, 5, 20), date(2024, 9, 10))


def test_two_terms_give_two_windows(actors: Actors) -> None:
    windows = actors.windows("Prime Minister Shehbaz Sharif spoke.")
    assert [window.start.year for window in windows] == [2022, 2024]


@pytest.mark.parametrize(
    "text",
    [
        "former Iranian president Hassan Rouhani",
        "the late president Ebrahim Raisi",
        "then-Prime Minister Imran Khan",
        "Hassan Rouhani said",
        "Foreign Minister Hassan Rouhani",
        "the president told Hassan Rouhani",
        "the president and Hassan Rouhani",
    ],
)
def test_former_offices_and_offices_never_held_give_none(actors: Actors, text: str) -> None:
    assert actors.windows(text) == []


# --- properties


def test_loading_and_finding_are_quick() -> None:
    load_actors.cache_clear()
    start = time.perf_counter()
    actors = load_actors()
    loaded = time.perf_counter()
    text = "Pakistan and Iran agreed on Tuesday to reopen the border market near the crossing. " * 3_000
    hits = actors.find(text, ON)
    assert len(hits) == 6_000
    assert loaded - start < 2.0  # 0.08 s on the machine it was written on
    assert time.perf_counter() - loaded < 5.0  # 250 kB, 0.03 s there


@given(st.text(alphabet="Pakistn Irel'’-–.é\nTUS,al", max_size=80))
def test_hits_lie_in_the_text_in_order_and_apart(text: str) -> None:
    done = 0
    for hit in load_actors().find(text, ON):
        assert done <= hit.start < hit.end <= len(text)
        assert text[hit.start : hit.end] == hit.text
        done = hit.end


@given(
    st.lists(
        st.sampled_from(["Iran", "TTP", "Hezbollah", "the border", "met", "U.S.", "Imran Khan"]), max_size=8
    )
)
def test_text_around_a_name_does_not_change_what_is_found(words: list[str]) -> None:
    names = {"Iran", "TTP", "Hezbollah", "U.S.", "Imran Khan"}
    found_names = [hit.text for hit in load_actors().find(" met ".join(words), ON)]
    assert found_names == [word for word in words if word in names]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tasnim reported", "Tasnim"),
        ("IRNA reported", "Islamic Republic News Agency"),
        ("Twitter took the post down", "Twitter"),
        ("Revolutionary Guard boats", "Islamic Revolutionary Guard Corps"),
        ("a Taliban spokesman", "Taliban"),
    ],
)
def test_bodies_of_one_code_keep_their_own_names(actors: Actors, text: str, name: str) -> None:
    assert actors.find(text, ON)[0].name == name
