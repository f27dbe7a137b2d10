# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/vehicles`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.bodies import JSONBody
from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import AnyVehicle

if TYPE_CHECKING:
    from ..models import AnyVehicleDict

_ADD: Operation[list[AnyVehicle]] = Operation(
    "POST /vehicles",
    body=JSONBody(of=AnyVehicle),
    success={200: list[AnyVehicle]},
)


class VehiclesResource(Resource[BaseClient]):
    """The operations of `client.vehicles`."""

    def add(
        self,
        *,
        body: AnyVehicle | AnyVehicleDict,
        **options: Unpack[RequestOptions],
    ) -> list[AnyVehicle]:
        """POST /vehicles.

        Args:
            body: A `Vehicle`, or one of the schemas that extend it.
        """
        return self._client.call(_ADD(options), body=body)

    @cached_property
    def with_raw_response(self) -> _RawVehiclesResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawVehiclesResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedVehiclesResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedVehiclesResource(self._returning("stream"))


class _RawVehiclesResource:
    def __init__(self, resource: VehiclesResource) -> None:
        self.add = raw(resource.add)


class _StreamedVehiclesResource:
    def __init__(self, resource: VehiclesResource) -> None:
        self.add = streamed(resource.add)


class AsyncVehiclesResource(Resource[AsyncBaseClient]):
    """Async version of `VehiclesResource`."""

    async def add(
        self,
        *,
        body: AnyVehicle | AnyVehicleDict,
        **options: Unpack[RequestOptions],
    ) -> list[AnyVehicle]:
        """POST /vehicles.

        Args:
            body: A `Vehicle`, or one of the schemas that extend it.
        """
        return await self._client.call(_ADD(options), body=body)

    @cached_property
    def with_raw_response(self) -> _RawAsyncVehiclesResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncVehiclesResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncVehiclesResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncVehiclesResource(self._returning("stream"))


class _RawAsyncVehiclesResource:
    def __init__(self, resource: AsyncVehiclesResource) -> None:
        self.add = async_raw(resource.add)


class _StreamedAsyncVehiclesResource:
    def __init__(self, resource: AsyncVehiclesResource) -> None:
        self.add = async_streamed(resource.add)
