"""The outlet's name: as the page says it, never a section's."""

import pytest

from sarhad.press.publisher import publisher_named


@pytest.mark.parametrize(
    ("text", "page_title", "url", "name"),
    [
        ("River Post\nFerry stops\n© River Post", "Ferry stops for the winter | River Post", None, "River Post"),
        ("RIVER POST\nA ferry sank.\n(c) River Post", None, None, "River Post"),
        ("River Wire\nKABUL, May 3 (River Wire) – A ferry sank.", None, None, "River Wire"),
        ("Top stories\nAfghanistan\nRiver Post Get the app\nAfghanistan", None, "https://riverpost.example/a", "River Post"),
        ("Business\nPrices rise\nBusiness", "Prices rise | Business", "https://riverpost.example/a", None),
        ("A ferry sank on Monday.", None, None, None),
    ],
)  # fmt: skip
def test_the_name_that_the_page_bears_out(
    text: str, page_title: str | None, url: str | None, name: str | None
) -> None:
    assert publisher_named(text, page_title=page_title, url=url) == name


def test_a_logo_in_the_only_h1_is_the_name_when_another_heading_is_the_headline() -> None:
    text = "River Post\nFerry stops for winter\nIt stopped."
    found = publisher_named(
        text,
        page_title="River Post: Ferry stops for winter",
        headlines=("Ferry stops for winter", "River Post"),
    )
    assert found == "River Post"
