"""Families and stories that grow: whatever the order of arrival, the result is that of having all documents at hand."""

import time
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations
from random import Random

from arrivals import DAY, document, telling
from hypothesis import given, settings
from hypothesis import strategies as st

from sarhad.codebook import Relation
from sarhad.fusion.credits import credited
from sarhad.fusion.families import families, relate, relation
from sarhad.fusion.kinship import KinShelves, meet
from sarhad.fusion.stories import StoryRow, stories, story_mark, story_row
from sarhad.fusion.storylines import Shelves, join, leave, told
from sarhad.fusion.tellings import prepare
from sarhad.records import Document, Link


def grown(documents: Sequence[Document]) -> tuple[list[tuple[str, ...]], list[Link]]:
    shelves, kin, links = Shelves(), KinShelves(), list[Link]()
    for d in documents:
        join(shelves, story_mark(story_row(d)))
        links += meet(kin, prepare(d))
    return told(shelves), sorted(links, key=lambda k: (k.a, k.b))


SEEDS = st.lists(st.integers(0, 400), min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(SEEDS, st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_families_and_stories(seeds: list[int], dice: Random) -> None:
    documents = [telling(n, seed) for n, seed in enumerate(seeds)]
    whole = [s.documents for s in stories(map(story_row, documents))]
    links = relate(documents)
    dice.shuffle(documents)
    assert grown(documents) == (whole, links)


@settings(max_examples=60, deadline=None)
@given(SEEDS, st.data())
def test_who_leaves_leaves_no_trace(seeds: list[int], data: st.DataObject) -> None:
    marks = [story_mark(story_row(telling(n, seed))) for n, seed in enumerate(seeds)]
    gone = data.draw(st.sets(st.sampled_from([m.id for m in marks])))
    shelves, never = Shelves(), Shelves()
    for m in marks:
        join(shelves, m)
    for name in sorted(gone, reverse=True):
        leave(shelves, name)
    for m in marks:
        if m.id not in gone:
            join(never, m)
    assert told(shelves) == told(never)


@settings(max_examples=30, deadline=None)
@given(SEEDS)
def test_all_that_comparing_all_with_all_finds_is_found(seeds: list[int]) -> None:
    tellings = [prepare(telling(n, seed)) for n, seed in enumerate(seeds)]
    every = [k for a, b in combinations(tellings, 2) if (k := relation(a, b)) is not None]
    found = relate([t.document for t in tellings])
    assert sorted(found, key=str) == sorted(every, key=str)


def test_a_story_keeps_its_founder_as_it_grows_and_a_page_that_comes_late_may_found_it() -> None:
    first = StoryRow(
        id="a", title="Ferry sinks at Marghuz", text="A ferry sank at Marghuz.", published=date(2025, 5, 2)
    )
    second = StoryRow(
        id="b",
        title="Marghuz ferry sinking: six missing",
        text="Six are missing after the ferry sank at Marghuz.",
        published=date(2025, 5, 3),
    )
    late = StoryRow(
        id="c",
        title="Ferry sinks off Marghuz pier",
        text="The ferry sank off the Marghuz pier.",
        published=date(2025, 5, 1),
    )
    shelves = Shelves()
    assert join(shelves, story_mark(first)) == {"a": "a"}
    assert join(shelves, story_mark(second)) == {"b": "a"}
    assert join(shelves, story_mark(late)) == {"c": "c", "a": "c", "b": "c"}
    assert told(shelves) == [("c", "a", "b")]
    assert join(shelves, story_mark(late)) == {}


POINTS = (
    "Guards at the Torwarsk post opened fire on a convoy of salt lorries on Tuesday.",
    "Two drivers died and a third was taken to the hospital in Qashlaq.",
    "Governor Ilyas ordered an inquiry and closed the road over the pass.",
    "The ferry guild called the shooting an outrage and stopped all crossings.",
    "Herders on both banks have waited for the market to reopen since March.",
)  # fmt: skip
EDITED = (
    "Guards opened fire on a convoy of salt lorries at the Torwarsk post, killing two drivers.",
    "A third driver is in the hospital in Qashlaq.",
    "The road over the pass was closed by Governor Ilyas, who wants an inquiry.",
    "All crossings were stopped by the ferry guild, which spoke of an outrage.",
)


def test_two_papers_that_credit_one_agency_are_one_witness() -> None:
    a = document("a", "QASHLAQ, May 1 (Reuters) - " + " ".join(POINTS), outlet="River Post")
    b = document("b", " ".join(EDITED) + "\nReuters", outlet="Hill Times")
    plain = document("c", " ".join(EDITED[:3]), outlet="Valley News")
    assert credited(a) == credited(b) == {"Reuters"}
    assert credited(document("d", "A driver told Reuters that he saw the guards.")) == frozenset()
    assert [f.documents for f in families([a, b], relate([a, b]))] == [("a", "b")]
    assert all(k.shared for k in relate([a, b, plain]))


def test_a_wall_before_the_text_makes_no_family_however_often_it_comes() -> None:
    wall = "Please enable cookies to continue reading. Already a subscriber? Log in to continue. Guards opened fire at Torwarsk."
    walls = [document(f"w{n}", wall, outlet=f"Paper {n}") for n in range(5)]
    assert relate(walls) == []
    assert len(families(walls, [])) == 5


def test_each_of_the_four_relations_shows_what_it_rests_on() -> None:
    base = document("a", " ".join(POINTS), outlet="River Post")
    copy = document("b", " ".join(POINTS) + " Printed in Hill Times.", outlet="Hill Times")
    reworded = document(
        "c",
        " ".join(EDITED) + " Since March herders of both banks wait for the market to open again.",
        outlet="Valley News",
    )
    later = document(
        "d",
        "The inquiry ordered by Governor Ilyas into the shooting of salt lorry drivers at the Torwarsk post has begun. "
        "Guards who opened fire on the convoy were heard in Qashlaq. The pass stays closed. The ferry guild keeps crossings stopped.",
        DAY + timedelta(days=2),
        outlet="River Post",
    )
    links = {(k.a, k.b): k for k in relate([base, copy, reworded, later])}
    assert links["a", "b"].relation is Relation.DUPLICATE
    assert links["a", "c"].relation is Relation.REWRITE
    assert links["a", "d"].relation is Relation.UPDATE
    assert all(k.shared and k.why for k in links.values())


def test_the_issues_of_a_series_are_stories_of_their_own() -> None:
    def told(titles: list[str], text: str) -> list[tuple[str, ...]]:
        rows = [StoryRow(id=f"r{n}", title=t, text=text, published=DAY + timedelta(days=n), publisher="River Post")
                for n, t in enumerate(titles)]  # fmt: skip
        return [s.documents for s in stories(rows)]

    days = ["Salt price at Qashlaq today, 5 May 2025", "Salt price at Qashlaq today, 06 May 2025"]
    text = "Salt at the market of Qashlaq is weighed every morning by the guild, which tells the price of a sack."
    assert told(days, text) == [("r0",), ("r1",)]
    assert told([f"Marghuz riddle hints #{n}" for n in (1204, 1205)], text) == [("r0",), ("r1",)]
    assert told(["Marghuz ferry sinks on May 5", "Marghuz ferry: what is known of May 5"], text) == [
        ("r0", "r1")
    ]
    a = document("a", text, title=days[0], outlet="River Post")
    b = document("b", text, title=days[1], outlet="River Post")
    assert relate([a, b]) == []
    assert (
        relate([a, document("b", text, title=days[1], outlet="Hill Times")])[0].relation is Relation.DUPLICATE
    )


def test_a_link_under_standing_words_is_no_text() -> None:
    titles = ["Ferry sinks at Marghuz", "Herders of Spinwan sign grazing pact", "Torwarsk bridge reopens"]
    rows = [StoryRow(id=t, title=t, text=f"Pelna wersja strony https://post.example/{t[:5]}/0{n}", published=DAY)
            for n, t in enumerate(titles)]  # fmt: skip
    assert len(stories(rows)) == 3


def test_joining_does_not_grow_with_the_record() -> None:
    """The two thousandth page costs what the five hundredth did; a generous bound, since clocks of shared machines jump."""
    shelves, kin = Shelves(), KinShelves()
    spent = []
    for n in range(2000):
        d = telling(n, n)
        d = document(
            d.id,
            d.text + f" Notice {n * 7919 % 10007}.",
            DAY + timedelta(days=n // 4),
            d.title or "",
            d.publisher,
        )
        start = time.process_time()
        join(shelves, story_mark(story_row(d)))
        meet(kin, prepare(d))
        spent.append(time.process_time() - start)
    assert sum(spent[1500:]) < 3 * sum(spent[250:750])
