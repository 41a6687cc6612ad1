"""Incidents as lines: what happened where and when, the toll, how many independent families tell it.

A line words one report, the clearest, and quotes it: act, doer, target, toll and day all come from the sentence that
stands beside them. What other reports tell otherwise follows as details; nothing is averaged or put together from
several tellings. A claim is told as a claim, a denied claim as denied; neither is ever worded as the act itself.
"""

from collections import Counter
from datetime import date, timedelta

from sarhad.codebook import QUAD, Auxiliary, EventType, Quad
from sarhad.monitor.desk import Desk, cited, said, sure
from sarhad.monitor.wording import act, capital, count, days, printed, toll
from sarhad.records import Contradiction, Incident, Line, Report, Statement

ORDER = {
    EventType.ASSAULT: 0,
    EventType.COERCE: 1,
    EventType.MOBILIZE: 2,
    EventType.SANCTION: 3,
    EventType.PROTEST: 4,
}

LONG_AGO = timedelta(days=92)
"""What lies longer before the first document is background: the press retells it, it is no news of the period."""


def incident_lines(desk: Desk) -> tuple[Line, ...]:
    """Every incident that at least one sure report tells: violence first, then what most families tell, background last."""
    told = [i for i in desk.fused.incidents if sure(i.reports)]
    return tuple(incident_line(i, desk) for i in sorted(told, key=lambda i: _rank(i, desk)))


def _rank(incident: Incident, desk: Desk) -> tuple[object, ...]:
    best = clearest(incident.reports).statement
    deaths = best.deaths.low if best.deaths else 0
    newest = incident.start.toordinal() if incident.start else 0
    order = ORDER.get(incident.type, 6 if QUAD[incident.type] is not Quad.VERBAL_CONFLICT else 5)
    return (
        is_background(incident, desk),
        order > 0,
        incident.told != "fact",
        on_word_only(incident),
        -incident.witnesses,
        -deaths,
        order,
        -newest,
        incident.id,
    )


def is_background(incident: Incident, desk: Desk) -> bool:
    """Told as history: by the reader's word in every report, or by a day long before the first document."""
    if incident.end is not None and desk.first is not None:
        return incident.end < _before(desk.first)
    return all(r.statement.aux is Auxiliary.HISTORICAL for r in sure(incident.reports))


def _before(first: date) -> date:
    return first - LONG_AGO if first > date.min + LONG_AGO else date.min


def incident_line(incident: Incident, desk: Desk) -> Line:
    """One incident in one line."""
    reports = sure(incident.reports)
    best = clearest(reports)
    s = best.statement
    losses = toll(s.deaths, s.injured)
    lead = "BACKGROUND: " if is_background(incident, desk) else ""
    text = f"{lead}{_when_where(incident, best, desk)}{_told(incident, s, desk)}{f' — {losses}' if losses else ''}: {said(s)}"
    return Line(
        text=f"{text} {desk.told_by(r.statement.document_id for r in reports)}",
        citations=cited(desk.cite_statement(r.statement) for r in (best, *reports)),
        refers_to=incident.id,
        details=(*_otherwise(reports, best, desk), *(_difference(c, desk) for c in incident.contradictions)),
    )


def headline(incident: Incident, desk: Desk) -> str:
    """The act alone, as its clearest report has it: "air strike by Pakistan’s armed forces on Afghanistan"."""
    return _act(clearest(sure(incident.reports) or incident.reports).statement, desk)


def _act(s: Statement, desk: Desk) -> str:
    noun, before = act(s.type, s.mode)
    actors = desk.names.all(a.code for a in s.actors)
    recipients = desk.names.all(a.code for a in s.recipients)
    if s.type is EventType.ASSAULT and not recipients and len({a.code[:3] for a in s.actors}) > 1:
        return f"violence involving {actors}"  # a clash, or a joint strike whose target is not told: the text says which
    return noun + (f" by {actors}" if actors else "") + (f" {before} {recipients}" if recipients else "")


def on_word_only(incident: Incident) -> bool:
    """Told plainly, but by parties alone: no outlet tells it in its own voice."""
    plain = [r for r in sure(incident.reports) if r.statement.plain]
    return incident.told == "fact" and all(r.statement.speaker is not None for r in plain)


def _when_where(incident: Incident, best: Report, desk: Desk) -> str:
    told = best.statement.time
    when = (
        days(told.start, told.end, told.precision)
        if told
        else days(incident.start, incident.end, incident.precision)
    )
    where = desk.names.place(best.statement.place or incident.place)
    if not when:
        dates = sorted({r.published for r in incident.reports if r.published})
        when = f"reported {printed(dates[0])}" if dates else "undated"
    return ", ".join(p for p in (capital(when), where) if p) + " — "


def _told(incident: Incident, s: Statement, desk: Desk) -> str:
    speaker = desk.names.actor(s.speaker) if s.speaker else ""
    if incident.told == "fact" and s.plain:
        return f"ACCORDING TO {speaker}: {_act(s, desk)}" if speaker else _act(s, desk)
    lead = "CLAIM, DENIED" if incident.told == "denied" else "CLAIM"
    return f"{lead}{f' by {speaker}' if speaker else ', nobody named'}: {_act(s, desk)}"


def clearest(reports: tuple[Report, ...]) -> Report:
    """The report to word the line by: plain before alleged, in the outlet's voice before a party's, naming the doers
    that most reports name, with a toll before without."""
    named = Counter(_doers(r) for r in reports)

    def rank(report: Report) -> tuple[object, ...]:
        s = report.statement
        return (
            not s.plain,
            s.speaker is not None,
            not s.actors,
            -named[_doers(report)],
            s.deaths is None,
            -s.confidence,
            len(s.evidence.quote) < 30,
            s.document_id,
            s.evidence.span,
        )

    return min(reports, key=rank)


def _doers(report: Report) -> tuple[str, ...]:
    return tuple(sorted({a.code for a in report.statement.actors}))


def _otherwise(reports: tuple[Report, ...], best: Report, desk: Desk) -> tuple[str, ...]:
    """Tolls and doers that other reports tell, each with how many families tell it."""
    mine = best.statement
    tolls = _values(
        [(toll(r.statement.deaths, r.statement.injured), r.family) for r in reports],
        toll(mine.deaths, mine.injured),
    )
    doers = _values([(desk.names.all(_doers(r)), r.family) for r in reports], desk.names.all(_doers(best)))
    found = (("other reports tell", tolls), ("other reports name as doer", doers))
    return tuple(f"{lead}: {values}" for lead, values in found if values)


def _values(told: list[tuple[str, str]], mine: str) -> str:
    families: dict[str, set[str]] = {}
    for value, family in told:
        if value and value != mine:
            families.setdefault(value, set()).add(family)
    often = sorted(families, key=lambda v: (-len(families[v]), v))[:4]
    return "; ".join(f"{v} [{count(len(families[v]), 'family', 'families')}]" for v in often)


def _difference(contradiction: Contradiction, desk: Desk) -> str:
    values = [desk.names.spell(v) for v, _ in contradiction.values]
    told = " against ".join(dict.fromkeys(values))
    return f"reports disagree on {contradiction.field}: {told}" + (
        f" ({contradiction.why})" if contradiction.why else ""
    )
