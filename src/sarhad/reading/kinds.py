"""From the lexicon's type to the act's own: a vow to strike is a threat, a call named "a crime" is an accusation."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sarhad.codebook import EventType
from sarhad.reading import grammar
from sarhad.reading.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

_FORCE = re.compile(
    r"\b(retaliat|respon[ds]|reveng|aveng|punish|destroy|crush|strike|attack|annihilat|obliterat|eliminat|hit back|"
    r"war|force|consequence|price|pay dearly|harsh|severe|fight|defend|eradicat|wipe|bomb|kill|act against|target|pursue|"
    r"hunt|invade|occupy|escalat|military|decisive|all options|repercussion)", re.I)  # fmt: skip
BAD = re.compile(
    r"\b(unaccept\w+|illegal\w*|unlawful\w*|crim\w+|terror\w*|barbari\w+|heinous|reprehensible|cowardly|shameful\w*|"
    r"aggress\w+|violat\w+|genocid\w+|massacre|outrag\w+|disgrac\w+|provocat\w+|reckless\w*|irresponsib\w+|hostile|"
    r"unjust\w*|baseless|blatant|brutal\w*|horrif\w+|intolerable|inadmissible|unwarranted|wrong|failure|failed|disaster|"
    r"catastroph\w+|threat|dangerous|escalatory|hypocri\w+|liar?s?|false|propaganda|coward\w*|evil|breach|grave|appalling|"
    r"inhuman\w*|unjustif\w+|absurd|destabili\w+|malign|mistake|treacher\w+|ethnic cleansing|war of choice)", re.I)  # fmt: skip
_GOOD = re.compile(r"\b(welcome|positive|constructive|historic|good news|important step|success\w*|brotherly|friend\w*|partner\w*|milestone|encouraging|step forward|workable)\b", re.I)  # fmt: skip
_REFRAME = re.compile(r"\b(internal (?:matter|problem|issue|affair)|domestic (?:matter|problem|issue)|private capacity|personal capacity|self-defen[cs]e|defensive|defen[cs]e of|not (?:aimed|directed|targeted)|routine|misunderstanding|accident\w*|unintentional\w*|by mistake|warning shots?)\b", re.I)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """The type and mode an act is coded with; None for the type means it tells no act after all."""

    type: EventType | None
    mode: str | None = None
    failed: bool = False
    negated: bool = False
    reframes: bool = False


def _subtree(token: "Token") -> str:
    words: str = token.doc[token.left_edge.i : token.right_edge.i + 1].text
    return words


def _after(trigger: Trigger) -> str:
    token = trigger.token
    words: str = token.doc[trigger.last + 1 : max(trigger.last + 1, token.right_edge.i + 1)].text
    return words


def kind_of(trigger: Trigger, clause: str) -> Kind:
    """The act `trigger` names in its clause."""
    entry = trigger.entry
    for option, rule in _RULES.items():
        if entry.has(option):
            return rule(trigger, clause)
    mode = entry.mode
    if trigger.noun_entry is not None and trigger.noun_entry.type is entry.type:
        mode = trigger.noun_entry.mode or mode
    if entry.type is EventType.AGREE:
        return _agree(trigger, mode)
    if entry.type is EventType.ASSAULT:
        return Kind(EventType.ASSAULT, assault_mode(trigger, clause) or mode)
    return Kind(entry.type, mode)


def _agree(trigger: Trigger, mode: str | None) -> Kind:
    """A promise of force is a threat; a refusal to agree is a rejection."""
    token = trigger.token
    head = next(iter(grammar.children(token, "xcomp", "acl", "ccomp")), None)
    if token.lemma_ in ("vow", "promise", "pledge", "swear", "vowed") or token.lemma_ == "reiterate":
        words = _subtree(head) if head is not None else _after(trigger)
        words = re.sub(r"^(to )?(keep|continue|go on)( to)? ", "", words)
        if _FORCE.match(words.removeprefix("to ").removeprefix("a ")) or (
            head is not None and _FORCE.match(head.lemma_)
        ):
            return Kind(EventType.THREATEN, "violence")
        if re.search(r"\bto justice\b|^(to )?(?:prosecute|hunt down|arrest)", words):
            return Kind(EventType.THREATEN, "arrest")
        if re.search(r"\b(revenge|retaliation|response)\b", words, re.I) and head is None:
            return Kind(EventType.THREATEN, "violence")
    if head is None and _presses(token):
        return Kind(EventType.REQUEST, "change")
    if trigger.entry.has("xcomp") and not grammar.children(token, "xcomp", "ccomp"):
        return Kind(None)
    if any(c.dep_ == "neg" for c in token.children) and token.lemma_ in (
        "agree",
        "accept",
        "commit",
        "reach",
        "sign",
    ):
        return Kind(EventType.REJECT, None, failed=token.lemma_ in ("reach", "agree"), negated=True)
    return Kind(EventType.AGREE, mode)


def _presses(token: "Token") -> bool:
    """ "stressed the need to pressure X": a demand on X."""
    needs = [o for o in grammar.children(token, "dobj") if o.lemma_ in ("need", "importance", "necessity")]
    return any(
        c.lemma_ in ("pressure", "press", "urge", "compel", "force", "restrain", "curb")
        for o in needs
        for c in o.children
    )


def _warning(trigger: Trigger, clause: str) -> Kind:
    token = trigger.token
    words = _after(trigger)
    told = grammar.children(token, "dobj")
    if told and any(a.lower_ == "to" for c in grammar.children(token, "xcomp") for a in c.children):
        return Kind(EventType.REQUEST, "yield")  # "warned residents to leave"
    if re.match(r"\s*(against|not to)\b", words):
        return Kind(EventType.THREATEN, None)
    if any(_own_intention(c) for c in grammar.children(token, "ccomp")):
        return Kind(EventType.THREATEN, "violence" if _FORCE.search(words) else None)
    if re.search(r"\b(will|would|shall|any|if|consequence|price)\b", words) and _FORCE.search(words):
        return Kind(EventType.THREATEN, "violence")
    if re.search(r"\b(will|would)\b", words) and re.search(r"\b(if|unless)\b", words):
        return Kind(EventType.THREATEN, None)
    return Kind(EventType.ACCUSE, "allege")


def _own_intention(clause: "Token") -> bool:
    """ "warned that it will not allow": one's own coming act."""
    own = any(s.lower_ in ("it", "we", "they", "he", "she", "i") for s in grammar.children(clause, "nsubj"))
    return own and any(a.lower_ in ("will", "would", "'ll") for a in grammar.children(clause, "aux"))


