"""On which day a truce was agreed: told beside it, told above it, or told again long after."""

from collections.abc import Callable
from datetime import date

import pytest

from sarhad.codebook import EventType
from sarhad.records import Reading, Statement


def agreements(reading: Reading) -> list[Statement]:
    return [s for s in reading.statements if s.type is EventType.AGREE and "agreed" in s.trigger.quote]


@pytest.mark.parametrize("sentence", [
    "Armenia and Azerbaijan agreed on Tuesday to an immediate ceasefire.",
    "Armenia and Azerbaijan agreed to an immediate ceasefire on Tuesday after five days of fighting.",
    "Thailand and Cambodia agreed to a truce late on Tuesday, the Malaysian foreign ministry announced.",
])  # fmt: skip
def test_the_weekday_behind_what_is_agreed_to_is_the_day_of_the_agreement(
    reading_of: Callable[..., Reading], sentence: str
) -> None:
    [s] = agreements(reading_of(sentence, "2025-10-23"))
    assert s.time is not None
    assert s.time.start == date(2025, 10, 21)


@pytest.mark.parametrize("sentence", [
    "Armenia and Azerbaijan agreed to a ceasefire from Friday.",
    "Armenia and Azerbaijan agreed to a ceasefire until Friday.",
    "Armenia and Azerbaijan agreed to talks on Friday.",
])  # fmt: skip
def test_the_day_from_which_it_is_to_hold_is_not_the_day_of_the_agreement(
    reading_of: Callable[..., Reading], sentence: str
) -> None:
    assert all(s.time is None for s in agreements(reading_of(sentence, "2025-10-23")))


COURSE = """The truce between Armenia and Azerbaijan still stands, diplomats said.

How it came to this:

Tbilisi, October 19. Both ministers agreed to an immediate ceasefire. Georgia hosted the talks.

November 1 to 3

The delegations met in Batumi. Baku refused to sign the text.
"""


def test_what_stands_under_a_day_of_its_own_is_of_that_day(reading_of: Callable[..., Reading]) -> None:
    told = reading_of(COURSE, "2025-11-09").statements
    days = {s.trigger.quote: s.time.start for s in told if s.time is not None}
    assert days["agreed"] == date(2025, 10, 19)
    assert days["hosted"] == date(2025, 10, 19)
    assert days["refused"] == date(2025, 11, 1)


def test_the_pages_own_dateline_heads_nothing(reading_of: Callable[..., Reading]) -> None:
    page = (
        "Tbilisi, November 8. Both ministers agreed to an immediate ceasefire between Armenia and Azerbaijan."
    )
    assert all(s.time is None for s in agreements(reading_of(page, "2025-11-09")))


def test_a_pair_that_the_clause_names_is_not_the_pair_of_the_page(
    reading_of: Callable[..., Reading],
) -> None:
    page = (
        "Israel and Hezbollah agreed to a ceasefire on Monday. The ceasefire between Israel and Hezbollah holds. "
        "Thailand and Cambodia agreed to a ceasefire on Sunday."
    )
    parties = [set(s.ceasefire.parties) for s in agreements(reading_of(page)) if s.ceasefire]
    assert parties == [{"ISR.GOV", "LBN.REB/hezbollah"}, {"THA.GOV", "KHM.GOV"}]
