"""Words of force where nobody fights: crashes and floods, heart attacks, wickets, shares that are hit, drills, films.

An act of force needs someone who fights, or a weapon, or a victim of violence; these patterns say that there is none.
"""

import re
from typing import TYPE_CHECKING

from sarhad.reading import grammar
from sarhad.reading.draft import Draft
from sarhad.reading.kinds_force import GUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACCIDENT = re.compile(
    r"\b(earthquake|quake|floods?|flooding|landslides?|mudslides?|avalanche|cyclone|hurricane|tornado|lightning|monsoon|"
    r"crash(?:ed|es)?|accidents?|derail\w*|stampede|capsiz\w+|sank|drown\w*|heatwave|virus|covid\S*|epidemic|outbreak|"
    r"illness|disease|cancer|heart attack|gas (?:leak|explosion|cylinder)|boiler|short circuit|wall collapsed|"
    r"roof collapsed|building collapsed|bridge collapsed|wildfires?|malaria|cholera|dengue|suicide note)\b",
    re.I,
)
_FIRE = re.compile(r"^\s*(?:a |the )?fire (?:killed|that killed|at|in|broke)\b|\b(?:wall|roof|mine|tunnel)\b.{0,20}\bcollapsed\b", re.I)  # fmt: skip
_ARMS = re.compile(
    r"\b(bomb(?:s|er|ers|ing|ings|ed)?|missiles?|rockets?|drones?|gun\w*|shot|shell\w*|air ?strikes?|militants?|soldiers?|"
    r"troops|fighters?|insurgents?|terror\w*|artillery|grenades?|army|mortars?|snipers?|warplanes?|suicide (?:attack|bomb))",
    re.I,
)
_SPORT = re.compile(r"\b(wickets?|striker|goalkeeper|half-?time|innings|quarter-?finals?|semi-?finals?|the final|league|world cup|match|penalt(?:y|ies)|coach|batsman|bowler|scored|runs)\b", re.I)  # fmt: skip
_STAGED = re.compile(r"\b(simulat\w+|mock|rehears\w+|practi[sc](?:ed|ing)|drills?|war ?games?|military exercises?|test-fired|test firing|novel|fictional|fake|doctored|video game|thriller|screenplay|documentary)\b", re.I)  # fmt: skip
_IN_WORDS = re.compile(r"\b(in a speech|in parliament|in the assembly|in the debate|in an interview|in a column|verbal|scathing|on twitter|on social media)\b", re.I)  # fmt: skip
_ABSTRACT_THINGS = frozenset(
    (
        "idea budget proposal plan vote malaria disease wildfire corruption poverty inflation bill law policy record "
        "critic criticism tax reform legislation amendment unemployment hunger blaze climate crime pollution cancer website server network account"
    ).split()
)
_ABSTRACT_DOERS = frozenset("news film movie album show song idea report tragedy crisis scandal pandemic drought famine recession inflation".split())  # fmt: skip
_NO_WAR = frozenset("trade price tariff bidding turf culture currency chip word star class".split())
_NO_ATTACK = frozenset("heart panic asthma anxiety shark ransomware phishing".split())


def nobody_fights(draft: Draft) -> bool:
    """Whether what looks like force is an accident, a game, a drill, a figure of speech."""
    token = draft.token
    sentence = token.sent.text
    if _modified_away(token) or _of_things(token):
        return True
    armed = _ARMS.search(sentence) is not None
    if not armed and (_ACCIDENT.search(sentence) or _FIRE.search(draft.text)) and not _fighters(draft):
        return True
    if not armed and (_SPORT.search(sentence) or _burning(draft)):
        return True
    if _STAGED.search(sentence) and draft.deaths is None:
        return True
    return not armed and _IN_WORDS.search(sentence) is not None


_FLAMES = frozenset(("fire", "blaze", "inferno"))
_SHOOTING = GUNS | frozenset("gun artillery friendly cross return".split())


def _burning(draft: Draft) -> bool:
    """ "The New Year's Eve fire killed 40", "a mall fire": a blaze, where nobody's arms are told."""
    token = draft.token
    flames = token if token.lemma_.lower() in _FLAMES and token.pos_ == "NOUN" else grammar.subject(token)
    if flames is None or flames.lemma_.lower() not in _FLAMES:
        return False
    before = grammar.children(flames, "compound", "nmod", "amod")
    of_what = any(c.pos_ == "NOUN" and c.lemma_.lower() not in _SHOOTING for c in before)
    shot = any(c.lemma_.lower() in _SHOOTING for c in before)
    return of_what or not (shot or _fighters(draft))


def _fighters(draft: Draft) -> bool:
    return any(a.code.split(".")[1].split("/")[0] in ("MIL", "REB", "UAF", "COP") for a in draft.actors)


def _modified_away(token: "Token") -> bool:
    """ "trade war", "heart attack", "on strike"."""
    words = {c.lemma_.lower() for c in token.children if c.dep_ in ("compound", "amod", "nmod")}
    if token.lemma_.lower() in ("war", "battle", "fight", "conflict"):
        return bool(words & _NO_WAR)
    if token.lemma_.lower() == "attack":
        return bool(words & _NO_ATTACK)
    if token.lemma_.lower() == "strike" and token.pos_ == "NOUN":
        return (
            token.dep_ == "pobj"
            and token.head.lower_ == "on"
            and not words
            and not any(c.dep_ == "det" for c in token.children)
        )
    return False


def _of_things(token: "Token") -> bool:
    """ "attacked the budget", "the film bombed": what is struck, or strikes, is no body."""
    if token.pos_ != "VERB":
        return False
    struck = {o.lemma_.lower() for o in grammar.objects(token)}
    struck |= {
        o.lemma_.lower() for _, o in grammar.prepositional(token, frozenset(("for", "over", "against", "at")))
    }
    doer = grammar.subject(token)
    if struck & _ABSTRACT_THINGS:
        return True
    if (
        grammar.is_passive(token)
        and token.lemma_ in ("hit", "strike")
        and struck & {"share", "stock", "trader", "market", "rupee", "investor", "exporter", "business"}
    ):
        return True
    return doer is not None and doer.lemma_.lower() in _ABSTRACT_DOERS and not grammar.is_passive(token)
