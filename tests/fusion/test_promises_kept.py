"""Promises as press stories that go on: a deed that keeps one, in full or in part, and a work that stands still and is nobody's."""

from itertools import permutations

import pytest
from newsstand import Told, page, told

import sarhad
from sarhad.codebook import Auxiliary, CommitmentStatus, Course, StandingKind
from sarhad.fusion import fuse
from sarhad.fusion.amounts import Amount, amount
from sarhad.fusion.words import content
from sarhad.records import RECALLED, Commitment, Reading

DRIVERS = content("drivers")
PLEDGE = "Kabul promised to free nine Pakistani drivers by March 7."


def promise(
    sentence: str = PLEDGE, what: str = "free nine Pakistani drivers by March 7", by: str = "AFG.GOV"
) -> Reading:
    line = told(sentence, "AGREE", by, "PAK.CVL", commitment=(what, "pledged"))
    return page("promise", "2025-03-02", "River Post", line)


def done(
    sentence: str, by: str = "AFG.GOV", to: str = "PAK.CVL", *, on: str = "2025-03-08", **more: object
) -> Reading:
    return page(f"done-{on}", on, "Hill Times", told(sentence, "RETREAT", by, to, **more))


QUIET = page(
    "quiet", "2025-04-20", "Salt Road Weekly", told("Traders met at the pass.", "CONSULT", "IRN.GOV TUR.GOV")
)


def only(readings: list[Reading]) -> Commitment:
    (found,) = fuse(readings).commitments
    return found


@pytest.mark.parametrize(
    ("deed", "status", "course", "kroc"),
    [
        ("Kabul released nine Pakistani drivers on Friday.", CommitmentStatus.KEPT, Course.CARRIED_OUT, 3),
        ("Kabul handed over all the drivers on Friday.", CommitmentStatus.KEPT, Course.CARRIED_OUT, 3),
        ("Kabul released five of the nine drivers on Friday.", CommitmentStatus.IN_PROGRESS, Course.UNDER_WAY, 2),
        ("Kabul freed five drivers on Friday.", CommitmentStatus.IN_PROGRESS, Course.UNDER_WAY, 2),
    ],
)  # fmt: skip
def test_a_deed_that_does_what_was_promised_keeps_it_as_far_as_the_numbers_tell(
    deed: str, status: CommitmentStatus, course: Course, kroc: int
) -> None:
    for order in permutations([promise(), done(deed), QUIET]):
        c = only(list(order))
        assert (c.status, c.course, c.kroc) == (status, course, kroc)
        assert c.history[-1].evidence.quote == deed


def test_of_how_many_were_promised_nothing_is_guessed() -> None:
    told_plainly = promise("Kabul promised to free the drivers by March 7.", "free the drivers by March 7")
    c = only([told_plainly, done("Kabul freed five drivers on Friday."), QUIET])
    assert (c.status, c.kroc) == (CommitmentStatus.IN_PROGRESS, 1)
    assert "how many were promised is not told" in c.history[-1].note


@pytest.mark.parametrize(
    "deed",
    [
        "Kabul has released a large number of drivers.",
        "Kabul began to release the drivers on Friday.",
        "Kabul released dozens of drivers on Friday.",
    ],
)
def test_what_has_begun_or_is_told_of_many_is_not_done(deed: str) -> None:
    told_plainly = promise("Kabul promised to free the drivers by March 7.", "free the drivers by March 7")
    c = only([told_plainly, done(deed), QUIET])
    assert (c.status, c.kroc) == (CommitmentStatus.IN_PROGRESS, 1)


def test_a_release_by_nobody_told_moves_nothing_but_nothing_lapsed_in_silence() -> None:
    assert only([promise(), QUIET]).course is Course.LAPSED
    c = only([promise(), done("Nine Pakistani drivers were released on Friday.", by=""), QUIET])
    assert (c.status, c.course, c.history[-1].unsure) == (CommitmentStatus.PLEDGED, Course.ANNOUNCED, True)
    doubtful = only([promise(), done("Kabul released nine Pakistani drivers on Friday.", sure=0.6), QUIET])
    assert (doubtful.status, doubtful.history[-1].unsure) == (CommitmentStatus.PLEDGED, True)


@pytest.mark.parametrize(
    "other",
    [
        done("Islamabad released nine Afghan drivers on Friday.", by="PAK.GOV", to="AFG.CVL"),
        done("Kabul released ninety fishermen on Friday."),
        done("Kabul released four hundred drivers on Friday."),
        done("Kabul will release nine Pakistani drivers on Friday.", aux=Auxiliary.FUTURE),
        done("Kabul released nine Pakistani drivers in the winter.", on="2025-01-08"),
        done("Kabul released nine Pakistani drivers in the autumn of next year.", on="2026-03-08"),
        done("Kabul released nine drivers to their Persian families.", to="IRN.CVL"),
    ],
)
def test_what_others_did_or_did_to_others_or_at_another_time_keeps_no_promise(other: Reading) -> None:
    assert len(only([promise(), other, QUIET]).history) == 1


