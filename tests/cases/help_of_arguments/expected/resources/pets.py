# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
# mypy: disable-error-code="deprecated"
# pyright: reportDeprecated=false
"""The operations on `/pets/{id}`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, Unpack

from .._runtime.bodies import Fields
from .._runtime.body_alternatives import BodyAlternatives
from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.deprecation import deprecated
from .._runtime.event_streams import AsyncEventStream, EventStream, EventsOperation
from .._runtime.model import UNSET, Unset
from .._runtime.multipart import MultipartBody, Uploadable
from .._runtime.operation import Operation, RequestOptions
from .._runtime.parameters import Header, Query
from .._runtime.streams import signature_of
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import ChatRequest, Pet

if TYPE_CHECKING:
    from ..models import Kind, Owner, OwnerDict, Text

_CHAT: Operation[str] = Operation(
    "POST /pets/{id}",
    body=BodyAlternatives((Fields(Pet), MultipartBody(ChatRequest, required=False))),
    success={200: str},
)

_CHAT_STREAM: EventsOperation[Pet] = EventsOperation(
    "POST /pets/{id}",
    body=BodyAlternatives((Fields(Pet), MultipartBody(ChatRequest, required=False))),
    accept="text/event-stream",
    success={200: Pet},
)

_UPDATE: Operation[Pet] = Operation(
    "PUT /pets/{id}",
    body=Fields(Pet),
    parameters={
        "q": Query("q"),
        "old": Query("old"),
        "x_t": Header("X-T"),
        "country": Query("country"),
        "tags": Query("tags"),
        "must": Query("must"),
    },
    success={200: Pet},
)


class PetsResource(Resource[BaseClient]):
    """The operations of `client.pets`."""

    def chat(
        self,
        id_path: str,
        /,
        *,
        name: str | None | Unset = UNSET,
        kind: Kind | None = None,
        text: Text | None = None,
        maybe: Text | None | Unset = UNSET,
        owner: Owner | OwnerDict | None | Unset = UNSET,
        owners: Sequence[Owner | OwnerDict] | None = None,
        all: int | None = None,
        gone: str | None = None,
        plain: str | None = None,
        id: str | None = None,
        file: Uploadable | None = None,
        content_type: Literal["application/json", "multipart/form-data"] | None = None,
        **options: Unpack[RequestOptions],
    ) -> str:
        """POST /pets/{id}.

        Args:
            id_path: `id` in the path.
            name: Its name. At most 3 characters; default: `Rex`.
            kind: What kind it is.
            text: A text of a component.
            maybe: A text of a component.
            owner: Who has it.
            owners: Who has it.
            all: Of all. Default: `3`.
            gone: Deprecated. Was here.
            plain: `plain` in the body.
            id: `id` in the body.
            file: The file.
            content_type: The media type of the body: `application/json` or
                `multipart/form-data`.
        """
        return self._client.call(
            _CHAT(options, id_path),
            name=name,
            kind=kind,
            text=text,
            maybe=maybe,
            owner=owner,
            owners=owners,
            all=all,
            gone=gone,
            plain=plain,
            id=id,
            file=file,
            content_type=content_type,
        )

    @signature_of(chat)
    def chat_stream(self, *path: Any, **arguments: Any) -> EventStream[Pet]:
        """`chat`, with a streamed response: server-sent events.

        Args:
            id_path: `id` in the path.
            name: Its name. At most 3 characters; default: `Rex`.
            kind: What kind it is.
            text: A text of a component.
            maybe: A text of a component.
            owner: Who has it.
            owners: Who has it.
            all: Of all. Default: `3`.
            gone: Deprecated. Was here.
            plain: `plain` in the body.
            id: `id` in the body.
            file: The file.
            content_type: The media type of the body: `application/json` or
                `multipart/form-data`.
        """
        streaming = _CHAT_STREAM.like(self)
        return _CHAT_STREAM.opened(streaming.chat(*path, **arguments))

    @deprecated("The API deprecates this operation.")
    def update(
        self,
        id_path: str,
        /,
        *,
        must: Kind,
        id: str,
        q: str | None = None,
        old: str | None = None,
        x_t: str | None = None,
        country: str | None = None,
        tags: Sequence[str] | None = None,
        name: str | None | Unset = UNSET,
        kind: Kind | None = None,
        text: Text | None = None,
        maybe: Text | None | Unset = UNSET,
        owner: Owner | OwnerDict | None | Unset = UNSET,
        owners: Sequence[Owner | OwnerDict] | None = None,
        all: int | None = None,
        gone: str | None = None,
        plain: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Pet:
        """Update a pet.

        Changes *any* field. See [the guide](https://example.com/g?a=1&b=2).

        1. First
           - nested `code`
           - **bold**
        2. Second

        | a | b |
        |---|---|
        | 1 | 2 |

        ```json
        {"a": 1}
        ```

        Deprecated.

        Args:
            id_path: `id` in the path.
            must: What kind it is. More.
            id: `id` in the body.
            q: Free text. At most 5 characters; default: `x`.
            old: Deprecated.
            x_t: The header `X-T`.
            country: Exactly 2 characters.
            tags: Exactly 1 item.
            name: Its name. At most 3 characters; default: `Rex`.
            kind: What kind it is.
            text: A text of a component.
            maybe: A text of a component.
            owner: Who has it.
            owners: Who has it.
            all: Of all. Default: `3`.
            gone: Deprecated. Was here.
            plain: `plain` in the body.
        """
        return self._client.call(
            _UPDATE(options, id_path),
            must=must,
            id=id,
            q=q,
            old=old,
            x_t=x_t,
            country=country,
            tags=tags,
            name=name,
            kind=kind,
            text=text,
            maybe=maybe,
            owner=owner,
            owners=owners,
            all=all,
            gone=gone,
            plain=plain,
        )

    @cached_property
    def with_raw_response(self) -> _RawPetsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawPetsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedPetsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedPetsResource(self._returning("stream"))


class _RawPetsResource:
    def __init__(self, resource: PetsResource) -> None:
        self.chat = raw(resource.chat)
        self.chat_stream = raw(resource.chat_stream)
        self.update = raw(resource.update)


class _StreamedPetsResource:
    def __init__(self, resource: PetsResource) -> None:
        self.chat = streamed(resource.chat)
        self.chat_stream = streamed(resource.chat_stream)
        self.update = streamed(resource.update)


class AsyncPetsResource(Resource[AsyncBaseClient]):
    """Async version of `PetsResource`."""

    async def chat(
        self,
        id_path: str,
        /,
        *,
        name: str | None | Unset = UNSET,
        kind: Kind | None = None,
        text: Text | None = None,
        maybe: Text | None | Unset = UNSET,
        owner: Owner | OwnerDict | None | Unset = UNSET,
        owners: Sequence[Owner | OwnerDict] | None = None,
        all: int | None = None,
        gone: str | None = None,
        plain: str | None = None,
        id: str | None = None,
        file: Uploadable | None = None,
        content_type: Literal["application/json", "multipart/form-data"] | None = None,
        **options: Unpack[RequestOptions],
    ) -> str:
        """POST /pets/{id}.

        Args:
            id_path: `id` in the path.
            name: Its name. At most 3 characters; default: `Rex`.
            kind: What kind it is.
            text: A text of a component.
            maybe: A text of a component.
            owner: Who has it.
            owners: Who has it.
            all: Of all. Default: `3`.
            gone: Deprecated. Was here.
            plain: `plain` in the body.
            id: `id` in the body.
            file: The file.
            content_type: The media type of the body: `application/json` or
                `multipart/form-data`.
        """
        return await self._client.call(
            _CHAT(options, id_path),
            name=name,
            kind=kind,
            text=text,
            maybe=maybe,
            owner=owner,
            owners=owners,
            all=all,
            gone=gone,
            plain=plain,
            id=id,
            file=file,
            content_type=content_type,
        )

    @signature_of(chat)
    async def chat_stream(self, *path: Any, **arguments: Any) -> AsyncEventStream[Pet]:
        """`chat`, with a streamed response: server-sent events.

        Args:
            id_path: `id` in the path.
            name: Its name. At most 3 characters; default: `Rex`.
            kind: What kind it is.
            text: A text of a component.
            maybe: A text of a component.
            owner: Who has it.
            owners: Who has it.
            all: Of all. Default: `3`.
            gone: Deprecated. Was here.
            plain: `plain` in the body.
            id: `id` in the body.
            file: The file.
            content_type: The media type of the body: `application/json` or
                `multipart/form-data`.
        """
        streaming = _CHAT_STREAM.like(self)
        return _CHAT_STREAM.async_opened(await streaming.chat(*path, **arguments))

    @deprecated("The API deprecates this operation.")
    async def update(
        self,
        id_path: str,
        /,
        *,
        must: Kind,
        id: str,
        q: str | None = None,
        old: str | None = None,
        x_t: str | None = None,
        country: str | None = None,
        tags: Sequence[str] | None = None,
        name: str | None | Unset = UNSET,
        kind: Kind | None = None,
        text: Text | None = None,
        maybe: Text | None | Unset = UNSET,
        owner: Owner | OwnerDict | None | Unset = UNSET,
        owners: Sequence[Owner | OwnerDict] | None = None,
        all: int | None = None,
        gone: str | None = None,
        plain: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Pet:
        """Update a pet.

        Changes *any* field. See [the guide](https://example.com/g?a=1&b=2).

        1. First
           - nested `code`
           - **bold**
        2. Second

        | a | b |
        |---|---|
        | 1 | 2 |

        ```json
        {"a": 1}
        ```

        Deprecated.

        Args:
            id_path: `id` in the path.
            must: What kind it is. More.
            id: `id` in the body.
            q: Free text. At most 5 characters; default: `x`.
            old: Deprecated.
            x_t: The header `X-T`.
            country: Exactly 2 characters.
            tags: Exactly 1 item.
            name: Its name. At most 3 characters; default: `Rex`.
            kind: What kind it is.
            text: A text of a component.
            maybe: A text of a component.
            owner: Who has it.
            owners: Who has it.
            all: Of all. Default: `3`.
            gone: Deprecated. Was here.
            plain: `plain` in the body.
        """
        return await self._client.call(
            _UPDATE(options, id_path),
            must=must,
            id=id,
            q=q,
            old=old,
            x_t=x_t,
            country=country,
            tags=tags,
            name=name,
            kind=kind,
            text=text,
            maybe=maybe,
            owner=owner,
            owners=owners,
            all=all,
            gone=gone,
            plain=plain,
        )

    @cached_property
    def with_raw_response(self) -> _RawAsyncPetsResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncPetsResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncPetsResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncPetsResource(self._returning("stream"))


class _RawAsyncPetsResource:
    def __init__(self, resource: AsyncPetsResource) -> None:
        self.chat = async_raw(resource.chat)
        self.chat_stream = async_raw(resource.chat_stream)
        self.update = async_raw(resource.update)


class _StreamedAsyncPetsResource:
    def __init__(self, resource: AsyncPetsResource) -> None:
        self.chat = async_streamed(resource.chat)
        self.chat_stream = async_streamed(resource.chat_stream)
        self.update = async_streamed(resource.update)
