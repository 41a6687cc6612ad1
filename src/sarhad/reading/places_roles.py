"""What a place's name does in its clause: where something happened, what was struck, where somebody came from, or a
government under the name of its capital."""

import re
from typing import Any

from sarhad.codebook import PlaceLevel
from sarhad.knowledge.places_names import words
from sarhad.records import Place

VENUE, TARGET, ORIGIN, ACTOR, DATELINE = "venue", "target", "origin", "actor-like", "dateline"
LOCATIVE = words(
    "in at near outside across along over around inside into toward towards through throughout within beyond "
    "via off above below amid"
)
TARGETED = words("on against upon at toward towards into")
LEAVING = words(
    "withdraw withdrawal flee evacuate evacuation leave depart expel deport return pull retreat displace report operate"
)
"""Words whose "from" names the place of the act; elsewhere it names where somebody or a missile came from."""
MOTION = words(
    "go come travel fly arrive return flee visit trip tour move head journey withdraw spread extend send deploy "
    "march cross drive sail rush advance retreat relocate transfer bring take carry ship deport escape pilgrimage"
)
LAUNCHED = words("fire launch lob shoot")
MOVING = words(
    "send deploy dispatch move redeploy transfer withdraw bring take carry ship deport extradite rush relocate"
)
PLACE_NOUNS = words(
    "district province city town village region area airport border valley camp crossing port county agency division "
    "state island suburb neighborhood neighbourhood base airbase coast side frontier prison hospital stadium hotel "
    "square street governorate capital strait river mountain hill airspace embassy consulate university mosque church "
    "school enclave peninsula territory sector front outskirt countryside headquarters palace market marketplace bazaar "
    "clinic checkpoint harbour harbor"
)
PARTS = PLACE_NOUNS | words(
    "north south east west northeast northwest southeast southwest part centre center vicinity interior bombing "
    "shelling bombardment siege occupation capture invasion edge heart swathe swath stretch corner most much pocket"
)
BESIDE = words("neighboring neighbouring surrounding adjoining bordering")
REACHED = words("visit leave reach enter tour depart quit flee cross")
HIT = words(
    "attack hit strike bomb shell target invade pound raid pummel rock storm seize capture occupy besiege bombard assault take retake recapture overrun "
    "batter hammer ravage devastate destroy demolish flatten"
)
STRIKES = HIT | words(
    "fire launch missile rocket drone airstrike offensive operation war campaign incursion bombing bombardment shelling "
    "invasion barrage ambush blast rain drop carry mount conduct aggression land fall crash escalation salvo retaliation "
    "reprisal retaliate"
)
WARS = words("war conflict")
"""What is named after the land it is fought in: "the Iran war", "the 2006 Lebanon war"."""
PASSING = words("open reopen close shut block blockade transit cross mine clear use navigate restrict")
"""What is done to a strait, a border or a crossing is done there."""
MOVABLE = words(
    "government official minister delegation police force army troop soldier leader president authority regime envoy side "
    "ambassador diplomat militia fighter militant team administration spokesman ministry citizen national people resident "
    "man woman military navy ship tanker vessel jet aircraft plane embassy consulate mission talk meeting agreement deal "
    "accord war conflict crisis issue question summit conference visit strike attack interest ally enemy neighbour neighbor"
)
"""What a town or a land is named with and what may be elsewhere: "Kabul officials", "Iran's tankers"."""
VISITS, ROUNDS = words("visit trip tour"), words("talk round summit conference meeting negotiation")
STATES = words("remain stay keep be")
HOSTS = words("host see witness experience suffer")
DATELINE_END = re.compile(r"[^.\n]{0,60}?(?:\([A-Z][^)\n]{1,40}\)|\s[-–—]|:|,\s+\w+\.?\s+\d)")
DATELINE_MARK = re.compile(r"\([A-Z]|[—–]")


def role_of(doc: Any, text: str, place: Place, start: int, end: int) -> str:
    """The role of the name at `start`–`end` of the parsed `text`."""
    if place.level in (PlaceLevel.TOWN, PlaceLevel.SITE) and opens(text, start, end):
        return DATELINE
    root = root_of(doc, start, end)
    if root is None:
        return ACTOR
    if _is_soil(place) and used(root):
        return VENUE
    if root.dep_ in ("pobj", "pcomp") or root.head.pos_ == "ADP":
        return _by_preposition(root.head, place)
    if root.dep_ == "dobj" and root.head.dep_ == "pcomp" and root.head.lower_ in BESIDE:
        return _by_preposition(
            root.head.head, place
        )  # "in neighbouring Iran", parsed as a verb and its object
    if (
        root.dep_ in ("compound", "nmod")
        and place.level is not PlaceLevel.COUNTRY
        and _lemma(root.head) in STRIKES
    ):
        return TARGET  # "the Beirut strike"
    if (
        root.dep_ == "compound"
        and root.i + 1 == root.head.i
        and _lemma(root.head) in WARS
        and not _hyphened(root)
    ):
        return TARGET
    if root.dep_ in ("poss", "compound", "nmod") and (role := _of_a_thing(root, place)):
        return role
    return _by_head(root, place) if leans(root) else _by_verb(root, place)


