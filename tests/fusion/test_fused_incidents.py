"""What the record may say of a happening, told as short press stories."""

from dataclasses import replace
from datetime import date
from itertools import permutations

from newsstand import page, told

from sarhad.codebook import Auxiliary, Scope, Stance
from sarhad.fusion import fuse
from sarhad.records import Incident, Reading, Toll

DAY = date(2025, 10, 14)
PLACE = ("Spinwan", "PAK")
BLAST = "A bomb went off beside a police post in Spinwan on Tuesday and killed four officers, the district office said."
MORE = (
    "Residents heard the blast from the bazaar, where traders pulled down their shutters and ran for the river road. "
    "Rescue workers carried the wounded to the town hospital in private cars because the only ambulance was away. "
    "The post guards the turning to the salt mines and had been hit once before, in the spring of last year."
)


def only(readings: list[Reading]) -> Incident:
    found = fuse(readings).incidents
    assert len(found) == 1, [i.reports[0].statement.evidence.quote for i in found]
    return found[0]


def blast(
    name: str, published: str = "2025-10-15", outlet: str | None = None, dead: int = 4, text: str = BLAST
) -> Reading:
    told_dead = told(
        text, "ASSAULT", "PAK.UAF", "PAK.COP", place=PLACE, day=DAY, dead=(dead, dead), mode="explosives"
    )
    return page(name, published, outlet, told_dead)


def long(name: str, outlet: str) -> Reading:
    """The blast told at the length of an agency story."""
    first = told(BLAST, "ASSAULT", "PAK.UAF", "PAK.COP", place=PLACE, day=DAY, dead=(4, 4))
    rest = told(MORE, "ASSAULT", "PAK.UAF", "PAK.COP", aux=Auxiliary.HYPOTHETICAL)
    return page(name, "2025-10-15", outlet, first, rest)


def test_an_act_of_the_month_of_may_is_no_doubtful_one() -> None:
    sentences = ("A bomb killed four officers in Spinwan on {}.", "Four officers may have been killed on {}.")
    days = {m: [blast(m, text=s.format(f"14 {m}")) for s in sentences] for m in ("May", "October")}
    assert [[len(fuse([r]).incidents) for r in made] for made in days.values()] == [[1, 0], [1, 0]]


def test_five_reposts_are_one_witness() -> None:
    incident = only([long(f"copy{n}", f"Outlet {n}") for n in range(5)])
    assert incident.witnesses == 1
    assert len(incident.reports) == 5
    assert incident.told == "fact"


def test_two_outlets_in_their_own_words_are_two_witnesses() -> None:
    other = "Four policemen died in Spinwan on Tuesday when explosives hidden in a cart blew up at their checkpoint."
    incident = only([long("a", "River Post"), blast("b", outlet="Salt Road Weekly", text=other)])
    assert incident.witnesses == 2
    assert incident.deaths == Toll(low=4, high=4)


def test_one_outlet_telling_twice_does_not_confirm_itself() -> None:
    other = "Four policemen died in Spinwan on Tuesday when explosives hidden in a cart blew up at their checkpoint."
    assert only([long("a", "River Post"), blast("b", outlet="River Post", text=other)]).witnesses == 1


def test_an_accusation_alone_is_a_claim() -> None:
    accusation = told(
        "Kabul said Pakistani jets had struck a compound in Spinwan on Tuesday.",
        "ASSAULT", "PAK.MIL", "AFG.UNK",
        speaker="AFG.GOV", stance=Stance.ALLEGES, place=PLACE, day=DAY,
    )  # fmt: skip
    assert only([page("a", "2025-10-15", "River Post", accusation)]).told == "claim"


