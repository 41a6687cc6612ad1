"""How many of whom, by whose count, and how far it is to be relied on: told as short press stories."""

from dataclasses import replace
from datetime import date

import pytest
from newsstand import Told, page, told

from sarhad import read_text
from sarhad.codebook import Credibility, Reliability, Stance
from sarhad.fusion import fuse
from sarhad.records import GroupToll, Incident, Reading, Toll

DAY = date(2025, 10, 14)
PLACE = ("Spinwan", "PAK")


def shelling(sentence: str, **more: object) -> Told:
    given = {"place": PLACE, "day": DAY, "mode": "heavy-weapons"} | more
    return told(sentence, "ASSAULT", "AFG.MIL", "PAK.CVL", **given)


def only(readings: list[Reading]) -> Incident:
    found = fuse(readings).incidents
    assert len(found) == 1, [i.reports[0].statement.evidence.quote for i in found]
    return found[0]


def row(incident: Incident, kind: str, group: str, by: str | None = None) -> GroupToll:
    [found] = [t for t in incident.tolls if (t.kind, t.group, t.by) == (kind, group, by)]
    return found


FIRST = shelling("Shells fired from the far bank hit Spinwan on Tuesday and killed nine people.", dead=(9, 9))
LATER = shelling("The dead of Tuesday’s barrage on Spinwan now number twelve people.", dead=(12, 12))


def test_a_toll_that_rises_keeps_every_count_with_its_day_and_contradicts_nothing() -> None:
    incident = only(
        [page("a", "2025-10-14", "River Post", FIRST), page("b", "2025-10-16", "Salt Weekly", LATER)]
    )
    people = row(incident, "deaths", "people")
    assert (people.low, people.best, people.high) == (9, 12, 12)
    assert [(c.toll.low, c.published) for c in people.counts] == [(9, "2025-10-14"), (12, "2025-10-16")]
    assert not incident.contradictions


def test_children_among_the_dead_are_a_group_of_their_own_and_not_added() -> None:
    sentence = "Shells killed at least twelve people, including three children, in Spinwan on Tuesday and wounded twenty."
    incident = only([page("a", "2025-10-15", "River Post", shelling(sentence, dead=(12, None), injured=20))])
    assert (row(incident, "deaths", "people").low, row(incident, "deaths", "people").high) == (12, None)
    assert (row(incident, "deaths", "children").best, row(incident, "deaths", "children").high) == (3, 3)
    assert row(incident, "injured", "people").best == 20


def test_the_wounded_told_last_are_whose_part_is_told() -> None:
    sentence = "Shells killed two men and wounded nine people, among them four women, in Spinwan on Tuesday."
    incident = only([page("a", "2025-10-15", "River Post", shelling(sentence, dead=(2, 2), injured=9))])
    assert row(incident, "injured", "women").best == 4
    assert [t.group for t in incident.tolls if t.kind == "deaths"] == ["people"]


def test_each_side_counts_for_itself() -> None:
    ours = told(
        "Islamabad’s army said it had lost seven soldiers at Spinwan on Tuesday.", "ASSAULT", "AFG.MIL", "PAK.MIL",
        speaker="PAK.MIL", place=PLACE, day=DAY, dead=(7, 7),
    )  # fmt: skip
    theirs = told(
        "Kabul put the number of soldiers killed at Spinwan on Tuesday at thirty.", "ASSAULT", "AFG.MIL", "PAK.MIL",
        speaker="AFG.MIL", place=PLACE, day=DAY, dead=(30, 30),
    )  # fmt: skip
    incident = only(
        [page("a", "2025-10-15", "River Post", ours), page("b", "2025-10-15", "Salt Weekly", theirs)]
    )
    assert row(incident, "deaths", "soldiers", "PAK.MIL").best == 7
    assert row(incident, "deaths", "soldiers", "AFG.MIL").best == 30
    assert [c.field for c in incident.contradictions] == ["deaths"]


