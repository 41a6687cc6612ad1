"""Whether a noun names an act that was ("the strike"), or one that may be, is feared, asked for or planned."""

from typing import TYPE_CHECKING

from sarhad.codebook import QUAD, Auxiliary, EventType, Quad
from sarhad.reading import grammar
from sarhad.reading.modality_verbs import IRREAL_NOUNS, UNCERTAIN, conditional, of_modals, of_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_IRREAL_ADJECTIVES = frozenset(
    (
        "possible potential imminent planned future prospective threatened upcoming proposed expected "
        "impending hypothetical feared eventual scheduled forthcoming anticipated awaited looming mooted likely would-be intended"
    ).split()
)
_FUTURE_ADJECTIVES = frozenset("planned upcoming scheduled forthcoming expected next future".split())
_SET = frozenset("set schedule plan slate due expect".split())
""" "The meeting, set to be held on Monday", "a visit planned for May"."""
_REAL_ADJECTIVES = frozenset(
    "continued ongoing recent repeated previous earlier latest past continuing recurring increased growing rising mounting".split()
)


def of_noun(noun: "Token", kind: EventType) -> Auxiliary | None:
    """How the act that `noun` names is told: by its adjectives, by the nouns and verbs it hangs on."""
    told = _described(noun, kind) or _still_sought(noun, kind)
    if told is not None:
        return told
    if any(c.lower_ in _REAL_ADJECTIVES for c in grammar.children(noun, "amod")):
        return None
    return _hanging(noun) or _of_engaging(noun) or _of_clause_above(noun, kind)


def _described(noun: "Token", kind: EventType) -> Auxiliary | None:
    words = {c.lower_ for c in grammar.children(noun, "amod", "compound", "nmod")}
    if any(c.tag_ == "VBN" and c.lemma_ in _SET for c in grammar.children(noun, "acl")):
        return Auxiliary.FUTURE
    if words & _FUTURE_ADJECTIVES:
        return Auxiliary.FUTURE
    if noun.dep_ == "nsubj" and noun.head.lemma_.lower() == "loom":
        return Auxiliary.HYPOTHETICAL
    any_such = any(c.lower_ == "any" and c.dep_ == "det" for c in noun.children)
    return Auxiliary.HYPOTHETICAL if any_such or words & _IRREAL_ADJECTIVES else None


_TALKING = frozenset("talk negotiation discussion negotiate discuss work consultation".split())


def _still_sought(noun: "Token", kind: EventType) -> Auxiliary | None:
    """ "Ahead of the talks", "progress towards a deal", "negotiations over a deal": not yet when told."""
    up = noun.head
    if noun.dep_ != "pobj":
        return None
    if kind is EventType.CONSULT:
        return Auxiliary.FUTURE if up.lower_ == "of" and up.head.lower_ == "ahead" else None
    talked_of = up.lower_ in ("on", "about", "over", "for") and up.head.lemma_.lower() in _TALKING
    toward = up.lower_ in ("toward", "towards")
    if kind is EventType.ASSAULT:
        return Auxiliary.HYPOTHETICAL if toward or _dreaded(noun) else None
    sought = toward or talked_of
    return Auxiliary.HYPOTHETICAL if kind is EventType.AGREE and sought else None


_WIDER = frozenset("all-out out wider broader full-scale regional".split())


def _dreaded(noun: "Token") -> bool:
    """ "The cost of an all-out war": spoken of, not fought; "the wider war" is."""
    amods = {c.lower_ for c in grammar.children(noun, "amod")}
    definite = any(c.dep_ == "poss" or c.lower_ in _KNOWN for c in noun.children)
    return noun.lemma_.lower() in ("war", "conflict", "escalation") and bool(amods & _WIDER) and not definite


def _hanging(noun: "Token") -> Auxiliary | None:
    """ "the threat of strikes", "calls for a truce", "to prevent attacks"."""
    at = noun
    for _ in range(5):
        up = at.head
        if up == at or at.dep_ not in (
            "pobj",
            "prep",
            "compound",
            "conj",
            "amod",
            "appos",
            "dobj",
            "pcomp",
            "acl",
        ):
            return None
        if up.pos_ == "NOUN" and up.lemma_.lower() in IRREAL_NOUNS:
            return Auxiliary.HYPOTHETICAL
        if at.dep_ == "prep" and at.lower_ in ("to", "for") and up.lemma_.lower() in _ANSWERS:
            return None
        if up.pos_ == "ADJ" and at.dep_ == "prep" and up.lower_ in _OPEN_TO:
            return Auxiliary.HYPOTHETICAL
        if up.pos_ == "VERB":
            return _under_verb(at, up)
        at = up
    return None


