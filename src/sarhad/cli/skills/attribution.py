"""`sarhad skill attribution`: id, text → who says what, each with source, cue and content as [start, end].

`attributions` are those of the text itself; `inner` those inside the content of another; `unsourced` those that name
nobody (source null). Each has the stance and how it was found.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sarhad.cli.skills.rows import Row, text_of
from sarhad.records import Document, Span

if TYPE_CHECKING:
    from spacy.language import Language

    from sarhad.reading.attribution_spans import Attribution, Chars
    from sarhad.reading.readable import Readable

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def attribution(given: Iterable[Row]) -> Iterator[Row]:
    """Who says what in each text."""
    from sarhad.pipeline import load_tools

    parser = load_tools(names=True).parser
    for row in given:
        yield {"id": row["id"], **_told(text_of(row), parser)}


def _told(text: str, parser: "Language") -> dict[str, list[Row]]:
    """The attributions of one text, line by line of it parsed."""
    from sarhad.reading.attribution_spans import attributions
    from sarhad.reading.readable import readable
    from sarhad.reading.tagger import parse

    told: dict[str, list[Row]] = {"attributions": [], "inner": [], "unsourced": []}
    lines = tuple(Span(start=m.start(), end=m.end()) for m in _LINE.finditer(text))
    page = readable(Document(id="", page_sha256="", text=text, source="", passages=lines))
    for found in attributions(parse(page, parser)) if page.passages else ():
        told[_kind(found)].append(_row(found, page))
    return told


def _kind(found: "Attribution") -> str:
    if found.source is None:
        return "unsourced"
    return "attributions" if found.within is None else "inner"


def _row(found: "Attribution", page: "Readable") -> Row:
    return {
        "source": _span(found.source, page),
        "cue": _span(found.cue, page),
        "content": _span(found.content, page),
        "stance": found.stance.value,
        "why": found.why,
    }


def _span(part: "Chars | None", page: "Readable") -> list[int] | None:
    """The range in the text as it was given."""
    if part is None:
        return None
    span = page.span(*part)
    return [span.start, span.end]
