"""Which triggers are told in their own right, and which are only part of another act's telling."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sarhad.codebook import EventType
from sarhad.reading import grammar
from sarhad.reading.kinds import kind_told
from sarhad.reading.triggers import Trigger
from sarhad.reading.truce_life import life_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_ABSORBING = frozenset((EventType.AGREE, EventType.REQUEST, EventType.THREATEN, EventType.REJECT, EventType.SUPPORT, EventType.SANCTION))  # fmt: skip
_KEEP_INSIDE = frozenset((EventType.ASSAULT, EventType.SANCTION))


def told(triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers that stand for an act of their own, in order of the text.

    What is promised, asked for, threatened or refused is the object of that verbal act, not one more act; what an
    accusation or a condemnation speaks of is (it is coded with its speaker and stance). What became of a truce is told beside it.
    """
    by_token = {t.token.i: t for t in triggers if _names_an_act(t) and life_of(t.token) is None}
    return [t for t in triggers if not _absorbed(t, by_token)]


def _names_an_act(trigger: Trigger) -> bool:
    """Whether the word tells an act here: one that does not ("is expected to visit") cannot hold another. Silence
    can: who refused to rule out strikes told of none."""
    if trigger.type is EventType.REJECT:
        return True
    return kind_told(trigger).type is not None


def _absorbed(trigger: Trigger, by_token: dict[int, Trigger]) -> bool:
    at: Token = trigger.token
    if _has_its_own_doer(at) and trigger.type in (EventType.REJECT, EventType.ACCUSE, EventType.CONSULT):
        return False
    for _ in range(6):
        up = at.head
        if up == at:
            return False
        if trigger.type is EventType.ASSAULT and _told_beside(at):
            return False
        other = by_token.get(up.i)
        if other is not None and other is not trigger:
            return _inside(trigger, at, other)
        if at.dep_ in ("ROOT", "parataxis") or (
            at.dep_ == "conj" and at.pos_ in ("VERB", "AUX") and at.i == trigger.token.i
        ):
            return False
        at = up
    return False


_BESIDE = frozenset("after following amid since before despite".split())
_ANSWERS = frozenset("response retaliation revenge reprisal answer".split())


def _told_beside(at: "Token") -> bool:
    """ "Attacked in response to the killing of X", "condemned, after the raid on Y": an earlier act of its own, not how
    or what the other does."""
    prep = at.head
    if at.dep_ not in ("pobj", "pcomp"):
        return False
    return prep.lower_ in _BESIDE or (prep.lower_ in ("to", "for") and prep.head.lemma_ in _ANSWERS)


def _has_its_own_doer(token: "Token") -> bool:
    """ "a claim denied by Kabul", "talks mediated by Qatar": told beside, not inside."""
    if token.pos_ != "VERB":
        return token.dep_ == "pobj" and token.head.lower_ in (
            "during",
            "after",
            "before",
            "following",
            "amid",
            "at",
        )
    return grammar.agent(token) is not None


def _inside(trigger: Trigger, at: "Token", other: Trigger) -> bool:
    """Whether `trigger`, reached from `other` through `at`, is part of the other's act."""
    label = at.dep_
    if label == "advcl" and other.entry.has("commit") and at in grammar.undertaken(other.token):
        label = "xcomp"
    if label in ("relcl", "advcl", "conj", "parataxis", "appos") or _set_beside(at, other.token):
        return False
    if other.type is EventType.ASSAULT and trigger.type is EventType.ASSAULT:
        return _same_assault(trigger, at, other)
    if other.type in _ABSORBING and label in (
        "xcomp",
        "ccomp",
        "dobj",
        "prep",
        "acl",
        "pobj",
        "pcomp",
        "nsubjpass",
    ):
        if label == "ccomp" and other.type in (EventType.AGREE, EventType.REJECT):
            return trigger.type is not EventType.ASSAULT
        if other.type is EventType.REJECT:
            return trigger.entry.part == "v" or trigger.type is not EventType.ASSAULT
        if other.type is EventType.SUPPORT and _pledge_of_somebody(trigger):
            return False
        if trigger.type in _KEEP_INSIDE and trigger.entry.part == "n" and label == "prep":
            return other.type in (EventType.THREATEN, EventType.REQUEST, EventType.AGREE)
        return True
    if other.type is EventType.CONSULT and label in ("prep", "dobj", "acl"):
        return trigger.type in (EventType.CONSULT, EventType.COOPERATE) or trigger.entry.has("ceasefire")
    if other.type is EventType.COOPERATE and label in ("prep", "acl", "dobj"):
        return trigger.type is not EventType.ASSAULT
    return False


def _set_beside(at: "Token", verb: "Token") -> bool:
    """ "Chad offered to mediate; Sudan welcomed it": what the parse takes for what is welcomed stands by itself."""
    return at.dep_ == "ccomp" and at.i < verb.i and any(t.text == ";" for t in at.doc[at.i : verb.i])


def _pledge_of_somebody(trigger: Trigger) -> bool:
    """ "Welcomed a pledge by Chad to free the drivers": the pledge is Chad's act, the welcome another's."""
    return trigger.type is EventType.AGREE and trigger.entry.part == "n" and grammar.pledged_by(trigger.token)


def _same_assault(trigger: Trigger, at: "Token", other: Trigger) -> bool:
    """ "were killed in the strike", "a wave of attacks hit": one happening, told by the outer word."""
    if other.entry.part == "v":
        return (
            at.dep_ in ("nsubj", "dobj", "prep", "agent", "nsubjpass", "pobj", "xcomp")
            and trigger.entry.part == "n"
        )
    return (
        at.dep_ in ("compound", "prep")
        and trigger.entry.part == "n"
        and not grammar.children(trigger.token, "poss")
    )
