"""A full disk is told in one line, and nothing that was kept is lost."""

from pathlib import Path

import pytest
from kept_documents import page_of, reading_of

from sarhad.errors import DiskFull
from sarhad.record import Record, open_record
from sarhad.records import Dropped


def leave_room(record: Record, pages: int | None) -> None:
    """Let the file grow by so many pages more, as if the disk ended there; None: as it likes."""
    with record._engine.connect() as connection:
        now = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(
            f"PRAGMA max_page_count = {now + pages if pages is not None else 1_000_000}"
        )


@pytest.mark.parametrize("batching", [False, True])
def test_a_full_disk_loses_nothing_that_was_kept(tmp_path: Path, batching: bool) -> None:
    with open_record(tmp_path / "sarhad.db") as record:
        page = page_of(0)
        record.keep(page, reading_of(page))
        leave_room(record, 12)
        with pytest.raises(DiskFull, match="make room"):
            fill(record, batching)
        survived = [r.document.id for r in record.readings()]
        assert survived[0] == "d0"
        assert all(len(r.statements) == 3 for r in record.readings())
        with pytest.raises(DiskFull):
            drop_many(record)
        leave_room(record, None)
        fill(record, batching)
        assert record.stats().documents == 201
        assert len(record.search("Taftan", limit=300)) == 201


def drop_many(record: Record) -> None:
    for number in range(200):
        record.drop(Dropped(document_id=f"x{number}", stage="clean", reason="r" * 900))


def fill(record: Record, batching: bool) -> None:
    pages = [page_of(number) for number in range(1, 201)]
    if batching:
        with record.batch():
            for page in pages:
                record.keep(page, reading_of(page))
    else:
        for page in pages:
            record.keep(page, reading_of(page))
