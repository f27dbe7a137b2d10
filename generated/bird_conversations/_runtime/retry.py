# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""From a request to the answer that counts: redirects, retries, and who is told."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Container
from random import random
from typing import Any, Protocol

from msgspec import Struct, structs

from .deadlines import seconds
from .errors import APIConnectionError
from .hooks import AnyHooks, Hooks, Outcome, resolve
from .messages import HARMLESS, Request, Response, ResponseHead
from .origins import is_same_origin, redact, repeats, resolve_url

_log = logging.getLogger(__package__)


class RetryPolicy(Struct, frozen=True, kw_only=True):
    """When a request is sent again; `max_retries` says how often at most.

    It is if it did not reach the server, or the server refused it for now (429, or 503
    with Retry-After). Idempotent requests are also repeated after any of `statuses`, and
    without a whole response. Without Retry-After, the delay is random, from 0 to
    `initial_delay` doubled with each attempt, up to `max_delay` ("full jitter").
    """

    statuses: Container[int] = frozenset({408, 429, 500, *range(502, 600)})
    initial_delay: float = 0.5  # seconds
    max_delay: float = 8.0
    max_elapsed: float = 60.0  # from the first request to the last

    def delay(
        self,
        request: Request,
        outcome: Outcome,
        attempt: int,
        spent: float,
        chance: float,
    ) -> float | None:
        """Seconds to wait; None: the outcome is final. `chance` is between 0 and 1."""
        longest = min(self.initial_delay * 2.0 ** min(attempt, 60), self.max_delay)
        pause = longest * chance
        about: Any = outcome  # of any client: its class may be another one of that name
        if not hasattr(about, "status_code"):
            again = request.repeatable or not about.sent
        else:
            requested = about.retry_after
            pause = pause if requested is None else requested
            status = about.status_code
            refused = status == 429 or status == 503 and requested is not None
            again = (refused or request.repeatable) and status in self.statuses
        again = again and getattr(request.content, "replayable", True)
        return pause if again and spent + pause <= self.max_elapsed else None


class AnyRetryPolicy(Protocol):
    """What a client takes: a `RetryPolicy`, of any client, or a class with its method."""

    def delay(
        self, request: Any, outcome: Any, attempt: int, spent: float, chance: float, /
    ) -> float | None: ...


async def exchange(
    request: Request,
    transport: Any,
    sleep: Callable[[float], Any],
    policy: AnyRetryPolicy,
    retries: int,
    *,
    success: Container[int | str] = (),
    streaming: bool = False,
    limit: int | None = None,
    hooks: AnyHooks = Hooks(),
) -> Any:
    """The final response; if `streaming` and good, unread. Follows up to 10 redirects."""
    begun, attempt, redirects = time.monotonic(), 0, 0
    timeout = request.timeout  # of an attempt, with its redirects
    while True:
        if hooks.request and not request.is_foreign:
            request = await resolve(hooks.request(request)) or request
        try:
            response = await resolve(transport.send(request))
            try:
                await resolve(hooks.response and hooks.response(request, response))
                good = response.is_result(success)
                target = redirected(request, response)
                if good and streaming and target is None:
                    return response
                clock = response.deadline
                left = clock.left if clock else seconds(request.timeout)
                content = await resolve(response.read(left, limit))
            except BaseException:
                await resolve(response.close())
                raise
            if target is not None and redirects < 10:
                redirects += 1
                rest = clock and clock.left
                rest = request.timeout if rest is None else max(rest, 0.001)
                request = structs.replace(target, timeout=rest)
                continue
            whole = response.status_code, response.headers, content, None
            outcome: Outcome = Response[Any](*whole, request.method, request.public_url)
            if good:
                _log.debug("%s: %d", request.operation, response.status_code)
                return outcome
        except APIConnectionError as error:
            outcome = error
        spent = time.monotonic() - begun
        pause = policy.delay(request, outcome, attempt, spent, random())
        if pause is None or attempt >= retries:
            if isinstance(outcome, APIConnectionError):
                raise outcome
            return outcome
        _log.info("%s: sent again in %.1f s", request.operation, pause)
        await resolve(hooks.retry and hooks.retry(request, outcome, pause))
        await resolve(sleep(pause))
        attempt += 1
        request = structs.replace(request, timeout=timeout, attempt=attempt + 1)


def redirected(request: Request, response: ResponseHead) -> Request | None:
    """What a redirect asks for (RFC 9110 15.4), if it is safe to follow.

    What changes something is repeated only if the server says so (307, 308), and read
    after 303. Another origin gets no credentials and no content, and never plain HTTP
    after HTTPS.
    """
    location, status = response.headers.get("location"), response.status_code
    if not location or status not in (301, 302, 303, 307, 308):
        return None
    read = request.method in ("GET", "HEAD")
    to = resolve_url(request.url, location) or ""
    url, same = redact(to, ()), is_same_origin(request.url, to)  # without a user
    again = status in (307, 308) and getattr(request.content, "replayable", True)
    followed = read or status == 303 or again and (same or request.content is None)
    followed &= same or not repeats(url, request.url, request.secret_names)
    if not followed or url[:5] not in (request.url[:5], "https"):
        return None
    headers = {k: v for k, v in request.headers.items() if same or k in HARMLESS}
    if not read and status == 303:
        headers.pop("content-type", None)
        request = structs.replace(request, method="GET", content=None, repeatable=True)
    foreign = request.is_foreign or not same
    return structs.replace(request, url=url, headers=headers, is_foreign=foreign)
