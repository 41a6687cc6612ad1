"""What a page must not do to the terminal that shows it."""

from io import StringIO

import pytest
from rich.text import Text

from sarhad.cli.on_screen import unsteered
from sarhad.cli.render_terminal import console
from sarhad.export.tables import harmless


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("a \x1b[2J clean page", "a ␛[2J clean page"),
        ("\x1b]0;renamed\x07", "␛]0;renamed␇"),
        ("all was well\rnothing was", "all was well␍nothing was"),
        ("one,two\r\n\tthree", "one,two\r\n\tthree"),
        ("\x9b31m red \x7f", "\ufffd31m red ␡"),
        ("سرحد – “border”", "سرحد – “border”"),
    ],
)
def test_what_would_steer_the_terminal_is_shown(told: str, shown: str) -> None:
    assert unsteered(told) == shown


def test_a_console_shows_it_too_and_keeps_its_own_colours() -> None:
    out = console()
    out.file = StringIO()
    out.print(Text("a \x1b[2J page", style="bold"))
    assert out.file.getvalue() == "a ␛[2J page\n"


def test_no_control_character_stands_in_a_cell_or_hides_a_formula() -> None:
    assert harmless("a\x00b\x1b[2Jc") == "ab[2Jc"
    assert harmless("\x1b=1+1") == "'=1+1"
