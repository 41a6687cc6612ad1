"""Options that several commands share, each written once."""

import inspect
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial, wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from sarhad.cli.progress import progress
from sarhad.errors import WrongUse
from sarhad.library import OpenRecord, open_record
from sarhad.questions import Asked, Scope, scope
from sarhad.settings import Settings, from_environment

RecordPath = Annotated[
    Path,
    typer.Option("--record", envvar="SARHAD_RECORD", help="The record file.", show_default=True),
]
DEFAULT_RECORD = Path("sarhad.db")

FILTERS = {
    "theatre": "A theatre's name or TOML file (sarhad theatre list).",
    "actor": "An actor code or its beginning: PAK, PAK.GOV, PAK.REB/ttp.",
    "type": "A type of act: ASSAULT, CONSULT, AGREE, …",
    "place": "Part of a place's name, or a country's ISO code.",
    "since": "First day: 2025-10-11, 2025-10 or 2025.",
    "until": "Last day.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A record to look into and what to look for."""

    path: Path
    scope: Scope
    settings: Settings

    def open(self) -> OpenRecord:
        """The record, which must be there: looking never makes a file."""
        return open_existing(self.path, self.settings)


def settings() -> Settings:
    """The environment's settings, or one line about what is wrong with them."""
    try:
        return from_environment()
    except ValueError as error:
        raise WrongUse(f"a SARHAD_ setting holds no number ({error}); correct or unset it") from None


def open_existing(path: Path, known: Settings | None = None) -> OpenRecord:
    """A record file that is there; WrongUse says how to make one."""
    if not path.exists():
        raise WrongUse(f"there is no record at {path}; make one with: sarhad add PATH… --record {path}")
    theatres = (known or settings()).theatres
    return open_record(path, create=False, theatres=theatres, waiting=partial(progress, "Putting together"))


def filtered(command: Callable[..., None], without: Collection[str] = ()) -> Callable[..., None]:
    """Give a command `--record` and the six filters; it receives them as one `View` in its first parameter. Its help
    leaves out those it goes `without`: they are taken, so that the command can say why they do not apply."""

    @wraps(command)
    def wrapper(**given: Any) -> None:
        asked = Asked(**{name: given.pop(name) for name in FILTERS})  # type: ignore[typeddict-item]
        now = settings()
        view = View(path=given.pop("record"), scope=scope(asked, now.theatres), settings=now)
        command(view, **given)

    own = list(inspect.signature(command, eval_str=True).parameters.values())[1:]
    shared = _shared(without)
    wrapper.__signature__ = inspect.Signature([*own, *shared])  # type: ignore[attr-defined]
    wrapper.__annotations__ = {p.name: p.annotation for p in (*own, *shared)}
    return wrapper


def _shared(without: Collection[str]) -> list[inspect.Parameter]:
    kind = inspect.Parameter.KEYWORD_ONLY
    filters = [
        inspect.Parameter(
            name,
            kind,
            default=None,
            annotation=Annotated[str | None, typer.Option(f"--{name}", help=told, hidden=name in without)],
        )
        for name, told in FILTERS.items()
    ]
    return [inspect.Parameter("record", kind, default=DEFAULT_RECORD, annotation=RecordPath), *filters]
