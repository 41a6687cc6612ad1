"""What holds of every reading of times, whatever the text and the day of writing."""

import os
import re
import time
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sarhad.codebook import DatePrecision
from sarhad.reading.times import find_times

PIECES = st.sampled_from(
    [
        "on",
        "in",
        "since",
        "until",
        "from",
        "to",
        "and",
        "between",
        "11",
        "October",
        "Oct.",
        "31",
        "2024",
        "the",
        "last",
        "next",
        "this",
        "week",
        "month",
        "year",
        "Tuesday",
        "days",
        "two",
        "ago",
        "later",
        "earlier",
        "yesterday",
        "1990s",
        "quarter",
        "third",
        "spring",
        "early",
        "late",
        "mid-",
        "12:30",
        "p.m.",
        "every",
        "recent",
        "now",
        "of",
        ",",
        ".",
        "-",
        "was",
        "will",
        "FY2025-26",
        "1404",
        "Aban",
        "Ramadan",
        "night before",
        "same month last year",
        "https://a.b/2024/05/06",
        "15",
        "Pakistan",
        "in the morning",
    ]
)
TEXTS = st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=60)
ANCHORS = st.none() | st.dates()


@settings(max_examples=300, deadline=None)
@given(TEXTS, ANCHORS, st.sampled_from(DatePrecision))
def test_mentions_are_ordered_disjoint_substrings_with_sane_spans(
    text: str, anchor: date | None, precision: DatePrecision
) -> None:
    end = 0
    for mention in find_times(text, anchor, anchor_precision=precision):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert (mention.first is None) == (mention.last is None)
        assert mention.first is None or mention.last is None or mention.first <= mention.last
        assert mention.why
        assert (
            mention.first is None or mention.precision is not DatePrecision.UNKNOWN or mention.kind == "ref"
        )
        end = mention.end


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_the_value_and_the_days_say_the_same(text: str, anchor: date) -> None:
    """A day's value lies in its days; the days of a month or a year told whole begin in it."""
    for mention in find_times(text, anchor):
        value = mention.value or ""
        if mention.first is None or not re.fullmatch(r"\d{4}(-\d\d(-\d\d(T\w+)?)?)?", value):
            continue
        assert mention.last is not None
        if len(value) >= 10 and mention.kind == "day":
            assert mention.first.isoformat() == mention.last.isoformat() == value[:10]
        if len(value) == 7:
            assert mention.first.isoformat()[:7] == value


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.integers(1, 200))
def test_a_run_of_days_told_as_past_has_its_two_ends(anchor: date, length: int) -> None:
    """ "from 28 September to 3 October": the second end lies after the first, within a year, whatever the day of writing."""
    first = anchor - timedelta(days=length + 1)
    last = anchor - timedelta(days=1)
    if length < 2 or 29 in (first.day, last.day):
        return
    text = f"They fought from {first.day} {first:%B} to {last.day} {last:%B}."
    mention = find_times(text, anchor)[0]
    assert (mention.first, mention.last) == (first, last)


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.integers(-100, 100))
def test_a_weekday_beside_a_day_fixes_its_year(anchor: date, away: int) -> None:
    day = anchor + timedelta(days=away)
    if day.day == 29 and day.month == 2:
        return
    (mention,) = find_times(f"The bridge, {day:%A}, {day.day} {day:%B}.", anchor)
    assert mention.first == day


@given(st.dates(date(2001, 1, 1), date(2059, 12, 31)))
def test_a_web_address_tells_no_time(day: date) -> None:
    assert find_times(f"https://news.example/{day:%Y/%m/%d}/today and more", day) == ()


@given(
    st.dates(date(2000, 1, 1), date(2059, 12, 31)),
    st.sampled_from(["Pakistan", "India", "Iran", "Bangladesh"]),
)
def test_fiscal_years_follow_one_another(day: date, country: str) -> None:
    text = f"{country} grew in the last fiscal year, the current fiscal year and the next fiscal year."
    spans = [(m.first, m.last) for m in find_times(text, day)]
    assert spans[1][0] is not None
    assert spans[1][1] is not None
    assert spans[1][0] <= day <= spans[1][1]
    for (_, before), (after, _) in pairwise(spans):
        assert before is not None
        assert after is not None
        assert before + timedelta(days=1) == after


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), ANCHORS)
def test_a_full_date_means_itself_whatever_the_anchor(day: date, anchor: date | None) -> None:
    for written in (f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}", day.isoformat()):
        (mention,) = find_times(f"It ended on {written}.", anchor)
        assert (mention.first, mention.value) == (day, day.isoformat())


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)))
def test_a_weekday_lies_within_the_last_week(anchor: date) -> None:
    for name in ("Monday", "Thursday", "Sunday"):
        (mention,) = find_times(f"The convoy was hit on {name}.", anchor)
        assert mention.first is not None
        assert 0 <= (anchor - mention.first).days <= 6
        assert f"{mention.first:%A}" == name


def test_speed() -> None:
    text = (
        "The minister said on Tuesday that talks held in March, two years after the 2021 accord, had failed. "
        * 200
    )
    start = time.process_time()
    find_times(text, date(2025, 10, 22))
    # 2,700 sentences a second were measured; a tenth of that is the alarm
    assert 200 / (time.process_time() - start) > 200


@pytest.mark.skipif("SARHAD_DATA" not in os.environ, reason="SARHAD_DATA names no data folder")
def test_dates_of_real_statements() -> None:
    """Of the dates that coders gave in real articles, most are read to the day."""
    import json

    folder = Path(os.environ["SARHAD_DATA"]) / "gold" / "reading"
    right = total = 0
    for path in sorted(folder.glob("*.gold.json")):
        document = path.with_name(path.name.replace(".gold.", ".doc."))
        if not document.exists():
            continue
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = json.loads(document.read_text(encoding="utf-8"))["text"]
        published = gold["published"]["date"]
        if len(published) < 10:
            continue
        mentions = find_times(text, date.fromisoformat(published))
        for told in {
            (d["mention"], d["start"], d["end"]) for s in gold["statements"] if (d := s.get("date"))
        }:
            spans = {(str(m.first), str(m.last)) for m in mentions if m.text in told[0] or told[0] in m.text}
            right, total = right + ((told[1], told[2]) in spans), total + 1
    assert total > 80
    assert right / total > 0.6
