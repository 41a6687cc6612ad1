"""A line on a deed prints no party, day, place or toll that its own sentence does not tell of this very deed."""

from dataclasses import replace
from datetime import date

import pytest
import stage
from test_gate import find, told

from sarhad.codebook import DatePrecision, EventType, PlaceLevel, Stance
from sarhad.monitor.days_beside import day_beside
from sarhad.monitor.deed_words import act_of, by_whom_it_is_told
from sarhad.monitor.desk import Desk, set_up
from sarhad.monitor.gate_reports import no_report
from sarhad.monitor.incident_places import where
from sarhad.monitor.incident_tolls import losses_of
from sarhad.monitor.live_pages import counts_from_its_post, kept_up, next_or_last
from sarhad.monitor.own_words import day_told
from sarhad.monitor.support import Seen
from sarhad.press.dating_candidates import url_date
from sarhad.records import Document, Fused, Place, Span, Statement, TimeSpan, Toll

IRAN, PAKISTAN = ("Iran", "IRN.GOV", "name"), ("Pakistan", "PAK.GOV", "name")
TTP = ("TTP", "PAK.REB/ttp", "name")


def desk(text: str) -> Desk:
    page = stage.document("d1", text, "2025-10-10")
    return set_up(Fused(), [stage.reading(page)], stage.NAMES, date(2025, 10, 10), find=find)


def worded(text: str, trigger: str, **more: object) -> str:
    _, made = told(text, text.rstrip("."), trigger, EventType.ASSAULT, **more)  # type: ignore[arg-type]
    return act_of(made, desk(text))


def losses(text: str, trigger: str, **more: object) -> str:
    _, made = told(text, text.rstrip("."), trigger, EventType.ASSAULT, **more)  # type: ignore[arg-type]
    return losses_of(stage.incident(made), made, desk(text))


@pytest.mark.parametrize(
    ("text", "trigger", "by", "to", "words"),
    [
        ("A strike by Iran in Pakistan damaged a bridge.", "strike", IRAN, ("Pakistan", "PAK.UNK", "place"), "attack by Iran"),
        ("A strike by Pakistan in Iran damaged a bridge.", "strike", PAKISTAN, ("Iran", "IRN.UNK", "place"), "attack by Pakistan"),
        ("Iran struck Pakistan at dawn.", "struck", IRAN, ("Pakistan", "PAK.UNK", "place"), "attack by Iran on Pakistan"),
        ("Iran struck Islamabad and killed a commander of the TTP.", "struck", IRAN, ("Islamabad", "PAK.UNK", "metonym"), "attack by Iran"),
        ("A blast set by Iran killed nine people.", "blast", IRAN, ("nine people", "PAK.CVL", "description"), "attack by Iran"),
        ("Iran bombed shepherds near the pass.", "bombed", IRAN, ("shepherds", "PAK.CVL", "description"), "attack by Iran on civilians"),
        ("Iran shelled troops near the pass.", "shelled", IRAN, ("troops", "UNK.MIL", "description"), "attack by Iran"),
        ("Iran fired on Pakistani UN peacekeepers.", "fired", IRAN, ("Pakistani UN peacekeepers", "PAK.MIL", "description"), "attack by Iran"),
        ("Iran fired drones in retaliation for a strike that killed officers of Pakistan.", "fired", IRAN, ("officers of Pakistan", "PAK.MIL", "description"), "attack by Iran"),
    ],
)  # fmt: skip
def test_a_target_is_printed_only_where_it_was_hit(
    text: str, trigger: str, by: tuple[str, str, str], to: tuple[str, str, str], words: str
) -> None:
    assert worded(text, trigger, by=by, to=to) == words


def test_behind_which_only_the_one_before_it_acts() -> None:
    text = "Along with Iran, which attacked a post, Pakistan is part of the pact."
    page = stage.document("d1", text, "2025-10-10")
    made = stage.statement(
        page, "which attacked a post", EventType.ASSAULT, trigger=stage.words(page, "attacked"), confidence=0.8,
        actors=(speaker(text, "Iran", "IRN.GOV"), speaker(text, "Pakistan", "PAK.GOV")),
    )  # fmt: skip
    assert act_of(made, desk(text)) == "attack by Iran"


