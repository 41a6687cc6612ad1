"""A line of words or talks prints who says so and of whom, whose word a meeting rests on, and no meeting that was none."""

from dataclasses import replace
from datetime import date

import pytest
import stage
from test_gate import find, party, told

from sarhad.codebook import Basis, CommitmentStatus, DatePrecision, EventType
from sarhad.monitor.conflict_lines import contradiction_lines
from sarhad.monitor.desk import Desk, said, set_up, word_of
from sarhad.monitor.dispute_lines import unanswered_lines
from sarhad.monitor.support import Seen
from sarhad.monitor.talk_lines import is_offer, offer_lines, sentence, when_talked
from sarhad.monitor.targets import aimed_at
from sarhad.records import (
    Contradiction,
    Document,
    Statement,
    TimeSpan,
    Undertaking,
)

IRAN, PAKISTAN = ("Iran", "IRN.GOV", "name"), ("Pakistan", "PAK.GOV", "name")
KABUL, TTP = ("Kabul", "AFG.GOV", "metonym"), ("TTP", "PAK.REB/ttp", "name")
ACCUSE, REJECT, REQUEST = EventType.ACCUSE, EventType.REJECT, EventType.REQUEST
THREATEN, CONSULT, AGREE = EventType.THREATEN, EventType.CONSULT, EventType.AGREE


def page(text: str, published: str = "2025-10-10") -> Document:
    return stage.document("d1", text, published)


def desk(made: Document, *statements: Statement, **more: object) -> Desk:
    fused = stage.fused(made, **more)
    return set_up(fused, [stage.reading(made, *statements)], stage.NAMES, date(2025, 10, 10), find=find)


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "by", "to", "part"),
    [
        ("Iran accused members of the pact of plotting with Pakistan.", "accused", ACCUSE, IRAN, PAKISTAN, "misread"),
        ("Iran accused Pakistan of plotting with rebels.", "accused", ACCUSE, IRAN, PAKISTAN, ""),
        ("Iran alleged that two traders worked with Pakistan.", "alleged", ACCUSE, IRAN, PAKISTAN, "misread"),
        ("Iran attributed the decline of Pakistan to its own traders.", "attributed", ACCUSE, IRAN, PAKISTAN, "misread"),
        ("Iran attributed the blast to Pakistan.", "attributed", ACCUSE, IRAN, PAKISTAN, ""),
        ("The crash that shook Iran and the accusations against Pakistan filled the papers.", "accusations", ACCUSE, IRAN, PAKISTAN, "who says so"),
        ("Iran expressed deep concern over the drones of Pakistan.", "expressed", ACCUSE, IRAN, PAKISTAN, "a worry"),
        ("Iran has in the past threatened Pakistan.", "threatened", THREATEN, IRAN, PAKISTAN, "a stance"),
        ("It is what Iran warned against a few months ago.", "warned", THREATEN, IRAN, ("", "", ""), "recalled"),
        ("Iran is said to have denied the raid in Pakistan.", "denied", REJECT, IRAN, ("", "", ""), "not have been said"),
        ("Islamabad said in a post on its page that Iran had asked for a truce.", "asked", REQUEST, IRAN, ("", "", ""), "somebody else"),
        ("Iran’s allies accused Pakistan of a raid.", "accused", ACCUSE, IRAN, PAKISTAN, "who says so"),
        ("Trump said in [a post](https://example.org/a/b.html) that Iran had asked for a truce.", "asked", REQUEST, IRAN, ("", "", ""), "somebody else"),
        ("Nine officials, including generals of Iran, urged Pakistan to act.", "urged", REQUEST, ("generals of Iran", "IRN.MIL", "description"), PAKISTAN, "who says so"),
        ("A leader spoke while Iran battled smog, urging haste in Kabul.", "urging", REQUEST, IRAN, ("", "", ""), "who says so"),
        ("A list told of envoys urging restraint last year and clerks in Iran near Kabul.", "urging", REQUEST, IRAN, ("", "", ""), "who says so"),
        ("Iran sent troops and he threatened Pakistan.", "threatened", THREATEN, ("he", "IRN.GOV", "pronoun"), PAKISTAN, "pronoun"),
        ("Iran claimed its drones had hit Pakistan.", "claimed", ACCUSE, IRAN, PAKISTAN, "of its own"),
        ("Iran pressed the issue in Kabul.", "pressed", REQUEST, IRAN, ("", "", ""), "no demand"),
        ("Kabul will fight so long as Iran threatens Pakistan.", "threatens", THREATEN, IRAN, PAKISTAN, "not have been said"),
        ("Iran promised revenge, calling it support for Pakistan.", "promised", THREATEN, IRAN, PAKISTAN, "misread"),
        ("Iran refused to continue with the interview and left Kabul.", "refused", REJECT, IRAN, ("", "", ""), "reporter"),
        ("Kabul hired him and he was rejected by Iran.", "rejected", REJECT, IRAN, ("", "", ""), "sent away"),
        ("Iran dismissed Pakistan as interior minister.", "dismissed", REJECT, IRAN, ("", "", ""), "sent away"),
        ("Iran warned Pakistan, but nothing was done.", "warned", THREATEN, IRAN, PAKISTAN, "not told"),
        ("“If they win in Kabul, they will march on,” Iran warned.", "warned", THREATEN, IRAN, ("", "", ""), "forecast"),
        ("The talk is of Iran, whom many observers accused of delay in Kabul.", "accused", REQUEST, IRAN, ("", "", ""), "something else"),
        ("The talk is of Iran, whom many observers urged to act on Kabul.", "urged", REQUEST, IRAN, ("", "", ""), "who says so"),
        ("Pakistan met Iran and it calls for a truce.", "calls", REQUEST, ("it", "IRN.GOV", "pronoun"), ("", "", ""), "pronoun"),
        ("Iran’s constitution calls for unity with Kabul.", "calls", REQUEST, IRAN, ("", "", ""), "who says so"),
        ("It also urged the Pakistani state to act.", "urged", REQUEST, ("It", "PAK.GOV", "pronoun"), ("", "", ""), "spoken to"),
    ],
)  # fmt: skip
def test_words_need_the_one_who_says_them_and_the_one_they_are_aimed_at(
    text: str,
    trigger: str,
    kind: EventType,
    by: tuple[str, str, str],
    to: tuple[str, str, str],
    part: str,
) -> None:
    why, _ = told(text, text.rstrip("."), trigger, kind, by=by, to=to)
    assert part in why
    assert bool(part) == bool(why)