def _threat(trigger: Trigger, clause: str) -> Kind:
    words = _after(trigger)
    if trigger.entry.has("threatnoun") and not _is_made(trigger.token):
        return Kind(None)
    if trigger.token.pos_ == "VERB" and _is_danger(trigger.token):
        return Kind(None)
    return Kind(EventType.THREATEN, "violence" if _FORCE.search(words) else None)


def _is_made(noun: "Token") -> bool:
    """A threat somebody makes, not a danger that is there ("security threats", "the threat of terrorism")."""
    owned = any(c.dep_ in ("poss", "compound", "amod") and c.text[:1].isupper() for c in noun.children)
    by = any(name in ("by", "from") for name, _ in grammar.prepositional(noun))
    return owned or by or any(c.dep_ == "acl" and c.tag_ == "VB" for c in noun.children)


def _is_danger(verb: "Token") -> bool:
    """ "disagreements threaten to undermine the truce": no one threatens."""
    doer = grammar.subject(verb)
    return doer is not None and doer.pos_ == "NOUN" and doer.lemma_ not in PEOPLE and not doer.ent_type_


PEOPLE = frozenset(
    (
    "leader official president minister commander group army military force government spokesman "
    "spokesperson spokeswoman militant general chief administration authority ministry envoy guard "
    "militia movement militants officer regime side party country state"
    ).split()
)  # fmt: skip


def _branding(trigger: Trigger, clause: str) -> Kind:
    words = _after(trigger)
    if _REFRAME.search(words):
        return Kind(EventType.REJECT, None, reframes=True)
    if BAD.search(words):
        return Kind(EventType.ACCUSE, "disapprove")
    if trigger.token.lemma_ == "call" and trigger.token.dep_ != "acl":
        return _phone(trigger, clause)
    return Kind(EventType.SUPPORT) if _GOOD.search(words) else Kind(None)