def test_a_denial_stands_beside_the_accusation_and_adds_no_dead() -> None:
    accusation = told(
        "Kabul said Pakistani jets had killed nine people in Spinwan on Tuesday.",
        "ASSAULT", "PAK.MIL", "AFG.UNK",
        speaker="AFG.GOV", stance=Stance.ALLEGES, place=PLACE, day=DAY, dead=(9, 9),
    )  # fmt: skip
    denial = told(
        "Islamabad rejected the account and spoke of twelve dead rebels.",
        "REJECT",
        "PAK.GOV",
        answers=0,
        dead=(12, 12),
    )
    incident = only([page("a", "2025-10-15", "River Post", accusation, denial)])
    assert incident.told == "denied"
    assert incident.deaths == Toll(low=9, high=9)
    assert [c.field for c in incident.contradictions] == ["actor"]
    assert len(incident.contradictions[0].values) == 2


def test_silence_is_no_denial() -> None:
    accusation = told(
        "Kabul said Pakistani jets had struck Spinwan on Tuesday.", "ASSAULT", "PAK.MIL", "AFG.UNK",
        speaker="AFG.GOV", stance=Stance.ALLEGES, place=PLACE, day=DAY,
    )  # fmt: skip
    silence = told(
        "Islamabad neither confirmed nor denied it.", "ASSAULT", "PAK.MIL", "AFG.UNK",
        speaker="PAK.GOV", stance=Stance.NEITHER, answers=0, place=PLACE, day=DAY,
    )  # fmt: skip
    incident = only([page("a", "2025-10-15", "River Post", accusation, silence)])
    assert incident.told == "claim"
    assert len(incident.reports) == 2


def rewritten_pair() -> list[Reading]:
    """A wire story with attributions, and a page that tells it again without them."""
    wire = (
        (
            "Afghan officials said Pakistani jets bombed two villages in Spinwan district on Tuesday night.",
            Stance.ALLEGES,
        ),
        (
            "The provincial governor told reporters that a school and a mill had burned down in the attack.",
            Stance.ALLEGES,
        ),
        (
            "Traders closed the Spinwan bazaar for three days and lorries queued at the customs gate.",
            Stance.ASSERTS,
        ),
        (
            "The two neighbours had signed a border accord in Samarkand in the spring of the same year.",
            Stance.ASSERTS,
        ),
        (
            "Uzbek and Qatari envoys were expected to carry fresh proposals between the capitals next week.",
            Stance.ASSERTS,
        ),
    )
    plain = (
        ("Pakistani jets bombed two villages of Spinwan district late on Tuesday night.", Stance.ASSERTS),
        (
            "A school and a mill burned down in the attack, and the provincial governor visited both.",
            Stance.ASSERTS,
        ),
        (
            "The Spinwan bazaar was closed by traders for three days while lorries queued at the customs gate.",
            Stance.ASSERTS,
        ),
        (
            "In the spring of the year the two neighbours had signed a border accord in Samarkand.",
            Stance.ASSERTS,
        ),
        (
            "Next week envoys from Qatar and Uzbekistan carry fresh proposals between both capitals.",
            Stance.ASSERTS,
        ),
    )
    return [
        page(
            name, "2025-10-15", outlet,
            *(
                told(
                    text, "ASSAULT", "PAK.MIL", "AFG.UNK", stance=stance, place=PLACE, day=DAY,
                    speaker="AFG.GOV" if stance is Stance.ALLEGES else None,
                    aux=None if n == 0 else Auxiliary.HYPOTHETICAL,
                )
                for n, (text, stance) in enumerate(lines)
            ),
        )
        for name, outlet, lines in (("wire", "River Post", wire), ("again", "Border Mirror", plain))
    ]  # fmt: skip


def test_a_rewrite_that_drops_the_attribution_confirms_nothing() -> None:
    fused = fuse(rewritten_pair())
    assert [f.documents for f in fused.families] == [("again", "wire")]
    (incident,) = fused.incidents
    assert incident.told == "claim"
    assert incident.witnesses == 1
    assert [d.same_family for d in fused.drift] == [True]
    assert fused.drift[0].attributed.document_id == "wire"


