"""What became of a truce, told by the verb whose subject it is; and how it was made, told in passing beside it."""

from collections.abc import Callable
from datetime import date

import pytest

from sarhad.codebook import Auxiliary, CeasefirePhase, CommitmentStatus, EventType
from sarhad.records import Reading, Statement

PAPER = "2025-03-15"  # a Saturday
BOTH = {"ARM.GOV", "AZE.GOV"}


def told(reading: Reading, phase: CeasefirePhase) -> list[Statement]:
    return [s for s in reading.statements if s.ceasefire is not None and s.ceasefire.phase is phase]


@pytest.mark.parametrize(("sentence", "phase", "day"), [
    ("The truce between Armenia and Azerbaijan agreed on March 6 broke down on Friday.", "collapsed", 14),
    ("The ceasefire between Armenia and Azerbaijan signed on 6 March collapsed.", "collapsed", None),
    ("A truce that Armenia and Azerbaijan signed on March 6 has ended.", "ended", None),
    ("The truce between Armenia and Azerbaijan, agreed on March 6, expired on Thursday.", "ended", 13),
    ("The truce signed by Armenia and Azerbaijan on 6 March ran out on Friday.", "ended", 14),
    ("The truce between Armenia and Azerbaijan agreed on March 6 was extended on Friday by a week.", "extended", 14),
    ("The truce between Armenia and Azerbaijan signed on March 6 came into force on Saturday.", "in_effect", 15),
])  # fmt: skip
def test_the_day_of_the_agreement_is_never_that_of_what_became_of_it(
    reading_of: Callable[..., Reading], sentence: str, phase: str, day: int | None
) -> None:
    reading = reading_of(sentence, PAPER)
    [life] = told(reading, CeasefirePhase(phase))
    [made] = told(reading, CeasefirePhase.AGREED)
    assert made.time is not None
    assert made.time.start == date(2025, 3, 6)
    assert (life.time.start if life.time else None) == (date(2025, 3, day) if day else None)


@pytest.mark.parametrize(("sentence", "speaker"), [
    ("The truce between Armenia and Azerbaijan holds, the Armenian army said.", "ARM.MIL"),
    ("The truce between Armenia and Azerbaijan, the Armenian army said, holds.", "ARM.MIL"),
    ("The truce between Armenia and Azerbaijan holds, the Azerbaijani army said.", "AZE.MIL"),
    ("The Armenian army says the truce with Azerbaijan holds.", "ARM.MIL"),
    ("The ceasefire between Armenia and Azerbaijan remains in force, Baku said.", "AZE.GOV"),
    ("The ceasefire between Armenia and Azerbaijan is being observed, Yerevan said.", "ARM.GOV"),
    ("A ceasefire between Armenia and Azerbaijan was holding on Friday.", None),
])  # fmt: skip
def test_a_truce_that_holds_is_in_effect_by_the_word_of_whoever_says_so(
    reading_of: Callable[..., Reading], sentence: str, speaker: str | None
) -> None:
    [s] = reading_of(sentence, PAPER).statements
    assert s.ceasefire is not None
    assert (s.type, s.ceasefire.phase) == (EventType.RETREAT, CeasefirePhase.IN_EFFECT)
    assert set(s.ceasefire.parties) == BOTH
    assert (s.speaker.code if s.speaker else None) == speaker


@pytest.mark.parametrize(("sentence", "aux"), [
    ("The truce between Armenia and Azerbaijan is to expire on Monday.", Auxiliary.FUTURE),
    ("The truce between Armenia and Azerbaijan is to take effect on Monday.", Auxiliary.FUTURE),
    ("The truce between Armenia and Azerbaijan begins on Monday.", Auxiliary.FUTURE),
    ("The truce between Armenia and Azerbaijan may collapse, diplomats warned.", Auxiliary.HYPOTHETICAL),
    ("The truce between Armenia and Azerbaijan is not holding, residents said.", Auxiliary.NEGATION),
    ("The talks are about extending the truce between Armenia and Azerbaijan.", Auxiliary.HYPOTHETICAL),
])  # fmt: skip
def test_what_may_become_of_it_has_not(
    reading_of: Callable[..., Reading], sentence: str, aux: Auxiliary
) -> None:
    found = [s for s in reading_of(sentence, PAPER).statements if s.type is not EventType.ACCUSE]
    assert aux in {s.aux for s in found}
    assert not [s for s in found if s.aux is None and s.type is not EventType.CONSULT]


