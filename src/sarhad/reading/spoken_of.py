"""Violence that a noun only speaks of: to be averted, to date something else, condemned and no more."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sarhad.codebook import EventType
from sarhad.reading import grammar
from sarhad.reading.draft import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token


def told_as_acts(found: Sequence[Draft]) -> list[Draft]:
    """The drafts without the violence that is only spoken of."""
    return [d for d in found if not _only_spoken_of(d, found)]


def _only_spoken_of(draft: Draft, found: Sequence[Draft]) -> bool:
    token = draft.token
    if token.pos_ != "NOUN" or draft.coded_by == "silence":
        return False
    if draft.type is EventType.THREATEN:
        return _averted(token)  # "agreed to suspend the bombing": no threat of it either
    if draft.type is not EventType.ASSAULT:
        return False
    return (
        _averted(token) or _or_else(token) or _ended(token) or _only_dates(token) or _condemned(draft, found)
    )


_AVERT = frozenset("suspend halt stop cease prevent avoid avert deter resolve counter refrain".split())


def _averted(token: "Token") -> bool:
    """ "To prevent further attacks", "suspended the bombing": what shall not be is told by the act that keeps it away;
    "the raids that killed six" it stopped are told all the same."""
    if grammar.children(token, "relcl", "acl"):
        return False
    first = token.head if token.dep_ == "conj" and token.head.pos_ == "NOUN" else token
    verb = first.head.head if first.dep_ == "pobj" and first.head.lower_ == "from" else first.head
    return first.dep_ in ("dobj", "pobj") and verb.pos_ == "VERB" and verb.lemma_.lower() in _AVERT


_THREATENED = re.compile(r"\bor (?:else )?(?:face|risk|suffer) (?:\w+ ){0,2}$")


def _or_else(token: "Token") -> bool:
    """ "Withdraw or face attack": what else would come; by the words, which parsers seldom get right."""
    words = token.doc[max(token.sent.start, token.i - 5) : token.i]
    return _THREATENED.search(words.text_with_ws) is not None


def _ended(token: "Token") -> bool:
    """ "A lasting end to the war"."""
    to = token.dep_ == "pobj" and token.head.lower_ == "to"
    return to and token.head.head.lemma_.lower() in ("end", "halt", "stop")


_LASTING = frozenset("war conflict fighting hostility violence unrest crisis".split())
_TIMES = frozenset("start beginning outbreak onset wake aftermath course".split())
_WHEN = frozenset("since before after during amid despite until".split())


def _only_dates(token: "Token") -> bool:
    """ "Since the start of the war", "in the wake of the conflict", "since the war began": when, or in which times,
    something else happened."""
    if token.lemma_.lower() not in _LASTING:
        return False
    verb = token.head
    if token.dep_ == "nsubj" and verb.lemma_ in ("begin", "start", "erupt"):
        return any(c.lower_ in _WHEN for c in verb.children if c.dep_ in ("mark", "advmod"))
    if token.dep_ != "pobj":
        return False
    if token.head.lower_ == "of":
        return token.head.head.lemma_.lower() in _TIMES
    return token.head.lower_ in _WHEN and not grammar.children(token, "poss")


def _condemned(draft: Draft, found: Sequence[Draft]) -> bool:
    """ "Condemned the attack": without who struck whom or where, it tells no more than the condemnation does."""
    token = draft.token
    if (draft.actors and draft.recipients) or any(grammar.prepositional(token)):
        return False
    at = token.head if token.dep_ == "pobj" and token.head.lower_ == "as" else token
    return at.dep_ in ("dobj", "prep") and any(
        d.type is EventType.ACCUSE and d.token.i == at.head.i for d in found
    )
