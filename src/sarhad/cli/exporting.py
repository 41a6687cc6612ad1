"""`sarhad export`: the record in other people's forms."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sarhad.cli.briefing import write
from sarhad.cli.options import View, filtered
from sarhad.cli.render_json import printable
from sarhad.errors import WrongUse

if TYPE_CHECKING:
    from sarhad.library import OpenRecord, Scope

FORMS = ("reading", "threads", "csv", "jsonl")
TABLES = ("incidents", "statements")


def join(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command(
        "export", epilog="`sarhad export --form csv --out incidents.csv`\n\n`sarhad export --form threads`"
    )(filtered(export))


def export(
    view: View,
    form: Annotated[str, typer.Option("--form", help="reading, threads, csv or jsonl.")],
    out: Annotated[
        Path | None, typer.Option("--out", help="Write into this file instead of standard output.")
    ] = None,
    of: Annotated[
        str, typer.Option("--of", help="What a table (csv, jsonl) holds: incidents or statements.")
    ] = "incidents",
) -> None:
    """Readings (JSON Lines), threads across documents (JSON), incidents as a table (CSV) or as JSON Lines."""
    if form not in FORMS:
        raise WrongUse(f"there is no form {form!r}; one of {', '.join(FORMS)}")
    if of not in TABLES:
        raise WrongUse(f"there is no table of {of!r}; one of {', '.join(TABLES)}")
    with view.open() as record:
        text = exported(record, view.scope, form, of)
    write(text, out)


def exported(record: "OpenRecord", wanted: "Scope", form: str, of: str) -> str:
    """One form as one text."""
    if form == "reading":
        from sarhad.export.reading_form import reading_form

        return "".join(
            printable(json.dumps(reading_form(r), ensure_ascii=False)) + "\n" for r in record.readings(wanted)
        )
    if form == "threads":
        from sarhad.export.threads import threads_form

        form_of_all = threads_form(record.told(wanted), [r.document for r in record.readings()])
        return printable(json.dumps(form_of_all, ensure_ascii=False, indent=1)) + "\n"
    return table(record, wanted, form, of)


def table(record: "OpenRecord", wanted: "Scope", form: str, of: str) -> str:
    """Incidents or statements as CSV or JSON Lines."""
    from io import StringIO

    from sarhad.export.tables import (
        INCIDENTS,
        STATEMENTS,
        incident_rows,
        statement_rows,
        write_csv,
        write_jsonl,
    )

    out = StringIO(newline="")
    if of == "statements":
        rows, columns = statement_rows(record.readings(wanted)), STATEMENTS
    else:
        rows, columns = incident_rows(record.told(wanted), (r.document for r in record.readings())), INCIDENTS
    if form == "csv":
        write_csv(rows, columns, out)
    else:
        write_jsonl(rows, out)
    return printable(out.getvalue())
