"""One kind of thing from the record: incidents, talks, disputes … families, stories, offers, judgements, documents."""

from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from sarhad.cli.briefing import SentencesOption
from sarhad.cli.on_screen import echo
from sarhad.cli.options import View, filtered
from sarhad.errors import WrongUse
from sarhad.library import OpenRecord
from sarhad.monitor.nothing import UNFILTERED, why_nothing
from sarhad.questions import Scope, fitting
from sarhad.records import Dropped, Filters, Reading, Section

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
        )(filtered(_command(kind), without=tuple(UNFILTERED.get(kind, ()))))
    app.command(
        "judgements", epilog="`sarhad judgements --since 2025-10`\n\n`sarhad judgements --actor PAK --json`"
    )(filtered(judgements))
    app.command("documents", epilog="`sarhad documents --since 2025`\n\n`sarhad documents --dropped`")(
        filtered(documents)
    )


def _command(kind: str) -> Callable[..., None]:
    def command(view: View, as_json: JsonOption = False, sentences: SentencesOption = False) -> None:
        from sarhad.monitor import empty_words

        fitting(kind, view.scope)
        with view.open() as record:
            if as_json:
                return _lines(lambda scope: record.listed(kind, scope), empty_words(kind), record, view)
            section = _section(kind, record, view)
        from sarhad.cli.render_terminal import console, show_section

        return show_section(section, console(), sentences=sentences)

    command.__name__ = kind
    return command


def _section(kind: str, record: OpenRecord, view: View) -> Section:
    from sarhad.monitor import list_section
    from sarhad.monitor.naming import registry_find, registry_names

    return list_section(
        kind,
        record.view().fused,
        record.readings(),
        registry_names(),
        find=registry_find,
        trusted=record.trusted(),
        filters=view.scope.filters,
        theatre=view.scope.theatre,
    )


Listed = Callable[[Scope], tuple[object, ...]]


def _lines(listed: Listed, empty: str, record: OpenRecord, view: View) -> None:
    """One JSON object a line; on standard error why there is none."""
    from sarhad.cli.render_json import as_json

    for item in (items := listed(view.scope)):
        typer.echo(as_json(item, indent=None))
    if not items:
        say_why(listed, empty, record)


def say_why(listed: Listed, empty: str, record: OpenRecord) -> None:
    """On standard error why a list holds nothing."""
    held = len(listed(Scope(filters=Filters())))
    typer.echo(why_nothing(empty, held, record.readings()), err=True)


def judgements(view: View, as_json: JsonOption = False) -> None:
    """What people said of readings and threads, those taken back too. The period is that of the saying."""
    from sarhad.cli.judging import judgement_row

    with view.open() as record:
        if as_json:
            return _lines(record.judged, NO_JUDGEMENT, record, view)
        for j in (made := record.judged(view.scope)):
            echo(judgement_row(j))
        if not made:
            say_why(record.judged, NO_JUDGEMENT, record)
    return None


NO_JUDGEMENT = "Nobody judged anything yet."


def documents(
    view: View,
    as_json: JsonOption = False,
    dropped: Annotated[
        bool, typer.Option("--dropped", help="Pages that were not kept, and why; takes no filter.")
    ] = False,
) -> None:
    """What was taken in: id, date of publication and its basis, publisher, title; why a page was not read, if so."""
    if dropped and view.scope != Scope(filters=Filters()):
        raise WrongUse(
            "no filter applies to --dropped: of a page that was not kept nothing is known; leave the filters out"
        )
    with view.open() as record:
        if dropped:
            return _dropped(record.record.dropped(), as_json)
        if as_json:
            return _lines(
                lambda scope: tuple(r.document for r in record.readings(scope)), NO_DOCUMENT, record, view
            )
        for reading in (readings := record.readings(view.scope)):
            echo(_row(reading))
        if not readings:
            say_why(record.readings, NO_DOCUMENT, record)
    return None


NO_DOCUMENT = "No document."


def _dropped(lost: Sequence[Dropped], as_json: bool) -> None:
    from sarhad.cli.render_json import as_json as one_line
    from sarhad.monitor.wording import why_dropped

    for d in lost:
        if as_json:
            typer.echo(one_line(d, indent=None))
        else:
            echo(f"{d.source or d.document_id}  {d.stage}: {why_dropped(d)}")
    if not lost:
        typer.echo("No page was dropped.", err=True)


def _row(reading: Reading) -> str:
    from sarhad.monitor.desk import name_and_id
    from sarhad.monitor.wording import printed, shorten, why_unread

    document, why = reading.document, why_unread(reading)
    dating = document.published
    title = shorten(document.title or document.article(), 80)
    return (
        f"{name_and_id(document)}  {printed(dating.date)} ({dating.basis})  {document.publisher or '-'}  [{document.language}]  {title}"
        + (f"  — {why}" if why else "")
    )
