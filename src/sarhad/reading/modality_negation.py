"""What is told as not having happened: "did not attack", "without a deal", "a foiled raid", "failed to sign"."""

from typing import TYPE_CHECKING

from sarhad.reading import grammar

if TYPE_CHECKING:
    from spacy.tokens import Token


def negated(token: "Token") -> bool:
    """Whether the act that `token` names is told as not done, whoever tells it."""
    if _not_until(token):
        return False
    if _says_no(token) or _none_of_it(token) or _unlikely(token):
        return True
    if token.pos_ in ("VERB", "AUX"):
        return _verb_negated(token)
    return _called_off(token) or _noun_negated(token)


_MORE = frozenset("only just merely simply solely".split())


def _not(token: "Token") -> bool:
    """A "not" of its own; "not only", "not just" deny nothing."""
    denying = [c for c in token.children if c.dep_ == "neg"]
    return any(c.i + 1 >= len(c.doc) or c.nbor(1).lower_ not in _MORE for c in denying)


def _not_until(token: "Token") -> bool:
    """ "Was not closed until Monday": in the end it was."""
    past = token.tag_ == "VBD" or any(
        c.lower_ in ("did", "was", "were") for c in grammar.children(token, "aux", "auxpass")
    )
    return past and any(c.lower_ == "until" and c.dep_ == "prep" for c in token.children)


def _says_no(token: "Token") -> bool:
    return (
        _not(token)
        or any(c.lower_ in ("no", "never") and c.dep_ in ("det", "advmod") for c in token.children)
        or (token.pos_ == "VERB" and _neither_nor(token))
    )


def _neither_nor(verb: "Token") -> bool:
    """ "Neither attacked nor shelled": both are told as not done."""
    if any(c.lower_ == "neither" and c.dep_ in ("preconj", "cc", "advmod", "det") for c in verb.children):
        return True
    return verb.dep_ == "conj" and any(
        c.lower_ == "nor" and c.dep_ in ("cc", "preconj") and c.i < verb.i for c in verb.head.children
    )


_WISHES = frozenset(
    "request intention plan sign need desire prospect offer call decision wish interest hint".split()
)
_DROPPED = frozenset("postpone cancel scrap shelve abandon drop".split())
_TELLINGS = frozenset("story report article claim rumour rumor account post".split())
_TAKEN_BACK = frozenset("withdraw retract delete pull remove".split())
_LEADING_UP = ("pobj", "prep", "pcomp", "acl", "dobj", "compound")


def _none_of_it(token: "Token") -> bool:
    """ "No request for talks", "cancelled plans to travel", "retracted its story about a raid"."""
    at = token
    for _ in range(5):
        up = at.head
        if up == at or at.dep_ not in _LEADING_UP:
            return False
        if up.pos_ == "NOUN" and up.lemma_.lower() in _TELLINGS:
            return up.dep_ in ("dobj", "nsubjpass") and up.head.lemma_ in _TAKEN_BACK
        if up.pos_ == "NOUN" and up.lemma_.lower() in _WISHES:
            return any(c.lower_ == "no" for c in up.children) or (
                up.dep_ in ("dobj", "nsubjpass") and (up.head.lemma_ in _DROPPED or _not(up.head))
            )
        at = up
    return False


def _unlikely(verb: "Token") -> bool:
    """ "It is unlikely that they will give up", "is unlikely to strike"."""
    up = verb.head
    if verb.pos_ not in ("VERB", "AUX") or verb.dep_ not in ("ccomp", "xcomp", "advcl", "csubj"):
        return False
    return "unlikely" in (up.lower_, *(c.lower_ for c in grammar.children(up, "acomp") if c.i < verb.i))


# --- verbs


def _verb_negated(verb: "Token") -> bool:
    finite = grammar.finite(verb)
    if _did_nothing(verb) or _instead(verb) or _not_before(verb) or (finite != verb and _not(finite)):
        return True
    if verb.dep_ == "xcomp" and (verb.head.lemma_ == "fail" or _yet_to(verb.head)):
        return True
    return _nobody_did(verb)


def _nobody_did(verb: "Token") -> bool:
    doer = grammar.subject(verb)
    if doer is None:
        return False
    return doer.lower_ in ("nobody", "none") or any(
        c.lower_ in ("no", "neither") and c.dep_ in ("det", "preconj", "cc") for c in doer.children
    )


