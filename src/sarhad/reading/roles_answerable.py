"""Who is told to be behind a deed: "responsible for the attack", "blamed X for it", "involved in it"; and who only
reports it."""

from typing import TYPE_CHECKING

from sarhad.reading import grammar
from sarhad.reading.roles_parties import Parties, expand
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_BLAMING = frozenset("blame accuse charge implicate".split())


def answerable(token: "Token", parties: Parties) -> tuple[Actor, ...]:
    """Who is told to be behind it: "responsible for the attack", "blamed X for the attack", "blamed the attack on X"."""
    if token.dep_ == "dobj" and token.head.lemma_ == "blame":
        on = [o for t in (token, token.head) for _, o in grammar.prepositional(t, frozenset(("on",)))]
        return tuple(a for o in on for a in parties.expand(o))
    if token.dep_ not in ("pobj", "pcomp") or token.head.lower_ not in ("for", "in"):
        return ()
    governor = token.head.head
    if token.head.lower_ == "in":
        return _involved(governor, parties)
    if governor.lemma_ in _BLAMING and governor.pos_ == "VERB":
        return tuple(a for o in grammar.objects(governor) for a in parties.expand(o))
    if governor.lemma_ == "responsible" and governor.head.pos_ in ("AUX", "VERB"):
        return expand(grammar.subject(governor.head), parties)
    return ()


def _involved(word: "Token", parties: Parties) -> tuple[Actor, ...]:
    """ "Was involved in the attack", "denied any role in it", "its part in it"."""
    if word.lemma_.lower() not in _PART:
        return ()
    verb = word if word.pos_ == "VERB" else word.head
    if any(c.dep_ == "neg" or c.lower_ in ("no", "not", "neither") for t in (word, verb) for c in t.children):
        return ()  # "was not involved", "had no role": told as not done
    whose = grammar.children(word, "poss")
    doer = whose[0] if whose else grammar.subject(verb) if verb.pos_ in ("VERB", "AUX") else None
    return expand(doer, parties)


_PART = frozenset("involve involved involvement role part hand complicity".split())


def reporter(verb: "Token", parties: Parties) -> "Token | None":
    """ "Were reported killed by the ministry", which the parse takes for who killed them; forces and armed groups may have."""
    by = grammar.agent(verb) if grammar.told_as_held(verb) else None
    found = expand(by, parties)
    return by if found and not any(a.code[4:7] in _ARMED for a in found) else None


_ARMED = frozenset("MIL COP REB UAF SPY".split())
