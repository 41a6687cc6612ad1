"""The parties of an act that a noun names: "Israeli strikes on X", "an attack by Y", "came under fire"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from sarhad.codebook import EventType
from sarhad.reading import grammar
from sarhad.reading.actors_words import ARMED_ADJECTIVES
from sarhad.reading.lexicon import Entry
from sarhad.reading.roles_answerable import answerable
from sarhad.reading.roles_called import called
from sarhad.reading.roles_deeds import ATTACKING, HARM, done_by_its_agent
from sarhad.reading.roles_parties import Parties, Roles, expand, unique
from sarhad.reading.roles_reach import against, intended, protesters
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

UNDERGO = frozenset("face suffer experience witness see undergo sustain endure survive receive".split())
_BY = frozenset(("by", "from", "between", "among"))


def through_event(verb: "Token", parties: Parties) -> tuple[Actor, ...]:
    """ "were killed in an Israeli air strike": the strike's doer."""
    for _, o in grammar.prepositional(verb, frozenset(("in", "by", "during", "after", "following"))):
        found = doer_of_event(o, parties)
        if found:
            return found
    beside = [
        c for c in grammar.children(verb, "advcl") if any(w.lower_ in ("when", "as") for w in c.children)
    ]
    attackers = [grammar.subject(c) for c in beside if c.lemma_ in ATTACKING and not grammar.is_passive(c)]
    people = [s for s in attackers if s is not None and not grammar.children(s, "poss")]
    return tuple(a for s in people for a in expand(s, parties))  # "when their car hit a mine" nobody attacked


