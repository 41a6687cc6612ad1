"""What a sentence tells that one marked party does to another; and the table of words that counts only there."""

import re
from collections import Counter
from importlib import resources

import pytest

from sarhad.cli.skills.event_type import event_type as skill
from sarhad.cli.skills.event_type import party
from sarhad.codebook import EventType, mode_belongs
from sarhad.reading.lexicon import load_lexicon
from sarhad.records import Span

TEXT = (resources.files("sarhad.reading") / "data" / "lexicon_parties.tsv").read_text(encoding="utf-8")
ROWS = [
    [*line.split("\t"), "", ""][:5] for line in TEXT.splitlines() if line.strip() and not line.startswith("#")
]


def asked(marked: str) -> dict[str, str]:
    """The skill's answer for a sentence with <s>source</s> and <t>target</t>."""
    text = re.sub(r"</?[st]>", "", marked)
    [row] = skill([{"id": "1", "text": text, "marked": marked}])
    return row


SAID = [
    ("<s>Oman</s> sent medicine to <t>Somalia</t>.", "AID"),
    ("<s>Oman</s> will send medicine to <t>Somalia</t>.", "AGREE"),
    ("<s>Turkey</s> is willing to release <t>two Greek sailors</t>.", "AGREE"),
    ("<s>Turkey</s> released <t>two Greek sailors</t> after a week.", "YIELD"),
    ("<s>Chad</s> will not accept <t>envoys of the junta</t>.", "REJECT"),
    ("<s>Riyadh</s> refused to meet <t>the Yemeni delegation</t>.", "REJECT"),
    ("<s>Kabul</s> accused <t>Islamabad</t> of shelling two villages.", "ACCUSE"),
    ("<s>Islamabad</s> accused <t>Kabul</t> of shelling two villages.", "ACCUSE"),
    ("<s>Norway</s> said <t>Sudan</t> must open the road.", "REQUEST"),
    ("<s>Peru</s> has issued an ultimatum to <t>Bolivia</t>.", "THREATEN"),
    ("<s>Two senators</s> called for sanctions against <t>Eritrea</t>.", "THREATEN"),
    ("<s>Farmers</s> went on strike against <t>the ministry</t>.", "PROTEST"),
    ("<s>Fiji</s> has cut aid to <t>Tonga</t>.", "SANCTION"),
    ("<s>Kenya</s> mobilised troops near <t>Somalia</t>.", "MOBILIZE"),
    ("<s>Police</s> arrested <t>a poet</t> in Amman.", "COERCE"),
    ("<t>A poet</t> was arrested by <s>police</s> in Amman.", "COERCE"),
    ("<s>Rebels</s> ambushed <t>an army convoy</t> at dawn.", "ASSAULT"),
    ("<s>Ghana</s> and <t>Togo</t> shared intelligence on smugglers.", "COOPERATE"),
    ("<s>The king</s> called <t>the president</t> on Monday.", "CONSULT"),
    ("<s>Japan</s> and <t>Chile</t> signed a fisheries treaty.", "SUPPORT"),
]


FIRED = [
    ("<s>Iran</s> fired missiles at a base in <t>Iraq</t> on Monday.", "ASSAULT"),
    ("<s>Troops</s> fired on <t>protesters</t> in Khost.", "ASSAULT"),
    ("<s>The army</s> fired <t>its chief engineer</t> on Monday.", "COERCE"),
    ("<s>India</s> sent wheat to <t>Afghanistan</t>.", "AID"),
]


@pytest.mark.parametrize(("marked", "wanted"), FIRED)
def test_what_is_fired_or_sent_tells_the_type(marked: str, wanted: str) -> None:
    assert asked(marked)["type"] == wanted


@pytest.mark.parametrize(("marked", "wanted"), SAID)
def test_a_sentence_tells_what_one_does_to_the_other(marked: str, wanted: str) -> None:
    assert asked(marked)["type"] == wanted


def test_the_words_that_name_a_party_name_no_act() -> None:
    row = asked("<s>The coalition fighting the rebels</s> freed <t>nine herders</t>.")
    assert (row["type"], row["trigger"]) == ("YIELD", "freed")


def test_a_default_says_that_it_is_one() -> None:
    row = asked("<s>The mayor</s> glimmered at <t>the harbour board</t>.")
    assert row["trigger"] is None
    assert "no word of the lexicon" in row["why"]


def test_a_party_stands_between_its_tags_or_where_its_words_first_stand() -> None:
    text = "Mali and Mali"
    assert party({"text": text, "marked": "Mali and <s>Mali</s>"}, "s", "source") == Span(start=9, end=13)
    assert party({"text": text, "source": "Mali"}, "s", "source") == Span(start=0, end=4)
    assert party({"text": text}, "s", "source") is None


def test_every_line_of_the_table_is_well_formed() -> None:
    assert {row[0] for row in ROWS} <= {"v", "n"}
    assert {row[2] for row in ROWS} <= {t.value for t in EventType}
    assert [row for row in ROWS if not mode_belongs(EventType(row[2]), row[3] or None)] == []
    assert [row for row in ROWS if row[4] and not re.fullmatch(r"obj:[a-z|-]+", row[4])] == []


def test_no_word_of_the_table_is_told_twice() -> None:
    keys = Counter((row[0], word, row[4]) for row in ROWS for word in row[1].split(","))
    assert [key for key, n in keys.items() if n > 1] == []


def test_the_reader_does_not_use_the_table() -> None:
    assert "huddle" not in load_lexicon().verbs
    assert "huddle" in load_lexicon(parties_known=True).verbs
