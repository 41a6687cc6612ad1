"""What joining asks (`sarhad.fusion.shelves`), answered by a record's index and by what was asked of late."""

import json
import zlib
from bisect import bisect_left, insort
from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2b
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from sarhad.fusion import kinship
from sarhad.fusion.kinship import Glance
from sarhad.fusion.marks import Mark, Order, order
from sarhad.fusion.tellings import Telling, prepare

if TYPE_CHECKING:
    from sarhad.record import Growth, Joined

REMEMBERED = 40_000
"""Documents of which a joiner remembers by what they are first compared, 6 kB each: two busy weeks' of two hundred outlets. With 20,000 a page
took 25 ms as the 20,000th of a stream and 80 as the 31,000th, since those within a window were forgotten and asked for again."""
TOLD = 1_000
"""Documents that it remembers whole."""


class Seen(NamedTuple):
    """A document that joined, and by what it is first compared."""

    number: int
    mark: Mark
    glance: Glance


@dataclass(slots=True)
class Memory:
    """What a record's index tells of the documents that joined, with what was told of late."""

    growth: "Growth"
    _seen: OrderedDict[str, Seen] = field(default_factory=OrderedDict)
    _names: dict[int, str | None] = field(default_factory=dict)
    _told: OrderedDict[str, Telling] = field(default_factory=OrderedDict)

    def seen(self, names: Collection[str]) -> dict[str, Seen]:
        """By what these documents are compared."""
        missing = [name for name in names if name not in self._seen]
        fresh = {j.document_id: unpacked(j) for j in self.growth.named(missing)} if missing else {}
        out = {name: self._seen.get(name) or fresh[name] for name in names}
        self._remember(fresh)
        return out

    def names(self, numbers: Iterable[int]) -> dict[int, str]:
        """The documents of these joinings, as far as they still stand."""
        wanted = set(numbers)
        missing = wanted - self._names.keys()
        if missing:
            fresh = {j.document_id: unpacked(j) for j in self.growth.numbered(missing)}
            self._names |= dict.fromkeys(missing)
            self._names |= {seen.number: name for name, seen in fresh.items()}
            out = {n: name for n in wanted if (name := self._names[n]) is not None}
            self._remember(fresh)
            return out
        return {n: name for n in wanted if (name := self._names[n]) is not None}

    def telling(self, name: str) -> Telling:
        """A document's telling."""
        found = self._told.get(name)
        if found is None:
            found = self._told[name] = prepare(self.growth.document(name))
        self._told.move_to_end(name)
        if len(self._told) > TOLD:
            self._told.popitem(last=False)
        return found

    def come(self, telling: Telling, mark: Mark, made: str) -> None:
        """A document joined."""
        glance = kinship.glance(telling)
        number = self.growth.add_joined(telling.document, made, packed(mark, glance))
        name = telling.document.id
        self._told[name] = telling
        self._names[number] = name
        self._remember({name: Seen(number, mark, glance)})

    def go(self, name: str) -> None:
        """A document left."""
        self._names[self.seen([name])[name].number] = None
        del self._seen[name]
        self._told.pop(name, None)
        self.growth.add_left(name)

    def _remember(self, fresh: Mapping[str, Seen]) -> None:
        for name, seen in fresh.items():
            self._seen[name] = seen
        while len(self._seen) > max(REMEMBERED, len(fresh)):
            _, gone = self._seen.popitem(last=False)
            self._names.pop(gone.number, None)


@dataclass(slots=True)
class KeptHolders:
    """By what a record's documents are found."""

    memory: Memory

    def ask(self, keys: Collection[str]) -> Mapping[str, Collection[str]]:
        """The documents under each of these keys that has any."""
        hashed = {number(key): key for key in keys}
        rows = self.memory.growth.holders(hashed.keys())
        names = self.memory.names(joined for _, joined in rows)
        out: dict[str, list[str]] = {}
        for key, joined in rows:
            if (name := names.get(joined)) is not None:
                out.setdefault(hashed[key], []).append(name)
        return out

    def put(self, keys: Iterable[str], name: str) -> None:
        """Put a document under keys."""
        self.memory.growth.add_found(self.memory.seen([name])[name].number, map(number, keys))

    def take(self, keys: Iterable[str], name: str) -> None:
        """A joining that was taken out is passed over, whatever it stands under."""


@dataclass(slots=True)
class KeptKin:
    """What `kinship` asks of a record."""

    memory: Memory
    holders: KeptHolders

    def knows(self, name: str) -> bool:
        """A document that joins is new."""
        return False

    def glances_of(self, names: Collection[str]) -> list[Glance]:
        """What is seen of documents at a glance."""
        return [seen.glance for seen in self.memory.seen(sorted(names)).values()]

    def telling(self, name: str) -> Telling:
        """A document's telling."""
        return self.memory.telling(name)

    def put(self, telling: Telling) -> None:
        """It came already: its words are put beside it."""

    def take(self, name: str) -> None:
        """It goes with its story."""


@dataclass(slots=True)
class Members:
    """The documents of a story from a day on, in order of time."""

    since: int
    orders: list[Order]

    def from_(self, here: Order) -> list[Order]:
        """Those after a document."""
        return self.orders[bisect_left(self.orders, (here[0], here[1] + "\0")) :]


