"""How a list comes in pages.

`items` and the other fields of a page are paths of Python names with dots between them; an empty `items` is the page
itself. `parameter` is the Python name of an argument.
"""

from __future__ import annotations

from typing import ClassVar

from fledge.ir.types import Type
from fledge.quick_dataclass import quick_dataclass


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """A kind of pagination. The runtime has a class of the same name, with the same fields but `item`, in their order.

    `kind` is its public word: a renamed class does not change it.
    """

    kind: ClassVar[str]
    items: str
    item: Type


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class TokenPagination(Pagination):
    """A page has a token that asks for the next one, or its URL in place of a token; `more` is false at the end.

    `fallback` is how the list goes on that has no tokens, but fields that show that there are more items.
    """

    kind: ClassVar[str] = "token"
    token: str
    parameter: str
    more: str = ""
    fallback: NumberPagination | OffsetPagination | None = None


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class CursorPagination(Pagination):
    """A field `cursor` of the page or, if `last`, of its last item asks for the next page, while `more` is true.

    For `fallback`, see TokenPagination.
    """

    kind: ClassVar[str] = "cursor"
    cursor: str
    parameter: str
    more: str = ""
    last: bool = False
    fallback: NumberPagination | OffsetPagination | None = None


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class NumberPagination(Pagination):
    """Pages have numbers, from `first` on.

    `page` is the number of a page, `pages` how many there are, `total` how many items, `more` whether there are more.
    """

    kind: ClassVar[str] = "number"
    parameter: str
    page: str = ""
    pages: str = ""
    total: str = ""
    more: str = ""
    first: int = 1


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class OffsetPagination(Pagination):
    """A page is asked for by the position of its first item, counted from `first`; `total` is how many there are."""

    kind: ClassVar[str] = "offset"
    parameter: str
    total: str = ""
    more: str = ""
    first: int = 0


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class URLPagination(Pagination):
    """A page has the URL of the next one; `more` is false at the end."""

    kind: ClassVar[str] = "url"
    url: str
    more: str = ""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class LinkPagination(Pagination):
    """The URL of the next page stands in the header Link (RFC 8288)."""

    kind: ClassVar[str] = "link"


PAGINATION_KINDS: tuple[type[Pagination], ...] = (
    TokenPagination,
    CursorPagination,
    NumberPagination,
    OffsetPagination,
    URLPagination,
    LinkPagination,
)
"""All kinds, in the order of docs/pagination.md."""
