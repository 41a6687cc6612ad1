"""Both sides get the same treatment: the same sentence told of the other side is read the same way."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from told_cases import FOLDER, told

from sarhad.reading import Tools, read
from sarhad.records import Actor, Statement

TABLE = tomllib.loads((FOLDER / "both_sides_alike.toml").read_text(encoding="utf-8"))


def filled(sentence: str, a: str, b: str) -> str:
    """`sentence` told of the sides `a` and `b`."""
    words = {}
    for key, side in (("a", TABLE["sides"][a]), ("b", TABLE["sides"][b])):
        words |= {key: side["name"], f"{key}_of": side["of"], f"{key}_seat": side["seat"]}
    return str(sentence.format(**words))


def coded(statements: tuple[Statement, ...], a: str, b: str) -> list[tuple[Any, ...]]:
    """What was read, the two sides called A and B, without the words."""
    sides = {a: "A", b: "B"}

    def codes(actors: tuple[Actor, ...]) -> tuple[str, ...]:
        return tuple(sorted(sides.get(x.code[:3], x.code[:3]) + x.code[3:] for x in actors))

    return [
        (
            s.type.value, s.mode, s.aux and s.aux.value, s.stance.value, s.scope.value, codes(s.actors),
            codes(s.recipients), codes((s.speaker,)) if s.speaker else None, s.deaths and s.deaths.low,
            s.commitment and s.commitment.status.value, s.ceasefire and s.ceasefire.phase.value,
            s.ceasefire and tuple(sorted(sides.get(c[:3], c[:3]) + c[3:] for c in s.ceasefire.parties)),
        )
        for s in statements
    ]  # fmt: skip


def _told() -> Iterator[Any]:
    for sentence in TABLE["sentences"]["told"]:
        for a, b in TABLE["pairs"]["of"]:
            known = [
                r for r in TABLE.get("known_faults", []) if r["sentence"] == sentence and [a, b] in r["pairs"]
            ]
            marks = [pytest.mark.xfail(reason=known[0]["xfail"], strict=True)] if known else []
            yield pytest.param(sentence, a, b, id=f"{a}-{b}: {sentence}", marks=marks)


@pytest.mark.parametrize(("sentence", "a", "b"), list(_told()))
def test_the_sides_exchanged_the_reading_exchanges_its_codes(
    sentence: str, a: str, b: str, tools: Tools
) -> None:
    one = read(told(filled(sentence, a, b)), tools).statements
    other = read(told(filled(sentence, b, a)), tools).statements
    assert coded(one, a, b) == coded(other, b, a)
    assert one, f"nothing was read from {filled(sentence, a, b)!r}"


def test_faults_name_sentences_that_are_told() -> None:
    assert {r["sentence"] for r in TABLE.get("known_faults", [])} <= set(TABLE["sentences"]["told"])