def _of_a_thing(root: Any, place: Place) -> str | None:
    """ "Attacks on Saudi Arabia's oil fields", "hit a Beirut flat", "at a Doha hotel": a name that says whose thing, or
    which, plays the thing's role. People and bodies named by their town move about, and a land names its own abroad."""
    thing = root.head
    land = place.level is PlaceLevel.COUNTRY
    met = VISITS if land else VISITS | ROUNDS
    if root.dep_ == "compound" and _lemma(thing) in met and root.i + 1 == thing.i and not _hyphened(root):
        return VENUE  # "during the Doha talks", "his Iran visit"
    if thing.tag_ not in ("NN", "NNS") or (land and root.dep_ != "poss") or thing.lemma_.lower() in MOVABLE:
        return None
    if thing.dep_ == "pobj":
        role = _by_preposition(thing.head, place)
        return role if role == TARGET or (role == VENUE and not land and root.dep_ != "poss") else None
    struck = thing.dep_ in ("dobj", "nsubjpass") and _lemma(thing.head) in HIT
    return TARGET if struck else None


def root_of(doc: Any, start: int, end: int) -> Any:
    """The token that heads the words at `start`–`end`, None when they are no words."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    last = span[-1]  # in "at a central Gaza hospital" both words lean on the hospital
    return last if span.root.dep_ == "amod" and last.dep_ in ("compound", "nmod", "poss") else span.root


def leans(token: Any) -> bool:
    """Whether a name takes its role from its head: another name, or a word for a kind of place ("Kurram district")."""
    if token.dep_ in ("compound", "nmod"):
        return token.head.lemma_.lower() in PLACE_NOUNS
    return token.dep_ in ("appos", "conj", "npadvmod")


def _hyphened(token: Any) -> bool:
    """ "Tehran-Islamabad talks" are told by their sides."""
    return bool(token.i and token.nbor(-1).text in "-–/")


def _by_head(token: Any, place: Place) -> str:
    """A name beside another name plays its role: "in Halifax, Canada", "in Lebanon and Syria"."""
    for _ in range(4):
        token = token.head
        if token.dep_ == "pobj":
            return _by_preposition(token.head, place)
        if not leans(token):
            break
    return _by_verb(token, place)


def _lemma(token: Any) -> str:
    return str(token.lemma_).lower()


_SOIL = re.compile(r"\b(?:soil|territor(?:y|ies))$")
"""What a land's ground is called where something is done on it."""


def _is_soil(place: Place) -> bool:
    return bool(_SOIL.search(place.mention))


def used(ground: Any) -> Any:
    """The verb that uses a ground for something: "Orland's soil is used for attacks", "used Orland's soil to"."""
    verbs = (ground.head, *(c for c in ground.children if c.dep_ == "acl"))
    return next((v for v in verbs if v.pos_ == "VERB" and _lemma(v) == "use"), None)


def is_passage(place: Place) -> bool:
    """Whether one passes through it: a strait, a border, a crossing, a road, a land's airspace."""
    passed = place.level is PlaceLevel.OTHER and place.country is None
    return passed or place.level is PlaceLevel.SITE or place.mention.endswith("airspace")


def _by_verb(root: Any, place: Place) -> str:
    """The role that a verb gives its subject and object."""
    lemma = _lemma(root.head)
    if is_passage(place) and root.dep_ in ("dobj", "nsubj", "nsubjpass"):
        left = lemma in STATES and any(_lemma(c) in PASSING for c in root.head.children)
        if left or (lemma in PASSING):
            return VENUE
    if root.dep_ == "dobj":
        return VENUE if lemma in REACHED else TARGET if lemma in HIT else ACTOR
    if root.dep_ == "nsubjpass" and lemma in HIT:
        return TARGET
    return VENUE if root.dep_ == "nsubj" and lemma in HOSTS else ACTOR


def _by_preposition(preposition: Any, place: Place) -> str:
    word, head = preposition.lower_, hung_on(preposition).lemma_.lower()
    if word == "from":
        return VENUE if head in LEAVING or _is_taken_out(preposition.head) else ORIGIN
    if word == "to":
        return VENUE if head in MOTION or _is_moved(preposition.head) else ACTOR
    if word == "of":
        return (TARGET if head in STRIKES else VENUE) if head in PARTS else ACTOR
    if word in TARGETED and head in STRIKES:
        return TARGET
    on_ground = word == "on" and (is_passage(place) or _is_soil(place))
    return VENUE if word in LOCATIVE or on_ground else ACTOR


def hung_on(preposition: Any) -> Any:
    """What a preposition hangs on: in "six days of war against", "a wave of attacks on" it is the act, not the count."""
    above = preposition.head
    counted = (o for c in above.children if c.lower_ == "of" and c.i < preposition.i for o in c.children)
    acts = (o for o in counted if o.dep_ == "pobj" and _lemma(o) in STRIKES)
    return next(acts, above) if above.pos_ == "NOUN" and _lemma(above) not in STRIKES else above


def _is_taken_out(people: Any) -> bool:
    """ "The evacuation of citizens from Tripoli": whence, told beside those who leave."""
    return people.dep_ == "pobj" and people.head.lower_ == "of" and _lemma(people.head.head) in LEAVING


def _is_moved(noun: Any) -> bool:
    """ "sent a carrier and two frigates to the Gulf": the way hangs on what is sent."""
    first = noun.head if noun.dep_ == "conj" else noun
    return first.dep_ in ("dobj", "nsubjpass") and _lemma(first.head) in MOVING


def opens(text: str, start: int, end: int) -> bool:
    """Whether a name stands in a dateline: at the head of a line, before "(AP) —", a colon or a dash."""
    head = text.rfind("\n", 0, start) + 1
    before = text[head:start].split()
    if start - head > 40 or any(word[:1].islower() for word in before):
        return False
    match = DATELINE_END.match(text, end)
    if not match:
        return False
    shouted = text[start:end].isupper() and end - start > 3
    return shouted or bool(DATELINE_MARK.search(match.group()))
