"""What many documents tell together, in the neutral form that records are scored in, with the documents' own ids.

The keys and what they mean stand in `thread_fields` and `thread_parts`, and from there in the data dictionary.
"""

from collections.abc import Iterable, Sequence

from sarhad.codebook import EventType
from sarhad.export import thread_fields as rows
from sarhad.export.thread_fields import quotes
from sarhad.export.thread_parts import Form, form_of, forms_of
from sarhad.records import Assessment, Document, Fused, Story, Talk


def threads_form(fused: Fused, documents: Iterable[Document]) -> Form:
    """Stories, families, drift and every kind of thread as dicts.

    A document of `documents` that no story holds is a story of its own. Talks stand among the incidents too: a visit or
    a round is a happening, and who lists happenings lists it; so do the assessments, told as "going on".
    """
    return {
        "stories": _stories(fused.stories, [d.id for d in documents]),
        "story_rows": forms_of(rows.STORY_ROWS, fused.stories),
        "families": forms_of(rows.FAMILIES, fused.families),
        "rewrites": forms_of(rows.REWRITES, fused.links),
        "attribution_drift": forms_of(rows.DRIFT, fused.drift),
        "incidents": [
            *forms_of(rows.INCIDENTS, fused.incidents),
            *map(_as_incident, fused.talks),
            *map(_going_on, fused.assessments),
        ],
        "contradictions": [
            form_of(rows.CONTRADICTIONS, (i, c)) for i in fused.incidents for c in i.contradictions
        ],
        "commitments": forms_of(rows.COMMITMENTS, fused.commitments),
        "ceasefires": forms_of(rows.CEASEFIRES, fused.ceasefires),
        "offers": [form_of(rows.OFFERS, (c, o)) for c in fused.ceasefires for o in c.offers],
        "talks": forms_of(rows.TALKS, fused.talks),
        "disputes": forms_of(rows.DISPUTES, fused.disputes),
        "accusations": forms_of(rows.ACCUSATIONS, fused.accusations),
        "standing": forms_of(rows.STANDING, fused.standing),
        "assessments": forms_of(rows.ASSESSMENTS, fused.assessments),
    }


def _stories(stories: Sequence[Story], documents: Sequence[str]) -> list[list[str]]:
    told = {d for story in stories for d in story.documents}
    return [list(story.documents) for story in stories] + [[d] for d in documents if d not in told]


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
        "quotes": quotes(talk.reports),
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
        "quotes": quotes(assessment.reports),
    }
