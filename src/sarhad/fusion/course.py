"""The course of a ceasefire: since when, how much violence before and after, which breaches are corroborated, how it ended."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sarhad.codebook import Auxiliary, CeasefirePhase, DatePrecision, Ending, EventType, Stance
from sarhad.fusion.borne_out import Borne, Days, between, borne_out
from sarhad.fusion.charges_words import DENYING
from sarhad.fusion.gathering import Gathering
from sarhad.fusion.sides import countries, parties_of, side, sides
from sarhad.fusion.spots import elsewhere
from sarhad.records import (
    ACT_CORROBORATED,
    ALLEGED,
    CLAIMED,
    CORROBORATED,
    ONE_WITNESS,
    Assessment,
    Ceasefire,
    Incident,
    Statement,
    Step,
    Violence,
    ViolentDay,
)

WINDOW = timedelta(days=30)
"""So long before and after are compared: a month is what reviews of truces commonly count."""
NEAR = 3
"""Days between two tellings of one breach."""
Told = Sequence[Statement]
_BORNE = {Borne.NOT: ALLEGED, Borne.THE_ACT: ACT_CORROBORATED, Borne.THE_BREACH: CORROBORATED}

_ENDINGS = (
    (Ending.SUPERSEDED, re.compile(r"\bsupersed\w+|\breplac\w+|\bgave way to\b", re.I)),
    (Ending.SUSPENDED, re.compile(r"\bsuspend\w*|\bon hold\b|\bpaus\w+", re.I)),
    (Ending.EXPIRED, re.compile(r"\bexpir\w+|\blapsed?\b|\bran out\b|\bdeadline passed\b", re.I)),
    (
        Ending.COLLAPSED,
        re.compile(
            r"\bcollaps\w+|\bfell apart\b|\bbroke(?:n)? down\b|\bunravel\w*|\bshatter\w*|\bin tatters\b", re.I
        ),
    ),
    (
        Ending.CONCLUDED,
        re.compile(r"\bconclud\w+|\bpeace (?:agreement|treaty|deal|accord)\b|\bpermanent\b", re.I),
    ),
)
_BEGINS = re.compile(
    r"\b(?:took|take[sn]?|taking|came|come[s]?|coming|went|go(?:es)?|going|enter\w*|bring\w*|put) (?:\w+ )?(?:in(?:to)? )?(?:effect|force)\b|\bbeg[ai]n\w*|\bstart\w*",
    re.I,
)
"""What took effect on a day; one that "still stands" on it began before."""
_STANDS = (CeasefirePhase.AGREED, CeasefirePhase.IN_EFFECT, CeasefirePhase.EXTENDED)
_OVER = (CeasefirePhase.ENDED, CeasefirePhase.COLLAPSED)


# --- since when, and the violence around that day


def since(told: Told, gathering: Gathering) -> date | None:
    """The first day told of its taking effect, else of its agreement; else the day on which that was first published."""
    for phase in (CeasefirePhase.IN_EFFECT, CeasefirePhase.AGREED):
        firm = [s for s in told if s.ceasefire and s.ceasefire.phase is phase and s.plain]
        days = [
            s.time.start
            for s in firm
            if s.time
            and s.time.precision is DatePrecision.DAY
            and (phase is CeasefirePhase.AGREED or _BEGINS.search(s.evidence.quote))
        ]
        if days:
            return min(days)
    fresh = [s for s in told if s.ceasefire and s.ceasefire.phase in _STANDS and s.plain and s.aux is None]
    dated = (gathering.documents[s.document_id].published for s in fresh if not retold(s))
    return min((d.start for d in dated if d.start and d.precision is DatePrecision.DAY), default=None)


_RETOLD = re.compile(
    r"\b(?:cease-?fire|truce|deal|agreement|accord|pact)s? (?:(?:that|which) (?:was |were |had been )?)?(?:\w+ly )?(?:agreed|reached|signed|brokered|announced|struck|mediated|negotiated)\b|"
    r"\bhad (?:\w+ )?(?:agreed|reached|signed|brokered|announced|struck|accepted)\b|\b(?:under|since|part of|terms of|despite) (?:the|a|an|their|its) (?:[\w-]+ ){0,3}(?:cease-?fire|truce|deal|agreement)\b",
    re.I,
)


def retold(s: Statement) -> bool:
    """ "As part of a deal reached between the two": an agreement told in passing, on no day, was made some time before."""
    return s.time is None and _RETOLD.search(s.evidence.quote) is not None


def violence(
    parties: Sequence[str],
    first: date,
    last: date,
    incidents: Iterable[Incident],
    read: Mapping[str, date],
    going: Iterable[Assessment] = (),
) -> Violence:
    """Acts of violence told as fact between the parties on days of the span, each day with the families that tell them."""
    pair, lands = sides(parties), countries(p for p in parties if "/" not in p)
    days: dict[date, tuple[int, set[str]]] = {}
    beside = sum(_goes_on(a, pair, countries(parties), first, last) for a in going)
    for i in incidents:
        day = i.start
        if day is None or i.type is not EventType.ASSAULT or not first <= day <= last:
            continue
        theirs = between(i, pair, lands)
        if theirs and i.told == "fact" and i.precision is DatePrecision.DAY:
            number, families = days.setdefault(day, (0, set()))
            days[day] = number + 1, families | _tellers(i)
        elif i.told != "denied":
            beside += theirs or _of_nobody(i, pair, countries(parties))
    return Violence(
        start=first,
        end=last,
        days=tuple(
            ViolentDay(day=day, incidents=number, families=len(families))
            for day, (number, families) in sorted(days.items())
        ),
        read=sum(first <= day <= last for day in read.values()),
        beside=beside,
    )


def _of_nobody(i: Incident, pair: frozenset[str], lands: frozenset[str]) -> bool:
    """One party or people of its land were struck, and nobody is named who did it."""
    struck = bool(sides(i.recipients) & pair) or bool(countries(i.recipients) & lands)
    return struck and not countries(i.actors)


def _goes_on(a: Assessment, pair: frozenset[str], lands: frozenset[str], first: date, last: date) -> bool:
    """Violence of both parties told within the span as going on."""
    if a.type is not EventType.ASSAULT or len(sides(a.parties) & pair | countries(a.parties) & lands) < len(
        pair
    ):
        return False
    printed = (r.published for r in a.reports)
    return any(p is not None and first.isoformat() <= p[:10] <= last.isoformat() for p in printed)


def _tellers(i: Incident) -> set[str]:
    return {r.family for r in i.reports if not r.unsure and r.statement.stance not in DENYING}


def reading_days(gathering: Gathering) -> dict[str, date]:
    """On which day each family was first published."""
    days: dict[str, date] = {}
    for reading in gathering.readings:
        published = reading.document.published
        family = gathering.family_of.get(reading.document.id)
        if family and published.start and published.precision is DatePrecision.DAY:
            days[family] = min(days.get(family, published.start), published.start)
    return days


def around(
    c: Ceasefire, incidents: Sequence[Incident], read: Mapping[str, date], going: Sequence[Assessment] = ()
) -> Ceasefire:
    """The ceasefire with the violence of the month before it and of the month after, as far as anything was read."""
    if c.since is None or not read:
        return c
    last = min(c.since + WINDOW - timedelta(days=1), max(read.values()))
    before = violence(c.parties, c.since - WINDOW, c.since - timedelta(days=1), incidents, read, going)
    after = violence(c.parties, c.since, last, incidents, read, going) if last >= c.since else None
    return replace(c, before=before, after=after)


# --- breaches


def breaches(told: Told, days: Days, gathering: Gathering) -> dict[str, str]:
    """By anchor, what each violation rests on: a party's word, one witness, or two; an accusation confirms none."""
    broken = [s for s in told if s.ceasefire and s.ceasefire.phase is CeasefirePhase.VIOLATED]
    flat = [s for s in broken if not alleged(s)]
    out = {}
    for s in broken:
        seen = gathering.witnesses([s, *(t for t in flat if t is not s and _one_breach(s, t, gathering))])
        if alleged(s):
            out[s.anchor] = _BORNE[borne_out(s, days, gathering)]
        else:
            others = seen > 1 or borne_out(s, days, gathering) is Borne.THE_BREACH
            out[s.anchor] = CORROBORATED if others else ONE_WITNESS
    return out


