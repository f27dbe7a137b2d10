"""Operations: what they take, send and return."""

from __future__ import annotations

from enum import StrEnum

from fledge.diagnostics.source import SourcePointer
from fledge.ir.constraints import NO_CONSTRAINTS, Constraints
from fledge.ir.docs import Docs
from fledge.ir.json_values import JSONValue
from fledge.ir.models import Field
from fledge.ir.names import Name
from fledge.ir.pagination import Pagination
from fledge.ir.servers import Server
from fledge.ir.types import Type
from fledge.openapi.media_types import StreamFormat
from fledge.quick_dataclass import quick_dataclass


class Location(StrEnum):
    """Where a parameter stands in a request."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"
    QUERYSTRING = "querystring"  # the whole query


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How one property of a form is written: in a style if it has one, else in a media type.

    Of parts without names, `name` is the index, or "" for all that have no encoding of their own.
    """

    name: str
    style: str | None = None
    explode: bool = True
    allow_reserved: bool = False
    content: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    is_base64: bool = False
    """Whether bytes are sent as base64, and not as a file."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One parameter. `content` is a media type where the value is serialized as such instead of by `style`.

    `encoding` are the properties of a form that are not written as usual.

    In a path, `segments` says that a value may be several of its segments. `example` is a value of one that is
    required, as JSON text.
    """

    name: Name
    location: Location
    type: Type
    required: bool
    style: str
    explode: bool
    docs: Docs
    allow_reserved: bool = False
    content: str | None = None
    encoding: tuple[Encoding, ...] = ()
    segments: bool = False
    constraints: Constraints = NO_CONSTRAINTS
    default: JSONValue | None = None
    example: str = "null"


class RequestBodyKind(StrEnum):
    """How a body is put together from what the caller passes."""

    FIELDS = "fields"  # a JSON object, its properties passed one by one
    JSON = "json"
    FORM = "form"
    MULTIPART = "multipart"
    PARTS = "parts"  # a list, each of whose items is a part without a name
    RAW = "raw"  # text or bytes


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class RequestBody:
    """A request body. `alternatives` are others that may be sent in its place, in other media types.

    Where it is `flat`, `fields` are passed one by one, and `arguments` is what each is called. A raw body may have
    several media types, separated by commas, or a range of them. `fixed` are properties, by the names of Python, whose
    values are the operation's own: they are sent, and are no arguments.
    `example` is a value as JSON text: the document's own, or one with what is required.
    A body that is not `required` is absent if nothing is passed for it, even if it has required fields.
    """

    kind: RequestBodyKind
    media_type: str
    type: Type
    required: bool
    docs: Docs
    fields: tuple[Field, ...] = ()
    arguments: tuple[str, ...] = ()
    encoding: tuple[Encoding, ...] = ()
    alternatives: tuple[RequestBody, ...] = ()
    example: str = "null"
    constraints: Constraints = NO_CONSTRAINTS
    fixed: tuple[tuple[str, bool], ...] = ()
    takes_text: bool = False
    """Whether a JSON value may be a string."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """All that `content_type` may be, ranges too; only one where there is nothing to choose."""
        stated = (
            [each.strip() for each in self.media_type.split(",")]
            if self.kind is RequestBodyKind.RAW
            else [self.media_type]
        )
        return (*stated, *(name for each in self.alternatives for name in each.media_types))

    @property
    def has_content_type_argument(self) -> bool:
        """Whether the caller may say which media type it is, as `content_type`."""
        return len(self.media_types) > 1 or "*" in self.media_type

    @property
    def has_parts(self) -> bool:
        """Whether it is a form, or a list, whose parts may be files."""
        return self.kind in (RequestBodyKind.MULTIPART, RequestBodyKind.PARTS)

    @property
    def is_form(self) -> bool:
        """Whether each property is written as text, and one that is null is left out."""
        return self.kind in (RequestBodyKind.FORM, RequestBodyKind.MULTIPART)

    @property
    def flat(self) -> bool:
        """Whether the properties of the body are arguments of their own."""
        return self.kind is RequestBodyKind.FIELDS or bool(self.fields)


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ResponseHeader:
    """A documented header of a response; `name` is in lower case. Callers read its text, and `type` says what that is.

    `type` names no models: it is made of scalars, lists and maps. `values` are those of an enum, as JSON.
    """

    name: str
    required: bool
    type: Type
    docs: Docs
    content: str | None = None
    values: tuple[str, ...] = ()
    constraints: Constraints = NO_CONSTRAINTS


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a status, or a range such as `4XX`, or `default` brings. `type` is None where no body is documented.

    Without a documented 2xx, a redirect that the client does not follow is a success; without any redirect, `default`
    is. 304 is none: it is only for those who ask whether something was modified. Where there is a `framing` it is a
    stream, `type` is that of its items, and `events` the types of data by the names of events, where these tell it.
    """

    status: str
    success: bool
    media_type: str | None
    type: Type | None
    docs: Docs
    headers: tuple[ResponseHeader, ...] = ()
    stream_format: StreamFormat | None = None
    event_types: tuple[tuple[str, Type], ...] = ()
    constraints: Constraints = NO_CONSTRAINTS


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One method on one path. `security` holds alternatives of scheme names; None is the API's own.

    So with `server`, of whose variables those are left that are arguments of the client.
    `idempotency_key` is the header by whose value the server knows a request that is sent again. What may be answered
    whole or as a stream is two operations; `whole` is then the Python name of the other one.
    """

    name: Name
    id: str | None
    http_method: str
    path: str
    source: SourcePointer
    docs: Docs
    parameters: tuple[Parameter, ...]
    body: RequestBody | None
    responses: tuple[Response, ...]
    security: tuple[tuple[str, ...], ...] | None = None
    server: Server | None = None
    pagination: Pagination | None = None
    idempotency_key: str = ""
    inferred: tuple[str, ...] = ()
    buffered_method: str = ""
    idempotency_required: bool = False
    """Whether the server requires the header; the client sends one by itself."""
    scopes: tuple[tuple[str, str], ...] = ()
    """Each scope that the operation requires, as the name of its security scheme and its own."""
    server_label: str = ""
    """What tells its server from that of another operation with the same method and path."""
    server_urls: tuple[str, ...] = ()
    """The URLs of all servers that the operation is at, with the defaults of their variables."""
    samples: int = 0
    """How many samples of code with titles of their own the description shows."""

    @property
    def request(self) -> str:
        """Its method and path as people read them, with its server if another one has these, too."""
        return f"{self.http_method} {self.path}{f' @ {self.server_label}' if self.server_label else ''}"

    @property
    def stream_format(self) -> StreamFormat | None:
        """How the items of what it answers are told apart; None if that is no stream."""
        for response in self.responses:
            if response.stream_format:
                return response.stream_format
        return None


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Operations that belong together, such as those of one tag.

    `name.python` is where the client has it, with dots where it is nested: `chat.completions` is an attribute of
    `chat`. `class_name` is its class, and `module` the name of its file. A resource that only holds others has no
    operations.
    """

    name: Name
    class_name: str
    module: str
    docs: Docs
    operations: tuple[Operation, ...]