def test_one_count_told_by_both_sides_is_no_contradiction() -> None:
    both = [
        told(f"{who} said seven soldiers died at Spinwan on Tuesday.", "ASSAULT", "AFG.MIL", "PAK.MIL",
             speaker=code, place=PLACE, day=DAY, dead=(7, 7))
        for who, code in (("Islamabad", "PAK.MIL"), ("Kabul", "AFG.MIL"))
    ]  # fmt: skip
    incident = only([page(f"p{n}", "2025-10-15", f"Outlet {n}", s) for n, s in enumerate(both)])
    assert not incident.contradictions


def test_a_rewrite_that_drops_who_counted_keeps_the_count_with_who_counted() -> None:
    rest = (
        " Rescue workers carried the wounded to the town hospital in private cars because the only ambulance was away."
        " Traders pulled down their shutters and ran for the river road when the second shell fell on the bazaar."
    )
    more = told(rest.strip(), "CONSULT")
    cited = shelling(
        "Shells killed nine people in Spinwan on Tuesday, the army said.", dead=(9, 9), speaker="PAK.MIL"
    )
    flat = shelling("Shells killed nine people in Spinwan on Tuesday.", dead=(9, 9))
    incident = only(
        [page("a", "2025-10-15", "River Post", cited, more), page("b", "2025-10-15", "Echo", flat, more)]
    )
    assert {t.by for t in incident.tolls} == {"PAK.MIL"}


def test_two_papers_in_their_own_voice_confirm_and_no_party_is_heard() -> None:
    incident = only([page("a", "2025-10-15", "BBC", FIRST), page("b", "2025-10-15", "Reuters", LATER)])
    assert incident.grade is not None
    assert incident.grade.information is Credibility.CONFIRMED
    assert incident.grade.source is Reliability.USUALLY
    assert (incident.interested, incident.disinterested) == ((), 2)


def test_five_copies_confirm_nothing() -> None:
    more = told(
        "Residents heard the blast from the bazaar, where traders pulled down their shutters and ran for the river "
        "road, and the only ambulance of the town was away at the salt mines for most of the afternoon.",
        "CONSULT",
    )
    incident = only([page(f"copy{n}", "2025-10-15", f"Outlet {n}", FIRST, more) for n in range(5)])
    assert incident.grade is not None
    assert incident.grade.information is Credibility.PROBABLE
    assert incident.grade.source is Reliability.UNKNOWN


def test_two_papers_on_one_armys_word_are_two_families_and_one_voice() -> None:
    words = ("Shells killed nine people in Spinwan on Tuesday, the army said.",
             "Nine people died under shellfire in Spinwan on Tuesday, a military spokesman told reporters.")  # fmt: skip
    told_twice = [shelling(w, dead=(9, 9), speaker="PAK.MIL") for w in words]
    incident = only([page(f"p{n}", "2025-10-15", f"Outlet {n}", s) for n, s in enumerate(told_twice)])
    assert incident.witnesses == 2
    assert incident.interested == ("PAK.MIL",)
    assert incident.disinterested == 0
    assert incident.grade is not None
    assert incident.grade.information is Credibility.POSSIBLE
    assert incident.grade.source is Reliability.NOT_USUALLY


def test_one_page_that_cites_both_sides_is_one_witness() -> None:
    cited = [
        shelling(
            f"{who} said shells had hit Spinwan on Tuesday and killed nine people.", dead=(9, 9), speaker=code
        )
        for who, code in (("Islamabad", "PAK.MIL"), ("Kabul", "AFG.MIL"))
    ]
    incident = only([page("a", "2025-10-15", "River Post", *cited)])
    assert incident.grade is not None
    assert incident.grade.information is Credibility.POSSIBLE


def test_a_party_owned_paper_is_its_partys_word() -> None:
    incident = only([page("a", "2025-10-15", "Radio Pakistan", FIRST)])
    assert incident.interested == ("PAK.GOV",)
    assert incident.grade is not None
    assert (incident.grade.source, incident.grade.information) == (
        Reliability.NOT_USUALLY,
        Credibility.POSSIBLE,
    )


