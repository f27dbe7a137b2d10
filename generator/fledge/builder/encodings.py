"""How the properties of a form are written (OpenAPI 3.2.0, 4.15)."""

from __future__ import annotations

from collections.abc import Iterator

from fledge.ir import Encoding
from fledge.openapi.schemas.schemas import Schemas
from fledge.openapi.views.media_types import EncodingView, MediaTypeView

QUERY_STYLES = ("form", "spaceDelimited", "pipeDelimited", "deepObject")
"""The styles of what is written as in a query, the default first."""


def form_encodings(described: MediaTypeView, schemas: Schemas) -> Iterator[Encoding]:
    """The encodings of a form as in a query, where a property is not written as usual: an object without one is JSON."""
    properties = schemas.whole(described.schema).properties if schemas.has(described.schema) else {}
    for name, view in described.encodings:
        encoding = read_encoding(name, view, styled=view.is_styled)
        is_usual = encoding == Encoding(name=name, style="form" if encoding.style == "form" else None)
        has_style = encoding.style and name in properties and _may_be_object(schemas, properties[name], ())
        if has_style or not is_usual:
            yield encoding


def _may_be_object(schemas: Schemas, pointer: str, path: tuple[str, ...]) -> bool:
    """Whether a schema allows objects; `path` are those that it is a variant of."""
    schema = schemas.whole(pointer)
    if schema.variants:
        path = (*path, schema.pointer)
        inner = [each for each in schema.variants if schemas.whole(each).pointer not in path]
        return any(_may_be_object(schemas, each, path) for each in inner)
    return schema.values is None and (schema.types is None or "object" in schema.types)


def read_encoding(name: str, view: EncodingView, *, styled: bool) -> Encoding:
    """An encoding without headers: in a style, or else in its media type."""
    style = view.style if view.style in QUERY_STYLES else "form"
    return Encoding(
        name=name,
        style=style if styled else None,
        explode=style == "form" if view.explode is None else view.explode,
        allow_reserved=view.allow_reserved,
        content=None if styled else view.content_type,
    )
