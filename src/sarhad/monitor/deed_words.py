"""A deed in words: what was done by whom to whom, with no party that its sentence does not name."""

import re
from dataclasses import replace

from sarhad.codebook import EventType, Stance
from sarhad.codebook.actors import country_of, sector_of
from sarhad.monitor.clauses import before_party, behind_party, behind_trigger
from sarhad.monitor.desk import Desk
from sarhad.monitor.own_words import BEHIND, mode_of, takes_people
from sarhad.monitor.wording import NOBODY, act, join
from sarhad.records import Actor, Incident, Statement

NOT_NAMED = NOBODY["UNK"]


def act_of(s: Statement, desk: Desk) -> str:
    """What was done by whom to whom, with no party that the sentence does not name."""
    noun, before = ("capture", "of") if takes_people(s) else act(s.type, mode_of(s))
    if s.type is EventType.SANCTION and _SANCTIONED.match(s.trigger.quote):
        noun, before = act(s.type, None)  # nothing need be cut off by it
    actors = join(_doer(a, s, desk) for a in _those_meant(s) if not _the_same_again(a, s))
    recipients = join(desk.names.of(_code(a, s, desk)) for a in printed_targets(s, desk))
    sides = {country_of(a.code) for a in _those_meant(s)}
    several = len(sides) > 1
    own = s.confidence < 1.0 and any(country_of(r.code) in sides for r in s.recipients)
    clash = not _as_one(s) and (not s.recipients or own or s.scope.value != "single")
    if s.type is EventType.ASSAULT and several and clash:
        return f"violence involving {actors}"  # a clash, or a joint strike whose target is not told: the text says which
    return noun + (f" by {actors}" if actors else "") + (f" {before} {recipients}" if recipients else "")


_SANCTIONED = re.compile(r"sanction|blacklist|designat|embargo|tariff", re.I)


def _as_one(s: Statement) -> bool:
    """ "U.S.-Israeli forces had attacked": two who are named in one word strike together."""
    return len({(a.span, a.mention) for a in s.actors}) == 1 and "-" in s.actors[0].mention


def by_whom_it_is_told(s: Statement, incident: Incident) -> Statement:
    """`s` without a doer that only other sentences name, where he denies it or keeps silent: "the leader was assassinated" beside
    "X has neither confirmed nor denied it" does not tell that X did."""
    answers = (r.statement for r in incident.reports if r.statement.stance in (Stance.NEITHER, Stance.DENIES))
    silent = {country_of(a.code) for answer in answers for a in answer.actors}
    told = tuple(a for a in s.actors if a.resolved_by != "event" or country_of(a.code) not in silent)
    return replace(s, actors=told) if s.plain and s.speaker is None and s.confidence < 1.0 else s


def _those_meant(s: Statement) -> tuple[Actor, ...]:
    """ "Along with X, which attacked, Y and Z are …": behind "which" only X acts."""
    words, at = s.sentence.quote, s.sentence.span.start
    relative = re.search(r",? (?:which|who) (?:\w+ ){0,2}$", words[: max(0, s.trigger.span.start - at)])
    if relative is None or len(s.actors) < 2 or s.confidence >= 1.0:
        return s.actors
    named = tuple(a for a in s.actors if a.span is not None and a.span.end - at == relative.start())
    return named or s.actors


def _the_same_again(a: Actor, s: Statement) -> bool:
    """ "The group, a militia and political party of X": one party by its name and by what it is."""
    if sector_of(a.code) not in ("PTY", "REB", "OPP") or "/" in a.code or s.confidence >= 1.0:
        return False
    return any("/" in b.code and country_of(b.code) == country_of(a.code) for b in s.actors)