def test_an_allegation_is_doubtful_and_an_unsure_reading_cannot_be_judged() -> None:
    alleged = shelling(
        "Islamabad accused Kabul’s troops of shelling Spinwan on Tuesday.",
        speaker="PAK.GOV",
        stance=Stance.ALLEGES,
    )
    claim = only([page("a", "2025-10-15", "River Post", alleged)])
    assert claim.grade is not None
    assert claim.grade.information is Credibility.DOUBTFUL
    unsure = only([page("a", "2025-10-15", "River Post", shelling(FIRST.sentence, dead=(9, 9), sure=0.6))])
    assert unsure.grade is not None
    assert (unsure.grade.source, unsure.grade.information) == (Reliability.UNKNOWN, Credibility.UNKNOWN)
    assert not unsure.tolls


def test_the_word_of_both_sides_names_both() -> None:
    cited = [
        shelling(f"{who} said shells had hit Spinwan on Tuesday.", speaker=code)
        for who, code in (("Islamabad", "PAK.MIL"), ("Kabul", "AFG.MIL"), ("Rawalpindi", "PAK.MIL"))
    ]
    incident = only([page("a", "2025-10-15", "River Post", *cited)])
    assert incident.grade is not None
    assert incident.grade.source_why == "the word of 2 parties (PAK.MIL, AFG.MIL)"


def test_a_flat_copy_of_an_armys_word_is_no_witness_of_its_own() -> None:
    rest = (
        " Rescue workers carried the wounded to the town hospital in private cars because the only ambulance was away."
        " Traders pulled down their shutters and ran for the river road when the second shell fell on the bazaar."
    )
    more = told(rest.strip(), "CONSULT")
    cited = shelling("Shells killed nine people in Spinwan on Tuesday, the army said.", speaker="PAK.MIL")
    flat = shelling("Shells killed nine people in Spinwan on Tuesday.")
    incident = only(
        [page("a", "2025-10-15", "River Post", cited, more), page("b", "2025-10-15", "Echo", flat, more)]
    )
    assert (incident.interested, incident.disinterested) == (("PAK.MIL",), 0)
    assert incident.grade is not None
    assert incident.grade.information_why == "told on one party's word alone"


def counted(whom: str, low: int, high: int | None, name: str, published: str, **more: object) -> Reading:
    """One house’s count of the dead of Spinwan."""
    sentence = f"{name}: shells hit Spinwan on Tuesday and killed {low} {whom}."
    line = shelling(sentence, dead=(low, high), **more)
    read = page(name, published, name, line)
    (s,) = read.statements
    assert s.deaths is not None
    return replace(read, statements=(replace(s, deaths=replace(s.deaths, whom=f"{low} {whom}".strip())),))


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        (("people", 58, 58, "2025-10-15"), ("people", 23, 23, "2025-10-15"), True),  # one morning, two counts
        (
            ("people", 23, 23, "2025-10-15"),
            ("people", 58, 58, "2025-10-16"),
            False,
        ),  # a later count revises upward
        (
            ("people", 58, 58, "2025-10-15"),
            ("people", 23, 23, "2025-10-16"),
            True,
        ),  # the dead do not become fewer
        (("people", 58, 58, "2025-10-15"), ("people", 23, None, "2025-10-16"), False),  # at least so many
        (("people", 58, 58, "2025-10-15"), ("children", 3, 3, "2025-10-15"), False),  # some of them
        (("people", 9, 9, "2025-10-15"), ("children", 12, 12, "2025-10-15"), True),  # more than all of them
        (
            ("", 58, 58, "2025-10-15"),
            ("villagers", 23, 23, "2025-10-15"),
            True,
        ),  # a bare number counts the same
        (("people", 30, 30, "2025-10-15"), ("people", 29, 29, "2025-10-15"), False),  # a round number
    ],
)
def test_which_counts_of_one_strike_contradict_each_other(
    first: tuple[str, int, int | None, str], second: tuple[str, int, int | None, str], clash: bool
) -> None:
    pages = [
        counted(*row[:3], name, row[3]) for row, name in ((first, "River Post"), (second, "Salt Weekly"))
    ]
    incident = only(pages)
    assert [c.field for c in incident.contradictions] == (["deaths"] if clash else [])
    assert only(pages[::-1]).contradictions == incident.contradictions


