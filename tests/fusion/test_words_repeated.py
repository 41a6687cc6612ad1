"""Short press stories of a claim that a second page repeats without saying whose it is."""

from sarhad.fusion import fuse
from sarhad.monitor import list_section
from sarhad.monitor.naming import registry_find, registry_names
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


def test_a_clause_repeated_with_another_toll_is_still_nobodys_own_word() -> None:
    accused = "Tajik forces shelled the Kyrgyz village of Maksat on Sunday"
    said = f"{accused}, killing three herders, according to Kyrgyzstan's military. The Tajik government denied that its forces had shelled Maksat."
    told = _shelling(said, f"{accused}, killing seven herders.")
    assert told.told == "denied"
    assert told.disinterested == 0


def test_who_tells_it_in_words_of_its_own_is_another_witness() -> None:
    assert _shelling(SAID, OWN).witnesses == 2


def test_shells_that_a_reporter_saw_fall_are_told_and_whose_they_were_is_not() -> None:
    """A rewrite tells flatly whose guns they were; the army's word for it is all that the family has."""
    saw = "Shells struck the market of Kassala on Monday morning, a Hill Wire correspondent in the town saw."
    word = "Chadian artillery fired on the market of Kassala from a ridge behind the river, according to Sudan's army."
    flat = "Chadian artillery fired on the market of Kassala on Monday from a ridge behind the river, and shells struck the stalls at noon."
    wire = read_text(f"{saw} {word}", published="2025-03-04", outlet="Hill Wire", id="wire")
    copy = read_text(flat, published="2025-03-05", outlet="River Post", id="post")
    for readings in ([wire], [wire, copy]):
        found = list_section("incidents", fuse(readings), readings, registry_names(), find=registry_find)
        heads = [x.text.split("“")[0] for x in found.lines]
        assert any(h.startswith("3 Mar 2025, Kassala, Sudan — shelling") for h in heads)
        assert not any("Chad" in h and "CLAIM" not in h and "ACCORDING" not in h for h in heads)


def test_every_count_told_is_in_the_range_and_a_state_and_its_army_are_one_party() -> None:
    told = _shelling(
        "Kyrgyzstan says Tajik shelling killed three\nTajik forces shelled the Kyrgyz village of Maksat on Sunday, killing three herders, "
        "according to Kyrgyzstan's military.",
        "Tajik forces shelled the Kyrgyz village of Maksat on Sunday, killing seven herders.",
    )
    assert told.deaths is not None
    assert (told.deaths.low, told.deaths.high) == (3, 7)
    assert len(told.interested) == 1
