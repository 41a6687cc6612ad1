"""Which mentions of events, in one document or in many, mean one event.

Points for two mentions: the same word or a word of the same act, documents that keep the same company, participants, names; against it:
other figures, one sentence, two tellings. The points become a likelihood; mentions whose average likelihood stays high are one event.
In doubt two mentions stay two events.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from math import exp, log

from sarhad.fusion.company import company
from sarhad.fusion.event_mentions import EventMention
from sarhad.fusion.likeness import alike
from sarhad.fusion.linkage import Pair, cluster
from sarhad.fusion.same_act import kinship
from sarhad.fusion.stories import StoryRow, bag
from sarhad.fusion.words import content

FLOOR = 0.35
"""Average likelihood at which mentions are one event."""
FAINT = 0.02
"""Likelihood below which a pair is not kept."""
APART = 0.05
"""Company of two documents below which their mentions are not compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """What each piece of evidence is worth, in steps of log odds."""

    start: float = -6.4
    same_word: float = 4.3
    akin: float = 2.0
    kinship: float = 3.0
    company: float = 4.0
    participants: float = 1.5
    names: float = 0.5
    other_numbers: float = -0.5
    one_document: float = -1.0
    one_sentence: float = -2.0
    two_tellings: float = -2.0


POINTS = Points()

Weight = Callable[[str], float]


def event_coreference(
    mentions: Iterable[EventMention], documents: Sequence[StoryRow]
) -> list[tuple[str, ...]]:
    """Ids of the mentions, every one in exactly one event; `documents` are the texts they stand in."""
    ordered = sorted(mentions, key=lambda m: (m.document, m.sentence, m.id))
    table = _likelihoods(ordered, sorted(documents, key=lambda d: d.id))
    return [tuple(ordered[i].id for i in group) for group in cluster(len(ordered), table, FLOOR)]


def _likelihoods(mentions: Sequence[EventMention], documents: Sequence[StoryRow]) -> dict[Pair, float]:
    held: dict[str, list[int]] = {d.id: [] for d in documents}
    for i, mention in enumerate(mentions):
        held[mention.document].append(i)
    weight = _weights(documents)
    table: dict[Pair, float] = {}
    for i, j, near in _compared(held, documents):
        likely = likelihood(mentions[i], mentions[j], near, weight)
        if likely >= FAINT:
            table[min(i, j), max(i, j)] = likely
    return table


def _compared(held: dict[str, list[int]], documents: Sequence[StoryRow]) -> Iterable[tuple[int, int, float]]:
    """Pairs of mentions with the company of their documents."""
    for inside in held.values():
        yield from ((i, j, 1.0) for i, j in combinations(inside, 2))
    cosines = {(a, b): near for a, b, near in alike([bag(d) for d in documents], FAINT)}
    for (a, b), near in sorted(company(len(documents), cosines).items()):
        if near >= APART:
            yield from ((i, j, near) for i, j in product(held[documents[a].id], held[documents[b].id]))


def likelihood(a: EventMention, b: EventMention, near: float, weight: Weight) -> float:
    """How likely two mentions mean one event, their documents keeping company as `near` tells."""
    return round(1 / (1 + exp(-points(a, b, near, weight))), 9)


def points(a: EventMention, b: EventMention, near: float, weight: Weight) -> float:
    """Evidence for one event, summed."""
    p = POINTS
    return (
        p.start
        + _word(a, b)
        + p.company * near
        + p.participants * _shared(a.participants, b.participants, weight)
        + p.names * _shared(a.names, b.names, weight)
        + p.other_numbers * bool(a.numbers and b.numbers and not a.numbers & b.numbers)
        + p.one_document * (a.document == b.document)
        + p.one_sentence * (a.document == b.document and a.sentence == b.sentence)
        + p.two_tellings * (a.telling and b.telling)
    )


def _word(a: EventMention, b: EventMention) -> float:
    if a.trigger & b.trigger:
        return POINTS.same_word
    kin = kinship(a.groups, b.groups)
    return POINTS.akin + POINTS.kinship * kin if kin else 0.0


def _shared(a: frozenset[str], b: frozenset[str], weight: Weight) -> float:
    """Weight of what both have over the lesser whole, from 0 to 1."""
    both = sum(map(weight, sorted(a & b)))
    return both / min(sum(map(weight, sorted(a))), sum(map(weight, sorted(b)))) if both else 0.0


def _weights(documents: Sequence[StoryRow]) -> Weight:
    """A rare word tells more: how rare among these documents."""
    seen = Counter(word for d in documents for word in content(d.text))

    @cache
    def weight(word: str) -> float:
        return log((len(documents) + 5) / (seen[word] + 1))

    return weight
