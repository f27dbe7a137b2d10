# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Requests and responses as httpx2's pools have them, below its clients."""

from __future__ import annotations

import re
from typing import Any

import httpcore2
import httpx2

from .deadlines import Deadline, phases
from .downloads import ACCEPTED
from .messages import Request

_CLEAN = re.compile(
    r"(https?)://(([a-z\d.-]+)(?::(?!80/|443/)([1-5]\d{1,4}|[6-9]\d{1,3}))?)"
    r"((?=/)(?:/(?!\.)|[\w.~!$&()*+,;=:@?-]|%[\dA-Fa-f]{2})+)",
    re.ASCII,
)  # a URL in which httpx2 changes nothing


def request_parts(request: Request, pieces: Any) -> dict[str, Any]:
    """What makes an `httpx2.Request`; the content may come in pieces."""
    named = {"accept-encoding": ACCEPTED, **request.headers}
    body = request.content
    length = len(body) if isinstance(body, bytes) else getattr(body, "length", None)
    if length is not None:
        named["content-length"] = str(length)
    return {
        "method": request.method,
        "url": request.url,
        "headers": [(name.encode(), value.encode()) for name, value in named.items()],
        "content": pieces or body,
    }


def pool_request(request: Request, pieces: Any, deadline: Deadline) -> Any:
    """What a pool sends; the content may come in pieces."""
    parts = request_parts(request, pieces)
    url, host = _address(request.url)
    headers: list[tuple[bytes, bytes]] = [(b"host", host), *parts["headers"]]
    content: Any = parts["content"]
    if headers[-1][0] != b"content-length":
        if content is not None:
            headers.append((b"transfer-encoding", b"chunked"))
        elif request.method in ("PATCH", "POST", "PUT", "QUERY"):
            headers.append((b"content-length", b"0"))
    more = {"timeout": phases(request.timeout, deadline)}
    return httpcore2.Request(
        request.method, url, headers=headers, content=content, extensions=more
    )


def _address(url: str) -> tuple[httpcore2.URL, bytes]:
    """Where to send it, and what the header `host` says."""
    if clean := _CLEAN.fullmatch(url):
        scheme, authority, host, port, target = clean.groups()
        number = int(port) if port else None
        to = httpcore2.URL(scheme=scheme, host=host, port=number, target=target)
        return to, authority.encode()
    full = httpx2.URL(url)
    to = httpcore2.URL(
        scheme=full.raw_scheme, host=full.raw_host, port=full.port, target=full.raw_path
    )
    return to, full.netloc


def unread(response: Any) -> Any:
    """The body of a response, which can be read once."""
    stream, response.stream = response.stream, None
    if stream is None:
        raise httpcore2.ProtocolError("the body has been read before")
    return stream
