"""The keys of what stands inside a row of the threads' form (a step, a position, a count), and how a key is taken from a record."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any

from sarhad.records import Place

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


def many(name: str, fields: Fields) -> Callable[[Any], Any]:
    """Several records in a field, each as a dict."""
    return lambda record: forms_of(fields, getattr(record, name))


def maybe(name: str, fields: Fields) -> Callable[[Any], Any]:
    """A record in a field as a dict, if there is one."""
    return lambda record: None if getattr(record, name) is None else form_of(fields, getattr(record, name))


def place_name(name: str) -> Callable[[Any], Any]:
    """The name of the place in a field, if there is one."""

    def take(record: Any) -> str | None:
        place: Place | None = getattr(record, name)
        return place.name if place else None

    return take


def step_day(step: Any) -> str | None:
    """The day it happened where that is told, else the date of publication."""
    printed: str | None = step.time.start.isoformat() if step.time else step.published
    return printed


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
    "place": ("where, if told", place_name("place")),
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
    "accepted_by": ("codes of who surely accepted or welcomed it", own("accepted_by")),
    "refused_by": ("codes of who surely refused it", own("refused_by")),
    "unsure": ("true when the reader is unsure of it", own("unsure")),
    "family": ("family that tells it", own("family")),
    **_IN,
    "answers": ("what was told after it, each as document and quote", many("answers", EVIDENCE)),
}  # fmt: skip
DAYS: Fields = {
    "day": ("the day", own("day")),
    "incidents": ("acts of violence between the parties on it", own("incidents")),
    "families": ("independent families that tell of them", own("families")),
}
VIOLENCE: Fields = {
    "start": ("first day", own("start")),
    "end": ("last day", own("end")),
    "days": ("days with violence told surely; others have none", many("days", DAYS)),
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
    "counts": ("every count", many("counts", COUNTS)),
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
