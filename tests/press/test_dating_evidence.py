"""What else bears on a date: pages linked to, updates, menus of one label a line, holders of earlier years."""

from dataclasses import replace
from datetime import UTC, date, datetime

from sarhad.codebook import DatePrecision
from sarhad.knowledge.dating_support import OfficeWindow
from sarhad.press.dating import propose, settle
from sarhad.reading.dating_support import gather
from sarhad.records import Claims, Dating, Document, Page, Span

STORY = "Envoys of both sides met on Tuesday and agreed to open the crossing."
LONG = " The lorries had waited for days in the cold, and traders on both sides spoke of losses that none will make good."


def _settled(text: str, windows: tuple[OfficeWindow, ...] = (), fetched: datetime | None = None) -> Dating:
    page = Page(
        body=text.encode(), source="sample", media_type="text/plain", claims=Claims(), fetched_at=fetched
    )
    spans, at = [], 0
    for part in text.split("\n\n"):
        spans.append(Span(start=at, end=at + len(part)))
        at += len(part) + 2
    document = Document(id="d1", page_sha256=page.sha256, text=text, source="sample", passages=tuple(spans))
    document = replace(document, published=propose(page, document))
    return settle(document, gather(document, windows))


def _linked(day: str) -> str:
    return f"The [raid](https://tidings.example/{day}/raid) was told before."


def test_an_article_is_of_the_month_of_the_pages_its_sentences_link_to() -> None:
    dating = _settled(
        f"{_linked('2025/10/12')} The [answer](https://tidings.example/2025/10/14/a) came soon.{LONG}"
    )
    assert dating.date == "2025-10"
    assert "2025-10-14" in dating.why


def test_a_header_older_than_a_page_linked_to_loses() -> None:
    dating = _settled(f"May 3, 2023\n\n{_linked('2025/10/12')}{LONG}")
    assert dating.start is None or dating.start.year == 2025
    assert any("links to a page" in c.why for c in dating.conflicts)


def test_links_in_a_list_say_nothing_of_the_article() -> None:
    text = f"May 3, 2023\n\n{STORY}{LONG}\n\n[More](https://tidings.example/2025/10/12/raid)"
    assert _settled(text).date == "2023-05-03"


def test_a_line_that_tells_only_an_update_gives_its_month() -> None:
    dating = _settled(f"{STORY}{LONG}\n\nLast updated: October 19, 2025")
    assert (dating.date, dating.precision) == ("2025-10", DatePrecision.MONTH)
    assert "update" in dating.why


def test_an_update_within_days_of_a_day_told_is_the_day() -> None:
    dating = _settled(f"{STORY} Shells had fallen on October 18.{LONG}\n\nLast updated: October 19, 2025")
    assert dating.date == "2025-10-19"


def test_a_date_above_a_menu_of_one_label_a_line_is_the_crawls() -> None:
    text = f"Friday, May 17, 2024\n\nHome\n\nWorld\n\nLetters\n\nEnvoys meet at the river again\n\n{STORY}"
    assert _settled(text).date is None


def test_a_bare_weekday_and_date_of_the_day_of_the_fetch_is_the_crawls() -> None:
    text = f"Friday, May 17, 2024\n\nEnvoys meet at the river again\n\n{STORY}"
    assert _settled(text, fetched=datetime(2024, 5, 17, 9, tzinfo=UTC)).date is None
    assert _settled(text, fetched=datetime(2024, 5, 19, 9, tzinfo=UTC)).date == "2024-05-17"


def _office(why: str, start: date, end: date) -> OfficeWindow:
    return OfficeWindow(start=start, end=end, why=why, span=Span(start=0, end=5))


NOW = _office("A. Example as president", date(2022, 3, 1), date(9999, 12, 31))
THEN = _office("B. Example as president", date(1977, 1, 20), date(1981, 1, 19))
BEFORE = _office("C. Example as minister", date(1992, 7, 13), date(1995, 11, 4))


def test_holders_of_earlier_years_are_background_beside_one_in_office() -> None:
    assert _settled(f"October 13, 2023\n\n{STORY}", (NOW, THEN, BEFORE)).date == "2023-10-13"


def test_one_holder_of_earlier_years_does_not_shake_a_header_two_do() -> None:
    assert _settled(f"October 13, 2023\n\n{STORY}", (THEN,)).date == "2023-10-13"
    assert _settled(f"October 13, 2023\n\n{STORY}", (THEN, BEFORE)).date != "2023-10-13"


def test_days_told_without_a_year_long_before_a_header_speak_against_it() -> None:
    text = f"January 10, 2024\n\n{STORY} Mortars fell on March 14 and again on March 17."
    assert any("without a year" in c.why for c in _settled(text).conflicts)
    near = f"March 20, 2024\n\n{STORY} Mortars fell on March 14 and again on March 17."
    assert _settled(near).date == "2024-03-20"


def test_a_year_told_alone_dates_nothing() -> None:
    """A president in office since early 2025 and "2025" fit the next year as well."""
    president = _office("D. Example as president", date(2025, 1, 20), date(9999, 12, 31))
    assert _settled(f"{STORY} The plan of 2025 failed.{LONG}", (president,)).date is None
