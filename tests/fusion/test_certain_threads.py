"""What must not be put together: short press stories in which two things look alike and are not."""

from dataclasses import replace
from datetime import date

import pytest
from newsstand import Told, page, told

from sarhad.codebook import Auxiliary, CeasefirePhase, Stance
from sarhad.fusion import fuse
from sarhad.records import Fused, Reading, Toll

DAY = date(2025, 10, 14)
TOWN = ("Spinwan", "PAK")
PAIR = ("PAK.GOV", "AFG.GOV")


def alone(*lines: Told, published: str = "2025-10-15") -> Fused:
    return fuse([page("a", published, "River Post", *lines)])


# --- what is unsure


def test_an_unsure_statement_founds_nothing_and_adds_nothing() -> None:
    blast = told(
        "A bomb killed four officers in Spinwan.",
        "ASSAULT",
        "PAK.UAF",
        "PAK.COP",
        place=TOWN,
        day=DAY,
        dead=(4, 4),
    )
    guess = told("A bomb killed ninety officers in Spinwan.", "ASSAULT", "PAK.UAF", "PAK.COP", place=TOWN, day=DAY, dead=(90, 90), sure=0.4)  # fmt: skip
    pledge = told(
        "Both will open the gate.", "AGREE", "PAK.GOV AFG.GOV", commitment=("the gate", "pledged"), sure=0.4
    )
    (incident,) = alone(blast, guess, pledge).incidents
    assert incident.deaths is not None
    assert (incident.deaths.low, incident.deaths.high) == (4, 4)
    assert not alone(guess).incidents
    assert not alone(pledge).commitments


def test_what_a_person_accepted_is_an_act_though_its_words_tell_it_from_no_other() -> None:
    shells = told("Guns fired on the ridge again and again, every week.", "ASSAULT", "PAK.MIL", day=DAY)
    assert not alone(shells).incidents
    assert len(alone(replace(shells, sure=1.0)).incidents) == 1


# --- incidents


@pytest.mark.parametrize(
    "line",
    [
        told("The violence must stop.", "ASSAULT"),
        told("Rebels struck the country.", "ASSAULT", "PAK.REB/ttp", "PAK.UNK"),
        told("The army attacked the army in Spinwan.", "ASSAULT", "PAK.MIL", "PAK.MIL", place=TOWN, day=DAY),
        told("More than 900 civilians have died since the start of the war.", "ASSAULT", "AFG.MIL", "PAK.CVL", dead=(900, None)),
        told("The army would strike Spinwan next.", "ASSAULT", "AFG.MIL", "PAK.CVL", place=TOWN),
        told("Raiders killed two drivers near Spinwan once.", "ASSAULT", "PAK.UAF", "PAK.CVL", place=TOWN, dead=(2, 2), aux=Auxiliary.HISTORICAL),
    ],
)  # fmt: skip
def test_no_incident_without_one_act_that_can_be_told_from_others(line: Told) -> None:
    assert not alone(line).incidents


def test_missiles_at_one_land_do_not_fall_on_a_town_of_another() -> None:
    line = told(
        "Iran fired missiles at Israel after the killing in Spinwan.",
        "ASSAULT",
        "IRN.MIL",
        "ISR.UNK",
        place=TOWN,
        day=DAY,
    )
    (incident,) = alone(line).incidents
    assert incident.place is None


def test_police_against_people_at_home_is_an_incident() -> None:
    line = told(
        "Police killed two protesters in Spinwan.", "ASSAULT", "PAK.COP", "PAK.CVL", place=TOWN, dead=(2, 2)
    )
    assert len(alone(line).incidents) == 1


def strike(
    published: str, day: date | None = None, dead: tuple[int, int] = (9, 9), recipients: str = "AFG.CVL"
) -> Reading:
    line = told(
        f"Jets killed {dead[0]} people in Spinwan.",
        "ASSAULT",
        "PAK.MIL",
        recipients,
        place=TOWN,
        day=day,
        dead=dead,
    )
    return page(f"of {published}", published, f"Outlet {published}", line)


def test_months_apart_only_a_shared_day_makes_one_happening() -> None:
    assert len(fuse([strike("2025-10-15"), strike("2026-02-15")]).incidents) == 2
    assert len(fuse([strike("2025-10-15", DAY), strike("2026-02-15", DAY)]).incidents) == 1


