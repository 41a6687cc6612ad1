"""Captions, credits and bylines that scraping glued to the article."""

import pytest

from sarhad.press.noise import noise_in, paragraphs

STORY = "The two ministers met for an hour and agreed to open the gate on market days."


def kept(text: str) -> str:
    return " ".join(text[p.start : p.end] for p in paragraphs(text, noise_in(text)))


@pytest.mark.parametrize(
    "caption",
    [
        "Farmers wait at the gate near the river, May 3, 2024. (AP Photo/Jane Doe, File)",
        "The mayor views the new bridge with the engineers. (Courtesy: Mayor's Office)",
        "Lorries stand in line at the gate on May 7, 2024. Jane Doe | Reuters | Getty Images ",
    ],
)
def test_a_caption_glued_to_the_text_that_follows(caption: str) -> None:
    assert kept(f"{STORY} {caption}{STORY}") == f"{STORY} {STORY}"


def test_a_bare_agency_in_brackets_is_no_credit() -> None:
    assert kept(f"KABUL (AFP) — {STORY}").startswith("KABUL (AFP)")
    assert "(EPA)" in kept(f"The Environmental Protection Agency (EPA) gave no comment. {STORY}")


def test_a_sentence_before_a_credit_that_reports_speech_stays() -> None:
    said = "The governor said that nobody would be sent back before the harvest."
    assert kept(f"{said} (Photo: Jane Doe) {STORY}") == f"{said} {STORY}"


@pytest.mark.parametrize(
    "byline", ["By Jane Doe, Peshawar, 7 Oct 2024 ", "by Jane Doe and Ann Roe | May 3, 2025 | 7:15 pm "]
)
def test_a_byline_glued_to_the_first_sentence(byline: str) -> None:
    assert kept(byline + STORY) == STORY


def test_a_sentence_that_begins_with_by_is_no_byline() -> None:
    text = f"By Monday, 7 October 2024, nobody had crossed. {STORY}"
    assert kept(text) == text


@pytest.mark.parametrize(
    "line",
    [
        "Home | Politics | Economy | Archive",
        "News  Business  Border  Culture",
        "All content by The Border Post. Page made for the web.",
        "SUBSCRIBE to The Border Post | Already a subscriber? Log in",
        "The gate at noon. Photo: The Border Post",
        "(c) Border Post",
    ],
)
def test_furniture_of_a_page(line: str) -> None:
    assert kept(f"{STORY}\n\n{STORY} They will meet again in June.\n\n{line}").endswith("in June.")
