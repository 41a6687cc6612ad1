"""What may be told plainly: each sentence here was read surely enough, and yet only some may stand as a line."""

import re
from datetime import date

import pytest
import stage

from sarhad.codebook import CommitmentStatus, DatePrecision, EventType
from sarhad.monitor.gate import domestic, doubt
from sarhad.monitor.numbers import counted
from sarhad.monitor.own_words import mode_of, tells
from sarhad.monitor.support import Seen
from sarhad.monitor.targets import aimed_at
from sarhad.records import Actor, Document, Span, Statement, TimeSpan, Toll, Undertaking

NAMES = {
    "Pakistan": "PAK.GOV", "Islamabad": "PAK.GOV", "Pakistani": "PAK.GOV", "Iran": "IRN.GOV", "Iranian": "IRN.GOV",
    "Tehran": "IRN.GOV", "Kabul": "AFG.GOV", "Afghan": "AFG.GOV", "Afghanistan": "AFG.GOV", "Turkey": "TUR.GOV", "TTP": "PAK.REB/ttp",
}  # fmt: skip


def find(text: str) -> tuple[str, ...]:
    return tuple(NAMES[m.group()] for m in re.finditer("|".join(sorted(NAMES, key=len, reverse=True)), text))


def party(page: Document, mention: str, code: str, by: str = "name", name: str | None = None) -> Actor:
    at = page.text.index(mention)
    span = Span(start=at, end=at + len(mention))
    return Actor(mention=mention, code=code, name=name, span=span, resolved_by=by)


def told(
    text: str, quote: str, trigger: str, kind: EventType, *, by: tuple[str, str, str] = ("", "", ""),
    to: tuple[str, str, str] = ("", "", ""), **more: object,
) -> tuple[str, Statement]:  # fmt: skip
    """Why a statement of this page is kept apart ("" when it is not), and the statement."""
    page = stage.document("d1", text, "2025-10-10")
    actors = (party(page, *by),) if by[0] else ()
    recipients = (party(page, *to),) if to[0] else ()
    made = stage.statement(
        page, quote, kind, trigger=stage.words(page, trigger), actors=actors, recipients=recipients,
        **({"confidence": 0.8} | more),
    )  # fmt: skip
    return doubt(made, Seen({page.id: page}, find)), made


def test_a_strike_by_a_named_side_is_told() -> None:
    why, _ = told(
        "Iran struck a village in Pakistan on Tuesday.", "Iran struck a village in Pakistan", "struck", EventType.ASSAULT,
        by=("Iran", "IRN.GOV", "name"), to=("Pakistan", "PAK.UNK", "place"),
    )  # fmt: skip
    assert why == ""


@pytest.mark.parametrize(
    ("sentence", "sure"),
    [
        ("On 9 May Iran struck a village in Pakistan", True),
        ("In May Iran struck a village in Pakistan", True),
        ("Iran may have struck a village in Pakistan", False),
    ],
)
def test_the_month_of_may_is_no_doubt(sentence: str, sure: bool) -> None:
    why, _ = told(
        f"{sentence}.", sentence, "struck", EventType.ASSAULT,
        by=("Iran", "IRN.GOV", "name"), to=("Pakistan", "PAK.UNK", "place"),
    )  # fmt: skip
    assert (why == "") is sure


def test_what_a_person_accepted_is_never_doubted() -> None:
    why, _ = told("There may have been a raid.", "a raid", "raid", EventType.ASSAULT, confidence=1.0)
    assert why == ""


@pytest.mark.parametrize(
    ("text", "trigger", "by", "part"),
    [
        ("Iran threatened that it would attack a village in Pakistan.", "attack", ("Iran", "IRN.GOV", "name"), "not be told as done"),
        ("Relatives of soldiers killed in Pakistan met in Karachi.", "killed", ("", "", ""), "in passing"),
        ("Iran named its aims, as destroying the camps of the TTP in Pakistan.", "destroying", ("Iran", "IRN.GOV", "name"), "in passing"),
        ("Raids on Iranian positions killed nine people in Pakistan.", "killed", ("Iranian", "IRN.GOV", "adjective"), "may be the target"),
        ("The war of Iran in Pakistan goes on.", "war", ("Iran", "IRN.GOV", "name"), "state of fighting"),
        ("The group fired on a post in Pakistan.", "fired", ("The group", "AFG.GOV", "description"), "not named beside it"),
        ("Did Iran attack the post in Pakistan?", "attack", ("Iran", "IRN.GOV", "name"), "asked, not told"),
        ("Iran hit back at Pakistan for voicing doubts.", "hit", ("Iran", "IRN.GOV", "name"), "words, not deeds"),
    ],
)  # fmt: skip
def test_violence_that_is_no_act_is_kept_apart(
    text: str, trigger: str, by: tuple[str, str, str], part: str
) -> None:
    why, _ = told(text, text.rstrip(".?"), trigger, EventType.ASSAULT, by=by)
    assert part in why


