"""Taking in: everything a user may point at becomes pages, or a line that says why not."""

import gzip
import io
import json
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from border_pages import ARTICLE, FEED, NOON

from sarhad.press.clean import clean
from sarhad.press.fetch import HttpTransport
from sarhad.press.intake import IntakeOptions, estimate, take_in
from sarhad.records import Document, Dropped, Page

Clock = Callable[[], datetime]


def take(
    *sources: object, follow: bool = False, fetch: bool = True, max_bytes: int = 20_000_000
) -> list[Page | Dropped]:
    transport = HttpTransport(allow_private=True, seconds=5) if fetch else None
    options = IntakeOptions(follow=follow, max_bytes=max_bytes)
    return list(take_in(map(str, sources), options=options, transport=transport, clock=lambda: NOON))


def only(found: list[Page | Dropped]) -> Page:
    assert len(found) == 1
    assert isinstance(found[0], Page), found
    return found[0]


def reason(found: list[Page | Dropped]) -> str:
    assert len(found) == 1
    assert isinstance(found[0], Dropped)
    assert "\n" not in found[0].reason
    return found[0].reason


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.html", "text/html"), ("a.HTM", "text/html"), ("a.txt", "text/plain"), ("a.md", "text/plain")],
)
def test_a_file(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / name).write_text(ARTICLE)
    page = only(take(tmp_path / name))
    assert (page.media_type, page.source) == (kind, str(tmp_path / name))
    assert page.fetched_at is None  # when a file was saved nobody tells
    assert page.body.decode() == ARTICLE


def test_a_packed_file(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(ARTICLE.encode()))
    assert only(take(tmp_path / "a.html.gz")).media_type == "text/html"


def test_a_file_without_a_known_ending_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / "page").write_text(ARTICLE)
    assert only(take(tmp_path / "page")).media_type == "text/html"


def test_a_folder_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.txt", ".git/d.txt", "image.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("The envoy met the minister.")
    (tmp_path / "sub" / "back").symlink_to(tmp_path)
    assert [Path(p.source).name for p in take(tmp_path)] == ["a.txt", "b.txt", "c.txt"]
    assert estimate([str(tmp_path)]) == 3


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert "holds no page" in reason(take(tmp_path))


