"""`sarhad skill KIND`: one skill alone, JSON Lines in, JSON Lines out, for measuring and for use in other programs."""

import gzip
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from sarhad.errors import NotAPage, WrongUse

Row = dict[str, Any]


def join(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command("skill", epilog="`sarhad skill duplicates < articles.jsonl > duplicates.jsonl`")(skill)


def skill(
    kind: Annotated[str, typer.Argument(help="text, stories or duplicates.")],
    source: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Rows to read; standard input when not given.")
    ] = None,
) -> None:
    """Run one skill over rows. text: id and html_path (or html) → text. stories: id title text published → story.
    duplicates: the same → the ids of reposts and rewrites."""
    if kind not in SKILLS:
        raise WrongUse(f"there is no skill {kind!r}; one of {', '.join(SKILLS)}")
    for row in SKILLS[kind](rows(source)):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


def rows(source: Path | None) -> Iterator[Row]:
    """The rows of a file or of standard input; a broken one ends the run with its number."""
    with source.open(encoding="utf-8") if source else nullcontext(sys.stdin) as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield row_of(line, number)


def row_of(line: str, number: int) -> Row:
    """One line as a row with an id."""
    try:
        row = json.loads(line)
    except ValueError as error:
        raise NotAPage(f"line {number} is not JSON ({error}); one JSON object a line is expected") from None
    if not isinstance(row, dict) or "id" not in row:
        raise NotAPage(f"line {number} has no id; each row needs one")
    return row


def text(given: Iterable[Row]) -> Iterator[Row]:
    """The article's text of each page."""
    from sarhad.press.main_text import main_text

    for row in given:
        yield {"id": row["id"], "text": main_text(_body(row), row.get("url"))}


def _body(row: Row) -> bytes:
    if "html" in row:
        return str(row["html"]).encode()
    if "html_path" not in row:
        raise NotAPage(f"row {row['id']} has neither html nor html_path; give one of them")
    path = Path(row["html_path"])
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def stories(given: Iterable[Row]) -> Iterator[Row]:
    """Which occurrence each document tells."""
    from sarhad.fusion.stories import StoryRow, stories

    made = [
        StoryRow(id=str(r["id"]), title=r.get("title") or "", text=r.get("text") or "", published=_day(r))
        for r in given
    ]
    for story in stories(made):
        for document_id in story.documents:
            yield {"id": document_id, "story": story.id}


def duplicates(given: Iterable[Row]) -> Iterator[Row]:
    """Reposts and rewrites of each document."""
    from sarhad.fusion.duplicates import near_duplicates

    pairs = [(str(r["id"]), r.get("text") or "") for r in given]
    found: dict[str, list[str]] = {document_id: [] for document_id, _ in pairs}
    for link in near_duplicates(pairs):
        found[link.a].append(link.b)
        found[link.b].append(link.a)
    for document_id, others in found.items():
        yield {"id": document_id, "duplicates": sorted(others)}


def _day(row: Row) -> date | None:
    try:
        return date.fromisoformat(str(row.get("published") or "")[:10])
    except ValueError:
        return None


SKILLS: dict[str, Callable[[Iterable[Row]], Iterator[Row]]] = {
    "text": text,
    "stories": stories,
    "duplicates": duplicates,
}
