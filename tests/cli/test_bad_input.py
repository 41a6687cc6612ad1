"""Bad input: one clear line that says what and why, the rest goes on, nothing kept is lost, the page is listed as dropped."""

import json
import sqlite3
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from ended import PAGE, Sarhad

GOOD = "good.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "press"
    made.mkdir()
    (made / GOOD).write_text(PAGE, encoding="utf-8")
    return made


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n ", ""),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, ""),
    "feed.xml": (b"<rss><channel><item>no end", ""),
    "rows.jsonl": (b'{"id": "a", "title": "no text here"}\n', "text"),
    "broken.json": (b'{"text": ', ""),
}


@pytest.mark.parametrize("name", BAD)
def test_a_page_that_is_none_is_dropped_with_a_reason_and_the_rest_is_kept(
    sarhad: Sarhad, folder: Path, name: str
) -> None:
    body, word = BAD[name]
    (folder / name).write_bytes(body)
    ended = sarhad("add", folder)
    assert ended.status == 0
    assert "1 read and kept" in ended.out
    assert "1 dropped" in ended.out
    [line] = [x for x in ended.err.splitlines() if x.startswith("dropped:")]
    assert name.partition(".")[0] in line
    assert word in line
    listed = sarhad("documents", "--dropped").out
    assert name.partition(".")[0] in listed
    assert "good" in sarhad("documents").out


def test_a_page_of_50_mb_is_dropped_for_its_size(sarhad: Sarhad, folder: Path) -> None:
    with (folder / "huge.html").open("wb") as out:
        out.truncate(50_000_000)
    ended = sarhad("add", folder)
    assert ended.status == 0
    assert "huge.html" in ended.err
    assert "1 read and kept" in ended.out


def test_a_line_of_2_mb_is_read_or_told(sarhad: Sarhad, folder: Path) -> None:
    (folder / "long.txt").write_text("the river ran on and on " * 90_000, encoding="utf-8")
    assert sarhad("add", folder).status == 0
    assert "good" in sarhad("documents").out


def test_deep_nesting_does_not_break_the_run(sarhad: Sarhad, folder: Path) -> None:
    (folder / "deep.html").write_text("<div>" * 60_000 + "a word" + "</div>" * 60_000, encoding="utf-8")
    assert sarhad("add", folder).status == 0
    assert "good" in sarhad("documents").out


def test_invalid_utf8_is_kept_readable(sarhad: Sarhad, folder: Path) -> None:
    (folder / "latin.txt").write_bytes(PAGE.encode().replace(b"Gunmen", b"Gun\xffmen", 1))
    assert sarhad("add", folder).status == 0
    assert "2 read and kept" in sarhad("add", folder, "--record", "second.db").out


def test_a_date_of_the_year_9999_is_no_date(sarhad: Sarhad, folder: Path) -> None:
    row = {"id": "far", "text": PAGE, "date": "9999-12-31T23:59:59Z", "title": "Far away"}
    (folder / "rows.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert sarhad("add", folder).status == 0
    assert "9999" not in sarhad("documents").out
    assert sarhad("brief").status == 0


def test_nothing_that_can_be_kept_ends_with_status_1(sarhad: Sarhad, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    ended = sarhad("add", "empty.txt")
    assert ended.status == 1
    assert "nothing could be kept" in ended.err


def test_a_file_that_is_not_there_is_told(sarhad: Sarhad) -> None:
    ended = sarhad("add", "nowhere.txt")
    assert ended.status == 1
    assert "nowhere.txt" in ended.err
    assert "Traceback" not in ended.err


# --- the record file


def test_a_file_that_is_no_record_is_left_alone(kept: Sarhad, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("shopping list", encoding="utf-8")
    ended = kept("brief", "--record", "notes.db")
    assert ended.status == 1
    assert len(ended.err.splitlines()) == 1
    assert (tmp_path / "notes.db").read_text(encoding="utf-8") == "shopping list"
    assert kept("add", "spin-boldak.txt", "--record", "notes.db").status == 1


def test_a_record_of_a_newer_schema_is_not_touched(kept: Sarhad, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "sarhad.db") as connection:
        connection.execute("update meta set value = '999' where key = 'schema_version'")
    connection.close()
    ended = kept("brief")
    assert ended.status == 1
    assert "newer" in ended.err


def test_looking_never_makes_a_record(sarhad: Sarhad, tmp_path: Path) -> None:
    ended = sarhad("incidents")
    assert ended.status == 2
    assert "sarhad add" in ended.err
    assert not (tmp_path / "sarhad.db").exists()


# --- the network


class Site(BaseHTTPRequestHandler):
    """Answers 404 at /gone, leads in circles at /loop, else gives the page."""

    def do_GET(self) -> None:
        if self.path == "/loop":
            self.send_response(302)
            self.send_header("Location", "/loop")
            self.end_headers()
        elif self.path == "/gone":
            self.send_error(404)
        else:
            self.send_response(200)
            self.send_header("Content-Type", "text/plain; charset=utf-8")
            self.end_headers()
            self.wfile.write(PAGE.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_url_that_is_gone_or_loops_is_dropped_and_the_next_is_kept(sarhad: Sarhad, site: str) -> None:
    ended = sarhad("add", f"{site}/gone", f"{site}/loop", f"{site}/story", "--allow-private")
    assert ended.status == 0
    assert "1 read and kept, 2 dropped" in ended.out
    assert "404" in ended.err
    assert "circle" in ended.err


def test_private_addresses_are_refused_unless_allowed(sarhad: Sarhad, site: str) -> None:
    ended = sarhad("add", f"{site}/story")
    assert ended.status == 1
    assert "dropped:" in ended.err


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/a"])
def test_only_http_and_https_are_fetched(sarhad: Sarhad, url: str) -> None:
    assert sarhad("add", url).status == 1


def test_a_dropped_source_is_named_once(sarhad: Sarhad) -> None:
    ended = sarhad("add", "nosuchfile", "./neither")
    assert ended.err.splitlines()[0] == "dropped: nosuchfile — there is no such file; check the path"
    assert ended.err.splitlines()[1] == "dropped: ./neither — there is no such file; check the path"
