"""`sarhad export`: the record in other people's forms."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sarhad.cli.briefing import write
from sarhad.cli.options import View, filtered
from sarhad.errors import WrongUse

if TYPE_CHECKING:
    from sarhad.library import OpenRecord, Scope

FORMS = ("reading", "threads", "csv", "jsonl")


def join(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command(
        "export", epilog="`sarhad export --form csv --out incidents.csv` · `sarhad export --form threads`"
    )(filtered(export))


def export(
    view: View,
    form: Annotated[str, typer.Option("--form", help="reading, threads, csv or jsonl.")],
    out: Annotated[
        Path | None, typer.Option("--out", help="Write into this file instead of standard output.")
    ] = None,
) -> None:
    """Readings (JSON Lines), threads across documents (JSON), incidents as a table (CSV) or as JSON Lines."""
    if form not in FORMS:
        raise WrongUse(f"there is no form {form!r}; one of {', '.join(FORMS)}")
    with view.open() as record:
        text = exported(record, view.scope, form)
    write(text, out)


def exported(record: "OpenRecord", wanted: "Scope", form: str) -> str:
    """One form as one text."""
    if form == "reading":
        from sarhad.export.reading_form import reading_form

        return "".join(
            json.dumps(reading_form(r), ensure_ascii=False) + "\n" for r in record.readings(wanted)
        )
    if form == "threads":
        from sarhad.export.threads import threads_form

        return (
            json.dumps(
                threads_form(record.told(wanted), [r.document for r in record.readings()]),
                ensure_ascii=False,
                indent=1,
            )
            + "\n"
        )
    from sarhad.export.tables import incidents_csv, incidents_jsonl

    return (incidents_csv if form == "csv" else incidents_jsonl)(record.told(wanted).incidents)
