"""PLOVER 0.8: the sixteen event types, their quadrants and modes, and the auxiliary modes.

Source: the PLOVER manual's lists of codes (facts); every definition here is our own wording.
"""

from enum import IntEnum, StrEnum


class Quad(IntEnum):
    """The four quadrants of conflict and cooperation."""

    VERBAL_COOPERATION = 1
    MATERIAL_COOPERATION = 2
    VERBAL_CONFLICT = 3
    MATERIAL_CONFLICT = 4


class EventType(StrEnum):
    """What kind of act a statement tells."""

    AGREE = "AGREE"  # agree, promise, pledge, intend or offer to cooperate, settle, aid, ease
    CONSULT = "CONSULT"  # talk, meet, host, visit, phone, mediate
    SUPPORT = "SUPPORT"  # praise, endorse, defend, recognise, in words
    CONCEDE = "CONCEDE"  # give in, accept a demand, declare a ceasefire, apologise, in words
    COOPERATE = "COOPERATE"  # joint work under way
    AID = "AID"  # money, goods, weapons, shelter, evacuation; safe haven for an armed group
    RETREAT = "RETREAT"  # withdraw, release, disarm, hold fire, give access, resign
    REQUEST = "REQUEST"  # ask, urge, call for, demand
    ACCUSE = "ACCUSE"  # blame, condemn, criticise, sue, investigate
    REJECT = "REJECT"  # refuse, deny, veto, walk out, fail to agree
    THREATEN = "THREATEN"  # warn of or threaten consequences
    PROTEST = "PROTEST"  # demonstrate, riot, strike, boycott, obstruct
    SANCTION = "SANCTION"  # cut ties or aid, embargo, expel, convict
    MOBILIZE = "MOBILIZE"  # move or ready troops, weapons, police, militia
    COERCE = "COERCE"  # seize, restrict, censor, arrest, deport, close a border, blockade
    ASSAULT = "ASSAULT"  # any armed force or violence


class Auxiliary(StrEnum):
    """A statement that does not tell a present or recent fact says in which way it does not."""

    HISTORICAL = "historical"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATION = "negation"


MODES: dict[EventType, tuple[str, ...]] = {
    EventType.AGREE: (),
    EventType.CONSULT: ("visit", "third-party", "multilateral", "phone"),
    EventType.SUPPORT: (),
    EventType.CONCEDE: (),
    EventType.COOPERATE: (),
    EventType.AID: (),
    EventType.RETREAT: ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    EventType.REQUEST: ("assist", "change", "yield", "meet"),
    EventType.ACCUSE: ("disapprove", "investigate", "allege"),
    EventType.REJECT: ("assist", "change", "yield", "meet"),
    EventType.THREATEN: ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    EventType.PROTEST: ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    EventType.SANCTION: ("convict", "expel", "withdraw", "discontinue"),
    EventType.MOBILIZE: ("troops", "weapons", "police", "militia"),
    EventType.COERCE: (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber",
    ),
    EventType.ASSAULT: (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
}  # fmt: skip

QUAD: dict[EventType, Quad] = {
    kind: quad
    for quad, kinds in zip(
        Quad, ("AGREE CONSULT SUPPORT CONCEDE", "COOPERATE AID RETREAT", "REQUEST ACCUSE REJECT THREATEN",
               "PROTEST SANCTION MOBILIZE COERCE ASSAULT"), strict=True)
    for kind in map(EventType, kinds.split())
}  # fmt: skip


def mode_belongs(kind: EventType, mode: str | None) -> bool:
    """Whether `mode` may stand with `kind`; no mode always may."""
    return mode is None or mode in MODES[kind]
