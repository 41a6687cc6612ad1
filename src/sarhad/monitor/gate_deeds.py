"""Deeds: violence, arrests, closures; why one that was read may not have been done, or not by those named."""

import re

from sarhad.codebook import Auxiliary, EventType, PlaceLevel, Stance
from sarhad.codebook.actors import country_of, sector_of
from sarhad.monitor.clauses import from_trigger, hedged, opening
from sarhad.monitor.gate_reports import no_report, only_dates
from sarhad.monitor.gate_tellers import teller_against
from sarhad.monitor.numbers import toll_is_told
from sarhad.monitor.own_words import THAT_DAY
from sarhad.monitor.support import BEFORE, Seen
from sarhad.records import Actor, Statement

_STATE_OF_WAR = re.compile(
    r"^(?:wars?|conflicts?|violence|hostilit\w+|tensions?|insurgency|aggression|campaigns?|escalation|unrest|"
    r"militancy|terrorism|military operations?|retaliation|confrontations?|fighting|fight|fought)$",
    re.I,
)


_TOTAL = re.compile(
    r"\b(?:so far|since|death toll|in total|total of|overall|to date|has killed|have killed|have been killed|has been killed|"
    r"over the past|in the past|in recent|[\d,]+ times|hundreds of times|dozens of times|during the war|in the war|years?|months?|decades?|weeks?|killed in action)\b",
    re.I,
)


_RISEN = re.compile(
    r"(?:the )?(?:number|toll|death toll|count)\b.*\b(?:risen|rose|rises|climb|grow|grew|increas|jump|reach)\w* (?:to )?",
    re.I,
)
"""A count that a later telling of one happening raised, not a total of many."""


def violence(s: Statement, seen: Seen) -> str:
    trigger = s.trigger.quote.strip()
    if why := no_report(s, seen):
        return why
    claimed = s.stance in (Stance.ALLEGES, Stance.DENIES) and s.speaker is not None and s.aux is None
    risen = _RISEN.match(s.evidence.quote) is not None
    if not claimed and not risen and _in_passing(s):
        return "it is told in passing, not as an act"
    if any(sector_of(a.code) in ("CVL", "MED", "JRN", "REF") for a in s.actors):
        return "those named are hardly the doers"
    if any(a.resolved_by == "pronoun" and _same_side(a, s) for a in s.actors):
        return "doer and target look the same"
    if not s.actors and _ACCIDENT.search(seen.before(s.sentence, BEFORE) + s.sentence.quote):
        return "it may be an accident"
    if _BY_MISTAKE.search(s.sentence.quote[: s.trigger.span.end - s.sentence.span.start]):
        return "it may be an accident"
    if _EXECUTED.match(trigger):
        return "it may be a sentence carried out, and no attack"
    if not s.actors and not claimed and not _grounded(s):
        return "neither doer nor day nor place is told beside it"
    if s.speaker is not None and s.aux is Auxiliary.HISTORICAL:
        return "told again beside somebody's words, and perhaps not theirs"
    if any(_described(a) for a in s.actors):
        return "who acts is described, not named"
    if _INTERCEPTED.match(from_trigger(s)) or _in_defence(s):
        return "shot down in flight, perhaps no attack on those who fired"
    if _only_words(s):
        return "it may be words, not deeds"
    if _done_to(s):
        return "the one named may be the victim"
    if any(_does_something_else(a, s) for a in s.actors):
        return "the one named may not be the doer"
    if _at_targets_of(s):
        return "the one named may be the target"
    if _STATE_OF_WAR.match(trigger) and s.deaths is None:
        return "a state of fighting, no single act"
    if s.stance is Stance.NEITHER:
        return ""
    if not claimed and hedged(s):
        return "it may not be told as done"
    if (s.deaths or s.injured) and not risen and _TOTAL.search(s.sentence.quote):
        return "the count may be a running total"
    if s.time is None and s.aux is None and only_dates(s):
        return "told in passing, and on no day"
    if s.time is None and THAT_DAY.search(s.sentence.quote):
        return "its day is told before it, and is not read"
    if not toll_is_told(s):
        return "the toll is not in its sentence"
    return teller_against(s, seen)


