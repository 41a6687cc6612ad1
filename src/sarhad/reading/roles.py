"""Who acts and toward whom: the parties of a trigger, read off the parse and resolved by the linker."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from sarhad.codebook import EventType
from sarhad.reading import grammar
from sarhad.reading.lexicon import Entry
from sarhad.reading.triggers import Trigger
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token


class Parties(Protocol):
    """What the linker knows: the actors of a noun phrase by its head."""

    def expand(self, token: "Token") -> tuple[Actor, ...]:
        """Actors of the noun phrase headed at `token`, conjuncts and modifiers included."""
        ...

    def speaker(self, token: "Token") -> tuple[Actor, ...]:
        """Actors of a phrase that speaks: "according to Kabul" is the government there."""
        ...

    def named(self, start: int, end: int) -> tuple[Actor, ...]:
        """Every actor named in a range of the parsed text."""
        ...


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of one act."""

    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()


_AT = frozenset("on against at into toward towards in of".split())
_THINGS = frozenset(["NOUN", "PROPN"])


def target(trigger: Trigger) -> "tuple[int, int] | None":
    """The token range (inclusive) of what force was used on, where it is a thing or a place ("a building")."""
    heads: list[Token] = []
    for token in (trigger.token, trigger.noun):
        if token is None:
            continue
        if token.pos_ == "VERB":
            heads += [
                o for o in grammar.objects(token) if o != trigger.noun and o.lemma_.lower() not in _WEAPONS
            ]
        heads += [
            o for name, o in grammar.prepositional(token, _AT) if name != "of" or trigger.entry.has("killing")
        ]
    found = next((h for h in heads if h.pos_ in _THINGS and h.ent_type_ not in ("DATE", "TIME")), None)
    return (found.left_edge.i, found.i) if found is not None else None


_WEAPONS = frozenset(
    (
        "missile rocket drone shell round shot projectile mortar barrage salvo attack strike airstrike raid "
        "operation offensive campaign war bombardment fire assault"
    ).split()
)


_UNDERGO = frozenset("face suffer experience witness see undergo sustain endure survive receive".split())
_BY = frozenset(("by", "from", "between", "among"))


def roles(trigger: Trigger, parties: Parties) -> Roles:
    """Actors and recipients of `trigger`. Empty where the text names none: nothing is guessed."""
    if trigger.entry.part == "n":
        return _tidy(trigger, _of_noun(trigger.token, trigger.entry, parties))
    found = _of_verb(trigger, parties)
    if trigger.noun is not None and trigger.noun_entry is not None:
        inner = _of_noun(trigger.noun, trigger.noun_entry, parties, light=False)
        found = _combined(found, inner, trigger)
    return _tidy(trigger, found)


