# Part of the client's runtime, the same in every client. Do not edit.
"""The wire facts of operations, and how arguments are written by them.

The styles are those of OpenAPI 3.1.1 section 4.8.12, which rest on RFC 6570: nothing is
sent for an array without items (2.3). What is nested in an array or object has no
style: it is sent as JSON, or in deepObject's brackets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from os import PathLike
from pathlib import Path as FilePath
from typing import IO, Any, Generic, Literal, TypeAlias, TypedDict
from urllib.parse import quote

from msgspec import UNSET as _UNSET
from msgspec import Struct, json

from .codec import encode
from .model import Model, OpenModel, is_array, is_object, is_tuple, shape_of
from .transport import T

Values: TypeAlias = tuple[
    object, ...
]  # of a path's parameters, in the template's order
Security: TypeAlias = tuple[tuple[str, ...], ...]  # alternatives of names used together
Types: TypeAlias = Mapping[int | str, Any]
"""Types of bodies by status: 200, "2XX" or "default". None: no body; bytes, str: raw."""

_Bytes: TypeAlias = bytes | IO[bytes]
File: TypeAlias = _Bytes | PathLike[str] | tuple[str, _Bytes] | tuple[str, _Bytes, str]
"""What can be uploaded. The tuples: a file's name, its content, and its media type."""

_Content: TypeAlias = tuple[bytes, str]  # a body and its media type
_Escape: TypeAlias = Callable[[str], str]
_Style: TypeAlias = "Path | Query | Header | Cookie"
_PATHS = {"simple": ("", ","), "label": (".", "."), "matrix": (";", ";")}
_JOINTS = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}
_percent = partial(quote, safe="")
_cookie_text = partial(quote, safe="!#$%&'()*+-./:<=>?@[]^_`{|}~")


class RequestOptions(TypedDict, total=False):
    """What every call takes besides its own arguments."""

    timeout: (
        float | None
    )  # seconds to connect and for each read and write; None: no limit
    max_retries: int  # how often a request that failed may be sent again
    extra_headers: Mapping[str, str]  # in place of others of the same name
    extra_query: Mapping[str, object]  # added to the query, in the style form
    extra_body: Mapping[str, object]  # merged into the topmost level of a JSON object


class Path(Struct, frozen=True):
    """The style of a path parameter. `content` (any): its value is sent as JSON."""

    style: Literal["simple", "label", "matrix"] = "simple"
    explode: bool = False
    content: str | None = None

    def encode(self, name: str, value: object) -> str:
        """A part of the path; all but unreserved characters (RFC 3986 2.3) is encoded."""
        first, separator = _PATHS[self.style]
        texts = _texts(
            self, value, _percent, f"{_percent(name)}=" if first == ";" else ""
        )
        if first == ";":
            texts = [text.removesuffix("=") for text in texts]
        path = first + separator.join(texts)
        if not texts or not path:
            raise ValueError(f"The path parameter {name!r} must not be empty.")
        return path


class Query(Struct, frozen=True):
    """The name and style of a query parameter."""

    name: str
    style: Literal["form", "spaceDelimited", "pipeDelimited", "deepObject"] = "form"
    explode: bool = True
    allow_reserved: bool = False
    content: str | None = None

    def encode(self, value: object) -> list[str]:
        """Pairs of names and values, both percent-encoded."""
        escape = self._reserved if self.allow_reserved else _percent
        name = _percent(self.name)
        if self.style == "deepObject" and self.content is None:
            return self._deep(name, _plain(value), escape)
        return _texts(self, value, escape, f"{name}=", _JOINTS.get(self.style, ","))

    def _deep(self, name: str, value: object, escape: _Escape) -> list[str]:
        if is_object(value):
            items = [(f"{name}%5B{_percent(k)}%5D", item) for k, item in value.items()]
        elif is_array(value):
            items = [(name, item) for item in value]
        else:
            return [] if value is None else [f"{name}={escape(_text(value))}"]
        return [pair for key, item in items for pair in self._deep(key, item, escape)]

    @staticmethod
    def _reserved(text: str) -> str:
        """Reserved characters and %XX pass (RFC 6570 3.2.3), but for `# [ ] & +`.

        Those would end the query or the value, or be read as a blank.
        """
        parts = re.split("(%[0-9A-Fa-f]{2})", text)
        parts[::2] = [quote(part, safe=":/?@!$'()*,;=") for part in parts[::2]]
        return "".join(parts)


