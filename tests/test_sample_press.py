"""The sample press is marked, invented, whole, and holds what its README says it holds."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sarhad.sample import sample_folder

MARK = "Sample page written for Sarhad. Outlet invented."
GENERATOR = '<meta name="generator" content="Sarhad sample press"'
PLANTED = Path(__file__).resolve().parents[1] / "src/sarhad/sample/README.md"
# Vocabularies that markup has to name; everything else is an invented host.
VOCABULARIES = {"schema.org", "ogp.me", "www.w3.org"}

PAGES = sorted(p for p in sample_folder().iterdir() if p.suffix in {".html", ".txt"})


def rows() -> list[dict[str, str]]:
    lines = (sample_folder() / "rows.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def items() -> list[ElementTree.Element]:
    return ElementTree.parse(sample_folder() / "feed.xml").getroot().findall("channel/item")


def page(start: str) -> str:
    [path] = [p for p in PAGES if p.name.startswith(start)]
    return path.read_text(encoding="utf-8")


def test_there_are_thirty_pages_and_a_feed() -> None:
    assert len(PAGES) + len(rows()) == 30
    assert len(items()) == 5


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_every_page_says_that_it_is_a_sample(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert MARK in text
    assert path.suffix == ".txt" or GENERATOR in text


def test_every_row_and_feed_item_says_that_it_is_a_sample() -> None:
    assert all(row["text"].endswith(MARK) for row in rows())
    assert all((item.findtext("description") or "").endswith(MARK) for item in items())


def test_rows_have_the_fields_of_a_json_page() -> None:
    assert all(set(row) == {"id", "title", "url", "outlet", "date", "text"} for row in rows())


def test_only_invented_hosts_are_named() -> None:
    for path in sample_folder().iterdir():
        hosts = set(re.findall(r"https?://([^/\"'\s<>#]+)", path.read_text(encoding="utf-8"))) - VOCABULARIES
        assert [h for h in hosts if not h.endswith(".example")] == [], path.name


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_no_words_are_put_in_a_mouth(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search("[“”„«]", re.sub(r"<(script|style).*?</\1>", "", text, flags=re.S)), path.name


def test_what_the_readme_lists_is_there() -> None:
    listed = set(
        re.findall(r"`(?:press/)?([\w.]+\.(?:html|txt|jsonl|xml))`", PLANTED.read_text(encoding="utf-8"))
    )
    assert listed
    assert [name for name in listed if not (sample_folder() / name).exists()] == []


def test_the_planted_things_stand_where_they_should() -> None:
    assert "JULY 11, 2022" in page("14")
    assert "August" not in page("14").split("entry-content")[0]
    assert "Saturday, June 14, 2025" in page("05")
    assert "In March, Pakistani aircraft" in page("11")
    assert "last November" in page("09")
    assert "2024" not in page("09")
    assert "has risen to nine" in page("03")
    assert "neither confirmed nor denied" in page("15")
    assert {"Pezeshkyan" in page("14"), "Massoud Pezeshkian" in page("21"), "Masud" in page("21")} == {True}


def test_the_repost_repeats_every_paragraph_of_the_wire() -> None:
    wire = [p for p in re.findall(r"<p>(.*?)</p>", page("06"), flags=re.S) if len(p) > 150]
    assert len(wire) >= 6
    assert all(p in page("08") for p in wire)


def test_the_rewrite_drops_the_attributions() -> None:
    said = r"\b(said|according to|accuses?|den(?:y|ies)|stated)\b"
    assert len(re.findall(said, page("06"))) >= 8
    assert re.findall(said, page("07")) == []
