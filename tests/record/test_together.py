"""Merges and splits are judgements: laid over what was found, and taken off again."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

import sarhad
from sarhad.errors import UnknownId, WrongUse
from sarhad.records import Judgement

FIRST = "Guards at the Torwarsk post fired on a convoy of salt lorries on Tuesday. Two drivers died, the governor of Qashlaq said. The road is shut."
SECOND = "The ferry guild of Marghuz elected a new master. Ilyas Gul promised cheaper crossings for herders. The vote took two days."


def judgement(verdict: str, target: str, field: str | None, value: str | None = None) -> Judgement:
    made = datetime(2025, 6, 1, tzinfo=UTC)
    return Judgement(
        id=f"j-{verdict}-{field}", target=target, verdict=verdict, made_at=made, field=field, value=value, reason="one wire"
    )  # fmt: skip


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    import json

    path = tmp_path / "rows.jsonl"
    made = [
        ("a", FIRST, "River Post"),
        ("b", FIRST + " Printed again.", "Hill Times"),
        ("c", SECOND, "Valley News"),
    ]
    lines = [json.dumps({"id": i, "text": t, "outlet": o, "date": "2025-05-01"}) for i, t, o in made]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_merge_and_a_split_are_obeyed_until_they_are_taken_back(tmp_path: Path, rows: Path) -> None:
    with sarhad.open_record(tmp_path / "r.db") as record:
        record.add(rows)

        def found() -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
            fused = record.view().machine_fused
            return sorted(f.documents for f in fused.families), sorted(s.documents for s in fused.stories)

        before = found()
        assert before == ([("a", "b"), ("c",)], [("a", "b"), ("c",)])
        record.judge(judgement("split", "b", "family"))
        assert found() == ([("a",), ("b",), ("c",)], before[1])
        record.judge(judgement("merge", "c", "story", "a"))
        assert found()[1] == [("a", "b", "c")]
        record.judge(judgement("merge", "c", "family", "a"))
        assert found()[0] == [("a", "c"), ("b",)]
        for made in ("j-merge-family", "j-merge-story", "j-split-family"):
            record.undo(made)
        assert found() == before
        record.judge(judgement("split", "a", "story"))
        assert found()[1] == [("a",), ("b",), ("c",)]


def test_a_merge_names_two_documents_that_are_there_and_what_is_merged(tmp_path: Path, rows: Path) -> None:
    with sarhad.open_record(tmp_path / "r.db") as record:
        record.add(rows)
        for wrong in (
            ("merge", "a", None, "b"),
            ("merge", "a", "family", None),
            ("merge", "a", "story", "a"),
        ):
            with pytest.raises(WrongUse):
                record.judge(judgement(*wrong))
        with pytest.raises(UnknownId):
            record.judge(judgement("merge", "a", "family", "nobody"))