class Header(Struct, frozen=True):
    """The name of a header parameter, of the style simple."""

    name: str
    explode: bool = False
    content: str | None = None

    def encode(self, value: object) -> str:
        """The header's value, not percent-encoded."""
        return header_value(self.name, ",".join(_texts(self, value, str)))


class Cookie(Struct, frozen=True):
    """The name of a cookie parameter, of the style form."""

    name: str
    explode: bool = True
    content: str | None = None

    def encode(self, value: object) -> list[str]:
        """Pairs; what a cookie cannot hold (RFC 6265 4.1.1) is percent-encoded."""
        return _texts(self, value, _cookie_text, f"{_cookie_text(self.name)}=")


def header_value(name: str, value: str) -> str:
    """The value, without outer blanks, or ValueError where it has control characters."""
    if re.search(r"[\x00-\x08\x0a-\x1f\x7f]", value):
        raise ValueError(f"{name!r} holds a line break or another control character.")
    return value.strip(" \t")


def _texts(
    style: _Style, value: object, escape: _Escape, label: str = "", joint: str = ","
) -> list[str]:
    """What a separator stands between, each behind its label if there are names."""
    value = _plain(value) if style.content is None else encode(value).decode()
    if is_object(value):
        given = [(k, _text(item)) for k, item in value.items() if item is not None]
        if style.explode:
            return [f"{escape(key)}={escape(text)}" for key, text in given]
        texts = [text for pair in given for text in pair]
    else:
        items = value if is_array(value) else [value]
        texts = [_text(item) for item in items if item is not None]
        if style.explode:
            return [label + escape(text) for text in texts]
    return [label + joint.join(map(escape, texts))] if texts else []


def _plain(value: object) -> Any:
    """The JSON value that stands for a model, a date, an enum..."""
    plain = type(value) in (str, int, float, bool)  # not those of them that are enums
    return value if plain else json.decode(encode(value))


def _text(value: object) -> str:
    return value if isinstance(value, str) else encode(value).decode()


class JSONBody(Struct, frozen=True):
    """A JSON value: the argument `body`.

    None is null where the body is required or nullable, else no body. UNSET is no body.
    """

    required: bool = True
    nullable: bool = False
    media_type: str = "application/json"

    def encode(self, arguments: Mapping[str, Any]) -> _Content | None:
        body = arguments.get("body", _UNSET)
        absent = body is None and not (self.required or self.nullable)
        return None if absent or body is _UNSET else (encode(body), self.media_type)


class RawBody(Struct, frozen=True):
    """Bytes, or text that is sent as UTF-8: the argument `body`; None is no body."""

    media_type: str

    def encode(self, arguments: Mapping[str, Any]) -> _Content | None:
        body = arguments.get("body")
        if body is None or body is _UNSET:
            return None
        return body.encode() if isinstance(body, str) else bytes(body), self.media_type


class Fields(Struct, frozen=True):
    """A JSON object whose fields are arguments, named like those of `model`.

    `rename` maps the arguments that are not. Without a model: the argument `body`.
    """

    model: Any = None
    rename: Mapping[str, str] = {}
    media_type: str = "application/json"

    def encode(self, arguments: Mapping[str, Any]) -> _Content | None:
        value = arguments.get("body")
        if self.model is not None:
            fields = {self.rename.get(name, name): v for name, v in arguments.items()}
            value = self.model(**fields)
        return None if value is None or value is _UNSET else self.written(value)

    def written(self, value: Any) -> _Content:
        return encode(value), self.media_type


class FormBody(Fields, frozen=True):
    """Fields written as in a query. `encoding`: the styles of some, by wire name."""

    media_type: str = "application/x-www-form-urlencoded"
    encoding: Mapping[str, Query] = {}

    def written(self, value: Any) -> _Content:
        pairs: list[str] = []
        for name, item in _properties(value).items():
            pairs += self.encoding.get(name, Query(name)).encode(item)
        return "&".join(pairs).encode(), self.media_type


