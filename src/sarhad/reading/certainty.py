"""How sure the reader is of a statement: what it knows against it, taken off one by one.

The weights are our own judgement, set while looking at readings of real articles; what they add up to is turned into
a chance by a curve measured on development documents. Below `records.UNSURE` a brief tells statements apart.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, CeasefirePhase, EventType, Stance
from sarhad.reading import grammar
from sarhad.reading.ceasefires import TRUCE
from sarhad.reading.draft import Draft
from sarhad.reading.duties import laid_down
from sarhad.reading.heard import UNSEEN
from sarhad.reading.kinds_force import FIRED
from sarhad.reading.truce_life import TRUCES, life_of
from sarhad.reading.worth_telling import plainly_done
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

START = 0.63
_FILLED = {"actors": 0.1, "recipients": 0.06}
_CONTESTED = {"type": 0.15, "actors": 0.15, "recipients": 0.06}
"""Of sure statements in which the encoder saw the same type 83 in 100 were typed right, of the others 61; with the same
actors 67 in 100 had the right ones, with others 33; with the same recipients 65, with others 43."""

_ARMED = frozenset(("COP", "MIL", "SPY", "GOV"))
_AT_HOME = frozenset(("CVL", "REB", "OPP", "UAF", "CRM", "REF", "JRN", "MED", "PTY", "REL", "BUS", "UNK"))
_RHETORICAL = re.compile(
    r"\?|\bwhether\b|\bno (?:proof|evidence|sign|indication|plan)\b|\bas if\b|\bas though\b|\bwhat if\b|"
    r"\bin (?:case|the event) of\b|\bimagine\b|\bany (?:attack|strike|act|violation|breach)\b|\bsuppose\b",
    re.I,
)
_WORRY = re.compile(r"\b(?:concern|worr|fear|anxi)\w*\b.{0,60}\b(?:could|might|(?-i:may)|would)\b", re.I)
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
        "assure conclude broker secure stress emphasise emphasize highlight express underscore underline renew give make recommit"
    ).split()
)
"""Verbs that make the undertaking they tell; a bare "deal" or "agreement" may be any deal spoken of."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason to doubt a statement: what it takes off, and the reason in words a reader can weigh."""

    weight: float
    why: str


def certainty(draft: Draft) -> float:
    """The chance that an independent coder finds the act and types it the same: `START` less every reason to doubt, read
    off the curve that was measured."""
    points = START - sum(d.weight for d in doubts(draft))
    for (low, least), (high, most) in itertools.pairwise(CURVE):
        if points <= high:
            return round(least + (most - least) * max(0.0, points - low) / (high - low), 3)
    return CURVE[-1][1]


CURVE = ((0.05, 0.34), (0.2, 0.41), (0.3, 0.52), (0.4, 0.58), (0.5, 0.70), (0.55, 0.77), (START, 0.88))
"""Points and the share of statements with them that coders of development documents found and typed the same."""


def doubts(draft: Draft) -> list[Doubt]:
    """Every reason to doubt a statement."""
    if draft.coded_by == "project":  # a project and what holds it are named; nobody need be acted upon
        return [] if draft.actors else [Doubt(_nobodys(draft), "whose project it is is not told")]
    found = (*_of_the_trigger(draft), *_of_the_parties(draft), *_of_the_sentence(draft))
    return [d for d in found if d.weight > 0]


def _nobodys(draft: Draft) -> float:
    """Less where a known party says what holds the work up: it speaks of a work of the border, whosever it is."""
    blocked = draft.commitment is not None and draft.commitment.blocker is not None
    known = draft.speaker is not None and not draft.speaker.code.startswith("UNK")
    return 0.1 if blocked and known else 0.22


def _countries(actors: tuple[Actor, ...]) -> set[str]:
    return {a.code.split(".")[0] for a in actors}


def _sector(actor: Actor) -> str:
    return actor.code.split(".")[1].split("/")[0]


# --- the word that names the act