def _phone(trigger: Trigger, clause: str) -> Kind:
    token = trigger.token
    if (
        token.lemma_ != "call"
        or not grammar.children(token, "dobj")
        or grammar.children(token, "oprd", "ccomp", "attr")
    ):
        return Kind(None) if token.lemma_ == "call" else Kind(EventType.CONSULT, "phone")
    if any(o.ent_type_ == "PERSON" or o.lemma_ in ("counterpart",) for o in grammar.children(token, "dobj")):
        return Kind(EventType.CONSULT, "phone")
    return Kind(None)


def _holding(trigger: Trigger, clause: str) -> Kind:
    if re.search(r"\bhold\w*\s+(?:\w+\s+){0,4}?(?:responsible|accountable)", _subtree(trigger.token)) or re.search(r"\bheld (?:\w+ ){0,4}(?:responsible|accountable)", clause):  # fmt: skip
        return Kind(EventType.ACCUSE, "allege")
    return Kind(None)


def _truce_holds(trigger: Trigger, clause: str) -> Kind:
    doer = grammar.subject(trigger.token)
    if doer is not None and doer.lemma_.lower() in ("ceasefire", "truce", "calm", "cease-fire"):
        return Kind(EventType.RETREAT, "ceasefire")
    return _holding(trigger, clause)


_TALKS = frozenset(
    (
        "talk talks negotiation round dialogue meeting effort mediation process ceasefire truce deal "
        "agreement"
    ).split()
)
_CURB = frozenset(
    "curb dismantle restrain stop prevent act rein control address combat tackle eliminate contain crack".split()
)


def _failing(trigger: Trigger, clause: str) -> Kind:
    token = trigger.token
    complement = next(iter(grammar.children(token, "xcomp")), None)
    doer = grammar.subject(token)
    if doer is not None and doer.lemma_.lower() in _TALKS:
        return Kind(EventType.REJECT, None, failed=True)
    if complement is None:
        return Kind(None)
    if complement.lemma_ in ("reach", "agree", "make", "bring", "produce", "yield") and re.search(r"agree|deal|solution|breakthrough|progress|consensus|accord|result|outcome", clause):  # fmt: skip
        return Kind(EventType.REJECT, None, failed=True)
    if complement.lemma_ in _CURB or any(t.lemma_ in _CURB for t in complement.subtree if t.pos_ == "VERB"):
        return Kind(EventType.COERCE, "restrict", negated=True)
    return Kind(None)


def _talks_fail(trigger: Trigger, clause: str) -> Kind:
    doer = grammar.subject(trigger.token)
    if doer is not None and doer.lemma_.lower() in _TALKS:
        return Kind(
            EventType.REJECT,
            None,
            failed=doer.lemma_.lower() not in ("ceasefire", "truce", "agreement", "deal"),
        )
    return Kind(None)


def _denial(trigger: Trigger, clause: str) -> Kind:
    token = trigger.token
    if token.lemma_ == "deny" and any(c.dep_ == "neg" for c in token.children):
        return Kind(None)
    if trigger.entry.has("act") and grammar.subject(token) is None:
        return Kind(None)
    words = _after(trigger)
    return Kind(EventType.REJECT, None, reframes=bool(_REFRAME.search(words)))


def _clarifying(trigger: Trigger, clause: str) -> Kind:
    return Kind(EventType.REJECT, None, reframes=True) if _REFRAME.search(_after(trigger)) else Kind(None)


def _wanting(trigger: Trigger, clause: str) -> Kind:
    """ "wants Kabul to act"; what one wants to do oneself, or wants of a thing, asks nobody."""
    clauses = grammar.children(trigger.token, "xcomp", "ccomp")
    asked = [s for c in clauses for s in grammar.children(c, "nsubj", "nsubjpass")]
    people = any(s.pos_ != "PRON" or s.lower_ in ("they", "them", "he", "it") for s in asked)
    return Kind(EventType.REQUEST, "change") if people else Kind(None)


def _claiming(trigger: Trigger, clause: str) -> Kind:
    if any(grammar.of_oneself(c) for c in grammar.children(trigger.token, "ccomp", "xcomp")):
        return Kind(None)
    if grammar.children(trigger.token, "ccomp", "xcomp"):
        return Kind(EventType.ACCUSE, "allege")
    return Kind(None)


def _dying(trigger: Trigger, clause: str) -> Kind:
    return Kind(EventType.ASSAULT, assault_mode(trigger, trigger.token.sent.text))