class MultipartBody(Fields, frozen=True):
    """A part for each field, or for each item of it; files are read before sending.

    `encoding`: the media types of some fields, by wire name.
    """

    media_type: str = "multipart/form-data"
    encoding: Mapping[str, str] = {}

    def written(self, value: Any) -> _Content:
        import httpx2

        parts: list[tuple[str, Any]] = []
        for name, item in _properties(value).items():
            listed = is_array(item) or is_tuple(item) and not _is_file(item)
            items: list[Any] = [*item] if listed else [item]
            parts += [(name, _part(one, self.encoding.get(name))) for one in items]
        form = httpx2.Request("POST", "http://form", files=parts)  # finds a boundary
        return form.read(), form.headers.get("content-type", self.media_type)


def _properties(form: Any) -> dict[str, Any]:
    """What a form has, by wire names."""
    if isinstance(form, (Model, OpenModel)):
        shape = shape_of(type(form))
        names = zip(shape.__struct_fields__, shape.__struct_encode_fields__)
        extra = form.extra if isinstance(form, OpenModel) else {}
        form = {wire: getattr(form, name) for name, wire in names} | extra
    return {k: v for k, v in form.items() if v is not None and v is not _UNSET}


def _is_file(value: Any) -> bool:
    if is_tuple(value):
        return len(value) > 1 and isinstance(value[0], str) and _is_file(value[1])
    return isinstance(value, (bytes, PathLike)) or hasattr(value, "read")


def _part(value: Any, media_type: str | None) -> Any:
    """A part as httpx2 takes it: a file's name or None, the content, its media type."""
    if not _is_file(value):
        plain = _plain(value)
        nested = "application/json" if is_object(plain) or is_array(plain) else None
        return None, _text(plain), media_type or nested
    if is_tuple(value):
        return value
    name = FilePath(str(getattr(value, "name", "upload"))).name
    content = FilePath(value).read_bytes() if hasattr(value, "__fspath__") else value
    return name, content, media_type


class TokenPagination(Struct, frozen=True):
    """Each page has a token for the argument `parameter` of the call for the next.

    `items` and `token` are fields of the page, with dots where they are nested.
    """

    items: str
    token: str
    parameter: str

    def items_of(self, page: object) -> list[Any]:
        items = _member(page, self.items)
        return items if is_array(items) else []  # null and a missing list are none

    def token_of(self, page: object) -> str | None:
        token = _member(page, self.token)
        return str(token) if isinstance(token, (str, int)) and token != "" else None


def _member(value: Any, path: str) -> Any:
    for name in path.split("."):
        value = value.get(name) if is_object(value) else getattr(value, name, None)
    return value


class Operation(Struct, Generic[T], frozen=True, dict=True):
    """One operation; a call of it returns `T`. Its name is its method and its path.

    Parameters go by the names of their arguments, those of the path by their wire
    names. Security None stands for the client's own. `server` stands in for the
    client's base URL, unless the caller has chosen one.
    """

    name: str
    path_styles: Mapping[str, Path] = {}
    parameters: Mapping[str, Query | Header | Cookie] = {}
    body: JSONBody | RawBody | Fields | None = None
    accept: str = "application/json"
    success: Types = {}
    errors: Types = {}
    security: Security | None = None
    pagination: TokenPagination | None = None
    server: str | None = None

    @cached_property
    def method(self) -> str:
        return self.name.partition(" ")[0]

    @cached_property
    def _template(self) -> list[str]:
        """Literal text and names of parameters, in turns."""
        pieces = re.split(r"\{([^}]*)\}", self.name.partition(" ")[2])
        pieces[::2] = [quote(piece, safe="%/:@!$&'()*+,;=") for piece in pieces[::2]]
        return pieces

    def expand(self, values: Values) -> str:
        """The path with values in it, or ValueError where it would be another path."""
        pieces, default = self._template.copy(), Path()
        pieces[1::2] = [
            self.path_styles.get(name, default).encode(name, value)
            for name, value in zip(pieces[1::2], values, strict=True)
        ]
        path = "".join(pieces)
        if "/." in path and {".", ".."} & set(path.split("/")):  # RFC 3986 5.2.4
            raise ValueError(
                f'{self.name}: a segment of the path would be "." or "..".'
            )
        return path


def documented(types: Types, status: int) -> Any:
    """The type for a status, its range or by default; UNSET if there is none."""
    keys = status, f"{status // 100}XX", "default"
    return next((types[key] for key in keys if key in types), _UNSET)