def test_a_running_total_is_no_incident() -> None:
    text = "Iran has killed 40 people in Pakistan since January."
    why, _ = told(
        text, text.rstrip("."), "killed", EventType.ASSAULT, by=("Iran", "IRN.GOV", "name"), deaths=Toll(low=40, high=40)
    )  # fmt: skip
    assert "running total" in why


def test_a_toll_that_the_sentence_does_not_hold_is_doubted_and_a_loose_one_printed_loosely() -> None:
    text = "Iran killed hundreds in a raid on Pakistan."
    shared = {"by": ("Iran", "IRN.GOV", "name")}
    why, loose = told(text, text.rstrip("."), "killed", EventType.ASSAULT, deaths=Toll(low=200), **shared)  # type: ignore[arg-type]
    assert why == ""
    assert counted(loose) == "hundreds dead"
    text = "Iran killed shepherds in a raid on Pakistan."
    why, _ = told(text, text.rstrip("."), "killed", EventType.ASSAULT, deaths=Toll(low=9, high=9), **shared)  # type: ignore[arg-type]
    assert "toll" in why


def test_who_is_called_on_does_not_call() -> None:
    text = "“We call on Iran and its neighbours to hold back.”"
    why, _ = told(text, text, "call on", EventType.REQUEST, by=("Iran", "IRN.GOV", "pronoun"))
    assert why


def test_an_accusation_needs_somebody_who_makes_it_and_somebody_it_is_aimed_at() -> None:
    text = "Islamabad accused Kabul of sheltering the TTP."
    by, to = ("Islamabad", "PAK.GOV", "metonym"), ("Kabul", "AFG.GOV", "metonym")
    assert told(text, text.rstrip("."), "accused", EventType.ACCUSE, by=by, to=to)[0] == ""
    assert "aimed at" in told(text, text.rstrip("."), "accused", EventType.ACCUSE, by=by)[0]
    assert "who says so" in told(text, text.rstrip("."), "accused", EventType.ACCUSE, to=to)[0]


def test_both_sides_are_the_two_that_the_page_is_about_and_no_armed_group() -> None:
    text = "Pakistan and Iran met again. Pakistan spoke of trade, Iran of fuel. Both countries condemned the raid on Kabul."
    quote, to = "Both countries condemned the raid on Kabul", ("Kabul", "AFG.GOV", "metonym")
    why, _ = told(
        text, quote, "condemned", EventType.ACCUSE, by=("Both countries", "PAK.GOV", "description"), to=to
    )
    assert why == ""
    why, _ = told(
        text, quote, "condemned", EventType.ACCUSE, by=("Both countries", "AFG.REB", "description"), to=to
    )
    assert why


def test_an_undertaking_has_a_verb_that_undertakes() -> None:
    pledge = Undertaking(object="open a market", status=CommitmentStatus.PLEDGED)
    by = ("Iran", "IRN.GOV", "name")
    plain = "Iran agreed to open a market near Pakistan."
    assert told(plain, plain.rstrip("."), "agreed", EventType.AGREE, by=by, commitment=pledge)[0] == ""
    opinion = "Iran agreed that a market near Pakistan is useful."
    assert (
        "opinion"
        in told(opinion, opinion.rstrip("."), "agreed", EventType.AGREE, by=by, commitment=pledge)[0]
    )
    crime = "Iran committed a crime in Pakistan."
    assert told(crime, crime.rstrip("."), "committed", EventType.AGREE, by=by, commitment=pledge)[0]
    stress = "Iran stressed the need for a market near Pakistan."
    assert (
        "emphasis"
        in told(stress, stress.rstrip("."), "stressed", EventType.AGREE, by=by, commitment=pledge)[0]
    )


def test_a_day_stands_in_the_clause_of_the_act() -> None:
    text = "Iran fired rockets at Pakistan in response to a raid on Monday."
    day = TimeSpan(
        mention="Monday", start=date(2025, 10, 6), end=date(2025, 10, 6), precision=DatePrecision.DAY
    )
    _, made = told(
        text, text.rstrip("."), "fired", EventType.ASSAULT, by=("Iran", "IRN.GOV", "name"), time=day
    )
    assert not tells(made, "Monday")
    assert tells(made, "Pakistan")


