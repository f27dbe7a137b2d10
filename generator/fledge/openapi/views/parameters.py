"""A view of parameters (OpenAPI 3.2.0, 4.12)."""

from __future__ import annotations


from fledge.openapi.pointer import join
from fledge.openapi.views.node import Node

_NO_ARGUMENTS = frozenset(
    ("accept", "content-type", "authorization", "connection", "content-length", "host", "transfer-encoding")
)
"""Headers that no argument sets, in lower case."""


class HeaderView(Node):
    """A Header Object (OpenAPI 3.2.0, 4.21): a parameter without name and location."""

    __slots__ = ()

    @property
    def is_required(self) -> bool:
        """Whether each message must have it."""
        return self.flag("required") is True

    @property
    def media_type(self) -> str | None:
        """The media type in which the value is serialized instead of by a style."""
        return next(iter(self.object("content")), None)

    @property
    def schema(self) -> str:
        """Where the schema of its values is, if there is one."""
        media_type = self.media_type
        return join(self.pointer, "content", media_type, "schema") if media_type else f"{self.pointer}/schema"


class ParameterView(HeaderView):
    """A Parameter Object. The loader leaves out what has no name or no location."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """The name on the wire."""
        return str(self.raw["name"])

    @property
    def location(self) -> str:
        """Where the parameter is in a request: path, query, header, cookie or querystring."""
        return str(self.raw["in"])

    @property
    def style(self) -> object:
        """How its value is serialized, as the description says; None if that is the location's default."""
        return self.raw.get("style")

    @property
    def explode(self) -> bool | None:
        """Whether items and properties are written apart; None if the style decides."""
        return self.flag("explode")

    @property
    def allow_reserved(self) -> bool:
        """Whether reserved characters of URLs stay as they are."""
        return self.flag("allowReserved") is True

    @property
    def may_be_empty(self) -> bool:
        """Whether a query parameter may have an empty value."""
        return self.location == "query" and self.flag("allowEmptyValue") is True

    @property
    def has_inferred_schema(self) -> bool:
        """Whether the schema has the mark `x-fledge-inferred` itself."""
        schema = self.raw.get("schema")
        return isinstance(schema, dict) and schema.get("x-fledge-inferred") is True

    @property
    def is_described_elsewhere(self) -> bool:
        """Whether it is a header that other objects describe, so that this description is ignored (3.1.1, 4.8.12.1).

        Nor is one of those that frame and route a message (RFC 9112): the transport alone sets them.
        """
        return self.location == "header" and self.name.lower() in _NO_ARGUMENTS
