# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/things`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.parameters import Query
from .._runtime.views import async_raw, async_streamed, raw, streamed

_LIST: Operation[None] = Operation(
    "GET /things",
    parameters={"kind": Query("kind")},
    success={204: None},
)


class ThingsResource(Resource[BaseClient]):
    """The operations of `client.things`."""

    def list(
        self,
        *,
        kind: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """List **things** & others.

        Lists the `Thing`s of [an account](https://example.com/accounts). All of
        **them**.

        Kinds:
        - one
        - two
          1. inner *first*
          2. inner second

        Use `<b>code</b>` and <your-key>, a < b, a<b, <https://example.com> and <code>.

        First
        second
        third.

        ### An example

        ```
        if a < b:
            go()
        ```

        | Column | Meaning |
        |--------|---------|
        | `a`    | one two |

        ```html
        <p>stays</p>
        ```

        Args:
            kind: The kind.

                - `a`: A
                - `b`: B

        Raises: NotFoundError: The *shelf* is gone.
        """
        return self._client.call(_LIST(options), kind=kind)

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
        self.list = raw(resource.list)


class _StreamedThingsResource:
    def __init__(self, resource: ThingsResource) -> None:
        self.list = streamed(resource.list)


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Async version of `ThingsResource`."""

    async def list(
        self,
        *,
        kind: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """List **things** & others.

        Lists the `Thing`s of [an account](https://example.com/accounts). All of
        **them**.

        Kinds:
        - one
        - two
          1. inner *first*
          2. inner second

        Use `<b>code</b>` and <your-key>, a < b, a<b, <https://example.com> and <code>.

        First
        second
        third.

        ### An example

        ```
        if a < b:
            go()
        ```

        | Column | Meaning |
        |--------|---------|
        | `a`    | one two |

        ```html
        <p>stays</p>
        ```

        Args:
            kind: The kind.

                - `a`: A
                - `b`: B

        Raises: NotFoundError: The *shelf* is gone.
        """
        return await self._client.call(_LIST(options), kind=kind)

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
        self.list = async_raw(resource.list)


class _StreamedAsyncThingsResource:
    def __init__(self, resource: AsyncThingsResource) -> None:
        self.list = async_streamed(resource.list)
