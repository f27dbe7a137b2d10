# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Unpack

from .._runtime.bodies import Fields, JSONBody
from .._runtime.body_alternatives import BodyAlternatives
from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.model import UNSET, Unset
from .._runtime.multipart import MultipartBody, Uploadable
from .._runtime.operation import Operation, RequestOptions
from .._runtime.uploads import RawBody, RawContent
from .._runtime.urlencoded import FormBody
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import DeleteJsonRequest, Thing, UpdateMultipartRequest, Upload

if TYPE_CHECKING:
    from ..models import ThingDict

_CREATE_DEFAULT: Operation[None] = Operation(
    "POST /default",
    body=Fields(Thing, required=False, nullable=("note",)),
    success={204: None},
)

_CREATE_FORM: Operation[None] = Operation(
    "POST /form",
    body=FormBody(Thing, required=False, nullable=("note",)),
    success={204: None},
)

_CREATE_JSON: Operation[None] = Operation(
    "POST /json",
    body=Fields(Thing, required=False, nullable=("note",)),
    success={204: None},
)

_CREATE_MULTIPART: Operation[None] = Operation(
    "POST /multipart",
    body=MultipartBody(Upload, required=False),
    success={204: None},
)

_CREATE_NULLABLE: Operation[None] = Operation(
    "POST /nullable",
    body=Fields(Thing, required=False, nullable=("note",)),
    success={204: None},
)

_CREATE_SEVERAL: Operation[None] = Operation(
    "POST /several",
    body=BodyAlternatives(
        (
            Fields(Thing, required=False, nullable=("note",)),
            MultipartBody(Upload, required=False),
            RawBody("text/plain"),
        ),
    ),
    success={204: None},
)

_CREATE_TEXT: Operation[None] = Operation(
    "POST /text",
    body=RawBody("text/plain"),
    success={204: None},
)

_CREATE_UNION: Operation[None] = Operation(
    "POST /union",
    body=JSONBody(required=False),
    success={204: None},
)

_DELETE_JSON: Operation[None] = Operation(
    "DELETE /json",
    body=Fields(DeleteJsonRequest, required=False),
    success={204: None},
)

_UPDATE_DEFAULT: Operation[None] = Operation(
    "PUT /default",
    body=JSONBody(required=False),
    success={204: None},
)

_UPDATE_MULTIPART: Operation[None] = Operation(
    "PUT /multipart",
    body=MultipartBody(UpdateMultipartRequest),
    success={204: None},
)

_UPDATE_NULLABLE: Operation[None] = Operation(
    "PUT /nullable",
    body=Fields(Upload),
    success={204: None},
)


