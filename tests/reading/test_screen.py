"""The screen: a page that names nothing of a border is not read for it, and says so; one that may tell of it is."""

from pathlib import Path

import pytest

from sarhad.errors import WrongUse
from sarhad.knowledge.theatres import load_theatre
from sarhad.library import open_record
from sarhad.pipeline import read_page
from sarhad.press.rows import row_page
from sarhad.records import Page, Reading

BAKERY = "A bakery in Lyon has won the regional prize for bread. Its owner thanked the jury and said the oven was old."
BORDER = "Thai soldiers shelled a Cambodian village on Sunday, officials in Phnom Penh said."
ALONE = "The Thai parliament passed the budget on Monday after a debate of two days."
ARMED = "Gunmen attacked a police post in the Thai province of Yala on Monday and killed two officers."
BY_PLACES = "Shells fell on Aranyaprathet on Sunday, and on Poipet an hour later; three people were killed."


def _read(text: str, name: str = "thailand-cambodia") -> Reading:
    page = row_page({"id": "a", "text": text, "date": "2025-07-28"}, "test", None)
    assert isinstance(page, Page)
    reading = read_page(page, screen=load_theatre(name))
    assert isinstance(reading, Reading)
    return reading


def test_what_names_nothing_of_the_border_is_not_read_and_says_so() -> None:
    reading = _read(BAKERY)
    assert not reading.statements
    assert reading.unread == "screened out: it names no side and no group of Thailand and Cambodia"
    assert not reading.silent
    assert not reading.unknown


def test_the_home_affairs_of_one_side_are_none_of_the_borders_matter() -> None:
    assert (
        _read(ALONE).unread
        == "screened out: it names only one side and no armed people of Thailand and Cambodia"
    )


@pytest.mark.parametrize("text", [BORDER, ARMED, BY_PLACES])
def test_both_sides_armed_people_or_places_of_both_are_read(text: str) -> None:
    assert not (_read(text).unread or "").startswith("screened")


def test_a_named_group_is_enough() -> None:
    text = "Hezbollah said on Monday that its next congress would be held in spring, and thanked its members."
    assert not (_read(text, "israel-lebanon").unread or "").startswith("screened")


def test_a_screened_page_is_kept_counted_apart_and_read_later_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BAKERY)
    (tmp_path / "b.txt").write_text(BORDER)
    with open_record(tmp_path / "r.db") as opened:
        told = opened.add(tmp_path / "a.txt", tmp_path / "b.txt", theatre="thailand-cambodia", screen=True)
        assert [o.what for o in told] == ["screened", "kept"]
        again = opened.add(tmp_path / "a.txt", again=True)
        assert [o.what for o in again] == ["kept"]
        assert len(opened.documents()) == 2


def test_a_screen_needs_a_theatre(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db") as opened, pytest.raises(WrongUse, match="theatre"):
        opened.add(tmp_path, screen=True)
