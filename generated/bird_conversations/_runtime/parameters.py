# Part of the client's runtime, the same in every client. Do not edit.
"""How values are written in a request, by the styles of OpenAPI 3.1.1 section 4.8.12.

They rest on RFC 6570: nothing is sent for an array without items (2.3). What is nested
in an array or object has no style: it is sent as JSON, or in deepObject's brackets.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar
from urllib.parse import quote

from msgspec import Struct, json

from .codec import encode
from .model import is_array, is_object

_STYLES = {
    # what it begins with, what separates values that are written one by one (explode),
    # what joins those that are written as one, and whether they stand behind the name
    "simple": ("", ",", ",", False),
    "label": (".", ".", ",", False),
    "matrix": (";", ";", ",", True),
    "form": ("", "&", ",", True),
    "spaceDelimited": ("", "&", "%20", True),
    "pipeDelimited": ("", "&", "%7C", True),
    "deepObject": ("", "&", ",", True),
    "cookie": ("", "; ", ",", True),
}


class Parameter(Struct, frozen=True):
    """Its name and style. `content` (any): the value is sent as JSON."""

    name: str
    style: str = "form"
    explode: bool = True
    allow_reserved: bool = False
    content: str | None = None
    safe: ClassVar[str] = ""  # besides letters, digits and `-._~` (RFC 3986 2.3)

    def encode(self, value: object) -> str:
        """The text for a value; "" where nothing is to be sent."""
        first, separator, joint, named = _STYLES[self.style]
        escape = self.escape
        value = plain(value) if self.content is None else encode(value).decode()
        name = quote(self.name, safe=self.safe)
        label = f"{name}=" if named else ""
        if self.style == "deepObject":
            texts = self._deep(name, value)
        elif is_object(value):
            pairs = [
                (escape(k), escape(text(v))) for k, v in value.items() if v is not None
            ]
            texts = [f"{key}={item}" for key, item in pairs]
            if pairs and not self.explode:
                texts = [label + joint.join(t for pair in pairs for t in pair)]
        else:
            items = value if is_array(value) else [value]
            texts = [escape(text(item)) for item in items if item is not None]
            if texts and not self.explode:
                texts = [joint.join(texts)]
            texts = [label + item for item in texts]
        if first == ";":  # a name alone stands for an empty value (RFC 6570 3.2.7)
            texts = [item.removesuffix("=") for item in texts]
        return first + separator.join(texts) if texts else ""

    def escape(self, value: str) -> str:
        """Percent-encode a value; reserved characters and %XX pass where they may.

        Those are not `# [ ] & +`, which would end the query or be read as a blank.
        """
        if not self.allow_reserved:
            return quote(value, safe=self.safe)
        parts = re.split("(%[0-9A-Fa-f]{2})", value)
        parts[::2] = [quote(part, safe=":/?@!$'()*,;=") for part in parts[::2]]
        return "".join(parts)

    def _deep(self, name: str, value: Any) -> list[str]:
        if is_object(value):
            items = [(f"{name}%5B{quote(k, safe='')}%5D", v) for k, v in value.items()]
        elif is_array(value):
            items = [(name, item) for item in value]
        else:
            return [] if value is None else [f"{name}={self.escape(text(value))}"]
        return [pair for key, item in items for pair in self._deep(key, item)]


class Path(Parameter, frozen=True):
    style: str = "simple"
    explode: bool = False

    def encode(self, value: object) -> str:
        """A part of the path, or ValueError if there would be none."""
        if not (part := super().encode(value)):
            raise ValueError(f"The path parameter {self.name!r} must not be empty.")
        return part


class Query(Parameter, frozen=True): ...


class Header(Parameter, frozen=True):
    style: str = "simple"
    explode: bool = False

    def encode(self, value: object) -> str:
        """The header's value, or ValueError if it has a line break."""
        return header_value(self.name, super().encode(value))

    def escape(self, value: str) -> str:
        return value


class Cookie(Parameter, frozen=True):
    """What a cookie cannot hold (RFC 6265 4.1.1) is percent-encoded."""

    style: str = "cookie"
    safe: ClassVar[str] = "!#$%&'()*+-./:<=>?@[]^_`{|}~"


def header_value(name: str, value: str) -> str:
    """The value, without outer blanks, or ValueError where it has control characters."""
    if re.search(r"[\x00-\x08\x0a-\x1f\x7f]", value):
        raise ValueError(f"{name!r} holds a line break or another control character.")
    return value.strip(" \t")


def plain(value: object) -> Any:
    """The JSON value that stands for a model, a date, an enum..."""
    known = type(value) in (str, int, float, bool)  # not those of them that are enums
    return value if known else json.decode(encode(value))


def text(value: object) -> str:
    """What stands for a JSON value outside of JSON."""
    return value if isinstance(value, str) else encode(value).decode()
