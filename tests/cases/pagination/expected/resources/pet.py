# Generated from an OpenAPI description. Do not edit.
"""The operations on `/pets`."""

from __future__ import annotations

from typing import Unpack

from .._runtime import (
    AsyncPager,
    AsyncResource,
    Operation,
    Page,
    Query,
    RequestOptions,
    Resource,
    TokenPagination,
)
from ..models.pets import Pets

_LIST: Operation[Pets] = Operation(
    "GET /pets",
    pagination=TokenPagination("results", "next_page_token", "page_token"),
    parameters={"page_token": Query("pageToken")},
    success={200: Pets},
)


class PetResource(Resource):
    """The operations of `client.pet`."""

    def list(
        self,
        *,
        page_token: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[str, Pets]:
        """GET /pets."""
        return self._client.pages(
            _LIST,
            (),
            options,
            page_token=page_token,
        )


class AsyncPetResource(AsyncResource):
    """Asynchronous twin of `PetResource`."""

    def list(
        self,
        *,
        page_token: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[str, Pets]:
        """Asynchronous twin of `PetResource.list`."""
        return self._client.pages(
            _LIST,
            (),
            options,
            page_token=page_token,
        )
