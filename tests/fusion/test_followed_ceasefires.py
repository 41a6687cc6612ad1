"""What keeps a ceasefire, who offered to mediate, what broke it and how it ended: told as short press stories."""

from datetime import date

from newsstand import Told, page, told

from sarhad.codebook import Arrangement, Auxiliary, CeasefirePhase, Ending, Stance
from sarhad.fusion import fuse
from sarhad.monitor.standing_words import violence_words
from sarhad.records import Ceasefire, Reading

BOTH = ("PAK.GOV", "AFG.GOV")
SIDES = "PAK.GOV AFG.GOV"


def truce(
    sentence: str, kind: str, phase: str, actors: str = SIDES, struck: str = "", **more: object
) -> Told:
    return told(sentence, kind, actors, struck, ceasefire=(BOTH, phase), **more)


def only(*readings: Reading) -> Ceasefire:
    [found] = fuse(readings).ceasefires
    return found


AGREED = truce(
    "Kabul and Islamabad agreed on a ceasefire in Doha.", "AGREE", "agreed", day=date(2025, 10, 19)
)
PROPOSED = truce("Mediators put forward a truce proposal to Kabul and Islamabad.", "AGREE", "offered")


# --- refused, called for, over soon


def test_an_offer_refused_in_the_next_sentence_is_talks_failed() -> None:
    refused = told("By Thursday Islamabad had rejected it.", "REJECT", "PAK.GOV")
    found = only(page("a", "2025-10-17", "River Post", PROPOSED, refused))
    assert [s.label for s in found.history] == ["offered", "talks_failed"]
    assert found.phase is CeasefirePhase.TALKS_FAILED


def test_a_charge_denied_beside_an_offer_refuses_nothing() -> None:
    denied = told("Kabul rejected the accusation that it shelters fighters.", "REJECT", "AFG.GOV")
    found = only(page("a", "2025-10-17", "River Post", PROPOSED, denied))
    assert [s.label for s in found.history] == ["offered"]


def test_politicians_refuse_nothing_for_their_government() -> None:
    refused = told("By Thursday it had been rejected by opposition politicians.", "REJECT", "PAK.OPP")
    found = only(page("a", "2025-10-17", "River Post", PROPOSED, refused))
    assert [(s.label, s.unsure) for s in found.history] == [("offered", False), ("talks_failed", True)]
    assert found.phase is CeasefirePhase.OFFERED


def test_a_call_on_both_sides_for_a_ceasefire_begins_a_thread() -> None:
    call = told(
        "The envoy called on Kabul and Islamabad to return to the ceasefire.", "REQUEST", "IGO.IGO/un", SIDES
    )
    found = only(page("a", "2025-10-17", "River Post", call))
    assert (found.phase, set(found.parties)) == (CeasefirePhase.CALLED_FOR, set(BOTH))


def test_a_short_lived_ceasefire_was_agreed_and_is_over() -> None:
    soon = truce("Talks of Kabul and Islamabad in Doha produced a short-lived ceasefire.", "AGREE", "agreed")
    found = only(page("a", "2025-10-30", "River Post", soon))
    assert [s.label for s in found.history] == ["agreed", "ended"]
    assert found.phase is CeasefirePhase.ENDED
    assert found.ending is Ending.ENDED


# --- means to keep it


def test_a_hotline_agreed_and_monitors_only_proposed_stand_apart() -> None:
    hotline = told("The two armies set up a hotline between their commands.", "COOPERATE", SIDES)
    monitors = told("Doha proposed observers along the line.", "REQUEST", "QAT.GOV", SIDES)
    found = only(page("a", "2025-10-20", "River Post", AGREED, hotline, monitors))
    assert {(m.kind, m.standing) for m in found.mechanisms} == {
        (Arrangement.HOTLINE, "agreed"),
        (Arrangement.MONITORING, "proposed"),
    }


def test_a_mechanism_that_may_come_is_not_agreed() -> None:
    perhaps = told("A joint committee could verify the truce, diplomats said.", "COOPERATE", SIDES)
    refused = told("Islamabad rejected any monitoring of its posts.", "REJECT", "PAK.GOV")
    found = only(page("a", "2025-10-20", "River Post", AGREED, perhaps, refused))
    assert {m.standing for m in found.mechanisms if m.kind is Arrangement.VERIFICATION} == {"proposed"}
    assert {m.standing for m in found.mechanisms if m.kind is Arrangement.MONITORING} == {"refused"}


