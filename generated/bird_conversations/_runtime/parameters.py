# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""How values are written in a request, by the styles of OpenAPI 3.2 section 4.12.

They rest on RFC 6570: null is nothing, and so is an array without items (2.3). What is
nested and has no style is sent as JSON, or in deepObject's brackets: `a[b][0]=c`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, ClassVar
from urllib.parse import quote

from msgspec import Struct

from .codec import by_type, described, encode, normal, plain
from .messages import is_json
from .shapes import is_array, is_object

_ARRAYS = list, tuple  # which `plain` leaves
_STYLES = {
    # what it begins with, what separates values that are written one by one (explode),
    # what joins those that are written as one, and whether they stand behind the name
    "simple": ("", ",", ",", False),
    "label": (".", ".", ",", False),
    "matrix": (";", ";", ",", True),
    "segments": ("", "/", ",", False),  # RFC 6570 3.2.6, whose first slash is literal
    "form": ("", "&", ",", True),
    "spaceDelimited": ("", "&", "%20", True),
    "pipeDelimited": ("", "&", "%7C", True),
    "deepObject": ("", "&", ",", True),
}


class Parameter(Struct, frozen=True):
    """Its name and style; or `content`, the media type that its value is written in."""

    name: str
    style: str = "form"
    explode: bool = True
    allow_reserved: bool = False
    content: str | None = None
    of: Any = None  # its type, where plain values do not say how they are written
    styles: ClassVar[Mapping[str, tuple[str, str, str, bool]]] = _STYLES
    safe: ClassVar[str] = ""  # besides letters, digits and `-._~` (RFC 3986 2.3)
    reserved: ClassVar[str] = ":/?@!$'()*,;="  # safe, too, where it is allowed

    def encode(self, value: object) -> str:
        """The text for a value; "" where nothing is to be sent."""
        first, separator, joint, _ = self.styles[self.style]
        bare = "" if first == ";" else "="  # behind a name alone (RFC 6570 3.2.7)
        texts = [
            text if name is None else f"{name}={text}" if text else f"{name}{bare}"
            for name, text in self.pairs(value, joint)
        ]
        return first + separator.join(texts) if texts else ""

    def pairs(self, value: object, joint: str) -> list[tuple[str | None, str]]:
        """Names and values, escaped; None is no name."""
        name = self.label(self.name) if self.styles[self.style][3] else None
        if self.content is not None:
            return [(name, self.escape(content_text(self.content, value, self.of)))]
        if self.of is not None or by_type:
            value = described(value, self.of)
        value = plain(value)
        if self.style == "deepObject":
            return self._deep(self.name, value)
        if is_object(value):
            items = [(k, v) for k, v in value.items() if v is not None]
            if self.explode:  # an array in it repeats its name
                each = ((k, v if is_array(v, _ARRAYS) else [v]) for k, v in items)
                items = [(k, i) for k, array in each for i in array if i is not None]
            texts = [(self.label(k), self.escape(scalar(v))) for k, v in items]
            if self.explode:
                return [*texts]
            whole = [text for pair in texts for text in pair]
        else:
            listed = value if is_array(value, _ARRAYS) else [value]
            whole = [self.escape(scalar(item)) for item in listed if item is not None]
            if self.explode:
                return [(name, text) for text in whole]
        return [(name, joint.join(whole))] if whole else []

    def label(self, name: str) -> str:
        """A name, percent-encoded."""
        return quote(name, safe=self.safe)

    def escape(self, value: str) -> str:
        """Percent-encode a value; reserved characters and %XX pass where they may.

        Of those, `# [ ] & +` would end a query or be read as a blank, and do not pass.
        """
        if not self.allow_reserved:
            return quote(value, safe=self.safe)
        parts, safe = re.split("(%[0-9A-Fa-f]{2})", value), self.safe + self.reserved
        parts[::2] = [quote(part, safe=safe) for part in parts[::2]]
        return "".join(parts)

    def _deep(self, name: str, value: Any) -> list[tuple[str | None, str]]:
        if is_object(value) or is_array(value, _ARRAYS):
            items = value.items() if is_object(value) else enumerate(value)
            nested = (self._deep(f"{name}[{key}]", item) for key, item in items)
            return [pair for pairs in nested for pair in pairs]
        return [] if value is None else [(self.label(name), self.escape(scalar(value)))]


class Path(Parameter, frozen=True):
    """A value is one segment, or a part of one; with `slashes` it may be several."""

    style: str = "simple"
    explode: bool = False
    slashes: bool = False
    reserved: ClassVar[str] = ":@!$&'()*+,;="

    def encode(self, value: object) -> str:
        """A part of the path, or ValueError if there would be none."""
        if not (part := super().encode(value)):
            raise ValueError(f"The path parameter {self.name!r} must not be empty.")
        return part

    def escape(self, value: str) -> str:
        parts = value.split("/") if self.slashes else [value]
        return "/".join(map(super().escape, parts))


class Query(Parameter, frozen=True): ...


class Header(Parameter, frozen=True):
    """Nothing in it is percent-encoded."""

    style: str = "simple"
    explode: bool = False

    def encode(self, value: object) -> str:
        """The header's value, or ValueError if it has a line break."""
        return header_value(self.name, super().encode(value))

    def label(self, name: str) -> str:
        return name

    def escape(self, value: str) -> str:
        return value


def header_value(name: str, value: str) -> str:
    """The value, without outer blanks, or ValueError where it has control characters."""
    if re.search(r"[\x00-\x08\x0a-\x1f\x7f\ud800-\udfff]", value):
        raise ValueError(f"{name!r} holds a line break or another control character.")
    return value.strip(" \t")


def content_text(media_type: str, value: object, type_: Any = None) -> str:
    """A value in a media type: JSON, a form, or else text."""
    if is_json(media_type):
        return encode(value, type_).decode()
    if "x-www-form-urlencoded" in media_type.lower() and is_object(plain(value)):
        return form_text(value)
    return value.decode() if isinstance(value, bytes) else scalar(plain(value))


def form_text(value: object, encoding: Iterable[Query] = ()) -> str:
    """The fields of an object as in a query; `encoding` has the styles of some of them.

    Objects are JSON, and each item of an array stands by itself (OpenAPI 3.2, 4.15).
    """
    styles = {each.name: each for each in encoding}
    fields = plain(value)
    texts: list[str] = []
    for name, item in fields.items() if is_object(fields) else ():
        as_json = "application/json" if is_object(item) else None
        style = styles.get(name) or Query(name, content=as_json)
        alone = style.content is not None and is_array(item, _ARRAYS)
        texts += map(style.encode, item if alone else [item])
    return "&".join(filter(None, texts))


def scalar(value: object) -> str:
    """What stands for a plain value outside of JSON; arrays and objects stay JSON.

    ValueError: a number is infinite or none, or a time lacks its zone (RFC 3339 5.6).
    """
    if isinstance(value, str):
        return value
    if isinstance(value, (float, Decimal)) and not math.isfinite(value):
        raise ValueError(f"{value} cannot be sent.")
    if isinstance(value, datetime) and value.tzinfo is None:
        raise ValueError(f"{value} has no time zone: give it one.")
    return encode(normal(value)).decode().strip('"')
