"""The application: its commands, and the one place where an error becomes a line and an exit status."""

import os
import sys
from collections.abc import Sequence

import typer

from sarhad.cli import (
    adding,
    asking,
    briefing,
    demo,
    doctor,
    explaining,
    exporting,
    judging,
    showing,
    skills,
    theatres,
)
from sarhad.cli.on_screen import unsteered
from sarhad.errors import SarhadError, WrongUse

CLICK_ERROR = next(c for c in typer.BadParameter.__mro__ if c.__name__ == "ClickException")
"""typer raises its own copy of click's exceptions in newer versions and click's in older ones."""

app = typer.Typer(
    name="sarhad",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    help="Keep the record of a border from its open press: what happened, who says so, who denies it, "
    "what was promised and what became of it. Every line leads back to the sentence it came from.",
    epilog="Start with `sarhad demo`. Then: `sarhad add PATH…`, `sarhad brief`.\n\n`--debug` shows where an error arose.",
)
for room in (
    adding,
    briefing,
    asking,
    showing,
    explaining,
    judging,
    exporting,
    theatres,
    skills,
    demo,
    doctor,
):
    room.join(app)


@app.callback(invoke_without_command=True)
def top(
    context: typer.Context, version: bool = typer.Option(False, "--version", help="Say which Sarhad this is.")
) -> None:
    if version:
        import sarhad

        typer.echo(f"sarhad {sarhad.__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


def run(arguments: Sequence[str]) -> int:
    """Run one command; 0 when done, 1 for a failure, 2 for wrong use. `--debug` lets an error show its trace."""
    debug = "--debug" in arguments
    try:
        status = app(args=[a for a in arguments if a != "--debug"], prog_name="sarhad", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except BrokenPipeError:
        return _quiet()
    except SystemExit as ended:  # typer's own end when a pipe breaks
        if isinstance(ended.__context__, BrokenPipeError):
            return _quiet()
        raise
    except KeyboardInterrupt:
        return _say("stopped; what was kept is safe, run the same command again to go on", 130)
    except Exception as error:
        if debug:
            raise
        return _tell(error)


def _tell(error: Exception) -> int:
    if isinstance(error, CLICK_ERROR):
        return _say(f"{error.format_message()} (see sarhad --help)", 2)  # type: ignore[attr-defined]
    if isinstance(error, typer.Abort):
        return _say("stopped", 1)
    if isinstance(error, SarhadError):
        return _say(str(error), 2 if isinstance(error, WrongUse) else 1)
    if isinstance(error, OSError):
        return _say(f"{error.filename or 'the system'}: {error.strerror or error}", 1)
    return _say(
        f"{type(error).__name__}: {error}; this is a fault of Sarhad, run again with --debug and report it", 1
    )


def _say(line: str, status: int) -> int:
    print(f"sarhad: {unsteered(' '.join(line.split()))}", file=sys.stderr)
    return status


def _quiet() -> int:
    """The reader of our output has gone: not an error. Python would complain at exit when it flushes once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
