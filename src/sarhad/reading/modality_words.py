"""Acts that are done by being said: "we will strike back" is a threat made, "they should stop" a demand made."""

from dataclasses import replace

from sarhad.codebook import Auxiliary, EventType
from sarhad.reading import grammar
from sarhad.reading.draft import Draft

_AHEAD = (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL)
_THREATENING = frozenset("threaten threat warn warning caution ultimatum".split())
_OUGHT = frozenset("should must ought".split())


def as_said(draft: Draft) -> Draft:
    """The draft, done where its words are the threat or the demand; "may threaten" and "will ask" are still to come."""
    if draft.aux not in _AHEAD:
        return draft
    modals = {a.lower_ for a in grammar.children(draft.token, "aux")}
    lemma = draft.token.lemma_.lower()
    threat = draft.type is EventType.THREATEN and lemma not in _THREATENING and bool(modals)
    demand = draft.type is EventType.REQUEST and draft.coded_by == "encoder" and bool(modals & _OUGHT)
    return replace(draft, aux=None) if threat or demand else draft
