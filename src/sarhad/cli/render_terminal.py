"""A brief and its sections on a terminal: wrapped to its width, plain and unwrapped when piped."""

import re
from typing import TYPE_CHECKING

from sarhad.cli.on_screen import unsteered
from sarhad.cli.render_markdown import cite_briefly, heading, source
from sarhad.records import Brief, Line, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.segment import Segment

ARROWS = {"better": "green", "worse": "red", "unchanged": "yellow", "unclear": "cyan"}
SHOWN = 4
"""Documents named under one line; HTML, Markdown and JSON carry every sentence."""

_WORDS = (
    "ACCORDING TO", "BACKGROUND", "ACCUSED", "REFUSED OR DENIED", "DEMANDED", "THREATENED", "WARNED", "OFFERED",
    "PLANNED", "STALLED", "PLEDGED AGAIN", "PLEDGED", "BROKEN", "KEPT, NOT READ", "KEPT", "SCREENED OUT", "NOTHING FOUND", "LEFT OUT", "UNDER WAY", "WRONG DATE",
    "DOUBTFUL DATE", "OPEN DATE", "NO RESULT", "NEITHER CONFIRMED NOR DENIED", "ONE STORY", "REPORTS DISAGREE", "ATTRIBUTION DROPPED", "SAME OCCURRENCE", "DROPPED",
    "PERHAPS ANSWERED", "UNANSWERED", "ANSWERED", "TOLD FLATLY ELSEWHERE", "OFFER TO MEDIATE", "? UNCLEAR", "↗ BETTER", "↘ WORSE", "→ UNCHANGED",
)  # fmt: skip
_CLAIM = r"CLAIM(?: by [^:]+?| of nobody named)?, DENIED|CLAIM"
_LEAD = re.compile("|".join((_CLAIM, *map(re.escape, _WORDS))))


def console(*, stderr: bool = False) -> "Console":
    """A console as wide as the terminal; endless lines when the output goes into a pipe or file."""
    from rich.console import Console
    from rich.segment import Segment

    class Piped(Console):
        """Leaves it to the application how a run ends whose reader has gone, and lets no page steer the terminal."""

        def render(
            self, renderable: "RenderableType", options: "ConsoleOptions | None" = None
        ) -> "Iterator[Segment]":
            for s in super().render(renderable, options):
                yield s if s.control else Segment(unsteered(s.text), s.style)

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    made = Piped(stderr=stderr, highlight=False, soft_wrap=False)
    return made if made.is_terminal else Piped(stderr=stderr, highlight=False, width=100_000, no_color=True)


def lead_of(text: str) -> str:
    """The words in capitals that a line opens with ("STALLED", "CLAIM, DENIED"), or ""."""
    lead = _LEAD.match(text)
    return lead.group() if lead else ""


def show_brief(brief: Brief, out: "Console", *, sentences: bool = False) -> None:
    """The whole brief."""
    from rich.text import Text

    out.print(Text(f"SARHAD BRIEF · {brief.theatre}", style="bold"))
    out.print(Text(heading(brief), style="dim"))
    for section in brief.sections:
        show_section(
            section, out, arrow=brief.arrow if section.key == "situation" else "", sentences=sentences
        )


def show_section(section: Section, out: "Console", *, arrow: str = "", sentences: bool = False) -> None:
    """One section: its title, its lines with their sentences, or what to say when it is empty."""
    from rich.text import Text

    out.print()
    out.print(Text(section.title.upper(), style="bold underline"))
    if not section.lines:
        out.print(Text(f"  {section.empty}", style="dim"))
    for number, line in enumerate(section.lines):
        _show(line, out, style=ARROWS.get(arrow, "") if number == 0 else "", sentences=sentences)


def _show(line: Line, out: "Console", *, style: str, sentences: bool) -> None:
    from rich.text import Text

    text = Text(line.text, style=style)
    text.stylize("bold", 0, len(lead_of(line.text)))
    _hang("  • ", text, out)
    for detail in line.details:
        _hang("      – ", Text(detail), out)
    if sentences:
        for citation in line.citations:
            _hang("      ↳ ", Text(cite_briefly(citation, 400), style="dim"), out)
    elif line.citations:
        _hang("      ↳ ", Text(_sources(line), style="dim"), out)


def _sources(line: Line) -> str:
    """The documents a line rests on, each once, and how to follow it."""
    told = list(dict.fromkeys(source(c).rstrip(":") for c in line.citations))
    more = f" and {len(told) - SHOWN} more" if len(told) > SHOWN else ""
    follow = f"   [show {line.refers_to}]" if line.refers_to else ""
    return "; ".join(told[:SHOWN]) + more + follow


def _hang(mark: str, text: object, out: "Console") -> None:
    """A mark, and text that keeps clear of it when it wraps."""
    from rich.table import Table
    from rich.text import Text

    if not out.is_terminal:
        out.print(Text(mark).append_text(text if isinstance(text, Text) else Text(str(text))), soft_wrap=True)
        return
    grid = Table.grid(padding=0)
    grid.add_column(width=len(mark), no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(mark, text)  # type: ignore[arg-type]
    out.print(grid)
