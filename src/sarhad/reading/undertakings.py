"""What a statement says of a commitment: its object in the text's own words, where it stands, what blocks it."""

import re
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, CommitmentStatus, EventType
from sarhad.reading import grammar
from sarhad.reading.triggers import Trigger
from sarhad.records import Undertaking

if TYPE_CHECKING:
    from spacy.tokens import Token

_OFFER = frozenset(
    "offer propose proposal volunteer invite plan suggest float draft willing ready readiness willingness".split()
)
_AGAIN = frozenset("reaffirm reiterate renew repeat recommit re-affirm".split())
_UNDER_WAY = re.compile(
    r"\b(efforts? to|working (?:on|to)|work(?:s|ing)? toward|under ?way|progress|has begun|have begun|started)\b",
    re.I,
)
_KEPT = re.compile(r"\b(fulfil|honou?red|implemented|completed|inaugurated|delivered on)", re.I)
_BLOCKER = re.compile(
    r"\b(?:due to|because of|owing to|over|amid|as a result of|pending|hampered by|blocked by|held up by|delayed by|"
    r"for fear of|for lack of|for want of|given|despite|until|unless|if|on (?:the )?condition(?: that)?|provided)\s+((?:[^,.;]|,(?=\d)|(?<=\b[A-Z])\.){4,90})",
    re.I,
)
STALLED = re.compile(r"\b(on hold|stall(?:ed|ing)?|delay(?:ed|s)|shelved|frozen|in limbo|deadlocked|yet to (?:be|start|begin)|remains? incomplete|held up|no progress|suspended)\b", re.I)  # fmt: skip
_VAGUE = frozenset("need importance necessity view that it".split())


def undertaking(trigger: Trigger, kind: EventType, aux: Auxiliary | None, clause: str) -> Undertaking | None:
    """The commitment told by `trigger`, or None when it undertakes nothing that can be seen done or not done."""
    if kind is EventType.AGREE and aux is not Auxiliary.NEGATION:
        thing = _object(trigger)
        return (
            Undertaking(object=thing, status=_status(trigger, aux, clause), blocker=_condition(clause, aux))
            if thing
            else None
        )
    if aux is Auxiliary.FUTURE and kind in (
        EventType.CONSULT,
        EventType.RETREAT,
        EventType.AID,
        EventType.COOPERATE,
    ):
        first, last = grammar.extent(
            trigger.token, frozenset(("conj", "cc", "punct", "advcl", "nsubj", "aux"))
        )
        words = trigger.token.doc[first : last + 1].text
        return Undertaking(object=_short(words), status=CommitmentStatus.PLEDGED)
    return None


def stalled(project: str, clause: str) -> Undertaking:
    """A project told to be on hold, with what holds it."""
    match = _BLOCKER.search(clause)
    return Undertaking(
        object=_short(project),
        status=CommitmentStatus.STALLED,
        blocker=match.group(1).strip() if match else None,
    )


def _status(trigger: Trigger, aux: Auxiliary | None, clause: str) -> CommitmentStatus:
    lemma = trigger.token.lemma_.lower()
    words = {t.lemma_.lower() for t in trigger.token.doc[max(0, trigger.first - 3) : trigger.last + 4]}
    if (
        lemma in _AGAIN
        or words & _AGAIN
        or re.search(r"\b(once again|yet again|again (?:agreed|pledged))\b", clause, re.I)
    ):
        return CommitmentStatus.REPLEDGED
    if STALLED.search(clause):
        return CommitmentStatus.STALLED
    if aux is Auxiliary.HYPOTHETICAL or lemma in _OFFER or words & _OFFER:
        return CommitmentStatus.OFFERED
    if _UNDER_WAY.search(clause):
        return CommitmentStatus.IN_PROGRESS
    return CommitmentStatus.KEPT if _KEPT.search(clause) else CommitmentStatus.PLEDGED


def _condition(clause: str, aux: Auxiliary | None) -> str | None:
    if aux is not Auxiliary.HYPOTHETICAL and not STALLED.search(clause):
        return None
    match = _BLOCKER.search(clause)
    return match.group(1).strip() if match else None


def _object(trigger: Trigger) -> str | None:
    """The complement of the undertaking verb or noun, as the text has it."""
    token = trigger.token
    complements = _complements(token) if trigger.entry.part == "v" else _of_a_noun(token)
    for c in complements:
        words = _words(c)
        if words:
            return words
    return _words(token) if trigger.entry.part == "n" else None


def _of_a_noun(noun: "Token") -> list["Token"]:
    """ "a pledge to reopen", "a proposal on borders": what the promise is of; "a ceasefire" is itself the thing."""
    infinitives = [c for c in grammar.children(noun, "acl") if any(g.lower_ == "to" for g in c.children)]
    return [
        *infinitives,
        *(o for name, o in grammar.prepositional(noun) if name in ("to", "on", "of", "for")),
    ]


def _complements(token: "Token") -> list["Token"]:
    infinitives = grammar.children(token, "xcomp", "acl")
    things = [o for o in grammar.children(token, "dobj", "nsubjpass") if o.lemma_.lower() not in _VAGUE]
    inside = [c for o in grammar.children(token, "dobj") for c in o.children if c.dep_ in ("acl", "prep")]
    clauses = grammar.children(token, "ccomp")
    through = [o for name, o in grammar.prepositional(token) if name in ("to", "on", "in", "for", "of")]
    return [*infinitives, *(i for i in inside if i.dep_ == "acl"), *clauses, *things, *through, *inside]


def _words(token: "Token") -> str | None:
    told_of = ("acl",) if token.pos_ == "NOUN" else ()
    first, last = grammar.extent(
        token, frozenset(("conj", "cc", "punct", "advcl", "parataxis", "mark", "relcl", *told_of))
    )
    doc = token.doc
    while first < last and (
        doc[first].lower_ in ("to", "that", "of", "on", "the", "a") and doc[first].pos_ != "NOUN"
    ):
        first += 1
    text = _short(doc[first : last + 1].text)
    return text if len(text) > 3 else None


def _short(words: str) -> str:
    cut = words.strip(" ,.;:\"'")
    return cut if len(cut) <= 120 else cut[:120].rsplit(" ", 1)[0]
