"""Search finds documents by their words, and takes whatever a person types."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_documents import document_of, page_of, reading_of

from sarhad.errors import WrongUse
from sarhad.record import Record, open_record
from sarhad.record.search import terms, unmarked
from sarhad.records import Reading, Span

TEXTS = {
    1: "Two ministers met in Quetta about the closed crossing.\nNobody spoke of the railway.\nPromised: more talks.",
    2: "The railway to Zahedan will reopen.\nTrains denied entry wait.\nThe governor promised repairs.",
    3: "وزیر خارجہ نے سرحد پر بات کی۔\nThe envoy denied it.\nHe promised a reply.",
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory):
    with open_record(tmp_path_factory.mktemp("search") / "sarhad.db") as opened:
        for number, text in TEXTS.items():
            page = page_of(number, text)
            opened.keep(page, Reading(document=document_of(page), reader="reader-1"))
        yield opened


def found(record: Record, words: str) -> list[str]:
    return sorted(hit.document_id for hit in record.search(words))


@pytest.mark.parametrize(
    ("words", "documents"),
    [
        ("railway", ["d1", "d2"]),
        ("RAILWAYS", ["d1", "d2"]),
        ("railway Zahedan", ["d2"]),
        ('"the railway"', ["d1", "d2"]),
        ('"railway the"', []),
        ("zahed*", ["d2"]),
        ("سرحد", ["d3"]),
        ("attack", ["d1", "d2", "d3"]),  # in every title
        ("pipeline", []),
    ],
)
def test_words_and_phrases(record: Record, words: str, documents: list[str]) -> None:
    assert found(record, words) == documents


def test_an_excerpt_marks_what_matched(record: Record) -> None:
    (hit,) = record.search("Zahedan")
    assert [hit.snippet[m.start : m.end] for m in hit.marks] == ["Zahedan"]
    assert (hit.publisher, hit.published) == ("Example Border Post", "2024-01-20")


def test_what_stands_in_a_menu_is_no_hit(tmp_path: Path) -> None:
    text = "Home | Railways | Quetta\nTraders waited at the crossing.\nMore from Railways: subscribe."
    page = page_of(1, text)
    menu, told, footer = document_of(page).passages
    document = replace(document_of(page), passages=(told,), noise=(menu, footer))
    with open_record(tmp_path / "sarhad.db") as record:
        record.keep(page, Reading(document=document, reader="reader-1"))
        assert record.search("railways") == []
        assert record.search("traders Quetta") == []
        (hit,) = record.search("traders crossing")
        assert hit.snippet == "Traders waited at the crossing."
        assert found(record, "attack traders") == ["d1"]  # one word in the title, one in the article


def test_menus_do_not_use_up_the_limit(tmp_path: Path) -> None:
    with open_record(tmp_path / "sarhad.db") as record:
        for number in range(8):
            page = page_of(
                number, f"Pipeline Pipeline Pipeline\nTraders waited, {number} of them.\nThe pipeline leaks."
            )
            _, first, last = document_of(page).passages
            own = (first, last) if number == 7 else (first,)
            record.keep(page, Reading(document=replace(document_of(page), passages=own), reader="reader-1"))
        assert [hit.document_id for hit in record.search("pipeline", limit=1)] == ["d7"]


def test_at_most_so_many(record: Record) -> None:
    assert len(record.search("attack", limit=2)) == 2


@pytest.mark.parametrize("words", ["", "   ", '""', "- * ( )"])
def test_nothing_to_search_for(record: Record, words: str) -> None:
    with pytest.raises(WrongUse, match="at least one word"):
        record.search(words)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_whatever_is_typed_is_no_error(record: Record, words: str) -> None:
    with suppress(WrongUse):  # nothing to look for
        record.search(words)


def test_half_a_character_is_no_error(record: Record) -> None:
    assert found(record, "railway\ud83d") == ["d1", "d2"]


@pytest.mark.parametrize(
    "words", ['title:x AND "', "a OR b NOT c", "NEAR(a b)", "x'; DROP TABLE texts", "{title} : ^a +b"]
)
def test_the_engines_own_language_is_taken_literally(record: Record, words: str) -> None:
    assert found(record, words) == []


def test_only_the_newest_reading_is_found(tmp_path: Path) -> None:
    with open_record(tmp_path / "sarhad.db") as record:
        old, new = page_of(1), page_of(1, page_of(1).body.decode().replace("Taftan", "Mirjaveh"))
        for page in (old, new):
            record.keep(page, reading_of(page))
        assert record.search("Taftan") == []
        assert found(record, "Mirjaveh") == ["d1"]


def test_terms() -> None:
    assert terms('peace "joint statement" talk*') == ["peace", "joint statement", "talk*"]
    assert terms('"unclosed phrase') == ["unclosed phrase"]


def test_marks_are_taken_out() -> None:
    assert unmarked("at \x02Taftan\x03 today") == ("at Taftan today", (Span(start=3, end=9),))