@dataclass(slots=True)
class KeptStories:
    """What `storylines` asks of a record, with what was told of late.

    On a day with one great story a page that comes before others of its day has hundreds of them decided anew: asked of the
    index one by one that took 160 ms a page. Sums are told to the record when many have changed, or at the end.
    """

    memory: Memory
    holders: KeptHolders
    _sums: dict[Order, dict[str, int]] = field(default_factory=dict)
    _changed: dict[str, set[Order]] = field(default_factory=dict)
    _story: dict[str, str | None] = field(default_factory=dict)
    _members: dict[str, Members] = field(default_factory=dict)

    def knows(self, name: str) -> bool:
        """A document that joins is new."""
        return False

    def marks_of(self, names: Collection[str]) -> list[Mark]:
        """The marks of documents, in the order of their names."""
        return [seen.mark for seen in self.memory.seen(sorted(names)).values()]

    def edges_of(self, name: str) -> Mapping[str, int]:
        """How like a document others are."""
        found = self.memory.growth.edges(self.memory.seen([name])[name].number)
        return {other: found[n] for n, other in self.memory.names(found).items()}

    def stories_of(self, names: Collection[str]) -> Mapping[str, str]:
        """The founders of the stories of those documents that are in one."""
        missing = [name for name in names if name not in self._story]
        if missing:
            self._story |= dict.fromkeys(missing) | self.memory.growth.stories_of(missing)
        return {name: founder for name in names if (founder := self._story[name]) is not None}

    def sums_of(self, name: str) -> Mapping[str, int]:
        """How like the documents before it a document is, story by story."""
        return self._sums_at(self.memory.seen([name])[name].mark.order)

    def recent(self, founder: str, since: int, before: Order) -> int:
        """How many documents of a story come from a day on and before a document."""
        orders = self._members_of(founder, since).orders
        return bisect_left(orders, before) - bisect_left(orders, (since, ""))

    def later(self, founder: str, here: Order) -> Iterable[Order]:
        """The documents of a story that come after a document."""
        return self._members_of(founder, here[0]).from_(here)

    def following(self, founder: str, here: Order) -> Iterable[Order]:
        """The documents after one that have a sum for a story."""
        changed = {at for at in self._changed.get(founder, ()) if at > here}
        found = set(self.memory.growth.following(founder, here)) - changed
        return found | {at for at in changed if founder in self._sums_at(at)}

    def put(self, mark: Mark, alike: Mapping[str, int]) -> None:
        """So much like others a document is that came."""
        here, others = self.memory.seen([mark.id])[mark.id], self.memory.seen(alike.keys())
        self._sums[mark.order] = {}
        self.memory.growth.add_edges(here.number, {others[name].number: n for name, n in alike.items()})

    def take(self, mark: Mark) -> None:
        """A document goes, with all that was known of it."""
        for founder in self._sums_at(mark.order):
            self._changed.setdefault(founder, set()).add(mark.order)
        self._sums[mark.order] = {}
        self.memory.go(mark.id)

    def add(self, order: Order, founder: str, alike: int) -> None:
        """A document is so much more, or less, like those of a story that come before it."""
        sums = self._sums_at(order)
        sums[founder] = sums.get(founder, 0) + alike
        self._changed.setdefault(founder, set()).add(order)
        if not sums[founder]:
            del sums[founder]

    def move(self, here: Order, old: str | None, new: str | None) -> None:
        """A document leaves one story for another."""
        self.memory.growth.add_story(here, new)
        self._story[here[1]] = new
        if old in self._members and here[0] >= self._members[old].since:
            self._members[old].orders.remove(here)
        if new in self._members and here[0] >= self._members[new].since:
            insort(self._members[new].orders, here)

    def settle(self) -> None:
        """Tell the record how like stories documents are now."""
        changed = sorted((at, founder) for founder, orders in self._changed.items() for at in orders)
        self.memory.growth.add_sums(
            (at, founder, self._sums_at(at).get(founder, 0)) for at, founder in changed
        )
        self._changed.clear()

    def forget(self) -> None:
        """Tell what is to be told and begin anew, once much is remembered."""
        if max(len(self._sums), len(self._story)) > REMEMBERED:
            self.settle()
            self._sums.clear()
            self._story.clear()
            self._members.clear()

    def _sums_at(self, order: Order) -> dict[str, int]:
        if order not in self._sums:
            self._sums[order] = self.memory.growth.sums(order[1])
        return self._sums[order]

    def _members_of(self, founder: str, since: int) -> Members:
        found = self._members.get(founder)
        if found is None or found.since > since:
            orders = sorted(self.memory.growth.members(founder, since))
            found = self._members[founder] = Members(since, orders)
        return found


def number(key: str) -> int:
    """A key as a whole number that any database takes."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=7).digest())


def packed(mark: Mark, glance: Glance) -> bytes:
    """By what a document is first compared, as bytes."""
    plain = [[*_plain(mark)], [*_plain(glance.mark)], glance.passages, sorted(mark.issues)]
    return zlib.compress(json.dumps(plain, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1)


def _plain(mark: Mark) -> tuple[int | None, str | None, str, list[int]]:
    day = mark.day.toordinal() if mark.day else None
    return day, mark.house, "\n".join(mark.vector), list(mark.vector.values())


def unpacked(joined: "Joined") -> Seen:
    """The same from bytes."""
    text = zlib.decompress(joined.glance).decode("utf-8", "surrogatepass")
    story, kin, passages, named = json.loads(text)
    mark = replace(_mark(joined.document_id, *story), issues=frozenset(named))
    return Seen(joined.number, mark, Glance(mark=_mark(joined.document_id, *kin), passages=passages))


def _mark(name: str, day: int | None, house: str | None, words: str, weights: list[int]) -> Mark:
    on = date.fromordinal(day) if day is not None else None
    told = map(intern, words.split("\n"))  # the same word of thousands of documents is kept once
    vector = dict(zip(told, weights, strict=False))  # of no words there is one empty one
    return Mark(id=name, day=on, vector=vector, order=order(name, on), house=house)