def doer_of_event(noun: "Token", parties: Parties) -> tuple[Actor, ...]:
    if noun.pos_ not in ("NOUN",) or noun.ent_type_ in ("GPE", "LOC", "FAC"):
        return ()
    modifiers = [c for c in noun.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
    out: list[Actor] = []
    for m in modifiers:
        out += parties.expand(m)
    for _, o in grammar.prepositional(noun, _BY):
        out += parties.expand(o)
    return tuple(out)


def of_noun(noun: "Token", entry: Entry, parties: Parties, *, light: bool = True) -> Roles:
    """Actors and recipients of an act that a noun names; `light` also looks at the verb the noun is object of."""
    if entry.has("feeling"):
        return _of_feeling(noun, entry, parties)
    actors, recipients = _in_its_phrase(noun, entry, parties)
    if light:
        extra = _through_light_verb(noun, entry, parties)
        actors = actors or list(extra.actors)
        recipients = recipients or [r for r in extra.recipients if r not in actors]
    if entry.type is EventType.ASSAULT and not recipients:
        recipients = against(noun, parties) or called(noun, parties)
    if entry.type is EventType.AGREE and light and not actors:
        actors = list(_led_to(noun, parties))
    actors = _best_named(actors or _named_just_before(noun, entry, parties))
    if entry.has("mutual"):
        return Roles(unique([*actors, *recipients]))
    if entry.type is EventType.COERCE:
        recipients = protesters(noun, entry, actors, parties) or recipients
    if entry.type is EventType.PROTEST:
        actors = [_of_the_people(a) for a in actors]
    if entry.type in (EventType.AGREE, EventType.THREATEN) and actors and not recipients:
        recipients = intended(noun, entry, parties)
    return Roles(unique(actors), unique(recipients))


def _of_the_people(actor: Actor) -> Actor:
    """ "The Sudanese uprising": the people's, not the government's."""
    state = actor.resolved_by == "adjective" and actor.code.endswith(".GOV")
    return replace(actor, code=f"{actor.code[:3]}.CVL") if state else actor


def _of_feeling(word: "Token", entry: Entry, parties: Parties) -> Roles:
    """ "France is deeply concerned by the Israeli strikes": who feels, and whose doing it is."""
    about = [o for _, o in grammar.prepositional(word, entry.prepositions)]
    doers = [a for o in about for a in (doer_of_event(o, parties) or expand(o, parties))]
    return Roles(unique(expand(grammar.subject(word.head), parties)), unique(doers))


def _in_its_phrase(noun: "Token", entry: Entry, parties: Parties) -> tuple[list[Actor], list[Actor]]:
    """Doers and done-to that modify the noun, hang on it by a preposition or stand in its relative clauses."""
    actors: list[Actor] = []
    recipients: list[Actor] = []
    victim_told = any(name == "of" for name, _ in grammar.prepositional(noun))
    for c in (*noun.children, *_of_the_measure(noun)):
        before = c.dep_ in ("amod", "compound", "nmod") and c.pos_ in ("PROPN", "ADJ", "NOUN")
        if c.dep_ == "poss" or before:
            killed = entry.has("killing") and c.dep_ == "poss" and not victim_told
            side = recipients if killed else actors
            side += _modifier(c, parties)
    told_by = any(name == "by" for name, _ in grammar.prepositional(noun))
    for name, o in grammar.prepositional(noun):
        if name == "from" and told_by:
            continue  # "an attack by gunmen from the strip": where they came from
        if name in entry.prepositions or name == "between":
            by = name in _BY or (
                name == "of" and entry.mode == "withdraw"
            )  # "the withdrawal of American troops"
            side = actors if by else recipients
            side += expand(o, parties)
    for c in grammar.children(noun, "acl", "relcl"):
        theirs = grammar.is_passive(c) and done_by_its_agent(c, entry.type)
        actors += expand(grammar.agent(c), parties) if theirs else ()
    if entry.type is EventType.ASSAULT:
        recipients += _harmed(noun, parties)
        actors = actors or _told_behind(noun, parties)
    return actors, recipients


def _told_behind(noun: "Token", parties: Parties) -> list[Actor]:
    """ "Condemned the attacks on the town by the Front": the doer, whom the parse hangs on the verb before."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.pos_ != "VERB" or grammar.is_passive(verb):
        return []
    behind = [
        p
        for p in grammar.children(verb, "prep", "agent")
        if p.lower_ == "by" and p.i == noun.right_edge.i + 1
    ]
    return [a for p in behind for o in grammar.children(p, "pobj") for a in expand(o, parties)]


def _of_the_measure(noun: "Token") -> list["Token"]:
    """ "Israel's wave of airstrikes": what stands before the wave."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ != "of" or prep.head.lemma_ not in _MEASURES:
        return []
    before = [c for c in prep.head.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
    return [c for c in before if c.tag_ != "PRP$"]


def _harmed(noun: "Token", parties: Parties) -> list[Actor]:
    """ "An attack on a hotel that killed 12": whom it killed, wherever in its phrase that is told."""
    verbs = [
        v for v in noun.subtree if v.dep_ in ("acl", "relcl") and v.i > noun.i and not grammar.is_passive(v)
    ]
    mine = [v for v in verbs if v.head == noun or v.lemma_ in HARM]
    above = noun.head
    if noun.dep_ == "nsubj" and above.lemma_ == "leave" and any(t.lower_ in _DOWN for t in above.subtree):
        mine.append(above)  # "strikes left 12 people dead"
    return [a for v in mine for o in grammar.objects(v) for a in expand(o, parties)]


def killed_beside(verb: "Token", parties: Parties) -> list[Actor]:
    """ "Struck the town, killing 12": whom the blow killed."""
    beside = [v for v in grammar.children(verb, "advcl", "prep") if v.lemma_ in HARM and v.tag_ == "VBG"]
    return [a for v in beside for o in grammar.children(v, "dobj") for a in expand(o, parties)]


_DOWN = frozenset(("dead", "injured", "wounded"))


def _led_to(noun: "Token", parties: Parties) -> tuple[Actor, ...]:
    """ "Y has indicated an agreement": whose it is. Who is only close to one has none."""
    at = noun
    for _ in range(6):
        if at.pos_ in ("VERB", "AUX"):
            break
        if at.dep_ not in ("dobj", "pobj", "prep", "attr", "acomp") or at.head == at:
            return ()
        at = at.head
    if at.lemma_ not in _COMING_TO or grammar.is_passive(at):
        return ()
    return expand(grammar.subject(at), parties)


_COMING_TO = frozenset(("indicate", "signal", "show"))


def _named_just_before(noun: "Token", entry: Entry, parties: Parties) -> list[Actor]:
    """ "Condemned IDF shelling of X": a name that the parse hangs beside the noun, not under it."""
    before = noun.nbor(-1) if noun.i > noun.sent.start else noun
    if (
        entry.type is not EventType.ASSAULT
        or before.pos_ != "PROPN"
        or before.dep_ != "dobj"
        or before.head != noun.head
    ):
        return []
    return list(parties.expand(before))


def _best_named(actors: list[Actor]) -> list[Actor]:
    """ "Terrorist attacks by the TTP": who is named beside whom only a kind is told."""
    named = [a for a in actors if a.code != "UNK.UAF"]
    return named or actors


def _modifier(word: "Token", parties: Parties) -> tuple[Actor, ...]:
    """ "Israeli strike", "Israel's strike", "militant attack"; "military" and "daily" name nobody."""
    if word.dep_ != "poss" and word.text[:1].islower():
        return _unnamed(word)
    found = parties.expand(word)
    if word.dep_ == "compound" and all(a.resolved_by == "metonym" for a in found):
        return ()  # "the Kabul blast": where, not who
    if (
        word.dep_ == "compound"
        and word.head.lemma_ in ("war", "conflict")
        and len(found) == 1
        and word.pos_ == "PROPN"
    ):
        return ()  # "the Gaza war"
    if word.dep_ == "poss" and word.pos_ == "PROPN" and len(found) == 1 and found[0].resolved_by in ("name", "metonym") and found[0].code.endswith(".MIL") and word.ent_type_ in ("GPE", ""):  # fmt: skip
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
        if word.lemma_.lower() in ARMED_ADJECTIVES
        else ()
    )


_CARRY = frozenset(
    (
        "hold carry conduct launch stage have make take mount wage engage begin start open continue resume "
        "orchestrate perpetrate plan commit unleash issue give lodge express voice trade perform execute enter undertake deliver repeat "
        "extend offer attend join intensify escalate expand increase widen plan halt suspend stop pause end"
    ).split()
)


_MEASURES = frozenset(
    (
        "increase rise surge series wave spate string number campaign escalation round spike uptick upsurge dozen hundred score thousand "
        "barrage"
    ).split()
)


_SUFFERS = frozenset(("target", "victim"))
_UNDER = frozenset(("in", "into", "under", "to", "for"))
_AT_TALKS = frozenset(("in", "during", "at", "on", "for", "into"))
_DELEGATIONS = frozenset("delegation team mission".split())


def _through_light_verb(noun: "Token", entry: Entry, parties: Parties) -> Roles:
    """The subject of the verb whose object the noun is; those who undergo are recipients."""
    at = noun
    while at.dep_ == "conj" and at.head.pos_ == "NOUN":
        at = at.head
    while at.dep_ == "pobj" and at.head.lower_ in ("in", "of") and at.head.head.lemma_ in _MEASURES:
        at = at.head.head
    behind = answerable(at, parties) if entry.type is EventType.ASSAULT else ()
    if behind:
        return Roles(behind, ())
    met = entry.type is EventType.CONSULT
    if at.dep_ == "pobj" and at.head.dep_ == "prep" and at.head.lower_ in (_AT_TALKS if met else _UNDER):
        at = at.head
    verb = at.head
    if met and at.dep_ == "prep" and verb.lemma_ in _DELEGATIONS and verb.head.lemma_ in ("lead", "head"):
        verb = verb.head  # "leads a delegation for talks with Y"
    if at.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lemma_ in _SUFFERS:
        is_ = verb.head.head
        return Roles((), expand(grammar.subject(is_), parties)) if is_.lemma_ in ("be", "become") else Roles()
    if at.dep_ not in ("dobj", "prep", "nsubjpass") or verb.pos_ != "VERB":
        return Roles()
    doer = grammar.agent(verb) if grammar.is_passive(verb) else grammar.subject(verb)
    if doer is None or doer.i == noun.i:
        return Roles()
    if met and at.dep_ == "prep":
        return Roles(expand(doer, parties), ())
    if verb.lemma_ in UNDERGO or (verb.lemma_ == "come" and at.lower_ == "under"):
        return Roles((), expand(doer, parties))
    if verb.lemma_ in _CARRY:
        return Roles(expand(doer, parties), ())
    return Roles()
