"""The one way to the network: http and https, public addresses only unless allowed, size and time capped."""

import ipaddress
import socket
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urljoin, urlsplit

from sarhad.errors import Unfetchable

if TYPE_CHECKING:
    import httpx

USER_AGENT = "sarhad/0.1 (reads public news pages)"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
READABLE = (
    "text/",
    "application/xhtml",
    "application/xml",
    "application/rss",
    "application/atom",
    "application/json",
)
WHY = {
    401: "it wants a login",
    403: "the site refuses it",
    404: "there is no such page",
    410: "the page was taken down",
    429: "the site wants fewer requests",
    451: "it is blocked for legal reasons",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What came back: the bytes, where they came from in the end, and what they are said to be."""

    url: str
    body: bytes
    media_type: str
    status: int = 200


class Transport(Protocol):
    """Anything that fetches. Unfetchable when it cannot."""

    def get(self, url: str) -> Response:
        """The page at `url`."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpTransport:
    """Fetches over HTTP. Each hop's host is resolved, every address checked, and the connection made to the
    checked address, so that a name that resolves otherwise a moment later gains nothing."""

    allow_private: bool = False
    max_bytes: int = 20_000_000
    seconds: float = 20.0
    max_redirects: int = 8
    resolve: Callable[[str, int], list[str]] | None = None

    def get(self, url: str) -> Response:
        """The page at `url`; Unfetchable with one line that says what, why and what to do."""
        import httpx

        deadline = time.monotonic() + self.seconds
        seen: list[str] = []
        with httpx.Client(trust_env=False, follow_redirects=False, timeout=self.seconds) as client:
            while True:
                if url in seen or len(seen) > self.max_redirects:
                    raise Unfetchable(
                        f"{seen[0]}: redirects in a circle or more than {self.max_redirects} times; open it in a browser"
                    )
                seen.append(url)
                try:
                    found = self._hop(client, url, deadline)
                except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError) as error:
                    raise Unfetchable(_why(url, error, self.seconds)) from None
                if isinstance(found, Response):
                    return found
                url = found

    def _hop(self, client: "httpx.Client", url: str, deadline: float) -> Response | str:
        """One request: the page, or the address it redirects to."""
        import httpx

        address = self._checked(url)
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        host = f"[{address}]" if ":" in address else address
        target = httpx.URL(url).copy_with(host=host.strip("[]"))
        name = parts.hostname or ""
        request = client.build_request(
            "GET",
            target,
            headers={
                "Host": name if parts.port is None else f"{name}:{port}",
                "User-Agent": USER_AGENT,
                "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,application/rss+xml,application/json;q=0.8,*/*;q=0.5",
                "Accept-Encoding": "gzip, deflate",
            },
            timeout=max(0.1, deadline - time.monotonic()),
            extensions={"sni_hostname": name},
        )
        request.extensions["timeout"] = httpx.Timeout(max(0.1, deadline - time.monotonic())).as_dict()
        response = client.send(request, stream=True)
        try:
            return self._answer(response, url, deadline)
        finally:
            response.close()

    def _answer(self, response: "httpx.Response", url: str, deadline: float) -> Response | str:
        if response.status_code in REDIRECTS and (to := response.headers.get("location")):
            return urljoin(url, str(to))
        if response.status_code >= 400:
            why = WHY.get(response.status_code, "the site answers with an error")
            raise Unfetchable(
                f"{url}: HTTP {response.status_code}, {why}; check the address or save the page as a file"
            )
        media_type = response.headers.get("content-type", "").split(";")[0].strip().lower()
        if media_type and not media_type.startswith(READABLE) and media_type not in BYTES:
            raise Unfetchable(f"{url}: {media_type} is no page; give the address of an article or a feed")
        body = self._body(response.iter_bytes(), url, deadline)
        return Response(
            url=url,
            body=body,
            media_type=media_type or "application/octet-stream",
            status=response.status_code,
        )

    def _body(self, chunks: Iterable[bytes], url: str, deadline: float) -> bytes:
        """The bytes, decompressed, up to the caps."""
        body = bytearray()
        for chunk in chunks:
            body += chunk
            if len(body) > self.max_bytes:
                raise Unfetchable(
                    f"{url}: larger than {self.max_bytes:,} bytes; raise SARHAD_MAX_BYTES or save the page as a file"
                )
            if time.monotonic() > deadline:
                raise Unfetchable(
                    f"{url}: took longer than {self.seconds:g} seconds; try again or raise SARHAD_TIMEOUT"
                )
        return bytes(body)

    def _checked(self, url: str) -> str:
        """An address of the URL's host that may be connected to."""
        try:
            parts = urlsplit(url)
            port = parts.port or (443 if parts.scheme == "https" else 80)
        except ValueError:
            raise Unfetchable(f"{url}: is no valid address; check it") from None
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise Unfetchable(
                f"{url}: only http and https addresses are fetched; give one of those or a file"
            )
        addresses = (self.resolve or resolved)(parts.hostname, port)
        if not addresses:
            raise Unfetchable(f"{url}: no such host {parts.hostname}; check the address or the network")
        if not self.allow_private and any(not is_public(a) for a in addresses):
            raise Unfetchable(
                f"{url}: {parts.hostname} is a private or local address; allow it with SARHAD_ALLOW_PRIVATE=1 if it is meant"
            )
        return addresses[0]


BYTES = (
    "application/pdf",
    "application/octet-stream",
    "application/gzip",
    "application/x-gzip",
    "application/x-ndjson",
    "application/jsonl",
    "binary/octet-stream",
)


def resolved(host: str, port: int) -> list[str]:
    """The IP addresses of a host; none when it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet: not loopback, private, link-local, reserved, multicast
    or shared, also when it is written as an IPv6 form of an IPv4 address."""
    try:
        ip = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
    return ip.is_global and not ip.is_multicast


def _why(url: str, error: Exception, seconds: float) -> str:
    import httpx

    if isinstance(error, httpx.TimeoutException):
        return f"{url}: no answer within {seconds:g} seconds; try again or raise SARHAD_TIMEOUT"
    if isinstance(error, httpx.ConnectError):
        return (
            f"{url}: no connection ({str(error) or type(error).__name__}); check the address or the network"
        )
    if isinstance(error, (httpx.InvalidURL, ValueError)):
        return f"{url}: is no valid address ({error}); check it"
    return f"{url}: the answer broke off ({type(error).__name__}: {error}); try again"
