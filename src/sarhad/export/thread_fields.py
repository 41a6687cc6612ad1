"""The keys of the threads' form: what each means and how it is taken from its record. The data dictionary is written from here."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any

from sarhad.records import Place, Report

Form = dict[str, Any]
Field = tuple[str, Callable[[Any], Any]]
"""What a key means, and how its value is taken from a record."""

Fields = Mapping[str, Field]


def form_of(fields: Fields, record: Any) -> Form:
    """A record as a dict with these keys."""
    return {name: take(record) for name, (_, take) in fields.items()}


def forms_of(fields: Fields, records: Iterable[Any]) -> list[Form]:
    """The same for each of several records."""
    return [form_of(fields, r) for r in records]


def plainly(value: Any) -> Any:
    """A value as JSON has it: days in ISO form, codes as their words, tuples as lists."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return [plainly(v) for v in value] if isinstance(value, tuple) else value


def own(name: str) -> Callable[[Any], Any]:
    """A field of the record itself."""
    return lambda record: plainly(getattr(record, name))


def _many(name: str, fields: Fields) -> Callable[[Any], Any]:
    return lambda record: forms_of(fields, getattr(record, name))


def _maybe(name: str, fields: Fields) -> Callable[[Any], Any]:
    return lambda record: None if getattr(record, name) is None else form_of(fields, getattr(record, name))


