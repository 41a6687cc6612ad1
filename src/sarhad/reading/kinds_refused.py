"""What is refused by saying that one will not do it: "will not talk", "has no intention of withdrawing"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sarhad.codebook import EventType
from sarhad.reading import grammar
from sarhad.reading.kind import Kind
from sarhad.reading.kinds_words import PEOPLE
from sarhad.reading.roles import roles
from sarhad.reading.roles_parties import Parties, Roles
from sarhad.reading.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODES = {EventType.CONSULT: "meet", EventType.RETREAT: "yield"}
"""What another side may ask for, with the mode of its refusal. A strike that one will not fly is no refusal."""


def refusal(trigger: Trigger, kind: Kind) -> Kind:
    """`kind`, or the refusal of it by those who would do it."""
    if kind.type not in _MODES or not _will_not(trigger.token):
        return kind
    return Kind(EventType.REJECT, _MODES[kind.type], negated=True)


def refuses(trigger: Trigger, kind: Kind) -> bool:
    """Whether `kind` is the refusal of what `trigger` names."""
    return kind.type is EventType.REJECT and kind.negated and trigger.type in _MODES


def of_a_refusal(trigger: Trigger, parties: Parties) -> Roles:
    """Who will not do it, toward whom: not together with him, and not what of one's own would have been given up."""
    options = trigger.entry.options - {"mutual"}
    prepositions = trigger.entry.prepositions | {"with"}
    found = roles(
        replace(trigger, entry=replace(trigger.entry, options=options, prepositions=prepositions)), parties
    )
    own = {a.code.split(".")[0] for a in found.actors}
    others = tuple(r for r in found.recipients if r.code.split(".")[0] not in own)
    return replace(found, recipients=others)


def _will_not(token: "Token") -> bool:
    return any(_no_will(t) for t in _above(token)) or (token.pos_ == "VERB" and _wills_not(token))


_WILL = frozenset("will wo 'll would shall sha".split())


def _wills_not(verb: "Token") -> bool:
    """ "Will not meet him": told of people or of a side, not of a truce that will not reach so far; "will they not meet?" asks."""
    if grammar.is_passive(verb) or not any(c.dep_ == "neg" for c in verb.children):
        return False
    doer = grammar.subject(verb)
    if doer is None or not (doer.pos_ in ("PROPN", "PRON") or doer.lemma_.lower() in PEOPLE):
        return False
    return any(a.lower_ in _WILL and a.i > doer.i for a in grammar.children(verb, "aux"))


_WISH = frozenset("intention interest desire reason point wish appetite need readiness willingness".split())
_MINDED = frozenset("ready willing prepared interested keen".split())
_LEADING = frozenset(("pobj", "prep", "pcomp", "acl", "relcl", "dobj", "xcomp", "compound", "ccomp"))
_NEAR = 5


def _above(token: "Token") -> Iterator["Token"]:
    """The words whose content `token` is part of."""
    at = token
    for _ in range(_NEAR):
        if at.dep_ not in _LEADING or at.head == at:
            return
        at = at.head
        yield at


def _no_will(word: "Token") -> bool:
    """ "No intention of", "see no reason why", "don't see any reason to", "are not ready to"."""
    if word.lemma_.lower() in _MINDED and word.dep_ == "acomp":
        return any(c.dep_ == "neg" for c in word.head.children)
    if word.lemma_.lower() not in _WISH or word.dep_ != "dobj":
        return False
    owned = word.head.lemma_ in ("have", "see")
    none = any(c.lower_ == "no" for c in word.children)
    return owned and (none or any(c.dep_ == "neg" for c in word.head.children))