def alleged(s: Statement) -> bool:
    """A party's word, not the outlet's."""
    return s.stance is Stance.ALLEGES or s.type is EventType.ACCUSE or s.speaker is not None


def _one_breach(s: Statement, t: Statement, gathering: Gathering) -> bool:
    """Told of near days, and neither by another side nor at another place."""
    doers, others = sides(a.code for a in s.actors), sides(a.code for a in t.actors)
    if (doers and others and not doers & others) or (s.place and t.place and elsewhere(s.place, t.place)):
        return False
    return abs((gathering.when(s) - gathering.when(t)).days) <= NEAR


# --- endings


def ending(told: Told) -> Ending | None:
    """How it came to stand no longer, by the last firm word on it; None while it stands or was never agreed."""
    firm = [s for s in told if s.ceasefire and s.ceasefire.phase in (*_STANDS, *_OVER) and _firm(s)]
    if not firm:
        return None
    last = firm[-1]
    if last.ceasefire and last.ceasefire.phase in _STANDS and last.aux is not Auxiliary.NEGATION:
        return None
    quotes = (last.trigger.quote, last.evidence.quote)
    named = next((e for quote in quotes for e, words in _ENDINGS if words.search(quote)), None)
    if last.aux is Auxiliary.NEGATION:
        return named
    return named or (
        Ending.COLLAPSED
        if last.ceasefire and last.ceasefire.phase is CeasefirePhase.COLLAPSED
        else Ending.ENDED
    )


