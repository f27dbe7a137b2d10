"""What is wrong with the URL of a server, which a client can then not send to (OpenAPI 3.2.0, 4.5)."""

from __future__ import annotations

import re

from fledge.openapi.json_values import JSON, as_object, as_string

_USABLE = re.compile(r"https?://([^][\s/?#@:{}\\]+|\[[\da-fA-F:.]+\])(:\d+)?(/[^\s?#]*)?")
"""The URLs that a client takes as its `base_url`; a test compares both."""

_VARIABLE = re.compile(r"\{([^{}]*)\}")
_WITHOUT_SCHEME = re.compile(r"(?:localhost|[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}|\d+(?:\.\d+){3})(?::\d+)?(?:/.*)?")
_CORRECT = "Correct it; until then, pass `base_url` to the client."


def without_query(url: str) -> str:
    """A URL up to its query or fragment. A variable may hold no such sign in its name."""
    return re.split(r"[?#]", url, maxsplit=1)[0]


def url_problem(stated: str, server: dict[str, JSON]) -> tuple[str, str] | None:
    """Why no client can send to a server, and what to do; None if one can, or if its URL is relative.

    `stated` is its URL before it was resolved.
    """
    if _WITHOUT_SCHEME.fullmatch(stated):
        message = f"The URL `{stated}` has no scheme, so to OpenAPI it is a path, and names no host."
        return message, f"Write `https://{stated}`; until then, pass `base_url` to the client."
    url, variables = as_string(server.get("url")), as_object(server.get("variables"))
    undescribed = [name for name in _VARIABLE.findall(url) if name not in variables]
    if undescribed:
        message = f"The URL of this server has the variable `{undescribed[0]}`, which `variables` does not describe."
        return (
            message,
            "Describe it with its `default`, or write the URL without it; until then, pass `base_url` to the client.",
        )
    sent = _VARIABLE.sub(lambda name: str(as_object(variables[name[1]]).get("default", "x")), url)
    if "://" not in sent or _USABLE.fullmatch(sent):
        return None
    return f"A client cannot send to `{sent}`: {_reason(sent)}.", _CORRECT


def _reason(url: str) -> str:
    scheme, _, rest = url.partition("://")
    if scheme.lower() not in ("http", "https"):
        return f"`{scheme}` is not HTTP"
    if re.search(r"\s", url):
        return "it has a space, which URLs spell %20"
    if re.match(r"[/:]|$", rest):
        return "it has no host"
    return "it has a query or a fragment" if re.search(r"[?#]", url) else "it is not like https://host/path"
