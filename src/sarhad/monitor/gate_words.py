"""Accusations, denials, demands and threats: why one that was read may not have been said, or not by those named."""

import re

from sarhad.codebook import Auxiliary, CeasefirePhase, EventType, Stance
from sarhad.codebook.actors import country_of
from sarhad.monitor.clauses import (
    WILL,
    anonymous,
    before_trigger,
    behind_trigger,
    from_trigger,
    leaves,
    opening,
)
from sarhad.monitor.gate_aims import misaimed
from sarhad.monitor.gate_speakers import speaker_against
from sarhad.monitor.support import Seen
from sarhad.records import Statement

_STEMS = {
    EventType.ACCUSE: r"accus|blam|alleg|condemn|denounc|criticis|criticiz|slam|decr|attribut|charg|lambast|deplor|deno|point|hold|held|express|slamm|claim",
    EventType.REJECT: r"den|reject|refus|dismiss|rebuff|rul|oppos|declin|disput|refut|clarif|label|disavow|repudiat|turn|neither",
    EventType.REQUEST: r"urg|call|demand|ask|press|appeal|request|must|plead|implor|exhort|stress|remind|should",
    EventType.THREATEN: r"warn|threat|vow|ultimatum|pledg|promis|swor|swear",
}
"""Words that make these speech acts; "described", "raised", "investigating" may be anything."""


def without_result(s: Statement) -> bool:
    """ "The latest round failed to bring a solution": said of talks, not of a party."""
    return s.aux is None and of_talks(s)


def of_talks(s: Statement) -> bool:
    """The same, whenever it was and whoever tells it."""
    failed = s.type is EventType.REJECT and s.trigger.quote.casefold().startswith(
        ("fail", "collaps", "broke down", "end")
    )
    return failed and bool(re.search(r"\brounds?\b|\btalks\b|negotiat|dialogue", s.evidence.quote, re.I))


_FELLS = re.compile(
    r"(?:collaps|fell apart|fall\w* apart|broke\w* down|break\w* down|unravel|crumbl|expir|laps|r[au]n\w* out|ended|(?:is|was) over)",
    re.I,
)


def breach_claimed(s: Statement) -> bool:
    """ "Accused it of violating the ceasefire": what is charged, told beside the charge, on the word of one who is named."""
    told = s.type is EventType.REJECT and s.stance is Stance.ALLEGES and s.aux is None
    named = s.speaker is not None and not anonymous(s.speaker) and any(not anonymous(a) for a in s.actors)
    return told and named and s.ceasefire is not None and s.ceasefire.phase is CeasefirePhase.VIOLATED


def falls(s: Statement) -> bool:
    """ "The last truce fell apart", "the truce expired": told of the truce, not of a party."""
    told = s.type is EventType.REJECT and s.aux is None and _FELLS.match(s.trigger.quote) is not None
    over = (CeasefirePhase.COLLAPSED, CeasefirePhase.ENDED)
    return told and s.ceasefire is not None and s.ceasefire.phase in over


_DO = re.compile(
    r"^\W*(?:not |immediately |also |now )*(?:stop|halt|end|withdraw|urge|release|return|act|cease|comply|hold|take|open|respect|uphold|"
    r"pull|curb|rein|dismantle|ensure|prevent|allow|disarm|agree|hand|expel|leave|lift|implement|honou?r|stay|refrain)\b",
    re.I,
)


def _must(s: Statement) -> bool:
    """ "must withdraw" demands; "must wait for our answer", "should know" do not. Whom it is aimed at stands named before."""
    after = behind_trigger(s)
    named = any(a.resolved_by in ("name", "metonym") for a in s.recipients)
    return named and bool(_DO.match(after) or _DO.match(s.trigger.quote.partition(" ")[2]))


_KEPT_QUIET = re.compile(
    r"^refus\w*\W+to\W+(?:continue with the (?:discussion|interview)|comment|answer|elaborate|speculate|say\b)"
    r"|^declin\w*\W+(?:\w+\W+)?to\W+(?:detail|comment|say|give|outline|describe|explain|clarify|lay out|provide|discuss|elaborate|disclose|specify|answer|confirm|respond|be\b|identify|"
    r"share|speculate|go into|reveal|name|talk|offer)",
    re.I,
)
_INQUIRY = re.compile(
    r"^asked\W+(?:for (?:a )?comment|about|whether|if|by|on|why|what|how|to comment)\b", re.I
)


def _asked_or_silent(s: Statement) -> bool:
    """ "declined to give details", "asked for comment": what reporters heard, and what they asked."""
    return bool(_KEPT_QUIET.match(from_trigger(s)) or _INQUIRY.match(from_trigger(s)))


def words_against(s: Statement, seen: Seen) -> str:
    """Why these words may not have been said, by whom they are told to be or of whom; "" when nothing speaks against them."""
    if without_result(s) or falls(s) or breach_claimed(s):
        return ""
    return _of_the_word(s) or speaker_against(s, seen) or misaimed(s, seen) or _unsaid(s)