_NOT_HIT = frozenset(
    (
        "stock share investor company growth audience sector gdp rate goal age number snag roadblock milestone "
        "jackpot consumer seller economy voter customer inflation export import brand product demand supply chain "
        "budget business industry headline wall spot nerve button road skin corruption abuse benefit reform"
    ).split()
)


def _hitting(trigger: Trigger, clause: str) -> Kind:
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


def _firing(trigger: Trigger, clause: str) -> Kind:
    token = trigger.token
    things = {t.lemma_.lower() for o in grammar.objects(token) for t in o.subtree}
    doer = grammar.subject(token)
    armed = things & {"missile", "rocket", "drone", "shell", "round", "shot", "projectile", "mortar", "gun", "bullet", "salvo", "barrage", "tear", "artillery"}  # fmt: skip
    at = any(name in ("at", "on", "into", "toward", "towards") for name, _ in grammar.prepositional(token))
    if armed or (at and doer is not None):
        return Kind(EventType.ASSAULT, assault_mode(trigger, clause))
    return Kind(None)


def _blast(trigger: Trigger, clause: str) -> Kind:
    words = {t.lemma_.lower() for t in trigger.token.subtree}
    if words & {"bomb", "device", "explosive", "vest", "ied", "mine", "blast", "himself", "suicide", "car", "missile", "shell", "grenade", "drone"}:  # fmt: skip
        return Kind(EventType.ASSAULT, assault_mode(trigger, clause) or "explosives")
    return Kind(None)


def _alerting(trigger: Trigger, clause: str) -> Kind:
    return (
        Kind(EventType.MOBILIZE, "troops")
        if re.search(r"\b(alert|standby|readiness)\b", clause, re.I)
        else Kind(None)
    )


def _returning(trigger: Trigger, clause: str) -> Kind:
    words = {t.lemma_.lower() for t in trigger.token.subtree}
    return Kind(EventType.RETREAT, None) if words & {"refugee", "migrant", "returnee", "afghan", "displaced", "resident", "family"} else Kind(None)  # fmt: skip


def _wants_other(trigger: Trigger, clause: str) -> Kind:
    return _wanting(trigger, clause)


def _travelling(trigger: Trigger, clause: str) -> Kind:
    token = trigger.token
    to = [
        o
        for name, o in grammar.prepositional(token)
        if name in ("to", "in", "for") and (o.ent_type_ in ("GPE", "LOC"))
    ]
    return Kind(EventType.CONSULT, "visit") if to else Kind(None)


def _talking(trigger: Trigger, clause: str) -> Kind:
    """ "spoke to his counterpart" is a talk; "speaking in Kabul" and "spoke on condition of anonymity" are none."""
    partners = [name for name, _ in grammar.prepositional(trigger.token) if name in ("to", "with")]
    doer = grammar.subject(trigger.token)
    several = doer is not None and (len(grammar.conjuncts(doer)) > 1 or doer.tag_ in ("NNS", "NNPS"))
    told = [o.lemma_.lower() for name, o in grammar.prepositional(trigger.token) if name == "to"]
    if set(told) & {
        "reporter",
        "journalist",
        "medium",
        "media",
        "bbc",
        "cnn",
        "reuters",
        "afp",
        "ap",
        "newspaper",
    }:
        return Kind(None)
    return Kind(EventType.CONSULT) if partners or (several and trigger.token.dep_ != "advcl") else Kind(None)


def _asking(trigger: Trigger, clause: str) -> Kind:
    """ "asked Kabul to act", "asked for help"; a question put to somebody demands nothing."""
    token = trigger.token
    tasks = [
        c for c in grammar.children(token, "xcomp", "ccomp") if c.lemma_ not in ("name", "identify", "quote")
    ]
    if grammar.is_passive(token) and grammar.agent(token) is None:
        return Kind(None)
    to_act = any(any(a.lower_ == "to" for a in c.children) for c in tasks)
    wanted = any(name == "for" for name, _ in grammar.prepositional(token))
    return Kind(EventType.REQUEST, "change") if to_act or wanted else Kind(None)


_OF_THE_PRESS = frozenset("news press video media earnings tech technology developer academic sales".split())


