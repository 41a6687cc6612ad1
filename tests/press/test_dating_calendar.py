"""The calendar of dated occasions: sound facts, found only where they are spoken of."""

from datetime import date

import pytest

from sarhad.knowledge.occasions import load_occasions

ENTRIES = load_occasions().entries


def test_every_entry_is_sound() -> None:
    assert len(ENTRIES) >= 60
    assert len({e.name for e in ENTRIES}) == len(ENTRIES)
    for entry in ENTRIES:
        assert date(1990, 1, 1) < entry.start <= entry.end < date(2030, 1, 1), entry.name
        assert entry.source, entry.name
        assert entry.words, entry.name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A truce agreed in Doha between Pakistan and the Taliban, with Qatar's help, frayed.", "the Doha truce between Pakistan and Afghanistan"),
        ("The killing of Ismail Haniyeh in the capital was condemned.", "the killing of Ismail Haniyeh"),
        ("After the attack in Pahalgam the border was shut.", "the Pahalgam attack"),
    ],
)  # fmt: skip
def test_an_occasion_is_found(text: str, name: str) -> None:
    assert name in {h.occasion.name for h in load_occasions().find(text)}


def test_words_far_apart_are_no_occasion() -> None:
    filler = "The road is long. " * 60
    assert (
        load_occasions().find(
            f"Envoys flew to Doha. {filler} A truce between Pakistan and the Taliban is far."
        )
        == ()
    )
