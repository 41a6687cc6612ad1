"""`sarhad skill five_w`: id, title, text, description, published → who, what, when, where and date."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sarhad.cli.skills.rows import Row, text_of

if TYPE_CHECKING:
    from sarhad.reading.five_w import FiveW
    from sarhad.records import Document


def five_w(given: Iterable[Row]) -> Iterator[Row]:
    """The main event of each article."""
    from sarhad.pipeline import load_tools
    from sarhad.reading.five_w import FiveW, five_w

    tools = load_tools(names=True)
    for row in given:
        document = _document(row)
        found = (
            five_w(document, tools, description=str(row.get("description") or "")) if document else FiveW()
        )
        yield {"id": row["id"], **_answer(found)}


def _document(row: Row) -> "Document | None":
    """The article of a row, cleaned and dated; None when it holds no text."""
    from sarhad.press.clean import clean
    from sarhad.press.dating import propose
    from sarhad.records import Claims, Dropped, Page

    claims = Claims(id=str(row["id"]), title=row.get("title"), date=row.get("published"), url=row.get("url"))
    page = Page(
        body=text_of(row).encode("utf-8", "surrogateescape"),
        source="row",
        media_type="text/plain",
        claims=claims,
    )
    document = clean(page)
    if isinstance(document, Dropped):
        return None
    return replace(document, published=propose(page, document))


def _answer(found: "FiveW") -> Row:
    phrases = {"who": found.who, "what": found.what, "when": found.when, "where": found.where}
    return {
        **{name: phrase.text if phrase else None for name, phrase in phrases.items()},
        "date": found.day.isoformat() if found.day else None,
        "date_why": found.day_why,
        "said_by": found.said_by.text if found.said_by else None,
        "actors": [a.code for a in found.actors],
        "place": found.place.name if found.place else None,
    }
