# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.uploads import RawBody, RawContent
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import GetAnyResponse, GetObjectResponse, GetRankResponse, Ratio

_GET_ANY: Operation[GetAnyResponse] = Operation(
    "GET /any",
    accept="*/*",
    success={200: GetAnyResponse},
)

_GET_COUNT: Operation[int] = Operation(
    "GET /count",
    accept="text/plain",
    success={200: int},
)

_GET_DAY: Operation[date] = Operation(
    "GET /day",
    accept="text/plain",
    success={200: date},
)

_GET_EITHER: Operation[int | bool] = Operation(
    "GET /either",
    accept="text/plain",
    success={200: int | bool},
)

_GET_FILE: Operation[bytes] = Operation(
    "GET /file",
    accept="*/*",
    success={200: bytes},
)

_GET_OBJECT: Operation[GetObjectResponse] = Operation(
    "GET /object",
    accept="APPLICATION/JSON",
    success={200: GetObjectResponse},
)

_GET_RANK: Operation[GetRankResponse] = Operation(
    "GET /rank",
    accept="text/plain",
    success={200: GetRankResponse},
)

_GET_RATIO: Operation[Ratio] = Operation(
    "GET /ratio",
    accept="Text/Plain; charset=utf-8",
    success={200: Ratio},
)

_GET_READY: Operation[bool | None] = Operation(
    "GET /ready",
    accept="text/plain",
    success={200: bool | None},
)

_GET_TABLE: Operation[str] = Operation(
    "GET /table",
    accept="text/csv",
    success={200: str},
)

_GET_TEXT: Operation[str] = Operation(
    "GET /text",
    accept="text/plain",
    success={200: str},
    errors={"default": int},
)

_UPDATE_COUNT: Operation[None] = Operation(
    "PUT /count",
    body=RawBody("text/plain"),
    success={204: None},
)

_UPDATE_DAY: Operation[None] = Operation(
    "PUT /day",
    body=RawBody("text/plain"),
    success={204: None},
)

_UPDATE_READY: Operation[None] = Operation(
    "PUT /ready",
    body=RawBody("text/plain"),
    success={204: None},
)


