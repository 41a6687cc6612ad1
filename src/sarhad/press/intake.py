"""Take in: files, folders, URLs, feeds, JSON rows and standard input become pages, one at a time."""

import gzip
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

from sarhad.errors import NotAPage, Unfetchable, Unreadable
from sarhad.press.feeds import feed_items, is_feed
from sarhad.press.fetch import Response, Transport
from sarhad.press.rows import json_document, json_lines
from sarhad.records import Claims, Dropped, Page, stable_id

Taken = Page | Dropped
NOT_THERE = "look up"
"""The stage at which a path leaves the line that names nothing: a slip of the person, and no page of the press."""
MEDIA_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/plain",
    ".markdown": "text/plain",
    ".xml": "application/xml",
    ".rss": "application/xml",
    ".atom": "application/xml",
    ".json": "application/json",
    ".jsonl": "application/x-ndjson",
    ".ndjson": "application/x-ndjson",
    ".pdf": "application/pdf",
}
LINES_TYPES = ("application/x-ndjson", "application/jsonl", "application/jsonlines")


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeOptions:
    """How to take in. `follow`: fetch the articles that a feed's items point at."""

    follow: bool = False
    max_bytes: int = 20_000_000
    max_items: int = 500


def take_in(
    sources: Iterable[str],
    *,
    options: IntakeOptions = IntakeOptions(),
    transport: Transport | None,
    clock: Callable[[], datetime],
) -> Iterator[Taken]:
    """Pages from files, folders, URLs, feeds, JSON rows and "-" (standard input), in the order given.

    What cannot be taken in comes as a Dropped with its reason; the rest goes on. Nothing but the page at hand is
    held in memory (a JSON Lines file is read line by line).
    """
    taking = _Intake(options=options, transport=transport, clock=clock)
    for source in sources:
        yield from taking.source(source)


def estimate(sources: Iterable[str]) -> int | None:
    """About how many pages `sources` hold, for a progress bar; None when that is not cheap to tell
    (URLs, standard input, rows in packed or large files)."""
    total = 0
    for source in sources:
        path = Path(source)
        if source == "-" or is_url(source) or not path.exists():
            return None
        for file in _files(path) if path.is_dir() else (path,):
            if file.suffix.lower() in (".gz", ".json") or _media_type(file) == "application/xml":
                return None
            counted = _count_lines(file) if _media_type(file) in LINES_TYPES else 1
            if counted is None:
                return None
            total += counted
    return total


def is_url(source: str) -> bool:
    """Whether a source is an address rather than a path."""
    head = source[:12].lower()
    return "://" in head


def _count_lines(file: Path, limit: int = 200_000_000) -> int | None:
    try:
        if file.stat().st_size > limit:
            return None
        with file.open("rb") as opened:
            return sum(block.count(b"\n") for block in iter(lambda: opened.read(1 << 20), b""))
    except OSError:
        return None


def _media_type(file: Path) -> str | None:
    name = file.name.lower().removesuffix(".gz")
    return MEDIA_TYPES.get(Path(name).suffix)


