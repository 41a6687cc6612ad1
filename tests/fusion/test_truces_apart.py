"""Where one ceasefire of a pair ends and the next begins, who is no party of it, and what others bear out: short press stories."""

from collections.abc import Callable
from datetime import date

import pytest
from newsstand import Told, page, told

from sarhad import read_text
from sarhad.codebook import Auxiliary, CeasefirePhase, Ending, Stance
from sarhad.fusion import fuse
from sarhad.monitor.ceasefire_lines import step_day
from sarhad.monitor.listing import list_section
from sarhad.monitor.naming import registry_find, registry_names
from sarhad.monitor.standing_words import comparable, violence_words
from sarhad.records import Ceasefire, Reading

BOTH = ("ARM.GOV", "AZE.GOV")
SIDES = "ARM.GOV AZE.GOV"


def truce(
    sentence: str, kind: str, phase: str, actors: str = SIDES, struck: str = "", **more: object
) -> Told:
    return told(sentence, kind, actors, struck, ceasefire=(BOTH, phase), **more)


FIRST = truce(
    "Yerevan and Baku agreed to a ceasefire in Tbilisi on 3 March.", "AGREE", "agreed", day=date(2025, 3, 3)
)
FALLEN = truce(
    "The ceasefire of Yerevan and Baku has collapsed.", "REJECT", "collapsed", day=date(2025, 4, 20)
)
OFFER = truce(
    "Tbilisi put forward a truce proposal to Yerevan and Baku.",
    "AGREE",
    "offered",
    "GEO.GOV",
    day=date(2025, 4, 28),
)
SECOND = truce("Yerevan and Baku signed a ceasefire in Batumi.", "AGREE", "agreed", day=date(2025, 5, 2))
RETOLD = truce(
    "A ceasefire of Yerevan and Baku was agreed on 3 March.", "AGREE", "agreed", day=date(2025, 3, 3)
)


def labels(c: Ceasefire) -> list[str]:
    return [s.label for s in c.history]


def test_an_agreement_after_a_collapse_is_a_thread_of_its_own_and_what_led_to_it_goes_along() -> None:
    old, new = fuse([
        page("a", "2025-03-04", "River Post", FIRST),
        page("b", "2025-04-21", "Salt Weekly", FALLEN),
        page("c", "2025-05-03", "Echo", OFFER, SECOND, RETOLD),
    ]).ceasefires  # fmt: skip
    assert labels(old) == ["agreed", "agreed", "collapsed"]
    assert labels(new) == ["offered", "agreed"]
    assert (old.phase, old.ending, old.superseded_by) == (CeasefirePhase.COLLAPSED, Ending.COLLAPSED, new.id)
    assert (new.phase, new.ending) == (CeasefirePhase.AGREED, None)


def test_a_truce_taken_up_again_is_the_same() -> None:
    again = truce("Yerevan and Baku agreed to resume the ceasefire.", "AGREE", "agreed", day=date(2025, 5, 2))
    [found] = fuse([
        page("a", "2025-03-04", "River Post", FIRST),
        page("b", "2025-04-21", "Salt Weekly", FALLEN),
        page("c", "2025-05-03", "Echo", again),
    ]).ceasefires  # fmt: skip
    assert labels(found) == ["agreed", "collapsed", "agreed"]


def test_the_last_truce_that_fell_apart_is_not_the_one_just_signed() -> None:
    fallen = truce("The last truce of Yerevan and Baku fell apart.", "REJECT", "collapsed")
    old, new = fuse([
        page("a", "2025-03-04", "River Post", FIRST),
        page("b", "2025-05-03", "Echo", SECOND),
        page("c", "2025-05-06", "Salt Weekly", fallen),
    ]).ceasefires  # fmt: skip
    assert labels(old) == ["agreed", "collapsed"]
    assert labels(new) == ["agreed"]


# --- suspended, from the words


def lines(*readings: Reading) -> str:
    section = list_section("ceasefires", fuse(readings), readings, registry_names(), find=registry_find)
    return "\n".join(line.text for line in section.lines)


