"""Short press stories, and what stands in the record afterwards: complete in its rows, careful in what it says.

What is read unsurely is kept, marked, and changes nothing; charges, denials and flat retellings stand side by side.
"""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from newsstand import Told, page, told

from sarhad.codebook import Auxiliary, CeasefirePhase, CommitmentStatus, Scope, Stance
from sarhad.fusion import fuse
from sarhad.monitor.brief import make_brief
from sarhad.records import Actor, Fused, Reading

DAY = date(2025, 10, 14)
MILL = ("Tolkhan", "AFG")
PAIR = ("PAK.GOV", "AFG.GOV")
DOUBTFUL = 0.6


def told_plainly(fused: Fused, readings: list[Reading]) -> str:
    """Every line of the brief but those of the last section."""
    brief = make_brief(fused, readings, [])
    return "\n".join(
        "\n".join((line.text, *line.details)) for s in brief.sections if s.key != "unsure" for line in s.lines
    )


# --- incidents: a raid, its copies, a guess at it, another count of it, the war around it


def raid(sentence: str, dead: int, **more: object) -> Told:
    return told(sentence, "ASSAULT", "PAK.MIL", "AFG.CVL", place=MILL, day=DAY, dead=(dead, dead), **more)


WIRE = "Jets struck a mill at Tolkhan on Tuesday and nine people died, a clerk of the district said while men dug in the ruins for more."


def raid_pages() -> list[Reading]:
    copies = [page(f"copy{n}", "2025-10-15", f"Outlet {n}", raid(WIRE, 9)) for n in range(5)]
    other = page(
        "gazette", "2025-10-15", "Hill Gazette", raid("Twelve were killed by aircraft at Tolkhan.", 12)
    )
    guess = page(
        "weekly",
        "2025-10-16",
        "Salt Road Weekly",
        raid("Ninety fell, it seems, when the mill of Tolkhan burned.", 90, sure=DOUBTFUL),
        told(
            "Shells have crossed the ridge for weeks.",
            "ASSAULT",
            "PAK.MIL",
            "AFG.UNK",
            scope=Scope.SERIES,
        ),
    )
    return [*copies, other, guess]


def test_a_raid_is_told_by_its_witnesses_and_keeps_every_report() -> None:
    readings = raid_pages()
    fused = fuse(readings)
    (incident,) = fused.incidents
    assert (incident.told, incident.witnesses) == ("fact", 2)
    assert incident.deaths is not None
    assert (incident.deaths.low, incident.deaths.high) == (9, 12)
    assert {r.statement.document_id for r in incident.reports if r.unsure} == {"weekly"}
    assert [c.field for c in incident.contradictions] == ["deaths"]
    (war,) = fused.assessments
    assert war.kind == "series"
    assert "Ninety" not in told_plainly(fused, readings)


def test_an_act_that_is_only_read_unsurely_has_no_witness_and_no_toll() -> None:
    readings = [
        page("weekly", "2025-10-16", "Salt Road Weekly", raid("Ninety fell at Tolkhan.", 90, sure=DOUBTFUL)),
        page("post", "2025-10-16", "River Post", raid("Ninety dead lay at Tolkhan.", 90, sure=DOUBTFUL)),
    ]
    fused = fuse(readings)
    (incident,) = fused.incidents
    assert (incident.told, incident.witnesses, incident.deaths) == ("unsure", 0, None)
    assert "Tolkhan" not in told_plainly(fused, readings)


def test_an_unsure_act_that_a_person_accepts_is_told() -> None:
    readings = [page("post", "2025-10-16", "River Post", raid("Jets killed four at Tolkhan.", 4, sure=DOUBTFUL))]  # fmt: skip
    fused = fuse(readings)
    (incident,) = fused.incidents
    brief = make_brief(fused, readings, [], trusted=frozenset({incident.id}))
    assert incident.id in {line.refers_to for s in brief.sections if s.key == "incidents" for line in s.lines}


