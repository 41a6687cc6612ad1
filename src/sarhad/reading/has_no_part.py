"""Who is named beside a deed and has no part in it: who answers it, who judges it, whose place it was."""

from typing import TYPE_CHECKING

from sarhad.codebook import EventType
from sarhad.reading.actors_words import HOLDING
from sarhad.reading.places_apart import ANSWERS
from sarhad.reading.roles_deeds import blow, done_by_its_agent

if TYPE_CHECKING:
    from spacy.tokens import Token


def apart(act: "Token", party: "Token", *, doer: bool) -> bool:
    """Whether the words keep `party` out of `act`: from having done it, if `doer`, else from being who it was done to."""
    if _answered(act, party):
        return True
    verb = _verb_by(party)
    if not doer:
        return verb is not None and verb.head == act and verb.dep_ in _BESIDE
    return (
        _answers(act, party)
        or (verb is not None and _of_another_verb(act, verb))
        or _only_tells(act, party)
        or _whose_ground(party)
        or (blow(act) != act and act.head.is_ancestor(party))
    )


_BESIDE = ("acl", "relcl")


def _answered(act: "Token", party: "Token") -> bool:
    """ "An attack in response to the killing of X": X, or who killed him, has no part in the attack."""
    over_act = {act.i, *(t.i for t in act.ancestors)}
    over_party = {party.i, *(t.i for t in party.ancestors)}
    between = (over_act | over_party) - (over_act & over_party)
    return any(t.i in between and t.lemma_.lower() in _ANSWERS for t in (*act.ancestors, *party.ancestors))


_ANSWERS = frozenset("response retaliation reprisal revenge".split())


def _answers(act: "Token", party: "Token") -> bool:
    """ "X responded to the attack", "X's response to the killing": X did not do it."""
    at = act
    while at.head != at:
        above = at.head
        to = at.dep_ == "prep" and at.lower_ in ("to", "for")
        if to and above.lemma_.lower() in ANSWERS | {"reply"} and not at.is_ancestor(party):
            return True
        at = above
    return False


def _verb_by(party: "Token") -> "Token | None":
    """The verb whose "by" names `party`."""
    at = _first_of(party)
    by = at.dep_ == "pobj" and at.head.lower_ == "by" and at.head.head.pos_ in ("VERB", "AUX")
    return at.head.head if by else None


def _first_of(party: "Token") -> "Token":
    at = party
    while at.dep_ == "conj" and at.head != at:
        at = at.head
    return at


def _of_another_verb(act: "Token", verb: "Token") -> bool:
    """ "A camp guarded by X", "a drone made by X", "the group, which is backed by X", "confirmed dead by X"; "the quarter
    that was shelled is controlled by X"."""
    if verb == act:
        return False
    of_the_act = verb.head == act or verb.lemma_ != "make"
    beside = verb.dep_ in _BESIDE and not (of_the_act and done_by_its_agent(verb, EventType.ASSAULT))
    return beside or verb.lemma_ in _TELLS or verb.lower_ in HOLDING


def _only_tells(act: "Token", party: "Token") -> bool:
    """ "Attacks that X says aim at Y"."""
    at = _first_of(party)
    verb = at.head
    return verb != act and at.dep_ == "nsubj" and verb.lemma_ in _TELLS and verb.dep_ == "relcl"


def _whose_ground(party: "Token") -> bool:
    """ "Shelling across the Armenian border", "in the Iranian capital"."""
    return party.dep_ in ("amod", "compound", "poss", "nmod") and party.head.lemma_.lower() in _GROUND


_GROUND = frozenset(
    (
        "border frontier capital city town village province region district soil territory airspace coast water shore side "
        "embassy consulate airport port island"
    ).split()
)


_TELLS = frozenset("say report confirm announce declare claim call describe believe think".split())
