"""Page → Document: complete text, article and noise apart, or one line why not."""

import gzip
import json
import os
from itertools import pairwise
from pathlib import Path

import pytest
from border_pages import ARTICLE
from hypothesis import given
from hypothesis import strategies as st

from sarhad.press.clean import clean
from sarhad.press.main_text import main_text
from sarhad.press.visible import page_offset
from sarhad.records import Claims, Document, Dropped, Page

ONE = "Officials of both sides opened a market at the border on Sunday after two years of talks, the ministry said in a statement."
TWO = "Traders from the two towns brought fruit and cloth, and a second market is to follow in spring when the road is finished."


def html_page(text: str | bytes, **claims: str) -> Page:
    body = text if isinstance(text, bytes) else text.encode()
    return Page(body=body, source="sample.html", media_type="text/html", claims=Claims(**claims))


def text_page(text: str, **claims: str) -> Page:
    return Page(body=text.encode(), source="rows:1", media_type="text/plain", claims=Claims(**claims))


def document(page: Page) -> Document:
    found = clean(page)
    assert isinstance(found, Document), found
    return found


def parts(found: Document) -> tuple[list[str], list[str]]:
    return [found.text[s.start : s.end] for s in found.passages], [
        found.text[s.start : s.end] for s in found.noise
    ]


def test_a_page_with_menu_related_links_and_footer() -> None:
    found = document(html_page(ARTICLE))
    article, noise = parts(found)
    assert article[0] == found.title == "Crossing opens again after talks"
    assert article[1].startswith("Officials of both sides")
    assert article[-1].startswith("A joint committee")
    assert len(article) == 4
    assert {"Read more: Markets count the cost", "Related articles", "All rights reserved"} <= set(noise)
    assert (found.publisher, found.language) == ("The Border Sample", "en")


def test_the_article_leads_back_to_the_page() -> None:
    found = document(html_page(ARTICLE))
    at = page_offset(found.segments, found.text.index("A joint committee"))
    assert at is not None
    assert ARTICLE[at:].startswith("A joint committee is to meet every month")


def test_plain_text_is_kept_as_it_is() -> None:
    text = "\ufeff Share.\r\n\r\nThe envoy  met\tthe minister on Monday, officials said.\r\n\x0b\nExit mobile version\u200b\n"
    found = document(text_page(text, id="row-7", outlet="Border Sample", url="https://border.example/a"))
    assert found.text == text
    assert found.id == "row-7"
    assert parts(found)[0] == ["The envoy  met\tthe minister on Monday, officials said."]


def test_claims_win_over_the_page() -> None:
    found = document(html_page(ARTICLE, title="Told elsewhere", outlet="Wire", url="https://wire.example/1"))
    assert (found.title, found.publisher, found.url) == ("Told elsewhere", "Wire", "https://wire.example/1")


def test_a_headline_is_read_from_plain_text() -> None:
    assert (
        document(text_page(f"Market opens at the frontier\n\n{ONE}\n\n{TWO}")).title
        == "Market opens at the frontier"
    )
    assert document(text_page(f"{ONE}\n\n{TWO}")).title is None


def test_the_host_is_the_publisher_when_nobody_says_more() -> None:
    assert document(text_page(ONE, url="https://www.border.example/2024/a")).publisher == "border.example"


def test_a_page_laid_out_in_tables() -> None:
    page = (
        "<html><body><table><tr><td><a href='/'>Home</a><br><a href='/w'>World</a></td><td><table><tr><td>"
        f"<font size=5><b>Market opens at the border</b></font><br><br>{ONE}<br><br>{TWO}</td></tr></table></td></tr></table></body></html>"
    )
    article, noise = parts(document(html_page(page)))
    assert article[-2:] == [ONE, TWO]
    assert "Home" in noise or "Home" not in article


def test_an_amp_page() -> None:
    page = (
        f"<!doctype html><html amp lang=en><body><amp-sidebar id=s><ul><li>Home</li></ul></amp-sidebar><h1>Market opens at the border</h1>"
        f"<amp-img src=x></amp-img><p>{ONE}</p><amp-ad>Buy now</amp-ad><p>{TWO}</p><a href='/?amp=0'>Exit mobile version</a></body></html>"
    )
    article, noise = parts(document(html_page(page)))
    assert article == ["Market opens at the border", ONE, TWO]
    assert "Exit mobile version" in noise


def test_a_page_that_no_library_finds_text_in() -> None:
    page = f"<html><body><div>{ONE}</div></body></html>"
    assert parts(document(html_page(page)))[0] == [ONE]


def test_an_article_that_a_script_would_unveil() -> None:
    story = "".join(f"<p>{ONE} {TWO} Part {i} of the report went on.</p>" for i in range(3))
    page = f"<html><body><p>Loading</p><div style='visibility:hidden'><h1>Market opens at the border</h1>{story}</div></body></html>"
    assert any(ONE in passage for passage in parts(document(html_page(page)))[0])


