"""Undertakings as press stories: how far they came, by when they were due, who stands in the way, and the thing they are about."""

from itertools import permutations

import pytest
from newsstand import page, told

import sarhad
from sarhad.codebook import Auxiliary, CommitmentStatus, Course, StandingKind
from sarhad.fusion import fuse
from sarhad.fusion.courses import kroc_of
from sarhad.records import Commitment, Reading

SPRING = (
    "Iran and Pakistan agreed in May to complete the Iran-Pakistan gas pipeline by December 2024. Engineers welcomed it.\n\n"
    "The two countries pledged to open a border market at Rimdan if security allows."
)
AUTUMN = "The United States said it opposes the pipeline between Iran and Pakistan and warned of sanctions. Tehran gave no date."
LATER = "Iran has closed the Rimdan border market. Herders stood before the gate."


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    rows = [
        ("spring", "2024-05-10", SPRING),
        ("autumn", "2024-09-14", AUTUMN),
        ("later", "2025-11-12", LATER),
    ]
    return [sarhad.read_text(text, published=day, outlet=name.title(), id=name) for name, day, text in rows]


def about(word: str, commitments: tuple[Commitment, ...]) -> Commitment:
    (found,) = [c for c in commitments if word in c.object]
    return found


def test_a_deadline_that_passed_in_silence_lapsed_and_a_third_party_stands_against_it(
    readings: list[Reading],
) -> None:
    for order in permutations(readings):
        pipeline = about("pipeline", fuse(list(order)).commitments)
        assert (pipeline.status, pipeline.kroc, pipeline.course) == (
            CommitmentStatus.PLEDGED,
            0,
            Course.LAPSED,
        )
        assert pipeline.deadline is not None
        assert (pipeline.deadline.mention, pipeline.deadline.end.isoformat()) == (
            "by December 2024",
            "2024-12-31",
        )
        (against,) = pipeline.blockers
        assert against.by == "USA.GOV"
        assert "opposes" in against.evidence.quote


def test_a_deadline_still_to_come_has_not_lapsed(readings: list[Reading]) -> None:
    assert about("pipeline", fuse(readings[:2]).commitments).course is Course.ANNOUNCED


def test_a_market_shut_before_it_opened_stands_still_with_its_evidence(readings: list[Reading]) -> None:
    market = about("market", fuse(readings).commitments)
    assert (market.course, market.status) == (Course.STALLED, CommitmentStatus.STALLED)
    assert market.condition is not None
    assert market.condition.value == "if security allows"
    assert [(h.course, h.published) for h in market.history] == [
        (Course.ANNOUNCED, "2024-05-10"),
        (Course.STALLED, "2025-11-12"),
    ]
    assert "closed" in market.history[-1].evidence.quote


@pytest.mark.parametrize(
    ("deed", "course", "status", "kroc"),
    [
        ("Tehran has closed the Rimdan border market.", Course.REVERSED, CommitmentStatus.STALLED, 0),
        ("Tehran has scrapped the Rimdan border market.", Course.REVERSED, CommitmentStatus.BROKEN, 0),
    ],
)
def test_what_was_opened_and_undone_is_reversed(
    deed: str, course: Course, status: CommitmentStatus, kroc: int
) -> None:
    opened = told("Both opened the Rimdan border market.", "AGREE", "PAK.GOV IRN.GOV",
                  commitment=("open the Rimdan border market", "kept"))  # fmt: skip
    market = about("Rimdan", fuse(
        [
            pledged("Both agreed to open the Rimdan border market.", "open the Rimdan border market"),
            page("summer", "2024-07-01", "Salt Road Weekly", opened),
            page("winter", "2025-01-02", "Hill Times", told(deed, "COERCE", "IRN.GOV")),
        ]
    ).commitments)  # fmt: skip
    assert [h.course for h in market.history] == [Course.ANNOUNCED, Course.CARRIED_OUT, Course.REVERSED]
    assert (market.course, market.status, market.kroc) == (course, status, kroc)


def test_undertakings_attach_to_named_things(readings: list[Reading]) -> None:
    fused = fuse(readings)
    things = {t.kind: t for t in fused.standing}
    pipeline, market = things[StandingKind.PIPELINE], things[StandingKind.MARKET]
    assert pipeline.parties == ("IRN", "PAK")
    assert pipeline.commitments == (about("pipeline", fused.commitments).id,)
    assert {r.statement.document_id for r in pipeline.reports} == {"spring", "autumn"}
    assert "Rimdan" in market.name
    assert {r.statement.document_id for r in market.reports} == {"spring", "later"}


def pledged(sentence: str, what: str, by: str = "PAK.GOV IRN.GOV") -> Reading:
    line = told(sentence, "AGREE", by, commitment=(what, "pledged"))
    return page(what.replace(" ", "-"), "2024-05-10", "River Post", line)


def test_two_crossings_are_two_undertakings_and_one_that_could_be_either_is_neithers() -> None:
    fused = fuse(
        [
            pledged(
                "Both agreed to widen the road of the Torkham crossing.",
                "widen the road of the Torkham crossing",
            ),
            pledged(
                "Both agreed to widen the road of the Rimdan crossing.",
                "widen the road of the Rimdan crossing",
            ),
            pledged("Both agreed to keep the crossing open.", "keep the crossing open", "PAK.GOV AFG.GOV"),
        ]
    )
    assert {t.name for t in fused.standing} == {"Torkham crossing", "Rimdan crossing"}
    assert [len(c.history) for c in fused.commitments] == [1, 1, 1]
    assert about("keep", fused.commitments).standing == ()


def test_neither_a_plan_to_close_nor_a_strangers_deed_reverses_anything() -> None:
    pledge = pledged("Both agreed to open the Rimdan border market.", "open the Rimdan border market")
    plan = told("Tehran will close the Rimdan border market.", "COERCE", "IRN.GOV", aux=Auxiliary.FUTURE)
    other = told("Muscat has closed the Rimdan border market.", "COERCE", "OMN.GOV")
    later = page("later", "2025-01-02", "Salt Road Weekly", plan, other)
    assert about("Rimdan", fuse([pledge, later]).commitments).course is Course.ANNOUNCED


@pytest.mark.parametrize(
    ("status", "clause", "kroc"),
    [
        ("pledged", "They agreed to build a road.", 0),
        ("offered", "They offered to build a road.", None),
        ("in_progress", "Work on the road has begun.", 1),
        ("in_progress", "Seventy km, or 60 percent, of the road is built.", 2),
        ("kept", "The road was opened.", 3),
        ("kept", "One of the two gates was opened.", 2),
        ("stalled", "Work on the road stands still.", None),
    ],
)
def test_how_far_an_undertaking_came(status: str, clause: str, kroc: int | None) -> None:
    assert kroc_of(CommitmentStatus(status), clause) == kroc
