"""A brief as Markdown: nested lists, every line followed by its sentences."""

import re

from sarhad.cli.on_screen import unsteered
from sarhad.monitor.wording import count, day, printed, shorten
from sarhad.records import Brief, Citation, Line, Section

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def brief_as_markdown(brief: Brief) -> str:
    """The whole brief."""
    head = [f"# Brief: {escaped(brief.theatre)}", "", heading(brief), ""]
    return "\n".join([*head, *(row for s in brief.sections for row in _section(s))]) + "\n"


def heading(brief: Brief) -> str:
    """ "Oct 2025 to Dec 2025 · 5 documents, 4 independent families"."""
    since, until = day(brief.since), day(brief.until)
    period = " ".join(p for p in (f"from {since}" if since else "", f"until {until}" if until else "") if p)
    documents = count(brief.documents, "document")
    families = count(brief.families, "independent family", "independent families")
    return f"{period or 'the whole record'} · {documents}, {families}"


def _section(section: Section) -> list[str]:
    rows = [row for line in section.lines for row in _line(line)]
    return [f"## {escaped(section.title)}", "", *(rows or [f"*{escaped(section.empty)}*"]), ""]


def _line(line: Line) -> list[str]:
    details = [f"    - {escaped(d)}" for d in line.details]
    return [
        f"- {escaped(line.text)}",
        *details,
        *(f"    - *{escaped(source(c))}* {escaped(c.quote)}" for c in line.citations),
    ]


def source(citation: Citation) -> str:
    """ "id · publisher · 24 Apr 2024:"."""
    parts = [citation.document_id, citation.publisher or "", printed(citation.published)]
    return " · ".join(p for p in parts if p) + ":"


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands."""
    return _SPECIAL.sub(r"\\\1", unsteered(" ".join(text.split())))


def cite_briefly(citation: Citation, limit: int = 110) -> str:
    """One citation on one line of a terminal."""
    return f"{source(citation)} {shorten(citation.quote, limit)}"
