"""Talks, visits and calls, and talks that fail; a press conference is no talk."""

import re

from sarhad.codebook import EventType
from sarhad.reading import grammar
from sarhad.reading.kind import Kind, subtree
from sarhad.reading.triggers import Trigger


def phone_call(trigger: Trigger, clause: str) -> Kind:
    token = trigger.token
    if (
        token.lemma_ != "call"
        or not grammar.children(token, "dobj")
        or grammar.children(token, "oprd", "ccomp", "attr")
    ):
        return Kind(None) if token.lemma_ == "call" else Kind(EventType.CONSULT, "phone")
    if any(o.ent_type_ == "PERSON" or o.lemma_ in ("counterpart",) for o in grammar.children(token, "dobj")):
        return Kind(EventType.CONSULT, "phone")
    return Kind(None)


TALKS = frozenset(
    (
        "talk talks negotiation round dialogue meeting effort mediation process ceasefire truce deal "
        "agreement"
    ).split()
)


_CURB = frozenset(
    "curb dismantle restrain stop prevent act rein control address combat tackle eliminate contain crack".split()
)


def failing(trigger: Trigger, clause: str) -> Kind:
    token = trigger.token
    complement = next(iter(grammar.children(token, "xcomp")), None)
    doer = grammar.subject(token)
    if doer is not None and doer.lemma_.lower() in TALKS:
        return Kind(EventType.REJECT, None, failed=True)
    if complement is None:
        return Kind(None)
    if complement.lemma_ in ("reach", "agree", "make", "bring", "produce", "yield") and re.search(r"agree|deal|solution|breakthrough|progress|consensus|accord|result|outcome", clause):  # fmt: skip
        return Kind(EventType.REJECT, None, failed=True)
    if complement.lemma_ in _CURB or any(t.lemma_ in _CURB for t in complement.subtree if t.pos_ == "VERB"):
        return Kind(EventType.COERCE, "restrict", negated=True)
    return Kind(None)


def talks_fail(trigger: Trigger, clause: str) -> Kind:
    doer = grammar.subject(trigger.token)
    if doer is not None and doer.lemma_.lower() in TALKS:
        return Kind(
            EventType.REJECT,
            None,
            failed=doer.lemma_.lower() not in ("ceasefire", "truce", "agreement", "deal"),
        )
    return Kind(None)


def talks_end(trigger: Trigger, clause: str) -> Kind:
    """ "the round ended without a result"."""
    doer = grammar.subject(trigger.token)
    words = trigger.token.doc[trigger.token.left_edge.i : trigger.token.right_edge.i + 1].text
    if (
        doer is not None
        and doer.lemma_.lower() in TALKS
        and re.search(
            r"\bwithout (?:an? |any )?(?:\w+ )?(?:result|agreement|deal|breakthrough|progress|solution|outcome|accord)",
            words,
        )
    ):
        return Kind(EventType.REJECT, None, failed=True)
    return Kind(None)


def travelling(trigger: Trigger, clause: str) -> Kind:
    token = trigger.token
    to = [
        o
        for name, o in grammar.prepositional(token)
        if name in ("to", "in", "for") and (o.ent_type_ in ("GPE", "LOC"))
    ]
    return Kind(EventType.CONSULT, "visit") if to else Kind(None)


def talking(trigger: Trigger, clause: str) -> Kind:
    """ "spoke to his counterpart" is a talk; "speaking in Kabul" and "spoke on condition of anonymity" are none."""
    partners = [name for name, _ in grammar.prepositional(trigger.token) if name in ("to", "with")]
    doer = grammar.subject(trigger.token)
    several = doer is not None and (len(grammar.conjuncts(doer)) > 1 or doer.tag_ in ("NNS", "NNPS"))
    told = [o.lemma_.lower() for name, o in grammar.prepositional(trigger.token) if name == "to"]
    if set(told) & {
        "reporter",
        "journalist",
        "medium",
        "media",
        "bbc",
        "cnn",
        "reuters",
        "afp",
        "ap",
        "newspaper",
    }:
        return Kind(None)
    return Kind(EventType.CONSULT) if partners or (several and trigger.token.dep_ != "advcl") else Kind(None)


_OF_THE_PRESS = frozenset("news press video media earnings tech technology developer academic sales".split())


def gathering(trigger: Trigger, clause: str) -> Kind:
    """A meeting of parties; not a press conference, nor "Iran's talk of tolls"."""
    token = trigger.token
    if any(c.lemma_.lower() in _OF_THE_PRESS for c in token.children) or (token.lower_ == "talk"):
        return Kind(None)
    return Kind(EventType.CONSULT, trigger.entry.mode)


_EASE = frozenset(
    (
        "mend strengthen revive improve enhance restore normalise normalize expand deepen ease repair reopen boost "
        "broaden promote rebuild resume resolve settle bolster"
    ).split()
)


def easing(trigger: Trigger, clause: str) -> Kind:
    """ "efforts to revive the railway": an undertaking under way."""
    tasks = grammar.children(trigger.token, "acl", "xcomp", "relcl")
    return Kind(EventType.AGREE) if any(c.lemma_.lower() in _EASE for c in tasks) else Kind(None)


def calling(trigger: Trigger, clause: str) -> Kind:
    """ "a call with the minister" is a telephone call, "a call for restraint" a demand."""
    token = trigger.token
    phone = any(c.lemma_.lower() in ("phone", "telephone", "video", "conference") for c in token.children)
    if phone or any(name == "with" for name, _ in grammar.prepositional(token)):
        return Kind(EventType.CONSULT, "phone")
    demands = [name for name, _ in grammar.prepositional(token) if name in ("for", "to", "on")]
    return Kind(EventType.REQUEST, "change") if demands or grammar.children(token, "acl") else Kind(None)


def holding(trigger: Trigger, clause: str) -> Kind:
    if re.search(r"\bhold\w*\s+(?:\w+\s+){0,4}?(?:responsible|accountable)", subtree(trigger.token)) or re.search(r"\bheld (?:\w+ ){0,4}(?:responsible|accountable)", clause):  # fmt: skip
        return Kind(EventType.ACCUSE, "allege")
    return Kind(None)


def truce_holds(trigger: Trigger, clause: str) -> Kind:
    doer = grammar.subject(trigger.token)
    if doer is not None and doer.lemma_.lower() in ("ceasefire", "truce", "calm", "cease-fire"):
        return Kind(EventType.RETREAT, "ceasefire")
    return holding(trigger, clause)
