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


def contested(name: str, day: str, charge: str, answer: str, how: str = "neither", **by: str) -> Reading:
    """A page on which Iran (or nobody) lays a deed at Iraq's door, and Iraq answers."""
    teller = by.get("by", "IRN.GOV")
    lines = (
        told(charge, "ASSAULT", "IRQ.GOV", "IRN.CVL", speaker=teller or None, stance=Stance.ALLEGES),
        told(answer, "REJECT", "IRQ.GOV", answers=0, stance=Stance.NEITHER if how == "neither" else Stance.DENIES),
    )  # fmt: skip
    return page(name, day, name.title(), *lines, contested=[(0, 1, how)])


MEHRAN = "Baghdad killed the engineer Kaveh Mehran at the dam on Monday."


def test_one_death_told_in_other_words_is_one_dispute_and_who_is_not_named_asserts_with_all() -> None:
    pages = [
        contested("a", "2025-10-02", MEHRAN, "Baghdad has neither confirmed nor denied it."),
        contested("b", "2025-10-09", "The assassination of Mehran was Baghdad’s work.", "Baghdad would not speak of it."),
        contested("c", "2025-10-20", "Iraq is behind the death of Kaveh Mehran.", "Iraq did not comment.", by=""),
    ]  # fmt: skip
    for order in permutations(pages):
        (dispute,) = fuse(list(order)).disputes
        assert (dispute.asserted_by, dispute.contested_by) == (("IRN.GOV",), ("IRQ.GOV",))
        assert len({p.evidence.document_id for p in dispute.positions}) == 3


def test_two_strikes_in_words_that_fit_any_strike_are_two_disputes() -> None:
    pages = [
        contested("a", "2025-10-02", "An air strike killed eight people in the village of Sarvan.", "Iraq has not commented on the attack."),
        contested("b", "2025-10-05", "An air strike killed thirty people in the town of Mishkan.", "Iraq has not commented on the attack."),
    ]  # fmt: skip
    assert len(fuse(pages).disputes) == 2


def test_what_an_outlet_has_not_confirmed_is_no_dispute() -> None:
    lines = (
        told(MEHRAN, "ASSAULT", "IRQ.GOV", "IRN.CVL", speaker="IRN.GOV", stance=Stance.ALLEGES),
        told("The broadcaster has not confirmed it.", "REJECT", "USA.MED", answers=0, stance=Stance.NEITHER),
    )
    assert fuse([page("a", "2025-10-02", "A", *lines, contested=[(0, 1, "neither")])]).disputes == ()


def test_a_charge_that_is_made_for_months_is_one_dispute_with_its_answers() -> None:
    pages = [
        contested(f"p{n}", day, f"Iraq shelters the raiders of the {where}, officials said.", f"Iraq denied it {n} times.", how="denies")
        for n, (day, where) in enumerate([("2025-03-02", "marsh"), ("2025-06-01", "hills"), ("2025-08-20", "north")])
    ]  # fmt: skip
    (dispute,) = fuse(pages).disputes
    assert len(dispute.positions) == 6


def test_silence_on_a_charge_is_silence_on_what_was_charged_not_on_the_raid_before() -> None:
    reading = sarhad.read_text(
        "Raiders attacked a customs post near Busia on Wednesday and killed four Kenyan guards. "
        "Kenya said that Uganda had armed the raiders. Uganda neither confirmed nor denied the charge.",
        published="2026-02-13",
    )
    fused = fuse([reading])
    (dispute,) = fused.disputes
    assert dispute.proposition == "Kenya said that Uganda had armed the raiders"
    assert [(p.speaker, p.manner) for p in dispute.positions] == [
        ("KEN.GOV", Manner.ALLEGES),
        ("UGA.GOV", Manner.NEITHER),
    ]
    assert not any(i.avowals for i in fused.incidents)


def test_a_charge_in_headline_and_lead_is_one_charge() -> None:
    title = "Thailand accuses Cambodia of breaking truce"
    lead = "Thailand accused Cambodia on Tuesday of violating the ceasefire by firing rockets at the town of Kantharalak on Monday."
    reading = sarhad.read_text(
        f"{title}\n\n{lead}\n\nThree houses burned.", title=title, published="2026-02-11"
    )
    (charge,) = fuse([reading]).accusations
    assert [p.evidence.quote for p in charge.positions] == [title, lead.rstrip(".")]
