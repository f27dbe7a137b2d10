# Part of the client's runtime, the same in every client. Do not edit.
"""From a request to the answer that counts: redirects, retries, and who is told."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Container, Coroutine
from random import random
from typing import Any
from urllib.parse import urljoin, urlsplit

from msgspec import Struct, structs

from .errors import APIConnectionError, APIError
from .transport import HARMLESS, Head, Request, Response, T

_TRANSIENT = frozenset({408, 429, 500, *range(502, 600)})
_log = logging.getLogger(__package__)


class RetryPolicy(Struct, frozen=True, kw_only=True):
    """When a request is sent again; `max_retries` says how often at most.

    It is, where it did not reach the server; where that refused it for now (429, or 503
    with Retry-After); and, if repeating does no harm, for any of `statuses` and where no
    whole answer came. It does none for idempotent methods (RFC 9110 9.2.2), and for a
    request with an idempotency key. A content that can be read only once is not sent
    again. Retry-After is obeyed; without it, the wait is random, between 0 and `wait`
    doubled with each attempt, up to `longest_wait` ("full jitter").
    """

    statuses: Container[int] = _TRANSIENT
    wait: float = 0.5  # seconds
    longest_wait: float = 8.0
    budget: float = 60.0  # from the first request to the last

    def pause(
        self,
        request: Request,
        outcome: Head | APIConnectionError,
        attempt: int,
        spent: float,
        chance: float,
    ) -> float | None:
        """Seconds to wait; None: the outcome is final. `chance` is between 0 and 1."""
        pause = min(self.wait * 2.0 ** min(attempt, 60), self.longest_wait) * chance
        if isinstance(outcome, APIConnectionError):
            again = request.repeatable or not outcome.sent
        else:
            asked = outcome.retry_after
            pause = pause if asked is None else asked
            status = outcome.status_code
            refused = status == 429 or status == 503 and asked is not None
            again = (refused or request.repeatable) and status in self.statuses
        again = again and getattr(request.content, "replayable", True)
        return pause if again and spent + pause <= self.budget else None


class Hooks(Struct, frozen=True, kw_only=True):
    """Functions that are told what happens; those of an async client may be coroutines.

    `request` may return another request, which is sent in place of what it was given.
    Requests hold credentials; `request.public()` does not.
    """

    request: Callable[[Request], Any] | None = None  # before each attempt
    response: Callable[[Request, Head], object] | None = None  # its body is unread
    retry: Callable[[Request, Head | APIConnectionError, float], object] | None = None
    error: Callable[[Request, APIError], object] | None = None  # that is raised


async def settled(value: Any) -> Any:
    """What a transport or a hook gives, at once or when it is awaited."""
    return await value if hasattr(value, "__await__") else value


def finished(coroutine: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine that never waits."""
    try:
        coroutine.send(None)
    except StopIteration as stop:
        result: T = stop.value
        return result
    coroutine.close()
    raise TypeError("What a synchronous client is given must not be asynchronous.")


async def exchange(
    request: Request,
    transport: Any,
    sleep: Callable[[float], Any],
    policy: RetryPolicy,
    retries: int,
    *,
    success: Container[int | str] = (),
    unread: bool = False,
    hooks: Hooks = Hooks(),
) -> Any:
    """The answer that counts: a Response or, if it is `unread` and good, as it came.

    Redirects are followed, up to ten, but not to what is a `success` by itself.
    """
    begun = time.monotonic()
    attempt = redirects = 0
    outcome: Head | APIConnectionError
    while True:
        if hooks.request:
            request = await settled(hooks.request(request)) or request
        try:
            answer = await settled(transport.send(request))
            try:
                if hooks.response:
                    await settled(hooks.response(request, answer))
                status = answer.status_code
                good = answer.is_success or status in success
                target = None if good and not unread else redirected(request, answer)
                if good and unread and target is None:
                    return answer
                content = await settled(answer.read(request.timeout))
            except BaseException:
                await settled(answer.close())
                raise
            if target is not None and redirects < 10:
                redirects += 1
                request = target
                continue
            about = request.method, request.public_url
            outcome = Response(status, answer.headers, content, None, *about)
            if good:
                _log.debug("%s: %d", request.operation, status)
                return outcome
        except APIConnectionError as error:
            outcome = error
        spent = time.monotonic() - begun
        pause = policy.pause(request, outcome, attempt, spent, random())
        if pause is None or attempt >= retries:
            if isinstance(outcome, APIConnectionError):
                raise outcome
            return outcome
        _log.info("%s: sent again in %.1f s", request.operation, pause)
        if hooks.retry:
            await settled(hooks.retry(request, outcome, pause))
        await settled(sleep(pause))
        attempt += 1


def redirected(request: Request, answer: Head) -> Request | None:
    """What a redirect asks for (RFC 9110 15.4), if it is safe to follow.

    What changes something is repeated only if the server says so (307, 308), and read
    after 303. Another origin gets no credentials and no content, and never plain HTTP
    after HTTPS.
    """
    place, status = answer.headers.get("location"), answer.status_code
    if not place or status not in (301, 302, 303, 307, 308):
        return None
    read = request.method in ("GET", "HEAD")
    try:
        url = urljoin(request.url, place)
        old, new = urlsplit(request.url), urlsplit(url)
    except ValueError:  # it is no address
        return None
    same = old[:2] == new[:2]
    again = status in (307, 308) and getattr(request.content, "replayable", True)
    if not (read or status == 303 or again and (same or request.content is None)):
        return None
    if not new.hostname or new.scheme not in (old.scheme, "https"):
        return None
    headers = {k: v for k, v in request.headers.items() if same or k in HARMLESS}
    if not read and status == 303:
        headers.pop("content-type", None)
        request = structs.replace(request, method="GET", content=None, repeatable=True)
    return structs.replace(request, url=url, public_url=url, headers=headers)
