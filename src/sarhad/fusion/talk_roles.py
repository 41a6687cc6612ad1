"""Who stands beside a talk without being party to it: its host, its mediators, its witnesses, by the words that say so.

"Talks hosted by Qatar and brokered by Turkey", "under the auspices of China", "in the presence of the American president". The words are
read from the sentence itself, for a clause seldom names those who stand beside it; who they are is looked up in the registry of actors.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sarhad.codebook import TalkPart
from sarhad.fusion.name_lists import LIST, names_first, names_last
from sarhad.fusion.sides import vague
from sarhad.knowledge.actors import Hit, load_actors

TALK = r"(?:talks?|negotiations?|meetings?|rounds?|discussions?|dialogues?|consultations?|summits?|conferences?|conversations?|sessions?|trilaterals?)"
_MADE = r"(?:ceasefires?|truces?|deals?|agreements?|accords?|pacts?|plans?|proposals?|treat(?:y|ies)|framework|memorandums?|understandings?|normali[sz]ation|détente|rapprochement|release|swap|exchange)"
_NOUN = re.compile(rf"\b(?:(?P<talk>{TALK}|met|meet)|(?P<made>{_MADE}))\b", re.I)
_HOSTING = r"(?:hosted|convened|chaired|organi[sz]ed)"
_MEDIATING = r"(?:mediated|brokered|facilitated|moderated|sponsored|overseen|arranged)"
_BEHIND = (
    (TalkPart.HOST, rf"\b{_HOSTING}(?: jointly)? by|\bat the invitation of|\bguests? of"),
    (
        TalkPart.MEDIATOR,
        rf"\b{_MEDIATING}(?: [\w-]+ly)? by|\bunder the (?:auspices|aegis|mediation|sponsorship|patronage) of|\b(?:through|with|by|following|thanks to) the (?:\w+ )?(?:mediation|good offices|facilitation)"
        r"(?: efforts)? (?:of|by)|\bmediation (?:efforts )?(?:of|by)|\bmediators?(?: such as| like)?(?= (?-i:(?:the )?[A-Z]))",
    ),
    (
        TalkPart.WITNESS,
        r"\bin (?:the )?presence of|\bwitnessed by|\bobserved by|\b(?:looked|watched) on by",
    ),
)
_AS = re.compile(
    r"\bwith (?P<who>(?:the )?[A-Z][^,.;:()]{1,70}?) (?:serving |acting |sitting in )?as (?:an? |the |its |their )?(?:joint |key |main |neutral |chief )?(?:(?P<mediator>(?:co-?)?mediators?|facilitators?|brokers?|intermediar(?:y|ies)|go-betweens?)|(?P<host>(?:co-?)?hosts?)|(?P<witness>observers?|witness(?:es)?|guarantors?))\b|"
    r"\battended by (?P<seen>[^.;:()]{1,120}?) as (?P<attending>observers?|witness(?:es)?)\b"
)
_BEFORE = (
    (
        TalkPart.MEDIATOR,
        rf"[- ](?:mediated|brokered|facilitated|sponsored|led)(?: [\w-]+)? (?={TALK}\b)|(?:’s|'s|’|')? mediators?\b|(?:’s|'s|’|')? mediation\b|,? (?:(?:which|who|that) )?(?:has |have |had |is |are |was |were |been )*(?:mediated|brokered|facilitated|moderated|mediating|brokering|facilitating) "
        rf"(?=(?:[\w’'-]+ ){{0,5}}?(?:{TALK}|them|between)\b)|,? (?:(?:which|who|that) )?(?:is |are |was |were |has been |have been )?(?:mediating|mediated|mediates?)\b(?! (?:an? |the )?(?:[\w-]+ ){{0,3}}?{_MADE}\b)",
    ),
    (
        TalkPart.HOST,
        rf"[- ]hosted (?={TALK}\b)|,? (?:(?:which|who|that) )?(?:has |have |had |is |are |was |were |been |will |would )*(?:host(?:ed|s|ing)?|conven(?:ed|es|ing)) (?=(?:[\w’'-]+ ){{0,5}}?(?:{TALK}|them)\b)",
    ),
    (
        TalkPart.WITNESS,
        r",? (?:(?:which|who|that) )?(?:attended|joined|participated) (?:[\w’'-]+ ){0,4}?as (?:an? )?(?:observers?|witness(?:es)?)\b|,? (?:who )?(?:witnessed|looked on|watched on)\b",
    ),
)
_AFTER = tuple((part, re.compile(words, re.I)) for part, words in _BEHIND)
_LEAD = tuple((part, re.compile(words, re.I)) for part, words in _BEFORE)
_ELSE = re.compile(
    r"\b(?:ahead of|before|after|since|following|prior to|until|offer\w*|ready|willing\w*|propos\w+|hop\w+|want\w*|ask\w*|urg\w+|reject\w*|refus\w+|not|no|without|if|could|(?-i:may)|might|thank\w*|prais\w+|welcom\w+|appreciat\w+)\b[^,;:]{0,60}$",
    re.I,
)
"""Words before a role that was only offered, or that belongs to other talks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One who is told to stand beside a talk, as the registry knows them."""

    part: TalkPart
    code: str
    name: str


@lru_cache(maxsize=20_000)
def roles_in(sentence: str, on: date | None) -> tuple[Role, ...]:
    """Every role that the words of a sentence tell, each once, in their order."""
    found = [*_named_behind(sentence, on), *_named_as(sentence, on), *_named_before(sentence, on)]
    return tuple(dict.fromkeys(found))


def _named_behind(sentence: str, on: date | None) -> Iterator[Role]:
    """ "Hosted by X and Y"."""
    for part, words in _AFTER:
        for m in words.finditer(sentence):
            if _of_talks(sentence, m.start()):
                yield from _roles(part, names_first(sentence[m.end() : m.end() + 2 * LIST], on))


def _named_as(sentence: str, on: date | None) -> Iterator[Role]:
    """ "With X as mediator"."""
    for m in _AS.finditer(sentence):
        part = (
            TalkPart.MEDIATOR
            if m.group("mediator")
            else TalkPart.HOST
            if m.group("host")
            else TalkPart.WITNESS
        )
        yield from _roles(part, load_actors().find(m.group("who") or m.group("seen"), on))


def _named_before(sentence: str, on: date | None) -> Iterator[Role]:
    """ "Qatar hosted the talks", "Omani-mediated talks", "Turkish and Qatari mediation"."""
    for part, words in _LEAD:
        for m in words.finditer(sentence):
            before = sentence[: m.start()]
            named = names_last(before[-2 * LIST :], on)
            ahead = before[: len(before) - _reach(before, named)] if named else ""
            if named and not _ELSE.search(ahead) and _by_means(m.group(), ahead):
                yield from _roles(part, named)


def _by_means(words: str, ahead: str) -> bool:
    """ "Under Qatari mediation" tells who mediates these talks; "China's mediation isn't new" tells of none."""
    return "mediation" not in words or _UNDER.search(ahead) is not None


_UNDER = re.compile(
    r"\b(?:under|with|through|via|amid|by|following|thanks to|after)(?: the)?(?: joint)?\s*$", re.I
)


def _reach(before: str, named: list[Hit]) -> int:
    """How far back from its end the first of the names stands."""
    window = before[-2 * LIST :]
    return len(window) - named[0].start


def _of_talks(sentence: str, at: int) -> bool:
    """Whether the words are said of talks that were held: the nearest noun before is a talk, not a deal; no other talks are meant."""
    before = sentence[:at]
    nouns = list(_NOUN.finditer(before))
    if nouns and nouns[-1].group("made"):
        return False
    if not nouns and _MADE_BY.match(sentence[at:]):
        return False
    ahead = before[: nouns[-1].start()] if nouns else before
    return not _ELSE.search(_RESULT.sub(" ", ahead))


_RESULT = re.compile(
    r"\b(?:agree[ds]?|sign(?:ed|s)?|reach(?:ed|es)?|announced?|accepted) [^,;:]{0,80}?\b(?:after|following)\b",
    re.I,
)
"""What was agreed after talks is their own result."""
_MADE_BY = re.compile(rf"(?:{_HOSTING}|{_MEDIATING})\b", re.I)
"""Much is overseen and organised by somebody that is no talk."""


def _roles(part: TalkPart, hits: list[Hit]) -> Iterator[Role]:
    for hit in hits:
        if not vague(hit.code) or hit.code.startswith("IGO"):
            yield Role(part=part, code=hit.code, name=hit.text)
