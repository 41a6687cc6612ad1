"""Who acts and toward whom: the parties of a trigger, read off the parse and resolved by the linker."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sarhad.codebook import EventType
from sarhad.reading import grammar
from sarhad.reading.lexicon import Entry
from sarhad.reading.roles_answerable import answerable, reporter
from sarhad.reading.roles_called import called
from sarhad.reading.roles_deeds import blow, fired_thing
from sarhad.reading.roles_nouns import (
    UNDERGO,
    doer_of_event,
    killed_beside,
    of_noun,
    through_event,
)
from sarhad.reading.roles_parties import Parties, Roles, expand, unique
from sarhad.reading.roles_reach import INTENT, against, asked, intended, protesters
from sarhad.reading.triggers import Trigger
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["DEED_WORDS", "Parties", "Roles", "roles", "target"]


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


def roles(trigger: Trigger, parties: Parties) -> Roles:
    """Actors and recipients of `trigger`. Empty where the text names none: nothing is guessed."""
    if trigger.entry.part == "n":
        return _tidy(trigger, of_noun(trigger.token, trigger.entry, parties))
    found = _of_verb(trigger, parties)
    if trigger.noun is not None and trigger.noun_entry is not None:
        inner = of_noun(trigger.noun, trigger.noun_entry, parties, light=False)
        found = _combined(found, inner, trigger)
    return _tidy(trigger, found)


def _tidy(trigger: Trigger, found: Roles) -> Roles:
    """No party stands on both sides; of two mentions of one code the first stays."""
    actors = _one_a_code(found.actors)
    taken = {a.code for a in actors}
    mutual = trigger.entry.has("mutual")
    recipients = tuple(
        r
        for r in _one_a_code(found.recipients)
        if (r.code not in taken or (not mutual and r.resolved_by == "open")) and not _of_the_deed(r, trigger)
    )
    if trigger.type is EventType.AGREE or trigger.entry.mode in ("release", "withdraw"):
        recipients = tuple(r for r in recipients if not _described_at_home(r, actors))
    return Roles(actors, recipients)


def _described_at_home(party: Actor, actors: Sequence[Actor]) -> bool:
    """ "Promised that its army would deploy", "withdrew its troops", "freed the soldiers": nothing is done toward its own."""
    own = {a.code[:3] for a in actors} - {"UNK"}
    return party.code[:3] in own and party.resolved_by == "description" and party.code[4:7] in ("MIL", "COP")


def _of_the_deed(party: Actor, trigger: Trigger) -> bool:
    """ "Condemned the terrorist attack", "united against terrorism": a word for the deed names nobody."""
    kind = party.code.endswith(".UAF") and party.mention.lower() in DEED_WORDS
    return kind and trigger.entry.type in (EventType.ACCUSE, EventType.AGREE)


DEED_WORDS = frozenset("terrorist militant extremist terrorism militancy extremism".split())
"""Words of a deed ("the terrorist attack") that name nobody who did it."""


def _one_a_code(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    seen: dict[str, Actor] = {}
    for a in actors:
        seen.setdefault(a.code, a)
    return tuple(seen.values())


# --- verbs


def _of_verb(trigger: Trigger, parties: Parties) -> Roles:
    verb, entry = trigger.token, trigger.entry
    if entry.type is EventType.ASSAULT and (both := _between(verb, parties)):
        return Roles(both)
    doer = grammar.agent(verb) if grammar.is_passive(verb) else grammar.subject(blow(verb))
    actors = _doers(verb, entry, doer, parties)
    recipients = _reached(verb, entry, doer, parties)
    leads_up = entry.type in INTENT and not recipients and not entry.has("denial")
    meant = intended(verb, entry, parties) if leads_up and not _jointly(verb, entry, actors) else []
    if entry.has("mutual"):
        together = unique([*actors, *recipients])
        return Roles(together, unique(meant) if len(together) == 1 else ())
    recipients += meant
    recipients = [r for r in recipients if entry.type is not EventType.AGREE or r not in actors]
    if entry.type is EventType.AGREE and _anothers_word(verb, actors, parties):
        return Roles()
    if entry.type in _PUT_DOWN:
        recipients = protesters(verb, entry, actors, parties) or recipients
    if entry.type is EventType.MOBILIZE:
        return _moved(verb, actors, recipients, parties)
    if entry.has("swap"):
        return Roles(through_event(verb, parties), actors or tuple(recipients))
    return Roles(unique(actors), unique(recipients))


def _anothers_word(verb: "Token", actors: Sequence[Actor], parties: Parties) -> bool:
    """ "The premier stressed the American commitment": he gives no word of his own."""
    words = [o for o in grammar.objects(verb) if o.lemma_.lower() in _WORD_GIVEN]
    whose = [c for o in words for c in grammar.children(o, "poss", "amod")]
    named = {a.code[:3] for t in whose for a in parties.expand(t)} - {"UNK"}
    return bool(named) and bool(actors) and not named & {a.code[:3] for a in actors}


_WORD_GIVEN = frozenset("commitment pledge promise resolve determination readiness".split())
_PUT_DOWN = (EventType.COERCE, EventType.MOBILIZE)


def _between(verb: "Token", parties: Parties) -> tuple[Actor, ...]:
    """ "Fled after fighting between X and Y": the parse takes "fighting" for what those did who fled."""
    sides = [o for _, o in grammar.prepositional(verb, frozenset(("between",)))]
    found = tuple(a for o in sides for a in expand(o, parties))
    return found if len({a.code for a in found}) > 1 else ()


def _doers(verb: "Token", entry: Entry, doer: "Token | None", parties: Parties) -> tuple[Actor, ...]:
    """The subject or agent, else whoever the deed, the weapon or the blame named with the verb belongs to."""
    passive = grammar.is_passive(verb)
    if (thing := fired_thing(verb)) is not None:
        by = grammar.agent(verb)
        whose = [by] if by is not None else grammar.children(thing, "amod", "compound")
        return unique([a for w in whose for a in expand(w, parties)])
    actors = _whoever(doer, parties)
    if not actors and doer is not None and doer.pos_ == "NOUN":
        actors = doer_of_event(doer, parties)
    if passive and reporter(verb, parties) is not None:
        actors = ()
    if passive and doer is None:
        actors = through_event(verb, parties)  # "killed in a raid by X", "killed when X attacked"
        by_all = grammar.children(verb, "nsubjpass") if entry.type is EventType.AGREE and not actors else ()
        actors = actors or tuple(a for t in by_all if t.lower_ == "it" for a in expand(t, parties))
    if entry.type is EventType.ASSAULT and not actors:
        actors = answerable(verb, parties) or (_out_of_weapons(verb, doer, parties) if passive else ())
    return actors


def _reached(verb: "Token", entry: Entry, doer: "Token | None", parties: Parties) -> list[Actor]:
    """Whom the verb's own objects, prepositions and complements name as done to or spoken to."""
    recipients = _done_to(verb, entry, doer, parties)
    if entry.type is EventType.ASSAULT:
        recipients += killed_beside(verb, parties)
        recipients = recipients or against(verb, parties) or called(verb, parties)
    if verb.lemma_ == "fail":
        below = [v for v in verb.subtree if v.pos_ == "VERB" and v.i > verb.i]
        recipients += [a for v in below for o in grammar.objects(v) for a in parties.expand(o)]
    if entry.type is EventType.REQUEST or (entry.has("warning") and not recipients):
        recipients += asked(verb, parties)
    return recipients