def test_a_clash_is_told_as_one() -> None:
    text = "A soldier of Pakistan died as Pakistan traded fire with Iran."
    page = stage.document("d1", text, "2025-10-10")
    made = stage.statement(
        page, text.rstrip("."), EventType.ASSAULT, trigger=stage.words(page, "traded fire"), confidence=0.8,
        actors=(stage.actor("PAK.GOV", "Pakistan"), stage.actor("IRN.GOV", "Iran")), recipients=(stage.actor("PAK.MIL", mention="A soldier of Pakistan"),),
    )  # fmt: skip
    assert act_of(made, desk(text)) == "violence involving Pakistan and Iran"


def test_a_captured_fighter_is_not_seized_from_anybody() -> None:
    text = "Iran captured a fighter of the TTP."
    _, made = told(text, text.rstrip("."), "captured", EventType.COERCE, by=IRAN, to=TTP, mode="seize")
    assert act_of(made, desk(text)).startswith("capture by Iran of")
    text = "Iran seized weapons from fighters of the TTP."
    _, made = told(text, text.rstrip("."), "seized", EventType.COERCE, by=IRAN, to=TTP, mode="seize")
    assert act_of(made, desk(text)).startswith("seizure by Iran from")


@pytest.mark.parametrize(
    ("text", "trigger", "deaths", "printed"),
    [
        ("Iran killed the TTP commander Karim Wali.", "killed", Toll(low=1, high=1, whom="the TTP commander Karim Wali"), ""),
        ("One of the commanders was killed by Iran.", "killed", Toll(low=1, high=1, whom="One"), ""),
        ("Iran killed a shepherd.", "killed", Toll(low=1, high=1, whom="a shepherd"), "1 dead"),
        ("Another person was killed by Iran.", "killed", Toll(low=1, high=1, whom="Another person"), "1 dead"),
        ("Iran killed a fighter and a medic.", "killed", Toll(low=1, whom="a fighter"), ""),
        ("Iran killed Karim Wali and six other people.", "killed", Toll(low=6, high=6, whom="six other people"), ""),
        ("Iran killed nearly 3,000 people.", "killed", Toll(low=3000, high=3000, whom="nearly 3,000 people"), "nearly 3000 dead"),
        ("Iran killed more than 40 people.", "killed", Toll(low=40, whom="more than 40 people"), "more than 40 dead"),
    ],
)  # fmt: skip
def test_a_toll_is_what_the_words_count(text: str, trigger: str, deaths: Toll, printed: str) -> None:
    assert losses(text, trigger, by=IRAN, deaths=deaths) == printed


def test_one_figure_is_not_told_twice_and_those_taken_are_not_the_dead() -> None:
    text = "Iran killed 12 people and injured many."
    twelve = Toll(low=12, high=12, whom="12 people")
    assert losses(text, "killed", by=IRAN, deaths=twelve, injured=twelve) == "12 dead"
    text = "Iran killed 12 people and took nine hostage."
    assert losses(text, "took nine hostage", by=IRAN, deaths=twelve, mode="abduct") == ""


def test_the_dead_behind_the_comma_are_of_the_strike_before_it() -> None:
    text = "Iran struck a customs post, killing five people."
    five = Toll(low=5, high=5, whom="five people")
    _, made = told(text, "Iran struck a customs post", "struck", EventType.ASSAULT, by=IRAN, deaths=five)
    assert losses_of(stage.incident(made), made, desk(text)) == "5 dead"
    text = "Iran struck a customs post and killed five people."
    _, made = told(text, "Iran struck a customs post", "struck", EventType.ASSAULT, by=IRAN, deaths=five)
    assert losses_of(stage.incident(made), made, desk(text)) == "5 dead"
    text = "Iran struck a customs post, and a flood killed five people."
    _, made = told(text, "Iran struck a customs post", "struck", EventType.ASSAULT, by=IRAN, deaths=five)
    assert losses_of(stage.incident(made), made, desk(text)) == ""