def _of_the_trigger(draft: Draft) -> Iterator[Doubt]:
    token = draft.token
    noun = token.pos_ in ("NOUN", "PROPN") and draft.coded_by == "lexicon"
    if noun and not _life_of_a_truce(draft):
        yield Doubt(0.08, "a noun names the act, perhaps only in passing")
    if draft.type is EventType.AGREE and token.lemma_.lower() not in _PERFORMED and not _about_a_truce(draft):
        weight = 0.12 if noun and len(_countries(draft.actors)) > 1 else 0.2
        if not (noun and grammar.pledged_by(token)):
            yield Doubt(weight, "an agreement spoken of need not be made here")
    if draft.coded_by == "encoder":
        yield Doubt(0.2, "no word of the lexicon names it: the encoder alone sees an act")
    elif draft.seen is not None and draft.seen < UNSEEN:
        yield Doubt(0.14, "the encoder sees no act in these words")
    for part in sorted(draft.filled):
        yield Doubt(_FILLED[part], f"the encoder alone tells the {part}")
    sure = _life_of_a_truce(draft) or laid_down(draft)
    for part in sorted(draft.contested - {"type"} if sure else draft.contested):
        yield Doubt(_CONTESTED[part], f"the encoder sees another {part.removesuffix('s')} than the grammar")
    if draft.type in _SELDOM_RIGHT:
        yield Doubt(0.06, f"{draft.type.value} is a type that coders often see otherwise")
    if draft.coded_by in ("verbal", "silence"):
        yield Doubt(0.05, "inferred from who speaks or keeps silent")
    if draft.aux in (Auxiliary.HYPOTHETICAL, Auxiliary.NEGATION) and not _told_as_suspended(draft):
        yield Doubt(0.06, f"told as {draft.aux.value}")
    if token.lemma_ in ("displace", "postpone", "delay"):
        yield Doubt(0.2, "fighting displaces people and trips are put off: neither need be aimed at anybody")
    if draft.type is EventType.REQUEST and token.lemma_ in ("insist", "hope", "expect", "seek", "push"):
        yield Doubt(0.15, "a hope or an expectation asks nobody for anything")


# --- who acts and toward whom


def _of_the_parties(draft: Draft) -> Iterator[Doubt]:
    if not draft.actors:
        yield Doubt(_nobody(draft), "who acts is not told")
    how = {a.resolved_by for a in draft.actors}
    if "event" in how:
        yield Doubt(0.04 if _about_a_truce(draft) else 0.18, "who acts is inferred from what was told before")
    if any(a.mention.lower() in _ANY_GROUP for a in draft.actors):
        yield Doubt(0.14, "the group may be any of those told of")
    if "pronoun" in how:
        yield Doubt(0.06, "who acts is told by a pronoun")
    if how & {"open", "place"} or _nobody_known(draft.actors):
        yield Doubt(0.15, "who acts is nobody the registry knows")
    if (
        not draft.recipients
        and not laid_down(draft)
        and not (len(draft.actors) > 1 and _life_of_a_truce(draft))
    ):
        yield Doubt(_nobody_toward(draft), "toward whom is not told")
    if draft.recipients and all(a.resolved_by == "event" for a in draft.recipients):
        yield Doubt(0.06, "toward whom is told elsewhere")
    if any(a.resolved_by == "pronoun" for a in draft.recipients):
        yield Doubt(0.08, "toward whom is told by a pronoun")
    if _own_country(draft) and not laid_down(draft):
        weight = 0.28 if draft.type is EventType.ASSAULT else 0.2
        yield Doubt(weight, "doer and done-to are of one country: a party may be misread")


def _about_a_truce(draft: Draft) -> bool:
    """ "the talks in Doha produced a ceasefire", "the round failed": between those told to quarrel just before."""
    if draft.type not in (EventType.CONSULT, EventType.AGREE, EventType.REJECT) and not _life_of_a_truce(
        draft
    ):
        return False
    return draft.failed or bool(TRUCE.search(draft.token.sent.text))


def _life_of_a_truce(draft: Draft) -> bool:
    """ "The truce took effect", "the ceasefire collapsed": the truce itself is the subject, whoever keeps or breaks it."""
    if draft.ceasefire is None or draft.coded_by != "lexicon":
        return False
    held = draft.type is EventType.RETREAT and draft.token.lemma_.lower() in TRUCES
    return held or _told_as_suspended(draft) or life_of(draft.token) is not None


def _told_as_suspended(draft: Draft) -> bool:
    """ "Has put the ceasefire on hold": the codebook tells it as a ceasefire that is not in effect."""
    return (
        draft.ceasefire is not None
        and draft.type is EventType.AGREE
        and draft.aux is Auxiliary.NEGATION
        and draft.ceasefire.phase is CeasefirePhase.IN_EFFECT
    )


