# Part of the client's runtime, the same in every client. Do not edit.
"""How arguments are written into a path, a query, headers and cookies.

The styles are those of OpenAPI 3.1.1 section 4.8.12, which rest on RFC 6570. There an
array without items is undefined (section 2.3): nothing is sent. What is nested in an
array or object has no style: it is sent as JSON, or in deepObject's brackets.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal, TypeAlias
from urllib.parse import quote

from msgspec import Struct, json

from .codec import encode
from .model import is_array, is_object

Escape: TypeAlias = Callable[[str], str]
Parts: TypeAlias = str | list[tuple[str | None, str]]
"""A scalar; or the items of an array, without keys; or the properties of an object."""


class Path(Struct, frozen=True):
    """The style of a path parameter. `content` (any): its value is sent as JSON."""

    style: Literal["simple", "label", "matrix"] = "simple"
    explode: bool = False
    content: str | None = None

    def encode(self, name: str, value: object) -> str:
        """A part of the path, percent-encoded but for unreserved characters (RFC 3986 2.3).

        Raises:
            ValueError: It would be empty, and the path that of something else.
        """
        parts = _parts(value, percent, self.content)
        if self.style == "simple":
            text = ",".join(_texts(parts, self.explode))
        elif parts == []:
            text = ""
        elif self.style == "label":
            text = "." + ("." if self.explode else ",").join(
                _texts(parts, self.explode)
            )
        else:
            pairs = _pairs(percent(name), parts, self.explode)
            text = "".join(
                f";{key}={item}" if item else f";{key}" for key, item in pairs
            )
        if not text:
            raise ValueError(f"The path parameter {name!r} must not be empty.")
        return text


class Query(Struct, frozen=True):
    """The name and style of a query parameter."""

    name: str
    style: Literal["form", "spaceDelimited", "pipeDelimited", "deepObject"] = "form"
    explode: bool = True
    allow_reserved: bool = False
    content: str | None = None

    def encode(self, value: object) -> list[str]:
        """Pairs of names and values, both percent-encoded."""
        escape = _reserved if self.allow_reserved else percent
        name = percent(self.name)
        if self.style == "deepObject" and self.content is None:
            return _deep(name, _plain(value), escape)
        separator = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}.get(
            self.style, ","
        )
        parts = _parts(value, escape, self.content)
        return ["=".join(p) for p in _pairs(name, parts, self.explode, separator)]


class Header(Struct, frozen=True):
    """The name of a header parameter, of the style simple."""

    name: str
    explode: bool = False
    content: str | None = None

    def encode(self, value: object) -> str:
        """The header's value, not percent-encoded; see `header_value`."""
        parts = _parts(value, str, self.content)
        return header_value(self.name, ",".join(_texts(parts, self.explode)))


class Cookie(Struct, frozen=True):
    """The name of a cookie parameter, of the style form."""

    name: str
    explode: bool = True
    content: str | None = None

    def encode(self, value: object) -> list[str]:
        """Pairs; what a cookie cannot hold (RFC 6265 4.1.1) is percent-encoded."""
        parts = _parts(value, cookie_text, self.content)
        return [
            "=".join(p) for p in _pairs(cookie_text(self.name), parts, self.explode)
        ]


Parameter: TypeAlias = Query | Header | Cookie


def percent(text: str) -> str:
    return quote(text, safe="")


def cookie_text(text: str) -> str:
    return quote(text, safe="!#$%&'()*+-./:<=>?@[]^_`{|}~")


def header_value(name: str, value: str) -> str:
    """The value, without outer blanks (RFC 9110 section 5.5).

    Raises:
        ValueError: It holds a line break or another control character.
    """
    if re.search(r"[\x00-\x08\x0a-\x1f\x7f]", value):
        raise ValueError(f"{name!r} holds a line break or another control character.")
    return value.strip(" \t")


def _reserved(text: str) -> str:
    """Reserved characters and %XX pass (RFC 6570 3.2.3), but for `# [ ] & +`.

    Those would end the query or the value, or be read as a blank.
    """
    parts = re.split("(%[0-9A-Fa-f]{2})", text)
    parts[::2] = [quote(part, safe=":/?@!$'()*,;=") for part in parts[::2]]
    return "".join(parts)


def _plain(value: object) -> Any:
    """The JSON value that stands for a model, a date, an enum..."""
    plain = type(value) in (str, int, float, bool)  # not those of them that are enums
    return value if plain else json.decode(encode(value))


def _text(value: object) -> str:
    return value if isinstance(value, str) else encode(value).decode()


def _parts(value: object, escape: Escape, content: str | None) -> Parts:
    value = _plain(value) if content is None else encode(value).decode()
    if is_array(value):
        return [(None, escape(_text(item))) for item in value if item is not None]
    if is_object(value):
        items = [item for item in value.items() if item[1] is not None]
        return [(escape(key), escape(_text(item))) for key, item in items]
    return escape(_text(value))


def _texts(parts: Parts, explode: bool) -> list[str]:
    """What a separator stands between."""
    texts: list[str] = []
    for key, text in [(None, parts)] if isinstance(parts, str) else parts:
        if key is None:
            texts.append(text)
        else:
            texts += [f"{key}={text}"] if explode else [key, text]
    return texts


def _pairs(
    name: str, parts: Parts, explode: bool, separator: str = ","
) -> list[tuple[str, str]]:
    """Names and values, for a style that has names."""
    if isinstance(parts, str):
        return [(name, parts)]
    if explode:
        return [(name if key is None else key, text) for key, text in parts]
    return [(name, separator.join(_texts(parts, explode)))] if parts else []


def _deep(name: str, value: object, escape: Escape) -> list[str]:
    if is_object(value):
        nested = [(f"{name}%5B{percent(key)}%5D", item) for key, item in value.items()]
    elif is_array(value):
        nested = [(name, item) for item in value]
    else:
        return [] if value is None else [f"{name}={escape(_text(value))}"]
    return [pair for key, item in nested for pair in _deep(key, item, escape)]
