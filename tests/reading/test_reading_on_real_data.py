"""Pages as they come: each is read without an error, and every statement keeps to the codebook and the text."""

import gzip
import json
import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from sarhad.codebook import mode_belongs
from sarhad.press.clean import clean
from sarhad.press.dating import propose
from sarhad.reading import Tools, read
from sarhad.records import Claims, Document, Dropped, Page, Reading

CODE = re.compile(r"^[A-Z]{3}\.[A-Z]{2,3}(/[a-z0-9-]+)?$")


@pytest.fixture(scope="module")
def folder() -> Path:
    told = os.environ.get("SARHAD_DATA")
    if not told:
        pytest.skip("SARHAD_DATA names no data folder")
    return Path(told)


def scraped(folder: Path) -> Iterator[Page]:
    for path in sorted((folder / "press" / "scraped").iterdir()):
        kind = "text/html" if path.suffix in (".html", ".htm") else "text/plain"
        yield Page(body=path.read_bytes(), source=path.name, media_type=kind, claims=Claims(id=path.stem))


def bordering(folder: Path, how_many: int) -> Iterator[Page]:
    with gzip.open(folder / "press" / "border_2021_26.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, how_many * 60, 60):
            row = json.loads(line)
            claims = Claims(
                id=row["id"], title=row["title"], outlet=row["outlet"], date=row["date"], url=row["url"]
            )
            yield Page(body=row["text"].encode(), source=row["url"], media_type="text/plain", claims=claims)


def documents(pages: Iterator[Page]) -> Iterator[Document]:
    for page in pages:
        document = clean(page)
        if not isinstance(document, Dropped):
            dating = propose(page, document)
            yield Document(**{**{f: getattr(document, f) for f in document.__slots__}, "published": dating})


def faults(reading: Reading) -> Iterator[str]:
    text = reading.document.text
    for s in reading.statements:
        if not mode_belongs(s.type, s.mode):
            yield f"{s.type} has no mode {s.mode}"
        named = (*s.actors, *s.recipients, *([s.speaker] if s.speaker else []))
        yield from (f"no code: {a.code}" for a in named if not CODE.match(a.code))
        for e in (s.evidence, s.trigger, s.sentence):
            if text[e.span.start : e.span.end] != e.quote or not e.quote.strip():
                yield f"not in the text: {e.quote!r}"
        if s.trigger.quote not in s.evidence.quote:
            yield f"{s.trigger.quote!r} is not in {s.evidence.quote!r}"
        tolls = [t for t in (s.deaths, s.injured) if t is not None]
        yield from (f"toll {t}" for t in tolls if t.low < 0 or (t.high is not None and t.high < t.low))


def test_the_scraped_pages_are_read(folder: Path, tools: Tools) -> None:
    pages = list(scraped(folder))
    assert len(pages) == 5
    readings = [read(d, tools) for d in documents(iter(pages))]
    assert len(readings) == 5
    assert [f for r in readings for f in faults(r)] == []
    assert all(r.statements for r in readings)


def test_border_articles_are_read(folder: Path, tools: Tools) -> None:
    readings = [read(d, tools) for d in documents(bordering(folder, 20))]
    assert len(readings) >= 15
    assert [f for r in readings for f in faults(r)] == []
    assert sum(bool(r.statements) for r in readings) >= len(readings) // 2
