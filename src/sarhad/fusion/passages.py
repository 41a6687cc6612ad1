"""The passages that two documents share word for word, as evidence from both."""

import re

from sarhad.records import Document, Evidence, Span

SHORTEST = 8
"""A run of at least this many words: shorter ones are set phrases."""
MOST = 3
"""How many passages to show; the longest."""

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
