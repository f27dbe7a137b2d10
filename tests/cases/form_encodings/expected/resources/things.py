# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.multipart import FormPart, MultipartBody, Uploadable
from .._runtime.operation import Operation, RequestOptions
from .._runtime.parameters import Query
from .._runtime.urlencoded import FormBody
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import CreatePartRequest, PostFormRequest, PostSmallFormRequest

_CREATE_PART: Operation[None] = Operation(
    "POST /parts",
    body=MultipartBody(
        CreatePartRequest,
        required=False,
        encoding=(
            FormPart(
                "image", content="image/png, image/jpeg", headers={"X-Kind": "photo"}
            ),
            FormPart("metadata", style="deepObject"),
            FormPart("data", content="application/xml"),
            FormPart("any", content="*/*"),
        ),
    ),
    success={204: None},
)

_POST_FORM: Operation[None] = Operation(
    "POST /forms",
    body=FormBody(
        PostFormRequest,
        required=False,
        encoding=(
            Query("expand", style="deepObject"),
            Query("metadata", style="deepObject"),
            Query("tags", style="pipeDelimited", explode=False),
            Query("raw", allow_reserved=True),
            Query("data", content="application/json"),
        ),
    ),
    success={204: None},
)

_POST_SMALL_FORM: Operation[None] = Operation(
    "POST /small",
    body=FormBody(
        PostSmallFormRequest,
        required=False,
        encoding=(Query("expand", style="deepObject"),),
    ),
    success={204: None},
)


class ThingsResource(Resource[BaseClient]):
    """The operations of `client.things`."""

    def create_part(
        self,
        *,
        image: Uploadable | None = None,
        metadata: Mapping[str, str] | None = None,
        data: str | None = None,
        any: Sequence[Uploadable] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /parts.

        Args:
            image: `image` in the body.
            metadata: `metadata` in the body.
            data: `data` in the body.
            any: `any` in the body.
        """
        return self._client.call(
            _CREATE_PART(options), image=image, metadata=metadata, data=data, any=any
        )

    def post_form(
        self,
        *,
        expand: Sequence[str] | None = None,
        metadata: Mapping[str, str] | None = None,
        tags: Sequence[str] | None = None,
        raw: str | None = None,
        list_: Sequence[str] | None = None,
        data: Sequence[int] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /forms.

        Args:
            expand: `expand` in the body.
            metadata: `metadata` in the body.
            tags: `tags` in the body.
            raw: `raw` in the body.
            list_: `list` in the body.
            data: `data` in the body.
        """
        return self._client.call(
            _POST_FORM(options),
            expand=expand,
            metadata=metadata,
            tags=tags,
            raw=raw,
            list_=list_,
            data=data,
        )

    def post_small_form(
        self,
        *,
        expand: Sequence[str] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /small.

        Args:
            expand: `expand` in the body.
        """
        return self._client.call(_POST_SMALL_FORM(options), expand=expand)

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
        self.create_part = raw(resource.create_part)
        self.post_form = raw(resource.post_form)
        self.post_small_form = raw(resource.post_small_form)


class _StreamedThingsResource:
    def __init__(self, resource: ThingsResource) -> None:
        self.create_part = streamed(resource.create_part)
        self.post_form = streamed(resource.post_form)
        self.post_small_form = streamed(resource.post_small_form)


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Async version of `ThingsResource`."""

    async def create_part(
        self,
        *,
        image: Uploadable | None = None,
        metadata: Mapping[str, str] | None = None,
        data: str | None = None,
        any: Sequence[Uploadable] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /parts.

        Args:
            image: `image` in the body.
            metadata: `metadata` in the body.
            data: `data` in the body.
            any: `any` in the body.
        """
        return await self._client.call(
            _CREATE_PART(options), image=image, metadata=metadata, data=data, any=any
        )

    async def post_form(
        self,
        *,
        expand: Sequence[str] | None = None,
        metadata: Mapping[str, str] | None = None,
        tags: Sequence[str] | None = None,
        raw: str | None = None,
        list_: Sequence[str] | None = None,
        data: Sequence[int] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /forms.

        Args:
            expand: `expand` in the body.
            metadata: `metadata` in the body.
            tags: `tags` in the body.
            raw: `raw` in the body.
            list_: `list` in the body.
            data: `data` in the body.
        """
        return await self._client.call(
            _POST_FORM(options),
            expand=expand,
            metadata=metadata,
            tags=tags,
            raw=raw,
            list_=list_,
            data=data,
        )

    async def post_small_form(
        self,
        *,
        expand: Sequence[str] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /small.

        Args:
            expand: `expand` in the body.
        """
        return await self._client.call(_POST_SMALL_FORM(options), expand=expand)

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
        self.create_part = async_raw(resource.create_part)
        self.post_form = async_raw(resource.post_form)
        self.post_small_form = async_raw(resource.post_small_form)


class _StreamedAsyncThingsResource:
    def __init__(self, resource: AsyncThingsResource) -> None:
        self.create_part = async_streamed(resource.create_part)
        self.post_form = async_streamed(resource.post_form)
        self.post_small_form = async_streamed(resource.post_small_form)
