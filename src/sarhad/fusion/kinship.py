"""Families that grow: a document meets those it shares passages or heavy words with, in time that does not grow with the record.

How two documents stand to each other follows from the two alone, so the links do not depend on the order of arrival. One stated case:
of a passage that stands in more than `MOST` documents the first fifty are compared; the families they make are the same.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sarhad.fusion.duplicates import MOST, reused
from sarhad.fusion.families import DAYS, RELATED, relation
from sarhad.fusion.marks import keys, likeness
from sarhad.fusion.tellings import Telling
from sarhad.records import Link


@dataclass(slots=True)
class KinShelves:
    """The state that meeting reads and changes: plain dicts, which whoever keeps it may fill as they are asked for."""

    holders: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    tellings: dict[str, Telling] = field(default_factory=dict)


def meet(shelves: KinShelves, new: Telling) -> list[Link]:
    """Put a document on the shelves; its links with those that are there."""
    name = new.document.id
    if name in shelves.tellings:
        return []
    met = sorted({*_copied(shelves, new), *_alike(shelves, new)})
    shelves.tellings[name] = new
    for key in _keys(new):
        if not key.startswith("p") or len(shelves.holders[key]) < MOST:
            shelves.holders[key].append(name)
    found = (relation(new, shelves.tellings[other]) for other in met)
    return [link for link in found if link is not None]


def part(shelves: KinShelves, telling: Telling) -> None:
    """Take a document off the shelves; its links are gone with it."""
    for key in held(shelves, telling):
        shelves.holders[key].remove(telling.document.id)
    del shelves.tellings[telling.document.id]


def held(shelves: KinShelves, telling: Telling) -> list[str]:
    """The keys under which a document was put."""
    return [key for key in _keys(telling) if telling.document.id in shelves.holders[key]]


def _keys(telling: Telling) -> tuple[str, ...]:
    return (*_passages(telling), *keys(telling.mark, "r", DAYS).put)


def _passages(telling: Telling) -> list[str]:
    return [f"p{h:x}" for h in telling.passages]


def _copied(shelves: KinShelves, new: Telling) -> Iterable[str]:
    """Those that share passages with a document."""
    found = Counter(other for key in _passages(new) for other in shelves.holders.get(key, ()))
    return reused(new.passages, found, lambda other: len(shelves.tellings[other].passages))


def _alike(shelves: KinShelves, new: Telling) -> Iterable[str]:
    """Those that share heavy words and are alike."""
    found = {i for key in keys(new.mark, "r", DAYS).ask for i in shelves.holders.get(key, ())}
    least = round(RELATED * 1_000_000)
    return (i for i in found if likeness(new.mark.vector, shelves.tellings[i].mark.vector) >= least)
