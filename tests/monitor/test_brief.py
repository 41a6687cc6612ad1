"""What a brief must say, and what it must never say, told on a few sentences."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import stage

from sarhad.codebook import (
    CeasefirePhase,
    CommitmentStatus,
    Course,
    DatePrecision,
    DisputeKind,
    EventType,
    Relation,
)
from sarhad.monitor import make_brief
from sarhad.monitor.ceasefire_lines import ceasefire_line
from sarhad.monitor.desk import set_up
from sarhad.records import (
    Brief,
    Commitment,
    Contradiction,
    DateCandidate,
    DateConflict,
    Dating,
    Deadline,
    Dispute,
    Drift,
    Dropped,
    Family,
    Fused,
    Line,
    Link,
    Position,
    Reading,
    Section,
    Talk,
    Toll,
    Undertaking,
)


def section(brief: Brief, key: str) -> Section:
    return next(s for s in brief.sections if s.key == key)


def told(brief: Brief, key: str) -> str:
    return "\n".join(line.text for line in section(brief, key).lines)


def brief(fused: Fused, *readings: Reading, **more: object) -> Brief:
    return make_brief(fused, readings, more.pop("dropped", ()), names=stage.NAMES, **more)  # type: ignore[arg-type]


def test_sections_come_in_the_order_a_monitoring_mission_reports() -> None:
    keys = [s.key for s in brief(Fused()).sections]
    assert keys == [
        "situation",
        "ceasefires",
        "incidents",
        "background",
        "disputes",
        "talks",
        "commitments",
        "conflicts",
        "unread",
        "unsure",
    ]


def test_an_empty_record_makes_a_brief_that_says_so() -> None:
    made = brief(Fused())
    assert made.arrow == "unclear"
    assert all(s.lines or s.empty for s in made.sections)


# --- incidents


STRIKE = "Shells fell on the village of Zarkhan. Kabul said Pakistani jets had bombed the village of Zarkhan."


def test_an_alleged_strike_is_told_as_a_claim_with_its_claimant() -> None:
    page = stage.document("d1", STRIKE, "2025-10-10")
    alleged = stage.statement(
        page, "Pakistani jets had bombed the village of Zarkhan", EventType.ASSAULT, mode="aerial", stance=stage.ALLEGES,
        actors=(stage.actor("PAK.MIL"),), recipients=(stage.actor("AFG.UNK"),), speaker=stage.actor("AFG.GOV"),
    )  # fmt: skip
    made = brief(
        stage.fused(page, incidents=(stage.incident(alleged, told="claim"),)), stage.reading(page, alleged)
    )
    line = section(made, "incidents").lines[0]
    assert "CLAIM by Afghanistan: air strike by Pakistan’s armed forces on Afghanistan" in line.text
    assert "1 act" not in told(made, "situation").split("told as fact")[0]
    assert line.citations[0].quote.strip() == "Kabul said Pakistani jets had bombed the village of Zarkhan."


def test_a_denied_claim_says_that_it_is_denied() -> None:
    page = stage.document("d1", STRIKE, "2025-10-10")
    alleged = stage.statement(
        page, "Pakistani jets had bombed the village", EventType.ASSAULT, stance=stage.ALLEGES
    )
    made = brief(
        stage.fused(page, incidents=(stage.incident(alleged, told="denied"),)), stage.reading(page, alleged)
    )
    assert "CLAIM of nobody named, DENIED: attack" in told(made, "incidents")


def test_five_copies_are_one_family() -> None:
    pages = [stage.document(f"d{n}", "Gunmen killed four people in Zarkhan.", "2025-10-10") for n in range(5)]
    shots = [
        stage.statement(
            p, "Gunmen killed four people", EventType.ASSAULT, mode="firearms", deaths=Toll(low=4, high=4)
        )
        for p in pages
    ]
    copied = Family(id="y1", documents=tuple(p.id for p in pages), founder="d0", why="same words")
    event = stage.incident(*shots, on=date(2025, 10, 9), deaths=Toll(low=4, high=4))
    made = brief(
        Fused(families=(copied,), incidents=(event,)),
        *(stage.reading(p, s) for p, s in zip(pages, shots, strict=True)),
    )
    assert "4 dead" in told(made, "incidents")
    assert "[5 documents, 1 family]" in told(made, "incidents")
    assert "counted as one witness" in told(made, "conflicts")
    assert made.families == 1


def test_what_parties_alone_tell_is_not_the_heaviest_told_though_another_denies_it() -> None:
    page = stage.document(
        "d1",
        "Kabul said Pakistani forces had shelled Zarkhan and killed six people. Pakistan denied that its forces had done so.",
        "2025-10-10",
    )
    shells = stage.statement(
        page, "Pakistani forces had shelled Zarkhan and killed six people", EventType.ASSAULT, deaths=Toll(low=6, high=6), confidence=0.9,
        actors=(stage.actor("PAK.MIL"),), speaker=stage.actor("AFG.GOV", "Kabul"), place=stage.town("Zarkhan", "AFG"),
    )  # fmt: skip
    denial = stage.statement(
        page,
        "Pakistan denied that its forces had done so",
        EventType.REJECT,
        actors=(stage.actor("PAK.GOV"),),
        confidence=0.9,
    )
    event = stage.incident(shells, denial, on=date(2025, 10, 9), deaths=Toll(low=6, high=6))
    made = brief(stage.fused(page, incidents=(event,)), stage.reading(page, shells, denial))
    assert "1 of them on a party’s word alone" in told(made, "situation")
    assert "heaviest" not in told(made, "situation")


def test_a_line_says_that_a_person_accepted_it_and_when_it_was_reported() -> None:
    page = stage.document("d1", "Six people were killed in the shelling, villagers said.", "2025-10-10")
    accepted = stage.statement(
        page, "Six people were killed in the shelling", EventType.ASSAULT, place=stage.town("Zarkhan", "AFG")
    )
    event = stage.incident(accepted)
    made = brief(
        stage.fused(page, incidents=(event,)),
        stage.reading(page, accepted),
        trusted=frozenset({accepted.anchor}),
    )
    (line,) = section(made, "incidents").lines
    assert line.text.startswith("Reported 10 Oct 2025, its sentence tells no day, Zarkhan, Afghanistan — ")
    assert f"accepted or corrected by a person (sarhad show {event.id})" in line.details


def test_an_unsure_reading_stands_apart_and_nowhere_else() -> None:
    page = stage.document("d1", "There was talk of an attack near Zarkhan.", "2025-10-10")
    doubtful = stage.statement(page, "talk of an attack near Zarkhan", EventType.ASSAULT, confidence=0.3)
    made = brief(
        stage.fused(page, incidents=(stage.incident(doubtful, on=date(2025, 10, 9)),)),
        stage.reading(page, doubtful),
    )
    assert not section(made, "incidents").lines
    assert "no act of violence told as fact" in told(made, "situation")
    assert "talk of an attack near Zarkhan" in section(made, "unsure").lines[0].details[0]


def test_tolls_that_disagree_stand_side_by_side() -> None:
    page = stage.document("d1", "Five died, the army said. Nine died, villagers said.", "2025-10-10")
    five = stage.statement(page, "Five died", EventType.ASSAULT)
    nine = stage.statement(page, "Nine died", EventType.ASSAULT)
    split = Contradiction(
        field="deaths", values=(("5", five.evidence), ("9", nine.evidence)), why="two counts"
    )
    event = stage.incident(five, nine, on=date(2025, 10, 9))
    from dataclasses import replace

    made = brief(
        stage.fused(page, incidents=(replace(event, contradictions=(split,)),)),
        stage.reading(page, five, nine),
    )
    assert "deaths: 5 [d1] against 9 [d1]" in told(made, "conflicts")


@pytest.mark.parametrize(("other", "told_apart"), [("d1", False), ("d2", True)])
def test_two_days_in_one_page_are_no_disagreement(other: str, told_apart: bool) -> None:
    pages = {
        n: stage.document(n, "Shells hit Zarkhan on Monday. The shelling of Zarkhan came on Tuesday.", "2025-10-10")
        for n in ("d1", "d2")
    }  # fmt: skip
    first = stage.statement(
        pages["d1"], "Shells hit Zarkhan on Monday", EventType.ASSAULT, deaths=Toll(low=2, high=2)
    )
    second = stage.statement(pages[other], "The shelling of Zarkhan came on Tuesday", EventType.ASSAULT)
    days = Contradiction(
        field="date", values=(("2025-10-06", first.evidence), ("2025-10-07", second.evidence)), why="days that do not meet"
    )  # fmt: skip
    event = replace(stage.incident(first, second, on=date(2025, 10, 6)), contradictions=(days,))
    families = tuple(Family(id=n, documents=(n,), founder=n, why="") for n in pages)
    made = brief(
        Fused(families=families, incidents=(event,)),
        stage.reading(pages["d1"], first, *([second] if other == "d1" else [])),
        stage.reading(pages["d2"], *([second] if other == "d2" else [])),
    )
    assert ("REPORTS DISAGREE" in told(made, "conflicts")) == told_apart


# --- the arrow


def _strikes(page_days: list[date]) -> tuple[Fused, list[Reading]]:
    readings, incidents, pages = [], [], []
    for n, day in enumerate(page_days):
        page = stage.document(f"d{n}", f"Shelling number {n} hit a post.")
        shot = stage.statement(page, f"Shelling number {n} hit a post", EventType.ASSAULT)
        pages.append(page)
        readings.append(stage.reading(page, shot))
        incidents.append(stage.incident(shot, on=day))
    return stage.fused(*pages, incidents=tuple(incidents)), readings


def test_a_day_told_at_the_end_of_the_sentence_dates_each_act_joined_in_it() -> None:
    text = "Nine villagers were killed and forty wounded in Torkham on Wednesday morning."
    page = stage.document("d1", text, "2025-10-11")
    killed = stage.statement(page, "Nine villagers were killed and forty", EventType.ASSAULT, actors=(stage.actor("PAK.MIL"),), recipients=(stage.actor("AFG.CVL"),))  # fmt: skip
    event = replace(stage.incident(killed, on=date(2025, 10, 8)), date_basis="told: “Wednesday morning”")
    lines = told(brief(stage.fused(page, incidents=(event,)), stage.reading(page, killed)), "incidents")
    assert lines.startswith("8 Oct 2025")


def test_too_few_acts_give_no_direction() -> None:
    fused, readings = _strikes([date(2025, 10, 1), date(2025, 10, 30)])
    assert brief(fused, *readings).arrow == "unclear"


def test_more_violence_at_the_end_is_worse_and_less_is_better() -> None:
    first = date(2025, 1, 1)
    rising, rising_pages = _strikes([first + timedelta(days=d) for d in (0, 40, 82, 83, 85, 86, 88, 90)])
    falling, falling_pages = _strikes([first + timedelta(days=d) for d in (0, 2, 3, 5, 6, 8, 9, 90)])
    assert brief(rising, *rising_pages).arrow == "worse"
    assert brief(falling, *falling_pages).arrow == "better"


# --- ceasefires


TRUCE = "The two sides agreed a truce in Doha. Talks in Istanbul ended without a result. Kabul said the truce was broken by Pakistani fire."


def test_a_ceasefire_tells_its_state_its_history_and_alleged_violations_apart() -> None:
    page = stage.document("d1", TRUCE, "2025-11-08")
    agreed = stage.statement(page, "agreed a truce in Doha", EventType.CONCEDE)
    failed = stage.statement(page, "Talks in Istanbul ended without a result", EventType.REJECT)
    broken = stage.statement(
        page, "the truce was broken by Pakistani fire", EventType.ASSAULT, stance=stage.ALLEGES
    )
    history = (
        stage.step(agreed, "agreed", "2025-10"),
        stage.step(broken, "violated", "2025-10", speaker="AFG.GOV"),
        stage.step(failed, "talks_failed", "2025-11", speaker="PAK.GOV"),
    )
    truce = stage.ceasefire(*history, phase=CeasefirePhase.TALKS_FAILED)
    made = brief(stage.fused(page, ceasefires=(truce,)), stage.reading(page, agreed, broken, failed))
    line = section(made, "ceasefires").lines[0]
    assert line.text.startswith("Pakistan and Afghanistan: talks failed (reported Nov 2025, says Pakistan)")
    assert "agreed (reported Oct 2025) → violation alleged" in line.text
    assert "Mediated by Turkey and Qatar" in line.text
    assert "Violations told: 0, alleged: 1" in line.text


# --- commitments


PIPE = "Both sides promised to finish the gas line. The gas line is on hold because of fear of sanctions."


def test_a_stalled_commitment_names_what_blocks_it_and_since_when_it_is_silent() -> None:
    page, later = stage.document("d1", PIPE, "2024-04-24"), stage.document("d2", "Nothing new.", "2025-06-01")
    promise = stage.statement(page, "Both sides promised to finish the gas line", EventType.AGREE)
    stalled = stage.statement(page, "The gas line is on hold", EventType.COOPERATE)
    history = (stage.step(promise, "pledged", "2024-04-24"), stage.step(stalled, "stalled", "2024-04-24"))
    made = brief(
        stage.fused(page, later, commitments=(
            stage.commitment("the gas line", *history, status=CommitmentStatus.STALLED, blocker="fear of sanctions"),
        )),
        stage.reading(page, promise, stalled), stage.reading(later),
    )  # fmt: skip
    text = told(made, "commitments")
    assert text.startswith("STALLED — Pakistan and Iran: the gas line. Blocked by fear of sanctions")
    assert "SILENT: the record holds no report of it since 24 Apr 2024" in text


def test_a_fresh_commitment_is_not_called_silent() -> None:
    page = stage.document("d1", PIPE, "2024-04-24")
    promise = stage.statement(page, "Both sides promised to finish the gas line", EventType.AGREE)
    pledge = stage.commitment(
        "the gas line", stage.step(promise, "pledged", "2024-04-24"), status=CommitmentStatus.PLEDGED
    )
    assert "SILENT" not in told(
        brief(stage.fused(page, commitments=(pledge,)), stage.reading(page, promise)), "commitments"
    )


def test_what_a_person_says_was_kept_did_not_lapse() -> None:
    page = stage.document("d1", "Both sides promised to finish the gas line by 1 May 2024.", "2024-04-24")
    promise = stage.statement(page, "Both sides promised to finish the gas line", EventType.AGREE)
    due = Deadline(mention="by 1 May 2024", end=date(2024, 5, 1), evidence=promise.sentence)
    pledged = replace(
        stage.commitment(
            "the gas line", stage.step(promise, "pledged", "2024-04-24"), status=CommitmentStatus.PLEDGED
        ),
        deadline=due,
        course=Course.LAPSED,
    )
    kept = replace(pledged, status=CommitmentStatus.KEPT)
    for c, lapsed in ((pledged, True), (kept, False)):
        made = brief(stage.fused(page, commitments=(c,)), stage.reading(page, promise), trusted={c.id})
        [line] = section(made, "commitments").lines
        assert any(d.startswith("due “by 1 May 2024”") for d in line.details)
        assert any("nothing was told of it since" in d for d in line.details) is lapsed


# --- words against words


def test_a_dispute_says_who_claims_what_and_how_the_other_answers() -> None:
    page = stage.document(
        "d1", "Kabul spoke of air strikes. Islamabad would neither confirm nor deny them.", "2025-10"
    )
    claim, answer = (
        stage.words(page, "Kabul spoke of air strikes"),
        stage.words(page, "Islamabad would neither confirm nor deny them"),
    )
    made = brief(stage.fused(page, disputes=(Dispute(
        id="q1", proposition="Pakistan struck from the air", asserted_by=("AFG.GOV",), contested_by=("PAK.GOV",), how=DisputeKind.NEITHER,
        positions=(
            Position(speaker="AFG.GOV", stance=stage.ALLEGES, evidence=claim, published="2025-10", family="d1"),
            Position(speaker="PAK.GOV", stance=stage.Stance.NEITHER, evidence=answer, published="2025-10", family="d1"),
        )),)), stage.reading(page))  # fmt: skip
    assert (
        "Afghanistan says: “Kabul spoke of air strikes” — neither confirmed nor denied by Pakistan"
        in told(made, "disputes")
    )


def test_accusations_without_an_answer_are_told_too_but_a_possible_one_is_not() -> None:
    page = stage.document("d1", "Tehran blamed the group for the raid. Kabul may accuse Tehran.", "2025-10")
    blame = stage.statement(
        page, "Tehran blamed the group for the raid", EventType.ACCUSE, mode="allege",
        actors=(stage.actor("IRN.GOV"),), recipients=(stage.actor("PAK.REB/ttp"),),
    )  # fmt: skip
    perhaps = stage.statement(
        page,
        "Kabul may accuse Tehran",
        EventType.ACCUSE,
        aux=stage.HYPOTHETICAL,
        actors=(stage.actor("AFG.GOV"),),
    )
    text = told(brief(stage.fused(page), stage.reading(page, blame, perhaps)), "disputes")
    assert "ACCUSED (reported Oct 2025): Iran accuses TTP — “Tehran blamed the group for the raid”" in text
    assert "Kabul may accuse" not in text


# --- talks


def test_talks_name_people_place_and_what_was_offered_and_mark_plans() -> None:
    page = stage.document(
        "d1",
        "Minister Wahid met Minister Karimi in Tehran. Karimi offered to mediate. They are to meet in Kabul.",
        "2025-10-26",
    )
    wahid, karimi = stage.actor("PAK.GOV", "Omar Wahid"), stage.actor("IRN.GOV", "Reza Karimi")
    met = stage.statement(
        page,
        "Minister Wahid met Minister Karimi in Tehran",
        EventType.CONSULT,
        mode="visit",
        trigger=stage.words(page, "met"),
        place=stage.town("Tehran", "IRN"),
        actors=(wahid,),
        recipients=(karimi,),
    )
    offer = stage.statement(
        page, "Karimi offered to mediate", EventType.AGREE, actors=(karimi,), trigger=stage.words(page, "offered"),
        commitment=Undertaking(object="to mediate", status=CommitmentStatus.OFFERED),
    )  # fmt: skip
    plan = stage.statement(
        page,
        "They are to meet in Kabul",
        EventType.CONSULT,
        trigger=stage.words(page, "meet in"),
        place=stage.town("Kabul", "AFG"),
        actors=(wahid, karimi),
        aux=stage.FUTURE,
    )
    shared = {
        "participants": (wahid, karimi),
        "mediators": (),
        "start": None,
        "end": None,
        "precision": DatePrecision.UNKNOWN,
        "witnesses": 1,
    }
    talks = (
        Talk(
            id="t1",
            kind="visit",
            reports=(stage.report(met, "2025-10-26"),),
            venue=stage.town("Tehran", "IRN"),
            host="IRN.GOV",
            **shared,
        ),
        Talk(
            id="t2",
            kind="meeting",
            reports=(stage.report(plan, "2025-10-26"),),
            venue=stage.town("Kabul", "AFG"),
            planned=True,
            **shared,
        ),
    )
    text = told(brief(stage.fused(page, talks=talks), stage.reading(page, met, offer, plan)), "talks")
    assert "Omar Wahid (Pakistan) and Reza Karimi (Iran) met in Tehran, Iran" in text
    assert "OFFERED by Reza Karimi (Iran) (reported 26 Oct 2025): “Karimi offered to mediate”" in text
    assert (
        "PLANNED: Reported 26 Oct 2025 — Omar Wahid (Pakistan) and Reza Karimi (Iran) are to meet in Kabul, Afghanistan"
        in text
    )


# --- dates, copies, what could not be read


def test_a_wrong_header_date_is_told_with_the_reason_and_what_stands_instead() -> None:
    text = "DECEMBER 9, 2022\nThe president visited in April 2024."
    header = DateCandidate(
        origin="header",
        start=date(2022, 12, 9),
        end=date(2022, 12, 9),
        precision=DatePrecision.DAY,
        text="DECEMBER 9, 2022",
    )
    dating = Dating(
        start=date(2024, 4, 1), end=date(2024, 4, 30), precision=DatePrecision.MONTH, why="the visit it tells",
        candidates=(header,), conflicts=(DateConflict(text="DECEMBER 9, 2022", why="header: before the events told", span=stage.Span(start=0, end=16)),),
    )  # fmt: skip
    page = stage.document("004", text, published_as=dating)
    made = told(brief(stage.fused(page), stage.reading(page)), "conflicts")
    assert (
        made
        == "WRONG DATE on 004: “DECEMBER 9, 2022” (header: before the events told) — by its text Apr 2024 (the visit it tells)"
    )


def test_two_rewrites_are_named_as_one_story() -> None:
    pages = stage.document("a", "One telling.", "2024-04"), stage.document("b", "Another telling.", "2024-04")
    kin = Family(id="y", documents=("a", "b"), founder="a")
    link = Link(a="a", b="b", relation=Relation.REWRITE, why="point for point in the same order", score=0.8)
    made = brief(Fused(families=(kin,), links=(link,)), *map(stage.reading, pages))
    assert (
        "ONE STORY: a and b are one story (one is rewritten from the other), counted as one witness"
        in told(made, "conflicts")
    )


def test_a_dropped_attribution_says_who_had_said_it() -> None:
    page = stage.document(
        "a",
        "Tehran blamed the group for raids on border posts. The group led raids on border posts.",
        "2024-04",
    )
    drift = Drift(
        attributed=stage.words(page, "Tehran blamed the group for raids on border posts"), flat=stage.words(page, "The group led raids on border posts"),
        speaker="IRN.GOV", same_family=True,
    )  # fmt: skip
    made = told(brief(stage.fused(page, drift=(drift,)), stage.reading(page)), "conflicts")
    assert "gives it to Iran" in made
    assert "adds no evidence" in made


def test_pages_that_could_not_be_read_are_listed_with_their_reason() -> None:
    page = stage.document("ur1", "…", language="ur")
    lost = Dropped(document_id="", stage="intake", reason="the file is empty", source="empty.txt")
    made = told(
        brief(
            stage.fused(page),
            stage.reading(page, unread="language ur: only English is read so far"),
            dropped=(lost,),
        ),
        "unread",
    )
    assert "language ur: only English is read so far: 1 document (ur1)" in made
    assert "empty.txt — the file is empty" in made


# --- the period, and many lines


def test_a_period_leaves_out_what_happened_before_it() -> None:
    fused, readings = _strikes([date(2025, 1, 1), date(2025, 10, 9)])
    text = told(brief(fused, *readings, since=date(2025, 10, 1)), "incidents")
    assert "9 Oct 2025" in text
    assert "1 Jan 2025" not in text


def test_many_lines_are_capped_and_say_where_the_rest_is() -> None:
    fused, readings = _strikes([date(2025, 1, 1) + timedelta(days=n) for n in range(60)])
    lines = section(brief(fused, *readings), "incidents").lines
    assert lines[-1] == Line(text="and 40 more (sarhad incidents)")


def test_few_lines_are_never_cut() -> None:
    pages = [stage.document(f"d{n}", f"They promised thing {n}.", "2025-10") for n in range(15)]
    promises = [stage.statement(p, f"They promised thing {n}", EventType.AGREE) for n, p in enumerate(pages)]
    kept: tuple[Commitment, ...] = tuple(
        stage.commitment(f"thing {n}", stage.step(s, "pledged", "2025-10"), status=CommitmentStatus.PLEDGED)
        for n, s in enumerate(promises)
    )
    made = brief(
        stage.fused(*pages, commitments=kept),
        *(stage.reading(p, s) for p, s in zip(pages, promises, strict=True)),
    )
    assert len(section(made, "commitments").lines) == 15


def test_every_line_of_the_told_sections_cites_a_sentence_that_is_in_its_document() -> None:
    fused, readings = _strikes([date(2025, 1, 1) + timedelta(days=n) for n in range(5)])
    texts = {r.document.id: r.document.text for r in readings}
    for line in section(brief(fused, *readings), "incidents").lines:
        assert line.citations
        for c in line.citations:
            assert texts[c.document_id][c.start : c.end] == c.quote


def test_the_yes_of_one_side_is_no_agreement_of_both() -> None:
    told = "Kabul agreed to a ceasefire."
    page = stage.document("d1", told, "2025-10-16")
    yes = replace(
        stage.statement(page, told.rstrip("."), EventType.AGREE, actors=(stage.actor("AFG.GOV"),)),
        trigger=stage.words(page, "agreed"),
    )
    truce = stage.ceasefire(stage.step(yes, "agreed", "2025-10-16"), phase=CeasefirePhase.AGREED)
    desk = set_up(
        stage.fused(page, ceasefires=(truce,)), [stage.reading(page, yes)], stage.NAMES, date(2025, 10, 17)
    )
    assert ": agreed by Afghanistan alone (" in ceasefire_line(truce, desk).text
