"""Rules that several keys of one table keep together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from fledge.diagnostics.similar_names import suggest

PAGINATION_KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "token": ("parameter", "more"),
        "last": ("parameter", "more"),
        "page": ("pages", "total", "more", "first"),
        "offset": ("total", "more", "first"),
        "next_url": ("more",),
        "link": (),
    }
)
"""The keys that say which kind of pagination it is, each with the keys that it takes besides `items`."""


def pagination_problem(values: Mapping[str, Any]) -> tuple[str, str, str | None] | None:
    """Return (code, message, hint) of the first rule that the keys of one operation break together, or None."""
    kinds = [kind for kind in PAGINATION_KINDS if kind in values]
    if len(kinds) != 1:
        choices = ", ".join(f"`{kind}`" for kind in PAGINATION_KINDS)
        return "config-value", f"must have exactly one of {choices}", None
    [kind] = kinds
    keys = (kind, "items", *PAGINATION_KINDS[kind])
    for name in values:
        if name not in keys:
            hint = suggest(name, keys) or f"the keys are: {', '.join(keys)}"
            return "config-key", f"has no key `{name}` if it is by `{kind}`", hint
    if "parameter" in keys and "parameter" not in values:
        return "config-value", "lacks `parameter`: the parameter that takes the token", None
    return None


_PARTS = ("body", "sha256(body)", "timestamp", "id", "url")


def signature_problems(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (key, message) for each rule that a signature's values break together."""
    if "signature_header" not in values:
        if values.keys() != {"event_header"}:
            yield "", "lacks `signature_header`: the header with the signature"
        return
    parts = re.findall(r"\{([^}]+)\}", values.get("signed_content", "{body}"))
    for part in parts:
        if part not in _PARTS:
            yield "signed_content", f"`signed_content` cannot hold {{{part}}}"
    if not {"body", "sha256(body)"} & {*parts}:
        yield "signed_content", "`signed_content` lacks {body}: every body would be accepted"
    for part in ("timestamp", "id"):
        key = f"{part}_header"
        if (key in values) != (part in parts):
            yield key, f"`{key}` and {{{part}}} in `signed_content` need each other: only signed values prove anything"
    if "tolerance" in values and "timestamp_header" not in values:
        yield "tolerance", "`tolerance` needs `timestamp_header`"


_SECURITY_KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"apiKey": ("in", "name"), "http": (), "mutualTLS": (), "oauth2": ("flows",)}
)
"""The keys that a security scheme of a type needs; `scheme` is one of `http`, and `description` of all."""


def security_problems(name: str, values: Mapping[str, Any]) -> Iterator[tuple[str, str, str | None]]:
    """Yield (key, message, hint) for each rule that a security scheme breaks; the key is "" for the scheme itself."""
    if not re.fullmatch(r"[A-Za-z0-9._-]+", name):
        yield "", f"a security scheme cannot be called {name!r}", "use letters, digits, ., _ and -"
    type = values.get("type", "")
    needed = _SECURITY_KEYS.get(type, ())
    for key in needed:
        if not values.get(key):
            yield "", f"`{name}` lacks `{key}`, which a scheme of the type `{type}` needs", None
    allowed = ("type", "description", *needed, *(("scheme",) if type == "http" else ()))
    for key in values:
        if key not in allowed:
            yield key, f"a scheme of the type `{type}` has no key `{key}`", f"the keys are: {', '.join(allowed)}"
    for key, flow in values.get("flows", {}).items():
        if key == "authorizationCode" and "authorizationUrl" not in flow:
            yield "", f"the flow `{key}` of `{name}` lacks `authorizationUrl`", None