def claimed(told: Told) -> dict[str, str]:
    """By anchor, a party's word that the truce holds after it was told as over: it does not undo the end."""
    out, over = {}, False
    for s in told:
        phase = s.ceasefire.phase if s.ceasefire and _firm(s) else None
        if over and phase is CeasefirePhase.IN_EFFECT and s.aux is None and _partisan(s):
            out[s.anchor] = CLAIMED
        elif phase in (*_STANDS, *_OVER):
            over = phase in _OVER or s.aux is Auxiliary.NEGATION
    return out


def _partisan(s: Statement) -> bool:
    """Said by one of the two, or by an army, a government or rebels that nobody names."""
    code = s.speaker.code if s.speaker else ""
    return code in ("UNK.MIL", "UNK.GOV", "UNK.REB") or side(code) in parties_of(s)


def _firm(s: Statement) -> bool:
    """Told as fact; a suspension is told as "not in effect"."""
    suspended = s.aux is Auxiliary.NEGATION and s.stance is Stance.ASSERTS
    return (s.plain and s.aux is not Auxiliary.HISTORICAL) or suspended


def superseded(found: Sequence[Ceasefire]) -> list[Ceasefire]:
    """Of one pair's ceasefires the earlier point to the later that was agreed; one that nobody told as ended is superseded."""
    out: list[Ceasefire] = []
    for n, c in enumerate(found):
        heirs = [x for x in found[n + 1 :] if sides(x.parties) == sides(c.parties) and _agreed(x)]
        if not heirs or not _agreed(c):
            out.append(c)
            continue
        out.append(replace(c, superseded_by=heirs[0].id, ending=c.ending or Ending.SUPERSEDED))
    return out


def _agreed(c: Ceasefire) -> bool:
    return any(_stands(s) for s in c.history)


def _stands(step: Step) -> bool:
    return not step.unsure and step.label in {p.value for p in _STANDS} and step.aux is None
