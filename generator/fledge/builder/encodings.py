"""How the properties of a form are written (OpenAPI 3.2.0, 4.15)."""

from __future__ import annotations

from collections.abc import Iterator

from fledge.ir import Encoding
from fledge.openapi.views.media_types import EncodingView, MediaTypeView

QUERY_STYLES = ("form", "spaceDelimited", "pipeDelimited", "deepObject")
"""The styles of what is written as in a query, the default first."""


def form_encodings(described: MediaTypeView) -> Iterator[Encoding]:
    """The encodings of a form as in a query, where a property is not written as usual."""
    for name, view in described.encodings:
        encoding = read_encoding(name, view, styled=view.is_styled)
        if encoding != Encoding(name=name, style="form" if encoding.style == "form" else None):
            yield encoding


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
