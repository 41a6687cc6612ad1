"""Which mentions mean one event: invented press text, parsed as the skill parses it."""

import pytest

from sarhad.fusion.company import company
from sarhad.fusion.event_coreference import event_coreference
from sarhad.fusion.event_mentions import EventMention, event_mention
from sarhad.fusion.same_act import NOUN, VERB, groups, kinship, load_groups
from sarhad.fusion.stories import StoryRow
from sarhad.reading.tagger import load_parser
from sarhad.records import Span

CONVOY = {
    "c1": "Gunmen ambushed a customs convoy near Torvali on Monday, killing three guards. The governor of Torvali said the road was closed.",
    "c2": "Three guards died when a customs convoy was ambushed outside Torvali. Torvali's governor closed the road to lorries.",
    "c3": "The ambush of the customs convoy near Torvali left the road closed. Relatives buried the guards in Torvali.",
}
BRIDGE = {
    "b1": "Engineers in Lower Mesk said the rail bridge collapsed after the river rose. Two welders were killed in Mesk.",
    "b2": "The collapse of Lower Mesk's rail bridge killed two welders, the river authority in Mesk said.",
    "b3": "Welders died as the rail bridge over the river in Lower Mesk gave way. Mesk's trains are halted.",
}


def mention(texts: dict[str, str], document: str, word: str) -> EventMention:
    """The first place of the word in a document, its id the two together."""
    text = texts[document]
    at = text.index(word)
    found = event_mention(
        load_parser()(text), Span(start=at, end=at + len(word)), id=f"{document} {word}", document=document
    )
    assert found is not None
    return found


def events(texts: dict[str, str], *mentions: str) -> set[frozenset[str]]:
    """Groups of "document word"."""
    rows = [StoryRow(id=d, title="", text=t) for d, t in texts.items()]
    asked = [mention(texts, *m.split(" ", 1)) for m in mentions]
    return {frozenset(e) for e in event_coreference(asked, rows)}


def test_verb_noun_and_synonym_of_one_act_are_one_event_across_documents() -> None:
    found = events(
        CONVOY | BRIDGE,
        "c1 ambushed",
        "c2 ambushed",
        "c3 ambush",
        "b1 collapsed",
        "b2 collapse",
        "b3 gave way",
    )
    assert found == {
        frozenset({"c1 ambushed", "c2 ambushed", "c3 ambush"}),
        frozenset({"b1 collapsed", "b2 collapse", "b3 gave way"}),
    }


def test_the_dead_of_two_occurrences_are_two_events() -> None:
    found = events(CONVOY | BRIDGE, "c1 killing", "c2 died", "b1 killed", "b2 killed", "b3 died")
    assert found == {frozenset({"c1 killing", "c2 died"}), frozenset({"b1 killed", "b2 killed", "b3 died"})}


def test_two_speakers_say_two_things() -> None:
    said = {
        "s": "The mayor of Arnel said the well was poisoned. A miller in the valley said nothing was wrong."
    }
    text = said["s"]
    second = text.index("said", text.index("said") + 1)
    rows = [StoryRow(id="s", title="", text=text)]
    one = mention(said, "s", "said")
    other = event_mention(load_parser()(text), Span(start=second, end=second + 4), id="other", document="s")
    assert other is not None
    assert len(event_coreference([one, other], rows)) == 2


def test_the_order_of_what_is_given_changes_nothing() -> None:
    texts = CONVOY | BRIDGE
    asked = ["c1 ambushed", "b2 collapse", "c3 ambush", "b1 killed", "c2 died", "b3 gave way"]
    turned = dict(reversed(texts.items()))
    assert events(texts, *asked) == events(turned, *reversed(asked))


def test_nothing_given_is_nothing_found() -> None:
    assert event_coreference([], []) == []


def test_a_mention_tells_its_participants_names_and_figures() -> None:
    found = mention(CONVOY, "c1", "ambushed")
    assert "gunman" in found.doers
    assert "convoy" in found.struck
    assert "torvali" in found.names
    assert not found.telling
    assert mention(CONVOY, "c1", "said").telling


def test_where_no_word_stands_there_is_no_mention() -> None:
    assert event_mention(load_parser()("Shots fell."), Span(start=40, end=44), id="m", document="d") is None


def test_a_phrase_is_read_as_one_word() -> None:
    assert groups(["give way"], VERB) & groups(["collapse"], VERB)
    texts = {"f": "The depot went up in flames on Friday."}
    flames = mention(texts, "f", "went up in flames").groups
    assert flames & groups(["fire"], NOUN)
    assert not flames & groups(["leave"], VERB)


@pytest.mark.parametrize(
    ("a", "b"), [("kill", "dismiss"), ("ambush", "collapse"), ("sign", "withdraw"), ("accuse", "kill")]
)
def test_words_of_different_acts_share_no_group(a: str, b: str) -> None:
    assert not groups([a], VERB) & groups([b], VERB)


def test_an_ambiguous_word_is_less_kin() -> None:
    hit, jolt = groups(["hit"], VERB), groups(["jolt"], VERB)
    assert 0 < kinship(hit, jolt) < kinship(jolt, jolt) == 1
    assert kinship(hit, frozenset()) == 0


def test_fire_dismisses_as_a_verb_and_burns_as_a_noun() -> None:
    assert groups(["fire"], VERB) & groups(["dismiss"], VERB)
    assert groups(["fire"], NOUN) & groups(["blaze"], NOUN)
    assert not groups(["fire"], NOUN) & groups(["dismiss"], NOUN)


def test_the_thesaurus_holds_clean_entries() -> None:
    assert all(word == word.strip().lower() and word for word, _ in load_groups())
    assert {part for _, part in load_groups()} == {VERB, NOUN}


def test_documents_are_alike_by_the_company_they_keep() -> None:
    # 0, 1 and 2 tell one thing; 3 and 4 another of its kind: 2 is as like 3 as it is like 1, but their company differs.
    similar = {(0, 1): 0.6, (0, 2): 0.5, (1, 2): 0.3, (2, 3): 0.3, (3, 4): 0.6}
    kept = company(5, similar, nearest=3)
    assert kept[1, 2] > 2 * kept[2, 3]
    assert kept[0, 1] > 0.8
    assert (0, 4) not in kept or kept[0, 4] < 0.3


def test_a_document_alone_keeps_its_own_company() -> None:
    assert company(1, {}) == {}
    assert company(2, {}) == {}
