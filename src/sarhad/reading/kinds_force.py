"""Which act of force a trigger names, and how force was used; a market that is hit is none."""

import re
from typing import TYPE_CHECKING

from sarhad.codebook import EventType
from sarhad.reading import grammar
from sarhad.reading.kind import Kind
from sarhad.reading.means import means_told
from sarhad.reading.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token


def dying(trigger: Trigger, clause: str) -> Kind:
    return Kind(EventType.ASSAULT, assault_mode(trigger, trigger.token.sent.text))


_NOT_HIT = frozenset(
    (
        "stock share investor company growth audience sector gdp rate goal age number snag roadblock milestone "
        "jackpot consumer seller economy voter customer inflation export import brand product demand supply chain "
        "budget business industry headline wall spot nerve button road skin corruption abuse benefit reform"
    ).split()
)


def _by_hackers(verb: "Token") -> bool:
    """ "Hackers targeted the campaign", "was hit by a cyber attack"."""
    doer = grammar.agent(verb) or grammar.subject(verb)
    own = {t.lemma_.lower() for t in doer.subtree} if doer is not None and doer.pos_ != "PRON" else set()
    return bool(own & {"hacker", "hack", "malware", "ransomware", "phishing", "cyberattack", "cyber"})


FIRED = frozenset(
    "shell missile rocket drone round mortar projectile bomb airstrike artillery gunfire salvo".split()
)
"""What is shot hits a market of stalls, no market of shares."""


def hitting(trigger: Trigger, clause: str) -> Kind:
    token = trigger.token
    if _by_hackers(token):
        return Kind(EventType.COERCE, "cyber")
    things = {o.lemma_.lower() for o in grammar.objects(token)}
    doer = grammar.subject(token)
    shot = doer is not None and bool({t.lemma_.lower() for t in doer.subtree} & FIRED)
    if not shot and (
        things & _NOT_HIT
        or things
        & {
            "deal",
            "agreement",
            "record",
            "low",
            "high",
            "tone",
            "balance",
            "price",
            "market",
            "chord",
            "accord",
        }
    ):
        return Kind(None)
    if doer is not None and doer.lemma_.lower() in ("sanction", "tariff", "earthquake", "quake", "storm", "flood", "policy", "programme", "program", "inflation", "drought"):  # fmt: skip
        return Kind(None)
    return Kind(EventType.ASSAULT, assault_mode(trigger, clause))


def firing(trigger: Trigger, clause: str) -> Kind:
    token = trigger.token
    things = {t.lemma_.lower() for o in grammar.objects(token) for t in o.subtree}
    doer = grammar.subject(token)
    armed = things & {"missile", "rocket", "drone", "shell", "round", "shot", "projectile", "mortar", "gun", "bullet", "salvo", "barrage", "tear", "artillery"}  # fmt: skip
    at = any(name in ("at", "on", "into", "toward", "towards") for name, _ in grammar.prepositional(token))
    if armed or (at and doer is not None):
        return Kind(EventType.ASSAULT, assault_mode(trigger, clause))
    return Kind(None)


_PEACEFUL_WORK = frozenset(
    "rescue relief joint business peacekeeping aid humanitarian cyber influence information search salvage medical "
    "commercial oil gas mining flight airport port normal daily refinery company evacuation".split()
)


def operating(trigger: Trigger, clause: str) -> Kind:
    """ "Israel's operation in the West Bank", "an operation against militants"; a rescue or a firm's work is none."""
    noun = trigger.token
    before = grammar.children(noun, "amod", "compound", "nmod", "poss")
    if {c.lemma_.lower() for c in before} & _PEACEFUL_WORK:
        return Kind(None)
    against = any(name == "against" for name, _ in grammar.prepositional(noun))
    soldiers = any(c.lemma_.lower() in ("military", "army", "ground", "idf", "clearance") for c in before)
    return Kind(EventType.ASSAULT, assault_mode(trigger, clause)) if against or soldiers else Kind(None)


