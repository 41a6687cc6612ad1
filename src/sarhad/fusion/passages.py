"""The passages that two documents share, as evidence from both: word for word, or the sentences most alike."""

import re
from collections.abc import Mapping

from sarhad.fusion.words import content, sentences
from sarhad.records import Document, Evidence, Span

SHORTEST = 8
"""A run of at least this many words: shorter ones are set phrases."""
MOST = 3
"""How many passages to show; the longest."""

ALIKE = 0.3
"""Sentences that share less of the weight of their words are no evidence."""
LONGEST = 60
"""Sentences of a document that are aligned: what two reports share stands near the top."""

_WORD = re.compile(r"\w+")

Words = list[tuple[str, int, int]]


def shared_passages(a: Document, b: Document) -> tuple[tuple[Evidence, Evidence], ...]:
    """The longest stretches of words that stand in both, at most `MOST`, in the order of the first document."""
    left, right = _words(a), _words(b)
    runs = sorted(_runs(left, right), key=lambda r: (-r[2], r[0]))[:MOST]
    return tuple(
        (_evidence(a, left, i, length), _evidence(b, right, j, length)) for i, j, length in sorted(runs)
    )


def _words(document: Document) -> Words:
    spans = document.passages or (Span(start=0, end=len(document.text)),)
    return [
        (m.group().lower(), m.start(), m.end())
        for s in spans
        for m in _WORD.finditer(document.text, s.start, s.end)
    ]


def _runs(left: Words, right: Words) -> list[tuple[int, int, int]]:
    """Maximal runs (start in left, start in right, words), first place in right wins, none overlapping in left."""
    places: dict[tuple[str, ...], int] = {}
    for j in range(len(right) - SHORTEST + 1):
        places.setdefault(tuple(w for w, _, _ in right[j : j + SHORTEST]), j)
    out: list[tuple[int, int, int]] = []
    i = 0
    while i <= len(left) - SHORTEST:
        j = places.get(tuple(w for w, _, _ in left[i : i + SHORTEST]), -1)
        if j < 0:
            i += 1
            continue
        length = SHORTEST
        while (
            i + length < len(left) and j + length < len(right) and left[i + length][0] == right[j + length][0]
        ):
            length += 1
        out.append((i, j, length))
        i += length
    return out


def _evidence(document: Document, words: Words, start: int, length: int) -> Evidence:
    return document.quote(Span(start=words[start][1], end=words[start + length - 1][2]))


def aligned_sentences(
    a: Document, b: Document, weights: Mapping[str, float]
) -> tuple[tuple[Evidence, Evidence], ...]:
    """The pairs of sentences that share the most of what they say, at most `MOST`, each sentence once, in the order of the first."""
    left, right = _sentences(a), _sentences(b)
    pairs = [
        (_common(x, y, weights), i, j) for i, (x, _) in enumerate(left) for j, (y, _) in enumerate(right)
    ]
    chosen: list[tuple[int, int]] = []
    for shared, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if len(chosen) == MOST or shared < ALIKE:
            break
        if all(i != m and j != n for m, n in chosen):
            chosen.append((i, j))
    return tuple((a.quote(left[i][1]), b.quote(right[j][1])) for i, j in sorted(chosen))


def _sentences(document: Document) -> list[tuple[frozenset[str], Span]]:
    spans = document.passages or (Span(start=0, end=len(document.text)),)
    found = [s for p in spans for s in sentences(document.text, p.start, p.end)][:LONGEST]
    return [(content(document.text[s.start : s.end]), s) for s in found]


def _common(x: frozenset[str], y: frozenset[str], weights: Mapping[str, float]) -> float:
    shared = sum(weights[w] for w in x & y)
    return 2 * shared / (sum(weights[w] for w in x) + sum(weights[w] for w in y)) if shared else 0.0
