"""The record in other people's forms: one reading, threads, flat tables."""

from sarhad.export.reading_form import reading_form
from sarhad.export.tables import INCIDENTS, STATEMENTS, statement_rows, write_csv, write_jsonl
from sarhad.export.thread_tables import TABLES, incident_rows, thread_rows
from sarhad.export.threads import threads_form

__all__ = [
    "INCIDENTS",
    "STATEMENTS",
    "TABLES",
    "incident_rows",
    "reading_form",
    "statement_rows",
    "thread_rows",
    "threads_form",
    "write_csv",
    "write_jsonl",
]
