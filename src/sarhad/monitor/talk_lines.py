"""Talks and visits as lines: who met whom where and when, what was offered; what is only planned says so.

A line words one report and names only who stands in it; further names and outcomes follow as details, each in the
words of its own sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from sarhad.codebook import Auxiliary, CommitmentStatus, EventType, PlaceLevel, Scope
from sarhad.codebook.actors import country_of
from sarhad.monitor.clauses import from_verb_to
from sarhad.monitor.desk import Desk, cited, quoted, said, word_of
from sarhad.monitor.gate_talks import OFFER, undertakes
from sarhad.monitor.gate_words import without_result
from sarhad.monitor.own_words import day_told, tells
from sarhad.monitor.selecting import printed_span
from sarhad.monitor.talk_details import details_of
from sarhad.monitor.wording import as_reported, capital, join, printed
from sarhad.records import Actor, Line, Report, Statement, Talk

FEW = 6
"""Words below which a clause tells no more than that there was a talk."""

_SPOKEN = re.compile(r"sp[eo]\w*k|contact|called|calls?\b", re.I)
_TRAVEL = re.compile(r"visit|trip|travel|arriv|flew|fly|tour|went|journey|return|land|came|head", re.I)
_VISIT = re.compile(r"visit", re.I)
_MET = re.compile(r"^(?:meet|met\b|summit|receiv|host|visit|trip|arriv)", re.I)

NEAR = 700
"""Characters around a talk's sentence in which what was agreed at it is told."""


def talk_lines(desk: Desk) -> tuple[Line, ...]:
    """What most families tell first, then the newest; talks told of as a series come after single meetings."""
    talks = [
        t for t in desk.fused.talks if desk.sure(t.reports) and has_parties(best_report(t, desk).statement)
    ]
    told = {r.statement.anchor for t in talks for r in t.reports}
    lines = [talk_line(t, desk) for t in sorted(talks, key=lambda t: _rank(t, desk))]
    return (*lines, *_series(told, desk))


def best_report(talk: Talk, desk: Desk) -> Report:
    """The report that a talk is worded by: held before planned, naming most, surest."""
    return max(
        desk.sure(talk.reports),
        key=lambda r: (
            r.statement.aux is None,
            len(r.statement.codes),
            len({a.name for a in (*r.statement.actors, *r.statement.recipients) if a.name and _in_person(a)}),
            r.statement.confidence,
            -r.statement.evidence.span.start,
        ),
    )


def _in_person(a: Actor) -> bool:
    """Named as a person or body, not by a capital or a country."""
    return a.resolved_by not in ("place", "metonym", "adjective")


def _rank(talk: Talk, desk: Desk) -> tuple[object, ...]:
    reports = desk.sure(talk.reports)
    dates = sorted(r.published for r in reports if r.published)
    start = talk.start.isoformat() if talk.start else (dates[0] if dates else "")
    return (-len({r.family for r in reports}), [-ord(c) for c in start], -len(reports), talk.id)


def talk_line(talk: Talk, desk: Desk) -> Line:
    """One visit, meeting, round or call."""
    reports = desk.sure(talk.reports)
    best = best_report(talk, desk)
    s = best.statement
    planned = all(r.statement.aux is Auxiliary.FUTURE for r in reports)
    lead = "PLANNED: " if planned else ""
    seated = _seated(s, talk)
    text = (
        f"{lead}{when_talked(s, desk)}{word_of(s, desk)}{sentence(seated, desk, planned=planned)}: {said(s)}"
    )
    return Line(
        text=f"{text} {desk.told_by(r.statement.document_id for r in reports)}",
        citations=cited(desk.cite_statement(r.statement) for r in (best, *reports)),
        refers_to=talk.id,
        details=(*details_of(talk, desk), *_also(reports, best), *_agreed(s, desk)),
    )


def _seated(s: Statement, talk: Talk) -> Statement:
    """Without those who are told to host, to mediate or to witness, when they take no part."""
    beside = {b.code for b in talk.beside} - {p.code for p in talk.participants}
    actors = tuple(a for a in s.actors if a.code not in beside)
    recipients = tuple(a for a in s.recipients if a.code not in beside)
    sitting = {p.code for p in talk.participants}
    if not sitting & {a.code for a in (*actors, *recipients)}:  # a clause that names the mediators alone
        return replace(s, actors=talk.participants, recipients=())
    if len({a.code for a in (*actors, *recipients)}) < FEWEST:
        return s
    return replace(s, actors=actors or recipients, recipients=recipients if actors else ())


FEWEST = 2
"""It takes two to talk."""


