# Part of the client's runtime, the same in every client. Do not edit.
"""The wire facts of operations, and the bodies of their requests."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from functools import cached_property
from typing import Any, ClassVar, Generic, Protocol, TypeAlias, TypedDict
from urllib.parse import quote

from msgspec import UNSET as _UNSET
from msgspec import Struct

from .codec import encode
from .parameters import Parameter, Path
from .transport import Content, Request, Response, T

Values: TypeAlias = tuple[object, ...]  # of a path's parameters, in its order
Security: TypeAlias = tuple[tuple[str, ...], ...]  # alternatives; names used together
Answer: TypeAlias = Response[Any]
Arguments: TypeAlias = dict[str, Any]
Progress: TypeAlias = Callable[[int, int | None], object]  # bytes sent, and of how many
Encoded: TypeAlias = tuple[bytes | Content, str]  # a body and its media type
Types: TypeAlias = Mapping[int | str, Any]
"""Types of bodies by status: 200, "2XX" or "default". None: no body; bytes, str: raw."""


class RequestOptions(TypedDict, total=False):
    """What every call takes besides its own arguments."""

    timeout: float | None
    """Seconds to connect, for each write, for the answer to begin, and for all of it.

    A stream has as long for each piece. None: no limit.
    """
    max_retries: int  # how often a request that failed may be sent again
    base_url: str  # in place of the client's
    extra_headers: Mapping[str, str]  # in place of others of the same name
    extra_query: Mapping[str, object]  # added to the query, in the style form
    extra_body: Mapping[str, object]  # merged into the topmost level of a JSON object
    on_upload: Progress  # told of each piece that is sent of a file or a multipart form


class Session(Struct, frozen=True):
    """What credentials, pages and streams may use of their client."""

    server: str  # the base URL
    timeout: float | None
    strict: bool
    asynchronous: bool
    send: Callable[[Request], Awaitable[Response[Any]]]
    again: Callable[[Complete[Any]], Any]  # calls: gives a response, or awaits it


class Body(Protocol):
    """What makes the body of a request of those arguments that are no parameters."""

    def encode(self, arguments: Arguments, /) -> Encoded | None: ...


class JSONBody(Struct, frozen=True):
    """A JSON value: the argument `body`.

    None is null where the body is required or nullable, else no body. UNSET is no body.
    """

    required: bool = True
    nullable: bool = False
    media_type: str = "application/json"

    def encode(self, arguments: Arguments) -> Encoded | None:
        body = arguments.get("body", _UNSET)
        absent = body is None and not (self.required or self.nullable)
        return None if absent or body is _UNSET else (encode(body), self.media_type)


class Fields(Struct, frozen=True):
    """A JSON object whose fields are arguments, named like those of `model`.

    `rename` maps the arguments that are not. Without a model: the argument `body`.
    """

    model: Any = None
    rename: Mapping[str, str] = {}
    media_type: str = "application/json"

    def encode(self, arguments: Arguments) -> Encoded | None:
        value = arguments.get("body")
        if self.model is not None:
            fields = {self.rename.get(name, name): v for name, v in arguments.items()}
            value = self.model(**fields)
        return None if value is None or value is _UNSET else self.written(value)

    def written(self, value: Any) -> Encoded:
        return encode(value), self.media_type


class Operation(Struct, Generic[T], frozen=True, dict=True):
    """One operation; a call of it returns `T`. Its name is its method and its path.

    Parameters go by the names of their arguments, those of the path by their wire
    names. Security None stands for the client's own. `server` stands in for the
    client's base URL, unless the caller has chosen one. `idempotency_key` is the header
    by whose value a server knows a request that is sent again.
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
    unread: ClassVar[bool] = False  # whether what it answers is read later

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

    def finish(self, answer: Answer, call: Complete[T], session: Session) -> Answer:
        """What a call gives."""
        return answer

    def expand(self, values: Values) -> str:
        """The path with values in it, or ValueError where it would be another path."""
        literals, names = self._template
        given = dict(zip(dict.fromkeys(names), values, strict=True))
        path = literals[0]
        for name, then in zip(names, literals[1:]):
            path += self.path_styles.get(name, Path(name)).encode(given[name]) + then
        if "/." in path or "%2" in path:  # RFC 3986 5.2.4, also where it is escaped
            if re.search("/(\\.|%2e){1,2}(/|$)", path, re.IGNORECASE):
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
    kinds = [kind for kind in types.values() if kind is not None]
    kind = documented(types, status)
    return kind if kind is not _UNSET else kinds[0] if len(kinds) == 1 else Any
