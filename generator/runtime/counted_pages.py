# Part of the client's runtime, the same in every client. Do not edit.
"""Lists whose pages are asked for by number, or by how many items come before."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct

from .model import is_array
from .operation import Answer, Complete
from .pages import Following, member


class NumberPagination(Struct, frozen=True):
    """The argument `parameter` is the number of a page; the first page is `first`.

    The last page is one without items; or the one whose number is in the field `pages`,
    or whose field `more` is false or empty, or whose Link header names no next. `page`
    is the field that has a page's own number. Fields have dots where they are nested.
    """

    items: str
    parameter: str
    page: str = ""
    pages: str = ""
    more: str = ""
    first: int = 1

    def following(self, answer: Answer, call: Complete[Any]) -> Following | None:
        body, asked = answer.body, _number(call[1].get(self.parameter))
        own = _number(member(body, self.page)) if self.page else None
        page = next(n for n in (asked, own, self.first) if n is not None)
        pages = _number(member(body, self.pages)) if self.pages else None
        done = pages is not None and page - self.first + 1 >= pages
        link = answer.headers.get("link", "")
        done |= "rel=" in link and not re.search(r'rel="?([^";,]* )?next\b', link)
        done |= bool(self.more) and not member(body, self.more)
        if done or not _count(body, self.items):
            return None
        return str(page + 1), lambda: (call[0], {**call[1], self.parameter: page + 1})


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

    def following(self, answer: Answer, call: Complete[Any]) -> Following | None:
        body, asked = answer.body, _number(call[1].get(self.parameter))
        count = _count(body, self.items)
        offset = (self.first if asked is None else asked) + count
        total = _number(member(body, self.total)) if self.total else None
        done = total is not None and offset - self.first >= total
        done |= bool(self.more) and not member(body, self.more)
        if done or not count:
            return None
        return str(offset), lambda: (call[0], {**call[1], self.parameter: offset})


def _count(body: object, path: str) -> int:
    items = member(body, path)
    return len(items) if is_array(items) else 0


def _number(value: object) -> int | None:
    """A number, of whichever type it is; None for what is none."""
    try:
        return int(str(value).removesuffix(".0"))
    except ValueError:
        return None
