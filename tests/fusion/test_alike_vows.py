"""Undertakings are compared only where they may come together, and come together as if all were compared with all."""

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from newsstand import page, told

from sarhad.fusion.alike_vows import Vow, alike, kept_apart, likenesses
from sarhad.fusion.linkage import attach, cluster

FLOOR = 0.5
(STATEMENT,) = page(
    "a", "2025-05-01", "River Post", told("Both agreed.", "AGREE", "PAK.GOV IRN.GOV")
).statements
WORDS = st.frozensets(
    st.sampled_from(["road", "salt", "ferry", "well", "fence", "lamp", "goat", "mill"]), max_size=5
)
VOWS = st.builds(
    lambda parties, words, more, subjects, day, toward: Vow(
        statement=STATEMENT,
        parties=parties,
        subjects=subjects,
        words=words,
        wider=words | more,
        published=date(2020, 1, 1) + timedelta(days=day) if day is not None else None,
        toward=toward,
        things={},
    ),
    st.frozensets(st.sampled_from(["PAK", "IRN", "AFG"]), min_size=1, max_size=3),
    WORDS,
    WORDS,
    st.frozensets(st.sampled_from(["railway", "markets", "water"]), max_size=2),
    st.none() | st.integers(0, 1500),
    st.frozensets(st.sampled_from(["TUR", "CHN"]), max_size=1),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(VOWS, max_size=14), st.integers(0, 14))
def test_what_is_never_compared_would_not_have_come_together(vows: list[Vow], sure: int) -> None:

    sure = min(sure, len(vows))
    every = {(i, j): s for i, j in combinations(range(len(vows)), 2) if (s := alike(vows[i], vows[j])) > 0}

    def apart(i: int, j: int) -> bool:
        return kept_apart(vows[i], vows[j])

    def together(table: dict[tuple[int, int], float]) -> list[list[int]]:
        firm = {pair: score for pair, score in table.items() if pair[1] < sure}
        return attach(cluster(sure, firm, FLOOR, apart=apart), len(vows), table, FLOOR, apart)

    assert together(likenesses(vows, FLOOR)) == together(every)
