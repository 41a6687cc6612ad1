"""Rewrites: one telling in other words.

The measure is an order-preserving alignment of sentences, each pair weighed by the rare words it shares, as a share of the shorter text.
Sentences that stand word for word in both are left out on both sides (house boilerplate, wire paragraphs are the duplicates' business).
It is multiplied with the likeness of the whole texts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from sarhad.fusion.words import content, tokens

VERBATIM = 0.6
"""Share of three-word runs that makes two sentences one: the same words in another order are a rewording."""
NOISE = 0.12
"""Likeness that two unrelated sentences of one subject reach by chance; subtracted before weighing."""
SHORTEST = 4
"""A telling has at least this many sentences of its own; a teaser is like every other teaser."""


class Sentence(NamedTuple):
    """A sentence as it is compared: the stems that carry meaning, and every run of three words."""

    words: frozenset[str]
    runs: frozenset[str]


def sentence(text: str) -> Sentence:
    """Prepare one sentence."""
    every = tokens(text)
    runs = (" ".join(every[i : i + 3]) for i in range(max(1, len(every) - 2)))
    return Sentence(words=content(text), runs=frozenset(runs))


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """How much of the shorter text is told again (`covered`) and how much of that in the same order (`orderly`), both 0 to 1."""

    covered: float
    orderly: float


NOTHING = Alignment(covered=0.0, orderly=0.0)


def score(alignment: Alignment, like: float) -> float:
    """Both views in one: sentences told again in order, and whole texts alike (`like`, a cosine)."""
    return sqrt(alignment.covered * like)


def align(left: Sequence[Sentence], right: Sequence[Sentence], weights: Mapping[str, float]) -> Alignment:
    """Align the sentences that do not stand word for word in both."""
    a, b = _own(left, right), _own(right, left)
    if min(len(a), len(b)) < SHORTEST:
        return NOTHING
    gains, smaller = _gains(a, b, weights), min(_mass(a, weights), _mass(b, weights))
    free = sum(map(max, gains)) if len(a) <= len(b) else sum(map(max, zip(*gains, strict=True)))
    kept = _in_order(gains)
    return Alignment(covered=kept / smaller, orderly=kept / free) if free else NOTHING


def _own(sentences: Sequence[Sentence], others: Sequence[Sentence]) -> list[frozenset[str]]:
    copied = (any(len(s.runs & o.runs) >= VERBATIM * len(s.runs | o.runs) for o in others) for s in sentences)
    return [s.words for s, known in zip(sentences, copied, strict=True) if not known]


def _mass(sentences: Sequence[frozenset[str]], weights: Mapping[str, float]) -> float:
    return sum(weights[w] for s in sentences for w in s)


def _gains(
    a: Sequence[frozenset[str]], b: Sequence[frozenset[str]], weights: Mapping[str, float]
) -> list[list[float]]:
    """What each pair of sentences adds: the weight of the lighter one times how alike they are beyond chance."""
    left, right = [_mass([s], weights) for s in a], [_mass([s], weights) for s in b]
    return [
        [
            max(0.0, 2 * _mass([x & y], weights) / (m + n) - NOISE) * min(m, n)
            for y, n in zip(b, right, strict=True)
        ]
        for x, m in zip(a, left, strict=True)
    ]


def _in_order(gains: Sequence[Sequence[float]]) -> float:
    """The best sum of gains along pairs that keep the order of both sides."""
    above = [0.0] * (len(gains[0]) + 1)
    for row in gains:
        here = [0.0]
        for j, gain in enumerate(row):
            here.append(max(above[j + 1], here[j], above[j] + gain))
        above = here
    return above[-1]
