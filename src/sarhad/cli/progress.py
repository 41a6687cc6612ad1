"""How far a long run is, on standard error."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol


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
