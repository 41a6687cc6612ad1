"""The data dictionary says what the code says."""

import os
from pathlib import Path

from sarhad.export.dictionary import tables_dictionary
from sarhad.record.dictionary import record_dictionary
from sarhad.record.schema import metadata

PAGE = Path(__file__).parents[2] / "docs" / "data-dictionary.md"


def test_the_page_is_current() -> None:
    text = record_dictionary() + "\n" + tables_dictionary()
    if os.environ.get("SARHAD_WRITE_DOCS") == "1":
        PAGE.write_text(text, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == text, "write it anew with SARHAD_WRITE_DOCS=1"


def test_every_table_and_column_says_what_it_is() -> None:
    for table in metadata.sorted_tables:
        assert table.comment
        assert all(column.comment for column in table.columns), table.name


def test_every_row_names_when_it_was_recorded_and_what_was_read_its_reader() -> None:
    for table in metadata.sorted_tables:
        if table.name not in ("meta", "pages", "texts"):
            assert "recorded_at" in table.columns, table.name
    for name in ("readings", "statements", "contests", "runs", "threads"):
        assert "reader" in metadata.tables[name].columns
