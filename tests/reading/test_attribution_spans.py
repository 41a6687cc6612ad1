"""Who says what, in spans: a sentence, and the source, cue and content that must be read from it."""

from collections.abc import Callable

import pytest

from sarhad.codebook import Stance
from sarhad.reading import Tools
from sarhad.reading.attribution_cues import load_cues
from sarhad.reading.attribution_spans import Attribution, attributions

Told = tuple[str | None, str, str]
Find = Callable[[str], list[tuple[Attribution, Told]]]


@pytest.fixture
def find(tools: Tools) -> Find:
    """The attributions of a text, each with its words."""

    def found(text: str) -> list[tuple[Attribution, Told]]:
        doc = tools.parser(text)

        def words(part: tuple[int, int]) -> str:
            return str(doc.text[slice(*part)])

        return [
            (a, (words(a.source) if a.source else None, words(a.cue), words(a.content)))
            for a in attributions(doc)
        ]

    return found


SAID = [
    # indirect speech
    ("The governor said that the road was shut.", ("The governor", "said", "that the road was shut")),
    ("Kabul says it will not attend the talks.", ("Kabul", "says", "it will not attend the talks")),
    ("The minister told reporters that the bridge was safe.", ("The minister", "told", "that the bridge was safe")),
    ("Iran's army has also confirmed that two guards died.", ("Iran's army", "has also confirmed", "that two guards died")),
    # direct speech, before, behind, around and over sentences
    ('"The gate is closed," the guard said.', ("the guard", "said", '"The gate is closed,"')),
    ('The guard said, "The gate is closed."', ("The guard", "said", '"The gate is closed."')),
    (
        '"The gate is closed," the guard said. "It stays closed."',
        ("the guard", "said", '"The gate is closed," the guard said. "It stays closed."'),
    ),
    (
        "The road, officials in Chaman said, has been shut since Friday.",
        ("officials in Chaman", "said", "The road, officials in Chaman said, has been shut since Friday"),
    ),
    # sources as the text has them
    (
        '"We saw nothing," said Karim Shah, a driver from Spin Boldak.',
        ("Karim Shah, a driver from Spin Boldak", "said", '"We saw nothing,"'),
    ),
    ("She said the camp was empty.", ("She", "said", "the camp was empty")),
    ("The traders were asked by the governor whether the gate was open.", ("the governor", "were asked", "whether the gate was open")),
    ("The traders' fear is that the gate will close.", ("The traders", "fear is", "that the gate will close")),
    ("Human rights advocates criticised the new fence.", ("Human rights advocates", "criticised", "the new fence")),
    ("The minister said it was safe, although he opposed the convoy.", ("The minister", "said", "it was safe")),
    # phrases and headings
    (
        "Four men were freed on Monday, according to the Red Cross.",
        ("the Red Cross", "according to", "Four men were freed on Monday,"),
    ),
    ("Minister: Border stays shut until Sunday", ("Minister", ":", "Border stays shut until Sunday")),
    # what is wanted, promised, asked
    ("Tehran vowed to answer the strike.", ("Tehran", "vowed", "to answer the strike")),
    ("Thailand urged Cambodia to pull back its guns.", ("Thailand", "urged", "Cambodia to pull back its guns")),
    ("The envoy called for a ceasefire.", ("The envoy", "called for", "a ceasefire")),
    ("Islamabad wants to reopen the crossing.", ("Islamabad", "wants", "to reopen the crossing")),
    ("The colonel refused to leave the post.", ("The colonel", "refused", "to leave the post")),
    # judgements, the passive, verbs with a noun of saying
    ("Kabul condemned the strike on the market.", ("Kabul", "condemned", "the strike on the market")),
    ("The raid was condemned by the president.", ("the president", "was condemned", "The raid")),
    (
        "The ambassador raised questions about the map.",
        ("The ambassador", "raised questions about", "the map"),
    ),
    # what is told stands before
    ("The minister withdrew the plan that Kabul proposed.", ("Kabul", "proposed", "the plan")),
    # the manner belongs to the cue
    (
        "The ministry said in a statement that the talks had failed.",
        ("The ministry", "said in a statement", "that the talks had failed"),
    ),
    ("He tried to argue that the line was old.", ("He", "tried to argue", "that the line was old")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SAID)
def test_who_says_what(text: str, wanted: Told, find: Find) -> None:
    assert wanted in [
        (s, q, c.rstrip(".") if s != c and not c.endswith('."') else c) for _, (s, q, c) in find(text)
    ]


@pytest.mark.parametrize(
    ("text", "cue", "stance"),
    [
        ("Iran denied that its guards had fired first.", "denied", Stance.DENIES),
        ("Iran claimed that the drone was Israeli.", "claimed", Stance.ALLEGES),
        ("Iran accused Israel of sending the drone.", "accused", Stance.ALLEGES),
        ("Iran did not comment on the report.", "did not comment on", Stance.NEITHER),
        ("Iran neither confirmed nor denied the strike.", "denied", Stance.NEITHER),
        ("Iran downplayed the damage.", "downplayed", Stance.REFRAMES),
        ("Iran said the drone had crashed.", "said", Stance.ASSERTS),
    ],
)
def test_how_they_stand_to_it(text: str, cue: str, stance: Stance, find: Find) -> None:
    assert [a.stance for a, (_, q, _) in find(text) if q == cue] == [stance]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The commander is believed to have fled.", "is believed", "to have fled"),
        ("The mayor was accused of hiding the letters.", "was accused of", "hiding the letters"),
        ("Gunmen reportedly seized the depot", "reportedly", "Gunmen reportedly seized the depot"),
    ],
)
def test_nobody_is_named(text: str, cue: str, content: str, find: Find) -> None:
    assert [told for a, told in find(text)] == [(None, cue, content)]


