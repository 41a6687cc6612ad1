"""Short press stories of a claim that a second page repeats without saying whose it is."""

from sarhad.fusion import fuse
from sarhad.pipeline import read_text
from sarhad.records import Incident

SAID = "Armenia's defence ministry said Azerbaijani forces shelled the town of Jermuk on Monday, killing four people."
FLAT = "Azerbaijani forces shelled the town of Jermuk on Monday, killing four people."
OWN = "Azerbaijani artillery shelled Jermuk late on Monday, and four people were killed when the rounds hit a schoolyard."
DENIAL = "Azerbaijan's defence ministry denied that its forces had shelled Jermuk on Monday."


def _shelling(*texts: str) -> Incident:
    pages = [
        read_text(text, published=f"2026-02-{10 + n}", outlet=f"House {n}", id=f"page{n}")
        for n, text in enumerate(texts)
    ]
    return max(fuse(pages).incidents, key=lambda i: len(i.reports))


def test_a_clause_repeated_without_its_teller_is_no_second_witness() -> None:
    for order in ((SAID, FLAT), (FLAT, SAID)):
        told = _shelling(*order)
        assert told.witnesses == 1
        assert told.disinterested == 0


def test_a_partys_word_that_the_other_denies_is_told_as_denied() -> None:
    assert _shelling(f"{SAID} {DENIAL}").told == "denied"
    assert _shelling(f"{SAID} {DENIAL}", FLAT).told == "denied"


def test_who_tells_it_in_words_of_its_own_is_another_witness() -> None:
    assert _shelling(SAID, OWN).witnesses == 2
