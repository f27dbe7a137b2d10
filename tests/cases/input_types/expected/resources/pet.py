# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.bodies import Fields
from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import Pet, PetInput, Signup

if TYPE_CHECKING:
    from ..models import OwnerInput, OwnerInputDict, Tag, TagDict

_CREATE: Operation[Pet] = Operation(
    "POST /pets",
    body=Fields(PetInput),
    success={201: Pet},
)

_CREATE_SIGNUP: Operation[None] = Operation(
    "POST /signups",
    body=Fields(Signup),
    success={204: None},
)


class PetResource(Resource[BaseClient]):
    """The operations of `client.pet`."""

    def create(
        self,
        *,
        name: str,
        secret: str,
        owner: OwnerInput | OwnerInputDict | None = None,
        tag: Tag | TagDict | None = None,
        **options: Unpack[RequestOptions],
    ) -> Pet:
        """POST /pets.

        Args:
            name: `name` in the body.
            secret: `secret` in the body.
            owner: `owner` in the body.
            tag: `tag` in the body.
        """
        return self._client.call(
            _CREATE(options), name=name, secret=secret, owner=owner, tag=tag
        )

    def create_signup(
        self,
        *,
        password: str,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /signups.

        Args:
            password: `password` in the body.
        """
        return self._client.call(_CREATE_SIGNUP(options), password=password)

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
        self.create_signup = raw(resource.create_signup)


class _StreamedPetResource:
    def __init__(self, resource: PetResource) -> None:
        self.create = streamed(resource.create)
        self.create_signup = streamed(resource.create_signup)


class AsyncPetResource(Resource[AsyncBaseClient]):
    """Async version of `PetResource`."""

    async def create(
        self,
        *,
        name: str,
        secret: str,
        owner: OwnerInput | OwnerInputDict | None = None,
        tag: Tag | TagDict | None = None,
        **options: Unpack[RequestOptions],
    ) -> Pet:
        """POST /pets.

        Args:
            name: `name` in the body.
            secret: `secret` in the body.
            owner: `owner` in the body.
            tag: `tag` in the body.
        """
        return await self._client.call(
            _CREATE(options), name=name, secret=secret, owner=owner, tag=tag
        )

    async def create_signup(
        self,
        *,
        password: str,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /signups.

        Args:
            password: `password` in the body.
        """
        return await self._client.call(_CREATE_SIGNUP(options), password=password)

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
        self.create_signup = async_raw(resource.create_signup)


class _StreamedAsyncPetResource:
    def __init__(self, resource: AsyncPetResource) -> None:
        self.create = async_streamed(resource.create)
        self.create_signup = async_streamed(resource.create_signup)
