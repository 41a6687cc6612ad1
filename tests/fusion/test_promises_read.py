"""Promises in whole press stories: read from their text, followed over weeks, told in the brief of a monitor."""

from datetime import date

import pytest

import sarhad
from sarhad.codebook import CommitmentStatus, Course
from sarhad.fusion import fuse
from sarhad.monitor.naming import registry_find, registry_names
from sarhad.records import Commitment, Fused, Line, Reading

Row = tuple[str, str, str]


def told(*rows: Row) -> list[Reading]:
    return [
        sarhad.read_text(text, published=day, outlet=name.title(), id=name.replace(" ", "-"))
        for name, day, text in rows
    ]


def about(word: str, fused: Fused) -> Commitment:
    (found,) = [c for c in fused.commitments if word in c.object]
    return found


def lines(*rows: Row) -> tuple[Line, ...]:
    """What the brief tells of commitments."""
    readings = told(*rows)
    made = sarhad.make_brief(fuse(readings), readings, (), names=registry_names(), find=registry_find)
    (section,) = [s for s in made.sections if s.key == "commitments"]
    return section.lines


PRISONERS = (
    ("river post", "2025-02-03", "Armenia and Azerbaijan held talks in Tbilisi on Monday, the first in four months.\n\n"
     "Both sides pledged to free the prisoners they hold, 14 soldiers and two civilians, by the end of March."),
    ("hill times", "2025-03-20", "Azerbaijan freed five of the 14 soldiers on Thursday. They crossed at Sadakhlo.\n\n"
     "Traders in Yerevan waited for the others."),
)  # fmt: skip


def test_a_promise_of_both_sides_with_its_numbers_is_kept_in_part() -> None:
    prisoners = about("prisoners", fuse(told(*PRISONERS)))
    assert set(prisoners.by) == {"ARM.GOV", "AZE.GOV"}
    assert prisoners.deadline is not None
    assert prisoners.deadline.end == date(2025, 3, 31)
    assert (prisoners.status, prisoners.kroc) == (CommitmentStatus.IN_PROGRESS, 2)
    assert "5 of 14" in prisoners.history[-1].note


def test_the_brief_tells_it_though_the_host_of_the_talks_was_named_in_between() -> None:
    found = lines(*PRISONERS)
    assert any("Armenia and Azerbaijan: free the prisoners they hold" in line.text for line in found)


def test_an_offer_to_the_two_neighbours_is_told_though_a_third_makes_it() -> None:
    first, later = PRISONERS
    offer = "Turkey offered to mediate between the two neighbours; Baku welcomed the offer, while Yerevan turned it down."
    readings = told((*first[:2], f"{first[2]}\n\n{offer}"), later)
    made = sarhad.make_brief(fuse(readings), readings, (), names=registry_names(), find=registry_find)
    assert any(line.text.startswith("OFFERED by Turkey") for s in made.sections for line in s.lines)


def test_a_deal_lays_it_on_one_and_what_he_withheld_is_a_step_of_it() -> None:
    spring = ("river post", "2025-01-06", "Under the accord with Sudan, Chad must free nine Sudanese drivers by 26 January. Sudan welcomed the accord.")  # fmt: skip
    later = ("hill times", "2025-02-19", "Chad has failed to free the nine Sudanese drivers as it had to. Sudan waits for them.")  # fmt: skip
    drivers = about("drivers", fuse(told(spring, later)))
    assert drivers.by == ("TCD.GOV",)
    late = drivers.history[-1]
    assert (late.label, late.course, late.note) == ("broken", Course.LAPSED, "told as not done")
    assert late.unsure  # no word of the lexicon tells it: it moves no status
    assert drivers.status is CommitmentStatus.PLEDGED


def test_a_work_without_a_name_holds_up_the_promise_of_it() -> None:
    spring = ("river post", "2025-06-02", "Chad and Sudan agreed on Monday to open a trade corridor through Adre by October.")  # fmt: skip
    autumn = ("hill times", "2025-09-15", "The trade corridor between Chad and Sudan has been delayed over a quarrel about tariffs. Traders grumble.")  # fmt: skip
    corridor = about("corridor", fuse(told(spring, autumn)))
    assert (corridor.status, corridor.blocker) == (CommitmentStatus.STALLED, "a quarrel about tariffs")
    assert [h.label for h in corridor.history] == ["pledged", "stalled"]


