"""Times as the press of a border tells them, read on a Wednesday: 22 October 2025."""

from datetime import date

import pytest

from sarhad.codebook import DatePrecision
from sarhad.reading.times import RULES, TimeMention, find_times
from sarhad.reading.times_fiscal import whose
from sarhad.reading.times_lunar import lunar_day

WRITTEN = date(2025, 10, 22)


def told(text: str, anchor: date | None = WRITTEN) -> list[tuple[str, str | None]]:
    return [(m.text, m.value) for m in find_times(text, anchor)]


def days(text: str, anchor: date | None = WRITTEN) -> list[tuple[str, str]]:
    return [(str(m.first), str(m.last)) for m in find_times(text, anchor)]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The envoys meet in Doha on Friday.", "2025-10-24"),
        ("The delegation arrives in Kabul on Saturday.", "2025-10-25"),
        ("They said Monday will be a day off.", "2025-10-27"),
        ("The gate was closed due to clashes on Monday.", "2025-10-20"),
        ("The minister unveiled plans on Monday.", "2025-10-20"),
        ("The gate stays closed until further notice, guards said on Monday.", "2025-10-20"),
        ("Security was tightened ahead of Friday's vote.", "2025-10-24"),
        ("Elections were called for Sunday.", "2025-10-26"),
        ("The truce had been due to expire on Monday.", "2025-10-20"),
        ("They agreed to reopen the bazaar on November 14.", "2025-11-14"),
        ("The court ordered the driver to appear on December 3.", "2025-12-03"),
        ("The programme runs through November 26.", "2025-11-26"),
        ("They decided to send the convoy in December.", "2025-12"),
        ("The committee set a quota for November.", "2025-11"),
        ("By August, polls suggested that he would win.", "2025-08"),
        ("Talks were held last Tuesday.", "2025-10-14"),
        ("Talks were held last Friday.", "2025-10-17"),
        ("The shelling of Saturday, November 1 was heavy.", "2025-11-01"),
        ("The shelling of Friday, November 1 was heavy.", "2024-11-01"),
    ],
)
def test_the_clause_tells_the_direction(sentence: str, value: str) -> None:
    assert told(sentence)[0][1] == value


def test_a_day_without_its_year_read_in_january_is_of_the_year_before() -> None:
    assert told("The post was shelled on October 11.", date(2026, 1, 5)) == [("October 11", "2025-10-11")]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Mortars fell on October 11, 12 and 15.", ["2025-10-11", "2025-10-12", "2025-10-15"]),
        ("Mortars fell on 11 and 15 October.", ["2025-10-11", "2025-10-15"]),
        ("It may come in January and March 2026.", ["2026-01", "2026-03"]),
        ("The raids of December and January 2024 were worse.", ["2023-12", "2024-01"]),
        ("Last week they hit the post on Tuesday, then on Friday.", ["2025-W42", "2025-10-14", "2025-10-17"]),
        ("The raid of 5 March last year killed four.", ["2024-03-05"]),
        ("The raid of March 5, last year killed four.", ["2024-03-05"]),
        ("Two years ago this month a truce was signed.", ["2023-10"]),
        ("Exports of September rose from the same month last year.", ["2025-09", "2024-09"]),
        ("The raid came on 9 October. The night before, drones flew.", ["2025-10-09", "2025-10-08TNI"]),
        ("He fled in 1979. That February the exile returned.", ["1979", "1979-02"]),
        ("They patrol every Friday and each July.", ["XXXX-WXX-5", "XXXX-07"]),
        ("Shots were heard late on Monday.", ["2025-10-20"]),
        ("Trade fell in the past year.", ["P1Y"]),
        ("Trade fell in the last year.", ["P1Y"]),
        ("Trade fell in the past two quarters.", ["P2Q"]),
        ("The eight-month-old truce held.", ["P8M"]),
        ("Some tribes have lived there for two thousand years.", ["P2000Y"]),
        ("It ended about a week or so ago.", ["2025-W42"]),
        ("The deadline is 8 p.m. PKT on Friday.", ["2025-10-24T20:00"]),
    ],
)
def test_values(sentence: str, values: list[str]) -> None:
    assert [value for _, value in told(sentence)] == values


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("Fighting ran from November to March.", "2024-11-01", "2025-03-31"),
        ("Fighting ran from 28 September to 3 October.", "2025-09-28", "2025-10-03"),
        ("The clashes of 28 September – 3 October were heavy.", "2025-09-28", "2025-10-03"),
        ("The clashes of October 11-15 were heavy.", "2025-10-11", "2025-10-15"),
        ("The clashes between 9 and 12 October were heavy.", "2025-10-09", "2025-10-12"),
        ("On the night of 11-12 October the post was shelled.", "2025-10-11", "2025-10-12"),
        ("The road has been shut since Tuesday.", "2025-10-21", "2025-10-22"),
        ("It was quiet at the start of this year.", "2025-01-01", "2025-03-01"),
        ("Pakistan's exports rose in FY2025-26.", "2025-07-01", "2026-06-30"),
        ("Islamabad set it for the fiscal year 2024-25.", "2024-07-01", "2025-06-30"),
        ("Pakistan's exports fell in the last fiscal year.", "2024-07-01", "2025-06-30"),
        ("India's exports rose in FY26.", "2025-04-01", "2026-03-31"),
        ("Iran's budget of the fiscal year 2025-26 grew.", "2025-03-21", "2026-03-20"),
        ("Rials lost half in the Iranian year 1404.", "2025-03-21", "2026-03-20"),
        ("The levy was raised in Aban 1404.", "2025-10-23", "2025-11-21"),
        ("The jirga met on 27 Rabi al-Thani 1447.", "2025-10-19", "2025-10-21"),
        ("Lorries were held up during Ramadan.", "2025-02-28", "2025-03-30"),
        ("The truce will hold until Eid-ul-Azha.", "2026-05-26", "2026-05-30"),
    ],
)
def test_days(sentence: str, first: str, last: str) -> None:
    assert days(sentence)[0] == (first, last)


