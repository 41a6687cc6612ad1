"""Named people that an act was done to: one can be killed only once, so a name makes two reports one happening."""

import re

from sarhad.codebook import EventType
from sarhad.codebook.actors import COUNTRIES
from sarhad.fusion.sides import side, vague
from sarhad.records import Statement

_LANDS = frozenset(name.lower() for name in COUNTRIES.values())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december".split()
)
_BODIES = frozenset(
    "the and united islamic revolutionary organisation organization health security state middle east north south west southern northern red sea gulf heights tv news afp getty images cnn bbc related article army forces force government ministry guard guards council police party house military navy command corps office agency authority embassy "
    "hospital union nations committee movement front state states strip bank airport base town city village district province region soldiers officers civilians people".split()
)


_NAME = re.compile(r"(?:[A-Z][\w’'-]+ )+[A-Z][\w’'-]+")


def victims(s: Statement) -> frozenset[str]:
    """Last names of the people whom an attack hit, lower-cased; groups, countries and bodies are nobody's name."""
    if s.type is not EventType.ASSAULT:
        return frozenset()
    told = [(a.code, name) for a in s.recipients for name in (a.name or "", *_NAME.findall(a.mention))]
    return frozenset(name.lower().split()[-1] for code, name in told if _person(code, name))


def _person(code: str, name: str) -> bool:
    words = name.lower().split()
    slug = code.partition("/")[2]
    return (
        len(words) > 1
        and name.lower() not in _LANDS
        and "-".join(words) != slug
        and not _BODIES.intersection(words)
        and words[-1] not in _DAYS  # "On Monday"
    )


def people(s: Statement) -> frozenset[str]:
    """Victims, and whoever else is named in full where one person's death is told: enough to keep two deaths apart."""
    single = s.deaths is not None and s.deaths.low == s.deaths.high == 1
    if not single and s.mode != "targeted":
        return victims(s)
    place = frozenset(f"{s.place.name} {s.place.mention}".lower().split()) if s.place else frozenset()
    named = (n for n in _NAME.findall(s.evidence.quote) if _person("", n))
    return victims(s) | frozenset(
        n.lower().split()[-1] for n in named if not place.intersection(n.lower().split())
    )


_LEADER = re.compile(r"\b(?:leaders?|commanders?|chiefs?|heads?|founders?)\b", re.I)
_HEAD = re.compile(
    r"^(?:the|its|their) (?:[\w-]+ ){0,2}(?:leader|chief|head)\b|['’]s? (?:\w+ )?(?:leader|chief|head)\b|^[A-Z]\w+ (?:leader|chief|head) [A-Z]",
)
_ONE_OF_MANY = re.compile(
    r"\b(?:senior|top|military|field|local|regional|deputy|former|one of|an?|commanders?)\b", re.I
)


def leaders(s: Statement) -> frozenset[str]:
    """Groups of which somebody who leads or commands was hit."""
    return frozenset(side(r.code) for r in s.recipients if "/" in r.code and _LEADER.search(r.mention))


def heads(s: Statement) -> frozenset[str]:
    """Groups of which the one head was hit: "Hamas's leader", "the group's chief", never "a senior leader"."""
    told = (r for r in s.recipients if _HEAD.search(r.mention) and not _ONE_OF_MANY.search(r.mention))
    return frozenset(side(r.code) for r in told if not vague(r.code) and "/" in r.code)