_BY_MISTAKE = re.compile(
    r"\b(?:accidental(?:ly)?|by mistake|by accident|mistakenly|inadvertent(?:ly)?|unintentional(?:ly)?)\b",
    re.I,
)
_EXECUTED = re.compile(r"execut|hang(?:ed|ing)|behead", re.I)
_HIRED = re.compile(
    r"\W{0,3}(?:(?:were|are|was|is|allegedly|reportedly|who) ){0,3}(?:hired|recruited|paid|commissioned|tricked|trained|working|acting) (?:by|for)\b"
)
_OTHERWISE_BY = re.compile(
    r"\b(?:run|owned|operated|used|controlled|held|guarded|managed|hosted|organi[sz]ed|headed|described|backed|supported|seen|regarded|"
    r"designated|considered|built|made|supplied|condemned|denied|protected|occupied|inhabited) by (?:the |its |a )?$"
)


def _same_side(a: Actor, s: Statement) -> bool:
    """ "They killed villagers of X", the officer of X said: "they" are not his own."""
    country = country_of(a.code)
    own = (r for r in s.recipients if sector_of(r.code) in ("CVL", "MIL", "COP", "GOV"))
    return country != "UNK" and any(country_of(r.code) == country for r in own)


def _does_something_else(a: Actor, s: Statement) -> bool:
    """ "Killed in a guesthouse run by X", "killed alongside officers of X", "X’s agents, hired by Y", "a raid X blamed on Y",
    "the dead whom X means to avenge": X is no doer."""
    if a.span is None or not s.sentence.span.covers(a.span):
        return False
    at = s.sentence.span.start
    words = s.sentence.quote
    before, behind = words[: a.span.start - at], words[a.span.end - at :]
    beside = a.span.start > s.trigger.span.end and _BESIDE_THE_DEAD.search(before)
    carried = _DURING.match(s.evidence.quote) and s.evidence.span.start - a.span.end > CLOSE
    return bool(
        beside or carried or _OTHERWISE_BY.search(before) or _HIRED.match(behind) or _BLAMES.match(behind)
    )


_BLAMES = re.compile(
    r"\s+(?:(?:has|have|had|also) ){0,2}(?:blam(?:ed|es)\b|(?:(?:is|was|are|were) )?(?:seek|vow|want)\w* to avenge\b)"
)
_BESIDE_THE_DEAD = re.compile(r"\b(?:alongside|along with|together with)\b[^.;]{0,60}$")
_DURING = re.compile(r"(?:during|in|after) which\b", re.I)
CLOSE = 30
"""Characters between a party and "during which": farther off it is seldom the one who did it."""

_INTERCEPTED = re.compile(
    r"intercept|(?:shoot\w*|shot) (?:[\w-]+ ){0,4}?down\b|down(?:ed|ing)?\b|neutrali", re.I
)


_INTERCEPTORS = re.compile(r"\W+(?:[\w’'-]+\W+){0,5}?interceptors?\b", re.I)
_AIR_DEFENCE = re.compile(
    r"\b(?:air|missile)[- ]defen[cs]e(?:s|d)?(?: (?:systems?|batter\w+|units?|forces))?\s+(?:(?:ha[sd]|have|also|then) )*$",
    re.I,
)


def _in_defence(s: Statement) -> bool:
    """ "Fired a dozen interceptors at the barrage", "air defences destroyed ten missiles": at what flew, and at nobody."""
    words, at = s.sentence.quote, s.sentence.span.start
    before, behind = words[: max(0, s.trigger.span.start - at)], words[s.trigger.span.end - at :]
    return bool(_INTERCEPTORS.match(behind) or _AIR_DEFENCE.search(before))


def _grounded(s: Statement) -> bool:
    """Whether its own sentence tells the day, or a place finer than a country."""
    day = s.time is not None and s.time.mention in s.sentence.quote
    return day or (s.names_its_place and s.place is not None and s.place.level is not PlaceLevel.COUNTRY)


