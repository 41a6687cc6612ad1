"""Disputes inside one text: who asserts, who contests, and how."""

from collections.abc import Callable

import pytest

from sarhad.records import Reading

Read = Callable[..., Reading]


def sides(reading: Reading) -> list[tuple[tuple[str, ...], tuple[str, ...], str]]:
    return [(c.asserted_by, c.contested_by, c.how.value) for c in reading.contests]


@pytest.mark.parametrize(
    ("accuser", "accused", "codes"),
    [
        ("Pakistan", "Afghanistan", ("PAK.GOV", "AFG.GOV")),
        ("Afghanistan", "Pakistan", ("AFG.GOV", "PAK.GOV")),
        ("Thailand", "Cambodia", ("THA.GOV", "KHM.GOV")),
        ("Cambodia", "Thailand", ("KHM.GOV", "THA.GOV")),
        ("Armenia", "Azerbaijan", ("ARM.GOV", "AZE.GOV")),
        ("Azerbaijan", "Armenia", ("AZE.GOV", "ARM.GOV")),
    ],
)
def test_a_denied_accusation_has_two_sides(
    accuser: str, accused: str, codes: tuple[str, str], reading_of: Read
) -> None:
    told = reading_of(f"{accuser} accused {accused} of shelling a village. {accused} denied the accusation.")
    assert sides(told) == [((codes[0],), (codes[1],), "denies")]


def test_silence_is_neither_yes_nor_no(reading_of: Read) -> None:
    told = reading_of(
        "Iran accused Israel of killing the scientist. Israel neither confirmed nor denied the killing."
    )
    assert (("ISR.GOV",), "neither") in [(c, how) for _, c, how in sides(told)]


def test_an_accusation_that_nobody_answers_is_no_contest(reading_of: Read) -> None:
    assert sides(reading_of("Iran accused Israel of killing the scientist.")) == []


def test_talks_are_no_contest(reading_of: Read) -> None:
    assert sides(reading_of("Iran and Oman held talks in Muscat and agreed to meet again.")) == []


def test_a_refused_offer_is_no_denial(reading_of: Read) -> None:
    assert "denies" not in [how for *_, how in sides(reading_of("Kabul refused to hand over the men."))]


def test_nobody_contests_itself(reading_of: Read) -> None:
    told = reading_of("Kabul denied the report. Kabul said no shots had been fired by its soldiers.")
    assert all(not set(asserted) & set(contested) for asserted, contested, _ in sides(told))


def test_contests_quote_the_text(reading_of: Read) -> None:
    text = "Thailand accused Cambodia of laying mines. Cambodia rejected the allegation."
    for contest in reading_of(text).contests:
        for evidence in (contest.asserting, contest.contesting):
            assert text[evidence.span.start : evidence.span.end] == evidence.quote


@pytest.mark.parametrize(
    "text",
    [
        "Thailand accused Cambodia of laying mines. Cambodia denied that the rice tax would rise.",
        "Thailand accused Cambodia of laying mines. The rains came late to the hills this year. Farmers on both banks of the river "
        "waited for weeks with their seed. A new school with four rooms and a well opened on the north bank, and the old ferry ran again after its repairs. Traders from the coast bought the last of the salt. Cambodia denied the report.",
        "Malaysia offered to host talks. Thailand rejected mediation.",
        "Iran opened a new railway. Iran did not respond to a request for comment.",
        "Kabul denied that it shelters the group.",
    ],
)
def test_a_denial_that_answers_no_charge_is_no_contest(text: str, reading_of: Read) -> None:
    assert sides(reading_of(text)) == []


def test_a_charge_set_beside_its_denial_has_two_sides(reading_of: Read) -> None:
    told = reading_of("Pakistan has long accused Kabul of harbouring the rebels, a charge that Kabul denies.")
    assert sides(told) == [(("PAK.GOV",), ("AFG.GOV",), "denies")]


@pytest.mark.parametrize(("accuser", "accused"), [("Chad", "Sudan"), ("Sudan", "Chad")])
def test_what_a_ministry_counts_is_not_the_accusation_that_is_denied(
    accuser: str, accused: str, reading_of: Read
) -> None:
    told = reading_of(
        f"{accuser} accused {accused} of violating the ceasefire by shelling the town of Adre on Monday. Six civilians were killed "
        f"in the shelling, {accuser}'s defence ministry said. {accused} denied the accusation."
    )
    (quarrel,) = [c for c in told.contests if c.how.value == "denies"]
    assert quarrel.asserting.quote.startswith(f"{accuser} accused {accused} of violating the ceasefire")
