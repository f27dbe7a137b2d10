# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Fields, Operation, RequestOptions
from ..models import Pet, PetInput, Signup

if TYPE_CHECKING:
    from ..models import OwnerInput, Tag

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
        owner: OwnerInput | Mapping[str, object] | None = None,
        tag: Tag | Mapping[str, object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Pet:
        """POST /pets.

        Keyword arguments are the fields of `PetInput`.
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

        Keyword arguments are the fields of `Signup`.
        """
        return self._client.call(_CREATE_SIGNUP(options), password=password)


class AsyncPetResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `PetResource`."""

    async def create(
        self,
        *,
        name: str,
        secret: str,
        owner: OwnerInput | Mapping[str, object] | None = None,
        tag: Tag | Mapping[str, object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Pet:
        """Asynchronous twin of `PetResource.create`."""
        return await self._client.call(
            _CREATE(options), name=name, secret=secret, owner=owner, tag=tag
        )

    async def create_signup(
        self,
        *,
        password: str,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `PetResource.create_signup`."""
        return await self._client.call(_CREATE_SIGNUP(options), password=password)