def _few_words_do(draft: Draft) -> bool:
    """ "The truce agreed on 6 March", "the truce holds": nothing is missing."""
    dated = draft.type is EventType.AGREE and draft.ceasefire is not None and draft.time is not None
    return dated or _life_of_a_truce(draft)


def _nobody_known(actors: tuple[Actor, ...]) -> bool:
    return bool(actors) and all(a.code.startswith("UNK") and ".UAF" not in a.code for a in actors)


def _nobody(draft: Draft) -> float:
    """An act of nobody told; violence with a count and a day or a place stands all the same."""
    if draft.type in (EventType.RETREAT, EventType.COOPERATE) and plainly_done(draft):
        return 0.15  # what was done is plain: people are free, a crossing is open
    if draft.type is not EventType.ASSAULT:
        return 0.3
    counted = draft.deaths is not None or draft.injured is not None
    grounded = draft.place is not None or draft.time is not None
    if counted:
        of_a_land = any(not r.code.startswith("UNK") for r in draft.recipients)
        return 0.05 if grounded else 0.1 if of_a_land else 0.15
    if draft.recipients and draft.place is not None and draft.time is not None and _shot(draft):
        return (
            0.1  # "shells struck the market of Adre on Monday": what flew is told, and where and when it fell
        )
    return 0.2 if grounded and draft.recipients else 0.3


def _shot(draft: Draft) -> bool:
    what = grammar.subject(draft.token) if draft.token.pos_ == "VERB" else None
    return what is not None and what.lemma_.lower() in FIRED


_OPENS = frozenset(("open", "reopen", "inaugurate", "restore"))


def _nobody_toward(draft: Draft) -> float:
    if draft.type is EventType.CONSULT:
        several = len(_countries(draft.actors)) > 1
        return 0.0 if several else 0.15 if draft.place is not None and draft.mode == "visit" else 0.3
    if draft.type is EventType.ASSAULT:
        told = draft.deaths is not None or len(draft.actors) > 1 or draft.stance is Stance.NEITHER
        return 0.0 if told else 0.15 if draft.place is not None else 0.22
    if draft.type is EventType.COOPERATE and draft.aux is None and draft.token.lemma_.lower() in _OPENS:
        return 0.08 if len(_countries(draft.actors)) == 1 else 0.0  # a crossing is opened to whoever comes
    return _NO_RECIPIENT.get(draft.type, 0.0)


def _own_country(draft: Draft) -> bool:
    """Both sides of one country: a misread party, or politics at home, unless arms meet the unarmed or rebels."""
    done_to_whom = draft.recipients
    if draft.mode in ("release", "withdraw"):  # nobody frees his own soldiers, and who withdraws moves them
        done_to_whom = tuple(r for r in draft.recipients if _sector(r) != "MIL")
    shared = (_countries(draft.actors) & _countries(done_to_whom)) - {"UNK", "IGO", "ISM", "NGO"}
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


def _of_the_sentence(draft: Draft) -> Iterator[Doubt]:
    sentence = draft.token.sent
    words = sentence.text
    if _RHETORICAL.search(words):
        weight = 0.25 if words.rstrip().endswith("?") else 0.15
        yield Doubt(weight, "the sentence asks or supposes")
    if len(words) > 420 or _glued(draft.token):
        yield Doubt(0.25, "the sentence is overlong or run together with other words of the page")
    if draft.type is EventType.ACCUSE and _WORRY.search(words):
        yield Doubt(0.15, "worry over what may come accuses nobody")
    if draft.type is EventType.ASSAULT and _CYBER.search(words):
        yield Doubt(0.15, "an attack on computers hurts nobody")
    if len(draft.text) < 28 and draft.deaths is None and not _few_words_do(draft):
        yield Doubt(0.08, "few words tell it")
    if not any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in sentence):
        yield Doubt(0.2, "no finite verb: a heading or a fragment")


def _glued(token: "Token") -> bool:
    """A sentence run together with a heading or a caption: words joined by capitals ("saidIsrael")."""
    return bool(re.search(r"[a-z][.!?]?[A-Z][a-z]+ [a-z]", token.sent.text)) and "Mc" not in token.sent.text
