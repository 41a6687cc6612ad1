"""Statements and incidents as flat tables, CSV or JSON Lines. Each row carries its citation and its quote.

The columns and what they mean stand in `STATEMENTS` and `INCIDENTS`, and from there in the data dictionary.
"""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TextIO

from sarhad.records import (
    Actor,
    Document,
    Incident,
    Place,
    Reading,
    Toll,
)

Row = dict[str, str | int | float | bool | None]
Column = tuple[str, Callable[..., Any]]
"""What a column means, and how its value is taken from (thing, document)."""

Columns = Mapping[str, Column]

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A cell that starts so is a formula to a spreadsheet; text from the press is put behind an apostrophe."""


def statement_rows(readings: Iterable[Reading]) -> Iterator[Row]:
    """One row for each statement, in the order of the readings."""
    for reading in readings:
        for statement in reading.statements:
            yield row_of(STATEMENTS, statement, reading.document)


def write_csv(rows: Iterable[Row], columns: Iterable[str], out: TextIO) -> int:
    """Write a header and the rows; how many rows. Open `out` with newline=""."""
    writer = csv.DictWriter(out, list(columns), lineterminator="\r\n")
    writer.writeheader()
    count = 0
    for row in rows:
        writer.writerow({name: harmless(value) for name, value in row.items()})
        count += 1
    return count


def write_jsonl(rows: Iterable[Mapping[str, Any]], out: TextIO) -> int:
    """Write one JSON object a line; how many."""
    count = 0
    for row in rows:
        out.write(_whole(json.dumps(row, ensure_ascii=False)) + "\n")
        count += 1
    return count


_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""What no spreadsheet shows; an escape before "=" would hide a formula, and some readers of CSV stop at a zero."""


def harmless(value: object) -> object:
    """The value of a cell; text that a spreadsheet would run as a formula gets an apostrophe before it."""
    if not isinstance(value, str):
        return value
    text = _CONTROLS.sub("", _whole(value))
    return "'" + text if text.startswith(DANGEROUS) or text.lstrip().startswith(DANGEROUS) else text


def _whole(text: str) -> str:
    """Text that any file takes: half a surrogate pair, which a careless feed may send, becomes a question mark."""
    return text.encode(errors="replace").decode()


def row_of(columns: Columns, thing: object, document: Document | None) -> Row:
    """The thing as a row of these columns; `document` is the one it is cited by."""
    return {name: take(thing, document) for name, (_, take) in columns.items()}


# --- values


def _codes(actors: Iterable[Actor]) -> str:
    return " ".join(a.code for a in actors)


def _low(toll: Toll | None) -> int | None:
    return toll.low if toll else None


def _high(toll: Toll | None) -> int | None:
    return toll.high if toll else None


def of_place(place: Place | None, field: str) -> Any:
    """A field of the place; None where none is told."""
    value = getattr(place, field) if place else None
    return getattr(value, "value", value)


def on_line(text: str) -> str:
    """On one line: a quote may run over a line break of the page."""
    return " ".join(text.split())


def cite(document: Document | None, document_id: str) -> str:
    """Publisher, title, date and address: enough to find it."""
    if document is None:
        return document_id
    parts = (document.publisher, document.title, document.published.date, document.url or document.source)
    return on_line(", ".join(p for p in parts if p))


def _of_document(field: str) -> Callable[[Any, Document | None], Any]:
    return lambda _, document: getattr(document, field) if document else None


def _published(_: object, document: Document | None) -> str | None:
    return document.published.date if document else None


def _first_citation(incident: Incident, document: Document | None) -> str:
    return cite(document, incident.reports[0].statement.document_id) if incident.reports else ""


def _first_quote(incident: Incident, _: object) -> str:
    return on_line(incident.reports[0].statement.evidence.quote) if incident.reports else ""


