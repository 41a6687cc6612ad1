"""Whom an act reaches that its verb only leads up to: the other party of what is promised, threatened or asked for."""

from typing import TYPE_CHECKING

from sarhad.codebook import EventType
from sarhad.reading import grammar
from sarhad.reading.lexicon import Entry
from sarhad.reading.roles_parties import Parties
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

INTENT = frozenset((EventType.THREATEN, EventType.AGREE, EventType.REJECT, EventType.SUPPORT))


_VOWING = frozenset(("vow", "promise", "swear", "pledge"))


def intended(verb: "Token", entry: Entry, parties: Parties) -> list[Actor]:
    """Whom the act in the complement would reach ("vowed to destroy X", "pledged to work with X")."""
    out: list[Actor] = []
    names = frozenset(("with", "to", "toward", "between")) if entry.type is EventType.AGREE else frozenset(("with", "against", "to", "on", "at", "toward", "between"))  # fmt: skip
    heads = [*grammar.children(verb, "xcomp", "advcl"), *grammar.children(verb, "dobj")]
    for head in heads:
        if (
            entry.type in (EventType.THREATEN, EventType.REJECT) or verb.lemma_ in _VOWING
        ) and head.pos_ == "VERB":
            out += [a for o in grammar.objects(head) if o.dep_ == "dobj" for a in parties.expand(o)]
        for t in head.subtree:
            if t.dep_ == "prep" and t.lower_ in names and (t.head == head or t.head.head == head):
                out += [a for c in t.children if c.dep_ == "pobj" for a in parties.expand(c)]
    return out


def asked(verb: "Token", parties: Parties) -> list[Actor]:
    """Who is asked to act: the subject of what is demanded ("that Kabul stop", "for all sides to show")."""
    out: list[Actor] = []
    for clause in grammar.children(verb, "ccomp", "xcomp", "advcl"):
        if clause.dep_ == "advcl" and any(m.lower_ != "for" for m in grammar.children(clause, "mark")):
            continue  # "whereas Hamas has said": told beside, not asked
        for own in grammar.children(clause, "nsubj", "nsubjpass"):
            out += parties.expand(own)
    return out