def test_a_group_that_monitors_rights_is_no_mechanism() -> None:
    group = told("A monitoring group agreed with the figures.", "AGREE", "NGO.NGO")
    assert only(page("a", "2025-10-20", "River Post", AGREED, group)).mechanisms == ()


# --- offers to mediate


OFFER = told("Ankara offered to mediate between Kabul and Islamabad.", "AGREE", "TUR.GOV", SIDES)


def test_an_offer_that_nobody_answers_says_so() -> None:
    found = only(page("a", "2025-10-17", "River Post", PROPOSED, OFFER))
    assert [(o.by, o.became) for o in found.offers] == [(("TUR.GOV",), "no answer reported")]


def test_an_offer_is_accepted_by_one_and_refused_by_the_other() -> None:
    yes = told("Kabul welcomed the offer of mediation.", "SUPPORT", "AFG.GOV", "TUR.GOV")
    no = told("Islamabad turned down the mediation.", "REJECT", "PAK.GOV", "TUR.GOV")
    found = only(
        page("a", "2025-10-17", "River Post", PROPOSED, OFFER),
        page("b", "2025-10-18", "Salt Weekly", PROPOSED, yes, no),
    )
    assert [o.became for o in found.offers] == ["accepted by one party, refused by another"]
    assert (found.offers[0].accepted_by, found.offers[0].refused_by) == (("AFG.GOV",), ("PAK.GOV",))
    assert len(found.offers[0].answers) == 2


def test_an_answer_that_says_only_it_is_to_the_offer_told_before_it() -> None:
    other = told("Doha offered to mediate, too.", "AGREE", "QAT.GOV")
    no = told("Islamabad rejected it on Sunday.", "REJECT", "PAK.GOV")
    found = only(page("a", "2025-10-17", "River Post", PROPOSED, OFFER, other, no))
    assert {o.by: o.refused_by for o in found.offers} == {("TUR.GOV",): (), ("QAT.GOV",): ("PAK.GOV",)}


def test_a_charge_rejected_behind_an_offer_is_no_answer_to_it() -> None:
    no = told("Islamabad rejected that charge on Sunday.", "REJECT", "PAK.GOV")
    found = only(page("a", "2025-10-17", "River Post", PROPOSED, OFFER, no))
    assert [(o.became, o.refused_by) for o in found.offers] == [("no answer reported", ())]


def test_an_offer_refused_before_it_was_made_is_not_refused() -> None:
    no = told("Islamabad turned down mediation by others.", "REJECT", "PAK.GOV", "TUR.GOV")
    found = only(
        page("a", "2025-10-10", "Salt Weekly", PROPOSED, no),
        page("b", "2025-10-17", "River Post", PROPOSED, OFFER),
    )
    assert [o.became for o in found.offers] == ["no answer reported"]


def test_talks_with_the_offerer_take_it_up() -> None:
    talks = truce(
        "Kabul and Islamabad negotiated over the truce in Istanbul with Ankara.", "CONSULT", "talks",
        actors="PAK.GOV AFG.GOV TUR.GOV",
    )  # fmt: skip
    found = only(
        page("a", "2025-10-17", "River Post", PROPOSED, OFFER), page("b", "2025-10-25", "Salt Weekly", talks)
    )
    assert [o.became for o in found.offers] == ["taken up"]


def test_a_party_that_offers_talks_is_no_mediator() -> None:
    own = told("Islamabad was ready to host talks with Kabul.", "AGREE", "PAK.GOV", "AFG.GOV")
    assert only(page("a", "2025-10-17", "River Post", PROPOSED, own)).offers == ()


# --- breaches


def charge(sentence: str = "Kabul accused Islamabad of breaking the truce on Tuesday.") -> Told:
    return truce(
        sentence, "ASSAULT", "violated", actors="PAK.MIL", struck="AFG.UNK",
        speaker="AFG.GOV", stance=Stance.ALLEGES, day=date(2025, 10, 21),
    )  # fmt: skip


