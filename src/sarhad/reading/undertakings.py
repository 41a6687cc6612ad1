"""What a statement says of a commitment: its object in the text's own words, where it stands, what blocks it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, CommitmentStatus, EventType
from sarhad.reading import grammar
from sarhad.reading.draft import Draft
from sarhad.reading.duties import duty
from sarhad.reading.heard import Heard
from sarhad.reading.promised import act, object_of, short
from sarhad.reading.promises import arranged, conditional, decided, idle, prosecutes, stresses_alone
from sarhad.records import Undertaking

if TYPE_CHECKING:
    from spacy.tokens import Token

_OFFER = frozenset(
    "offer propose proposal volunteer invite plan suggest float draft willing ready readiness willingness interest".split()
)
_AGAIN = frozenset("reaffirm reiterate renew repeat recommit re-affirm".split())
_GIVING = frozenset("agree pledge promise vow undertake swear commit assure give make".split())
_ANEW = re.compile(
    r"\b(?:once|yet) again\b|\bagain (?:agreed|pledged|promised|vowed|undertook|committed)\b|"
    r"\b(?:agreed|pledged|promised|vowed|undertook|committed) (?:again|anew|once more)\b",
    re.I,
)
_UNDER_WAY = re.compile(
    r"\b(efforts? to|working (?:on|to)|work(?:s|ing)? toward|under ?way|progress|has begun|have begun|started)\b",
    re.I,
)
_KEPT = re.compile(r"(?<!\bbe )\b(fulfil|honou?red|implemented|completed|inaugurated|delivered on)", re.I)
_BLOCKER = re.compile(
    r"\b(?:due to|because(?: of)?|owing to|over|amid|as a result of|in the event (?:of|that)|pending|(?:hampered|blocked|held up|delayed|halted|stopped|stalled) by|"
    r"for fear of|for lack of|for want of|given|despite|until|unless|if|on (?:the )?condition(?: that)?|provided(?: that)?|"
    r"contingent (?:up)?on|conditional (?:up)?on|conditioned on|dependent on|depends? on|hing(?:es|ed) on|subject to)"
    r"\s+((?:[^,.;]|,(?=\d)|(?<=\b[A-Z])\.){4,90})",
    re.I,
)
STALLED = re.compile(r"\b(on hold|stall(?:ed|ing)?|delay(?:ed|s)|shelved|frozen|in limbo|deadlocked|yet to (?:be|start|begin)|remains? incomplete|held up|no progress|suspended)\b", re.I)  # fmt: skip
_LIKELY = 0.4
"""Chance from which the encoder's word makes a commitment of an agreement that it alone sees."""


def with_undertakings(found: Sequence[Draft], ear: Heard) -> list[Draft]:
    """The drafts, those that undertake something with what they undertake."""
    return [duty(d) or replace(d, commitment=undertaking(d, ear)) for d in found]


def undertaking(draft: Draft, ear: Heard) -> Undertaking | None:
    """What `draft` undertakes, or None when it undertakes nothing that can be seen done or not done."""
    at_work = draft.type is EventType.COOPERATE and draft.token.lemma_.lower() == "work"
    if (draft.type is EventType.AGREE or at_work) and draft.aux is not Auxiliary.NEGATION:
        return _agreed(draft, ear)
    planned = draft.aux is Auxiliary.FUTURE and draft.type in _PLANNED
    if draft.type in _GIVEN and (conditional(draft) or (planned and _of_plans(draft.token))):
        return Undertaking(
            object=act(draft.token), status=CommitmentStatus.OFFERED, blocker=_condition(draft)
        )
    if (planned and arranged(draft)) or prosecutes(draft) or (draft.type in _GIVEN and decided(draft)):
        return Undertaking(object=act(draft.token), status=CommitmentStatus.PLEDGED)
    return None


def _of_plans(verb: "Token") -> bool:
    """ "Is drawing up plans to": no pledge yet."""
    return verb.dep_ == "acl" and verb.head.lemma_.lower() in _OFFER


_GIVEN = frozenset((EventType.RETREAT, EventType.AID, EventType.COOPERATE))
_PLANNED = _GIVEN | {EventType.CONSULT, EventType.SUPPORT}


def _agreed(draft: Draft, ear: Heard) -> Undertaking | None:
    seen = ear.at(draft.token.doc, *draft.words)
    label, sure = ear.facet(seen, "commitment") if seen is not None else ("", 0.0)
    if draft.coded_by == "encoder" and not (label and sure >= _LIKELY):
        return None
    thing = None if idle(draft) else object_of(draft.token)
    if thing is None:
        return None
    status = _status(draft)
    held_up = _condition(draft, held_up=status is CommitmentStatus.STALLED)
    return Undertaking(object=thing, status=status, blocker=held_up)


def stalled(project: str, clause: str) -> Undertaking:
    """A project told to be on hold, with what holds it."""
    match = _BLOCKER.search(clause)
    return Undertaking(
        object=short(project),
        status=CommitmentStatus.STALLED,
        blocker=match.group(1).strip() if match else None,
    )


def _status(draft: Draft) -> CommitmentStatus:
    token, clause = draft.token, draft.text
    lemma = token.lemma_.lower()
    near = token.doc[max(0, draft.words[0] - 3) : draft.words[1] + 4]
    words = {t.lemma_.lower() for t in near} | {o.lemma_.lower() for o in grammar.children(token, "dobj")}
    if lemma in _AGAIN or words & _AGAIN or _ANEW.search(clause):
        return CommitmentStatus.REPLEDGED
    given = lemma in _GIVING and bool(grammar.children(token, "xcomp", "ccomp"))
    if STALLED.search(clause) and not given:
        return CommitmentStatus.STALLED
    if lemma == "accept":
        return CommitmentStatus.PLEDGED
    if draft.aux is Auxiliary.HYPOTHETICAL or words & _OFFER or stresses_alone(draft):
        return CommitmentStatus.OFFERED
    if given:
        return CommitmentStatus.PLEDGED  # "pledged to step up efforts", "to resume the suspended flights"
    if lemma == "work" or _UNDER_WAY.search(clause):
        return CommitmentStatus.IN_PROGRESS
    return CommitmentStatus.KEPT if _KEPT.search(clause) else CommitmentStatus.PLEDGED


def _condition(draft: Draft, *, held_up: bool = False) -> str | None:
    """What it hangs on, or what holds it up: told in the clause, or behind it in the sentence."""
    if not held_up and draft.aux is not Auxiliary.HYPOTHETICAL and not _of_plans(draft.token):
        return None
    token = draft.token
    match = _BLOCKER.search(token.doc[token.i : token.sent.end].text) or _BLOCKER.search(draft.text)
    return match.group(1).strip() if match else None
