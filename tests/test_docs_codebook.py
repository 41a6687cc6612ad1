"""The codebook that people read names everything that the code knows."""

import re
from pathlib import Path

import pytest

from sarhad.codebook import (
    MODES,
    Arrangement,
    Auxiliary,
    CeasefirePhase,
    CommitmentStatus,
    Credibility,
    DisputeKind,
    Ending,
    EventType,
    Reliability,
    Scope,
    Stance,
)

TEXT = (Path(__file__).resolve().parents[1] / "docs" / "codebook.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", EventType)
def test_each_type_stands_in_a_table_with_its_modes_and_an_example(kind: EventType) -> None:
    [row] = re.findall(rf"^\| `{kind.value}` \|.*$", TEXT, flags=re.M)
    modes = re.search(r"Modes: ([\w, -]+)", row)
    assert tuple(modes.group(1).strip().split(", ") if modes else ()) == MODES[kind]
    assert row.rstrip("| ").endswith(".")


SCALES = (Arrangement, Auxiliary, CeasefirePhase, CommitmentStatus, Credibility, DisputeKind, Ending, Reliability, Scope, Stance)  # fmt: skip


@pytest.mark.parametrize("scale", SCALES)
def test_each_word_of_a_scale_is_named(scale: type) -> None:
    members = [m.value for m in scale]  # type: ignore[attr-defined]
    assert [m for m in members if f"`{m}`" not in TEXT] == []
