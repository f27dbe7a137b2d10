# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/batch`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.multipart import FormPart, PartsBody
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed

if TYPE_CHECKING:
    from ..models import Order, OrderDict

_SEND: Operation[None] = Operation(
    "POST /batch",
    body=PartsBody(
        media_type="multipart/mixed",
        encoding=(FormPart("", content="application/vnd.order+json"),),
    ),
    success={204: None},
)


class BatchResource(Resource[BaseClient]):
    """The operations of `client.batch`."""

    def send(
        self,
        *,
        body: Sequence[Order | OrderDict],
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /batch.

        Args:
            body: The body, as `multipart/mixed`.
        """
        return self._client.call(_SEND(options), body=body)

    @cached_property
    def with_raw_response(self) -> _RawBatchResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawBatchResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedBatchResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedBatchResource(self._returning("stream"))


class _RawBatchResource:
    def __init__(self, resource: BatchResource) -> None:
        self.send = raw(resource.send)


class _StreamedBatchResource:
    def __init__(self, resource: BatchResource) -> None:
        self.send = streamed(resource.send)


class AsyncBatchResource(Resource[AsyncBaseClient]):
    """Async version of `BatchResource`."""

    async def send(
        self,
        *,
        body: Sequence[Order | OrderDict],
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /batch.

        Args:
            body: The body, as `multipart/mixed`.
        """
        return await self._client.call(_SEND(options), body=body)

    @cached_property
    def with_raw_response(self) -> _RawAsyncBatchResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncBatchResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncBatchResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncBatchResource(self._returning("stream"))


class _RawAsyncBatchResource:
    def __init__(self, resource: AsyncBatchResource) -> None:
        self.send = async_raw(resource.send)


class _StreamedAsyncBatchResource:
    def __init__(self, resource: AsyncBatchResource) -> None:
        self.send = async_streamed(resource.send)
