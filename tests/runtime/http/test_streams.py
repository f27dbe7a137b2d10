"""Streams: what comes item by item, and how it ends."""

from __future__ import annotations

import asyncio
import gc
import logging
import warnings
from typing import Any

import pytest

from fledge.runtime import streams
from fledge.runtime.errors import APIConnectionError, APIError, APITimeoutError, ResponseDecodeError
from fledge.runtime.status_errors import APIStatusError
from fledge.runtime.event_streams import EventsOperation, ServerSentEvent, StreamError
from tests.runtime.http import operations as op
from tests.runtime.http.conftest import Answer, Api, Server

ONE = b'data: {"id": "1"}\n\n'
TWO = b'data: {"id": "2"}\n\n'


def ids(things: list[op.Thing]) -> list[str]:
    return [thing.id for thing in things]


def connections(api: Api) -> list[Any]:
    """The connections that the client's pool has open."""
    pools = api.client._transport._pools.values()
    return [each for pool in pools for each in pool.connections if not each.is_closed()]


def busy(api: Api) -> int:
    return sum(not each.is_idle() for each in connections(api))


# --- server-sent events


def test_events(api: Api, server: Server) -> None:
    """Iterating gives the data of each event by its type; the head is there from the beginning."""
    server.stream(b": hi\n\n" + ONE[:9], ONE[9:] + TWO, b"data: {", headers={"X-Request-Id": "r1"})
    stream = api.open(op.LISTEN)
    assert stream.response.status_code == 200
    assert stream.response.request_id == "r1"
    assert api.listed(stream) == [op.Thing(id="1"), op.Thing(id="2")]
    assert server.last.headers["accept"] == "text/event-stream"
    assert api.listed(stream) == []
    assert busy(api) == 0


def test_items_come_before_the_end(api: Api, server: Server) -> None:
    """An item is given when it is there, whatever comes later."""
    server.stream(ONE, hang=True)
    stream = api.open(op.LISTEN)
    assert api.next(stream).id == "1"
    api.run(stream.close())
    assert server.left.wait(5)


def test_names_and_ids(api: Api, server: Server) -> None:
    """`events()` gives what stands beside the data."""
    server.stream(b"id: a\nevent: made\nretry: 7\n" + ONE + b"event: ping\ndata:\n\n" + TWO)
    assert api.listed(api.open(op.LISTEN).events()) == [
        ServerSentEvent(op.Thing(id="1"), "made", "a", 7),
        ServerSentEvent(op.Thing(id="2"), "message", "a"),
    ]


def test_text(api: Api, server: Server) -> None:
    """Where the data is text, it is not decoded, and nothing stands for an end."""
    server.stream(b'data: "a"\n\ndata:\n\ndata: [DONE]\n\n')
    assert api.listed(api.open(op.TALK)) == ['"a"', "", "[DONE]"]


def test_types_by_the_names_of_events(api: Api, server: Server) -> None:
    """The name of an event says what its data is; one that is not known has the first of these types that it fits."""
    server.stream(b"event: thing\n" + ONE + b"event: text\ndata: 1\n\n" + b"data: 1\n\ndata: one\n\n")
    assert api.listed(api.open(op.MIXED)) == [op.Thing(id="1"), "1", "1", "one"]


def test_done_ends_a_stream(api: Api, server: Server) -> None:
    """The data [DONE] is the end, though the connection stays open."""
    server.stream(ONE + b"data: [DONE]\n\n" + TWO, hang=True)
    assert ids(api.listed(api.open(op.LISTEN))) == ["1"]
    assert server.left.wait(5)


def test_an_answer_that_is_no_event_stream(api: Api, server: Server) -> None:
    """JSON would be a stream without events: it is an error, and no silence."""
    server.answer(200, {"error": "over quota"})
    with pytest.raises(ResponseDecodeError, match=r"GET /events: 200: application/json is no event stream") as caught:
        api.listed(api.open(op.LISTEN))
    assert caught.value.text == '{"error": "over quota"}'
    assert busy(api) == 0


