"""A record's families and stories grow: documents join by what the record's index knows, in time that does not grow with it.

Fusion says what joining is, over plain dicts; the record keeps rows. Here the dicts are filled from the rows as they are asked for.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from sarhad.fusion import kinship, storylines
from sarhad.fusion.marks import Order
from sarhad.fusion.stories import in_order, story_mark, story_row, tell
from sarhad.fusion.tellings import prepare
from sarhad.records import Document, Link, Story, stable_id

if TYPE_CHECKING:
    from sarhad.record import Growth, Record

V = TypeVar("V")


class Asked(dict[str, V]):
    """A dict that asks for what it does not hold."""

    def __init__(self, ask: Callable[[str], V]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, key: str) -> V:
        value = self[key] = self._ask(key)
        return value

    def get(self, key: str, _default: object = None) -> V:
        """What is held or found; what is found for a key of nothing is an empty list, or None."""
        return self[key]


class Joiner:
    """Documents join, or leave, one by one."""

    def __init__(self, growth: "Growth") -> None:
        self.growth = growth
        holders: Asked[list[str]] = Asked(growth.holders)
        self._kin = kinship.KinShelves(holders=holders, tellings=Asked(lambda i: prepare(growth.document(i))))
        self._stories = storylines.Shelves(
            holders=holders,
            marks=Asked(lambda i: story_mark(story_row(growth.document(i)))),
            edges=Asked(growth.edges),
            story=_asked(growth.story),
            sums=Asked(self._sums),
            members=Asked(self._members),
            following=Asked(self._following),
        )

    def join(self, document: Document) -> bool:
        """A document joins, in place of what it was when it last did; False when it is still the same."""
        known, made = self.growth.joined_as(document.id), joined_as(document)
        if known == made:
            return False
        if known is not None:
            self.leave(document.id)
        telling, mark = prepare(document), story_mark(story_row(document))
        links = kinship.meet(self._kin, telling)
        moved = storylines.join(self._stories, mark)
        self.growth.add_joined(document, made)
        self.growth.add_keys(document.id, [*kinship.held(self._kin, telling), *storylines.held(mark)])
        self.growth.add_edges(document.id, self._stories.edges[document.id])
        self.growth.add_stories(moved)
        self.growth.add_links(links)
        return True

    def leave(self, document_id: str) -> None:
        """A document is taken out, as if it had never come."""
        telling, mark = self._kin.tellings[document_id], self._stories.marks[document_id]
        alike, _ = dict(self._stories.edges[document_id]), self._stories.story[document_id]
        held = [*kinship.held(self._kin, telling), *storylines.held(mark)]
        kinship.part(self._kin, telling)
        self.growth.add_stories({document_id: None})  # before others are asked for who remembers it
        moved = storylines.leave(self._stories, document_id)
        self.growth.add_left(document_id)
        self.growth.add_keys(document_id, held, there=False)
        self.growth.add_edges(document_id, dict.fromkeys(alike, 0))
        self.growth.add_stories(moved)
        self.growth.cut_links(self.growth.linked(document_id))

    def _order(self, document_id: str) -> Order:
        return self._stories.marks[document_id].order

    def _sums(self, document_id: str) -> dict[str, int]:
        sums: dict[str, int] = {}
        for other, alike in self._stories.edges[document_id].items():
            founder = self._stories.story.get(other)  # None of one that is only just joining
            if founder is not None and self._order(other) < self._order(document_id):
                sums[founder] = sums.get(founder, 0) + alike
        return sums

    def _members(self, founder: str) -> list[Order]:
        now = (i for i in self.growth.ever_of(founder) if self._stories.story.get(i) == founder)
        return sorted(self._order(i) for i in now)

    def _following(self, founder: str) -> list[Order]:
        members = self._stories.members[founder]
        later = ((m, self._order(i)) for m in members for i in self._stories.edges[m[1]])
        return sorted({order for m, order in later if order > m})


def _asked(ask: Callable[[str], str | None]) -> dict[str, str]:
    found: Any = Asked(ask)
    return found  # type: ignore[no-any-return]


def joined_as(document: Document) -> str:
    """A hash of all that joining looks at."""
    dating = document.published
    days = (dating.start, dating.end, dating.basis.value)
    return stable_id("g", VERSION, document.title, document.publisher, *map(str, days), document.article())


VERSION = "1"
"""Raised when documents are compared in another way, so that all join anew."""


@contextmanager
def joining(record: "Record") -> Iterator[Joiner]:
    """Documents join a record's families and stories; all is kept at the end, or nothing."""
    with record.growth() as growth:
        yield Joiner(growth)


def grow(record: "Record", documents: Iterable[Document]) -> tuple[list[Link], list[Story]]:
    """Bring a record's families and stories in line with its documents; how they stand to each other, and the stories."""
    known = {d.id: d for d in documents}
    with joining(record) as joiner:
        before = joiner.growth.joined()
        for gone in sorted(before.keys() - known.keys()):
            joiner.leave(gone)
        for document in known.values():
            if before.get(document.id) != joined_as(document):
                joiner.join(document)
        return joiner.growth.links(), _told(joiner.growth.stories(), known)


def _told(founders: dict[str, str], known: dict[str, Document]) -> list[Story]:
    groups: dict[str, list[Document]] = {}
    for name, founder in founders.items():
        groups.setdefault(founder, []).append(known[name])
    ordered = [sorted(map(story_row, group), key=in_order) for group in groups.values()]
    return [tell(rows) for rows in sorted(ordered, key=lambda rows: in_order(rows[0]))]
