"""A person's word is obeyed by what is shown and fused next, kept beside the machine's, and can be taken back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from kept_documents import at, fused_of, page_of, reading_of

from sarhad.codebook import CommitmentStatus, DatePrecision, EventType, Stance
from sarhad.errors import UnknownId, WrongUse
from sarhad.record import Record, apply_judgements, judge_fused, open_record
from sarhad.record.corrections import FIELDS, correct, printed
from sarhad.records import Filters, Fused, Judgement, Toll

READING = reading_of(page_of(1))
ATTACK, DENIAL, PLEDGE = READING.statements


def judged(
    target: str,
    verdict: str,
    field: str | None = None,
    value: str | None = None,
    second: int = 0,
    **more: object,
):
    return Judgement(
        id=f"j{second}", target=target, verdict=verdict, made_at=at(second), field=field, value=value, **more
    )  # type: ignore[arg-type]


@pytest.fixture
def record(tmp_path: Path):
    with open_record(tmp_path / "sarhad.db") as opened:
        opened.keep(page_of(1), READING)
        opened.keep(page_of(2), reading_of(page_of(2)))
        opened.keep_fused(fused_of(*opened.readings()))
        yield opened


# --- on readings


def test_without_judgements_nothing_changes() -> None:
    assert apply_judgements([READING], []) == (READING,)


def test_a_rejected_statement_is_gone_with_the_dispute_that_rests_on_it() -> None:
    (reading,) = apply_judgements([READING], [judged(ATTACK.anchor, "reject")])
    assert [s.anchor for s in reading.statements] == [DENIAL.anchor, PLEDGE.anchor]
    assert reading.statements[0].about is None
    assert reading.contests == ()


def test_a_corrected_toll_is_the_persons() -> None:
    (reading,) = apply_judgements([READING], [judged(ATTACK.anchor, "correct", "deaths", "5+")])
    assert reading.statements[0].deaths == Toll(low=5, high=None, whom="people")
    assert READING.statements[0].deaths == Toll(low=4, high=4, whom="people")


def test_an_accepted_statement_is_no_longer_unsure() -> None:
    (reading,) = apply_judgements([READING], [judged(DENIAL.anchor, "accept")])
    assert reading.statements[1] == replace(DENIAL, confidence=1.0)


def test_what_was_taken_back_does_not_count() -> None:
    assert apply_judgements([READING], [judged(ATTACK.anchor, "reject", undone_at=at(9))]) == (READING,)


def test_the_later_word_counts_whatever_the_order_it_is_read_in() -> None:
    words = [judged(ATTACK.anchor, "accept", second=2), judged(ATTACK.anchor, "reject", second=1)]
    for order in (words, words[::-1]):
        (reading,) = apply_judgements([READING], order)
        assert len(reading.statements) == 3


def test_a_rejected_document_is_out_and_a_corrected_date_holds() -> None:
    assert apply_judgements([READING], [judged("d1", "reject")]) == ()
    (reading,) = apply_judgements([READING], [judged("d1", "correct", "published", "2024-02")])
    assert reading.document.published.date == "2024-02"
    assert reading.document.published.end == date(2024, 2, 29)


def test_a_correction_that_no_longer_fits_is_passed_over() -> None:
    assert apply_judgements([READING], [judged(ATTACK.anchor, "correct", "mode", "visit")]) == (READING,)


# --- on threads


def test_an_incident_told_by_rejected_statements_alone_is_gone() -> None:
    other = reading_of(page_of(2))
    fused = fused_of(READING, other)
    once = judge_fused(fused, [judged(ATTACK.anchor, "reject")])
    assert [r.statement.document_id for r in once.incidents[0].reports] == ["d2"]
    assert once.incidents[0].witnesses == 1
    both = [judged(ATTACK.anchor, "reject"), judged(other.statements[0].anchor, "reject", second=1)]
    assert judge_fused(fused, both).incidents == ()


def test_a_rejected_incident_is_gone_and_a_corrected_one_shows_the_persons_value() -> None:
    fused = fused_of(READING)
    target = fused.incidents[0].id
    assert judge_fused(fused, [judged(target, "reject")]).incidents == ()
    told = judge_fused(fused, [judged(target, "correct", "told", "claim")])
    assert told.incidents[0].told == "claim"


# --- in the record


def test_the_machines_reading_stays(record: Record) -> None:
    record.judge(judged(ATTACK.anchor, "reject", reason="another border"))
    assert record.reading("d1") == READING
    view = record.view()
    assert ATTACK.anchor not in [s.anchor for s in view.statements()]
    assert [j.reason for j in view.hidden()] == ["another border"]
    assert view.find(ATTACK.anchor).rejected


def test_a_reading_id_stands_for_its_anchor_so_a_new_reader_obeys_too(record: Record) -> None:
    assert record.judge(judged(ATTACK.id, "reject")).target == ATTACK.anchor
    record.keep(page_of(1), reading_of(page_of(1), "reader-2"))
    assert ATTACK.anchor not in [s.anchor for s in record.view().statements()]


def test_taking_back_shows_it_again_and_keeps_both(record: Record) -> None:
    record.judge(judged(ATTACK.anchor, "reject"))
    undone = record.undo("j0", at(5))
    assert undone.undone_at == at(5)
    assert record.undo("j0", at(6)).undone_at == at(5)
    assert record.judgements() == [undone]
    assert ATTACK.anchor in [s.anchor for s in record.view().statements()]


def test_a_mark_has_the_machines_value_beside_the_persons(record: Record) -> None:
    target = record.fused().incidents[0].id
    record.judge(judged(target, "correct", "deaths", "6-7", reason="the hospital's count"))
    view = record.view()
    (shown,) = view.incidents()
    assert shown.deaths == Toll(low=6, high=7)
    (correction,) = view.mark(target).corrections
    assert (correction.machine, correction.person, correction.reason) == ("4", "6-7", "the hospital's count")
    assert view.mark(target).verdict == "corrected"
    assert view.mark(DENIAL.id).verdict is None


def test_the_same_judgement_twice_is_kept_once(record: Record) -> None:
    for _ in range(2):
        record.judge(judged(ATTACK.anchor, "accept"))
    assert len(record.judgements()) == 1


@pytest.mark.parametrize(
    ("word", "error", "why"),
    [
        (judged("nowhere", "accept"), UnknownId, "nothing in the record"),
        (judged(ATTACK.anchor, "delete"), WrongUse, "no verdict"),
        (judged(ATTACK.anchor, "correct"), WrongUse, "needs a field"),
        (judged(ATTACK.anchor, "correct", "quote", "x"), WrongUse, "no field 'quote'"),
        (judged(ATTACK.anchor, "correct", "deaths", "many"), WrongUse, "4-6"),
        (judged(ATTACK.anchor, "correct", "type", "RAID"), WrongUse, "ASSAULT"),
        (judged(ATTACK.anchor, "correct", "mode", "visit"), WrongUse, "one of .*firearms"),
        (judged(ATTACK.anchor, "correct", "actors", "PAK.GVO"), WrongUse, "one of GOV, MIL"),
        (judged(ATTACK.anchor, "correct", "actors", "Pakistan"), WrongUse, "PAK.GOV"),
        (judged(ATTACK.anchor, "correct", "time", "in spring"), WrongUse, "2024-01"),
        (judged("d1", "correct", "published", "2024-13"), WrongUse, "month"),
    ],
)
def test_a_word_that_cannot_be_is_refused(record: Record, word: Judgement, error: type, why: str) -> None:
    with pytest.raises(error, match=why):
        record.judge(word)
    assert record.judgements() == []


# --- corrections


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("type", "coerce", "COERCE"),
        ("mode", "firearms", "firearms"),
        ("aux", "future", "future"),
        ("aux", "none", None),
        ("stance", "alleges", "alleges"),
        ("actors", "PAK.REB/bla, IRN.MIL", "PAK.REB/bla, IRN.MIL"),
        ("recipients", "none", None),
        ("speaker", "IRN.GOV", "IRN.GOV"),
        ("speaker", "none", None),
        ("place", "Mirjaveh, IRN", "Mirjaveh, IRN"),
        ("place", "Mirjaveh", "Mirjaveh"),
        ("date", "2024-01-17", "2024-01-17"),
        ("date", "2024-01", "2024-01"),
        ("date", "2024-01-17..2024-01-19", "2024-01-17..2024-01-19"),
        ("dead", "4-6", "4-6"),
        ("injured", "3+", "3+"),
        ("status", "kept", "kept"),
        ("phase", "violated", "violated"),
    ],
)
def test_every_field_of_a_statement_takes_the_word_it_prints(
    field: str, value: str, shown: str | None
) -> None:
    assert printed(correct(ATTACK, field, value), field) == shown


def test_a_correction_of_days_says_how_finely_they_are_known_and_keeps_their_order() -> None:
    (incident,) = fused_of(READING).incidents
    moved = correct(correct(incident, "end", "2024-03-02"), "start", "2024-03-02")
    assert (moved.start, moved.end, moved.precision) == (
        date(2024, 3, 2),
        date(2024, 3, 2),
        DatePrecision.DAY,
    )
    with pytest.raises(WrongUse, match="correct the end first"):
        correct(moved, "start", "2024-04-01")
    with pytest.raises(WrongUse, match="reads like en"):
        correct(READING.document, "language", "English, mostly")


def test_a_correction_is_checked_against_those_before_it(record: Record) -> None:
    with pytest.raises(WrongUse, match="a mode of ASSAULT is one of"):
        record.judge(judged(ATTACK.anchor, "correct", "mode", "visit"))
    record.judge(judged(ATTACK.anchor, "correct", "type", "CONSULT", second=1))
    record.judge(judged(ATTACK.anchor, "correct", "mode", "visit", second=2))
    assert [s.mode for s in record.view().statements() if s.anchor == ATTACK.anchor] == ["visit"]


def test_a_new_type_takes_away_a_mode_that_does_not_belong() -> None:
    shelling = correct(ATTACK, "mode", "heavy-weapons")
    assert correct(shelling, "type", "MOBILIZE").mode is None


def test_a_commitment_that_the_machine_missed() -> None:
    assert correct(PLEDGE, "status", "kept").commitment == replace(
        PLEDGE.commitment, status=CommitmentStatus.KEPT
    )
    assert correct(DENIAL, "status", "broken").commitment.object == DENIAL.evidence.quote


def test_what_may_be_corrected_exists() -> None:
    for kind, fields in FIELDS.items():
        for field in fields:
            assert field.split(".")[0] in kind.__dataclass_fields__


def test_filters_see_the_persons_value(record: Record) -> None:
    record.judge(judged(ATTACK.anchor, "correct", "type", "COERCE"))
    record.judge(judged(ATTACK.anchor, "correct", "stance", "alleges", second=1))
    (found,) = record.view().statements(Filters(type=EventType.COERCE))
    assert found.anchor == ATTACK.anchor
    assert found.stance is Stance.ALLEGES


def test_two_judgements_need_two_ids(record: Record) -> None:
    record.judge(judged(ATTACK.anchor, "accept"))
    with pytest.raises(WrongUse, match="id of its own"):
        record.judge(judged(ATTACK.anchor, "reject"))


def test_a_judgement_counts_from_when_it_was_recorded(tmp_path: Path) -> None:
    seconds = iter(range(60))
    with open_record(tmp_path / "sarhad.db", clock=lambda: at(next(seconds))) as record:
        record.keep(page_of(1), READING)
        before = at(next(seconds))
        record.judge(judged(ATTACK.anchor, "reject"))
        after = at(next(seconds))
        record.undo("j0")
        shown = [len(record.view(moment).statements()) for moment in (before, after, None)]
        assert shown == [3, 2, 3]


def test_a_thread_that_a_later_fusing_no_longer_has_is_still_marked(record: Record) -> None:
    target = record.fused().incidents[0].id
    record.judge(judged(target, "correct", "deaths", "6"))
    record.keep_fused(Fused())
    (correction,) = record.view().mark(target).corrections
    assert (correction.machine, correction.person) == (None, "6")
