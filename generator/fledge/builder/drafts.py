"""Drafts: what the builder reads from the description, before anything has a name in Python.

A draft has the fields of the final value in `fledge.ir` that do not depend on names. Its types refer to models by
`SchemaId`. `names/` gives names to all drafts together, and `finish.py` makes the final values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias, assert_never

from fledge.builder.identities import SchemaId
from fledge.diagnostics.source import SourcePointer
from fledge.ir import (
    NO_CONSTRAINTS,
    Constraints,
    Docs,
    Encoding,
    JSONScalar,
    JSONValue,
    Location,
    RequestBodyKind,
    ResponseHeader,
    Scalar,
    Server,
    StreamFormat,
    TypeOf,
    UnionDispatch,
)
from fledge.ir.traversal import walk_types
from fledge.quick_dataclass import quick_dataclass

DraftType: TypeAlias = TypeOf[SchemaId]


@quick_dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FieldDraft:
    """A property of an object, by its name on the wire. Objects share one where they say the same of it."""

    wire: str
    type: DraftType
    required: bool
    docs: Docs
    read_only: bool = False
    constraints: Constraints = NO_CONSTRAINTS
    default: JSONValue | None = None
    provided: str = ""
    """What the API's provider calls it in its own clients."""
    tag: str | None = None
    """The value that the class fills in, if the type has further ones."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class ObjectDraft:
    """An object with known properties. `pointers` are where its fields are declared, by their names on the wire."""

    id: SchemaId
    docs: Docs
    fields: tuple[FieldDraft, ...]
    pointers: Mapping[str, str]
    additional_properties: DraftType | None = None
    constraints: Constraints = NO_CONSTRAINTS


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class EnumDraft:
    """A set of known values."""

    id: SchemaId
    docs: Docs
    values: tuple[JSONScalar, ...]
    base: DraftType
    constraints: Constraints = NO_CONSTRAINTS
    """Those of a component. What an inline enum is a part of has them, since equal ones share a class."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class AliasDraft:
    """Another name for a type that is not a union of models."""

    id: SchemaId
    docs: Docs
    type: DraftType
    constraints: Constraints = NO_CONSTRAINTS


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class UnionDraft:
    """One of several types of which at least two are objects.

    `tags` are the values of the discriminator that variants send, whether or not they declare it as a constant.
    """

    id: SchemaId
    docs: Docs
    variants: tuple[DraftType, ...]
    discriminator: str | None = None
    mapping: tuple[tuple[str, SchemaId], ...] = ()
    default: SchemaId | None = None
    tags: tuple[tuple[SchemaId, str], ...] = ()
    dispatch: UnionDispatch = UnionDispatch.BY_CONTENT
    constraints: Constraints = NO_CONSTRAINTS


ModelDraft: TypeAlias = ObjectDraft | EnumDraft | AliasDraft | UnionDraft


@quick_dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ParameterDraft:
    """A parameter, by its name on the wire. `pointer` is where it is described: often a component, which operations
    share.

    `declared_location` is what the description says; a variable `{?name}` of a path is sent in the query.
    """

    wire: str
    pointer: str
    declared_location: Location
    location: Location
    type: DraftType
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
    provided: str = ""
    """What the API's provider calls it in its own clients."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class RequestBodyDraft:
    """A request body. `fixed` are the properties, by their wire names, whose values are the operation's own."""

    kind: RequestBodyKind
    media_type: str
    type: DraftType
    required: bool
    docs: Docs
    fields: tuple[FieldDraft, ...] = ()
    encoding: tuple[Encoding, ...] = ()
    alternatives: tuple[RequestBodyDraft, ...] = ()
    example: str = "null"
    constraints: Constraints = NO_CONSTRAINTS
    fixed: tuple[tuple[str, bool], ...] = ()
    takes_text: bool = False


@quick_dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ResponseDraft:
    """What a status returns. Operations share those of components."""

    status: str
    success: bool
    media_type: str | None
    type: DraftType | None
    docs: Docs
    headers: tuple[ResponseHeader, ...] = ()
    stream_format: StreamFormat | None = None
    event_types: tuple[tuple[str, DraftType], ...] = ()
    constraints: Constraints = NO_CONSTRAINTS


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class OperationDraft:
    """One method on one path."""

    id: str | None
    http_method: str
    path: str
    source: SourcePointer
    docs: Docs
    parameters: tuple[ParameterDraft, ...]
    body: RequestBodyDraft | None
    responses: tuple[ResponseDraft, ...]
    security: tuple[tuple[str, ...], ...]
    server: Server | None
    idempotency_key: str
    inferred: tuple[str, ...]
    idempotency_required: bool
    scopes: tuple[tuple[str, str], ...]
    server_label: str
    server_urls: tuple[str, ...]
    samples: int

    @property
    def stream_format(self) -> StreamFormat | None:
        """How the items of what it returns are delimited; None if that is no stream."""
        return next((response.stream_format for response in self.responses if response.stream_format), None)


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class WebhookDraft:
    """What the API sends without being called. `wire` is the name that its function is made of."""

    wire: str
    pointer: str
    type: DraftType
    source: SourcePointer
    docs: Docs
    constraints: Constraints = NO_CONSTRAINTS


def references(draft: ModelDraft) -> tuple[SchemaId, ...]:
    """The models that a model refers to itself."""
    types: list[DraftType] | tuple[DraftType, ...]
    match draft:
        case ObjectDraft():
            types = [of for field in draft.fields if not isinstance(of := field.type, Scalar)]
            if draft.additional_properties is not None:
                types.append(draft.additional_properties)
        case EnumDraft():
            types = (draft.base,)
        case AliasDraft():
            types = (draft.type,)
        case UnionDraft():
            types = draft.variants
        case _:
            assert_never(draft)
    return tuple(schemas_in(types)) if types else ()


def schemas_in(types: Iterable[DraftType]) -> list[SchemaId]:
    """The schemas that types refer to."""
    schemas: list[SchemaId] = []
    for of in types:
        if isinstance(of, Scalar):  # which most are
            continue
        if isinstance(of, SchemaId):
            schemas.append(of)
        else:
            inner_types: Iterator[DraftType] = walk_types(of)
            schemas += [inner for inner in inner_types if isinstance(inner, SchemaId)]
    return schemas


def sent_types(operation: OperationDraft) -> Iterator[DraftType]:
    """The types of the parameters and bodies of an operation."""
    for parameter in operation.parameters:
        yield parameter.type
    if operation.body:
        yield from (body.type for body in (operation.body, *operation.body.alternatives))
