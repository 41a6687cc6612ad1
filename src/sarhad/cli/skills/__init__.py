"""`sarhad skill KIND`: one skill alone, JSON Lines in, JSON Lines out, for measuring and for use in other programs.

Each skill is a function over rows in a module of its own, loaded when it is asked for.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from sarhad.cli.skills.rows import Row, rows
from sarhad.errors import WrongUse

SKILLS = {
    "text": "pages",
    "duplicates": "threads",
    "stories": "threads",
    "times": "times",
    "places": "places",
    "places_e2e": "places",
    "attribution": "attribution",
    "five_w": "five_w",
    "event_type": "event_type",
    "event_coreference": "event_coreference",
}
"""Each skill with the module whose function of that name does it."""


def join(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command("skill", epilog="`sarhad skill times < articles.jsonl > times.jsonl`")(skill)


def skill(
    kind: Annotated[str, typer.Argument(help=f"One of {', '.join(SKILLS)}.")],
    source: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Rows to read; standard input when not given.")
    ] = None,
) -> None:
    """Run one skill over rows: one JSON object a line in, one out, with the same id. docs/stages/skills.md tells
    what each reads and answers."""
    done = named(kind)
    for row in done(rows(source)):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def named(kind: str) -> Callable[[Iterable[Row]], Iterator[Row]]:
    """The skill of that name; WrongUse when there is none."""
    if kind not in SKILLS:
        raise WrongUse(f"there is no skill {kind!r}; one of {', '.join(SKILLS)}")
    found: Callable[[Iterable[Row]], Iterator[Row]] = getattr(
        import_module(f"sarhad.cli.skills.{SKILLS[kind]}"), kind
    )
    return found
