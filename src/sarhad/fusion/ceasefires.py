"""Ceasefires: a truce between parties and its phases in order of time, each with the words it rests on.

A thread needs a statement that names both parties by itself. Only statements that surely tell of a phase (see `phases`) are steps.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sarhad.codebook import Auxiliary, CeasefirePhase, Ending, EventType, PlaceLevel, Stance
from sarhad.fusion.borne_out import Days, by_day
from sarhad.fusion.course import (
    around,
    breaches,
    claimed,
    ending,
    reading_days,
    retold,
    since,
    superseded,
)
from sarhad.fusion.gathering import UNDATED, Gathering
from sarhad.fusion.mechanisms import mechanisms
from sarhad.fusion.mediation import offers
from sarhad.fusion.phases import perhaps_phase, tells_phase
from sarhad.fusion.sides import parties_of, side, sides
from sarhad.fusion.truce_outsiders import of_an_outsider
from sarhad.fusion.truces import beside, calls, once, spots, turned, whole
from sarhad.fusion.truces_apart import OPEN, apart, nearest, order
from sarhad.fusion.truces_left import SUSPENDED, as_left, leavings
from sarhad.fusion.truces_ordered import ORDER, day_by_day, phase_of
from sarhad.fusion.truces_whose import of_a_past_one
from sarhad.fusion.words import tokens
from sarhad.records import (
    CORROBORATED,
    RETOLD,
    UNSURE,
    Assessment,
    Ceasefire,
    Incident,
    Place,
    Statement,
    Step,
    stable_id,
)

Parties = frozenset[str]


def ceasefires(
    gathering: Gathering, incidents: Sequence[Incident] = (), going: Sequence[Assessment] = ()
) -> list[Ceasefire]:
    """Every ceasefire that is called for, talked about, agreed or broken, one thread a set of parties.

    `incidents` bear out breaches and are the violence before and after; beside them stands what is told as `going` on.
    """
    names = _names(gathering)
    named = [as_left(turned(s)) for s in gathering.told()]
    coded = [s for s in (*named, *calls(gathering), *leavings(named, gathering)) if _fits(s, names)]
    sure = [s for s in coded if s.confidence >= UNSURE and tells_phase(s)]
    charged = {s.anchor for s in sure}
    told = [s for s in sure if s.type is not EventType.ACCUSE or s.about not in charged]
    told = [s for s in told if not _told_beneath(s, told, gathering)]
    firm = [t for t in _threads(told, gathering) if _firm(t, names, gathering)]
    threads = [(t, list[Statement]()) for t in firm]
    held = [s for t in firm for s in t]
    loose = [s for s in coded if perhaps_phase(s) and not _told_already(s, held)]
    apart = [s for s in loose if not _added(s, threads, gathering)]
    guessed = [t for t in _threads(apart, gathering) if any(_names_both(s, names) for s in t)]
    every = [*threads, *((list[Statement](), g) for g in guessed)]
    _with_what_stands_beside(every, gathering)
    found = _followed([(_Thread(*t)) for t in every], incidents, going, gathering)
    return superseded(sorted(found, key=_begun))


def _begun(c: Ceasefire) -> tuple[str, str]:
    first = c.history[0]
    return first.time.start.isoformat() if first.time else first.published or UNDATED, c.id


def _firm(thread: Sequence[Statement], names: Mapping[str, frozenset[str]], gathering: Gathering) -> bool:
    """Whether a statement names both parties by itself, and neither is somebody who only speaks of their ceasefire."""
    return any(_names_both(s, names) for s in thread) and not of_an_outsider(thread, gathering)


def _told_already(s: Statement, held: Sequence[Statement]) -> bool:
    """Whether `s` is a step of a thread, or its sentence is one of the same phase."""
    same = (h for h in held if h.document_id == s.document_id and h.sentence.span == s.sentence.span)
    return any(h.anchor == s.anchor or phase_of(h) is phase_of(s) for h in same)


def _told_beneath(s: Statement, told: Sequence[Statement], gathering: Gathering) -> bool:
    """Whether a headline tells the phase that its page tells beneath it."""
    lead = gathering.leads.get(s.anchor)
    return lead is not None and any(t.anchor == lead.anchor and phase_of(t) is phase_of(s) for t in told)


class _Thread(NamedTuple):
    sure: list[Statement]
    unsure: list[Statement]


def _followed(
    threads: Sequence[_Thread],
    incidents: Sequence[Incident],
    going: Sequence[Assessment],
    gathering: Gathering,
) -> list[Ceasefire]:
    """The threads with what is told around them: means to keep the ceasefire, offers to mediate, the violence before and after."""
    known = [spots([*t.sure, *t.unsure], gathering) for t in threads]
    keeping = mechanisms(known, gathering)
    offered = offers([t.sure for t in threads], known, gathering)
    read, days = reading_days(gathering), by_day(incidents, gathering)
    return [
        replace(
            around(_ceasefire(t, days, gathering), incidents, read, going),
            mechanisms=keeping[n],
            offers=offered[n],
        )
        for n, t in enumerate(threads)
    ]


def _with_what_stands_beside(
    threads: Sequence[tuple[list[Statement], list[Statement]]], gathering: Gathering
) -> None:
    """Refusals and talks told in one breath with a thread's steps join it; one of whose party only politicians refuse stays unsure."""
    known = [spots([*told, *unsure], gathering) for told, unsure in threads]
    for n, s in beside(known, gathering):
        told, unsure = threads[n]
        sure = (
            bool(told) and s.confidence >= UNSURE and bool(known[n].parties & sides(a.code for a in s.actors))
        )
        (told if sure else unsure).append(s)


