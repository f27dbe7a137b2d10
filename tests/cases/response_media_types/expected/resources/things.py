# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.uploads import RawBody, RawContent
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import Thing

_CREATE_LOG: Operation[None] = Operation(
    "POST /logs",
    body=RawBody("application/ndjson"),
    success={204: None},
)

_GET: Operation[Thing] = Operation(
    "GET /things",
    accept="*/*",
    success={200: Thing},
)

_GET_FILE: Operation[bytes] = Operation(
    "GET /files",
    accept="*/*",
    success={200: bytes},
)

_GET_NOTE: Operation[str] = Operation(
    "GET /notes/{id}",
    accept="Text/Plain; charset=utf-8",
    success={200: str},
)

_GET_REPORT: Operation[Thing | str] = Operation(
    "GET /reports",
    accept="application/json, text/plain",
    success={200: Thing, 202: str},
)

_PUT_NOTE: Operation[Thing] = Operation(
    "PUT /notes/{id}",
    body=RawBody("Text/Markdown"),
    accept="Application/JSON",
    success={200: Thing},
)


class ThingsResource(Resource[BaseClient]):
    """The operations of `client.things`."""

    def create_log(
        self,
        *,
        body: str | RawContent,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /logs.

        Args:
            body: The body, as `application/ndjson`.
        """
        return self._client.call(_CREATE_LOG(options), body=body)

    def get(self, **options: Unpack[RequestOptions]) -> Thing:
        """GET /things."""
        return self._client.call(_GET(options))

    def get_file(self, **options: Unpack[RequestOptions]) -> bytes:
        """GET /files."""
        return self._client.call(_GET_FILE(options))

    def get_note(self, id: str, /, **options: Unpack[RequestOptions]) -> str:
        """GET /notes/{id}.

        Args:
            id: `id` in the path.
        """
        return self._client.call(_GET_NOTE(options, id))

    def get_report(self, **options: Unpack[RequestOptions]) -> Thing | str:
        """GET /reports."""
        return self._client.call(_GET_REPORT(options))

    def put_note(
        self,
        id: str,
        /,
        *,
        body: str | RawContent,
        **options: Unpack[RequestOptions],
    ) -> Thing:
        """PUT /notes/{id}.

        Args:
            id: `id` in the path.
            body: The body, as `Text/Markdown`.
        """
        return self._client.call(_PUT_NOTE(options, id), body=body)

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
        self.create_log = raw(resource.create_log)
        self.get = raw(resource.get)
        self.get_file = raw(resource.get_file)
        self.get_note = raw(resource.get_note)
        self.get_report = raw(resource.get_report)
        self.put_note = raw(resource.put_note)


class _StreamedThingsResource:
    def __init__(self, resource: ThingsResource) -> None:
        self.create_log = streamed(resource.create_log)
        self.get = streamed(resource.get)
        self.get_file = streamed(resource.get_file)
        self.get_note = streamed(resource.get_note)
        self.get_report = streamed(resource.get_report)
        self.put_note = streamed(resource.put_note)


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Async version of `ThingsResource`."""

    async def create_log(
        self,
        *,
        body: str | RawContent,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /logs.

        Args:
            body: The body, as `application/ndjson`.
        """
        return await self._client.call(_CREATE_LOG(options), body=body)

    async def get(self, **options: Unpack[RequestOptions]) -> Thing:
        """GET /things."""
        return await self._client.call(_GET(options))

    async def get_file(self, **options: Unpack[RequestOptions]) -> bytes:
        """GET /files."""
        return await self._client.call(_GET_FILE(options))

    async def get_note(self, id: str, /, **options: Unpack[RequestOptions]) -> str:
        """GET /notes/{id}.

        Args:
            id: `id` in the path.
        """
        return await self._client.call(_GET_NOTE(options, id))

    async def get_report(self, **options: Unpack[RequestOptions]) -> Thing | str:
        """GET /reports."""
        return await self._client.call(_GET_REPORT(options))

    async def put_note(
        self,
        id: str,
        /,
        *,
        body: str | RawContent,
        **options: Unpack[RequestOptions],
    ) -> Thing:
        """PUT /notes/{id}.

        Args:
            id: `id` in the path.
            body: The body, as `Text/Markdown`.
        """
        return await self._client.call(_PUT_NOTE(options, id), body=body)

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
        self.create_log = async_raw(resource.create_log)
        self.get = async_raw(resource.get)
        self.get_file = async_raw(resource.get_file)
        self.get_note = async_raw(resource.get_note)
        self.get_report = async_raw(resource.get_report)
        self.put_note = async_raw(resource.put_note)


class _StreamedAsyncThingsResource:
    def __init__(self, resource: AsyncThingsResource) -> None:
        self.create_log = async_streamed(resource.create_log)
        self.get = async_streamed(resource.get)
        self.get_file = async_streamed(resource.get_file)
        self.get_note = async_streamed(resource.get_note)
        self.get_report = async_streamed(resource.get_report)
        self.put_note = async_streamed(resource.put_note)
