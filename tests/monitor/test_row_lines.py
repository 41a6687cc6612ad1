"""Lists of families, stories, charges, dropped attributions and offers: what a row says, and what it must not say."""

from dataclasses import replace
from datetime import date

import pytest
import stage

from sarhad.codebook import CeasefirePhase, DisputeKind, EventType, Manner, Relation, Stance
from sarhad.monitor import list_section
from sarhad.records import (
    Accusation,
    Dispute,
    Document,
    Drift,
    Family,
    Filters,
    Fused,
    Line,
    Link,
    Offer,
    Position,
    Statement,
    Story,
)

POST = stage.document(
    "post", "Pakistan accused Afghanistan of hiding the raiders of Spinwan. Kabul denied it.", "2025-10-11"
)
GAZETTE = stage.document(
    "gazette", "Afghanistan hides the raiders of Spinwan. Rain fell on the passes.", "2025-10"
)
COPY = stage.document(
    "copy", "Afghanistan hides the raiders of Spinwan. Rain fell on the hills.", "2025-11-02"
)
ACTS = {"PAK.GOV": "Pakistan", "AFG.GOV": "Afghanistan"}


def listed(
    kind: str, fused: Fused, *documents: Document, statements: tuple[Statement, ...] = ()
) -> tuple[Line, ...]:
    readings = [stage.reading(d, *(s for s in statements if s.document_id == d.id)) for d in documents]
    return list_section(kind, fused, readings, stage.NAMES).lines


def position(
    document: Document, quote: str, speaker: str, stance: Stance, manner: Manner | None = None
) -> Position:
    return Position(
        speaker=speaker,
        stance=stance,
        evidence=stage.words(document, quote),
        published=document.published.date,
        family=document.id,
        manner=manner,
    )


CHARGE = "Pakistan accused Afghanistan of hiding the raiders of Spinwan"


def dispute(by: str, against: str, *answers: Position) -> Dispute:
    return Dispute(
        id="d1",
        proposition=CHARGE,
        asserted_by=(by,),
        contested_by=(against,),
        how=DisputeKind.DENIES,
        positions=(position(POST, CHARGE, by, Stance.ALLEGES), *answers),
        unanswered_since="2025-10-11",
        silent_days=22,
    )


def charge(by: str, against: str) -> Statement:
    return stage.statement(
        POST, CHARGE, EventType.ACCUSE, actors=(stage.actor(by),), recipients=(stage.actor(against),)
    )


@pytest.mark.parametrize(("by", "against"), [("PAK.GOV", "AFG.GOV"), ("AFG.GOV", "PAK.GOV")])
def test_a_deed_told_of_another_who_denies_it_is_a_charge(by: str, against: str) -> None:
    said = stage.statement(
        POST, CHARGE, EventType.ASSAULT, actors=(stage.actor(against),), speaker=stage.actor(by)
    )
    quarrel = dispute(by, against, position(POST, "Kabul denied it", against, Stance.DENIES))
    (line,) = listed("accusations", stage.fused(POST, disputes=(quarrel,)), POST, statements=(said,))
    assert line.text.startswith("ANSWERED charge by")


@pytest.mark.parametrize(("by", "against"), [("PAK.GOV", "AFG.GOV"), ("AFG.GOV", "PAK.GOV")])
def test_to_say_nothing_when_asked_is_no_answer_whichever_side_is_asked(by: str, against: str) -> None:
    mute = position(POST, "Kabul denied it", against, Stance.NEITHER, Manner.FALLS_SILENT)
    fused = stage.fused(POST, disputes=(dispute(by, against, mute),))
    (line,) = listed("accusations", fused, POST, statements=(charge(by, against),))
    assert line.text.startswith(f"UNANSWERED charge by {ACTS[by]} against {ACTS[against]}: ")
    assert f"no answer in the record for 22 days; {ACTS[against]} was asked and said nothing" in line.text
    assert line.refers_to == "d1"


def test_a_charge_made_anew_after_its_denial_says_both() -> None:
    denial = position(POST, "Kabul denied it", "AFG.GOV", Stance.DENIES)
    fused = stage.fused(POST, disputes=(dispute("PAK.GOV", "AFG.GOV", denial),))
    (line,) = listed("accusations", fused, POST, statements=(charge("PAK.GOV", "AFG.GOV"),))
    assert "ANSWERED charge by Pakistan against Afghanistan" in line.text
    assert (
        "denied by Afghanistan (11 Oct 2025); said anew on 11 Oct 2025, no answer in the record for 22 days"
        in line.text
    )