SIGNED = "Armenia and Azerbaijan signed a ceasefire agreement in Tbilisi on Monday after a week of fighting."


@pytest.mark.parametrize("sentence", [
    "Azerbaijan has suspended the agreement that it signed with Armenia in Tbilisi two weeks ago, its foreign minister said.",
    "Azerbaijan suspended the peace deal with Armenia on Tuesday.",
    "Azerbaijan has suspended the ceasefire agreement with Armenia.",
])  # fmt: skip
def test_a_suspended_agreement_is_told_in_the_history(sentence: str) -> None:
    pages = (
        read_text(SIGNED, published="2025-03-05", outlet="River Post", id="a"),
        read_text(sentence, published="2025-03-19", outlet="Salt Weekly", id="b"),
    )
    [found] = fuse(pages).ceasefires
    assert [(s.label, s.note) for s in found.history][-1] == ("ended", "suspended")
    assert found.ending is Ending.SUSPENDED
    assert "suspended (" in lines(*pages)


@pytest.mark.parametrize("sentence", [
    "Azerbaijan suspended the trade agreement with Armenia on Tuesday.",
    "Azerbaijan threatened to suspend the ceasefire agreement with Armenia.",
    "Azerbaijan denied that it had suspended the agreement with Armenia.",
    "Azerbaijan will not suspend the truce with Armenia, its foreign minister said.",
])  # fmt: skip
def test_what_is_not_suspended_or_no_truce_ends_none(sentence: str) -> None:
    pages = (
        read_text(SIGNED, published="2025-03-05", outlet="River Post", id="a"),
        read_text(sentence, published="2025-03-19", outlet="Salt Weekly", id="b"),
    )
    [found] = fuse(pages).ceasefires
    assert "ended" not in labels(found)
    assert found.ending is None


# --- told in passing, spoken of from without


def test_an_agreement_told_in_passing_was_made_before_the_page() -> None:
    passing = truce("The crossing opens under a truce agreed by Yerevan and Baku.", "AGREE", "agreed")
    [found] = fuse([page("a", "2025-06-04", "River Post", passing)]).ceasefires
    assert found.since is None
    assert step_day(found.history[0]) == "before 4 Jun 2025"


def test_who_welcomes_a_truce_of_others_is_no_party_of_it() -> None:
    hail = told(
        "Washington welcomed a truce in the fighting of Kinshasa.", "SUPPORT", "USA.GOV", "COD.GOV",
        ceasefire=(("USA.GOV", "COD.GOV"), "agreed"),
    )  # fmt: skip
    assert [c for c in fuse([page("a", "2025-06-04", "River Post", hail)]).ceasefires if c.witnesses] == []


# --- borne out by others


CHARGE = truce(
    "Yerevan accused Baku of breaking the truce with a raid on Sotk on Tuesday.", "ACCUSE", "violated", "ARM.GOV", "AZE.GOV",
    day=date(2025, 3, 11),
)  # fmt: skip


def raid(sentence: str, actors: str = "AZE.MIL", **more: object) -> Told:
    there = {"place": ("Sotk", "ARM"), "day": date(2025, 3, 11), **more}
    return told(sentence, "ASSAULT", actors, "ARM.CVL", **there)  # type: ignore[arg-type]


def note(*others: Reading) -> tuple[str, CeasefirePhase]:
    pages = [
        page("a", "2025-03-04", "River Post", FIRST),
        page("b", "2025-03-12", "Salt Weekly", CHARGE),
        *others,
    ]
    [found] = fuse(pages).ceasefires
    return found.history[-1].note, found.phase


def test_a_mission_that_tells_the_act_of_the_accused_bears_the_breach_out() -> None:
    seen = raid("Observers of the mission said that Azerbaijani troops shelled Sotk.", speaker="IGO.IGO/osce")
    assert note(page("c", "2025-03-12", "Echo", seen)) == ("corroborated", CeasefirePhase.VIOLATED)


def test_villagers_who_tell_the_act_of_nobody_bear_out_the_act_alone() -> None:
    seen = raid("Shells fell on Sotk, villagers said.", "", speaker="ARM.CVL")
    assert note(page("c", "2025-03-12", "Echo", seen)) == (
        "alleged; the act corroborated, not whose it was", CeasefirePhase.AGREED,
    )  # fmt: skip


