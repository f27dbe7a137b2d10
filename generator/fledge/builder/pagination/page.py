"""What a page holds: its fields, its list, and the arguments of the operation that returns it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from fledge.builder.names.words import words
from fledge.ir import (
    NO_CONSTRAINTS,
    AliasModel,
    Constraints,
    Field,
    JSONValue,
    ListOf,
    Location,
    MapOf,
    Model,
    ModelRef,
    ObjectModel,
    Operation,
    Parameter,
    Scalar,
    Type,
    Union,
    UnionModel,
)
from fledge.quick_dataclass import quick_dataclass

_ITEMS = ("results", "items", "data", "values", "entries", "records", "resources")
_WRAPPERS = frozenset("cursor cursors embedded info link links meta metadata next page pages pagination paging".split())
_WRAPPERS |= {"hits", "hydra view", "next page", "page info", "response metadata", "total", "view"}
"""Objects with properties of a page, or with the page's list."""
_LINKS = ("link", "links")
_SELECTORS = frozenset("page pageable paginate pagination paging".split())
"""Objects in a request that select a page."""
_SEARCHES = frozenset("filter find list paginate query search".split())
"""What a POST that only reads is called."""
_URL_FORMATS = frozenset({"uri", "uri-reference", "iri", "iri-reference", "url"})


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class PageField:
    """A field of a page: the path to it in Python names, its words, and its type without null.

    `holder` are the words of the object that it is a field of; "" for the page itself. `is_url` is what the
    description says of its values, by a format, or by `links` that holds it.
    """

    path: str
    words: str
    holder: str
    type: Type
    is_url: bool


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class PageArgument:
    """An argument that may select a page: its Python name, its type, and its default on the server.

    Behind a dot in `name` stands the key of an object that is the argument.
    """

    name: str
    type: Type
    default: JSONValue | None


