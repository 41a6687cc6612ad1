"""What a document has named so far, for whatever refers back to it.

Candidates are weighed by nearness in sentences, by being a subject, and by how often they were named; nothing is
taken up over more than four sentences by a pronoun.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sarhad.reading.actors_mention import ActorMention
from sarhad.records import Actor

REACH = 4  # sentences that a pronoun looks back


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A mention with where it stood: sentence, governing verb, whether subject, whether only a place, whether it
    only takes another mention up again, whether it is the one who is to act on what it is told."""

    mention: ActorMention
    sentence: int
    verb: int
    subject: bool
    place: bool
    again: bool
    controls: bool


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
        self,
        sentence: int,
        fits: Callable[[ActorMention], bool],
        *,
        own: Sequence[int] = (),
        reach: int = REACH,
    ) -> ActorMention | None:
        """The best earlier mention that fits: nearest sentence first, subjects before others.

        `own` are the verbs of an object: what stands with the first is someone else, and so is every subject."""
        best, weight = None, -99.0
        for age, seen in enumerate(reversed(self.seen)):
            distance = sentence - seen.sentence
            if distance > reach:
                break
            if not fits(seen.mention) or (distance == 0 and _co_argument(seen, own)):
                continue
            unknown = seen.mention.actors[0].resolved_by == "open"
            score = (
                -1.5 * distance
                - 1.0 * unknown
                + 1.4 * (seen.subject or (seen.controls and not distance))
                - 1.2 * seen.place
                - 0.02 * age
            )
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
        reach: int = 6,
        story: float = 6.0,
    ) -> tuple[Actor, ...]:
        """The two parties spoken of, in order of naming: those named often and near before `sentence`, and often in
        the whole document (`story` is that share's weight). `of` takes mentions of one kind alone."""
        weights: dict[str, float] = defaultdict(float)
        first: dict[str, Actor] = {}
        for seen in self.seen:
            distance = sentence - seen.sentence
            if seen.place or seen.again or (of and seen.mention.kind != of) or (of and distance > reach):
                continue
            for actor in filter(keep, seen.mention.actors):
                first.setdefault(party(actor), actor)
                if distance <= reach:
                    weights[party(actor)] += (1.5 if seen.subject else 1.0) * 0.6**distance
        if len(first) < 2:
            return ()
        named = sum(self.told.values()) or 1
        top = sorted(first, key=lambda side_: -weights[side_] - story * self.told[side_] / named)[:2]
        return tuple(first[side_] for side_ in first if side_ in top)

    def just_told(self, sentence: int, keep: Callable[[Actor], bool]) -> tuple[Actor, ...]:
        """The parties of the last sentence before this one, where they are two."""
        near = [s for s in self.seen if s.sentence == sentence - 1 and not s.place]
        told = {party(a): a for s in reversed(near) for a in s.mention.actors if keep(a)}
        return tuple(reversed(told.values())) if len(told) == 2 else ()

    def focus(self, but: str = "") -> str | None:
        """The country named most so far, `but` apart, of several the one named first; None when nothing was."""
        states = [code for code in self._counts if len(code) == 3 and code != but]
        return max(states, key=self._counts.__getitem__, default=None)


def _co_argument(seen: Seen, own: Sequence[int]) -> bool:
    return seen.verb in own and (seen.subject or seen.verb == own[0])


def party(actor: Actor) -> str:
    """What counts as one side: a named group by its code, anyone else by country."""
    return side(actor.code)


def side(code: str) -> str:
    """The side that a code belongs to."""
    if code[4:7] in ("REB", "PTY", "OPP") or code[:3] in ("IGO", "NGO", "ISM"):
        return code
    return code[:3]


def _parties(mention: ActorMention) -> list[str]:
    """Each once, in the order told: of a set the order would change from run to run."""
    return list(dict.fromkeys(party(actor) for actor in mention.actors if not actor.code.startswith("UNK.")))
