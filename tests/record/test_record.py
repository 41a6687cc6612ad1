"""What is kept comes back exactly; what is there already changes nothing; nothing is ever overwritten."""

from dataclasses import replace
from pathlib import Path

import pytest
from kept_documents import at, document_of, fused_of, page_of, reading_of

from sarhad.errors import UnknownId, WrongUse
from sarhad.record import Record, open_record
from sarhad.records import Claims, Dropped, Fused, Page, Reading


@pytest.fixture
def record(tmp_path: Path):
    with open_record(tmp_path / "sarhad.db") as opened:
        yield opened


def keep(record: Record, *numbers: int, reader: str = "reader-1") -> list[Reading]:
    readings = []
    for number in numbers:
        page = page_of(number)
        readings.append(reading_of(page, reader))
        record.keep(page, readings[-1])
    return readings


def test_a_reading_comes_back_exactly(record: Record) -> None:
    page = page_of(1)
    reading = reading_of(page)
    assert record.keep(page, reading)
    assert list(record.readings()) == [reading]
    assert record.reading("d1") == reading
    assert record.document("d1") == reading.document
    assert record.page(page.sha256) == page.body
    assert list(record.pages()) == [page]


def test_the_same_page_twice_changes_nothing(record: Record) -> None:
    page = page_of(1)
    record.keep(page, reading_of(page))
    before = record.stats()
    assert not record.keep(page, reading_of(page))
    assert not record.keep(replace(page, source="another/place.txt"), reading_of(page))
    assert record.stats() == before


def test_the_same_page_twice_in_one_batch_is_kept_once(record: Record) -> None:
    page = page_of(1)
    with record.batch():
        assert record.keep(page, reading_of(page))
        assert not record.keep(page, reading_of(page))
        assert record.has(page.sha256, page.claims)
    assert record.stats().documents == 1


def test_a_batch_can_be_read_while_it_runs(record: Record) -> None:
    with record.batch():
        keep(record, 1, 2)
        assert [r.document.id for r in record.readings()] == ["d1", "d2"]


def test_a_batch_that_fails_keeps_what_was_kept(record: Record) -> None:
    def interrupted() -> None:
        with record.batch():
            keep(record, 1)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert record.stats().documents == 1


def test_the_same_bytes_under_two_ids_are_two_documents_and_one_page(record: Record) -> None:
    for claim in ("a", "b"):
        page = page_of(1, claim=claim)
        assert record.keep(page, reading_of(page))
    assert record.stats().documents == 2
    assert record.stats().pages == 1


def test_other_bytes_under_a_known_id_are_its_next_revision(record: Record) -> None:
    old, new = page_of(1), page_of(1, page_of(2).body.decode() + "\nUpdated.")
    record.keep(old, reading_of(old))
    assert record.keep(new, reading_of(new))
    assert record.document("d1").text.endswith("Updated.")
    assert [r.document.text for r in record.versions("d1")] == [old.body.decode(), new.body.decode()]
    assert [r.document.page_sha256 for r in record.readings()] == [new.sha256]


def test_the_newest_bytes_are_shown_even_when_the_old_are_read_again_later(record: Record) -> None:
    old, new = page_of(1), page_of(1, page_of(2).body.decode())
    for page in (old, new):
        record.keep(page, reading_of(page))
    record.keep(old, reading_of(old, "reader-2"))
    assert record.document("d1").page_sha256 == new.sha256


def test_another_reader_adds_beside_and_the_newer_is_shown(record: Record) -> None:
    (first,) = keep(record, 1)
    (second,) = keep(record, 1, reader="reader-2")
    assert list(record.readings()) == [second]
    assert record.versions("d1") == [first, second]
    assert record.stats().readers == ("reader-1", "reader-2")
    assert first.statements[0].anchor == second.statements[0].anchor
    assert first.statements[0].id != second.statements[0].id


def test_the_record_knows_what_was_read(record: Record) -> None:
    page = page_of(1)
    assert not record.has(page.sha256, page.claims)
    keep(record, 1)
    assert record.has(page.sha256, page.claims)
    assert record.has(page.sha256, page.claims, reader="reader-1")
    assert not record.has(page.sha256, page.claims, reader="reader-2")
    assert not record.has(page.sha256, Claims(id="other"))


