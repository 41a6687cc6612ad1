"""Acts done in words: agree, threaten, demand, accuse, deny; a vow of force is a threat."""

import re
from typing import TYPE_CHECKING

from sarhad.codebook import EventType
from sarhad.reading import grammar
from sarhad.reading.kind import BAD, FORCE, GOOD, REFRAME, Kind, subtree, words_after
from sarhad.reading.kinds_talks import phone_call
from sarhad.reading.links_back import OF_DEEDS
from sarhad.reading.modality_negation import refused
from sarhad.reading.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token


def agreeing(trigger: Trigger, mode: str | None) -> Kind:
    """A promise of force is a threat; a refusal to agree is a rejection."""
    token = trigger.token
    head = next(iter(grammar.children(token, "xcomp", "acl", "ccomp")), None)
    if token.lemma_ in ("vow", "promise", "pledge", "swear", "vowed") or token.lemma_ == "reiterate":
        words = subtree(head) if head is not None else words_after(trigger)
        words = re.sub(r"^(to )?(keep|continue|go on)( to)? ", "", words)
        if FORCE.match(words.removeprefix("to ").removeprefix("a ")) or (
            head is not None and FORCE.match(head.lemma_)
        ):
            return Kind(EventType.THREATEN, "violence")
        if re.search(
            r"\bto justice\b|^(to )?(?:prosecute|hunt down|arrest)|\b(?:caught|prosecuted|jailed)\b", words
        ):
            return Kind(EventType.THREATEN, "arrest")
        if _PAYBACK.search(words) if head is None else _MADE_TO_PAY.search(words):
            return Kind(EventType.THREATEN, "violence")
    if head is None and _presses(token):
        return Kind(EventType.REQUEST, "change")
    if token.lemma_ == "sign" and any(o.lemma_ in _PAPERS for o in grammar.objects(token)):
        return Kind(None)
    if token.lemma_ == "assure" and (_OF_THE_PAST.search(words_after(trigger)) or _as_it_is(token)):
        return Kind(None)  # "assured him that it had done so", "that the posts are safe": told as it is
    if trigger.entry.has("xcomp") and not grammar.children(token, "xcomp", "ccomp"):
        return Kind(None)
    if refused(token) and token.lemma_ in (
        "agree",
        "accept",
        "commit",
        "reach",
        "sign",
    ):
        return Kind(EventType.REJECT, None, failed=token.lemma_ in ("reach", "agree"), negated=True)
    return Kind(EventType.AGREE, mode)


def _as_it_is(verb: "Token") -> bool:
    """ "Assured them that the posts are safe": told of how things stand."""
    told = grammar.children(verb, "ccomp")
    coming = any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("MD", "TO") for t in told for c in t.children)
    return bool(told) and told[0].tag_ in ("VBZ", "VBP") and not coming


_PAYBACK = re.compile(
    r"\b(?:revenge|retaliation|response|retribution|punishments?|reprisals?|vengeance|will pay)\b", re.I
)
_MADE_TO_PAY = re.compile(r"\b(?:will|would|shall|to) (?:pay\b|suffer\b|regret\b|be punished)\b", re.I)
_PAPERS = frozenset("statement letter petition bill law order card book".split())
"""Who signs these undertakes nothing toward another party."""
_OF_THE_PAST = re.compile(r"\bthat (?:[\w.'’]+ ){0,4}had\b")


def _presses(token: "Token") -> bool:
    """ "stressed the need to pressure X": a demand on X."""
    needs = [o for o in grammar.children(token, "dobj") if o.lemma_ in ("need", "importance", "necessity")]
    return any(
        c.lemma_ in ("pressure", "press", "urge", "compel", "force", "restrain", "curb")
        for o in needs
        for c in o.children
    )


def threat(trigger: Trigger, clause: str) -> Kind:
    words = words_after(trigger)
    if trigger.entry.has("threatnoun") and not _is_made(trigger.token):
        return Kind(None)
    if trigger.token.pos_ == "VERB" and _is_danger(trigger.token):
        return Kind(None)
    return Kind(EventType.THREATEN, "violence" if FORCE.search(words) else None)