def _groups(incident: Incident) -> str:
    """ "deaths civilians AFG.GOV 9–12–14 (2025-10-14 2025-10-16); …"."""
    return "; ".join(
        f"{t.kind} {t.group} {t.by or 'outlets'} {t.low}–{t.best}–{t.high if t.high is not None else ''}"
        f" ({' '.join(dict.fromkeys(c.published or 'undated' for c in t.counts))})"
        for t in incident.tolls
    )


def _spread(incident: Incident) -> str:
    """Contradicting values side by side: "deaths: 4 / 7"."""
    return "; ".join(
        f"{c.field}: {' / '.join(value for value, _ in c.values)}" for c in incident.contradictions
    )


STATEMENTS: Columns = {
    "id": ("reading id of the statement: anchor and reader version", lambda s, _: s.id),
    "anchor": ("id that survives a re-reading; judgements hang on it", lambda s, _: s.anchor),
    "document": ("id of the document", lambda s, _: s.document_id),
    "publisher": ("who published the document", _of_document("publisher")),
    "title": ("title of the document", _of_document("title")),
    "url": ("address of the document", _of_document("url")),
    "published": ("date of publication at its precision: YYYY-MM-DD, YYYY-MM or YYYY", _published),
    "type": ("PLOVER event type", lambda s, _: s.type.value),
    "mode": ("PLOVER mode", lambda s, _: s.mode),
    "aux": ("historical, future, hypothetical or negation; empty for a plain act", lambda s, _: s.aux and s.aux.value),
    "scope": ("single, series or trend", lambda s, _: s.scope.value),
    "stance": ("asserts, alleges, denies, neither or reframes", lambda s, _: s.stance.value),
    "plain": ("true when it is told as plain fact, not claimed, planned or denied", lambda s, _: s.plain),
    "actors": ("codes of who acts, separated by spaces", lambda s, _: _codes(s.actors)),
    "recipients": ("codes of whom it is done to, separated by spaces", lambda s, _: _codes(s.recipients)),
    "speaker": ("code of who is cited for it; empty when the outlet tells it itself", lambda s, _: s.speaker and s.speaker.code),
    "about": ("anchor of the statement that this one speaks about", lambda s, _: s.about),
    "start": ("first day it can have happened", lambda s, _: s.time and s.time.start.isoformat()),
    "end": ("last such day", lambda s, _: s.time and s.time.end.isoformat()),
    "date_precision": ("day, week, month, season or year", lambda s, _: s.time and s.time.precision.value),
    "place": ("name of the place", lambda s, _: of_place(s.place, "name")),
    "country": ("its country, ISO 3166-1 alpha-3; empty when unknown", lambda s, _: of_place(s.place, "country")),
    "place_level": ("site, town, adm2, adm1, country or other", lambda s, _: of_place(s.place, "level")),
    "latitude": ("degrees north (WGS 84), for sites and towns", lambda s, _: of_place(s.place, "latitude")),
    "longitude": ("degrees east (WGS 84), for sites and towns", lambda s, _: of_place(s.place, "longitude")),
    "deaths_low": ("lowest number of dead that the clause allows", lambda s, _: _low(s.deaths)),
    "deaths_high": ("highest; empty when open upward (at least …) or not told", lambda s, _: _high(s.deaths)),
    "injured_low": ("lowest number of injured", lambda s, _: _low(s.injured)),
    "injured_high": ("highest, likewise", lambda s, _: _high(s.injured)),
    "commitment": ("what is undertaken, in the words of the text", lambda s, _: s.commitment and on_line(s.commitment.object)),
    "commitment_status": ("offered, pledged, repledged, in_progress, stalled, kept or broken", lambda s, _: s.commitment and s.commitment.status.value),
    "ceasefire_phase": ("called_for, offered, talks, talks_failed, agreed, in_effect, extended, violated, collapsed or ended", lambda s, _: s.ceasefire and s.ceasefire.phase.value),
    "confidence": ("between 0 and 1; below 0.7 the reader is unsure", lambda s, _: s.confidence),
    "coded_by": ("the part of the reader that coded it", lambda s, _: s.coded_by),
    "citation": ("publisher, title, date and address", lambda s, d: cite(d, s.document_id)),
    "quote": ("the clause it rests on, on one line", lambda s, _: on_line(s.evidence.quote)),
    "quote_start": ("where the clause starts in the document's text, in code points", lambda s, _: s.evidence.span.start),
    "quote_end": ("where it ends", lambda s, _: s.evidence.span.end),
}  # fmt: skip
"""Columns of the statements table."""

