# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/pets`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, Unpack

from .._runtime.bodies import Fields, JSONBody
from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.model import UNSET, Unset
from .._runtime.operation import Operation, RequestOptions
from .._runtime.uploads import RawBody, RawContent
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import Pet, Problem

if TYPE_CHECKING:
    from ..models import Owner, OwnerDict, PetDict

_CREATE: Operation[Pet] = Operation(
    "POST /pets",
    body=Fields(Pet, rename={"timeout_body": "timeout"}),
    success={201: Pet},
)

_CREATE_BULK: Operation[Any] = Operation(
    "POST /pets/bulk",
    body=RawBody("text/csv"),
    accept="application/json, */*;q=0.9",
    success={202: Any},
    errors={400: Problem},
)

_REPLACE: Operation[None] = Operation(
    "PUT /pets/list",
    body=JSONBody(required=False, nullable=True),
    success={204: None},
)


class PetResource(Resource[BaseClient]):
    """The operations of `client.pet`."""

    def create(
        self,
        *,
        name: str,
        timeout_body: int,
        kind: Literal["pet"] = "pet",
        owner: Owner | OwnerDict | None = None,
        friends: Sequence[Owner | OwnerDict] | None = None,
        birth: date | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Pet:
        """POST /pets.

        Args:
            name: What it is called.
            timeout_body: `timeout` in the body.
            kind: `kind` in the body.
            owner: `owner` in the body.
            friends: `friends` in the body.
            birth: `birth` in the body.
        """
        return self._client.call(
            _CREATE(options),
            name=name,
            timeout_body=timeout_body,
            kind=kind,
            owner=owner,
            friends=friends,
            birth=birth,
        )

    def create_bulk(
        self,
        *,
        body: str | RawContent,
        **options: Unpack[RequestOptions],
    ) -> Any:
        """POST /pets/bulk.

        Args:
            body: The body, as `text/csv`.

        Raises: BadRequestError: Wrong.
        """
        return self._client.call(_CREATE_BULK(options), body=body)

    def replace(
        self,
        *,
        body: Sequence[Pet | PetDict] | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /pets/list.

        Args:
            body: The body, as `application/json`.
        """
        return self._client.call(_REPLACE(options), body=body)

    @cached_property
    def with_raw_response(self) -> _RawPetResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawPetResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedPetResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedPetResource(self._returning("stream"))


class _RawPetResource:
    def __init__(self, resource: PetResource) -> None:
        self.create = raw(resource.create)
        self.create_bulk = raw(resource.create_bulk)
        self.replace = raw(resource.replace)


class _StreamedPetResource:
    def __init__(self, resource: PetResource) -> None:
        self.create = streamed(resource.create)
        self.create_bulk = streamed(resource.create_bulk)
        self.replace = streamed(resource.replace)


class AsyncPetResource(Resource[AsyncBaseClient]):
    """Async version of `PetResource`."""

    async def create(
        self,
        *,
        name: str,
        timeout_body: int,
        kind: Literal["pet"] = "pet",
        owner: Owner | OwnerDict | None = None,
        friends: Sequence[Owner | OwnerDict] | None = None,
        birth: date | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Pet:
        """POST /pets.

        Args:
            name: What it is called.
            timeout_body: `timeout` in the body.
            kind: `kind` in the body.
            owner: `owner` in the body.
            friends: `friends` in the body.
            birth: `birth` in the body.
        """
        return await self._client.call(
            _CREATE(options),
            name=name,
            timeout_body=timeout_body,
            kind=kind,
            owner=owner,
            friends=friends,
            birth=birth,
        )

    async def create_bulk(
        self,
        *,
        body: str | RawContent,
        **options: Unpack[RequestOptions],
    ) -> Any:
        """POST /pets/bulk.

        Args:
            body: The body, as `text/csv`.

        Raises: BadRequestError: Wrong.
        """
        return await self._client.call(_CREATE_BULK(options), body=body)

    async def replace(
        self,
        *,
        body: Sequence[Pet | PetDict] | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /pets/list.

        Args:
            body: The body, as `application/json`.
        """
        return await self._client.call(_REPLACE(options), body=body)

    @cached_property
    def with_raw_response(self) -> _RawAsyncPetResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncPetResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncPetResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncPetResource(self._returning("stream"))


class _RawAsyncPetResource:
    def __init__(self, resource: AsyncPetResource) -> None:
        self.create = async_raw(resource.create)
        self.create_bulk = async_raw(resource.create_bulk)
        self.replace = async_raw(resource.replace)


class _StreamedAsyncPetResource:
    def __init__(self, resource: AsyncPetResource) -> None:
        self.create = async_streamed(resource.create)
        self.create_bulk = async_streamed(resource.create_bulk)
        self.replace = async_streamed(resource.replace)
