"""The keys of the threads' rows: what each means and how it is taken from its record. The data dictionary is written from here."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sarhad.export.thread_parts import (
    AVOWALS,
    BESIDE,
    BLOCKERS,
    CAPACITIES,
    DEADLINE,
    EVIDENCE,
    MECHANISMS,
    NEXT,
    NOTED,
    OFFERS_WITHIN,
    POSITIONS,
    STEPS,
    TOLLS,
    VALUES,
    VIOLENCE,
    Fields,
    Form,
    form_of,
    forms_of,
    many,
    maybe,
    own,
    place_name,
    plainly,
)
from sarhad.records import Place, Report


def _of_second(take: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda pair: take(pair[1])


def _country(name: str) -> Callable[[Any], Any]:
    def take(record: Any) -> str | None:
        place: Place | None = getattr(record, name)
        return place.country if place else None

    return take


def _grade(incident: Any) -> str | None:
    g = incident.grade
    return f"{g.source.value}{g.information.value}" if g else None


def _grade_why(incident: Any) -> list[str] | None:
    return [incident.grade.source_why, incident.grade.information_why] if incident.grade else None


def _toll(name: str) -> Callable[[Any], Any]:
    def take(record: Any) -> Form | None:
        toll = getattr(record, name)
        return {"low": toll.low, "high": toll.high} if toll else None

    return take


def quotes(reports: Iterable[Report]) -> dict[str, list[str]]:
    """The clauses of each document, each once."""
    found: dict[str, dict[str, None]] = {}
    for report in reports:
        found.setdefault(report.statement.document_id, {})[report.statement.evidence.quote] = None
    return {document: list(told) for document, told in found.items()}


FAMILIES: Fields = {
    "id": ("id of the family", own("id")),
    "founder": ("id of the document counted as the earliest", own("founder")),
    "documents": ("ids of its documents", own("documents")),
    "why": ("what makes them one witness", own("why")),
}
STORY_ROWS: Fields = {
    "id": ("id of the story", own("id")),
    "title": ("its title", own("title")),
    "documents": ("ids of its documents", own("documents")),
}
REWRITES: Fields = {
    "a": ("id of a document", own("a")),
    "b": ("id of another", own("b")),
    "relation": ("duplicate, rewrite, update or same_event", own("relation")),
    "why": ("what shows it", own("why")),
    "score": ("how alike, 0 to 1", own("score")),
    "shared": ("shared passages in pairs, each as document and quote", lambda k: [forms_of(EVIDENCE, pair) for pair in k.shared]),
}  # fmt: skip
DRIFT: Fields = {
    "id": ("id of the pair", own("id")),
    "attributed_in": ("id of the document that attributes the claim", lambda d: d.attributed.document_id),
    "quote": ("its words", lambda d: d.attributed.quote),
    "flat_in": ("id of the document that tells it flatly", lambda d: d.flat.document_id),
    "quote_flat": ("its words", lambda d: d.flat.quote),
    "speaker": ("code of whose claim it is; null where a source is not named", own("speaker")),
    "same_family": (
        "true when both descend from one telling: the attribution was dropped",
        own("same_family"),
    ),
    "unsure": ("true when one of the two may be misread", own("unsure")),
}
HAPPENINGS: Fields = {
    "id": ("id of the incident, talk or assessment", own("id")),
    "type": ("PLOVER event type", own("type")),
    "mode": ("PLOVER mode; of a talk its kind, of an assessment series or trend", own("mode")),
    "start": ("first day it can have happened", own("start")),
    "end": ("last such day", own("end")),
    "place": ("name of the place", place_name("place")),
    "actors": ("codes of who acts", own("actors")),
    "recipients": ("codes of whom it is done to; of a talk its host", own("recipients")),
    "told": (
        "fact, claim, denied or unsure; planned of a talk that is ahead; going on of an assessment",
        own("told"),
    ),
    "witnesses": ("number of independent families that tell it surely", own("witnesses")),
    "quotes": ("clauses by document", lambda i: quotes(i.reports)),
}
INCIDENTS: Fields = {
    **HAPPENINGS,
    "country": (
        "country of the place, ISO 3166-1 alpha-3 (incidents only, like all that follows)",
        _country("place"),
    ),
    "precision": ("day, week, month, season, year or unknown", own("precision")),
    "date_basis": ("how the day was found", own("date_basis")),
    "deaths": ("lowest and highest number of dead", _toll("deaths")),
    "injured": ("lowest and highest number of injured", _toll("injured")),
    "interested": ("codes of the parties heard among the witnesses", own("interested")),
    "disinterested": ("number of witnesses that are no party's", own("disinterested")),
    "grade": ("Admiralty grades of source and information, such as B2", _grade),
    "grade_why": ("the reason of each", _grade_why),
    "tolls": ("counts of the dead and injured by group and by who counts", many("tolls", TOLLS)),
    "avowals": ("who claims it, who is accused of it, who denies it", many("avowals", AVOWALS)),
}
CONTRADICTIONS: Fields = {
    "incident": ("id of the incident", lambda pair: pair[0].id),
    "field": ("what the reports disagree on", lambda pair: pair[1].field),
    "values": ("the values, each with its document", lambda pair: forms_of(VALUES, pair[1].values)),
    "why": ("why they cannot both be true", lambda pair: pair[1].why),
    "unsure": ("true where what they are said of may be misread", lambda pair: pair[1].unsure),
}
TALKS: Fields = {
    "id": ("id of the talk", own("id")),
    "kind": ("visit, meeting, round, call …", own("kind")),
    "participants": ("codes of who takes part", lambda t: [p.code for p in t.participants]),
    "people": (
        "the same by name or in the words of the text",
        lambda t: [p.name or p.mention for p in t.participants],
    ),
    "mediators": ("codes of who mediates", own("mediators")),
    "host": ("code of who hosts", own("host")),
    "beside": ("its host, mediators and witnesses by the words that tell them", many("beside", BESIDE)),
    "venue": ("name of the place", place_name("venue")),
    "country": ("its country, ISO 3166-1 alpha-3", _country("venue")),
    "start": ("first day", own("start")),
    "end": ("last day", own("end")),
    "precision": ("day, week, month, season, year or unknown", own("precision")),
    "planned": ("true when it is only ahead", own("planned")),
    "level": ("the highest level told", own("level")),
    "capacities": ("offices of those who sit in it", many("capacities", CAPACITIES)),
    "round": ("which round", maybe("round", NOTED)),
    "occasion": ("on what occasion", maybe("occasion", NOTED)),
    "subjects": ("what it is about", many("subjects", NOTED)),
    "outcome": ("what came of it", own("outcome")),
    "result": ("the sentence that the outcome rests on", maybe("result", EVIDENCE)),
    "next": ("when the parties said that they would meet again", maybe("next", NEXT)),
    "witnesses": ("number of independent families that tell it surely", own("witnesses")),
    "quotes": ("clauses by document", lambda t: quotes(t.reports)),
}
DISPUTES: Fields = {
    "id": ("id of the dispute", own("id")),
    "proposition": ("what is contested, in the words of a text", own("proposition")),
    "asserted_by": ("codes of who asserts it", own("asserted_by")),
    "contested_by": ("codes of who contests it", own("contested_by")),
    "how": ("denies, neither, reframes or counter-accuses", own("how")),
    "positions": ("who said what when, in order of time", many("positions", POSITIONS)),
    "unanswered_since": ("first day it was asserted anew after the last answer", own("unanswered_since")),
    "silent_days": ("days from then to the newest page of the record", own("silent_days")),
    "witnesses": ("number of independent families that tell it", own("witnesses")),
}
ACCUSATIONS: Fields = {
    "id": ("id of the accusation", own("id")),
    "proposition": ("the charge in the words of a text", own("proposition")),
    "by": ("codes of who makes it", own("by")),
    "against": ("codes of whom it is against", own("against")),
    "positions": ("who makes it when, in order of time", many("positions", POSITIONS)),
    "answered_elsewhere": ("denials of the same party that may answer something else", many("answered_elsewhere", POSITIONS)),
    "unanswered_since": ("day it was first told; null where something may answer it", own("unanswered_since")),
    "heard_until": ("last day of which the record holds a page that tells of both parties", own("heard_until")),
    "silent_days": ("days between the two: the record's silence as much as the accused's", own("silent_days")),
    "witnesses": ("number of independent families that tell it", own("witnesses")),
}  # fmt: skip
COMMITMENTS: Fields = {
    "id": ("id of the commitment", own("id")),
    "object": ("what is undertaken, in the words of the text", own("object")),
    "by": ("codes of who is bound", own("by")),
    "toward": ("codes of toward whom", own("toward")),
    "status": ("offered, pledged, repledged, in_progress, stalled, kept or broken", own("status")),
    "blocker": ("what is said to block it", own("blocker")),
    "blockers": ("what or who stands in the way, each with its words", many("blockers", BLOCKERS)),
    "kroc": ("how far carried out: 0 not begun, 1 begun, 2 in part, 3 in full", own("kroc")),
    "course": ("what became of it", own("course")),
    "deadline": ("by when it is due", maybe("deadline", DEADLINE)),
    "condition": ("on what condition", maybe("condition", NOTED)),
    "standing": ("ids of the standing things it hangs on", own("standing")),
    "silent_since": ("date of the last sure report", own("silent_since")),
    "witnesses": ("number of independent families that tell it surely", own("witnesses")),
    "history": (
        "its steps in order of time",
        lambda c: [form_of(STEPS, s) | {"status": s.label} for s in c.history],
    ),
}
CEASEFIRES: Fields = {
    "id": ("id of the ceasefire", own("id")),
    "parties": ("codes of who holds fire, or would", own("parties")),
    "mediators": ("codes of who mediates", own("mediators")),
    "phase": ("called_for, offered, talks, talks_failed, agreed, in_effect, extended, violated, collapsed or ended", own("phase")),
    "place": ("where it holds, if told", place_name("place")),
    "since": ("day from which it is told to hold", own("since")),
    "ending": ("how it came to stand no longer; null while nothing firm tells so", own("ending")),
    "superseded_by": ("id of the ceasefire that took its place", own("superseded_by")),
    "mechanisms": ("means to keep it", many("mechanisms", MECHANISMS)),
    "offers": ("offers to mediate; a row of `offers` has the same keys", many("offers", OFFERS_WITHIN)),
    "before": ("violence in the month before", maybe("before", VIOLENCE)),
    "after": ("violence since", maybe("after", VIOLENCE)),
    "witnesses": ("number of independent families that tell it surely", own("witnesses")),
    "history": ("its steps in order of time", lambda c: [form_of(STEPS, s) | {"phase": s.label} for s in c.history]),
}  # fmt: skip
STANDING: Fields = {
    "id": ("id of the standing thing", own("id")),
    "kind": (
        "pipeline, railway, border market, crossing, free-trade zone, agreement or resolution",
        own("kind"),
    ),
    "name": ("its name in the words of a text", own("name")),
    "parties": ("countries whose thing it is, ISO 3166-1 alpha-3", own("parties")),
    "commitments": ("ids of the commitments that hang on it", own("commitments")),
    "opposition": ("third parties' words against it", many("opposition", BLOCKERS)),
    "witnesses": ("number of independent families that tell of it surely", own("witnesses")),
    "quotes": ("clauses by document", lambda s: quotes(s.reports)),
}
ASSESSMENTS: Fields = {
    "id": ("id of the assessment", own("id")),
    "type": ("PLOVER event type", own("type")),
    "kind": ("the commonest scope of its reports: single, series or trend", own("kind")),
    "parties": ("codes of whom it is told", own("parties")),
    "quotes": ("clauses by document", lambda a: quotes(a.reports)),
}
OFFERS: Fields = {
    "ceasefire": ("id of the ceasefire it belongs to", lambda pair: pair[0].id),
    "parties": ("codes of the parties between whom", lambda pair: plainly(pair[0].parties)),
    **{name: (told, _of_second(take)) for name, (told, take) in OFFERS_WITHIN.items()},
}
ROWS: Mapping[str, tuple[str, Fields]] = {
    "families": ("Documents that descend from one telling: one witness.", FAMILIES),
    "story_rows": ("Stories with id and title.", STORY_ROWS),
    "rewrites": ("How two documents stand to each other.", REWRITES),
    "attribution_drift": ("A claim attributed in one telling and told flatly in another.", DRIFT),
    "incidents": ("Happenings; talks and what is told as going on stand among them.", INCIDENTS),
    "contradictions": ("Values of one field that cannot both be true.", CONTRADICTIONS),
    "commitments": ("Undertakings and what became of them.", COMMITMENTS),
    "ceasefires": ("Ceasefires and their phases.", CEASEFIRES),
    "offers": ("Offers to mediate between a ceasefire's parties.", OFFERS),
    "talks": ("Visits, meetings, rounds and calls.", TALKS),
    "disputes": ("Claims that somebody contests.", DISPUTES),
    "accusations": ("Charges that nobody in the record answers for certain.", ACCUSATIONS),
    "standing": ("Named works and obligations.", STANDING),
    "assessments": ("What is told as going on.", ASSESSMENTS),
}
"""Every list of the form but `stories`, which holds bare lists of document ids."""