def _series(told: set[str], desk: Desk) -> tuple[Line, ...]:
    """Talks that are told of in the plural ("held talks", "discussions with") and that no single meeting holds."""
    lines: dict[tuple[object, ...], Line] = {}
    for s in _asked(desk):
        if without_result(s):
            lines[s.document_id, said(s)] = _no_result(s, desk)
        if (
            s.type is not EventType.CONSULT
            or s.mode == "third-party"
            or s.anchor in told
            or not has_parties(s)
            or s.aux is Auxiliary.HISTORICAL
        ):
            continue
        planned = s.aux is Auxiliary.FUTURE
        key = (s.document_id, frozenset(map(_who, (*s.actors, *s.recipients))), planned)
        text = f"{'PLANNED: ' if planned else ''}{when_talked(s, desk)}{word_of(s, desk)}{sentence(s, desk, planned=planned)}: {said(s)} {desk.told_by([s.document_id])}"
        line = Line(
            text=text, citations=(desk.cite_statement(s),), refers_to=s.anchor, details=_agreed(s, desk)
        )
        lines.setdefault(key, line)
    return tuple(lines.values())


def _asked(desk: Desk) -> Iterator[Statement]:
    """Statements that may stand alone: neither their day nor the talk that holds them was filtered out."""
    return (s for s in desk.told() if s.anchor not in desk.left_out)


def _no_result(s: Statement, desk: Desk) -> Line:
    text = (
        f"NO RESULT ({as_reported(desk.reported(s.document_id))}): {said(s)} {desk.told_by([s.document_id])}"
    )
    return Line(text=text, citations=(desk.cite_statement(s),), refers_to=s.anchor)


def _who(a: Actor) -> str:
    return a.name or a.code


def has_parties(s: Statement) -> bool:
    """Two parties, or a named guest and a place to visit."""
    everyone = (*s.actors, *s.recipients)
    if (
        len({_who(a) for a in everyone}) > 1
        and len({a.code for a in everyone}) + len([a for a in everyone if a.name]) > 1
    ):
        return True
    return s.mode == "visit" and bool(everyone) and s.place is not None


