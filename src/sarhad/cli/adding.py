"""Taking pages in: `sarhad add` keeps them, `sarhad read` only reads them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sarhad.cli.on_screen import echo
from sarhad.cli.options import DEFAULT_RECORD, RecordPath, settings
from sarhad.cli.progress import Step, progress
from sarhad.errors import Unreadable
from sarhad.records import Dropped, Page, Reading

if TYPE_CHECKING:
    from sarhad.pipeline import Outcome
    from sarhad.press.fetch import Transport
    from sarhad.press.intake import IntakeOptions

Sources = Annotated[
    list[str],
    typer.Argument(help="Files, folders, URLs, feeds, JSON or JSON Lines files; - is standard input."),
]
Follow = Annotated[bool, typer.Option("--follow", help="Fetch the pages that a feed's items lead to.")]
Private = Annotated[bool, typer.Option("--allow-private", help="Fetch loopback and private addresses too.")]


TheatreNames = Annotated[
    str | None, typer.Option("--theatre", help="Know this theatre's own names and places while reading.")
]


Screen = Annotated[
    bool, typer.Option("--screen", help="Do not read what names nothing of the theatre (with --theatre).")
]


def join(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command(
        "add",
        epilog="`sarhad add press/ https://example.org/feed.xml --follow --record border.db`\n\n`sarhad add press/ --again`",
    )(add)
    app.command("read", epilog="`sarhad read page.html --json`\n\n`sarhad read press.jsonl --out readings/`")(
        read
    )


def add(
    sources: Sources,
    record: RecordPath = DEFAULT_RECORD,
    follow: Follow = False,
    allow_private: Private = False,
    theatre: TheatreNames = None,
    screen: Screen = False,
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            help="Read pages that are there already once more, as after a new version of the reader.",
        ),
    ] = False,
) -> None:
    """Take pages in, read them and keep them. The same page twice changes nothing: what is there already is not even
    read again, also by a newer reader, unless you say --again; then the new reading is kept beside the old one."""
    from sarhad.library import open_record

    options, transport = intake(follow, allow_private)
    with (
        open_record(record, theatres=settings().theatres) as opened,
        progress("Reading", sources) as step,
    ):
        kept = opened.adding(
            *sources, options=options, transport=transport, theatre=theatre, screen=screen, again=again
        )
        counts = tell_each(kept, step)
    typer.echo(summary(counts, record))
    if counts and set(counts) == {"dropped"}:
        raise Unreadable("nothing could be kept; the lines above say why")


def read(
    sources: Sources,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the full reading as JSON, one object a line.")
    ] = False,
    out: Annotated[Path | None, typer.Option("--out", help="A folder: one ID.json a document.")] = None,
    follow: Follow = False,
    allow_private: Private = False,
    theatre: TheatreNames = None,
    screen: Screen = False,
) -> None:
    """Read pages without keeping them."""
    from sarhad.cli.readings import show_reading, write_reading

    told = 0
    with progress("Reading", sources) as step:
        for result in readings_of(sources, theatre, screen, *intake(follow, allow_private)):
            step(result.document.id if isinstance(result, Reading) else "")
            if isinstance(result, Dropped):
                warn(result)
                continue
            told += 1
            write_reading(result, out) if out else show_reading(result, as_json=as_json)
    if not told:
        raise Unreadable("nothing could be read; the lines above say why")
    if out:
        typer.echo(f"written: {told} file{'s' * (told > 1)} into {out}", err=True)


def readings_of(
    sources: Iterable[str], name: str | None, screen: bool, options: "IntakeOptions", transport: "Transport"
) -> Iterator[Reading | Dropped]:
    """Each page read, or why it was not."""
    from datetime import UTC, datetime

    from sarhad.pipeline import read_safely
    from sarhad.press.intake import take_in
    from sarhad.questions import reading_theatre

    theatre = reading_theatre(name, settings().theatres, screen=screen)
    for taken in take_in(sources, options=options, transport=transport, clock=lambda: datetime.now(UTC)):
        yield read_safely(taken, theatre, screen=screen) if isinstance(taken, Page) else taken


def intake(follow: bool, allow_private: bool) -> "tuple[IntakeOptions, Transport]":
    """What the environment and the flags allow."""
    from sarhad.press.fetch import HttpTransport
    from sarhad.press.intake import IntakeOptions

    now = settings()
    fetch = HttpTransport(
        allow_private=allow_private or now.allow_private,
        max_bytes=now.max_page_bytes,
        seconds=now.fetch_seconds,
    )
    return IntakeOptions(follow=follow, max_bytes=now.max_page_bytes), fetch


def tell_each(outcomes: "Iterable[Outcome]", step: "Step") -> Counter[str]:
    """Say what was dropped as it happens, and count."""
    counts: Counter[str] = Counter()
    for outcome in outcomes:
        counts[outcome.what] += 1
        step(outcome.document_id or outcome.source)
        if outcome.what == "dropped":
            warn(
                Dropped(document_id=outcome.document_id, stage="", reason=outcome.why, source=outcome.source)
            )
    return counts


def warn(lost: Dropped) -> None:
    """One line for one page that left the line."""
    from sarhad.monitor.wording import why_dropped

    echo(f"dropped: {lost.source or lost.document_id} — {why_dropped(lost)}", err=True)


def summary(counts: Counter[str], record: Path) -> str:
    """ "5 kept, 1 dropped → sarhad.db"."""
    words = {
        "kept": "read and kept",
        "silent": "read, nothing found",
        "screened": "screened out",
        "unread": "kept, not read",
        "known": "already there",
        "dropped": "dropped",
    }
    told = ", ".join(f"{counts[k]} {w}" for k, w in words.items() if counts[k])
    return f"{told or 'nothing to take in'} → {record}"
