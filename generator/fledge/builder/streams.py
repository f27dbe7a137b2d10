"""Streams: the types of their items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fledge.builder.drafts import DraftType
from fledge.builder.constants import open_constant
from fledge.builder.schema_types import SchemaTypes
from fledge.ir import Const, Scalar, StreamFormat, Union
from fledge.openapi.schemas.derived import Derivation, derived_pointer
from fledge.openapi.schemas.schema import Schema
from fledge.openapi.schemas.schemas import Schemas
from fledge.openapi.views.media_types import MediaTypeView

_TEXTS = (Scalar.STR, Scalar.FILE, Scalar.BYTES)
_FIELDS = frozenset({"comment", "data", "event", "id", "retry"})
_DONE = Const("[DONE]")


def stream_items(
    schemas: Schemas, types: SchemaTypes, described: MediaTypeView, format: StreamFormat
) -> tuple[DraftType, tuple[tuple[str, DraftType], ...]]:
    """The type of the items of a stream, and that of the data of each event whose name tells it.

    `itemSchema` describes one of them (OpenAPI 3.2.0, 4.14.3), and so does `schema` where it must, unless it is a list.
    """
    stated = described.item_schema is not None
    pointer = described.item_schema or described.schema
    if not stated:
        if not schemas.has(pointer):
            return Scalar.ANY, ()
        whole = schemas.whole(pointer)
        pointer = whole.items if whole.types == ("array",) and whole.items else pointer
    events = list(_events(schemas, pointer, {})) if format is StreamFormat.EVENTS else []
    if events and all(events) and any(data for _, data in filter(None, events)):
        return _types_by_name(schemas, types, pointer, [each for each in events if each])
    of = types.type_of(pointer)
    if format is StreamFormat.EVENTS:
        return (Scalar.STR if of in _TEXTS else of), ()
    return (Scalar.ANY if of in _TEXTS and not stated else of), ()


def _events(
    schemas: Schemas, pointer: str, base: Mapping[str, str], path: tuple[str, ...] = ()
) -> Iterator[tuple[str, str] | None]:
    """Names of events, and the pointers of their data, where a schema describes events with the fields that they have.

    OpenAPI 3.2.0, 4.14.4. None: it describes something else. `path` are the unions around it.
    """
    schema = schemas.whole(pointer)
    if schema.pointer in path:
        return
    fields = {**base, **schema.properties}
    for variant in schema.variants:
        yield from _events(schemas, variant, fields, (*path, schema.pointer))
    if schema.variants:
        return
    if not fields or not fields.keys() <= _FIELDS:
        yield None
        return
    named = schemas.whole(fields["event"]).values if "event" in fields else None
    data = _data(schemas, [at for at in (fields.get("data"), base.get("data")) if at])
    for name in named or ("",):
        yield str(name), data


def _data(schemas: Schemas, pointers: list[str]) -> str:
    """The schema of what an event's data holds, of the one that says most; "" if there is none."""
    for at in pointers:
        if schemas.has(f"{at}/contentSchema"):
            return f"{at}/contentSchema"
    described = [at for at in pointers if (schema := schemas.whole(at)).types or schema.variants or schema.values]
    return next(iter(described or pointers), "")


def _types_by_name(
    schemas: Schemas, types: SchemaTypes, pointer: str, events: list[tuple[str, str]]
) -> tuple[DraftType, tuple[tuple[str, DraftType], ...]]:
    """The type of the data of any event, and of each by its name where that is needed to tell them apart."""
    typed = [(name, _data_type(schemas, types, data), data) for name, data in events if data]
    typed = [each for each in typed if _DONE not in (each[1], open_constant(each[1]))]
    kinds = list(dict.fromkeys(of for _, of, _ in typed))
    if len(kinds) == 1:
        return kinds[0], ()
    if all(name for name, _, _ in typed):
        members = [part for of in kinds for part in (of.variants if isinstance(of, Union) else (of,))]
        by_name = tuple(sorted({name: of for name, of, _ in typed}.items()))
        return (Scalar.ANY if Scalar.ANY in members else Union(tuple(dict.fromkeys(members)))), by_name
    branches = [{"$ref": f"#{data}"} for data in dict.fromkeys(data for _, _, data in typed)]
    return types.type_of(schemas.derive(derived_pointer(pointer, Derivation.DATA), {"anyOf": branches})), ()


def _data_type(schemas: Schemas, types: SchemaTypes, data: str) -> DraftType:
    if "json" in (schemas.whole(data).content_media_type or ""):
        return Scalar.ANY  # without a schema of its own
    of = types.type_of(data)
    return Scalar.STR if of in _TEXTS else of
