"""One reading in the form that `sarhad read --json` prints, exactly as the codebook draws it.

Every quote, trigger, mention, noise and date-trap string is a substring of the document's text; what is not is left
out, never made to fit. Keys beyond the codebook's: confidence, anchor, coded_by, reader, unread, and offsets.
"""

from collections.abc import Mapping
from typing import Any

from sarhad.codebook import DatePrecision
from sarhad.records import (
    Actor,
    Contest,
    Dating,
    Document,
    Evidence,
    Place,
    Reading,
    Span,
    Statement,
    TimeSpan,
    Toll,
    Truce,
    Undertaking,
)

Form = dict[str, Any]


def reading_form(reading: Reading) -> Form:
    """The reading as plain dicts and lists, ready for JSON."""
    document = reading.document
    names = {s.anchor: f"s{n}" for n, s in enumerate(reading.statements, 1)}
    return {
        "id": document.id,
        "published": _published(document.published),
        "date_traps": _traps(document),
        "noise": _noise(document),
        "statements": [_statement(f"s{n}", s, document, names) for n, s in enumerate(reading.statements, 1)],
        "disputes": [_dispute(c) for c in reading.contests],
        "title": document.title,
        "publisher": document.publisher,
        "language": document.language,
        "reader": reading.reader,
        "unread": reading.unread,
    }


# --- the document


def _published(dating: Dating) -> Form:
    date, precision = _at_codebook_precision(dating)
    return {"date": date, "precision": precision, "basis": dating.basis.value, "why": dating.why}


def _at_codebook_precision(dating: Dating) -> tuple[str | None, str]:
    """The codebook knows day, month, year and unknown; a week or season is told as the month or year that holds it."""
    start, end = dating.start, dating.end or dating.start
    if start is None or end is None or dating.precision is DatePrecision.UNKNOWN:
        return None, "unknown"
    if dating.precision is DatePrecision.DAY:
        return start.isoformat(), "day"
    same_year, same_month = start.year == end.year, (start.year, start.month) == (end.year, end.month)
    if same_month and dating.precision is not DatePrecision.YEAR:
        return start.isoformat()[:7], "month"
    return (start.isoformat()[:4], "year") if same_year else (None, "unknown")


def _traps(document: Document) -> list[Form]:
    traps = (
        {"text": c.text, "why": c.why} | _offsets(c.span)
        for c in (*document.published.conflicts, *document.published.traps)
    )
    return [trap for trap in traps if trap["text"] and trap["text"] in document.text]


def _noise(document: Document) -> list[str]:
    """Each run of noise whole, without the blanks around it."""
    runs = (document.text[span.start : span.end].strip() for span in document.noise)
    return list(dict.fromkeys(run for run in runs if run))


# --- a statement


def _statement(name: str, s: Statement, document: Document, names: Mapping[str, str]) -> Form:
    quote = _around(s.evidence, s.trigger, document)
    return {
        "id": name,
        "quote": quote.quote,
        "trigger": s.trigger.quote,
        "type": s.type.value,
        "mode": s.mode,
        "aux": s.aux.value if s.aux else None,
        "scope": s.scope.value,
        "actors": [_actor(a, document) for a in s.actors],
        "recipients": [_actor(a, document) for a in s.recipients],
        "speaker": _actor(s.speaker, document) if s.speaker else None,
        "stance": s.stance.value,
        "about": names.get(s.about) if s.about else None,
        "place": _place(s.place, document) if s.place else None,
        "date": _date(s.time, document) if s.time else None,
        "deaths": _deaths(s.deaths) if s.deaths else None,
        "injured": _toll(s.injured) if s.injured else None,
        "commitment": _commitment(s.commitment) if s.commitment else None,
        "ceasefire": _ceasefire(s.ceasefire) if s.ceasefire else None,
        "start": quote.span.start,
        "end": quote.span.end,
        "confidence": round(s.confidence, 4),
        "anchor": s.anchor,
        "coded_by": s.coded_by,
    }


def _around(evidence: Evidence, trigger: Evidence, document: Document) -> Evidence:
    """The clause, drawn out to its trigger where that stands just outside."""
    if trigger.quote in evidence.quote:
        return evidence
    start, end = min(evidence.span.start, trigger.span.start), max(evidence.span.end, trigger.span.end)
    return document.quote(Span(start=start, end=end))


def _mention(mention: str, span: Span | None, document: Document) -> str | None:
    """The words as they stand in the text: the mention itself, else what its span covers, else nothing."""
    if mention and mention in document.text:
        return mention
    return document.text[span.start : span.end] or None if span else None


def _actor(actor: Actor, document: Document) -> Form:
    form = {"mention": _mention(actor.mention, actor.span, document), "code": actor.code}
    if actor.name:
        form["name"] = actor.name
    return form


def _place(place: Place, document: Document) -> Form:
    return {
        "mention": _mention(place.mention, place.span, document),
        "name": place.name,
        "country": place.country,
        "level": place.level.value,
    }


def _date(time: TimeSpan, document: Document) -> Form:
    return {
        "mention": _mention(time.mention, time.span, document),
        "start": time.start.isoformat(),
        "end": time.end.isoformat(),
        "precision": time.precision.value,
    }


def _toll(toll: Toll) -> Form:
    return {"low": toll.low, "high": toll.high}


def _deaths(toll: Toll) -> Form:
    return _toll(toll) | {"whom": toll.whom}


def _commitment(undertaking: Undertaking) -> Form:
    return {
        "object": undertaking.object,
        "status": undertaking.status.value,
        "blocker": undertaking.blocker,
    }


def _ceasefire(truce: Truce) -> Form:
    return {
        "parties": list(truce.parties),
        "mediators": list(truce.mediators),
        "phase": truce.phase.value,
    }


def _dispute(contest: Contest) -> Form:
    return {
        "proposition": contest.proposition,
        "asserted_by": list(contest.asserted_by),
        "contested_by": list(contest.contested_by),
        "how": contest.how.value,
        "quotes": [contest.asserting.quote, contest.contesting.quote],
    }


def _offsets(span: Span | None) -> Form:
    return {} if span is None else {"start": span.start, "end": span.end}