def refused(verb: "Token") -> bool:
    """ "did not agree", "neither side agreed"; "has yet to agree" leaves it open."""
    return _not(verb) or _nobody_did(verb)


def _did_nothing(verb: "Token") -> bool:
    """ "killed no one", "signed nothing"."""
    return any(
        o.lower_ in ("nobody", "none", "nothing") or any(c.lower_ == "no" for c in o.children)
        for o in grammar.objects(verb)
    )


def _instead(verb: "Token") -> bool:
    """ "instead of attacking", "short of striking", "without warning", "decided against striking"."""
    up = verb.head
    if verb.dep_ != "pcomp":
        return False
    return up.lower_ in ("without", "against") or (
        up.lower_ == "of" and up.head.lower_ in ("instead", "short")
    )


def _yet_to(verb: "Token") -> bool:
    """ "have yet to sign"."""
    return verb.lemma_ in ("have", "be") and any(c.lower_ == "yet" for c in verb.children)


def _not_before(verb: "Token") -> bool:
    """ "They cannot, by law, talk": a "not" between subject and verb that the parser hung on an aside."""
    own = grammar.children(verb, "nsubj", "nsubjpass")
    if not own or own[0].i > verb.i or verb.i - own[0].i > 10:
        return False
    between = verb.doc[own[0].right_edge.i + 1 : verb.i]
    return not any(t.pos_ == "VERB" for t in between) and any(
        t.dep_ == "neg" and t.i > 0 and t.nbor(-1).pos_ == "AUX" for t in between
    )


# --- nouns

_CALLED_OFF = frozenset("foil thwart abort scrap cancel prevent avert defuse".split())


def _called_off(noun: "Token") -> bool:
    """ "foiled an attack", "the attack did not take place"; not "to prevent attacks", which is only wished."""
    up = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and up.lemma_ in _CALLED_OFF:
        return not any(c.lower_ == "to" and c.dep_ == "aux" for c in up.children)
    if noun.dep_ == "nsubj" and up.lemma_ in ("remain", "go", "stay") and _undone(up):
        return True
    happened = up.lemma_ in ("take", "happen", "occur", "materialise", "materialize", "go")
    return noun.dep_ == "nsubj" and happened and _not(up)


def _undone(verb: "Token") -> bool:
    """ "Its concerns remain unaddressed", "the pledge went unfulfilled"."""
    told = grammar.children(verb, "acomp", "oprd", "xcomp", "advcl")
    return any(c.lower_.startswith("un") and c.lower_.endswith(("ed", "met", "kept")) for c in told)


_SPOKEN_OF = frozenset(
    (
        "claim confirm acknowledge deny mention discuss condemn criticise criticize comment address explain announce support back "
        "want like stop prevent end survive forget ignore accept recognise recognize understand know justify avoid respond"
    ).split()
)
"""What these verbs deny is the word or the outcome; "did not condemn the strike" leaves the strike as it was."""


def _noun_negated(noun: "Token") -> bool:
    up = noun.head
    if noun.dep_ == "pobj" and up.lower_ == "without":
        return True
    if noun.dep_ == "pobj" and up.lower_ == "of" and up.head.lemma_ in ("short", "stop", "lack", "absence"):
        return True
    if _unwanted(noun):
        return True
    return (
        noun.dep_ in ("dobj", "attr")
        and up.pos_ in ("VERB", "AUX")
        and _not(up)
        and not (up.lemma_.lower() in _SPOKEN_OF and _known(noun))
    )


def _known(noun: "Token") -> bool:
    """ "the strike", "Thursday's strikes": one that the text takes as having been."""
    return any(
        c.dep_ == "poss" or c.lower_ in ("the", "this", "that", "these", "those") for c in noun.children
    )


_WANTING = frozenset("want seek intend plan wish mean".split())


def _unwanted(noun: "Token") -> bool:
    """ "Did not want to start a war", "nobody is interested in a war"."""
    up = noun.head if noun.dep_ == "dobj" else noun.head.head
    if noun.dep_ not in ("dobj", "pobj") or _known(noun):
        return False
    if up.lower_ == "interested":
        return _not(up.head) or _nobody_did(up.head)
    wanting = grammar.finite(up)
    return wanting != up and wanting.lemma_ in _WANTING and (_not(wanting) or _nobody_did(wanting))
