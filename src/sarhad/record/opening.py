"""Open a record file, or say in one line why it cannot be one."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, inspect, select

from sarhad.errors import NewerRecord, NotARecord, RecordError
from sarhad.record import moments, sqlite
from sarhad.record.schema import FORMAT, SCHEMA_VERSION, meta, metadata
from sarhad.record.store import Record


def open_record(
    path: Path | str, *, create: bool = True, clock: Callable[[], datetime] = moments.now
) -> Record:
    """The record at `path`, made when it is not there and `create` is true.

    NotARecord when the file is something else, NewerRecord when a newer Sarhad wrote it, RecordError when the place
    cannot be used. `clock` tells recorded time.
    """
    path = Path(path)
    _check_file(path, create)
    engine = sqlite.open_file(path)
    try:
        with sqlite.told(path):
            _check_tables(engine, path, create, clock)
    except BaseException:
        engine.dispose()
        raise
    return Record(engine, path, clock)


def _check_file(path: Path, create: bool) -> None:
    if path.is_dir():
        raise NotARecord(f"{path} is a folder, not a record; name a file, such as {path / 'sarhad.db'}")
    if not path.exists():
        if not create:
            raise NotARecord(
                f"there is no record at {path}; make one with `sarhad add`, or name another with --record"
            )
        if not path.parent.is_dir():
            raise RecordError(
                f"the folder {path.parent} is not there; make it first, or name another file with --record"
            )
        return
    try:
        known = sqlite.looks_like_a_database(path)
    except OSError as error:
        raise RecordError(f"{path} cannot be read ({error.strerror}); check its permissions") from error
    if not known:
        raise NotARecord(f"{path} is no Sarhad record but some other file; name another with --record")


def _check_tables(engine: Engine, path: Path, create: bool, clock: Callable[[], datetime]) -> None:
    tables = set(inspect(engine).get_table_names())
    if not tables and create:
        _make(engine, clock)
    elif not tables:
        raise NotARecord(f"the record {path} is empty; fill it with `sarhad add`")
    elif meta.name not in tables:
        raise NotARecord(f"{path} is a database, but no Sarhad record; name another file with --record")
    else:
        _check_version(engine, path)


def _check_version(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        if not {"key", "value"} <= {c["name"] for c in inspect(connection).get_columns(meta.name)}:
            raise NotARecord(f"{path} is a database, but no Sarhad record; name another file with --record")
        held = {row.key: row.value for row in connection.execute(select(meta))}
    version = held.get("schema_version", "")
    if held.get("format") != FORMAT or not version.isdigit():
        raise NotARecord(f"{path} is a database, but no Sarhad record; name another file with --record")
    if int(version) > SCHEMA_VERSION:
        raise NewerRecord(
            f"the record {path} was written by a newer Sarhad (schema {version}, this one knows {SCHEMA_VERSION}); "
            "upgrade with `pip install --upgrade sarhad`, or name another record with --record"
        )


def _make(engine: Engine, clock: Callable[[], datetime]) -> None:
    """All tables in one transaction: a kill leaves either an empty file or a whole record."""
    with engine.connect().execution_options(**{sqlite.WRITING: True}) as connection, connection.begin():
        if inspect(connection).get_table_names():
            return  # another run made it between our look and our lock
        metadata.create_all(connection)
        sqlite.create_search(connection)
        held = {
            "format": FORMAT,
            "schema_version": str(SCHEMA_VERSION),
            "created_at": moments.recorded(clock()),
        }
        connection.execute(meta.insert(), [{"key": key, "value": value} for key, value in held.items()])
