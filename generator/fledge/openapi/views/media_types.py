"""Views of media types and of the encodings of their parts (OpenAPI 3.2.0, 4.14 and 4.15)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fledge.openapi.pointer import join
from fledge.openapi.views.node import Node
from fledge.openapi.views.parameters import HeaderView


class EncodingView(Node):
    """An Encoding Object: how one property or part is written."""

    __slots__ = ()

    @property
    def content_type(self) -> str | None:
        """The media type of the part."""
        return self.text("contentType")

    @property
    def style(self) -> str | None:
        """The style, as of a query parameter."""
        return self.text("style")

    @property
    def explode(self) -> bool | None:
        """Whether items and properties are written apart; None if the style decides."""
        return self.flag("explode")

    @property
    def allow_reserved(self) -> bool:
        """Whether reserved characters of URLs stay as they are."""
        return self.flag("allowReserved") is True

    @property
    def is_styled(self) -> bool:
        """Whether a field that belongs to styles is there, so that `contentType` counts for nothing."""
        return any(field in self.raw for field in ("style", "explode", "allowReserved"))

    @property
    def headers(self) -> Iterator[tuple[str, HeaderView]]:
        """The headers of the part with their names."""
        return ((name, HeaderView(*self.resolve("headers", name))) for name in self.object("headers"))


class MediaTypeView(Node):
    """A Media Type Object."""

    __slots__ = ()

    @property
    def schema(self) -> str:
        """Where the schema of the whole body is, if there is one."""
        return f"{self.pointer}/schema"

    @property
    def item_schema(self) -> str | None:
        """The pointer of the schema of each item of a stream or list."""
        return f"{self.pointer}/itemSchema" if "itemSchema" in self.raw else None

    @property
    def encodings(self) -> Iterator[tuple[str, EncodingView]]:
        """The encodings of properties by their names."""
        for name, raw in self.object("encoding").items():
            if isinstance(raw, dict):
                yield name, EncodingView(self.spec, join(self.pointer, "encoding", name), raw)

    @property
    def positional_encodings(self) -> Iterator[tuple[str, EncodingView]]:
        """The encodings of parts without names: by their index, and by "" for all others (OpenAPI 3.2.0, 4.14.5)."""
        for index, raw in enumerate(self.array("prefixEncoding")):
            if isinstance(raw, dict):
                yield str(index), EncodingView(self.spec, join(self.pointer, "prefixEncoding", index), raw)
        rest = self.raw.get("itemEncoding")
        if isinstance(rest, dict):
            yield "", EncodingView(self.spec, join(self.pointer, "itemEncoding"), rest)


class ContentView(Node):
    """An object with `content`: a request body or a response."""

    __slots__ = ()

    @property
    def media_types(self) -> Mapping[str, object]:
        """The keys of `content`, in their order."""
        return self.object("content")

    def content_pointer(self, media_type: str) -> str:
        """Where a media type is described."""
        return join(self.pointer, "content", media_type)

    def media_type(self, media_type: str) -> MediaTypeView:
        """The media type of a key of `content`."""
        raw = self.object("content").get(media_type)
        return MediaTypeView(self.spec, self.content_pointer(media_type), raw if isinstance(raw, dict) else {})
