"""The trained encoder: its weights are the pinned ones, and what it sees is used as the reader promises."""

import hashlib
import tomllib
from importlib import resources

import pytest
from told_cases import told

from sarhad.reading import Tools, read
from sarhad.reading.tagger_encoder import load_encoder

FOLDER = resources.files("sarhad.reading") / "data" / "encoder"


def test_the_weights_are_the_pinned_ones() -> None:
    pins = tomllib.loads((FOLDER / "weights.toml").read_text(encoding="utf-8"))
    for name, pinned in pins["files"].items():
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == pinned, name
    assert len((FOLDER / "reader.onnx").read_bytes()) <= 30_000_000


def test_a_sentence_is_read_once_and_always_alike() -> None:
    encoder = load_encoder()
    words = "Chilean gunners shelled a village across the river on Tuesday."
    first = encoder.see([words])
    assert encoder.see(["It rained.", words])[1] is first[0]
    verb = next(s for s in first[0] if words[s.start : s.end] == "shelled")
    assert encoder.labels.types[max(range(len(verb.types)), key=verb.types.__getitem__)] == "ASSAULT"
    assert [words[p.start : p.end] for p in verb.roles["actors"]] == ["Chilean gunners"]
    assert encoder.see([""]) == [()]


@pytest.mark.parametrize(
    "text",
    [
        "Armenian gunners pounded the hamlet of Tegh through the night.",
        "Azerbaijani gunners pounded the hamlet of Tegh through the night.",
    ],
)
def test_an_act_in_words_the_lexicon_lacks_is_kept_apart_as_unsure(text: str, tools: Tools) -> None:
    from sarhad.records import UNSURE

    added = [s for s in read(told(text), tools).statements if s.coded_by == "encoder"]
    assert all(s.confidence < UNSURE for s in added)


def test_without_an_encoder_the_reader_reads_on(tools: Tools) -> None:
    from dataclasses import replace

    reading = read(told("Iran struck a village in Pakistan on Tuesday."), replace(tools, encoder=None))
    assert [s.type for s in reading.statements] == ["ASSAULT"]
