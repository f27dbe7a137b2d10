# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Request bodies in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import UNSET as _UNSET
from msgspec import Struct

from .codec import encode
from .operation import Arguments, Encoded
from .shapes import shape_of


class JSONBody(Struct, frozen=True):
    """A JSON value: the argument `body`.

    None is null where the body is required or nullable, else no body. UNSET is no body.
    """

    required: bool = True
    nullable: bool = False
    media_type: str = "application/json"
    text: bool = False  # whether a string is JSON, although another media type takes it
    of: Any = None  # its type, where plain values do not say how they are written

    def encode(self, arguments: Arguments) -> Encoded | None:
        body = arguments.get("body", _UNSET)
        absent = body is None and not (self.required or self.nullable)
        if absent or body is _UNSET:
            return None
        return encode(body, self.of), self.media_type


class Fields(Struct, frozen=True):
    """A JSON object whose fields are arguments, named like those of `model`.

    `rename` maps the arguments that are not. Without a model: the argument `body`, whose
    type is `of` where plain values do not say how they are written.
    A body that is not `required` is sent only if some argument has a value.
    """

    model: Any = None
    rename: Mapping[str, str] = {}
    media_type: str = "application/json"
    required: bool = True
    nullable: tuple[str, ...] = ()  # fields that are required, and may be null
    of: Any = None

    def encode(self, arguments: Arguments) -> Encoded | None:
        value = arguments.get("body")
        if self.model is not None:
            fields = {
                self.rename.get(name, name): argument
                for name, argument in arguments.items()
                if self.required or self.is_value(name, argument)
            }
            value = self.model(**fields) if fields or self.required else None
        return None if value is None or value is _UNSET else self.written(value)

    def is_value(self, name: str, argument: object) -> bool:
        """Whether an argument has a value: None has one only if its field may be null."""
        if argument is not None:
            return argument is not _UNSET
        shape, field = shape_of(self.model), self.rename.get(name, name)
        names, defaults = shape.__struct_fields__, shape.__struct_defaults__
        default = dict(zip(names[::-1], defaults[::-1])).get(field)
        return default is _UNSET or field in self.nullable

    def written(self, value: Any) -> Encoded | None:
        return encode(value), self.media_type