def test_a_mode_that_the_words_do_not_bear_out_is_not_printed() -> None:
    text = "Iran attacked gunmen in Pakistan."
    _, made = told(
        text, text.rstrip("."), "attacked", EventType.ASSAULT, by=("Iran", "IRN.GOV", "name"), mode="firearms"
    )
    assert mode_of(made) is None


def test_home_affairs_are_no_matter_of_a_border() -> None:
    text = "Islamabad urged voters to be patient."
    _, made = told(text, text.rstrip("."), "urged", EventType.REQUEST, by=("Islamabad", "PAK.GOV", "metonym"))
    page = stage.document("d1", text)
    assert domestic(made, Seen({page.id: page}, find))
    text = "Islamabad urged Kabul to be patient."
    _, made = told(text, text.rstrip("."), "urged", EventType.REQUEST, by=("Islamabad", "PAK.GOV", "metonym"))
    page = stage.document("d1", text)
    assert not domestic(made, Seen({page.id: page}, find))


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "by"),
    [
        ("Jets destroyed launchers of the Iran-backed group in Pakistan.", "destroyed", EventType.ASSAULT, ("Jets", "IRN.MIL", "description")),
        ("Pro-Iranian marchers demanded that Pakistan open the road.", "demanded", EventType.REQUEST, ("Iranian", "IRN.GOV", "adjective")),
        ("The Kabul critic urged Pakistan to open the road.", "urged", EventType.REQUEST, ("Kabul", "AFG.GOV", "metonym")),
    ],
)  # fmt: skip
def test_a_name_in_an_epithet_is_not_who_acts(
    text: str, trigger: str, kind: EventType, by: tuple[str, str, str]
) -> None:
    why, _ = told(text, text.rstrip("."), trigger, kind, by=by)
    assert why


def test_a_pair_are_people_and_we_is_who_speaks() -> None:
    pair = "Iran and Pakistan were named. The pair demanded papers from Kabul."
    why, _ = told(pair, "The pair demanded papers from Kabul", "demanded", EventType.REQUEST, by=("The pair", "IRN.GOV", "description"), to=("Kabul", "AFG.GOV", "metonym"))  # fmt: skip
    assert "not named beside it" in why
    ours = 'Tehran was told. "We reject the call of Kabul," said the minister of Pakistan.'
    page = stage.document("d1", ours, "2025-10-10")
    speaker = party(page, "the minister of Pakistan", "PAK.GOV", "office")
    for code, kept in (("PAK.GOV", True), ("IRN.GOV", False)):
        why, _ = told(ours, "We reject the call of Kabul", "reject", EventType.REJECT, by=("We", code, "pronoun"), to=("Kabul", "AFG.GOV", "metonym"), speaker=speaker)  # fmt: skip
        assert (why == "") is kept, why


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Iran declined to give details of the offer to Pakistan.", "declined", EventType.REJECT),
        ("Iran, asked for comment on Pakistan, pointed to a statement.", "asked", EventType.REQUEST),
    ],
)
def test_what_reporters_ask_and_do_not_learn_is_no_demand_and_no_refusal(
    text: str, trigger: str, kind: EventType
) -> None:
    why, _ = told(text, text.rstrip("."), trigger, kind, by=("Iran", "IRN.GOV", "name"))
    assert "reporter" in why


@pytest.mark.parametrize(
    ("mention", "code", "by", "kept"),
    [
        ("Iraq", "IRQ.GOV", "name", True),
        ("them", "IRQ.CVL", "pronoun", False),
        ("a delegation", "UNK.GOV", "open", False),
    ],
)
def test_talks_have_two_parties_that_are_named(mention: str, code: str, by: str, kept: bool) -> None:
    text = f"Iran held talks with {mention} in Basra."
    why, _ = told(
        text,
        text.rstrip("."),
        "talks",
        EventType.CONSULT,
        by=("Iran", "IRN.GOV", "name"),
        to=(mention, code, by),
    )
    assert (why == "") is kept