def test_who_keeps_silent_threatens_nobody() -> None:
    text = "Iran said it would not speak of the explosions in Pakistan."
    why, _ = told(text, text[:-1], "explosions", THREATEN, by=IRAN, to=PAKISTAN, coded_by="silence")
    assert "kept silent" in why


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "to"),
    [
        ("Without naming Pakistan, Iran warned against tariffs.", "warned", THREATEN, PAKISTAN),
        ("Iran decried the pictures as Pakistani forgeries.", "decried", ACCUSE, ("Pakistani", "PAK.GOV", "adjective")),
        ("Amid threats from Pakistan Iran is pressing hard for a deal.", "pressing", REQUEST, PAKISTAN),
        ("Pakistan spoke first. Iran denied any part in it.", "denied", REJECT, PAKISTAN),
        ("Pakistan was hit. Iran criticised the calls for a vote.", "criticised", ACCUSE, PAKISTAN),
        ("Iran condemned the attack in Kabul.", "condemned", ACCUSE, ("the attack", "PAK.GOV", "office")),
        ("When Pakistan moved its drones, Iran called on its friends.", "called", REQUEST, PAKISTAN),
        ("Iran threatened tariffs on its rivals and signalled a plan for Pakistan.", "threatened", THREATEN, PAKISTAN),
        ("Iran calls on the parties to hold fire in Kabul.", "calls", REQUEST, ("the parties", "PAK.GOV", "description")),
        ("Iran demanded the closure of bases of Pakistan.", "demanded", REQUEST, PAKISTAN),
    ],
)  # fmt: skip
def test_whom_words_are_not_aimed_at(
    text: str, trigger: str, kind: EventType, to: tuple[str, str, str]
) -> None:
    _, made = told(text, text.rpartition(". ")[2].rstrip("."), trigger, kind, by=IRAN, to=to)
    assert aimed_at(made) == ()


