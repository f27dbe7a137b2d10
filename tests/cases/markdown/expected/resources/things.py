# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.parameters import Query
from .._runtime.views import async_raw, async_streamed, raw, streamed

_ADD: Operation[None] = Operation(
    "POST /things",
    success={204: None},
)

_DELETE: Operation[None] = Operation(
    "DELETE /things",
    success={204: None},
)

_LIST: Operation[Any] = Operation(
    "GET /things",
    accept="application/json, */*;q=0.9",
    parameters={"kind": Query("kind")},
    success={200: Any},
)

_LIST_OTHERS: Operation[None] = Operation(
    "GET /others",
    success={204: None},
)


class ThingsResource(Resource[BaseClient]):
    """The operations of `client.things`."""

    def add(self, **options: Unpack[RequestOptions]) -> None:
        """Adds a thing, e.g. a book, to the shelf.

        It goes on the top of all others.

        - There has to be a place for it.

        Nothing else.

        Raises: NotFoundError: The shelf is gone.
        """
        return self._client.call(_ADD(options))

    def delete(self, **options: Unpack[RequestOptions]) -> None:
        """DELETE /things.

        Raises:
            AuthenticationError
            NotFoundError: The shelf is gone.
        """
        return self._client.call(_DELETE(options))

    def list(
        self,
        *,
        kind: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Any:
        """List things.

        Things come in an order.

        - The first item is long enough that it has to be wrapped, and it goes on in the
          next line of the document.
          * An item within it. With a second line.
          * Another one

            And its second paragraph.
        - The second item
        Not a part of it, as it is not indented.

        1. One
           - Inside of one
        2. Two
        10) Ten

        | Column | A second column of a table whose rows are too long for a line of code | Third |
        |--------|------------------------------------------------------------------------|-------|
        | `a`    | What stands here is as long as it is, and stays a row of the table | x |

        Name | Meaning
        --- | ---
        without | bars at the ends

        A title
        -------

        > Quoted.

        ```sh
          curl   https://example.com/things
        ```

        Args:
            kind: One of:
                - `small`: a thing that is not large, and that can be sent by post
                  without any trouble
                - `large`: another

        Raises: AuthenticationError, NotFoundError, UnprocessableEntityError.
        """
        return self._client.call(_LIST(options), kind=kind)

    def list_others(self, **options: Unpack[RequestOptions]) -> None:
        """- An item of a list that is all that there is, and long enough to go on in
        the next line.
        """
        return self._client.call(_LIST_OTHERS(options))

    @cached_property
    def with_raw_response(self) -> _RawThingsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawThingsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedThingsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedThingsResource(self._returning("stream"))


class _RawThingsResource:
    def __init__(self, resource: ThingsResource) -> None:
        self.add = raw(resource.add)
        self.delete = raw(resource.delete)
        self.list = raw(resource.list)
        self.list_others = raw(resource.list_others)


class _StreamedThingsResource:
    def __init__(self, resource: ThingsResource) -> None:
        self.add = streamed(resource.add)
        self.delete = streamed(resource.delete)
        self.list = streamed(resource.list)
        self.list_others = streamed(resource.list_others)


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Async version of `ThingsResource`."""

    async def add(self, **options: Unpack[RequestOptions]) -> None:
        """Adds a thing, e.g. a book, to the shelf.

        It goes on the top of all others.

        - There has to be a place for it.

        Nothing else.

        Raises: NotFoundError: The shelf is gone.
        """
        return await self._client.call(_ADD(options))

    async def delete(self, **options: Unpack[RequestOptions]) -> None:
        """DELETE /things.

        Raises:
            AuthenticationError
            NotFoundError: The shelf is gone.
        """
        return await self._client.call(_DELETE(options))

    async def list(
        self,
        *,
        kind: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Any:
        """List things.

        Things come in an order.

        - The first item is long enough that it has to be wrapped, and it goes on in the
          next line of the document.
          * An item within it. With a second line.
          * Another one

            And its second paragraph.
        - The second item
        Not a part of it, as it is not indented.

        1. One
           - Inside of one
        2. Two
        10) Ten

        | Column | A second column of a table whose rows are too long for a line of code | Third |
        |--------|------------------------------------------------------------------------|-------|
        | `a`    | What stands here is as long as it is, and stays a row of the table | x |

        Name | Meaning
        --- | ---
        without | bars at the ends

        A title
        -------

        > Quoted.

        ```sh
          curl   https://example.com/things
        ```

        Args:
            kind: One of:
                - `small`: a thing that is not large, and that can be sent by post
                  without any trouble
                - `large`: another

        Raises: AuthenticationError, NotFoundError, UnprocessableEntityError.
        """
        return await self._client.call(_LIST(options), kind=kind)

    async def list_others(self, **options: Unpack[RequestOptions]) -> None:
        """- An item of a list that is all that there is, and long enough to go on in
        the next line.
        """
        return await self._client.call(_LIST_OTHERS(options))

    @cached_property
    def with_raw_response(self) -> _RawAsyncThingsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncThingsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncThingsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncThingsResource(self._returning("stream"))


class _RawAsyncThingsResource:
    def __init__(self, resource: AsyncThingsResource) -> None:
        self.add = async_raw(resource.add)
        self.delete = async_raw(resource.delete)
        self.list = async_raw(resource.list)
        self.list_others = async_raw(resource.list_others)


class _StreamedAsyncThingsResource:
    def __init__(self, resource: AsyncThingsResource) -> None:
        self.add = async_streamed(resource.add)
        self.delete = async_streamed(resource.delete)
        self.list = async_streamed(resource.list)
        self.list_others = async_streamed(resource.list_others)
