"""Whose end an end is, told as short press stories; what one side says of a truce that was told as over; and what a person corrects."""

from datetime import date

from sarhad import read_text
from sarhad.codebook import CeasefirePhase, Ending, Stance
from sarhad.fusion import fuse
from sarhad.monitor.listing import list_section
from sarhad.monitor.naming import registry_find, registry_names
from sarhad.record.corrections import correct
from sarhad.records import CLAIMED, Ceasefire, Reading


def page(published: str, outlet: str, *paragraphs: str) -> Reading:
    return read_text("\n\n".join(paragraphs), published=published, outlet=outlet, id=outlet + published)


def lines(*pages: Reading) -> list[str]:
    section = list_section("ceasefires", fuse(pages), pages, registry_names(), find=registry_find)
    return [line.text for line in section.lines]


def steps(c: Ceasefire) -> list[tuple[str, str | None]]:
    return [(s.label, s.time.start.isoformat() if s.time else None) for s in c.history if not s.unsure]


FIRST = page(
    "2025-05-02", "Alai Courier",
    "Kyrgyzstan and Tajikistan agree truce after three days of shelling.",
    "BATKEN, May 2 (Alai Courier) - Kyrgyzstan and Tajikistan agreed to a ceasefire on Thursday after three days of shelling.",
    "The truce, brokered by Kazakhstan, took effect at midnight.",
)  # fmt: skip
FALLEN = page(
    "2025-05-10", "Steppe Agency",
    "OSH, May 10 (Steppe Agency) - The ceasefire agreed on May 1 by Kyrgyzstan and Tajikistan broke down on Friday "
    "when Tajik troops shelled the Kyrgyz village of Ak-Sai.",
)  # fmt: skip
SECOND = page(
    "2025-05-17", "Alai Courier",
    "ALMATY, May 17 (Alai Courier) - Kyrgyzstan and Tajikistan signed a new ceasefire agreement in Almaty on Friday, "
    "a week after the truce agreed on May 1 collapsed.",
    "Talks mediated by Qatar went on all night.",
)  # fmt: skip


def test_the_end_goes_to_the_truce_whose_day_is_told_with_it() -> None:
    old, new = fuse([FIRST, FALLEN, SECOND]).ceasefires
    assert (old.phase, old.ending, old.superseded_by) == (CeasefirePhase.COLLAPSED, Ending.COLLAPSED, new.id)
    assert ("collapsed", "2025-05-09") in steps(old)
    assert (new.phase, new.ending, new.since) == (CeasefirePhase.AGREED, None, date(2025, 5, 16))
    assert old.mediators == ("KAZ.GOV",)


def test_a_page_that_tells_both_ends_the_old_one() -> None:
    both = page(
        "2025-05-17", "Alai Courier",
        "Kyrgyzstan and Tajikistan agreed to a ceasefire on May 1. It was brokered by Kazakhstan. "
        "The truce of May 1 between Kyrgyzstan and Tajikistan collapsed.",
        "Kyrgyzstan and Tajikistan signed a ceasefire in Almaty on Friday.",
    )  # fmt: skip
    old, new = fuse([both]).ceasefires
    assert [label for label, _ in steps(old)][-1] == "collapsed"
    assert [label for label, _ in steps(new)] == ["agreed"]


def test_a_headline_is_of_the_day_that_its_page_tells_below() -> None:
    [line] = lines(FIRST, FALLEN)
    assert "History: agreed (1 May 2025) → in effect (1 May 2025) → collapsed (9 May 2025)" in line


AGREED = page(
    "2025-03-12", "Kivu Matin",
    "GOMA, March 12 (Kivu Matin) - The Congolese army and the M23 rebels agreed on Tuesday to a ceasefire.",
)  # fmt: skip
SUSPENDED = page(
    "2025-03-20", "Great Lakes Wire",
    "KINSHASA, Thursday (Great Lakes Wire) - The M23 rebels said on Thursday they were suspending their observance of "
    "the truce with the Congolese army.",
)  # fmt: skip
HOLDS = page(
    "2025-03-21",
    "Lake Post",
    "Army says truce with M23 holds",
    "GOMA, March 21 (Lake Post) - The Congolese army says the truce with M23 holds.",
)


def test_one_sides_word_that_it_holds_does_not_undo_the_others_suspension() -> None:
    [found] = fuse([AGREED, SUSPENDED, HOLDS]).ceasefires
    assert ("ended", "suspended", "COD.REB/m23") in [(s.label, s.note, s.speaker) for s in found.history]
    assert {s.note for s in found.history if s.label == "in_effect"} == {CLAIMED}
    assert (found.phase, found.ending) == (CeasefirePhase.ENDED, Ending.SUSPENDED)
    [line] = lines(AGREED, SUSPENDED, HOLDS)
    assert "suspended (20 Mar 2025, says M23)" in line


def test_its_word_counts_while_nobody_told_an_end() -> None:
    [found] = fuse([AGREED, HOLDS]).ceasefires
    assert found.phase is CeasefirePhase.IN_EFFECT


