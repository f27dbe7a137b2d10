# Part of the client's runtime, the same in every client. Do not edit.
"""Lists whose pages are asked for by number, or by how many items come before."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct

from .shapes import is_array
from .operation import AnyResponse, Complete
from .pagination import NextPage, argument, member, with_argument


class NumberPagination(Struct, frozen=True):
    """The argument `parameter` is the number of a page; the first page is `first`.

    Behind a dot stands the key of an argument that is an object.
    The last page is one without items; or the one whose number is in the field `pages`,
    or whose field `more` is false or empty, or whose Link header names no next. Where
    nothing of that is there, it is the one that reaches the number of items in the
    field `total`, or else one with fewer items than an earlier page. `page` is the
    field that has a page's own number. Fields have dots where they are nested.
    """

    items: str
    parameter: str
    page: str = ""
    pages: str = ""
    total: str = ""
    more: str = ""
    first: int = 1

    def following(self, response: AnyResponse, call: Complete[Any]) -> NextPage | None:
        body, requested = response.body, _number(argument(call[1], self.parameter))
        reported, pages, total = (
            _number(member(body, field)) if field else None
            for field in (self.page, self.pages, self.total)
        )
        page = next(n for n in (requested, reported, self.first) if n is not None)
        before, count = page - self.first, _count(body, self.items)
        operation: Any = call[0][0]
        largest = max(count, operation.trail.largest)
        total = None if total is None or total < count else total  # or it is no total
        link = response.headers.get("link", "")
        linked = "rel=" in link
        done = pages is not None and before + 1 >= pages
        done |= linked and not re.search(r'rel="?([^";,]* )?next\b', link)
        done |= bool(self.more) and not member(body, self.more)
        certain = pages is not None or bool(self.more) or linked
        if not certain and total is not None:
            done = before * largest + count >= total
        elif not certain:
            done = count < largest
        if done or not count:
            return None
        return _next(self.parameter, page, page + 1, call, certain)

    def shows_more(self, body: object) -> bool:
        """Whether there is a field that tells the end."""
        return _shown(body, self.pages, self.total, self.more)


class OffsetPagination(Struct, frozen=True):
    """The argument `parameter` is the position of an item; the first is at `first`.

    The last page is one without items; or one that reaches the number in the field
    `total`, or whose field `more` is false or empty.
    """

    items: str
    parameter: str
    total: str = ""
    more: str = ""
    first: int = 0

    def following(self, response: AnyResponse, call: Complete[Any]) -> NextPage | None:
        body, requested = response.body, _number(argument(call[1], self.parameter))
        count = _count(body, self.items)
        offset = self.first if requested is None else requested
        total = _number(member(body, self.total)) if self.total else None
        relation = member(body, f"{self.total.rpartition('.')[0]}.relation")
        if total is not None and (total < count or relation == "gte"):
            total = None  # a lower bound (Elasticsearch), or no total
        done = total is not None and offset + count - self.first >= total
        done |= bool(self.more) and not member(body, self.more)
        certain = total is not None or bool(self.more)
        if done or not count:
            return None
        return _next(self.parameter, offset, offset + count, call, certain)

    def shows_more(self, body: object) -> bool:
        return _shown(body, self.total, self.more)


def _next(
    parameter: str, this: int, number: int, call: Complete[Any], certain: bool
) -> NextPage:
    return NextPage(
        str(number),
        f"{parameter}={this}",
        f"{parameter}={number}",
        lambda: (call[0], with_argument(call[1], parameter, number)),
        certain,
    )


def _shown(body: object, *fields: str) -> bool:
    return any(member(body, field) is not None for field in fields if field)


def _count(body: object, path: str) -> int:
    items = member(body, path)
    return len(items) if is_array(items) else 0


def _number(value: object) -> int | None:
    """A number, of whichever type it is; None for what is none."""
    try:
        return int(str(value).removesuffix(".0"))
    except ValueError:
        return None
