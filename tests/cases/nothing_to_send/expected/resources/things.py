# Generated from an OpenAPI description. Do not edit.
"""The operations on `/things`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Fields, Operation, RequestOptions
from ..models import Thing, ThingInput

if TYPE_CHECKING:
    from ..models import LinksInput

_CREATE: Operation[Thing] = Operation(
    "POST /things",
    body=Fields(ThingInput),
    success={200: Thing},
)


class ThingsResource(Resource[BaseClient]):
    """The operations of `client.things`."""

    def create(
        self,
        *,
        name: str | None = None,
        links: LinksInput | Mapping[str, object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Thing:
        """POST /things.

        Keyword arguments are the fields of `ThingInput`.
        """
        return self._client.call(_CREATE(options), name=name, links=links)


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `ThingsResource`."""

    async def create(
        self,
        *,
        name: str | None = None,
        links: LinksInput | Mapping[str, object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> Thing:
        """Asynchronous twin of `ThingsResource.create`."""
        return await self._client.call(_CREATE(options), name=name, links=links)
