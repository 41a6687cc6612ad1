"""Headline, lead and copies are one telling; a denial answers the deed that is laid at the denier: told as short press stories."""

from itertools import permutations

import pytest

import sarhad
from sarhad.codebook import Avowal, CeasefirePhase, Credibility
from sarhad.fusion import fuse
from sarhad.monitor.brief import make_brief
from sarhad.records import Incident, Reading

WIRE = (
    "CHAMAN, Oct 15 (Frontier Wire) - Afghan Taliban forces fired mortar shells into the town of Chaman on Wednesday, "
    "killing five civilians and wounding eleven, Pakistan's military said.\n\n"
    "The shells landed near the bazaar shortly after dawn, the military said in a statement. Two of the dead were children.\n\n"
    "Shopkeepers carried the wounded to the town hospital in private cars because the only ambulance was away."
)
FLAT = (
    "Five civilians were killed and eleven wounded when Afghan Taliban forces fired mortar shells into the town of Chaman "
    "on Wednesday.\n\nThe shells landed near the bazaar shortly after dawn. Two of the dead were children.\n\n"
    "Shopkeepers carried the wounded to the town hospital in private cars because the only ambulance was away."
)


def read(outlet: str, headline: str, text: str, day: str = "2025-10-15") -> Reading:
    page = f"{headline}\n\n{text}\n"
    return sarhad.read_text(page, published=day, outlet=outlet, id=outlet.split()[0].lower())


def told_of(place: str, *readings: Reading) -> Incident:
    found = [i for i in fuse(list(readings)).incidents if i.place and i.place.name == place]
    assert len(found) == 1, found
    return found[0]


def deniers(incident: Incident) -> list[str | None]:
    return [a.by for a in incident.avowals if a.how is Avowal.DENIES]


def test_a_wire_its_copies_and_their_headlines_are_one_incident_on_one_partys_word() -> None:
    pages = [
        read("Frontier Wire", "Shelling kills five in Chaman as border guns open up again", WIRE),
        read("Gulf Ledger", "Five civilians killed as Taliban forces attack Pakistani town", WIRE),
        read("Harbour Times", "Cross-border fire: five die in Balochistan", FLAT, "2025-10-16"),
    ]
    for order in permutations(pages):
        (incident,) = fuse(list(order)).incidents
        assert incident.witnesses == 1
        assert (incident.interested, incident.disinterested) == (("PAK.MIL",), 0)
        assert incident.place is not None
        assert incident.place.name == "Chaman"


def test_a_headline_of_another_act_stays_apart() -> None:
    page = read(
        "River Post",
        "Gunmen kill two policemen in Quetta",
        "Afghan forces shelled a village in Kurram on Monday and killed two herders, Pakistan's army said.",
    )
    assert {i.place.name for i in fuse([page]).incidents if i.place} == {"Quetta", "Kurram"}


def test_a_clause_is_told_by_whom_its_sentence_ends_with() -> None:
    said = "Taliban forces shelled a village in Kurram on Monday and killed two herders, according to Pakistan's army."
    flat = "Taliban forces shelled a village in Kurram on Monday and killed two herders."
    pages = [read("River Post", "Kurram", said), read("Hill Times", "Kurram", flat)]
    assert {d.flat.document_id for d in fuse(pages).drift} == {"hill"}


def test_a_flat_retelling_is_marked_as_borrowed_and_counted_on_the_partys_word() -> None:
    said = (
        "Taliban forces shelled a village in Kurram on Monday and killed two herders, Pakistan's army said."
    )
    flat = "Taliban forces shelled a village in Kurram on Monday and killed two herders."
    pages = [read("River Post", "Kurram", said), read("Hill Times", "Kurram", flat)]
    fused = fuse(pages)
    (incident,) = fused.incidents
    assert {r.statement.document_id for r in incident.reports if r.borrowed} == {"hill"}
    situation = make_brief(fused, pages, []).sections[0].lines[1].text
    assert "1 act of violence told as fact (1 of them on a party’s word alone)" in situation


def test_a_headline_is_no_second_breach_and_no_word_of_its_own() -> None:
    text = (
        "Afghan forces violated the ceasefire between Pakistan and Afghanistan on Tuesday by shelling a post near Ghulam Khan, "
        "Pakistan's army said.\n\nThe two countries agreed on the ceasefire in Doha in October."
    )
    page = read("River Post", "Afghan forces violate ceasefire with Pakistan", text, "2026-06-03")
    (ceasefire,) = fuse([page]).ceasefires
    broken = [s for s in ceasefire.history if s.label == CeasefirePhase.VIOLATED]
    assert broken
    assert {s.note for s in broken} == {"alleged"}


CHARGES = (
    "Pakistani artillery shelled the village of Sarkano in Kunar on Tuesday and killed two farmers, the Afghan defence ministry "
    "said. Afghan gunners hit a post in Bajaur the same evening and wounded three soldiers, the Pakistani army said.\n\n"
)
DENIED = "Pakistan denied that its guns had fired on Sarkano."


