"""When a request is sent again."""

from __future__ import annotations

import logging
import time
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from typing import Any

import pytest

from fledge.runtime.errors import (
    APIConnectionError,
    APITimeoutError,
)
from fledge.runtime.retry import RetryPolicy
from fledge.runtime.messages import Headers, IDEMPOTENT, Request, ResponseHead

from . import operations as op
from .conftest import Api, Server

THING = {"id": "1"}
METHODS = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "POST", "PATCH"]


def head(status: int, **headers: str) -> ResponseHead:
    return ResponseHead(status, Headers((k.replace("_", "-"), v) for k, v in headers.items()))


def request(method: str, **more: Any) -> Request:
    url = "http://127.0.0.1/things"
    repeatable = method in IDEMPOTENT or "idempotency-key" in more.get("headers", {})
    values = {"headers": {}, "content": None, "timeout": None, "repeatable": repeatable, **more}
    return Request(f"{method} /things", method, url, **values)


def pause(
    method: str,
    outcome: ResponseHead | APIConnectionError,
    attempt: int = 0,
    chance: float = 1,
    spent: float = 0,
    **more: Any,
) -> float | None:
    return RetryPolicy().delay(request(method, **more), outcome, attempt, spent, chance)


def test_the_wait_doubles() -> None:
    """Any part of half a second, doubled up to eight."""
    assert [pause("GET", head(503), n) for n in range(6)] == [0.5, 1, 2, 4, 8, 8]
    assert pause("GET", head(503), 0, chance=0) == 0
    assert pause("GET", head(503), 0, chance=0.5) == 0.25
    assert pause("GET", head(503), 10_000) == 8


@pytest.mark.parametrize("method", METHODS)
def test_the_policy(method: str) -> None:
    """What was refused for now always; what may have been done, where repeating is harmless."""
    harmless = method not in ("POST", "PATCH")
    assert pause(method, head(429)) is not None
    assert pause(method, head(503, retry_after="1")) == 1
    for status in (408, 500, 502, 503, 504, 529):
        assert (pause(method, head(status)) is not None) == harmless
        assert pause(method, head(status), headers={"idempotency-key": "k"}) is not None
    for status in (200, 302, 400, 404, 409, 422, 501):
        assert pause(method, head(status)) is None
    for error in (APIConnectionError, APITimeoutError):
        assert (pause(method, error("m", sent=True)) is not None) == harmless
        assert pause(method, error("m", sent=False)) is not None


def test_another_policy() -> None:
    """Statuses, waits and the budget can be chosen."""
    policy = RetryPolicy(statuses={409}, initial_delay=2, max_delay=3, max_elapsed=10)
    assert policy.delay(request("GET"), head(409), 0, 0, 1) == 2
    assert policy.delay(request("GET"), head(409), 1, 0, 1) == 3
    assert policy.delay(request("GET"), head(409), 1, 8, 1) is None
    assert policy.delay(request("GET"), head(503), 0, 0, 1) is None


def test_retry_after() -> None:
    """Seconds and dates are obeyed, but for a wait beyond the budget of a minute."""
    assert pause("POST", head(429, retry_after="7")) == 7
    assert pause("POST", head(429, retry_after="0"), 3) == 0
    assert pause("POST", head(503, retry_after="60")) == 60
    assert pause("POST", head(503, retry_after="60"), spent=1) is None
    assert pause("POST", head(429, retry_after="61")) is None
    assert pause("POST", head(429, retry_after="soon")) == 0.5
    soon = format_datetime(datetime.now(timezone.utc) + timedelta(seconds=30), True)
    wait = pause("POST", head(429, retry_after=soon))
    assert wait is not None
    assert 25 < wait <= 30
    assert pause("POST", head(429, retry_after="Wed, 21 Oct 2015 07:28:00 GMT")) == 0
    assert pause("POST", head(429, retry_after="Wed, 21 Oct 2115 07:28:00 GMT")) is None


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows lets no process change its own time zone")
@pytest.mark.parametrize("form", ["%a, %d %b %Y %H:%M:%S -0000", "%a, %d %b %Y %H:%M:%S", "%a %b %d %H:%M:%S %Y"])
@pytest.mark.parametrize("zone", ["UTC", "XXX+5", "XXX-5"])
def test_a_date_without_a_zone_is_in_utc(monkeypatch: pytest.MonkeyPatch, form: str, zone: str) -> None:
    """RFC 9110 5.6.7 says so of its obsolete forms, wherever the client runs."""
    soon = (datetime.now(timezone.utc) + timedelta(seconds=30)).strftime(form)
    with monkeypatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        wait = head(429, retry_after=soon).retry_after
    time.tzset()
    assert wait is not None
    assert 25 < wait <= 30