@pytest.mark.parametrize(
    ("deed", "status"),
    [
        ("Chad has withdrawn from three posts in Sudan.", CommitmentStatus.IN_PROGRESS),
        ("Chad has withdrawn from all posts in Sudan.", CommitmentStatus.KEPT),
    ],
)
def test_who_leaves_the_place_takes_his_troops_along(deed: str, status: CommitmentStatus) -> None:
    vow = (
        "river post",
        "2025-01-06",
        "Chad promised Sudan on Monday to withdraw its troops from Sudan by March.",
    )
    left = about("troops", fuse(told(vow, ("hill times", "2025-02-03", f"{deed} Herders came back."))))
    assert left.history[-1].label == status.value


def test_a_date_told_of_another_promise_is_none_of_this_one() -> None:
    page = ("river post", "2025-03-03", "Chad and Sudan agreed on Monday to set up a joint commission. Chad and Sudan agreed that the commission "
            "would mark the border by the end of the year.")  # fmt: skip
    found = lines(page)
    first = next(line for line in found if ": set up a joint commission" in line.text)
    assert not any(d.startswith("due") for d in first.details)


def test_what_was_promised_long_ago_is_told_with_its_day() -> None:
    page = ("river post", "2025-11-20", "Chad and Sudan signed a pact on the Adre crossing in May 2024. Traders still wait for it.")  # fmt: skip
    found = lines(page)
    assert any("Pledged in May 2024, as reported on 20 Nov 2025" in line.text for line in found)


def test_what_one_side_says_holds_up_a_work_is_told_as_its_word() -> None:
    """Whoever tells of it has promised nothing by that; where he has, his reason is still his own."""
    delay = "Work on the oil pipeline has been on hold since May because Sudan has not paid the builders, Chad's energy ministry said."
    (line,) = lines(("hill times", "2025-07-04", f"{delay} Sudan did not comment."))
    assert line.text.startswith("STALLED — ACCORDING TO Chad: by whom is not read: oil pipeline. Blocked")
    (own,) = lines(
        ("hill times", "2025-07-04", f"{delay.replace('the oil', 'Chad’s oil')} Sudan did not comment.")
    )
    assert "Blocked, says Chad, because Sudan has not paid the builders" in own.text


def test_the_deal_binds_though_no_verb_of_promising_tells_it() -> None:
    page = "Chad and Sudan signed a new truce in Cairo on Sunday. Chad will free the other 30 captives by 10 May, according to the text of the truce."
    (captives,) = [x for x in lines(("river post", "2025-04-28", page)) if "captives" in x.text]
    assert captives.text.startswith("PLEDGED — Chad: free the other 30 captives by 10 May. Pledged")
    troops = "Chad and Sudan signed a pact in Cairo on Sunday. Sudan will withdraw its troops from the wells within ten days under the pact."
    assert any(
        x.text.startswith("PLEDGED — Sudan: withdraw its troops")
        for x in lines(("river post", "2025-04-28", troops))
    )


def test_a_promise_kept_in_part_is_one_line_with_the_day_that_passed() -> None:
    spring = (
        "river post",
        "2025-03-03",
        "Chad pledged on Monday to free 40 Sudanese prisoners of war within two weeks. Sudan thanked it.",
    )
    later = ("hill times", "2025-04-02", "Chad frees 15 of the 40 prisoners it promised to release\n\nChad freed 15 Sudanese prisoners of war on "
             "Tuesday, the Red Cross said, of the 40 whom it had promised to free within two weeks.")  # fmt: skip
    (line,) = lines(spring, later)
    assert line.text.startswith(
        "UNDER WAY — ACCORDING TO International Committee of the Red Cross: Chad, toward Sudan’s armed forces: free 40"
    )
    assert any("at the latest 17 Mar 2025; that day is past" in d for d in line.details)
    assert {c.by for c in fuse(told(spring, later)).commitments} == {("TCD.GOV",)}


def test_a_deadline_counts_from_the_day_of_the_promise_where_it_is_told() -> None:
    (found,) = fuse(
        told(
            (
                "river post",
                "2026-06-28",
                "Sudan promised on 3 June to release 18 Chadian soldiers by 25 June.",
            )
        )
    ).commitments
    assert found.deadline is not None
    assert found.deadline.end == date(2026, 6, 25)
