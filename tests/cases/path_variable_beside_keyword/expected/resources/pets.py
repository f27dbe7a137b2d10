# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/pets/{id}/{class}`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.bodies import Fields
from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.parameters import Header, Query
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import UpdatePetRequest

_GET: Operation[None] = Operation(
    "GET /pets/{id}/{class}",
    parameters={
        "class_": Query("class"),
        "id_header": Header("id"),
        "id_query": Query("id"),
    },
    success={204: None},
)

_UPDATE: Operation[None] = Operation(
    "PUT /pets/{id}/{class}",
    body=Fields(UpdatePetRequest, rename={"timeout_body": "timeout"}),
    parameters={"class_query": Query("class")},
    success={204: None},
)


class PetsResource(Resource[BaseClient]):
    """The operations of `client.pets`."""

    def get(
        self,
        id: str,
        class_path: str,
        /,
        *,
        class_: str | None = None,
        id_header: str | None = None,
        id_query: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /pets/{id}/{class}.

        Args:
            id: `id` in the path.
            class_path: `class` in the path.
            class_: `class` in the query.
            id_header: The header `id`.
            id_query: `id` in the query.
        """
        return self._client.call(
            _GET(options, id, class_path),
            class_=class_,
            id_header=id_header,
            id_query=id_query,
        )

    def update(
        self,
        id_path: str,
        class_path: str,
        /,
        *,
        id: str,
        class_query: str | None = None,
        class_: str | None = None,
        timeout_body: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /pets/{id}/{class}.

        Args:
            id_path: `id` in the path.
            class_path: `class` in the path.
            id: `id` in the body.
            class_query: `class` in the query.
            class_: `class` in the body.
            timeout_body: `timeout` in the body.
        """
        return self._client.call(
            _UPDATE(options, id_path, class_path),
            id=id,
            class_query=class_query,
            class_=class_,
            timeout_body=timeout_body,
        )

    @cached_property
    def with_raw_response(self) -> _RawPetsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawPetsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedPetsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedPetsResource(self._returning("stream"))


class _RawPetsResource:
    def __init__(self, resource: PetsResource) -> None:
        self.get = raw(resource.get)
        self.update = raw(resource.update)


class _StreamedPetsResource:
    def __init__(self, resource: PetsResource) -> None:
        self.get = streamed(resource.get)
        self.update = streamed(resource.update)


class AsyncPetsResource(Resource[AsyncBaseClient]):
    """Async version of `PetsResource`."""

    async def get(
        self,
        id: str,
        class_path: str,
        /,
        *,
        class_: str | None = None,
        id_header: str | None = None,
        id_query: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /pets/{id}/{class}.

        Args:
            id: `id` in the path.
            class_path: `class` in the path.
            class_: `class` in the query.
            id_header: The header `id`.
            id_query: `id` in the query.
        """
        return await self._client.call(
            _GET(options, id, class_path),
            class_=class_,
            id_header=id_header,
            id_query=id_query,
        )

    async def update(
        self,
        id_path: str,
        class_path: str,
        /,
        *,
        id: str,
        class_query: str | None = None,
        class_: str | None = None,
        timeout_body: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /pets/{id}/{class}.

        Args:
            id_path: `id` in the path.
            class_path: `class` in the path.
            id: `id` in the body.
            class_query: `class` in the query.
            class_: `class` in the body.
            timeout_body: `timeout` in the body.
        """
        return await self._client.call(
            _UPDATE(options, id_path, class_path),
            id=id,
            class_query=class_query,
            class_=class_,
            timeout_body=timeout_body,
        )

    @cached_property
    def with_raw_response(self) -> _RawAsyncPetsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncPetsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncPetsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncPetsResource(self._returning("stream"))


class _RawAsyncPetsResource:
    def __init__(self, resource: AsyncPetsResource) -> None:
        self.get = async_raw(resource.get)
        self.update = async_raw(resource.update)


class _StreamedAsyncPetsResource:
    def __init__(self, resource: AsyncPetsResource) -> None:
        self.get = async_streamed(resource.get)
        self.update = async_streamed(resource.update)
