"""Figures: how a number told in words is understood."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sarhad.reading.tolls import number

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def words(n: int, joiner: str = " ") -> str:
    """`n` in English words; `joiner` stands between the hundreds and the rest (" " or " and ")."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")
    for size, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            head, rest = divmod(n, size)
            gap = joiner if size == 100 else " "
            return f"{words(head, joiner)} {name}" + (f"{gap}{words(rest, joiner)}" if rest else "")
    raise AssertionError(n)


@given(st.integers(0, 9_999_999), st.sampled_from([" ", " and "]))
@settings(max_examples=400, deadline=None)
def test_a_number_told_in_words_is_that_number(n: int, joiner: str) -> None:
    assert number(words(n, joiner)) == n


@given(st.integers(0, 9_999_999))
@settings(deadline=None)
def test_a_number_told_in_figures_is_that_number(n: int) -> None:
    assert number(str(n)) == number(f"{n:,}") == n


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("a hundred", 100),
        ("two dozen", 24),
        ("12 million", 12_000_000),
        ("2.5 million", 2_500_000),
        ("Seventy-Three", 73),
        ("many", None),
        ("", None),
    ],
)
def test_numbers_as_the_press_tells_them(told: str, meant: int | None) -> None:
    assert number(told) == meant
