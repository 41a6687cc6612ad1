"""Pledges, truces, quarrels and talks across documents, told as short press stories."""

from dataclasses import replace
from datetime import date
from itertools import permutations

from newsstand import page, told

from sarhad.codebook import Auxiliary, CeasefirePhase, CommitmentStatus, DisputeKind, Stance
from sarhad.fusion import fuse
from sarhad.fusion.gathering import arrange
from sarhad.records import Reading

PIPELINE = "the gas pipeline"
TRUCE = ("PAK.GOV", "AFG.GOV")


def pledges() -> list[Reading]:
    first = told(
        "Pakistan and Iran agreed to finish the gas pipeline.",
        "AGREE",
        "PAK.GOV IRN.GOV",
        commitment=(PIPELINE, "pledged"),
    )
    stalled = told(
        "Work on the pipeline project stands still.", "COOPERATE", "PAK.GOV IRN.GOV",
        aux=Auxiliary.NEGATION, commitment=("pipeline project", "stalled"), blocker="fear of sanctions",
    )  # fmt: skip
    again = told(
        "Both neighbours vowed to complete the pipeline.",
        "AGREE",
        "IRN.GOV PAK.GOV",
        commitment=("the pipeline", "pledged"),
    )
    markets = told(
        "They will open three border markets.",
        "AGREE",
        "PAK.GOV IRN.GOV",
        commitment=("three border markets", "pledged"),
    )
    return [
        page("spring", "2024-04-24", "River Post", first, markets),
        page("autumn", "2024-10-02", "Salt Road Weekly", stalled),
        page("later", "2025-08-03", "Border Mirror", again),
    ]


def test_a_pledge_made_again_joins_its_thread() -> None:
    threads = fuse(pledges()).commitments
    assert [c.object for c in threads] == [PIPELINE, "three border markets"]
    pipeline = threads[0]
    assert [s.label for s in pipeline.history] == ["pledged", "stalled", "repledged"]
    assert pipeline.status is CommitmentStatus.REPLEDGED
    assert pipeline.blocker == "fear of sanctions"
    assert pipeline.silent_since == "2025-08-03"
    assert threads[1].silent_since == "2024-04-24"


def test_one_visit_told_by_two_outlets_is_no_second_pledge() -> None:
    one, two = pledges()[0], page("echo", "2024-04-25", "Salt Road Weekly", told(
        "The pipeline will be finished, both capitals promised.", "AGREE", "PAK.GOV IRN.GOV", commitment=("the pipeline", "pledged"),
    ))  # fmt: skip
    assert [s.label for s in fuse([one, two]).commitments[0].history] == ["pledged", "pledged"]


def test_a_commitment_without_anybody_is_none() -> None:
    nobody = told("The commitment came after a visit.", "AGREE", commitment=("commitment", "pledged"))
    assert fuse([page("a", "2024-04-24", None, nobody)]).commitments == ()


def truce() -> list[Reading]:
    return [
        page("talks", "2025-10-18", "River Post", told(
            "Delegations met in Doha to talk about a truce.", "CONSULT", "PAK.GOV AFG.GOV", ceasefire=(TRUCE, "talks"), place=("Doha", "QAT"))),
        page("truce", "2025-10-19", "River Post", told(
            "The two sides agreed on a ceasefire in Doha.", "AGREE", "PAK.GOV AFG.GOV", ceasefire=(TRUCE, "agreed"), place=("Doha", "QAT"))),
        page("claim", "2025-10-21", "Salt Road Weekly", told(
            "Islamabad said Kabul had broken the truce.", "REJECT", "AFG.GOV", "PAK.GOV",
            mode="yield", speaker="PAK.GOV", stance=Stance.ALLEGES, ceasefire=(TRUCE[::-1], "violated"))),
    ]  # fmt: skip


def test_an_alleged_violation_does_not_end_a_ceasefire() -> None:
    (thread,) = fuse(truce()).ceasefires
    assert [s.label for s in thread.history] == ["talks", "agreed", "violated"]
    assert thread.phase is CeasefirePhase.AGREED
    assert thread.history[-1].note == "alleged"
    assert thread.place is not None
    assert thread.place.name == "Doha"


