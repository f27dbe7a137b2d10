"""When a request is sent again."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

import pytest

from generator.runtime.client import wait_before_retry
from generator.runtime.errors import (
    APIConnectionError,
    APITimeoutError,
)
from generator.runtime.transport import Head, Headers

from . import operations as op
from .conftest import Api, Server

THING = {"id": "1"}
METHODS = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "POST", "PATCH"]


def head(status: int, **headers: str) -> Head:
    return Head(status, Headers((k.replace("_", "-"), v) for k, v in headers.items()))


def test_the_wait_doubles() -> None:
    """Half a second, doubled up to eight; chance takes off up to a quarter."""
    waits = [wait_before_retry("GET", head(503), n, 0) for n in range(6)]
    assert waits == [0.5, 1, 2, 4, 8, 8]
    assert wait_before_retry("GET", head(503), 0, 1) == 0.375
    assert wait_before_retry("GET", head(503), 10_000, 0) == 8


@pytest.mark.parametrize("method", METHODS)
def test_the_policy(method: str) -> None:
    """429 and 5xx but 501 always; a broken connection where repeating is harmless."""
    for status in (429, 500, 502, 503, 504):
        assert wait_before_retry(method, head(status), 0, 0) is not None
    for status in (200, 302, 400, 404, 408, 409, 422, 501):
        assert wait_before_retry(method, head(status), 0, 0) is None
    for error in (APIConnectionError, APITimeoutError):
        again = wait_before_retry(method, error("m", sent=True), 0, 0)
        assert (again is None) == (method in ("POST", "PATCH"))
        assert wait_before_retry(method, error("m", sent=False), 0, 0) is not None


def test_retry_after() -> None:
    """Seconds and dates are obeyed, but for a wait of more than a minute."""
    assert wait_before_retry("POST", head(429, retry_after="7"), 0, 0) == 7
    assert wait_before_retry("POST", head(429, retry_after="0"), 3, 0) == 0
    assert wait_before_retry("POST", head(503, retry_after="60"), 0, 0) == 60
    assert wait_before_retry("POST", head(429, retry_after="61"), 0, 0) is None
    assert wait_before_retry("POST", head(429, retry_after="soon"), 0, 0) == 0.5
    soon = format_datetime(datetime.now(timezone.utc) + timedelta(seconds=30), True)
    wait = wait_before_retry("POST", head(429, retry_after=soon), 0, 0)
    assert wait is not None
    assert 25 < wait <= 30
    past = "Wed, 21 Oct 2015 07:28:00 GMT"
    assert wait_before_retry("POST", head(429, retry_after=past), 0, 0) == 0
    late = "Wed, 21 Oct 2115 07:28:00 GMT"
    assert wait_before_retry("POST", head(429, retry_after=late), 0, 0) is None


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_retry_repeats_the_request(api: Api, server: Server, status: int) -> None:
    """The same request, body and all, is sent again until it succeeds."""
    server.answer(status)
    server.answer(status, headers={"Retry-After": "3"})
    server.answer(201, THING)
    assert api.call(op.CREATE, body={"a": 1}).id == "1"
    assert [seen.body for seen in server.seen] == [b'{"a":1}'] * 3
    assert 0.375 <= api.sleeps[0] <= 0.5
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
        api.call(op.CREATE, body={}, options={"timeout": 0.05})
    assert len(server.seen) == 1
    server.answer(hang=True)
    server.answer(200, THING)
    assert api.call(op.GET, "1", options={"timeout": 0.05}).id == "1"
    assert len(server.seen) == 3


def test_streams_are_retried(api: Api, server: Server) -> None:
    """Opening a stream is retried like any call."""
    server.answer(503, b"x" * 100_000)
    server.answer(200, b"body")
    assert api.stream(lambda response: response.read(), op.DOWNLOAD) == b"body"


def test_retries_are_logged(api: Api, server: Server, caplog: pytest.LogCaptureFixture) -> None:
    """The log names the operation, and no identifier."""
    caplog.set_level(logging.DEBUG, "generator.runtime")
    server.answer(503, headers={"Retry-After": "1"})
    server.answer(200, THING)
    api.call(op.GET, "secret-id")
    messages = [r.getMessage() for r in caplog.records if r.name == "generator.runtime"]
    assert messages == [
        "GET /things/{id}: sent again in 1.0 s",
        "GET /things/{id}: 200",
    ]
