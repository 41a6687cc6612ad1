"""One date string, in the many forms that pages write."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sarhad.codebook import DatePrecision
from sarhad.press.dating_parse import Refused, Stamp, parse_stamp

CRAWLED = date(2026, 5, 20)


def read(text: str, crawl: date | None = None) -> Stamp:
    stamp = parse_stamp(text, crawl=crawl)
    assert isinstance(stamp, Stamp), stamp
    return stamp


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-04-10T16:13:25.000Z", "2026-04-10"),
        ("2020-09-15T10:01:41+02:00", "2020-09-15"),
        ("20200414T00:38:07Z", "2020-04-14"),
        ("16 Aug 2024", "2024-08-16"),
        ("Jul 17, 2024", "2024-07-17"),
        ("August 18th, 2023", "2023-08-18"),
        ("Mon, 26 January 2026", "2026-01-26"),
        ("Tue, 10 Oct 2023 08:30:00 GMT", "2023-10-10"),
        ("4:20 AM EDT, Mon October 23, 2023", "2023-10-23"),
        ("Published: 2023/5/6", "2023-05-06"),
        ("23/09/2024", "2024-09-23"),
        ("18-Oct (2023)", "2023-10-18"),
        ("1697000000", "2023-10-11"),
    ],
)
def test_a_day(text: str, day: str) -> None:
    stamp = read(text)
    assert (stamp.start.isoformat(), stamp.precision) == (day, DatePrecision.DAY)


@pytest.mark.parametrize(
    ("text", "start", "precision"),
    [
        ("4 days ago", date(2026, 5, 16), DatePrecision.DAY),
        ("17 hrs ago", date(2026, 5, 20), DatePrecision.DAY),
        ("yesterday", date(2026, 5, 19), DatePrecision.DAY),
        ("3 months ago", date(2026, 2, 1), DatePrecision.MONTH),
        ("6 YEARS AGO", date(2020, 1, 1), DatePrecision.YEAR),
    ],
)
def test_a_relative_date_counts_from_the_crawl_at_its_own_precision(
    text: str, start: date, precision: DatePrecision
) -> None:
    stamp = read(text, CRAWLED)
    assert (stamp.start, stamp.precision, stamp.relative) == (start, precision, True)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("6 YEARS AGO", "crawl"),
        ("None", "no date"),
        ("", "no date"),
        ("9999-12-31", "9999"),
        ("October 1", "without its year"),
        ("99/99/2024", "no date"),
    ],
)
def test_what_gives_no_date_is_refused_with_the_reason(text: str, why: str) -> None:
    refused = parse_stamp(text)
    assert isinstance(refused, Refused)
    assert why in refused.why


def test_a_date_after_the_crawl_is_refused() -> None:
    refused = parse_stamp("2026-06-30", crawl=CRAWLED)
    assert isinstance(refused, Refused)
    assert "fetched" in refused.why


def test_months_and_years_keep_their_precision() -> None:
    assert read("December 2025").precision is DatePrecision.MONTH
    assert read("2023").precision is DatePrecision.YEAR


def test_an_update_says_so() -> None:
    assert read("Last update 8 Sep 2024").updated


@given(st.text(max_size=80), st.none() | st.dates())
def test_any_string_gives_a_stamp_or_a_reason(text: str, crawl: date | None) -> None:
    stamp = parse_stamp(text, crawl=crawl)
    assert isinstance(stamp, Refused) or stamp.start <= stamp.end
