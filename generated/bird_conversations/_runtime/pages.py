# Part of the client's runtime, the same in every client. Do not edit.
"""Lists that come in pages, each of which is asked for when it is reached."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar, cast

from msgspec import Struct, structs

from .errors import APIError
from .model import is_array, is_object
from .operation import Answer, Complete, Operation, RequestOptions, Session
from .transport import Response, T

if TYPE_CHECKING:
    from .client import AsyncBaseClient, BaseClient

ItemT = TypeVar("ItemT")
Following: TypeAlias = tuple[str, Callable[[], Complete[Any]]]  # a token, its call


class _Page(Struct, Generic[ItemT, T], frozen=True, eq=False):
    items: list[ItemT]
    next_token: str | None  # what asks for the next page; None on the last
    body: T  # the page as the server sent it
    raw_response: Response[T]
    _following: Callable[[], Any]

    @property
    def has_next(self) -> bool:
        return self.next_token is not None


class Page(_Page[ItemT, T], frozen=True, eq=False):
    """One page. Iterating over it yields all items, of this page and of later ones."""

    def next_page(self) -> Page[ItemT, T]:
        """Ask for the next page. ValueError: there is none. APIError: a circle."""
        page: Page[ItemT, T] = self._following().body
        return page

    def pages(self) -> Iterator[Page[ItemT, T]]:
        """This page and all later ones; each is asked for when it is reached."""
        page = self
        del self  # so that it does not stay
        yield page
        while page.has_next:
            yield (page := page.next_page())

    def __iter__(self) -> Iterator[ItemT]:
        return (item for page in self.pages() for item in page.items)


class AsyncPage(_Page[ItemT, T], frozen=True, eq=False):
    """Asynchronous twin of `Page`."""

    async def next_page(self) -> AsyncPage[ItemT, T]:
        page: AsyncPage[ItemT, T] = (await self._following()).body
        return page

    async def pages(self) -> AsyncIterator[AsyncPage[ItemT, T]]:
        page = self
        del self
        yield page
        while page.has_next:
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
    """The field `token` goes into the argument `parameter`; dots lead to nested fields."""

    items: str
    token: str
    parameter: str

    def following(self, answer: Answer, call: Complete[Any]) -> Following | None:
        token = member(answer.body, self.token)
        if not isinstance(token, (str, int)) or token == "":
            return None
        return str(token), lambda: (call[0], {**call[1], self.parameter: str(token)})


class PagedOperation(Operation[T], kw_only=True, frozen=True):
    """An operation whose answer `T` is a page of a list."""

    pagination: Any  # TokenPagination, or what has `items` and `following` as it does
    trail: tuple[int, str, str, int] = (0, "", "", 0)  # pages, tokens, the last content

    def pages(
        self, client: BaseClient, options: RequestOptions, /, *path: Any, **given: Any
    ) -> Page[Any, T]:
        """Ask for a page; see `BaseClient.call`."""
        return cast("Page[Any, T]", client.call(self(options, *path), **given))

    def async_pages(
        self, client: AsyncBaseClient, options: Any, /, *path: object, **given: Any
    ) -> AsyncPager[Any, T]:
        """See `pages`. It is sent when it is awaited or iterated over."""
        return AsyncPager(lambda: cast(Any, client).call(self(options, *path), **given))

    def finish(self, answer: Answer, call: Complete[T], session: Session) -> Answer:
        """The page takes the place of the body."""
        found = member(answer.body, self.pagination.items)
        items = found if is_array(found) else []
        token, turn = self.pagination.following(answer, call) or (None, None)
        content = hash(answer.content) if items else 0

        def following() -> Any:
            count, mark, last, before = self.trail
            if turn is None:
                raise ValueError("This is the last page; see has_next.")
            if count and (token in (mark, last) or content and content == before):
                raise APIError(f"{self.name}: the list goes round in a circle.")
            at = mark if count & (count + 1) else token  # after 1, 2, 4, ... pages
            then = structs.replace(self, trail=(count + 1, at, token, content))
            (_, *bound), given = turn()
            return session.again(((then, *bound), given))

        kind: Any = AsyncPage if session.asynchronous else Page
        page = kind(items, token, answer.body, answer, following)
        return structs.replace(answer, body=page)


def member(value: Any, path: str) -> Any:
    for name in path.split(".") if path else ():
        value = value.get(name) if is_object(value) else getattr(value, name, None)
    return value
