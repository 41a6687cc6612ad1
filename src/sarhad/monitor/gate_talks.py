"""Talks and undertakings: why a meeting may not have been held, a promise not given."""

import re

from sarhad.codebook import Auxiliary, CommitmentStatus, DatePrecision, EventType
from sarhad.codebook.actors import COUNTRIES, country_of, sector_of
from sarhad.knowledge.deals import DUTY, LAID_DOWN
from sarhad.monitor.clauses import (
    anonymous,
    before_party,
    before_trigger,
    behind_the_verb,
    behind_trigger,
    former,
    from_trigger,
    hedged,
    opening,
    some_of_them,
    somebodys,
    to_the_verb,
)
from sarhad.monitor.support import Seen
from sarhad.records import Actor, Statement

UNDERTAKE = re.compile(
    r"^(?:agree|pledg|promis|undert|commit|vow|sign|conclud|seal|reaffirm|reiterat|renew|assur|offer|propos|express|"
    r"announc|accept|stress|emphasi|highlight|underscor|underlin|reach|swor|swear|broker|g[ai]ve|ma[dk]e)"
)


_OPINION = re.compile(r"\s+(?:with\b|that\b(?!.{0,60}\b(?:will|would|should|shall|must|to)\b))", re.S)


_CRIME = re.compile(
    r"\bcommit\w*\b[^.;]{0,40}\b(?:crimes?|murder|massacre|genocide|suicide|atrocit\w+|violations?|offen[cs]es?|mistakes?|errors?|acts?|aggression)\b",
    re.I,
)


WORDS_OF_JOINT_TEXTS = re.compile(r"^(?:stress|emphasi|highlight|underscor|underlin|express)")
"""Verbs that undertake something only where two parties say it together, as joint statements do."""


OFFER = re.compile(r"^(?:offer|propos)")


OFFERED = re.compile(
    r"mediat|help|support|role|assist|\baid\b|ceasefire|cease-fire|truce|talks|dialogue|negotiat|deal|plan|cooperat|good offices|"
    r"\bhost|facilitat|amnesty|pact|treaty|loan|train|settle|compensat|shelter|asylum|invest|electric|\bgas\b|power|observers|monitor|million|billion|visa",
    re.I,
)
"""What can be offered between parties; "offered a different characterization" is no offer."""


CONSULT = re.compile(
    r"meet|met\b|talk|visit|summit|discuss|negotiat|phone|telephon|\bcall|spoke|spoken|trip|arriv|travel|receiv|host|"
    r"mediat|deleg|conven|confer|consult|dialogue|\bround|held|hold|sat down",
    re.I,
)


_TRAVELLED = re.compile(r"land(?:ed|s)|flew|flies|came|comes|went|goes|headed|return", re.I)
NO_CONSULT = re.compile(
    r"\binterview|\breporters?\b|\bpress conference|\bjournalist|\bbriefed\b|speaking to (?:CNN|reporters)|\bnewspaper|\b(?:pushed back|postponed|put off|delayed)\b",
    re.I,
)


def _at_home(s: Statement) -> bool:
    """ "visited the Iranian embassy in New Delhi": nobody need have been met."""
    here = s.place.country if s.place else None
    return s.trigger.quote.casefold().startswith("visit") and here in {country_of(a.code) for a in s.actors}


