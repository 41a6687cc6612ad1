"""A file that is no record says so in one line and stays as it was."""

import sqlite3
from pathlib import Path

import pytest
from kept_documents import fused_of, page_of, reading_of

from sarhad.errors import NewerRecord, NotARecord, RecordError
from sarhad.record import open_record
from sarhad.record.migrating import STEPS
from sarhad.record.schema import SCHEMA_VERSION


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


OLDER = (Path(__file__).with_name("schema_1.sql")).read_text(encoding="utf-8")
"""A record as the schema before this one had it, in SQL."""


def of_schema_1(path: Path) -> Path:
    raw = sqlite3.connect(path)
    raw.executescript(OLDER)
    raw.close()
    return path


def test_a_record_of_the_schema_before_is_brought_up_and_loses_nothing(tmp_path: Path) -> None:
    path = of_schema_1(tmp_path / "older.db")
    with open_record(path) as record:
        assert record.stats().schema_version == SCHEMA_VERSION
        assert [r.document.id for r in record.readings()] == ["d1", "d2"]
        assert list(record.readings()) == [reading_of(page_of(n)) for n in (1, 2)]
        assert record.fused() == fused_of(*record.readings())
        assert [j.reason for j in record.judgements()] == ["seen"]
        assert [d.source for d in record.dropped(lately=True)] == ["pres/"]
        assert [hit.document_id for hit in record.search("Taftan market")] == ["d1", "d2"]
        record.begin_intake()
        assert record.dropped(lately=True) == []
        assert len(record.dropped()) == 1
        assert record.keep(page_of(3), reading_of(page_of(3)))
    with open_record(path, create=False) as record:
        assert record.stats().documents == 3


def test_bringing_up_only_adds(tmp_path: Path) -> None:
    path = of_schema_1(tmp_path / "older.db")
    before = rows_of(path)
    open_record(path).close()
    after = rows_of(path)
    for table, rows in before.items():
        assert after[table][: len(rows)] == rows, table
    assert [key for key, _ in after["meta"][len(before["meta"]) :]] == ["migrated_to_2"]
    open_record(path).close()
    assert rows_of(path) == after


def test_an_older_record_that_cannot_be_written_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sarhad.record import sqlite

    set_up = sqlite._set_up

    def never_written(raw: sqlite3.Connection, more: object) -> None:
        set_up(raw, more)
        raw.execute("PRAGMA query_only=ON")

    path = of_schema_1(tmp_path / "older.db")
    monkeypatch.setattr(sqlite, "_set_up", never_written)
    with pytest.raises(RecordError, match=r"older Sarhad \(schema 1\).*schema 2: .*check the folder") as told:
        open_record(path)
    assert "\n" not in str(told.value)
    monkeypatch.setattr(sqlite, "_set_up", set_up)
    open_record(path).close()


def test_a_record_brought_up_by_a_newer_sarhad_is_newer(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    open_record(path).close()
    database(path, "INSERT INTO meta VALUES ('migrated_to_99', '2030-01-01T00:00:00+00:00')")
    with pytest.raises(NewerRecord, match=r"schema 99.*upgrade"):
        open_record(path)


def test_there_is_a_step_to_every_schema() -> None:
    assert list(STEPS) == list(range(2, SCHEMA_VERSION + 1))


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    raw = sqlite3.connect(path)
    tables = [n for (n,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")]
    found = {
        t: raw.execute(f"SELECT * FROM {t} ORDER BY rowid").fetchall() for t in tables if "search" not in t
    }
    raw.close()
    return found


def test_a_record_that_another_run_is_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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
