"""Recognizes lists that come in pages, and takes the configuration's word for those that it cannot recognize.

docs/pagination.md gives the rules. What is not sure is left alone: a list that seems to end early is worse than none.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.diagnostics import Report
from generator.model.api import (
    AliasModel,
    CursorPages,
    LinkPages,
    ListOf,
    Location,
    MapOf,
    Model,
    ModelRef,
    NumberPages,
    ObjectModel,
    OffsetPages,
    Operation,
    PagesWanted,
    Pagination,
    Parameter,
    Scalar,
    TokenPages,
    Type,
    Union,
    UnionModel,
    URLPages,
)
from generator.model.words import words

_ITEMS = ("results", "items", "data", "values", "entries", "records", "resources")
# Objects that hold facts about a page, or the page's list.
_WRAPPERS = frozenset("cursor cursors info link links meta metadata next page pages pagination paging".split())
_WRAPPERS |= {"next page", "page info", "response metadata"}
# The parameters that take a token, by the field that brings it: its words, after those of the object that holds it
# where these matter. Each is null, empty or absent on the last page.
_TOKENS = {
    "next page token": ("page token", "next page token"),
    "next token": ("next token", "token", "page token"),
    "next cursor": ("cursor", "next cursor", "starting after", "after"),
    "next marker": ("marker",),
    "next page": ("page token", "page"),
    "next page offset": ("offset",),
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
    "end cursor": ("after", "cursor"),
}
_LAST_ITEM = ("starting after", "after")
_MORE = ("has more", "has next", "has next page", "next page", "more", "is truncated")
_NUMBERS = ("page", "page number")
_OFFSETS = {"offset": 0, "skip": 0, "start index": 1}
_SIZES = frozenset({"per page", "page size", "limit", "size", "hits per page", "items per page", "count", "top"})
_PAGES = ("pages", "total pages", "pages total", "last page", "num pages", "number of pages")
_TOTALS = ("total", "total count", "total results", "total entries", "total items", "items total")
_URLS = ("next page uri", "next page url", "next url", "next link", "odata next link", "next href", "links next")
_URLS_BESIDE_PREVIOUS = ("next", "paging next", "pagination next", "pagination next page")
_PREVIOUS = frozenset({"previous", "prev", "previous page", "prev page"})
_ALL = "*"  # the configuration's key for all GETs that have none of their own
_NUMERIC = (Scalar.INT, Scalar.FLOAT)


class _UnknownError(Exception):
    """The configuration speaks of something that the document does not have."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """A field of a page: the path to it in Python's names, its words, and its type without null."""

    path: str
    words: str
    holder: str  # the words of the object that it is a field of; none for the page itself
    type: Type