def _jointly(verb: "Token", entry: Entry, actors: Sequence[Actor]) -> bool:
    """What two promise together is aimed at neither; what two call needed is asked of somebody."""
    needed = any(o.lemma_ in ("need", "necessity") for o in grammar.objects(verb))
    return entry.type is EventType.AGREE and len({a.code for a in actors}) > 1 and not needed


def _moved(verb: "Token", actors: tuple[Actor, ...], toward: Sequence[Actor], parties: Parties) -> Roles:
    """Troops that are stationed act themselves; their own country is not whom they are moved against."""
    moved = actors or (expand(grammar.subject(verb), parties) if grammar.is_passive(verb) else ())
    own = {a.code[:3] for a in moved}
    return Roles(unique(moved), tuple(r for r in unique(toward) if r.code[:3] not in own))


def _out_of_weapons(verb: "Token", weapon: "Token | None", parties: Parties) -> tuple[Actor, ...]:
    """ "Was hit by gunfire from the army"."""
    heads = [verb] if weapon is None else [verb, weapon]
    found = (
        [o for h in heads for _, o in grammar.prepositional(h, frozenset(("from",)))]
        if weapon is not None
        else []
    )
    return tuple(a for o in found for a in expand(o, parties) if not _a_land(a))


def _a_land(actor: Actor) -> bool:
    """ "Rockets were fired from Orland": from its soil, by whom is not told."""
    return actor.resolved_by == "name" and actor.code.endswith((".GOV", ".UNK"))


