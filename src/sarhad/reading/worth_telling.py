"""Which acts are worth telling: relations of political actors, and violence that is told rather than only named."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sarhad.codebook import EventType
from sarhad.reading import grammar
from sarhad.reading.draft import Draft
from sarhad.reading.peaceful import nobody_fights
from sarhad.reading.triggers import OPENS
from sarhad.records import Actor

if TYPE_CHECKING:
    from spacy.tokens import Token

_POLITICAL = frozenset("GOV MIL COP SPY LEG JUD PTY REB UAF REF OPP IGO NGO ISM".split())
_ONLY_MEDIA = frozenset(("MED", "JRN"))


def worth_telling(draft: Draft) -> bool:
    """Relations between political actors, and violence; no verbal act of nobody, none of people nobody knows."""
    if draft.type is EventType.ASSAULT:
        return not nobody_fights(draft)
    doers, done_to = _sectors(draft.actors), _sectors(draft.recipients)
    if draft.type is EventType.CONSULT and (done_to and done_to <= _ONLY_MEDIA):
        return False
    if draft.actors and doers <= {"UNK", *_ONLY_MEDIA}:
        return False
    if (draft.coded_by == "project" and not draft.actors) or _done_by_nobody(draft):
        return True  # whose work stands still, who set them free, another page may tell
    return bool((doers | done_to) & _POLITICAL) or _told_of_nobody(draft)


_OF_NOBODY = frozenset((EventType.COERCE, EventType.THREATEN))
"""Types that matter whoever does them, where lexicon and encoder both see the act."""
_SURELY = 0.7


def _done_by_nobody(draft: Draft) -> bool:
    """ "Five drivers were released", "the crossing was reopened": a promise may be kept by it, whoever did it."""
    if (
        draft.coded_by != "lexicon"
        or draft.actors
        or not plainly_done(draft)
        or (draft.seen or 0.0) < _LIKELY
    ):
        return False
    known = any(not r.code.startswith("UNK") for r in draft.recipients) or _several(draft.token)
    freed = draft.type is EventType.RETREAT and draft.mode == "release" and bool(draft.recipients) and known
    if freed and _OF_THE_LAW.search(draft.token.sent.text):
        return False
    return freed or (draft.type is EventType.COOPERATE and _BORDER.search(draft.text) is not None)


def plainly_done(draft: Draft) -> bool:
    """Told as a thing done, in the passive or of itself: "were released", "the crossing reopened", not "may be released"."""
    verb = draft.token
    of_itself = verb.lemma_ in OPENS and not grammar.children(verb, "dobj")
    return draft.aux is None and verb.pos_ == "VERB" and (of_itself or grammar.is_passive(verb))


def _several(verb: "Token") -> bool:
    """ "Five drivers", not "the eighth man"."""
    return any(c.tag_ in ("NNS", "NNPS") for c in grammar.children(verb, "nsubjpass"))


_OF_THE_LAW = re.compile(r"\b(?:bail|parole|without charge|acquitt\w+)\b", re.I)
_LIKELY = 0.5
_BORDER = re.compile(r"\b(?:border|crossing|frontier|pipeline|railway|cross-border)\b", re.I)


def _told_of_nobody(draft: Draft) -> bool:
    """ "One more person was arrested", "women calling for their rights"; "thousands were displaced" tells of no doer, and aid
    goes to somebody."""
    if draft.coded_by != "lexicon" or (draft.seen or 0.0) < _SURELY:
        return False
    if draft.type in (EventType.REQUEST, EventType.PROTEST):
        return "CVL" in _sectors(draft.actors)
    if draft.type is EventType.AID:
        return bool(draft.recipients)
    return draft.type in _OF_NOBODY and draft.token.lemma_ != "displace"


def _sectors(actors: Iterable[Actor]) -> set[str]:
    return {a.code.split(".")[1].split("/")[0] for a in actors}


def only_named(draft: Draft) -> bool:
    """Whether violence is only named beside what is told: "the war between the two"."""
    return (
        draft.type is EventType.ASSAULT
        and draft.coded_by != "silence"
        and _only_mentioned(draft, (*draft.actors, *draft.recipients))
    )


_ABSTRACT = frozenset(
    (
    "war conflict violence terrorism militancy insurgency bloodshed hostility aggression death casualty "
    "torture fighting confrontation atrocity"
    ).split()
)  # fmt: skip
_BACKWARD = frozenset(
    (
        "since after before during following amid until over to of about for in despite from with at as by "
        "against"
    ).split()
)
_KNOWN = frozenset(("the", "this", "that", "these", "those", "such"))


def _only_mentioned(draft: Draft, everyone: Sequence[Actor]) -> bool:
    """A violent noun that tells nothing of its own: an abstract one of nobody, or "after the attack"."""
    token = draft.token
    if token.pos_ not in ("NOUN", "PROPN"):
        return token.lemma_ in ("kill", "target", "injure", "wound") and _of_those(token)
    abstract = token.lemma_.lower() in _ABSTRACT
    if abstract and len(everyone) < (2 if token.lemma_.lower() in ("war", "conflict") else 1):
        return True
    if not any(t.pos_ in ("VERB", "AUX") for t in token.sent):
        return True
    definite = any(c.dep_ == "det" and c.lower_ in _KNOWN for c in token.children)
    adjunct = token.dep_ == "pobj" and token.head.lower_ in _BACKWARD
    return (
        not everyone
        and (adjunct or token.dep_ in ("dobj", "nsubj", "conj"))
        and (definite or adjunct)
        and not _tells_more(token)
    )


def _of_those(verb: "Token") -> bool:
    """ "those killed": a count of people told elsewhere."""
    return verb.dep_ == "acl" and verb.head.lower_ in ("those", "number", "many")


def _tells_more(noun: "Token") -> bool:
    return any(t.ent_type_ in ("DATE", "GPE", "CARDINAL", "LOC", "FAC") for t in noun.subtree)
