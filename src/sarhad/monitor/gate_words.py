"""Accusations, denials, demands and threats: why one that was read may not have been said, or not by those named."""

import re

from sarhad.codebook import Auxiliary, CeasefirePhase, EventType, Stance
from sarhad.codebook.actors import country_of, sector_of
from sarhad.monitor.clauses import WILL, anonymous, before_trigger, former, only_an_epithet, some_of_them
from sarhad.monitor.support import Seen
from sarhad.monitor.targets import aimed_at
from sarhad.records import Actor, Statement

_STEMS = {
    EventType.ACCUSE: r"accus|blam|alleg|condemn|denounc|criticis|criticiz|slam|decr|attribut|charg|lambast|deplor|deno|point|hold|held|express|slamm|claim",
    EventType.REJECT: r"den|reject|refus|dismiss|rebuff|rul|oppos|declin|disput|refut|clarif|label|disavow|repudiat|turn|neither",
    EventType.REQUEST: r"urg|call|demand|ask|press|appeal|request|must|plead|implor|exhort|stress|remind|should",
    EventType.THREATEN: r"warn|threat|vow|ultimatum|pledg|promis|swor|swear",
}
"""Words that make these speech acts; "described", "raised", "investigating" may be anything."""


def without_result(s: Statement) -> bool:
    """ "The latest round failed to bring a solution": said of talks, not of a party."""
    failed = s.type is EventType.REJECT and s.trigger.quote.casefold().startswith(
        ("fail", "collaps", "broke down", "end")
    )
    return (
        failed
        and s.aux is None
        and bool(re.search(r"\brounds?\b|\btalks\b|negotiat|dialogue", s.evidence.quote, re.I))
    )


_ENDS = re.compile(
    r"(?:suspend|fr[eo]e?z|paus|put|plac|call\w* off|scrap|terminat|renounc|tear|tore|abandon|quit|withdr[ae]w|pull\w* out|walk\w* (?:away|out))",
    re.I,
)
_FELLS = re.compile(
    r"(?:collaps|fell apart|fall\w* apart|broke\w* down|break\w* down|unravel|crumbl|expir|laps|r[au]n\w* out|ended|(?:is|was) over)",
    re.I,
)
_AGREED = re.compile(r"\b(?:cease-?fire|truce|armistice|agreement|accord|deal|pact)s?\b", re.I)


def leaves(s: Statement) -> bool:
    """ "Thailand has suspended the agreement": told of a party, and of what was agreed."""
    told = s.type is EventType.REJECT and s.aux is None and _ENDS.match(s.trigger.quote) is not None
    return told and _AGREED.search(s.evidence.quote) is not None and bool(s.actors)


def _told_before(s: Statement) -> str:
    """ "The rebels said that they had suspended the truce": the sentence up to its trigger."""
    return s.sentence.quote[: max(0, s.trigger.span.start - s.sentence.span.start)]


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
    after = s.sentence.quote[s.trigger.span.end - s.sentence.span.start :]
    named = any(a.resolved_by in ("name", "metonym") for a in s.recipients)
    return named and bool(_DO.match(after) or _DO.match(s.trigger.quote.partition(" ")[2]))


_KEPT_QUIET = re.compile(
    r"^declin\w*\W+(?:\w+\W+)?to\W+(?:detail|comment|say|give|provide|discuss|elaborate|disclose|specify|answer|confirm|respond|be\b|identify|"
    r"share|speculate|go into|reveal|name|talk|offer)",
    re.I,
)
_INQUIRY = re.compile(
    r"^asked\W+(?:for (?:a )?comment|about|whether|if|by|on|why|what|how|to comment)\b", re.I
)


def _asked_or_silent(s: Statement) -> bool:
    """ "declined to give details", "asked for comment": what reporters heard, and what they asked."""
    return bool(_KEPT_QUIET.match(_from_trigger(s)) or _INQUIRY.match(_from_trigger(s)))


