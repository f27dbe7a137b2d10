# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/things`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.bodies import Fields
from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import Thing, ThingInput

if TYPE_CHECKING:
    from ..models import LinksInput, LinksInputDict

_CREATE: Operation[Thing] = Operation(
    "POST /things",
    body=Fields(ThingInput),
    success={200: Thing},
)


class ThingsResource(Resource[BaseClient]):
    """The operations of `client.things`."""

    def create(
        self,
        *,
        name: str | None = None,
        links: LinksInput | LinksInputDict | None = None,
        **options: Unpack[RequestOptions],
    ) -> Thing:
        """POST /things.

        Args:
            name: `name` in the body.
            links: `links` in the body.
        """
        return self._client.call(_CREATE(options), name=name, links=links)

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
        self.create = raw(resource.create)


class _StreamedThingsResource:
    def __init__(self, resource: ThingsResource) -> None:
        self.create = streamed(resource.create)


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Async version of `ThingsResource`."""

    async def create(
        self,
        *,
        name: str | None = None,
        links: LinksInput | LinksInputDict | None = None,
        **options: Unpack[RequestOptions],
    ) -> Thing:
        """POST /things.

        Args:
            name: `name` in the body.
            links: `links` in the body.
        """
        return await self._client.call(_CREATE(options), name=name, links=links)

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
        self.create = async_raw(resource.create)


class _StreamedAsyncThingsResource:
    def __init__(self, resource: AsyncThingsResource) -> None:
        self.create = async_streamed(resource.create)