def test_a_denial_in_a_report_is_inside_it(find: Find) -> None:
    outer, inner = (a for a, _ in find("The general said that the ministry denied the attack."))
    assert (outer.within, inner.within) == (None, 0)
    assert inner.stance is Stance.DENIES


def test_two_sayings_of_one_speaker_stand_side_by_side(find: Find) -> None:
    told = find("The minister said he would return, adding that the border was calm.")
    assert [t for a, t in told if a.within is None] == [
        ("The minister", "said", "he would return"),
        ("The minister", "adding", "that the border was calm"),
    ]


def test_speech_keeps_its_own_words(find: Find) -> None:
    """What a speaker says that others say is inside the speech."""
    told = find('"They said it was over, but I think they lied to all of us," the driver said.')
    assert [t[0] for a, t in told if a.within is None] == ["the driver"]


def test_a_quotation_of_unknown_speakers_is_nobodys(find: Find) -> None:
    assert (
        find(
            'The poster read in large letters as follows. "Somebody said the river would save us all." It hung there.'
        )
        == []
    )


def test_turns_of_a_talk(find: Find) -> None:
    told = find("HOST: Will you come back? GUEST: I will. We never left. HOST: Good.")
    assert [(s, c) for _, (s, q, c) in told if q == ":"] == [
        ("HOST", "Will you come back?"),
        ("GUEST", "I will. We never left."),
        ("HOST", "Good."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The river rose and the bridge fell.",
        "Two trucks crossed the border at noon.",
        "The harvest was good this year.",
        "",
    ],
)
def test_nobody_says_anything(text: str, find: Find) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("one", "other"), [("Pakistan", "Afghanistan"), ("Israel", "Iran"), ("Thailand", "Cambodia")]
)
def test_both_sides_alike(one: str, other: str, find: Find) -> None:
    text = "{0} said {1} had fired first. {1} rejected the charge and accused {0} of shelling a village."
    mine = [(a.stance, a.why, a.within) for a, _ in find(text.format(one, other))]
    assert mine == [(a.stance, a.why, a.within) for a, _ in find(text.format(other, one))]
    assert len(mine) >= 3


def test_every_word_of_the_table_has_a_place_for_its_content() -> None:
    cues = load_cues()
    assert all(
        c.frames for table in (cues.verbs, cues.nouns, cues.adjectives, cues.phrasal) for c in table.values()
    )
    assert "say" in cues.verbs
    assert ("call", "on") in cues.phrasal


@pytest.mark.parametrize(
    "text",
    ['" " said "', ":", 'A: B: C: "', "said", "according to", 'He said that, said she, "', "It was said."],
)
def test_broken_sentences_give_no_broken_spans(text: str, find: Find) -> None:
    for told, _ in find(text):
        for start, end in (told.cue, told.content, told.source or told.cue):
            assert 0 <= start < end <= len(text)
