"""Which statements may stand for an incident: one act that somebody did to somebody, or that has a toll or a place of its own.

Precision first. "The war", "strikes since last year" and totals of a whole conflict are many acts; police dealing with the public at
home, an act without doer and victim and background without a day are left to be read as statements.
"""

import re

from sarhad.codebook import QUAD, Auxiliary, DatePrecision, PlaceLevel, Quad, Scope
from sarhad.codebook.actors import sector_of
from sarhad.fusion.sides import country
from sarhad.records import Statement, TimeSpan

LONGEST = 10
"""Days beyond which an interval is a series of acts, not one."""
TOWNS = (PlaceLevel.SITE, PlaceLevel.TOWN)
HOME = frozenset(("COP", "MIL", "SPY", "JUD", "GOV"))
"""Agents of a state who act on people of their own country."""
STRUCK = frozenset(("CVL", "REB", "OPP", "UAF", "CRM", "REL", "JRN", "REF"))
ARMED = frozenset(("REB", "UAF", "CRM"))
NARROW = (DatePrecision.DAY, DatePrecision.WEEK, DatePrecision.MONTH)

_MANY = re.compile(
    r"\bsince (?:the (?:start|beginning|outbreak|onset)|then|\d{4}|last|(?:early|late|mid)|[A-Z])|\bso far\b|\bthus far\b|"
    r"\bin (?:the|this|its) (?:\w+[ -]){0,3}(?:war|conflict|years?|months|decades?)\b|\b(?:during|throughout) (?:the|this|its|their) (?:\w+[ -]){0,3}(?:war|conflict|campaign|offensive|years?)|"
    r"\b(?:over|in|for|during) (?:the )?(?:past|last|recent|previous) (?:\w+ )?(?:weeks|months|years|decades?|year)\b|\b(?:every|each) (?:day|week|month|year|night)\b|"
    r"\b(?:almost|nearly) daily\b|\bdaily\b|\bin total\b|\bin recent (?:weeks|months|years|days)\b|\b(?:repeatedly|frequently|regularly|often|routinely|constantly)\b|"
    r"\b(?:years|months|weeks|decades) of\b|\bhas been (?:\w+ )?(?:attacking|bombing|striking|shelling|bombarding|fighting|killing)\b|\bcontinu\w+ to\b"
)
"""Words of a run of acts or of a total over a long time."""


def is_act(s: Statement) -> bool:
    """Whether a sure statement tells (or alleges, or denies) one act of material conflict that can be told from others."""
    if QUAD[s.type] is not Quad.MATERIAL_CONFLICT or s.scope is not Scope.SINGLE:
        return False
    if s.aux not in (None, Auxiliary.HISTORICAL) or _MANY.search(s.evidence.quote):
        return False
    return _one_time(s.time, background=s.aux is Auxiliary.HISTORICAL) and _told_apart(s) and not _at_home(s)


def _one_time(time: TimeSpan | None, *, background: bool) -> bool:
    """A day, a few days or a month that one act fell in; background needs one told, an open year is none."""
    if time is None:
        return not background
    if time.precision is DatePrecision.MONTH:
        return True
    return (time.end - time.start).days <= LONGEST and not (background and time.precision not in NARROW)


def _told_apart(s: Statement) -> bool:
    """Somebody did it to somebody, or it has a toll or a town: "the attack" alone fits any."""
    if s.actors and s.recipients:
        return any(known(a.code) for a in (*s.actors, *s.recipients))
    toll = any(t is not None and t.low > 0 for t in (s.deaths, s.injured))
    return bool(s.actors or s.recipients) and (toll or (s.place is not None and s.place.level in TOWNS))


def known(code: str) -> bool:
    """Whether a code says at least a country, a body or a group."""
    return not code.startswith("UNK.") or "/" in code


def _at_home(s: Statement) -> bool:
    """Both sides of one country, unless its agents meet its civilians, opposition or armed groups."""
    doers = {country(a.code) for a in s.actors if known(a.code)}
    hit = {country(a.code) for a in s.recipients if known(a.code)}
    if not doers or doers != hit or len(doers) > 1 or None in doers:
        return False
    doing = {sector_of(a.code) for a in s.actors}
    struck = {sector_of(a.code) for a in s.recipients}
    return not (
        (doing & HOME and struck & STRUCK)
        or (doing & ARMED and struck & (HOME | {"CVL", "REL", "JRN", "REF", "BUS"}))
    )
