"""The sample press: language, outlet, title, date and what is kept of each page."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest

from sarhad.knowledge.actors import load_actors
from sarhad.press.clean import clean
from sarhad.press.dating import propose, settle
from sarhad.press.intake import IntakeOptions, take_in
from sarhad.reading.dating_support import gather, office_windows
from sarhad.records import Document, Page
from sarhad.sample import sample_folder


@cache
def documents() -> dict[str, Document]:
    pages = take_in(
        [str(sample_folder())],
        options=IntakeOptions(),
        transport=None,
        clock=lambda: datetime(2027, 1, 1, tzinfo=UTC),
    )
    return {page.source.rpartition("/")[2][:2]: settled(page) for page in pages if isinstance(page, Page)}


def settled(page: Page) -> Document:
    document = clean(page)
    assert isinstance(document, Document)
    document = replace(document, published=propose(page, document))
    windows = office_windows(load_actors().windows(document.text))
    return replace(document, published=settle(document, gather(document, windows)))


@pytest.mark.parametrize(
    ("page", "told"), [("02", "en"), ("04", "en"), ("21", "en"), ("22", "fa"), ("23", "ur")]
)
def test_language(page: str, told: str) -> None:
    assert documents()[page].language == told


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("04", "2024-01-20"),  # the dateline bears out the date above the text
        ("05", "2024-04"),  # the masthead's clock is a trap
        ("07", "2024-04"),  # no date but "2 days ago"
        ("09", "2024-06-20"),  # "June 20", and a drive that began "last November"
        ("14", "2025"),  # the date printed is three years before the president took office
        ("18", "2025-10-18"),  # "October 18", after a truce of 48 hours
        ("22", "2025-12-15"),  # 24 Azar 1404
        ("25", "2025-07-29"),
    ],
)
def test_date(page: str, told: str) -> None:
    assert documents()[page].published.date == told


@pytest.mark.parametrize(
    ("page", "title", "publisher"),
    [
        ("02", "Seven foreign nationals killed in border village near Saravan", "Zahedan Morning"),
        ("06", None, "Khyber Lantern"),
        ("09", "At the Torkham gate, the line grows shorter but does not end", "Torkham Wire"),
        ("11", "Barmal counts its dead", "Hari Rud Post"),
        ("25", "Guns fall silent at midnight, and accusations follow at breakfast", "Tonle Bulletin"),
    ],
)
def test_title_and_outlet(page: str, title: str | None, publisher: str) -> None:
    document = documents()[page]
    assert document.publisher == publisher
    assert title is None or document.title == title


def test_what_pages_say_of_themselves_is_no_article() -> None:
    for document in documents().values():
        article = document.article()
        assert "Outlet invented" not in article
        assert "Home |" not in article
        assert "ADVERTISE" not in article


def test_the_whole_of_a_persian_article_is_kept() -> None:
    assert len(documents()["22"].passages) >= 6
