# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Lists whose next page is asked for by a token of the page before."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from msgspec import UNSET, Struct

from .shapes import is_array
from .operation import AnyResponse, Complete
from .page_urls import is_url, page_at
from .pagination import NextPage, argument, member, with_argument


class TokenPagination(Struct, frozen=True):
    """The field `token` goes into the argument `parameter`; dots lead to nested fields.

    The last page has no token, or its field `more` is false. A token that is a URL is
    the URL of the next page. While no page has had a token, the list goes on by
    `fallback`, if the page has the field by which that shows that there are more.
    """

    items: str
    token: str
    parameter: str
    more: str = ""
    fallback: Any = None  # NumberPagination or OffsetPagination

    def following(self, response: AnyResponse, call: Complete[Any]) -> NextPage | None:
        if self.more and member(response.body, self.more) is False:
            return None
        token = member(response.body, self.token)
        return _after(token, self.parameter, self.fallback, response, call)


class CursorPagination(Struct, frozen=True):
    """The field `cursor` goes into the argument `parameter`, while `more` is true.

    Where `last`, it is a field of the page's last item. Without `more`, a page without
    a cursor is the last. For the rest, see TokenPagination.
    """

    items: str
    cursor: str
    parameter: str
    more: str = ""
    last: bool = False
    fallback: Any = None

    def following(self, response: AnyResponse, call: Complete[Any]) -> NextPage | None:
        if self.more and not member(response.body, self.more):
            return None
        if not self.last:
            cursor = member(response.body, self.cursor)
            return _after(cursor, self.parameter, self.fallback, response, call)
        items = member(response.body, self.items)
        cursor = member(items[-1] if is_array(items) and items else None, self.cursor)
        return _by_token(cursor, self.parameter, call[1], call) if cursor else None


def _after(
    token: Any,
    parameter: str,
    fallback: Any,
    response: AnyResponse,
    call: Complete[Any],
) -> NextPage | None:
    """The page that a token, or else the fallback, asks for."""
    (_, _, path), arguments = call
    if is_url(token):
        return page_at(token, response, call)
    if token and isinstance(token, (str, int, UUID)) and token is not True:
        other = getattr(fallback, "parameter", "")
        kept = {k: v for k, v in arguments.items() if k != other}
        if argument(kept, other) is not None:
            kept = with_argument(kept, other, None)
        return _by_token(token, parameter, kept, call)
    by_token = isinstance(path, str) or _is_passed(argument(arguments, parameter))
    if fallback is None or by_token or not fallback.shows_more(response.body):
        return None
    after: NextPage | None = fallback.following(response, call)
    return after


def _by_token(
    token: Any, parameter: str, arguments: dict[str, Any], call: Complete[Any]
) -> NextPage:
    before = argument(call[1], parameter)
    this = f"{parameter}={before}" if _is_passed(before) else ""
    value = token if is_array(token) else str(token)
    return NextPage(
        str(token),
        this,
        f"{parameter}={token}",
        lambda: (call[0], with_argument(arguments, parameter, value)),
    )


def _is_passed(argument: object) -> bool:
    return argument is not None and argument is not UNSET
