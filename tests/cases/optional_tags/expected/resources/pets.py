# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/pets`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Unpack

from .._runtime.bodies import Fields, JSONBody
from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import Cat, Old

if TYPE_CHECKING:
    from ..models import Either, EitherDict, Pet, PetDict

_ADD_CAT: Operation[None] = Operation(
    "POST /pets",
    body=Fields(Cat),
    success={204: None},
)

_CHANGE_EITHER: Operation[None] = Operation(
    "PATCH /pets",
    body=JSONBody(),
    success={204: None},
)

_REPLACE: Operation[Old] = Operation(
    "PUT /pets",
    body=JSONBody(),
    success={200: Old},
)


class PetsResource(Resource[BaseClient]):
    """The operations of `client.pets`."""

    def add_cat(
        self,
        *,
        kind: Literal["Cat"] = "Cat",
        lives: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /pets.

        Args:
            kind: Default: `Cat`.
            lives: `lives` in the body.
        """
        return self._client.call(_ADD_CAT(options), kind=kind, lives=lives)

    def change_either(
        self,
        *,
        body: Sequence[Either | EitherDict],
        **options: Unpack[RequestOptions],
    ) -> None:
        """PATCH /pets.

        Args:
            body: The body, as `application/json`.
        """
        return self._client.call(_CHANGE_EITHER(options), body=body)

    def replace(
        self,
        *,
        body: Pet | PetDict,
        **options: Unpack[RequestOptions],
    ) -> Old:
        """PUT /pets.

        Args:
            body: The body, as `application/json`.
        """
        return self._client.call(_REPLACE(options), body=body)

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
        self.add_cat = raw(resource.add_cat)
        self.change_either = raw(resource.change_either)
        self.replace = raw(resource.replace)


class _StreamedPetsResource:
    def __init__(self, resource: PetsResource) -> None:
        self.add_cat = streamed(resource.add_cat)
        self.change_either = streamed(resource.change_either)
        self.replace = streamed(resource.replace)


class AsyncPetsResource(Resource[AsyncBaseClient]):
    """Async version of `PetsResource`."""

    async def add_cat(
        self,
        *,
        kind: Literal["Cat"] = "Cat",
        lives: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /pets.

        Args:
            kind: Default: `Cat`.
            lives: `lives` in the body.
        """
        return await self._client.call(_ADD_CAT(options), kind=kind, lives=lives)

    async def change_either(
        self,
        *,
        body: Sequence[Either | EitherDict],
        **options: Unpack[RequestOptions],
    ) -> None:
        """PATCH /pets.

        Args:
            body: The body, as `application/json`.
        """
        return await self._client.call(_CHANGE_EITHER(options), body=body)

    async def replace(
        self,
        *,
        body: Pet | PetDict,
        **options: Unpack[RequestOptions],
    ) -> Old:
        """PUT /pets.

        Args:
            body: The body, as `application/json`.
        """
        return await self._client.call(_REPLACE(options), body=body)

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
        self.add_cat = async_raw(resource.add_cat)
        self.change_either = async_raw(resource.change_either)
        self.replace = async_raw(resource.replace)


class _StreamedAsyncPetsResource:
    def __init__(self, resource: AsyncPetsResource) -> None:
        self.add_cat = async_streamed(resource.add_cat)
        self.change_either = async_streamed(resource.change_either)
        self.replace = async_streamed(resource.replace)
