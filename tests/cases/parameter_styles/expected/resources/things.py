# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.cookies import Cookie
from .._runtime.operation import Operation, RequestOptions
from .._runtime.parameters import Header, Path, Query
from .._runtime.urlencoded import QueryString

if TYPE_CHECKING:
    from ..models import SearchThingsCriteria

_GET: Operation[None] = Operation(
    "GET /things/{id}",
    path_styles={"id": Path("id", allow_reserved=True)},
    parameters={
        "spaces": Query("spaces", style="spaceDelimited", explode=False),
        "pipes": Query("pipes", style="pipeDelimited", explode=False),
        "deep": Query("deep", style="deepObject"),
        "reserved": Query("reserved", allow_reserved=True),
        "text": Query("text", content="text/plain"),
        "x_exploded": Header("X-Exploded", explode=True),
        "raw": Cookie("raw", style="cookie"),
        "whole": Cookie("whole", explode=False),
        "odd": Header("odd"),
    },
    success={204: None},
)

_SEARCH: Operation[None] = Operation(
    "GET /search",
    parameters={"criteria": QueryString("criteria")},
    success={204: None},
)

_SELECT: Operation[None] = Operation(
    "GET /select",
    parameters={"path": QueryString("path", content="application/jsonpath")},
    success={204: None},
)


class ThingsResource(Resource[BaseClient]):
    """The operations of `client.things`."""

    def get(
        self,
        id: str,
        *,
        spaces: Sequence[str] | None = None,
        pipes: Sequence[str] | None = None,
        deep: Mapping[str, str] | None = None,
        reserved: str | None = None,
        text: str | None = None,
        x_exploded: Mapping[str, str] | None = None,
        raw: str | None = None,
        whole: Sequence[str] | None = None,
        odd: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /things/{id}."""
        return self._client.call(
            _GET(options, id),
            spaces=spaces,
            pipes=pipes,
            deep=deep,
            reserved=reserved,
            text=text,
            x_exploded=x_exploded,
            raw=raw,
            whole=whole,
            odd=odd,
        )

    def search(
        self,
        *,
        criteria: SearchThingsCriteria | Mapping[str, object],
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /search."""
        return self._client.call(_SEARCH(options), criteria=criteria)

    def select(
        self,
        *,
        path: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """GET /select."""
        return self._client.call(_SELECT(options), path=path)


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `ThingsResource`."""

    async def get(
        self,
        id: str,
        *,
        spaces: Sequence[str] | None = None,
        pipes: Sequence[str] | None = None,
        deep: Mapping[str, str] | None = None,
        reserved: str | None = None,
        text: str | None = None,
        x_exploded: Mapping[str, str] | None = None,
        raw: str | None = None,
        whole: Sequence[str] | None = None,
        odd: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `ThingsResource.get`."""
        return await self._client.call(
            _GET(options, id),
            spaces=spaces,
            pipes=pipes,
            deep=deep,
            reserved=reserved,
            text=text,
            x_exploded=x_exploded,
            raw=raw,
            whole=whole,
            odd=odd,
        )

    async def search(
        self,
        *,
        criteria: SearchThingsCriteria | Mapping[str, object],
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `ThingsResource.search`."""
        return await self._client.call(_SEARCH(options), criteria=criteria)

    async def select(
        self,
        *,
        path: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `ThingsResource.select`."""
        return await self._client.call(_SELECT(options), path=path)
