"""What the reports of a talk tell of it beside who, where and when: level, round, occasion, subjects.

Each comes from the clause or sentence of a report and keeps it. What no sentence tells is left out, never guessed.
"""

import re
from collections.abc import Callable, Sequence

from sarhad.codebook import TalkLevel
from sarhad.fusion.offices import RANKS
from sarhad.fusion.sides import side
from sarhad.fusion.words import content
from sarhad.records import Capacity, Noted, Statement

ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_ROUND = re.compile(
    rf"\b(?P<nth>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)|latest|final|last|new|fresh|opening) (?:\w+ )?rounds?\b",
    re.I,
)
_ANOTHER = re.compile(
    r"\b(?:ahead of|before|after|since|following|until|preparations? for|prepar\w+|dates? for|agree\w* (?:to|on)|way for|than|to hold|for) (?:[\w’'-]+ ){0,3}$",
    re.I,
)
"""Words before a round that is not the one told of."""
_OCCASION = re.compile(
    r"\b(?P<how>on the (?:sidelines?|margins?|fringes?|occasion) of|during|at) (?P<what>(?:the |an? |their |this )?[^.;,]*?)"
    r"(?=[.;,]|$| on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| (?:where|when|while|to|and) [a-z])",
    re.I,
)
_GATHERING = re.compile(
    r"\b(?:summit|conference|forum|general assembly|assembly|session|congress|funeral|inauguration|meeting of)\b",
    re.I,
)
_SUBJECT = re.compile(
    r"\b(?:discuss(?:ed|es|ing)?|(?:talks|negotiations|discussions|consultations|views) (?:on|about|over|regarding)|focus(?:ed|es|ing)? on|"
    r"review(?:ed|s|ing)|took up|address(?:ed|es|ing)|dealt with|to discuss) (?P<what>[^.;]{4,160}?)"
    r"(?=[.;”]|,”|$|,? (?:according to|officials said|the (?:ministry|statement|office)|[a-z]+ sa(?:id|ys)|said)|, (?:which|who|as|while|after|before|with|in|at|on)\b"
    r"| (?:with (?:his|her|their|the|[A-Z]\w+)|during|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in [A-Z]))",
)
_LEVELS = tuple(
    (level, re.compile(words, re.I))
    for level, words in (
        (TalkLevel.TECHNICAL, r"\b(?:technical|expert|military|working|commander)s?[- ]level\b|\btechnical (?:talks|meeting|round|discussions|consultations)\b|\bflag meeting\b"),
        (TalkLevel.DEPUTY, r"\b(?:deputy[- ](?:foreign[- ])?minister(?:ial)?|senior[- ]officials?|officials?|(?:foreign[- ])?secretary)[’'s]*[- ]level\b"),
        (TalkLevel.ENVOY, r"\b(?:special[- ])?(?:envoy|ambassador|representative)s?[- ]level\b"),
        (TalkLevel.MINISTER, r"\b(?:(?:foreign|defen[cs]e|interior|trade)[- ])?minister(?:ial)?s?[- ]level\b|\bministerial (?:talks|meeting|round|session)\b"),
        (TalkLevel.HEAD, r"\b(?:leaders?|summit|head[s]? of (?:state|government)|presidential)[- ]level\b"),
    )
)  # fmt: skip
"""Words that name a level themselves; deputies before ministers."""


def round_number(s: Statement) -> int | None:
    """Which round its clause tells of, where it tells a number."""
    found = _round(s)
    return _number(found.group("nth")) if found else None


def _number(nth: str) -> int | None:
    if nth.lower() in ORDINALS:
        return ORDINALS.index(nth.lower()) + 1
    digits = re.match(r"\d+", nth)
    return int(digits.group()) if digits else None


def _round(s: Statement) -> re.Match[str] | None:
    quote = s.evidence.quote
    return next((m for m in _ROUND.finditer(quote) if not _ANOTHER.search(quote[: m.start()])), None)


def round_told(told: Sequence[Statement]) -> Noted | None:
    """ "3" where a number is told, else the word for it ("latest")."""
    found = [(s, m.group("nth").lower()) for s in told if (m := _round(s))]
    numbered = [(s, str(n)) for s, nth in found if (n := _number(nth))]
    return next((Noted(value=v, evidence=s.sentence) for s, v in (numbered or found)), None)


def occasion_told(told: Sequence[Statement]) -> Noted | None:
    """At the margin of which gathering, in the words of the text."""
    for s in told:
        for m in _OCCASION.finditer(_rest(s)):
            beside = m.group("how").lower().startswith("on the")
            if m.group("what").strip() and (beside or _GATHERING.search(m.group("what"))):
                return Noted(value=m.group().strip(), evidence=s.sentence)
    return None


def _rest(s: Statement) -> str:
    """The sentence from where the clause begins."""
    return s.sentence.quote[max(0, s.evidence.span.start - s.sentence.span.start) :]


def subjects_told(told: Sequence[Statement]) -> tuple[Noted, ...]:
    """What was talked about, in the words of the text, each once."""
    found: dict[str, Noted] = {}
    for s in told:
        for m in _SUBJECT.finditer(_rest(s)):
            what = m.group("what").strip(" ,")
            if content(what) - VAGUE:
                found.setdefault(what.casefold(), Noted(value=what, evidence=s.sentence))
    return tuple(found.values())


VAGUE = content(
    "issue issues matter matters situation topic topics question questions thing things way ways proceed subject subjects them this that it"
)
"""Words that say that something was talked about, and not what."""


def level_told(
    told: Sequence[Statement], held: Sequence[Capacity], guest: Callable[[str], bool], *, visit: bool
) -> TalkLevel | None:
    """By the words for it; else by the offices of both sides, of which the lower counts; a visit has its guest's."""
    for s in told:
        for level, words in _LEVELS:
            if words.search(s.evidence.quote):
                return level
    best: dict[str, TalkLevel] = {}
    for c in held:
        if c.level is not None:
            known = best.get(side(c.code), c.level)
            best[side(c.code)] = min(known, c.level, key=RANKS.index)
    if visit:
        guests = [level for name, level in best.items() if guest(name)]
        return min(guests, key=RANKS.index, default=None)
    return max(best.values(), key=RANKS.index) if len(best) > 1 else None
