"""What holds of every reading of times, whatever the text and the day of writing."""

import os
import time
from datetime import date
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
        end = mention.end


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
