"""`sarhad export`: the record in other people's forms."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sarhad.cli.asking import say_why
from sarhad.cli.briefing import write
from sarhad.cli.options import View, filtered
from sarhad.cli.render_json import printable
from sarhad.errors import WrongUse

if TYPE_CHECKING:
    from sarhad.library import OpenRecord
    from sarhad.questions import Scope

FORMS = ("reading", "threads", "csv", "jsonl", "json")
"""`json` is `jsonl`: one object a line, as the lists' own --json."""
TABLES = (
    "incidents", "statements", "talks", "disputes", "accusations", "commitments", "ceasefires", "offers", "standing", "assessments",
    "families", "stories", "drift",
)  # fmt: skip


def join(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command(
        "export",
        epilog="`sarhad export --form csv --out incidents.csv`\n\n`sarhad export --form csv --of talks`\n\n`sarhad export --form threads`",
    )(filtered(export))


def export(
    view: View,
    form: Annotated[str, typer.Option("--form", help="reading, threads, csv or jsonl (json is the same).")],
    out: Annotated[
        Path | None, typer.Option("--out", help="Write into this file instead of standard output.")
    ] = None,
    of: Annotated[
        str, typer.Option("--of", help=f"What a table (csv, jsonl) holds: {', '.join(TABLES)}.")
    ] = "incidents",
) -> None:
    """Readings (JSON Lines), threads across documents (JSON), one kind of thing as a table (CSV) or as JSON Lines."""
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
    """One kind of thing as CSV or JSON Lines; on standard error why it has no row."""
    from io import StringIO

    from sarhad import export as forms
    from sarhad.monitor import empty_words

    out = StringIO(newline="")
    documents = (r.document for r in record.readings())
    if of == "statements":
        rows, columns = forms.statement_rows(record.readings(wanted)), forms.STATEMENTS
    else:
        rows, columns = forms.thread_rows(of, record.listed(of, wanted), documents), forms.TABLES[of]
    if not (forms.write_csv(rows, columns, out) if form == "csv" else forms.write_jsonl(rows, out)):
        say_why(lambda scope: things(record, scope, of), empty_words(of), record)
    return printable(out.getvalue())


def things(record: "OpenRecord", wanted: "Scope", of: str) -> tuple[object, ...]:
    """What a table has its rows of."""
    if of == "statements":
        return tuple(s for r in record.readings(wanted) for s in r.statements)
    return record.listed(of, wanted)
