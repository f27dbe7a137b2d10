# Generated from an OpenAPI description. Do not edit.
"""The operations on `/batch`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.forms import FormPart, PartsBody
from .._runtime.operation import Operation, RequestOptions

if TYPE_CHECKING:
    from ..models import Order

_SEND: Operation[None] = Operation(
    "POST /batch",
    body=PartsBody(
        media_type="multipart/mixed",
        encoding=(FormPart("", content="application/vnd.order+json"),),
    ),
    success={204: None},
)


class BatchResource(Resource[BaseClient]):
    """The operations of `client.batch`."""

    def send(
        self,
        *,
        body: Sequence[Order | Mapping[str, object]],
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /batch."""
        return self._client.call(_SEND(options), body=body)


class AsyncBatchResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `BatchResource`."""

    async def send(
        self,
        *,
        body: Sequence[Order | Mapping[str, object]],
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `BatchResource.send`."""
        return await self._client.call(_SEND(options), body=body)
