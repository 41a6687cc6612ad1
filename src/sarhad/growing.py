"""A record's families and stories grow: documents join by what the record's index knows, in time that does not grow with it.

Fusion says what joining is and what it asks; the record's index answers (`sarhad.growing_memory`).
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sarhad.fusion import kinship, storylines
from sarhad.fusion.stories import in_order, story_mark, story_row, tell
from sarhad.fusion.tellings import prepare
from sarhad.growing_memory import KeptHolders, KeptKin, KeptStories, Memory
from sarhad.records import Document, Link, Story, stable_id

if TYPE_CHECKING:
    from sarhad.record import Growth, Record


class Joiner:
    """Documents join, or leave, one by one."""

    def __init__(self, growth: "Growth") -> None:
        self.growth = growth
        self._memory = Memory(growth)
        holders = KeptHolders(self._memory)
        self._kin = KeptKin(self._memory, holders)
        self._stories = KeptStories(self._memory, holders)

    def join(self, document: Document, made: str = "") -> bool:
        """A document joins, in place of what it was when it last did; False when it is still the same."""
        known, made = self.growth.joined_as(document.id), made or joined_as(document)
        if known == made:
            return False
        if known is not None:
            self.leave(document.id)
        telling, mark = prepare(document), story_mark(story_row(document))
        self._memory.come(telling, mark, made)
        self.growth.add_links(kinship.meet(self._kin, telling))
        storylines.join(self._stories, mark)
        self._stories.forget()
        return True

    def leave(self, document_id: str) -> None:
        """A document is taken out, as if it had never come."""
        storylines.leave(self._stories, document_id)
        self._stories.forget()

    def settle(self) -> None:
        """All that was worked out stands in the index."""
        self._stories.settle()


def joined_as(document: Document) -> str:
    """A hash of all that joining looks at."""
    dating = document.published
    days = (dating.start, dating.end, dating.basis.value)
    return stable_id("g", VERSION, document.title, document.publisher, *map(str, days), document.article())


VERSION = "2"
"""Raised when documents are compared in another way, so that all join anew."""


@contextmanager
def joining(record: "Record") -> Iterator[Joiner]:
    """Documents join a record's families and stories; all is kept at the end, or nothing."""
    with record.growth() as growth:
        joiner = Joiner(growth)
        yield joiner
        joiner.settle()


def grow(record: "Record", documents: Iterable[Document]) -> tuple[list[Link], list[Story]]:
    """Bring a record's families and stories in line with its documents; how they stand to each other, and the stories."""
    known = {d.id: d for d in documents}
    with joining(record) as joiner:
        before = joiner.growth.joined()
        for gone in sorted(before.keys() - known.keys()):
            joiner.leave(gone)
        for document in known.values():
            if before.get(document.id) != (made := joined_as(document)):
                joiner.join(document, made)
        return joiner.growth.links(), _told(joiner.growth.stories(), known)


def _told(founders: dict[str, str], known: dict[str, Document]) -> list[Story]:
    groups: dict[str, list[Document]] = {}
    for name, founder in founders.items():
        groups.setdefault(founder, []).append(known[name])
    ordered = [sorted(map(story_row, group), key=in_order) for group in groups.values()]
    return [tell(rows) for rows in sorted(ordered, key=lambda rows: in_order(rows[0]))]