@pytest.mark.parametrize(
    ("text", "quote", "trigger", "to", "why"),
    [
        ("Iran blamed Karim Wali’s death on Iraq.", "Iran blamed Karim Wali’s death on Iraq", "blamed",
         ("Karim Wali", "IRQ.REB/badr", "name"), "victim"),
        ("Iran condemned the killing of Karim Wali.", "Iran condemned the killing of Karim Wali", "condemned",
         ("Karim Wali", "IRQ.REB/badr", "name"), "victim"),
        ("Iran accused Iraq’s trade partners of theft.", "Iran accused Iraq’s trade partners of theft", "accused",
         ("Iraq", "IRQ.GOV", "name"), "misread"),
        ("Iran accused Iraq of theft.", "Iran accused Iraq of theft", "accused", ("Iraq", "IRQ.GOV", "name"), ""),
    ],
)  # fmt: skip
def test_whoever_died_or_trades_with_the_accused_is_not_accused(
    text: str, quote: str, trigger: str, to: tuple[str, str, str], why: str
) -> None:
    told_why, _ = told(text, quote, trigger, EventType.ACCUSE, by=("Iran", "IRN.GOV", "name"), to=to)
    assert (why in told_why) if why else not told_why


def test_what_is_called_for_is_asked_of_nobody() -> None:
    text = "Iran called for a pause of the fighting in Iraq."
    _, made = told(
        text, text.rstrip("."), "called", EventType.REQUEST, by=("Iran", "IRN.GOV", "name"), to=("Iraq", "IRQ.GOV", "name")
    )  # fmt: skip
    assert aimed_at(made) == ()


@pytest.mark.parametrize(
    ("text", "trigger", "mode", "printed"),
    [
        (
            "Iraq began firing on the port the day after Iran’s attack on the city.",
            "attack",
            "firearms",
            None,
        ),
        ("The army killed the head of the rocket forces of Iraq.", "killed", "heavy-weapons", None),
        ("An Iranian strike targeted Karim Wali in Iraq.", "targeted", "targeted", None),
        ("Iran fired rockets at Iraq.", "fired", "heavy-weapons", "heavy-weapons"),
    ],
)
def test_a_mode_stands_in_the_deeds_own_words(
    text: str, trigger: str, mode: str, printed: str | None
) -> None:
    _, made = told(text, text.rstrip("."), trigger, EventType.ASSAULT, mode=mode)
    assert mode_of(made) == printed


def test_a_stand_of_old_and_a_forecast_are_not_said_anew() -> None:
    why, _ = told(
        "The offer ran against Islamabad's longstanding rejection of mediators.", "Islamabad's longstanding rejection of mediators",
        "rejection", EventType.REJECT, by=("Islamabad", "PAK.GOV", "metonym"),
    )  # fmt: skip
    assert "stance described" in why
    why, _ = told(
        "Kabul warned on Friday of ruin if Iran goes to war with Pakistan.", "Kabul warned on Friday of ruin if Iran goes to war with Pakistan",
        "warned", EventType.THREATEN, by=("Kabul", "AFG.GOV", "metonym"), to=("Iran", "IRN.GOV", "name"),
    )  # fmt: skip
    assert "forecast" in why


def test_a_name_inside_an_epithet_says_nothing() -> None:
    why, _ = told(
        "An Iran-appointed cleric called for an end to the raids.", "An Iran-appointed cleric called for an end to the raids", "called",
        EventType.REQUEST, by=("Iran", "IRN.GOV", "name"),
    )  # fmt: skip
    assert why == "who says so is only an adjective"


def test_a_habit_is_no_meeting() -> None:
    why, _ = told(
        "Tehran was always talking to Kabul, a shopkeeper said.", "Tehran was always talking to Kabul", "talking", EventType.CONSULT,
        by=("Tehran", "IRN.GOV", "metonym"), to=("Kabul", "AFG.GOV", "metonym"),
    )  # fmt: skip
    assert "habit" in why


def test_what_may_be_agreed_and_points_without_a_name_undertake_nothing() -> None:
    why, _ = told(
        "One option would be a pact in which Kabul agrees to close the camps.", "Kabul agrees to close the camps", "agrees",
        EventType.AGREE, by=("Kabul", "AFG.GOV", "metonym"),
        commitment=Undertaking(object="close the camps", status=CommitmentStatus.PLEDGED),
    )  # fmt: skip
    assert "one of the ways" in why
    why, _ = told(
        "Nearly all of the points were agreed by Iran and Pakistan.", "Nearly all of the points were agreed by Iran and Pakistan", "agreed",
        EventType.AGREE, by=("Iran", "IRN.GOV", "name"), to=("Pakistan", "PAK.GOV", "name"),
        commitment=Undertaking(object="Nearly all of the points", status=CommitmentStatus.PLEDGED),
    )  # fmt: skip
    assert "what is undertaken" in why
