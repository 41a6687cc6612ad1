"""Dates of real documents: of those whose date coders could tell, nine in ten come out right."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from sarhad.knowledge.actors import load_actors
from sarhad.press.clean import clean
from sarhad.press.dating import date_traps, propose, settle
from sarhad.reading.dating_support import gather, office_windows
from sarhad.records import Claims, Document, Page

pytestmark = pytest.mark.skipif("SARHAD_DATA" not in os.environ, reason="SARHAD_DATA names no data folder")


def _settled(row: dict[str, str | None]) -> tuple[Document, list[str]]:
    claims = Claims(
        id=row["id"],
        title=row.get("title"),
        outlet=row.get("outlet"),
        date=row.get("date"),
        url=row.get("url"),
    )
    page = Page(body=(row["text"] or "").encode(), source="x", media_type="text/plain", claims=claims)
    document = clean(page)
    assert isinstance(document, Document)
    document = replace(document, published=propose(page, document))
    support = gather(document, office_windows(load_actors().windows(document.text)))
    document = replace(document, published=settle(document, support))
    return document, [t.text for t in date_traps(document, support)]


def test_published() -> None:
    folder = Path(os.environ["SARHAD_DATA"]) / "gold" / "reading"
    right = total = 0
    for path in sorted(folder.glob("*.doc.json")):
        gold = json.loads(path.with_name(path.name.replace(".doc.", ".gold.")).read_text(encoding="utf-8"))
        document, traps = _settled(json.loads(path.read_text(encoding="utf-8")))
        assert all(trap in document.text for trap in traps)
        told = gold["published"]["date"]
        if told:
            total += 1
            right += (document.published.date or "").startswith(told)
    assert total > 20
    assert right / total >= 0.9