@pytest.mark.parametrize("other", [
    lambda: page("c", "2025-03-12", "Echo", raid("Troops shelled Sotk, Yerevan said.", speaker="ARM.GOV")),
    lambda: page("c", "2025-03-12", "Salt Weekly", raid("Observers saw shells fall on Sotk.", speaker="IGO.IGO/osce")),
    lambda: page("c", "2025-03-14", "Echo", raid("Observers saw shells fall on Sotk.", speaker="IGO.IGO/osce", day=date(2025, 3, 13))),
    lambda: page("c", "2025-03-12", "Echo", raid("Observers saw shells fall on Vardenis.", speaker="IGO.IGO/osce", place=("Vardenis", "ARM"))),
    lambda: page("c", "2025-03-12", "Echo", raid("Observers may see shells on Sotk.", speaker="IGO.IGO/osce", stance=Stance.DENIES)),
], ids=["a party", "one publisher", "another day", "another place", "a denial"])  # fmt: skip
def test_a_party_another_day_or_place_or_the_same_outlet_bears_out_nothing(
    other: Callable[[], Reading],
) -> None:
    assert note(other())[0] == "alleged"


# --- violence on thin ground


def test_violence_is_not_compared_below_the_floor() -> None:
    one = raid("Jets killed three in Sotk.", dead=(3, 3))
    [found] = fuse(
        [page("a", "2025-03-04", "River Post", FIRST), page("b", "2025-03-12", "Echo", one)]
    ).ceasefires
    assert not comparable(found)
    words = "\n".join(violence_words(found))
    assert "too little told to compare" in words
    assert "acts a day" not in words


# --- a year of two truces, from the words to the lines

YEAR = (
    ("2025-05-11", "River Post", "Armenia and Azerbaijan agreed to a full and immediate ceasefire on Saturday after four days of fighting."),
    ("2025-06-20", "Echo", "The ceasefire between Armenia and Azerbaijan collapsed on Thursday when jets struck Sotk."),
    ("2025-07-04", "Harbour News", "Armenia and Azerbaijan signed a new ceasefire in Tbilisi on Thursday, two weeks after the May truce collapsed."),
    ("2025-07-20", "Salt Weekly", "Armenia accused Azerbaijan of violating the ceasefire on Saturday by shelling Sotk. "
     "The ceasefire agreed in Tbilisi on July 3 ended weeks of fighting."),
    ("2025-08-21", "Lamp Daily", "Azerbaijan has put its ceasefire agreement with Armenia on hold, its foreign minister said on Wednesday."),
)  # fmt: skip


def test_two_truces_of_one_year_are_told_apart_with_their_breach_and_their_ends() -> None:
    pages = tuple(read_text(t, published=d, outlet=o, id=d) for d, o, t in YEAR)
    old, new = fuse(pages).ceasefires
    assert (old.ending, old.superseded_by) == (Ending.COLLAPSED, new.id)
    assert (new.since, new.ending) == (date(2025, 7, 3), Ending.SUSPENDED)
    told_new, told_old = lines(*pages).splitlines()
    assert (
        "History: agreed (3 Jul 2025) → violation alleged (19 Jul 2025) → suspended (reported 21 Aug 2025)"
        in told_new
    )
    assert "History: agreed (10 May 2025) → collapsed (19 Jun 2025)" in told_old


def test_a_truce_left_long_ago_is_not_left_today() -> None:
    stands = truce(
        "Yerevan and Baku agreed to a ceasefire in Tbilisi.", "AGREE", "agreed", day=date(2025, 5, 2)
    )
    long_ago = truce(
        "In 2019 Baku had called off a ceasefire with Yerevan.",
        "REJECT",
        "ended",
        "AZE.GOV",
        "ARM.GOV",
        aux=Auxiliary.HISTORICAL,
    )
    found = fuse([page("a", "2025-05-03", "River Post", stands, long_ago)]).ceasefires
    assert [c.phase for c in found] == [CeasefirePhase.AGREED]
