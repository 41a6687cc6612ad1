"""A truce that is undone: suspended, called off, left. Whoever tells so tells no agreement, though the word for one stands there."""

import re
from dataclasses import replace

from sarhad.codebook import Auxiliary, CeasefirePhase, EventType
from sarhad.reading.draft import Draft

_WORD = r"(?:cease-?\s?fire|truce|armistice|agreement|accord|deal|pact)s?"
_FILL = r"(?:(?!(?:under|after|as|in|on|for|during|if|until|to|over|trade|water|visa|transit|fishing|energy|gas|oil|grain|nuclear|arms|defen[cs]e|extradition|investment|tax|mineral|migration)\b)[\w.'-]+ ){0,6}?"
_SUSPENDS = (
    rf"\b(?:suspend(?:s|ed|ing)?|fr[eo]e?z(?:es?|en|ing)|paus(?:es|ed|ing)) (?:(?:the )?implementation of |its (?:part|participation) in )?{_FILL}{_WORD}\b|"
    rf"\b(?:puts?|putting|placed) {_FILL}{_WORD} (?:with (?:the )?\w+ )?on (?:hold|ice)\b|"
    rf"\b{_WORD} (?:with (?:the )?\w+ )?(?:was|were|is|are|has been|had been|have been) (?:suspended|frozen|on hold|put on hold)\b"
)
_LEAVES = (
    rf"\b(?:call(?:s|ed|ing) off|scrap(?:s|ped|ping)|terminat(?:es|ed|ing)|renounc(?:es|ed|ing)|t(?:ears?|ore|earing) up|abandon(?:s|ed|ing)|"
    rf"quit(?:s|ting)?|(?:withdr[ae]w(?:s|n|ing)?|withdrew) from|pull(?:s|ed|ing) out of|walk(?:s|ed|ing) (?:away from|out of)) {_FILL}{_WORD}\b|"
    r"\bend(?:s|ed|ing) (?:the|its|their|an?|this|that) (?:[\w'-]+ )??(?:cease-?fire|truce|armistice)\b|"
    rf"\b{_WORD} (?:with (?:the )?\w+ )?(?:was|were|has been|had been) (?:called off|scrapped|terminated|abandoned)\b"
)
_SUSPENDED, _LEFT = re.compile(_SUSPENDS, re.I), re.compile(_LEAVES, re.I)
_NOT_DONE = re.compile(
    r"\b(?:will|would|(?-i:may)|might|could|can|should|must|shall|to|not|never|if|unless|whether|without|threat\w*|den(?:y|ie[sd]|ying)|consider\w*|plan\w*)\b"
    r"[^.;,]{0,30}$|n't\b[^.;,]{0,20}$",
    re.I,
)
_TELLS = (EventType.AGREE, EventType.REJECT, EventType.RETREAT, EventType.SANCTION, EventType.CONCEDE)


def undone(draft: Draft) -> CeasefirePhase | None:
    """The phase of a clause that undoes a truce as done: "in effect" is then told as not so (the codebook's word for suspended)."""
    if draft.type not in _TELLS or draft.aux in (
        Auxiliary.FUTURE,
        Auxiliary.HYPOTHETICAL,
        Auxiliary.NEGATION,
    ):
        return None
    for words, phase in ((_SUSPENDED, CeasefirePhase.IN_EFFECT), (_LEFT, CeasefirePhase.ENDED)):
        found = words.search(draft.text)
        if found and not _NOT_DONE.search(draft.text[: found.start()]):
            return phase
    return None


def with_undone(draft: Draft) -> Draft:
    """A draft of a truce that its clause undoes, in the phase that it is left in."""
    phase = undone(draft) if draft.ceasefire is not None else None
    if draft.ceasefire is None or phase is None:
        return draft
    spoken_of = draft.type is EventType.AGREE and phase is CeasefirePhase.IN_EFFECT
    return replace(
        draft,
        aux=Auxiliary.NEGATION if spoken_of else draft.aux,
        commitment=None if draft.type is EventType.AGREE else draft.commitment,
        ceasefire=replace(draft.ceasefire, phase=phase),
    )