def consultation(s: Statement, seen: Seen) -> str:
    if _at_home(s):
        return "a visit at home may be no meeting"
    travelled = s.mode == "visit" and _TRAVELLED.match(s.trigger.quote)
    if not (CONSULT.search(s.trigger.quote) or travelled) or NO_CONSULT.search(s.evidence.quote):
        return "it may be no meeting between parties"
    if any(sector_of(a.code) in ("MED", "JRN") for a in (*s.actors, *s.recipients)) or _met_otherwise(s):
        return "it may be no meeting between parties"
    if s.aux in (Auxiliary.HYPOTHETICAL, Auxiliary.NEGATION) or (s.aux is None and _unheld(s)):
        return "the talks may not have been held"
    if _HABIT.search(before_trigger(s)) or _OVER_TIME.match(from_trigger(s)):
        return "a habit, perhaps no one meeting"
    if any(_in_what_was_said(a, s) or _ONES_OWN.fullmatch(a.mention) for a in (*s.actors, *s.recipients)):
        return "who takes part is not named beside it"
    if re.search(r"\b(?:which|that)\b[^.,;]*\bmediat", s.evidence.quote) and s.ceasefire is None:
        return "those named may be the mediators"
    if re.search(r"\b(?:who|that|which|to)\s*$", before_trigger(s)) and s.trigger.quote.casefold() in (
        "meet",
        "visit",
        "talk",
        "discuss",
        "host",
        "hold",
    ):
        return "the talks may not have been held"
    if s.mode == "visit" and any(_nobody_who_travels(a) or behind_the_verb(a, s) for a in s.actors):
        return "who travels is not told"
    if s.mode == "visit" and _ON_THE_WAY.search(s.sentence.quote):
        return "on the way, perhaps not there yet"
    if s.mode == "visit" and _FLIGHT.search(s.sentence.quote):
        return "a flight or an expulsion, perhaps no visit"
    if s.mode == "visit" and s.place is None and any(sector_of(a.code) == "MIL" for a in s.recipients):
        return "where they went is not told"
    if any(_of_their_envoys(a) for a in (*s.actors, *s.recipients)):
        return "who takes part is not named beside it"
    if s.aux is Auxiliary.FUTURE and re.search(
        r"\b(?:unclear|if|whether|may|might|could|no plans?|not)\b", s.sentence.quote
    ):
        return "the talks may not come about"
    if any(some_of_them(a, s, seen) or _nobody(a) for a in (*s.actors, *s.recipients)):
        return "who takes part is not named beside it"
    if any(a.resolved_by == "event" for a in (*s.actors, *s.recipients)):
        return "who takes part is not named beside it"
    if s.speaker is not None and country_of(s.speaker.code) not in {country_of(c) for c in s.codes}:
        return "somebody else tells of it, and whose word it is may be misread"
    if s.aux is Auxiliary.FUTURE and (s.time is None or s.time.precision is not DatePrecision.DAY):
        return "planned for no day that is told"
    if len(s.codes) < 2 and s.mode != "visit" and not _plural(s):
        return "with whom is not told"
    return ""


_OVER_TIME = re.compile(
    r"(?:\w+\W+){0,2}?(?:calls|meetings|talks|conversations|visits|trips)\b[^.;]*\b(?:over the (?:past|last)|at times|often|over the years)\b",
    re.I,
)
""" "His phone calls with X over the past year": many, and none of them is told."""


_ONES_OWN = re.compile(
    r"(?:(?:senior|top|military|army|security|defen[cs]e|intelligence|government) )+(?:commanders|officers|officials|generals|chiefs|advisers|aides|leaders)",
    re.I,
)
""" "While meeting with military commanders": of whom is not told, and mostly his own."""


def _in_what_was_said(a: Actor, s: Statement) -> bool:
    """ " … X will pay,” he said while meeting commanders": X, named in the words he said, was not met."""
    between = to_the_verb(a, s)
    return "”" in between and "“" not in between


def _nobody_who_travels(a: Actor) -> bool:
    """ "Indian passport holders visiting Iran", "she was in Morocco", "the convoy as it travelled": no party that visits."""
    unnamed = a.name is None or a.name in COUNTRIES.values()
    private = sector_of(a.code) in ("CVL", "REF") and a.name is None
    return (
        private
        or a.mention.strip("#* ").casefold() in _STATES
        or (unnamed and a.resolved_by in ("adjective", "pronoun"))
    )


_ON_THE_WAY = re.compile(
    r"\b(?:was|is|were|are) travell?ing (?:from|to)\b|\ben route\b|\bon (?:his|her|their|the) way\b", re.I
)
_FLIGHT = re.compile(r"\bflee(?:s|ing)?\b|\bfled\b|\bexiled?\b|\basylum\b|\bdeport\w*|\bextradit\w*", re.I)
_ENVOYS = re.compile(
    r"\b(?:two|both)\b.*\b(?:countr|nation|state|side).*\b(?:ministers|envoys|officials|negotiators|delegations)\b",
    re.I,
)


def _of_their_envoys(a: Actor) -> bool:
    """ "The two countries' foreign ministers" are not the presidents whom the text names."""
    return a.name is not None and a.name not in COUNTRIES.values() and _ENVOYS.search(a.mention) is not None


_BE = re.compile(r"\b(?:was|were|be|been|being|is|are)\s+(?:\w+ly\s+)?$")
_WHERE = re.compile(r"\W+(?:[\w.]+\W+){1,4}where (?:it|they|he|she)\b")


