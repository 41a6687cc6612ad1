"""In a text without a date, a group told apart from its country's government does not hold it yet."""

from dataclasses import replace
from datetime import date

import pytest
from told_cases import told

from sarhad.reading import Tools, read
from sarhad.reading.power import day_of_names
from sarhad.records import Dating

TALKS = "Pakistan hosted talks between the Afghan government and the Taliban in Murree."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (TALKS, date(2021, 8, 14)),
        ("Delegates of the Taliban and the Afghan government met in Murree.", date(2021, 8, 14)),
        ("The Taliban met Pakistan's envoy in Murree.", None),
        ("The Pakistani government and the Taliban met in Murree.", None),
    ],
)
def test_a_group_beside_the_government_is_none(text: str, day: date | None, tools: Tools) -> None:
    assert day_of_names(text, None, tools.actors) == day


def test_the_day_of_publication_stands(tools: Tools) -> None:
    assert day_of_names(TALKS, date(2024, 1, 5), tools.actors) == date(2024, 1, 5)


def test_both_are_read_apart(tools: Tools) -> None:
    undated = replace(told(TALKS), published=Dating(why="nothing tells"))
    codes = {a.code for s in read(undated, tools).statements for a in (*s.actors, *s.recipients)}
    assert {"AFG.GOV", "AFG.REB/taliban"} <= codes