def test_a_flat_rewrite_makes_no_fact_where_the_attributed_telling_stands_in_another_thread() -> None:
    wire, again = rewritten_pair()
    first, *rest = wire.statements
    series = replace(wire, statements=(replace(first, scope=Scope.SERIES), *rest))
    fused = fuse([series, again])
    assert [i.told for i in fused.incidents] == ["claim"]


def test_a_toll_revised_upward_is_no_contradiction() -> None:
    later = "The toll of the bombing at the Spinwan police post rose to seven on Thursday as wounded officers died."
    incident = only([blast("a", outlet="River Post"), blast("b", "2025-10-16", "Salt Road Weekly", 7, later)])
    assert incident.deaths == Toll(low=4, high=7)
    assert incident.contradictions == ()


def test_two_outlets_that_disagree_on_one_day_contradict_each_other() -> None:
    other = "Six officers were killed in Spinwan on Tuesday when a bomb exploded beside their police post."
    incident = only(
        [blast("a", outlet="River Post"), blast("b", outlet="Salt Road Weekly", dead=6, text=other)]
    )
    assert [c.field for c in incident.contradictions] == ["deaths"]
    assert {v for v, _ in incident.contradictions[0].values} == {"4", "6"}
    assert incident.deaths == Toll(low=4, high=6)


def test_plans_threats_series_and_denials_alone_make_no_incident() -> None:
    lines = (
        told("Rebels may attack Spinwan.", "ASSAULT", "PAK.REB/ttp", aux=Auxiliary.HYPOTHETICAL),
        told("The army will shell the hills.", "ASSAULT", "PAK.MIL", aux=Auxiliary.FUTURE),
        told("No shot was fired.", "ASSAULT", "PAK.MIL", aux=Auxiliary.NEGATION),
        told(
            "The group denied having bombed the mill.",
            "ASSAULT",
            "PAK.REB/ttp",
            stance=Stance.DENIES,
            speaker="PAK.REB/ttp",
        ),
    )
    assert fuse([page("a", "2025-10-15", "River Post", *lines)]).incidents == ()


def test_an_attack_elsewhere_or_weeks_later_is_another_one() -> None:
    elsewhere = told(
        BLAST.replace("Spinwan", "Tank"), "ASSAULT", "PAK.UAF", "PAK.COP", place=("Tank", "PAK"), day=DAY
    )
    later = told(BLAST, "ASSAULT", "PAK.UAF", "PAK.COP", place=PLACE, day=date(2025, 11, 20))
    pages = [blast("a", outlet="River Post"), page("b", "2025-10-15", "Salt Road Weekly", elsewhere)]
    assert len(fuse(pages).incidents) == 2
    assert (
        len(
            fuse(
                [blast("a", outlet="River Post"), page("c", "2025-11-21", "Salt Road Weekly", later)]
            ).incidents
        )
        == 2
    )


def test_an_unknown_place_stays_unknown() -> None:
    nowhere = told("Gunmen killed two drivers.", "ASSAULT", "PAK.UAF", "PAK.CVL", dead=(2, 2))
    assert only([page("a", "2025-10-15", "River Post", nowhere)]).place is None


def test_a_day_that_nobody_told_is_marked_as_unknown() -> None:
    incident = only(
        [
            page(
                "a",
                "2025-10-15",
                "River Post",
                told("Gunmen killed two drivers.", "ASSAULT", "PAK.UAF", "PAK.CVL", dead=(2, 2)),
            )
        ]
    )
    assert incident.precision == "unknown"
    assert "no day told" in incident.date_basis


def test_the_order_of_arrival_changes_nothing() -> None:
    pages = [*rewritten_pair(), blast("a", outlet="River Post")]
    expected = fuse(pages)
    assert all(fuse(list(order)) == expected for order in permutations(pages))
    assert fuse([*pages, pages[0]]) == expected


SHOT = date(2025, 10, 20)


