"""Tolls per group and per counting party, each count with its day and its words.

Groups are read from the words of the count ("three children"), not from codes: the reader codes "people" as civilians of the land.
A count that a rewrite tells flatly and another page of its family attributes stays with who counted.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sarhad.codebook.numbers import NUMBERS
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.tolls import span_of
from sarhad.records import Count, GroupToll, Statement, Toll

DEATHS, INJURED = "deaths", "injured"
PEOPLE = "people"
"""Whoever was counted without being told apart."""

_GROUPS = {
    "children": r"child|children|boys?|girls?|infants?|toddlers?|minors?|bab(?:y|ies)|schoolchildren|pupils?",
    "women": r"wom[ae]n",
    "peacekeepers": r"peacekeepers?",
    "journalists": r"journalists?|reporters?|camera(?:man|men|woman)|photographers?",
    "aid workers": r"aid workers?|medics?|paramedics?|doctors?|nurses?|rescuers?|rescue workers?|first responders?",
    "police": r"police\w*|constables?",
    "soldiers": r"soldiers?|troops?|servicem[ae]n|paratroopers?|airm[ae]n|sailors?|border guards?|guards(?:m[ae]n)?|generals?",
    "fighters": r"fighters?|militants?|insurgents?|gunm[ae]n|terrorists?|rebels?|attackers?|assailants?|bombers?",
    "civilians": r"civilians?|residents?|villagers?|non-combatants?|bystanders?",
}
_WORD = {group: re.compile(rf"\b(?:{words})\b", re.I) for group, words in _GROUPS.items()}
_SECTORS = {"MIL": "soldiers", "COP": "police", "REB": "fighters", "UAF": "fighters", "JRN": "journalists"}

_NUMBERS = NUMBERS | {"zero": 0, "a": 1, "an": 1}
NUMBER = r"(?P<number>\d[\d,]*|" + "|".join(_NUMBERS) + ")"
_FIRST = re.compile(rf"^(?P<least>at least |more than )?{NUMBER}\b", re.I)
_AMONG = re.compile(
    rf"\b(?:including|among them|of them|of whom) (?P<least>at least |more than )?{NUMBER} (?P<whom>(?:[\w-]+ ){{0,2}}?[\w-]+)",
    re.I,
)
_HARM = re.compile(r"\b(?P<dead>kill\w*|dead|deaths?|died|slain)\b|\b(?:wound\w*|injur\w*|hurt)\b", re.I)

Row = tuple[str, str, Statement, Toll]
"""Kind, group, the statement that counts, the count."""


def group_tolls(telling: Sequence[Statement], gathering: Gathering) -> tuple[GroupToll, ...]:
    """Every group that somebody counted, deaths first; one row for each who counts it."""
    rows = [row for s in telling for row in _rows(s)]
    found: dict[tuple[str, str, str | None], list[Count]] = {}
    for kind, group, s, toll in rows:
        counts = found.setdefault((kind, group, _counter(kind, s, toll, rows, gathering)), [])
        told = _count(s, toll, gathering)
        if told not in counts:
            counts.append(told)
    made = (
        grouped(kind, group, [replace(c, by=by) for c in counts])
        for (kind, group, by), counts in found.items()
    )
    return tuple(sorted(made, key=lambda g: (g.kind != DEATHS, g.group != PEOPLE, g.group, g.by or "")))


def _rows(s: Statement) -> Iterator[Row]:
    for kind, toll in ((DEATHS, s.deaths), (INJURED, s.injured)):
        if toll is None or (toll.low == 0 and toll.high is None):
            continue
        yield from _parts(kind, s, toll)
    if s.deaths is not None or s.injured is not None:
        yield from _among(s)


def _parts(kind: str, s: Statement, toll: Toll) -> Iterator[Row]:
    """ "26 civilians and 24 soldiers" are two groups where together they make the count; else the count is one group's."""
    parts = [(group_of(r.mention), n) for r in s.recipients if (n := _told_first(r.mention)) is not None]
    if len({g for g, _ in parts}) > 1 and sum(n.low for _, n in parts) == toll.low:
        yield from ((kind, group, s, part) for group, part in parts)
    else:
        yield kind, _whose(s, toll), s, toll


def _whose(s: Statement, toll: Toll) -> str:
    if toll.whom:
        return group_of(toll.whom)
    sectors = {r.code.partition(".")[2].partition("/")[0] for r in s.recipients}
    return _SECTORS.get(sectors.pop(), PEOPLE) if len(sectors) == 1 else PEOPLE


def group_of(words: str) -> str:
    """The group that words of a count name; "people" when they name none or several."""
    named = [group for group, pattern in _WORD.items() if pattern.search(words)]
    if named[:2] == ["children", "women"]:
        return "women and children"
    return named[0] if len(named) == 1 else PEOPLE


def _among(s: Statement) -> Iterator[Row]:
    """ "37 people, including three children": a part of the whole, of the dead or of the injured, whichever is told last before it."""
    for m in _AMONG.finditer(s.evidence.quote):
        group, before = group_of(m.group("whom")), [*_HARM.finditer(s.evidence.quote[: m.start()])]
        number = value(m.group("number"))
        if group == PEOPLE or not before or number is None:
            continue
        kind = DEATHS if before[-1].group("dead") else INJURED
        whole = s.deaths if kind == DEATHS else s.injured
        if whole is not None and (whole.high is None or number <= whole.high):
            top = None if m.group("least") else number
            yield kind, group, s, Toll(low=number, high=top, whom=m.group("whom"))


def _told_first(words: str) -> Toll | None:
    m = _FIRST.search(words)
    number = value(m.group("number")) if m else None
    if m is None or number is None:
        return None
    return Toll(low=number, high=None if m.group("least") else number, whom=words)


def value(told: str) -> int | None:
    """The number that one figure or word of a count says."""
    plain = told.lower().replace(",", "")
    return int(plain) if plain.isdecimal() else _NUMBERS.get(plain)


def _counter(kind: str, s: Statement, toll: Toll, rows: Iterable[Row], gathering: Gathering) -> str | None:
    """Who counts: the speaker; of a flat telling, whom another page of the family names for the same figure."""
    if s.speaker is not None:
        return s.speaker.code
    family = gathering.family(s)
    named = (
        other.speaker.code
        for same, _, other, t in rows
        if same == kind
        and other.speaker is not None
        and gathering.family(other) == family
        and other.document_id != s.document_id
        and (t.low, t.high) == (toll.low, toll.high)
    )
    return next(named, None)


def _count(s: Statement, toll: Toll, gathering: Gathering) -> Count:
    return Count(
        toll=toll, by=None, published=gathering.printed(s), family=gathering.family(s), evidence=s.evidence
    )


def grouped(kind: str, group: str, counts: list[Count]) -> GroupToll:
    """One group's counts by one party, in order of their days."""
    ordered = sorted(counts, key=lambda c: (c.published or "", c.evidence.document_id, c.evidence.span))
    span = span_of(c.toll for c in ordered) or Toll(low=0, high=0)
    return GroupToll(
        kind=kind,
        group=group,
        by=counts[0].by,
        low=span.low,
        best=_best(ordered),
        high=span.high,
        counts=tuple(ordered),
    )


def _best(counts: Sequence[Count]) -> int:
    """The newest count; of several on one day the one most families tell, then the lower."""
    newest = max(c.published or "" for c in counts)
    last = [c for c in counts if (c.published or "") == newest]
    told = Counter(low for low, _ in {(c.toll.low, c.family) for c in last})
    return min(told, key=lambda low: (-told[low], low))
