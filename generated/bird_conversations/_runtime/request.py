# Part of the client's runtime, the same in every client. Do not edit.
"""From a call to its request."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any

from msgspec import UNSET as _UNSET
from msgspec import json

from .codec import encode
from .model import is_object
from .operation import Arguments, Call, RequestOptions
from .parameters import Header, Parameter, Query, header_value
from .transport import IDEMPOTENT, Request

_USER_AGENT = f".{__package__}".split(".")[-2]
_BASE_URL = r"https?://([^][\s/?#@:{}\\]+|\[[\da-fA-F:.]+\])(:\d+)?(/[^\s?#]*)?"
_FRAMING = {"connection", "content-length", "host", "transfer-encoding"}


def make_request(
    call: Call[Any],
    given: Arguments,
    common: Mapping[str, Any],
    server: str,
    credentials: list[tuple[Parameter, str]],
) -> Request:
    """The request of a call: its options, and its arguments, go before the client's.

    ValueError: an argument would corrupt it. TypeError: there is no such argument.
    """
    operation, options, values = call
    for unknown in sorted(options.keys() - RequestOptions.__optional_keys__):
        raise TypeError(f"{operation.name}: there is no argument {unknown!r}.")
    headers = {"user-agent": _USER_AGENT, "accept": operation.accept}
    query: list[str] = []
    cookies: list[str] = []

    def put(parameter: Parameter, value: object) -> None:
        text = parameter.encode(value)
        if isinstance(parameter, Header) and (text or value == ""):
            headers[parameter.name.lower()] = text
        elif text and not isinstance(parameter, Header):
            (query if isinstance(parameter, Query) else cookies).append(text)

    for parameter, secret in credentials:
        put(parameter, secret)
    secrets = len(query)
    headers |= common["headers"]
    fields: dict[str, Any] = {}
    for name, value in given.items():
        if name not in operation.parameters:
            fields[name] = value
        elif value is not None and value is not _UNSET:
            put(operation.parameters[name], value)
    for name, value in options.get("extra_query", {}).items():
        put(Query(name), value)
    if cookies:
        headers["cookie"] = "; ".join(cookies)
    body = operation.body.encode(fields) if operation.body else None
    content, media_type = body or (None, "application/json")
    if more := options.get("extra_body"):
        known: Any = {} if content is None else None
        if isinstance(content, bytes) and "json" in media_type:
            known = json.decode(content)
        if not is_object(known):
            raise ValueError("extra_body needs a body that is a JSON object.")
        content = encode({**known, **more})
    if content is not None:
        headers.setdefault("content-type", media_type)
    if "on_upload" in options and content and not isinstance(content, bytes):
        content.progress = options["on_upload"]
    headers |= checked(options.get("extra_headers"))
    if operation.idempotency_key:
        headers.setdefault(operation.idempotency_key.lower(), os.urandom(16).hex())
    if isinstance(values, str):  # the URL of a page that follows
        url, _, own = values.partition("?")
        query += [pair for pair in own.split("&") if pair and pair not in query]
    else:
        base = options.get("base_url") or common.get("base_url") or server
        url = address(base) + operation.expand(values)
    key = (operation.idempotency_key or "idempotency-key").lower()
    return Request(
        operation.name,
        operation.method,
        _with_query(url, query),
        _with_query(url, query[secrets:]),
        headers,
        content,
        options.get("timeout", common.get("timeout", 60.0)),
        operation.method in IDEMPOTENT or key in headers,
    )


def address(url: str) -> str:
    """A base URL, or ValueError if no path can stand behind it."""
    if not re.fullmatch(_BASE_URL, url):
        raise ValueError("base_url must be like https://host or https://host/path.")
    return url.rstrip("/")


def expanded(server: str, variables: Mapping[str, str]) -> str:
    """A server's URL with its variables, or ValueError if one changes what it is a part of."""
    for name, value in variables.items():
        before, found, after = server.partition("{" + name + "}")
        if not found:
            continue
        inside = before.count("/") < 3 and (before or after[:1] not in ("", "/"))
        pattern = r"[\w.-]*(:\d+)?" if inside else r"[\w.~:/-]*"
        whole = re.fullmatch(pattern, value, re.ASCII)
        if not whole or {".", ".."} & set(value.split("/")):
            raise ValueError(f"{name}: {value!r} cannot stand there in {server!r}.")
        server = before + value + after
    return server


def _with_query(url: str, query: list[str]) -> str:
    """The URL with more behind what its path template may ask for already."""
    return f"{url}{'&' if '?' in url else '?'}{'&'.join(query)}" if query else url


def checked(headers: Mapping[str, str] | None) -> dict[str, str]:
    """Headers by their names in lower case, or ValueError for one that would do harm."""
    for name in headers or {}:
        if not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name):
            raise ValueError(f"{name!r} is not the name of a header.")
        if name.lower() in _FRAMING:
            raise ValueError(f"The header {name!r} is set by the transport alone.")
    return {k.lower(): header_value(k, v) for k, v in (headers or {}).items()}
