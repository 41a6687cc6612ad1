"""What an act counts as, told as it is: planned help is a promise, planned force a threat, denied help a refusal.

PLOVER codes what is told. The table follows its manual: the future of a cooperative act is AGREE, of a hostile one
THREATEN; a cooperative act that is not done is REJECT; a hostile one that is stopped or not done gives way.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sarhad.codebook import QUAD, Auxiliary, EventType, Quad
from sarhad.reading import grammar
from sarhad.reading.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class AsTold:
    """The type an act counts as, and why."""

    type: EventType
    why: str


_COMING = frozenset(("will", "'ll", "shall", "would"))
_SET = frozenset(
    "plan intend prepare set expect seek aim agree propose offer consider mull schedule be willing ready prepared".split()
)
_COOPERATIVE = (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION)


def as_told(trigger: Trigger, kind: EventType, aux: Auxiliary | None) -> AsTold:
    """The type that an act of `kind` counts as in the way the sentence tells it."""
    quad = QUAD[kind]
    if aux is Auxiliary.NEGATION:
        if quad in _COOPERATIVE and kind is not EventType.AGREE:
            return AsTold(EventType.REJECT, "a cooperative act told as not done")
        if quad is Quad.MATERIAL_CONFLICT:
            return AsTold(EventType.CONCEDE, "a hostile act told as not done")
    if _is_coming(trigger.token):
        if quad in _COOPERATIVE:
            return AsTold(EventType.AGREE, "a cooperative act to come")
        if quad is Quad.MATERIAL_CONFLICT:
            return AsTold(EventType.THREATEN, "a hostile act to come")
    return AsTold(kind, "told as done")


def _is_coming(token: "Token") -> bool:
    """Whether the act is announced: "will", "would", "plans to", "is ready to"."""
    verb = token if token.pos_ in ("VERB", "AUX") else token.head
    if any(c.lower_ in _COMING for c in grammar.children(verb, "aux")):
        return True
    infinitive = any(c.lower_ == "to" for c in grammar.children(verb, "aux"))
    return infinitive and verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_.lower() in _SET
