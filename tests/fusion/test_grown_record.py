"""A record's families and stories grow page by page, and are those of all its documents at once."""

from dataclasses import replace
from pathlib import Path
from random import Random

from arrivals import telling
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sarhad.fusion.families import relate
from sarhad.fusion.stories import stories, story_row
from sarhad.growing import grow, joining
from sarhad.record import open_record
from sarhad.records import Document


def whole(documents: list[Document]) -> tuple[object, object]:
    return relate(documents), stories(map(story_row, documents))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 60), min_size=1, max_size=25), st.randoms(use_true_random=False))
def test_a_record_opened_for_each_page_comes_to_what_all_pages_at_once_come_to(
    tmp_path_factory: object, seeds: list[int], dice: Random
) -> None:
    documents = [telling(n, seed) for n, seed in enumerate(seeds)]
    path = Path(tmp_path_factory.mktemp("grown")) / "r.db"  # type: ignore[attr-defined]
    dice.shuffle(documents)
    for document in documents:
        with open_record(path) as record, joining(record) as joiner:
            assert joiner.join(document)
            assert not joiner.join(document)
    with open_record(path) as record:
        assert grow(record, documents) == whole(documents)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 60), min_size=2, max_size=20), st.data())
def test_a_page_that_is_corrected_or_rejected_is_as_if_it_had_always_been_so(
    tmp_path_factory: object, seeds: list[int], data: st.DataObject
) -> None:
    documents = [telling(n, seed) for n, seed in enumerate(seeds)]
    path = Path(tmp_path_factory.mktemp("grown")) / "r.db"  # type: ignore[attr-defined]
    with open_record(path) as record:
        assert grow(record, documents) == whole(documents)
    rejected = data.draw(st.sets(st.sampled_from(documents[1:]).map(lambda d: d.id)))
    left = [replace(telling(n, seed + 1), id=d.id) if n % 3 == 0 else d
            for n, (seed, d) in enumerate(zip(seeds, documents, strict=True)) if d.id not in rejected]  # fmt: skip
    with open_record(path) as record:
        assert grow(record, left) == whole(left)
    with open_record(path) as record:
        assert grow(record, documents) == whole(documents)