class ThingsResource(Resource[BaseClient]):
    """The operations of `client.things`."""

    def create_default(
        self,
        *,
        name: str | None = None,
        note: str | None | Unset = UNSET,
        size: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /default.

        Args:
            name: `name` in the body.
            note: `note` in the body.
            size: `size` in the body.

        The body is optional. If you pass any of it, pass `name`, `note`.
        """
        return self._client.call(
            _CREATE_DEFAULT(options), name=name, note=note, size=size
        )

    def create_form(
        self,
        *,
        name: str | None = None,
        note: str | None | Unset = UNSET,
        size: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /form.

        Args:
            name: `name` in the body.
            note: `note` in the body.
            size: `size` in the body.

        The body is optional. If you pass any of it, pass `name`, `note`.
        """
        return self._client.call(_CREATE_FORM(options), name=name, note=note, size=size)

    def create_json(
        self,
        *,
        name: str | None = None,
        note: str | None | Unset = UNSET,
        size: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /json.

        Args:
            name: `name` in the body.
            note: `note` in the body.
            size: `size` in the body.

        The body is optional. If you pass any of it, pass `name`, `note`.
        """
        return self._client.call(_CREATE_JSON(options), name=name, note=note, size=size)

    def create_multipart(
        self,
        *,
        file: Uploadable | None = None,
        comment: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /multipart.

        Args:
            file: `file` in the body.
            comment: `comment` in the body.

        The body is optional. If you pass any of it, pass `file`.
        """
        return self._client.call(_CREATE_MULTIPART(options), file=file, comment=comment)

    def create_nullable(
        self,
        *,
        name: str | None = None,
        note: str | None | Unset = UNSET,
        size: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /nullable.

        Args:
            name: `name` in the body.
            note: `note` in the body.
            size: `size` in the body.

        The body is optional. If you pass any of it, pass `name`, `note`.
        """
        return self._client.call(
            _CREATE_NULLABLE(options), name=name, note=note, size=size
        )

    def create_several(
        self,
        *,
        name: str | None = None,
        note: str | None | Unset = UNSET,
        size: int | None = None,
        file: Uploadable | None = None,
        comment: str | None = None,
        body: str | RawContent | None = None,
        content_type: (
            Literal["application/json", "multipart/form-data", "text/plain"] | None
        ) = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /several.

        Args:
            name: `name` in the body.
            note: `note` in the body.
            size: `size` in the body.
            file: `file` in the body.
            comment: `comment` in the body.
            body: The body, as `text/plain`.
            content_type: The media type of the body: `application/json` or
                `multipart/form-data` or `text/plain`.
        """
        return self._client.call(
            _CREATE_SEVERAL(options),
            name=name,
            note=note,
            size=size,
            file=file,
            comment=comment,
            body=body,
            content_type=content_type,
        )

    def create_text(
        self,
        *,
        body: str | RawContent | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /text.

        Args:
            body: The body, as `text/plain`.
        """
        return self._client.call(_CREATE_TEXT(options), body=body)

    def create_union(
        self,
        *,
        body: Thing | ThingDict | Sequence[str] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /union.

        Args:
            body: The body, as `application/json`.
        """
        return self._client.call(_CREATE_UNION(options), body=body)

    def delete_json(
        self,
        *,
        reason: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """DELETE /json.

        Args:
            reason: `reason` in the body.
        """
        return self._client.call(_DELETE_JSON(options), reason=reason)

    def update_default(
        self,
        *,
        body: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /default.

        Args:
            body: The body, as `application/json`.
        """
        return self._client.call(_UPDATE_DEFAULT(options), body=body)

    def update_multipart(
        self,
        *,
        files: Sequence[Uploadable] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /multipart.

        Args:
            files: `files` in the body.
        """
        return self._client.call(_UPDATE_MULTIPART(options), files=files)

    def update_nullable(
        self,
        *,
        file: str,
        comment: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /nullable.

        Args:
            file: `file` in the body.
            comment: `comment` in the body.
        """
        return self._client.call(_UPDATE_NULLABLE(options), file=file, comment=comment)

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
        self.create_default = raw(resource.create_default)
        self.create_form = raw(resource.create_form)
        self.create_json = raw(resource.create_json)
        self.create_multipart = raw(resource.create_multipart)
        self.create_nullable = raw(resource.create_nullable)
        self.create_several = raw(resource.create_several)
        self.create_text = raw(resource.create_text)
        self.create_union = raw(resource.create_union)
        self.delete_json = raw(resource.delete_json)
        self.update_default = raw(resource.update_default)
        self.update_multipart = raw(resource.update_multipart)
        self.update_nullable = raw(resource.update_nullable)


class _StreamedThingsResource:
    def __init__(self, resource: ThingsResource) -> None:
        self.create_default = streamed(resource.create_default)
        self.create_form = streamed(resource.create_form)
        self.create_json = streamed(resource.create_json)
        self.create_multipart = streamed(resource.create_multipart)
        self.create_nullable = streamed(resource.create_nullable)
        self.create_several = streamed(resource.create_several)
        self.create_text = streamed(resource.create_text)
        self.create_union = streamed(resource.create_union)
        self.delete_json = streamed(resource.delete_json)
        self.update_default = streamed(resource.update_default)
        self.update_multipart = streamed(resource.update_multipart)
        self.update_nullable = streamed(resource.update_nullable)


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Async version of `ThingsResource`."""

    async def create_default(
        self,
        *,
        name: str | None = None,
        note: str | None | Unset = UNSET,
        size: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /default.

        Args:
            name: `name` in the body.
            note: `note` in the body.
            size: `size` in the body.

        The body is optional. If you pass any of it, pass `name`, `note`.
        """
        return await self._client.call(
            _CREATE_DEFAULT(options), name=name, note=note, size=size
        )

    async def create_form(
        self,
        *,
        name: str | None = None,
        note: str | None | Unset = UNSET,
        size: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /form.

        Args:
            name: `name` in the body.
            note: `note` in the body.
            size: `size` in the body.

        The body is optional. If you pass any of it, pass `name`, `note`.
        """
        return await self._client.call(
            _CREATE_FORM(options), name=name, note=note, size=size
        )

    async def create_json(
        self,
        *,
        name: str | None = None,
        note: str | None | Unset = UNSET,
        size: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /json.

        Args:
            name: `name` in the body.
            note: `note` in the body.
            size: `size` in the body.

        The body is optional. If you pass any of it, pass `name`, `note`.
        """
        return await self._client.call(
            _CREATE_JSON(options), name=name, note=note, size=size
        )

    async def create_multipart(
        self,
        *,
        file: Uploadable | None = None,
        comment: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /multipart.

        Args:
            file: `file` in the body.
            comment: `comment` in the body.

        The body is optional. If you pass any of it, pass `file`.
        """
        return await self._client.call(
            _CREATE_MULTIPART(options), file=file, comment=comment
        )

    async def create_nullable(
        self,
        *,
        name: str | None = None,
        note: str | None | Unset = UNSET,
        size: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /nullable.

        Args:
            name: `name` in the body.
            note: `note` in the body.
            size: `size` in the body.

        The body is optional. If you pass any of it, pass `name`, `note`.
        """
        return await self._client.call(
            _CREATE_NULLABLE(options), name=name, note=note, size=size
        )

    async def create_several(
        self,
        *,
        name: str | None = None,
        note: str | None | Unset = UNSET,
        size: int | None = None,
        file: Uploadable | None = None,
        comment: str | None = None,
        body: str | RawContent | None = None,
        content_type: (
            Literal["application/json", "multipart/form-data", "text/plain"] | None
        ) = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /several.

        Args:
            name: `name` in the body.
            note: `note` in the body.
            size: `size` in the body.
            file: `file` in the body.
            comment: `comment` in the body.
            body: The body, as `text/plain`.
            content_type: The media type of the body: `application/json` or
                `multipart/form-data` or `text/plain`.
        """
        return await self._client.call(
            _CREATE_SEVERAL(options),
            name=name,
            note=note,
            size=size,
            file=file,
            comment=comment,
            body=body,
            content_type=content_type,
        )

    async def create_text(
        self,
        *,
        body: str | RawContent | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /text.

        Args:
            body: The body, as `text/plain`.
        """
        return await self._client.call(_CREATE_TEXT(options), body=body)

    async def create_union(
        self,
        *,
        body: Thing | ThingDict | Sequence[str] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /union.

        Args:
            body: The body, as `application/json`.
        """
        return await self._client.call(_CREATE_UNION(options), body=body)

    async def delete_json(
        self,
        *,
        reason: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """DELETE /json.

        Args:
            reason: `reason` in the body.
        """
        return await self._client.call(_DELETE_JSON(options), reason=reason)

    async def update_default(
        self,
        *,
        body: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /default.

        Args:
            body: The body, as `application/json`.
        """
        return await self._client.call(_UPDATE_DEFAULT(options), body=body)

    async def update_multipart(
        self,
        *,
        files: Sequence[Uploadable] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /multipart.

        Args:
            files: `files` in the body.
        """
        return await self._client.call(_UPDATE_MULTIPART(options), files=files)

    async def update_nullable(
        self,
        *,
        file: str,
        comment: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /nullable.

        Args:
            file: `file` in the body.
            comment: `comment` in the body.
        """
        return await self._client.call(
            _UPDATE_NULLABLE(options), file=file, comment=comment
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
        self.create_default = async_raw(resource.create_default)
        self.create_form = async_raw(resource.create_form)
        self.create_json = async_raw(resource.create_json)
        self.create_multipart = async_raw(resource.create_multipart)
        self.create_nullable = async_raw(resource.create_nullable)
        self.create_several = async_raw(resource.create_several)
        self.create_text = async_raw(resource.create_text)
        self.create_union = async_raw(resource.create_union)
        self.delete_json = async_raw(resource.delete_json)
        self.update_default = async_raw(resource.update_default)
        self.update_multipart = async_raw(resource.update_multipart)
        self.update_nullable = async_raw(resource.update_nullable)


class _StreamedAsyncThingsResource:
    def __init__(self, resource: AsyncThingsResource) -> None:
        self.create_default = async_streamed(resource.create_default)
        self.create_form = async_streamed(resource.create_form)
        self.create_json = async_streamed(resource.create_json)
        self.create_multipart = async_streamed(resource.create_multipart)
        self.create_nullable = async_streamed(resource.create_nullable)
        self.create_several = async_streamed(resource.create_several)
        self.create_text = async_streamed(resource.create_text)
        self.create_union = async_streamed(resource.create_union)
        self.delete_json = async_streamed(resource.delete_json)
        self.update_default = async_streamed(resource.update_default)
        self.update_multipart = async_streamed(resource.update_multipart)
        self.update_nullable = async_streamed(resource.update_nullable)
