"""Families that grow: a document meets those it shares passages or heavy words with, in time that does not grow with the record.

How two documents stand to each other follows from the two alone, so the links do not depend on the order of arrival. One stated case:
of a passage that stands in more than `MOST` documents the first fifty are compared; the families they make are the same.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Protocol

from sarhad.fusion.duplicates import MOST, reused
from sarhad.fusion.families import DAYS, RELATED, relation
from sarhad.fusion.marks import Mark, keys, likeness
from sarhad.fusion.shelves import Held, Holders
from sarhad.fusion.tellings import Telling
from sarhad.records import Link

LEAST = round(RELATED * 1_000_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What of a telling says whether it is worth comparing: its words, and by how many passages it is found."""

    mark: Mark
    passages: int


class KinMemory(Protocol):
    """What meeting reads and changes."""

    @property
    def holders(self) -> Holders:
        """By what documents are found."""
        ...

    def knows(self, name: str) -> bool:
        """Whether a document is there."""
        ...

    def glances_of(self, names: Collection[str]) -> list[Glance]:
        """What is seen of documents at a glance, in the order of their names."""
        ...

    def telling(self, name: str) -> Telling:
        """A document's telling."""
        ...

    def put(self, telling: Telling) -> None:
        """A document comes."""
        ...

    def take(self, name: str) -> None:
        """A document goes."""
        ...


@dataclass(slots=True)
class KinShelves:
    """The same in memory."""

    holders: Held = field(default_factory=Held)
    tellings: dict[str, Telling] = field(default_factory=dict)

    def knows(self, name: str) -> bool:
        """Whether a document is there."""
        return name in self.tellings

    def glances_of(self, names: Collection[str]) -> list[Glance]:
        """What is seen of documents at a glance, in the order of their names."""
        return [glance(self.tellings[name]) for name in sorted(names)]

    def telling(self, name: str) -> Telling:
        """A document's telling."""
        return self.tellings[name]

    def put(self, telling: Telling) -> None:
        """A document comes."""
        self.tellings[telling.document.id] = telling

    def take(self, name: str) -> None:
        """A document goes."""
        del self.tellings[name]


def glance(telling: Telling) -> Glance:
    """What is seen of a telling at a glance."""
    return Glance(mark=telling.mark, passages=len(telling.passages))


def meet(shelves: KinMemory, new: Telling) -> list[Link]:
    """Put a document on the shelves; its links with those that are there."""
    name = new.document.id
    if shelves.knows(name):
        return []
    passages, words = _passages(new), keys(new.mark, "r", DAYS)
    under = shelves.holders.ask([*passages, *words.ask])
    shared = Counter(other for key in passages for other in under.get(key, ()))
    worded = {other for key in words.ask for other in under.get(key, ())}
    seen = {g.mark.id: g for g in shelves.glances_of({*shared, *worded})}
    copied = reused(new.passages, shared, lambda other: seen[other].passages)
    alike = (i for i in worded if likeness(new.mark.vector, seen[i].mark.vector) >= LEAST)
    met = sorted({*copied, *alike})
    shelves.put(new)
    free = (key for key in passages if len(under.get(key, ())) < MOST)
    shelves.holders.put([*free, *words.put], name)
    links = (relation(new, shelves.telling(other)) for other in met)
    return [link for link in links if link is not None]


def part(shelves: KinMemory, telling: Telling) -> None:
    """Take a document off the shelves; its links are gone with it."""
    name = telling.document.id
    shelves.holders.take(held(shelves, telling), name)
    shelves.take(name)


def held(shelves: KinMemory, telling: Telling) -> list[str]:
    """The keys under which a document was put."""
    passages = _passages(telling)
    under = shelves.holders.ask(passages)
    put = (key for key in passages if telling.document.id in under.get(key, ()))
    return [*put, *keys(telling.mark, "r", DAYS).put]


def _passages(telling: Telling) -> list[str]:
    return [f"p{h:x}" for h in telling.passages]
