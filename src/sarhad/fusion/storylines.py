"""Stories that grow: a document joins in time that depends on its neighbours, not on the record.

What a story is, is said once, in order of time: a document joins the story whose documents of the last `WINDOW` days it is most
like on average, if that reaches `FLOOR`; else it founds one. So a story keeps its founder and its id as it grows. Documents
come in another order than they were published; one that comes late changes what was decided about those after it. Those that
may be decided otherwise are decided anew, in order, until nothing changes: the result is that of having come in order.

Likenesses are whole millionths, so that sums taken in any order are equal to the last digit.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from heapq import heappop, heappush

from sarhad.fusion.marks import Mark, Order, keys, likeness, near

FLOOR = 160_000
WINDOW = 20
EDGE = 100_000
"""Two documents less alike than this count as not alike at all."""
HOUSE = 80
"""Per cent of their likeness that counts between two documents of one publisher: a house is like itself in all it prints."""


@dataclass(slots=True)
class Shelves:
    """The state that joining reads and changes: plain dicts, which whoever keeps it may fill as they are asked for
    (what is not there is an empty list).

    `sums`: how like the documents before it each document is, story by story. `members`: the documents of a story in order;
    `following`: those, in order, that have a sum for it.
    """

    holders: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    marks: dict[str, Mark] = field(default_factory=dict)
    edges: dict[str, dict[str, int]] = field(default_factory=dict)
    story: dict[str, str] = field(default_factory=dict)
    sums: dict[str, dict[str, int]] = field(default_factory=dict)
    members: dict[str, list[Order]] = field(default_factory=lambda: defaultdict(list))
    following: dict[str, list[Order]] = field(default_factory=lambda: defaultdict(list))


def join(shelves: Shelves, mark: Mark) -> dict[str, str]:
    """Put a document among the stories; each document whose story is new or another one, with its story's founder."""
    if shelves.story.get(mark.id) is not None:
        return {}
    alike = shelves.edges[mark.id] = neighbours(shelves, mark)
    shelve(shelves, mark)
    shelves.sums[mark.id] = {}
    for other in alike:
        if shelves.marks[other].order < mark.order:
            _add(shelves, mark.order, shelves.story[other], alike[other])
    for other in alike:
        shelves.edges[other][mark.id] = alike[other]
    return _settle(shelves, [mark.order])


def leave(shelves: Shelves, name: str) -> dict[str, str]:
    """Take a document out again; each of the others whose story is now another one. As if it had never come."""
    mark = shelves.marks[name]
    after = _move(shelves, mark.order, shelves.story[name], None)
    for founder in shelves.sums[name]:
        shelves.following[founder].remove(mark.order)
    for other in shelves.edges[name]:
        del shelves.edges[other][name]
    for key in held(mark):
        shelves.holders[key].remove(name)
    del shelves.marks[name], shelves.story[name], shelves.sums[name], shelves.edges[name]
    return _settle(shelves, after)


def held(mark: Mark) -> tuple[str, ...]:
    """The keys under which a document is put."""
    return keys(mark, "s", WINDOW).put


def shelve(shelves: Shelves, mark: Mark) -> None:
    """Put a document where those that are like it will ask for it."""
    shelves.marks[mark.id] = mark
    for key in held(mark):
        shelves.holders[key].append(mark.id)


def neighbours(shelves: Shelves, mark: Mark) -> dict[str, int]:
    """Documents on the shelf that are alike, with how much."""
    asked = keys(mark, "s", WINDOW).ask
    found = {i for key in asked for i in shelves.holders.get(key, ())}
    out = {}
    for other in map(shelves.marks.__getitem__, sorted(found)):
        if near(mark, other, WINDOW) and (alike := _alike(mark, other)) >= EDGE:
            out[other.id] = alike
    return out


def _alike(a: Mark, b: Mark) -> int:
    alike = likeness(a.vector, b.vector)
    return alike * HOUSE // 100 if a.house is not None and a.house == b.house else alike


def _settle(shelves: Shelves, first: Collection[Order]) -> dict[str, str]:
    """Decide these, then in order all that may be decided otherwise because of them."""
    moved: dict[str, str] = {}
    waiting, queued = sorted(first), set(first)
    while waiting:
        here = heappop(waiting)
        old, new = shelves.story.get(here[1]), _decide(shelves, shelves.marks[here[1]])
        if new != old:
            moved[here[1]] = new
            for order in _move(shelves, here, old, new) - queued:
                queued.add(order)
                heappush(waiting, order)
        queued.discard(here)
    return moved


def _decide(shelves: Shelves, mark: Mark) -> str:
    """The founder of the story a document belongs to by those before it; itself when it founds one."""
    best, chosen = FLOOR, mark.order
    for founder, total in shelves.sums[mark.id].items():
        if total < best:
            continue  # as it would be over more than one document too
        average, order = total // _told(shelves, founder, mark), shelves.marks[founder].order
        if average > best or (average == best and order < chosen):
            best, chosen = average, order
    return chosen[1]


def _told(shelves: Shelves, founder: str, mark: Mark) -> int:
    """How many documents a story has in the days before this one; before an undated one, all."""
    members, here = shelves.members[founder], mark.order
    first = 0 if mark.day is None else bisect_left(members, (here[0] - WINDOW, ""))
    return bisect_left(members, here) - first


def _move(shelves: Shelves, here: Order, old: str | None, new: str | None) -> set[Order]:
    """Move a document into a story, out of one, or from one to another. Those after it that may now be decided otherwise: whoever is like it, who chose the
    story that now has one more to be like, who may have wanted the one that has one less."""
    after = _changed(shelves, here, old, new)
    left = shelves.members[old] if old is not None else []
    joined = shelves.members[new] if new is not None else []
    if old is not None:
        left.remove(here)
        after.update(_from(shelves.following[old], here))
    if new is not None:
        shelves.story[here[1]] = new
        insort(joined, here)
        after.update(_from(joined, here))
    after.discard(here)
    return after


def _changed(shelves: Shelves, here: Order, old: str | None, new: str | None) -> set[Order]:
    """Tell those that come after a document and are like it that it is in another story."""
    after = set()
    for other, alike in shelves.edges[here[1]].items():
        order = shelves.marks[other].order
        if order > here:
            after.add(order)
            if new is not None:
                _add(shelves, order, new, alike)
            if old is not None:
                _add(shelves, order, old, -alike)
    return after


def _add(shelves: Shelves, order: Order, founder: str, alike: int) -> None:
    sums = shelves.sums[order[1]]
    if founder not in sums:
        sums[founder] = alike
        insort(shelves.following[founder], order)
        return
    sums[founder] += alike
    if not sums[founder]:
        del sums[founder]
        shelves.following[founder].remove(order)


def _from(orders: list[Order], here: Order) -> Iterable[Order]:
    return orders[bisect_left(orders, here) :]


def told(shelves: Shelves) -> list[tuple[str, ...]]:
    """The documents of each story in order of time, stories in the order of their founders."""
    return [tuple(i for _, i in members) for members in sorted(m for m in shelves.members.values() if m)]
