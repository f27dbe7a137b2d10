"""The fake transport of the package's own `testing`, without a package."""

from __future__ import annotations

import asyncio
from contextlib import nullcontext
from decimal import Decimal
from typing import Any

import pytest

from fledge.runtime.auth import APIKeyAuth
from fledge.runtime.bodies import JSONBody
from fledge.runtime.client import AsyncBaseClient, BaseClient, Resource
from fledge.runtime.cookies import Cookie
from fledge.runtime.oauth2 import OAuth2
from fledge.runtime.operation import Operation
from fledge.runtime.parameters import Header
from fledge.runtime.testing import AsyncFakeTransport, FakeTransport

PUT = Operation[Any]("PUT /", body=JSONBody(), success={200: Any})


class Things(Resource[BaseClient]):
    def put(self, *, body: Any, **options: Any) -> Any:
        return self._client.call(PUT(options), body=body)


class AsyncThings(Resource[AsyncBaseClient]):
    async def put(self, *, body: Any, **options: Any) -> Any:
        return await self._client.call(PUT(options), body=body)


def test_a_recorded_request_shows_no_credential() -> None:
    """pytest prints the `repr` of what it compares: it has what was called with, and no header."""
    fake = FakeTransport()
    client = Things(BaseClient(base_url="http://host", transport=fake, headers={"Authorization": "Bearer hush"}))
    fake.on(client.put).returns({})
    client.put(body=[1])
    assert repr(fake.calls) == "[<RecordedRequest PUT / [1]>]"
    assert fake.calls[0].headers["authorization"] == "Bearer hush"


def test_the_fake_transport_gives_tokens() -> None:
    """A client that gets its tokens by itself can be tested: there is no method whose answer a test could set."""
    fake, other = FakeTransport(), AsyncFakeTransport()
    grant = {"token_urls": {"client_credentials": "/token"}, "client_id": "id", "client_secret": "hush"}
    options: Any = {"base_url": "http://host", "security": (("o",),)}
    client = Things(BaseClient(transport=fake, schemes={"o": OAuth2(None, **grant)}, **options))
    fake.on(client.put).returns({})
    client.put(body=[1])
    asynchronous = AsyncThings(AsyncBaseClient(transport=other, schemes={"o": OAuth2(None, **grant)}, **options))
    other.on(asynchronous.put).returns({})
    asyncio.run(asynchronous.put(body=[1]))
    for each in (fake, other):
        assert [sent.headers["authorization"] for sent in each.calls] == ["Bearer token"]


class Watched(Resource[BaseClient]):
    """An operation with a header and a cookie."""

    def get(self, *, trace: str | None = None, theme: str | None = None, **options: Any) -> Any:
        parameters = {"trace": Header("X-Trace"), "theme": Cookie("theme")}
        operation = Operation[Any]("GET /", parameters=parameters, success={200: Any})
        return self._client.call(operation(options), trace=trace, theme=theme)


def test_headers_and_cookies_are_compared() -> None:
    """What arguments make of them counts, and is told of; credentials are neither compared nor shown."""
    fake = FakeTransport()
    schemes, security = {"k": APIKeyAuth(Cookie("sid"), "hush")}, (("k",),)
    client = Watched(BaseClient(base_url="http://host", transport=fake, schemes=schemes, security=security))
    stub = fake.on(client.get).returns({})
    client.get(trace="1", theme="dark")
    stub.assert_called_with(trace="1", theme="dark")
    for arguments in (
        {"trace": "1"},
        {"trace": "1", "theme": "light"},
        {"trace": "2", "theme": "dark"},
        {"theme": "dark"},
    ):
        with pytest.raises(AssertionError, match=r"'cookie theme': 'dark', 'x-trace': '1'") as caught:
            stub.assert_called_with(**arguments)
        assert "hush" not in str(caught.value)
    client.get(extra_headers={"Cookie": "theme=dark; sid=other"})
    stub.assert_called_with(extra_headers={"Cookie": "theme=dark; sid=other"})
    with pytest.raises(AssertionError):
        stub.assert_called_with(theme="dark", trace="3")


SAME: list[tuple[Any, Any]] = [
    ({"a": 1.0}, {"a": 1}),
    ({"a": 1, "b": [1e2]}, {"b": [100], "a": 1}),
    ({"a": Decimal("1.50")}, {"a": Decimal("1.5")}),
    (True, True),
    (None, None),
]
DIFFERENT: list[tuple[Any, Any]] = [
    ({"a": 1}, {"a": True}),
    ({"a": [0]}, {"a": [False]}),
    ({"a": None}, {}),
    ([1, 2], [2, 1]),
    ({"a": 1.5}, {"a": "1.5"}),
    ({"a": 9007199254740993}, {"a": 9007199254740992.0}),
]


@pytest.mark.parametrize("alike", [True, False])
def test_bodies_are_compared_as_json(alike: bool) -> None:
    """Spelling and order do not count: `1.0` is 1. A boolean is no number, and null is not absent."""
    numbers = Operation[Any]("PUT /", body=JSONBody(of=dict[str, float] | Any), success={200: Any})

    class Numbers(Resource[BaseClient]):
        def put(self, *, body: Any, **options: Any) -> Any:
            return self._client.call(numbers(options), body=body)

    for sent, asked in SAME if alike else DIFFERENT:
        fake = FakeTransport()
        client = Numbers(BaseClient(base_url="http://host", transport=fake))
        stub = fake.on(client.put).returns({})
        client.put(body=sent)
        with nullcontext() if alike else pytest.raises(AssertionError):
            stub.assert_called_with(body=asked)


def test_a_body_that_only_says_that_it_is_json() -> None:
    """The bytes of an `extra_body` may be anything, and are recorded as they are."""
    fake = FakeTransport()
    client = Watched(BaseClient(base_url="http://host", transport=fake))
    fake.on(client.get).returns({})
    options: Any = {"extra_body": b"{not json", "extra_headers": {"Content-Type": "application/json"}}
    client.get(**options)
    assert fake.calls[0].body == b"{not json"
    fake.on(client.get).assert_called_with(**options)
