"""What a time told in a sentence means, read on a Wednesday: 22 October 2025."""

from datetime import date

import pytest

from sarhad.codebook import DatePrecision
from sarhad.knowledge.solar import gregorian
from sarhad.reading.times import TimeMention, find_times

WRITTEN = date(2025, 10, 22)


def only(text: str, anchor: date | None = WRITTEN) -> TimeMention:
    found = find_times(text, anchor)
    assert len(found) == 1, [m.text for m in found]
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "text", "value"),
    [
        ("The envoys met on 11 October 2025 in Doha.", "11 October 2025", "2025-10-11"),
        ("The accord was signed on March 10, 2023.", "March 10, 2023", "2023-03-10"),
        ("Sunday, 12th of October 2025, was quiet.", "Sunday, 12th of October 2025", "2025-10-12"),
        ("Shelling was reported on October 11.", "October 11", "2025-10-11"),
        ("The raid of Dec. 24 killed four.", "Dec. 24", "2024-12-24"),
        ("Talks will resume on November 3.", "November 3", "2025-11-03"),
        ("The crossing reopened on Tuesday.", "Tuesday", "2025-10-21"),
        ("The crossing was closed on Wednesday.", "Wednesday", "2025-10-22"),
        ("The crossing will reopen on Friday.", "Friday", "2025-10-24"),
        ("The crossing was shut last Wednesday.", "last Wednesday", "2025-10-15"),
        ("Shots were fired on Monday night.", "Monday night", "2025-10-20TNI"),
        ("The minister arrived yesterday.", "yesterday", "2025-10-21"),
        ("The minister arrives tomorrow.", "tomorrow", "2025-10-23"),
        ("Trade fell last month.", "last month", "2025-09"),
        ("Trade fell last year.", "last year", "2024"),
        ("Trade fell last week.", "last week", "2025-W42"),
        ("They clashed in March.", "March", "2025-03"),
        ("They clashed in November.", "November", "2024-11"),
        ("They clashed last November.", "last November", "2024-11"),
        ("The drive began in November last year.", "November last year", "2024-11"),
        ("The drive began in mid-October.", "mid-October", "2025-10"),
        ("The drive began in late April 2024.", "late April 2024", "2024-04"),
        ("The pipeline was launched in 2013.", "2013", "2013"),
        ("The region was calm in the 1990s.", "the 1990s", "199"),
        ("The pledge was made two weeks ago.", "two weeks ago", "2025-W41"),
        ("The pledge was made three days ago.", "three days ago", "2025-10-19"),
        ("The pledge was made six years ago.", "six years ago", "2019"),
        ("Exports fell in the third quarter.", "the third quarter", "2025-Q3"),
        ("Exports fell in the first half of 2024.", "the first half of 2024", "2024-H1"),
        ("Fighting flared last summer.", "last summer", "2025-SU"),
        ("Attacks have risen in recent years.", "recent years", "PXY"),
        ("The siege lasted three days.", "three days", "P3D"),
        ("They patrol the border daily.", "daily", "P1D"),
        ("The gate is now closed.", "now", "PRESENT_REF"),
        ("The blast was heard at 8:30pm on Tuesday.", "8:30pm on Tuesday", "2025-10-21T20:30"),
        ("The order of 2025-10-19 stands.", "2025-10-19", "2025-10-19"),
        ("On Febuary 11 the shelling began.", "Febuary 11", "2025-02-11"),
    ],
)
def test_value(sentence: str, text: str, value: str) -> None:
    mention = only(sentence)
    assert (mention.text, mention.value) == (text, value)


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("Gunfire was heard overnight.", "2025-10-21", "2025-10-22"),
        ("The pass has been closed since Monday.", "2025-10-20", "2025-10-22"),
        ("The pass has been closed since 2021.", "2021-01-01", "2025-10-22"),
        ("The sides met from 18 to 19 October in Doha.", "2025-10-18", "2025-10-19"),
        ("The sides met on October 18-19.", "2025-10-18", "2025-10-19"),
        ("Raids doubled earlier this month.", "2025-10-01", "2025-10-21"),
        ("Raids doubled this year.", "2025-01-01", "2025-10-22"),
        ("Raids doubled in the past two weeks.", "2025-10-08", "2025-10-22"),
        ("It fell at the end of May.", "2025-05-25", "2025-05-31"),
        ("It began at the beginning of the week.", "2025-10-19", "2025-10-21"),
    ],
)
def test_days(sentence: str, first: str, last: str) -> None:
    mention = find_times(sentence, WRITTEN)[0]
    assert (str(mention.first), str(mention.last)) == (first, last)


