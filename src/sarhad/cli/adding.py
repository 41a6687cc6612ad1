"""Taking pages in: `sarhad add` keeps them, `sarhad read` only reads them."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol

import typer

from sarhad.cli.on_screen import echo
from sarhad.cli.options import DEFAULT_RECORD, RecordPath, settings
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
    with open_record(record, theatres=settings().theatres) as opened:
        with progress("Reading", sources) as step:
            counts = tell_each(
                opened.adding(
                    *sources,
                    options=options,
                    transport=transport,
                    theatre=theatre,
                    screen=screen,
                    again=again,
                ),
                step,
            )
        with progress("Putting together"):
            opened.fuse()
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


class Step(Protocol):
    """Moves the progress display one page on."""

    def __call__(self, what: str = "", /) -> None: ...


@contextmanager
def progress(title: str, sources: Iterable[str] = ()) -> Iterator[Step]:
    """A counting bar on a terminal; a line for every fifty pages elsewhere. Always on standard error."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from sarhad.press.intake import estimate

    out = Console(stderr=True)
    if not out.is_terminal:
        yield _counted(title)
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TextColumn("{task.completed} pages"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=out, transient=True) as bar:
        task = bar.add_task(title, total=estimate(sources) or None)

        def step(what: str = "", /) -> None:
            bar.update(task, advance=1, description=f"{title} {what[:40]}")

        yield step


def _counted(title: str) -> Step:
    done = 0

    def step(what: str = "", /) -> None:
        nonlocal done
        done += 1
        if done % 50 == 0:
            print(f"{title.lower()}: {done} pages", file=sys.stderr)

    return step
