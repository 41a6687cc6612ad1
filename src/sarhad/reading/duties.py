"""What a deal lays on a party: "under the accord Chad is to withdraw its guns by Friday" is undertaken, though no verb of promising tells it."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, CommitmentStatus, EventType
from sarhad.knowledge.deals import LAID_DOWN
from sarhad.reading import grammar
from sarhad.reading.draft import Draft
from sarhad.reading.promised import act
from sarhad.records import Undertaking

if TYPE_CHECKING:
    from spacy.tokens import Token

_PEACEFUL = frozenset((EventType.RETREAT, EventType.AID, EventType.COOPERATE, EventType.CONCEDE))
_BINDING = frozenset(("shall", "must", "will"))
_BOUND = frozenset("oblige require bind commit due set".split())


def duty(draft: Draft) -> Draft | None:
    """The draft as an undertaking that a deal lays on its doers; None where it tells none."""
    token = draft.token
    if draft.type not in _PEACEFUL or not draft.actors or token.pos_ != "VERB":
        return None
    if draft.aux is Auxiliary.NEGATION or not _bound(token) or not LAID_DOWN.search(token.sent.text):
        return None
    told = Undertaking(object=_AT_ITS_END.sub("", act(token)), status=CommitmentStatus.PLEDGED)
    speaker = None if _is_the_paper(draft) else draft.speaker
    return replace(draft, aux=Auxiliary.FUTURE, commitment=told, speaker=speaker)


def _is_the_paper(draft: Draft) -> bool:
    """ "According to the text of the agreement": the deal itself is no teller."""
    named = draft.speaker.mention.lower().split() if draft.speaker is not None else []
    return bool(named) and named[-1] in _TEXTS


_AT_ITS_END = re.compile(rf",? {LAID_DOWN.pattern}$", re.I)
_TEXTS = grammar.PAPERS | {"text", "terms", "wording", "truce", "ceasefire", "protocol"}


def laid_down(draft: Draft) -> bool:
    """ "Under the deal Chad is to withdraw": whom it is owed says the deal."""
    return draft.commitment is not None and LAID_DOWN.search(draft.token.sent.text) is not None


def _bound(verb: "Token") -> bool:
    """ "Is to withdraw", "shall", "must", "is obliged to", and what is joined to it."""
    if any(a.lower_ in _BINDING for a in grammar.children(verb, "aux")):
        return not grammar.children(verb, "neg")
    up = verb.head
    if verb.dep_ == "xcomp" and grammar.to_do(verb):
        return (up.lemma_ == "be" and up.tag_ in ("VBZ", "VBP")) or up.lemma_.lower() in _BOUND
    joined = verb.dep_ == "conj" and not grammar.children(verb, "nsubj", "nsubjpass")
    return joined and up.pos_ == "VERB" and _bound(up)
