"""All that is particular to SQLite: opening a file, its pragmas, full-text search, what its errors mean.

Nothing outside this file speaks SQLite's dialect, so that another database needs one file beside this one.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from sarhad.errors import DiskFull, MissingPart, NotARecord, RecordError, SarhadError

MAGIC = b"SQLite format 3\x00"
BUSY_SECONDS = 30
WRITING = "sarhad_writing"
"""Execution option of a connection that will write: it takes the write lock at once, so it never has to give up
half-way because another run wrote in between."""

_TOKENS = "tokenize='porter unicode61 remove_diacritics 2'"
_FULL_TEXT = (
    """CREATE VIEW searchable AS SELECT r.seq AS seq, r.title AS title, t.text AS text
       FROM readings r JOIN texts t ON t.seq = r.text_seq""",
    f"""CREATE VIRTUAL TABLE search USING fts5(title, text, content='searchable', content_rowid='seq',
       {_TOKENS})""",
)


def open_file(path: Path) -> Engine:
    """An engine on the file at `path`; nothing is written yet."""
    engine = create_engine(
        URL.create("sqlite", database=str(path.absolute())), connect_args={"timeout": BUSY_SECONDS}
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def looks_like_a_database(path: Path) -> bool:
    """Whether the file starts as a SQLite file does. An empty file is a database that was never written to."""
    with path.open("rb") as file:
        head = file.read(len(MAGIC))
    return not head or head == MAGIC


def create_search(connection: Connection) -> None:
    """The full-text index over title and text; it holds no copy of them."""
    for statement in _FULL_TEXT:
        connection.exec_driver_sql(statement)


def index(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Put readings (seq, title, text) into the full-text index."""
    connection.exec_driver_sql(
        "INSERT INTO search(rowid, title, text) VALUES (?, ?, ?)",
        [(row["seq"], row["title"], row["text"]) for row in rows],
    )


def find(connection: Connection, terms: list[str]) -> list[int]:
    """Numbers of the readings whose page holds every term, best first."""
    rows = connection.exec_driver_sql(
        "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank, rowid", (_together(terms),)
    )
    return [int(number) for (number,) in rows]


def excerpts(
    articles: Sequence[tuple[int, str, str]], terms: list[str], marks: tuple[str, str]
) -> dict[int, str]:
    """Of each of these articles (number, title, text) that holds every term an excerpt, with `marks` around what was found.

    They are indexed once more for this question, in memory: the record's own index holds whole pages, menus too."""
    raw = sqlite3.connect(":memory:")
    try:
        raw.execute(f"CREATE VIRTUAL TABLE search USING fts5(title, text, {_TOKENS})")
        raw.executemany("INSERT INTO search(rowid, title, text) VALUES (?, ?, ?)", articles)
        rows = raw.execute(
            "SELECT rowid, snippet(search, -1, ?, ?, '…', 24) FROM search WHERE search MATCH ?",
            (*marks, _together(terms)),
        )
        return {int(number): str(excerpt) for number, excerpt in rows}
    finally:
        raw.close()


def _together(terms: list[str]) -> str:
    return " ".join(map(quoted, terms))


def quoted(term: str) -> str:
    """A term as FTS5 takes it literally, whatever is in it; a star at its end still means any ending."""
    word = term.removesuffix("*")
    return '"' + word.replace('"', '""') + '"' + ("*" if word != term else "")


@contextmanager
def told(path: object) -> Iterator[None]:
    """Turn the database's errors into ours."""
    try:
        yield
    except DBAPIError as error:
        raise _meaning(error, path) from error
    except SQLAlchemyError as error:
        raise RecordError(f"the record {path} cannot be used: {error}") from error


def _meaning(error: DBAPIError, path: object) -> SarhadError:
    name = getattr(error.orig, "sqlite_errorname", "") or ""
    why = str(error.orig)
    if "no such module: fts5" in why:
        return MissingPart(
            "this Python's SQLite has no full-text search (FTS5); install a Python built with it"
        )
    if name == "SQLITE_FULL":
        return DiskFull(
            f"no room left to write the record {path}; what was kept is safe: make room and run the same command again"
        )
    if name in ("SQLITE_NOTADB", "SQLITE_CORRUPT"):
        return NotARecord(f"{path} is no Sarhad record ({why}); name another file with --record")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return RecordError(f"the record {path} is being written by another run; try again when it has ended")
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN")):
        return RecordError(
            f"the record {path} cannot be written ({why}); check the folder and its permissions"
        )
    if name.startswith("SQLITE_IOERR"):
        return DiskFull(
            f"the disk would not take the record {path} ({why}); what was kept is safe: check the disk"
        )
    return RecordError(f"the record {path} cannot be used: {why}")


def _set_up(raw: sqlite3.Connection, _: object) -> None:
    raw.isolation_level = None  # we say BEGIN ourselves, see _begin
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-16000"):
        raw.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
