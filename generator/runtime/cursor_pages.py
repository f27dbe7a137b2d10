# Part of the client's runtime, the same in every client. Do not edit.
"""Lists whose pages are asked for by what came last."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from .model import is_array
from .operation import Answer, Complete
from .pages import Following, member


class CursorPagination(Struct, frozen=True):
    """The field `cursor` goes into the argument `parameter`, while `more` is true.

    Where `last`, it is a field of the page's last item. Without `more`, a page without
    a cursor is the last. Dots lead to nested fields.
    """

    items: str
    cursor: str
    parameter: str
    more: str = ""
    last: bool = False

    def following(self, answer: Answer, call: Complete[Any]) -> Following | None:
        holder = answer.body
        if self.last:
            items = member(holder, self.items)
            holder = items[-1] if is_array(items) and items else None
        cursor = member(holder, self.cursor)
        done = self.more and not member(answer.body, self.more)
        if done or not cursor:
            return None
        return str(cursor), lambda: (call[0], {**call[1], self.parameter: str(cursor)})
