"""What is only spoken of never reaches the brief as a plain incident: charged, possible, denied, conditional, long past, counted."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from sarhad import read_text
from sarhad.codebook import EventType
from sarhad.fusion import fuse
from sarhad.monitor.brief import make_brief
from sarhad.monitor.naming import registry_find, registry_names

FOLDER = Path(__file__).parent / "cases" / "never_wrong"
CASES: list[dict[str, Any]] = [
    case
    for path in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]
KINDS = ("accusation", "may_attack", "denied", "conditional", "historical", "trend")


def test_there_are_enough_of_each_kind() -> None:
    assert len({c["text"] for c in CASES}) == len(CASES) >= 200
    assert set(Counter(c["kind"] for c in CASES)) == set(KINDS)
    assert min(Counter(c["kind"] for c in CASES).values()) >= 30


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['kind']}: {c['text'][:60]}")
def test_it_is_no_plain_incident(case: dict[str, Any]) -> None:
    reading = read_text(case["text"], published=case["published"])
    fused = fuse([reading])
    brief = make_brief(fused, [reading], [], names=registry_names(), find=registry_find)
    told = {line.refers_to for s in brief.sections if s.key == "incidents" for line in s.lines}
    plain = [
        i
        for i in fused.incidents
        if i.id in told and i.type is EventType(case["act"]) and any(r.statement.plain for r in i.reports)
    ]
    assert not plain, [(i.type, [r.statement.evidence.quote for r in i.reports]) for i in plain]