class Paginator:
    """Knows all models by their Python names, and what the configuration wants by operation."""

    def __init__(self, models: Mapping[str, Model], wanted: Mapping[str, PagesWanted], report: Report) -> None:
        self._models = models
        self._wanted = wanted
        self._report = report

    def paginated(self, operation: Operation) -> Operation:
        """The operation with its pagination, if it has one."""
        key = next((k for k in (operation.name.wire, operation.id) if k in self._wanted), None)
        if key is None and operation.method == "GET" and _ALL in self._wanted:
            key = _ALL
        wanted = self._wanted[key] if key is not None else None
        try:
            found = self._chosen(operation, wanted) if wanted else self._found(operation)
        except _UnknownError as unknown:
            if key != _ALL:
                message = f"`pagination` says of `{key}`: {unknown}"
                self._report.error("pagination-unknown", message, origin=operation.origin, hint=unknown.hint)
            found = self._found(operation)
        return replace(operation, pagination=found)

    def report_unused(self, operations: Iterable[Operation]) -> None:
        """Tell of keys that name no operation."""
        known = [key for each in operations for key in (each.name.wire, each.id) if key]
        for key in self._wanted:
            if key != _ALL and key not in known:
                message = f"`pagination` names `{key}`, and the document has no such operation"
                hint = _near(key, known) or "name it by method and path, `GET /pets`, or by its operationId"
                self._report.error("pagination-unknown", message, hint=hint)

    # --- what the configuration says

    def _chosen(self, operation: Operation, wanted: PagesWanted) -> Pagination | None:
        """The pages that are wanted; _UnknownError for what the document does not have."""
        page = _body(operation)
        if wanted.none:
            return None
        if page is None:
            raise _UnknownError("its successes have no body, or bodies of several types")
        if wanted.items is None:
            listed = self._items(page, list(self._fields(page)))
            if listed is None:
                raise _UnknownError("it is not clear which list holds the items", 'name it: items = "data"')
            items, item = listed
        else:
            items, of = self._path(page, wanted.items)
            bare = self._bare(of)
            if not isinstance(bare, ListOf) and bare is not Scalar.ANY:
                raise _UnknownError(f"`{wanted.items}` is no list")
            item = bare.item if isinstance(bare, ListOf) else Scalar.ANY
        if wanted.link:
            return LinkPages(items=items, item=item)
        if wanted.next_url:
            return URLPages(items=items, item=item, url=self._path(page, wanted.next_url)[0])
        parameter = _argument(operation, wanted.parameter or wanted.page or wanted.offset)
        more, pages, total = (self._path(page, at)[0] if at else "" for at in (wanted.more, wanted.pages, wanted.total))
        if wanted.page:
            first = 1 if wanted.first is None else wanted.first
            return NumberPages(items=items, item=item, parameter=parameter, pages=pages, more=more, first=first)
        if wanted.offset:
            first = wanted.first or 0
            return OffsetPages(items=items, item=item, parameter=parameter, total=total, more=more, first=first)
        token = self._path(item if wanted.last else page, wanted.last or wanted.token)[0]
        if not wanted.last and not more:
            return TokenPages(items=items, item=item, parameter=parameter, token=token)
        last = bool(wanted.last)
        return CursorPages(items=items, item=item, parameter=parameter, cursor=token, more=more, last=last)

    def _path(self, of: Type, wire: str) -> tuple[str, Type]:
        """A path of wire names in Python's names, and the type of what is there."""
        if not wire:
            return "", of
        bare = self._bare(of)
        if bare is Scalar.ANY or isinstance(bare, MapOf):
            return wire, Scalar.ANY
        model = self._object(of)
        fields = model.fields if model else ()
        for each in fields:
            if wire == each.name.wire:
                return each.name.python, each.type
            if wire.startswith(f"{each.name.wire}."):
                rest, found = self._path(each.type, wire[len(each.name.wire) + 1 :])
                return f"{each.name.python}.{rest}", found
        raise _UnknownError(f"there is no field `{wire}`", _near(wire, [each.name.wire for each in fields]))

    # --- the rules, in their order

    def _found(self, operation: Operation) -> Pagination | None:
        page = _body(operation)
        if operation.method != "GET" or page is None:
            return None
        fields = list(self._fields(page))
        return (
            self._token(operation, page, fields)
            or self._counted(operation, page, fields, sure=True)
            or self._url(page, fields)
            or self._link(operation, page, fields)
            or self._counted(operation, page, fields, sure=False)
        )

    def _token(self, operation: Operation, page: Type, fields: list[_Field]) -> Pagination | None:
        listed = self._items(page, fields)
        if listed is None:
            return None
        items, item = listed
        queries = self._queries(operation, Scalar.STR, Scalar.INT, Scalar.UUID)
        more = _named(fields, _MORE, Scalar.BOOL)
        for table, needs_more in ((_TOKENS, False), (_CURSORS, True)):
            for token, parameters in table.items():
                field = _named(fields, (token,), Scalar.STR, Scalar.INT)
                parameter = next((queries[name] for name in parameters if name in queries), None)
                if field is None or parameter is None or not _fits(field.type, self._bare(parameter.type)):
                    continue
                name = parameter.name.python
                if more and (needs_more or token == "cursor"):
                    return CursorPages(items=items, item=item, parameter=name, cursor=field.path, more=more.path)
                if not needs_more:
                    return TokenPages(items=items, item=item, parameter=name, token=field.path)
        parameter = next((queries[name] for name in _LAST_ITEM if name in queries), None)
        ids = self._ids(item)
        if parameter and more and ids and self._bare(parameter.type) in (Scalar.STR, ids[1]):
            name = parameter.name.python
            return CursorPages(items=items, item=item, parameter=name, cursor=ids[0], more=more.path, last=True)
        return None

    def _counted(self, operation: Operation, page: Type, fields: list[_Field], *, sure: bool) -> Pagination | None:
        """Pages by number or offset. It is `sure` where a field tells the end, else the first empty page does."""
        queries = self._queries(operation, *_NUMERIC)
        if "page token" in (every := self._queries(operation)) or "cursor" in every:
            return None
        more = _named(fields, _MORE, Scalar.BOOL)
        pages = _named(fields, _PAGES, *_NUMERIC)
        total = _named(fields, _TOTALS, *_NUMERIC)
        listed = self._items(page, fields, known=bool(more or pages or total or _named(fields, _NUMBERS, *_NUMERIC)))
        if listed is None or not (sure or _SIZES & queries.keys()):
            return None
        items, item = listed
        number = next((queries[name] for name in _NUMBERS if name in queries), None)
        if number and (pages or more or not sure):
            own = _named(fields, _NUMBERS, *_NUMERIC)
            return NumberPages(
                items=items,
                item=item,
                parameter=number.name.python,
                page=own.path if own else "",
                pages=pages.path if pages else "",
                more=more.path if more else "",
                first=0 if "default: `0`" in number.facts else 1,
            )
        offset = next((name for name in _OFFSETS if name in queries), None)
        if offset and not number and (total or more or not sure):
            return OffsetPages(
                items=items,
                item=item,
                parameter=queries[offset].name.python,
                total=total.path if total else "",
                more=more.path if more else "",
                first=_OFFSETS[offset],
            )
        return None

    def _url(self, page: Type, fields: list[_Field]) -> Pagination | None:
        url = _named(fields, _URLS, Scalar.STR)
        if url is None and any(each.words in _PREVIOUS for each in fields):
            url = _named(fields, _URLS_BESIDE_PREVIOUS, Scalar.STR)
        listed = self._items(page, fields)
        return URLPages(items=listed[0], item=listed[1], url=url.path) if url and listed else None

    def _link(self, operation: Operation, page: Type, fields: list[_Field]) -> Pagination | None:
        listed = self._items(page, fields, known=_named(fields, _TOTALS, *_NUMERIC) is not None)
        linked = any("link" in each.headers for each in operation.responses if each.success)
        return LinkPages(items=listed[0], item=listed[1]) if linked and listed else None

    # --- parts of an operation

    def _queries(self, operation: Operation, *types: Type) -> dict[str, Parameter]:
        """Query parameters by their words; only those of some types, if these are given."""
        return {
            _spoken(each.name.wire): each
            for each in operation.parameters
            if each.location is Location.QUERY and (not types or self._bare(each.type) in types)
        }

    def _bare(self, of: Type) -> Type:
        """A type without null, and what an alias stands for."""
        if isinstance(of, Union):
            rest = tuple(member for member in of.members if member is not Scalar.NONE)
            return self._bare(rest[0]) if len(rest) == 1 else Union(rest)
        model = self._models[of.name] if isinstance(of, ModelRef) else None
        return self._bare(model.type) if isinstance(model, AliasModel) else of

    def _object(self, of: Type) -> ObjectModel | None:
        bare = self._bare(of)
        model = self._models[bare.name] if isinstance(bare, ModelRef) else None
        return model if isinstance(model, ObjectModel) else None

    def _fields(self, of: Type, path: str = "", holder: str = "", depth: int = 3) -> Iterator[_Field]:
        """The fields of a page, and those of objects in it that tell of pages."""
        model = self._object(of)
        for each in model.fields if model else ():
            here, bare = _spoken(each.name.wire), self._bare(each.type)
            yield _Field(path=path + each.name.python, words=here, holder=holder, type=bare)
            if depth > 1 and here in _WRAPPERS:
                yield from self._fields(bare, f"{path}{each.name.python}.", here, depth - 1)

    def _items(self, page: Type, fields: list[_Field], *, known: bool = True) -> tuple[str, Type] | None:
        """The list of a page: of a usual name, or the only one of a page that tells of pages, or is nothing else."""
        bare = self._bare(page)
        if isinstance(bare, ListOf):
            return "", bare.item
        lists = [each for each in fields if isinstance(each.type, ListOf)]
        lists = [each for each in lists if not each.holder] or lists
        named = [each for name in _ITEMS for each in lists if each.words == name]
        if not named and len(lists) == 1 and (known or len(fields) == 1):
            named = lists
        if not named or not isinstance(named[0].type, ListOf):
            return None
        return named[0].path, named[0].type.item

    def _ids(self, item: Type) -> tuple[str, Type] | None:
        """The field `id` that all kinds of items have."""
        bare = self._bare(item)
        model = self._models[bare.name] if isinstance(bare, ModelRef) else None
        members = model.members if isinstance(model, UnionModel) else (item,)
        found = [
            next(((f.path, f.type) for f in self._fields(each, depth=1) if f.words == "id"), None) for each in members
        ]
        first = found[0]
        same = first and all(each == first for each in found) and first[1] in (Scalar.STR, Scalar.UUID)
        return first if same else None