def test_one_crossing_opened_is_not_the_other() -> None:
    line = told(
        "Islamabad promised to reopen the Torgam crossing.",
        "AGREE",
        "PAK.GOV",
        commitment=("reopen the Torgam crossing", "pledged"),
    )

    def opened(town: str) -> Told:
        return told(f"Islamabad reopened the {town} crossing on Tuesday.", "COOPERATE", "PAK.GOV")

    pages = [
        page("a", "2025-03-02", "River Post", line),
        page("b", "2025-03-09", "Hill Times", opened("Chamar")),
    ]
    assert only(pages).status is CommitmentStatus.PLEDGED
    assert (
        only([*pages, page("c", "2025-03-10", "Hill Times", opened("Torgam"))]).status
        is CommitmentStatus.KEPT
    )


def test_a_promise_recalled_after_more_is_known_of_it_takes_nothing_back() -> None:
    stalled = told("Work on the Rimdar border market has stalled over unpaid wages.", "COOPERATE", "PAK.GOV IRN.GOV",
                   aux=Auxiliary.NEGATION, commitment=("Rimdar border market", "stalled"), blocker="unpaid wages")  # fmt: skip
    recalled = told("The two countries promised the Rimdar border market in the spring.", "AGREE", "PAK.GOV IRN.GOV",
                    aux=Auxiliary.HISTORICAL, commitment=("Rimdar border market", "pledged"))  # fmt: skip
    first = told("Both agreed to build the Rimdar border market.", "AGREE", "PAK.GOV IRN.GOV",
                 commitment=("build the Rimdar border market", "pledged"))  # fmt: skip
    c = only(
        [
            page("a", "2025-03-02", "River Post", first),
            page("b", "2025-06-02", "Hill Times", stalled),
            page("c", "2025-07-02", "Salt Road Weekly", recalled),
        ]
    )
    assert [h.label for h in c.history] == ["pledged", "stalled", "pledged"]
    assert (c.status, c.course, c.blocker) == (CommitmentStatus.STALLED, Course.STALLED, "unpaid wages")
    assert c.history[-1].note == RECALLED


def test_a_work_of_nobody_told_that_stands_still_holds_up_the_promise_of_it() -> None:
    rows = [
        ("spring", "2024-05-10", "Iran and Pakistan agreed to complete the Iran-Pakistan gas pipeline by December 2026."),
        ("autumn", "2024-11-14", "The gas pipeline between Iran and Pakistan was told of once more in parliament. Work on the pipeline has stalled because of American sanctions."),
        ("fence", "2024-11-20", "Construction of the fence was halted for lack of funds."),
    ]  # fmt: skip
    readings = [
        sarhad.read_text(text, published=day, outlet=name.title(), id=name) for name, day, text in rows
    ]
    for order in permutations(readings):
        fused = fuse(list(order))
        pipeline, fence = fused.commitments
        assert (pipeline.status, pipeline.course, pipeline.blocker) == (
            CommitmentStatus.STALLED, Course.STALLED, "American sanctions",
        )  # fmt: skip
        assert set(pipeline.by) == {"IRN.GOV", "PAK.GOV"}
        assert (fence.status, fence.by, fence.witnesses) == (CommitmentStatus.STALLED, (), 0)
        assert [(b.what, b.by) for b in fence.blockers] == [("funds", None)]
        (thing,) = [t for t in fused.standing if t.kind is StandingKind.PIPELINE]
        assert thing.commitments == (pipeline.id,)


def test_a_stall_of_one_partner_is_a_step_of_what_both_promised() -> None:
    first = told("Both agreed to lay the Mirab gas pipeline.", "AGREE", "PAK.GOV IRN.GOV",
                 commitment=("lay the Mirab gas pipeline", "pledged"))  # fmt: skip
    stalled = told("Work on the southern section has stalled over debts.", "COOPERATE", "PAK.GOV",
                   aux=Auxiliary.NEGATION, commitment=("Mirab gas pipeline", "stalled"), blocker="debts")  # fmt: skip
    nobodys = told("Work on the Mirab gas pipeline is at a standstill.", "COOPERATE",
                   aux=Auxiliary.NEGATION, commitment=("Mirab gas pipeline", "stalled"), sure=0.6)  # fmt: skip
    readings = [
        page("a", "2025-03-02", "River Post", first),
        page("b", "2025-06-02", "Hill Times", stalled),
        page("c", "2025-07-02", "Salt Road Weekly", nobodys),
    ]
    for order in permutations(readings):
        c = only(list(order))
        assert [(h.label, h.unsure) for h in c.history] == [
            ("pledged", False),
            ("stalled", False),
            ("stalled", True),
        ]
        assert (c.status, c.blocker, c.silent_since) == (CommitmentStatus.STALLED, "debts", "2025-06-02")


@pytest.mark.parametrize(
    ("clause", "number", "of"),
    [
        ("five of the nine drivers", 5, 9),
        ("18 captured border guards and drivers", None, None),
        ("18 drivers", 18, None),
        ("twenty tired drivers", 20, None),
        ("two thousand drivers", 2000, None),
        ("the drivers", None, None),
        ("a driver", 1, None),
        ("1,200 drivers", 1200, None),
        ("a convoy of 50 drivers", 50, None),
        ("two dozen drivers", 24, None),
        ("a dozen of the drivers", 12, None),
        ("twenty-five drivers", 25, None),
        ("of the nine drivers", None, 9),
    ],
)
def test_how_many_a_clause_tells(clause: str, number: float | None, of: float | None) -> None:
    assert (amount(clause, DRIVERS).number, amount(clause, DRIVERS).of) == (number, of)


def test_all_and_some_are_told_apart() -> None:
    assert amount("all the drivers", DRIVERS) == Amount(every=True)
    assert amount("some of the drivers", DRIVERS).some