def _whoever(doer: "Token | None", parties: Parties) -> tuple[Actor, ...]:
    """The actors of a subject; where its noun is none ("insurgents near the border who ..."), of the phrase above."""
    found = expand(doer, parties)
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
        if o.dep_ == "dobj" and verb.lemma_ in _CALLING and grammar.children(verb, "dative"):
            continue  # "designated X a terrorist": what X is called
        if o == doer or (verb.dep_ == "relcl" and o == verb.head and entry.has("denial")):
            continue
        if entry.has("topic"):
            continue  # "discussed Israel's operations": what is talked of talks not
        thing = entry.objects or entry.type is EventType.AGREE
        found = expand(o, parties) if not thing or entry.has("party") or entry.has("person") else ()
        if not found:
            found = _inside(o, entry.prepositions | _INNER.get(entry.type, frozenset()), parties)
        out += found
    if entry.mode == "third-party":
        between = [t for t in verb.subtree if t.lower_ == "between" and t.i > verb.i]
        out += [a for t in between for c in t.children if c.dep_ == "pobj" for a in parties.expand(c)]
    wanted = (
        entry.prepositions - {"of", "for"}
        if out and entry.type is not EventType.CONSULT
        else entry.prepositions
    )
    if entry.type in (EventType.AID, EventType.AGREE) and entry.objects and not out:
        out += _given(verb, parties)
    if out and entry.type is EventType.ASSAULT:
        wanted |= {"including"}  # "13 people were killed, including nine pilgrims"
        out += [a for o in _along_with(verb) for a in expand(o, parties)]
    for _, o in grammar.prepositional(verb, wanted):
        if o.dep_ == "pobj":
            out += expand(o, parties)
    return out


_CALLING = frozenset("designate declare label name brand call proclaim dub deem".split())


def _along_with(verb: "Token") -> list["Token"]:
    """ "Was killed along with two guards", "together with": who else was."""
    words = [c for c in verb.children if c.lower_ in ("along", "together")]
    return [o for w in words for _, o in grammar.prepositional(w, frozenset(("with",)))]


def _given(verb: "Token", parties: Parties) -> list[Actor]:
    """ "Provided Russia with missiles", "gave Ukraine tanks": the party is the object, or stands as one before it."""
    objects = grammar.children(verb, "dobj", "dative")
    first = [next((t for t in o.subtree), o) for o in objects]
    names = [
        t
        for t in first
        if t.pos_ == "PROPN" and t.dep_ in ("dobj", "dative", "nmod", "compound") and t.i == verb.i + 1
    ]
    return [a for t in names for a in parties.expand(t) if a.resolved_by == "name"]


def _inside(noun: "Token", names: frozenset[str], parties: Parties) -> tuple[Actor, ...]:
    """The party inside an object's phrase, also one noun deeper ("the call for restraint from London")."""
    found: tuple[Actor, ...] = ()
    for _, inner in grammar.prepositional(noun, names):
        found += expand(inner, parties) if inner.lemma_.lower() not in _NO_PARTY else ()
    if found:
        return found
    deeper = [o for _, o in grammar.prepositional(noun) if o.pos_ == "NOUN"]
    return tuple(
        a for o in deeper for _, i in grammar.prepositional(o, names & _BY_WHOM) for a in expand(i, parties)
    )


_NO_PARTY = frozenset("terrorism terror militancy violence extremism border frontier".split())
_BY_WHOM = frozenset(("from", "by"))
_OF = frozenset(("of", "on", "against", "near"))
_FROM = frozenset(("from", "by", "of"))
_INNER = {
    EventType.ASSAULT: _OF,
    EventType.COERCE: _OF,
    EventType.SANCTION: _OF,
    EventType.ACCUSE: frozenset(("by", "of")),
    EventType.REJECT: _FROM,
    EventType.SUPPORT: _FROM,
}
"""Prepositions inside an object's own phrase that lead to the other party ("the call from London", "hideouts of X")."""


def _combined(verb: Roles, noun: Roles, trigger: Trigger) -> Roles:
    """The verb's subject acts; the noun adds whom ("carried out strikes on X") or, where the verb has none, who."""
    if trigger.token.lemma_ in UNDERGO:
        return Roles(noun.actors, verb.actors)
    if trigger.entry.has("mutual"):
        return Roles(unique([*verb.actors, *noun.actors, *noun.recipients]))
    known = {a.code for a in verb.actors}
    return Roles(
        verb.actors or noun.actors,
        unique([*(r for r in verb.recipients if r.code not in known), *noun.recipients]),
    )