def under_fire(trigger: Trigger, clause: str) -> Kind:
    """ "Israeli fire wounded two", "tank fire"; a blaze is none."""
    before = grammar.children(trigger.token, "amod", "compound", "nmod", "poss")
    told = trigger.token
    shot = (
        told.i > 0  # a headline may begin with it
        and told.nbor(-1).lower_ != "to"
        and any(c.text[:1].isupper() or c.lemma_.lower() in GUNS for c in before)
    )
    return Kind(EventType.ASSAULT, assault_mode(trigger, clause)) if shot else Kind(None)


GUNS = frozenset("tank sniper machine mortar rocket small hostile enemy".split())
_BLOWS = re.compile(r"\b(attack|strike|kill|assassinat|missile|retaliat|raid|bomb)", re.I)


def answering(trigger: Trigger, clause: str) -> Kind:
    """ "An Iranian response is expected": a blow still to come from a party told, where blows are spoken of."""
    noun = trigger.token
    owned = [c for c in grammar.children(noun, "amod", "poss", "compound") if c.text[:1].isupper()]
    modal = re.search(
        r"\b(could|may|might|expect\w*|anticipat\w*|possib\w*|potential|likely)\b", noun.sent.text
    )
    comes = noun.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
    if not (owned and modal and comes and _BLOWS.search(noun.sent.text)):
        return Kind(None)
    return Kind(EventType.ASSAULT, assault_mode(trigger, clause))


_FLEET = frozenset(
    "ship warship carrier destroyer submarine frigate fleet group vessel aircraft jet bomber squadron uss troop soldier "
    "force navy unit militia fighter".split()
)


def moving(trigger: Trigger, clause: str) -> Kind:
    """ "The carrier group is operating in the gulf"; firms and laws operate, too."""
    doer = grammar.subject(trigger.token)
    armed = doer is not None and (doer.lemma_.lower() in _FLEET or "USS" in (t.text for t in doer.subtree))
    placed = any(name in ("in", "near", "off", "along") for name, _ in grammar.prepositional(trigger.token))
    people = doer is not None and doer.lemma_.lower() in ("troop", "soldier", "force", "unit", "fighter")
    return Kind(EventType.MOBILIZE, "troops" if people else "weapons") if armed and placed else Kind(None)


_FOR_WAR = frozenset(
    "attack strike war retaliation invasion offensive assault response conflict escalation operation".split()
)


def preparing(trigger: Trigger, clause: str) -> Kind:
    """ "Prepares for an attack", "to launch an attack": forces made ready."""
    below = {o.lemma_.lower() for name, o in grammar.prepositional(trigger.token) if name == "for"}
    return Kind(EventType.MOBILIZE) if below & _FOR_WAR else Kind(None)


def blast(trigger: Trigger, clause: str) -> Kind:
    words = {t.lemma_.lower() for t in trigger.token.subtree}
    if words & {"bomb", "device", "explosive", "vest", "ied", "mine", "blast", "himself", "suicide", "car", "missile", "shell", "grenade", "drone"}:  # fmt: skip
        return Kind(EventType.ASSAULT, assault_mode(trigger, clause) or "explosives")
    return Kind(None)


def alerting(trigger: Trigger, clause: str) -> Kind:
    return (
        Kind(EventType.MOBILIZE, "troops")
        if re.search(r"\b(alert|standby|readiness)\b", clause, re.I)
        else Kind(None)
    )


def returning(trigger: Trigger, clause: str) -> Kind:
    words = {t.lemma_.lower() for t in trigger.token.subtree}
    return Kind(EventType.RETREAT, None) if words & {"refugee", "migrant", "returnee", "afghan", "displaced", "resident", "family"} else Kind(None)  # fmt: skip


def assault_mode(trigger: Trigger, clause: str) -> str | None:
    """How force was used, by the words of the clause; the trigger's own words come first."""
    own = trigger.token.doc[trigger.first : trigger.last + 1].text
    noun = trigger.noun or (trigger.token if trigger.token.pos_ == "NOUN" else None)
    if noun is not None:
        own += " " + _phrase(noun)
    return means_told(own, clause)


_ASIDE = frozenset(("relcl", "advcl", "ccomp", "appos"))


def _phrase(noun: "Token") -> str:
    """The noun with what stands by it; a clause that hangs on it tells of another act."""
    first, last = grammar.extent(noun, _ASIDE)
    words: str = noun.doc[first : last + 1].text
    return words
