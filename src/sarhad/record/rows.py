"""Records as rows of the tables, and rows as records. Pure: nothing here touches a database."""

import hashlib
import json
import zlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import RowMapping

from sarhad.record.records_json import dumps, from_json, from_plain, to_json, to_plain
from sarhad.records import (
    Actor,
    Claims,
    Contest,
    Document,
    Dropped,
    Judgement,
    Page,
    Reading,
    Statement,
    stable_id,
)

Row = dict[str, Any]

_COMPRESSION = 3
"""zlib level: on news pages level 3 packs within a tenth of level 6 in half its time."""


def arrival_key(page_sha256: str, claims: Claims | None) -> str:
    """What makes an arrival: its bytes, and the id it came with."""
    return stable_id("a", page_sha256, (claims.id if claims else None) or "")


def page_row(page: Page, sha256: str, now: str) -> Row:
    """The bytes, compressed, under their address."""
    return {
        "sha256": sha256,
        "body": zlib.compress(page.body, _COMPRESSION),
        "size": len(page.body),
        "media_type": storable(page.media_type),
        "first_seen": now,
    }


def arrival_row(page: Page, sha256: str, now: str) -> Row:
    """That this page came, with its claims; the database numbers it."""
    return {
        "key": arrival_key(sha256, page.claims),
        "page_sha256": sha256,
        "claims_id": _maybe(page.claims.id),
        "source": storable(page.source),
        "fetched_at": moment(page.fetched_at),
        "payload": to_json(replace(page, body=b"")),
        "recorded_at": now,
    }


def page_of(payload: str, body: bytes) -> Page:
    """The page as it came."""
    return replace(from_json(Page, payload), body=zlib.decompress(body))


def text_row(document: Document) -> Row:
    """The text under its own address."""
    text = storable(document.text)
    return {"sha256": hashlib.sha256(text.encode()).hexdigest(), "text": text}


def document_payload(document: Document) -> str:
    """The document without its text; with it only where no database takes the text as it is."""
    plain = to_plain(document)
    if storable(document.text) == document.text:
        del plain["text"]
    return dumps(plain)


def document_of(payload: str, text: str) -> Document:
    """The document exactly as it was kept."""
    return from_plain(Document, {"text": text, **json.loads(payload)})


def reading_row(reading: Reading, now: str) -> Row:
    """The row of a reading, less what the database numbers: arrival, revision and text."""
    document = reading.document
    published = document.published
    return {
        "document_id": storable(document.id),
        "reader": storable(reading.reader),
        "title": _maybe(document.title),
        "publisher": _maybe(document.publisher),
        "url": _maybe(document.url),
        "language": storable(document.language),
        "published_from": day(published.start),
        "published_to": day(published.end),
        "published_precision": published.precision.value,
        "unread": _maybe(reading.unread),
        "payload": document_payload(document),
        "recorded_at": now,
    }


def statement_rows(number: int, reading: Reading, now: str) -> list[Row]:
    """The statements of the reading of this number, in order."""
    document_id, reader = storable(reading.document.id), storable(reading.reader)
    return [
        {"reading": number, "position": n, "document_id": document_id, "reader": reader, "recorded_at": now}
        | _statement_row(statement)
        for n, statement in enumerate(reading.statements)
    ]


def _statement_row(s: Statement) -> Row:
    return {
        "id": s.id,
        "anchor": s.anchor,
        "type": s.type.value,
        "mode": s.mode,
        "aux": s.aux.value if s.aux else None,
        "scope": s.scope.value,
        "stance": s.stance.value,
        "actors": _codes(s.actors),
        "recipients": _codes(s.recipients),
        "speaker": s.speaker.code if s.speaker else None,
        "place": _maybe(s.place.name) if s.place else None,
        "country": s.place.country if s.place else None,
        "valid_from": day(s.time.start) if s.time else None,
        "valid_to": day(s.time.end) if s.time else None,
        "payload": to_json(s),
    }


def contest_rows(number: int, reading: Reading, now: str) -> list[Row]:
    """The contests of the reading of this number, in order."""
    return [
        {
            "reading": number,
            "position": n,
            "reader": storable(reading.reader),
            "how": contest.how.value,
            "payload": to_json(contest),
            "recorded_at": now,
        }
        for n, contest in enumerate(reading.contests)
    ]


def reading_of(row: RowMapping, statements: Iterable[str], contests: Iterable[str]) -> Reading:
    """The reading exactly as it was kept."""
    return Reading(
        document=document_of(row["payload"], row["text"]),
        reader=row["reader"],
        statements=tuple([from_json(Statement, s) for s in statements]),
        contests=tuple([from_json(Contest, c) for c in contests]),
        unread=row["unread"],
    )


def dropped_row(dropped: Dropped, now: str) -> Row:
    """A page that left the line; the same loss twice has the same id."""
    d = Dropped(
        document_id=storable(dropped.document_id),
        stage=storable(dropped.stage),
        reason=storable(dropped.reason),
        source=storable(dropped.source),
    )
    row: Row = to_plain(d)
    return row | {
        "id": stable_id("x", d.document_id, d.stage, d.reason, d.source),
        "source": d.source,
        "recorded_at": now,
    }


def judgement_row(judgement: Judgement, now: str) -> Row:
    """A person's word."""
    return {
        "id": judgement.id,
        "target": judgement.target,
        "verdict": judgement.verdict,
        "field": judgement.field,
        "value": _maybe(judgement.value),
        "reason": storable(judgement.reason),
        "made_at": moment(judgement.made_at),
        "recorded_at": now,
    }


def judgement_of(row: RowMapping, undone_at: str | None) -> Judgement:
    """The judgement, with the moment at which it was taken back, if it was."""
    return Judgement(
        id=row["id"],
        target=row["target"],
        verdict=row["verdict"],
        made_at=datetime.fromisoformat(row["made_at"]),
        field=row["field"],
        value=row["value"],
        reason=row["reason"],
        undone_at=datetime.fromisoformat(undone_at) if undone_at else None,
    )


def storable(text: str) -> str:
    """The text as any database takes it: lone surrogates and NULs become the replacement character."""
    if "\x00" in text:
        text = text.replace("\x00", "\ufffd")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def day(value: date | None) -> str | None:
    """ISO text of a day."""
    return value.isoformat() if value else None


def moment(value: datetime | None) -> str | None:
    """ISO text of a moment, as it was given."""
    return value.isoformat() if value else None


def _maybe(text: str | None) -> str | None:
    return None if text is None else storable(text)


def _codes(actors: tuple[Actor, ...]) -> str:
    return f" {' '.join(a.code for a in actors)} " if actors else ""