@pytest.mark.parametrize(
    ("text", "quote", "trigger", "by", "part"),
    [
        ("Smoke rises over a village that Iran bombed on October 4, 2025.", "Iran bombed", "bombed", IRAN, "picture"),
        ("The ministry, meanwhile, said Iran attacked a post in Pakistan.", "Iran attacked a post in Pakistan", "attacked", IRAN, "somebody may tell it"),
        ("Iran attacked a post in Pakistan, an official confirmed to reporters.", "Iran attacked a post in Pakistan", "attacked", IRAN, "somebody may tell it"),
        ("The front moved since Iran attacked a post in Pakistan.", "Iran attacked a post in Pakistan", "attacked", IRAN, "on no day"),
        ("A memorial was held for those whom Iran attacked in Pakistan.", "Iran attacked in Pakistan", "attacked", IRAN, "on no day"),
        ("The sister of a colonel of Iran attacked a post in Pakistan.", "Iran attacked a post in Pakistan", "attacked", IRAN, "relative"),
        ("A man was killed in a house run by Iran in Pakistan.", "A man was killed in a house run by Iran in Pakistan", "killed", IRAN, "may not be the doer"),
        ("An officer was killed alongside soldiers of Iran in Pakistan.", "An officer was killed alongside soldiers of Iran in Pakistan", "killed", IRAN, "may not be the doer"),
        ("He asked how many villages Iran bombed in Pakistan.", "how many villages Iran bombed in Pakistan", "bombed", IRAN, "asked, not told"),
        ("Iran bombed a post in Pakistan, a raid thought to have been flown by Iran.", "Iran bombed a post in Pakistan", "bombed", IRAN, "believed"),
        ("“The night was long. Then Iran bombed a post in Pakistan”.", "Then Iran bombed a post in Pakistan", "bombed", IRAN, "quotation"),
        ("The hills fell in 1967. Iran captured a post in Pakistan.", "Iran captured a post in Pakistan", "captured", IRAN, "long past"),
        ("Iran fired a dozen interceptors at missiles over Pakistan.", "Iran fired a dozen interceptors", "fired", IRAN, "shot down in flight"),
        ("Air defences of the army of Iran downed two drones. Iran's air defences destroyed ten missiles over Pakistan.", "Iran's air defences destroyed ten missiles over Pakistan", "destroyed", IRAN, "shot down in flight"),
        ("The chief was killed in Pakistan in a raid Iran blamed on its foes.", "The chief was killed in Pakistan in a raid Iran blamed on its foes", "killed", IRAN, "may not be the doer"),
        ("Iran also attacked a post in Pakistan on that dark day.", "Iran also attacked a post in Pakistan on that dark day", "attacked", IRAN, "its day is told before it"),
        ("Hundreds pray for those whom Iran attacked in Pakistan (Dana Miro/XY-NEWS).", "Iran attacked in Pakistan", "attacked", IRAN, "picture"),
        ("Iran attacked a post in what it said was an answer to Pakistan.", "Iran attacked a post", "attacked", IRAN, ""),
    ],
)  # fmt: skip
def test_what_is_told_otherwise_than_as_a_deed_of_the_day_is_kept_apart(
    text: str, quote: str, trigger: str, by: tuple[str, str, str], part: str
) -> None:
    why, _ = told(text, quote, trigger, EventType.ASSAULT, by=by)
    assert (part in why) if part else why == ""


def test_a_teller_may_stand_in_the_sentence_before() -> None:
    text = "Islamabad said it had raided a village. The raid by Pakistan killed four people in Iran."
    why, _ = told(
        text, "The raid by Pakistan killed four people in Iran", "killed", EventType.ASSAULT, by=PAKISTAN, deaths=Toll(low=4, high=4)
    )  # fmt: skip
    assert "it goes on" in why


