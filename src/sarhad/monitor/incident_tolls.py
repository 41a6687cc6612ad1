"""The toll that a line on an incident may print: what its own sentence counts, of this act, and no more."""

import re
from dataclasses import replace

from sarhad.codebook import EventType
from sarhad.monitor.desk import Desk
from sarhad.monitor.numbers import counted
from sarhad.monitor.own_words import DEADLY, own_part
from sarhad.monitor.wording import toll
from sarhad.records import Incident, Statement, Toll


def losses_of(incident: Incident, s: Statement, desk: Desk) -> str:
    """The toll as its sentence has it; a person's correction of the incident where there is one."""
    if incident.id in desk.trusted:
        return toll(incident.deaths, incident.injured) or counted(s)
    if s.confidence < 1.0:
        deadly = DEADLY.search(own_part(s)) or _goes_on_to_kill(s)
        if s.type is not EventType.ASSAULT or s.mode == "abduct" or not deadly:
            return ""  # those taken in a raid are not those it killed
        injured = None if s.injured == s.deaths and _stands_once(s.injured, s) else s.injured
        s = replace(s, deaths=_counts(s.deaths, s), injured=_counts(injured, s))
    return counted(s) or toll(s.deaths, s.injured)


def _goes_on_to_kill(s: Statement) -> bool:
    """ "Struck a building earlier, killing five people", "… and killed five": the clause ends there, the act does not."""
    behind = s.sentence.quote[s.evidence.span.end - s.sentence.span.start :]
    return _KILLING.match(behind) is not None


_KILLING = re.compile(
    r"\W{0,3}(?:killing|wounding|injuring|and (?:killed|wounded|injured)|leaving (?:[\w-]+ ){1,4}(?:dead|killed|wounded|injured))\b",
    re.I,
)
_ONE = re.compile(r"(?:at least |only )?(?:one|another|a single|1)\b", re.I)
_OTHERS = re.compile(r"\b(?:others?|more(?! than))\b", re.I)
_ONE_OF = re.compile(r"\bone of\b", re.I)
_NOBODY_OF_RANK = re.compile(
    r"an? (?!.*(?:leader|command|chief|head|general|colonel|official|minister|member|deputy))", re.I
)


def _counts(told: Toll | None, s: Statement) -> Toll | None:
    """A toll that its words count: "another person", "a shepherd". "Killed the commander X" says that he died, and
    not that he alone did: of fifteen lines with "1 dead" for somebody named strangers called ten wrong."""
    if told is not None and _OTHERS.search(told.whom or ""):
        return None  # "killed X and six other people": six is not the toll
    aside = re.match(r"(?:who|which|whose|whom)\b", s.evidence.quote)
    if told is not None and aside and told.low > 1 and str(told.low) not in s.evidence.quote.replace(",", ""):
        return None  # "84 died at a service for X, who was killed in a strike": 84 are another deed's
    if told is None or told.low != 1 or told.high not in (1, None):
        return told
    if told.high is None:
        return None  # "a fighter and a medic": at least one tells less than the sentence
    whom = (told.whom or "").strip()
    if _ONE_OF.search(s.sentence.quote):
        return None
    return told if _ONE.match(whom) or _NOBODY_OF_RANK.match(whom) else None


def _stands_once(told: Toll | None, s: Statement) -> bool:
    """One figure read as two: "12 were killed and around 2,800 injured" does not tell 12 injured."""
    return told is not None and len(re.findall(rf"\b{told.low}\b", s.sentence.quote)) == 1
