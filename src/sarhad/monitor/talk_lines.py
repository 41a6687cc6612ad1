"""Talks and visits as lines: who met whom where and when, what was offered; what is only planned says so."""

from sarhad.codebook import Auxiliary, CeasefirePhase, CommitmentStatus, EventType
from sarhad.monitor.desk import Desk, cited, quoted, said, sure
from sarhad.monitor.wording import capital, days, join, printed
from sarhad.records import Actor, Line, Report, Statement, Talk

FEW = 4
"""Words below which a clause tells no more than that there was a talk."""

OFFERING = (EventType.AGREE, EventType.CONSULT, EventType.CONCEDE, EventType.AID)


def talk_lines(desk: Desk) -> tuple[Line, ...]:
    """Newest first, then what most families tell."""
    talks = [t for t in desk.fused.talks if sure(t.reports)]
    return tuple(talk_line(t, desk) for t in sorted(talks, key=_rank))


def _rank(talk: Talk) -> tuple[object, ...]:
    dates = sorted(r.published for r in talk.reports if r.published)
    start = talk.start.isoformat() if talk.start else (dates[0] if dates else "")
    return (-talk.witnesses, [-ord(c) for c in start], -len(talk.reports), talk.id)


def talk_line(talk: Talk, desk: Desk) -> Line:
    """One visit, meeting, round or call."""
    reports = sure(talk.reports)
    best = max(
        reports,
        key=lambda r: (len(r.statement.codes), r.statement.confidence, -r.statement.evidence.span.start),
    )
    lead = "PLANNED: " if talk.planned else ""
    outcome = f" — {desk.names.spell(talk.outcome)}" if talk.outcome else ""
    text = f"{lead}{_when(talk)}{sentence(talk, desk)}{outcome}: {said(best.statement)}"
    return Line(
        text=f"{text} {desk.told_by(r.statement.document_id for r in reports)}",
        citations=cited(desk.cite_statement(r.statement) for r in (best, *reports)),
        refers_to=talk.id,
        details=_also(reports, best),
    )


def _also(reports: tuple[Report, ...], best: Report) -> tuple[str, ...]:
    """What else is told of it: clauses that name others than the line's own."""
    shown = {a.mention for a in (*best.statement.actors, *best.statement.recipients)}
    told = []
    for report in reports:
        s = report.statement
        mentions = {a.mention for a in (*s.actors, *s.recipients)}
        if report is not best and not mentions <= shown and len(s.evidence.quote.split()) > FEW:
            shown |= mentions
            told.append(f"also told: {quoted(s.evidence.quote, 200)}")
    return tuple(told[:5])


def _when(talk: Talk) -> str:
    told = days(talk.start, talk.end, talk.precision)
    if told:
        return f"{capital(told)} — "
    dates = sorted(r.published for r in talk.reports if r.published)
    return f"Reported {printed(dates[0])} — " if dates else "Undated — "


def sentence(talk: Talk, desk: Desk) -> str:
    """ "Mohsin Naqvi (Pakistan) visited Tehran and met Masoud Pezeshkian (Iran)"."""
    hosts = [p for p in talk.participants if talk.host and p.code == talk.host]
    guests = [p for p in talk.participants if p not in hosts]
    where = desk.names.place(talk.venue)
    mediated = f", mediated by {desk.names.all(talk.mediators)}" if talk.mediators else ""
    everyone = desk.names.actors(talk.participants) or "parties not named"
    if talk.kind == "visit" and guests:
        return _visit(guests, hosts, where, talk, desk) + mediated
    at = f" in {where}" if where else ""
    if talk.kind == "call":
        return f"{everyone} spoke by telephone{mediated}"
    if talk.kind == "round":
        return f"talks between {everyone}{at}{mediated}"
    if len({p.code for p in talk.participants}) < 2 and " and " not in everyone:
        return f"{everyone} {'is to hold' if talk.planned else 'held'} talks{at}{mediated}"
    verb = "are to meet" if talk.planned else "met"
    return f"{everyone} {verb}{at}{mediated}"


def _visit(guests: list[Actor], hosts: list[Actor], where: str, talk: Talk, desk: Desk) -> str:
    to = where or (desk.names.of(talk.host) if talk.host else "a place not told")
    verb = "to visit" if talk.planned else "visited"
    met = desk.names.actors(hosts)
    named = met and met != desk.names.of(hosts[0].code)
    return f"{desk.names.actors(guests)} {verb} {to}" + (f" and met {met}" if named else "")


def offer_lines(desk: Desk) -> tuple[Line, ...]:
    """Offers and proposals, of mediation too, that the texts tell: by whom, in which words."""
    offers = sorted(
        filter(is_offer, desk.told()), key=lambda s: (desk.published(s.document_id) or "", s.anchor)
    )
    return tuple(_offer(s, desk) for s in reversed(offers))


def is_offer(statement: Statement) -> bool:
    """An offer: an undertaking or a truce offered, or a third party's help offered; calls for one are demands."""
    if statement.aux is Auxiliary.NEGATION or not statement.actors or statement.type not in OFFERING:
        return False
    told = statement.commitment is not None and statement.commitment.status is CommitmentStatus.OFFERED
    truce = statement.ceasefire is not None and statement.ceasefire.phase is CeasefirePhase.OFFERED
    return told or truce


def _offer(s: Statement, desk: Desk) -> Line:
    who = desk.names.actors(s.actors) or "someone not named"
    toward = join(desk.names.actor(a) for a in s.recipients)
    when = printed(desk.published(s.document_id))
    text = f"OFFERED by {who}{f' to {toward}' if toward else ''} ({when}): {said(s)} {desk.told_by([s.document_id])}"
    return Line(text=text, citations=(desk.cite_statement(s),), refers_to=s.anchor)
