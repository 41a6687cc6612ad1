"""The form of one reading: what the codebook draws, every string standing in the text."""

import json
from dataclasses import replace
from datetime import date

import pytest
from pressed import document, reading

from sarhad.codebook import DatePrecision
from sarhad.export import reading_form
from sarhad.records import Actor, Dating, Span

READING = reading()
FORM = reading_form(READING)


def test_it_is_json() -> None:
    assert json.loads(json.dumps(FORM)) == FORM


def test_the_document() -> None:
    assert FORM["id"] == "story-1"
    assert FORM["published"] == {
        "date": "2024-05",
        "precision": "month",
        "basis": "inferred",
        "why": "the shelling is told in the past tense",
    }
    assert FORM["noise"] == ["Home | Region | Subscribe", "Leave a Reply"]


def test_a_trap_that_the_text_does_not_hold_is_left_out() -> None:
    (trap,) = FORM["date_traps"]
    assert (trap["text"], trap["why"]) == ("12 March 2019", "five years before what it tells")


def test_an_allegation_and_its_denial() -> None:
    shelling, denial, *_ = FORM["statements"]
    assert (shelling["id"], denial["about"]) == ("s1", "s1")
    assert shelling["stance"] == "alleges"
    assert shelling["speaker"] == {"mention": "Border police", "code": "PAK.COP"}
    assert shelling["deaths"] == {"low": 4, "high": None, "whom": "soldiers"}
    assert shelling["place"]["name"] == "Example Pass"
    assert (shelling["date"]["start"], shelling["date"]["end"]) == ("2024-05-03", "2024-05-03")
    assert FORM["disputes"][0]["how"] == "denies"


def test_a_mention_that_the_text_breaks_elsewhere_is_taken_from_its_span_or_left_open() -> None:
    denial = FORM["statements"][1]
    assert denial["actors"] == [{"mention": None, "code": "PAK.REB"}]
    start = READING.document.text.index("The\nrebel")
    actor = Actor(mention="The rebel command", code="PAK.REB", span=Span(start=start, end=start + 17))
    placed = replace(READING.statements[1], actors=(actor,))
    form = reading_form(replace(READING, statements=(placed,)))
    assert form["statements"][0]["actors"][0]["mention"] == "The\nrebel command"
    assert form["statements"][0]["about"] is None


def test_a_clause_is_drawn_out_to_its_trigger() -> None:
    assert FORM["statements"][3]["quote"] == "promised a joint patrol"
    assert FORM["statements"][3]["commitment"] == {
        "object": "a joint patrol",
        "status": "pledged",
        "blocker": None,
    }


def test_offsets_lead_to_the_quote() -> None:
    for row in FORM["statements"]:
        assert READING.document.text[row["start"] : row["end"]] == row["quote"]


@pytest.mark.parametrize(
    ("start", "end", "precision", "told"),
    [
        (date(2024, 5, 3), date(2024, 5, 3), DatePrecision.DAY, ("2024-05-03", "day")),
        (date(2024, 5, 6), date(2024, 5, 12), DatePrecision.WEEK, ("2024-05", "month")),
        (date(2024, 4, 29), date(2024, 5, 5), DatePrecision.WEEK, ("2024", "year")),
        (date(2024, 12, 1), date(2025, 2, 28), DatePrecision.SEASON, (None, "unknown")),
        (date(2024, 1, 1), date(2024, 12, 31), DatePrecision.YEAR, ("2024", "year")),
        (date(2024, 5, 1), None, DatePrecision.MONTH, ("2024-05", "month")),
        (None, None, DatePrecision.UNKNOWN, (None, "unknown")),
    ],
)
def test_a_date_is_told_no_finer_than_it_is_known(
    start: date | None, end: date | None, precision: DatePrecision, told: tuple[str | None, str]
) -> None:
    dating = Dating(start=start, end=end, precision=precision)
    form = reading_form(replace(READING, document=replace(document(), published=dating)))
    assert (form["published"]["date"], form["published"]["precision"]) == told
