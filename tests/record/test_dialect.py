"""SQLite's own dialect is spoken in one file; the rest compiles for PostgreSQL too."""

import ast
from pathlib import Path

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

import sarhad.record
from sarhad.record.current import current_readings
from sarhad.record.schema import metadata

ROOM = Path(sarhad.record.__file__).parent


@pytest.mark.parametrize("path", sorted(ROOM.glob("*.py")), ids=lambda p: p.name)
def test_no_other_file_speaks_sqlite(path: Path) -> None:
    if path.name == "sqlite.py":
        return
    text = path.read_text(encoding="utf-8")
    names = {n.name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import) for n in node.names}
    assert "sqlite3" not in names
    assert not any(word in text for word in ("PRAGMA", "exec_driver_sql", 'text("', "dialects"))


def test_tables_and_queries_compile_for_postgresql() -> None:
    dialect = postgresql.dialect()
    for table in metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=dialect))
    assert "row_number()" in str(current_readings().compile(dialect=dialect))


@pytest.mark.parametrize("path", sorted(ROOM.glob("*.py")), ids=lambda p: p.name)
def test_no_row_is_ever_changed_or_taken_away(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {n.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for n in node.names}
    assert not imported & {"update", "delete"}
    words = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    assert not any(w.lstrip().startswith(("UPDATE ", "DELETE ", "INSERT OR ")) for w in words)