def strike(sentence: str, name: str, outlet: str) -> Reading:
    act = told(
        sentence, "ASSAULT", "PAK.MIL", "AFG.CVL", place=("Tarwa", "AFG"), day=date(2025, 10, 21), dead=(3, 3), mode="aerial"
    )  # fmt: skip
    return page(name, "2025-10-22", outlet, act)


def notes(found: Ceasefire) -> list[str]:
    return [s.note for s in found.history if s.label == "violated"]


def test_a_breach_that_a_party_alleges_stays_alleged_however_many_print_it() -> None:
    found = only(
        page("a", "2025-10-20", "River Post", AGREED),
        page("b", "2025-10-22", "Salt Weekly", charge()),
        page("c", "2025-10-22", "Echo", charge("Islamabad broke the truce on Tuesday, said Kabul.")),
    )
    assert notes(found) == ["alleged", "alleged"]
    assert found.phase is CeasefirePhase.AGREED


def test_a_strike_that_two_papers_tell_bears_out_the_charge() -> None:
    found = only(
        page("a", "2025-10-20", "River Post", AGREED),
        page("b", "2025-10-22", "Salt Weekly", charge()),
        strike("Jets killed three people in Tarwa on Tuesday.", "c", "Echo"),
        strike(
            "Three villagers of Tarwa died on Tuesday when a bomb fell from a warplane.", "d", "Dawn Chorus"
        ),
    )
    assert notes(found) == ["corroborated"]
    assert found.phase is CeasefirePhase.VIOLATED


def test_a_strike_that_one_paper_tells_bears_out_nothing() -> None:
    found = only(
        page("a", "2025-10-20", "River Post", AGREED),
        page("b", "2025-10-22", "Salt Weekly", charge()),
        strike("Jets killed three people in Tarwa on Tuesday.", "c", "Echo"),
    )
    assert notes(found) == ["alleged"]


def test_the_accusers_own_strike_bears_out_no_charge_against_the_other() -> None:
    theirs = [
        told(
            s, "ASSAULT", "AFG.MIL", "PAK.CVL", place=("Spinwan", "PAK"), day=date(2025, 10, 21), dead=(3, 3)
        )
        for s in (
            "Shells killed three people in Spinwan on Tuesday.",
            "Three died in Spinwan under Tuesday’s barrage.",
        )
    ]
    found = only(
        page("a", "2025-10-20", "River Post", AGREED),
        page("b", "2025-10-22", "Salt Weekly", charge()),
        *(page(f"x{n}", "2025-10-22", f"Outlet {n}", s) for n, s in enumerate(theirs)),
    )
    assert notes(found) == ["alleged"]


def breach(sentence: str, name: str, outlet: str) -> Reading:
    told_flat = truce(
        sentence, "ASSAULT", "violated", actors="PAK.MIL", struck="AFG.UNK", day=date(2025, 10, 21)
    )
    return page(name, "2025-10-22", outlet, told_flat)


def test_a_breach_told_by_two_papers_is_corroborated() -> None:
    first = breach("Jets violated the truce with a raid on Tarwa.", "b", "Salt Weekly")
    alone = only(page("a", "2025-10-20", "River Post", AGREED), first)
    assert notes(alone) == ["told by one witness"]
    second = breach("A bomb dropped near Tarwa breached the two-day-old ceasefire.", "c", "Echo")
    assert notes(only(page("a", "2025-10-20", "River Post", AGREED), first, second)) == ["corroborated"] * 2


# --- violence before and after