def test_comments_and_related_links_are_no_article() -> None:
    remark = "<p>I think the market should have been opened years ago, and everybody in our town says so as well.</p>"
    page = ARTICLE.replace("</article>", f"</article><div id='comments'>{remark * 12}</div>")
    article, noise = parts(document(html_page(page)))
    assert not any("years ago" in passage for passage in article)
    assert sum("years ago" in line for line in noise) == 12


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x00\x01\x02\x03" * 50, "binary data"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 50, "an image"),
        (b"PK\x03\x04" + b"x" * 50, "a ZIP archive"),
        (b"<html><script>var a = 1;</script></html>", "shows no text"),
        (b"a" * 20_000_001, "20,000,001 bytes is more than the 20,000,000 allowed"),
        (b"%PDF-1.7 broken", "pypdfium2|cannot be opened"),
    ],
)
def test_what_is_no_page_is_dropped_with_one_line(body: bytes, why: str) -> None:
    found = clean(
        Page(
            body=body, source="x", media_type="application/octet-stream" if body[:1] == b"%" else "text/html"
        )
    )
    assert isinstance(found, Dropped)
    assert found.stage == "clean"
    assert "\n" not in found.reason
    assert any(w in found.reason for w in why.split("|"))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            "Die Grenze bleibt für Lastwagen geschlossen, sagte der Minister.".encode("latin-1"),
            "für Lastwagen",
        ),
        ("The envoy “met” the minister.".encode("cp1252"), "“met”"),
        ("سرحد کھل گئی ہے، وزیر نے کہا".encode("utf-16"), "سرحد کھل گئی"),
        (
            b"The envoy met \xff\xc3\x28 the minister in \xd8\xb3\xd8\xb1\xd8\xad\xd8\xaf on Monday.",
            "سرحد on Monday",
        ),
        ("Граница закрыта, сообщил министр в понедельник вечером.".encode("cp1251"), "Граница закрыта"),
    ],
)
def test_encodings(body: bytes, text: str) -> None:
    found = document(Page(body=body, source="x.txt", media_type="text/plain"))
    assert text in found.text


def test_a_declared_charset_is_believed_where_utf8_fails() -> None:
    page = "<html><head><meta charset='windows-1256'></head><body><p>فتحت السلطات المعبر الحدودي يوم الأحد</p></body></html>"
    assert "المعبر الحدودي" in document(html_page(page.encode("cp1256"))).text


@pytest.mark.parametrize(
    "body",
    [
        b"<html><body>" + b"<div>" * 100_000 + ONE.encode(),
        b"<html><body>" + b"<b><i><span>" * 30_000 + ONE.encode(),
        b"<html><p>" + ONE.encode() * 16_000,
        b"<html>" + f"<p>{ONE}</p>".encode() * 4_000,
        b"<html>" + b"<a href='x'>a link</a> " * 5_000 + f"<p>{ONE}</p>".encode(),
    ],
    ids=["deep", "deep inline", "2 MB line", "many paragraphs", "many links"],
)
@pytest.mark.timeout(30)
def test_monstrous_pages_are_read_in_seconds(body: bytes) -> None:
    assert ONE in document(html_page(body)).text


@given(st.text(max_size=200))
def test_plain_text_is_never_altered(text: str) -> None:
    page = Page(body=text.encode("utf-8", "replace"), source="x", media_type="text/plain")
    found = clean(page)
    if isinstance(found, Document):
        assert found.text.encode() == page.body or page.body.startswith((b"\xff\xfe", b"\xfe\xff"))
        assert all(found.quote(s).quote for s in (*found.passages, *found.noise))


@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_document_or_a_reason(body: bytes) -> None:
    for kind in ("text/html", "text/plain", "application/octet-stream"):
        found = clean(Page(body=body, source="x", media_type=kind))
        assert isinstance(found, Document) or found.reason


def test_main_text_is_the_article_alone() -> None:
    text = main_text(ARTICLE)
    assert "A joint committee is to meet" in text
    assert "Read more" not in text
    assert main_text("") == ""


needs_data = pytest.mark.skipif(
    not os.environ.get("SARHAD_DATA"), reason="SARHAD_DATA is not set: no real pages to read"
)


@needs_data
def test_scraped_pages() -> None:
    for path in sorted((Path(os.environ["SARHAD_DATA"]) / "press" / "scraped").glob("*.txt")):
        text = path.read_bytes().decode()
        found = document(Page(body=path.read_bytes(), source=str(path), media_type="text/plain"))
        assert found.text == text
        assert found.noise
        assert sum(map(len, found.passages)) > 0.8 * len(text)


@needs_data
def test_real_articles_lose_no_paragraph() -> None:
    """Spans stay disjoint and most of every article stays."""
    with gzip.open(Path(os.environ["SARHAD_DATA"]) / "press" / "border_2021_26.jsonl.gz") as opened:
        rows = [json.loads(line) for line, _ in zip(opened, range(1573), strict=False)][::12]
    kept = total = 0
    for row in rows:
        found = document(text_page(row["text"], id=row["id"]))
        assert found.text == row["text"]
        spans = sorted((*found.passages, *found.noise))
        assert all(a.end <= b.start for a, b in pairwise(spans))
        kept, total = kept + sum(map(len, found.passages)), total + len(row["text"])
    assert kept > 0.85 * total
