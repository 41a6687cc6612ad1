"""Which words tell one act: a thesaurus of press words, in `data/same_act.tsv`; its head explains the form."""

import functools
from collections.abc import Iterable, Mapping
from importlib import resources
from types import MappingProxyType

VERB, NOUN = "v", "n"


def groups(words: Iterable[str], part: str) -> frozenset[int]:
    """The groups in which any of the words (lemmas; several joined by a space) stands as that part of speech."""
    table = load_groups()
    return frozenset(g for word in words for g in table.get((word, part), ()))


def kinship(a: frozenset[int], b: frozenset[int]) -> float:
    """Share of the groups of the more ambiguous word that the other is also in: "hit" is near to much, but not very."""
    return len(a & b) / max(len(a), len(b)) if a and b else 0.0


@functools.cache
def load_groups() -> Mapping[tuple[str, str], frozenset[int]]:
    """The table, read once: a word and its part of speech → the numbers of its groups."""
    text = (resources.files("sarhad.fusion") / "data" / "same_act.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    found: dict[tuple[str, str], set[int]] = {}
    for number, line in enumerate(lines):
        for entry in line.split(","):
            word, _, held = entry.strip().partition(":")
            for part in held or (VERB, NOUN):
                found.setdefault((word.replace("_", " "), part), set()).add(number)
    return MappingProxyType({key: frozenset(numbers) for key, numbers in found.items()})
