# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/orders`."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.parameters import Header
from .._runtime.views import async_raw, async_streamed, raw, streamed

_CHANGE: Operation[None] = Operation(
    "PATCH /orders/{id}",
    idempotency_key="idempotency-token",
    parameters={"idempotency_token": Header("idempotency-token")},
    success={204: None},
)

_CREATE: Operation[None] = Operation(
    "POST /orders",
    idempotency_key="Idempotency-Token",
    success={204: None},
)

_DELETE: Operation[None] = Operation(
    "DELETE /orders/{id}",
    success={204: None},
)

_LIST: Operation[None] = Operation(
    "GET /orders",
    success={204: None},
)

_REPEAT: Operation[None] = Operation(
    "POST /orders/{id}",
    idempotency_key="X-Idempotency-Key",
    parameters={"x_idempotency_key": Header("X-Idempotency-Key")},
    success={204: None},
)


class OrdersResource(Resource[BaseClient]):
    """The operations of `client.orders`."""

    def change(
        self,
        id: str,
        /,
        *,
        idempotency_token: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PATCH /orders/{id}.

        Args:
            id: `id` in the path.
            idempotency_token: The header `idempotency-token`.
        """
        return self._client.call(
            _CHANGE(options, id), idempotency_token=idempotency_token
        )

    def create(self, **options: Unpack[RequestOptions]) -> None:
        """POST /orders."""
        return self._client.call(_CREATE(options))

    def delete(self, id: str, /, **options: Unpack[RequestOptions]) -> None:
        """DELETE /orders/{id}.

        Args:
            id: `id` in the path.
        """
        return self._client.call(_DELETE(options, id))

    def list(self, **options: Unpack[RequestOptions]) -> None:
        """GET /orders."""
        return self._client.call(_LIST(options))

    def repeat(
        self,
        id: str,
        /,
        *,
        x_idempotency_key: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /orders/{id}.

        Args:
            id: `id` in the path.
            x_idempotency_key: The header `X-Idempotency-Key`.
        """
        return self._client.call(
            _REPEAT(options, id), x_idempotency_key=x_idempotency_key
        )

    @cached_property
    def with_raw_response(self) -> _RawOrdersResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawOrdersResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedOrdersResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedOrdersResource(self._returning("stream"))


class _RawOrdersResource:
    def __init__(self, resource: OrdersResource) -> None:
        self.change = raw(resource.change)
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.list = raw(resource.list)
        self.repeat = raw(resource.repeat)


class _StreamedOrdersResource:
    def __init__(self, resource: OrdersResource) -> None:
        self.change = streamed(resource.change)
        self.create = streamed(resource.create)
        self.delete = streamed(resource.delete)
        self.list = streamed(resource.list)
        self.repeat = streamed(resource.repeat)


class AsyncOrdersResource(Resource[AsyncBaseClient]):
    """Async version of `OrdersResource`."""

    async def change(
        self,
        id: str,
        /,
        *,
        idempotency_token: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PATCH /orders/{id}.

        Args:
            id: `id` in the path.
            idempotency_token: The header `idempotency-token`.
        """
        return await self._client.call(
            _CHANGE(options, id), idempotency_token=idempotency_token
        )

    async def create(self, **options: Unpack[RequestOptions]) -> None:
        """POST /orders."""
        return await self._client.call(_CREATE(options))

    async def delete(self, id: str, /, **options: Unpack[RequestOptions]) -> None:
        """DELETE /orders/{id}.

        Args:
            id: `id` in the path.
        """
        return await self._client.call(_DELETE(options, id))

    async def list(self, **options: Unpack[RequestOptions]) -> None:
        """GET /orders."""
        return await self._client.call(_LIST(options))

    async def repeat(
        self,
        id: str,
        /,
        *,
        x_idempotency_key: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /orders/{id}.

        Args:
            id: `id` in the path.
            x_idempotency_key: The header `X-Idempotency-Key`.
        """
        return await self._client.call(
            _REPEAT(options, id), x_idempotency_key=x_idempotency_key
        )

    @cached_property
    def with_raw_response(self) -> _RawAsyncOrdersResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncOrdersResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncOrdersResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncOrdersResource(self._returning("stream"))


class _RawAsyncOrdersResource:
    def __init__(self, resource: AsyncOrdersResource) -> None:
        self.change = async_raw(resource.change)
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.list = async_raw(resource.list)
        self.repeat = async_raw(resource.repeat)


class _StreamedAsyncOrdersResource:
    def __init__(self, resource: AsyncOrdersResource) -> None:
        self.change = async_streamed(resource.change)
        self.create = async_streamed(resource.create)
        self.delete = async_streamed(resource.delete)
        self.list = async_streamed(resource.list)
        self.repeat = async_streamed(resource.repeat)
