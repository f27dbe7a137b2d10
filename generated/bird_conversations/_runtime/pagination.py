# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Part of the client's runtime, the same in every client. Do not edit.
"""Lists that come in pages, each of which is asked for when it is reached."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from msgspec import Struct, structs

from .codec import plain
from .errors import APIError
from .hooks import resolve, run_sync
from .messages import Response, T
from .shapes import is_array, is_object
from .operation import AnyResponse, Arguments, Complete, Operation
from .operation import RequestOptions, Session
from .origins import redact
from .status_errors import APIStatusError

if TYPE_CHECKING:
    from .client import AsyncBaseClient, BaseClient

ItemT = TypeVar("ItemT")
_EQUAL_PAGES = 100  # in a row: the server ignores the number of the page


class _Page(Struct, Generic[ItemT], frozen=True, eq=False):
    items: list[ItemT]
    next_token: str | None  # what asks for the next page; None on the last
    body: Any  # the page as the server sent it, of the type that is documented
    raw_response: Response[Any]
    _following: Callable[[], Any]

    @property
    def has_next(self) -> bool:
        return self.next_token is not None

    def __repr__(self) -> str:
        token = f"next_token={self.next_token!r}"
        return f"{type(self).__name__}(items={self.items!r}, {token})"


class Page(_Page[ItemT], frozen=True, eq=False):
    """One page. Iterating over it yields all items, of this page and of later ones."""

    def next_page(self) -> Page[ItemT]:
        """Ask for the next page. ValueError: there is none. APIError: a circle.

        Where only status 404 shows the end, that is a page without items and body.
        """
        page: Page[ItemT] = self._following().body
        return page

    def iter_pages(self) -> Iterator[Page[ItemT]]:
        """This page and all later ones; each is asked for when it is reached."""
        page = self
        del self  # so that it does not stay
        yield page
        while page.has_next:
            page = page.next_page()
            if page.raw_response.status_code != 404:
                yield page

    def __iter__(self) -> Iterator[ItemT]:
        return (item for page in self.iter_pages() for item in page.items)


class AsyncPage(_Page[ItemT], frozen=True, eq=False):
    """Asynchronous twin of `Page`."""

    async def next_page(self) -> AsyncPage[ItemT]:
        page: AsyncPage[ItemT] = (await self._following()).body
        return page

    async def iter_pages(self) -> AsyncIterator[AsyncPage[ItemT]]:
        page = self
        del self
        yield page
        while page.has_next:
            page = await page.next_page()
            if page.raw_response.status_code != 404:
                yield page

    def __aiter__(self) -> AsyncIterator[ItemT]:
        return (item async for page in self.iter_pages() for item in page.items)


class AsyncPager(Struct, Generic[ItemT], frozen=True):
    """A list not asked for yet: await it for the first page, or iterate over all items."""

    _first: Callable[[], Awaitable[AsyncPage[ItemT]]]

    def __await__(self) -> Generator[Any, None, AsyncPage[ItemT]]:
        return self._first().__await__()

    async def __aiter__(self) -> AsyncIterator[ItemT]:
        async for item in await self:
            yield item


class NextPage(Struct, frozen=True):
    """The request for the page behind one.

    `request` and `this` identify it and the request of that page within their list. If
    it is not `certain`, status 404 means that there is no such page.
    """

    token: str
    this: str
    request: str
    call: Callable[[], Complete[Any]]
    certain: bool = True


class Trail(Struct, frozen=True):
    """What a list remembers of earlier pages: the same amount for any number."""

    count: int = 0
    mark: str = ""  # an earlier request: the 1st, 2nd, 4th, 8th, ...
    largest: int = 0  # the most items of a page
    content: int = 0  # the hash of the last page
    equal: int = 0  # how many pages before that had the same


class PagedOperation(Operation[T], kw_only=True, frozen=True):
    """An operation whose answer `T` is a page of a list."""

    pagination: Any  # what has `items` and `following` as LinkPagination does
    trail: Trail = Trail()

    def pages(
        self,
        client: BaseClient,
        options: RequestOptions,
        /,
        *path: Any,
        **arguments: Any,
    ) -> Page[Any]:
        """Ask for a page; see `BaseClient.call`."""
        return cast("Page[Any]", client.call(self(options, *path), **arguments))

    def async_pages(
        self, client: AsyncBaseClient, options: Any, /, *path: object, **arguments: Any
    ) -> AsyncPager[Any]:
        """See `pages`. It is sent when it is awaited or iterated over."""
        return AsyncPager(
            lambda: cast(Any, client).call(self(options, *path), **arguments)
        )

    def finish(
        self, response: AnyResponse, call: Complete[T], session: Session
    ) -> AnyResponse:
        """The page takes the place of the body."""
        page = partial(self._page, call, session, response)
        return structs.replace(response, _decode=page)

    def _page(
        self,
        call: Complete[T],
        session: Session,
        response: AnyResponse,
        _: AnyResponse,
    ) -> Any:
        value = member(response.body, self.pagination.items)
        items = value if is_array(value) else []
        after = self.pagination.following(response, call)
        content = hash(response.content) if items else 0
        follow = partial(self._follow, after, len(items), content, session)
        token = after and redact(after.token, session.secret_names)
        return _page(session, items, token, response, follow)

    def _follow(
        self, after: NextPage | None, items: int, content: int, session: Session
    ) -> Any:
        """The response of the next page, or what awaits it."""
        if after is None:
            raise ValueError("This is the last page; see has_next.")
        count, mark, largest, before, equal = structs.astuple(self.trail)
        equal = equal + 1 if content and content == before else 0
        stuck = equal >= _EQUAL_PAGES and not after.certain
        if stuck or after.request in (after.this, mark):
            raise APIError(f"{self.name}: the list goes round in a circle.")
        mark = mark if count & (count + 1) else after.request
        trail = Trail(count + 1, mark, max(largest, items), content, equal)
        then = structs.replace(self, trail=trail)
        (_, *bound), arguments = after.call()
        call: Any = ((then, *bound), arguments)
        fetched = then._fetch(call, session, after.certain)
        return fetched if session.asynchronous else run_sync(fetched)

    async def _fetch(self, call: Any, session: Session, certain: bool) -> AnyResponse:
        try:
            response: AnyResponse = await resolve(session.again(call))
            return response
        except APIStatusError as error:
            if certain or error.status_code != 404:
                raise
            end = error.response
            follow = partial(self._follow, None, 0, 0, session)
            page = _page(session, [], None, end, follow)
            decode: Callable[[object], Any] = lambda response: page
            return structs.replace(end, _decode=decode)


def _page(
    session: Session,
    items: list[Any],
    token: str | None,
    response: AnyResponse,
    follow: Callable[[], Any],
) -> Any:
    kind: Any = AsyncPage if session.asynchronous else Page
    return kind(items, token, response.body, response, follow)


def argument(arguments: Arguments, path: str) -> Any:
    """What is passed: an argument or, behind a dot, the key of an object that is one."""
    name, _, key = path.partition(".")
    value = arguments.get(name)
    return value if not key else member(plain(value or {}), key)


def with_argument(arguments: Arguments, path: str, value: Any) -> Arguments:
    """The arguments with one that is replaced; see `argument`."""
    name, _, key = path.partition(".")
    if key:
        value = {**plain(arguments.get(name) or {}), key: value}
    return {**arguments, name: value}


def member(value: Any, path: str) -> Any:
    for name in path.split(".") if path else ():
        value = value.get(name) if is_object(value) else getattr(value, name, None)
    return value
