"""A person merges and splits threads of every kind; what was found stands again once the judgement is taken back."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

import sarhad
from sarhad.cli.app import app
from sarhad.codebook import DisputeKind
from sarhad.errors import UnknownId, WrongUse
from sarhad.library import OpenRecord
from sarhad.monitor.desk import document_name
from sarhad.record.threads_hung import hung
from sarhad.record.threads_together import THREAD_KINDS, anchor_of, members, threads_together
from sarhad.record.view import View
from sarhad.records import Dispute, Judgement

PAGES = (
    ("a", "River Post", "2025-05-02", "Gunmen attacked a post at Torkham on Thursday. Three guards died, the governor said. "
     "Iran and Pakistan agreed to build a gas pipeline. Iran accused Pakistan of hiding fuel smugglers in the valley."),
    ("b", "Hill Times", "2025-05-14", "Gunmen killed four guards in Jalalabad on Tuesday. Shops stayed shut. "
     "Iran and Pakistan pledged to open a border market. Iran accused Pakistan of letting timber thieves cross the river."),
    ("c", "Valley News", "2025-05-20", "Pakistani forces have repeatedly shelled Afghan villages. Herders left the ridge. "
     "Iranian President Masoud Pezeshkian visited Islamabad on Sunday."),
    ("d", "Salt Road Weekly", "2025-05-24", "Turkish Foreign Minister Hakan Fidan visited Islamabad on Thursday. Indian troops have repeatedly shelled "
     "Pakistani villages."),
)  # fmt: skip


@pytest.fixture
def record(tmp_path: Path) -> Iterator[OpenRecord]:
    rows = tmp_path / "rows.jsonl"
    lines = [json.dumps({"id": i, "outlet": o, "date": d, "text": t}) for i, o, d, t in PAGES]
    rows.write_text("\n".join(lines), encoding="utf-8")
    with sarhad.open_record(tmp_path / "r.db") as opened:
        opened.add(rows)
        yield opened


def judge(record: OpenRecord, verdict: str, target: str, field: str, value: str | None = None) -> Judgement:
    made = datetime(2025, 6, 1, tzinfo=UTC)
    name = f"j-{verdict}-{target}"
    return record.judge(
        Judgement(
            id=name, target=target, verdict=verdict, made_at=made, field=field, value=value, reason="seen"
        )
    )


@pytest.mark.parametrize("field", ["incident", "talk", "commitment", "assessment", "accusation"])
def test_two_threads_are_one_until_the_judgement_is_taken_back(record: OpenRecord, field: str) -> None:
    kind = THREAD_KINDS[field]
    before = getattr(record.view().fused, kind)
    first, second = before[:2]
    made = judge(record, "merge", first.id, field, second.id)
    assert made.target in {anchor_of(m) for m in members(first)}
    after = getattr(record.view().fused, kind)
    assert len(after) == len(before) - 1
    whole = next(t for t in after if t.id == first.id)
    assert set(members(whole)) == {*members(first), *members(second)}
    assert record.find(second.id).item == whole
    assert not record.find(second.id).rejected
    assert record.view().moved(whole)
    record.undo(made.id)
    assert getattr(record.view().fused, kind) == before


def test_a_merged_incident_keeps_every_report_and_both_counts(record: OpenRecord) -> None:
    first, second = (i for i in record.view().fused.incidents if i.deaths is not None)
    judge(record, "merge", first.id, "incident", second.id)
    (whole,) = [i for i in record.view().fused.incidents if i.id == first.id]
    assert whole.deaths is not None
    assert (whole.deaths.low, whole.deaths.high, whole.witnesses, whole.told) == (3, 4, 2, "fact")


def test_a_report_is_taken_out_of_its_thread_and_comes_back(record: OpenRecord) -> None:
    before = record.view().fused.incidents
    first, second = before[:2]
    merged = judge(record, "merge", first.id, "incident", second.id)
    anchor = anchor_of(members(second)[0]) or ""
    parted = judge(record, "split", anchor, "incident")
    now = record.view().fused.incidents
    alone = next(i for i in now if anchor in {r.statement.anchor for r in i.reports})
    assert [r.statement.anchor for r in alone.reports] == [anchor]
    assert alone.id != first.id
    assert record.find(alone.id).item == alone
    record.undo(parted.id)
    record.undo(merged.id)
    assert record.view().fused.incidents == before


def test_a_judgement_outlives_the_id_of_its_thread(record: OpenRecord, tmp_path: Path) -> None:
    first, second = record.view().fused.incidents[:2]
    judge(record, "merge", first.id, "incident", second.id)
    earlier = {"id": "early", "outlet": "Dawn Bell", "date": "2025-05-01",
               "text": "Three guards died when gunmen attacked a post at Torkham on Thursday."}  # fmt: skip
    rows = tmp_path / "early.jsonl"
    rows.write_text(json.dumps(earlier), encoding="utf-8")
    record.add(rows)
    told = {anchor_of(m) for t in (first, second) for m in members(t)}
    whole = [i for i in record.view().fused.incidents if told & {anchor_of(m) for m in members(i)}]
    assert len(whole) == 1


def test_an_assessment_is_shown_rejected_and_corrected(record: OpenRecord) -> None:
    going_on = record.view().fused.assessments[0]
    made = datetime(2025, 6, 1, tzinfo=UTC)

    def word(verdict: str, field: str | None = None, value: str | None = None) -> Judgement:
        return Judgement(
            id=f"j-{verdict}", target=going_on.id, verdict=verdict, made_at=made, field=field, value=value
        )

    record.judge(word("correct", "kind", "trend"))
    assert record.find(going_on.id).item.kind == "trend"
    record.judge(word("reject"))
    assert going_on.id not in {a.id for a in record.view().fused.assessments}
    record.undo("j-reject")
    record.undo("j-correct")
    assert record.find(going_on.id).item == going_on


def test_what_cannot_be_merged_or_split_is_refused(record: OpenRecord) -> None:
    first, second = record.view().fused.incidents[:2]
    for wrong in (
        ("merge", first.id, "incident", first.id),
        ("merge", first.id, "incident", None),
        ("merge", first.id, "nothing", second.id),
        ("split", first.id, "incident", None),
        ("split", anchor_of(members(first)[0]) or "", "incident", None),
    ):
        with pytest.raises(WrongUse):
            judge(record, *wrong)
    for unknown in ("talk", "ceasefire"):
        with pytest.raises(UnknownId):
            judge(record, "merge", first.id, unknown, second.id)


def test_the_command_line_shows_where_a_statement_stands_and_what_was_merged(
    record: OpenRecord, tmp_path: Path
) -> None:
    first, second = record.view().fused.assessments[:2]
    anchor = anchor_of(members(first)[0]) or ""
    record.close()
    runner, where = CliRunner(), ["--record", str(tmp_path / "r.db")]
    shown = runner.invoke(app, ["show", anchor, *where])
    assert f"stands in assessment: {first.id}" in shown.output
    kept = runner.invoke(
        app, ["judge", first.id, "merge", "--field", "assessment", "--value", second.id, *where]
    )
    assert kept.exit_code == 0, kept.output
    made = kept.output.split()[1]
    whole = runner.invoke(app, ["show", second.id, *where]).output
    assert f"assessment {first.id}" in whole
    assert f"(sarhad judge {made} undo)" in whole
    assert anchor in whole
    assert runner.invoke(app, ["judge", made, "undo", *where]).exit_code == 0
    assert f"assessment {second.id}" in runner.invoke(app, ["show", second.id, *where]).output


def test_two_disputes_founded_on_one_statement_merge_all_the_same(record: OpenRecord) -> None:
    quarrels = record.view().fused.disputes
    said = record.view().fused.accusations[0].positions[0]
    one = Dispute(
        id="d1", proposition="hiding smugglers", asserted_by=("IRN.GOV",), contested_by=("PAK.GOV",),
        how=DisputeKind.DENIES, positions=(said,),
    )  # fmt: skip
    answer = replace(said, speaker="PAK.GOV", anchor="a2")
    fused = replace(record.view().fused, disputes=(one, replace(one, id="d2", positions=(said, answer))))
    assert quarrels == ()
    now = datetime(2025, 6, 1, tzinfo=UTC)
    asked = Judgement(id="j", target="d1", verdict="merge", made_at=now, field="dispute", value="d2")
    for given in (asked, replace(asked, target="d2", value="d1")):
        made = hung(given, View(lambda: fused, lambda: (), ()))
        assert [d.id for d in threads_together(fused, [made]).disputes] == ["d1"]


def test_a_document_is_judged_by_the_name_of_its_file_and_a_family_by_its_id(record: OpenRecord) -> None:
    document = record.view().readings[0].document
    assert judge(record, "correct", document_name(document), "title", "Ridge").target == document.id
    one, other = record.view().fused.families[:2]
    made = judge(record, "merge", one.id, "family", other.id)
    assert (made.target, made.value) == (one.documents[0], other.documents[0])
    joined = {*one.documents, *other.documents}
    assert any(joined <= set(f.documents) for f in record.view().fused.families)
    with pytest.raises(WrongUse, match="name the document"):
        judge(record, "split", record.view().fused.families[-1].id, "family")