def test_an_unsure_report_never_brings_two_happenings_together() -> None:
    mill, bridge = "Nine died in Tolkhan on Tuesday.", "Nine died in Tolkhan ten days before."
    pages = [
        page("a", "2025-10-18", "River Post", raid(mill, 9)),
        page(
            "b",
            "2025-10-18",
            "Hill Gazette",
            told(
                bridge, "ASSAULT", "PAK.MIL", "AFG.CVL", place=MILL, day=date(2025, 10, 4), dead=(9, 9)
            ),
        ),
        page(
            "c",
            "2025-10-18",
            "Salt Road Weekly",
            told("Nine died in Tolkhan.", "ASSAULT", "PAK.MIL", "AFG.CVL", place=MILL, dead=(9, 9), sure=DOUBTFUL),
        ),
    ]  # fmt: skip
    sure = list(fuse(pages[:2]).incidents)
    assert [len(i.reports) for i in sure] == [1, 1]
    assert [i.start for i in fuse(pages).incidents] == [i.start for i in sure]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_both_versions_of_an_unsurely_read_act_come_out_in_any_order(order: tuple[int, ...]) -> None:
    blast = raid("A bomb killed four at Tolkhan.", 4, sure=DOUBTFUL)
    charge = told("Kabul blamed Islamabad for the bomb.", "ACCUSE", "AFG.GOV", "PAK.MIL", answers=0)
    denial = told("Islamabad denied it.", "REJECT", "PAK.GOV", "AFG.GOV", answers=0)
    pages = [
        page("a", "2025-10-15", "River Post", blast, charge),
        page("b", "2025-10-15", "Hill Gazette", blast, denial, charge),
        page("c", "2025-10-16", "Salt Road Weekly", blast),
    ]
    found = [c for i in fuse([pages[n] for n in order]).incidents for c in i.contradictions]
    assert [c.field for c in found] == ["actor"]
    values = " ".join(v for v, _ in found[0].values)
    assert found[0].unsure
    assert "according to AFG.GOV" in values
    assert "denied by PAK.GOV" in values


def killing(sentence: str, whom: str, outlet: str, day: date | None = None, **more: object) -> Reading:
    line = told(sentence, "ASSAULT", "PAK.MIL", mode="targeted", place=MILL, day=day, **more)
    reading = page(outlet, "2025-10-15", outlet, line)
    (statement,) = reading.statements
    hit = Actor(mention=whom, code="AFG.REB/red-sickle")
    return replace(reading, statements=(replace(statement, recipients=(hit,)),))


def test_the_head_of_a_group_is_killed_once_whether_he_is_named_or_not() -> None:
    pages = [
        killing("The group's leader was killed in Tolkhan.", "the group's leader", "River Post"),
        killing("Red Sickle leader Omar Varda died in Tolkhan.", "Red Sickle leader Omar Varda", "Hill Gazette", DAY),
    ]  # fmt: skip
    (incident,) = fuse(pages).incidents
    assert incident.witnesses == 2


def test_two_commanders_of_one_group_are_two() -> None:
    pages = [
        killing("Commander Omar Varda was killed in Tolkhan.", "Commander Omar Varda", "River Post", DAY),
        killing("Commander Sami Kolt was killed in Tolkhan.", "Commander Sami Kolt", "Hill Gazette", DAY),
    ]
    assert len(fuse(pages).incidents) == 2


# --- drift


def shelling(sentence: str, **more: object) -> Told:
    return told(sentence, "ASSAULT", "PAK.MIL", "AFG.CVL", place=MILL, day=DAY, **more)


@pytest.mark.parametrize(("said_on", "flat_on"), [("2025-10-15", "2025-10-17"), ("2025-10-17", "2025-10-15")])
def test_a_claim_that_loses_its_speaker_is_shown_beside_it_whichever_came_first(
    said_on: str, flat_on: str
) -> None:
    charged = shelling("Gunners fired on the market of Tolkhan, Kabul charged.", speaker="AFG.GOV", stance=Stance.ALLEGES)  # fmt: skip
    flat = shelling("The market of Tolkhan was shelled by Pakistani guns.")
    fused = fuse(
        [page("said", said_on, "River Post", charged), page("flat", flat_on, "Salt Road Weekly", flat)]
    )
    assert [
        (d.attributed.document_id, d.flat.document_id, d.speaker, d.same_family) for d in fused.drift
    ] == [("said", "flat", "AFG.GOV", False)]


