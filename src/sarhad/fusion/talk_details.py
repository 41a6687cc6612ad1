"""What the reports of a talk tell of it beside who, where and when: level, round, occasion, subjects.

Each comes from the clause or sentence of a report and keeps it. What no sentence tells is left out, never guessed.
"""

import re
from collections.abc import Callable, Sequence

from sarhad.codebook import TalkLevel
from sarhad.fusion.offices import RANKS
from sarhad.fusion.sides import side
from sarhad.fusion.talk_passages import Passage
from sarhad.fusion.talk_rounds import number_of, round_in
from sarhad.fusion.words import content
from sarhad.records import Capacity, Noted

_OCCASION = re.compile(
    r"\b(?P<how>on the (?:sidelines?|margins?|fringes?|occasion) of|during|at|for) (?P<what>(?:the |an? |their |this )?(?:(?! on the (?:sidelines?|margins?) of)[^.;,])*?)"
    r"(?=[.;,]|$|(?: on)? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| on the (?:sidelines?|margins?) of| (?:where|when|while|to|and|that|which|who) (?-i:[a-z]))",
    re.I,
)
_GATHERING = re.compile(
    r"\b(?:summit|conference|forum|general assembly|assembly|session|congress|funeral|inauguration|meeting of)\b",
    re.I,
)
_SUBJECT = re.compile(
    r"\b(?:discuss(?:ed|es|ing)?|(?:talks|negotiations|discussions|consultations|views) (?:on|about|over|regarding)|focus(?:ed|es|ing)? on|"
    r"review(?:ed|s|ing)|took up|address(?:ed|es|ing)|dealt with|to discuss) (?!in [A-Z]|on [A-Z]|(?:at|by|with|during|there)\b)(?P<what>[^.;]{4,160}?)"
    r"(?=[.;”]|,[”\"]|$|,? (?:according to|officials said|the (?:ministry|statement|office)|[a-z]+ sa(?:id|ys)|said|add(?:ed|s))|, (?:which|who|as|while|after|before|with|in|at|on|but|and (?:we|I|he|she|they|it)|[a-z]+ing)\b"
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


def round_told(told: Sequence[Passage]) -> Noted | None:
    """ "3" where a number is told, else the word for it ("latest")."""
    found = [(s, m.group("nth").lower()) for s in told if (m := round_in(s.clause))]
    numbered = [(s, str(n)) for s, nth in found if (n := number_of(nth))]
    return next((Noted(value=v, evidence=s.sentence) for s, v in (numbered or found)), None)


def occasion_told(told: Sequence[Passage]) -> Noted | None:
    """At the margin of which gathering, in the words of the text; the margin told before the gathering itself."""
    found = [
        (not m.group("how").lower().startswith("on the"), n, m.group().strip(), p)
        for n, p in enumerate(told)
        for m in _OCCASION.finditer(p.rest)
        if _is_occasion(m)
    ]
    best = min(found, key=lambda f: f[:2], default=None)
    return Noted(value=best[2], evidence=best[3].sentence) if best else None


def _is_occasion(m: re.Match[str]) -> bool:
    how, what = m.group("how").lower(), m.group("what")
    if how == "for" and not _TRAVEL.search(m.string[: m.start()]):
        return False
    return bool(what.strip()) and (how.startswith("on the") or _GATHERING.search(what) is not None)


_TRAVEL = re.compile(
    r"\b(?:arriv\w+|travel\w+|flew|flown|came|visit\w*|trip|landed|in town|gather\w*)\b", re.I
)
"""They come for a summit; they prepare for one, too."""


def subjects_told(told: Sequence[Passage]) -> tuple[Noted, ...]:
    """What was talked about, in the words of the text, each once."""
    found: dict[str, Noted] = {}
    for s in told:
        for m in _SUBJECT.finditer(s.rest):
            what = _MANNER.sub("", m.group("what").strip(" ,"))
            if content(what) - VAGUE:
                found.setdefault(what.casefold(), Noted(value=what, evidence=s.sentence))
    return tuple(found.values())


_MANNER = re.compile(r"^(?:in (?:detail|depth)|at length|extensively|again) ", re.I)
VAGUE = content(
    "issue issues matter matters situation topic topics question questions thing things way ways proceed subject subjects them this that it"
)
"""Words that say that something was talked about, and not what."""


def level_told(
    told: Sequence[Passage], held: Sequence[Capacity], guest: Callable[[str], bool], *, visit: bool
) -> TalkLevel | None:
    """By the words for it; else by the offices of both sides, of which the lower counts; a visit has its guest's."""
    for s in told:
        for level, words in _LEVELS:
            if words.search(s.clause):
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