def _is_made(noun: "Token") -> bool:
    """A threat somebody makes, not a danger that is there ("security threats", "the threat of terrorism")."""
    owned = any(c.dep_ in ("poss", "compound", "amod") and c.text[:1].isupper() for c in noun.children)
    by = any(name in ("by", "from") for name, _ in grammar.prepositional(noun))
    return owned or by or any(c.dep_ == "acl" and c.tag_ == "VB" for c in noun.children)


def _is_danger(verb: "Token") -> bool:
    """ "disagreements threaten to undermine the truce", "the killing shook the region, threatening the talks": no one threatens."""
    aside = verb.tag_ == "VBG" and verb.dep_ == "advcl"
    doer = grammar.subject(verb) or (grammar.subject(verb.head) if aside else None)
    return doer is not None and doer.pos_ == "NOUN" and doer.lemma_ not in PEOPLE and not doer.ent_type_


PEOPLE = frozenset(
    (
    "leader official president minister commander group army military force government spokesman "
    "spokesperson spokeswoman militant general chief administration authority ministry envoy guard "
    "militia movement militants officer regime side party country state"
    ).split()
)  # fmt: skip


def branding(trigger: Trigger, clause: str) -> Kind:
    called = grammar.children(trigger.token, "oprd", "attr", "ccomp")
    if trigger.token.lemma_ == "call" and trigger.token.dep_ != "acl" and not called:
        return phone_call(trigger, clause)
    if trigger.token.lemma_ == "call" and any(c.lower_ == "what" for c in trigger.token.children):
        return Kind(None)  # "what it called illegal bases": the name for a thing, said in passing
    words = " ".join(subtree(c) for c in called) if called else words_after(trigger)
    if REFRAME.search(words):
        return Kind(EventType.REJECT, None, reframes=True)
    if BAD.search(words):
        return Kind(EventType.ACCUSE, "disapprove")
    return Kind(EventType.SUPPORT) if GOOD.search(words) else Kind(None)


def breaching(trigger: Trigger, clause: str) -> Kind:
    """Who breaks a truce or a border refuses to yield; "the raid violated international law" is a judgement of the raid,
    made by whoever says so."""
    token = trigger.token
    judged = token.dep_ == "attr" if token.pos_ == "NOUN" else _is_deed(grammar.subject(token))
    return Kind(None) if judged and LAWS.search(words_after(trigger)) else Kind(EventType.REJECT, "yield")


LAWS = re.compile(r"^(?:of )?(?:[\w'’-]+ ){0,3}?(?:laws?|rights|charter|conventions?)\b", re.I)


def _is_deed(subject: "Token | None") -> bool:
    return subject is not None and (
        subject.lower_ in ("it", "this", "that") or subject.lemma_.lower() in OF_DEEDS
    )


def denial(trigger: Trigger, clause: str) -> Kind:
    token = trigger.token
    if token.lemma_ == "deny" and any(c.dep_ == "neg" for c in token.children):
        return Kind(None)
    if token.lemma_ == "deny" and any(
        t.lower_ == "neither" for t in token.doc[max(0, token.i - 7) : token.i]
    ):
        return Kind(None)  # "has neither claimed nor denied": silence, which is read by itself
    if trigger.entry.has("act") and grammar.subject(token) is None:
        return Kind(None)
    words = words_after(trigger)
    return Kind(EventType.REJECT, None, reframes=bool(REFRAME.search(words)))


def clarifying(trigger: Trigger, clause: str) -> Kind:
    return Kind(EventType.REJECT, None, reframes=True) if REFRAME.search(words_after(trigger)) else Kind(None)


def wanting(trigger: Trigger, clause: str) -> Kind:
    """ "wants Kabul to act"; what one wants to do oneself, or wants of a thing, asks nobody."""
    clauses = grammar.children(trigger.token, "xcomp", "ccomp")
    asked = [s for c in clauses for s in grammar.children(c, "nsubj", "nsubjpass")]
    people = any(s.pos_ != "PRON" or s.lower_ in ("they", "them", "he", "it") for s in asked)
    return Kind(EventType.REQUEST, "change") if people else Kind(None)


def claiming(trigger: Trigger, clause: str) -> Kind:
    if any(grammar.of_oneself(c) for c in grammar.children(trigger.token, "ccomp", "xcomp")):
        return Kind(None)
    if grammar.children(trigger.token, "ccomp", "xcomp"):
        return Kind(EventType.ACCUSE, "allege")
    return Kind(None)