def printed_targets(s: Statement, desk: Desk) -> tuple[Actor, ...]:
    """Those a line names as hit: whoever is only the soil, only counted, or called nothing is left out."""
    if s.type is EventType.MOBILIZE and s.confidence < 1.0:
        return ()  # whom ships and troops face is seldom told beside them
    if s.confidence >= 1.0 or s.type is not EventType.ASSAULT:
        return tuple(a for a in s.recipients if desk.names.of(_code(a, s, desk)) != NOT_NAMED)
    left_out = (_only_ground, _only_counted, _called_otherwise, _of_another_deed)
    return tuple(
        a
        for a in s.recipients
        if desk.names.of(_code(a, s, desk)) != NOT_NAMED and not any(out(a, s, desk) for out in left_out)
    )


_CIVILIANS = re.compile(
    r"civil|resident|villager|child|wom[ae]n|\bmen\b|\bman\b|famil|couple|teen|boy|girl|infant|elderly|worshipp|pilgrim|student|teacher|"
    r"journalist|report|farmer|shepherd|fisher|displaced|refugee|migrant|worker|labou?rer|passenger|tourist|driver|trader|shopkeeper|"
    r"medic|doctor|nurse|patient|settler|protest|demonstrat|crowd|hostage|festival|mourner|household|homes?\b|houses?\b|market|school|"
    r"hospital|village|neighbou?rhood",
    re.I,
)


def _only_counted(a: Actor, s: Statement, _desk: Desk) -> bool:
    """ "The pager blasts killed 12 people", "one Palestinian was killed": those who died are counted; whom it was aimed at
    is not told. "Attacked others" behind soldiers are soldiers. Of thirteen lines with
    civilians as the only target strangers called nine wrong."""
    return sector_of(a.code) == "CVL" and _CIVILIANS.search(a.mention) is None


def _of_another_deed(a: Actor, s: Statement, _desk: Desk) -> bool:
    """ "Launched drones in retaliation for a strike that killed officers of X": X was hit by another deed."""
    if a.span is None or not s.sentence.span.covers(a.span):
        return False
    if _STRIKES.match(behind_party(a, s)):
        return True  # "an X strike hit": X's, not at X
    if a.span.start < s.trigger.span.end:
        return False
    at = s.sentence.span.start
    between = s.sentence.quote[s.trigger.span.end - at : a.span.start - at]
    return BEHIND.search(between) is not None or _blamed(a, s)


def _blamed(a: Actor, s: Statement) -> bool:
    """ "Cast the blame for X's attack on Y on the president": the second that follows an "on" was not attacked."""
    first = min((r.span.end for r in s.recipients if r.span is not None), default=None)
    if first is None or a.span is None or a.span.start <= first:
        return False
    at = s.sentence.span.start
    return (
        re.search(r"\b(?:on|against|by|from|to)\b[^,]*$", s.sentence.quote[first - at : a.span.start - at])
        is not None
    )


_STRIKES = re.compile(
    r"\s+(?:air ?|drone |missile )?(?:strikes?|attacks?|raids?|bombardment|shelling|operation|forces|troops|jets|planes)\b"
)
_BASE = re.compile(r"\b(?:air ?base|base|airfield|airport|camp|outpost|post)s?\b", re.I)
_OTHER_FLAG = re.compile(r"\bU\.?N\.?\b|\bU[Nn][A-Za-z]{2,}\b|peace-?keep|blue helmets", re.I)


_AS_THEY_SAY = re.compile(
    r"\bwhat (?:it|they|he|she|the \w+|[A-Z]\w+) (?:said|says|called|calls|described|describes|claimed|claims|alleged)\b[^,.;]*$"
)


def _called_otherwise(a: Actor, s: Statement, desk: Desk) -> bool:
    """ "Shelled troops near the village": "armed forces not named" tells less than nothing, for the text may name them
    before. Peacekeepers of a country are the mission's; "business in" is a building more often than a firm."""
    called = desk.names.of(_code(a, s, desk))
    if called in (NOBODY["MIL"], NOBODY["GOV"], NOBODY["REB"], NOBODY["IGO"]):
        return True
    others = [r for r in s.recipients if r is not a and sector_of(r.code) == "MIL"]
    if sector_of(a.code) == "MIL" and others and _BASE.search(a.mention):
        return True  # "rockets fired at the base in X hurt soldiers of Y"
    if _AS_THEY_SAY.search(before_party(a, s)):
        return (
            True  # "hitting what it said were military targets of X": whose they were is the striker's word
        )
    if country_of(a.code) in ("NGO", "IGO") and any(
        key.isupper() for key in desk.seen.names(a.mention) - {country_of(a.code)}
    ):
        return True  # "volunteers of X’s Red Crescent" are not the international body
    peacekeepers = sector_of(a.code) == "MIL" and _OTHER_FLAG.search(a.mention) is not None
    return peacekeepers or (sector_of(a.code) == "BUS" and "/" not in a.code)


