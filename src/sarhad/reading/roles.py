"""Who acts and toward whom: the parties of a trigger, read off the parse and resolved by the linker."""

from collections.abc import Iterable
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of one act."""

    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()


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
    actors = _expand(doer, parties)
    if passive and doer is None:
        actors = _through_event(verb, parties)
    recipients: list[Actor] = []
    for o in grammar.objects(verb):
        if o is not doer:
            recipients += _expand(o, parties)
    wanted = (
        entry.prepositions - {"of", "for"}
        if recipients and entry.type is not EventType.CONSULT
        else entry.prepositions
    )
    for name, o in grammar.prepositional(verb, wanted):
        if o.dep_ == "pobj":
            recipients += _expand(o, parties)
    if entry.has("mutual"):
        return Roles(_unique([*actors, *recipients]))
    if entry.has("swap"):
        return Roles(tuple(recipients) or _through_event(verb, parties), actors)
    return Roles(_unique(actors), _unique(recipients))


def _expand(token: "Token | None", parties: Parties) -> tuple[Actor, ...]:
    if token is None:
        return ()
    return parties.expand(token)


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
    for name, o in grammar.prepositional(noun, _BY):
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
    for c in noun.children:
        if c.dep_ == "poss" or (
            c.dep_ in ("amod", "compound", "nmod") and c.pos_ in ("PROPN", "ADJ", "NOUN")
        ):
            side = recipients if entry.has("killing") and c.dep_ == "poss" else actors
            side += parties.expand(c)
    for name, o in grammar.prepositional(noun):
        if name not in entry.prepositions and name != "between":
            continue
        side = actors if name in _BY else recipients
        side += _expand(o, parties)
    for c in grammar.children(noun, "acl"):
        if c.tag_ == "VBN":
            actors += _expand(grammar.agent(c), parties)
        elif c.tag_ == "VBG":
            for o in grammar.objects(c):
                recipients += _expand(o, parties)
    if light:
        extra = _through_light_verb(noun, entry, parties)
        actors = actors or list(extra.actors)
        recipients = recipients or list(extra.recipients)
    if entry.has("mutual"):
        return Roles(_unique([*actors, *recipients]))
    return Roles(_unique(actors), _unique(recipients))


_CARRY = frozenset(
    "hold carry conduct launch stage have make take mount wage engage begin start open continue resume commit unleash "
    "issue give lodge express voice trade lead perform execute enter undertake deliver repeat extend offer attend join "
    "reject oppose pursue".split()
)


def _through_light_verb(noun: "Token", entry: Entry, parties: Parties) -> Roles:
    """The subject of the verb whose object the noun is; those who undergo are recipients."""
    at = noun
    while at.dep_ == "conj" and at.head.pos_ == "NOUN":
        at = at.head
    if (
        at.dep_ == "pobj"
        and at.head.dep_ == "prep"
        and at.head.lower_ in ("in", "into", "under", "to", "for")
    ):
        at = at.head
    verb = at.head
    if at.dep_ not in ("dobj", "prep", "nsubjpass") or verb.pos_ != "VERB":
        return Roles()
    doer = grammar.agent(verb) if grammar.is_passive(verb) else grammar.subject(verb)
    if doer is None or doer.i == noun.i:
        return Roles()
    if verb.lemma_ in _UNDERGO or (verb.lemma_ == "come" and at.lower_ == "under"):
        return Roles((), _expand(doer, parties))
    if verb.lemma_ in _CARRY:
        return Roles(_expand(doer, parties), ())
    return Roles()