def test_a_flat_guess_drops_no_attribution() -> None:
    charged = shelling("Gunners fired on Tolkhan, Kabul charged.", speaker="AFG.GOV", stance=Stance.ALLEGES)
    flat = shelling("Tolkhan was shelled by Pakistani guns.", sure=DOUBTFUL)
    assert not fuse(
        [page("a", "2025-10-15", "River Post", charged), page("b", "2025-10-16", "Salt Road Weekly", flat)]
    ).drift


def test_where_groups_have_their_base_is_somebodys_word() -> None:
    charge = told(
        "Islamabad accused Kabul of tolerating militants who operate from Afghan villages.",
        "ACCUSE",
        "PAK.GOV",
        "AFG.GOV",
    )
    flat = told(
        "The ministers spoke of the militants operating from Afghanistan.", "CONSULT", "PAK.GOV IRN.GOV"
    )
    said, other = (
        page("a", "2025-10-15", "River Post", charge),
        page("b", "2025-10-18", "Hill Gazette", flat),
    )
    (drift,) = fuse([said, other]).drift
    assert (drift.attributed.document_id, drift.flat.document_id, drift.speaker) == ("a", "b", "PAK.GOV")
    assert not fuse([said]).drift
    assert not fuse([other]).drift


# --- disputes


@pytest.mark.parametrize("turned", [False, True])
def test_a_quarrel_told_in_two_papers_keeps_both_sides_in_any_order(turned: bool) -> None:
    charge = told(
        "Kabul said Pakistani drones burned the orchards of Tolkhan.", "ACCUSE", "AFG.GOV", "PAK.MIL"
    )
    denial = told("Islamabad rejected that its drones burned orchards.", "REJECT", "PAK.GOV", answers=0)
    guess = told("Islamabad may have burned them, some whisper.", "ACCUSE", "IRN.GOV", "PAK.MIL", sure=DOUBTFUL)  # fmt: skip
    pages = [
        page("a", "2025-10-15", "River Post", charge, denial, contested=[(0, 1, "denies")]),
        page("b", "2025-10-17", "Hill Gazette", charge, denial, guess, contested=[(0, 1, "denies")]),
    ]
    (dispute,) = fuse(pages[::-1] if turned else pages).disputes
    assert dispute.asserted_by == ("AFG.GOV",)
    assert dispute.contested_by == ("PAK.GOV",)
    assert {p.evidence.document_id for p in dispute.positions} == {"a", "b"}


# --- commitments


def promise(sentence: str, status: str = "pledged", **more: object) -> Told:
    return told(
        sentence, "AGREE", "PAK.GOV IRN.GOV", commitment=("open the border market at Rimdan", status), **more
    )


def test_a_promise_keeps_what_is_told_of_it_unsurely_and_its_status() -> None:
    readings = [
        page("a", "2025-01-15", "River Post", promise("Both agreed to open the border market at Rimdan.")),
        page("b", "2025-03-02", "Hill Gazette", promise("Both stressed the need to open the market at Rimdan.", sure=DOUBTFUL)),
        page("c", "2025-05-20", "Salt Road Weekly", promise("Work on the border market at Rimdan is on hold.", "stalled", sure=DOUBTFUL)),
    ]  # fmt: skip
    fused = fuse(readings)
    (thread,) = fused.commitments
    assert [(h.evidence.document_id, h.unsure) for h in thread.history] == [
        ("a", False),
        ("b", True),
        ("c", True),
    ]
    assert thread.status is CommitmentStatus.PLEDGED
    assert (thread.witnesses, thread.silent_since) == (1, "2025-01-15")
    plain = told_plainly(fused, readings)
    assert "stressed the need" not in plain
    assert "on hold" not in plain


