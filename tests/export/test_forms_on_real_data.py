"""Hand-coded readings go through our records and come out as they went in, by the data folder's own checks."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from coded import coded_documents, data, quoted, reading_of, scorer
from pressed import TEXT, reading

from sarhad.codebook import CeasefirePhase, CommitmentStatus, DatePrecision, EventType, Relation
from sarhad.export import reading_form, threads_form
from sarhad.record import open_record
from sarhad.records import (
    Ceasefire,
    Claims,
    Commitment,
    Contradiction,
    Document,
    Drift,
    Fused,
    Incident,
    Link,
    Page,
    Reading,
    Report,
    Statement,
    Step,
    Story,
)


def test_a_reading_has_no_fault_in_its_form() -> None:
    assert list(scorer("check_gold").faults(TEXT, reading_form(reading()))) == []


def test_coded_readings_come_out_as_they_went_in() -> None:
    check, score = scorer("check_gold"), scorer("score_reading")
    rows = [(text, coded, reading_form(reading_of(text, coded))) for text, coded in coded_documents()]
    assert rows
    assert [fault for text, _, form in rows for fault in check.faults(text, form)] == []
    figures = score.score(rows)
    for name, figure in figures.items():
        if name != "overclaims":
            assert figure.get("f1", figure.get("accuracy")) in (1.0, None), (name, figure)
    assert figures["overclaims"]["accuracy"] == 0.0


def test_coded_readings_are_kept_exactly(tmp_path: Path) -> None:
    readings = []
    with open_record(tmp_path / "sarhad.db") as record:
        for text, coded in coded_documents():
            page = Page(
                body=text.encode(), source="-", media_type="text/plain", claims=Claims(id=coded["id"])
            )
            made = reading_of(text, coded)
            readings.append(replace(made, document=replace(made.document, page_sha256=page.sha256)))
            record.keep(page, readings[-1])
        assert list(record.readings()) == readings


@pytest.fixture(scope="module")
def cross() -> dict[str, Any]:
    path = data() / "gold" / "reading" / "cross.gold.json"
    coded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return coded


def test_threads_come_out_as_they_went_in(cross: dict[str, Any]) -> None:
    readings = {coded["id"]: reading_of(text, coded) for text, coded in coded_documents()}
    documents = {name: r.document for name, r in readings.items()}
    form = threads_form(fused_of(cross, documents), documents.values())
    texts = {name: d.text for name, d in documents.items()}
    figures = scorer("score_record").score(texts, cross, form)
    assert figures["stories"]["f1"] == figures["families"]["f1"] == figures["related"]["f1"] == 1.0
    assert figures["drift"]["f1"] == 1.0
    assert figures["incidents"]["rows"]["recall"] == 1.0
    assert figures["contradictions"]["recall"] == 1.0
    for kind in ("commitments", "ceasefires"):
        assert figures[kind]["rows"]["f1"] == figures[kind]["links"]["f1"] == figures[kind]["label"] == 1.0


def fused_of(cross: dict[str, Any], documents: dict[str, Document]) -> Fused:
    def evidence(row: dict[str, Any], doc: str = "doc", quote: str = "quote"):
        return quoted(documents[row[doc]], row[quote])

    def steps(thread: dict[str, Any], label: str) -> tuple[Step, ...]:
        return tuple(
            Step(label=h[label], published=h["date"], evidence=evidence(h), anchor="", family="")
            for h in thread["history"]
            if h.get("quote")
        )

    return Fused(
        stories=tuple(
            Story(id=s[0], documents=tuple(s), title="") for s in cross["stories"] if len(s) > 1
        ),  # the others are stories of their own
        links=tuple(
            Link(a=r["a"], b=r["b"], relation=Relation(r["relation"]), why=r["why"], score=1.0)
            for r in cross["rewrites"]
        ),
        drift=tuple(
            Drift(
                attributed=evidence(d, "attributed_in"),
                flat=evidence(d, "flat_in", "quote_flat"),
                speaker=None,
                same_family=False,
            )
            for d in cross["attribution_drift"]
        ),
        incidents=tuple(incident_of(i["quotes"], documents) for i in cross["incidents"])
        + tuple(contradicted(c, evidence, documents) for c in cross["contradictions"]),
        commitments=tuple(
            Commitment(
                id=str(n),
                object=c["object"],
                by=(),
                toward=(),
                status=CommitmentStatus.PLEDGED,
                history=steps(c, "status"),
            )
            for n, c in enumerate(cross["commitments"])
        ),
        ceasefires=tuple(
            Ceasefire(
                id=str(n),
                parties=tuple(c["parties"]),
                mediators=(),
                phase=CeasefirePhase.TALKS,
                history=steps(c, "phase"),
            )
            for n, c in enumerate(cross["ceasefires"])
        ),
    )


def incident_of(quotes: dict[str, Any], documents: dict[str, Document]) -> Incident:
    reports = []
    for name, quote in quotes.items():
        for one in [quote] if isinstance(quote, str) else quote:
            clause = quoted(documents[name], one)
            told = Statement(
                id="r", anchor="s", evidence=clause, trigger=clause, sentence=clause, type=EventType.ASSAULT
            )
            reports.append(Report(statement=told, family=name))
    return Incident(
        id="-".join(quotes),
        type=EventType.ASSAULT,
        mode=None,
        reports=tuple(reports),
        actors=(),
        recipients=(),
        place=None,
        start=None,
        end=None,
        precision=DatePrecision.UNKNOWN,
        told="fact",
        witnesses=len(quotes),
    )


def contradicted(row: dict[str, Any], evidence: Any, documents: dict[str, Document]) -> Incident:
    values = tuple((str(v["value"]), evidence(v)) for v in row["values"])
    return replace(
        incident_of({}, documents), contradictions=(Contradiction(field=row["field"], values=values),)
    )


def test_the_form_of_an_unread_document_is_whole() -> None:
    form = reading_form(Reading(document=reading().document, reader="test-1", unread="language ur"))
    assert form["statements"] == form["disputes"] == []
    assert form["unread"] == "language ur"
