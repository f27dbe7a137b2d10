"""A user's own httpx2 client sends the requests: its hooks, proxies, mocks and timeouts count, and no more leaks."""

from __future__ import annotations

import asyncio
import gc
import gzip
import time
from typing import Any

import httpx2
import pytest

from fledge.runtime.aiohttp_transport import AIOHTTPTransport
from fledge.runtime.client import AsyncBaseClient, BaseClient
from fledge.runtime.errors import APIConnectionError, APITimeoutError
from fledge.runtime.http_auth import HTTPAuth
from fledge.runtime.operation import Operation
from fledge.runtime.status_errors import APIStatusError
from fledge.runtime.transport import AsyncHTTPTransport, HTTPTransport

from . import operations as op
from .conftest import Api, Server

SECRET = "s3cret"
THING = {"id": "1", "displayName": "One"}
ANY = Operation[Any]("GET /x", success={200: Any})


def their(api: Api, **options: Any) -> Any:
    """An httpx2 client, synchronous or not."""
    return (httpx2.AsyncClient if api.asynchronous else httpx2.Client)(**options)


def use(api: Api, client: Any, **options: Any) -> Api:
    return api.use(api.new(http_client=client, **options))


def closed(api: Api, client: Any) -> None:
    api.run(client.aclose() if api.asynchronous else client.close())


def test_a_mock_answers(api: Api) -> None:
    """A MockTransport sees what is sent, and its response is decoded as any other, compressed too."""
    arrived: list[httpx2.Request] = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        arrived.append(request)
        data = gzip.compress(b'{"id": "1", "displayName": "One"}')
        return httpx2.Response(200, content=data, headers={"content-encoding": "gzip"})

    client = their(api, transport=httpx2.MockTransport(respond), headers={"X-Team": "search"}, cookies={"a": "b"})
    one = use(api, client, schemes={"t": HTTPAuth("Bearer", SECRET)}, security=(("t",),))
    assert one.call(op.GET, "1").display_name == "One"
    assert arrived[0].headers["authorization"] == f"Bearer {SECRET}"
    assert (arrived[0].headers["x-team"], arrived[0].headers["cookie"]) == ("search", "a=b")
    closed(api, client)


def test_event_hooks_are_told(api: Api, server: Server) -> None:
    """Hooks of both directions, once for each attempt; one that reads the response leaves it readable."""
    seen: list[str] = []

    def request(message: httpx2.Request) -> None:
        seen.append(message.method)

    def response(message: httpx2.Response) -> None:
        message.read()
        seen.append(message.text[:5])

    async def async_request(message: httpx2.Request) -> None:
        request(message)

    async def async_response(message: httpx2.Response) -> None:
        await message.aread()
        seen.append(message.text[:5])

    hooks = (async_request, async_response) if api.asynchronous else (request, response)
    client = their(api, event_hooks={"request": [hooks[0]], "response": [hooks[1]]})
    one = use(api, client)
    server.answer(503, b"later", headers={"Retry-After": "1"})
    server.answer(200, gzip.compress(b'{"id": "1"}'), headers={"Content-Encoding": "gzip"})
    assert one.call(op.GET, "1").id == "1"
    assert seen == ["GET", "later", "GET", '{"id"']
    closed(api, client)


def test_whoever_made_the_client_closes_it(api: Api, server: Server) -> None:
    """Closing ours leaves theirs open."""
    client = their(api)
    one = use(api, client)
    server.answer(200, THING)
    one.call(op.GET, "1")
    one.client.close() if not api.asynchronous else api.run(one.client.close())
    assert not client.is_closed
    with pytest.raises(RuntimeError, match="closed"):
        one.call(op.GET, "1")
    closed(api, client)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_takes_nothing_of_theirs_away(api: Api, server: Server, status: int) -> None:
    """At another origin, their headers, cookies, parameters and auth are missing, as ours are; and on the way back."""
    arrived: list[httpx2.Request] = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        arrived.append(request)
        if len(arrived) == 1:
            return httpx2.Response(status, headers={"Location": "https://evil.example/y"})
        if len(arrived) == 2:
            return httpx2.Response(status, headers={"Location": "https://api.example/z"})
        return httpx2.Response(200, json=THING)

    client = their(
        api,
        transport=httpx2.MockTransport(respond),
        headers={"X-Key": SECRET},
        cookies={"sid": SECRET},
        params={"key": SECRET},
        auth=("user", SECRET),
        follow_redirects=True,
    )
    use(api, client, base_url="https://api.example").call(ANY)
    assert len(arrived) == 3
    first = f"{arrived[0].url} {arrived[0].headers.multi_items()}"
    assert first.count(SECRET) >= 3 and "Basic" in first
    for request in arrived[1:]:
        text = f"{request.url} {request.headers.multi_items()}"
        assert SECRET not in text and "Basic" not in text and "sid" not in text
    closed(api, client)