def _only_ground(a: Actor, s: Statement, desk: Desk) -> bool:
    """ "A strike in the Lebanese capital killed X's commander": where somebody else is hit, the soil is only the place."""
    if sector_of(a.code) not in ("UNK", "GOV") or "/" in a.code:
        return False
    if told_elsewhere(a, s) or _behind_where(a, s):
        return True
    if a.resolved_by in ("description", "open") and not desk.seen.blind and not desk.seen.names(a.mention):
        return True  # "ten firefighters": those of no country that is told
    if a.resolved_by not in ("adjective", "place", "metonym"):
        return False
    others = [r for r in s.recipients if r.resolved_by not in ("adjective", "place", "metonym")]
    return bool(others) or _another_is_hit(s, desk)


def told_elsewhere(a: Actor, s: Statement) -> bool:
    """ "One side invaded X, and another fired at targets across Y": X stands in the clause before, and Y is where it fell."""
    place = s.place
    if a.span is None or s.evidence.span.covers(a.span):
        return False
    if place is None or place.span is None or not s.evidence.span.covers(place.span):
        return False
    return place.country is not None and place.country != country_of(a.code)


_WHERE = re.compile(
    r"\b(?:in|near|outside|inside|across|throughout|over|around|within|off|from)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$",
    re.I,
)


def _behind_where(a: Actor, s: Statement) -> bool:
    """ "A strike in Beirut": the place of the deed, which the line tells as its place."""
    return _WHERE.search(before_party(a, s)) is not None


_MAN_OF = re.compile(r"kill\w*|target\w*|dea(?:d|th)|assassinat\w*|eliminat\w*", re.I)


def _another_is_hit(s: Statement, desk: Desk) -> bool:
    """Whether the sentence names, behind its trigger, an armed group that is no doer, as hit: "which killed 45,
    among them a commander of the group"."""
    after = BEHIND.split(behind_trigger(s))[0]
    hit = _MAN_OF.search(s.trigger.quote + after)
    doers = {x.code.partition("/")[2] for x in s.actors}
    return hit is not None and bool({key for key in desk.seen.names(after) if not key.isupper()} - doers)


def _doer(a: Actor, s: Statement, desk: Desk) -> str:
    """A politician out of office by name: what a former president ordered was not done by the party."""
    if a.name and sector_of(a.code) == "PTY" and a.name != desk.names.of(a.code):
        return desk.names.actor(a)
    told = desk.names.doers([_code(a, s, desk)])
    return told.replace("armed forces", "security forces") if _SECURITY.search(a.mention) else told


_SECURITY = re.compile(r"\bsecurity (?:forces|services|personnel|officials)\b", re.I)


def _code(a: Actor, s: Statement, desk: Desk) -> str:
    """Civilians, gunmen, soldiers and media whose country the sentence or, for people, their own words leave open are told
    without one: "the office of the broadcaster" is not "media in" where it has its seat."""
    if "/" in a.code:
        return a.code
    seat = sector_of(a.code) in ("MED", "JRN")
    bare = s.confidence < 1.0 and (
        seat or (sector_of(a.code) in _PEOPLE_OF and not desk.seen.names(a.mention))
    )
    return a.code if desk.seen.actor(a, s) and not bare else f"UNK.{sector_of(a.code)}"


_PEOPLE_OF = frozenset(("CVL", "UAF", "CRM", "MED", "JRN", "REL"))
