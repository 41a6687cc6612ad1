"""What the parser sees, and the way back: every range leads to the same characters of the document."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from told_cases import told

from sarhad.reading.readable import Readable, readable
from sarhad.records import Document

SAME = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\xa0": " ", "\t": " "}
"""Typographic signs and their plain forms, as a reader of the page would expect them."""

WORDS = st.sampled_from(
    [
        "Kabul",
        "said",
        "the",
        "border",
        "“closed”",
        "Pakistan’s",
        "army –",
        "a\xa0post",
        "(BBC)",
        "[sic]",
        "5,000",
    ]
)
LINKS = st.builds("[{}](https://news.example/{})".format, WORDS, st.sampled_from(["a", "b-c", "x?y=1"]))
MARKS = st.sampled_from(["**", "__", r"\[", r"\]", "![photo](https://news.example/p.png)", "\t"])
OPENINGS = st.sampled_from(["", "", "TEHRAN – ", "ISLAMABAD, Oct 28 (Agency) — ", "NEW DELHI -- "])
LINES = st.builds(
    lambda opening, parts: opening + " ".join(parts),
    OPENINGS,
    st.lists(st.one_of(WORDS, LINKS, MARKS), min_size=1, max_size=9),
)
TEXTS = st.lists(LINES, min_size=1, max_size=4).map("\n".join)


def back(document: Document, text: Readable, start: int, end: int) -> str:
    span = text.span(start, end)
    return document.quote(span).quote


@given(TEXTS)
@settings(deadline=None)
def test_every_character_leads_back_to_itself(raw: str) -> None:
    document = told(raw)
    text = readable(document)
    at = 0
    for passage in text.passages:
        for i in range(at, at + len(passage)):
            sign = document.text[text.source(i)]
            assert SAME.get(sign, sign) == text.text[i]
        at += len(passage) + 1


@given(TEXTS, st.data())
@settings(deadline=None)
def test_a_range_leads_back_to_a_range_that_holds_its_characters_in_order(
    raw: str, data: st.DataObject
) -> None:
    document = told(raw)
    text = readable(document)
    if not text.text:
        return
    start = data.draw(st.integers(0, len(text.text) - 1))
    end = data.draw(st.integers(start + 1, len(text.text)))
    if text.text[start] == " " or text.text[end - 1] == " ":
        return
    quote = iter(SAME.get(c, c) for c in back(document, text, start, end))
    assert all(c in quote for c in text.text[start:end] if c != " ")


@given(TEXTS)
@settings(deadline=None)
def test_offsets_grow_and_passages_make_the_text(raw: str) -> None:
    document = told(raw)
    text = readable(document)
    places = [text.source(i) for i in range(len(text.text)) if text.text[i] != " "]
    assert places == sorted(set(places))
    assert text.text == " ".join(text.passages)


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("Iran [closed](https://news.example/a) the border.", "Iran closed the border."),
        ("**Kabul** said so.", "Kabul said so."),
        ("![The post](https://news.example/p.png)Iran closed it.", "Iran closed it."),
        ("“Yes,” he said – and left.", '"Yes," he said - and left.'),
        ("TEHRAN – Iran closed the border.", "Iran closed the border."),
        ("ISLAMABAD, Oct 28 (Agency) — Talks began.", "Talks began."),
        ("He spoke of the border – and left.", "He spoke of the border - and left."),
        ("Officials [of both sides] met.", "Officials [of both sides] met."),
        ("The EU – a bloc of 27 – spoke.", "The EU - a bloc of 27 - spoke."),
    ],
)
def test_marks_go_and_words_stay(raw: str, seen: str) -> None:
    assert readable(told(raw)).text == seen


def test_a_quote_that_spans_a_link_is_quoted_with_it() -> None:
    document = told("Iran [closed the border](https://news.example/a) on Monday.")
    text = readable(document)
    start = text.text.index("closed")
    end = text.text.index("Monday") + len("Monday")
    assert back(document, text, start, end) == "closed the border](https://news.example/a) on Monday"


def test_the_first_dateline_is_kept_as_the_place_of_filing() -> None:
    assert readable(told("TEHRAN – Iran closed it.\nKABUL – Afghans waited.")).dateline == "TEHRAN"


def test_an_empty_document_has_nothing_to_read() -> None:
    text = readable(told(""))
    assert (text.passages, text.text) == ((), "")