def test_errors_are_of_the_family(api: Api) -> None:
    """What httpx2 raises is an APIConnectionError; what a hook raises is its own."""
    raised: list[Exception] = [
        httpx2.ConnectError("refused"),
        httpx2.ReadTimeout("slow"),
        httpx2.RemoteProtocolError("broken"),
        httpx2.TooManyRedirects("round"),
        httpx2.DecodingError("odd"),
    ]
    for error in raised:

        def respond(request: httpx2.Request, error: Exception = error) -> httpx2.Response:
            raise error

        client = their(api, transport=httpx2.MockTransport(respond))
        with pytest.raises(APIConnectionError) as caught:
            use(api, client, max_retries=0).call(op.GET, "1")
        assert isinstance(caught.value, APITimeoutError) == isinstance(error, httpx2.TimeoutException)
        assert caught.value.sent != isinstance(error, httpx2.ConnectError)
        closed(api, client)


def test_a_status_is_an_error_of_ours(api: Api) -> None:
    """No response of theirs is followed or raised by itself."""
    client = their(api, transport=httpx2.MockTransport(lambda request: httpx2.Response(404, json={"message": "gone"})))
    with pytest.raises(APIStatusError, match="gone"):
        use(api, client).call(op.GET, "1")
    closed(api, client)


def test_their_timeout_counts_where_ours_is_the_default(api: Api, server: Server) -> None:
    """Ours goes before it: that of the client, and of a call."""
    seen: list[dict[str, Any]] = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        seen.append(request.extensions["timeout"])
        return httpx2.Response(200, json=THING)

    for timeout, options, read in (
        (httpx2.Timeout(30, connect=5), {}, 30),
        (httpx2.Timeout(5), {}, 60.0),
        (httpx2.Timeout(30), {"timeout": 7.0}, 7.0),
        (None, {"timeout": httpx2.Timeout(9)}, 9),
    ):
        client = their(api, transport=httpx2.MockTransport(respond), timeout=timeout)
        use(api, client, **options).call(op.GET, "1")
        assert seen[-1]["read"] == read
        closed(api, client)
    client = their(api)
    server.answer(hang=True)
    begun = time.monotonic()
    with pytest.raises(APITimeoutError):
        use(api, client, max_retries=0).call(op.GET, "1", options={"timeout": 0.2})
    assert time.monotonic() - begun < 3
    closed(api, client)


def test_the_wrong_kind_is_refused(api: Api) -> None:
    """A client of the other kind, of another library, or beside a transport."""
    wrong: Any = httpx2.Client() if api.asynchronous else httpx2.AsyncClient()
    for client in (wrong, object(), httpx2.MockTransport(lambda request: httpx2.Response(200))):
        with pytest.raises(TypeError, match="http_client must be an httpx2"):
            api.new(http_client=client)
    with pytest.raises(TypeError, match="either transport or http_client"):
        api.new(http_client=their(api), transport=AsyncHTTPTransport() if api.asynchronous else HTTPTransport())


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
@pytest.mark.parametrize("transport", [AsyncHTTPTransport, AIOHTTPTransport])
def test_one_client_works_in_one_loop_after_the_other(
    server: Server, transport: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """`asyncio.run` twice, as notebooks and tests do; connections of a loop that has ended are not used, nor left open."""
    client = AsyncBaseClient(base_url=server.url, transport=transport())
    for _ in range(3):
        assert asyncio.run(client.call(ANY({}))) == {}

    async def twice() -> list[Any]:
        return list(await asyncio.gather(client.call(ANY({})), client.call(ANY({}))))

    assert asyncio.run(twice()) == [{}, {}]
    first, second = asyncio.new_event_loop(), asyncio.new_event_loop()
    assert first.run_until_complete(client.call(ANY({}))) == {}
    assert second.run_until_complete(client.call(ANY({}))) == {}
    first.close()
    second.close()
    asyncio.run(client.close())
    del client
    gc.collect()
    assert caplog.messages == []  # aiohttp logs what is left


@pytest.mark.parametrize("transport", [AsyncHTTPTransport, AIOHTTPTransport])
def test_two_loops_at_once_need_two_clients(server: Server, transport: Any) -> None:
    """The error says so."""
    client = AsyncBaseClient(base_url=server.url, transport=transport())

    async def outer() -> None:
        await client.call(ANY({}))
        with pytest.raises(RuntimeError, match="make a client for each loop"):
            await asyncio.to_thread(asyncio.run, client.call(ANY({})))
        await client.close()

    asyncio.run(outer())


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
def test_an_async_client_of_theirs_belongs_to_one_loop(server: Server) -> None:
    """Its pool has connections of the loop that has ended; the error says what to do."""
    client = AsyncBaseClient(base_url=server.url, http_client=httpx2.AsyncClient())
    assert asyncio.run(client.call(ANY({}))) == {}
    with pytest.raises(RuntimeError, match="Event loop is closed: make an http_client for each"):
        asyncio.run(client.call(ANY({})))

    def hook(request: httpx2.Request) -> None:
        raise NotImplementedError("as it is")

    async def hooked() -> None:
        theirs = httpx2.AsyncClient(event_hooks={"request": [hook]})
        with pytest.raises(NotImplementedError, match="as it is"):
            await AsyncBaseClient(base_url=server.url, http_client=theirs).call(ANY({}))

    asyncio.run(hooked())


def test_a_client_made_by_hand_has_exceptions(server: Server) -> None:
    """Without a table of exceptions, a failure is an APIStatusError."""
    server.answer(404, {"message": "gone"})
    with BaseClient(base_url=server.url) as client, pytest.raises(APIStatusError, match="404 gone"):
        client.call(ANY({}))
