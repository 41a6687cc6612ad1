"""What joining remembers of the documents that came: by what each is found, how like others it is, which story it is in.

Here it is kept in memory; `sarhad.growing` keeps the same in a record's tables. What joining asks is asked in portions, each bounded by what
is near the document that joins, so that no answer grows with the record.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from sarhad.fusion.marks import Mark, Order


class Holders(Protocol):
    """Which documents are put under which keys."""

    def ask(self, keys: Collection[str]) -> Mapping[str, Collection[str]]:
        """The documents under each of these keys that has any, in the order in which they came."""
        ...

    def put(self, keys: Iterable[str], name: str) -> None:
        """Put a document under keys."""
        ...

    def take(self, keys: Iterable[str], name: str) -> None:
        """Take a document away from keys."""
        ...


@dataclass(slots=True)
class Held:
    """Holders in memory."""

    under: dict[str, list[str]] = field(default_factory=dict)

    def ask(self, keys: Collection[str]) -> Mapping[str, Collection[str]]:
        """The documents under each of these keys that has any."""
        return {key: found for key in keys if (found := self.under.get(key))}

    def put(self, keys: Iterable[str], name: str) -> None:
        """Put a document under keys."""
        for key in keys:
            self.under.setdefault(key, []).append(name)

    def take(self, keys: Iterable[str], name: str) -> None:
        """Take a document away from keys."""
        for key in keys:
            self.under[key].remove(name)


class StoryShelves(Protocol):
    """What `storylines` reads and changes."""

    @property
    def holders(self) -> Holders:
        """By what documents are found."""
        ...

    def knows(self, name: str) -> bool:
        """Whether a document is in a story."""
        ...

    def marks_of(self, names: Collection[str]) -> list[Mark]:
        """The marks of documents, in the order of their names."""
        ...

    def edges_of(self, name: str) -> Mapping[str, int]:
        """How like a document others are."""
        ...

    def stories_of(self, names: Collection[str]) -> Mapping[str, str]:
        """The founders of the stories of those documents that are in one."""
        ...

    def sums_of(self, name: str) -> Mapping[str, int]:
        """How like the documents before it a document is, story by story."""
        ...

    def recent(self, founder: str, since: int, before: Order) -> int:
        """How many documents of a story come from a day on and before a document."""
        ...

    def later(self, founder: str, here: Order) -> Iterable[Order]:
        """The documents of a story that come after a document."""
        ...

    def following(self, founder: str, here: Order) -> Iterable[Order]:
        """The documents after one that have a sum for a story."""
        ...

    def put(self, mark: Mark, alike: Mapping[str, int]) -> None:
        """A document comes, and so much like others it is."""
        ...

    def take(self, mark: Mark) -> None:
        """A document goes, with all that was known of it."""
        ...

    def add(self, order: Order, founder: str, alike: int) -> None:
        """A document is so much more, or less, like those of a story that come before it."""
        ...

    def move(self, here: Order, old: str | None, new: str | None) -> None:
        """A document leaves one story for another."""
        ...


@dataclass(slots=True)
class Shelves:
    """Story shelves in memory."""

    holders: Held = field(default_factory=Held)
    marks: dict[str, Mark] = field(default_factory=dict)
    edges: dict[str, dict[str, int]] = field(default_factory=dict)
    story: dict[str, str] = field(default_factory=dict)
    sums: dict[str, dict[str, int]] = field(default_factory=dict)
    members: dict[str, list[Order]] = field(default_factory=lambda: defaultdict(list))
    followers: dict[str, list[Order]] = field(default_factory=lambda: defaultdict(list))

    def knows(self, name: str) -> bool:
        """Whether a document is in a story."""
        return name in self.story

    def marks_of(self, names: Collection[str]) -> list[Mark]:
        """The marks of documents, in the order of their names."""
        return [self.marks[name] for name in sorted(names)]

    def edges_of(self, name: str) -> Mapping[str, int]:
        """How like a document others are."""
        return self.edges[name]

    def stories_of(self, names: Collection[str]) -> Mapping[str, str]:
        """The founders of the stories of those documents that are in one."""
        return {name: self.story[name] for name in names if name in self.story}

    def sums_of(self, name: str) -> Mapping[str, int]:
        """How like the documents before it a document is, story by story."""
        return self.sums[name]

    def recent(self, founder: str, since: int, before: Order) -> int:
        """How many documents of a story come from a day on and before a document."""
        members = self.members[founder]
        return bisect_left(members, before) - bisect_left(members, (since, ""))

    def later(self, founder: str, here: Order) -> Iterable[Order]:
        """The documents of a story that come after a document."""
        return _from(self.members[founder], here)

    def following(self, founder: str, here: Order) -> Iterable[Order]:
        """The documents after one that have a sum for a story."""
        return _from(self.followers[founder], here)

    def put(self, mark: Mark, alike: Mapping[str, int]) -> None:
        """A document comes, and so much like others it is."""
        self.marks[mark.id] = mark
        self.edges[mark.id] = dict(alike)
        self.sums[mark.id] = {}
        for other, likeness in alike.items():
            self.edges[other][mark.id] = likeness

    def take(self, mark: Mark) -> None:
        """A document goes, with all that was known of it."""
        for founder in self.sums[mark.id]:
            self.followers[founder].remove(mark.order)
        for other in self.edges[mark.id]:
            del self.edges[other][mark.id]
        for table in (self.marks, self.story, self.sums, self.edges):
            table.pop(mark.id, None)

    def add(self, order: Order, founder: str, alike: int) -> None:
        """A document is so much more, or less, like those of a story that come before it."""
        sums = self.sums[order[1]]
        if founder not in sums:
            insort(self.followers[founder], order)
        sums[founder] = sums.get(founder, 0) + alike
        if not sums[founder]:
            del sums[founder]
            self.followers[founder].remove(order)

    def move(self, here: Order, old: str | None, new: str | None) -> None:
        """A document leaves one story for another."""
        if old is not None:
            self.members[old].remove(here)
        if new is not None:
            self.story[here[1]] = new
            insort(self.members[new], here)


def _from(orders: list[Order], here: Order) -> Iterable[Order]:
    return orders[bisect_left(orders, (here[0], here[1] + "\0")) :]
