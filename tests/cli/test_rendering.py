"""One brief in four forms: nothing lost, nothing executed, every script readable."""

import json
from io import StringIO

import pytest
from rich.console import Console

from sarhad.cli.render_html import brief_as_html
from sarhad.cli.render_json import as_json
from sarhad.cli.render_markdown import brief_as_markdown, escaped
from sarhad.cli.render_terminal import lead_of, show_brief
from sarhad.records import Brief, Citation, Line, Section

URDU = "طورخم سرحد پر ٹرکوں کی قطاریں"
NASTY = "<script>alert('x')</script> & [bold]not markup[/bold] *stars*"


def brief() -> Brief:
    cited = Citation(
        document_id="d<1>",
        quote=f"{URDU} {NASTY}",
        publisher="Border & Co",
        published="2025-10-11",
        start=0,
        end=9,
    )
    line = Line(
        text=f"CLAIM, DENIED by Kabul: {NASTY}",
        citations=(cited,),
        refers_to="i1",
        details=(f"told also: {URDU}",),
    )
    return Brief(
        theatre=f"Border {URDU}",
        since=None,
        until=None,
        arrow="worse",
        arrow_why="more fire",
        sections=(
            Section(key="situation", title="Situation", lines=(Line(text="↘ WORSE: more fire"),)),
            Section(key="incidents", title="Incidents", lines=(line,)),
            Section(key="unsure", title="Unsure", empty="Nothing is kept apart."),
        ),
        documents=1,
        families=1,
    )


@pytest.mark.parametrize("width", [20, 40, 80, 200])
@pytest.mark.parametrize("terminal", [True, False])
def test_the_terminal_shows_every_word_at_any_width(width: int, terminal: bool) -> None:
    out = StringIO()
    console = Console(
        file=out,
        width=width if terminal else 100_000,
        force_terminal=terminal,
        no_color=True,
        highlight=False,
    )
    show_brief(brief(), console, sentences=True)
    told = "".join(out.getvalue().split())
    for words in (NASTY, URDU, "Nothing is kept apart.", "CLAIM, DENIED"):
        assert "".join(words.split()) in told.replace("\x1b[1m", "").replace("\x1b[0m", "").replace(
            "\x1b[2m", ""
        )


def test_piped_lines_are_not_wrapped() -> None:
    out = StringIO()
    show_brief(brief(), Console(file=out, width=100_000, force_terminal=False, highlight=False))
    assert any(NASTY in line for line in out.getvalue().splitlines())


def test_html_escapes_and_says_which_way_a_script_runs() -> None:
    page = brief_as_html(brief())
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert URDU in page
    assert 'dir="auto"' in page
    assert "prefers-color-scheme: dark" in page
    assert "characters 0–9" in page
    assert 'id="incidents-i1"' in page
    for outside in ("src=", "@import", "url(", "<link", "http:", "https:"):
        assert outside not in page


def test_markdown_keeps_the_words_and_disarms_the_signs() -> None:
    text = brief_as_markdown(brief())
    assert "\\<script\\>" in text
    assert URDU in text
    assert escaped("a_b*c") == "a\\_b\\*c"


def test_json_is_the_record_itself_and_survives_lone_surrogates() -> None:
    made = json.loads(as_json(brief()))
    assert made["sections"][1]["lines"][0]["citations"][0]["publisher"] == "Border & Co"
    assert as_json(Line(text="broken \ud800 pair")).encode("utf-8")
    assert brief_as_html(
        Brief(
            **{
                f: getattr(brief(), f)
                for f in ("since", "until", "arrow", "arrow_why", "sections", "documents", "families")
            },
            theatre="\ud800",
        )
    ).encode("utf-8")


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("CLAIM, DENIED by Kabul: x", "CLAIM, DENIED"),
        ("CLAIM by Kabul, DENIED: x", "CLAIM by Kabul, DENIED"),
        ("CLAIM by Kabul: x, DENIED", "CLAIM"),
        ("STALLED — Pakistan: x", "STALLED"),
        ("↘ WORSE: more", "↘ WORSE"),
        ("? UNCLEAR: few", "? UNCLEAR"),
        ("Pakistan says: x", ""),
        ("UNIFIL says: x", ""),
    ],
)
def test_the_lead_word_stands_out(text: str, lead: str) -> None:
    assert lead_of(text) == lead
