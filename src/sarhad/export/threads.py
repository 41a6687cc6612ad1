"""What many documents tell together, in the neutral form that records are scored in, with the documents' own ids."""

from collections.abc import Iterable, Sequence
from typing import Any

from sarhad.codebook import EventType
from sarhad.records import (
    Assessment,
    Ceasefire,
    Commitment,
    Contradiction,
    Dispute,
    Document,
    Drift,
    Fused,
    Incident,
    Link,
    Report,
    Step,
    Story,
    Talk,
)

Form = dict[str, Any]


def threads_form(fused: Fused, documents: Iterable[Document]) -> Form:
    """Stories, rewrites, drift, incidents, contradictions, commitments, ceasefires (and talks and disputes) as dicts.

    A document of `documents` that no story holds is a story of its own. Talks stand among the incidents too: a visit or
    a round is a happening, and who lists happenings lists it; so do the assessments, told as "going on".
    """
    return {
        "stories": _stories(fused.stories, [d.id for d in documents]),
        "rewrites": [_link(link) for link in fused.links],
        "attribution_drift": [_drift(d) for d in fused.drift],
        "incidents": [
            *map(_incident, fused.incidents),
            *map(_as_incident, fused.talks),
            *map(_going_on, fused.assessments),
        ],
        "contradictions": [_contradiction(i, c) for i in fused.incidents for c in i.contradictions],
        "commitments": [_commitment(c) for c in fused.commitments],
        "ceasefires": [_ceasefire(c) for c in fused.ceasefires],
        "talks": [_talk(t) for t in fused.talks],
        "disputes": [_dispute(d) for d in fused.disputes],
    }


def _stories(stories: Sequence[Story], documents: Sequence[str]) -> list[list[str]]:
    told = {d for story in stories for d in story.documents}
    return [list(story.documents) for story in stories] + [[d] for d in documents if d not in told]


def _link(link: Link) -> Form:
    return {
        "a": link.a,
        "b": link.b,
        "relation": link.relation.value,
        "why": link.why,
        "score": link.score,
    }


def _drift(drift: Drift) -> Form:
    return {
        "attributed_in": drift.attributed.document_id,
        "quote": drift.attributed.quote,
        "flat_in": drift.flat.document_id,
        "quote_flat": drift.flat.quote,
        "speaker": drift.speaker,
    }


def _incident(incident: Incident) -> Form:
    return {
        "id": incident.id,
        "type": incident.type.value,
        "mode": incident.mode,
        "start": incident.start.isoformat() if incident.start else None,
        "end": incident.end.isoformat() if incident.end else None,
        "place": incident.place.name if incident.place else None,
        "actors": list(incident.actors),
        "recipients": list(incident.recipients),
        "told": incident.told,
        "witnesses": incident.witnesses,
        "interested": list(incident.interested),
        "grade": f"{incident.grade.source.value}{incident.grade.information.value}"
        if incident.grade
        else None,
        "tolls": [
            {"kind": t.kind, "group": t.group, "by": t.by, "low": t.low, "best": t.best, "high": t.high}
            for t in incident.tolls
        ],
        "quotes": _quotes(incident.reports),
    }


def _as_incident(talk: Talk) -> Form:
    """A visit, meeting, round or call as a happening; its own row under "talks" says more."""
    codes = list(dict.fromkeys(p.code for p in talk.participants))
    return {
        "id": talk.id,
        "type": EventType.CONSULT.value,
        "mode": talk.kind,
        "start": talk.start.isoformat() if talk.start else None,
        "end": talk.end.isoformat() if talk.end else None,
        "place": talk.venue.name if talk.venue else None,
        "actors": [c for c in codes if c != talk.host] or codes,
        "recipients": [talk.host] if talk.host else [],
        "told": "planned" if talk.planned else "fact",
        "witnesses": talk.witnesses,
        "quotes": _quotes(talk.reports),
    }


def _going_on(assessment: Assessment) -> Form:
    """A series, a trend, a war or talks that go on, as a row among the happenings."""
    return {
        "id": assessment.id,
        "type": assessment.type.value,
        "mode": assessment.kind,
        "start": None,
        "end": None,
        "place": None,
        "actors": list(assessment.parties),
        "recipients": [],
        "told": "going on",
        "witnesses": 0,
        "quotes": _quotes(assessment.reports),
    }


def _quotes(reports: Iterable[Report]) -> dict[str, list[str]]:
    """The clauses of each document, each once."""
    quotes: dict[str, dict[str, None]] = {}
    for report in reports:
        quotes.setdefault(report.statement.document_id, {})[report.statement.evidence.quote] = None
    return {document: list(found) for document, found in quotes.items()}


def _contradiction(incident: Incident, contradiction: Contradiction) -> Form:
    return {
        "incident": incident.id,
        "field": contradiction.field,
        "values": [
            {"doc": evidence.document_id, "value": value, "quote": evidence.quote}
            for value, evidence in contradiction.values
        ],
        "why": contradiction.why,
    }


def _commitment(commitment: Commitment) -> Form:
    return {
        "id": commitment.id,
        "object": commitment.object,
        "by": list(commitment.by),
        "toward": list(commitment.toward),
        "status": commitment.status.value,
        "blocker": commitment.blocker,
        "history": [_step(s) | {"status": s.label} for s in commitment.history],
    }


def _ceasefire(ceasefire: Ceasefire) -> Form:
    return {
        "id": ceasefire.id,
        "parties": list(ceasefire.parties),
        "mediators": list(ceasefire.mediators),
        "phase": ceasefire.phase.value,
        "place": ceasefire.place.name if ceasefire.place else None,
        "since": ceasefire.since.isoformat() if ceasefire.since else None,
        "ending": ceasefire.ending.value if ceasefire.ending else None,
        "mechanisms": [{"kind": m.kind.value, "standing": m.standing} for m in ceasefire.mechanisms],
        "offers": [{"by": list(o.by), "became": o.became} for o in ceasefire.offers],
        "history": [_step(s) | {"phase": s.label} for s in ceasefire.history],
    }


def _step(step: Step) -> Form:
    """`date` is the day it happened where that is told, else the date of publication."""
    return {
        "doc": step.evidence.document_id,
        "date": step.time.start.isoformat() if step.time else step.published,
        "quote": step.evidence.quote,
        "aux": step.aux.value if step.aux else None,
        "speaker": step.speaker,
        "unsure": step.unsure,
    }


def _talk(talk: Talk) -> Form:
    return {
        "id": talk.id,
        "kind": talk.kind,
        "participants": [p.code for p in talk.participants],
        "mediators": list(talk.mediators),
        "venue": talk.venue.name if talk.venue else None,
        "start": talk.start.isoformat() if talk.start else None,
        "end": talk.end.isoformat() if talk.end else None,
        "planned": talk.planned,
        "outcome": talk.outcome,
        "quotes": _quotes(talk.reports),
    }


def _dispute(dispute: Dispute) -> Form:
    return {
        "id": dispute.id,
        "proposition": dispute.proposition,
        "asserted_by": list(dispute.asserted_by),
        "contested_by": list(dispute.contested_by),
        "how": dispute.how.value,
        "positions": [
            {
                "doc": p.evidence.document_id,
                "speaker": p.speaker,
                "stance": p.stance.value,
                "published": p.published,
                "quote": p.evidence.quote,
            }
            for p in dispute.positions
        ],
    }
