"""What undertakes something, and what only speaks of it: a deal told of in passing, a meeting named again, an offer with its "if"."""

import itertools
import re
from typing import TYPE_CHECKING

from sarhad.codebook import Auxiliary, EventType
from sarhad.reading import grammar
from sarhad.reading.draft import Draft
from sarhad.reading.truce_life import TRUCES

if TYPE_CHECKING:
    from spacy.tokens import Token

_OUTCOMES = frozenset(
    "ceasefire cease-fire truce armistice deal agreement accord pact treaty memorandum settlement".split()
)
_CONCLUDES = frozenset(
    "reach strike secure clinch broker negotiate hammer sign ink conclude initial finalise finalize ratify seal".split()
)
_STRESSES = frozenset("stress emphasise emphasize highlight underscore underline".split())
_MADE_KNOWN = frozenset("announcement declaration signing conclusion offer proposal".split())
_HANGS = re.compile(r"\b(?:contingent|conditional|conditioned|dependent|hing(?:es?|ed|ing)|subject) (?:up)?(?:on|to)\b", re.I)  # fmt: skip
_UNTOLD = (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL)


def idle(draft: Draft) -> bool:
    """Whether an agreement is spoken of and none is made: "the deal is good news", "to reach a truce", "no deal was struck"."""
    token = draft.token
    lemma = token.lemma_.lower()
    if token.pos_ != "VERB":
        return _only_named(draft) if lemma in _OUTCOMES else lemma in grammar.PROMISES and not _binds(token)
    if lemma in _GIVES and (
        promised := [o for o in grammar.objects(token) if o.lemma_.lower() in grammar.PROMISES]
    ):
        return not any(
            _binds(o) or _told_behind(o, token) for o in promised
        )  # "made rival promises over the plain"
    if lemma in ("commit", "recommit"):
        to = {o.lemma_.lower() for name, o in grammar.prepositional(token) if name == "to"}
        return bool(to & _VALUES) and not grammar.children(token, "xcomp")
    if any(c.lemma_ == "stand" for c in grammar.children(token, "xcomp")):
        return True  # "vowed to stand with them": nothing that can be seen done or not
    if lemma in _STRESSES:
        weights = [o for o in grammar.objects(token) if o.lemma_.lower() in ("importance", "need")]
        return bool(weights) and not any(_says_what(o) for o in weights)
    if lemma not in _CONCLUDES:
        return False
    things = [*grammar.objects(token), *grammar.children(token, "nsubjpass")]
    none = any(c.lower_ in ("no", "any") for o in things for c in o.children)
    return none or draft.aux in _UNTOLD or token.tag_ in ("VB", "VBG")


_GIVES = frozenset(("give", "make"))


def _told_behind(noun: "Token", verb: "Token") -> bool:
    """ "Gave them assurances that the line would be built", wherever the parse hangs the clause."""
    clauses = grammar.children(verb, "ccomp", "xcomp") or grammar.children(noun, "acl", "ccomp")
    return bool(clauses) or any(grammar.to_do(t) for t in verb.subtree if t.i > noun.i)


def in_passing(draft: Draft) -> bool:
    """A truce named to place, date or weigh something else: "hours into the truce", "to undermine the fragile truce"."""
    token = draft.token
    if draft.type is not EventType.AGREE or token.pos_ == "VERB" or token.lemma_.lower() not in TRUCES:
        return False
    weighed = token.dep_ == "dobj" and token.head.lemma_.lower() in _HARMS
    beside = token.dep_ == "pobj" and token.head.head.lemma_.lower() not in _MAKINGS
    return (weighed or beside) and idle(draft)


_HARMS = frozenset(
    "undermine threaten derail jeopardise jeopardize endanger torpedo strain test imperil shatter preserve save".split()
)
_MAKINGS = frozenset("basis framework groundwork foundation term outline path".split())


def _only_named(draft: Draft) -> bool:
    """A deal is undertaken where it hangs on a condition, is made known, or is told with those it is between."""
    noun = draft.token
    if _to_act(noun):
        return False
    if draft.aux is Auxiliary.HYPOTHETICAL:
        return not _HANGS.search(noun.doc[noun.i : noun.sent.end].text)
    if draft.aux is not None or any(_YEAR.fullmatch(c.text) for c in noun.children):
        return True
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    known = above.lemma_.lower() in _MADE_KNOWN
    between = any(name == "between" for name, _ in grammar.prepositional(noun))
    return not (known or between)


