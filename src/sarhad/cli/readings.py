"""One reading on a terminal, as one line of JSON, or as a file."""

import json
from pathlib import Path

import typer

from sarhad.cli.on_screen import echo
from sarhad.cli.render_json import printable
from sarhad.errors import RecordError
from sarhad.monitor.desk import document_name, name_and_id
from sarhad.monitor.wording import Names
from sarhad.records import UNSURE, Document, Reading, Statement


def show_reading(reading: Reading, *, as_json: bool) -> None:
    """Print it: JSON on one line, or its statements in words."""
    from sarhad.export.reading_form import reading_form

    if as_json:
        typer.echo(printable(json.dumps(reading_form(reading), ensure_ascii=False)))
        return
    from sarhad.monitor.naming import registry_names
    from sarhad.monitor.wording import printed, why_unread

    document = reading.document
    echo(
        f"{name_and_id(document)} · {document.title or 'untitled'} · {document.publisher or 'publisher unknown'} · {printed(document.published.date)}"
    )
    if reading.unread:
        echo(f"  {why_unread(reading)}")
    names = registry_names()
    for statement in reading.statements:
        echo(f"  {in_words(statement, names)}")


def in_words(s: Statement, names: Names) -> str:
    """ "ASSAULT/aerial (alleges): Pakistan → TTP: “…” (unsure)"."""
    actors, recipients = names.actors(s.actors), names.actors(s.recipients)
    kind = f"{s.type}/{s.mode}" if s.mode else str(s.type)
    marks = [m for m in ("" if s.stance == "asserts" else s.stance.value, s.aux.value if s.aux else "") if m]
    who = f"{actors or '?'}{f' → {recipients}' if recipients else ''}"
    quote, unsure = " ".join(s.evidence.quote.split()), " (unsure)" if s.confidence < UNSURE else ""
    return f"{kind}{f' ({chr(44).join(marks)})' if marks else ''}: {who}: “{quote}”{unsure}"


def write_reading(reading: Reading, folder: Path) -> None:
    """Write ID.json into the folder, which is made when it is not there."""
    from sarhad.export.reading_form import reading_form

    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = own_path(folder, reading.document)
        path.write_text(
            printable(json.dumps(reading_form(reading), ensure_ascii=False, indent=1)) + "\n",
            encoding="utf-8",
        )
    except OSError as error:
        raise RecordError(
            f"cannot write into {folder}: {error.strerror}; give another --out folder"
        ) from error


def own_path(folder: Path, document: Document) -> Path:
    """The file's stem; the id where another file of that name was written there."""
    path = folder / f"{safe_name(document_name(document))}.json"
    taken = path.exists() and json.loads(path.read_text(encoding="utf-8")).get("id") != document.id
    return folder / f"{safe_name(document.id)}.json" if taken else path


def safe_name(document_id: str) -> str:
    """An id as a file name: what a path could mistake for a folder becomes "_"."""
    name = "".join("_" if c in '/\\\0:*?"<>|' else c for c in document_id).strip(". ")
    return name[:180] or "document"