def test_a_truce_extended_twice_runs_out_once() -> None:
    [found] = fuse([
        page("2025-06-02", "Asmara Line", "Ethiopia and Eritrea agreed on Sunday to a ten-day truce, the African Union said."),
        page("2025-06-11", "Red Sea Times", "Ethiopia and Eritrea have extended their truce by two weeks, the African Union said on Wednesday."),
        page("2025-06-25", "Highland News", "The truce between Ethiopia and Eritrea was extended on Tuesday for a second time. The truce agreed on June 1 was first extended on June 11."),
        page("2025-07-12", "Asmara Line", "The truce between Ethiopia and Eritrea expired on Thursday without a new agreement."),
    ]).ceasefires  # fmt: skip
    told = [label for label, _ in steps(found)]
    assert told == ["agreed", "agreed", "extended", "extended", "extended", "ended"]
    assert (found.since, found.ending) == (date(2025, 6, 1), Ending.EXPIRED)


def test_a_phase_is_corrected_by_the_finer_words_for_an_end() -> None:
    [found] = fuse([AGREED]).ceasefires
    suspended = correct(found, "phase", "suspended")
    assert (suspended.phase, suspended.ending) == (CeasefirePhase.ENDED, Ending.SUSPENDED)
    back = correct(suspended, "phase", "in_effect")
    assert (back.phase, back.ending) == (CeasefirePhase.IN_EFFECT, None)


def test_terms_added_to_a_truce_begin_none() -> None:
    [found] = fuse([
        page("2025-05-02", "Alai Courier", "Kyrgyzstan and Tajikistan agreed to a ceasefire on May 1."),
        page("2025-05-08", "Alai Courier", "Kyrgyzstan and Tajikistan signed a 13-point ceasefire agreement on May 7."),
        page("2025-06-10", "Steppe Agency", "The ceasefire that Kyrgyzstan and Tajikistan agreed on May 1 collapsed on Monday."),
    ]).ceasefires  # fmt: skip
    assert steps(found)[-1] == ("collapsed", "2025-06-09")


def test_a_truce_recalled_with_its_place_and_month_is_the_one_that_was_suspended() -> None:
    stopped = page(
        "2025-05-21", "Steppe Agency",
        "OSH, May 21 (Steppe Agency) - Kyrgyzstan suspended its ceasefire with Tajikistan on Tuesday after a raid on a border post.",
    )  # fmt: skip
    anew = page(
        "2025-06-09", "Alai Courier",
        "ALMATY, June 9 (Alai Courier) - Kyrgyzstan and Tajikistan signed a new ceasefire in Almaty on Sunday, almost three weeks "
        "after the first truce, agreed in Astana in May, was suspended.",
    )  # fmt: skip
    fused = fuse([FIRST, stopped, anew])
    old, new = fused.ceasefires
    assert (old.ending, old.superseded_by, new.ending) == (Ending.SUSPENDED, new.id, None)
    assert [label for label, _ in steps(new)] == ["agreed"]
    assert all(c.status.value != "stalled" for c in fused.commitments)
    said = next(line for line in lines(FIRST, stopped, anew) if "suspended (" in line)
    assert "History: agreed (1 May 2025) → " in said
    assert said.count("suspended (20 May 2025") == 2


def test_a_breach_of_which_one_side_speaks_is_alleged_and_answered() -> None:
    for one, other, code, against in (("Kyrgyzstan", "Tajikistan", "KGZ.GOV", "TJK.GOV"), ("Tajikistan", "Kyrgyzstan", "TJK.GOV", "KGZ.GOV")):  # fmt: skip
        told = page(
            "2025-05-12", "Alai Courier",
            f"The truce between Kyrgyzstan and Tajikistan was violated on Sunday night, according to {one}. {other} rejected the claim.",
        )  # fmt: skip
        fused = fuse([FIRST, told])
        assert any(s.label == "violated" and s.note == "alleged" for s in fused.ceasefires[0].history)
        assert [(d.asserted_by, d.contested_by) for d in fused.disputes] == [((code,), (against,))]
        assert "alleged: 1" in lines(FIRST, told)[0]


def test_one_who_owns_to_a_breach_charges_nobody() -> None:
    told = page("2025-05-12", "Alai Courier", "Tajikistan said its own troops broke the truce with Kyrgyzstan on Sunday.")  # fmt: skip
    assert [s.stance for s in told.statements if s.trigger.quote == "broke"] == [Stance.ASSERTS]
    assert fuse([FIRST, told]).disputes == ()


def test_a_denied_collapse_ends_no_truce() -> None:
    for side, other in (("Kyrgyzstan", "Tajikistan"), ("Tajikistan", "Kyrgyzstan")):
        denied = page(
            "2025-05-08", "Steppe Agency", f"{side} denied that the truce with {other} had collapsed."
        )
        [truce] = fuse([FIRST, denied]).ceasefires
        assert truce.phase in (CeasefirePhase.AGREED, CeasefirePhase.IN_EFFECT)
        assert "collapsed" not in {label for label, _ in steps(truce)}
