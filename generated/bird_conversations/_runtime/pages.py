# Part of the client's runtime, the same in every client. Do not edit.
"""Lists that come in pages, each of which is asked for when it is reached."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from msgspec import Struct, structs

from .errors import APIError
from .model import is_array, is_object
from .operation import Again, Answer, Arguments, Operation, RequestOptions
from .transport import T

if TYPE_CHECKING:
    from .client import AsyncBaseClient, BaseClient

ItemT = TypeVar("ItemT")


class _Page(Struct, Generic[ItemT, T], frozen=True):
    items: list[ItemT]
    next_token: str | None  # asks for the next page; None on the last
    body: T  # the page as the server sent it
    _following: Callable[[], Any]

    def has_next_page(self) -> bool:
        """Whether there are more pages."""
        return self.next_token is not None


class Page(_Page[ItemT, T], frozen=True):
    """One page. Iterating over it yields all items, of this page and of later ones."""

    def next_page(self) -> Page[ItemT, T]:
        """Ask for the next page; ValueError if this is the last one."""
        page: Page[ItemT, T] = self._following().body
        return page

    def pages(self) -> Iterator[Page[ItemT, T]]:
        """This page and all later ones; each is asked for when it is reached."""
        yield (page := self)
        while page.has_next_page():
            yield (page := page.next_page())

    def __iter__(self) -> Iterator[ItemT]:
        return (item for page in self.pages() for item in page.items)


class AsyncPage(_Page[ItemT, T], frozen=True):
    """Asynchronous twin of `Page`."""

    async def next_page(self) -> AsyncPage[ItemT, T]:
        page: AsyncPage[ItemT, T] = (await self._following()).body
        return page

    async def pages(self) -> AsyncIterator[AsyncPage[ItemT, T]]:
        yield (page := self)
        while page.has_next_page():
            yield (page := await page.next_page())

    def __aiter__(self) -> AsyncIterator[ItemT]:
        return (item async for page in self.pages() for item in page.items)


class AsyncPager(Struct, Generic[ItemT, T], frozen=True):
    """A list not asked for yet: await it for the first page, or iterate over all items."""

    _first: Callable[[], Awaitable[AsyncPage[ItemT, T]]]

    def __await__(self) -> Generator[Any, None, AsyncPage[ItemT, T]]:
        return self._first().__await__()

    async def __aiter__(self) -> AsyncIterator[ItemT]:
        async for item in await self:
            yield item


class TokenPagination(Struct, frozen=True):
    """Each page has a token for the argument `parameter` of the call for the next.

    `items` and `token` are fields of the page, with dots where they are nested.
    """

    items: str
    token: str
    parameter: str

    def read(self, page: object) -> tuple[list[Any], str | None]:
        """Items, none of which are in a null or a missing list, and the next token."""
        items, token = _member(page, self.items), _member(page, self.token)
        going_on = isinstance(token, (str, int)) and token != ""
        return items if is_array(items) else [], str(token) if going_on else None


class PagedOperation(Operation[T], kw_only=True, frozen=True):
    """An operation whose answer `T` is a page of a list."""

    pagination: TokenPagination

    def pages(
        self,
        client: BaseClient,
        options: RequestOptions,
        /,
        *path: object,
        **given: Any,
    ) -> Page[Any, T]:
        """Ask for a page; see `BaseClient.call`."""
        return cast("Page[Any, T]", client.call(self(options, *path), **given))

    def async_pages(
        self,
        client: AsyncBaseClient,
        options: RequestOptions,
        /,
        *path: object,
        **given: Any,
    ) -> AsyncPager[Any, T]:
        """See `pages`. It is sent when it is awaited or iterated over."""
        call: Any = client.call
        return AsyncPager(lambda: call(self(options, *path), **given))

    def finish(
        self, answer: Answer, given: Arguments, again: Again, asynchronous: bool
    ) -> Answer:
        """The page takes the place of the body."""
        body, parameter = answer.body, self.pagination.parameter
        items, token = self.pagination.read(body)

        def following() -> Any:
            if token is None:
                raise ValueError("This is the last page; see has_next_page().")
            if token == given.get(parameter):
                raise APIError(f"{self.name}: a page names itself as the next.")
            return again({**given, parameter: token})

        page = (AsyncPage if asynchronous else Page)(items, token, body, following)
        return structs.replace(answer, body=page)


def _member(value: Any, path: str) -> Any:
    for name in path.split("."):
        value = value.get(name) if is_object(value) else getattr(value, name, None)
    return value
