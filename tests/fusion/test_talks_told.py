"""Talks as press stories, read and put together: offices, level, round, occasion, subjects, outcome, the next date."""

from datetime import date
from itertools import permutations

import pytest

import sarhad
from sarhad.codebook import DatePrecision, TalkLevel
from sarhad.fusion import fuse
from sarhad.fusion.days_told import day_ahead
from sarhad.fusion.offices import office_of
from sarhad.records import Dating, Reading, Talk

RIVER = (
    "The third round of talks between Pakistan and Afghanistan was held in Istanbul on October 25, mediated by Turkey and Qatar.\n\n"
    "The two sides discussed the salt trade and the return of refugees. They agreed to meet again in Istanbul on November 6.\n\n"
    "Pakistani Foreign Minister Ishaq Dar met his Afghan counterpart Amir Khan Muttaqi in Kabul on October 21 on the sidelines of a "
    "regional trade conference."
)
SALT = (
    "Delegations from Pakistan and Afghanistan met in Istanbul on October 25 for the third round of talks.\n\n"
    "The talks between Pakistan and Afghanistan ended without agreement on October 25.\n\n"
    "Qatar hosted the second round of talks between Pakistan and Afghanistan in Doha on October 18."
)
MIRROR = (
    "Iranian President Masoud Pezeshkian arrived in Islamabad on Sunday for a two-day visit and held talks with Prime Minister "
    "Shehbaz Sharif.\n\nA joint statement issued after the talks praised the ties of the two neighbours.\n\n"
    "Delegations from Iran and Iraq met in Basra on October 20."
)


def read(name: str, published: str, outlet: str, text: str) -> Reading:
    return sarhad.read_text(text, published=published, outlet=outlet, id=name)


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return [
        read("river", "2025-10-27", "River Post", RIVER),
        read("salt", "2025-10-28", "Salt Road Weekly", SALT),
        read("mirror", "2025-10-29", "Border Mirror", MIRROR),
    ]


def on(day: int, talks: tuple[Talk, ...]) -> Talk:
    (found,) = [t for t in talks if t.start == date(2025, 10, day)]
    return found


def test_a_round_has_its_number_mediators_subjects_result_and_next_date(readings: list[Reading]) -> None:
    for order in permutations(readings):
        talk = on(25, fuse(list(order)).talks)
        assert talk.round is not None
        assert talk.round.value == "3"
        assert "third round" in talk.round.evidence.quote
        assert set(talk.mediators) == {"TUR.GOV", "QAT.GOV"}
        assert {p.code for p in talk.participants} == {"PAK.GOV", "AFG.GOV"}
        assert [s.value for s in talk.subjects] == ["the salt trade and the return of refugees"]
        assert talk.outcome == "no result"
        assert talk.result is not None
        assert "without agreement" in talk.result.quote
        assert talk.next is not None
        assert talk.next.time.start == date(2025, 11, 6)
        assert "meet again" in talk.next.evidence.quote
        assert talk.witnesses == 2


def test_the_second_round_stays_apart_and_its_host_mediates_nothing(readings: list[Reading]) -> None:
    talk = on(18, fuse(readings).talks)
    assert talk.round is not None
    assert (talk.round.value, talk.host, talk.mediators) == ("2", "QAT.GOV", ())


def test_ministers_meet_at_the_margin_of_a_conference(readings: list[Reading]) -> None:
    talk = on(21, fuse(readings).talks)
    assert talk.level is TalkLevel.MINISTER
    assert [(c.code, c.office) for c in talk.capacities] == [
        ("PAK.GOV", "Foreign Minister"),
        ("AFG.GOV", "counterpart"),
    ]
    assert talk.occasion is not None
    assert talk.occasion.value == "on the sidelines of a regional trade conference"
    assert (talk.round, talk.next, talk.outcome) == (None, None, None)