def _also(reports: tuple[Report, ...], best: Report) -> tuple[str, ...]:
    """What else is told of it: clauses of other words than the line's own."""
    shown = [_substance(best.statement.sentence.quote)]
    told = []
    for report in reports:
        s = report.statement
        words = _substance(s.evidence.quote)
        if (
            report is not best
            and len(s.evidence.quote.split()) > FEW
            and all(len(words - x) > len(words) // 2 for x in shown)
        ):
            shown.append(words)
            told.append(f"also told: {quoted(s.evidence.quote, 200)}")
    return tuple(told[:5])


def _substance(text: str) -> frozenset[str]:
    return frozenset(w for w in re.findall(r"\w{4,}", text.casefold()))


def _agreed(talk: Statement, desk: Desk) -> tuple[str, ...]:
    """What its parties agreed, told in the same breath, in the words of the text."""
    parties = {country_of(a.code) for a in (*talk.actors, *talk.recipients)}
    near = [
        s
        for s in desk.told()
        if s.document_id == talk.document_id
        and s.type is EventType.AGREE
        and s.aux is None
        and s.plain
        and s.commitment is not None
        and not undertakes(s)
        and not s.sentence.span.overlaps(talk.sentence.span)
        and abs(s.evidence.span.start - talk.evidence.span.start) <= NEAR
        and len({country_of(a.code) for a in s.actors} & parties) > 1
    ]
    return tuple(f"told beside it: {said(s, 200)}" for s in near[:2])


def when_talked(s: Statement, desk: Desk) -> str:
    """The day its clause tells, else when it was reported."""
    published = desk.published(s.document_id)
    planned = s.aux is Auxiliary.FUTURE
    told = day_told(s, published, planned=planned)
    if told and (planned or not _perhaps_after(s, published)):
        return f"{capital(told)} — "
    reported = desk.reported(s.document_id)
    return f"Reported {reported} — " if reported else "Undated — "


ALMOST_A_WEEK = 6


def _perhaps_after(s: Statement, published: str | None) -> bool:
    """ "Arrived on Friday" on a page of Thursday: seldom a day six days gone, for the page may have been kept up since."""
    first, last = printed_span(published)
    told = s.time is not None and _BARE_WEEKDAY.fullmatch(s.time.mention.strip())
    if not told or s.time is None or first is None or first != last:
        return False
    return (first - s.time.start).days == ALMOST_A_WEEK


_BARE_WEEKDAY = re.compile(r"(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.I)


def sentence(s: Statement, desk: Desk, *, planned: bool = False) -> str:
    """ "Mohsin Naqvi (Pakistan) visited Tehran and met Masoud Pezeshkian (Iran)", by one report."""
    place = s.place if s.place and tells(s, s.place.mention) else None
    where = desk.names.place(place)
    at = f" in {where}" if where else ""
    everyone = desk.names.actors((*s.actors, *s.recipients)) or "parties not named"
    if s.mode == "visit" and s.actors and _abroad(s) and _TRAVEL.search(s.trigger.quote):
        return _visit(s, where, desk, planned=planned)
    if s.mode == "phone" or _SPOKEN.match(s.trigger.quote):
        return _spoke(s, everyone, desk, planned=planned)
    several = " and " in everyone
    if s.scope is not Scope.SINGLE or not several or not _MET.search(s.trigger.quote):
        ahead = "are to hold" if several else "is to hold"
        return f"{everyone} {ahead if planned else 'held'} talks{at}"
    return f"{everyone} {'are to meet' if planned else 'met'}{at}"


_BY_PHONE = re.compile(r"phon|\bcall", re.I)
""" "He also spoke to X on Wednesday": perhaps in a room."""


def _spoke(s: Statement, everyone: str, desk: Desk, *, planned: bool) -> str:
    """Who spoke; one who spoke with several may have called each by itself."""
    verb, phone = (
        "are to speak" if planned else "spoke",
        s.mode == "phone" and _BY_PHONE.search(s.sentence.quote),
    )
    if len(s.actors) == 1 and len({a.code for a in s.recipients}) > 1:
        verb = "is to speak" if planned else "spoke"
        others = desk.names.actors(s.recipients)
        return f"{desk.names.actors(s.actors)} {verb}{' by telephone' if phone else ''} with {others}"
    return f"{everyone} {verb} {'by telephone' if phone else 'with each other'}"


def _abroad(s: Statement) -> bool:
    """A visit to a place or a host in another country than the guest's; otherwise the two just met."""
    home = {country_of(a.code) for a in s.actors}
    away = {s.place.country} if s.place and s.place.country else {country_of(a.code) for a in s.recipients}
    return bool(away - {"UNK"}) and not away & home


def _visit(s: Statement, where: str, desk: Desk, *, planned: bool) -> str:
    people = [a for a in s.recipients if a.name and a.resolved_by not in ("metonym", "place", "adjective")]
    named = [a for a in people if desk.names.actor(a) != desk.names.of(a.code)]
    verb = "to visit" if planned else "visited"
    guests, hosts = desk.names.actors(s.actors), desk.names.actors(named)
    to = where or desk.names.all(a.code for a in s.recipients if a not in named)
    if not to:
        meets = verb if _VISIT.match(s.trigger.quote) else "to meet" if planned else "met"
        return f"{guests} {'is ' if planned else ''}{meets} {hosts or desk.names.actors(s.recipients)}"
    fine = s.place is None or s.place.level is not PlaceLevel.OTHER
    return f"{guests} {verb} {to if fine else 'abroad'}" + (
        f" and met {hosts}" if hosts and not planned else ""
    )


def offer_lines(desk: Desk) -> tuple[Line, ...]:
    """Offers and proposals, of mediation too, that the texts tell: by whom, in which words."""
    offers = sorted(
        filter(is_offer, _asked(desk)), key=lambda s: (desk.published(s.document_id) or "", s.anchor)
    )
    return tuple(_offer(s, desk) for s in reversed(offers))


def is_offer(s: Statement) -> bool:
    """Told by its own verb of offering, with a named party that offers, as done."""
    own = s.type is EventType.AGREE and OFFER.match(s.trigger.quote.strip().casefold()) is not None
    told = s.commitment is None or s.commitment.status is CommitmentStatus.OFFERED
    return own and told and s.aux is None and not undertakes(s)


def _offer(s: Statement, desk: Desk) -> Line:
    who = desk.names.actors(s.actors) or "someone not named"
    toward = join(desk.names.actor(a) for a in s.recipients if not _in_what_is_offered(a, s))
    when = printed(desk.published(s.document_id))
    text = f"OFFERED by {who}{f' to {toward}' if toward else ''} ({as_reported(when)}): {said(s)} {desk.told_by([s.document_id])}"
    return Line(text=text, citations=(desk.cite_statement(s),), refers_to=s.anchor)


def _in_what_is_offered(a: Actor, s: Statement) -> bool:
    """ "Offered support for dismantling the group's depots": nothing is offered to the group."""
    return re.search(r"\b(?:for|of|in|against|by)\s+\w+ing\b|\bagainst\s", from_verb_to(a, s)) is not None
