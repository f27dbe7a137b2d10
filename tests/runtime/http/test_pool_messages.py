"""What goes to a pool is what httpx2's own client would have sent, and what comes back is read as it reads it."""

from __future__ import annotations

import random
import string

import httpx2
import pytest

from fledge.runtime import pool_messages
from fledge.runtime.deadlines import Deadline
from fledge.runtime.messages import Request, joined
from fledge.runtime.pool_messages import pool_request

HOSTS = "a.example 127.0.0.1 localhost EXAMPLE.com xn--a a_b [::1] 1.2.3 a..b -a é.com a. u:p@a.example".split()
PORTS = ["", *(f":{port}" for port in "80 443 8080 65535 65536 1 01 99999 0 00080 0443".split()), ":"]
MARKS = "._~!$&'()*+,;=:@?-/%#[]{}|\\^`<>\" é"


def made(method: str, url: str, content: bytes | None = None) -> Request:
    return Request("GET /", method, url, {"a": "1"}, content, 5.0)


def test_any_url_leads_to_where_httpx2_would_go() -> None:
    """Most need not be read by httpx2, which is slow; these are the very same, escaped the same way."""
    chance = random.Random(20261130)
    quick = 0
    for _ in range(4_000):
        letters = chance.choices(string.ascii_letters + string.digits + "/%?", k=chance.randrange(12))
        path = "".join(chance.choice(MARKS) if chance.random() < 0.1 else letter for letter in letters)
        scheme, host, port = (chance.choice(each) for each in (["http", "https", "HTTP"], HOSTS, PORTS))
        url = f"{scheme}://{host}{port}{chance.choice(['', '/'])}{path}"
        try:
            expected = httpx2.URL(url)
        except httpx2.InvalidURL:
            with pytest.raises(httpx2.InvalidURL):
                pool_request(made("GET", url), None, Deadline(5.0))
            continue
        quick += pool_messages._CLEAN.fullmatch(url) is not None
        sent = pool_request(made("GET", url), None, Deadline(5.0))
        assert sent.url.scheme == expected.raw_scheme
        assert (sent.url.host, sent.url.port) == (expected.raw_host, expected.port), url
        assert sent.url.target == expected.raw_path, url
        assert dict(sent.headers)[b"host"] == expected.netloc, url
    assert quick > 50


@pytest.mark.parametrize("method", ["GET", "HEAD", "DELETE", "POST", "PUT", "PATCH", "QUERY", "OPTIONS"])
@pytest.mark.parametrize("content", [None, b"", b"abc"])
def test_the_length_is_said_as_httpx2_says_it(method: str, content: bytes | None) -> None:
    """A method that is expected to have a body says that there is none (RFC 9110 8.6)."""
    sent = pool_request(made(method, "http://a.example/", content), None, Deadline(5.0))
    expected = httpx2.Request(method, "http://a.example/", headers={"a": "1"}, content=content)
    lengths = [value for name, value in expected.headers.raw if name.lower() == b"content-length"]
    own = [value for name, value in sent.headers if name == b"content-length"]
    assert own == lengths or (own, lengths, content) == ([b"0"], [], b"")


def test_a_content_without_a_length_comes_in_chunks() -> None:
    """RFC 9112 7.1."""
    sent = pool_request(made("POST", "http://a.example/"), iter([b"a"]), Deadline(5.0))
    assert dict(sent.headers)[b"transfer-encoding"] == b"chunked"
    assert b"content-length" not in dict(sent.headers)


def test_headers_of_a_response() -> None:
    """Those of one name are joined, in any case; a value that is not UTF-8 is Latin-1."""
    headers = joined([(b"Link", b"<a>"), (b"LINK", b"<b>"), (b"x", "é".encode()), (b"y", b"\xe9")])
    assert dict(headers) == {"link": "<a>, <b>", "x": "é", "y": "é"}
