"""The intermediate representation: an API in its own words, neither OpenAPI's spelling nor Python's syntax."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

from generator.diagnostics import Origin
from generator.model.wanted import PagesWanted as PagesWanted
from generator.model.wanted import Signature as Signature

JSONScalar: TypeAlias = str | int | float | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What a thing is called on the wire and in Python."""

    wire: str
    python: str


# --- types: they name models and never hold them, so that all of this is a tree


class Scalar(StrEnum):
    """A type without parts; FILE is content that is uploaded, and text anywhere else."""

    ANY = "any"
    BOOL = "bool"
    BYTES = "bytes"
    DATE = "date"
    DATETIME = "datetime"
    DECIMAL = "decimal"
    DURATION = "duration"
    FILE = "file"
    FLOAT = "float"
    INT = "int"
    NONE = "none"
    STR = "str"
    TIME = "time"
    UUID = "uuid"


@dataclass(frozen=True, slots=True)
class ModelRef:
    """A model, by its Python name."""

    name: str


@dataclass(frozen=True, slots=True)
class ListOf:
    """An array whose items are all of one type."""

    item: Type


@dataclass(frozen=True, slots=True)
class TupleOf:
    """An array of fixed length, each item with a type of its own."""

    items: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object whose keys are not known beforehand."""

    value: Type


@dataclass(frozen=True, slots=True)
class Const:
    """Exactly this value."""

    value: JSONScalar


@dataclass(frozen=True, slots=True)
class Union:
    """One of several types; nullable is a union with `Scalar.NONE`. Members are flat and distinct."""

    members: tuple[Type, ...]


Type: TypeAlias = Scalar | ModelRef | ListOf | TupleOf | MapOf | Const | Union


# --- models: one for each schema that has a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Docs:
    """What the document says of a thing in prose, and how much of it is inferred (`x-fledge-inferred`)."""

    summary: str = ""
    description: str = ""
    deprecated: bool = False
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One property of an object. `facts` are constraints and defaults, in words, for the docs only."""

    name: Name
    type: Type
    required: bool
    docs: Docs
    read_only: bool = False
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectModel:
    """An object with known properties. `extra` is the type of the others, where the document gives one.

    `tag` is the wire name of the field by whose constant unions tell the model from their other members.
    """

    name: Name
    module: str
    origin: Origin
    docs: Docs
    fields: tuple[Field, ...]
    extra: Type | None = None
    tag: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumModel:
    """A set of known values, which is never closed when reading; `base` is what an unknown value may be."""

    name: Name
    module: str
    origin: Origin
    docs: Docs
    values: tuple[JSONScalar, ...]
    base: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasModel:
    """Another name for a type that is not a union of models."""

    name: Name
    module: str
    origin: Origin
    docs: Docs
    type: Type


class Told(StrEnum):
    """How it is known which member of a union a value is."""

    BY_TAG = "tag"
    """All members are objects with a `tag` of the same name and with values of their own."""
    BY_CONTENT = "content"
    """By the discriminator's mapping if there is one, else by the member that fits best."""
    NEVER = "never"
    """Not at all: the union is only sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionModel:
    """One of several types of which at least two are objects, and what tells them apart.

    `discriminator` is the wire name of the property that does; `mapping` its values to model names.
    """

    name: Name
    module: str
    origin: Origin
    docs: Docs
    members: tuple[Type, ...]
    discriminator: str | None = None
    mapping: tuple[tuple[str, str], ...] = ()
    told: Told = Told.BY_CONTENT


Model: TypeAlias = ObjectModel | EnumModel | AliasModel | UnionModel


# --- servers


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerVariable:
    """A part of a server's URL that can be chosen. `values` are all that the document allows, if it says so."""

    name: Name
    default: str
    docs: Docs = field(compare=False)
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where operations are: a URL in which `{name}` stands for a variable. What it is called makes no difference."""

    url: str
    docs: Docs = field(compare=False)
    variables: tuple[ServerVariable, ...] = ()

    def keeping(self, names: Container[str]) -> Server:
        """The same with the defaults of all variables but those of these wire names."""
        url = self.url
        for variable in self.variables:
            if variable.name.wire not in names:
                url = url.replace("{" + variable.name.wire + "}", variable.default)
        return replace(self, url=url, variables=tuple(v for v in self.variables if v.name.wire in names))


# --- operations


class Location(StrEnum):
    """Where a parameter stands in a request."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"
    QUERYSTRING = "querystring"  # the whole query


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One parameter. `content` is a media type where the value is serialized as such instead of by `style`.

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
    segments: bool = False
    facts: tuple[str, ...] = ()
    example: str = "null"