def test_rows_with_all_their_claims(tmp_path: Path) -> None:
    rows = [
        {
            "id": 7,
            "text": "First.",
            "title": "T",
            "url": "https://a.example/x",
            "outlet": "A",
            "date": "2024-04-24",
            "lang": "en",
        },
        {
            "text": "Second.",
            "title": "None",
            "url": None,
            "outlet": float("nan"),
            "date": 2024,
            "id": 3.0,
            "lang": ["en"],
        },
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(r) for r in rows) + "\n\n")
    first, second = take(path)
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.body, first.media_type, first.source) == (b"First.", "text/plain", f"{path}:1")
    claims = first.claims
    assert (claims.id, claims.title, claims.outlet, claims.date, claims.url, claims.language) == (
        "7",
        "T",
        "A",
        "2024-04-24",
        "https://a.example/x",
        "en",
    )
    claims = second.claims
    assert (claims.id, claims.title, claims.outlet, claims.date, claims.url, claims.language) == (
        "3",
        None,
        None,
        "2024",
        None,
        None,
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"title": "no text"}', "has no text"),
        ('{"text": null}', "has no text"),
        ('{"text": "  "}', "has no text"),
        ('{"text": "None"}', "has no text"),
        ('{"text": 12}', "has a text that is a number"),
        ('["a"]', "must be an object with a text, this is a list"),
        ("{broken", "not JSON"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_row_is_dropped_by_line_and_the_rest_goes_on(tmp_path: Path, line: str, why: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(f'{{"text": "First."}}\n{line}\n{{"text": "Third."}}\n')
    first, bad, third = take(path)
    assert isinstance(first, Page)
    assert isinstance(third, Page)
    assert isinstance(bad, Dropped)
    assert bad.reason.startswith(f"{path}:2: ")
    assert why in bad.reason


def test_a_row_with_bytes_that_are_no_utf8_and_a_lone_surrogate(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"text": "The envoy \xff met."}\n{"text": "Half \\ud83d of it."}\n')
    assert all(isinstance(p, Page) and isinstance(clean(p), Document) for p in take(path))


@pytest.mark.parametrize(
    "shape",
    [
        '[{"text": "One."}, {"text": "Two."}]',
        '{"articles": [{"text": "One."}, {"text": "Two."}]}',
        '{"text": "One."}\n{"text": "Two."}',
    ],
)
def test_a_json_file_in_any_usual_shape(tmp_path: Path, shape: str) -> None:
    (tmp_path / "a.json").write_text(shape)
    assert [p.body for p in take(tmp_path / "a.json") if isinstance(p, Page)] == [b"One.", b"Two."]


def test_a_json_file_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{oops")
    assert "not JSON" in reason(take(tmp_path / "a.json"))


def test_a_feed_file(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(FEED.format(base="https://border.example"))
    first, second = take(tmp_path / "feed.xml", fetch=False)
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert first.claims.title == "Crossing opens again"
    assert first.claims.outlet == "The Border Sample"
    assert first.claims.url == "https://border.example/article"
    assert first.claims.date
    assert (first.media_type, second.media_type) == ("text/html", "text/plain")
    found = clean(first)
    assert isinstance(found, Document)
    assert found.text == "Officials opened the crossing on Sunday after four rounds of talks."


def test_an_atom_feed(tmp_path: Path) -> None:
    (tmp_path / "feed.atom").write_text(
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Sample</title><entry><title>Talks</title>'
        '<link href="https://a.example/1"/><updated>2025-11-02T08:00:00Z</updated><content type="html">&lt;p&gt;The sides met.&lt;/p&gt;</content></entry></feed>'
    )
    page = only(take(tmp_path / "feed.atom"))
    assert (page.body, page.claims.url) == (b"<p>The sides met.</p>", "https://a.example/1")


def test_a_feed_followed_to_its_articles(server: str) -> None:
    article, missing = take(f"{server}/feed", follow=True)
    assert isinstance(article, Page)
    assert article.claims.title == "Crossing opens again"
    assert b"A joint committee" in article.body
    assert isinstance(missing, Dropped)
    assert "HTTP 404" in missing.reason


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("this is no xml at all", "neither a feed nor a page"),
        ("<rss><channel><title>x</title></channel></rss>", "no items"),
        ("<rss><chan", "feed"),
        ("<note><to>x</to></note>", "neither a feed nor a page"),
        ("", "is empty"),
    ],
)
def test_a_feed_that_is_none(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "feed.xml").write_text(text)
    assert why in reason(take(tmp_path / "feed.xml"))


def test_a_url(server: str) -> None:
    page = only(take(f"{server}/moved"))
    assert (page.source, page.media_type, page.claims.url) == (
        f"{server}/moved",
        "text/html",
        f"{server}/article",
    )


@pytest.mark.parametrize(("path", "why"), [("/gone", "HTTP 404"), ("/loop", "circle"), ("/image", "no page")])
def test_a_url_that_fails_is_dropped_and_the_rest_goes_on(server: str, path: str, why: str) -> None:
    bad, good = take(server + path, f"{server}/article")
    assert isinstance(bad, Dropped)
    assert why in bad.reason
    assert isinstance(good, Page)


def test_no_network_allowed(server: str) -> None:
    assert "may not use the network" in reason(take(f"{server}/article", fetch=False))


def test_files_that_cannot_be_taken_in(tmp_path: Path) -> None:
    assert "no such file" in reason(take(tmp_path / "missing.html"))
    (tmp_path / "empty.html").touch()
    assert "is empty" in reason(take(tmp_path / "empty.html"))
    (tmp_path / "big.html").write_bytes(b"a" * 2000)
    assert "larger than 1,000 bytes" in reason(take(tmp_path / "big.html", max_bytes=1000))
    (tmp_path / "broken.txt.gz").write_bytes(b"\x1f\x8b\x08broken")
    assert "gzip data is broken" in reason(take(tmp_path / "broken.txt.gz"))
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(b"0" * 3_000_000))
    assert "larger than 1,000 bytes" in reason(take(tmp_path / "bomb.txt.gz", max_bytes=1000))


@pytest.mark.parametrize(
    ("given", "kinds"),
    [
        (b'{"text": "One."}\n{"text": "Two."}\n', ["text/plain", "text/plain"]),
        (ARTICLE.encode(), ["text/html"]),
        (b"The envoy met the minister on Monday.", ["text/plain"]),
        (b'[{"text": "One."}]', ["text/plain"]),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, given: bytes, kinds: list[str]) -> None:
    class Stdin:
        buffer = io.BytesIO(given)

    monkeypatch.setattr(sys, "stdin", Stdin())
    assert [p.media_type for p in take("-") if isinstance(p, Page)] == kinds


def test_rows_stream(tmp_path: Path, clock: Clock) -> None:
    """40 MB of rows pass through without being held."""
    path = tmp_path / "rows.jsonl.gz"
    row = json.dumps({"text": "The envoy met the minister. " * 700}).encode() + b"\n"
    with gzip.open(path, "wb", compresslevel=1) as opened:
        for _ in range(2000):
            opened.write(row)
    pages: Iterator[Page | Dropped] = take_in(
        [str(path)], options=IntakeOptions(), transport=None, clock=clock
    )
    tracemalloc.start()
    assert sum(1 for _ in pages) == 2000
    assert tracemalloc.get_traced_memory()[1] < 4_000_000
    tracemalloc.stop()


def test_the_estimate_is_honest(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "a"}\n{"text": "b"}\n')
    (tmp_path / "b.txt").write_text("x")
    assert estimate([str(tmp_path / "a.jsonl"), str(tmp_path / "b.txt")]) == 3
    assert estimate(["https://a.example/"]) is None
    assert estimate(["-"]) is None
    assert estimate([str(tmp_path / "missing")]) is None