def _of_second(take: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda pair: take(pair[1])


def _place(name: str) -> Callable[[Any], Any]:
    def take(record: Any) -> str | None:
        place: Place | None = getattr(record, name)
        return place.name if place else None

    return take


def _country(name: str) -> Callable[[Any], Any]:
    def take(record: Any) -> str | None:
        place: Place | None = getattr(record, name)
        return place.country if place else None

    return take


def quotes(reports: Iterable[Report]) -> dict[str, list[str]]:
    """The clauses of each document, each once."""
    found: dict[str, dict[str, None]] = {}
    for report in reports:
        found.setdefault(report.statement.document_id, {})[report.statement.evidence.quote] = None
    return {document: list(told) for document, told in found.items()}


def step_day(step: Any) -> str | None:
    """The day it happened where that is told, else the date of publication."""
    printed: str | None = step.time.start.isoformat() if step.time else step.published
    return printed


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


# --- what stands inside other rows

EVIDENCE: Fields = {
    "doc": ("id of the document", lambda e: e.document_id),
    "quote": ("its words", lambda e: e.quote),
}
_IN: Fields = {
    "doc": ("id of the document that tells it", lambda x: x.evidence.document_id),
    "quote": ("the words that tell it", lambda x: x.evidence.quote),
}
NOTED: Fields = {"value": ("the detail in the words of the text", own("value")), **_IN}
STEPS: Fields = {
    "label": ("the status of a commitment or the phase of a ceasefire; the row has it under that name, too", own("label")),
    "doc": ("id of the document that tells it", lambda s: s.evidence.document_id),
    "date": ("day it happened where that is told, else date of publication", step_day),
    "published": ("date of publication at its precision", own("published")),
    "quote": ("the clause", lambda s: s.evidence.quote),
    "aux": ("historical, future, hypothetical or negation; null for a plain step", own("aux")),
    "speaker": ("code of who is cited for it; null when the outlet tells it itself", own("speaker")),
    "unsure": ("true when the reader is unsure of it: it stands in the history and moves nothing", own("unsure")),
    "note": ("of a violation alleged, told by one witness or corroborated; else how it is told", own("note")),
    "kroc": ("how far carried out, 0 to 3", own("kroc")),
    "course": ("what became of the undertaking", own("course")),
    "anchor": ("anchor of the statement", own("anchor")),
    "family": ("family that tells it", own("family")),
}  # fmt: skip
POSITIONS: Fields = {
    "doc": ("id of the document", lambda p: p.evidence.document_id),
    "speaker": ("code of who speaks", own("speaker")),
    "name": ("who speaks, by name where one is told", own("name")),
    "stance": ("asserts, alleges, denies, neither or reframes", own("stance")),
    "manner": ("finer: also conditions, counter-accuses, falls silent; null where nothing finer is read", own("manner")),
    "published": ("date of publication at its precision", own("published")),
    "quote": ("the words", lambda p: p.evidence.quote),
    "anchor": ("anchor of the statement, where one tells it", own("anchor")),
    "family": ("family that tells it", own("family")),
}  # fmt: skip
CAPACITIES: Fields = {
    "code": ("code of who sits in the talk", own("code")),
    "name": ("by name, where told", own("name")),
    "office": ("the office in the words of the text", own("office")),
    "level": ("head of state or government, minister, deputy or official, technical or military, envoy", own("level")),
    **_IN,
}  # fmt: skip
NEXT: Fields = {
    "start": ("first day that the words allow", lambda n: n.time.start.isoformat()),
    "end": ("last such day", lambda n: n.time.end.isoformat()),
    "mention": ("the words for it", lambda n: n.time.mention),
    "place": ("where, if told", _place("place")),
    **_IN,
    "became": ("what the record holds of it since; empty while it may be too early to say", own("became")),
    "kept_in": ("id of the talk that followed", own("kept_in")),
}
BESIDE: Fields = {
    "code": ("code of who stands beside the talk", own("code")),
    "name": ("by name, where told", own("name")),
    "part": ("host, mediator or witness", own("part")),
    **_IN,
}
AVOWALS: Fields = {
    "how": (
        "claims responsibility, claimed by nobody, accuses, denies, neither confirms nor denies",
        own("how"),
    ),
    "by": ("code of who says so; null of what nobody claims", own("by")),
    "of": ("codes of whom it is laid to", own("of")),
    "published": ("date of publication at its precision", own("published")),
    "family": ("family that tells it", own("family")),
    **_IN,
    "anchor": ("anchor of the statement, where one tells it", own("anchor")),
    "thread": ("id of the accusation or dispute that the words stand in", own("thread")),
    "silent_days": ("days for which the record holds no answer to the accusation", own("silent_days")),
    "unsure": ("true when the reader is unsure of it", own("unsure")),
}
DEADLINE: Fields = {
    "mention": ("by when, in the words of the text", own("mention")),
    "end": ("the last day that they allow", own("end")),
    **_IN,
}
BLOCKERS: Fields = {
    "what": ("what or who stands in the way", own("what")),
    "by": ("code of a third party that opposes it; null for a cause told in words", own("by")),
    "published": ("date of publication at its precision", own("published")),
    "family": ("family that tells it", own("family")),
    **_IN,
}
MECHANISMS: Fields = {
    "kind": ("monitoring, verification, hotline or committee", own("kind")),
    "standing": ("agreed, proposed or refused", own("standing")),
    "published": ("date of publication at its precision", own("published")),
    "family": ("family that tells it", own("family")),
    "unsure": ("true when the reader is unsure of it", own("unsure")),
    **_IN,
}
OFFERS_WITHIN: Fields = {
    "id": ("id of the offer", own("id")),
    "by": ("codes of who offers", own("by")),
    "published": ("date of publication at its precision", own("published")),
    "became": ("accepted, refused, accepted by one party, refused by another, taken up, perhaps taken up, no answer reported", own("became")),
    "unsure": ("true when the reader is unsure of it", own("unsure")),
    "family": ("family that tells it", own("family")),
    **_IN,
    "answers": ("what was told after it, each as document and quote", _many("answers", EVIDENCE)),
}  # fmt: skip
DAYS: Fields = {
    "day": ("the day", own("day")),
    "incidents": ("acts of violence between the parties on it", own("incidents")),
    "families": ("independent families that tell of them", own("families")),
}
VIOLENCE: Fields = {
    "start": ("first day", own("start")),
    "end": ("last day", own("end")),
    "days": ("days with violence told surely; others have none", _many("days", DAYS)),
    "read": ("families published in the span: where nothing was read, nothing told says nothing", own("read")),
    "beside": ("acts left out of the days: unsure, one side's word, on no day, going on, of nobody named", own("beside")),
}  # fmt: skip
COUNTS: Fields = {
    "low": ("the number, or the lowest", lambda c: c.toll.low),
    "high": ("the highest; null when open upward", lambda c: c.toll.high),
    "by": ("code of who counted; null when the outlet tells it itself", own("by")),
    "published": ("date of publication at its precision", own("published")),
    "family": ("family that tells it", own("family")),
    **_IN,
}
TOLLS: Fields = {
    "kind": ("deaths or injured", own("kind")),
    "group": ("people, civilians, soldiers, children …", own("group")),
    "by": ("code of who counts; null for outlets in their own voice", own("by")),
    "low": ("lowest count", own("low")),
    "best": ("newest count; of several on one day the one most families tell", own("best")),
    "high": ("highest; null when open upward", own("high")),
    "counts": ("every count", _many("counts", COUNTS)),
}
VALUES: Fields = {
    "doc": ("id of the document", lambda v: v[1].document_id),
    "value": ("the value that it gives", lambda v: v[0]),
    "quote": ("its words", lambda v: v[1].quote),
}
INSIDE: Mapping[str, tuple[str, Fields]] = {
    "history": ("a step of a commitment or ceasefire", STEPS),
    "positions": ("one speaker's word in a dispute or accusation; `answered_elsewhere` likewise", POSITIONS),
    "capacities": ("an office of a talk", CAPACITIES),
    "beside": ("who stands beside a talk and is no party to it", BESIDE),
    "avowals": ("how one party stands to an incident, in the words that say so", AVOWALS),
    "subjects": ("a detail of a talk or commitment; `round`, `occasion` and `condition` likewise", NOTED),
    "next": ("when and where the parties of a talk said that they would meet again", NEXT),
    "deadline": ("by when a commitment is due", DEADLINE),
    "blockers": ("what stands in the way of a commitment; `opposition` of a standing thing likewise", BLOCKERS),
    "mechanisms": ("a means to keep a ceasefire", MECHANISMS),
    "before": ("violence in the month before a ceasefire; `after` likewise", VIOLENCE),
    "days": ("a day of it", DAYS),
    "tolls": ("how many of one group were killed or injured, by one counting party", TOLLS),
    "counts": ("one count of one group", COUNTS),
    "values": ("a value of a contradiction", VALUES),
    "answers": ("a sentence of a document; `result` and each half of a `shared` pair likewise", EVIDENCE),
}  # fmt: skip
"""Objects inside a row, by the key they stand under."""

# --- the rows

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
    "place": ("name of the place", _place("place")),
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
    "tolls": ("counts of the dead and injured by group and by who counts", _many("tolls", TOLLS)),
    "avowals": ("who claims it, who is accused of it, who denies it", _many("avowals", AVOWALS)),
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
    "beside": ("its host, mediators and witnesses by the words that tell them", _many("beside", BESIDE)),
    "venue": ("name of the place", _place("venue")),
    "country": ("its country, ISO 3166-1 alpha-3", _country("venue")),
    "start": ("first day", own("start")),
    "end": ("last day", own("end")),
    "precision": ("day, week, month, season, year or unknown", own("precision")),
    "planned": ("true when it is only ahead", own("planned")),
    "level": ("the highest level told", own("level")),
    "capacities": ("offices of those who sit in it", _many("capacities", CAPACITIES)),
    "round": ("which round", _maybe("round", NOTED)),
    "occasion": ("on what occasion", _maybe("occasion", NOTED)),
    "subjects": ("what it is about", _many("subjects", NOTED)),
    "outcome": ("what came of it", own("outcome")),
    "result": ("the sentence that the outcome rests on", _maybe("result", EVIDENCE)),
    "next": ("when the parties said that they would meet again", _maybe("next", NEXT)),
    "witnesses": ("number of independent families that tell it surely", own("witnesses")),
    "quotes": ("clauses by document", lambda t: quotes(t.reports)),
}
DISPUTES: Fields = {
    "id": ("id of the dispute", own("id")),
    "proposition": ("what is contested, in the words of a text", own("proposition")),
    "asserted_by": ("codes of who asserts it", own("asserted_by")),
    "contested_by": ("codes of who contests it", own("contested_by")),
    "how": ("denies, neither, reframes or counter-accuses", own("how")),
    "positions": ("who said what when, in order of time", _many("positions", POSITIONS)),
    "unanswered_since": ("first day it was asserted anew after the last answer", own("unanswered_since")),
    "silent_days": ("days from then to the newest page of the record", own("silent_days")),
    "witnesses": ("number of independent families that tell it", own("witnesses")),
}
ACCUSATIONS: Fields = {
    "id": ("id of the accusation", own("id")),
    "proposition": ("the charge in the words of a text", own("proposition")),
    "by": ("codes of who makes it", own("by")),
    "against": ("codes of whom it is against", own("against")),
    "positions": ("who makes it when, in order of time", _many("positions", POSITIONS)),
    "answered_elsewhere": ("denials of the same party that may answer something else", _many("answered_elsewhere", POSITIONS)),
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
    "blockers": ("what or who stands in the way, each with its words", _many("blockers", BLOCKERS)),
    "kroc": ("how far carried out: 0 not begun, 1 begun, 2 in part, 3 in full", own("kroc")),
    "course": ("what became of it", own("course")),
    "deadline": ("by when it is due", _maybe("deadline", DEADLINE)),
    "condition": ("on what condition", _maybe("condition", NOTED)),
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
    "place": ("where it holds, if told", _place("place")),
    "since": ("day from which it is told to hold", own("since")),
    "ending": ("how it came to stand no longer; null while nothing firm tells so", own("ending")),
    "superseded_by": ("id of the ceasefire that took its place", own("superseded_by")),
    "mechanisms": ("means to keep it", _many("mechanisms", MECHANISMS)),
    "offers": ("offers to mediate; a row of `offers` has the same keys", _many("offers", OFFERS_WITHIN)),
    "before": ("violence in the month before", _maybe("before", VIOLENCE)),
    "after": ("violence since", _maybe("after", VIOLENCE)),
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
    "opposition": ("third parties' words against it", _many("opposition", BLOCKERS)),
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