class BodyKind(StrEnum):
    """How a body is put together from what the caller passes."""

    FIELDS = "fields"  # a JSON object, its properties passed one by one
    JSON = "json"
    FORM = "form"
    MULTIPART = "multipart"
    PARTS = "parts"  # a list, each of whose items is a part without a name
    RAW = "raw"  # text or bytes


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A request body. `alternatives` are others that may be sent in its place, in other media types.

    Where it is `flat`, `fields` are passed one by one, and `arguments` is what each is called. A raw body may have
    several media types, separated by commas, or a range of them. `fixed` are properties, by the names of Python, whose
    values are the operation's own: they are sent, and are no arguments.
    `example` is a value as JSON text: the document's own, or one with what is required.
    """

    kind: BodyKind
    media_type: str
    type: Type
    required: bool
    docs: Docs
    fields: tuple[Field, ...] = ()
    arguments: tuple[str, ...] = ()
    encoding: tuple[Encoding, ...] = ()
    alternatives: tuple[Body, ...] = ()
    example: str = "null"
    fixed: tuple[tuple[str, bool], ...] = ()

    @property
    def media_types(self) -> tuple[str, ...]:
        """All that `content_type` may be, ranges too; only one where there is nothing to choose."""
        stated = (
            [each.strip() for each in self.media_type.split(",")] if self.kind is BodyKind.RAW else [self.media_type]
        )
        return (*stated, *(name for each in self.alternatives for name in each.media_types))

    @property
    def chosen(self) -> bool:
        """Whether the caller may say which media type it is, as `content_type`."""
        return len(self.media_types) > 1 or "*" in self.media_type

    @property
    def flat(self) -> bool:
        """Whether the properties of the body are arguments of their own."""
        return self.kind is BodyKind.FIELDS or bool(self.fields)


class Framing(StrEnum):
    """How the items of a stream are told apart."""

    EVENTS = "events"  # server-sent events
    LINES = "lines"  # a JSON value each
    SEQUENCE = "sequence"  # RFC 7464


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a status, or a range such as `4XX`, or `default` brings. `type` is None where no body is documented.

    `headers` are the names of those that are documented, in lower case.

    A redirect that is documented is a success, and so is `default` where no other success is. 304 is none: it answers
    only those who ask whether something was modified. Where there is a `framing` it is a stream, `type` is that of its
    items, and `events` the types of data by the names of events, where these tell it.
    """

    status: str
    success: bool
    media_type: str | None
    type: Type | None
    docs: Docs
    headers: tuple[str, ...] = ()
    framing: Framing | None = None
    events: tuple[tuple[str, Type], ...] = ()


# How a list comes in pages. `items` and what else is a field of the page are paths of Python names with dots between
# them; an empty `items` is the page itself. `parameter` is the Python name of an argument.


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenPages:
    """A page has a token that asks for the next one."""

    items: str
    item: Type
    parameter: str
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CursorPages:
    """A field `cursor` of the page or, if `last`, of its last item asks for the next page, while `more` is true."""

    items: str
    item: Type
    parameter: str
    cursor: str
    more: str = ""
    last: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberPages:
    """Pages have numbers, from `first` on; `page` is a page's own, `pages` that of all, `more` whether there are more."""

    items: str
    item: Type
    parameter: str
    page: str = ""
    pages: str = ""
    more: str = ""
    first: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class OffsetPages:
    """A page is asked for by the position of its first item, counted from `first`; `total` is how many there are."""

    items: str
    item: Type
    parameter: str
    total: str = ""
    more: str = ""
    first: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class URLPages:
    """A page has the URL of the next one."""

    items: str
    item: Type
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkPages:
    """The URL of the next page stands in the header Link (RFC 8288)."""

    items: str
    item: Type


Pagination: TypeAlias = TokenPages | CursorPages | NumberPages | OffsetPages | URLPages | LinkPages


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One method on one path. `security` holds alternatives of scheme names; None is the API's own.

    So with `server`, of whose variables those are left that are arguments of the client.
    `idempotency_key` is the header by whose value the server knows a request that is sent again. What may be answered
    whole or as a stream is two operations; `whole` is then the Python name of the other one.
    """

    name: Name
    id: str | None
    method: str
    path: str
    origin: Origin
    docs: Docs
    parameters: tuple[Parameter, ...]
    body: Body | None
    responses: tuple[Response, ...]
    security: tuple[tuple[str, ...], ...] | None = None
    server: Server | None = None
    pagination: Pagination | None = None
    idempotency_key: str = ""
    inferred: tuple[str, ...] = ()
    whole: str = ""

    @property
    def framing(self) -> Framing | None:
        """How the items of what it answers are told apart; None if that is no stream."""
        return next((response.framing for response in self.responses if response.framing), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """The operations of one tag. `name.python` is the attribute of the client, `class_name` the class."""

    name: Name
    class_name: str
    docs: Docs
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What the API sends by itself: the body of a webhook or callback. `name.python` is the function that parses it."""

    name: Name
    type: Type
    origin: Origin
    docs: Docs


# --- the rest of an API


class SchemeKind(StrEnum):
    """How a credential travels."""

    HTTP = "http"  # Authorization: <scheme> <token>
    BASIC = "basic"
    API_KEY = "apiKey"
    OAUTH2 = "oauth2"  # a token, or what a grant needs to get one


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityScheme:
    """A way to authenticate. `scheme` is the HTTP scheme as the document spells it; `key` an API key's name.

    `arguments` are what the client takes for it. OAuth 2.0: `token_urls` by grant type, and the `scopes` that operations
    require.
    """

    name: Name
    kind: SchemeKind
    docs: Docs
    arguments: tuple[Name, ...]
    scheme: str = ""
    key: str = ""
    location: Location = Location.HEADER
    env: str = ""
    token_urls: tuple[tuple[str, str], ...] = ()
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """A whole API. Models are sorted by name, resources by attribute; `names` is what the lock remembers.

    The first of `servers` is where all operations are that do not name another one; its variables are arguments of the
    client. `mutual_tls`: some operations want a certificate of the client's.
    """

    title: str
    docs: Docs
    servers: tuple[Server, ...]
    schemes: tuple[SecurityScheme, ...]
    security: tuple[tuple[str, ...], ...]
    models: tuple[Model, ...]
    resources: tuple[Resource, ...]
    names: Mapping[str, str]
    events: tuple[Event, ...] = ()
    signature: Signature | None = None
    errors: tuple[tuple[int, tuple[Type, ...]], ...] = ()
    mutual_tls: bool = False
    env_prefix: str = ""
    wire_case: str = ""