def test_one_day_and_nearly_one_toll_is_one_happening() -> None:
    assert (
        len(fuse([strike("2025-10-15", DAY, (20, 20)), strike("2025-10-16", DAY, (21, 21))]).incidents) == 1
    )


def test_one_sentence_that_tells_act_and_victims_is_one_happening() -> None:
    line = "Jets bombed a house in Spinwan and killed nine children."
    reading = alone_page(line)
    (incident,) = fuse([reading]).incidents
    assert incident.deaths is not None
    assert incident.place is not None


def alone_page(line: str) -> Reading:
    """One sentence from which two clauses are read."""
    whole = page("a", "2025-10-15", "River Post", told(line, "ASSAULT", "PAK.MIL", "AFG.CVL", place=TOWN))
    first = whole.statements[0]
    second = replace(first, id="s2", anchor="s2", deaths=Toll(low=9, high=9), place=None)
    return replace(whole, statements=(first, second))


def test_the_same_large_toll_within_days_is_one_happening() -> None:
    lines = [
        told(f"The {who} forces killed 58 soldiers.", "ASSAULT", "AFG.MIL", "PAK.MIL", dead=(58, 58))
        for who in ("emirate’s", "new")
    ]
    pages = [page(f"p{n}", "2025-10-12", f"Outlet {n}", line) for n, line in enumerate(lines)]
    assert len(fuse(pages).incidents) == 1


def test_two_towns_on_one_day_do_not_contradict_each_other() -> None:
    one = told(
        "Jets killed nine people in Spinwan.",
        "ASSAULT",
        "PAK.MIL",
        "AFG.CVL",
        place=TOWN,
        day=DAY,
        dead=(9, 9),
    )
    two = told("Jets killed three people in Tank.", "ASSAULT", "PAK.MIL", "AFG.CVL", place=("Tank", "PAK"), day=DAY, dead=(3, 3))  # fmt: skip
    fused = fuse(
        [page("a", "2025-10-15", "River Post", one), page("b", "2025-10-15", "Salt Road Weekly", two)]
    )
    assert len(fused.incidents) == 2
    assert not any(i.contradictions for i in fused.incidents)


# --- drift


def test_like_words_about_another_day_are_no_drift() -> None:
    said = told("Kabul said jets bombed a mill and a school in Spinwan.", "ASSAULT", "PAK.MIL", "AFG.CVL", speaker="AFG.GOV", stance=Stance.ALLEGES, place=TOWN, day=DAY)  # fmt: skip
    flat = told(
        "Jets bombed a mill and a school in Spinwan.",
        "ASSAULT",
        "PAK.MIL",
        "AFG.CVL",
        place=TOWN,
        day=date(2025, 12, 1),
    )
    pages = [page("a", "2025-10-15", "River Post", said), page("b", "2025-12-02", "Salt Road Weekly", flat)]
    assert not fuse(pages).drift


# --- disputes


def denial(
    name: str, published: str, matter: str, accuser: str = "PAK.GOV", accused: str = "AFG.GOV"
) -> Reading:
    charge = told(f"They were accused of {matter}.", "ACCUSE", accuser, accused)
    answer = told("They denied the accusation.", "REJECT", accused, accuser)
    return page(name, published, f"Outlet {name}", charge, answer, contested=[(0, 1, "denies")])


@pytest.mark.parametrize(
    ("other", "threads"),
    [
        (denial("b", "2025-11-15", "sheltering armed raiders"), 1),
        (denial("b", "2026-06-15", "sheltering armed raiders"), 2),
        (denial("b", "2025-11-15", "smuggling salt"), 2),
        (denial("b", "2025-11-15", "sheltering armed raiders", "IRN.GOV"), 2),
        (denial("b", "2025-11-15", "sheltering armed raiders", "AFG.GOV", "PAK.GOV"), 2),
    ],
)
def test_one_quarrel_has_the_same_sides_matter_and_season(other: Reading, threads: int) -> None:
    first = denial("a", "2025-10-15", "sheltering armed raiders")
    assert len(fuse([first, other]).disputes) == threads


def test_a_denial_far_from_the_charge_denies_no_incident() -> None:
    charge = told("Kabul said jets had struck Spinwan on Tuesday.", "ASSAULT", "PAK.MIL", "AFG.CVL", speaker="AFG.GOV", stance=Stance.ALLEGES, place=TOWN, day=DAY)  # fmt: skip
    filler = told("Traders closed the bazaar and carried the flour home in carts. " * 8, "PROTEST", "PAK.BUS")
    later = told("Islamabad denied that the salt tax would rise.", "REJECT", "PAK.GOV", answers=0)
    assert [i.told for i in alone(charge, filler, later).incidents if i.place] == ["claim"]