class PageReader:
    """Reads pages; `models` are all models by their Python names."""

    def __init__(self, models: Mapping[str, Model]) -> None:
        self._models = models

    def bare(self, of: Type) -> Type:
        """A type without null, and what an alias stands for."""
        if isinstance(of, Union):
            rest = tuple(variant for variant in of.variants if variant is not Scalar.NONE)
            return self.bare(rest[0]) if len(rest) == 1 else Union(rest)
        model = self._models[of.name] if isinstance(of, ModelRef) else None
        return self.bare(model.type) if isinstance(model, AliasModel) else of

    def object(self, of: Type) -> ObjectModel | None:
        """The object model of a type, if that is one."""
        bare = self.bare(of)
        model = self._models[bare.name] if isinstance(bare, ModelRef) else None
        return model if isinstance(model, ObjectModel) else None

    def fields(self, of: Type, path: str = "", holder: str = "", depth: int = 3) -> Iterator[PageField]:
        """The fields of a page, and those of objects in it that describe pages."""
        model = self.object(of)
        for each in model.fields if model else ():
            name, bare = spoken(each.name.wire), each.type
            is_url = _is_url(each.constraints)
            if not isinstance(bare, Scalar):  # as most are
                is_url = is_url or self._is_url_alias(each.type)
                bare = self.bare(each.type)
                bare = Scalar.STR if self._is_link(bare) else bare
            is_url = is_url or (holder in _LINKS and bare is Scalar.STR)
            yield PageField(path=path + each.name.python, words=name, holder=holder, type=bare, is_url=is_url)
            if depth > 1 and name in _WRAPPERS:
                yield from self.fields(bare, f"{path}{each.name.python}.", name, depth - 1)
                if isinstance(bare, MapOf) and name in _LINKS:
                    of, next = self.bare(bare.value), f"{path}{each.name.python}.next"
                    if of is Scalar.STR or self._is_link(of) or self._has_url(of):
                        yield PageField(path=next, words="next", holder="links", type=Scalar.STR, is_url=True)

    def _is_link(self, of: Type) -> bool:
        """Whether a type is a URL or an object that has one: a link of JSON:API."""
        variants = [self.bare(each) for each in of.variants] if isinstance(of, Union) else []
        model = self._models[of.name] if isinstance(of, ModelRef) else None
        variants = [self.bare(each) for each in model.variants] if isinstance(model, UnionModel) else variants
        others = [each for each in variants if each is not Scalar.STR and each is not Scalar.NONE]
        return len(others) < len(variants) and bool(others) and all(map(self._has_url, others))

    def _has_url(self, of: Type) -> bool:
        model = self.object(of)
        return model is not None and any(each.name.wire == "href" for each in model.fields)

    def _is_url_alias(self, of: Type) -> bool:
        """Whether a type other than null is an alias of a URL."""
        rest = [variant for variant in (of.variants if isinstance(of, Union) else (of,)) if variant is not Scalar.NONE]
        model = self._models[rest[0].name] if len(rest) == 1 and isinstance(rest[0], ModelRef) else None
        return isinstance(model, AliasModel) and (_is_url(model.constraints) or self._is_url_alias(model.type))

    def items(self, page: Type, fields: Sequence[PageField], *, is_page: bool = True) -> tuple[str, Type] | None:
        """The path and the item type of a page's list: of a usual name, or the only list of what is surely a page."""
        bare = self.bare(page)
        if isinstance(bare, ListOf):
            return "", bare.item
        lists = [each for each in fields if isinstance(each.type, ListOf)]
        lists = [each for each in lists if not each.holder] or lists
        named = [each for name in _ITEMS for each in lists if each.words == name]
        if not named and len(lists) == 1 and (is_page or len(fields) == 1):
            named = lists
        if not named or not isinstance(named[0].type, ListOf):
            return None
        return named[0].path, named[0].type.item

    def ids(self, item: Type) -> tuple[str, Type] | None:
        """The field `id` that all kinds of items have."""
        bare = self.bare(item)
        model = self._models[bare.name] if isinstance(bare, ModelRef) else None
        kinds = model.variants if isinstance(model, UnionModel) else (item,)
        ids = [next(((f.path, f.type) for f in self.fields(each, depth=1) if f.words == "id"), None) for each in kinds]
        first = ids[0]
        same = first and all(each == first for each in ids) and first[1] in (Scalar.STR, Scalar.UUID)
        return first if same else None

    def arguments(self, operation: Operation) -> dict[str, PageArgument]:
        """What selects a page, by its words: query parameters, and the fields of the body of a search.

        So do the properties of an object that stands for several parameters, such as `pageable` of Spring, and of one
        with the name of a selector, such as `page[number]`.
        """
        fields = operation.body.fields if operation.body and operation.http_method != "GET" else ()
        names = operation.body.arguments if operation.body else ()
        selectors: dict[str, PageArgument] = {}
        for field, name in zip(fields, names):
            selectors |= self._selectors(field, name, is_exploded=False)
        for each in operation.parameters:
            if each.location is Location.QUERY:
                is_exploded = each.style == "form" and each.explode and each.content is None
                selectors |= self._selectors(each, each.name.python, is_exploded=is_exploded)
        return selectors

    def typed(self, arguments: Mapping[str, PageArgument], *types: Type) -> Mapping[str, PageArgument]:
        """The arguments that have one of some types."""
        return {words: each for words, each in arguments.items() if self.bare(each.type) in types}

    def _selectors(self, sent: Field | Parameter, name: str, *, is_exploded: bool) -> dict[str, PageArgument]:
        words = spoken(sent.name.wire)
        model = self.object(sent.type)
        selectors: dict[str, PageArgument] = {}
        for each in model.fields if model and (is_exploded or words in _SELECTORS) else ():
            inner = PageArgument(name=f"{name}.{each.name.wire}", type=each.type, default=each.default)
            key = spoken(each.name.wire)
            selectors |= {key: inner} if is_exploded else {f"{words} {key}": inner, key: inner}
        whole = PageArgument(name=name, type=sent.type, default=sent.default)
        holder, _, key = sent.name.wire.partition("[")
        if key and spoken(holder) in _SELECTORS:
            selectors[spoken(key)] = whole
        return selectors | {words: whole}


def _is_url(constraints: Constraints) -> bool:
    if constraints is NO_CONSTRAINTS:
        return False
    parts = (constraints, *constraints.variants, *constraints.all_of)
    return any(each.format in _URL_FORMATS for each in parts)


def is_list(operation: Operation) -> bool:
    """Whether an operation only reads: a GET, a QUERY, or a POST whose path or operationId says that it searches."""
    if operation.http_method != "POST":
        return operation.http_method in ("GET", "QUERY")
    literals = [each for each in operation.path.split("/") if each and "{" not in each]
    last, verb = spoken(literals[-1] if literals else "").split(), spoken(operation.id or "").split()[:1]
    return not _SEARCHES.isdisjoint((*last[:1], *last[-1:], *verb))


def page_type(operation: Operation) -> Type | None:
    """The only type that a success has."""
    bodies = {response.type for response in operation.responses if response.success}
    return bodies.pop() if len(bodies) == 1 else None


def named_field(fields: Iterable[PageField], names: Sequence[str], *types: Type) -> PageField | None:
    """The first field of some types, or of any, with one of these names, the first names first."""
    called: dict[str, PageField] = {}
    for each in fields:
        if not types or each.type in types:
            called.setdefault(each.words, each)
            called.setdefault(f"{each.holder} {each.words}", each)
    return next((called[name] for name in names if name in called), None)


@cache
def spoken(wire: str) -> str:
    """The words of a wire name in lower case, with spaces between them."""
    return " ".join(word.lower() for word in words(wire))
