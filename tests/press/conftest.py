"""A real server on the loopback address, and a clock that stands still."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

NOON = datetime(2025, 11, 3, 12, 0, tzinfo=UTC)

ARTICLE = """<!doctype html><html lang="en"><head><title>Crossing opens again | The Border Sample</title>
<meta property="og:site_name" content="The Border Sample">
<meta property="article:published_time" content="2025-11-02T08:30:00+05:00"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Crossing opens again after talks</h1>
<p>Officials of both sides opened the crossing on Sunday after four rounds of talks, the interior ministry said in a statement.</p>
<p>Lorries with fruit had waited for nineteen days, and traders put their losses at several million a day.</p>
<p>Read more: Markets count the cost</p>
<p>A joint committee is to meet every month, and it may close the crossing again if shots are fired.</p>
</article><aside class="related"><h3>Related articles</h3><a href="/x">Another story</a></aside>
<footer>All rights reserved</footer></body></html>"""

FEED = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>The Border Sample</title>
<link>http://border.example/</link><description>News</description><language>en</language>
<item><title>Crossing opens again</title><link>{base}/article</link><pubDate>Sun, 02 Nov 2025 08:30:00 +0500</pubDate>
<description>&lt;p&gt;Officials opened the crossing on Sunday after four rounds of talks.&lt;/p&gt;</description></item>
<item><title>Envoy travels</title><link>{base}/missing</link><pubDate>Mon, 03 Nov 2025 09:00:00 +0500</pubDate>
<description>The envoy is to travel to the capital on Monday.</description></item></channel></rss>"""


class Handler(BaseHTTPRequestHandler):
    """Pages, redirects and every kind of trouble."""

    def do_GET(self) -> None:
        base = f"http://127.0.0.1:{self.server.server_address[1]}"
        path = self.path
        if path == "/loop":
            self._redirect("/loop2")
        elif path == "/loop2":
            self._redirect("/loop")
        elif path == "/moved":
            self._redirect("/article")
        elif path == "/to-file":
            self._redirect("file:///etc/hostname")
        elif path.startswith("/to?"):
            self._redirect(path[4:])
        elif path.startswith("/chain/"):
            self._redirect(f"/chain/{int(path[7:]) + 1}")
        elif path == "/article":
            self._send(ARTICLE.encode(), "text/html; charset=utf-8")
        elif path == "/feed":
            self._send(FEED.format(base=base).encode(), "application/rss+xml")
        elif path == "/image":
            self._send(b"\x89PNG", "image/png")
        elif path == "/big":
            self._send(b"a" * 300_000, "text/html")
        elif path == "/slow":
            self._slow()
        elif path == "/host":
            self._send((self.headers["Host"] or "").encode(), "text/plain")
        else:
            self.send_error(404)

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _redirect(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _slow(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            for _ in range(40):
                self.wfile.write(b"<p>drip</p>")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server on the loopback."""
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()
    running.server_close()
    thread.join()


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that stands still."""
    return lambda: NOON
