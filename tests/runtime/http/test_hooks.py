"""What functions of the user are told of, and what they can change."""

from __future__ import annotations

import asyncio
import pickle
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from fledge.runtime.auth import APIKeyAuth
from fledge.runtime.http_auth import HTTPAuth
from fledge.runtime.errors import APIConnectionError, APIError, ResponseDecodeError
from fledge.runtime.parameters import Query
from fledge.runtime.hooks import Hooks
from fledge.runtime.messages import Request
from fledge.runtime.transport import StreamedResponse

from . import operations as op
from .conftest import Api, Server

THING = {"id": "1"}
SECRETS = {
    "schemes": {
        "token": HTTPAuth("Bearer", "hidden-1"),
        "key": APIKeyAuth(Query("key"), "hidden-2"),
    },
    "security": (("token", "key"),),
    "headers": {"X-Session-Token": "hidden-3"},
}


def recorder(api: Api, told: list[Any], **replies: Any) -> Hooks:
    """Hooks that write down what they are told; those of an async client are coroutines."""

    def hook(name: str) -> Any:
        def plain(*args: Any) -> Any:
            told.append((name, *args))
            return replies[name](*args) if name in replies else None

        async def waiting(*args: Any) -> Any:
            return plain(*args)

        return waiting if api.asynchronous else plain

    return Hooks(request=hook("request"), response=hook("response"), retry=hook("retry"), error=hook("error"))


def test_all_is_told(api: Api, server: Server) -> None:
    """Each attempt, each answer, each retry, and how the call ends."""
    told: list[Any] = []
    client = api.use(api.new(hooks=recorder(api, told)))
    server.answer(503, headers={"Retry-After": "2"})
    server.answer(404, {"code": "gone", "message": "No such thing."})
    with pytest.raises(op.NotFoundError) as caught:
        client.call(op.GET, "1")
    assert [name for name, *_ in told] == ["request", "response", "retry", "request", "response", "error"]
    request, head, wait = told[2][1:]
    assert (request.operation, head.status_code, wait) == ("GET /things/{id}", 503, 2)
    assert told[-1][2] is caught.value


def test_a_request_can_be_changed(api: Api, server: Server) -> None:
    """A hook sees all of a request, so that it can sign it, and returns what is sent."""

    def sign(request: Request) -> Request:
        return structs.replace(request, headers={**request.headers, "x-signature": str(len(request.url))})

    client = api.use(api.new(hooks=recorder(api, [], request=sign)))
    server.answer(200, THING)
    client.call(op.GET, "1")
    assert server.last.headers["x-signature"] == str(len(f"{server.url}/things/1"))


def test_a_hook_that_fails_ends_the_call(api: Api, server: Server) -> None:
    """Its exception is the caller's; the connection is given back."""

    def fail(*args: Any) -> None:
        raise KeyError("mine")

    client = api.use(api.new(hooks=recorder(api, [], response=fail)))
    for _ in range(3):
        server.answer(200, THING)
        with pytest.raises(KeyError, match="mine"):
            client.call(op.GET, "1")


def test_a_synchronous_client_takes_no_coroutines(server: Server) -> None:
    """It says so, and nothing is left unawaited."""
    api = Api("sync", server)

    async def hook(request: Request) -> None:
        await asyncio.sleep(0)

    client = api.use(api.new(hooks=Hooks(request=hook)))
    with pytest.raises(TypeError, match="must not be asynchronous"):
        client.call(op.GET, "1")
    assert server.seen == []


def test_errors_hold_the_request_without_secrets(api: Api, server: Server) -> None:
    """Its method, address and headers; no credential, and no content."""
    told: list[Any] = []
    client = api.use(api.new(**SECRETS, hooks=recorder(api, told)))
    server.answer(400, {"code": "bad"}, headers={"X-Request-Id": "req-1"})
    with pytest.raises(APIError, match=r"POST /things: 400 bad \(request id req-1\)") as caught:
        client.call(op.CREATE, body={"password": "hidden-4"})
    assert "hidden-1" in str(told[0][1].headers)
    request = caught.value.request
    assert request is not None
    assert (request.method, request.url) == ("POST", f"{server.url}/things")
    assert request.headers["authorization"] == request.headers["x-session-token"] == "..."
    assert request.headers["content-type"] == "application/json"
    everything = repr(vars(caught.value)) + repr(structs.asdict(request)) + repr(told) + repr(client.client)
    assert "hidden" not in everything
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.request == request


