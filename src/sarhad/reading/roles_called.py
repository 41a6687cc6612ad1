"""Whom a blow hits when the thing hit is told by what it is said to be: "areas it says are the group's strongholds",
"what it described as a command centre of the group", "a school used by the group"."""

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sarhad.reading import grammar
from sarhad.reading.roles_parties import Parties, expand
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_ON = frozenset("on at against".split())
_SAYING = frozenset("say claim describe call identify believe allege suspect".split())
_USING = frozenset("use run operate own man staff".split())


def called(blow: "Token", parties: Parties) -> list[Actor]:
    """The parties in the words for what `blow` hit."""
    hit = grammar.objects(blow) if blow.pos_ == "VERB" else []
    hit += [o for _, o in grammar.prepositional(blow, _ON)]
    told = itertools.chain.from_iterable(map(_names, (*hit, *_what(blow))))
    return [a for t in told for a in expand(t, parties)]


def _what(blow: "Token") -> list["Token"]:
    """ "Struck what it said was a base", where the parse hangs the saying under the blow."""
    below = grammar.children(blow, "ccomp", "pcomp")
    return [c for c in below if c.lemma_ in _SAYING and any(t.lower_ == "what" for t in c.subtree)]


def _names(thing: "Token") -> Iterator["Token"]:
    """What the thing is said to be, and who uses it."""
    if thing.pos_ == "VERB":
        yield from _after_saying(thing)
        return
    for clause in grammar.children(thing, "acl", "relcl"):
        if clause.lemma_ in _SAYING:
            yield from _after_saying(clause)
        elif clause.lemma_ in _USING:
            yield from filter(None, [grammar.agent(clause)])


def _after_saying(verb: "Token") -> Iterator["Token"]:
    yield from grammar.children(verb, "oprd")
    yield from (o for _, o in grammar.prepositional(verb, frozenset(("as",))))
    for clause in grammar.children(verb, "ccomp"):
        yield from grammar.children(clause, "attr")
        if clause.lemma_ in _USING:
            yield from filter(None, [grammar.agent(clause)])
