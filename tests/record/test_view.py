"""What a filter lets through."""

from dataclasses import replace
from datetime import date

import pytest
from kept_documents import fused_of, page_of, reading_of

from sarhad.codebook import CeasefirePhase, CommitmentStatus, DatePrecision, EventType, PlaceLevel
from sarhad.errors import UnknownId
from sarhad.record import View
from sarhad.record.filters import is_at, is_under
from sarhad.records import Actor, Ceasefire, Commitment, Dispute, Filters, Place, Position, Step, Talk

READINGS = (reading_of(page_of(1)), reading_of(page_of(2)))
ATTACK, DENIAL, PLEDGE = READINGS[0].statements
STEP = Step(label="pledged", published="2024-04", evidence=PLEDGE.evidence, anchor=PLEDGE.anchor, family="f1")
FUSED = replace(
    fused_of(*READINGS),
    talks=(
        Talk(
            id="talk",
            kind="visit",
            participants=(Actor(mention="the minister", code="IRN.GOV"),),
            mediators=("QAT.GOV",),
            reports=(),
            venue=Place(mention="Doha", name="Doha", country="QAT", level=PlaceLevel.TOWN),
            start=date(2025, 10, 18),
            end=None,
            precision=DatePrecision.DAY,
            witnesses=1,
        ),
    ),
    disputes=(
        Dispute(
            id="dispute",
            proposition="gunmen came over the border",
            asserted_by=("PAK.COP",),
            contested_by=("PAK.REB/bla",),
            how=READINGS[0].contests[0].how,
            positions=(
                Position(
                    speaker="PAK.COP",
                    stance=ATTACK.stance,
                    evidence=ATTACK.evidence,
                    published="2024",
                    family="f",
                ),
            ),
        ),
    ),
    commitments=(
        Commitment(
            id="pledge",
            object="a market",
            by=("IRN.GOV", "PAK.GOV"),
            toward=(),
            status=CommitmentStatus.PLEDGED,
            history=(STEP,),
        ),
    ),
    ceasefires=(
        Ceasefire(
            id="truce",
            parties=("AFG.GOV", "PAK.GOV"),
            mediators=("QAT.GOV",),
            phase=CeasefirePhase.AGREED,
            history=(replace(STEP, label="agreed", published="2025-10-19"),),
        ),
    ),
)
VIEW = View(lambda: FUSED, lambda: READINGS, ())


@pytest.mark.parametrize(
    ("wanted", "statements"),
    [
        (Filters(), 6),
        (Filters(actor="PAK"), 6),
        (Filters(actor="PAK.REB"), 2),
        (Filters(actor="pak.reb/bla"), 2),
        (Filters(actor="PAK.RE"), 0),
        (Filters(actor="IRN"), 2),
        (Filters(actor="PAK.COP"), 2),  # as the speaker
        (Filters(type=EventType.ASSAULT), 2),
        (Filters(place="taftan"), 2),
        (Filters(place="PAK"), 2),
        (Filters(place="Taft"), 0),
        (Filters(until=date(2024, 1, 17)), 2),  # the attack's own day; the others were published on the 20th
        (Filters(since=date(2024, 1, 17)), 4),
        (Filters(since=date(2024, 1, 21)), 0),
        (Filters(theatre_codes=frozenset({"IRN", "AFG"})), 2),
    ],
)
def test_statements(wanted: Filters, statements: int) -> None:
    assert len(VIEW.statements(wanted)) == statements


@pytest.mark.parametrize(
    ("wanted", "kinds"),
    [
        (Filters(), "incidents talks disputes commitments ceasefires"),
        (Filters(actor="QAT"), "talks ceasefires"),
        (Filters(actor="PAK.GOV"), "commitments ceasefires"),
        (Filters(place="QAT"), "talks"),
        (Filters(place="Taftan"), "incidents"),
        (Filters(since=date(2025, 1, 1)), "talks ceasefires"),
        (Filters(until=date(2024, 1, 31)), "incidents disputes"),
        (Filters(since=date(2024, 4, 30), until=date(2024, 5, 1)), "disputes commitments"),
        (Filters(type=EventType.ASSAULT), "incidents"),
    ],
)
def test_threads(wanted: Filters, kinds: str) -> None:
    shown = [
        k for k in ["incidents", "talks", "disputes", "commitments", "ceasefires"] if getattr(VIEW, k)(wanted)
    ]
    assert shown == kinds.split()


def test_documents_and_stories() -> None:
    assert [d.id for d in VIEW.documents()] == ["d1", "d2"]
    assert VIEW.documents(Filters(actor="QAT")) == ()
    assert len(VIEW.documents(Filters(since=date(2024, 1, 20), until=date(2024, 1, 20), place="Taftan"))) == 2
    assert len(VIEW.stories(Filters(actor="IRN"))) == 1
    assert VIEW.stories(Filters(since=date(2025, 1, 1))) == ()


def test_an_id_is_found_whatever_it_stands_for() -> None:
    for target, kind in (
        ("d1", "document"),
        (ATTACK.id, "statement"),
        (ATTACK.anchor, "statement"),
        ("truce", "ceasefires"),
    ):
        assert VIEW.find(target).kind == kind
    with pytest.raises(UnknownId, match="nowhere"):
        VIEW.find("nowhere")


def test_codes_are_matched_by_their_parts() -> None:
    assert is_under("PAK.REB/ttp", "PAK.REB")
    assert is_under("PAK.REB/ttp", "pak.")
    assert not is_under("PAK.REB/ttp-x", "PAK.REB/ttp")
    assert not is_under("PAK.GOV", "PA")


def test_places_are_matched_by_whole_words() -> None:
    crossing = Place(
        mention="the crossing", name="Torkham Border Crossing", country=None, level=PlaceLevel.SITE
    )
    assert is_at(crossing, "torkham")
    assert is_at(crossing, "border crossing")
    assert not is_at(crossing, "Tor")
    assert not is_at(crossing, "")