def test_errors_of_connections_hold_the_request(api: Api) -> None:
    """Also where no answer came."""
    client = api.use(api.new(base_url="http://127.0.0.1:9", max_retries=0))
    with pytest.raises(APIConnectionError) as caught:
        client.call(op.GET, "1")
    assert caught.value.request is not None
    assert caught.value.request.url == "http://127.0.0.1:9/things/1"


def hears_errors(api: Api, told: list[Any]) -> Api:
    """The same face for a client whose errors are written down, with their requests."""

    def plain(*heard: Any) -> None:
        told.append(heard)

    async def waiting(*heard: Any) -> None:
        plain(*heard)

    hook: Any = waiting if api.asynchronous else plain
    return api.use(api.new(**SECRETS, hooks=Hooks(error=hook)))


def only(told: list[Any], caught: pytest.ExceptionInfo[APIError]) -> Request:
    """The request of the one error that was told of, which is the one that was raised."""
    ((request, error),) = told
    assert error is caught.value
    assert caught.value.request == request.public()
    assert "hidden-1" in request.headers["authorization"]
    assert isinstance(request, Request)
    return request


@pytest.mark.parametrize("operation", [op.LISTEN, op.LINES])
@pytest.mark.parametrize(
    ("rest", "cut", "kind"), [(b"", 1, APIConnectionError), (b"data: {\n\n{\n\n", 0, ResponseDecodeError)]
)
def test_a_stream_that_breaks_is_told_of(
    api: Api, server: Server, operation: Any, rest: bytes, cut: int, kind: type[APIError]
) -> None:
    """What ends a stream after its head is an error like any other, whether it broke or cannot be decoded."""
    told: list[Any] = []
    good = b'data: {"id": "1"}\n\n' if operation is op.LISTEN else b'{"id": "1"}\n'
    server.stream(good + rest, cut=cut)
    stream = hears_errors(api, told).open(operation)
    assert api.next(stream).id == "1"
    assert told == []
    with pytest.raises(kind) as caught:
        api.next(stream)
    assert only(told, caught).operation == operation.name


def test_a_stream_that_reconnects_is_told_of_at_its_end(api: Api, server: Server) -> None:
    """What reconnecting overcomes is no error of the call; what ends it is told once."""
    told: list[Any] = []
    server.stream(b'retry: 1\n\ndata: {"id": "1"}\n\n', cut=1)
    server.stream(b'data: {"id": "2"}\n\n', cut=1)
    server.answer(404, {"code": "gone"})
    stream = hears_errors(api, told).open(op.LISTEN).reconnecting()
    assert [api.next(stream).id, api.next(stream).id] == ["1", "2"]
    assert told == []
    with pytest.raises(op.NotFoundError) as caught:
        api.next(stream)
    assert only(told, caught).operation == op.LISTEN.name


def save(answer: Any, path: Path) -> Any:
    return answer.save(path)


def read(answer: Any, path: Path) -> Any:
    return answer.read()


def pieces(answer: Any, path: Path) -> Any:
    if isinstance(answer, StreamedResponse):
        return list(answer.iter_bytes())

    async def listed() -> list[bytes]:
        return [piece async for piece in answer.iter_bytes()]

    return listed()


@pytest.mark.parametrize("use", [save, read, pieces])
def test_a_download_that_breaks_is_told_of(api: Api, server: Server, tmp_path: Path, use: Any) -> None:
    """In whichever way the body is read, and once."""
    told: list[Any] = []
    server.answer(200, b"x" * 1000, cut=1)
    with pytest.raises(APIConnectionError) as caught:
        hears_errors(api, told).stream(lambda answer: use(answer, tmp_path / "file"), op.DOWNLOAD)
    assert only(told, caught).operation == op.DOWNLOAD.name


