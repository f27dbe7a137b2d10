# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""The wire facts of operations, and the bodies of their requests."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from functools import cached_property
from typing import Any, ClassVar, Generic, Literal, Protocol, TypeAlias, TypedDict
from urllib.parse import quote

from msgspec import UNSET as _UNSET, Struct

from .deadlines import Timeout
from .downloads import Progress
from .messages import Content, Request, Response, T
from .parameters import Parameter, Path

Values: TypeAlias = tuple[object, ...]  # of a path's parameters, in its order
Security: TypeAlias = tuple[tuple[str, ...], ...]  # alternatives; names used together
AnyResponse: TypeAlias = Response[Any]
Arguments: TypeAlias = dict[str, Any]
Encoded: TypeAlias = tuple[bytes | Content, str]  # a body and its media type
Types: TypeAlias = Mapping[int | str, Any]
"""Types of bodies by status: 200, "2XX" or "default". None: no body; bytes, str: raw."""


class AnyModel(Protocol):
    def to_dict(self) -> dict[str, Any]: ...


class RequestOptions(TypedDict, total=False):
    """What every call takes besides its own arguments."""

    timeout: Timeout  # of an attempt, or of each piece of a stream; in seconds
    max_response_bytes: int | None  # of a response that is read as a whole
    auth: Literal[True] | None  # None: send no credentials
    max_retries: int  # how often a request that failed may be sent again
    base_url: str  # in place of the client's
    extra_headers: Mapping[str, str]  # in place of others of the same name
    extra_query: Mapping[str, object]  # added to the query, in the style form
    extra_body: Mapping[str, object] | AnyModel | bytes  # added; or a whole body
    on_upload_progress: Progress  # called for each piece of a file or multipart form


class Session(Struct, frozen=True):
    """What credentials, pages and streams may use of their client."""

    server: str  # the base URL
    timeout: Timeout
    strict: bool
    asynchronous: bool
    secret_names: frozenset[str]  # of credentials in the query
    send: Callable[[Request], Awaitable[Response[Any]]]
    again: Callable[[Complete[Any]], Any]  # calls: gives a response, or awaits it


class Body(Protocol):
    """What makes the body of a request of those arguments that are no parameters."""

    def encode(self, arguments: Arguments, /) -> Encoded | None: ...


class Operation(Struct, Generic[T], frozen=True, dict=True):
    """One operation; a call of it returns `T`. Its name is its method and its path.

    `parameters` are by argument, `path_styles` by wire name. `security` and `server`
    replace the client's. `idempotency_key` is a header.
    """

    name: str
    path_styles: Mapping[str, Path] = {}
    parameters: Mapping[str, Parameter] = {}
    body: Body | None = None
    accept: str = "application/json"
    success: Types = {}
    errors: Types = {}
    security: Security | None = None
    server: str | None = None
    idempotency_key: str = ""
    streaming: ClassVar[bool] = False  # whether what it answers is read later

    def __call__(self, options: RequestOptions, *path: object) -> Call[T]:
        """A call of it, but for the arguments that have names."""
        return self, options, path

    @cached_property
    def method(self) -> str:
        return self.name.partition(" ")[0]

    @cached_property
    def _template(self) -> tuple[list[str], list[str]]:
        """Literal text, and the names of the parameters between its parts.

        What stands behind a `#` tells operations of one path apart; it is never sent.
        """
        path = self.name.partition(" ")[2].partition("#")[0]
        pieces = re.split(r"\{([^}]*)\}", path)
        literals = [quote(piece, safe="%/:@!$&'()*+,;=?") for piece in pieces[::2]]
        return literals, pieces[1::2]

    def finish(self, response: Any, call: Complete[T], session: Session) -> Any:
        """What a call gives."""
        return response

    def expand(self, values: Values) -> str:
        """The path with values in it, or ValueError where it would be another path."""
        literals, names = self._template
        by_name = dict(zip(dict.fromkeys(names), values, strict=True))
        path = literals[0]
        for name, then in zip(names, literals[1:]):
            path += self.path_styles.get(name, Path(name)).encode(by_name[name]) + then
        if re.search(r"/(\.|%2e){1,2}(/|$)", path, re.IGNORECASE):  # RFC 3986 5.2.4
            raise ValueError(f'{self.name}: "." or ".." would be part of the path.')
        if path.count("//") > sum(literal.count("//") for literal in literals):
            raise ValueError(f"{self.name}: a part of the path would be empty.")
        return path


Call: TypeAlias = tuple[Operation[T], RequestOptions, Values | str]  # str: a whole URL
Complete: TypeAlias = tuple[Call[T], Arguments]


def documented(types: Types, status: int) -> Any:
    """The type for a status, its range or by default; UNSET if there is none."""
    keys = status, f"{status // 100}XX", "default"
    return next((types[key] for key in keys if key in types), _UNSET)


def expected(types: Types, status: int) -> Any:
    """The type of a success: where its status is not documented, the only one there is."""
    kinds = [kind for kind in types.values() if kind is not None] or [Any]
    only = kinds[0] if kinds.count(kinds[0]) == len(kinds) else Any
    return only if (kind := documented(types, status)) is _UNSET else kind