def _unique(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    seen: dict[tuple[str, str], Actor] = {}
    for a in actors:
        seen.setdefault((a.code, a.mention.lower()), a)
    return tuple(seen.values())


def _tidy(trigger: Trigger, found: Roles) -> Roles:
    """No party stands on both sides; of two mentions of one code the first stays."""
    actors = _one_a_code(found.actors)
    taken = {a.code for a in actors}
    mutual = trigger.entry.has("mutual")
    recipients = tuple(
        r
        for r in _one_a_code(found.recipients)
        if r.code not in taken or (not mutual and r.resolved_by == "open")
    )
    return Roles(actors, recipients)


def _one_a_code(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    seen: dict[str, Actor] = {}
    for a in actors:
        seen.setdefault(a.code, a)
    return tuple(seen.values())


# --- verbs


def _of_verb(trigger: Trigger, parties: Parties) -> Roles:
    verb, entry = trigger.token, trigger.entry
    passive = grammar.is_passive(verb)
    doer = grammar.agent(verb) if passive else grammar.subject(verb)
    actors = _whoever(doer, parties)
    if not actors and doer is not None and doer.pos_ == "NOUN":
        actors = _doer_of_event(doer, parties)
    if passive and doer is None:
        actors = _through_event(verb, parties)
    if entry.type is EventType.ASSAULT and not actors:
        actors = _answerable(verb, parties)
    recipients = _done_to(verb, entry, doer, parties)
    if verb.lemma_ == "fail":
        recipients += [
            a
            for v in verb.subtree
            if v.pos_ == "VERB" and v.i > verb.i
            for o in grammar.objects(v)
            for a in parties.expand(o)
        ]
    if entry.type is EventType.REQUEST:
        recipients += _asked(verb, parties)
    if entry.type in _INTENT and not recipients:
        recipients += _intended(verb, entry, parties)
    recipients = [r for r in recipients if entry.type is not EventType.AGREE or r not in actors]
    if entry.has("mutual"):
        return Roles(_unique([*actors, *recipients]))
    if entry.has("swap"):
        return Roles(_through_event(verb, parties), actors or tuple(recipients))
    return Roles(_unique(actors), _unique(recipients))


def _whoever(doer: "Token | None", parties: Parties) -> tuple[Actor, ...]:
    """The actors of a subject; where its noun is none ("insurgents near the border who ..."), of the phrase above."""
    found = _expand(doer, parties)
    at = doer
    for _ in range(3):
        if found or at is None or at.dep_ not in ("pobj", "prep") or at.head == at:
            break
        at = at.head
        found = parties.expand(at) if at.pos_ in ("NOUN", "PROPN") else found
    return found


def _done_to(verb: "Token", entry: Entry, doer: "Token | None", parties: Parties) -> list[Actor]:
    """Who the act is done to: the object itself, else whoever its noun belongs to ("hideouts of X", "sanctions on X")."""
    out: list[Actor] = []
    for o in grammar.objects(verb):
        if o == doer or (verb.dep_ == "relcl" and o == verb.head and entry.has("denial")):
            continue
        if entry.has("topic"):
            continue  # "discussed Israel's operations": what is talked of talks not
        thing = entry.objects or entry.type is EventType.AGREE
        found = _expand(o, parties) if not thing or entry.has("party") or entry.has("person") else ()
        if not found:
            for _, inner in grammar.prepositional(
                o, entry.prepositions | _INNER.get(entry.type, frozenset())
            ):
                found += _expand(inner, parties)
        out += found
    if entry.mode == "third-party":
        between = [t for t in verb.subtree if t.lower_ == "between" and t.i > verb.i]
        out += [a for t in between for c in t.children if c.dep_ == "pobj" for a in parties.expand(c)]
    wanted = (
        entry.prepositions - {"of", "for"}
        if out and entry.type is not EventType.CONSULT
        else entry.prepositions
    )
    for _, o in grammar.prepositional(verb, wanted):
        if o.dep_ == "pobj":
            out += _expand(o, parties)
    return out


_INTENT = frozenset((EventType.THREATEN, EventType.AGREE, EventType.REJECT, EventType.SUPPORT))


_VOWING = frozenset(("vow", "promise", "swear", "pledge"))


def _intended(verb: "Token", entry: Entry, parties: Parties) -> list[Actor]:
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


_OF = frozenset(("of", "on", "against", "near"))
_FROM = frozenset(("from", "by", "of"))
_INNER = {
    EventType.ASSAULT: _OF,
    EventType.COERCE: _OF,
    EventType.SANCTION: _OF,
    EventType.ACCUSE: frozenset(("by", "of", "on")),
    EventType.REJECT: _FROM,
    EventType.SUPPORT: _FROM,
}
"""Prepositions inside an object's own phrase that lead to the other party ("the call from London", "hideouts of X")."""


def _asked(verb: "Token", parties: Parties) -> list[Actor]:
    """Who is asked to act: the subject of what is demanded ("that Kabul stop", "for all sides to show")."""
    out: list[Actor] = []
    for clause in grammar.children(verb, "ccomp", "xcomp", "advcl"):
        if clause.dep_ == "advcl" and any(m.lower_ != "for" for m in grammar.children(clause, "mark")):
            continue  # "whereas Hamas has said": told beside, not asked
        for own in grammar.children(clause, "nsubj", "nsubjpass"):
            out += parties.expand(own)
    return out


def _expand(token: "Token | None", parties: Parties) -> tuple[Actor, ...]:
    if token is None:
        return ()
    if token.pos_ == "NUM":  # "23 of its soldiers": soldiers
        part = tuple(
            a for _, o in grammar.prepositional(token, frozenset(("of",))) for a in parties.expand(o)
        )
        if part:
            return part
    found = parties.expand(token)
    if not found and token.lemma_.lower() in _PARTS:
        for _, o in grammar.prepositional(token, frozenset(("of",))):
            found += parties.expand(o)
    return found


_PARTS = frozenset(
    (
    "nation country state city people government side leadership part member series dozen hundred number "
    "majority leader ruler chief head group"
    ).split()
)  # fmt: skip


def _through_event(verb: "Token", parties: Parties) -> tuple[Actor, ...]:
    """ "were killed in an Israeli air strike": the strike's doer."""
    for _, o in grammar.prepositional(verb, frozenset(("in", "by", "during", "after", "following"))):
        found = _doer_of_event(o, parties)
        if found:
            return found
    return ()


def _doer_of_event(noun: "Token", parties: Parties) -> tuple[Actor, ...]:
    if noun.pos_ not in ("NOUN",) or noun.ent_type_ in ("GPE", "LOC", "FAC"):
        return ()
    modifiers = [c for c in noun.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
    out: list[Actor] = []
    for m in modifiers:
        out += parties.expand(m)
    for _, o in grammar.prepositional(noun, _BY):
        out += parties.expand(o)
    return tuple(out)


def _combined(verb: Roles, noun: Roles, trigger: Trigger) -> Roles:
    """The verb's subject acts; the noun adds whom ("carried out strikes on X") or, where the verb has none, who."""
    if trigger.token.lemma_ in _UNDERGO:
        return Roles(noun.actors, verb.actors)
    if trigger.entry.has("mutual"):
        return Roles(_unique([*verb.actors, *noun.actors, *noun.recipients]))
    known = {a.code for a in verb.actors}
    return Roles(
        verb.actors or noun.actors,
        _unique([*(r for r in verb.recipients if r.code not in known), *noun.recipients]),
    )


# --- nouns


def _of_noun(noun: "Token", entry: Entry, parties: Parties, *, light: bool = True) -> Roles:
    actors: list[Actor] = []
    recipients: list[Actor] = []
    victim_told = any(name == "of" for name, _ in grammar.prepositional(noun))
    for c in noun.children:
        if c.dep_ == "poss" or (
            c.dep_ in ("amod", "compound", "nmod") and c.pos_ in ("PROPN", "ADJ", "NOUN")
        ):
            side = recipients if entry.has("killing") and c.dep_ == "poss" and not victim_told else actors
            side += _modifier(c, parties)
    for name, o in grammar.prepositional(noun):
        if name not in entry.prepositions and name != "between":
            continue
        side = actors if name in _BY else recipients
        side += _expand(o, parties)
    for c in grammar.children(noun, "acl", "relcl"):
        if grammar.is_passive(c):
            actors += _expand(grammar.agent(c), parties)
        elif entry.type is EventType.ASSAULT:
            for o in grammar.objects(c):
                recipients += _expand(o, parties)
    if light:
        extra = _through_light_verb(noun, entry, parties)
        actors = actors or list(extra.actors)
        recipients = recipients or [r for r in extra.recipients if r not in actors]
    if entry.has("mutual"):
        return Roles(_unique([*actors, *recipients]))
    return Roles(_unique(actors), _unique(recipients))


_ARMED = frozenset("militant terrorist terror insurgent rebel separatist jihadist extremist".split())


def _modifier(word: "Token", parties: Parties) -> tuple[Actor, ...]:
    """ "Israeli strike", "Israel's strike", "militant attack"; "military" and "daily" name nobody."""
    if word.dep_ != "poss" and word.text[:1].islower():
        return _unnamed(word)
    found = parties.expand(word)
    if word.dep_ == "compound" and all(a.resolved_by == "metonym" for a in found):
        return ()  # "the Kabul blast": where, not who
    if word.dep_ == "poss" and word.pos_ == "PROPN" and len(found) == 1 and found[0].resolved_by == "name" and found[0].code.endswith(".MIL") and word.ent_type_ in ("GPE", ""):  # fmt: skip
        return (
            (replace(found[0], code=found[0].code.replace(".MIL", ".GOV")),)
            if found[0].mention == word.text
            else found
        )
    return found


def _unnamed(word: "Token") -> tuple[Actor, ...]:
    """ "militant attacks": armed people nobody names, of no country told."""
    return (
        (Actor(mention=word.text, code="UNK.UAF", resolved_by="description"),)
        if word.lemma_.lower() in _ARMED
        else ()
    )


_CARRY = frozenset(
    (
        "hold carry conduct launch stage have make take mount wage engage begin start open continue resume "
        "commit unleash issue give lodge express voice trade perform execute enter undertake deliver repeat "
        "extend offer attend join"
    ).split()
)


_MEASURES = frozenset(
    (
        "increase rise surge series wave spate string number campaign escalation round spike uptick upsurge dozen hundred score thousand "
        "barrage"
    ).split()
)


_UNDER = frozenset(("in", "into", "under", "to", "for"))
_AT_TALKS = frozenset(("in", "during", "at", "on", "for", "into"))
_DELEGATIONS = frozenset("delegation team mission".split())
_BLAMING = frozenset("blame accuse charge implicate".split())


def _answerable(token: "Token", parties: Parties) -> tuple[Actor, ...]:
    """Who is told to be behind it: "responsible for the attack", "blamed X for the attack", "blamed the attack on X"."""
    if token.dep_ == "dobj" and token.head.lemma_ == "blame":
        on = [o for t in (token, token.head) for _, o in grammar.prepositional(t, frozenset(("on",)))]
        return tuple(a for o in on for a in parties.expand(o))
    if token.dep_ not in ("pobj", "pcomp") or token.head.lower_ != "for":
        return ()
    governor = token.head.head
    if governor.lemma_ in _BLAMING and governor.pos_ == "VERB":
        return tuple(a for o in grammar.objects(governor) for a in parties.expand(o))
    if governor.lemma_ == "responsible" and governor.head.pos_ in ("AUX", "VERB"):
        return _expand(grammar.subject(governor.head), parties)
    return ()


def _through_light_verb(noun: "Token", entry: Entry, parties: Parties) -> Roles:
    """The subject of the verb whose object the noun is; those who undergo are recipients."""
    at = noun
    while at.dep_ == "conj" and at.head.pos_ == "NOUN":
        at = at.head
    while at.dep_ == "pobj" and at.head.lower_ in ("in", "of") and at.head.head.lemma_ in _MEASURES:
        at = at.head.head
    answerable = _answerable(at, parties) if entry.type is EventType.ASSAULT else ()
    if answerable:
        return Roles(answerable, ())
    met = entry.type is EventType.CONSULT
    if at.dep_ == "pobj" and at.head.dep_ == "prep" and at.head.lower_ in (_AT_TALKS if met else _UNDER):
        at = at.head
    verb = at.head
    if met and at.dep_ == "prep" and verb.lemma_ in _DELEGATIONS and verb.head.lemma_ in ("lead", "head"):
        verb = verb.head  # "leads a delegation for talks with Y"
    if at.dep_ not in ("dobj", "prep", "nsubjpass") or verb.pos_ != "VERB":
        return Roles()
    doer = grammar.agent(verb) if grammar.is_passive(verb) else grammar.subject(verb)
    if doer is None or doer.i == noun.i:
        return Roles()
    if met and at.dep_ == "prep":
        return Roles(_expand(doer, parties), ())
    if verb.lemma_ in _UNDERGO or (verb.lemma_ == "come" and at.lower_ == "under"):
        return Roles((), _expand(doer, parties))
    if verb.lemma_ in _CARRY:
        return Roles(_expand(doer, parties), ())
    return Roles()
