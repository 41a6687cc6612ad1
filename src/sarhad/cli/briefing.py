"""`sarhad brief`: the record told in the order of a monitoring mission."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from sarhad.cli.on_screen import unsteered
from sarhad.cli.options import View, filtered
from sarhad.errors import RecordError, WrongUse
from sarhad.records import Brief

FORMS = ("terminal", "html", "markdown", "json")
ENDINGS = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "markdown",
    ".json": "json",
}
FormOption = Annotated[str, typer.Option("--format", help=f"One of {', '.join(FORMS)}.")]
OutOption = Annotated[
    Path | None, typer.Option("--out", help="Write into this file; its ending names the format.")
]

SentencesOption = Annotated[
    bool, typer.Option("--sentences", help="On the terminal, print every sentence a line rests on.")
]


def join(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command(
        "brief",
        epilog="`sarhad brief --theatre pakistan-iran-afghanistan --since 2025-10`\n\n`sarhad brief --out brief.html`",
    )(filtered(brief))


def brief(
    view: View,
    form: FormOption = "",
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    out: OutOption = None,
    sentences: SentencesOption = False,
) -> None:
    """Tell what the record holds for a theatre and a period; every line cites its sentences."""
    if as_json and form not in ("", "json"):
        raise WrongUse(f"--json and --format {form} do not go together; give one of them")
    chosen = chosen_form("json" if as_json else form, out)
    with view.open() as record:
        made = record.brief_of(view.scope)
    if chosen == "terminal" and out is None:
        from sarhad.cli.render_terminal import console, show_brief

        return show_brief(made, console(), sentences=sentences)
    return write(rendered(made, chosen), out)


def chosen_form(form: str, out: Path | None) -> str:
    """The format asked for, else the one the file's ending names, else the terminal's."""
    chosen = form or (_named_by(out) if out else "terminal")
    if chosen not in FORMS:
        raise WrongUse(f"there is no format {chosen!r}; one of {', '.join(FORMS)}")
    return chosen


def _named_by(out: Path) -> str:
    if found := ENDINGS.get(out.suffix.lower()):
        return found
    raise WrongUse(
        f"{out}: its ending names no format; use one of {', '.join(ENDINGS)}, or say which with --format"
    )


def rendered(made: Brief, form: str) -> str:
    """The brief as one text."""
    if form == "html":
        from sarhad.cli.render_html import brief_as_html

        return brief_as_html(made)
    if form == "json":
        from sarhad.cli.render_json import as_json

        return as_json(made) + "\n"
    from sarhad.cli.render_markdown import brief_as_markdown

    return brief_as_markdown(made)


def write(text: str, out: Path | None) -> None:
    """To standard output, or whole into a file."""
    if out is None:
        typer.echo(unsteered(text) if sys.stdout.isatty() else text, nl=False)
        return
    try:
        out.write_text(text, encoding="utf-8", errors="replace", newline="")
    except OSError as error:
        raise RecordError(f"cannot write {out}: {error.strerror}; give another --out") from error
    typer.echo(f"written: {out}", err=True)