def test_an_error_that_is_not_of_the_download_is_not_told_of_as_if(api: Api, server: Server) -> None:
    """What another call raises while an answer is read has its own request, and was told already."""
    told: list[Any] = []
    client = hears_errors(api, told)
    server.answer(200, b"x")

    def call_another(_: Any) -> Any:
        return client.things.call(op.GET, "1", options={"base_url": "http://127.0.0.1:9", "max_retries": 0})

    with pytest.raises(APIConnectionError) as caught:
        client.stream(call_another, op.DOWNLOAD)
    assert only(told, caught).operation == op.GET.name


def test_errors_hold_the_response(api: Api, server: Server) -> None:
    """The whole raw answer is reachable from an exception."""
    server.answer(404, {"code": "gone", "message": "m"}, headers={"X-A": "b"})
    with pytest.raises(op.NotFoundError) as caught:
        api.call(op.GET, "1")
    raw = caught.value.response
    assert (raw.status_code, raw.headers["x-a"], raw.content) == (404, "b", caught.value.content)


def ends(api: Api, told: list[Any]) -> Hooks:
    """Hooks that write down requests and ends."""
    recorded = recorder(api, told)

    def end(request: Request, outcome: Any) -> None:
        told.append(("end", request, outcome))

    async def async_end(request: Request, outcome: Any) -> None:
        end(request, outcome)

    return structs.replace(recorded, end=async_end if api.asynchronous else end)


def test_a_call_has_an_id_and_attempts_have_numbers(api: Api, server: Server) -> None:
    """All requests of a call, redirects too, have its id; an attempt has the next number. Another call has another."""
    told: list[Any] = []
    client = api.use(api.new(hooks=ends(api, told)))
    server.answer(503)
    server.answer(302, headers={"Location": "/things/2"})
    server.answer(200, THING)
    client.call(op.GET, "1")
    requests = [each[1] for each in told if each[0] == "request"]
    assert [request.attempt for request in requests] == [1, 2, 2]
    assert len({request.call_id for request in requests}) == 1
    name, request, outcome = told[-1]
    assert (name, request.call_id, outcome.status_code) == ("end", requests[0].call_id, 200)
    server.answer(200, THING)
    client.call(op.GET, "1")
    assert told[-1][1].call_id != requests[0].call_id
    assert [each[0] for each in told].count("end") == 2


def test_the_end_of_a_call_is_told_once(api: Api, server: Server) -> None:
    """Good or bad: a status, no connection, a body that is none, an interrupt, a hook that fails."""
    told: list[Any] = []
    client = api.use(api.new(hooks=ends(api, told), max_retries=0))

    def end_of(*path: Any, **options: Any) -> Any:
        told.clear()
        try:
            client.call(op.GET, *path, **options)
        except BaseException as error:
            assert [each[2] for each in told if each[0] == "end"] == [error]
        return told[-1][2]

    server.answer(404, {"code": "gone", "message": "No."})
    assert isinstance(end_of("1"), op.NotFoundError)
    server.answer(200, b"{", headers={"Content-Type": "application/json"})
    assert isinstance(end_of("1"), ResponseDecodeError)
    assert isinstance(end_of("1", options={"base_url": "http://127.0.0.1:1"}), APIConnectionError)
    client = api.use(api.new(hooks=structs.replace(ends(api, told), response=lambda *args: 1 / 0)))
    assert isinstance(end_of("1"), ZeroDivisionError)


def test_a_stream_ends_when_it_is_closed(api: Api, server: Server) -> None:
    """Its end, an error in the middle, and closing it early are each told once, after the error."""
    told: list[Any] = []
    client = api.use(api.new(hooks=ends(api, told)))
    server.stream(b"data: 1\n\n", b"data: 2\n\n")
    stream = client.open(op.TALK)
    assert "end" not in [each[0] for each in told]
    client.listed(stream)
    assert [each[0] for each in told] == ["request", "response", "end"]
    assert told[-1][2].status_code == 200
    told.clear()
    server.stream(b"data: 1\n\n", cut=1)
    with pytest.raises(APIConnectionError) as caught:
        client.listed(client.open(op.TALK))
    assert [each[0] for each in told] == ["request", "response", "error", "end"]
    assert told[-1][2] is caught.value
    told.clear()
    server.stream(b"data: 1\n\n", hang=True)
    client.run(client.open(op.TALK).close())
    assert [each[0] for each in told] == ["request", "response", "end"]
