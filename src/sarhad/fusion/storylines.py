"""Stories that grow: a document joins in time that depends on its neighbours, not on the record.

What a story is, is said once, in order of time: a document joins the story whose documents of the last `WINDOW` days it is most
like on average, if that reaches `FLOOR`; else it founds one. So a story keeps its founder and its id as it grows. Documents
come in another order than they were published; one that comes late changes what was decided about those after it. Those that
may be decided otherwise are decided anew, in order, until nothing changes: the result is that of having come in order.

Likenesses are whole millionths, so that sums taken in any order are equal to the last digit.
"""

from collections.abc import Collection
from heapq import heappop, heappush

from sarhad.fusion.issues import other_issue
from sarhad.fusion.marks import Mark, Order, keys, likeness, near
from sarhad.fusion.shelves import Shelves, StoryShelves

__all__ = ["Shelves", "join", "leave", "told"]

FLOOR = 160_000
WINDOW = 20
EDGE = 100_000
"""Two documents less alike than this count as not alike at all."""
HOUSE = 80
"""Per cent of their likeness that counts between two documents of one publisher: a house is like itself in all it prints."""


def join(shelves: StoryShelves, mark: Mark) -> dict[str, str]:
    """Put a document among the stories; each document whose story is new or another one, with its story's founder."""
    if shelves.knows(mark.id):
        return {}
    near_by = neighbours(shelves, mark)
    shelve(shelves, mark, {other.id: alike for other, alike in near_by})
    earlier = [(other, alike) for other, alike in near_by if other.order < mark.order]
    founders = shelves.stories_of([other.id for other, _ in earlier])
    for other, alike in earlier:
        shelves.add(mark.order, founders[other.id], alike)
    return _settle(shelves, [mark.order])


def leave(shelves: StoryShelves, name: str) -> dict[str, str]:
    """Take a document out again; each of the others whose story is now another one. As if it had never come."""
    (mark,) = shelves.marks_of([name])
    after = _move(shelves, mark.order, shelves.stories_of([name])[name], None)
    shelves.holders.take(held(mark), name)
    shelves.take(mark)
    return _settle(shelves, after)


def held(mark: Mark) -> tuple[str, ...]:
    """The keys under which a document is put."""
    return keys(mark, "s", WINDOW).put


def shelve(shelves: StoryShelves, mark: Mark, alike: dict[str, int]) -> None:
    """Put a document where those that are like it will ask for it."""
    shelves.put(mark, alike)
    shelves.holders.put(held(mark), mark.id)


def neighbours(shelves: StoryShelves, mark: Mark) -> list[tuple[Mark, int]]:
    """Documents on the shelf that are alike, with how much."""
    asked = shelves.holders.ask(keys(mark, "s", WINDOW).ask)
    found = {i for names in asked.values() for i in names}
    near_by = (m for m in shelves.marks_of(found) if near(mark, m, WINDOW))
    return [(m, alike) for m in near_by if (alike := _alike(mark, m)) >= EDGE]


def _alike(a: Mark, b: Mark) -> int:
    if other_issue(a.issues, b.issues):
        return 0
    alike = likeness(a.vector, b.vector)
    return alike * HOUSE // 100 if a.house is not None and a.house == b.house else alike


def _settle(shelves: StoryShelves, first: Collection[Order]) -> dict[str, str]:
    """Decide these, then in order all that may be decided otherwise because of them."""
    moved: dict[str, str] = {}
    waiting, queued = sorted(first), set(first)
    while waiting:
        here = heappop(waiting)
        (mark,) = shelves.marks_of([here[1]])
        old, new = shelves.stories_of([mark.id]).get(mark.id), _decide(shelves, mark)
        if new != old:
            moved[here[1]] = new
            for order in _move(shelves, here, old, new) - queued:
                queued.add(order)
                heappush(waiting, order)
        queued.discard(here)
    return moved


def _decide(shelves: StoryShelves, mark: Mark) -> str:
    """The founder of the story a document belongs to by those before it; itself when it founds one."""
    likely = {founder: total for founder, total in shelves.sums_of(mark.id).items() if total >= FLOOR}
    best, chosen = FLOOR, mark.order
    for founder in shelves.marks_of(likely):
        average = likely[founder.id] // _told(shelves, founder.id, mark)
        if average > best or (average == best and founder.order < chosen):
            best, chosen = average, founder.order
    return chosen[1]


def _told(shelves: StoryShelves, founder: str, mark: Mark) -> int:
    """How many documents a story has in the days before this one; before an undated one, all."""
    return shelves.recent(founder, 0 if mark.day is None else mark.order[0] - WINDOW, mark.order)


def _move(shelves: StoryShelves, here: Order, old: str | None, new: str | None) -> set[Order]:
    """Move a document into a story, out of one, or from one to another. Those after it that may now be decided otherwise: whoever is like it, who chose the
    story that now has one more to be like, who may have wanted the one that has one less."""
    after = _changed(shelves, here, old, new)
    shelves.move(here, old, new)
    if old is not None:
        after.update(shelves.following(old, here))
    if new is not None:
        after.update(shelves.later(new, here))
    after.discard(here)
    return after


def _changed(shelves: StoryShelves, here: Order, old: str | None, new: str | None) -> set[Order]:
    """Tell those that come after a document and are like it that it is in another story."""
    edges = shelves.edges_of(here[1])
    after = {mark.order: edges[mark.id] for mark in shelves.marks_of(edges) if mark.order > here}
    for order, alike in after.items():
        if new is not None:
            shelves.add(order, new, alike)
        if old is not None:
            shelves.add(order, old, -alike)
    return set(after)


def told(shelves: Shelves) -> list[tuple[str, ...]]:
    """The documents of each story in order of time, stories in the order of their founders."""
    return [tuple(i for _, i in members) for members in sorted(m for m in shelves.members.values() if m)]
