# Part of the client's runtime, the same in every client. Do not edit.
"""Forms as in a query: as the body, or as the whole query."""

from __future__ import annotations

from typing import Any

from .bodies import Fields
from .codec import described
from .operation import Encoded
from .parameters import Query, content_text, form_text


class FormBody(Fields, frozen=True):
    """Fields written as in a query. `encoding`: the styles of some of them."""

    media_type: str = "application/x-www-form-urlencoded"
    encoding: tuple[Query, ...] = ()

    def written(self, value: Any) -> Encoded | None:
        return (
            form_text(described(value, self.of), self.encoding).encode(),
            self.media_type,
        )


class QueryString(Query, frozen=True):
    """The whole query, a form unless `content` is another media type."""

    encoding: tuple[Query, ...] = ()

    def encode(self, value: object) -> str:
        if self.content is None:
            return form_text(described(value, self.of), self.encoding)
        return self.escape(content_text(self.content, value))
