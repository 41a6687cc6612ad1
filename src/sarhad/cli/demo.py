"""`sarhad demo`: the sample press read into a record of its own, the brief printed and written, and what to try next."""

from pathlib import Path

import typer

RECORD, PAGE = Path("sarhad-demo.db"), Path("sarhad-brief.html")
NEXT = f"""
What to try next
  open {PAGE} in a browser: each line opens to the sentences it rests on
  sarhad incidents --record {RECORD} --actor PAK
  sarhad show 06_raisi_visit_wire --record {RECORD}
  sarhad search '"border markets"' --record {RECORD}
  sarhad add YOUR-FOLDER --record border.db && sarhad brief --record border.db
  sarhad --help
"""


def join(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command("demo", epilog="`sarhad demo`")(demo)


def demo() -> None:
    """Read the sample press, keep it in sarhad-demo.db, print the brief and write it as sarhad-brief.html."""
    from sarhad.cli.adding import intake, summary, tell_each
    from sarhad.cli.briefing import rendered, write
    from sarhad.cli.progress import progress
    from sarhad.cli.render_terminal import console, show_brief
    from sarhad.library import open_record
    from sarhad.questions import Scope
    from sarhad.records import Filters
    from sarhad.sample import sample_folder

    options, transport = intake(follow=False, allow_private=False)
    with open_record(RECORD) as record:
        with progress("Reading the sample press", [str(sample_folder())]) as step:
            counts = tell_each(record.adding(sample_folder(), options=options, transport=transport), step)
        brief = record.brief_of(Scope(filters=Filters()))
    show_brief(brief, console())
    write(rendered(brief, "html"), PAGE)
    typer.echo(f"\n{summary(counts, RECORD)}{NEXT}")