def killing(name: str, outlet: str, sentence: str, published: str = "2025-10-21", **more: object) -> Reading:
    return page(
        name, published, outlet, told(sentence, "ASSAULT", "", "PAK.REB/bla", mode="targeted", **more)
    )


def named(reading: Reading, name: str) -> Reading:
    """The same page, its victim told by name."""
    statement = reading.statements[0]
    victims = tuple(replace(a, name=name, mention=name) for a in statement.recipients)
    return replace(reading, statements=(replace(statement, recipients=victims),))


def test_one_person_is_killed_once_however_few_reports_name_him() -> None:
    plain = [
        killing(f"p{n}", f"Outlet {n}", s, place=("Kech", "PAK"), day=SHOT, dead=(1, 1))
        for n, s in enumerate(
            (
                "A rebel commander was killed in Kech on Monday.",
                "Gunmen killed a commander of the rebels in Kech on Monday.",
                "On Monday a commander died in Kech when a car blew up.",
            )
        )
    ]
    first = named(killing("q", "River Post", "Zahir Baloch was killed in Kech on Monday.", place=("Kech", "PAK"), day=SHOT), "Zahir Baloch")  # fmt: skip
    late = named(killing("r", "Salt Weekly", "The killing of Zahir Baloch in Kech has no suspects yet.", "2025-11-28", place=("Kech", "PAK")), "Zahir Baloch")  # fmt: skip
    again = only([*plain, first, late])
    assert {r.statement.document_id for r in again.reports} == {"q", "r", "p0", "p1", "p2"}


def test_two_people_named_are_two_deaths() -> None:
    one = named(
        killing("q", "River Post", "Zahir Baloch was killed in Kech.", day=SHOT, place=("Kech", "PAK")),
        "Zahir Baloch",
    )
    two = named(
        killing("r", "Salt Weekly", "Karim Mengal was killed in Kech.", day=SHOT, place=("Kech", "PAK")),
        "Karim Mengal",
    )
    assert len(fuse([one, two]).incidents) == 2


def test_strikes_of_one_day_with_one_toll_in_one_town_are_one_incident() -> None:
    words = "Air strikes on Spinwan killed at least eight people on Tuesday."
    strikes = told(
        words, "ASSAULT", "AFG.MIL", "PAK.CVL", place=PLACE, day=DAY, dead=(8, None), scope=Scope.SERIES
    )
    fused = fuse([page("a", "2025-10-15", "River Post", strikes)])
    assert [i.deaths for i in fused.incidents] == [Toll(low=8, high=None)]
    assert fused.assessments == ()


def test_strikes_without_a_day_or_a_toll_stay_a_series() -> None:
    undated = told("Air strikes on Spinwan killed eight people.", "ASSAULT", "AFG.MIL", "PAK.CVL", place=PLACE, dead=(8, 8), scope=Scope.SERIES)  # fmt: skip
    untold = told("Air strikes hit Spinwan on Tuesday.", "ASSAULT", "AFG.MIL", "PAK.CVL", place=PLACE, day=DAY, scope=Scope.SERIES)  # fmt: skip
    assert not fuse([page("a", "2025-10-15", "River Post", undated, untold)]).incidents


def test_what_an_unsure_report_tells_otherwise_is_a_contradiction_marked_unsure() -> None:
    sure = blast("a", outlet="River Post", dead=18)
    day = date(2025, 10, 13)
    other = told(
        "Eighteen officers died when a bomb went off beside the post in Spinwan on Monday.",
        "ASSAULT", "PAK.UAF", "PAK.COP", place=PLACE, day=day, dead=(18, 18), mode="explosives", sure=0.62,
    )  # fmt: skip
    incident = only([sure, page("b", "2025-10-15", "Salt Weekly", other)])
    assert [(c.field, c.unsure) for c in incident.contradictions] == [("date", True)]
    assert incident.start == DAY
