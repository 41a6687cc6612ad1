"""Who claims an incident, who is accused of it, who denies it: told as short press stories."""

from itertools import permutations

import pytest

import sarhad
from sarhad.codebook import Avowal
from sarhad.fusion import fuse
from sarhad.fusion.name_lists import names_first, names_last
from sarhad.records import Incident, Reading

CLAIMS, NOBODY, ACCUSES = Avowal.CLAIMS, Avowal.NOBODY, Avowal.ACCUSES
DENIES, NEITHER = Avowal.DENIES, Avowal.NEITHER


def read(text: str, outlet: str = "River Post", day: str = "2025-10-29") -> Reading:
    return sarhad.read_text(text, published=day, outlet=outlet, id=outlet.split()[0].lower())


def one(*readings: Reading) -> Incident:
    return max(fuse(list(readings)).incidents, key=lambda i: (i.told == "fact", len(i.reports)))


def how(incident: Incident) -> list[tuple[Avowal, str | None]]:
    return [(a.how, a.by) for a in incident.avowals]


BANNU = "Gunmen killed four policemen at a checkpoint in Bannu on Monday. "


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("The Tehreek-e-Taliban Pakistan claimed responsibility for the attack.", [(CLAIMS, "PAK.REB/ttp")]),
        ("The attack was claimed by the Tehreek-e-Taliban Pakistan.", [(CLAIMS, "PAK.REB/ttp")]),
        (
            "The Hill Unity Organisation has claimed responsibility for the attack.",
            [(CLAIMS, "UNK.REB/hill-unity-organisation")],
        ),
        ("No group has claimed responsibility.", [(NOBODY, None)]),
        ("The Tehreek-e-Taliban Pakistan denied that it was involved.", [(DENIES, "PAK.REB/ttp")]),
        ("The Tehreek-e-Taliban Pakistan has not claimed responsibility.", []),
        ("Later the Tehreek-e-Taliban Pakistan claimed responsibility for shelling a fort in Tank.", []),
    ],
)
def test_a_claim_is_read_from_the_words_that_follow(
    after: str, expected: list[tuple[Avowal, str | None]]
) -> None:
    assert how(one(read(BANNU + after))) == expected


def test_a_claim_told_later_ends_that_nobody_had_claimed_it() -> None:
    first = read(BANNU + "No group has claimed responsibility.", "River Post", "2025-10-28")
    second = read(
        BANNU + "The Tehreek-e-Taliban Pakistan claimed responsibility for the attack.", "Salt Weekly"
    )
    for order in permutations((first, second)):
        assert how(one(*order)) == [(CLAIMS, "PAK.REB/ttp")]


def test_a_charge_and_its_answer_stand_with_their_sentences_and_threads() -> None:
    fused = fuse(
        [
            read(
                "Drones struck a fuel depot in Zahedan on Friday, killing two guards. Iran blamed Israel for the attack. "
                "Israel has neither confirmed nor denied involvement."
            )
        ]
    )
    (incident,) = fused.incidents
    assert how(incident) == [(ACCUSES, "IRN.GOV"), (NEITHER, "ISR.GOV")]
    charge, answer = incident.avowals
    assert charge.of == ("ISR.GOV",)
    assert "blamed Israel" in charge.evidence.quote
    assert charge.thread in {a.id for a in fused.accusations} | {d.id for d in fused.disputes}
    assert answer.thread in {d.id for d in fused.disputes}


def test_a_charge_that_nobody_answers_says_for_how_long() -> None:
    fused = fuse(
        [
            read(
                "Shells hit a school in Khost on Tuesday and killed three pupils. Afghanistan blamed Pakistan for the shelling.",
                "River Post",
                "2025-10-01",
            ),
            read(
                "Iran accused Iraq of theft. Afghanistan accused Pakistan of closing the road at Torkham.",
                "Hill Times",
                "2025-10-21",
            ),
        ]
    )
    (charge,) = [
        a for i in fused.incidents for a in i.avowals if a.how is ACCUSES and "shelling" in a.evidence.quote
    ]
    assert charge.silent_days == 20
    assert (charge.by, charge.of) == ("AFG.GOV", ("PAK.GOV",))
    assert charge.thread in {a.id for a in fused.accusations}
    assert all(a.how is not DENIES for i in fused.incidents for a in i.avowals)


def test_both_sides_of_a_border_fare_alike() -> None:
    text = "A bomb killed two men in {place} on Tuesday. {one} blamed {other} for the bombing, a charge that {other} denied."
    there = how(one(read(text.format(place="Quetta", one="Pakistan", other="India"))))
    here = how(one(read(text.format(place="Jammu", one="India", other="Pakistan"))))
    assert there == [(ACCUSES, "PAK.GOV"), (DENIES, "IND.GOV")]
    assert here == [(ACCUSES, "IND.GOV"), (DENIES, "PAK.GOV")]


def test_silence_is_no_answer_and_an_outlet_accuses_nobody() -> None:
    text = (
        "Drones struck a fuel depot in Zahedan on Friday, killing two guards. Iran blamed Israel for the attack. "
        "Israel has not commented. The broadcaster CNN has not confirmed the strike."
    )
    assert how(one(read(text))) == [(ACCUSES, "IRN.GOV"), (Avowal.SILENT, "ISR.GOV")]


def test_who_answers_one_charge_of_a_deed_is_not_silent_to_another() -> None:
    charge = "Shells hit a school in Khost on Tuesday and killed three pupils. {who} blamed Pakistan for the shelling."
    readings = [
        read(charge.format(who="Afghanistan"), "River Post", "2025-10-01"),
        read(charge.format(who="Afghanistan") + " Pakistan denied responsibility.", "Salt Weekly", "2025-10-02"),
        read("Afghanistan accused Pakistan of closing the road at Torkham.", "Hill Times", "2025-10-21"),
    ]  # fmt: skip
    charges = [a for i in fuse(readings).incidents for a in i.avowals if "shelling" in a.evidence.quote]
    assert charges
    assert all(a.silent_days is None for a in charges)


def test_who_claims_the_attack_that_a_raid_ended_claims_no_raid() -> None:
    text = (
        "Pakistani soldiers killed 33 gunmen in the Bolan hills on Wednesday. "
        "The Baloch Liberation Army claimed responsibility for the attack on the train."
    )
    assert [
        a for i in fuse([read(text)]).incidents if i.told == "fact" for a in i.avowals if a.how is CLAIMS
    ] == []


def test_a_line_in_capitals_is_read_as_fast_as_any() -> None:
    """Taken letter by letter, its words can be cut apart in more ways than anybody waits for."""
    assert names_first("ANOTHERPARTYALTOGETHERANDMANYOTHERS said Iran", None) == []
    assert names_last("Iran " + "FOREIGNMINISTRYSPOKESPERSON " * 4 + "later", None) == []
