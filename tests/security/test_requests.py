"""Locations and path templates that try to choose the host: 700 inputs, each as httpx2 and yarl read the URL."""

from __future__ import annotations

import pickle
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

import httpx2
import pytest
from yarl import URL

from fledge.runtime.auth import APIKeyAuth
from fledge.runtime.client import BaseClient
from fledge.runtime.errors import APIError
from fledge.runtime.http_auth import HTTPAuth
from fledge.runtime.messages import Headers, Request
from fledge.runtime.operation import Operation
from fledge.runtime.parameters import Query
from fledge.runtime.transport import StreamedResponse

SECRET = "s3cret"
BASE = "https://api.example"
LOCATIONS = [
    "//evil.example/x", "https://evil.example", "https:evil.example", "https:/evil.example", "https:///evil.example",
    "/\\evil.example", "\\\\evil.example", "/\\/evil.example", "https://api.example@evil.example",
    "https://user:pw@api.example/", "https://api.example\\@evil.example", "https://api.example%2f@evil.example",
    "https://API.EXAMPLE/x", "HTTPS://api.example/x", "https://api.example:443/x", "https://api.example:444/x",
    "https://api.example./x", "https://api.example%00.evil/x", "https://api.example\t.evil/x",
    "https://api.example\n.evil/x", "\thttps://evil.example", " https://evil.example", "https://\u0430pi.example/",
    "https://api\u3002example/", "https://api.example:0443/x", "https://api.example:/x", "http://api.example/x",
    "https://xn--api-.example/", "https://[::1]/", "https://api.example#@evil.example",
    "https://api.example?@evil.example", "https://api.example;@evil.example/", "javascript:alert(1)",
    "file:///etc/passwd", "data:,x", "ftp://api.example/", "ws://api.example/x", "wss://api.example/x",
    "https://api.exa\u00admple/x", "https://api.example\u3002evil/", "https://\uff41pi.example/",
    "https://1.1.1.1 &@2.2.2.2# @3.3.3.3/", "https://api.example:80:443/", "https://api.example:+443/",
    "https://api.example:\uff14\uff14\uff13/", "http://api.example:443/", "https://api.example:65536/",
    "https://api.example:-1/", ".evil.example", "@evil.example", "?x", "#x", "..//evil.example", "/..//evil.example",
    "./\\evil.example", "https://%61pi.example/x", "https://api.example%2eevil/x", "https://api.example,evil/",
    "https://(api.example)/x", "https://api.example\u200b/", "https://api.example\u2044@evil/", "https://\u2460.example",
]  # fmt: skip
TEMPLATES = [
    "//evil/x", "/\\evil/x", "//evil@x/", "/{a}.evil", "{a}.evil/x", "/x?y=1", "/x#frag", "/x/{a}?b={a}", "/{a}",
    "/x{a}", "/../x", "/%2e%2e/x", "/a//b", "/;@evil", "/x y", "/\u00e9", "/\r\nX: 1", "/x\x00", "/{a}/..", "/:80", "//",
]  # fmt: skip
VALUES = [
    "..", ".", "//evil", "@evil", "a/b", "\\evil", "%2f..", "%2e%2e", "a?b", "a#b", "\r\nX: y", "\u00e9", "",
    "evil:80", ";x", ".evil",
]  # fmt: skip
CREDENTIALS: dict[str, dict[str, Any]] = {
    "header": {"schemes": {"k": HTTPAuth("Bearer", SECRET)}, "security": (("k",),)},
    "query": {"schemes": {"k": APIKeyAuth(Query("key"), SECRET)}, "security": (("k",),)},
    "headers=": {"headers": {"X-Other": SECRET}},
}


class _Recorder:
    """A transport that sends nothing, and answers with these heads before `{}`."""

    def __init__(self, *heads: tuple[int, Mapping[str, str]]) -> None:
        self.arrived: list[Request] = []
        self._heads = list(heads)

    def send(self, request: Request) -> StreamedResponse:
        self.arrived.append(request)
        status, headers = self._heads.pop(0) if self._heads else (200, {})
        return StreamedResponse(status, Headers(headers), lambda: iter([b"{}"]), lambda: None)

    def close(self) -> None:
        pass


def _hosts(url: str) -> set[str | None]:
    """The hosts that libraries see in a URL."""
    readers: list[Callable[[], str | None]] = [
        lambda: httpx2.URL(url).host,
        lambda: URL(url, encoded=True).host,
    ]
    hosts: set[str | None] = set()
    for read in readers:
        with suppress(httpx2.InvalidURL, ValueError):  # it is sent nowhere
            hosts.add(read())
    return hosts


@pytest.mark.parametrize("kind", CREDENTIALS)
@pytest.mark.parametrize("status", [301, 307])
def test_no_location_gets_a_credential_of_another_host(kind: str, status: int) -> None:
    """What a redirect leads to has the secret only if each library sees the host of the server there."""
    for location in LOCATIONS:
        transport = _Recorder((status, {"location": location}))
        client = BaseClient(base_url=BASE, transport=transport, max_retries=0, **CREDENTIALS[kind])
        try:
            client.call(Operation[Any]("GET /a", success={200: Any})({}))
        except APIError as error:
            shown = f"{error!r} {pickle.dumps(error)!r} {''.join(traceback.format_exception(error))}"
            assert SECRET not in shown, location
        for request in transport.arrived[1:]:
            if SECRET in f"{request.url} {request.headers}":
                assert _hosts(request.url) <= {"api.example"}, location
                assert httpx2.URL(request.url).scheme == "https" and httpx2.URL(request.url).port is None, location


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_template_and_no_value_choose_the_host(template: str) -> None:
    """Every request stays below the base URL, whatever stands in the path; or it is refused."""
    for value in VALUES:
        transport = _Recorder()
        client = BaseClient(base_url=f"{BASE}/v1", transport=transport, **CREDENTIALS["header"])
        with suppress(APIError, ValueError):
            client.call(
                Operation[Any](f"GET {template}", success={200: Any})({}, *([value] if "{a}" in template else []))
            )
        for request in transport.arrived:
            assert _hosts(request.url) <= {"api.example"}, value
            assert not set("\r\n\0 ") & set(request.url), value
            assert httpx2.URL(request.url).path.startswith("/v1"), value
