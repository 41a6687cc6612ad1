"""Open a record file, or say in one line why it cannot be one."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, inspect

from sarhad.errors import DiskFull, NewerRecord, NotARecord, RecordError
from sarhad.record import moments, sqlite
from sarhad.record.migrating import bring_up, held_in, schema_of
from sarhad.record.schema import FORMAT, SCHEMA_VERSION, meta, metadata
from sarhad.record.store import Record


def open_record(
    path: Path | str, *, create: bool = True, clock: Callable[[], datetime] = moments.now
) -> Record:
    """The record at `path`, made when it is not there and `create` is true.

    A record of an older Sarhad is brought up to this one's schema (see `migrating`). NotARecord when the file is something
    else, NewerRecord when a newer Sarhad wrote it, RecordError when the place cannot be used. `clock` tells recorded time.
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
        _check_version(engine, path, clock)


def _check_version(engine: Engine, path: Path, clock: Callable[[], datetime]) -> None:
    with engine.connect() as connection:
        if not {"key", "value"} <= {c["name"] for c in inspect(connection).get_columns(meta.name)}:
            raise NotARecord(f"{path} is a database, but no Sarhad record; name another file with --record")
        held = held_in(connection)
    version = schema_of(held)
    if held.get("format") != FORMAT or version is None:
        raise NotARecord(f"{path} is a database, but no Sarhad record; name another file with --record")
    if version > SCHEMA_VERSION:
        raise NewerRecord(
            f"the record {path} was written by a newer Sarhad (schema {version}, this one knows {SCHEMA_VERSION}); "
            "upgrade with `pip install --upgrade sarhad`, or name another record with --record"
        )
    if version < SCHEMA_VERSION:
        _bring_up(engine, path, version, clock)


def _bring_up(engine: Engine, path: Path, version: int, clock: Callable[[], datetime]) -> None:
    try:
        with (
            sqlite.told(path),
            engine.connect().execution_options(**{sqlite.WRITING: True}) as connection,
            connection.begin(),
        ):
            bring_up(connection, moments.recorded(clock()))
    except DiskFull:
        raise
    except RecordError as error:
        raise RecordError(
            f"the record {path} is of an older Sarhad (schema {version}) and must be written to once, to be brought up to "
            f"schema {SCHEMA_VERSION}: {error}"
        ) from error


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
