"""Who stands beside a talk, what the sentences that follow tell of it, and whether a promised next time came."""

from datetime import date

import pytest

import sarhad
from sarhad.codebook import TalkLevel, TalkPart
from sarhad.fusion import fuse
from sarhad.fusion.talk_roles import roles_in
from sarhad.records import Reading, Talk

HOST, MEDIATOR, WITNESS = TalkPart.HOST, TalkPart.MEDIATOR, TalkPart.WITNESS


@pytest.mark.parametrize(
    ("sentence", "beside"),
    [
        ("Qatar hosted the talks in Doha on Sunday and Turkey mediated them.", {(HOST, "QAT.GOV"), (MEDIATOR, "TUR.GOV")}),
        ("The talks, hosted by Turkey and brokered by Qatar, ended at noon.", {(HOST, "TUR.GOV"), (MEDIATOR, "QAT.GOV")}),
        ("Iranian and Saudi officials met on Friday under the auspices of China.", {(MEDIATOR, "CHN.GOV")}),
        ("The officers met at the gate in the presence of UN observers.", {(WITNESS, "IGO.IGO/un")}),
        ("The third round, with Oman acting as mediator, began late.", {(MEDIATOR, "OMN.GOV")}),
        ("The meeting was attended by envoys of France and Egypt as observers.", {(WITNESS, "FRA.GOV"), (WITNESS, "EGY.GOV")}),
        ("Omani-mediated talks between the two resumed in Muscat.", {(MEDIATOR, "OMN.GOV")}),
        ("Amid talks mediated by Oman, Iran said that it was ready.", {(MEDIATOR, "OMN.GOV")}),
        ("Iran met Iraq ahead of talks hosted by Qatar.", set()),
        ("Qatar offered to host talks between the two.", set()),
        ("The ceasefire brokered by Egypt was on the table when they met.", set()),
        ("Turkey's mediation is nothing new.", set()),
    ],
)  # fmt: skip
def test_words_tell_who_stands_beside_a_talk(sentence: str, beside: set[tuple[TalkPart, str]]) -> None:
    assert {(r.part, r.code) for r in roles_in(sentence, None)} == beside


def read(name: str, published: str, outlet: str, text: str) -> Reading:
    return sarhad.read_text(text, published=published, outlet=outlet, id=name)


RIVER = (
    "Qatar hosted talks between Pakistan and Afghanistan in Doha on October 18, and Turkey mediated them.\n\n"
    "The two sides discussed the salt road. The talks, attended by the ambassador of Egypt as observer, ended without a breakthrough. "
    "The next round will be held in Istanbul on October 25, an official said."
)
HILL = (
    "Afghan and Pakistani delegations met in Istanbul on October 25.\n\nTraders at the river waited for news of the road, which has been shut "
    "since spring. Lorries stood in a long line at the bend."
)
VALLEY = (
    "Iranian Foreign Minister Abbas Araghchi met his Iraqi counterpart Fuad Hussein in Basra on October 18.\n\n"
    "The two ministers are to meet again in Tehran on October 27."
)
LATER = "Iran accused Iraq on November 20 of sheltering smugglers in the marshes. Fishermen stayed at home."


@pytest.fixture(scope="module")
def talks() -> tuple[Talk, ...]:
    return fuse(
        [
            read("river", "2025-10-19", "River Post", RIVER),
            read("hill", "2025-10-26", "Hill Times", HILL),
            read("valley", "2025-10-19", "Valley Mirror", VALLEY),
            read("later", "2025-11-21", "Salt Weekly", LATER),
        ]
    ).talks


def of(code: str, day: int, talks: tuple[Talk, ...]) -> Talk:
    (found,) = [
        t for t in talks if t.start == date(2025, 10, day) and code in {p.code for p in t.participants}
    ]
    return found


def test_host_mediator_and_witness_are_no_parties_to_the_talks(talks: tuple[Talk, ...]) -> None:
    talk = of("PAK.GOV", 18, talks)
    assert {p.code for p in talk.participants} == {"PAK.GOV", "AFG.GOV"}
    assert (talk.host, talk.mediators) == ("QAT.GOV", ("TUR.GOV",))
    assert {(b.part, b.code) for b in talk.beside} == {
        (HOST, "QAT.GOV"), (MEDIATOR, "TUR.GOV"), (WITNESS, "EGY.GOV"),
    }  # fmt: skip