_ANSWERS = frozenset("response reaction answer reply retaliation revenge retribution punishment".split())
""" "Weighs its response to the attack": what is answered was."""
_OPEN_TO = frozenset("open ready willing prepared keen eager optimistic hopeful".split())
_SOUGHT_FOR = frozenset(
    "call push press hope wait plan prepare ask appeal aim look brace arrange lobby campaign gear".split()
)
_FEARED = frozenset(
    (
        "warn fear prevent avoid deter avert threaten risk stop expect consider urge plan propose want seek demand "
        "oppose brace prepare anticipate await foresee save protect shield mull weigh contemplate ponder envisage eye imagine plot "
        "rehearse"
    ).split()
)


def _under_verb(at: "Token", up: "Token") -> Auxiliary | None:
    lemma = up.lemma_.lower()
    if lemma in _FEARED or (lemma in _SOUGHT_FOR and at.dep_ == "prep" and at.lower_ == "for"):
        return Auxiliary.HYPOTHETICAL
    return None


_ENGAGES = frozenset("engage enter participate partake join go".split())


def _of_engaging(noun: "Token") -> Auxiliary | None:
    """ "are set to engage in discussions": as the verb is told, so are the talks."""
    up = noun.head
    if noun.dep_ == "pobj" and up.lower_ in ("in", "into") and up.head.lemma_ in _ENGAGES:
        return of_verb(up.head)
    return None


_LINKING = frozenset(("be", "remain", "seem", "appear", "become"))
_SPEAK_OF = frozenset(
    (
        "respond react condemn denounce discuss debate investigate probe avenge ignore mourn mark pose change question justify explain "
        "criticise criticize regret welcome study review"
    ).split()
)
"""What these verbs may do to "the strike" leaves the strike as it was."""
_KNOWN = frozenset(("the", "this", "that", "these", "those"))


_EVADE = frozenset("violate evade bypass circumvent skirt dodge flout breach avoid ease".split())


def _given(noun: "Token", verb: "Token", kind: EventType) -> bool:
    """ "will respond to the strike", "tried to evade sanctions": it was, whatever comes of it."""
    if kind is EventType.SANCTION and verb.lemma_.lower() in _EVADE:
        return True
    definite = any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in _KNOWN) for c in noun.children)
    return definite and verb.lemma_.lower() in _SPEAK_OF


_STRIKES = frozenset(k for k, q in QUAD.items() if q is Quad.MATERIAL_CONFLICT)
_CORE = ("dobj", "nsubj", "nsubjpass", "attr")


def _of_clause_above(noun: "Token", kind: EventType) -> Auxiliary | None:
    """A noun shares its verb's modality when it is that verb's own argument ("could launch strikes")."""
    at = noun
    for _ in range(3):
        up = at.head
        if up == at or at.dep_ not in (*_CORE, "pobj", "prep", "conj", "agent", "compound"):
            return None
        if up.pos_ in ("VERB", "AUX"):
            given = kind in _STRIKES and _given(noun, up, kind)
            if at.dep_ == "nsubjpass" and up.lemma_ == "expect" and kind in _STRIKES:
                return Auxiliary.HYPOTHETICAL  # nobody's plan: others expect it
            return None if given else _as_argument(at, up)
        at = up
    return None


def _as_argument(at: "Token", up: "Token") -> Auxiliary | None:
    lemma = up.lemma_.lower()
    if at.dep_ in ("nsubj", "nsubjpass"):
        if lemma in _LINKING:
            return of_modals(up) or _of_predicate(up)
        if lemma in ("expect", "plan", "schedule", "slate"):
            return Auxiliary.FUTURE
        if lemma in ("hinge", "depend"):
            return Auxiliary.HYPOTHETICAL
    if at.dep_ in _CORE:
        return of_verb(up)
    return of_modals(up) if at.dep_ == "prep" else None


def _of_predicate(verb: "Token") -> Auxiliary | None:
    """ "A retaliation is almost certain", "the truce is contingent on": not yet so."""
    complements = grammar.children(verb, "acomp", "attr", "oprd")
    if any(c.lower_ in ("due", "scheduled", "set", "planned") for c in complements):
        return Auxiliary.FUTURE
    if any(c.lower_ in UNCERTAIN for c in complements) or conditional(verb):
        return Auxiliary.HYPOTHETICAL
    return None