def asking(trigger: Trigger, clause: str) -> Kind:
    """ "asked Kabul to act", "asked for help"; a question put to somebody demands nothing."""
    token = trigger.token
    tasks = [
        c for c in grammar.children(token, "xcomp", "ccomp") if c.lemma_ not in ("name", "identify", "quote")
    ]
    bare = token.tag_ == "VBN" and token.dep_ in ("advcl", "acl")  # "said when asked to explain"
    if (grammar.is_passive(token) or bare) and grammar.agent(token) is None:
        return Kind(None)
    to_act = any(any(a.lower_ == "to" for a in c.children) for c in tasks)
    wanted = any(
        name == "for" and o.lemma_ not in ("comment", "reaction", "response")
        for name, o in grammar.prepositional(token)
    )
    return Kind(EventType.REQUEST, "change") if to_act or wanted else Kind(None)


def feeling(trigger: Trigger, clause: str) -> Kind:
    """ "Is deeply concerned by the strikes"; who is merely concerned blames nobody."""
    word = trigger.token
    strong = any(c.dep_ == "advmod" and c.lower_.endswith("ly") for c in word.children)
    return Kind(EventType.ACCUSE, "disapprove") if word.dep_ == "acomp" and strong else Kind(None)


def pressing(trigger: Trigger, clause: str) -> Kind:
    """ "pressed Kabul to act", "pushed for talks"; one who is "pressed about" something is a guest being asked."""
    token = trigger.token
    if grammar.is_passive(token) or (token.tag_ == "VBN" and token.dep_ in ("advcl", "acl")):
        asked = grammar.agent(token) is not None or grammar.children(token, "xcomp")
        return Kind(EventType.REQUEST, "change") if asked else Kind(None)
    return Kind(EventType.REQUEST, "change")


_SILENT = frozenset(
    "comment say detail describe provide share elaborate specify identify name give disclose answer respond reply speculate discuss confirm rule".split()
)
"""Who "declined to" do these kept silent, or kept an option open ("refused to rule out")."""


def refusing(trigger: Trigger, clause: str) -> Kind:
    """ "refused to hand over", "declined an invitation"; an index that declines refuses nothing."""
    token = trigger.token
    said = grammar.children(token, "xcomp", "dobj", "ccomp")
    if any(c.lemma_ in _SILENT for c in said):
        return Kind(None)
    counted = any(t.lower_ in ("%", "percent", "point", "points") for t in token.subtree)
    return Kind(EventType.REJECT) if said and not counted else Kind(None)


_NOT_OFFERED = frozenset(
    "account view glimpse explanation insight comment detail clue sign evidence advice look service hope comfort relief "
    "respite solace optimism reminder lesson clarity sense picture".split()
)


def offering(trigger: Trigger, clause: str) -> Kind:
    things = {o.lemma_.lower() for o in grammar.objects(trigger.token)}
    return Kind(None) if things & _NOT_OFFERED else agreeing(trigger, None)


def committing(trigger: Trigger, clause: str) -> Kind:
    """ "committed to the deal"; crimes are committed too."""
    to = any(name == "to" for name, _ in grammar.prepositional(trigger.token))
    return agreeing(trigger, None) if to or grammar.children(trigger.token, "xcomp") else Kind(None)


_ARMS = re.compile(r"\b(?:nuclear|weapons?|bombs?|missiles?|warheads?|enrich\w*|drones?|arms)\b", re.I)


def working(trigger: Trigger, clause: str) -> Kind:
    """ "Is working to avoid an escalation", "on a payment system": an effort under way; neither force nor arms are one."""
    token = trigger.token
    told = [c for c in token.children if c.i > token.i]
    aims = [c for c in told if c.dep_ in ("xcomp", "advcl") and any(g.lower_ == "to" for g in c.children)]
    on = [o for name, o in grammar.prepositional(token) if name in ("on", "towards", "toward")]
    under_way = token.tag_ == "VBG" and any(a.lemma_ == "be" for a in grammar.children(token, "aux"))
    if not under_way or not (aims or on) or _ARMS.search(words_after(trigger)):
        return Kind(None)
    if any(FORCE.match(a.lemma_) for a in aims):
        return Kind(None)
    with_others = any(name == "with" for name, _ in grammar.prepositional(token))
    return Kind(EventType.COOPERATE if on or with_others else EventType.AGREE)
