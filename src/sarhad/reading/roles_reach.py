"""Whom an act reaches that its verb only leads up to: the other party of what is promised, threatened or asked for."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sarhad.codebook import EventType
from sarhad.reading import grammar
from sarhad.reading.lexicon import Entry
from sarhad.reading.roles_parties import Parties
from sarhad.records import Actor, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

INTENT = frozenset(
    (EventType.THREATEN, EventType.AGREE, EventType.REJECT, EventType.SUPPORT, EventType.REQUEST)
)
"""Types whose verb leads up to the act meant."""

_TOWARD = {
    EventType.AGREE: frozenset("with between toward towards against".split()),
    EventType.REQUEST: frozenset("with against".split()),
}
_ANY_WAY = frozenset("with between toward towards against to on at".split())
_HARMING = frozenset((EventType.THREATEN, EventType.REJECT))
_VOWING = frozenset(("vow", "promise", "swear", "pledge"))
_REVENGE = frozenset("retaliate respond react avenge revenge retaliation response reprisal vengeance".split())
_DEPTH = 7


def intended(head: "Token", entry: Entry, parties: Parties) -> list[Actor]:
    """Whom the act in the complement would reach ("vowed to destroy X", "the need to pressure X", "pledged to work
    with X", "the importance of wider trade between X and Y")."""
    names = _TOWARD.get(entry.type, _ANY_WAY)
    out: list[Actor] = []
    for token in _complement(head, _DEPTH):
        if token.pos_ == "VERB" and _aims(entry.type, head):
            out += [a for o in grammar.children(token, "dobj") for a in _at(o, entry.type, parties)]
        if token.lemma_.lower() in _REVENGE:
            acts = grammar.prepositional(token, frozenset(("for", "over", "to")))
            out += [
                a for _, act in acts for c in grammar.children(act, "poss", "amod") for a in parties.expand(c)
            ]
        for name, other in grammar.prepositional(token):
            if (
                (token.lemma_.lower() in _STRIKES and name in ("of", "on", "against"))
                or name in names
                or (name == "to" and token.dep_ in ("xcomp", "dobj") and token.head == head)
            ):
                out += parties.expand(other)
    return out


def _at(thing: "Token", kind: EventType, parties: Parties) -> tuple[Actor, ...]:
    """The object's own party; of what is threatened, the country it stands in ("to bomb every bridge in X")."""
    found = parties.expand(thing)
    if found or kind not in _HARMING:
        return found
    spots = [*grammar.conjuncts(thing), thing.head]
    places = [o for t in spots for _, o in grammar.prepositional(t, _GROUND)]
    return tuple(a for o in places for a in parties.expand(o))


_GROUND = frozenset(("in", "of"))


def _aims(kind: EventType, head: "Token") -> bool:
    return kind in _HARMING or kind in (EventType.AGREE, EventType.REQUEST) or head.lemma_ in _VOWING


_LEADING = frozenset(("xcomp", "dobj", "acl", "pcomp", "attr"))
_STRIKES = frozenset("bombing attack strike airstrike blockade siege war sanction shelling invasion".split())
_INSIDE = frozenset("of for in on to about into as".split())


def _complement(head: "Token", depth: int) -> Iterator["Token"]:
    """What the head leads up to, downward: infinitives, objects, "of" and "for" phrases, what is joined to them."""
    if not depth:
        return
    for child in head.children:
        if child.i < head.i:
            continue
        if child.dep_ in _LEADING or _bare_infinitive(child) or _joined(child, head):
            yield child
            yield from _complement(child, depth - 1)
        elif child.dep_ == "prep" and child.lower_ in _INSIDE:
            for inner in grammar.children(child, "pobj", "pcomp"):
                yield inner
                yield from _complement(inner, depth - 1)


def _bare_infinitive(verb: "Token") -> bool:
    """ "To defend X", and "ease" of "help ease tensions with X"."""
    if verb.dep_ == "ccomp":
        return verb.tag_ == "VB" and not grammar.children(verb, "nsubj", "mark")
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return verb.dep_ in ("advcl", "relcl") and to


def _joined(child: "Token", head: "Token") -> bool:
    """What "and" joins inside the complement; what it joins to the verb itself is an act of its own."""
    return bool(child.dep_ == "conj" and head.dep_ != "ROOT" and child.pos_ == head.pos_)


def against(word: "Token", parties: Parties) -> list[Actor]:
    """ "Fighting with full force against X", "an attack today against X": whom "against" names, a phrase away."""
    heads = [o for _, o in grammar.prepositional(word)] + grammar.children(word, "npadvmod", "advmod")
    if word.dep_ == "attr" and word.head.lemma_ == "be":
        heads.append(word.head)
    return [a for h in heads for _, o in grammar.prepositional(h, _AGAINST) for a in parties.expand(o)]


_AGAINST = frozenset(("against",))


def asked(verb: "Token", parties: Parties) -> list[Actor]:
    """Who is asked to act: the subject of what is demanded ("that Kabul stop", "for all sides to show")."""
    out: list[Actor] = []
    for clause in grammar.children(verb, "ccomp", "xcomp", "advcl"):
        if clause.dep_ == "advcl" and any(m.lower_ != "for" for m in grammar.children(clause, "mark")):
            continue  # "whereas Hamas has said": told beside, not asked
        for own in grammar.children(clause, "nsubj", "nsubjpass"):
            out += parties.expand(own)
    return out


def protesters(word: "Token", entry: Entry, doers: Sequence[Actor], parties: Parties) -> list[Actor]:
    """ "Cracked down on the protests": on those who protest, of the country told with them or of who puts them down."""
    named = entry.prepositions | {"of", "against", "on"}
    done_to = [*grammar.objects(word)] if word.pos_ == "VERB" else []
    done_to += [o for _, o in grammar.prepositional(word, named)]
    protest = next((o for o in done_to if o.lemma_.lower() in _PROTESTS), None)
    if protest is None:
        return []
    told = [*parties.expand(protest), *doers]
    countries = [a.code[:3] for a in told if a.code[:3] not in ("UNK", "IGO", "NGO", "ISM")]
    words = protest.doc[protest.left_edge.i : protest.i + 1]
    span = Span(start=words.start_char, end=words.end_char)
    code = f"{countries[0] if countries else 'UNK'}.CVL"
    return [Actor(mention=words.text, code=code, span=span, resolved_by="description")]


_PROTESTS = frozenset("protest demonstration uprising dissent unrest rally riot".split())