def test_a_named_day_is_the_nearest_past_one_although_its_return_is_near() -> None:
    mention = only("The war followed the attack of 7 October.", date(2024, 10, 2))
    assert mention.first == date(2023, 10, 7)


def test_the_next_day_hangs_on_the_day_told_before() -> None:
    text = "Jets struck on 16 January 2024. Two days later the other side answered. The next day both paused."
    assert [m.value for m in find_times(text, WRITTEN)] == ["2024-01-16", "2024-01-18", "2024-01-19"]


def test_since_then_runs_from_the_time_told_before_to_the_day_of_writing() -> None:
    text = "The gate was shut on 12 October. Since then no lorry has passed."
    assert (find_times(text, WRITTEN)[1].first, find_times(text, WRITTEN)[1].last) == (
        date(2025, 10, 12),
        WRITTEN,
    )


def test_a_solar_hijri_date_with_its_year_is_the_same_day_as_the_gregorian_beside_it() -> None:
    solar, other = find_times("The gate was shut on 7 Aban 1404 (29 October 2025).", WRITTEN)
    assert solar.first == other.first == date(2025, 10, 29)


@pytest.mark.parametrize(
    ("solar", "day"),
    [
        ((1400, 1, 1), date(2021, 3, 21)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1358, 1, 12), date(1979, 4, 1)),
    ],
)
def test_solar_hijri_days(solar: tuple[int, int, int], day: date) -> None:
    assert gregorian(*solar) == day


def test_a_numbered_day_is_of_the_month_told_before() -> None:
    text = "It began on the 11th of September. On the 15th, a truce was agreed."
    assert find_times(text, WRITTEN)[1].first == date(2025, 9, 15)


def test_two_days_joined_by_and_are_no_span_unless_between() -> None:
    first, second = find_times("Mortars fell on October 11 and 15.", WRITTEN)
    assert (first.last, second.first) == (date(2025, 10, 11), date(2025, 10, 15))
    assert only("Mortars fell between October 11 and 15.").last == date(2025, 10, 15)


def test_tuesday_and_wednesday_span_both_days() -> None:
    first, second = find_times("Mortars fell on Monday and Tuesday.", WRITTEN)
    assert (first.first, first.last) == (date(2025, 10, 20), date(2025, 10, 21))
    assert second.first == date(2025, 10, 21)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Shelling was reported on October 11.", "XXXX-10-11"),
        ("Shelling was reported on Tuesday.", "XXXX-WXX-2"),
        ("Shelling was reported in March.", "XXXX-03"),
        ("Shelling was reported last November.", "XXXX-11"),
    ],
)
def test_without_an_anchor_no_day_is_guessed(sentence: str, value: str) -> None:
    mention = only(sentence, None)
    assert (mention.value, mention.first) == (value, None)


def test_without_an_anchor_a_full_date_still_has_its_day() -> None:
    assert only("The truce of 19 October 2025 held.", None).first == date(2025, 10, 19)


def test_an_anchor_known_to_the_month_gives_today_the_month() -> None:
    (mention,) = find_times("Envoys meet today.", date(2024, 1, 31), anchor_precision=DatePrecision.MONTH)
    assert (mention.first, mention.last, mention.precision) == (
        date(2024, 1, 1),
        date(2024, 1, 31),
        DatePrecision.MONTH,
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "At least 2000 people fled.",
        "The troops may march on the town.",
        "A 45-year-old driver was held.",
        "More than a quarter of the trade is smuggled.",
        "Sun and Sat are names here.",
        "The road is 1,959 km long.",
    ],
)
def test_what_is_no_time(sentence: str) -> None:
    assert find_times(sentence, WRITTEN) == ()


@pytest.mark.parametrize(
    "text", ["", "31 February 2025", "99/99/2025", "0000-00-00", "İstanbul, October 11", "9999-12-31"]
)
def test_odd_input_never_fails(text: str) -> None:
    for mention in find_times(text, date.max):
        assert text[mention.start : mention.end] == mention.text