@pytest.mark.parametrize("data", ['{"error": {"message": "Too many.", "code": "rate_limited"}}', "Too many."])
@pytest.mark.parametrize("by_event", [False, True])
def test_an_error_event_that_is_documented_is_raised(api: Api, server: Server, data: str, by_event: bool) -> None:
    """Earlier items have come; what is documented as no error, or not at all, is an item."""
    operation = EventsOperation(
        "GET /mixed", accept="text/event-stream", success={200: Any}, events={"error": Any if "{" in data else str}
    )
    server.stream(b"data: 1\n\nevent: error\ndata: " + data.encode() + b"\n\ndata: 2\n\n")
    stream = api.open(operation)
    items = iter(stream.events()) if by_event and not api.asynchronous else stream
    api.next(items)
    with pytest.raises(StreamError, match="GET /mixed: 200: error event: Too many.") as caught:
        api.next(items)
    assert (caught.value.message, caught.value.content) == ("Too many.", data.encode())
    assert caught.value.code == ("rate_limited" if "{" in data else None)
    assert busy(api) == 0
    server.stream(b"event: error\ndata: 1\n\n")
    assert api.listed(api.open(op.MIXED)) == ["1"]


def test_no_content(api: Api, server: Server) -> None:
    """A success without a body is a stream without items."""
    server.answer(204)
    assert api.listed(api.open(op.LISTEN)) == []


def test_failures(api: Api, server: Server) -> None:
    """A status of failure raises at the call, and what may be sent again is."""
    server.answer(503)
    server.answer(404, {"code": "none"})
    with pytest.raises(APIStatusError):
        api.open(op.LISTEN)
    assert len(server.seen) == 2


def test_tolerance(api: Api, server: Server) -> None:
    """What contradicts the description comes as far as it goes, unless decoding is to be strict."""
    server.stream(b'data: {"displayName": 1}\n\n' + ONE)
    first, second = api.listed(api.open(op.LISTEN))
    assert (first.id, first.display_name, second.id) == (None, 1, "1")
    server.stream(b'data: {"displayName": 1}\n\n', hang=True)
    strict = api.use(api.client.with_options(strict_responses=True))
    with pytest.raises(ResponseDecodeError, match="displayName") as caught:
        api.listed(strict.open(op.LISTEN))
    assert caught.value.content == b'{"displayName": 1}'
    assert caught.value.request is not None
    assert caught.value.request.operation == "GET /events"
    assert server.left.wait(5)


def test_data_that_is_not_json(api: Api, server: Server) -> None:
    """It ends the stream with an error, and closes the connection."""
    server.stream(ONE + b"data: oops\n\n" + TWO, hang=True)
    stream = api.open(op.LISTEN)
    assert api.next(stream).id == "1"
    with pytest.raises(ResponseDecodeError, match="an item is not JSON"):
        api.next(stream)
    assert api.listed(stream) == []
    assert server.left.wait(5)


