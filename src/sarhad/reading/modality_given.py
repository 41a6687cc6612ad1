"""Acts that are under way or were done though a verb of wishing, planning or asking governs their words."""

from typing import TYPE_CHECKING

from sarhad.codebook import QUAD, EventType, Quad
from sarhad.reading import grammar

if TYPE_CHECKING:
    from spacy.tokens import Token

_FORCE = frozenset(k for k, q in QUAD.items() if q is Quad.MATERIAL_CONFLICT)
_WORDS = frozenset(k for k, q in QUAD.items() if q is Quad.VERBAL_CONFLICT)
_TOLD_BY_EFFORT = frozenset((EventType.COERCE, EventType.COOPERATE, EventType.MOBILIZE))
_ANNOUNCED = frozenset((EventType.SUPPORT, EventType.CONCEDE, EventType.RETREAT, EventType.SANCTION))
_RECKONED = frozenset(
    "pay punish condemn blame thank praise sanction jail convict apologise apologize".split()
)
_OCCASION = frozenset("in during at".split())
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))


def given(token: "Token", kind: EventType) -> bool:
    """Whether what governs the act leaves it as it is: reckoned with, continued, ended, the occasion of other words."""
    if token.pos_ in ("VERB", "AUX"):
        return _reckoned(token) or _goes_on(token, kind) or _laboured(token, kind)
    return any(rule(token, kind) for rule in (_occasion, _goes_on, _ended, _words_said, _reaches))


def _reckoned(verb: "Token") -> bool:
    """ "Will pay for launching the attack"."""
    up = verb.head
    return verb.dep_ == "pcomp" and up.lower_ == "for" and up.head.lemma_.lower() in _RECKONED


def _goes_on(token: "Token", kind: EventType) -> bool:
    """ "Told the army to continue fighting"."""
    return kind in _FORCE and token.dep_ in ("xcomp", "dobj") and token.head.lemma_ in ("continue", "keep")


def _laboured(verb: "Token", kind: EventType) -> bool:
    """ "Efforts to combat smuggling", "is working to build a base"; "the decision to recognise the city"."""
    up = verb.head
    if verb.dep_ == "acl" and up.lemma_.lower() == "decision" and kind in _ANNOUNCED:
        return _definite(up)
    effort = (verb.dep_ == "acl" and up.lemma_.lower() == "effort") or (
        verb.dep_ == "xcomp" and up.lemma_ == "work" and up.tag_ == "VBG"
    )
    return effort and kind in _TOLD_BY_EFFORT


def _occasion(noun: "Token", kind: EventType) -> bool:
    """ "Urged restraint in a phone call": the call was."""
    at = noun.head if noun.dep_ == "compound" else noun
    return kind is EventType.CONSULT and at.dep_ == "pobj" and at.head.lower_ in _OCCASION and _past(at)


def _past(noun: "Token") -> bool:
    main = noun.sent.root
    return main.tag_ == "VBD" and not grammar.children(main, "aux")


def _ended(noun: "Token", kind: EventType) -> bool:
    """ "A plan to end their war"."""
    return kind in _FORCE and noun.dep_ == "dobj" and noun.head.lemma_ == "end" and _definite(noun)


def _words_said(noun: "Token", kind: EventType) -> bool:
    """ "The disagreement may prove costly", "repeating its demand"."""
    subject = noun.dep_ == "nsubj" and bool(grammar.children(noun.head, "acomp", "dobj", "oprd"))
    repeated = noun.dep_ == "dobj" and noun.head.lemma_ in ("repeat", "reiterate", "renew")
    return kind in _WORDS and _definite(noun) and (subject or repeated)


def _reaches(noun: "Token", kind: EventType) -> bool:
    """ "The truce will not apply to the north": how far what is agreed on reaches."""
    terms = kind in (EventType.AGREE, EventType.RETREAT) and noun.dep_ == "nsubj" and _definite(noun)
    return terms and noun.head.lemma_ in ("apply", "include", "cover")


def _definite(noun: "Token") -> bool:
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in _DEFINITE) for c in noun.children)
