"""The trigger lexicon: which words name an act, of which type, and where its parties stand.

The table is `data/lexicon.tsv`; its head explains the columns.
"""

import functools
from collections import Counter
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType

from sarhad.codebook import EventType

_PREPOSITIONS = frozenset(
    "upon with on to against from of for at between by in into over about toward along near among under".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One reading of a word: the type it names, where the parties stand, and when it counts.

    `tail` are the further lemmas of a phrase ("carry out", "air strike"); `prepositions` those whose object is the
    other party; `objects` the lemmas one of which must be its object.
    """

    word: str
    part: str
    tail: tuple[str, ...]
    type: EventType
    mode: str | None
    prepositions: frozenset[str]
    objects: frozenset[str]
    options: frozenset[str]

    def has(self, option: str) -> bool:
        """Whether the table gives this entry the option."""
        return option in self.options


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries by the lemma a parser would give their head word."""

    verbs: MappingProxyType[str, tuple[Entry, ...]]
    nouns: MappingProxyType[str, tuple[Entry, ...]]


USUAL = 0.3
"""Share of the entries of a type from which a preposition or an option is usual for its words."""


@functools.cache
def usual(kind: EventType, part: str) -> Entry:
    """What is usual of the words of a type, for a word that the table does not hold."""
    lexicon = load_lexicon()
    table = lexicon.verbs if part == "v" else lexicon.nouns
    entries = [e for some in table.values() for e in some if e.type is kind]
    counts = Counter(p for e in entries for p in e.prepositions | (e.options & _CONSTRUCTIONS))
    common = frozenset(p for p, n in counts.items() if n >= USUAL * len(entries))
    return Entry(
        word="", part=part, tail=(), type=kind, mode=None, prepositions=common - _CONSTRUCTIONS, objects=frozenset(),
        options=common & _CONSTRUCTIONS,
    )  # fmt: skip


_CONSTRUCTIONS = frozenset(("mutual", "violence"))


def _entry(part: str, phrase: str, kind: str, mode: str, options: str) -> Entry:
    words = phrase.split("_")
    given = options.split()
    objects = [o.removeprefix("obj:").split("|") for o in given if o.startswith("obj:")]
    return Entry(
        word=words[0] if part == "v" else words[-1],
        part=part,
        tail=tuple(words[1:] if part == "v" else words[:-1]),
        type=EventType(kind),
        mode=mode or None,
        prepositions=frozenset(given) & _PREPOSITIONS,
        objects=frozenset(w for group in objects for w in group),
        options=frozenset(o for o in given if not o.startswith("obj:")) - _PREPOSITIONS,
    )


def _lines(name: str) -> list[list[str]]:
    text = (resources.files("sarhad.reading") / "data" / name).read_text(encoding="utf-8")
    rows = [line.rstrip("\n").split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [[*row, "", "", "", "", ""][:5] for row in rows]


@functools.cache
def load_lexicon(*, parties_known: bool = False) -> Lexicon:
    """The table, read once. `parties_known` adds the words that name an act only between parties known beforehand;
    they come before the others."""
    tables: dict[str, dict[str, list[Entry]]] = {"v": {}, "n": {}}
    names = ("lexicon_parties.tsv", "lexicon.tsv") if parties_known else ("lexicon.tsv",)
    for part, lemmas, kind, mode, options in (row for name in names for row in _lines(name)):
        for phrase in lemmas.split(","):
            entry = _entry(part, phrase.strip(), kind, mode.strip(), options)
            tables[part].setdefault(entry.word, []).append(entry)
    # Longer phrases and entries that ask for an object are tried first: they are the more certain.
    order = {
        part: {w: tuple(sorted(es, key=lambda e: (-len(e.tail), not e.objects))) for w, es in table.items()}
        for part, table in tables.items()
    }
    return Lexicon(MappingProxyType(order["v"]), MappingProxyType(order["n"]))