def _files(folder: Path) -> Iterator[Path]:
    """Files below a folder in sorted order; hidden ones and those of unknown kinds are left out. Links to folders
    are not followed, so that a folder that links to itself ends."""
    try:
        entries = sorted(folder.iterdir(), key=lambda p: p.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _files(entry)
        elif _media_type(entry):
            yield entry


@dataclass(frozen=True, slots=True, kw_only=True)
class _Intake:
    """One run's options, transport and clock."""

    options: IntakeOptions
    transport: Transport | None
    clock: Callable[[], datetime]

    def source(self, source: str) -> Iterator[Taken]:
        """Whatever one source holds."""
        try:
            if source == "-":
                yield from self._standard_input()
            elif is_url(source):
                yield from self._url(source)
            elif Path(source).is_dir():
                yield from self._folder(Path(source))
            elif not Path(source).exists():
                yield dropped(source, f"{source}: there is no such file; check the path", stage=NOT_THERE)
            else:
                yield from self._file(Path(source))
        except (Unreadable, OSError, EOFError, zlib.error) as error:
            yield dropped(source, _reason(source, error))

    def _folder(self, folder: Path) -> Iterator[Taken]:
        empty = True
        for file in _files(folder):
            empty = False
            yield from self.source(str(file))
        if empty:
            yield dropped(
                str(folder),
                f"{folder}: holds no page (.html .txt .md .xml .json .jsonl .pdf); give another folder",
            )

    def _file(self, file: Path) -> Iterator[Taken]:
        if not file.is_file():
            raise NotAPage(f"{file}: is no regular file; give a file, a folder or a URL")
        packed = file.suffix.lower() == ".gz"
        media_type = _media_type(file)
        if media_type in LINES_TYPES:
            with gzip.open(file) if packed else file.open("rb") as opened:
                yield from json_lines(cast(BinaryIO, opened), str(file), None)
            return
        limit = self.options.max_bytes * (5 if media_type == "application/json" else 1)
        with gzip.open(file) if packed else file.open("rb") as opened:
            body = opened.read(limit + 1)
        if len(body) > limit:
            raise NotAPage(f"{file}: larger than {limit:,} bytes; raise SARHAD_MAX_BYTES or split it")
        yield from self._bytes(body, str(file), media_type)

    def _standard_input(self) -> Iterator[Taken]:
        opened: BinaryIO = sys.stdin.buffer
        first = opened.readline(self.options.max_bytes + 1)
        if first.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") and first.rstrip().endswith(b"}"):
            yield from json_lines(cast(BinaryIO, _Chained(first, opened)), "-", None)
            return
        body = first + opened.read(self.options.max_bytes + 1)
        if len(body) > self.options.max_bytes:
            raise NotAPage(
                f"-: standard input is larger than {self.options.max_bytes:,} bytes; give it as a file of rows"
            )
        yield from self._bytes(body, "-", None)

    def _bytes(
        self, body: bytes, source: str, media_type: str | None, url: str | None = None
    ) -> Iterator[Taken]:
        """Bytes of a kind that is told or sniffed. Only what was fetched here has a time of fetching: when a file
        was saved nobody tells, and "3 days ago" in it is no date."""
        fetched_at = self.clock() if url else None
        if not body.strip():
            raise NotAPage(f"{source}: is empty; nothing to read")
        if body.startswith(b"\x1f\x8b") and media_type in (
            None,
            "application/gzip",
            "application/x-gzip",
            "application/octet-stream",
        ):
            body, media_type = self._unpacked(body, source), None
        kind = media_type if media_type in KNOWN else sniffed(body)
        if kind != "text/plain" and is_feed(body) and kind != "application/pdf":
            yield from self._feed(body, source, fetched_at)
        elif kind in LINES_TYPES:
            yield from json_lines(BytesIO(body), source, fetched_at)
        elif kind == "application/json":
            yield from json_document(body, source, fetched_at)
        else:
            if kind.endswith("xml") and kind != "application/xhtml+xml":
                if b"<html" not in body[:4000].lower():
                    raise NotAPage(f"{source}: neither a feed nor a page; give RSS, Atom, HTML or text")
                kind = "text/html"
            yield Page(
                body=body, source=source, media_type=kind, fetched_at=fetched_at, claims=Claims(url=url)
            )

    def _unpacked(self, body: bytes, source: str) -> bytes:
        """Gzip data unpacked, never to more than the cap."""
        limit = self.options.max_bytes
        with gzip.open(BytesIO(body)) as opened:
            unpacked = opened.read(limit + 1)
        if len(unpacked) > limit:
            raise NotAPage(
                f"{source}: unpacks to more than {limit:,} bytes; raise SARHAD_MAX_BYTES or split it"
            )
        return unpacked

    def _url(self, url: str) -> Iterator[Taken]:
        answer = self._fetched(url)
        yield from self._bytes(answer.body, url, answer.media_type, answer.url)

    def _fetched(self, url: str) -> Response:
        if self.transport is None:
            raise Unfetchable(f"{url}: this run may not use the network; save the page and give the file")
        return self.transport.get(url)

    def _feed(self, body: bytes, source: str, fetched_at: datetime | None) -> Iterator[Taken]:
        number = 0
        for number, item in enumerate(feed_items(body, source), 1):
            if number > self.options.max_items:
                break
            where = f"{source}#{number}"
            if self.options.follow and item.claims.url:
                yield from self._article(item.claims)
            elif not item.text:
                yield dropped(
                    item.claims.url or where,
                    f"{where}: the item has no text; use --follow to fetch its article",
                )
            else:
                kind = "text/html" if item.is_html else "text/plain"
                yield Page(
                    body=item.text.encode("utf-8", "replace"),
                    source=where,
                    media_type=kind,
                    fetched_at=fetched_at,
                    claims=item.claims,
                )
        if not number:
            yield dropped(source, f"{source}: the feed has no items; nothing to read")

    def _article(self, claims: Claims) -> Iterator[Taken]:
        """The article that a feed's item points at, with what the item claims of it."""
        url = claims.url or ""
        try:
            answer = self._fetched(url)
        except Unreadable as error:
            yield dropped(url, str(error))
            return
        kind = answer.media_type if answer.media_type in KNOWN else sniffed(answer.body)
        yield Page(body=answer.body, source=url, media_type=kind, fetched_at=self.clock(), claims=claims)


KNOWN = frozenset(
    {
        *MEDIA_TYPES.values(),
        *LINES_TYPES,
        "application/xhtml+xml",
        "application/rss+xml",
        "application/atom+xml",
    }
)


def sniffed(body: bytes) -> str:
    """What bytes of no told kind are: PDF, JSON, JSON Lines, HTML, XML, else text."""
    head = body[:4000].lstrip(b"\xef\xbb\xbf \t\r\n")
    low = head.lower()
    if head.startswith(b"%PDF-"):
        return "application/pdf"
    if head.startswith((b"{", b"[")):
        first = head.splitlines()[0].rstrip() if head else b""
        more = len(body.splitlines()) > 1 if len(body) < 5_000_000 else True
        return (
            "application/x-ndjson"
            if first.startswith(b"{") and first.endswith(b"}") and more
            else "application/json"
        )
    if low.startswith(b"<?xml") and b"<html" not in low:
        return "application/xml"
    tags = (b"<!doctype html", b"<html", b"<head", b"<body", b"<div", b"<p>", b"<article", b"<h1", b"<table")
    return "text/html" if any(t in low for t in tags) else "text/plain"


def dropped(source: str, reason: str, stage: str = "take in") -> Dropped:
    """A source that left the line at the door."""
    return Dropped(document_id=stable_id("d", source), stage=stage, reason=reason, source=source)


class _Chained:
    """A stream whose first line was read already."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first, self._rest = first, rest

    def readline(self, size: int = -1) -> bytes:
        """The next line."""
        line, self._first = self._first, b""
        return line or self._rest.readline(size)


def _reason(source: str, error: Exception) -> str:
    if isinstance(error, Unreadable):
        return str(error)
    if isinstance(error, PermissionError):
        return f"{source}: may not be read; check its permissions"
    if isinstance(error, (gzip.BadGzipFile, EOFError, zlib.error)):
        return f"{source}: the gzip data is broken ({error}); pack it again"
    return f"{source}: cannot be read ({error}); check it"