def words_against(s: Statement, seen: Seen) -> str:
    trigger = s.trigger.quote.strip().casefold()
    if without_result(s) or falls(s) or breach_claimed(s):
        return ""
    if s.coded_by != "silence" and not re.match(_STEMS[s.type], trigger) and not leaves(s):
        return "the word that was read may mean something else"
    if _asked_or_silent(s):
        return "it may be an answer to a reporter"
    if not s.actors:
        return "nobody is named who says so"
    if s.aux in (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL, Auxiliary.NEGATION):
        return "it may not have been said"
    if all(anonymous(a) for a in s.actors):
        return "nobody is named who says so"
    if s.type is EventType.ACCUSE and not s.recipients:
        return "whom it is aimed at is not told"
    if any(a.resolved_by in ("adjective", "place") or only_an_epithet(a, s) for a in s.actors):
        return "who says so is only an adjective"
    if leaves(s) and any(a.resolved_by == "pronoun" and not seen.alone(a, _told_before(s)) for a in s.actors):
        return "who leaves it is told by a pronoun"
    if any(sector_of(a.code) == "CVL" and a.resolved_by != "pronoun" for a in aimed_at(s)):
        return "whom it is aimed at may be misread"
    if s.type is EventType.ACCUSE and _of_a_victim(s):
        return "the one named may be the victim"
    if trigger.startswith("dismiss") and re.search(r"\b(?:was|were|been|being)\s+$", before_trigger(s)):
        return "the word that was read may mean something else"
    if re.match(r"(?:must|should)\b", trigger) and not _must(s):
        return "it may be no demand"
    if s.speaker is not None and s.speaker.code not in s.codes:
        return "somebody else tells of it, and whose word it is may be misread"
    if any(sector_of(a.code) in ("CVL", "BUS", "MED", "JRN") for a in s.actors):
        return "it may be a private person who says so"
    if any(_somebodys(a, s) for a in aimed_at(s)):
        return "whom it is aimed at may be misread"
    if _KEEPS_TO.match(trigger) or _OF_OLD.search(before_trigger(s)):
        return "a stance described, perhaps not said anew"
    if s.type is EventType.THREATEN and _FORECAST.match(_from_trigger(s)):
        return "a forecast of what others bring about, perhaps no threat"
    if any(former(a, s) for a in s.actors):
        return "it may be a private person who says so"
    if any(some_of_them(a, s, seen) for a in s.actors):
        return "who says so is not named beside it"
    if s.type is EventType.REQUEST and _asked_of_another(s):
        return "whom it is aimed at may be misread"
    if _addressed(s):
        return "the one named may be the one spoken to"
    before = before_trigger(s)[-60:]
    return (
        "it may not have been said"
        if WILL.search(before) or re.search(r"\b(?:not|never|would|could|may|might|if)\s+\w*\s*$", before)
        else ""
    )


_KEEPS_TO = re.compile(r"refus(?:al|ing|es)\b")
""" "His refusal to budge", "who refuses to": a posture that the text describes."""
_OF_OLD = re.compile(
    r"\b(?:long[- ]?standing|long[- ]held|traditional|decades-old|lifelong|perennial)\s+$", re.I
)
""" "Its longstanding rejection of mediators"."""
_FORECAST = re.compile(r"warn\w*\W+(?:[\w.]+\W+){0,2}(?:of|about)\b[^.;]*\bif\b", re.I)
""" "Warned of dire consequences if the two go to war": nobody is threatened."""


def _from_trigger(s: Statement) -> str:
    return s.sentence.quote[s.trigger.span.start - s.sentence.span.start :]


_DEATH = r"(?:deaths?|killings?|assassinations?|murders?|funeral)"


def _of_a_victim(s: Statement) -> bool:
    """ "Blamed X's death on Y", "condemned the assassination of X": X is not accused. Of two that are accused, one may be."""
    words, at = s.sentence.quote, s.sentence.span.start
    for a in aimed_at(s):
        if a.span is None or not s.sentence.span.covers(a.span):
            continue
        after, before = words[a.span.end - at :], words[: a.span.start - at]
        if re.match(rf"(?:’s|'s|’|')?\s+{_DEATH}\b", after) or re.search(
            rf"\b{_DEATH} of\b[^,.;]{{0,60}}$", before
        ):
            return True
    return len({country_of(a.code) for a in aimed_at(s)}) > 1 and any(
        a.resolved_by != "name" for a in aimed_at(s)
    )


_THEIR_OWN = re.compile(r"(?:’s|'s|’|')\s+(?:\w+\s+)?(?:partners?|allies|ally|backers?|supporters?|buyers?|customers?|neighbou?rs?)\b", re.I)  # fmt: skip


def _somebodys(a: Actor, s: Statement) -> bool:
    """ "Against Iran's trade partners": these are meant, not Iran."""
    if a.span is None or not s.sentence.span.covers(a.span):
        return False
    return bool(_THEIR_OWN.match(s.sentence.quote[a.span.end - s.sentence.span.start :]))


def _asked_of_another(s: Statement) -> bool:
    """ "called on its friends to ask Tehran": what stands behind the "to" is not the one who is asked."""
    start = s.trigger.span.end
    spans = [a.span for a in aimed_at(s) if a.span is not None and a.span.start > start]
    if not spans:
        return False
    at = s.sentence.span.start
    between = s.sentence.quote[start - at : min(x.start for x in spans) - at]
    return bool(re.search(r"\bto\b", between))


def _addressed(s: Statement) -> bool:
    """ "We call on X": X, named right after the verb, is not the one who calls."""
    start = s.trigger.span.end - s.sentence.span.start
    after = s.sentence.quote[start : start + 30].casefold()
    before = s.sentence.quote[: max(0, start)].casefold()
    names = [
        (a.name or a.mention).casefold() for a in s.actors if a.resolved_by in ("pronoun", "description")
    ]
    we = bool(re.search(r"\b(?:we|i)\b", before[-40:]))
    return (we and any(word and word in after for n in names for word in n.split() if len(word) > 3)) or (
        we
        and any(a.resolved_by == "pronoun" for a in s.actors)
        and not s.speaker
        and "said" not in s.sentence.quote
    )