def test_days_counted_from_a_month_stay_open() -> None:
    """A day after "in March" is not 2 March."""
    for text in (
        "In March the post fell. Two days later the army came.",
        "Late last month it fell, the next day it rose.",
    ):
        assert days(text)[1] == ("None", "None")


@pytest.mark.parametrize(
    "sentence",
    [
        "See https://news.example/2025/10/11/the-week-that-was for more.",
        "The Good Friday agreement is a model.",
        "Jan Kowalski of the mission spoke.",
        "The quarter-finals begin.",
        "Perhaps two thousand, or more, were displaced.",
        "He is 52 years old.",
        "A four-month-old girl was hurt.",
        "The final drive ratio is 11:59:1 here.",
        "Tariq Ramadan and Ramzan Kadyrov spoke.",
        "Bank FY is a name, and 1404 lorries waited.",
    ],
)
def test_no_times(sentence: str) -> None:
    assert told(sentence) == []


def test_a_linked_word_keeps_its_place_and_the_address_says_nothing() -> None:
    text = "The gate [shut on Monday](https://news.example/2024/05/06/will-open-today) again."
    (mention,) = find_times(text, WRITTEN)
    assert (mention.text, mention.value) == ("Monday", "2025-10-20")


def test_dates_in_figures_follow_the_habit_of_the_text() -> None:
    assert told("Posted 10/25/2025. It fell on 03/04/2025.", date(2025, 10, 26))[1][1] == "2025-03-04"
    assert told("Posted 25/10/2025. It fell on 03/04/2025.", date(2025, 10, 26))[1][1] == "2025-04-03"


def test_a_fiscal_year_of_nobody_has_a_value_and_no_days() -> None:
    (mention,) = find_times("Output grew in FY2025-26.", WRITTEN)
    assert (mention.value, mention.first) == ("FY2026", None)
    assert "whose" in mention.why


def test_whose_fiscal_year_is_left_open_when_two_countries_are_named_as_often() -> None:
    assert whose("Pakistan and India trade.") is None
    assert whose("Pakistan and India trade; Pakistan gains.") == "pakistan"


@pytest.mark.parametrize(
    ("lunar", "day"),
    [((1447, 1, 1), date(2025, 6, 27)), ((1446, 9, 1), date(2025, 3, 1)), ((1, 1, 1), date(622, 7, 19))],
)
def test_lunar_days(lunar: tuple[int, int, int], day: date) -> None:
    assert lunar_day(*lunar) == day


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("It was signed on 10 March 2023.", "told in full"),
        ("It was signed on Tuesday.", "counted from publication: the last one before it"),
        ("It will be signed on Friday.", "counted from publication: told as to come"),
        ("It was signed today.", "counted from publication: that day"),
        ("It lasted three days.", "a length of time: its days are not told"),
        ("They meet every Friday.", "told as returning: no single days"),
        ("It came recently.", "told vaguely: nothing fixes its days"),
    ],
)
def test_why(sentence: str, why: str) -> None:
    (mention,) = find_times(sentence, WRITTEN)
    assert mention.why == why


def test_why_says_when_the_date_of_publication_is_missing() -> None:
    (mention,) = find_times("It was signed on Tuesday.", None)
    assert "unknown" in mention.why


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [r.name for r in RULES]
    assert len(names) == len(set(names))


def _grain(mention: TimeMention) -> DatePrecision:
    return mention.precision


def test_what_has_days_has_a_precision() -> None:
    text = "In 2013, in March, last week, on Tuesday, in the third quarter, during Ramadan and in FY26 Pakistan traded."
    assert all(_grain(m) is not DatePrecision.UNKNOWN for m in find_times(text, WRITTEN) if m.first)
