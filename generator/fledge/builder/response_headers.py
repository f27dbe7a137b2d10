"""The documented headers of responses: what their text is. Callers read that as it is, so headers have no models."""

from __future__ import annotations

import json
from collections.abc import Iterator

from fledge.builder.constraints import ConstraintReader
from fledge.builder.docs import read_docs
from fledge.ir import NO_CONSTRAINTS, STRING_FORMATS, ListOf, MapOf, ResponseHeader, Scalar, Type, Union
from fledge.ir.traversal import scalar_of
from fledge.openapi.json_values import JSON, is_array, is_object
from fledge.openapi.schemas.schemas import Schemas
from fledge.openapi.views.operations import ResponseView
from fledge.openapi.views.parameters import HeaderView

_SCALARS = {"integer": Scalar.INT, "number": Scalar.FLOAT, "boolean": Scalar.BOOL}


class ResponseHeaders:
    """Reads the headers of responses; those that many responses share are read once."""

    def __init__(self, schemas: Schemas, constraints: ConstraintReader) -> None:
        self._schemas = schemas
        self._constraints = constraints
        self._read: dict[tuple[str, str], ResponseHeader] = {}

    def of(self, response: ResponseView) -> tuple[ResponseHeader, ...]:
        """The headers of a response, by name; names that differ in case only are one header, the first.

        Its media type says what `Content-Type` is (OpenAPI 3.1.1, 4.8.17.1).
        """
        if "headers" not in response.raw:
            return ()
        views = {
            name.lower(): view for name, view in reversed(list(response.headers)) if name.lower() != "content-type"
        }
        return tuple([self._header(name, views[name]) for name in sorted(views)])

    def _header(self, name: str, view: HeaderView) -> ResponseHeader:
        header = self._read.get((name, view.pointer))
        if header is None:
            schemas, schema = self._schemas, view.schema
            documented = schemas.has(schema)
            header = self._read[name, view.pointer] = ResponseHeader(
                name=name,
                required=view.is_required,
                type=_type(schemas, schema) if documented else Scalar.ANY,
                docs=read_docs(view.raw),
                content=view.media_type,
                values=tuple(_values(schemas, schema)) if documented else (),
                constraints=self._constraints.parameter(schema)[0] if documented else NO_CONSTRAINTS,
            )
        return header


def _type(schemas: Schemas, pointer: str, *, is_inside: bool = False) -> Type:
    """The type of a schema without null, which no header can write; what is inside of a list or map holds no others."""
    schema = schemas.whole(pointer)
    types: list[Type] = []
    if schema.values is not None:
        types = [_scalar_of(each) for each in schema.values if each is not None]
    elif schema.variants and not is_inside:
        types = [_type(schemas, each, is_inside=True) for each in schema.variants]
    else:
        types = [_typed(schemas, schema.pointer, name, is_inside) for name in schema.types or ()]
    variants = tuple(dict.fromkeys(each for each in types if each is not Scalar.NONE))
    return (
        Scalar.ANY if not variants or Scalar.ANY in variants else variants[0] if len(variants) == 1 else Union(variants)
    )


def _typed(schemas: Schemas, pointer: str, name: str, is_inside: bool) -> Type:
    schema = schemas[pointer]
    match name:
        case "string":
            string_format = STRING_FORMATS.get(schema.format)
            return Scalar.STR if string_format is None else string_format.type
        case "array" if not is_inside:
            return ListOf(_type(schemas, schema.items, is_inside=True) if schema.items else Scalar.ANY)
        case "object" if not is_inside and not schema.properties:
            values = schema.additional_properties
            return MapOf(_type(schemas, values, is_inside=True) if values else Scalar.ANY)
        case "object":
            return MapOf(Scalar.ANY)
        case "null":
            return Scalar.NONE
        case _:
            return _SCALARS.get(name, Scalar.ANY)


def _values(schemas: Schemas, pointer: str) -> Iterator[str]:
    for value in schemas.whole(pointer).values or ():
        yield json.dumps(value, ensure_ascii=False)


def _scalar_of(value: JSON) -> Scalar:
    """The type of all values of an enum value's kind; headers of lists and objects may be anything."""
    return Scalar.ANY if is_array(value) or is_object(value) else scalar_of(value)
