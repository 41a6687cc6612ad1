"""Finds registered names in running text: longest first from the left, by words, case-aware.

A name is a run of words. Between two words of one name a space, hyphen, dash, full stop, apostrophe or the like may
stand, so "Jaish al-Adl", "Jaish al Adl" and "Jaish-al–Adl" are one name, and in "Iran–Pakistan talks" both are found.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

Node = dict[str, Any]  # word -> node; END -> entries

_PARTICLES = "al el ul ur ud ad e i o de of the and for in bin ibn van von di da la on to"
PARTICLES = frozenset(_PARTICLES.split())
"""Words of a name that are written in either case."""

END = ""  # key of a node's own entries; no word is empty


def _plain_letters() -> dict[int, str]:
    """Accented Latin letters without their accents."""
    plain = {}
    for letter in map(chr, range(0xC0, 0x250)):
        bare = unicodedata.normalize("NFD", letter)[0]
        if bare != letter:
            plain[ord(letter)] = bare
    return plain | dict(zip(map(ord, "ĐđŁłØøıİ"), "DdLlOoiI", strict=True))


_QUOTES, _DASHES, _SPACES = "’‘ʼ`", "‐‑–—−", "\u00a0\u200b"
_MARKS = str.maketrans(
    _QUOTES + _DASHES + _SPACES, "'" * len(_QUOTES) + "-" * len(_DASHES) + " " * len(_SPACES)
)
FOLD = _plain_letters() | _MARKS
"""One character for one, so that offsets hold: accents off, one apostrophe, one hyphen, one space."""

_WORD = re.compile(r"[^\W_]+")
_NEXT = re.compile(r"(?:[ \t]?[-.'&/,+()]{0,2}[ \t]?|\n)(?P<word>[^\W_]+)")
_LOWER_FIRST = "al|el|axis|resistance|international|coalition|interim|de|anti"
_START = re.compile(rf"(?<![^\W_])(?:[A-Z]|\d(?=\w*[A-Z])|(?:{_LOWER_FIRST})\b)[^\W_]*")


def fold(text: str) -> str:
    """The text with accents, apostrophes and dashes made plain, of the same length."""
    return text.translate(FOLD)


def words_of(name: str) -> tuple[str, ...]:
    """The keys of a name: its words, particles in lower case."""
    return tuple(_key(word) for word in _WORD.findall(fold(name)))


def _key(word: str) -> str:
    lower = word.lower()
    return lower if lower in PARTICLES else word


class Trie:
    """A tree of words. Entries are small integers; several may share one name."""

    __slots__ = ("root",)

    def __init__(self, names: Iterable[tuple[str, int]] = ()) -> None:
        self.root: Node = {}
        for name, entry in names:
            self.add(name, entry)

    def add(self, name: str, entry: int) -> None:
        """Registers `entry` under `name`."""
        node = self.root
        for word in words_of(name):
            node = node.setdefault(word, {})
        if node is not self.root:
            there = node.get(END, ())
            if entry not in there:
                node[END] = (*there, entry)

    def scan(self, folded: str) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """(start, end, entries) of every name in folded text, from the left, none overlapping."""
        root, done = self.root, 0
        for found in _START.finditer(folded):
            start = found.start()
            if start < done:
                continue
            node = _step(root, found.group())
            if node is None:
                continue
            hit = _longest(node, folded, found.end())
            if hit is not None:
                done = hit[0]
                yield start, done, hit[1]


def _step(node: Node, word: str) -> Node | None:
    """The next node; headlines in capitals are read as ordinary names."""
    below = node.get(_key(word))
    if below is None and len(word) > 3 and word.isupper():
        below = node.get(word.capitalize())
    return below if isinstance(below, dict) else None


def _longest(node: Node, folded: str, end: int) -> tuple[int, tuple[int, ...]] | None:
    """The longest name that goes on from `node`, as (end, entries)."""
    best: tuple[int, tuple[int, ...]] | None = None
    here: Node | None = node
    while here is not None:
        entries = here.get(END)
        if isinstance(entries, tuple):
            best = (end, entries)
        following = _NEXT.match(folded, end) if len(here) > (END in here) else None
        if following is None:
            break
        end = following.end()
        here = _step(here, following["word"])
    return best