def test_what_can_be_read_once_is_sent_once() -> None:
    """A content that is used up cannot be sent again, whatever the outcome."""

    class Once:
        replayable = False

    assert pause("PUT", head(429), content=Once()) is None
    assert pause("PUT", APIConnectionError("m", sent=False), content=Once()) is None


def test_a_retry_repeats_the_request(api: Api, server: Server) -> None:
    """The same request, body and all, is sent again until it succeeds."""
    server.answer(429)
    server.answer(503, headers={"Retry-After": "3"})
    server.answer(201, THING)
    assert api.call(op.CREATE, body={"a": 1}).id == "1"
    assert [seen.body for seen in server.seen] == [b'{"a":1}'] * 3
    assert 0 <= api.sleeps[0] <= 0.5
    assert api.sleeps[1] == 3


def test_retries_end(api: Api, server: Server) -> None:
    """After the last retry the error is raised."""
    for _ in range(3):
        server.answer(503)
    with pytest.raises(op.InternalServerError):
        api.call(op.GET, "1")
    assert len(server.seen) == 3


def test_no_retries(api: Api, server: Server) -> None:
    """max_retries=0 sends once, by client and by call."""
    never = api.use(api.client.with_options(max_retries=0))
    for caller, options in ((api, {"max_retries": 0}), (never, {})):
        server.answer(503)
        with pytest.raises(op.InternalServerError):
            caller.call(op.GET, "1", options=options)
    assert len(server.seen) == 2
    assert api.sleeps == []


def test_a_wait_that_is_too_long(api: Api, server: Server) -> None:
    """Where the server asks for more than a minute, the error is raised at once."""
    server.answer(429, headers={"Retry-After": "3600"})
    with pytest.raises(op.RateLimitError) as caught:
        api.call(op.GET, "1")
    assert caught.value.retry_after == 3600
    assert len(server.seen) == 1


def test_time_outs_of_post(api: Api, server: Server) -> None:
    """A POST that timed out may have been done: it is not sent again."""
    server.answer(hang=True)
    with pytest.raises(APITimeoutError):
        api.call(op.CREATE, body={}, options={"timeout": 0.4})
    assert len(server.seen) == 1
    server.answer(hang=True)
    server.answer(200, THING)
    assert api.call(op.GET, "1", options={"timeout": 0.4}).id == "1"
    assert len(server.seen) == 3


def test_streams_are_retried(api: Api, server: Server) -> None:
    """Opening a stream is retried like any call."""
    server.answer(503, b"x" * 100_000)
    server.answer(200, b"body")
    assert api.stream(lambda response: response.read(), op.DOWNLOAD) == b"body"


def test_retries_are_logged(api: Api, server: Server, caplog: pytest.LogCaptureFixture) -> None:
    """The log names the operation, and no identifier."""
    caplog.set_level(logging.DEBUG, "fledge.runtime")
    server.answer(503, headers={"Retry-After": "1"})
    server.answer(200, THING)
    api.call(op.GET, "secret-id")
    messages = [r.getMessage() for r in caplog.records if r.name == "fledge.runtime"]
    assert messages == [
        "GET /things/{id}: sent again in 1.0 s",
        "GET /things/{id}: 200",
    ]


def test_the_budget_of_a_call(api: Api, server: Server) -> None:
    """Once its time is spent, a call ends with the answer that it has."""
    client = api.new(retry_policy=RetryPolicy(max_elapsed=0))
    server.answer(503)
    with pytest.raises(op.InternalServerError):
        api.use(client).call(op.GET, "1")
    assert len(server.seen) == 1


def test_idempotency_keys(api: Api, server: Server) -> None:
    """A key is made once for a call, so that a POST can be sent again."""
    server.answer(500)
    server.answer(500)
    server.answer(201, THING)
    api.call(op.CREATE_ONCE, body={})
    server.answer(201, THING)
    api.call(op.CREATE_ONCE, body={})
    keys = [seen.headers["idempotency-key"] for seen in server.seen]
    assert len(keys) == 4
    assert len(set(keys[:3])) == 1
    assert keys[3] != keys[0]
    assert len(keys[0]) >= 32


def test_idempotency_keys_of_the_caller(api: Api, server: Server) -> None:
    """A key that is passed is sent; by a header it counts where none is documented, too."""
    for operation, given in (
        (op.CREATE_ONCE, {"idempotency_key": "mine"}),
        (op.CREATE, {"options": {"extra_headers": {"Idempotency-Key": "mine"}}}),
    ):
        server.answer(500)
        server.answer(201, THING)
        api.call(operation, body={}, **given)
        assert [seen.headers["idempotency-key"] for seen in server.seen[-2:]] == ["mine"] * 2
    assert len(server.seen) == 4
