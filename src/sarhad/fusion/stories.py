"""Stories: documents about one occurrence.

A document is compared by title (weighted), lead and names with the fixed weights of `knowledge.wording`, inside a window of days. What a
story is, `storylines` says; `stories` says the same the long way, all documents at hand and in order. It is what joining one
by one must come to, in whatever order they come.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sarhad.fusion.duplicates import is_template
from sarhad.fusion.issues import issues
from sarhad.fusion.likeness import unit
from sarhad.fusion.marks import Mark, mark
from sarhad.fusion.storylines import FLOOR, WINDOW, Shelves, neighbours, shelve
from sarhad.fusion.words import names, stems, tokens
from sarhad.knowledge.wording import word_weights
from sarhad.records import Document, Story, stable_id

LEAD = 1200
TITLE_WEIGHT = 3.0
NAME_WEIGHT = 1.5
FEWEST = 8
"""Words of a text that tell more than its title."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """What a story is told from: id, title, text, day of publication and publisher where known."""

    id: str
    title: str
    text: str
    published: date | None = None
    publisher: str | None = None


def story_row(document: Document) -> StoryRow:
    """What of a document its story is told from."""
    return StoryRow(
        id=document.id,
        title=document.title or "",
        text=document.article(),
        published=document.published.start,
        publisher=document.publisher,
    )


def story_mark(row: StoryRow) -> Mark:
    """By what a row is compared."""
    made = mark(row.id, row.published, unit(bag(row), word_weights()), row.publisher)
    return replace(made, issues=issues(row.title))


def in_order(row: StoryRow) -> tuple[date, str]:
    """By day, those without one last; the id settles ties."""
    return row.published or date.max, row.id


def stories(rows: Iterable[StoryRow]) -> list[Story]:
    """Every row in exactly one story, in order of time."""
    made = {row.id: (story_mark(row), row) for row in rows}
    marks = sorted((m for m, _ in made.values()), key=lambda m: m.order)
    groups = _in_turn(marks)
    return [tell([made[m.id][1] for m in group]) for group in groups]


def _in_turn(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Each document decided by those before it."""
    shelves, story, groups = Shelves(), dict[str, int](), list[list[Mark]]()
    for new in marks:
        sums = Counter[int]()
        for other, alike in neighbours(shelves, new):
            sums[story[other.id]] += alike
        averages = {n: total // _recent(groups[n], new) for n, total in sums.items()}
        best = max(averages, key=lambda n: (averages[n], -n), default=None)
        if best is None or averages[best] < FLOOR:
            best = len(groups)
            groups.append([])
        groups[best].append(new)
        story[new.id] = best
        shelve(shelves, new, {})
    return groups


def _recent(group: Sequence[Mark], new: Mark) -> int:
    return sum(new.day is None or m.order[0] >= new.order[0] - WINDOW for m in group)


def bag(row: StoryRow) -> Mapping[str, float]:
    """The words of the title (weighted) and the lead, and the names in them."""
    lead = _lead(row)
    out: Counter[str] = Counter()
    for word in stems(lead):
        out[word] += 1
    for word in stems(row.title):
        out[word] += TITLE_WEIGHT  # type: ignore[assignment]
    for name in names(f"{row.title} {lead}"):
        out["^" + name] += NAME_WEIGHT  # type: ignore[assignment]
    return out


def _lead(row: StoryRow) -> str:
    """The beginning of the text. Of a paywall, or where the text is a link under a few standing words, the title alone tells."""
    lead = "" if is_template(row.text) else _ADDRESS.sub(" ", row.text[:LEAD])
    return lead if len(tokens(lead)) >= FEWEST or not row.title else ""


def tell(rows: Sequence[StoryRow]) -> Story:
    """The story of these rows, its founder first."""
    founder = rows[0]
    title = founder.title or founder.text.strip().split("\n", 1)[0][:120]
    return Story(id=stable_id("st", founder.id), documents=tuple(r.id for r in rows), title=title)
