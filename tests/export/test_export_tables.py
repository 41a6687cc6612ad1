"""Flat tables: every row cited, nothing that a spreadsheet would run."""

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pressed import fused, reading

from sarhad.export import INCIDENTS, STATEMENTS, incident_rows, statement_rows, write_csv, write_jsonl
from sarhad.export.tables import harmless

FIRST, SECOND = reading("one"), reading("two")


def as_csv(rows, columns) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    write_csv(rows, columns, out)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def test_statements() -> None:
    rows = as_csv(statement_rows([FIRST]), STATEMENTS)
    assert len(rows) == 4
    shelling = rows[0]
    assert list(shelling) == list(STATEMENTS)
    assert (shelling["actors"], shelling["deaths_low"], shelling["deaths_high"]) == ("PAK.REB", "4", "")
    assert shelling["plain"] == "False"
    assert shelling["citation"].startswith("Example Pass Gazette, Shelling at the pass kills four, 2024-05")
    assert shelling["quote"].startswith("rebels shelled")
    assert rows[1]["quote"] == "The rebel command denied the attack"
    assert rows[1]["about"] == shelling["anchor"]


def test_incidents() -> None:
    (row,) = as_csv(incident_rows(fused(FIRST, SECOND), [FIRST.document, SECOND.document]), INCIDENTS)
    assert list(row) == list(INCIDENTS)
    assert (row["told"], row["reports"], row["witnesses"], row["documents"]) == ("claim", "2", "1", "one two")
    assert row["contradictions"] == "deaths: 4+ / 9"
    assert row["quote"]
    assert row["citation"]


def test_an_incident_of_a_document_that_is_not_at_hand_is_cited_by_its_id() -> None:
    (row,) = incident_rows(fused(FIRST, SECOND), [])
    assert row["citation"] == "one"


def test_json_lines() -> None:
    out = io.StringIO()
    assert write_jsonl(statement_rows([FIRST]), out) == 4
    rows = [json.loads(line) for line in out.getvalue().splitlines()]
    assert rows[0]["deaths_low"] == 4
    assert rows[0]["plain"] is False


@pytest.mark.parametrize("text", ["=1+1", "+92", "-2", "@sum", "\t=1", "\r=1", " =1", "\n=1", "＝1"])
def test_a_formula_from_the_press_is_text(text: str) -> None:
    assert harmless(text) == "'" + text


def test_numbers_and_plain_words_stay() -> None:
    assert harmless(-70.2) == -70.2
    assert harmless("Doha - Istanbul") == "Doha - Istanbul"
    assert harmless(None) is None


@given(st.text(max_size=20))
def test_no_title_can_become_a_formula(title: str) -> None:
    hostile = replace(FIRST, document=replace(FIRST.document, title=title))
    for row in as_csv(statement_rows([hostile]), STATEMENTS):
        assert not row["title"].lstrip().startswith(("=", "+", "-", "@"))
        assert len(row) == len(STATEMENTS)


def test_half_a_character_can_be_written() -> None:
    hostile = replace(FIRST, document=replace(FIRST.document, title="Talks \ud83d"))
    out = io.StringIO(newline="")
    write_csv(statement_rows([hostile]), STATEMENTS, out)
    write_jsonl(statement_rows([hostile]), out)
    out.getvalue().encode()


def test_an_incident_without_a_report_at_hand_is_still_a_row() -> None:
    bare = replace(fused(FIRST, SECOND).incidents[0], reports=())
    (row,) = incident_rows(replace(fused(FIRST, SECOND), incidents=(bare,)), [])
    assert (row["citation"], row["quote"], row["reports"]) == ("", "", 0)