@pytest.mark.parametrize("sentence", [
    "Armenia accused Azerbaijan of violating the truce agreed on March 6 by laying wire at Tovuz.",
    "The UN envoy called on Armenia and Azerbaijan to respect the ceasefire agreed on March 6 in Tbilisi.",
])  # fmt: skip
def test_an_agreement_that_is_only_recalled_was_made_by_the_two_on_its_day(
    reading_of: Callable[..., Reading], sentence: str
) -> None:
    made = [s for s in reading_of(sentence, PAPER).statements if s.type is EventType.AGREE]
    assert [(s.ceasefire.phase, {a.code for a in s.actors}) for s in made if s.ceasefire] == [
        (CeasefirePhase.AGREED, BOTH)
    ]
    assert [s.time.start for s in made if s.time] == [date(2025, 3, 6)]


def test_an_extension_that_is_offered_is_no_extension(reading_of: Callable[..., Reading]) -> None:
    page = "Azerbaijan offered on Thursday to extend a truce with Armenia that expired on March 6."
    [offer] = [s for s in reading_of(page, PAPER).statements if s.type is EventType.AGREE]
    assert offer.ceasefire is not None
    assert offer.ceasefire.phase is CeasefirePhase.OFFERED


@pytest.mark.parametrize("words", [
    "Azerbaijan said it was suspending its observance of the truce with Armenia.",
    "TBILISI, Friday (Caspian Agency) - Azerbaijan said it was suspending its observance of the truce with Armenia.",
])  # fmt: skip
def test_a_suspension_is_surely_read_behind_a_dateline_too(
    reading_of: Callable[..., Reading], words: str
) -> None:
    [s] = reading_of(words, PAPER).statements
    assert s.ceasefire is not None
    assert (s.ceasefire.phase, set(s.ceasefire.parties)) == (CeasefirePhase.IN_EFFECT, BOTH)
    assert s.confidence >= 0.7


@pytest.mark.parametrize(("words", "mediators"), [
    ("under the mediation of ECOWAS and Benin", {"IGO.IGO/ecowas", "BEN.GOV"}),
    ("brokered by the European Union", {"IGO.IGO/eu"}),
    ("with Qatar and Turkey mediating", {"QAT.GOV", "TUR.GOV"}),
    ("after Qatari mediation", {"QAT.GOV"}),
    ("facilitated by Oman", {"OMN.GOV"}),
    ("at talks hosted by Kazakhstan", set()),
])  # fmt: skip
def test_who_mediates(reading_of: Callable[..., Reading], words: str, mediators: set[str]) -> None:
    found = told(
        reading_of(f"Armenia and Azerbaijan agreed to a ceasefire {words}.", PAPER), CeasefirePhase.AGREED
    )
    [truce] = [s.ceasefire for s in found]
    assert truce is not None
    assert (set(truce.mediators), set(truce.parties)) == (mediators, BOTH)


def test_a_mediation_refused_makes_no_mediator(reading_of: Callable[..., Reading]) -> None:
    page = "Armenia rejected the mediation of Turkey. Armenia and Azerbaijan agreed to a truce on Friday."
    assert {
        m for s in reading_of(page, PAPER).statements if s.ceasefire for m in s.ceasefire.mediators
    } == set()


def test_a_humanitarian_pause_is_a_truce(reading_of: Callable[..., Reading]) -> None:
    page = "The humanitarian pause agreed on March 6 between Armenia and Azerbaijan expired on Friday."
    [over] = told(reading_of(page, PAPER), CeasefirePhase.ENDED)
    assert over.time is not None
    assert over.time.start == date(2025, 3, 14)


@pytest.mark.parametrize(("aside", "end", "phase"), [
    ("reached in Tbilisi in January", "was suspended", "in_effect"),
    ("signed in Batumi in February", "collapsed", "collapsed"),
    ("agreed in January", "expired", "ended"),
])  # fmt: skip
def test_a_truce_recalled_between_commas_is_made_and_over_apart(
    reading_of: Callable[..., Reading], aside: str, end: str, phase: str
) -> None:
    sentence = f"Armenia and Azerbaijan signed a new ceasefire in Sochi on Friday, ten days after the old truce, {aside}, {end}."
    reading = reading_of(sentence, PAPER)
    assert [s.trigger.quote for s in told(reading, CeasefirePhase(phase))] == [end.removeprefix("was ")]
    made = told(reading, CeasefirePhase.AGREED)
    assert len(made) == 2
    assert end not in made[-1].evidence.quote
    assert not any(s.commitment and s.commitment.status is CommitmentStatus.STALLED for s in made)


@pytest.mark.parametrize("sentence", [
    "Armenia and Azerbaijan quarrel. A truce with Azerbaijan that Armenia said had collapsed was observed again.",
    "Armenia and Azerbaijan quarrel. The truce with Azerbaijan, Armenia said, had collapsed.",
])  # fmt: skip
def test_who_says_that_a_truce_collapsed_is_kept(reading_of: Callable[..., Reading], sentence: str) -> None:
    [over] = told(reading_of(sentence, PAPER), CeasefirePhase.COLLAPSED)
    assert over.speaker is not None
    assert over.speaker.code == "ARM.GOV"
