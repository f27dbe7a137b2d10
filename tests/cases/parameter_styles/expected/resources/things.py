# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.cookies import Cookie
from .._runtime.operation import Operation, RequestOptions
from .._runtime.parameters import Header, Path, Query
from .._runtime.urlencoded import QueryString
from .._runtime.views import async_raw, async_streamed, raw, streamed

if TYPE_CHECKING:
    from ..models import SearchThingsCriteria, SearchThingsCriteriaDict

_GET: Operation[None] = Operation(
    "GET /things/{id}",
    path_styles={"id": Path("id", allow_reserved=True)},
    parameters={
        "spaces": Query("spaces", style="spaceDelimited", explode=False),
        "pipes": Query("pipes", style="pipeDelimited", explode=False),
        "deep": Query("deep", style="deepObject"),
        "reserved": Query("reserved", allow_reserved=True),
        "text": Query("text", content="text/plain"),
        "x_exploded": Header("X-Exploded", explode=True),
        "raw": Cookie("raw", style="cookie"),
        "whole": Cookie("whole", explode=False),
        "odd": Header("odd"),
    },
    success={204: None},
)

_SEARCH: Operation[None] = Operation(
    "GET /search",
    parameters={"criteria": QueryString("criteria")},
    success={204: None},
)

_SELECT: Operation[None] = Operation(
    "GET /select",
    parameters={"path": QueryString("path", content="application/jsonpath")},
    success={204: None},
)


class ThingsResource(Resource[BaseClient]):
    """The operations of `client.things`."""

    def get(
        self,
        id: str,
        /,
        *,
        spaces: Sequence[str] | None = None,
        pipes: Sequence[str] | None = None,
        deep: Mapping[str, str] | None = None,
        reserved: str | None = None,
        text: str | None = None,
        x_exploded: Mapping[str, str] | None = None,
        raw: str | None = None,
        whole: Sequence[str] | None = None,
        odd: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /things/{id}.

        Args:
            id: `id` in the path.
            spaces: `spaces` in the query.
            pipes: `pipes` in the query.
            deep: `deep` in the query.
            reserved: `reserved` in the query.
            text: `text` in the query.
            x_exploded: The header `X-Exploded`.
            raw: The cookie `raw`.
            whole: The cookie `whole`.
            odd: The header `odd`.
        """
        return self._client.call(
            _GET(options, id),
            spaces=spaces,
            pipes=pipes,
            deep=deep,
            reserved=reserved,
            text=text,
            x_exploded=x_exploded,
            raw=raw,
            whole=whole,
            odd=odd,
        )

    def search(
        self,
        *,
        criteria: SearchThingsCriteria | SearchThingsCriteriaDict,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /search.

        Args:
            criteria: The whole query.
        """
        return self._client.call(_SEARCH(options), criteria=criteria)

    def select(
        self,
        *,
        path: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /select.

        Args:
            path: The whole query.
        """
        return self._client.call(_SELECT(options), path=path)

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
        self.get = raw(resource.get)
        self.search = raw(resource.search)
        self.select = raw(resource.select)


class _StreamedThingsResource:
    def __init__(self, resource: ThingsResource) -> None:
        self.get = streamed(resource.get)
        self.search = streamed(resource.search)
        self.select = streamed(resource.select)


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Async version of `ThingsResource`."""

    async def get(
        self,
        id: str,
        /,
        *,
        spaces: Sequence[str] | None = None,
        pipes: Sequence[str] | None = None,
        deep: Mapping[str, str] | None = None,
        reserved: str | None = None,
        text: str | None = None,
        x_exploded: Mapping[str, str] | None = None,
        raw: str | None = None,
        whole: Sequence[str] | None = None,
        odd: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /things/{id}.

        Args:
            id: `id` in the path.
            spaces: `spaces` in the query.
            pipes: `pipes` in the query.
            deep: `deep` in the query.
            reserved: `reserved` in the query.
            text: `text` in the query.
            x_exploded: The header `X-Exploded`.
            raw: The cookie `raw`.
            whole: The cookie `whole`.
            odd: The header `odd`.
        """
        return await self._client.call(
            _GET(options, id),
            spaces=spaces,
            pipes=pipes,
            deep=deep,
            reserved=reserved,
            text=text,
            x_exploded=x_exploded,
            raw=raw,
            whole=whole,
            odd=odd,
        )

    async def search(
        self,
        *,
        criteria: SearchThingsCriteria | SearchThingsCriteriaDict,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /search.

        Args:
            criteria: The whole query.
        """
        return await self._client.call(_SEARCH(options), criteria=criteria)

    async def select(
        self,
        *,
        path: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /select.

        Args:
            path: The whole query.
        """
        return await self._client.call(_SELECT(options), path=path)

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
        self.get = async_raw(resource.get)
        self.search = async_raw(resource.search)
        self.select = async_raw(resource.select)


class _StreamedAsyncThingsResource:
    def __init__(self, resource: AsyncThingsResource) -> None:
        self.get = async_streamed(resource.get)
        self.search = async_streamed(resource.search)
        self.select = async_streamed(resource.select)