def test_a_promise_read_only_unsurely_has_no_witness() -> None:
    (thread,) = fuse(
        [
            page(
                "b",
                "2025-03-02",
                "Hill Gazette",
                promise("Both stressed the need to open the market at Rimdan.", sure=DOUBTFUL),
            )
        ]
    ).commitments
    assert thread.witnesses == 0
    assert all(h.unsure for h in thread.history)


def test_a_standing_obligation_is_broken_by_word_and_kept_by_word() -> None:
    charge = told(
        "Islamabad accused Kabul of giving safe havens to militants.", "ACCUSE", "PAK.GOV", "AFG.GOV"
    )
    denial = told("Kabul denied that militants use its soil.", "REJECT", "AFG.GOV", "PAK.GOV")
    turned = told("Tehran urged Islamabad to close the sanctuaries of rebels.", "REQUEST", "IRN.GOV", "PAK.GOV")  # fmt: skip
    readings = [
        page("a", "2025-10-15", "River Post", charge),
        page("b", "2025-10-16", "Hill Gazette", denial, turned),
    ]
    for pages in (readings, readings[::-1]):
        fused = fuse(pages)
        found = {c.by: c for c in fused.commitments}
        assert set(found) == {("AFG.GOV",), ("PAK.GOV",)}
        thread = found["AFG.GOV",]
        assert [(h.label, h.speaker, h.unsure) for h in thread.history] == [
            ("broken", "PAK.GOV", True),
            ("kept", "AFG.GOV", True),
        ]
        assert (thread.status, thread.witnesses) == (CommitmentStatus.PLEDGED, 0)
    only_denied = [page("b", "2025-10-16", "Hill Gazette", denial)]
    assert not fuse(only_denied).commitments


# --- ceasefires


def truce(sentence: str, kind: str, phase: str, actors: str = "PAK.GOV AFG.GOV", **more: object) -> Told:
    return told(sentence, kind, actors, ceasefire=(PAIR, phase), **more)


def test_a_truce_keeps_unsure_steps_in_their_place_and_stands_by_the_sure_ones() -> None:
    readings = [
        page("a", "2025-10-15", "River Post", truce("PAK.GOV and AFG.GOV held talks on a truce at Doha.", "CONSULT", "talks")),
        page("b", "2025-10-19", "Hill Gazette", truce("PAK.GOV and AFG.GOV agreed a ceasefire.", "AGREE", "agreed")),
        page(
            "c",
            "2025-10-25",
            "Salt Road Weekly",
            truce("The ceasefire between PAK.GOV and AFG.GOV has collapsed.", "RETREAT", "collapsed", sure=DOUBTFUL),
            truce("Kabul is not asking for a new ceasefire.", "REQUEST", "called_for", "AFG.GOV", aux=Auxiliary.NEGATION),
        ),
    ]  # fmt: skip
    fused = fuse(readings)
    (thread,) = fused.ceasefires
    assert [(h.label, h.unsure) for h in thread.history] == [
        ("talks", False),
        ("agreed", False),
        ("collapsed", True),
        ("called_for", True),
    ]
    assert thread.phase is CeasefirePhase.AGREED
    assert thread.witnesses == 2
    assert thread.history[-1].aux is Auxiliary.NEGATION
    plain = told_plainly(fused, readings)
    assert "collapsed" not in plain
    assert "not asking" not in plain


def test_a_truce_told_only_unsurely_has_no_witness_and_no_line() -> None:
    readings = [
        page(
            "a",
            "2025-10-19",
            "Hill Gazette",
            truce("PAK.GOV and AFG.GOV agreed a ceasefire.", "AGREE", "agreed", sure=DOUBTFUL),
        )
    ]
    fused = fuse(readings)
    (thread,) = fused.ceasefires
    assert thread.witnesses == 0
    assert "ceasefire" not in told_plainly(fused, readings).replace("No ceasefire is told", "")
