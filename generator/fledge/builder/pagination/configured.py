"""The pagination that the configuration describes, checked against the description."""

from __future__ import annotations

from collections.abc import Iterable

from fledge.builder.pagination.page import PageReader, page_type
from fledge.config.pagination import PaginationConfig
from fledge.diagnostics.similar_names import most_similar
from fledge.ir import (
    CursorPagination,
    LinkPagination,
    ListOf,
    Location,
    MapOf,
    NumberPagination,
    OffsetPagination,
    Operation,
    Pagination,
    Parameter,
    Scalar,
    TokenPagination,
    Type,
    URLPagination,
)


class UnknownPartError(Exception):
    """The configuration names a part of an operation that the description does not have."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


class ConfiguredPagination:
    """Looks up in the description what the configuration names."""

    def __init__(self, pages: PageReader) -> None:
        self._pages = pages

    def pagination(self, operation: Operation, config: PaginationConfig) -> Pagination | None:
        """The pagination that the configuration asks for. Raise UnknownPartError for what the description lacks."""
        page = page_type(operation)
        if config.none:
            return None
        if page is None:
            raise UnknownPartError("its successes have no body, or bodies of several types")
        if config.items is None:
            listed = self._pages.items(page, list(self._pages.fields(page)))
            if listed is None:
                raise UnknownPartError("it is not clear which list holds the items", 'name it: items = "data"')
            items, item = listed
        else:
            items, of = self._path(page, config.items)
            bare = self._pages.bare(of)
            if not isinstance(bare, ListOf) and bare is not Scalar.ANY:
                raise UnknownPartError(f"`{config.items}` is no list")
            item = bare.item if isinstance(bare, ListOf) else Scalar.ANY
        if config.link:
            return LinkPagination(items=items, item=item)
        if config.next_url:
            url = self._path(page, config.next_url)[0]
            return URLPagination(items=items, item=item, url=url, more=self._path(page, config.more)[0])
        parameter = self._argument(operation, config.parameter or config.page or config.offset)
        more, pages, total = (self._path(page, at)[0] for at in (config.more, config.pages, config.total))
        if config.page:
            first = 1 if config.first is None else config.first
            return NumberPagination(
                items=items, item=item, parameter=parameter, pages=pages, total=total, more=more, first=first
            )
        if config.offset:
            first = config.first or 0
            return OffsetPagination(items=items, item=item, parameter=parameter, total=total, more=more, first=first)
        token = self._path(item if config.last else page, config.last or config.token)[0]
        if not config.last and not more:
            return TokenPagination(items=items, item=item, parameter=parameter, token=token)
        last = bool(config.last)
        return CursorPagination(items=items, item=item, parameter=parameter, cursor=token, more=more, last=last)

    def _path(self, of: Type, wire: str) -> tuple[str, Type]:
        """A path of wire names in Python's names, and the type of what is there."""
        if not wire:
            return "", of
        bare = self._pages.bare(of)
        if bare is Scalar.ANY or isinstance(bare, MapOf):
            return wire, Scalar.ANY
        model = self._pages.object(of)
        fields = model.fields if model else ()
        for each in fields:
            if wire == each.name.wire:
                return each.name.python, each.type
            if wire.startswith(f"{each.name.wire}."):
                rest, inner = self._path(each.type, wire[len(each.name.wire) + 1 :])
                return f"{each.name.python}.{rest}", inner
        raise UnknownPartError(f"there is no field `{wire}`", suggestion(wire, [each.name.wire for each in fields]))

    def _argument(self, operation: Operation, wire: str) -> str:
        """The argument that is sent as `wire`, in the query or as a field of the body; behind a dot, a key of it."""
        sent = {each.name.wire: (each.name.python, each.type) for each in operation.parameters if _is_query(each)}
        if operation.body and operation.body.flat:
            pairs = zip(operation.body.fields, operation.body.arguments)
            sent = {**{each.name.wire: (name, each.type) for each, name in pairs}, **sent}
        arguments = {name: python for name, (python, _) in sent.items()}
        for name, (python, of) in sent.items():
            model = self._pages.object(of)
            keys = [each.name.wire for each in model.fields] if model else []
            arguments = {**{f"{name}.{key}": f"{python}.{key}" for key in keys}, **arguments}
        if wire not in arguments:
            raise UnknownPartError(f"there is no parameter `{wire}`", suggestion(wire, arguments))
        return arguments[wire]


def _is_query(parameter: Parameter) -> bool:
    return parameter.location is Location.QUERY


def suggestion(word: str, words: Iterable[str]) -> str | None:
    """A hint with the nearest of some words."""
    near = most_similar(word, words)
    return f"did you mean `{near}`?" if near else None
