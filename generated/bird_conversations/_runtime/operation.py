# Part of the client's runtime, the same in every client. Do not edit.
"""The wire facts of operations, as generated code states them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Generic, TypeAlias, TypedDict
from urllib.parse import quote

import msgspec
from msgspec import Struct

from .codec import encode
from .model import is_array, is_object
from .parameters import Parameter, Path
from .response import T

Types: TypeAlias = Mapping[int | str, Any]
"""Types of bodies by status: 200, "2XX" or "default". None: no body; bytes, str: raw."""

Values: TypeAlias = tuple[object, ...]
"""Values of the parameters of a path, in the order of the template."""

Security: TypeAlias = tuple[tuple[str, ...], ...]
"""Alternatives, each of names of credentials that are sent together; (): none."""


class RequestOptions(TypedDict, total=False):
    """What every call takes besides its own arguments."""

    timeout: float | None
    """Seconds for the connection and for each read and write; None waits for ever."""

    max_retries: int
    """How often a request that failed may be sent again."""

    extra_headers: Mapping[str, str]
    """Headers, in place of others of the same name."""

    extra_query: Mapping[str, object]
    """Added to the query, in the style form."""

    extra_body: Mapping[str, object]
    """Merged into the topmost level of a body that is a JSON object."""


class Fields(Struct, frozen=True):
    """A JSON object whose fields are arguments, named like those of `model`.

    `rename` maps the arguments that are not.
    """

    model: Any
    rename: Mapping[str, str] = {}
    media_type: str = "application/json"

    def encode(self, arguments: Mapping[str, Any]) -> bytes | None:
        names = self.rename
        fields = {names.get(name, name): value for name, value in arguments.items()}
        return encode(self.model(**fields))


class JSONBody(Struct, frozen=True):
    """A JSON value: the argument `body`.

    None is null where the body is required or nullable, else no body. UNSET is no body.
    """

    required: bool = True
    nullable: bool = False
    media_type: str = "application/json"

    def encode(self, arguments: Mapping[str, Any]) -> bytes | None:
        body = arguments.get("body", msgspec.UNSET)
        absent = body is None and not (self.required or self.nullable)
        return None if absent or body is msgspec.UNSET else encode(body)


class RawBody(Struct, frozen=True):
    """Bytes, or text that is sent as UTF-8: the argument `body`; None is no body."""

    media_type: str

    def encode(self, arguments: Mapping[str, Any]) -> bytes | None:
        body = arguments.get("body")
        if body is None or body is msgspec.UNSET:
            return None
        return body.encode() if isinstance(body, str) else bytes(body)


class TokenPagination(Struct, frozen=True):
    """Each page has a token for the argument `parameter` of the call for the next.

    `items` and `token` are fields of the page, with dots where they are nested.
    """

    items: str
    token: str
    parameter: str

    def items_of(self, page: object) -> list[Any]:
        """The items; null and a missing list are none."""
        items = _member(page, self.items)
        return items if is_array(items) else []

    def token_of(self, page: object) -> str | None:
        """The token; None where it is missing, null or empty."""
        token = _member(page, self.token)
        return str(token) if isinstance(token, (str, int)) and token != "" else None


def _member(value: Any, path: str) -> Any:
    for name in path.split("."):
        value = value.get(name) if is_object(value) else getattr(value, name, None)
    return value


class Operation(Struct, Generic[T], frozen=True, kw_only=True, dict=True):
    """One operation; a call of it returns `T`.

    Parameters go by the names of their arguments, those of the path by their wire
    names. Security None stands for the client's own.
    """

    id: str | None = None
    method: str
    path: str
    path_styles: Mapping[str, Path] = {}
    parameters: Mapping[str, Parameter] = {}
    body: Fields | JSONBody | RawBody | None = None
    accept: str = "application/json"
    success: Types = {}
    errors: Types = {}
    security: Security | None = None
    pagination: TokenPagination | None = None

    @cached_property
    def name(self) -> str:
        """Method and path template, for messages."""
        return f"{self.method} {self.path}"

    def expand(self, values: Values) -> str:
        """The path with values in it.

        Raises:
            ValueError: A value is empty, or a segment would be "." or "..": the path
                would be another one (RFC 3986 section 5.2.4).
        """
        first, rest = self._template
        path = first
        for (name, style, literal), value in zip(rest, values, strict=True):
            path += style.encode(name, value) + literal
        if "/." in path and {".", ".."} & set(path.split("/")):
            raise ValueError(
                f'{self.name}: a segment of the path would be "." or "..".'
            )
        return path

    @cached_property
    def _template(self) -> tuple[str, list[tuple[str, Path, str]]]:
        """The text before the first parameter; each parameter and the text after it."""
        first, *rest = self.path.split("{")
        pieces = [piece.partition("}") for piece in rest]
        default = Path()
        return _quoted(first), [
            (name, self.path_styles.get(name, default), _quoted(literal))
            for name, _, literal in pieces
        ]


def _quoted(literal: str) -> str:
    return quote(literal, safe="%/:@!$&'()*+,;=")


def documented(types: Types, status: int) -> Any:
    """The type for a status, its range or by default; UNSET if there is none."""
    keys = status, f"{status // 100}XX", "default"
    return next((types[key] for key in keys if key in types), msgspec.UNSET)
