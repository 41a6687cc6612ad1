"""A real server on the loopback address, and a clock that stands still."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from border_pages import ARTICLE, FEED, NOON


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
