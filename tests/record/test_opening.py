"""A file that is no record says so in one line and stays as it was."""

import sqlite3
from pathlib import Path

import pytest

from sarhad.errors import NewerRecord, NotARecord, RecordError
from sarhad.record import open_record


def database(path: Path, *statements: str) -> None:
    raw = sqlite3.connect(path)
    with raw:
        for statement in statements:
            raw.execute(statement)
    raw.close()


def test_a_record_is_made_where_there_is_none(tmp_path: Path) -> None:
    with open_record(tmp_path / "new.db") as record:
        assert record.stats().documents == 0
    with open_record(tmp_path / "new.db", create=False) as record:
        assert list(record.readings()) == []


def test_no_record_is_made_unasked(tmp_path: Path) -> None:
    with pytest.raises(NotARecord, match="sarhad add"):
        open_record(tmp_path / "none.db", create=False)
    assert not (tmp_path / "none.db").exists()


def test_some_other_file(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("A note on the crossing at Taftan, and nothing more.")
    with pytest.raises(NotARecord, match="some other file"):
        open_record(path)
    assert path.read_text().startswith("A note")


def test_a_file_that_only_starts_like_a_database(tmp_path: Path) -> None:
    path = tmp_path / "broken.db"
    path.write_bytes(b"SQLite format 3\x00" + b"\x07" * 5000)
    with pytest.raises(NotARecord, match="no Sarhad record"):
        open_record(path)


@pytest.mark.parametrize(
    "tables",
    [
        ["CREATE TABLE readers (name TEXT)"],
        ["CREATE TABLE meta (version INTEGER)"],
        ["CREATE TABLE meta (key TEXT, value TEXT)"],
        ["CREATE TABLE meta (key TEXT, value TEXT)", "INSERT INTO meta VALUES ('schema_version', '1')"],
    ],
)
def test_some_other_database(tmp_path: Path, tables: list[str]) -> None:
    path = tmp_path / "other.db"
    database(path, *tables)
    with pytest.raises(NotARecord, match="no Sarhad record"):
        open_record(path)


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(NotARecord, match="folder"):
        open_record(tmp_path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is not there"):
        open_record(tmp_path / "nowhere" / "sarhad.db")


def test_an_empty_file_is_a_record_not_yet_made(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(NotARecord, match="empty"):
        open_record(path, create=False)
    with open_record(path) as record:
        assert record.stats().documents == 0


def test_a_record_of_a_newer_version(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    open_record(path).close()
    database(path, "UPDATE meta SET value = '99' WHERE key = 'schema_version'")
    with pytest.raises(NewerRecord, match=r"schema 99.*upgrade"):
        open_record(path)


def test_a_record_that_another_run_is_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kept_documents import page_of, reading_of

    from sarhad.record import sqlite

    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0)
    path = tmp_path / "sarhad.db"
    with open_record(path) as record:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match="another run"):
            record.keep(page_of(1), reading_of(page_of(1)))
        other.execute("ROLLBACK")
        other.close()
        assert record.keep(page_of(1), reading_of(page_of(1)))


@pytest.mark.parametrize("name", ["a?b=1.db", "100%25.db", "x#y.db", ":memory:", "سرحد.db", "two words.db"])
def test_a_file_of_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    open_record(name).close()
    assert (tmp_path / name).is_file()
    open_record(name, create=False).close()