def _threads(told: Iterable[Statement], gathering: Gathering) -> list[list[Statement]]:
    groups: dict[Parties, list[Statement]] = {}
    for s in sorted(told, key=lambda s: order(s, gathering)):
        groups.setdefault(parties_of(s), []).append(s)
    return [t for g in _joined(groups) for t in apart(g, gathering)]


def _added(
    s: Statement, threads: Sequence[tuple[list[Statement], list[Statement]]], gathering: Gathering
) -> bool:
    """Whether the unsure step `s` was put beside the sure thread of its parties and time: one side alone, where only one pair is its."""
    parties = parties_of(s)
    pairs = [(frozenset[str]().union(*map(parties_of, told)), told, unsure) for told, unsure in threads]
    hosts = [(pair, told, unsure) for pair, told, unsure in pairs if parties and parties <= pair]
    near = nearest(s, [told for _, told, _ in hosts], gathering)
    fitting = {pair for n, (pair, told, _) in enumerate(hosts) if nearest(s, [told], gathering) is not None}
    if near is None or len(fitting) != 1:
        return False
    hosts[near][2].append(s)
    return True


def _names_both(s: Statement, names: Mapping[str, frozenset[str]]) -> bool:
    """Whether both parties stand in the sentence itself, not only in what was told around it; talks say between whom."""
    parties = parties_of(s)
    if len(parties) < 2:
        return False
    if (
        s.ceasefire
        and s.ceasefire.phase is CeasefirePhase.TALKS
        and not _side_by_side(s.evidence.quote, parties, names)
    ):
        return False
    here = {
        side(a.code) for a in (*s.actors, *s.recipients) if a.span is None or s.sentence.span.overlaps(a.span)
    }
    return parties <= here or _side_by_side(s.sentence.quote, parties, names)


def _side_by_side(quote: str, parties: Parties, names: Mapping[str, frozenset[str]]) -> bool:
    """ "Talks between Israel and Hamas", "Kabul and Islamabad resumed talks": who deals with whom, not who else is named."""
    each = [
        "|".join(sorted(re.escape(n) for n in names.get(p, ()) if len(n) > SHORT)) for p in sorted(parties)
    ]
    if len(each) != 2 or not all(each):
        return False
    one, two = each
    joined = rf"\b(?:{one})(?:’s|'s)? and (?:the )?(?:{two})\b|\b(?:{two})(?:’s|'s)? and (?:the )?(?:{one})\b"
    return re.search(joined, quote.lower()) is not None


SHORT = 3
"""A name of so few letters may be part of a word."""


def _fits(s: Statement, names: Mapping[str, frozenset[str]]) -> bool:
    """ "A truce between Israel and Hezbollah" is no truce of Israel and Hamas, whatever the page is about."""
    pair = _BETWEEN.search(s.evidence.quote)
    if pair is None or s.ceasefire is None:
        return True
    told, words = pair.group().lower(), set(tokens(pair.group()))
    own = {side(a.code) for a in (*s.actors, *s.recipients) if words.issuperset(tokens(a.mention) or [""])}
    return all(p in own or any(n in told for n in names.get(p, ())) for p in parties_of(s))


_BETWEEN = re.compile(r"\bbetween\b.{2,60}?\band\b.{2,40}")


def _names(gathering: Gathering) -> dict[str, frozenset[str]]:
    """How each side is called on these pages."""
    out: dict[str, set[str]] = {}
    for s in gathering.statements:
        for a in (*s.actors, *s.recipients):
            if a.resolved_by in _CALLED:
                out.setdefault(side(a.code), set()).update(
                    n.lower() for n in (a.name or "", a.mention) if len(n) > 1
                )
    return {k: frozenset(v) for k, v in out.items()}


_CALLED = ("name", "adjective", "metonym", "group", "office")


def _joined(groups: dict[Parties, list[Statement]]) -> list[list[Statement]]:
    """A single party told alone joins the one pair that it belongs to; when it belongs to several or none, it makes no thread."""
    pairs = {p: list(g) for p, g in groups.items() if len(p) == 2}
    for parties, group in groups.items():
        hosts = [p for p in pairs if parties and parties < p]
        if len(parties) == 1 and len(hosts) == 1:
            pairs[hosts[0]] += group
    return list(pairs.values())