def test_a_reading_of_other_bytes_is_refused(record: Record) -> None:
    with pytest.raises(WrongUse, match="other bytes"):
        record.keep(page_of(1), reading_of(page_of(2)))


def test_text_that_no_database_takes_comes_back_exactly(record: Record) -> None:
    page = Page(body=b"odd", source="-", media_type="text/plain", claims=Claims(id="odd"))
    plain = document_of(page)
    document = replace(
        plain, text="A lone \ud83d surrogate, a NUL \x00 and سرحد", title="\udc00", passages=()
    )
    reading = Reading(document=document, reader="reader-1", unread="too short")
    record.keep(page, reading)
    assert list(record.readings()) == [reading]


def test_dropped_pages_are_listed_once(record: Record) -> None:
    lost = Dropped(document_id="d9", stage="clean", reason="no text", source="press/9.html")
    record.drop(lost)
    record.drop(lost)
    assert record.dropped() == [lost]


def test_a_dropped_page_that_was_read_since_is_no_longer_listed(tmp_path: Path) -> None:
    seconds = iter(range(60))
    with open_record(tmp_path / "sarhad.db", clock=lambda: at(next(seconds))) as record:
        record.drop(Dropped(document_id="d1", stage="fetch", reason="status 503"))
        keep(record, 1)
        assert record.dropped() == []
        record.drop(Dropped(document_id="d1", stage="clean", reason="an empty page"))
        assert [d.reason for d in record.dropped()] == ["an empty page"]


def test_a_dropped_file_that_was_read_since_is_known_by_its_source(tmp_path: Path) -> None:
    seconds = iter(range(60))
    with open_record(tmp_path / "sarhad.db", clock=lambda: at(next(seconds))) as record:
        record.drop(Dropped(document_id="", stage="read", reason="broke off", source=page_of(1).source))
        record.drop(Dropped(document_id="", stage="read", reason="broke off", source="-"))
        keep(record, 1)
        piped = replace(page_of(2), source="-")
        record.keep(piped, reading_of(piped))
        assert [d.source for d in record.dropped()] == ["-"]


def test_unknown_ids_are_told(record: Record) -> None:
    for ask in (record.document, record.reading, record.page, record.versions, record.undo):
        with pytest.raises(UnknownId, match="nowhere"):
            ask("nowhere")


# --- threads


def test_threads_come_back_exactly(record: Record) -> None:
    fused = fused_of(*keep(record, 1, 2))
    assert record.fused() == Fused()
    assert record.keep_fused(fused)
    assert record.fused() == fused
    assert record.stats().threads["incidents"] == 1


def test_fusing_the_same_again_adds_nothing(record: Record) -> None:
    fused = fused_of(*keep(record, 1))
    record.keep_fused(fused)
    assert not record.keep_fused(fused)


def test_a_thread_that_is_gone_stays_in_what_was_known_then(tmp_path: Path) -> None:
    seconds = iter(range(60))
    with open_record(tmp_path / "sarhad.db", clock=lambda: at(next(seconds))) as record:
        first = fused_of(*keep(record, 1))
        record.keep_fused(first)
        known_then = at(next(seconds))
        second = fused_of(*keep(record, 2))
        record.keep_fused(second)
        assert record.fused() == second
        assert record.fused(as_of=known_then) == first
        assert [r.document.id for r in record.readings(as_of=known_then)] == ["d1"]


def test_a_thread_may_come_back(record: Record) -> None:
    fused = fused_of(*keep(record, 1))
    for state in (fused, Fused(), fused):
        assert record.keep_fused(state)
        assert record.fused() == state


def test_only_the_order_changes(record: Record) -> None:
    one, two = (fused_of(r).incidents[0] for r in keep(record, 1, 2))
    for order in ((one, two), (two, one)):
        assert record.keep_fused(Fused(incidents=order))
        assert record.fused().incidents == order


def test_two_runs_share_a_record(tmp_path: Path) -> None:
    path = tmp_path / "sarhad.db"
    with open_record(path) as one, open_record(path) as other:
        keep(one, 1)
        keep(other, 1, 2)
        keep(one, 2, 3)
        assert one.stats() == other.stats()
        assert one.stats().documents == 3