def _gathering(trigger: Trigger, clause: str) -> Kind:
    """A meeting of parties; not a press conference, nor "Iran's talk of tolls"."""
    token = trigger.token
    if any(c.lemma_.lower() in _OF_THE_PRESS for c in token.children) or (token.lower_ == "talk"):
        return Kind(None)
    return Kind(EventType.CONSULT, trigger.entry.mode)


_EASE = frozenset(
    (
        "mend strengthen revive improve enhance restore normalise normalize expand deepen ease repair reopen boost "
        "broaden promote rebuild resume resolve settle bolster"
    ).split()
)


def _easing(trigger: Trigger, clause: str) -> Kind:
    """ "efforts to revive the railway": an undertaking under way."""
    tasks = grammar.children(trigger.token, "acl", "xcomp", "relcl")
    return Kind(EventType.AGREE) if any(c.lemma_.lower() in _EASE for c in tasks) else Kind(None)


def _refusing(trigger: Trigger, clause: str) -> Kind:
    """ "refused to hand over", "declined an invitation"; an index that declines refuses nothing."""
    token = trigger.token
    said = grammar.children(token, "xcomp", "dobj", "ccomp")
    if any(
        c.lemma_ in ("comment", "say", "elaborate", "specify", "identify", "name", "give", "disclose")
        for c in said
    ):
        return Kind(None)
    counted = any(t.lower_ in ("%", "percent", "point", "points") for t in token.subtree)
    return Kind(EventType.REJECT) if said and not counted else Kind(None)


_NOT_OFFERED = frozenset(
    "account view glimpse explanation insight comment detail clue sign evidence advice look service".split()
)


def _offering(trigger: Trigger, clause: str) -> Kind:
    things = {o.lemma_.lower() for o in grammar.objects(trigger.token)}
    return Kind(None) if things & _NOT_OFFERED else _agree(trigger, None)


def _calling(trigger: Trigger, clause: str) -> Kind:
    """ "a call with the minister" is a telephone call, "a call for restraint" a demand."""
    token = trigger.token
    phone = any(c.lemma_.lower() in ("phone", "telephone", "video", "conference") for c in token.children)
    if phone or any(name == "with" for name, _ in grammar.prepositional(token)):
        return Kind(EventType.CONSULT, "phone")
    demands = [name for name, _ in grammar.prepositional(token) if name in ("for", "to", "on")]
    return Kind(EventType.REQUEST, "change") if demands or grammar.children(token, "acl") else Kind(None)


def _talks_end(trigger: Trigger, clause: str) -> Kind:
    """ "the round ended without a result"."""
    doer = grammar.subject(trigger.token)
    words = trigger.token.doc[trigger.token.left_edge.i : trigger.token.right_edge.i + 1].text
    if (
        doer is not None
        and doer.lemma_.lower() in _TALKS
        and re.search(
            r"\bwithout (?:an? |any )?(?:\w+ )?(?:result|agreement|deal|breakthrough|progress|solution|outcome|accord)",
            words,
        )
    ):
        return Kind(EventType.REJECT, None, failed=True)
    return Kind(None)


def _committing(trigger: Trigger, clause: str) -> Kind:
    """ "committed to the deal"; crimes are committed too."""
    to = any(name == "to" for name, _ in grammar.prepositional(trigger.token))
    return _agree(trigger, None) if to or grammar.children(trigger.token, "xcomp") else Kind(None)


_RULES = {
    "committing": _committing,
    "talksend": _talks_end,
    "callnoun": _calling,
    "refusing": _refusing,
    "offering": _offering,
    "easing": _easing,
    "asking": _asking,
    "gathering": _gathering,
    "talking": _talking,
    "warning": _warning,
    "threat": _threat,
    "threatnoun": _threat,
    "branding": _branding,
    "phoning": _phone,
    "truceholds": _truce_holds,
    "holding": _truce_holds,
    "failing": _failing,
    "talksfail": _talks_fail,
    "clarifying": _clarifying,
    "denial": _denial,
    "wantingother": _wants_other,
    "wanting": _wanting,
    "claiming": _claiming,
    "dying": _dying,
    "hitting": _hitting,
    "firing": _firing,
    "blast": _blast,
    "alerting": _alerting,
    "refugees": _returning,
    "travelling": _travelling,
}

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
        own += " " + _subtree(trigger.noun)
    for text in (own, clause):
        for mode, pattern in _MODES:
            if pattern.search(text):
                return mode
    return None