def test_what_the_next_sentences_tell_of_the_talks_is_theirs(talks: tuple[Talk, ...]) -> None:
    talk = of("PAK.GOV", 18, talks)
    assert [s.value for s in talk.subjects] == ["the salt road"]
    assert talk.outcome == "no result"
    assert talk.result is not None
    assert "breakthrough" in talk.result.quote


def test_a_promised_next_time_is_checked_against_the_talk_that_followed(talks: tuple[Talk, ...]) -> None:
    kept = of("PAK.GOV", 18, talks).next
    assert kept is not None
    assert (kept.time.start, kept.became) == (date(2025, 10, 25), "met as promised")
    assert kept.kept_in == of("PAK.GOV", 25, talks).id
    open_ = of("IRQ.GOV", 18, talks).next
    assert open_ is not None
    assert (open_.became, open_.kept_in) == ("no report of it since", None)


def test_an_office_told_elsewhere_in_the_page_is_the_office_of_who_is_named_here() -> None:
    text = (
        "Turkish President Recep Tayyip Erdogan praised the bridge on Sunday. Traders hope for more.\n\n"
        "Erdogan met Iranian President Masoud Pezeshkian in Ankara on Monday."
    )
    (talk,) = fuse([read("bridge", "2025-10-28", "Bridge News", text)]).talks
    assert talk.level is TalkLevel.HEAD
    assert {c.office for c in talk.capacities} == {"President"}


def test_two_leaders_of_other_countries_are_others() -> None:
    text = (
        "Iranian Foreign Minister Abbas Araghchi met Iraqi Foreign Minister Fuad Hussein in Basra on October 18.\n\n"
        "The two leaders of France and Egypt discussed the price of wheat."
    )
    talk = of("IRQ.GOV", 18, fuse([read("wheat", "2025-10-19", "Wheat News", text)]).talks)
    assert talk.subjects == ()


def test_what_is_agreed_after_mediated_talks_tells_a_talk_of_those_who_agree() -> None:
    text = (
        "DOHA – Pakistan and Afghanistan agreed to a ceasefire on October 18 after a round of talks mediated by Qatar and Turkey.\n\n"
        "Their delegations are to meet again in Istanbul on October 25. Nothing else was told."
    )
    (talk,) = [t for t in fuse([read("doha", "2025-10-19", "River Post", text)]).talks if not t.planned]
    assert {p.code for p in talk.participants} == {"PAK.GOV", "AFG.GOV"}
    assert set(talk.mediators) == {"QAT.GOV", "TUR.GOV"}
    assert talk.next is not None
    assert (talk.next.time.start, talk.next.became) == (date(2025, 10, 25), "")


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran cancelled its delegation’s visit to Baghdad on October 18.",
        "The body of the commander arrived in Baghdad from Iran on October 18.",
        "Envoys hoped on October 18 to revive the stalled talks between Iran and Iraq in Baghdad.",
        "Iranian pilgrims visited Baghdad on October 18.",
    ],
)
def test_what_was_called_off_and_who_talks_for_nobody_is_no_talk(sentence: str) -> None:
    assert fuse([read("none", "2025-10-19", "River Post", sentence)]).talks == ()


def test_an_office_that_ends_a_sentence_is_not_of_who_begins_the_next() -> None:
    text = (
        "Reporters photographed Iranian President Masoud Pezeshkian. Muttaqi was there, too.\n\n"
        "Muttaqi met Iranian Foreign Minister Abbas Araghchi in Tehran on October 18."
    )
    (talk,) = fuse([read("ends", "2025-10-19", "River Post", text)]).talks
    assert [c.name for c in talk.capacities if c.office == "President"] == []


@pytest.mark.parametrize(("first", "offices"), [("Abbas ", 1), ("", 1), ("Karim ", 0)])
def test_an_office_of_a_namesake_is_not_that_of_who_is_named_here(first: str, offices: int) -> None:
    text = (
        f"Iranian Foreign Minister {first}Araghchi opened a fair on Sunday.\n\n"
        "Abbas Araghchi met Iraqi Foreign Minister Fuad Hussein in Basra on October 18."
    )
    (talk,) = fuse([read("fair", "2025-10-19", "Fair News", text)]).talks
    assert len([c for c in talk.capacities if c.name == "Abbas Araghchi"]) == offices