_YEAR = re.compile(r"(?:19|20)\d\d")


def _to_act(noun: "Token") -> bool:
    """ "A commitment to open the crossing", "to opening it"."""
    to_do = any(c.tag_ == "VB" for c in grammar.children(noun, "acl", "relcl"))
    return to_do or any(g.dep_ == "pcomp" for p in grammar.children(noun, "prep") for g in p.children)


_VALUES = frozenset("value principle charter law norm ideal right democracy".split())


def _binds(noun: "Token") -> bool:
    """ "A commitment to open the crossing", "to the pipeline"; to "humanitarian values" it binds to no act."""
    to = [o.lemma_.lower() for name, o in grammar.prepositional(noun) if name in ("to", "of", "on")]
    return _to_act(noun) or (bool(to) and not set(to) & _VALUES)


def _says_what(noun: "Token") -> bool:
    """ "The importance of trade", "the need to cooperate"."""
    return _to_act(noun) or any(name in ("on", "of", "for") for name, _ in grammar.prepositional(noun))


_MEETS = frozenset("meet visit travel fly go host receive attend arrive come return talk".split())
_PUT_OFF = frozenset("postpone cancel scrap shelve delay".split())
_HELD = frozenset(
    "hold enter begin start open have resume restart attend convene schedule set plan take continue launch host join arrange".split()
)


def arranged(draft: Draft) -> bool:
    """A meeting told as arranged ("will meet", "talks are set to resume"); named for something else ("the meeting, the
    fourth this year, ..."), it undertakes nothing new. Every other planned act is told as an undertaking."""
    token = draft.token
    if any(t.lemma_.lower() in _PUT_OFF for t in itertools.islice(token.ancestors, 3)):
        return False
    if draft.type is not EventType.CONSULT:
        return draft.coded_by != "encoder" or token.pos_ == "VERB"
    if token.pos_ == "VERB":
        return token.lemma_.lower() in _MEETS
    above = token.head.head if token.dep_ == "pobj" else token.head
    core = token.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj")
    kept = not any(c.dep_ == "neg" for c in above.children)
    return core and kept and above.lemma_.lower() in _HELD


def prosecutes(draft: Draft) -> bool:
    """ "Vowed to bring those responsible to justice", "the inquiry promised by": the law's course is promised."""
    promised = draft.token.lemma_.lower() in ("vow", "promise", "pledge")
    if draft.type is EventType.THREATEN:
        return draft.mode == "arrest" and promised
    inquiry = draft.type is EventType.ACCUSE and draft.mode == "investigate" and draft.token.pos_ == "NOUN"
    return inquiry and draft.aux is Auxiliary.FUTURE


_IF = re.compile(
    r"\b(?:if|provided|unless|in exchange for|in return for|on condition|subject to|as long as)\b", re.I
)


def conditional(draft: Draft) -> bool:
    """ "Would stop if": a good turn that its doer ties to a condition."""
    token = draft.token
    if draft.aux is not Auxiliary.HYPOTHETICAL or token.pos_ != "VERB" or not draft.actors:
        return False
    would = any(a.lower_ in ("would", "will", "'ll", "'d", "could") for a in grammar.children(token, "aux"))
    inside = token.doc[token.left_edge.i : token.right_edge.i + 1].text
    return would and not any(c.dep_ == "neg" for c in token.children) and bool(_IF.search(inside))


def decided(draft: Draft) -> bool:
    """ "Its decision to suspend the raids": what is decided is undertaken."""
    token = draft.token
    return token.dep_ == "acl" and token.head.lemma_.lower() == "decision" and bool(draft.actors)


def stresses_alone(draft: Draft) -> bool:
    """One side's "stressed the importance of trade" invites; what both stress they mean to do."""
    weights = {o.lemma_.lower() for o in grammar.objects(draft.token)} & {"importance", "need"}
    return draft.token.lemma_.lower() in _STRESSES and bool(weights) and len(draft.actors) == 1
