"""The training text: every record can be read, and its make-up is what its guide promises."""

import importlib.util
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from sarhad.codebook import EventType, Scope

ROOT = Path(__file__).resolve().parents[1]
ENCODER = ROOT / "src" / "sarhad" / "reading" / "data" / "encoder"


@pytest.fixture(scope="module")
def acts() -> ModuleType:
    spec = importlib.util.spec_from_file_location("acts", ROOT / "training" / "acts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["acts"] = module
    spec.loader.exec_module(module)
    return module


def test_every_record_is_read_and_a_third_tells_no_act(acts: ModuleType) -> None:
    records = list(acts.corpus())
    empty = [r for r in records if all(a.scope is Scope.TREND for a in r.acts)]
    assert len({r.text for r in records}) == len(records) >= 4_000
    assert len(empty) >= 0.3 * len(records)
    assert {a.type for r in records for a in r.acts} == set(EventType)


def test_what_is_marked_stands_in_the_text(acts: ModuleType) -> None:
    for record in acts.corpus():
        for act in record.acts:
            spans = [
                act.trigger,
                *act.actors,
                *act.recipients,
                act.speaker,
                act.place,
                act.day,
                act.dead,
                act.object,
            ]
            assert all(0 <= s[0] < s[1] <= len(record.text) for s in spans if s)
            assert act.about is None or act.about <= len(record.acts)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("STRIKE | t=hit", "is not a valid EventType"),
        ("ASSAULT/phone | t=hit", "no mode of ASSAULT"),
        ("ASSAULT | a=Gunmen", "no trigger"),
        ("ASSAULT | t=fled", "does not stand in the text"),
        ("ASSAULT | t=hit | of=1", "points at no other act"),
    ],
)
def test_a_faulty_mark_says_what_is_wrong(acts: ModuleType, line: str, why: str) -> None:
    with pytest.raises(acts.Faulty, match=why):
        acts.marked("here", 1, "Gunmen hit a post.", [line])


def test_the_shipped_weights_are_those_of_this_text(acts: ModuleType) -> None:
    pins = tomllib.loads((ENCODER / "weights.toml").read_text(encoding="utf-8"))
    assert acts.corpus_hash() == pins["corpus"], "the training text changed: run scripts/train"
