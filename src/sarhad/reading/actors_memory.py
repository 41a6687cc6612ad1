"""What a document has named so far, for whatever refers back to it.

Candidates are weighed by nearness in sentences, by being a subject, and by how often they were named; nothing is
taken up over more than four sentences by a pronoun.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from sarhad.reading.actors_mention import ActorMention
from sarhad.records import Actor

REACH = 4  # sentences that a pronoun looks back


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A mention with where it stood: sentence, governing verb, whether subject, whether only a place, whether it
    only takes another mention up again."""

    mention: ActorMention
    sentence: int
    verb: int
    subject: bool
    place: bool
    again: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A person named in the document: their actors, gender and the titles they were given."""

    actors: tuple[Actor, ...]
    entity: str
    gender: str
    titles: frozenset[str]


class Memory:
    """Grows as the document is walked."""

    __slots__ = ("_counts", "people", "seen", "told")

    def __init__(self) -> None:
        self.seen: list[Seen] = []
        self.people: dict[str, Known] = {}
        self._counts: Counter[str] = Counter()
        self.told: Counter[str] = Counter()  # by party, over the whole document

    def note(self, seen: Seen) -> None:
        """Remembers a mention that was named or resolved."""
        self.seen.append(seen)
        if not seen.place and not seen.again:
            self._counts.update(_parties(seen.mention))

    def antecedent(
        self, sentence: int, fits: Callable[[ActorMention], bool], *, not_verb: int = -1, reach: int = REACH
    ) -> ActorMention | None:
        """The best earlier mention that fits: nearest sentence first, subjects before others."""
        best, weight = None, -99.0
        for age, seen in enumerate(reversed(self.seen)):
            distance = sentence - seen.sentence
            if distance > reach:
                break
            if not fits(seen.mention) or (seen.verb == not_verb >= 0 and distance == 0):
                continue
            unknown = seen.mention.actors[0].resolved_by == "open"
            score = -1.5 * distance - 1.0 * unknown + 1.4 * seen.subject - 1.2 * seen.place - 0.02 * age
            if score > weight:
                best, weight = seen.mention, score
        return best

    def latest(self, fits: Callable[[ActorMention], bool]) -> ActorMention | None:
        """The latest mention that fits, however far back; places do not count."""
        return next(
            (s.mention for s in reversed(self.seen) if not s.place and not s.again and fits(s.mention)), None
        )

    def titled(self, bears: Callable[[Known], bool]) -> Known | None:
        """The person last named who bears a title."""
        known = {k.actors[0].name: k for k in self.people.values() if bears(k)}
        for seen in reversed(self.seen):
            if seen.mention.kind == "person" and seen.mention.actors[0].name in known:
                return known[seen.mention.actors[0].name]
        return None

    def pair(
        self,
        sentence: int,
        keep: Callable[[Actor], bool],
        *,
        of: str = "",
        reaches: tuple[int, ...] = (1, 3, 8, 10_000),
    ) -> tuple[Actor, ...]:
        """The two parties spoken of: the most named of those of the last sentences, in order of naming.
        `of` takes mentions of one kind alone."""
        for reach in reaches:
            near = self._near(sentence, reach, keep, of)
            if len(near) >= 2:
                top = sorted(near, key=lambda code: -self._counts[code] - self.told[code])[:2]
                return tuple(near[code] for code in near if code in top)
        return ()

    def _near(self, sentence: int, reach: int, keep: Callable[[Actor], bool], of: str) -> dict[str, Actor]:
        near: dict[str, Actor] = {}
        for seen in self.seen:
            mention = seen.mention
            if sentence - seen.sentence > reach or seen.place or seen.again:
                continue
            if not of or mention.kind == of:
                for actor in filter(keep, mention.actors):
                    near.setdefault(party(actor), actor)
        return near

    def focus(self) -> str | None:
        """The country named most so far; None when nothing was."""
        states = [(n, code) for code, n in self._counts.items() if len(code) == 3]
        return max(states)[1] if states else None


def party(actor: Actor) -> str:
    """What counts as one side: a named group by its code, anyone else by country."""
    return side(actor.code)


def side(code: str) -> str:
    """The side that a code belongs to."""
    if code[4:7] in ("REB", "PTY", "OPP") or code[:3] in ("IGO", "NGO", "ISM"):
        return code
    return code[:3]


def _parties(mention: ActorMention) -> set[str]:
    return {party(actor) for actor in mention.actors if not actor.code.startswith("UNK.")}
