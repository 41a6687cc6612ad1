"""The form of threads, with the ids that the documents came with."""

import json

from pressed import document, fused, reading

from sarhad import read_text
from sarhad.export import threads_form
from sarhad.export.thread_tables import thread_rows
from sarhad.fusion import fuse

FIRST, SECOND = reading("one"), reading("two")
FORM = threads_form(fused(FIRST, SECOND), [FIRST.document, SECOND.document, document("three")])


def test_it_is_json() -> None:
    assert json.loads(json.dumps(FORM)) == FORM


def test_every_document_is_in_a_story() -> None:
    assert FORM["stories"] == [["one", "two"], ["three"]]


def test_two_tellings_of_one_incident_and_their_tolls() -> None:
    assert list(FORM["incidents"][0]["quotes"]) == ["one", "two"]
    (row,) = FORM["contradictions"]
    assert row["field"] == "deaths"
    assert [(v["doc"], v["value"]) for v in row["values"]] == [("one", "4+"), ("two", "9")]


def test_families_and_drift() -> None:
    assert FORM["rewrites"][0]["relation"] == "rewrite"
    assert (FORM["attribution_drift"][0]["attributed_in"], FORM["attribution_drift"][0]["flat_in"]) == (
        "one",
        "two",
    )


def test_histories() -> None:
    (commitment,) = FORM["commitments"]
    assert [(h["doc"], h["date"], h["status"]) for h in commitment["history"]] == [
        ("one", "2024-05", "pledged")
    ]
    (ceasefire,) = FORM["ceasefires"]
    assert ceasefire["history"][0]["phase"] == "agreed"
    assert ceasefire["history"][0]["quote"].startswith("Both governments agreed")


def test_a_table_tells_each_phase_once_a_day_in_order_with_what_it_is_short_of() -> None:
    pages = [
        read_text(text, published=day, outlet=outlet, id=outlet + day)
        for day, outlet, text in (
            ("2025-05-02", "Alai Courier", "Kyrgyzstan and Tajikistan agree on a truce\n\nKyrgyzstan and Tajikistan agreed to a ceasefire on Thursday."),
            ("2025-05-12", "Steppe Agency", "Kyrgyzstan accused Tajikistan on Monday of violating the ceasefire by shelling a village on Sunday."),
        )
    ]  # fmt: skip
    fused_pages = fuse(pages)
    (row,) = thread_rows("ceasefires", fused_pages.ceasefires, [p.document for p in pages])
    assert row["history"] == "agreed 2025-05-01; violated 2025-05-11 (alleged)"