def test_an_aside_is_not_its_tellers_word() -> None:
    text = "Kabul said a new man replaced Karim Wali, who was killed by Iran."
    why, _ = told(
        text, "who was killed by Iran", "killed", EventType.ASSAULT, by=IRAN, speaker=speaker(text, "Kabul", "AFG.GOV"),
        time=day("May"),
    )  # fmt: skip
    assert "something else" in why


def test_a_teller_of_another_sentence_needs_a_quotation() -> None:
    text = "Kabul spoke of a hard night. Iran bombed a post in Pakistan."
    why, _ = told(
        text, "Iran bombed a post in Pakistan", "bombed", EventType.ASSAULT, by=IRAN, speaker=speaker(text, "Kabul", "AFG.GOV")
    )  # fmt: skip
    assert "something else" in why


def speaker(text: str, mention: str, code: str):  # type: ignore[no-untyped-def]
    at = text.index(mention)
    return replace(
        stage.actor(code, mention=mention), span=Span(start=at, end=at + len(mention)), resolved_by="metonym"
    )


def day(mention: str) -> TimeSpan:
    return TimeSpan(
        mention=mention, start=date(2025, 10, 4), end=date(2025, 10, 4), precision=DatePrecision.DAY
    )


@pytest.mark.parametrize(
    ("text", "mention", "known"),
    [
        ("Iran killed 20 people in Pakistan, according to responders on Saturday.", "Saturday", False),
        ("Iran killed 20 people in Pakistan on Saturday, according to responders.", "Saturday", True),
        ("Iran killed 20 people in Pakistan at 04:30.", "04:30", False),
    ],
)
def test_the_day_of_the_telling_is_not_the_day_of_the_deed(text: str, mention: str, known: bool) -> None:
    _, made = told(text, text.rstrip("."), "killed", EventType.ASSAULT, by=IRAN, time=day(mention))
    assert bool(day_told(made, "2025-10-10")) == known


@pytest.mark.parametrize(
    ("text", "quote", "trigger", "mention", "known"),
    [
        ("On 4 October Iran bombed a post, took its captain and left.", "took its captain", "took", "4 October", True),
        ("Fire grew on 4 October - days after a truce - when Iran bombed a post.", "when Iran bombed a post", "bombed", "4 October", True),
        ("Crowds recalled the attacks by Iran that killed nine men on 4 October.", "the attacks by Iran", "attacks", "4 October", True),
        ("On 4 October Islamabad said Iran bombed a post.", "Iran bombed a post", "bombed", "4 October", False),
        ("On 4 October Pakistan met the men who fled after Iran bombed a post.", "Iran bombed a post", "bombed", "4 October", False),
        ("On that same day Iran bombed a post.", "Iran bombed a post", "bombed", "that same day", False),
    ],
)  # fmt: skip
def test_a_day_outside_the_clause_counts_where_no_other_deed_stands_between(
    text: str, quote: str, trigger: str, mention: str, known: bool
) -> None:
    time = replace(day(mention), why="told with the act")
    _, made = told(text, quote, trigger, EventType.ASSAULT, by=IRAN, time=time)
    assert bool(day_beside(made, "2025-10-10")) == known


def test_a_doer_told_elsewhere_who_keeps_silent_is_not_the_doer() -> None:
    text = "The chief was killed in Zarkhan. Iran has not said whether it did it."
    carried = replace(stage.actor("IRN.GOV", mention="Iran"), resolved_by="event")
    page = stage.document("d1", text, "2025-10-10")
    killed = stage.statement(
        page, "The chief was killed", EventType.ASSAULT, actors=(carried,), confidence=0.8
    )
    silent = stage.statement(
        page, "Iran has not said", EventType.ASSAULT, actors=(stage.actor("IRN.GOV"),), stance=Stance.NEITHER
    )
    assert by_whom_it_is_told(killed, stage.incident(killed)).actors == (carried,)
    assert by_whom_it_is_told(killed, stage.incident(killed, silent)).actors == ()


