# Generated from an OpenAPI description. Do not edit.
"""The operations on `/things/{id}`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.cookies import Cookie
from .._runtime.forms import PartsBody
from .._runtime.operation import Operation, RequestOptions
from .._runtime.parameters import Header, Path, Query
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
        *,
        x_kind: HeaderModel | None = None,
        kind: CookieModel | None = None,
        q: QueryModel | None = None,
        body: Sequence[object],
        **options: Unpack[RequestOptions],
    ) -> PartsBodyModel:
        """PUT /things/{id}."""
        return self._client.call(
            _PUT(options, id), x_kind=x_kind, kind=kind, q=q, body=body
        )


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `ThingsResource`."""

    async def put(
        self,
        id: str,
        *,
        x_kind: HeaderModel | None = None,
        kind: CookieModel | None = None,
        q: QueryModel | None = None,
        body: Sequence[object],
        **options: Unpack[RequestOptions],
    ) -> PartsBodyModel:
        """Asynchronous twin of `ThingsResource.put`."""
        return await self._client.call(
            _PUT(options, id), x_kind=x_kind, kind=kind, q=q, body=body
        )
