"""`sarhad theatre`: the borders that are known, a new one, a check of one's own."""

from pathlib import Path
from typing import Annotated

import typer

from sarhad.cli.options import settings
from sarhad.errors import TheatreError, WrongUse

theatre = typer.Typer(no_args_is_help=True, help="Borders with their actors, places and outlets: TOML files.")


def join(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.add_typer(theatre, name="theatre")


@theatre.command("list", epilog="`sarhad theatre list`")
def list_theatres() -> None:
    """Theatres that come with Sarhad, and your own in the folder SARHAD_THEATRES."""
    from sarhad.knowledge.theatres import load_theatre, theatres

    folder = settings().theatres
    for name in theatres(folder):
        found = load_theatre(name, folder)
        typer.echo(f"{found.name}  {found.title}  [{', '.join(found.countries)}]")


@theatre.command("new", epilog="`sarhad theatre new thai-cambodian`")
def new(
    name: Annotated[str, typer.Argument(help="A short name: letters, digits, hyphens.")],
    folder: Annotated[Path, typer.Option("--in", help="The folder to write NAME.toml into.")] = Path(),
) -> None:
    """Write the draft of a theatre file to fill in."""
    from sarhad.knowledge import theatres

    path = folder / f"{name}.toml"
    try:
        draft = theatres.new(name)
    except TheatreError as error:
        raise WrongUse(str(error)) from None
    if path.exists():
        raise WrongUse(f"{path} is there already; choose another name or edit it")
    path.write_text(draft, encoding="utf-8")
    typer.echo(f"written: {path}; fill it in, then: sarhad theatre check {path}")


@theatre.command("check", epilog="`sarhad theatre check thai-cambodian.toml`")
def check_file(path: Annotated[Path, typer.Argument(metavar="FILE")]) -> None:
    """Say what is wrong with a theatre file, line by line."""
    from sarhad.knowledge.theatres import check

    if not path.is_file():
        raise WrongUse(f"there is no file {path}; make one with: sarhad theatre new NAME")
    faults = check(path)
    for fault in faults:
        typer.echo(f"{path}: {fault}", err=True)
    if faults:
        raise TheatreError(
            f"{path} has {len(faults)} fault{'s' * (len(faults) > 1)}; correct them and check again"
        )
    typer.echo(f"{path}: in order")
