# Generated from an OpenAPI description. Do not edit.
"""The operations on `/pets/{petId}/{tags}`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Unpack
from uuid import UUID

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.cookies import Cookie
from .._runtime.operation import Operation, RequestOptions
from .._runtime.parameters import Header, Path, Query

_GET: Operation[str] = Operation(
    "GET /pets/{petId}/{tags}",
    path_styles={"tags": Path("tags", style="matrix", explode=True)},
    parameters={
        "id_query": Query("id"),
        "id_header": Header("id"),
        "ids": Query("ids", explode=False),
        "filter": Query("filter", style="deepObject"),
        "q": Query("q", content="application/json"),
        "session": Cookie("session"),
        "timeout_query": Query("timeout"),
    },
    success={200: str},
)


class PetResource(Resource[BaseClient]):
    """The operations of `client.pet`."""

    def get(
        self,
        pet_id: UUID | str,
        tags: Sequence[str],
        *,
        id_query: int | None = None,
        id_header: str | None = None,
        ids: Sequence[UUID | str] | None = None,
        filter: Mapping[str, object] | None = None,
        q: Mapping[str, object] | None = None,
        session: str | None = None,
        timeout_query: float,
        **options: Unpack[RequestOptions],
    ) -> str:
        """GET /pets/{petId}/{tags}.

        Args:
            id_query: Default: `3`.
        """
        return self._client.call(
            _GET(options, pet_id, tags),
            id_query=id_query,
            id_header=id_header,
            ids=ids,
            filter=filter,
            q=q,
            session=session,
            timeout_query=timeout_query,
        )


class AsyncPetResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `PetResource`."""

    async def get(
        self,
        pet_id: UUID | str,
        tags: Sequence[str],
        *,
        id_query: int | None = None,
        id_header: str | None = None,
        ids: Sequence[UUID | str] | None = None,
        filter: Mapping[str, object] | None = None,
        q: Mapping[str, object] | None = None,
        session: str | None = None,
        timeout_query: float,
        **options: Unpack[RequestOptions],
    ) -> str:
        """Asynchronous twin of `PetResource.get`."""
        return await self._client.call(
            _GET(options, pet_id, tags),
            id_query=id_query,
            id_header=id_header,
            ids=ids,
            filter=filter,
            q=q,
            session=session,
            timeout_query=timeout_query,
        )
