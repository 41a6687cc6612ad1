"""Armed groups that the registry does not know."""

import pytest

from sarhad.codebook.actors import is_code
from sarhad.knowledge.actors import load_actors
from sarhad.knowledge.actors_provisional import PROVISIONAL, slug
from sarhad.reading.actors_unknown import with_unknown_groups


def found(text: str) -> dict[str, str]:
    """Called → code, of every provisional hit."""
    registry = load_actors()
    hits = with_unknown_groups(text, registry.find(text, None), registry)
    assert [hit.start for hit in hits] == sorted(hit.start for hit in hits)
    return {hit.text: hit.code for hit in hits if hit.how == PROVISIONAL}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The militant group Sons of the Marsh fired. Sons of the Marsh said so.",
            {"Sons of the Marsh": "UNK.REB/sons-of-the-marsh"},
        ),
        (
            "The Reed Valley Front (RVF), a little-known separatist group, struck. The RVF fled.",
            {"Reed Valley Front": "UNK.REB/reed-valley-front", "RVF": "UNK.REB/reed-valley-front"},
        ),
        ("Lashkar-e-Zafran attacked a post.", {"Lashkar-e-Zafran": "UNK.REB/lashkar-e-zafran"}),
        ("A bomb hit a bus. The Delta Unity Organisation later claimed responsibility for it.", {"Delta Unity Organisation": "UNK.REB/delta-unity-organisation"}),
        ("The Sudanese Resistance Front fired.", {"Sudanese Resistance Front": "SDN.REB/sudanese-resistance-front"}),
    ],
)  # fmt: skip
def test_a_group_called_armed_gets_an_entry_of_its_own(text: str, expected: dict[str, str]) -> None:
    told = found(text)
    assert told == expected
    assert all(map(is_code, told.values()))


@pytest.mark.parametrize(
    "text",
    [
        "The armed group Hezbollah fired rockets, and the militant group Hamas too.",
        "Hezbollah, an armed group, fired.",
        "The militant group Wednesday said nothing.",
        "In the Middle East, an armed group rose.",
        "The commander Omar Rahal, a militant group leader, was shot.",
        "The Reed Valley Front met in a hotel.",
        "The Delta Aid Organisation took part. The Air Force claimed responsibility for the raid.",
    ],
)
def test_nothing_else_does(text: str) -> None:
    assert found(text) == {}


def test_the_code_hangs_on_the_name_alone() -> None:
    first = found("The Pakistani militant group Sons of the Marsh fired.")
    second = found("In Iran, the separatist group Sons of the Marsh fired.")
    assert first == second


def test_a_slug_has_no_article() -> None:
    assert slug("The Sons of the Marsh") == "sons-of-the-marsh"
    assert slug("Al-Jamāʻah’s Guard") == "al-jamaahs-guard"
