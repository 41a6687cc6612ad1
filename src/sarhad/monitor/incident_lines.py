"""Incidents as lines: what happened where and when, the toll, how many independent families tell it.

A claim is told as a claim, a denied claim as denied; neither is ever worded as the act itself.
"""

from sarhad.codebook import QUAD, EventType, Quad
from sarhad.monitor.desk import Desk, cited, said, sure
from sarhad.monitor.wording import act, capital, days, join, printed, toll
from sarhad.records import Contradiction, Incident, Line, Report

ORDER = {
    EventType.ASSAULT: 0,
    EventType.COERCE: 1,
    EventType.MOBILIZE: 2,
    EventType.SANCTION: 3,
    EventType.PROTEST: 4,
}


def incident_lines(desk: Desk) -> tuple[Line, ...]:
    """Every incident that at least one sure report tells: violence first, then what most families tell."""
    told = [i for i in desk.fused.incidents if sure(i.reports)]
    return tuple(incident_line(i, desk) for i in sorted(told, key=_rank))


def _rank(incident: Incident) -> tuple[object, ...]:
    deaths = incident.deaths.low if incident.deaths else 0
    newest = incident.start.toordinal() if incident.start else 0
    order = ORDER.get(incident.type, 6 if QUAD[incident.type] is not Quad.VERBAL_CONFLICT else 5)
    return (
        order > 0,
        incident.told != "fact",
        on_word_only(incident),
        -incident.witnesses,
        -deaths,
        order,
        -newest,
        incident.id,
    )


def incident_line(incident: Incident, desk: Desk) -> Line:
    """One incident in one line, with its reports' differing values as details."""
    reports = sure(incident.reports)
    best = clearest(reports)
    documents = [r.statement.document_id for r in reports]
    text = f"{_when_where(incident, desk)}{_told(incident, reports, desk)}{_toll(incident)}: {said(best.statement)}"
    return Line(
        text=f"{text} {desk.told_by(documents)}",
        citations=cited(desk.cite_statement(r.statement) for r in (best, *reports)),
        refers_to=incident.id,
        details=(*_others(incident, best, desk), *(_difference(c, desk) for c in incident.contradictions)),
    )


def headline(incident: Incident, desk: Desk) -> str:
    """The act alone, as its clearest report has it: "air strike by Pakistan’s armed forces on Afghanistan"."""
    best = clearest(sure(incident.reports) or incident.reports).statement
    noun, before = act(incident.type, incident.mode)
    actors = desk.names.all(a.code for a in best.actors) or desk.names.all(incident.actors)
    recipients = desk.names.all(a.code for a in best.recipients) or desk.names.all(incident.recipients)
    return noun + (f" by {actors}" if actors else "") + (f" {before} {recipients}" if recipients else "")


def _others(incident: Incident, best: Report, desk: Desk) -> tuple[str, ...]:
    """Doers and targets that other reports name."""
    told = (
        ("other reports name as doer", {a.code for a in best.statement.actors}, incident.actors),
        ("other reports name as target", {a.code for a in best.statement.recipients}, incident.recipients),
    )
    others = ((lead, [c for c in codes if c not in have]) for lead, have, codes in told if have)
    return tuple(f"{lead}: {desk.names.all(codes)}" for lead, codes in others if codes)


def on_word_only(incident: Incident) -> bool:
    """Told plainly, but by parties alone: no outlet tells it in its own voice."""
    return incident.told == "fact" and all(r.statement.speaker is not None for r in sure(incident.reports))


def _when_where(incident: Incident, desk: Desk) -> str:
    when = days(incident.start, incident.end, incident.precision)
    where = desk.names.place(incident.place)
    if not when:
        dates = sorted({r.published for r in incident.reports if r.published})
        when = f"reported {printed(dates[0])}" if dates else "undated"
    return ", ".join(p for p in (capital(when), where) if p) + " — "


def _told(incident: Incident, reports: tuple[Report, ...], desk: Desk) -> str:
    speakers = join(desk.names.actor(r.statement.speaker) for r in reports if r.statement.speaker)
    if on_word_only(incident):
        return f"ACCORDING TO {speakers}: {headline(incident, desk)}"
    if incident.told == "fact":
        return headline(incident, desk)
    lead = "CLAIM, DENIED" if incident.told == "denied" else "CLAIM"
    return f"{lead}{f' by {speakers}' if speakers else ', nobody named'}: {headline(incident, desk)}"


def _toll(incident: Incident) -> str:
    told = toll(incident.deaths, incident.injured)
    return f" — {told}" if told else ""


def clearest(reports: tuple[Report, ...]) -> Report:
    """The report to quote: plain before alleged, with a toll before without, then the surer one."""

    def rank(report: Report) -> tuple[object, ...]:
        s = report.statement
        return (
            not s.plain,
            s.deaths is None,
            -s.confidence,
            len(s.evidence.quote) < 30,
            s.document_id,
            s.evidence.span,
        )

    return min(reports, key=rank)


def _difference(contradiction: Contradiction, desk: Desk) -> str:
    values = [desk.names.spell(v) for v, _ in contradiction.values]
    told = " against ".join(dict.fromkeys(values))
    return f"{contradiction.field}: {told}" + (f" ({contradiction.why})" if contradiction.why else "")