def test_a_dispute_that_is_no_charge_is_no_accusation() -> None:
    told = stage.statement(POST, CHARGE, EventType.CONSULT, actors=(stage.actor("PAK.GOV"),))
    denial = position(POST, "Kabul denied it", "AFG.GOV", Stance.DENIES)
    fused = stage.fused(POST, disputes=(dispute("PAK.GOV", "AFG.GOV", denial),))
    assert listed("accusations", fused, POST, statements=(told,)) == ()


def test_what_may_be_answered_elsewhere_says_perhaps_and_for_no_number_of_days() -> None:
    made = Accusation(
        id="q1",
        proposition=CHARGE,
        by=("PAK.GOV",),
        against=("AFG.GOV",),
        positions=(position(POST, CHARGE, "PAK.GOV", Stance.ALLEGES),),
        unanswered_since=None,
        heard_until="2025-11-02",
        silent_days=None,
        answered_elsewhere=(position(COPY, "Rain fell on the hills", "AFG.GOV", Stance.DENIES),),
    )
    (line,) = listed("accusations", stage.fused(POST, COPY, accusations=(made,)), POST, COPY)
    assert line.text.startswith("PERHAPS ANSWERED charge")
    assert "no answer" not in line.text
    assert len(line.details) == 2


@pytest.mark.parametrize(
    ("same", "unsure", "lead", "witnesses"),
    [
        (True, False, "ATTRIBUTION DROPPED", "one witness"),
        (False, True, "TOLD FLATLY ELSEWHERE", "two witnesses"),
    ],
)
def test_drift_says_whether_it_is_one_telling_and_whether_it_is_sure(
    same: bool, unsure: bool, lead: str, witnesses: str
) -> None:
    drift = Drift(
        attributed=stage.words(POST, "hiding the raiders of Spinwan"),
        flat=stage.words(GAZETTE, "Afghanistan hides the raiders of Spinwan"),
        speaker="PAK.GOV",
        same_family=same,
        unsure=unsure,
    )
    (line,) = listed("drift", stage.fused(POST, GAZETTE, drift=(drift,)), POST, GAZETTE)
    assert line.text.startswith(
        f"{lead}: post gives it to Pakistan: “hiding the raiders of Spinwan” | gazette tells it as fact: “Afghanistan hides"
    )
    assert witnesses in line.text
    assert ("unsure" in line.text) is unsure
    assert line.refers_to == drift.id


def test_a_family_says_what_surely_came_later_and_only_that_one_is_of_the_other_where_days_overlap() -> None:
    shared = (
        stage.words(GAZETTE, "Afghanistan hides the raiders of Spinwan"),
        stage.words(COPY, "Afghanistan hides the raiders of Spinwan"),
    )
    link = Link(a="gazette", b="copy", relation=Relation.DUPLICATE, why="", score=0.9, shared=(shared,))
    family = Family(id="f1", documents=("gazette", "copy"), founder="gazette")
    fused = Fused(families=(family,), links=(link,))
    (line,) = listed("families", fused, GAZETTE, COPY)
    assert line.details[0] == "copy is a copy of gazette; 1 shared passage"
    assert line.details[1].count("Afghanistan hides the raiders of Spinwan") == 2
    early = replace(COPY, published=POST.published)
    (line,) = listed("families", fused, GAZETTE, early)
    assert "which came first is not known" in line.details[0]


def test_a_story_is_as_exact_about_its_days_as_its_pages_are() -> None:
    story = Story(id="st1", documents=("gazette", "copy"), title="raiders of Spinwan")
    (line,) = listed("stories", stage.fused(GAZETTE, COPY, stories=(story,)), GAZETTE, COPY)
    assert line.text == "Raiders of Spinwan — Oct 2025 – 2 Nov 2025 [2 documents, 2 families]"
    month = replace(COPY, published=GAZETTE.published)
    (line,) = listed("stories", stage.fused(GAZETTE, month, stories=(story,)), GAZETTE, month)
    assert "— Oct 2025 [" in line.text


