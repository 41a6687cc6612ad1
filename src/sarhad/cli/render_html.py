"""A brief as one self-contained HTML file: no script, no font, no picture from anywhere else."""

from importlib.resources import files

from sarhad.cli.render_markdown import heading
from sarhad.monitor.wording import printed
from sarhad.records import Brief, Line


def brief_as_html(brief: Brief) -> str:
    """The whole brief; every text is escaped by the template engine."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["printed"] = printed
    template = files("sarhad.cli").joinpath("templates/brief.html.j2").read_text(encoding="utf-8")
    page = environment.from_string(template).render(
        brief=brief, heading=heading(brief), anchor=anchor, split=split
    )
    return page.encode("utf-8", "replace").decode("utf-8")


def anchor(section: str, number: int, line: Line) -> str:
    """The id a line can be linked by: its thread's when it has one, so that a link survives the next brief."""
    return f"{section}-{line.refers_to or number}"


def split(text: str) -> tuple[str, str]:
    """The lead word in capitals apart from the rest: ("STALLED", " — Pakistan …")."""
    from sarhad.cli.render_terminal import lead_of

    lead = lead_of(text)
    return lead, text[len(lead) :]
