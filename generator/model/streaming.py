"""Streams: which media types are some, and what comes in them item by item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from generator.model.api import Const, Framing, Scalar, Type, Union
from generator.model.schemas import Schema, Schemas

if TYPE_CHECKING:
    from generator.model.models import Types

_FRAMINGS = {
    "text/event-stream": Framing.EVENTS,
    **dict.fromkeys(
        (
            "application/jsonl",
            "application/jsonlines",
            "application/ndjson",
            "application/stream+json",
            "application/x-jsonl",
            "application/x-jsonlines",
            "application/x-ndjson",
        ),
        Framing.LINES,
    ),
    "application/json-seq": Framing.SEQUENCE,
}
_TEXTS = (Scalar.STR, Scalar.FILE, Scalar.BYTES)
_FIELDS = frozenset({"comment", "data", "event", "id", "retry"})
_DONE = Const("[DONE]")


def framing(media_type: str) -> Framing | None:
    """How a media type tells the items of a stream apart; None for one that is no stream."""
    bare = media_type.partition(";")[0].strip().lower()
    return Framing.SEQUENCE if bare.endswith("+json-seq") else _FRAMINGS.get(bare)


def items(schemas: Schemas, types: Types, at: str, framed: Framing) -> tuple[Type, tuple[tuple[str, Type], ...]]:
    """The type of the items of the media type object at `at`, and that of each event whose name tells it.

    `itemSchema` describes one of them (OpenAPI 3.2.0, 4.14.3), and so does `schema` where it must, unless it is a list.
    """
    pointer = f"{at}/itemSchema"
    stated = schemas.has(pointer)
    if not stated:
        pointer = f"{at}/schema"
        if not schemas.has(pointer):
            return Scalar.ANY, ()
        whole = _whole(schemas, pointer)
        pointer = whole.items if whole.types == ("array",) and whole.items else pointer
    events = list(_events(schemas, pointer, {})) if framed is Framing.EVENTS else []
    if events and all(events) and any(data for _, data in filter(None, events)):
        return _told_by_name(schemas, types, pointer, [each for each in events if each])
    of = types.type_of(pointer)
    if framed is Framing.EVENTS:
        return (Scalar.STR if of in _TEXTS else of), ()
    return (Scalar.ANY if of in _TEXTS and not stated else of), ()


def _events(schemas: Schemas, pointer: str, base: Mapping[str, str]) -> Iterator[tuple[str, str] | None]:
    """Names of events, and the pointers of their data, where a schema describes events with the fields that they have.

    OpenAPI 3.2.0, 4.14.4. None: it describes something else.
    """
    schema = _whole(schemas, pointer)
    fields = {**base, **schema.properties}
    for variant in schema.variants:
        yield from _events(schemas, variant, fields)
    if schema.variants:
        return
    if not fields or not fields.keys() <= _FIELDS:
        yield None
        return
    named = _whole(schemas, fields["event"]).values if "event" in fields else None
    data = _data(schemas, [at for at in (fields.get("data"), base.get("data")) if at])
    for name in named or ("",):
        yield str(name), data


def _data(schemas: Schemas, pointers: list[str]) -> str:
    """The schema of what an event's data holds, of the one that says most; "" if there is none."""
    for at in pointers:
        if schemas.has(f"{at}/contentSchema"):
            return f"{at}/contentSchema"
    said = [at for at in pointers if (schema := _whole(schemas, at)).types or schema.variants or schema.values]
    return next(iter(said or pointers), "")


def _told_by_name(
    schemas: Schemas, types: Types, pointer: str, events: list[tuple[str, str]]
) -> tuple[Type, tuple[tuple[str, Type], ...]]:
    """The type of the data of any event, and of each by its name where that is needed to tell them apart."""
    known = [(name, _data_type(schemas, types, data), data) for name, data in events if data]
    known = [each for each in known if each[1] != _DONE]
    kinds = list(dict.fromkeys(of for _, of, _ in known))
    if len(kinds) == 1:
        return kinds[0], ()
    if all(name for name, _, _ in known):
        members = [part for of in kinds for part in (of.members if isinstance(of, Union) else (of,))]
        by_name = tuple(sorted({name: of for name, of, _ in known}.items()))
        return (Scalar.ANY if Scalar.ANY in members else Union(tuple(dict.fromkeys(members)))), by_name
    branches = [{"$ref": f"#{data}"} for data in dict.fromkeys(data for _, _, data in known)]
    return types.type_of(schemas.make(f"{pointer}/~data", {"anyOf": branches})), ()


def _data_type(schemas: Schemas, types: Types, data: str) -> Type:
    if "json" in str(_whole(schemas, data).keywords.get("contentMediaType", "")):
        return Scalar.ANY  # without a schema of its own
    of = types.type_of(data)
    return Scalar.STR if of in _TEXTS else of


def _whole(schemas: Schemas, pointer: str) -> Schema:
    schema = schemas[schemas.target(pointer)]
    return schemas[schema.target] if schema.target else schema