def _ceasefire(thread: _Thread, days: Days, gathering: Gathering) -> Ceasefire:
    """The thread of its sure steps, with the unsure ones marked in their place; of unsure ones alone where there are no others."""
    sure, unsure = thread
    told = once(day_by_day(_without_round(sure or unsure), gathering))
    told = [t for s in told for t in whole(s)]
    marked = {s.anchor for s in unsure}
    more = unsure if sure else ()
    history = once(day_by_day((*told, *more), gathering))
    rests_on = breaches(history, days, gathering)
    claims = claimed([s for s in history if s.anchor not in marked])
    moving = [s for s in told if s.anchor not in claims]
    parties = dict.fromkeys(p for s in told if s.ceasefire for p in s.ceasefire.parties)
    mediators = dict.fromkeys(
        m for s in told if s.ceasefire and not of_a_past_one(s, gathering) for m in s.ceasefire.mediators
    )
    return Ceasefire(
        id=stable_id("z", min(told, key=lambda s: (gathering.printed(s) or UNDATED, s.anchor)).anchor),
        parties=tuple(parties),
        mediators=tuple(m for m in mediators if m not in parties),
        phase=_phase(moving, rests_on),
        history=tuple(_step(s, gathering, rests_on | claims, unsure=s.anchor in marked) for s in history),
        place=_place(told),
        witnesses=gathering.witnesses(sure),
        since=since(told, gathering) if sure else None,
        ending=ending(moving) if sure else None,
    )


def _without_round(told: Sequence[Statement]) -> list[Statement]:
    """Without the talks of a sentence that tells that they failed: it is one round."""
    failed = {(s.document_id, s.sentence.span) for s in told if phase_of(s) is CeasefirePhase.TALKS_FAILED}
    return [
        s
        for s in told
        if phase_of(s) is not CeasefirePhase.TALKS or (s.document_id, s.sentence.span) not in failed
    ]


def _phase(told: Sequence[Statement], rests_on: Mapping[str, str]) -> CeasefirePhase:
    """The last phase told as plain fact; a violation only alleged, a plan or a denial changes nothing.

    Calls and talks about a ceasefire that stands do not undo it.
    """
    phases = [s.ceasefire.phase for s in told if s.ceasefire and _counts(s, rests_on)]
    firm = [p for p in phases if p not in OPEN]
    if firm and firm[-1] in STANDING:
        return firm[-1]
    past = [s.ceasefire.phase for s in told if s.ceasefire and s.plain and s.aux is Auxiliary.HISTORICAL]
    if phases or past:
        return (phases or past)[-1]
    calm = [s.ceasefire.phase for s in told if s.ceasefire and s.ceasefire.phase in OPEN]
    return min(calm, key=ORDER.index) if calm else CeasefirePhase.CALLED_FOR


STANDING = (CeasefirePhase.AGREED, CeasefirePhase.IN_EFFECT, CeasefirePhase.EXTENDED, CeasefirePhase.VIOLATED)


def _counts(s: Statement, rests_on: Mapping[str, str]) -> bool:
    """Whether a step moves the phase: plain, of the time of its page, and nobody's mere word about a breach."""
    breach = s.ceasefire is not None and s.ceasefire.phase is CeasefirePhase.VIOLATED
    if breach and rests_on.get(s.anchor) == CORROBORATED and s.aux is None:
        return True
    if s.ceasefire is None or not s.plain or s.aux is Auxiliary.HISTORICAL:
        return False
    if s.type in (EventType.SUPPORT, EventType.ACCUSE, EventType.THREATEN, EventType.REQUEST):
        return False
    if s.ceasefire.phase is CeasefirePhase.VIOLATED:
        return s.speaker is None and s.stance is Stance.ASSERTS
    return True


def _place(told: Sequence[Statement]) -> Place | None:
    """Where it was talked over or agreed."""
    places = [
        s.place for s in told if s.place and s.type in (EventType.CONSULT, EventType.AGREE, EventType.CONCEDE)
    ]
    fine = [p for p in places if p.level in (PlaceLevel.SITE, PlaceLevel.TOWN)]
    return fine[-1] if fine else None


def _step(s: Statement, gathering: Gathering, rests_on: Mapping[str, str], *, unsure: bool) -> Step:
    label = s.ceasefire.phase.value if s.ceasefire else ""
    return gathering.step(s, label, note=rests_on.get(s.anchor) or _note(s), unsure=unsure)


def _note(s: Statement) -> str:
    if s.ceasefire and s.ceasefire.phase is CeasefirePhase.ENDED and SUSPENDED.search(s.evidence.quote):
        return Ending.SUSPENDED.value
    if s.ceasefire and s.ceasefire.phase is CeasefirePhase.IN_EFFECT and s.aux is Auxiliary.NEGATION:
        return "told as not in effect"
    if s.ceasefire and s.ceasefire.phase is CeasefirePhase.AGREED and retold(s):
        return RETOLD
    return "alleged" if s.stance is Stance.ALLEGES or s.type is EventType.ACCUSE else ""
