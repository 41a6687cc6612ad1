"""kill -9 at any moment and a second run end in the same record as an undisturbed run."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sarhad.errors import NotARecord
from sarhad.record import open_record
from sarhad.record.schema import SCHEMA_VERSION

PROGRAM = Path(__file__).with_name("kept_documents.py")
TIMES = {"recorded_at", "first_seen", "created_at"}
COUNT = 160


def run(path: Path, how: str, pause: float = 0) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, str(PROGRAM), str(path), str(COUNT), how, str(pause)])


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, less the moments at which they were written."""
    with sqlite3.connect(path) as raw:
        tables = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {}
        for table in tables:
            columns = [c for _, c, *_ in raw.execute(f"PRAGMA table_info({table})") if c not in TIMES]
            rows = raw.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()
            found[table] = sorted((r for r in rows if "created_at" not in r), key=repr)
    raw.close()
    return {table: rows for table, rows in found.items() if not table.startswith("search")}


def kept(path: Path) -> int:
    try:
        with open_record(path, create=False) as record:
            return record.stats().readings
    except NotARecord:  # not made yet
        return 0


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("undisturbed") / "sarhad.db"
    assert run(path, "batch").wait(60) == 0
    return path


@pytest.mark.parametrize(("how", "after"), [("batch", 1), ("single", 1), ("single", 60)])
def test_a_killed_run_loses_nothing_and_a_second_one_completes_it(
    tmp_path: Path, undisturbed: Path, how: str, after: int
) -> None:
    path = tmp_path / "sarhad.db"
    process = run(path, how, pause=0.03)  # slow enough to be caught half-way
    deadline = time.monotonic() + 60
    while kept(path) < after and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait(10) == -signal.SIGKILL, "the run ended before it was killed"
    survived = kept(path)
    assert after <= survived < COUNT
    with open_record(path) as record:  # what is there is whole
        assert all(len(r.statements) == 3 and len(r.contests) == 1 for r in record.readings())
        assert len(record.search("Taftan", limit=COUNT)) == survived
    assert run(path, how).wait(60) == 0
    assert everything(path) == everything(undisturbed)
    with open_record(path) as record:
        assert len(record.search("Taftan", limit=COUNT)) == COUNT


@pytest.mark.parametrize("moment", [0.25, 0.35, 0.45])
def test_a_run_killed_while_it_makes_the_record_does_no_harm(tmp_path: Path, moment: float) -> None:
    path = tmp_path / "sarhad.db"
    process = run(path, "single")
    time.sleep(moment)
    os.kill(process.pid, signal.SIGKILL)
    process.wait(10)
    with open_record(path) as record:
        assert record.stats().schema_version == SCHEMA_VERSION
