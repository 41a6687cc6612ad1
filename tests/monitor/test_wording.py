"""No bare code in a line: actors, acts, days and tolls in words."""

from datetime import date

import pytest
import stage
from hypothesis import given
from hypothesis import strategies as st

from sarhad.codebook import MODES, DatePrecision, EventType
from sarhad.codebook.actors import COUNTRIES, Sector
from sarhad.monitor.desk import capped, document_name, names_of, quoted
from sarhad.monitor.naming import registry_names
from sarhad.monitor.verbs import several
from sarhad.monitor.wording import act, as_reported, day, days, join, printed, shorten, toll
from sarhad.records import Line, Toll

NAMES = registry_names()


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("PAK.GOV", "Pakistan"),
        ("PAK.MIL", "Pakistan’s armed forces"),
        ("USA.MIL", "United States’ armed forces"),
        ("AFG.UAF", "armed people in Afghanistan"),
        ("PAK.REB/ttp", "TTP"),
        ("IGO.IGO/un", "United Nations"),
        ("UNK.UAF", "armed people"),
        ("AFG.REF", "refugees from Afghanistan"),
        ("PAK.REB/never-heard-of", "Never Heard Of"),
    ],
)
def test_a_code_is_told_by_its_name(code: str, name: str) -> None:
    assert NAMES.of(code) == name


@given(st.sampled_from([*COUNTRIES, "UNK", "IGO", "NGO", "ISM"]), st.sampled_from(Sector))
def test_no_code_stays_bare(country: str, sector: Sector) -> None:
    name = NAMES.of(f"{country}.{sector.value}")
    assert name
    assert f"{country}.{sector.value}" not in name
    assert sector.value not in name.split()


def test_soil_does_nothing_somebody_there_does() -> None:
    """ "an attack from Afghan soil" is no attack by Afghanistan."""
    assert NAMES.doers(["AFG.UNK"]) == "someone in Afghanistan"
    assert NAMES.doers(["AFG.GOV", "UNK.UNK"]) == "Afghanistan and someone not named"


def test_codes_inside_a_text_are_spelled_out() -> None:
    assert NAMES.spell("PAK.GOV (according to AFG.GOV)") == "Pakistan (according to Afghanistan)"


@pytest.mark.parametrize("kind", EventType)
def test_every_act_and_mode_has_a_word(kind: EventType) -> None:
    for mode in (None, *MODES[kind]):
        noun, before = act(kind, mode)
        assert noun
        assert before
        assert noun.upper() != noun


def test_people_stand_with_the_country_they_act_for() -> None:
    assert stage.NAMES.actor(stage.actor("IRN.GOV", "Reza Karimi")) == "Reza Karimi (Iran)"
    assert stage.NAMES.actor(stage.actor("PAK.GOV", "Pakistan")) == "Pakistan"
    assert stage.NAMES.actor(stage.actor("PAK.GOV", "Islamabad", by="metonym")) == "Pakistan"
    assert stage.NAMES.actor(stage.actor("PAK.GOV", mention="he", by="pronoun")) == "Pakistan"
    assert (
        stage.NAMES.actor(stage.actor("UNK.UNK", mention="the international community"))
        == "the international community"
    )


def test_a_state_is_left_out_where_somebody_named_acts_for_it() -> None:
    both = (stage.actor("IRN.GOV"), stage.actor("IRN.GOV", "Reza Karimi"), stage.actor("PAK.GOV"))
    assert stage.NAMES.actors(both) == "Reza Karimi (Iran) and Pakistan"


def test_days_are_told_at_their_precision() -> None:
    one = date(2025, 10, 11)
    assert day(one) == "11 Oct 2025"
    assert day(one, DatePrecision.MONTH) == "Oct 2025"
    assert day(one, DatePrecision.YEAR) == "2025"
    assert day(None) == ""
    assert days(one, date(2025, 10, 14)) == "11–14 Oct 2025"
    assert days(one, date(2025, 11, 2)) == "11 Oct 2025 – 2 Nov 2025"
    assert [printed(p) for p in ("2025", "2025-10", "2025-10-11", None)] == [
        "2025",
        "Oct 2025",
        "11 Oct 2025",
        "undated",
    ]


def test_tolls_keep_what_is_open() -> None:
    assert toll(Toll(low=4), None) == "at least 4 dead"
    assert toll(Toll(low=4, high=4), Toll(low=2, high=3)) == "4 dead, 2 to 3 injured"
    assert toll(None, None) == ""


@given(st.text(max_size=400), st.integers(10, 200))
def test_shortened_text_is_one_line_and_not_longer(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert "\n" not in short
    assert len(short) <= limit + 2


def test_lists_read_as_english() -> None:
    assert join([]) == ""
    assert join(["A"]) == "A"
    assert join(["A", "B", "A"]) == "A and B"
    assert join(["A", "B", "C"]) == "A, B and C"


def test_one_line_too_many_is_shown_rather_than_counted() -> None:
    lines = [Line(text=str(n)) for n in range(4)]
    assert len(capped(lines, "x", 3)) == 4
    assert capped(lines, "x", 2)[-1].text == "and 2 more (sarhad x)"


def test_a_file_is_called_by_its_name_and_a_row_by_its_id() -> None:
    assert (
        document_name(stage.document("d0123456789abcdef", "A word.", source="press/07_markets.html"))
        == "07_markets"
    )
    assert document_name(stage.document("row-7", "A word.", source="rows.jsonl:7")) == "row-7"
    assert (
        document_name(stage.document("d0123456789abcdef", "A word.", source="https://a.example/b.html"))
        == "d0123456789abcdef"
    )


def test_an_item_of_a_feed_is_called_by_its_number() -> None:
    assert (
        document_name(stage.document("d0123456789abcdef", "A word.", source="press/feed.xml#3")) == "feed-3"
    )


def test_two_files_of_one_name_go_by_their_ids() -> None:
    twins = [stage.document(f"d{n:016x}", "A word.", source=f"{n}/index.html") for n in range(2)]
    assert names_of(twins) == {d.id: d.id for d in twins}


def test_quotes_keep_their_own_marks() -> None:
    assert quoted("he spoke of “peace”") == "“he spoke of “peace””"


def test_a_text_without_a_date_is_undated_and_not_reported_so() -> None:
    assert [as_reported(printed(p)) for p in ("2025-10-11", None)] == ["reported 11 Oct 2025", "undated"]
    assert as_reported("") == "undated"


def test_armed_forces_speak_as_many() -> None:
    assert several(("KHM.MIL",), "Cambodia’s armed forces")
    assert not several(("KHM.GOV",), "Cambodia")
