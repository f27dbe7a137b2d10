# Generated from an OpenAPI description. Do not edit.
"""The operations on `/pets`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.model import UNSET, Unset
from .._runtime.operation import Fields, JSONBody, Operation, RequestOptions
from .._runtime.uploads import RawBody, RawContent
from ..models import Pet, Problem

if TYPE_CHECKING:
    from ..models import Owner

_CREATE: Operation[Pet] = Operation(
    "POST /pets",
    body=Fields(Pet, rename={"timeout_body": "timeout"}),
    success={201: Pet},
)

_CREATE_BULK: Operation[None] = Operation(
    "POST /pets/bulk",
    body=RawBody("text/csv"),
    success={202: None},
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
        owner: Owner | Mapping[str, object] | None = None,
        friends: Sequence[Owner | Mapping[str, object]] | None = None,
        birth: date | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Pet:
        """POST /pets.

        Keyword arguments are the fields of `Pet`.
        """
        return self._client.call(
            _CREATE(options),
            name=name,
            timeout_body=timeout_body,
            owner=owner,
            friends=friends,
            birth=birth,
        )

    def create_bulk(
        self,
        *,
        body: str | RawContent,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /pets/bulk.

        Raises: BadRequestError: Wrong.
        """
        return self._client.call(_CREATE_BULK(options), body=body)

    def replace(
        self,
        *,
        body: Sequence[Pet | Mapping[str, object]] | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /pets/list."""
        return self._client.call(_REPLACE(options), body=body)


class AsyncPetResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `PetResource`."""

    async def create(
        self,
        *,
        name: str,
        timeout_body: int,
        owner: Owner | Mapping[str, object] | None = None,
        friends: Sequence[Owner | Mapping[str, object]] | None = None,
        birth: date | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Pet:
        """Asynchronous twin of `PetResource.create`."""
        return await self._client.call(
            _CREATE(options),
            name=name,
            timeout_body=timeout_body,
            owner=owner,
            friends=friends,
            birth=birth,
        )

    async def create_bulk(
        self,
        *,
        body: str | RawContent,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `PetResource.create_bulk`."""
        return await self._client.call(_CREATE_BULK(options), body=body)

    async def replace(
        self,
        *,
        body: Sequence[Pet | Mapping[str, object]] | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `PetResource.replace`."""
        return await self._client.call(_REPLACE(options), body=body)