def test_endless_data(api: Api, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data without an end is an error, and closes the connection."""
    monkeypatch.setattr(streams, "_LONGEST", 1000)
    server.stream(b"data: " + b"x" * 2000, hang=True)
    with pytest.raises(ResponseDecodeError, match="an item has more than 1000 bytes"):
        api.listed(api.open(op.LISTEN))
    assert server.left.wait(5)


@pytest.mark.parametrize("operation", [op.LISTEN, op.LINES])
def test_a_connection_that_breaks(api: Api, server: Server, operation: Any) -> None:
    """What came is given; then the error says so, with the request."""
    server.stream(ONE if operation is op.LISTEN else b'{"id": "1"}\n', cut=1)
    stream = api.open(operation)
    assert api.next(stream).id == "1"
    with pytest.raises(APIConnectionError) as caught:
        api.next(stream)
    assert caught.value.request is not None
    assert caught.value.request.operation == operation.name
    assert api.listed(stream) == []
    assert connections(api) == []


def test_silence(api: Api, server: Server) -> None:
    """A piece may take as long as the time-out; a stream as a whole takes what it takes."""
    server.stream(ONE, hang=True)
    stream = api.open(op.LISTEN, options={"timeout": 0.2})
    assert api.next(stream).id == "1"
    with pytest.raises(APITimeoutError):
        api.next(stream)
    assert server.left.wait(5)


# --- JSON lines and sequences


def test_json_lines(api: Api, server: Server) -> None:
    """A value a line; blank lines are none, and the last line needs no end."""
    body = b'{"id": "1"}\n\r\n \n{"id":\r "2"}\r\n{"displayName": "\xe2\x80\xa8", "id": "3"}'
    for cut in range(0, len(body), 7):
        pieces = tuple(filter(None, (body[:cut], body[cut:])))
        server.stream(*pieces, headers={"Content-Type": "application/json"})
        assert ids(api.listed(api.open(op.LINES))) == ["1", "2", "3"]


@pytest.mark.parametrize("line", [b"{]\n", b'{"id": "1"', b'{"id": "\xff"}\n', b'{"id": "1"}{"id": "2"}\n'])
def test_a_line_that_is_not_json(api: Api, server: Server, line: bytes) -> None:
    """It is an error, also where it was cut off."""
    server.stream(b'{"id": "0"}\n', line)
    stream = api.open(op.LINES)
    assert api.next(stream).id == "0"
    with pytest.raises(ResponseDecodeError, match="GET /lines: 200: an item is not JSON"):
        api.next(stream)


SEQUENCE = b'\x1e{"a": 1}\n\x1e\x1e"two"\n\x1e12\n\x1e[\n1,\n2\n]\n\x1etrue \x1e{"b": 2}'


def test_json_sequences(api: Api, server: Server) -> None:
    """RFC 7464: a value behind each record separator."""
    for cut in range(len(SEQUENCE)):
        server.stream(*filter(None, (SEQUENCE[:cut], SEQUENCE[cut:])))
        assert api.listed(api.open(op.SEQUENCE)) == [{"a": 1}, "two", 12, [1, 2], True, {"b": 2}]


def test_a_value_of_a_sequence_does_not_wait_for_the_next(api: Api, server: Server) -> None:
    """The line feed behind a value is its end."""
    server.stream(b'\x1e{"a":\n', b" 1}\n", hang=True)
    stream = api.open(op.SEQUENCE)
    assert api.next(stream) == {"a": 1}
    api.run(stream.close())


def test_values_that_were_cut_off(api: Api, server: Server, caplog: pytest.LogCaptureFixture) -> None:
    """RFC 7464, 2.3 and 2.4: they are passed over with a warning; to strict decoding they are errors."""
    body = b'\x1e{"a": \x1e{"b": 2}\n\x1e12\x1etru\n\x1enull\x1e3\n'
    server.stream(body)
    with caplog.at_level(logging.WARNING):
        assert api.listed(api.open(op.SEQUENCE)) == [{"b": 2}, 3]
    assert [record.getMessage() for record in caplog.records] == [
        "GET /sequence: 200: an item is not JSON, and is passed over"
    ] * 4
    server.stream(body)
    with pytest.raises(ResponseDecodeError):
        api.listed(api.use(api.client.with_options(strict_responses=True)).open(op.SEQUENCE))


# --- views


def test_raw(api: Api, server: Server) -> None:
    """The raw view has the stream as its body, the streaming view the bytes."""
    server.stream(ONE, headers={"X-Request-Id": "r1"})
    method = api.things._returning("raw").open
    answer = api.run(method(op.LISTEN))
    assert (answer.status_code, answer.request_id, answer.content) == (200, "r1", b"")
    assert (answer.method, answer.url) == ("GET", f"{server.url}/events")
    assert ids(api.listed(answer.body)) == ["1"]
    server.stream(ONE)
    assert api.stream(lambda answer: answer.read(), op.LISTEN) == ONE


# --- what is left behind


def test_with(api: Api, server: Server) -> None:
    """Leaving `with` closes the connection, after an error, too."""
    server.stream(ONE, hang=True)

    def sync() -> None:
        with api.open(op.LISTEN) as stream:
            next(stream)
            raise KeyError

    async def asynchronous() -> None:
        async with await api.things.open(op.LISTEN) as stream:
            await anext(stream)
            raise KeyError

    with pytest.raises(KeyError):
        api.run(asynchronous()) if api.asynchronous else sync()
    assert server.left.wait(5)
    assert connections(api) == []


@pytest.mark.parametrize("begun", [True, False])
def test_a_stream_that_is_forgotten(api: Api, server: Server, begun: bool) -> None:
    """What nobody holds any more is closed, and a ResourceWarning tells of it."""
    server.stream(ONE, hang=True)

    async def asynchronous() -> None:
        stream = await api.things.open(op.LISTEN)
        if begun:
            await anext(stream)
        del stream
        gc.collect()
        while connections(api):  # a task of the loop closes it
            await asyncio.sleep(0.01)

    with pytest.warns(ResourceWarning, match="GET /events: a stream was not closed"):
        if api.asynchronous:
            api.run(asyncio.wait_for(asynchronous(), 5))
        else:
            stream = api.open(op.LISTEN)
            if begun:
                next(stream)
            del stream
    assert server.left.wait(5)
    assert connections(api) == []


def test_an_exhausted_stream_warns_of_nothing(api: Api, server: Server) -> None:
    """Who reads to the end has nothing to close, and the connection is used again."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for _ in range(3):
            server.stream(ONE)
            api.listed(api.open(op.LISTEN))
    assert len(server.connections) == 1


def test_cancellation(server: Server) -> None:
    """A task that is cancelled while it waits for an item leaves no connection."""
    api = Api("async", server)
    server.stream(ONE, hang=True)
    got: list[op.Thing] = []

    async def listen() -> None:
        async for thing in await api.things.open(op.LISTEN):
            got.append(thing)

    async def main() -> None:
        task = asyncio.create_task(listen())
        while not got:
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert len(asyncio.all_tasks()) == 1

    api.run(main())
    assert server.left.wait(5)
    assert connections(api) == []
    api.close()


# --- reconnecting


def test_reconnecting(api: Api, server: Server) -> None:
    """At the end, or where it breaks, the stream is asked for again, from the last event on; 204 ends it."""
    server.stream(b"retry: 1\n\nid: \xc3\xa41\n" + ONE)
    server.stream(b"data: {", cut=1)
    server.stream(b"id: 2\n" + TWO + b"data: {", cut=1)
    server.stream(b"id\n" + ONE)
    server.answer(204)
    stream = api.open(op.LISTEN, options={"extra_headers": {"X-Own": "1"}}).reconnecting()
    assert ids(api.listed(stream)) == ["1", "2", "1"]
    sent = [seen.headers.get("last-event-id") for seen in server.seen]
    assert [each and each.encode("latin-1").decode() for each in sent] == [None, "ä1", "ä1", "2", None]
    assert {seen.headers["x-own"] for seen in server.seen} == {"1"}
    assert stream.response.status_code == 204
    assert busy(api) == 0


def test_the_callers_id_counts_until_the_stream_has_one(api: Api, server: Server) -> None:
    """Also an empty one, which resets it; an event without an id leaves it as it is."""
    server.stream(b"retry: 1\n" + ONE)
    server.stream(b"id: 7\n\n" + ONE)
    server.stream(b"id: x\0y\nid: \n" + ONE)
    server.answer(204)
    own = {"extra_headers": {"last-event-id": "5"}}
    assert ids(api.listed(api.open(op.LISTEN, options=own).reconnecting())) == ["1", "1", "1"]
    assert [seen.headers.get("last-event-id") for seen in server.seen] == ["5", "5", "7", None]


def test_an_id_that_no_header_can_hold(api: Api, server: Server) -> None:
    """The stream cannot go on from there, and says so as an error of the client."""
    server.stream(b"retry: 1\nid: a\x07b\n" + ONE)
    stream = api.open(op.LISTEN).reconnecting()
    assert api.next(stream).id == "1"
    with pytest.raises(APIError, match="Last-Event-ID"):
        api.next(stream)


def test_reconnecting_has_an_end(api: Api, server: Server) -> None:
    """So many attempts in a row without an event are enough."""
    server.stream(b"retry: 1\n" + ONE)
    for _ in range(2):
        server.stream(b": nothing\n\n")
    server.stream(TWO)
    for _ in range(3):
        server.stream(b": nothing\n\n", cut=1)
    with pytest.raises(APIConnectionError):
        api.listed(api.open(op.LISTEN).reconnecting(3))
    assert len(server.seen) == 7


def test_reconnecting_without_success(api: Api, server: Server) -> None:
    """A status of failure ends the stream with its error (9.2.2)."""
    server.stream(b"retry: 1\n" + ONE)
    server.answer(404, {"code": "gone"})
    stream = api.open(op.LISTEN).reconnecting()
    assert api.next(stream).id == "1"
    with pytest.raises(APIStatusError):
        api.next(stream)


def test_reconnecting_to_nobody(api: Api, server: Server) -> None:
    """A server that is not there is asked as often as is allowed."""
    server.stream(b"retry: 1\n" + ONE)
    for _ in range(2):
        server.answers.append(Answer(hang=True))
    stream = api.open(op.LISTEN, options={"timeout": 0.1, "max_retries": 0}).reconnecting(2)
    assert api.next(stream).id == "1"
    with pytest.raises(APITimeoutError):
        api.next(stream)
    assert len(server.seen) == 3


def test_done_is_no_reason_to_reconnect(api: Api, server: Server) -> None:
    server.stream(b"retry: 1\n" + ONE + b"data: [DONE]\n\n")
    assert ids(api.listed(api.open(op.LISTEN).reconnecting())) == ["1"]
    assert len(server.seen) == 1


def test_waits_double(api: Api, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three seconds, or what the server asks for; twice as many after each attempt in vain, up to a minute."""
    server.stream(ONE)
    for _ in range(6):
        server.stream(b": nothing\n\n")
    stream = api.open(op.LISTEN).reconnecting(6)
    waits: list[float] = []
    monkeypatch.setattr(stream, "_sleep", waits.append)
    assert ids(api.listed(stream)) == ["1"]
    assert waits == [3, 6, 12, 24, 48, 60]