def _described(a: Actor) -> bool:
    """ "The de facto ruler", "the designated organisation": a government or group by a phrase that may mean another."""
    nameless = sector_of(a.code) in ("GOV", "REB") and "/" not in a.code and a.name is None
    return nameless and a.resolved_by in ("description", "office")


def _in_passing(s: Statement) -> bool:
    """ "soldiers killed in Afghanistan", "his aim of destroying": no clause of its own tells the deed."""
    trigger = s.trigger.quote.strip().casefold()
    before = opening(s).rstrip()
    if trigger.endswith("ing") and " " not in trigger:
        if trigger in before.casefold():
            return True  # "destroying its missiles, destroying its navy": a list of aims
        return not re.search(r"(?:[,–—;]|\b(?:is|are|was|were|been|be|and|began|kept|started))$", before)
    passive = trigger.split(" ")[0] in (
        "killed",
        "injured",
        "wounded",
        "attacked",
        "struck",
        "hit",
        "shot",
        "bombed",
    )
    if passive and not s.actors:
        return not _OF_ITS_OWN.search(before)
    return False


_OF_ITS_OWN = re.compile(
    r"(?:\b(?:was|were|been|be|is|are|got|being|that|which|who|and|,)|"
    r"\b(?:shell|rocket|missile|drone|mortar|round|bomb|projectile|air ?strike)s?)\s*(?:\w+ly|also|reportedly)?$",
    re.I,
)
""" "Were struck", "shells struck": what stands before a deed that has a clause of its own."""
_STRUCK_BACK = re.compile(
    r"(?:hit|hits|hitting|lash\w*|fir\w+|struck|strik\w+|shot)\b(?:\s+(?:back|out))", re.I
)


_ACCIDENT = re.compile(
    r"\bgas (?:leak|explosion)|accident|\bcrash|earthquake|\bflood|landslide|derail|capsiz|avalanche|stampede",
    re.I,
)
_ARMS = re.compile(
    r"missile|rocket|drone|shell|bomb|air|strike|troops|militar|killed|dead|wounded|artillery|gun|barrage",
    re.I,
)


def _only_words(s: Statement) -> bool:
    """ "hit back at his counterpart for voicing support": a quarrel of words."""
    struck = _STRUCK_BACK.match(from_trigger(s))
    return struck is not None and not _ARMS.search(s.sentence.quote)


def _done_to(s: Statement) -> bool:
    """ "A man was killed": who stands before a passive did not do it."""
    before = opening(s)
    passive = re.search(r"\b(?:was|were|been|being)\s+(?:\w+ly\s+|also\s+)?$", before)
    if not passive:
        return False
    at = s.sentence.span.start
    return any(
        a.span is not None
        and at <= a.span.start < s.trigger.span.start
        and not re.search(r"\bby\b", before[a.span.start - at - 6 : a.span.start - at])
        for a in s.actors
    )


def _at_targets_of(s: Statement) -> bool:
    """ "strikes on Hezbollah targets that killed": whose targets they are did not strike."""
    at = s.sentence.span.start
    return any(
        a.span is not None and _NOT_ITS_DEED.match(s.sentence.quote[max(0, a.span.end - at) :])
        for a in s.actors
    )


_NOT_ITS_DEED = re.compile(
    r"(?:’s|'s|s’)?\s+(?:\w+\s+)?(?:targets?|positions?|strongholds?|sites?|infrastructure|hideouts?|bases?|assets|outposts?|facilit\w+|pagers?|walkie\S*|devices?|leaders?|chiefs?|members?|operatives?|media|allies)\b"
    r"|\s+(?:killed|wounded|injured)\s*(?:[:;,.]|in\b|by\b|$)",
    re.I,
)


def deed(s: Statement, seen: Seen) -> str:
    if why := no_report(s, seen):
        return why
    if s.type is EventType.MOBILIZE and _BRACED.match(s.trigger.quote.strip()):
        return "it may be talk of readiness, with nothing moved"
    return "it may not be told as done" if hedged(s) else ""


_BRACED = re.compile(r"brac\w+|prepar\w+|read(?:y|ies|iness)\b|warn\w*|vow\w*", re.I)
