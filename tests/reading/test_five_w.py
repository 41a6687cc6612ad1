"""The main event of an article: a headline, a few sentences, and the line a brief would open with."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from told_cases import told

from sarhad.reading import Tools
from sarhad.reading.five_w import FiveW, five_w
from sarhad.reading.five_w_parts import calm

Asked = Callable[..., FiveW]


@pytest.fixture(scope="module")
def line(tools: Tools) -> Asked:
    def asked(title: str, text: str, *, published: str = "2024-08-16", description: str = "") -> FiveW:
        return five_w(told(text, published, title=title), tools, description=description)

    return asked


def said(found: FiveW) -> dict[str, str | None]:
    phrases = {"who": found.who, "what": found.what, "when": found.when, "where": found.where}
    return {name: phrase.text if phrase else None for name, phrase in phrases.items()}


def test_a_headline_that_is_a_sentence_leads(line: Asked) -> None:
    found = line(
        "Gunmen attack police post near Khash",
        "Gunmen attacked a police post near Khash late on Wednesday and fled. Two officers were wounded.",
    )
    told_line = said(found)
    assert told_line["who"] == "Gunmen"
    assert told_line["what"] == "attack police post near Khash"
    assert told_line["where"] == "Khash"
    assert "Wednesday" in (told_line["when"] or "")
    assert found.day == date(2024, 8, 14)
    assert found.place is not None
    assert found.place.country == "IRN"


@pytest.mark.parametrize(
    ("one", "other", "code"), [("Iran", "Pakistan", "IRN.GOV"), ("Pakistan", "Iran", "PAK.GOV")]
)
def test_both_sides_are_read_alike(line: Asked, one: str, other: str, code: str) -> None:
    found = line(f"{one} recalls envoy from {other}", f"{one} recalled its envoy from {other} on Tuesday.")
    assert said(found)["who"] == one
    assert (said(found)["what"] or "").startswith("recalls envoy")
    assert [a.code for a in found.actors] == [code]
    assert found.day == date(2024, 8, 13)


def test_what_is_said_is_the_event_and_who_says_it_is_named(line: Asked) -> None:
    found = line("Army says it shot down two drones", "The army said on Monday it had shot down two drones.")
    assert said(found)["who"] == "Army"
    assert said(found)["what"] == "shot down two drones"
    assert found.said_by is not None
    assert found.said_by.text == "Army"


def test_a_source_around_the_event_is_named(line: Asked) -> None:
    found = line(
        "How the dam gave way",
        "The dam was breached by shells fired from the hills, according to the water ministry.",
    )
    assert (said(found)["what"] or "").startswith("was breached")
    assert found.said_by is not None
    assert found.said_by.text == "the water ministry"


def test_a_question_is_no_event_so_the_lead_tells_it(line: Asked) -> None:
    found = line(
        "Will the gate at Torkham open again?",
        "Traders blocked the road to the Torkham gate on Thursday. The gate has been shut for nine days.",
    )
    assert said(found)["who"] == "Traders"
    assert (said(found)["what"] or "").startswith("blocked the road")
    assert said(found)["when"] == "Thursday"


def test_a_short_passive_has_a_subject(line: Asked) -> None:
    found = line(
        "Six miners killed in Duki shaft collapse",
        "Six miners were killed on Sunday when a shaft fell in near Duki.",
    )
    assert said(found)["who"] == "Six miners"
    assert (said(found)["what"] or "").startswith("killed in")


def test_a_verb_the_parser_takes_for_a_noun_is_found_in_the_lead(line: Asked) -> None:
    found = line(
        "Canal toll change upsets boatmen",
        "A change in the toll on the old canal has upset boatmen, who moored across the lock on Friday.",
    )
    assert said(found)["who"] == "Canal toll change"
    assert said(found)["what"] == "upsets boatmen"


def test_the_town_within_the_country_is_the_place(line: Asked) -> None:
    found = line(
        "Miners trapped after shaft floods in Turkey",
        "Rescuers are trying to reach miners trapped in Turkey. The shaft flooded in Soma on Wednesday.",
    )
    assert said(found)["where"] == "Soma"


def test_what_nobody_tells_stays_open(line: Asked) -> None:
    found = line("Ministers praise the accord", "Ministers praised the accord and its authors.")
    assert found.when is None
    assert found.where is None
    assert found.place is None
    assert found.day == date(2024, 8, 16)
    assert "no single day is told" in found.day_why


def test_a_phrase_stands_where_it_says(line: Asked) -> None:
    title, text = "Envoys meet", "Envoys of both sides met in Muscat on Tuesday.\nThey will meet again."
    found = line(title, text)
    parts = {"title": title, "text": text}
    for phrase in (found.who, found.what, found.when, found.where):
        assert phrase is not None
        assert parts[phrase.part][phrase.span.start : phrase.span.end] == phrase.text
        assert phrase.why


def test_nothing_to_read_tells_nothing(line: Asked) -> None:
    assert line("", "") == FiveW()


def test_a_headline_in_capitals_is_written_as_the_text_writes_it() -> None:
    text = "Army helicopters rescued ten herders from a flooded valley in Zhob, the US envoy told us."
    assert (
        calm("Army Helicopters Rescued Ten Herders In Zhob", text)
        == "Army helicopters rescued ten herders in Zhob"
    )
    assert calm("US envoy SHOCKED at Zhob", text) == "US envoy SHOCKED at Zhob"


def test_the_day_of_the_event_goes_before_the_day_it_was_spoken_of(line: Asked) -> None:
    found = line(
        "Bomb kills two near Tank bazaar",
        "The police said on Thursday that the toll stood at two. The bomb went off late on Wednesday and killed two men.",
    )
    assert found.day == date(2024, 8, 14)


def test_a_quotation_is_told_with_both_its_marks(line: Asked) -> None:
    found = line('Envoy calls the offer "late, thin and vague"', "The envoy called the offer late on Friday.")
    assert said(found)["what"] == 'calls the offer "late, thin and vague"'


def test_where_a_war_is_is_not_where_prices_rise(line: Asked) -> None:
    found = line(
        "Bread prices rise in Tunis", "Bread prices rose in Tunis on Monday because of the war in Ukraine."
    )
    assert said(found)["where"] == "Tunis"


def test_other_languages_are_not_read_and_say_so(tools: Tools) -> None:
    document = replace(told("طورخم بند ہے۔", "2024-08-16", title="طورخم"), language="ur")
    found = five_w(document, tools)
    assert found.who is None
    assert "not read" in found.day_why


def test_what_a_lead_dates_last_night_is_its_news(line: Asked) -> None:
    found = line(
        "Tanker drivers lead celebrations in Dogharoun",
        "There was singing in every street of the town. Lorries sounded their horns. The long wait at the crossing "
        "ended last night.",
    )
    assert found.day == date(2024, 8, 15)
