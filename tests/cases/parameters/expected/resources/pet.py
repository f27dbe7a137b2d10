# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/pets/{petId}/{tags}`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Unpack
from uuid import UUID

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.cookies import Cookie
from .._runtime.operation import Operation, RequestOptions
from .._runtime.parameters import Header, Path, Query
from .._runtime.views import async_raw, async_streamed, raw, streamed

_GET: Operation[str] = Operation(
    "GET /pets/{petId}/{tags}",
    path_styles={"tags": Path("tags", style="matrix", explode=True)},
    parameters={
        "id_query": Query("id"),
        "id_header": Header("id"),
        "ids": Query("ids", explode=False),
        "filter": Query("filter", style="deepObject"),
        "q": Query("q", content="application/json"),
        "date_sent": Query("DateSent"),
        "date_sent_lt": Query("DateSent<"),
        "date_sent_gt": Query("DateSent>"),
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
        /,
        *,
        timeout_query: float,
        id_query: int | None = None,
        id_header: str | None = None,
        ids: Sequence[UUID | str] | None = None,
        filter: Mapping[str, object] | None = None,
        q: Mapping[str, object] | None = None,
        date_sent: date | None = None,
        date_sent_lt: date | None = None,
        date_sent_gt: date | None = None,
        session: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> str:
        """GET /pets/{petId}/{tags}.

        Args:
            pet_id: `petId` in the path.
            tags: `tags` in the path.
            timeout_query: `timeout` in the query.
            id_query: Default: `3`.
            id_header: The header `id`.
            ids: `ids` in the query.
            filter: `filter` in the query.
            q: `q` in the query.
            date_sent: `DateSent` in the query.
            date_sent_lt: `DateSent<` in the query.
            date_sent_gt: `DateSent>` in the query.
            session: The cookie `session`.
        """
        return self._client.call(
            _GET(options, pet_id, tags),
            timeout_query=timeout_query,
            id_query=id_query,
            id_header=id_header,
            ids=ids,
            filter=filter,
            q=q,
            date_sent=date_sent,
            date_sent_lt=date_sent_lt,
            date_sent_gt=date_sent_gt,
            session=session,
        )

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
        self.get = raw(resource.get)


class _StreamedPetResource:
    def __init__(self, resource: PetResource) -> None:
        self.get = streamed(resource.get)


class AsyncPetResource(Resource[AsyncBaseClient]):
    """Async version of `PetResource`."""

    async def get(
        self,
        pet_id: UUID | str,
        tags: Sequence[str],
        /,
        *,
        timeout_query: float,
        id_query: int | None = None,
        id_header: str | None = None,
        ids: Sequence[UUID | str] | None = None,
        filter: Mapping[str, object] | None = None,
        q: Mapping[str, object] | None = None,
        date_sent: date | None = None,
        date_sent_lt: date | None = None,
        date_sent_gt: date | None = None,
        session: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> str:
        """GET /pets/{petId}/{tags}.

        Args:
            pet_id: `petId` in the path.
            tags: `tags` in the path.
            timeout_query: `timeout` in the query.
            id_query: Default: `3`.
            id_header: The header `id`.
            ids: `ids` in the query.
            filter: `filter` in the query.
            q: `q` in the query.
            date_sent: `DateSent` in the query.
            date_sent_lt: `DateSent<` in the query.
            date_sent_gt: `DateSent>` in the query.
            session: The cookie `session`.
        """
        return await self._client.call(
            _GET(options, pet_id, tags),
            timeout_query=timeout_query,
            id_query=id_query,
            id_header=id_header,
            ids=ids,
            filter=filter,
            q=q,
            date_sent=date_sent,
            date_sent_lt=date_sent_lt,
            date_sent_gt=date_sent_gt,
            session=session,
        )

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
        self.get = async_raw(resource.get)


class _StreamedAsyncPetResource:
    def __init__(self, resource: AsyncPetResource) -> None:
        self.get = async_streamed(resource.get)