def test_one_clause_is_one_offer_and_a_market_is_no_mediation() -> None:
    page = stage.document(
        "page",
        "Qatar offered to mediate between the two. Iran offered a power plant to Pakistan.",
        "2025-10-12",
    )
    made = stage.statement(
        page, "Qatar offered to mediate between the two", EventType.AGREE, actors=(stage.actor("QAT.GOV"),)
    )
    again = replace(made, anchor="again", evidence=stage.words(page, "offered to mediate"), confidence=0.6)
    plant = stage.statement(
        page, "Iran offered a power plant to Pakistan", EventType.AGREE, actors=(stage.actor("IRN.GOV"),)
    )
    told = [replace(s, trigger=stage.words(page, "offered")) for s in (again, made, plant)]
    (line,) = listed("offers", stage.fused(page), page, statements=tuple(told))
    assert line.text.startswith(
        "OFFERED by Qatar (reported 12 Oct 2025): not followed — “Qatar offered to mediate"
    )
    offer = Offer(
        by=("QAT.GOV",), evidence=made.evidence, family="page", published="2025-10-12", became="taken up"
    )
    truce = replace(
        stage.ceasefire(stage.step(made, "offered", "2025-10-12"), phase=CeasefirePhase.OFFERED),
        offers=(offer,),
    )
    (line,) = listed("offers", stage.fused(page, ceasefires=(truce,)), page, statements=tuple(told))
    assert (
        "OFFER TO MEDIATE by Qatar between Pakistan and Afghanistan (reported 12 Oct 2025): taken up"
        in line.text
    )


def test_a_list_says_how_many_of_its_things_are_kept_apart() -> None:
    page = stage.document(
        "d1", "Pakistan struck Spinwan. There was talk of a raid near Zarkhan.", "2025-10-10"
    )
    sure = stage.statement(page, "Pakistan struck Spinwan", EventType.ASSAULT, actors=(stage.actor("PAK.MIL"),), confidence=1.0)  # fmt: skip
    doubtful = stage.statement(page, "talk of a raid near Zarkhan", EventType.ASSAULT, confidence=0.3)
    fused = stage.fused(page, incidents=(stage.incident(sure), stage.incident(doubtful)))
    told, apart = listed("incidents", fused, page, statements=(sure, doubtful))
    assert "Pakistan struck Spinwan" in told.text
    assert apart.text.startswith("and kept apart, as unsure or as one country's own affair: 1")


def test_a_list_whose_things_are_all_unsure_says_so() -> None:
    page = stage.document("d1", "There was talk of a raid near Zarkhan.", "2025-10-10")
    doubtful = stage.statement(page, "talk of a raid near Zarkhan", EventType.ASSAULT, confidence=0.3)
    fused = stage.fused(page, incidents=(stage.incident(doubtful),))
    section = list_section("incidents", fused, [stage.reading(page, doubtful)], stage.NAMES)
    assert not section.lines
    assert section.empty.startswith("None is told plainly; kept apart, as unsure or")
    later = Filters(since=date(2031, 1, 1))
    hidden = list_section("incidents", fused, [stage.reading(page, doubtful)], stage.NAMES, filters=later)
    assert hidden.empty.startswith("Nothing passes these filters; without them: none is told plainly; kept")


def test_a_proposal_told_on_several_days_is_one_offer() -> None:
    told = [
        ("d1", "Qatar and Egypt proposed a truce of ten days.", "2025-10-12", ("QAT.GOV", "EGY.GOV")),
        ("d2", "The truce that Qatar proposed lies on the table.", "2025-10-14", ("QAT.GOV",)),
        ("d3", "Qatar proposed talks anew.", "2026-02-01", ("QAT.GOV",)),
        ("d4", "Turkey proposed a truce of its own.", "2025-10-14", ("TUR.GOV",)),
    ]
    pages = [stage.document(name, text, day) for name, text, day, _ in told]
    made = tuple(
        replace(
            stage.statement(page, text.rstrip("."), EventType.AGREE, actors=tuple(map(stage.actor, by))),
            trigger=stage.words(page, "proposed"),
        )
        for page, (_, text, _, by) in zip(pages, told, strict=True)
    )
    lines = [one.text for one in listed("offers", stage.fused(*pages), *pages, statements=made)]
    assert [t.split(":")[0] for t in lines] == [
        "OFFERED by Qatar (reported 1 Feb 2026)",
        "OFFERED by Turkey (reported 14 Oct 2025)",
        "OFFERED by Qatar and Egypt (reported 12 Oct 2025, told 2 times)",
    ]
