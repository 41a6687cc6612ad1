"""Pages and readings to keep, in the project's own words. Run as a program it keeps many of them, to be killed at it.

usage: kept_documents.py RECORD COUNT [batch|single] [SECONDS BETWEEN]
"""

import sys
import time
from contextlib import nullcontext
from datetime import UTC, date, datetime

from sarhad.codebook import Basis, CommitmentStatus, DatePrecision, DisputeKind, EventType, PlaceLevel, Stance
from sarhad.record import open_record
from sarhad.records import (
    Actor,
    Claims,
    Contest,
    Dating,
    Document,
    Fused,
    Incident,
    Page,
    Place,
    Reading,
    Report,
    Span,
    Statement,
    Story,
    TimeSpan,
    Toll,
    Undertaking,
    stable_id,
)

LEAD = "Border guards said gunmen killed four people near Taftan on 16 January {year}."
DENIAL = "The movement denied that its men had been there."
PLEDGE = "Iran and Pakistan promised to open a market at the crossing before the spring."
AGREED = date(2024, 1, 20)


def page_of(number: int, text: str | None = None, claim: str | None = "") -> Page:
    """A page; `claim` is the id that it comes with, by default its number."""
    body = text if text is not None else "\n".join((LEAD.format(year=1000 + number), DENIAL, PLEDGE))
    claims = Claims(id=f"d{number}" if claim == "" else claim)
    return Page(body=body.encode(), source=f"press/{number}.txt", media_type="text/plain", claims=claims)


def document_of(page: Page) -> Document:
    text = page.body.decode()
    lines = [
        Span(start=text.index(line), end=text.index(line) + len(line)) for line in text.split("\n") if line
    ]
    return Document(
        id=page.claims.id or stable_id("d", page.sha256),
        page_sha256=page.sha256,
        text=text,
        source=page.source,
        passages=tuple(lines),
        title="Attack near the crossing",
        publisher="Example Border Post",
        language="en",
        published=Dating(
            start=AGREED,
            end=AGREED,
            precision=DatePrecision.DAY,
            basis=Basis.HEADER,
            why="header",
            settled=True,
        ),
    )


def statement_of(document: Document, line: int, trigger: str, reader: str, **told: object) -> Statement:
    span = document.passages[line]
    start = document.text.index(trigger, span.start)
    anchor = stable_id("s", document.id, span.start, span.end, trigger)
    return Statement(
        id=stable_id("r", anchor, reader),
        anchor=anchor,
        evidence=document.quote(span),
        trigger=document.quote(Span(start=start, end=start + len(trigger))),
        sentence=document.quote(span),
        **{"confidence": 0.8, "coded_by": "test", **told},  # type: ignore[arg-type]
    )


def reading_of(page: Page, reader: str = "reader-1") -> Reading:
    """What stands in a page of `page_of`: an attack, its denial, a pledge."""
    document = document_of(page)
    attack = statement_of(
        document,
        0,
        "killed",
        reader,
        type=EventType.ASSAULT,
        actors=(Actor(mention="gunmen", code="UNK.UAF"),),
        recipients=(Actor(mention="four people", code="PAK.CVL"),),
        speaker=Actor(mention="Border guards", code="PAK.COP"),
        place=Place(mention="Taftan", name="Taftan", country="PAK", level=PlaceLevel.TOWN),
        time=TimeSpan(
            mention="16 January", start=date(2024, 1, 16), end=date(2024, 1, 16), precision=DatePrecision.DAY
        ),
        deaths=Toll(low=4, high=4, whom="people"),
    )
    denial = statement_of(
        document,
        1,
        "denied",
        reader,
        type=EventType.REJECT,
        actors=(Actor(mention="The movement", code="PAK.REB/bla"),),
        stance=Stance.ASSERTS,
        about=attack.anchor,
        confidence=0.3,
    )
    pledge = statement_of(
        document,
        2,
        "promised",
        reader,
        type=EventType.AGREE,
        actors=(Actor(mention="Iran", code="IRN.GOV"), Actor(mention="Pakistan", code="PAK.GOV")),
        commitment=Undertaking(object="a market at the crossing", status=CommitmentStatus.PLEDGED),
    )
    contest = Contest(
        proposition="gunmen killed four people near Taftan",
        asserted_by=("PAK.COP",),
        contested_by=("PAK.REB/bla",),
        how=DisputeKind.DENIES,
        asserting=attack.evidence,
        contesting=denial.evidence,
    )
    return Reading(document=document, reader=reader, statements=(attack, denial, pledge), contests=(contest,))


def fused_of(*readings: Reading) -> Fused:
    """One incident and one story told by all of them."""
    reports = tuple(
        Report(statement=r.statements[0], family=f"f-{r.document.id}", published="2024-01-20")
        for r in readings
    )
    first = readings[0].statements[0]
    incident = Incident(
        id=stable_id("i", first.anchor),
        type=first.type,
        mode=None,
        reports=reports,
        actors=("UNK.UAF",),
        recipients=("PAK.CVL",),
        place=first.place,
        start=date(2024, 1, 16),
        end=date(2024, 1, 16),
        precision=DatePrecision.DAY,
        told="fact",
        witnesses=len(reports),
        deaths=Toll(low=4, high=4),
    )
    story = Story(
        id=stable_id("t", first.anchor), documents=tuple(r.document.id for r in readings), title="Attack"
    )
    return Fused(incidents=(incident,), stories=(story,))


def at(second: int) -> datetime:
    """A moment of the test's own clock."""
    return datetime(2025, 1, 1, 12, 0, second, tzinfo=UTC)


def main(path: str, count: str, how: str = "batch", pause: str = "0") -> None:
    with open_record(path) as record:
        with record.batch() if how == "batch" else nullcontext():
            for number in range(int(count)):
                page = page_of(number)
                record.keep(page, reading_of(page))
                time.sleep(float(pause))
        record.keep_fused(fused_of(*(r for r in record.readings() if r.document.id in ("d0", "d1"))))


if __name__ == "__main__":
    main(*sys.argv[1:])
