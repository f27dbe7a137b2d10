# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""From a call to its request."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from msgspec import UNSET as _UNSET, Raw, json

from .codec import encode
from .errors import APIError
from .messages import IDEMPOTENT, Request, is_json
from .operation import Arguments, Call, RequestOptions
from .origins import is_same_origin, query_name
from .parameters import Header, Parameter, Query, header_value

_USER_AGENT = f".{__package__}".split(".")[-2]
_BASE_URL = r"https?://([^][\s/?#@:{}\\]+|\[[\da-fA-F:.]+\])(:\d+)?(/[^\s?#]*)?"
_FRAMING = {"connection", "content-length", "host", "transfer-encoding"}


def make_request(
    call: Call[Any],
    arguments: Arguments,
    common: Mapping[str, Any],
    server: str,
    credentials: list[tuple[Parameter, str]],
) -> Request:
    """The request of a call. ValueError: an argument would corrupt it."""
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
    headers |= common["headers"]
    fields: dict[str, Any] = {}
    for name, value in arguments.items():
        if name not in operation.parameters:
            fields[name] = value
        elif value is not None and value is not _UNSET:
            put(operation.parameters[name], value)
    for name, value in options.get("extra_query", {}).items():
        put(Query(name), value)
    checked(headers)  # names that the description has
    if cookies:  # behind those of the client's headers
        headers["cookie"] = "; ".join(filter(None, (headers.get("cookie"), *cookies)))
    body = operation.body.encode(fields) if operation.body else None
    content, media_type = body or (None, "application/json")
    if isinstance(more := options.get("extra_body"), bytes) and content is None:
        content, media_type = more, "application/octet-stream"
    elif more:
        first: Any = b"{}" if content is None else content
        is_open = isinstance(first, bytes) and first[:1] == b"{" and is_json(media_type)
        if isinstance(more, bytes) or not is_open:
            raise ValueError("extra_body needs a body that is a JSON object.")
        both = [json.decode(t, type=dict[str, Raw]) for t in (first, encode(more))]
        content = encode(both[0] | both[1])  # each is as it is written
    if content is not None:
        headers.setdefault("content-type", media_type)
    if "on_upload_progress" in options and content and not isinstance(content, bytes):
        content.progress = options["on_upload_progress"]
    headers |= checked(options.get("extra_headers"))
    if operation.idempotency_key:
        headers.setdefault(operation.idempotency_key.lower(), os.urandom(16).hex())
    base = address(options.get("base_url") or common.get("base_url") or server)
    secrets: frozenset[str] = common.get("secret_names", frozenset())
    if isinstance(values, str):  # the URL of a page that follows
        url, _, rest = values.partition("?")
        pairs = [pair for pair in rest.split("&") if query_name(pair) not in secrets]
        query += [pair for pair in pairs if pair and pair not in query]
    else:
        url = base + operation.expand(values)
    if not (url.startswith(f"{base}/") or is_same_origin(url, base)):
        raise APIError(f"{operation.name}: the URL has another origin than the server.")
    key = (operation.idempotency_key or "idempotency-key").lower()
    return Request(
        operation.name,
        operation.method,
        f"{url}{'&' if '?' in url else '?'}{'&'.join(query)}" if query else url,
        headers,
        content,
        options.get("timeout", common.get("timeout", 60.0)),
        operation.method in IDEMPOTENT or key in headers,
        secrets,
        os.urandom(8).hex(),
    )


@lru_cache
def address(url: str) -> str:
    """A base URL, or ValueError if no path can stand behind it."""
    if not (re.fullmatch(_BASE_URL, url) and is_same_origin(url, url)):
        raise ValueError("base_url must be like https://host or https://host/path.")
    return url.rstrip("/")


def checked(headers: Mapping[str, str] | None) -> dict[str, str]:
    """Headers by their names in lower case, or ValueError for one that would do harm."""
    for name in headers or {}:
        if not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name):
            raise ValueError(f"{name!r} is not the name of a header.")
        if name.lower() in _FRAMING:
            raise ValueError(f"The header {name!r} is set by the transport alone.")
    return {k.lower(): header_value(k, v) for k, v in (headers or {}).items()}