class ValuesResource(Resource[BaseClient]):
    """The operations of `client.values`."""

    def get_any(self, **options: Unpack[RequestOptions]) -> GetAnyResponse:
        """GET /any."""
        return self._client.call(_GET_ANY(options))

    def get_count(self, **options: Unpack[RequestOptions]) -> int:
        """GET /count."""
        return self._client.call(_GET_COUNT(options))

    def get_day(self, **options: Unpack[RequestOptions]) -> date:
        """GET /day."""
        return self._client.call(_GET_DAY(options))

    def get_either(self, **options: Unpack[RequestOptions]) -> int | bool:
        """GET /either."""
        return self._client.call(_GET_EITHER(options))

    def get_file(self, **options: Unpack[RequestOptions]) -> bytes:
        """GET /file."""
        return self._client.call(_GET_FILE(options))

    def get_object(self, **options: Unpack[RequestOptions]) -> GetObjectResponse:
        """GET /object."""
        return self._client.call(_GET_OBJECT(options))

    def get_rank(self, **options: Unpack[RequestOptions]) -> GetRankResponse:
        """GET /rank."""
        return self._client.call(_GET_RANK(options))

    def get_ratio(self, **options: Unpack[RequestOptions]) -> Ratio:
        """GET /ratio."""
        return self._client.call(_GET_RATIO(options))

    def get_ready(self, **options: Unpack[RequestOptions]) -> bool | None:
        """GET /ready."""
        return self._client.call(_GET_READY(options))

    def get_table(self, **options: Unpack[RequestOptions]) -> str:
        """GET /table."""
        return self._client.call(_GET_TABLE(options))

    def get_text(self, **options: Unpack[RequestOptions]) -> str:
        """GET /text."""
        return self._client.call(_GET_TEXT(options))

    def update_count(
        self,
        *,
        body: int | str | RawContent,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /count.

        Args:
            body: The body, as `text/plain`.
        """
        return self._client.call(_UPDATE_COUNT(options), body=body)

    def update_day(
        self,
        *,
        body: date | str | RawContent,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /day.

        Args:
            body: The body, as `text/plain`.
        """
        return self._client.call(_UPDATE_DAY(options), body=body)

    def update_ready(
        self,
        *,
        body: bool | str | RawContent,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /ready.

        Args:
            body: The body, as `text/plain`.
        """
        return self._client.call(_UPDATE_READY(options), body=body)

    @cached_property
    def with_raw_response(self) -> _RawValuesResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawValuesResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedValuesResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedValuesResource(self._returning("stream"))


class _RawValuesResource:
    def __init__(self, resource: ValuesResource) -> None:
        self.get_any = raw(resource.get_any)
        self.get_count = raw(resource.get_count)
        self.get_day = raw(resource.get_day)
        self.get_either = raw(resource.get_either)
        self.get_file = raw(resource.get_file)
        self.get_object = raw(resource.get_object)
        self.get_rank = raw(resource.get_rank)
        self.get_ratio = raw(resource.get_ratio)
        self.get_ready = raw(resource.get_ready)
        self.get_table = raw(resource.get_table)
        self.get_text = raw(resource.get_text)
        self.update_count = raw(resource.update_count)
        self.update_day = raw(resource.update_day)
        self.update_ready = raw(resource.update_ready)


class _StreamedValuesResource:
    def __init__(self, resource: ValuesResource) -> None:
        self.get_any = streamed(resource.get_any)
        self.get_count = streamed(resource.get_count)
        self.get_day = streamed(resource.get_day)
        self.get_either = streamed(resource.get_either)
        self.get_file = streamed(resource.get_file)
        self.get_object = streamed(resource.get_object)
        self.get_rank = streamed(resource.get_rank)
        self.get_ratio = streamed(resource.get_ratio)
        self.get_ready = streamed(resource.get_ready)
        self.get_table = streamed(resource.get_table)
        self.get_text = streamed(resource.get_text)
        self.update_count = streamed(resource.update_count)
        self.update_day = streamed(resource.update_day)
        self.update_ready = streamed(resource.update_ready)


class AsyncValuesResource(Resource[AsyncBaseClient]):
    """Async version of `ValuesResource`."""

    async def get_any(self, **options: Unpack[RequestOptions]) -> GetAnyResponse:
        """GET /any."""
        return await self._client.call(_GET_ANY(options))

    async def get_count(self, **options: Unpack[RequestOptions]) -> int:
        """GET /count."""
        return await self._client.call(_GET_COUNT(options))

    async def get_day(self, **options: Unpack[RequestOptions]) -> date:
        """GET /day."""
        return await self._client.call(_GET_DAY(options))

    async def get_either(self, **options: Unpack[RequestOptions]) -> int | bool:
        """GET /either."""
        return await self._client.call(_GET_EITHER(options))

    async def get_file(self, **options: Unpack[RequestOptions]) -> bytes:
        """GET /file."""
        return await self._client.call(_GET_FILE(options))

    async def get_object(self, **options: Unpack[RequestOptions]) -> GetObjectResponse:
        """GET /object."""
        return await self._client.call(_GET_OBJECT(options))

    async def get_rank(self, **options: Unpack[RequestOptions]) -> GetRankResponse:
        """GET /rank."""
        return await self._client.call(_GET_RANK(options))

    async def get_ratio(self, **options: Unpack[RequestOptions]) -> Ratio:
        """GET /ratio."""
        return await self._client.call(_GET_RATIO(options))

    async def get_ready(self, **options: Unpack[RequestOptions]) -> bool | None:
        """GET /ready."""
        return await self._client.call(_GET_READY(options))

    async def get_table(self, **options: Unpack[RequestOptions]) -> str:
        """GET /table."""
        return await self._client.call(_GET_TABLE(options))

    async def get_text(self, **options: Unpack[RequestOptions]) -> str:
        """GET /text."""
        return await self._client.call(_GET_TEXT(options))

    async def update_count(
        self,
        *,
        body: int | str | RawContent,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /count.

        Args:
            body: The body, as `text/plain`.
        """
        return await self._client.call(_UPDATE_COUNT(options), body=body)

    async def update_day(
        self,
        *,
        body: date | str | RawContent,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /day.

        Args:
            body: The body, as `text/plain`.
        """
        return await self._client.call(_UPDATE_DAY(options), body=body)

    async def update_ready(
        self,
        *,
        body: bool | str | RawContent,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /ready.

        Args:
            body: The body, as `text/plain`.
        """
        return await self._client.call(_UPDATE_READY(options), body=body)

    @cached_property
    def with_raw_response(self) -> _RawAsyncValuesResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncValuesResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncValuesResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncValuesResource(self._returning("stream"))


class _RawAsyncValuesResource:
    def __init__(self, resource: AsyncValuesResource) -> None:
        self.get_any = async_raw(resource.get_any)
        self.get_count = async_raw(resource.get_count)
        self.get_day = async_raw(resource.get_day)
        self.get_either = async_raw(resource.get_either)
        self.get_file = async_raw(resource.get_file)
        self.get_object = async_raw(resource.get_object)
        self.get_rank = async_raw(resource.get_rank)
        self.get_ratio = async_raw(resource.get_ratio)
        self.get_ready = async_raw(resource.get_ready)
        self.get_table = async_raw(resource.get_table)
        self.get_text = async_raw(resource.get_text)
        self.update_count = async_raw(resource.update_count)
        self.update_day = async_raw(resource.update_day)
        self.update_ready = async_raw(resource.update_ready)


class _StreamedAsyncValuesResource:
    def __init__(self, resource: AsyncValuesResource) -> None:
        self.get_any = async_streamed(resource.get_any)
        self.get_count = async_streamed(resource.get_count)
        self.get_day = async_streamed(resource.get_day)
        self.get_either = async_streamed(resource.get_either)
        self.get_file = async_streamed(resource.get_file)
        self.get_object = async_streamed(resource.get_object)
        self.get_rank = async_streamed(resource.get_rank)
        self.get_ratio = async_streamed(resource.get_ratio)
        self.get_ready = async_streamed(resource.get_ready)
        self.get_table = async_streamed(resource.get_table)
        self.get_text = async_streamed(resource.get_text)
        self.update_count = async_streamed(resource.update_count)
        self.update_day = async_streamed(resource.update_day)
        self.update_ready = async_streamed(resource.update_ready)