def _of_the_word(s: Statement) -> str:
    """Whether the word that was read makes a charge, a refusal, a demand or a threat at all."""
    trigger = s.trigger.quote.strip().casefold()
    if s.coded_by == "silence" and s.type is not EventType.REJECT:
        return "kept silent, perhaps no such words"
    if s.coded_by != "silence" and not re.match(_STEMS[s.type], trigger) and not leaves(s):
        return "the word that was read may mean something else"
    if _asked_or_silent(s):
        return "it may be an answer to a reporter"
    if of_talks(s):
        return "said of talks, perhaps no refusal by a party"
    if trigger.startswith("dismiss") and re.search(r"\b(?:was|were|been|being)\s+$", before_trigger(s)):
        return "the word that was read may mean something else"
    if _FROM_OFFICE.match(from_trigger(s)) or (
        s.type is EventType.REJECT and _HE_WAS.search(before_trigger(s))
    ):
        return "a person sent away, perhaps no refusal between parties"
    if re.match(r"(?:must|should)\b", trigger) and not _must(s):
        return "it may be no demand"
    if _WORRY.match(from_trigger(s)):
        return "a worry, perhaps no charge"
    if _PRESSED_ON.match(from_trigger(s)):
        return "it may be no demand"
    if _KEEPS_TO.match(trigger) or _OF_OLD.search(before_trigger(s)):
        return "a stance described, perhaps not said anew"
    if s.type is EventType.THREATEN and (_FORECAST.match(from_trigger(s)) or _of_what_they_will_do(s)):
        return "a forecast of what others bring about, perhaps no threat"
    if s.type is EventType.THREATEN and trigger.startswith("warn") and _of_the_world(s):
        return "a forecast of what others bring about, perhaps no threat"
    if s.type is EventType.THREATEN and _JUSTICE.match(from_trigger(s)):
        return "a vow to prosecute or to carry on, perhaps no threat"
    if s.type is EventType.THREATEN and _STRANDED.match(from_trigger(s)):
        return "a warning recalled, perhaps no threat"
    if s.type is EventType.THREATEN and _of_nothing_told(s):
        return "of what it warns is not told"
    return ""


def _unsaid(s: Statement) -> str:
    """Whether it is told as said."""
    before = before_trigger(s)[-60:]
    unreal = s.aux in (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL, Auxiliary.NEGATION)
    if unreal or WILL.search(before) or _NOT_SAID.search(before) or _AS_LONG_AS.search(opening(s)):
        return "it may not have been said"
    return ""


_AS_LONG_AS = re.compile(r"\b(?:so|as) long as\b[^.;]*$", re.I)
""" "So long as the group threatens us": a condition somebody sets."""
_NOT_SAID = re.compile(
    r"\b(?:not|never|would|could|should|may|might|if)\s+\w*\s*$"
    r"|\b(?:said|reported|believed|understood|thought|rumou?red)\s+to have\s+(?:\w+ly\s+)?$"
)


def _of_what_they_will_do(s: Statement) -> bool:
    """ " “If they win, they’ll march on,” he warned": what others will do."""
    return s.trigger.quote.casefold() == "warned" and _THEY_WILL.search(opening(s)) is not None


_THEY_WILL = re.compile(r"\bthey(?:[’']ll| will)\b[^“”\"]*[”\"][^“”\"]*$")


def _of_nothing_told(s: Statement) -> bool:
    """ "The service warned X, but …": of what is not told; it may have been of a danger to X."""
    if not s.trigger.quote.casefold().startswith("warned"):
        return False
    at = s.sentence.span.start
    told = [a.span for a in s.recipients if a.span is not None and s.sentence.span.covers(a.span)]
    right_behind = [x for x in told if s.sentence.quote[s.trigger.span.end - at : x.start - at].isspace()]
    return any(re.match(r"\s*(?:[,;.]|$)", s.sentence.quote[x.end - at :]) for x in right_behind)


def _of_the_world(s: Statement) -> bool:
    """ "The aid agency warned that its work may fall apart if …": it fears for others."""
    return bool(s.actors) and all(country_of(a.code) in ("IGO", "NGO", "ISM") for a in s.actors)


_KEEPS_TO = re.compile(r"refus(?:al|ing|es)\b")
""" "His refusal to budge", "who refuses to": a posture that the text describes."""
_OF_OLD = re.compile(
    r"\b(?:long[- ]?standing|long[- ]held|traditional|decades-old|lifelong|perennial|in the past|plenty of)\W+$",
    re.I,
)
""" "Its longstanding rejection of mediators", "has in the past threatened"."""
_WORRY = re.compile(
    r"express\w*\W+(?:[\w-]+\W+){0,3}?(?:concerns?|worr\w+|fears?|alarm|regrets?|doubts?|hopes?|sadness|sorrow|grief)\b",
    re.I,
)
_PRESSED_ON = re.compile(
    r"press\w*\W+(?:ahead|on\b|charges|(?:the|this|its|his|their)\W+(?:issue|case|matter|point))", re.I
)
_FROM_OFFICE = re.compile(
    r"dismiss\w*\W+[^.;,]{0,40}\bas (?:\w+ )?(?:minister|chief|head|governor|commander|president|director)\b",
    re.I,
)
_HE_WAS = re.compile(r"\b(?:he|she|who)\s+(?:was|were|had been)\s+$", re.I)
""" "He was rejected by its legion for want of training"."""
_JUSTICE = re.compile(
    r"(?:vow|promis|pledg|swor|swear)\w*\W+(?:\w+\W+){0,2}?to (?:bring|hold|find|track|hunt|investigate|get to)\b[^.;]*\b(?:justice|account\w*|responsible|bottom)\b",
    re.I,
)
_STRANDED = re.compile(
    r"warn\w*\W+(?:against|of|about)\W*(?:$|(?:a few|last|earlier|years?|months?|weeks?|when|before|in \d)\b)",
    re.I,
)
""" "Exactly what the minister warned against a year ago"."""
_FORECAST = re.compile(r"warn\w*\W+(?:[\w.]+\W+){0,2}(?:of|about)\b[^.;]*\bif\b", re.I)
""" "Warned of dire consequences if the two go to war": nobody is threatened."""
