"""Where sentences end: before any parse, so that a sentence printed twice is read once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sarhad.reading.sentences import sentences


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ('"We hit them," he said. "They fled." Nobody saw it.', ['"We hit them," he said.', '"They fled."', "Nobody saw it."]),
        ("Brig. Gen. Omar met Lt. Col. Sattar on Jan. 5.", ["Brig. Gen. Omar met Lt. Col. Sattar on Jan. 5."]),
        ("The U.S. army left at 5 p.m. on Monday.", ["The U.S. army left at 5 p.m. on Monday."]),
        ("Twelve died? Nobody knows! The search goes on.", ["Twelve died?", "Nobody knows!", "The search goes on."]),
        ("", []),
    ],
)  # fmt: skip
def test_a_text_is_cut_where_a_reader_would(text: str, told: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == told


@given(st.text(alphabet='ab AB.?!"”’ \n(12', max_size=80))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    ranges = sentences(text)
    assert "".join("".join(text[a:b].split()) for a, b in ranges) == "".join(text.split())
    assert all(a < b for a, b in ranges)
    assert all(x[1] <= y[0] for x, y in zip(ranges, ranges[1:], strict=False))
