"""One kind of thing from the record: incidents, talks, disputes … families, stories, offers, judgements, documents."""

from collections.abc import Callable
from typing import Annotated

import typer

from sarhad.cli.briefing import SentencesOption
from sarhad.cli.on_screen import echo
from sarhad.cli.options import View, filtered

JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
KINDS = {
    "incidents": "Happenings, with every report's value and how many independent families tell them.",
    "talks": "Visits, meetings, rounds and calls: who met whom, where, when.",
    "disputes": "Claims that somebody denies, reframes or neither confirms nor denies.",
    "commitments": "Promises and what became of them.",
    "ceasefires": "Ceasefires, where they stand and how they came there.",
    "families": "Documents that descend from one telling: which is the earliest, which copies or rewrites which, by what passages.",
    "stories": "Occurrences that several documents tell: title, days, documents, families.",
    "accusations": "Who charges whom with what since when, who answered, and for how long nobody did.",
    "standing": "Named works and obligations with the commitments that hang on them.",
    "drift": "Claims that one telling attributes and another tells flatly, side by side.",
    "offers": "Offers of mediation and what became of them.",
}


def join(app: typer.Typer) -> None:
    """Add this topic's commands."""
    for kind, told in KINDS.items():
        app.command(
            kind, help=told, epilog=f"`sarhad {kind} --actor PAK --since 2025-10`\n\n`sarhad {kind} --json`"
        )(filtered(_command(kind)))
    app.command(
        "judgements", epilog="`sarhad judgements --since 2025-10`\n\n`sarhad judgements --actor PAK --json`"
    )(filtered(judgements))
    app.command("documents", epilog="`sarhad documents --since 2025`\n\n`sarhad documents --dropped`")(
        filtered(documents)
    )


def _command(kind: str) -> Callable[..., None]:
    def command(view: View, as_json: JsonOption = False, sentences: SentencesOption = False) -> None:
        with view.open() as record:
            if as_json:
                return _lines(record.listed(kind, view.scope))
            fused, readings, trusted = record.view().fused, record.readings(), record.trusted()
        from sarhad.cli.render_terminal import console, show_section
        from sarhad.monitor import list_section
        from sarhad.monitor.naming import registry_find, registry_names

        section = list_section(
            kind,
            fused,
            readings,
            registry_names(),
            find=registry_find,
            trusted=trusted,
            filters=view.scope.filters,
            theatre=view.scope.theatre,
        )
        return show_section(section, console(), sentences=sentences)

    command.__name__ = kind
    return command


def _lines(items: tuple[object, ...]) -> None:
    from sarhad.cli.render_json import as_json

    for item in items:
        typer.echo(as_json(item, indent=None))


def judgements(view: View, as_json: JsonOption = False) -> None:
    """What people said of readings and threads, those taken back too. The period is that of the saying."""
    with view.open() as record:
        made = record.judged(view.scope)
    if as_json:
        return _lines(made)
    from sarhad.cli.judging import judgement_row

    for j in made:
        echo(judgement_row(j))
    if not made:
        typer.echo("no judgement of this kind", err=True)
    return None


def documents(
    view: View,
    as_json: JsonOption = False,
    dropped: Annotated[bool, typer.Option("--dropped", help="Pages that were not kept, and why.")] = False,
) -> None:
    """What was taken in: id, date of publication and its basis, publisher, title."""
    with view.open() as record:
        items = (
            tuple(record.record.dropped())
            if dropped
            else tuple(r.document for r in record.readings(view.scope))
        )
    if as_json:
        return _lines(items)
    for item in items:
        echo(_row(item))
    return None


def _row(item: object) -> str:
    from sarhad.monitor.desk import document_name
    from sarhad.monitor.wording import printed, shorten, why_dropped
    from sarhad.records import Document, Dropped

    if isinstance(item, Dropped):
        return f"{item.source or item.document_id}  {item.stage}: {why_dropped(item)}"
    if not isinstance(item, Document):
        return str(item)
    dating = item.published
    name = document_name(item)
    also = f" = {item.id}" if name != item.id else ""
    return f"{name}{also}  {printed(dating.date)} ({dating.basis})  {item.publisher or '-'}  [{item.language}]  {shorten(item.title or item.article(), 80)}"
