"""Copies, templates, stories and clusters, on texts alone."""

import gzip
import json
import os
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sarhad.fusion.duplicates import is_template, near_duplicates
from sarhad.fusion.linkage import NEVER, cluster
from sarhad.fusion.stories import StoryRow, stories
from sarhad.fusion.words import sentences

STORY = " ".join(
    f"The {n}th lorry of the day waited at the gate with a load of salt from mine number {n}."
    for n in range(30)
)
OTHER = " ".join(
    f"Herders led flock {n} over the pass before the snow closed road {n} for winter." for n in range(30)
)


def test_a_copy_and_an_excerpt_are_found_and_nothing_else() -> None:
    rows = [
        ("a", STORY),
        ("b", STORY + " Printed in River Post."),
        ("c", STORY[: len(STORY) * 2 // 3]),
        ("d", OTHER),
    ]
    links = near_duplicates(rows)
    assert [(k.a, k.b) for k in links] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert near_duplicates(rows[::-1]) == links


def test_bot_checks_and_paywalls_are_no_copies_of_each_other() -> None:
    wall = "Please enable JavaScript and cookies to continue. Checking your browser before you read on, this takes a moment."
    assert is_template(wall)
    assert near_duplicates([("a", wall), ("b", wall), ("c", wall)]) == []


def test_nothing_is_like_nothing() -> None:
    assert near_duplicates([]) == []
    assert near_duplicates([("a", ""), ("b", "")]) == []
    assert stories([]) == []


def test_two_tellings_of_one_fire_are_a_story_and_an_old_one_is_not() -> None:
    rows = [
        StoryRow(id="a", title="Fire at Spinwan salt mine kills three", text="Three miners died in a fire at the Spinwan salt mine.", published=date(2025, 5, 2)),
        StoryRow(id="b", title="Three dead in Spinwan mine blaze", text="A blaze in the Spinwan salt mine left three miners dead.", published=date(2025, 5, 3)),
        StoryRow(id="c", title="Fire at Spinwan salt mine kills three", text="Three miners died in a fire at the Spinwan salt mine.", published=date(2023, 1, 3)),
        StoryRow(id="d", title="Ferry service to resume", text="The river ferry runs again from Monday after repairs.", published=date(2025, 5, 2)),
    ]  # fmt: skip
    assert [s.documents for s in stories(rows)] == [("c",), ("a", "b"), ("d",)]
    assert stories(rows[::-1]) == stories(rows)


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda p: p[0] < p[1]),
        st.floats(0, 1) | st.just(NEVER),
    )
)
def test_clusters_part_everything_once_and_never_join_what_is_kept_apart(
    table: dict[tuple[int, int], float],
) -> None:
    groups = cluster(9, table, 0.5)
    assert sorted(i for g in groups for i in g) == list(range(9))
    together = {(a, b) for g in groups for a in g for b in g if a < b}
    assert not any(score == NEVER and pair in together for pair, score in table.items())


@given(st.text(max_size=300))
def test_sentences_stay_inside_the_text_and_in_order(text: str) -> None:
    spans = sentences(text)
    assert all(text[s.start : s.end].strip() for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_copies_in_the_real_press() -> None:
    """Recall 0.97 of sure pairs and precision 0.95 on the near-duplicate set of the data folder."""
    folder = os.environ.get("SARHAD_DATA")
    if not folder:
        pytest.skip("SARHAD_DATA is not set")
    root = Path(folder) / "gold" / "near_duplicates"
    with gzip.open(root / "documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [(r["id"], r["text"]) for r in map(json.loads, lines)]
    pairs = [json.loads(line) for line in (root / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
    sure = {frozenset((p["a"], p["b"])) for p in pairs if p["jaccard4"] >= 0.8}
    fair = {frozenset((p["a"], p["b"])) for p in pairs if p["jaccard4"] >= 0.5 or p["containment4"] >= 0.6}
    found = {frozenset((k.a, k.b)) for k in near_duplicates(rows)}
    assert len(found & sure) >= 0.97 * len(sure)
    assert len(found & fair) >= 0.95 * len(found)
