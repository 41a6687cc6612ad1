"""How sure the reader is of a statement: what it knows against it, taken off one by one.

The weights are our own judgement, set while looking at readings of real articles: of statements at or above
`records.UNSURE` far more hold than of those below, which a brief tells apart. They are no probabilities yet.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, EventType, Stance
from sarhad.reading.ceasefires import TRUCE
from sarhad.reading.draft import Draft
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

START = 0.63

_ARMED = frozenset(("COP", "MIL", "SPY", "GOV"))
_AT_HOME = frozenset(("CVL", "REB", "OPP", "UAF", "CRM", "REF", "JRN", "MED", "PTY", "REL", "BUS", "UNK"))
_RHETORICAL = re.compile(
    r"\?|\bwhether\b|\bno (?:proof|evidence|sign|indication|plan)\b|\bas if\b|\bas though\b|\bwhat if\b|"
    r"\bin (?:case|the event) of\b|\bimagine\b|\bany (?:attack|strike|act|violation|breach)\b|\bsuppose\b",
    re.I,
)
_WORRY = re.compile(r"\b(?:concern|worr|fear|anxi)\w*\b.{0,60}\b(?:could|might|may|would)\b", re.I)
"""Worry over what may come accuses nobody."""
_CYBER = re.compile(r"\b(?:hack(?:s|ed|ers?|ing)|cyber\w*|phishing|malware|ransomware)\b", re.I)
"""An attack on computers hurts nobody: no violence by the codebook."""
_ANY_GROUP = frozenset(("the group", "the movement", "the organisation", "the organization", "the militia"))
"""Where a text tells of several, it may be any."""
_NO_RECIPIENT = {
    EventType.ACCUSE: 0.15,
    EventType.SUPPORT: 0.12,
    EventType.THREATEN: 0.08,
    EventType.REQUEST: 0.08,
    EventType.SANCTION: 0.1,
    EventType.AID: 0.2,
    EventType.RETREAT: 0.12,
    EventType.COOPERATE: 0.15,
    EventType.COERCE: 0.08,
}
_SELDOM_RIGHT = frozenset((EventType.AID, EventType.RETREAT, EventType.COOPERATE, EventType.CONCEDE, EventType.MOBILIZE, EventType.PROTEST))  # fmt: skip
_PERFORMED = frozenset(
    (
        "agree pledge promise undertake commit vow offer propose sign reach announce declare accept reaffirm reiterate "
        "assure conclude broker secure stress emphasise emphasize highlight express underscore underline"
    ).split()
)
"""Verbs that make the undertaking they tell; a bare "deal" or "agreement" may be any deal spoken of."""


def certainty(draft: Draft) -> float:
    """Between 0 and 1: `START` less every reason to doubt."""
    if draft.coded_by == "project" and draft.actors:
        return START  # a project and what holds it are named; nobody need be acted upon
    doubts = (*_of_the_trigger(draft), *_of_the_parties(draft), *_of_the_sentence(draft))
    return max(0.05, round(START - sum(doubts), 3))


def _countries(actors: tuple[Actor, ...]) -> set[str]:
    return {a.code.split(".")[0] for a in actors}


def _sector(actor: Actor) -> str:
    return actor.code.split(".")[1].split("/")[0]


# --- the word that names the act


def _of_the_trigger(draft: Draft) -> Iterator[float]:
    token = draft.token
    noun = token.pos_ in ("NOUN", "PROPN") and draft.coded_by == "lexicon"
    if noun:
        yield 0.08
    if draft.type is EventType.AGREE and token.lemma_.lower() not in _PERFORMED and not _about_a_truce(draft):
        yield 0.12 if noun and len(_countries(draft.actors)) > 1 else 0.2
    if draft.type in _SELDOM_RIGHT and draft.coded_by != "project":
        yield 0.06
    if draft.coded_by in ("verbal", "silence"):
        yield 0.05
    if draft.aux in (Auxiliary.HYPOTHETICAL, Auxiliary.NEGATION):
        yield 0.06
    if token.lemma_ in ("displace", "postpone", "delay"):
        yield 0.2  # fighting displaces people and trips are put off: neither need be aimed at anybody
    if draft.type is EventType.REQUEST and token.lemma_ in ("insist", "hope", "expect", "seek", "push"):
        yield 0.15


# --- who acts and toward whom


def _of_the_parties(draft: Draft) -> Iterator[float]:
    if not draft.actors:
        yield _nobody(draft)
    how = {a.resolved_by for a in draft.actors}
    if "event" in how:
        yield 0.04 if _about_a_truce(draft) else 0.18
    if any(a.mention.lower() in _ANY_GROUP for a in draft.actors):
        yield 0.14
    if "pronoun" in how:
        yield 0.06
    if how & {"open", "place"} or _nobody_known(draft.actors):
        yield 0.15
    if not draft.recipients:
        yield _nobody_toward(draft)
    if draft.recipients and all(a.resolved_by == "event" for a in draft.recipients):
        yield 0.06  # whom a condemnation or a truce is meant for, told elsewhere
    if any(a.resolved_by == "pronoun" for a in draft.recipients):
        yield 0.08
    if _own_country(draft):
        yield 0.28 if draft.type is EventType.ASSAULT else 0.2


def _about_a_truce(draft: Draft) -> bool:
    """ "the talks in Doha produced a ceasefire", "the round failed": between those told to quarrel just before."""
    if draft.type not in (EventType.CONSULT, EventType.AGREE, EventType.REJECT):
        return False
    return draft.failed or bool(TRUCE.search(draft.token.sent.text))


def _nobody_known(actors: tuple[Actor, ...]) -> bool:
    return bool(actors) and all(a.code.startswith("UNK") and ".UAF" not in a.code for a in actors)


def _nobody(draft: Draft) -> float:
    """An act of nobody told; violence with a count and a day or a place stands all the same."""
    if draft.type is not EventType.ASSAULT:
        return 0.3
    counted = draft.deaths is not None or draft.injured is not None
    grounded = draft.place is not None or draft.time is not None
    if counted:
        of_a_land = any(not r.code.startswith("UNK") for r in draft.recipients)
        return 0.05 if grounded else 0.1 if of_a_land else 0.15
    return 0.2 if grounded and draft.recipients else 0.3


def _nobody_toward(draft: Draft) -> float:
    if draft.type is EventType.CONSULT:
        several = len(_countries(draft.actors)) > 1
        return 0.0 if several else 0.15 if draft.place is not None and draft.mode == "visit" else 0.3
    if draft.type is EventType.ASSAULT:
        told = draft.deaths is not None or len(draft.actors) > 1 or draft.stance is Stance.NEITHER
        return 0.0 if told else 0.15 if draft.place is not None else 0.22
    return _NO_RECIPIENT.get(draft.type, 0.0)


def _own_country(draft: Draft) -> bool:
    """Both sides of one country: a misread party, or politics at home, unless arms meet the unarmed or rebels."""
    shared = (_countries(draft.actors) & _countries(draft.recipients)) - {"UNK", "IGO", "ISM", "NGO"}
    if not shared:
        return False
    doers, done_to = {_sector(a) for a in draft.actors}, {_sector(a) for a in draft.recipients}
    rebels = {"REB", "UAF", "OPP"}
    if draft.type is EventType.ASSAULT:
        return not (
            (doers & (_ARMED - {"GOV"}) and done_to & (_AT_HOME - {"UNK"}))
            or doers & rebels
            or done_to & rebels
        )
    return not (doers & rebels or done_to & rebels or done_to & {"REF"})


# --- the sentence it stands in


def _of_the_sentence(draft: Draft) -> Iterator[float]:
    sentence = draft.token.sent
    words = sentence.text
    if _RHETORICAL.search(words):
        yield 0.25 if words.rstrip().endswith("?") else 0.15
    if len(words) > 420 or _glued(draft.token):
        yield 0.25
    if draft.type is EventType.ACCUSE and _WORRY.search(words):
        yield 0.15
    if draft.type is EventType.ASSAULT and _CYBER.search(words):
        yield 0.15
    if len(draft.text) < 28 and draft.deaths is None:
        yield 0.08
    if not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in sentence):
        yield 0.2


def _glued(token: "Token") -> bool:
    """A sentence run together with a heading or a caption: words joined by capitals ("saidIsrael")."""
    return bool(re.search(r"[a-z][.!?]?[A-Z][a-z]+ [a-z]", token.sent.text)) and "Mc" not in token.sent.text
