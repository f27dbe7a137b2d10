# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/things/{id}`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.cookies import Cookie
from .._runtime.multipart import PartsBody
from .._runtime.operation import Operation, RequestOptions
from .._runtime.parameters import Header, Path, Query
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import PartsBodyModel

if TYPE_CHECKING:
    from ..models import CookieModel, HeaderModel, QueryModel

_PUT: Operation[PartsBodyModel] = Operation(
    "PUT /things/{id}",
    path_styles={"id": Path("id", style="label")},
    body=PartsBody(media_type="multipart/mixed"),
    parameters={
        "x_kind": Header("X-Kind"),
        "kind": Cookie("kind"),
        "q": Query("q"),
    },
    success={200: PartsBodyModel},
)


class ThingsResource(Resource[BaseClient]):
    """The operations of `client.things`."""

    def put(
        self,
        id: str,
        /,
        *,
        body: Sequence[object],
        x_kind: HeaderModel | None = None,
        kind: CookieModel | None = None,
        q: QueryModel | None = None,
        **options: Unpack[RequestOptions],
    ) -> PartsBodyModel:
        """PUT /things/{id}.

        Args:
            id: `id` in the path.
            body: The body, as `multipart/mixed`.
            x_kind: The header `X-Kind`.
            kind: The cookie `kind`.
            q: `q` in the query.
        """
        return self._client.call(
            _PUT(options, id), body=body, x_kind=x_kind, kind=kind, q=q
        )

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
        self.put = raw(resource.put)


class _StreamedThingsResource:
    def __init__(self, resource: ThingsResource) -> None:
        self.put = streamed(resource.put)


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Async version of `ThingsResource`."""

    async def put(
        self,
        id: str,
        /,
        *,
        body: Sequence[object],
        x_kind: HeaderModel | None = None,
        kind: CookieModel | None = None,
        q: QueryModel | None = None,
        **options: Unpack[RequestOptions],
    ) -> PartsBodyModel:
        """PUT /things/{id}.

        Args:
            id: `id` in the path.
            body: The body, as `multipart/mixed`.
            x_kind: The header `X-Kind`.
            kind: The cookie `kind`.
            q: `q` in the query.
        """
        return await self._client.call(
            _PUT(options, id), body=body, x_kind=x_kind, kind=kind, q=q
        )

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
        self.put = async_raw(resource.put)


class _StreamedAsyncThingsResource:
    def __init__(self, resource: AsyncThingsResource) -> None:
        self.put = async_streamed(resource.put)
