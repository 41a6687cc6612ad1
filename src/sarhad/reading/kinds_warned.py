"""What a warning is: a threat, a demand to keep off, or the word of one who sees harm coming from others."""

import re
from typing import TYPE_CHECKING

from sarhad.codebook import EventType
from sarhad.reading import grammar
from sarhad.reading.kind import FORCE, Kind, words_after
from sarhad.reading.kinds_words import PEOPLE
from sarhad.reading.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token


def warning(trigger: Trigger, clause: str) -> Kind:
    token = trigger.token
    words = words_after(trigger)
    told = grammar.children(token, "dobj")
    if told and any(a.lower_ == "to" for c in grammar.children(token, "xcomp") for a in c.children):
        return Kind(EventType.REQUEST, "yield")  # "warned residents to leave"
    if _warned_off(token):
        return Kind(EventType.REQUEST, "yield")
    if re.match(r"\s*(against|not to)\b", words) or (told and _AGAINST.search(words)):
        return Kind(EventType.THREATEN, None)
    said = [*grammar.children(token, "ccomp"), *(c for t in told for c in grammar.children(t, "relcl"))]
    if any(_own_intention(c) or _to_be_answered(c) for c in said):
        return Kind(EventType.THREATEN, "violence" if FORCE.search(words) else None)
    if any(_forecast(c) for c in said):
        return Kind(EventType.ACCUSE, "allege")
    if re.search(r"\b(will|would|shall|any|if|consequence|price)\b", words) and FORCE.search(words):
        return Kind(EventType.THREATEN, "violence")
    if re.search(r"\b(will|would)\b", words) and re.search(r"\b(if|unless)\b", words):
        return Kind(EventType.THREATEN, None)
    if told and any(_of_them(c, words) for c in said):
        return Kind(EventType.THREATEN, None)
    return Kind(EventType.ACCUSE, "allege")


_AGAINST = re.compile(r"^(?:[\w'’.-]+ ){1,6}against\b")


def _warned_off(verb: "Token") -> bool:
    """ "Warned Tehran against sending more drones", "warned citizens against travel": asked not to."""
    told = grammar.children(verb, "dobj")
    against = [o for t in (verb, *told) for name, o in grammar.prepositional(t) if name == "against"]
    return bool(told) and any(o.dep_ == "pcomp" or o.lemma_.lower() in _JOURNEYS for o in against)


_JOURNEYS = frozenset("travel trip journey visit pilgrimage".split())


def _own_intention(clause: "Token") -> bool:
    """ "warned that it will not allow": one's own coming act."""
    own = any(s.lower_ in ("it", "we", "they", "he", "she", "i") for s in grammar.children(clause, "nsubj"))
    return own and any(a.lower_ in _COMING for a in grammar.children(clause, "aux"))


_COMING = frozenset(("will", "would", "'ll", "shall"))


def _to_be_answered(clause: "Token") -> bool:
    """ "Warned that any misadventure would bring a reply", "that the first boat would be met with fire"."""
    own = grammar.children(clause, "nsubj", "nsubjpass")
    coming = any(a.lower_ in _COMING for a in grammar.children(clause, "aux"))
    provoked = any(s.lemma_.lower() in _PROVOKES and clause.lemma_ in _BRINGS for s in own)
    met = any(s.dep_ == "nsubjpass" for s in own) and clause.lemma_ in _MET
    return coming and (provoked or met)


_BRINGS = frozenset("bring draw meet invite provoke trigger have carry face".split())
_MET = frozenset("answer meet punish avenge repay repel crush".split())


def _of_them(clause: "Token", words: str) -> bool:
    """ "Warned the villagers they face a long war", "warned Kabul that such a step was weighed": what others will do to those who
    are warned, or weigh to do; not the hunger or the flood that they face."""
    own = grammar.children(clause, "nsubj", "nsubjpass")
    theirs = any(s.lower_ in ("they", "you", "it") for s in own) and _BLOW.search(words)
    return bool(theirs) or any(s.lemma_.lower() in _PROVOKES for s in own)


_BLOW = re.compile(
    r"\b(?:wars?|consequences?|price|strikes?|attacks?|force|retaliat\w+|respon[sd]\w*|reprisals?|punish\w*)\b",
    re.I,
)


_PROVOKES = frozenset(
    (
    "attack action aggression violation move act strike incursion escalation consequence response retaliation price "
    "mistake adventure misadventure interference intervention invasion infiltration provocation patience hand incident step"
    ).split()
)  # fmt: skip


def _forecast(clause: "Token") -> bool:
    """ "warned that growth would slow": what will come of itself, not what one will do."""
    own = grammar.children(clause, "nsubj", "nsubjpass")
    return any(
        s.pos_ == "NOUN" and s.lemma_.lower() not in PEOPLE and s.lemma_.lower() not in _PROVOKES for s in own
    )
