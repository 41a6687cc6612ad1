"""Hand-coded readings of the data folder as our own records, to see that nothing is lost on the way out again."""

import importlib
import json
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sarhad.codebook import (
    Auxiliary,
    Basis,
    CeasefirePhase,
    CommitmentStatus,
    DatePrecision,
    DisputeKind,
    EventType,
    PlaceLevel,
    Stance,
)
from sarhad.records import (
    Actor,
    Contest,
    DateConflict,
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
    stable_id,
)

Coded = dict[str, Any]


def data() -> Path:
    """The data folder; the test is skipped when SARHAD_DATA is unset."""
    folder = os.environ.get("SARHAD_DATA")
    if not folder:
        pytest.skip("SARHAD_DATA names no data folder")
    return Path(folder)


def scorer(name: str) -> ModuleType:
    """A scorer of the data folder."""
    folder = str(data() / "bench")
    if folder not in sys.path:
        sys.path.append(folder)
    return importlib.import_module(name)


def coded_documents() -> Iterator[tuple[str, Coded]]:
    """Text and coding of each hand-coded document."""
    for path in sorted((data() / "gold" / "reading").glob("*.doc.json")):
        gold = path.with_name(path.name.replace(".doc.", ".gold."))
        yield (
            json.loads(path.read_text(encoding="utf-8"))["text"],
            json.loads(gold.read_text(encoding="utf-8")),
        )


def reading_of(text: str, coded: Coded) -> Reading:
    document = document_of(text, coded)
    anchors = {s["id"]: stable_id("s", coded["id"], s["id"]) for s in coded["statements"]}
    return Reading(
        document=document,
        reader="coder",
        statements=tuple(statement_of(s, document, anchors) for s in coded["statements"]),
        contests=tuple(contest_of(d, document) for d in coded["disputes"]),
    )


def quoted(document: Document, words: str, start: int = 0) -> Evidence:
    at = document.text.index(words, start)
    return document.quote(Span(start=at, end=at + len(words)))


def document_of(text: str, coded: Coded) -> Document:
    noise = []
    for line in coded["noise"]:
        at = text.index(line)
        noise.append(Span(start=at, end=at + len(line)))
    return Document(
        id=coded["id"],
        page_sha256="0" * 64,
        text=text,
        source="-",
        passages=(),
        noise=tuple(noise),
        published=dating_of(coded),
    )


def dating_of(coded: Coded) -> Dating:
    told = coded["published"]
    start = date.fromisoformat((told["date"] + "-01-01")[:10]) if told["date"] else None
    return Dating(
        start=start,
        end=start,
        precision=DatePrecision(told["precision"]),
        basis=Basis(told["basis"]),
        why=told["why"],
        conflicts=tuple(DateConflict(text=t["text"], why=t["why"]) for t in coded["date_traps"]),
    )


def statement_of(s: Coded, document: Document, anchors: dict[str, str]) -> Statement:
    clause = quoted(document, s["quote"])
    return Statement(
        id="r" + anchors[s["id"]],
        anchor=anchors[s["id"]],
        evidence=clause,
        trigger=quoted(document, s["trigger"], clause.span.start),
        sentence=clause,
        type=EventType(s["type"]),
        mode=s["mode"],
        aux=Auxiliary(s["aux"]) if s["aux"] else None,
        actors=tuple(map(actor_of, s["actors"])),
        recipients=tuple(map(actor_of, s["recipients"])),
        speaker=actor_of(s["speaker"]) if s["speaker"] else None,
        stance=Stance(s["stance"]),
        about=anchors.get(s["about"]) if s["about"] else None,
        place=place_of(s["place"]) if s["place"] else None,
        time=time_of(s["date"]) if s["date"] else None,
        deaths=toll_of(s["deaths"]),
        injured=toll_of(s["injured"]),
        commitment=undertaking_of(s["commitment"]) if s["commitment"] else None,
        ceasefire=truce_of(s["ceasefire"]) if s["ceasefire"] else None,
    )


def actor_of(a: Coded) -> Actor:
    return Actor(mention=a["mention"] or "", code=a["code"])


def place_of(p: Coded) -> Place:
    level = PlaceLevel(p.get("level") or "other")
    return Place(mention=p["mention"] or "", name=p["name"], country=p["country"], level=level)


def time_of(t: Coded) -> TimeSpan:
    start, end = date.fromisoformat(t["start"]), date.fromisoformat(t["end"] or t["start"])
    return TimeSpan(mention=t["mention"] or "", start=start, end=end, precision=DatePrecision.DAY)


def toll_of(t: Coded | None) -> Toll | None:
    return Toll(low=t["low"], high=t["high"], whom=t.get("whom")) if t else None


def undertaking_of(c: Coded) -> Undertaking:
    return Undertaking(object=c["object"], status=CommitmentStatus(c["status"]), blocker=c.get("blocker"))


def truce_of(c: Coded) -> Truce:
    phase, mediators = CeasefirePhase(c["phase"]), tuple(c.get("mediators") or ())
    return Truce(parties=tuple(c["parties"]), phase=phase, mediators=mediators)


def contest_of(d: Coded, document: Document) -> Contest:
    asserting, contesting = (quoted(document, q) for q in (d["quotes"] * 2)[:2])
    return Contest(
        proposition=d["proposition"],
        asserted_by=tuple(d["asserted_by"]),
        contested_by=tuple(d["contested_by"]),
        how=DisputeKind(d["how"]),
        asserting=asserting,
        contesting=contesting,
    )
