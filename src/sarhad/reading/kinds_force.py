"""Which act of force a trigger names, and how force was used; a market that is hit is none."""

import re

from sarhad.codebook import EventType
from sarhad.reading import grammar
from sarhad.reading.kind import Kind, subtree
from sarhad.reading.triggers import Trigger


def dying(trigger: Trigger, clause: str) -> Kind:
    return Kind(EventType.ASSAULT, assault_mode(trigger, trigger.token.sent.text))


_NOT_HIT = frozenset(
    (
        "stock share investor company growth audience sector gdp rate goal age number snag roadblock milestone "
        "jackpot consumer seller economy voter customer inflation export import brand product demand supply chain "
        "budget business industry headline wall spot nerve button road skin corruption abuse benefit reform"
    ).split()
)


def hitting(trigger: Trigger, clause: str) -> Kind:
    token = trigger.token
    things = {o.lemma_.lower() for o in grammar.objects(token)}
    if things & _NOT_HIT or things & {
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
    }:
        return Kind(None)
    doer = grammar.subject(token)
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


_MODES = (
    ("suicide-attack", re.compile(r"\bsuicide|blew (?:him|her|them)sel", re.I)),
    ("drone", re.compile(r"\b(drone|uav|unmanned)", re.I)),
    ("aerial", re.compile(r"\b(air ?-?strikes?|air raids?|aerial|warplanes?|fighter jets?|air force|from the air|air attacks?|jets? )", re.I)),
    ("heavy-weapons", re.compile(r"\b(missiles?|rockets?|shell(?:s|ed|ing)|artillery|mortars?|tanks?|bombard\w*|barrage|projectiles?)\b", re.I)),
    ("explosives", re.compile(r"\b(bomb(?:s|ing|ings)?|blasts?|explo\w+|ied|mines?|grenades?|detonat\w+|booby)\b", re.I)),
    ("abduct", re.compile(r"\b(hostages?|kidnap\w*|abduct\w*|captive|snatch\w*)\b", re.I)),
    ("firearms", re.compile(r"\b(gun\w*|shot|shoot\w*|opened fire|firing|gunfire|sniper|bullets?|exchange of fire)\b", re.I)),
    ("targeted", re.compile(r"\b(assassinat\w*|targeted (?:killing|strike)s?|eliminat\w+)\b", re.I)),
)  # fmt: skip


def assault_mode(trigger: Trigger, clause: str) -> str | None:
    """How force was used, by the words of the clause; the trigger's own words come first."""
    own = trigger.token.doc[trigger.first : trigger.last + 1].text
    if trigger.noun is not None:
        own += " " + subtree(trigger.noun)
    for text in (own, clause):
        for mode, pattern in _MODES:
            if mode == "abduct" and text is clause:
                continue  # "two of the hostages were killed": killed, not taken
            if pattern.search(text):
                return mode
    return None