def _met_otherwise(s: Statement) -> bool:
    """ "Were met with fire", "met its rival where it was"."""
    if s.trigger.quote.casefold() != "met":
        return False
    at = s.trigger.span.start - s.sentence.span.start
    words = s.sentence.quote
    return bool(_BE.search(words[:at]) or _WHERE.match(words[at + len(s.trigger.quote) :]))


_HABIT = re.compile(r"\b(?:always|often|never|constantly|regularly|usually|frequently|routinely)\s+$", re.I)
""" "Was always talking to its neighbours"."""


_STATES = frozenset(n.casefold() for n in COUNTRIES.values()) | {
    "us",
    "u.s.",
    "uk",
    "u.k.",
    "the us",
    "the u.s.",
    "the uk",
    "the united states",
    "washington",
    "america",
}


def _nobody(a: Actor) -> bool:
    """ "Them", "a delegation" of nobody told."""
    return a.name is None and (anonymous(a) or (a.resolved_by == "pronoun" and sector_of(a.code) == "CVL"))


def _plural(s: Statement) -> bool:
    return len({a.code for a in (*s.actors, *s.recipients)}) > 1 or len(s.actors) + len(s.recipients) > 1


def _unheld(s: Statement) -> bool:
    return bool(
        re.search(
            r"\b(?:would|could|might|(?-i:may)|should|if|unless|whether|as long as|provided|hop\w+|urg\w+|call\w* (?:for|on)|propos\w+|want\w*|seek\w*|refus\w+|cancel\w*|postpon\w*|no|not|ahead of|before|future|outcome|prospects?|possib\w+|key in|role in|efforts|anticipated|expected|upcoming|forthcoming|(?:thought|believed|understood|rumou?red) to have|scheduled|planned|looming|due|yet to|dates? (?:of|for)|to (?:host|hold|resume|open))\b[^.;:,]*$",
            before_trigger(s)[-70:],
            re.I,
        )
    )


_STATUS = {
    CommitmentStatus.STALLED: r"\bhold\b|delay|stall|suspend|halt|postpon|stuck|yet to|not yet|slow|deadlock|shelv|dispute over|obstacle",
    CommitmentStatus.BROKEN: r"broke|violat|reneg|breach|fail|withdrew|walked away|abandon|reneging|backed out|tore up|scrap",
    CommitmentStatus.KEPT: r"fulfil|implement|complet|deliver|honou?r|kept|keeping|opened|open|inaugurat|carried out|began|handed|finish|met its",
}
"""What a text must say for a promise to have moved."""


def undertaking(s: Statement, seen: Seen) -> str:
    if s.commitment is None and s.ceasefire is None:
        return ""
    if s.commitment is not None and s.commitment.status in (
        CommitmentStatus.PLEDGED,
        CommitmentStatus.REPLEDGED,
        CommitmentStatus.OFFERED,
    ):
        if any(former(a, s) or some_of_them(a, s, seen) for a in s.actors):
            return "who undertakes it is not named beside it"
        return undertakes(s)
    words = _STATUS.get(s.commitment.status) if s.commitment else None
    if words and not re.search(words, s.evidence.quote, re.I):
        return "what became of it is not in its words"
    return ""


def _named_behind(a: Actor, s: Statement) -> bool:
    """ "proposed a truce between X and Y": X and Y did not propose it; "an offer by X" is X's."""
    if a.span is None or a.span.start < s.trigger.span.end:
        return False
    at = s.sentence.span.start
    return not re.search(r"\bby\b[^,.]{0,30}$", s.sentence.quote[: max(0, a.span.start - at)])


_IMAGINED = re.compile(
    r"\b(?:options?|scenarios?|possibilit(?:y|ies)|alternatives?|ideas?)\b[^.;“”\"]{0,25}\b(?:would|could|might|(?-i:may)|is|was|were)\b",
    re.I,
)
""" "One option would be a deal in which it agrees to …"."""
_CLAIMS = re.compile(r"\bclaims? (?:made )?by\b", re.I)
_WHO = re.compile(r"\b(?:who|which|that)\s+$", re.I)
_ALWAYS = ("promise", "pledge", "vow", "agree")
""" "Leaders who promise to free their countries": no promise that was given on a day."""
_PART_OF = re.compile(
    r"\b(?:includ\w+|involv\w+|requir\w+|mean\w*|entail\w*|of|to|for|about|from|without)\s+(?:not )?$", re.I
)
""" "Normalisation that includes agreeing to …": what it would take."""
_GIVES_HOPE = re.compile(
    r"offer\w*\s+(?:\w+\s+){0,3}(?:hope|chance|relief|respite|glimpse|clues?|lessons?|insight)s?\b", re.I
)
_WRITTEN_TO = re.compile(r"\b(?:letter|message|note|proposal|memo)s?\s+to\s+[^.;,]*$", re.I)


