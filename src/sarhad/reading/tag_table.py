"""The parser's rules from tag to part of speech as a table: most of them ask one word for its tag and its letters only.

The rules are the model's own (its attribute ruler). As patterns for a matcher they are a fifth of the parse; looked up in
a table first, with the few that ask for more left to a ruler, they take two fifths of that, with the same result.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import LEMMA, LOWER, MORPH, POS, TAG
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.symbols import IDS

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

ANY = 0
"""In place of a word's letters: every word of the tag."""
NOTHING = (0, 0, 0)


class TagTable:
    """A pipeline component that does what an attribute ruler with `rules` does, in their order."""

    def __init__(self, vocab: "Vocab", rules: Iterable[Mapping[str, Any]] = ()) -> None:
        told: dict[tuple[str, str | None], dict[str, str]] = {}
        self._rest = AttributeRuler(vocab)
        for rule in rules:
            for pattern in rule["patterns"]:
                keys = _plain(pattern)
                for key in keys:
                    told.setdefault(key, {}).update(rule["attrs"])
                if not keys:
                    self._rest.add([pattern], rule["attrs"], rule["index"])
        self._table = dict(_numbers(vocab, told))

    def __call__(self, doc: "Doc") -> "Doc":
        told = np.zeros((len(doc), 3), dtype=np.uint64)
        for at, (tag, word) in enumerate(doc.to_array([TAG, LOWER]).tolist()):
            told[at] = self._table.get((tag, word)) or self._table.get((tag, ANY), NOTHING)
        doc.from_array([POS, MORPH, LEMMA], told)
        return self._rest(doc)


def _plain(pattern: list[Mapping[str, Any]]) -> list[tuple[str, str | None]]:
    """Tag and word of a pattern that asks one token for nothing else; none of any other pattern."""
    first = pattern[0]
    tag = first.get("TAG")
    if len(pattern) > 1 or not isinstance(tag, str) or set(first) - {"TAG", "LOWER"}:
        return []
    word = first.get("LOWER")
    words = word.get("IN", []) if isinstance(word, Mapping) else [word]
    return [(tag, w) for w in words]


def _numbers(
    vocab: "Vocab", told: Mapping[tuple[str, str | None], Mapping[str, str]]
) -> Iterable[tuple[tuple[int, int], tuple[int, int, int]]]:
    """The table in the vocabulary's numbers: (tag, word) to (part of speech, morphology, lemma or 0)."""
    for (tag, word), own in told.items():
        attrs = {**told.get((tag, None), {}), **own}
        morph = attrs.get("MORPH", "_")
        lemma = vocab.strings.add(attrs["LEMMA"]) if "LEMMA" in attrs else 0
        numbers = (IDS[attrs["POS"]], vocab.morphology.add("" if morph == "_" else morph), lemma)
        yield (vocab.strings.add(tag), vocab.strings.add(word) if word else ANY), numbers


@Language.factory("tag_table", default_config={"rules": []})  # type: ignore[untyped-decorator]
def _tag_table(nlp: Language, name: str, rules: list[dict[str, Any]]) -> TagTable:
    return TagTable(nlp.vocab, rules)


def with_tag_table(parser: Language) -> Language:
    """`parser` with a table in place of its attribute ruler."""
    rules = parser.get_pipe("attribute_ruler").patterns
    parser.replace_pipe("attribute_ruler", "tag_table", config={"rules": rules})
    return parser
