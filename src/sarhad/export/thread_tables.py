"""Each kind of thread as a flat table, one row a thread, cited by the first sentence it rests on.

The columns and what they mean stand in `TABLES`, and from there in the data dictionary.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sarhad.codebook import Auxiliary
from sarhad.export.tables import INCIDENTS, Columns, Row, cite, of_place, on_line, row_of
from sarhad.export.thread_parts import step_day
from sarhad.records import ALLEGED, Document, Evidence, Fused, Position, Step, by_id, once_dated

Take = Callable[[Any, Document | None], Any]


# --- values


def _own(name: str) -> Take:
    """A field of the thread, a day or a code as its words."""

    def take(thread: Any, _: object) -> Any:
        value = getattr(thread, name)
        if hasattr(value, "isoformat"):
            return value.isoformat()
        return getattr(value, "value", value)

    return take


def _text(name: str) -> Take:
    """The words of a field, on one line."""
    return lambda thread, _: on_line(value) if (value := getattr(thread, name)) else None


def _codes(name: str) -> Take:
    return lambda thread, _: " ".join(getattr(thread, name))


def _noted(name: str) -> Take:
    """The words of one detail or of several."""

    def take(thread: Any, _: object) -> str | None:
        value = getattr(thread, name)
        some = value if isinstance(value, tuple) else (value,) if value else ()
        return "; ".join(on_line(n.value) for n in some) or None

    return take


def _number(name: str) -> Take:
    return lambda thread, _: len(getattr(thread, name))


def evidence_of(thread: Any) -> list[Evidence]:
    """The sentences a thread rests on, in its own order."""
    for name in ("reports", "positions", "history"):
        members = getattr(thread, name, None)
        if members is not None:
            return [m.statement.evidence if name == "reports" else m.evidence for m in members]
    if hasattr(thread, "attributed"):
        return [thread.attributed, thread.flat]
    return [thread.evidence] if hasattr(thread, "evidence") else []


def documents_of(thread: Any) -> list[str]:
    """The documents a thread rests on, each once."""
    own = getattr(thread, "documents", None)
    return list(own) if own is not None else list(dict.fromkeys(e.document_id for e in evidence_of(thread)))


def _documents(thread: Any, _: object) -> str:
    return " ".join(documents_of(thread))


def _citation(thread: Any, document: Document | None) -> str:
    first = next(iter(documents_of(thread)), "")
    return cite(document, first) if first else ""


def _quote(thread: Any, _: object) -> str:
    return on_line(found[0].quote) if (found := evidence_of(thread)) else ""


def _steps(history: Iterable[Step]) -> str:
    """ "pledged 2024-04-24; stalled 2025 (unsure)"."""
    return "; ".join(
        f"{s.label} {step_day(s) or 'undated'}{' (unsure)' if s.unsure else ''}" for s in history
    )


def _phases(history: Sequence[Step]) -> str:
    """Each phase once a day, in order of the days: "agreed 2024-03-14; violated 2024-03-23 (alleged)"."""
    told = sorted((step_day(s) or "undated", n, s) for n, s in enumerate(once_dated(history)))
    return "; ".join(dict.fromkeys(f"{s.label} {when}{_marks(s)}" for when, _, s in told))


def _marks(step: Step) -> str:
    """What a phase is short of: not sure, not told as so, or one party's word alone."""
    marks = (
        step.aux.value if step.aux in _NOT_SO else "",
        ALLEGED if step.note.startswith(ALLEGED) else "",
        "unsure" if step.unsure else "",
    )
    told = ", ".join(filter(None, marks))
    return f" ({told})" if told else ""


_NOT_SO = (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL, Auxiliary.NEGATION)


def _said(positions: Iterable[Position]) -> str:
    """ "2025-10-11 AFG.GOV alleges; 2025-10-12 PAK.GOV denies"."""
    return "; ".join(
        f"{p.published or 'undated'} {p.speaker} {(p.manner or p.stance).value}" for p in positions
    )


def _offices(talk: Any, _: object) -> str:
    return "; ".join(f"{c.name or c.code}: {on_line(c.office)}" for c in talk.capacities)


def _people(talk: Any, _: object) -> str:
    return "; ".join(on_line(p.name or p.mention) for p in talk.participants)