def test_violence_is_counted_a_day_by_families_before_and_since() -> None:
    days = (date(2025, 10, 1), date(2025, 10, 5), date(2025, 10, 22))
    raids = [
        page(f"r{n}{k}", d.isoformat(), f"Outlet {n}{k}", told(
            words.format(n=n), "ASSAULT", "PAK.MIL", "AFG.CVL", place=(f"Valley{n}", "AFG"), day=d, dead=(n + 3, n + 3)))
        for n, d in enumerate(days)
        for k, words in enumerate(("Jets struck Valley{n} at dawn.", "A raid from the air left dead in Valley{n}."))
    ]  # fmt: skip
    alleged = page("z", "2025-10-06", "Echo", told(
        "Kabul said jets had struck Gorband.", "ASSAULT", "PAK.MIL", "AFG.CVL", speaker="AFG.GOV",
        stance=Stance.ALLEGES, place=("Gorband", "AFG"), day=date(2025, 10, 6)))  # fmt: skip
    found = only(page("a", "2025-10-20", "River Post", AGREED), *raids, alleged)
    assert found.since == date(2025, 10, 19)
    assert found.before is not None
    assert found.after is not None
    assert [(d.day, d.incidents, d.families) for d in found.before.days] == [(days[0], 1, 2), (days[1], 1, 2)]
    assert [(d.day, d.incidents, d.families) for d in found.after.days] == [(days[2], 1, 2)]
    assert (found.before.read, found.after.read) == (5, 3)
    assert found.after.end == date(2025, 10, 22)


def test_violence_of_nobody_named_on_no_day_or_told_unsurely_is_counted_beside() -> None:
    blast = told("Shells left nine dead in Tarwa.", "ASSAULT", "", "AFG.CVL", place=("Tarwa", "AFG"), day=date(2025, 10, 21), dead=(9, 9))  # fmt: skip
    undated = told("Jets killed six in Gorband.", "ASSAULT", "PAK.MIL", "AFG.CVL", place=("Gorband", "AFG"), dead=(6, 6))  # fmt: skip
    charged = told("Kabul said jets had struck Spera.", "ASSAULT", "PAK.MIL", "AFG.CVL", speaker="AFG.GOV", stance=Stance.ALLEGES, place=("Spera", "AFG"), day=date(2025, 10, 22))  # fmt: skip
    elsewhere = told("Raiders killed two in Sibi.", "ASSAULT", "PAK.REB/bla", "PAK.MIL", place=("Sibi", "PAK"), day=date(2025, 10, 22), dead=(2, 2))  # fmt: skip
    found = only(
        page("a", "2025-10-20", "River Post", AGREED),
        page("b", "2025-10-23", "Echo", blast, undated, charged, elsewhere),
    )
    assert found.after is not None
    assert (found.after.days, found.after.beside) == ((), 3)
    since = [w for w in violence_words(found) if w.startswith("violence since")]
    assert "none told surely; 3 told unsurely" in since[0]


# --- endings


def test_a_ceasefire_expires_or_collapses_by_its_own_words() -> None:
    words = {
        Ending.EXPIRED: "The ceasefire of Kabul and Islamabad expired at midnight.",
        Ending.COLLAPSED: "The ceasefire of Kabul and Islamabad collapsed.",
    }
    for how, sentence in words.items():
        over = truce(sentence, "RETREAT", "ended")
        found = only(page("a", "2025-10-20", "River Post", AGREED), page("b", "2025-11-02", "Echo", over))
        assert found.ending is how
    standing = only(page("a", "2025-10-20", "River Post", AGREED))
    assert standing.ending is None


def test_a_plan_to_end_it_ends_nothing() -> None:
    plan = truce(
        "The ceasefire of Kabul and Islamabad could collapse.",
        "RETREAT",
        "ended",
        aux=Auxiliary.HYPOTHETICAL,
    )
    found = only(page("a", "2025-10-20", "River Post", AGREED), page("b", "2025-11-02", "Echo", plan))
    assert found.ending is None


def test_a_later_agreement_of_the_same_parties_supersedes_the_earlier() -> None:
    later = truce("Kabul and Islamabad signed a new ceasefire.", "AGREE", "agreed", day=date(2026, 9, 1))
    first, second = fuse(
        [page("a", "2025-10-20", "River Post", AGREED), page("b", "2026-09-02", "Echo", later)]
    ).ceasefires
    assert (first.ending, first.superseded_by) == (Ending.SUPERSEDED, second.id)
    assert second.ending is None


def test_the_course_does_not_hang_on_the_order_of_arrival() -> None:
    pages = [
        page("a", "2025-10-20", "River Post", AGREED),
        page("b", "2025-10-22", "Salt Weekly", charge(), OFFER),
        strike("Jets killed three people in Tarwa on Tuesday.", "c", "Echo"),
    ]
    assert fuse(pages).ceasefires == fuse(pages[::-1]).ceasefires