def _written_to(a: Actor, s: Statement) -> bool:
    """ "A letter to X proposing talks": X proposes nothing."""
    return _WRITTEN_TO.search(before_party(a, s)) is not None


_COMPARED = re.compile(r"\b(?:what|than)\b[^.;,]{0,40}$", re.I)
""" "More than what has been offered by X": told in passing."""
_NOTHING_NAMED = re.compile(
    r"(?:(?:almost|nearly|all|most|many|some|several|both|the|various|main|key|remaining|of|its|their|these|those|\d+)\s+)*"
    r"(?:part\b|points?|paragraphs?|articles?|clauses?|provisions?|issues?|matters?|items?|differences|details|things|everything|questions?)\b(?!\s+to\b)",
    re.I,
)
""" "Almost all of the points of contention": agreed, but to do what?"""


def laid_down(s: Statement) -> bool:
    """ "Under the accord Chad is to withdraw": no verb of promising tells it, and it binds all the same."""
    told = s.sentence.quote
    planned = s.aux is Auxiliary.FUTURE and s.commitment is not None and s.type is not EventType.CONSULT
    return planned and LAID_DOWN.search(told) is not None and DUTY.search(told) is not None


def undertakes(s: Statement) -> str:
    """Why this is no undertaking by a named party; "" when it is."""
    trigger = s.trigger.quote.strip().casefold()
    if s.ceasefire is None and (re.match(r"agreement|proposal", trigger) or _CRIME.search(s.evidence.quote)):
        return "no word that undertakes anything"
    if any(a.resolved_by in ("adjective", "place") for a in s.actors) and s.ceasefire is None:
        return "who undertakes it is only an adjective"
    if any(somebodys(a, s) for a in s.actors):
        return "who undertakes it is not named beside it"
    if trigger.startswith("agree") and _OPINION.match(behind_trigger(s)):
        return "an opinion shared, perhaps no undertaking"
    if s.ceasefire is None and not UNDERTAKE.match(trigger) and not laid_down(s):
        return "no word that undertakes anything"
    if not s.actors or all(anonymous(a) for a in s.actors):
        return "nobody is named who undertakes it"
    if not laid_down(s) and (
        s.aux in (Auxiliary.HYPOTHETICAL, Auxiliary.NEGATION, Auxiliary.FUTURE)
        or (s.ceasefire is None and hedged(s))
    ):
        return "it may not have been undertaken"
    before = opening(s)
    if s.ceasefire is None and (_CLAIMS.search(before) or (trigger in _ALWAYS and _WHO.search(before))):
        return "told as a claim or of what they always promise"
    if _IMAGINED.search(before) or (trigger.endswith("ing") and _PART_OF.search(before)):
        return "one of the ways it may go, perhaps nothing undertaken"
    if s.commitment is not None and _NOTHING_NAMED.match(s.commitment.object):
        return "what is undertaken is not told"
    joint = len({country_of(a.code) for a in s.actors}) > 1
    if WORDS_OF_JOINT_TEXTS.match(trigger) and not joint and "commit" not in s.evidence.quote.casefold():
        return "an emphasis, perhaps no undertaking"
    if OFFER.match(trigger) and any(_named_behind(a, s) for a in s.actors):
        return "those named may be the ones it is offered to"
    if OFFER.match(trigger) and (_COMPARED.search(before_trigger(s)) or _GIVES_HOPE.match(from_trigger(s))):
        return "it may be no offer between parties"
    if OFFER.match(trigger) and any(a.resolved_by == "pronoun" or _written_to(a, s) for a in s.actors):
        return "who offers it is not named beside it"
    to_do = re.search(r"\boffer\w* to [a-z]+", s.evidence.quote)
    if OFFER.match(trigger) and not to_do and not OFFERED.search(s.evidence.quote):
        return "it may be no offer between parties"
    return ""