def _acts(span: Any) -> int | None:
    return sum(d.incidents for d in span.days) if span else None


ENDING: Columns = {
    "documents": ("ids of the documents that tell it, separated by spaces", _documents),
    "citation": ("publisher, title, date and address of the first of them", _citation),
    "quote": ("its clause, on one line", _quote),
}
"""The last columns of every table."""
WITNESSES = ("number of independent families of documents that tell it", _own("witnesses"))
ID = _own("id")

TALKS: Columns = {
    "id": ("id of the talk", ID),
    "kind": ("visit, meeting, round, call …", _own("kind")),
    "start": ("first day", _own("start")),
    "end": ("last day", _own("end")),
    "date_precision": ("day, week, month, season, year or unknown", _own("precision")),
    "planned": ("true when it is only ahead", _own("planned")),
    "participants": ("codes of who takes part, separated by spaces", lambda t, _: " ".join(p.code for p in t.participants)),
    "people": ("the same by name or in the words of the text, separated by semicolons", _people),
    "mediators": ("codes of who mediates, separated by spaces", _codes("mediators")),
    "host": ("code of who hosts", _own("host")),
    "beside": ("who stands beside it as host, mediator or witness, separated by semicolons", lambda t, _: "; ".join(f"{b.code} {b.part.value}" for b in t.beside)),
    "venue": ("name of the place", lambda t, _: of_place(t.venue, "name")),
    "country": ("its country, ISO 3166-1 alpha-3; empty when unknown", lambda t, _: of_place(t.venue, "country")),
    "level": ("the highest level told: head of state or government, minister, deputy or official, technical or military, envoy", _own("level")),
    "capacities": ("who sits in it in which office, separated by semicolons", _offices),
    "round": ("which round, in the words of the text", _noted("round")),
    "occasion": ("on what occasion, likewise", _noted("occasion")),
    "subjects": ("what it is about, likewise, separated by semicolons", _noted("subjects")),
    "outcome": ("what came of it", _text("outcome")),
    "outcome_quote": ("the sentence that the outcome rests on", lambda t, _: on_line(t.result.quote) if t.result else None),
    "next_start": ("first day on which the parties said they would meet again", lambda t, _: t.next and t.next.time.start.isoformat()),
    "next_end": ("last such day", lambda t, _: t.next and t.next.time.end.isoformat()),
    "next_place": ("where, if told", lambda t, _: of_place(t.next.place, "name") if t.next else None),
    "next_became": ("what the record holds of that since; empty while it may be too early to say", lambda t, _: (t.next and t.next.became) or None),
    "next_kept_in": ("id of the talk that followed", lambda t, _: t.next and t.next.kept_in),
    "reports": ("number of clauses that tell it", _number("reports")),
    "witnesses": WITNESSES,
    **ENDING,
}  # fmt: skip
DISPUTES: Columns = {
    "id": ("id of the dispute", ID),
    "proposition": ("what is contested, in the words of a text", _text("proposition")),
    "asserted_by": ("codes of who asserts it, separated by spaces", _codes("asserted_by")),
    "contested_by": ("codes of who contests it, separated by spaces", _codes("contested_by")),
    "how": ("denies, neither, reframes or counter-accuses", _own("how")),
    "positions": ("day, speaker and manner of each word in order of time, separated by semicolons", lambda d, _: _said(d.positions)),
    "unanswered_since": ("first day it was asserted anew after the last answer", _own("unanswered_since")),
    "silent_days": ("days from then to the newest page of the record", _own("silent_days")),
    "witnesses": WITNESSES,
    **ENDING,
}  # fmt: skip
ACCUSATIONS: Columns = {
    "id": ("id of the accusation; of one that is contested, of its dispute", ID),
    "proposition": ("the charge in the words of a text", _text("proposition")),
    "by": ("codes of who makes it, separated by spaces", _codes("by")),
    "against": ("codes of whom it is against, separated by spaces", _codes("against")),
    "positions": ("day, speaker and manner of each word, answers too, in order of time, separated by semicolons", lambda a, _: _said(a.positions)),
    "answered_by": ("codes of who answers it, separated by spaces; to say nothing when asked is no answer", lambda a, _: " ".join(dict.fromkeys(p.speaker for p in a.positions if p.answers))),
    "answered_elsewhere": ("the same of denials by the accused that may answer something else", lambda a, _: _said(a.answered_elsewhere)),
    "unanswered_since": ("day it was first told, or told anew after an answer; empty where something may answer it", _own("unanswered_since")),
    "heard_until": ("last day of which the record holds a page that tells of both parties; empty of a contested one", _own("heard_until")),
    "silent_days": ("days of silence since then: the record's as much as the accused's", _own("silent_days")),
    "witnesses": WITNESSES,
    **ENDING,
}  # fmt: skip
COMMITMENTS: Columns = {
    "id": ("id of the commitment", ID),
    "object": ("what is undertaken, in the words of the text", _text("object")),
    "by": ("codes of who is bound, separated by spaces", _codes("by")),
    "toward": ("codes of toward whom, separated by spaces", _codes("toward")),
    "status": ("offered, pledged, repledged, in_progress, stalled, kept or broken", _own("status")),
    "history": ("status and day of each step, separated by semicolons", lambda c, _: _steps(c.history)),
    "kroc": ("how far carried out: 0 not begun, 1 begun, 2 in part, 3 in full", _own("kroc")),
    "course": ("what became of it", _own("course")),
    "deadline": ("the last day by which it is due", lambda c, _: c.deadline and c.deadline.end.isoformat()),
    "deadline_words": ("the same in the words of the text", lambda c, _: c.deadline and on_line(c.deadline.mention)),
    "condition": ("on what condition, in the words of the text", _noted("condition")),
    "blocker": ("what is said to block it", _text("blocker")),
    "opposed_by": ("codes of third parties that oppose it, separated by spaces", lambda c, _: " ".join(dict.fromkeys(b.by for b in c.blockers if b.by))),
    "standing": ("ids of the standing things it hangs on, separated by spaces", _codes("standing")),
    "silent_since": ("date of the last sure report", _own("silent_since")),
    "witnesses": WITNESSES,
    **ENDING,
}  # fmt: skip
CEASEFIRES: Columns = {
    "id": ("id of the ceasefire", ID),
    "parties": ("codes of who holds fire, or would, separated by spaces", _codes("parties")),
    "mediators": ("codes of who mediates, separated by spaces", _codes("mediators")),
    "phase": ("called_for, offered, talks, talks_failed, agreed, in_effect, extended, violated, collapsed or ended", _own("phase")),
    "since": ("day from which it is told to hold", _own("since")),
    "place": ("where it holds, if told", lambda c, _: of_place(c.place, "name")),
    "history": ("each phase and its day, in order of the days, with what it is short of in brackets (alleged, unsure, future, hypothetical, negation), separated by semicolons", lambda c, _: _phases(c.history)),
    "ending": ("how it came to stand no longer", _own("ending")),
    "superseded_by": ("id of the ceasefire that took its place", _own("superseded_by")),
    "mechanisms": ("means to keep it and what is told of each, separated by semicolons", lambda c, _: "; ".join(f"{m.kind.value} {m.standing}" for m in c.mechanisms)),
    "offers": ("number of offers to mediate", _number("offers")),
    "acts_before": ("acts of violence told surely in the month before", lambda c, _: _acts(c.before)),
    "acts_since": ("acts of violence told surely since", lambda c, _: _acts(c.after)),
    "read_since": ("families read of the days since: where none was, nothing told says nothing", lambda c, _: c.after and c.after.read),
    "witnesses": WITNESSES,
    **ENDING,
}  # fmt: skip
STANDING: Columns = {
    "id": ("id of the standing thing", ID),
    "kind": ("pipeline, railway, border market, crossing, free-trade zone, agreement or resolution", _own("kind")),
    "name": ("its name in the words of a text", _text("name")),
    "parties": ("countries whose thing it is, ISO 3166-1 alpha-3, separated by spaces", _codes("parties")),
    "commitments": ("ids of the commitments that hang on it, separated by spaces", _codes("commitments")),
    "opposed_by": ("codes of third parties that oppose it, separated by spaces", lambda s, _: " ".join(dict.fromkeys(b.by for b in s.opposition if b.by))),
    "reports": ("number of clauses that tell of it", _number("reports")),
    "witnesses": WITNESSES,
    **ENDING,
}  # fmt: skip
ASSESSMENTS: Columns = {
    "id": ("id of the assessment", ID),
    "type": ("PLOVER event type", _own("type")),
    "kind": ("the commonest scope of its reports: single, series or trend", _own("kind")),
    "parties": ("codes of whom it is told, separated by spaces", _codes("parties")),
    "reports": ("number of clauses that tell it", _number("reports")),
    **ENDING,
}
OFFERS: Columns = {
    "id": ("id of the offer, or anchor of the statement that makes it", ID),
    "by": ("codes of who offers, separated by spaces", _codes("by")),
    "parties": ("codes of between whom or to whom, separated by spaces", _codes("parties")),
    "published": ("date of publication at its precision", _own("published")),
    "became": ("accepted, refused, accepted by one party, refused by another, taken up, perhaps taken up, no answer reported; empty when not followed", _text("became")),
    "accepted_by": ("codes of who surely accepted or welcomed it, separated by spaces", _codes("accepted_by")),
    "refused_by": ("codes of who surely refused it, separated by spaces", _codes("refused_by")),
    "ceasefire": ("id of the ceasefire it belongs to; empty when to none", _own("ceasefire")),
    "unsure": ("true when the reader is unsure of it", _own("unsure")),
    "told": ("number of clauses that tell it", lambda o, _: len(o.again) + 1),
    "answers": ("number of sentences told after it that answer", _number("answers")),
    **ENDING,
}  # fmt: skip
DRIFT: Columns = {
    "id": ("id of the pair", ID),
    "speaker": ("code of whose claim it is; empty where a source is not named", _own("speaker")),
    "same_family": (
        "true when both descend from one telling: the attribution was dropped",
        _own("same_family"),
    ),
    "unsure": ("true when one of the two may be misread", _own("unsure")),
    "attributed_in": ("id of the document that attributes the claim", lambda d, _: d.attributed.document_id),
    "flat_in": ("id of the document that tells it flatly", lambda d, _: d.flat.document_id),
    "quote_flat": ("its clause, on one line", lambda d, _: on_line(d.flat.quote)),
    **ENDING,
}
FAMILIES: Columns = {
    "id": ("id of the family", ID),
    "founder": ("id of the document counted as the earliest", _own("founder")),
    "why": ("what makes them one witness", _text("why")),
    "relations": ("how two of them stand to each other, separated by semicolons", lambda f, _: "; ".join(f"{k.a} {k.b} {k.relation.value}" for k in f.links)),
    "shared": ("number of passages that two of them share", lambda f, _: sum(len(k.shared) for k in f.links)),
    "documents": ("ids of its documents, the founder first, separated by spaces", _documents),
    "citation": ("publisher, title, date and address of the founder", _citation),
}  # fmt: skip
STORIES: Columns = {
    "id": ("id of the story", ID),
    "title": ("its title", _text("title")),
    "start": ("first day of its documents", _own("start")),
    "end": ("last such day", _own("end")),
    "families": ("ids of the families that tell it, separated by spaces", _codes("families")),
    "documents": ("ids of its documents, separated by spaces", _documents),
    "citation": ("publisher, title, date and address of the first of them", _citation),
}

TABLES: Mapping[str, Columns] = {
    "incidents": INCIDENTS,
    "talks": TALKS,
    "disputes": DISPUTES,
    "accusations": ACCUSATIONS,
    "commitments": COMMITMENTS,
    "ceasefires": CEASEFIRES,
    "offers": OFFERS,
    "standing": STANDING,
    "assessments": ASSESSMENTS,
    "families": FAMILIES,
    "stories": STORIES,
    "drift": DRIFT,
}
"""The columns of each table of threads."""


def thread_rows(kind: str, threads: Iterable[Any], documents: Iterable[Document]) -> Iterator[Row]:
    """One row for each thread of this kind."""
    known = by_id(documents)
    for thread in threads:
        first = next(iter(documents_of(thread)), "")
        yield row_of(TABLES[kind], thread, known.get(first))


def incident_rows(fused: Fused, documents: Iterable[Document]) -> Iterator[Row]:
    """One row for each incident, cited by its first report."""
    return thread_rows("incidents", fused.incidents, documents)
