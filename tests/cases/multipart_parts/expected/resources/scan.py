# Generated from an OpenAPI description. Do not edit.
"""The operations on `/scan`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.forms import FormPart, MultipartBody, Uploadable
from .._runtime.operation import Operation, RequestOptions
from ..models import SendScanRequest

if TYPE_CHECKING:
    from ..models import Order

_SEND: Operation[None] = Operation(
    "POST /scan",
    body=MultipartBody(
        SendScanRequest,
        media_type="multipart/related",
        encoding=(FormPart("image", content="image/png"),),
    ),
    success={204: None},
)


class ScanResource(Resource[BaseClient]):
    """The operations of `client.scan`."""

    def send(
        self,
        *,
        image: Uploadable,
        order: Order | Mapping[str, object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /scan.

        Keyword arguments are the fields of `SendScanRequest`.
        """
        return self._client.call(_SEND(options), image=image, order=order)


class AsyncScanResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `ScanResource`."""

    async def send(
        self,
        *,
        image: Uploadable,
        order: Order | Mapping[str, object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `ScanResource.send`."""
        return await self._client.call(_SEND(options), image=image, order=order)