def test_one_who_is_named_speaks_in_the_singular() -> None:
    made = page("Iran and its closest ally vowed to punish Kabul.")
    ally = party(made, "its closest ally", "UNK.GOV", "description")
    s = stage.statement(
        made, "Iran and its closest ally vowed to punish Kabul", THREATEN, trigger=stage.words(made, "vowed"),
        actors=(party(made, *IRAN[:2]), ally), recipients=(party(made, *KABUL),), confidence=0.8,
    )  # fmt: skip
    (line,) = unanswered_lines(desk(made, s))
    assert "Iran threatens or warns Afghanistan" in line.text


def test_a_warning_is_told_as_a_warning() -> None:
    made = page("Iran warned Kabul against a new war.")
    s = stage.statement(
        made, "Iran warned Kabul against a new war", THREATEN, trigger=stage.words(made, "warned"),
        actors=(party(made, *IRAN[:2]),), recipients=(party(made, *KABUL),), confidence=0.8,
    )  # fmt: skip
    (line,) = unanswered_lines(desk(made, s))
    assert line.text.startswith("WARNED (reported 10 Oct 2025): Iran warns Afghanistan")


def talk(text: str, trigger: str, *names: tuple[str, str, str], **more: object) -> tuple[str, Statement]:
    return told(text, text.rstrip("."), trigger, CONSULT, by=names[0], to=(*names, ("", "", ""))[1], **more)


@pytest.mark.parametrize(
    ("text", "trigger", "names", "mode"),
    [
        ("The strikes of Iran were met with fire by Pakistan.", "met", (IRAN, PAKISTAN), None),
        ("Iran met Pakistan where it was.", "met", (IRAN, PAKISTAN), None),
        ("Traders with Iranian papers kept visiting Pakistan.", "visiting", (("Iranian", "IRN.GOV", "adjective"), PAKISTAN), "visit"),
        ("A family from Iran visited Pakistan.", "visited", (("A family from Iran", "IRN.CVL", "description"), PAKISTAN), "visit"),
        ("A leader of Iran arrived in Pakistan after fleeing his home.", "arrived", (("A leader of Iran", "IRN.OPP", "description"), PAKISTAN), "visit"),
        ("Iran and Pakistan are thought to have held talks.", "talks", (IRAN, PAKISTAN), None),
        ("He fell while visiting Kabul, hours after Iran was hit.", "visiting", (IRAN, KABUL), "visit"),
        ("Kabul has yet to confirm the dates of a visit by Iran to Pakistan.", "visit", (IRAN, PAKISTAN), None),
    ],
)  # fmt: skip
def test_what_is_no_meeting(
    text: str, trigger: str, names: tuple[tuple[str, str, str], ...], mode: str | None
) -> None:
    why, _ = talk(text, trigger, *names, mode=mode)
    assert why


@pytest.mark.parametrize(
    ("text", "trigger", "word"),
    [
        ("Iran said that it had held talks with Pakistan.", "talks", "ACCORDING TO Iran: "),
        ("Iran said so as it met Pakistan.", "met", ""),
        ("Iran, during a meeting with Pakistan, said little.", "meeting", ""),
    ],
)
def test_talks_that_rest_on_the_word_of_one_who_held_them_say_so(text: str, trigger: str, word: str) -> None:
    made = page(text)
    speaker = party(made, *IRAN[:2])
    _, s = talk(text, trigger, IRAN, PAKISTAN)
    assert word_of(replace(s, speaker=speaker), desk(made)) == word


def test_a_day_almost_a_week_gone_is_left_open() -> None:
    made = page("Iran met Pakistan on Saturday.")  # a page of Friday
    _, s = talk("Iran met Pakistan on Saturday.", "met", IRAN, PAKISTAN)
    saturday = date(2025, 10, 4)
    time = TimeSpan(mention="Saturday", start=saturday, end=saturday, precision=DatePrecision.DAY)
    assert when_talked(replace(s, time=time), desk(made)) == "Reported 10 Oct 2025 — "


def test_one_who_calls_several_may_have_called_each() -> None:
    text = "Kabul spoke with Iran and Pakistan."
    made = page(text)
    _, s = talk(text, "spoke", KABUL, IRAN)
    both = replace(s, recipients=(party(made, *IRAN[:2]), party(made, *PAKISTAN[:2])))
    assert sentence(both, desk(made)) == "Afghanistan spoke with Iran and Pakistan"


