# Generated from an OpenAPI description. Do not edit.
"""The operations on `/mail`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.forms import FormPart, PartsBody, Uploadable
from .._runtime.operation import Operation, RequestOptions

if TYPE_CHECKING:
    from ..models import Order

_SEND: Operation[None] = Operation(
    "POST /mail",
    body=PartsBody(
        media_type="multipart/related",
        encoding=(
            FormPart("0"),
            FormPart("1", content="text/html", headers={"X-Part": "text"}),
            FormPart("", content="image/*"),
        ),
    ),
    success={204: None},
)


class MailResource(Resource[BaseClient]):
    """The operations of `client.mail`."""

    def send(
        self,
        *,
        body: Sequence[Order | Mapping[str, object] | str | Uploadable],
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /mail."""
        return self._client.call(_SEND(options), body=body)


class AsyncMailResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `MailResource`."""

    async def send(
        self,
        *,
        body: Sequence[Order | Mapping[str, object] | str | Uploadable],
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `MailResource.send`."""
        return await self._client.call(_SEND(options), body=body)
