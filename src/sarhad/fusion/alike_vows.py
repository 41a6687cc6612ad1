"""How alike two reports of undertakings are, and which of many are worth comparing.

Reports of one undertaker are many, and most are of different things. Only such as lie in one group of pairs that reach the floor can
come together, so those pairs are looked for first, by what a pair must share to reach it; the rest is compared within those groups.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import ceil

from sarhad.codebook import StandingKind
from sarhad.fusion.linkage import NEVER, Pair, find
from sarhad.records import Statement

APART = 730
"""Days between two reports beyond which they are of two undertakings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vow:
    """A statement about an undertaking with what it is threaded by."""

    statement: Statement
    parties: frozenset[str]
    subjects: frozenset[str]
    words: frozenset[str]
    wider: frozenset[str]
    published: date | None
    toward: frozenset[str]
    things: Mapping[StandingKind, frozenset[str]]


def likenesses(vows: Sequence[Vow], floor: float) -> dict[Pair, float]:
    """How alike every two vows are that may come into one group: those kept apart (`kept_apart`) and those not alike at all are left out."""
    root = list(range(len(vows)))
    for i, j in _likely(vows, floor - _ROUNDED):
        if find(root, i) != find(root, j) and alike(vows[i], vows[j]) >= floor:
            root[find(root, i)] = find(root, j)
    groups: dict[int, list[int]] = {}
    for i in range(len(vows)):
        groups.setdefault(find(root, i), []).append(i)
    pairs = (pair for group in groups.values() for pair in combinations(group, 2))
    return {(i, j): score for i, j in pairs if (score := alike(vows[i], vows[j])) > 0}


_ROUNDED = 1e-5
"""More than likeness is rounded by."""


def _likely(vows: Sequence[Vow], floor: float) -> Iterator[Pair]:
    """Every two vows of the same undertakers that may reach the floor, and some that do not.

    Likeness is at most the larger of `words` and of 3/4 of the common subjects + 0.35 `words`, and `words` that of the own words and
    6/10 of that of the wider ones: what reaches the floor by words alone shares one of the rarest words, what reaches it by subjects
    shares a subject, and a word that one of the two has of its own.
    """
    often = Counter(w for v in vows for w in v.words | v.wider)
    shelf: dict[Hashable, list[int]] = {}
    for j, v in enumerate(vows):
        put, ask = _keys(v, often, floor)
        met = {i for key in ask for i in shelf.get(key, ())}
        yield from ((i, j) for i in sorted(met))
        for key in put:
            shelf.setdefault(key, []).append(j)


def _keys(v: Vow, often: Mapping[str, int], floor: float) -> tuple[set[Hashable], set[Hashable]]:
    """Under what a vow is put, and what it asks for: words of its own meet words of either kind, wider ones only own ones."""
    put: set[Hashable] = set()
    ask: set[Hashable] = set()
    for by in _undertaken_by(v):
        rare = {("own", by, w) for w in _rarest(v.words, often, floor)}
        rare |= {("wide", by, w) for w in _rarest(v.wider, often, floor / 0.6)}
        put |= rare
        ask |= rare
        for subject in v.subjects:
            put |= {(by, subject, w, "own") for w in v.words} | {(by, subject, w, "wide") for w in v.wider}
            ask |= {(by, subject, w, "own") for w in v.words | v.wider} | {
                (by, subject, w, "wide") for w in v.words
            }
    return put, ask


def _rarest(words: frozenset[str], often: Mapping[str, int], least: float) -> list[str]:
    """As many of the rarest words as two sets of which this is one must have one in common where they share `least` of their words:
    2 n / (a + b) >= least with b >= n gives n >= a least / (2 - least)."""
    must = ceil(len(words) * least / (2 - least))
    return sorted(words, key=lambda w: (often[w], w))[: len(words) - must + 1] if words else []


def _undertaken_by(v: Vow) -> list[tuple[str, ...]]:
    """Vows of the same undertakers (`_same_parties`) share one of these: the one party, or two of several."""
    return [*combinations(sorted(v.parties), 2)] if len(v.parties) > 1 else [tuple(v.parties)]


def kept_apart(a: Vow, b: Vow) -> bool:
    """Kept apart for good though the same undertake them: long apart, or toward others."""
    elsewhere = bool(a.toward and b.toward) and not a.toward & b.toward
    return _same_parties(a.parties, b.parties) and (elsewhere or _long_apart(a, b))


def alike(a: Vow, b: Vow) -> float:
    """0 to 1: the same people undertake it, and the object is the same thing or told in the same words."""
    if not _same_parties(a.parties, b.parties) or kept_apart(a, b):
        return NEVER
    if any(not words & b.things[kind] for kind, words in a.things.items() if kind in b.things):
        return NEVER  # the crossing at one town is not the crossing at another
    thing, shared = a.subjects & b.subjects, a.words & (b.words | b.wider) | b.words & a.wider
    if not (thing and shared) and not a.words & b.words:
        return 0.0
    who = len(a.parties & b.parties) / len(a.parties | b.parties)
    words = max(_share(a.words, b.words), 0.6 * _share(a.wider, b.wider))
    return round((0.4 + 0.6 * who) * max(0.75 * _common(a.subjects, b.subjects) + 0.35 * words, words), 6)


def _same_parties(a: frozenset[str], b: frozenset[str]) -> bool:
    return a == b or (min(len(a), len(b)) > 1 and (a <= b or b <= a))


def _long_apart(a: Vow, b: Vow) -> bool:
    return (
        a.published is not None and b.published is not None and abs((a.published - b.published).days) > APART
    )


def _common(a: frozenset[str], b: frozenset[str]) -> float:
    """Between Jaccard and containment: a list of five undertakings is near each of them, but not the same."""
    return (len(a & b) / len(a | b) + len(a & b) / min(len(a), len(b))) / 2 if a and b else 0.0


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