def test_each_side_denies_what_the_other_lays_at_it_and_never_its_own_charge() -> None:
    page = read(
        "River Post", "Border villages shelled", f"{CHARGES}{DENIED}\n\nAfghanistan denied firing at Bajaur."
    )
    for place, denier in (("Sarkano", "PAK.GOV"), ("Bajaur", "AFG.GOV")):
        incident = told_of(place, page)
        assert (incident.told, deniers(incident)) == ("denied", [denier])
        assert incident.grade is not None
        assert incident.grade.information is Credibility.DOUBTFUL
        assert incident.grade.information_why == "alleged and denied"


def test_what_one_side_denies_leaves_the_others_charge_standing() -> None:
    page = read("River Post", "Border villages shelled", CHARGES + DENIED)
    assert told_of("Bajaur", page).told == "fact"


@pytest.mark.parametrize(
    ("denied", "place"), [("shelling Bajaur", "Bajaur"), ("shooting anyone in Mohmand", "Mohmand")]
)
def test_of_two_deeds_in_one_sentence_the_words_say_which_is_denied(denied: str, place: str) -> None:
    text = (
        "Afghan forces shelled a village in Bajaur on Monday and shot a soldier dead in Mohmand on Tuesday, Pakistan's army "
        f"said. Kabul denied {denied}."
    )
    page = read("River Post", "Border fire", text)
    assert {p for p in ("Bajaur", "Mohmand") if deniers(told_of(p, page))} == {place}


def test_who_denies_to_have_lost_a_drone_denies_that_it_was_downed() -> None:
    text = (
        "Pakistan's army said on Wednesday that its troops had shot down an Afghan drone over Khyber district late on Tuesday."
        "\n\nKabul denied that any of its drones had been lost."
    )
    (incident,) = fuse([read("Hill Times", "Drone over Khyber", text, "2026-03-04")]).incidents
    assert (incident.told, deniers(incident)) == ("denied", ["AFG.GOV"])


def test_a_clash_told_plainly_stands_beside_what_each_side_says_of_it() -> None:
    text = (
        "Pakistani and Afghan forces clashed near Torkham on Tuesday night. Pakistan's army said it killed fifteen Afghan "
        "fighters.\n\nAfghan forces killed nine Pakistani soldiers in the clash, the defence ministry in Kabul said."
    )
    other = "Afghan forces killed nine Pakistani soldiers in a clash near Torkham on Tuesday night, the defence ministry in Kabul said."
    pages = [read("Ridge Daily", "Clash at Torkham", text), read("Gorge Mail", "Torkham", other)]
    for order in permutations(pages):
        plain = [i for i in fuse(list(order)).incidents if len(i.actors) > 1]
        assert [i.told for i in plain] == ["fact"]


def test_both_sides_charges_stand_in_the_list_and_are_counted_there() -> None:
    text = (
        "Afghanistan accused Pakistan of shelling the town of Spin Boldak on Tuesday and killing three villagers. Pakistan "
        "rejected the charge.\n\nPakistan's military said Afghan forces had fired mortars at a checkpoint in Chaman on Tuesday, "
        "wounding two soldiers. Afghanistan's defence ministry denied the accusation."
    )
    pages = [read("River Post", "Neighbours trade charges over border fire", text, "2026-02-11")]
    sections = {s.key: s.lines for s in make_brief(fuse(pages), pages, []).sections}
    assert "2 claimed and denied" in sections["situation"][1].text
    listed = [line.text for line in sections["incidents"]]
    assert len(listed) == 2
    assert all("DENIED" in line for line in listed)
    for words in ("Spin Boldak", "Chaman"):
        assert any(words in line for line in listed), words


def test_a_shooting_is_not_taken_for_something_shot_down() -> None:
    text = (
        "Iran's border guards accused Taliban fighters of attacking a post in Zaranj on Monday. The Taliban denied the charge "
        "and accused Iranian guards of shooting a farmer near Islam Qala.\n\nIran denied that its guards had shot anyone."
    )
    page = read("Salt Weekly", "Charges over a border post", text, "2026-02-11")
    sections = {s.key: s.lines for s in make_brief(fuse([page]), [page], []).sections}
    assert ["Islam Qala" in line.text and "DENIED" in line.text for line in sections["incidents"]] == [True]


def test_who_drops_the_teller_of_what_unnamed_gunmen_did_is_seen() -> None:
    flat = "Gunmen attacked a border post near Taftan on Monday and killed four guards."
    said = "Gunmen attacked a border post near Taftan on Monday and killed four guards, police said."
    pages = [read("Coast Agency", "Taftan", said), read("Evening Star", "Taftan", flat)]
    assert {d.flat.document_id for d in fuse(pages).drift} == {"evening"}
