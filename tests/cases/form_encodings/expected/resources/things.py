# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.forms import FormPart, MultipartBody, Uploadable
from .._runtime.operation import Operation, RequestOptions
from .._runtime.parameters import Query
from .._runtime.urlencoded import FormBody
from ..models import CreatePartRequest, PostFormRequest, PostSmallFormRequest

_CREATE_PART: Operation[None] = Operation(
    "POST /parts",
    body=MultipartBody(
        CreatePartRequest,
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
        PostSmallFormRequest, encoding=(Query("expand", style="deepObject"),)
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

        Keyword arguments are the fields of `CreatePartRequest`.
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

        Keyword arguments are the fields of `PostFormRequest`.
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

        Keyword arguments are the fields of `PostSmallFormRequest`.
        """
        return self._client.call(_POST_SMALL_FORM(options), expand=expand)


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `ThingsResource`."""

    async def create_part(
        self,
        *,
        image: Uploadable | None = None,
        metadata: Mapping[str, str] | None = None,
        data: str | None = None,
        any: Sequence[Uploadable] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `ThingsResource.create_part`."""
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
        """Asynchronous twin of `ThingsResource.post_form`."""
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
        """Asynchronous twin of `ThingsResource.post_small_form`."""
        return await self._client.call(_POST_SMALL_FORM(options), expand=expand)
