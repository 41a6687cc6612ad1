"""Fetching: public http(s) pages within caps, everything else refused with one line."""

import pytest

from sarhad.errors import Unfetchable
from sarhad.press.fetch import HttpTransport, is_public


def test_a_page_comes_with_its_type_and_final_address(server: str) -> None:
    answer = HttpTransport(allow_private=True).get(f"{server}/moved")
    assert answer.url == f"{server}/article"
    assert answer.media_type == "text/html"
    assert b"Crossing opens again" in answer.body


def test_the_loopback_is_refused_without_the_flag(server: str) -> None:
    with pytest.raises(Unfetchable, match=r"private or local address; allow it with SARHAD_ALLOW_PRIVATE"):
        HttpTransport().get(f"{server}/article")


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/",
        "http://[::1]/",
        "http://10.0.0.8/",
        "http://169.254.169.254/latest",
        "http://2130706433/",
        "http://0.0.0.0/",
    ],
)
def test_private_addresses_are_refused_however_they_are_written(url: str) -> None:
    with pytest.raises(Unfetchable, match=r"private or local|no such host"):
        HttpTransport(seconds=2).get(url)


def test_a_public_page_may_not_redirect_inside(server: str) -> None:
    """Every hop is checked: the first host passes as public here, the second is the loopback."""
    hops: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        hops.append(host)
        return ["127.0.0.1"] if host == "127.0.0.1" else ["93.184.216.34"]

    transport = HttpTransport(allow_private=False, resolve=resolve)
    with pytest.raises(Unfetchable, match="private or local"):
        transport.get(f"{server}/article")
    assert hops == ["127.0.0.1"]


def test_the_connection_goes_to_the_checked_address(server: str) -> None:
    port = server.rsplit(":", 1)[1]
    transport = HttpTransport(allow_private=True, resolve=lambda host, port: ["127.0.0.1"])
    assert transport.get(f"http://border.example:{port}/host").body.decode() == f"border.example:{port}"


@pytest.mark.parametrize(
    "url", ["ftp://border.example/x", "file:///etc/hostname", "http://", "http://[bad", "gopher://x/"]
)
def test_only_http_and_https(url: str) -> None:
    with pytest.raises(Unfetchable, match=r"only http and https|no valid address"):
        HttpTransport().get(url)


def test_a_redirect_to_a_file_is_refused(server: str) -> None:
    with pytest.raises(Unfetchable, match="only http and https"):
        HttpTransport(allow_private=True).get(f"{server}/to-file")


@pytest.mark.parametrize("path", ["/loop", "/chain/1"])
def test_redirects_end(server: str, path: str) -> None:
    with pytest.raises(Unfetchable, match="redirects in a circle or more than 8 times"):
        HttpTransport(allow_private=True).get(server + path)


def test_a_missing_page_says_so(server: str) -> None:
    with pytest.raises(Unfetchable, match=r"/gone: HTTP 404, there is no such page; check the address"):
        HttpTransport(allow_private=True).get(f"{server}/gone")


def test_an_image_is_no_page(server: str) -> None:
    with pytest.raises(Unfetchable, match="image/png is no page"):
        HttpTransport(allow_private=True).get(f"{server}/image")


def test_the_size_cap_holds_while_reading(server: str) -> None:
    with pytest.raises(Unfetchable, match="larger than 100,000 bytes"):
        HttpTransport(allow_private=True, max_bytes=100_000).get(f"{server}/big")


def test_the_time_cap_holds_for_a_page_that_drips(server: str) -> None:
    with pytest.raises(Unfetchable, match=r"0\.5 seconds"):
        HttpTransport(allow_private=True, seconds=0.5).get(f"{server}/slow")


def test_nobody_listening() -> None:
    with pytest.raises(Unfetchable, match="no connection"):
        HttpTransport(allow_private=True, seconds=3).get("http://127.0.0.1:9/")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("169.254.1.1", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("no address", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public