@pytest.mark.parametrize(
    ("text", "trigger", "by"),
    [
        ("Talks offer some hope to Iran and Pakistan.", "offer", "Iran"),
        ("A letter to Iran proposing talks with Pakistan was sent.", "proposing", "Iran"),
        ("Pakistan gave more aid than was offered by Iran.", "offered", "Iran"),
    ],
)
def test_what_is_no_offer_of_the_one_named(text: str, trigger: str, by: str) -> None:
    made = page(text)
    s = stage.statement(
        made, text.rstrip("."), AGREE, trigger=stage.words(made, trigger), actors=(party(made, by, "IRN.GOV"),),
        commitment=Undertaking(object="aid", status=CommitmentStatus.OFFERED), confidence=0.8,
    )  # fmt: skip
    assert not is_offer(s)


def test_nothing_is_offered_to_those_it_is_offered_against() -> None:
    made = page("Iran offered support for dismantling depots of the TTP in Kabul.")
    s = stage.statement(
        made, "Iran offered support for dismantling depots of the TTP in Kabul", AGREE,
        trigger=stage.words(made, "offered"), actors=(party(made, *IRAN[:2]),), recipients=(party(made, *TTP),),
        commitment=Undertaking(object="support", status=CommitmentStatus.OFFERED), confidence=0.8,
    )  # fmt: skip
    (line,) = offer_lines(desk(made, s))
    assert line.text.startswith("OFFERED by Iran (reported")


def test_an_army_is_no_other_doer_than_its_state() -> None:
    made = page(
        "Iran struck a post in Pakistan on Monday. Officers of Iran struck a post in Pakistan on Monday."
    )
    army = ("Officers of Iran", "IRN.MIL", "description")
    both = [
        stage.statement(
            made, quote, EventType.ASSAULT, trigger=stage.words(made, quote), actors=(party(made, *by),),
            recipients=(party(made, "Pakistan", "PAK.UNK", "place"),), confidence=0.8,
        )
        for quote, by in (("Iran struck a post in Pakistan", IRAN), ("Officers of Iran struck a post", army))
    ]  # fmt: skip
    values = tuple((s.actors[0].code, s.evidence) for s in both)
    doers = Contradiction(field="actor", values=values, why="who did it is contested")
    one = replace(stage.incident(*both), contradictions=(doers,))
    assert contradiction_lines(desk(made, *both, incidents=(one,))) == ()


def test_a_month_that_only_the_text_lets_one_guess_dates_no_report() -> None:
    guessed = replace(page("x", "2025-10").published, basis=Basis.INFERRED)
    made = stage.document("d1", "Iran spoke.", "2025-10", published_as=guessed)
    assert desk(made).published("d1") is None


def test_a_loose_day_contradicts_none() -> None:
    made = page("Iran struck a post on Monday. Iran struck a post last weekend.")
    both = [stage.statement(made, quote, EventType.ASSAULT, confidence=0.8) for quote in ("Iran struck a post on Monday", "Iran struck a post last weekend")]  # fmt: skip
    days = tuple((day, s.evidence) for day, s in zip(("2025-10-06", "2025-10-05"), both, strict=True))
    one = replace(
        stage.incident(*both), contradictions=(Contradiction(field="date", values=days, why="days"),)
    )
    assert contradiction_lines(desk(made, *both, incidents=(one,))) == ()


def test_a_quotation_that_is_cut_off_leaves_no_mark() -> None:
    made = page("Iran warned Pakistan that “the gate will close”.")
    s = stage.statement(made, "Iran warned Pakistan that “", THREATEN, trigger=stage.words(made, "warned"))
    assert said(s) == "“Iran warned Pakistan that “the gate will close””"


def test_europe_is_called_so() -> None:
    assert stage.NAMES.actor(stage.actor("IGO.GOV/eu", "European Union", by="metonym")) != "Europe"
    assert (
        stage.NAMES.actor(replace(stage.actor("IGO.GOV/eu", "European Union"), mention="Europe")) == "Europe"
    )


@pytest.mark.parametrize(("first", "kept"), [("president", True), ("Otto", False)])
def test_a_last_name_is_of_the_person_the_text_names(first: str, kept: bool) -> None:
    made = page(f"The crew of {first} Raisi left for Iran. Raisi praised Kabul.")
    who = replace(party(made, "Raisi", "IRN.GOV", name="Ebrahim Raisi"), span=None)
    s = stage.statement(made, "Raisi praised Kabul", CONSULT, actors=(who,))
    assert Seen({made.id: made}, find).actor(replace(who, resolved_by="pronoun"), s) == kept