def _body(operation: Operation) -> Type | None:
    """The only type that a success has."""
    bodies = {response.type for response in operation.responses if response.success}
    return bodies.pop() if len(bodies) == 1 else None


def _named(fields: list[_Field], names: tuple[str, ...], *types: Type) -> _Field | None:
    for name in names:
        for each in fields:
            if each.type in types and name in (each.words, f"{each.holder} {each.words}"):
                return each
    return None


def _argument(operation: Operation, wire: str) -> str:
    """The argument that is sent as `wire`, in the query or as a field of the body."""
    known = {each.name.wire: each.name.python for each in operation.parameters if each.location is Location.QUERY}
    if operation.body and operation.body.flat:
        sent = (each.name.wire for each in operation.body.fields)
        known = {**dict(zip(sent, operation.body.arguments)), **known}
    if wire not in known:
        raise _UnknownError(f"there is no parameter `{wire}`", _near(wire, known))
    return known[wire]


def _fits(token: Type, parameter: Type) -> bool:
    """Whether a token of one type can be an argument of another."""
    return token is parameter or (token is Scalar.INT and parameter is Scalar.STR)


def _spoken(wire: str) -> str:
    return " ".join(word.lower() for word in words(wire))


def _near(word: str, known: Iterable[str]) -> str | None:
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"did you mean `{near[0]}`?" if near else None
