"""Before the encoder every state is alike: renamed in the order of the sentence, with the way back for every character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sarhad.knowledge.actors import load_actors
from sarhad.reading.alike import alike

STATES = ("Pakistan", "Afghan", "Kabul", "Iranians", "the U.S.", "Thailand", "Cambodian", "Yerevan", "Serbs")
BETWEEN = (" struck ", " and ", ", officials in ", " accused ", " – ", " said that the border with ")


def seen(text: str) -> str:
    return alike(text, load_actors()).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kabul accused Pakistan of shelling Khost.", "Islamabad accused Afghanistan of shelling Khost."),
        ("Thai jets struck a Cambodian depot.", "Cambodian jets struck a Thai depot."),
        ("Israel and Iran traded fire; Israelis fled.", "Iran and Israel traded fire; Iranians fled."),
    ],
)
def test_with_the_sides_exchanged_the_words_are_the_same(one: str, other: str) -> None:
    assert seen(one) == seen(other)


def test_what_is_no_state_keeps_its_name() -> None:
    assert seen("Hezbollah and the Gulf of Oman") == "Hezbollah and the Gulf of Oman"
    assert seen("They told us to leave.") == "They told us to leave."


@given(st.lists(st.tuples(st.sampled_from(STATES), st.sampled_from(BETWEEN)), max_size=6))
def test_every_character_leads_back(parts: list[tuple[str, str]]) -> None:
    text = "Officials: " + "".join(a + b for a, b in parts)
    renamed = alike(text, load_actors())
    for new_start, new_end, start, end in renamed.back:
        assert (renamed.old(new_start), renamed.old(new_end, end=True)) == (start, end)
    kept = [k for k in range(len(renamed.text)) if not any(c <= k < d for c, d, _, _ in renamed.back)]
    assert all(renamed.text[k] == text[renamed.old(k)] for k in kept)