# --- commitments


def vow(
    name: str, published: str, sentence: str, matter: str, actors: str = "PAK.GOV IRN.GOV", **more: object
) -> Reading:
    return page(
        name,
        published,
        f"Outlet {name}",
        told(sentence, "AGREE", actors, commitment=(matter, "pledged"), **more),
    )


def test_a_deal_is_not_every_deal() -> None:
    gas = vow(
        "a", "2025-01-15", "They agreed on a deal about the gas pipeline.", "deal about the gas pipeline"
    )
    fish = vow("b", "2025-03-15", "They agreed on a deal about fishing rights.", "deal about fishing rights")
    assert len(fuse([gas, fish]).commitments) == 2


def test_a_promise_years_later_or_of_others_is_another() -> None:
    first = vow("a", "2020-01-15", "They agreed to finish the pipeline.", "the pipeline")
    late = vow("b", "2025-01-15", "They agreed to finish the pipeline.", "the pipeline")
    others = vow("c", "2020-02-15", "They agreed to finish the pipeline.", "the pipeline", "PAK.GOV TKM.GOV")
    assert len(fuse([first, late, others]).commitments) == 3


@pytest.mark.parametrize(
    "told_so",
    [
        vow(
            "a",
            "2025-01-15",
            "They may agree to open the markets.",
            "the markets",
            aux=Auxiliary.HYPOTHETICAL,
        ),
        vow("a", "2025-01-15", "The markets were in the news.", "the markets"),
        vow("a", "2025-01-15", "They agreed on a deal.", "a deal"),
        vow("a", "2025-01-15", "Tehran vowed to destroy the camps.", "destroy the camps", "IRN.GOV"),
    ],
)
def test_no_commitment_without_a_promise_of_something(told_so: Reading) -> None:
    assert not fuse([told_so]).commitments


def test_background_repeats_no_promise() -> None:
    first = vow("a", "2025-01-15", "They agreed to open the border markets.", "the border markets")
    later = vow("b", "2025-06-15", "They had agreed to open the border markets.", "the border markets", aux=Auxiliary.HISTORICAL)  # fmt: skip
    (thread,) = fuse([first, later]).commitments
    assert "repledged" not in [s.label for s in thread.history]


# --- ceasefires


def truce(name: str, published: str, sentence: str, phase: str, parties: tuple[str, ...] = PAIR, kind: str = "AGREE", **more: object) -> Reading:  # fmt: skip
    codes = str(more.pop("codes", " ".join(parties)))
    return page(
        name, published, f"Outlet {name}", told(sentence, kind, codes, ceasefire=(parties, phase), **more)
    )


def test_the_order_of_parties_makes_no_second_ceasefire() -> None:
    one = truce("a", "2025-10-19", "They agreed to a ceasefire.", "agreed")
    two = truce("b", "2025-10-20", "The ceasefire held for a second day.", "in_effect", PAIR[::-1])
    (thread,) = fuse([one, two]).ceasefires
    assert thread.phase is CeasefirePhase.IN_EFFECT


@pytest.mark.parametrize(
    ("sentence", "phase", "more"),
    [
        ("Hopes of reaching a ceasefire faded.", "agreed", {}),
        ("A ceasefire proposal was on the table.", "agreed", {}),
        ("If they agreed to a ceasefire, the gate would open.", "agreed", {"aux": Auxiliary.HYPOTHETICAL}),
        ("Shells fell on the day of the ceasefire.", "violated", {"kind": "ASSAULT"}),
        ("Pakistan denied that it had broken the truce.", "violated", {"kind": "REJECT"}),
        ("They agreed to a ceasefire.", "agreed", {"codes": "PAK.GOV"}),
        ("They agreed to a ceasefire.", "agreed", {"parties": ("PAK.GOV",)}),
    ],
)
def test_no_ceasefire_without_both_parties_and_words_of_its_phase(
    sentence: str, phase: str, more: dict[str, object]
) -> None:
    assert not fuse([truce("a", "2025-10-19", sentence, phase, **more)]).ceasefires  # type: ignore[arg-type]


