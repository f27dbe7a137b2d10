# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/scan`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.multipart import FormPart, MultipartBody, Uploadable
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import SendScanRequest

if TYPE_CHECKING:
    from ..models import Order, OrderDict

_SEND: Operation[None] = Operation(
    "POST /scan",
    body=MultipartBody(
        SendScanRequest,
        media_type="multipart/related",
        encoding=(FormPart("image", content="image/png"),),
    ),
    success={204: None},
)


class ScanResource(Resource[BaseClient]):
    """The operations of `client.scan`."""

    def send(
        self,
        *,
        image: Uploadable,
        order: Order | OrderDict | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /scan.

        Args:
            image: `image` in the body.
            order: `order` in the body.
        """
        return self._client.call(_SEND(options), image=image, order=order)

    @cached_property
    def with_raw_response(self) -> _RawScanResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawScanResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedScanResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedScanResource(self._returning("stream"))


class _RawScanResource:
    def __init__(self, resource: ScanResource) -> None:
        self.send = raw(resource.send)


class _StreamedScanResource:
    def __init__(self, resource: ScanResource) -> None:
        self.send = streamed(resource.send)


class AsyncScanResource(Resource[AsyncBaseClient]):
    """Async version of `ScanResource`."""

    async def send(
        self,
        *,
        image: Uploadable,
        order: Order | OrderDict | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /scan.

        Args:
            image: `image` in the body.
            order: `order` in the body.
        """
        return await self._client.call(_SEND(options), image=image, order=order)

    @cached_property
    def with_raw_response(self) -> _RawAsyncScanResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncScanResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncScanResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncScanResource(self._returning("stream"))


class _RawAsyncScanResource:
    def __init__(self, resource: AsyncScanResource) -> None:
        self.send = async_raw(resource.send)


class _StreamedAsyncScanResource:
    def __init__(self, resource: AsyncScanResource) -> None:
        self.send = async_streamed(resource.send)
