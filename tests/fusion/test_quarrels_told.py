"""Charges and answers as press stories: how each side stands, what joins later, and what nobody answers for how long."""

from itertools import permutations

import pytest
from newsstand import page, told

import sarhad
from sarhad.codebook import Manner, Stance
from sarhad.fusion import fuse
from sarhad.records import Reading

GAZETTE = (
    "Pakistan accused Afghanistan of sheltering gunmen who attacked a police post in Bannu. Kabul did not respond to a request for comment.\n\n"
    "Iran accused Pakistan of letting smugglers move fuel across the border at Rimdan. Lorry drivers waited for hours."
)
POST = "Tehran again accused Islamabad of letting smugglers move fuel over the border. Traders said prices had risen."
MIRROR = (
    "Islamabad accused Kabul of sheltering gunmen who attack police posts. The road at Torkham stayed shut.\n\n"
    "Iran and Pakistan met in Zahedan on Monday."
)


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    rows = [
        ("gazette", "2025-10-02", GAZETTE),
        ("post", "2025-10-14", POST),
        ("mirror", "2025-11-12", MIRROR),
    ]
    return [sarhad.read_text(text, published=day, outlet=name.title(), id=name) for name, day, text in rows]


def test_silence_is_told_as_silence_and_a_charge_made_anew_joins_its_dispute(readings: list[Reading]) -> None:
    for order in permutations(readings):
        (dispute,) = fuse(list(order)).disputes
        assert [(p.speaker, p.manner, p.published) for p in dispute.positions] == [
            ("PAK.GOV", Manner.ALLEGES, "2025-10-02"),
            ("AFG.GOV", Manner.FALLS_SILENT, "2025-10-02"),
            ("PAK.GOV", Manner.ALLEGES, "2025-11-12"),
        ]
        assert (dispute.unanswered_since, dispute.silent_days) == ("2025-10-02", 41)


def test_a_charge_that_nobody_answers_says_for_how_long(readings: list[Reading]) -> None:
    (charge,) = fuse(readings).accusations
    assert (charge.by, charge.against, charge.witnesses) == (("IRN.GOV",), ("PAK.GOV",), 2)
    assert [p.published for p in charge.positions] == ["2025-10-02", "2025-10-14"]
    assert (charge.unanswered_since, charge.heard_until, charge.silent_days) == (
        "2025-10-02",
        "2025-11-12",
        41,
    )


def test_a_denial_in_another_page_ends_the_claim_of_silence_and_founds_no_dispute(
    readings: list[Reading],
) -> None:
    answer = "Islamabad rejected Iran's claim that it lets smugglers move fuel across the border. The post opens at eight."
    fused = fuse(
        [*readings, sarhad.read_text(answer, published="2025-10-20", outlet="Hill Times", id="hill")]
    )
    (charge,) = fused.accusations
    assert (charge.unanswered_since, charge.silent_days) == (None, None)
    assert [p.manner for p in charge.answered_elsewhere] == [Manner.DENIES]
    assert {d.asserted_by for d in fused.disputes} == {("PAK.GOV",)}


def accused(name: str, day: str, sentence: str, **more: object) -> Reading:
    line = told(sentence, "ACCUSE", "IRN.GOV", "PAK.GOV", **more)
    return page(name, day, name.title(), line)


def test_to_warn_to_condemn_and_to_charge_nobody_is_no_accusation() -> None:
    pages = [
        accused("a", "2025-10-02", "Tehran warned Islamabad about the weather at the pass."),
        accused("b", "2025-10-02", "Tehran condemned the raid and blamed nobody for it.", mode="disapprove"),
        page(
            "c", "2025-10-02", "C", told("Tehran accused armed men of theft.", "ACCUSE", "IRN.GOV", "UNK.UAF")
        ),
    ]
    assert fuse(pages).accusations == ()


def test_five_copies_of_one_charge_are_one_witness_and_both_sides_fare_alike() -> None:
    wire = "Tehran accused Islamabad of hiding stolen cattle in the valley of Marghuz, a clerk wrote to the herders on that day."
    copies = [accused(f"copy{n}", "2025-10-02", wire) for n in range(5)]
    other = "Islamabad accused Tehran of hiding stolen cattle in the valley of Marghuz."
    back = page("back", "2025-10-09", "Back", told(other, "ACCUSE", "PAK.GOV", "IRN.GOV"))
    charges = fuse([*copies, back]).accusations
    assert [(c.by, c.witnesses) for c in charges] == [(("IRN.GOV",), 1), (("PAK.GOV",), 1)]
    assert [len(c.positions) for c in charges] == [5, 1]


def test_an_answer_on_condition_is_no_denial() -> None:
    lines = (
        told(
            "Kabul shelters the raiders.",
            "AID",
            "AFG.GOV",
            "PAK.REB/ttp",
            speaker="PAK.GOV",
            stance=Stance.ALLEGES,
        ),
        told("Kabul said it would act only if proof of it was shown.", "REJECT", "AFG.GOV", answers=0),
    )
    (dispute,) = fuse([page("a", "2025-10-02", "A", *lines, contested=[(0, 1, "reframes")])]).disputes
    assert [p.manner for p in dispute.positions] == [Manner.ALLEGES, Manner.CONDITIONS]
    assert all(p.anchor for p in dispute.positions)
