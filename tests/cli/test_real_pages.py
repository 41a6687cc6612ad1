"""Real pages, as scraped, from the folder that SARHAD_DATA names: in, through, and told in a brief."""

import gzip
import itertools
import json
import os
from pathlib import Path

import pytest
from ended import Sarhad

DATA = os.environ.get("SARHAD_DATA")
pytestmark = pytest.mark.skipif(
    not DATA, reason="SARHAD_DATA is not set; it names the folder with real pages"
)


@pytest.fixture
def data() -> Path:
    folder = Path(str(DATA))
    assert (folder / "press" / "scraped").is_dir(), f"SARHAD_DATA is set, but {folder} has no press/scraped"
    return folder


def test_the_five_scraped_pages_go_through_and_are_told(sarhad: Sarhad, data: Path) -> None:
    added = sarhad("add", data / "press" / "scraped")
    assert added.out.startswith("5 read and kept")
    made = json.loads(sarhad("brief", "--format", "json").out)
    assert made["documents"] == 5
    assert made["families"] == 4
    lines = {s["key"]: [line["text"] for line in s["lines"]] for s in made["sections"]}
    wrong = [x.split()[3] for x in lines["conflicts"] if x.startswith("WRONG DATE")]
    assert sorted(w[:3] for w in wrong) == ["003", "004"]
    assert any(x.startswith("ONE STORY: 001") and "004" in x for x in lines["conflicts"])
    assert any(x.startswith("STALLED") and "pipeline" in x for x in lines["commitments"])
    for form in ("terminal", "markdown", "html"):
        assert sarhad("brief", "--format", form).status == 0


def test_real_articles_go_through_without_an_error(sarhad: Sarhad, data: Path, tmp_path: Path) -> None:
    with gzip.open(data / "press" / "border_2021_26.jsonl.gz", "rt", encoding="utf-8") as rows:
        (tmp_path / "rows.jsonl").write_text("".join(itertools.islice(rows, 100, 112)), encoding="utf-8")
    added = sarhad("add", "rows.jsonl")
    assert added.status == 0
    assert "broke off" not in added.err
    made = json.loads(sarhad("brief", "--format", "json").out)
    rows_kept = [json.loads(x) for x in (tmp_path / "rows.jsonl").read_text("utf-8").split("\n") if x]
    texts = {r["id"]: r["text"] for r in rows_kept}
    for line in (line for s in made["sections"] for line in s["lines"]):
        for c in line["citations"]:
            assert texts[c["document_id"]][c["start"] : c["end"]] == c["quote"]


def test_every_quote_of_a_reading_stands_in_the_page(sarhad: Sarhad, data: Path, tmp_path: Path) -> None:
    assert sarhad("read", data / "press" / "scraped", "--out", "readings").status == 0
    for page in (data / "press" / "scraped").glob("*.txt"):
        reading = json.loads((tmp_path / "readings" / f"{page.stem}.json").read_text(encoding="utf-8"))
        text = page.read_text(encoding="utf-8")
        for s in reading["statements"]:
            assert s["quote"] in text
            assert s["trigger"] in text
