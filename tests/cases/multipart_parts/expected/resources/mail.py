# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/mail`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.multipart import FormPart, PartsBody, Uploadable
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed

if TYPE_CHECKING:
    from ..models import Order, OrderDict

_SEND: Operation[None] = Operation(
    "POST /mail",
    body=PartsBody(
        media_type="multipart/related",
        encoding=(
            FormPart("0"),
            FormPart("1", content="text/html", headers={"X-Part": "text"}),
            FormPart("", content="image/*"),
        ),
    ),
    success={204: None},
)


class MailResource(Resource[BaseClient]):
    """The operations of `client.mail`."""

    def send(
        self,
        *,
        body: Sequence[Order | OrderDict | str | Uploadable],
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /mail.

        Args:
            body: The body, as `multipart/related`.
        """
        return self._client.call(_SEND(options), body=body)

    @cached_property
    def with_raw_response(self) -> _RawMailResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawMailResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedMailResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedMailResource(self._returning("stream"))


class _RawMailResource:
    def __init__(self, resource: MailResource) -> None:
        self.send = raw(resource.send)


class _StreamedMailResource:
    def __init__(self, resource: MailResource) -> None:
        self.send = streamed(resource.send)


class AsyncMailResource(Resource[AsyncBaseClient]):
    """Async version of `MailResource`."""

    async def send(
        self,
        *,
        body: Sequence[Order | OrderDict | str | Uploadable],
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /mail.

        Args:
            body: The body, as `multipart/related`.
        """
        return await self._client.call(_SEND(options), body=body)

    @cached_property
    def with_raw_response(self) -> _RawAsyncMailResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncMailResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncMailResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncMailResource(self._returning("stream"))


class _RawAsyncMailResource:
    def __init__(self, resource: AsyncMailResource) -> None:
        self.send = async_raw(resource.send)


class _StreamedAsyncMailResource:
    def __init__(self, resource: AsyncMailResource) -> None:
        self.send = async_streamed(resource.send)