def test_a_visit_of_a_president_ends_with_a_joint_statement(readings: list[Reading]) -> None:
    talk = on(26, fuse(readings).talks)
    assert (talk.level, talk.host) == (TalkLevel.HEAD, "PAK.GOV")
    assert {c.office for c in talk.capacities} == {"President", "Prime Minister"}
    assert talk.outcome == "statement: a joint statement"


def test_what_no_sentence_tells_stays_unknown(readings: list[Reading]) -> None:
    talk = on(20, fuse(readings).talks)
    assert (talk.level, talk.round, talk.occasion, talk.outcome, talk.next) == (None, None, None, None, None)
    assert (talk.capacities, talk.subjects) == ((), ())


@pytest.mark.parametrize(
    ("words", "code", "level"),
    [
        ("Deputy Foreign Minister Majid Rava", "IRN.GOV", TalkLevel.DEPUTY),
        ("Deputy Prime Minister and Foreign Minister Ishaq Dar", "PAK.GOV", TalkLevel.MINISTER),
        ("Prime Minister Sharif", "PAK.GOV", TalkLevel.HEAD),
        ("Vice President Tarek", "IRN.GOV", TalkLevel.DEPUTY),
        ("Foreign Secretary Amna Baloch", "PAK.GOV", TalkLevel.DEPUTY),
        ("Foreign Secretary Ann Hill", "GBR.GOV", TalkLevel.MINISTER),
        ("special envoy Asif Durrani", "PAK.GOV", TalkLevel.ENVOY),
        ("the army chief", "PAK.MIL", TalkLevel.TECHNICAL),
        ("former Prime Minister Gul", "PAK.PTY", None),
        ("the traders of Rimdan", "IRN.BUS", None),
    ],
)
def test_how_high_an_office_is(words: str, code: str, level: TalkLevel | None) -> None:
    found = office_of(words, code)
    assert (found[1] if found else None) is level


TOLD = Dating(start=date(2025, 10, 27), end=date(2025, 10, 27), precision=DatePrecision.DAY)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("on November 6", "2025-11-06", "2025-11-06"),
        ("on 6 January", "2026-01-06", "2026-01-06"),
        ("on Thursday", "2025-10-30", "2025-10-30"),
        ("by the end of March 2026", "2026-03-01", "2026-03-31"),
        ("before the end of the year", "2025-01-01", "2025-12-31"),
        ("next week", "2025-11-03", "2025-11-09"),
        ("within 30 days", "2025-10-27", "2025-11-26"),
    ],
)
def test_days_ahead_are_counted_from_the_day_of_publication(words: str, start: str, end: str) -> None:
    found = day_ahead(words, TOLD)
    assert found is not None
    assert (found.start.isoformat(), found.end.isoformat()) == (start, end)


@pytest.mark.parametrize("words", ["on October 20, 2025", "in 2024", "this month", "soon", "on February 30"])
def test_days_gone_by_and_no_days_at_all_are_none(words: str) -> None:
    assert day_ahead(words, TOLD) is None


def test_without_a_day_of_publication_only_a_told_year_helps() -> None:
    vague = Dating(start=date(2025, 1, 1), end=date(2025, 12, 31), precision=DatePrecision.YEAR)
    assert day_ahead("on November 6", vague) is None
    assert day_ahead("by June 2026", vague) is not None


@pytest.mark.parametrize("who", ["delegations", "two sides"])
def test_a_thirds_offer_is_no_outcome_and_the_end_of_the_talks_is_told_by_a_host(who: str) -> None:
    text = (
        "Delegations from Iran and Iraq met in Muscat on Wednesday for talks on the marshes along their border.\n\n"
        "The talks are hosted by Oman and mediated by Qatar. Turkey offered on Monday to send observers to the two countries. "
        "Iraq accepted the Turkish offer.\n\n"
        f"The talks ended on Wednesday night without a deal, and the {who} will meet again on Sunday, an Omani diplomat said."
    )
    (talk,) = (t for t in fuse([read("reed", "2025-10-09", "Reed Post", text)]).talks if not t.planned)
    assert talk.outcome == "no result"
    assert talk.next is not None
    assert talk.next.time.start == date(2025, 10, 12)
