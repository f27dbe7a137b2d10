# Part of the client's runtime, the same in every client. Do not edit.
"""Lists that come in pages."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator
from typing import Any, Generic, TypeVar

from .errors import APIError
from .operation import Operation

ItemT = TypeVar("ItemT")
BodyT = TypeVar("BodyT")


class _Page(Generic[ItemT, BodyT]):
    """What both kinds share: the items of one page, and how to ask for the next.

    Attributes:
        body: The page as the server sent it.
        items: Its items.
        next_token: What asks for the next page; None on the last.
    """

    def __init__(
        self,
        operation: Operation[Any],
        arguments: dict[str, object],
        body: BodyT,
        fetch: Callable[[dict[str, object]], Any],
    ) -> None:
        if operation.pagination is None:
            raise TypeError(f"{operation.name} has no pages.")
        self._operation = operation.name
        self._parameter = operation.pagination.parameter
        self._arguments = arguments
        self._fetch = fetch
        self.body = body
        self.items: list[ItemT] = operation.pagination.items_of(body)
        self.next_token = operation.pagination.token_of(body)

    def has_next_page(self) -> bool:
        """Whether there are more pages."""
        return self.next_token is not None

    def __repr__(self) -> str:
        more = "more" if self.has_next_page() else "no more"
        return f"<{type(self).__name__} of {len(self.items)} items, {more} to come>"

    def _next_arguments(self) -> dict[str, object]:
        if self.next_token is None:
            raise ValueError("This is the last page; see has_next_page().")
        if self.next_token == self._arguments.get(self._parameter):
            raise APIError(f"{self._operation}: a page names itself as the next one.")
        return {**self._arguments, self._parameter: self.next_token}


class Page(_Page[ItemT, BodyT]):
    """One page. Iterating over it yields all items, of this page and of later ones."""

    def next_page(self) -> Page[ItemT, BodyT]:
        """Ask for the next page.

        Raises:
            ValueError: This is the last one.
            APIError: As the first call; also where the server repeats a page for ever.
        """
        page: Page[ItemT, BodyT] = self._fetch(self._next_arguments())
        return page

    def pages(self) -> Iterator[Page[ItemT, BodyT]]:
        """This page and all later ones; each is asked for when it is reached."""
        page = self
        yield page
        while page.has_next_page():
            page = page.next_page()
            yield page

    def __iter__(self) -> Iterator[ItemT]:
        return (item for page in self.pages() for item in page.items)


class AsyncPage(_Page[ItemT, BodyT]):
    """Asynchronous twin of `Page`."""

    async def next_page(self) -> AsyncPage[ItemT, BodyT]:
        """See `Page.next_page`."""
        page: AsyncPage[ItemT, BodyT] = await self._fetch(self._next_arguments())
        return page

    async def pages(self) -> AsyncIterator[AsyncPage[ItemT, BodyT]]:
        """See `Page.pages`."""
        page = self
        yield page
        while page.has_next_page():
            page = await page.next_page()
            yield page

    def __aiter__(self) -> AsyncIterator[ItemT]:
        return (item async for page in self.pages() for item in page.items)


class AsyncPager(Generic[ItemT, BodyT]):
    """A list not asked for yet: await it for the first page, or iterate over all items."""

    def __init__(self, first: Callable[[], Awaitable[AsyncPage[ItemT, BodyT]]]) -> None:
        self._first = first

    def __await__(self) -> Generator[Any, None, AsyncPage[ItemT, BodyT]]:
        return self._first().__await__()

    async def __aiter__(self) -> AsyncIterator[ItemT]:
        async for item in await self:
            yield item