def test_an_offer_of_help_does_not_undo_a_ceasefire_that_stands() -> None:
    made = truce("a", "2025-10-19", "They agreed to a ceasefire.", "agreed")
    help_ = truce("b", "2025-12-12", "Ankara offered support for the ceasefire.", "offered")
    assert fuse([made, help_]).ceasefires[0].phase is CeasefirePhase.AGREED


# --- talks


def meeting(name: str, published: str, sentence: str, actors: str, **more: object) -> Reading:
    return page(name, published, f"Outlet {name}", told(sentence, "CONSULT", actors, **more))


@pytest.mark.parametrize("guest", ["PAK.MED", "PAK.JRN", "PAK.CVL", "UNK.UNK"])
def test_an_interview_is_no_talk(guest: str) -> None:
    assert not fuse(
        [meeting("a", "2025-10-15", "They met in Muscat.", f"IRN.GOV {guest}", place=("Muscat", "OMN"))]
    ).talks


def test_meetings_of_different_months_are_two() -> None:
    one = meeting(
        "a", "2025-03-15", "They met in Muscat in March.", "IRN.GOV PAK.GOV", place=("Muscat", "OMN")
    )
    two = meeting("b", "2025-05-15", "They met in Muscat in May.", "IRN.GOV PAK.GOV", place=("Muscat", "OMN"))
    assert len(fuse([one, two]).talks) == 2


def test_a_return_visit_that_is_planned_is_not_the_visit_that_was_paid() -> None:
    paid = told(
        "Tehran’s president met his host in Islamabad.", "CONSULT", "IRN.GOV", "PAK.GOV", mode="visit"
    )
    plan = told(
        "The host will visit Tehran.", "CONSULT", "PAK.GOV", "IRN.GOV", mode="visit", aux=Auxiliary.FUTURE
    )
    assert [t.planned for t in alone(paid, plan).talks] == [False, True]


def test_agreeing_with_a_view_is_no_outcome_of_talks() -> None:
    met = told("They met in Muscat.", "CONSULT", "IRN.GOV PAK.GOV", place=("Muscat", "OMN"))
    view = told(
        "They agreed that the road was bad.", "AGREE", "IRN.GOV PAK.GOV", commitment=("what", "pledged")
    )
    road = told(
        "They agreed to mend the road.", "AGREE", "IRN.GOV PAK.GOV", commitment=("mend the road", "pledged")
    )
    assert alone(met, view).talks[0].outcome is None
    assert alone(met, road).talks[0].outcome == "agreed: mend the road"


# --- counts that differ


def test_each_side_counts_the_dead_of_one_night_and_the_record_says_who() -> None:
    own = told(
        "The army said 23 of its soldiers were killed.",
        "ASSAULT",
        "",
        "PAK.MIL",
        speaker="PAK.MIL",
        dead=(23, 23),
    )
    claimed = told("Kabul said its forces killed 58 Pakistani soldiers.", "ASSAULT", "AFG.MIL", "PAK.MIL", speaker="AFG.GOV", dead=(58, 58))  # fmt: skip
    fused = fuse(
        [page("a", "2025-10-12", "River Post", own), page("b", "2025-10-12", "Hill Herald", claimed)]
    )
    (incident,) = fused.incidents
    (difference,) = incident.contradictions
    assert difference.field == "deaths"
    assert [v for v, _ in difference.values] == ["23 (according to PAK.MIL)", "58 (according to AFG.GOV)"]


def test_a_toll_that_an_update_raises_stays_one_happening_and_one_witness() -> None:
    first = told("Seven people were killed near Spinwan.", "ASSAULT", "", "PAK.CVL", place=TOWN, dead=(7, 7))
    later = told("The number of people killed near Spinwan has risen to nine.", "ASSAULT", "", "PAK.CVL", place=TOWN, dead=(9, 9))  # fmt: skip
    rest = [
        told(line, "SUPPORT")
        for line in (
            "The governor of the district gave the figures at noon in a short statement to reporters at the gate.",
            "He said that the road to the village stays closed until the bomb squad has searched the culverts beside it.",
            "Villagers spent the night in a school built of mud brick on the far bank of the stream, without light or heating.",
            "A truck with tents and flour left the depot in the morning and was turned back at the second checkpoint.",
        )
    ]
    fused = fuse(
        [
            page("a", "2025-10-12", "River Post", first, *rest),
            page("b", "2025-10-12", "River Post", later, *rest),
        ]
    )
    (incident,) = fused.incidents
    assert incident.witnesses == 1
    assert incident.deaths is not None
    assert (incident.deaths.low, incident.deaths.high) == (7, 9)
