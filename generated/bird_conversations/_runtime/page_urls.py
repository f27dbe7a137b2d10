# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Pages whose URL another page has: such a URL is resolved, checked and called."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from .errors import APIError
from .operation import AnyResponse, Complete
from .origins import resolve_url
from .pagination import NextPage
from .parameters import Query

_HOSTLESS = re.compile(r"\s*https?:(?!//)", re.IGNORECASE)  # which browsers would mend
_URL = re.compile(r"https?://|(\.{0,2}/[^?#]*)?\?[^?#=&]+=", re.IGNORECASE)


def is_url(value: object) -> bool:
    """Whether a token is the URL of a page: absolute, or a path with a query."""
    return isinstance(value, str) and _URL.match(value) is not None


def page_at(url: str, response: AnyResponse, call: Complete[Any]) -> NextPage:
    """The page with this URL, which may be relative to that of the response.

    Its query replaces that of the call before. Its request carries the client's
    credentials: `make_request` raises APIError if it has another origin.
    """
    target = None if _HOSTLESS.match(url) else resolve_url(response.url, url)
    turn = partial(_turned, call, target)
    return NextPage(url, response.url, target or url, turn)


def _turned(call: Complete[Any], target: str | None) -> Complete[Any]:
    (operation, options, _), arguments = call
    if target is None:
        raise APIError(f"{operation.name}: the next page has no valid URL.")
    later = options.copy()
    later.pop("extra_query", None)
    parameters = operation.parameters
    kept = {
        k: v for k, v in arguments.items() if not isinstance(parameters.get(k), Query)
    }
    return (operation, later, target), kept