def test_a_truce_that_collapsed_stays_collapsed() -> None:
    end = told("The ceasefire collapsed.", "REJECT", "PAK.GOV AFG.GOV", ceasefire=(TRUCE, "collapsed"))
    assert (
        fuse([*truce(), page("end", "2025-10-25", "River Post", end)]).ceasefires[0].phase
        is CeasefirePhase.COLLAPSED
    )


def test_a_planned_round_becomes_the_round_that_was_held() -> None:
    plan = told("Envoys will meet in Doha on Saturday.", "CONSULT", "PAK.GOV AFG.GOV", aux=Auxiliary.FUTURE,
                place=("Doha", "QAT"), day=date(2025, 10, 18))  # fmt: skip
    held = told(
        "Envoys met in Doha on Saturday.",
        "CONSULT",
        "PAK.GOV AFG.GOV",
        place=("Doha", "QAT"),
        day=date(2025, 10, 18),
    )
    before, after = (
        page("plan", "2025-10-16", "River Post", plan),
        page("held", "2025-10-19", "Salt Road Weekly", held),
    )
    assert fuse([before]).talks[0].planned
    (talk,) = fuse([before, after]).talks
    assert not talk.planned
    assert len(talk.reports) == 2
    assert talk.venue is not None
    assert talk.venue.name == "Doha"


def test_visits_of_two_guests_to_one_capital_are_two_talks() -> None:
    lines = (
        told(
            "Tehran's minister visited Islamabad.",
            "CONSULT",
            "IRN.GOV",
            "PAK.GOV",
            mode="visit",
            place=("Islamabad", "PAK"),
        ),
        told(
            "Beijing's envoy visited Islamabad.",
            "CONSULT",
            "CHN.GOV",
            "PAK.GOV",
            mode="visit",
            place=("Islamabad", "PAK"),
        ),
    )
    talks = fuse([page("a", "2025-10-16", "River Post", *lines)]).talks
    assert [t.host for t in talks] == ["PAK.GOV", "PAK.GOV"]


def quarrel() -> list[Reading]:
    accusation = (
        told(
            "Kabul gives safe havens to the raiders.",
            "AID",
            "AFG.GOV",
            "PAK.REB/ttp",
            speaker="PAK.GOV",
            stance=Stance.ALLEGES,
        ),
        told("Islamabad accused Kabul of it.", "ACCUSE", "PAK.GOV", "AFG.GOV", answers=0),
        told("Kabul rejected the charge.", "REJECT", "AFG.GOV", "PAK.GOV", answers=0),
    )
    echo = (
        told(
            "The raiders find safe havens over the border.",
            "AID",
            "AFG.GOV",
            "PAK.REB/ttp",
            speaker="PAK.GOV",
            stance=Stance.ALLEGES,
        ),
        told("A Kabul spokesman denied this again.", "REJECT", "AFG.GOV", answers=0),
    )
    return [
        page("first", "2025-10-16", "River Post", *accusation, contested=[(0, 2, "denies")]),
        page("second", "2025-11-02", "Salt Road Weekly", *echo, contested=[(0, 1, "denies")]),
    ]


def test_both_versions_come_out_whatever_the_order_of_arrival() -> None:
    for order in permutations(quarrel()):
        (dispute,) = fuse(list(order)).disputes
        assert dispute.asserted_by == ("PAK.GOV",)
        assert dispute.contested_by == ("AFG.GOV",)
        assert dispute.how is DisputeKind.DENIES
        assert [(p.speaker, p.published) for p in dispute.positions] == [
            ("PAK.GOV", "2025-10-16"), ("AFG.GOV", "2025-10-16"), ("PAK.GOV", "2025-11-02"), ("AFG.GOV", "2025-11-02"),
        ]  # fmt: skip
        assert dispute.witnesses == 2


def test_an_accusation_that_nobody_answers_is_no_dispute() -> None:
    alone = quarrel()[0]
    unanswered = page("a", "2025-10-16", "River Post", told(
        alone.statements[0].evidence.quote, "AID", "AFG.GOV", speaker="PAK.GOV", stance=Stance.ALLEGES))  # fmt: skip
    assert fuse([unanswered]).disputes == ()


def test_of_two_readings_of_a_page_the_newer_readers_counts() -> None:
    one = page("post", "2025-10-12", "River Post", told("Gunmen attacked a post.", "ASSAULT", "UNK.UAF"))
    older, newer = replace(one, reader="lexicon-2"), replace(one, reader="lexicon-10")
    assert arrange([newer, older]) == (newer,)
