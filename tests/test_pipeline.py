"""The line as a whole: a text in, a reading out; pages in, a record and what they tell together out."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import sarhad
from sarhad.codebook import EventType, Stance
from sarhad.errors import Unreadable, WrongUse
from sarhad.pipeline import fuse_record
from sarhad.records import Claims, Dropped, Fused, Judgement, Page, Reading

ATTACK = "Gunmen killed four soldiers at a post near Spin Boldak on Monday, Pakistan's army said. Kabul denied that the men had come from Afghanistan."


def test_the_public_verbs_are_these_and_no_more() -> None:
    assert sorted(sarhad.__all__) == [
        "SarhadError", "__version__", "fuse", "make_brief", "open_record", "read_page", "read_text",
    ]  # fmt: skip
    for verb in sarhad.__all__:
        assert getattr(sarhad, verb)


def test_an_unknown_verb_is_told_with_the_known_ones() -> None:
    with pytest.raises(AttributeError, match="open_record"):
        _ = sarhad.predict


def test_a_text_is_read_on_the_day_it_was_published() -> None:
    reading = sarhad.read_text(ATTACK, published="2025-10-14")
    assert reading.document.published.date == "2025-10-14"
    attack = next(s for s in reading.statements if s.type is EventType.ASSAULT)
    assert attack.deaths is not None
    assert attack.deaths.low == 4
    assert attack.time is not None
    assert attack.time.start.isoformat() == "2025-10-13"


def test_every_quote_is_where_it_says() -> None:
    reading = sarhad.read_text(ATTACK, published="2025-10-14")
    assert reading.statements
    for s in reading.statements:
        for evidence in (s.evidence, s.trigger, s.sentence):
            assert reading.document.text[evidence.span.start : evidence.span.end] == evidence.quote


def test_a_denial_is_never_the_act() -> None:
    reading = sarhad.read_text("Islamabad denied that its jets had bombed Kabul.", published="2025-10-14")
    assert not [s for s in reading.statements if s.type is EventType.ASSAULT and s.plain]


def test_another_language_is_kept_and_not_read() -> None:
    reading = sarhad.read_text(
        "وزیر داخلہ نے تہران میں ایرانی صدر سے ملاقات کی اور سرحدی سلامتی پر بات چیت ہوئی۔ " * 3
    )
    assert reading.statements == ()
    assert reading.unread is not None
    assert "ur (Urdu)" in reading.unread


def test_nothing_to_read_is_an_error_that_says_so() -> None:
    with pytest.raises(Unreadable, match="cannot be read"):
        sarhad.read_text("   ")


def test_a_page_that_holds_no_text_is_dropped_with_a_reason() -> None:
    lost = sarhad.read_page(Page(body=b"\x00\x01\x02" * 500, source="x.html", media_type="text/html"))
    assert isinstance(lost, Dropped)
    assert lost.reason


def test_the_same_page_is_read_the_same_twice() -> None:
    page = Page(
        body=ATTACK.encode(), source="a.txt", media_type="text/plain", claims=Claims(date="2025-10-14")
    )
    assert sarhad.read_page(page) == sarhad.read_page(page)


def test_a_book_is_kept_and_not_read() -> None:
    reading = sarhad.read_text(
        ("The river Helmand rises in the mountains and runs to the plain of Sistan. " * 70 + "\n\n") * 70
    )
    assert reading.unread is not None
    assert "longer than" in reading.unread


# --- a record


@pytest.fixture
def press(tmp_path: Path) -> Path:
    folder = tmp_path / "press"
    folder.mkdir()
    rows = [
        {"id": "a", "title": "Soldiers killed", "text": ATTACK, "date": "2025-10-14", "outlet": "Border Gazette"},
        {"id": "b", "title": "Soldiers killed", "text": ATTACK, "date": "2025-10-15", "outlet": "Hill Courier"},
        {"id": "c", "title": "Markets", "text": "Pakistan and Iran agreed in Islamabad to set up new border markets.", "date": "2024-04-24"},
    ]  # fmt: skip
    (folder / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return folder


def test_a_record_can_be_added_to_and_asked(press: Path, tmp_path: Path) -> None:
    with sarhad.open_record(tmp_path / "r.db") as record:
        assert [o.what for o in record.add(press)] == ["kept", "kept", "kept"]
        assert [o.what for o in record.add(press)] == ["known", "known", "known"]
        [attack] = record.incidents(type="assault")
        assert attack.witnesses == 1
        assert record.incidents(actor="THA") == ()
        assert record.incidents(since="2026") == ()
        assert record.commitments(actor="PAK")
        assert {d.id for d in record.documents(since="2025")} == {"a", "b"}
        assert record.brief().documents == 3


def test_a_question_that_cannot_be_is_wrong_use(tmp_path: Path) -> None:
    with sarhad.open_record(tmp_path / "r.db") as record, pytest.raises(WrongUse, match="no type of act"):
        record.incidents(type="quarrel")


def test_the_order_of_arrival_changes_nothing(press: Path, tmp_path: Path) -> None:
    rows = (press / "rows.jsonl").read_text(encoding="utf-8").splitlines()
    (tmp_path / "turned.jsonl").write_text("\n".join(reversed(rows)), encoding="utf-8")
    with sarhad.open_record(tmp_path / "1.db") as one, sarhad.open_record(tmp_path / "2.db") as two:
        one.add(press)
        two.add(tmp_path / "turned.jsonl")
        assert one.view().fused == two.view().fused


def test_what_was_added_is_put_together_when_it_is_first_asked_for(press: Path, tmp_path: Path) -> None:
    with sarhad.open_record(tmp_path / "r.db") as record:
        for _ in record.adding(press):
            pass
        assert record.record.fused().stories == ()
        assert len(record.incidents(type="ASSAULT")) == 1


def test_what_nothing_came_to_is_not_put_together_again(
    press: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    times: list[str] = []

    def counted(*given: Any) -> Fused:
        times.append("fused")
        return fuse_record(*given)

    monkeypatch.setattr("sarhad.library.fuse_record", counted)
    with sarhad.open_record(tmp_path / "r.db") as record:
        record.add(press)
        record.documents()
        assert not times
        told = record.view().fused
    with sarhad.open_record(tmp_path / "r.db") as record:
        assert record.view().fused == told
        assert len(times) == 1
        attack = told.incidents[0].reports[0].statement.anchor
        made = record.judge(Judgement(id="j1", target=attack, verdict="reject", made_at=datetime.now(UTC)))
        assert record.view().fused != told
        record.undo(made.id)
        assert record.view().fused == told
        record.add(press, again=True)
        assert record.view().fused == told
    assert len(times) == 3


def test_a_killed_run_and_a_second_one_end_in_the_same_record(press: Path, tmp_path: Path) -> None:
    code = (
        "import os, sys, sarhad\n"
        "record = sarhad.open_record(sys.argv[1])\n"
        "for n, outcome in enumerate(record.adding(sys.argv[2])):\n"
        "    if n == 1: os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "k.db"), str(press)], check=False)
    with sarhad.open_record(tmp_path / "k.db") as killed, sarhad.open_record(tmp_path / "w.db") as whole:
        killed.add(press)
        whole.add(press)
        assert killed.view().fused == whole.view().fused
        assert [r.statements for r in killed.readings()] == [r.statements for r in whole.readings()]


def test_an_alleged_act_stays_alleged_through_the_record(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Kabul accused Pakistan of bombing the village of Zarkhan. " * 2, encoding="utf-8"
    )
    with sarhad.open_record(tmp_path / "r.db") as record:
        record.add(tmp_path / "a.txt")
        told = [s for r in record.readings() for s in r.statements if s.type is EventType.ASSAULT]
        assert all(s.stance is not Stance.ASSERTS for s in told)
        assert all(i.told != "fact" for i in record.incidents(type="ASSAULT"))


def test_readings_are_typed_records(press: Path, tmp_path: Path) -> None:
    with sarhad.open_record(tmp_path / "r.db") as record:
        record.add(press)
        assert all(isinstance(r, Reading) for r in record.readings())