def test_a_count_without_its_day_contradicts_unsurely() -> None:
    first = shelling("Tuesday’s barrage on the Marghuz Bazaar of Spinwan killed twelve.", dead=(12, 12))
    second = shelling("Nine lie dead in Spinwan after shells tore up Marghuz Bazaar.", dead=(9, 9), day=None)
    incident = only(
        [page("a", "2025-10-15", "River Post", first), page("b", "2025-10-15", "Salt Weekly", second)]
    )
    assert [(c.field, c.unsure) for c in incident.contradictions] == [("deaths", True)]


def test_more_dead_told_later_stay_a_revision_though_fewer_are_told_injured() -> None:
    first = shelling("Tuesday’s barrage on Spinwan killed 12.", dead=(12, 12))
    second = shelling("The barrage on Spinwan on Tuesday killed 19.", dead=(19, 19))

    def hurt(read: Reading, low: int) -> Reading:
        (s,) = read.statements
        return replace(read, statements=(replace(s, injured=Toll(low=low, high=low)),))

    incident = only(
        [
            hurt(page("a", "2025-10-15", "River Post", first), 40),
            hurt(page("b", "2025-10-16", "Salt Weekly", second), 25),
        ]
    )
    assert [c.field for c in incident.contradictions] == ["injured"]


def from_text(*texts: str) -> Incident:
    """The one incident of pages of these words."""
    return only(
        [
            read_text(text, published="2026-06-03", outlet=f"Outlet {n}", id=f"p{n}")
            for n, text in enumerate(texts)
        ]
    )


SHELLED = "Shells hit a village in Kurram on Monday and killed five people, residents said. "


@pytest.mark.parametrize(
    ("after", "values"),
    [
        ("Pakistan put the toll at three, Afghanistan at nine.", {"3", "5", "9"}),
        ("Pakistan's army said there were no casualties.", {"0", "5"}),
        ("Pakistan put the death toll from the shelling at five.", set()),
        ("Pakistan, which had earlier put the toll at three, said so.", set()),
        ("Afghanistan's army said there were no casualties among its troops.", set()),
        ("Afghanistan's army said there were no casualties among civilians.", set()),
        ("Pakistan's army said there were no casualties on the Afghan side.", set()),
        ("Afghanistan put the toll at two dozen.", set()),
        ("Afghanistan put the toll at twenty-five.", set()),
        ("Afghanistan put the death toll at a lower figure.", set()),
    ],
)
def test_a_count_told_behind_a_report_is_its_tellers_and_may_contradict(after: str, values: set[str]) -> None:
    contradictions = from_text(SHELLED + after).contradictions
    assert {v.split()[0] for c in contradictions for v, _ in c.values} == values
    assert all(c.why == "each side counts differently" for c in contradictions)


def test_no_dead_in_its_own_ranks_is_no_count_of_the_dead() -> None:
    incident = from_text(f"{SHELLED}Afghanistan's army said there were no casualties among its troops.")
    assert [(t.by, t.best) for t in incident.tolls] == [("PAK.CVL", 5)]


def test_two_sides_counts_of_one_clash_are_each_sides_own() -> None:
    incident = from_text(
        "Pakistan's army said only one soldier died in the clash at Angoor Adda on Monday.",
        "Three Pakistani soldiers were killed in the clash at Angoor Adda on Monday, Kabul's defence ministry said.",
    )
    assert [(c.field, c.why) for c in incident.contradictions] == [("deaths", "each side counts differently")]