def placed(text: str, quote: str, trigger: str, mention: str) -> str:
    _, made = told(text, quote, trigger, EventType.ASSAULT, by=IRAN)
    at = text.index(mention)
    place = Place(
        mention=mention, name=mention, country="PAK", level=PlaceLevel.TOWN, span=Span(start=at, end=at + len(mention))
    )  # fmt: skip
    made = replace(made, place=place)
    return where(stage.incident(made), stage.report(made), desk(text))


def test_a_place_is_the_deeds_own() -> None:
    text = "Iran bombed a village of Pakistan to the north-east of the city of Zarkhan."
    assert placed(text, text.rstrip("."), "bombed", "Zarkhan") == "near Zarkhan, Pakistan"
    text = "Iran bombed a village in Zarkhan, Pakistan."
    assert placed(text, text.rstrip("."), "bombed", "Zarkhan") == "Zarkhan, Pakistan"
    text = "Iran bombed a village of Pakistan, forcing many to flee Zarkhan."
    assert placed(text, text.rstrip("."), "bombed", "Zarkhan") == ""
    text = "Iran bombed a village in Zarkhan."
    assert placed(text, text.rstrip("."), "bombed", "Zarkhan") == ""  # many towns share a name
    text = "Iran bombed Zarkhan School in Pakistan."
    assert placed(text, text.rstrip("."), "bombed", "Zarkhan") == ""
    text = "He wrote of the killing of a man by Iran: “No talks while they fire in Zarkhan”."
    assert placed(text, "the killing of a man by Iran", "killing", "Zarkhan") == ""


def live(text: str = "Iran struck today.", **more: object) -> Document:
    return stage.document("d1", text, "2025-10-10", **more)


def test_a_page_kept_up_is_known_by_its_address_title_or_notes() -> None:
    assert kept_up(live(url="https://example.org/world/live-news/border-10-09-25/index.html"))
    assert kept_up(live(title="Border live updates: crossing shut"))
    assert kept_up(live("Iran struck. This post has been updated with a statement."))
    assert not kept_up(live(url="https://example.org/world/olive-harvest", title="They live by the border"))


@pytest.mark.parametrize(
    ("mention", "on", "live", "open_day"),
    [
        ("Tuesday", 24, True, True),
        ("Saturday night", 28, True, False),
        ("Tuesday", 24, False, False),
        ("24 September", 24, True, False),
    ],
)
def test_on_such_a_page_a_weekday_far_back_may_be_the_next_one(
    mention: str, on: int, live: bool, open_day: bool
) -> None:
    text = f"Iran shelled a post on {mention}."
    time = replace(day(mention), start=date(2024, 9, on), end=date(2024, 9, on))
    page = stage.document("d1", text, "2024-09-30", title="Live updates: the front" if live else "The front")
    _, made = told(text, text.rstrip("."), "shelled", EventType.ASSAULT, by=IRAN, time=time)
    assert next_or_last(made, page) == open_day


def test_an_undated_entry_of_a_timeline_is_of_no_known_day() -> None:
    text = "Iran bombs a post in Pakistan."
    page = stage.document("d1", text, "2025-10-10", title="Timeline of a long quarrel")
    made = stage.statement(page, "Iran bombs a post", EventType.ASSAULT, confidence=0.8)
    assert "list of dates" in no_report(made, Seen({page.id: page}, find))


def test_on_such_a_page_today_is_no_day() -> None:
    def dated(mention: str) -> Statement:
        page = live()
        return stage.statement(page, "Iran struck", EventType.ASSAULT, time=day(mention))

    assert counts_from_its_post(dated("today"))
    assert counts_from_its_post(dated("the past day"))
    assert not counts_from_its_post(dated("Saturday night"))
    assert not counts_from_its_post(dated("4 October"))


def test_a_live_address_tells_its_day_where_only_one_reading_is_a_date() -> None:
    on = url_date("https://example.org/live-news/border-09-28-24/index.html")
    assert on is not None
    assert on[0].start == date(2024, 9, 28)
    assert url_date("https://example.org/live-news/border-10-05-24/index.html") is None
    assert url_date("https://example.org/news/border-09-28-24/index.html") is None