INCIDENTS: Columns = {
    "id": ("id of the incident", lambda i, _: i.id),
    "type": ("PLOVER event type", lambda i, _: i.type.value),
    "mode": ("PLOVER mode", lambda i, _: i.mode),
    "told": ("fact when at least one report tells it plainly, claim when only alleged, denied when a denial stands against an allegation or against the word of parties alone, unsure when the reader is sure of no report", lambda i, _: i.told),
    "start": ("first day it can have happened", lambda i, _: i.start and i.start.isoformat()),
    "end": ("last such day", lambda i, _: i.end and i.end.isoformat()),
    "date_precision": ("day, week, month, season, year or unknown", lambda i, _: i.precision.value),
    "place": ("name of the place", lambda i, _: of_place(i.place, "name")),
    "country": ("its country, ISO 3166-1 alpha-3; empty when unknown", lambda i, _: of_place(i.place, "country")),
    "place_level": ("site, town, adm2, adm1, country or other", lambda i, _: of_place(i.place, "level")),
    "latitude": ("degrees north (WGS 84), for sites and towns", lambda i, _: of_place(i.place, "latitude")),
    "longitude": ("degrees east (WGS 84), for sites and towns", lambda i, _: of_place(i.place, "longitude")),
    "actors": ("codes of who acts, separated by spaces", lambda i, _: " ".join(i.actors)),
    "recipients": ("codes of whom it is done to, separated by spaces", lambda i, _: " ".join(i.recipients)),
    "deaths_low": ("lowest number of dead", lambda i, _: _low(i.deaths)),
    "deaths_high": ("highest; empty when open upward or not told", lambda i, _: _high(i.deaths)),
    "injured_low": ("lowest number of injured", lambda i, _: _low(i.injured)),
    "injured_high": ("highest, likewise", lambda i, _: _high(i.injured)),
    "tolls": ("tolls per group and per who counts: what, group, who (outlets where nobody is cited), lowest–best–highest, days of the counts", lambda i, _: _groups(i)),
    "source_grade": ("Admiralty grade of the best source among the witnesses, A to F", lambda i, _: i.grade and i.grade.source.value),
    "information_grade": ("Admiralty grade of the information, 1 to 6; 1 takes two independent families", lambda i, _: i.grade and i.grade.information.value),
    "interested": ("codes of the parties heard among the witnesses, separated by spaces", lambda i, _: " ".join(i.interested)),
    "disinterested": ("number of witnesses that are no party's", lambda i, _: i.disinterested),
    "avowals": ("who claims it, who accuses whom of it, who denies it, separated by semicolons", lambda i, _: "; ".join(" ".join(x for x in (a.by or "", a.how.value, *a.of) if x) for a in i.avowals)),
    "contradictions": ("reported values that cannot both be true, side by side", lambda i, _: _spread(i)),
    "reports": ("number of clauses that tell it", lambda i, _: len(i.reports)),
    "witnesses": ("number of independent families of documents that tell it", lambda i, _: i.witnesses),
    "documents": ("ids of the documents that tell it, separated by spaces", lambda i, _: " ".join(dict.fromkeys(r.statement.document_id for r in i.reports))),
    "citation": ("publisher, title, date and address of the first report", _first_citation),
    "quote": ("the clause of the first report, on one line", _first_quote),
}  # fmt: skip
"""Columns of the incidents table."""
