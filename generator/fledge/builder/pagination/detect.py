"""Recognizes lists that come in pages. What is not sure is left alone: a list that ends early is worse than none.

docs/pagination.md gives the rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from fledge.builder.pagination.page import PageArgument, PageField, PageReader, is_list, named_field, page_type
from fledge.ir import (
    CursorPagination,
    JSONValue,
    LinkPagination,
    NumberPagination,
    OffsetPagination,
    Operation,
    Pagination,
    Scalar,
    TokenPagination,
    Type,
    URLPagination,
)

# The parameters that take a token, by the field that brings it: its words, after those of the object that holds it
# where these matter. Each is null, empty or absent on the last page.
_TOKENS = {
    "next page token": ("page token", "next page token"),
    "next token": ("next token", "token", "page token", "pagination token"),
    "next cursor": ("cursor", "next cursor", "start cursor", "starting after", "after"),
    "next marker": ("marker",),
    "next page": ("page token", "page"),
    "next page offset": ("offset",),
    "next page start": ("start",),
    "next starting after": ("starting after",),
    "cursor next": ("cursor",),
    "metadata continue": ("continue",),
    "continuation token": ("continuation token",),
    "page token": ("page token",),
    "cursor": ("cursor",),
    "next": ("after", "cursor", "from"),  # `from` is a date elsewhere, but no number
}
# Likewise, but there is one on the last page, too: another field says whether there are more.
_CURSORS = {
    "last id": ("after",),
    "marker": ("marker",),
    "end cursor": ("after", "cursor"),
    "after cursor": ("page after", "after", "cursor"),
}
_LAST_ITEM = ("starting after", "after")
_TOKEN_PARAMETERS = frozenset({name for table in (_TOKENS, _CURSORS) for names in table.values() for name in names})
_TOKEN_PARAMETERS |= {*_LAST_ITEM}
_MORE = ("has more", "has next", "has next page", "next page", "more", "is truncated")
_NUMBERS = ("page", "page number", "current page")
_OFFSETS = {"offset": 0, "skip": 0, "start at": 0, "page offset": 0, "from": 0, "start index": 1}
_COUNTS = frozenset({*_NUMBERS, *_OFFSETS})
_SIZES = frozenset({"per page", "page size", "limit", "size", "count", "top"})
_SIZES |= {"hits per page", "items per page", "max results", "page limit", "results per page"}
_PAGES = ("pages", "total pages", "page count", "pages total", "last page", "num pages", "number of pages")
_TOTALS = (
    "total",
    "total count",
    "total results",
    "total entries",
    "total items",
    "items total",
    "total elements",
    "total records",
    "total value",
    "hydra total items",
)
_URLS = (
    "next page uri",
    "next page url",
    "next url",
    "next link",
    "odata next link",
    "next href",
    "links next",
    "next records url",
    "view next",
    "hydra view hydra next",
)
_URLS_BESIDE_PREVIOUS = ("next", "next page", "paging next", "pagination next", "pagination next page")
_PREVIOUS = frozenset({"previous", "prev", "previous page", "prev page"})
_NUMERIC = (Scalar.INT, Scalar.FLOAT)

_Arguments: TypeAlias = Mapping[str, PageArgument]
"""What selects a page, by its words."""


class PaginationDetector:
    """Detects the pagination of operations by the names and types of parameters and fields."""

    def __init__(self, pages: PageReader) -> None:
        self._pages = pages
        self._fields: dict[Type, list[PageField]] = {}

    def detect(self, operation: Operation) -> Pagination | None:
        """The pagination of an operation by the first rule that holds."""
        page = page_type(operation)
        if page is None or not is_list(operation):
            return None
        fields = self._fields.get(page)
        if fields is None:  # several operations return the same
            fields = self._fields[page] = list(self._pages.fields(page))
        if self._pages.items(page, fields) is None:  # no rule holds without a list
            return None
        arguments = self._pages.arguments(operation)
        pagination = self._token(arguments, page, fields) or self._count_alone(arguments, page, fields, sure=True)
        if pagination is None and operation.http_method == "GET":  # a URL is for GET, whatever the search was
            pagination = self._url(page, fields) or self._link(operation, page, fields)
        return pagination or self._count_alone(arguments, page, fields, sure=False)

    def fallback(self, operation: Operation, token: str) -> NumberPagination | OffsetPagination | None:
        """How a list of tokens goes on without one: by another parameter than `token`, and a field that shows the end."""
        page = page_type(operation)
        if page is None:
            return None
        return self._fallback(self._pages.arguments(operation), page, list(self._pages.fields(page)), token)

    def _fallback(
        self, arguments: _Arguments, page: Type, fields: list[PageField], token: str
    ) -> NumberPagination | OffsetPagination | None:
        counted = self._counted(arguments, page, fields, sure=True)
        return counted if counted and counted.parameter != token else None

    def _token(self, arguments: _Arguments, page: Type, fields: list[PageField]) -> Pagination | None:
        listed = self._pages.items(page, fields)
        if listed is None:
            return None
        items, item = listed
        tokens = self._pages.typed(arguments, Scalar.STR, Scalar.INT, Scalar.UUID)
        if _TOKEN_PARAMETERS.isdisjoint(tokens):
            return self._search_after(arguments, items, item)
        more = named_field(fields, _MORE, Scalar.BOOL)
        end = more.path if more else ""
        for table, needs_more in ((_TOKENS, False), (_CURSORS, True)):
            for token, parameters in table.items():
                parameter = next((tokens[name] for name in parameters if name in tokens), None)
                if parameter is None:
                    continue
                field = named_field(fields, (token,), Scalar.STR, Scalar.INT, Scalar.UUID)
                if field is None or field.is_url:
                    continue
                if not _is_accepted(field.type, self._pages.bare(parameter.type)):
                    continue
                name = parameter.name
                fallback = self._fallback(arguments, page, fields, name)
                if more and (needs_more or token == "cursor"):
                    return CursorPagination(
                        items=items, item=item, parameter=name, cursor=field.path, more=end, fallback=fallback
                    )
                if not needs_more:
                    return TokenPagination(
                        items=items, item=item, parameter=name, token=field.path, more=end, fallback=fallback
                    )
        parameter = next((tokens[name] for name in _LAST_ITEM if name in tokens), None)
        ids = self._pages.ids(item) if parameter and more else None
        if parameter and more and ids and self._pages.bare(parameter.type) in (Scalar.STR, ids[1]):
            name = parameter.name
            return CursorPagination(items=items, item=item, parameter=name, cursor=ids[0], more=more.path, last=True)
        return self._search_after(arguments, items, item)

    def _search_after(self, arguments: _Arguments, items: str, item: Type) -> Pagination | None:
        """Hits of Elasticsearch, whose sort values ask for what comes after them; `from` goes on without them."""
        after = arguments.get("search after")
        if after is None or "from" in arguments:
            return None
        sort = named_field(self._pages.fields(item, depth=1), ("sort",))
        if sort is None:
            return None
        return CursorPagination(items=items, item=item, parameter=after.name, cursor=sort.path, last=True)

    def _count_alone(
        self, arguments: _Arguments, page: Type, fields: list[PageField], *, sure: bool
    ) -> NumberPagination | OffsetPagination | None:
        """Pages by number or offset, if no token asks for them."""
        if arguments.keys() & {"page token", "cursor"}:
            return None
        return self._counted(arguments, page, fields, sure=sure)

    def _counted(
        self, arguments: _Arguments, page: Type, fields: list[PageField], *, sure: bool
    ) -> NumberPagination | OffsetPagination | None:
        """Pages by number or offset. It is `sure` where a field tells the end, else the last page does."""
        arguments = self._pages.typed(arguments, *_NUMERIC)
        if _COUNTS.isdisjoint(arguments):
            return None
        more = named_field(fields, _MORE, Scalar.BOOL)
        pages = named_field(fields, _PAGES, *_NUMERIC)
        total = named_field(fields, _TOTALS if sure else (*_TOTALS, "odata count"), *_NUMERIC)
        current = named_field(fields, _NUMBERS, *_NUMERIC)
        is_spring = named_field(fields, ("total elements",), *_NUMERIC) or named_field(fields, ("last",), Scalar.BOOL)
        if current is None and is_spring:  # `Page` and `Slice`
            current = named_field(fields, ("number",), *_NUMERIC)
        is_page = bool(more or pages or total or current)
        listed = self._pages.items(page, fields, is_page=is_page)
        if listed is None or not (sure or total or _SIZES & arguments.keys()):
            return None
        items, item = listed
        number = next((arguments[name] for name in _NUMBERS if name in arguments), None)
        if number and (pages or more or not sure):
            return NumberPagination(
                items=items,
                item=item,
                parameter=number.name,
                page=current.path if current else "",
                pages=pages.path if pages else "",
                total=total.path if total else "",
                more=more.path if more else "",
                first=0 if number.default == JSONValue(0) or is_spring else 1,
            )
        is_range = "to" in arguments or not _SIZES & arguments.keys()
        offset = next((name for name in _OFFSETS if name in arguments and not (name == "from" and is_range)), None)
        if offset and not number and (total or more or not sure):
            return OffsetPagination(
                items=items,
                item=item,
                parameter=arguments[offset].name,
                total=total.path if total else "",
                more=more.path if more else "",
                first=_OFFSETS[offset],
            )
        return None

    def _url(self, page: Type, fields: list[PageField]) -> Pagination | None:
        url = next((each for each in fields if each.is_url and _is_next(each)), None)
        url = url or named_field(fields, _URLS, Scalar.STR)
        if url is None and any(each.words in _PREVIOUS for each in fields):
            url = named_field(fields, _URLS_BESIDE_PREVIOUS, Scalar.STR)
        listed = self._pages.items(page, fields)
        more = named_field(fields, _MORE, Scalar.BOOL)
        end = more.path if more else ""
        return URLPagination(items=listed[0], item=listed[1], url=url.path, more=end) if url and listed else None

    def _link(self, operation: Operation, page: Type, fields: list[PageField]) -> Pagination | None:
        listed = self._pages.items(page, fields, is_page=named_field(fields, _TOTALS, *_NUMERIC) is not None)
        has_link = any(header.name == "link" for each in operation.responses if each.success for header in each.headers)
        return LinkPagination(items=listed[0], item=listed[1]) if has_link and listed else None


def _is_next(field: PageField) -> bool:
    """Whether the name of a field says that it leads to the next page."""
    whole = f"{field.holder} {field.words}".strip()
    return whole in _TOKENS or field.words in _TOKENS or field.words.startswith("next ") or whole.startswith("next ")


def _is_accepted(token: Type, parameter: Type) -> bool:
    """Whether a token of one type can be an argument of another."""
    return token is parameter or (token is Scalar.INT and parameter is Scalar.STR)
