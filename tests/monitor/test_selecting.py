"""Filters and theatres: what belongs to an actor, a place, a period, a border."""

from datetime import date

import pytest
import stage
from hypothesis import given
from hypothesis import strategies as st

from sarhad.codebook import CeasefirePhase, CommitmentStatus, EventType
from sarhad.knowledge.theatres import Theatre
from sarhad.monitor.selecting import belongs, code_matches, in_period, printed_span, select
from sarhad.records import Filters, Fused, Step

BORDER = Theatre(name="b", title="Border", countries=("PAK", "AFG"), actors=("PAK", "AFG"))


def attack(code: str, on: date | None = None, published: str | None = None) -> Fused:
    page = stage.document("d1", "Shots were fired at a post.", published)
    told = stage.statement(
        page,
        "Shots were fired at a post",
        EventType.ASSAULT,
        actors=(stage.actor(code),),
        place=stage.town("Torkham", "PAK"),
    )
    from dataclasses import replace

    made = stage.incident(told, on=on)
    return Fused(incidents=(replace(made, reports=(stage.report(told, published),)),))


@pytest.mark.parametrize(("code", "wanted", "match"), [
    ("PAK.GOV", "PAK", True), ("PAK.REB/ttp", "PAK.REB", True), ("PAK.REB/ttp", "PAK.REB/ttp", True),
    ("PAK.REB/ttp", "PAK.REB/tt", False), ("PAKX.GOV", "PAK", False), ("AFG.GOV", "PAK", False),
])  # fmt: skip
def test_a_code_lies_under_its_beginnings(code: str, wanted: str, match: bool) -> None:
    assert code_matches(code, wanted) is match


def test_the_day_it_happened_counts_and_the_day_it_was_reported_only_without_it() -> None:
    october = Filters(since=date(2025, 10, 1), until=date(2025, 10, 31))
    assert select(attack("PAK.MIL", date(2025, 10, 9), "2025-12-01"), october).incidents
    assert not select(attack("PAK.MIL", date(2024, 10, 9), "2025-10-09"), october).incidents
    assert select(attack("PAK.MIL", None, "2025-10-09"), october).incidents
    assert not select(attack("PAK.MIL"), october).incidents


def test_filters_narrow_together() -> None:
    shots = attack("PAK.REB/ttp", date(2025, 10, 9))
    assert select(shots, Filters(actor="PAK.REB", place="torkham", type=EventType.ASSAULT)).incidents
    assert not select(shots, Filters(actor="PAK.REB", place="Chaman")).incidents
    assert not select(shots, Filters(type=EventType.AGREE)).incidents


def test_a_theatre_leaves_out_what_is_another_borders_matter() -> None:
    assert not select(attack("THA.MIL"), Filters(), BORDER).incidents
    assert select(attack("AFG.MIL"), Filters(), BORDER).incidents


def test_a_statement_belongs_by_its_own_actors_and_place() -> None:
    [incident] = attack("AFG.MIL").incidents
    told = incident.reports[0].statement
    assert belongs(told, Filters(), BORDER)
    assert not belongs(told, Filters(actor="THA"), None)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_printed_day_is_its_own_span(day: date) -> None:
    assert printed_span(day.isoformat()) == (day, day)
    first, last = printed_span(day.isoformat()[:7])
    assert first is not None
    assert last is not None
    assert first <= day <= last
    assert (first.year, first.month) == (last.year, last.month) == (day.year, day.month)


@given(st.dates(), st.dates(), st.dates())
def test_a_day_is_in_a_period_that_holds_it(one: date, two: date, day: date) -> None:
    since, until = min(one, two), max(one, two)
    assert in_period(day, day, Filters(since=since, until=until)) is (since <= day <= until)


PAGE = stage.document(
    "d9", "They agreed. They met again. It collapsed. The road will open. It is open.", "2025-10-09"
)


def step(quote: str, label: str, published: str | None) -> Step:
    return stage.step(stage.statement(PAGE, quote, EventType.AGREE), label, published)


def test_a_ceasefire_is_told_as_it_stood_on_the_last_day() -> None:
    truce = stage.ceasefire(
        step("They agreed", "agreed", "2025-10-09"),
        step("They met again", "talks", "2025-11"),
        step("It collapsed", "collapsed", "2025-12-09"),
        phase=CeasefirePhase.COLLAPSED,
    )
    asked = select(Fused(ceasefires=(truce,)), Filters(until=date(2025, 12, 1)))
    assert [s.label for s in asked.ceasefires[0].history] == ["agreed", "talks"]
    assert asked.ceasefires[0].phase is CeasefirePhase.AGREED
    assert select(Fused(ceasefires=(truce,)), Filters()).ceasefires == (truce,)


def test_a_commitment_is_told_as_it_stood_on_the_last_day() -> None:
    road = stage.commitment(
        "a road",
        step("The road will open", "pledged", "2025-10-09"),
        step("It is open", "kept", "2026-01-09"),
        status=CommitmentStatus.KEPT,
    )
    [kept] = select(Fused(commitments=(road,)), Filters(until=date(2025, 12, 1))).commitments
    assert (kept.status, kept.silent_since) == (CommitmentStatus.PLEDGED, "2025-10-09")
