# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, Unpack

from .._runtime.bodies import OneOf
from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.forms import MultipartBody, Uploadable
from .._runtime.model import UNSET, Unset
from .._runtime.operation import Fields, JSONBody, Operation, RequestOptions
from .._runtime.uploads import RawBody, RawContent
from ..models import CreateDifferentRequestJSON, CreateDifferentRequestMultipart, Thing

_CREATE_DIFFERENT: Operation[None] = Operation(
    "POST /different",
    body=OneOf(
        (
            Fields(CreateDifferentRequestJSON),
            MultipartBody(CreateDifferentRequestMultipart),
            RawBody("image/jpeg, image/png"),
        ),
    ),
    success={204: None},
)

_CREATE_SAME: Operation[None] = Operation(
    "POST /same",
    body=OneOf(
        (
            Fields(Thing, rename={"content_type_body": "content_type"}),
            MultipartBody(Thing, rename={"content_type_body": "content_type"}),
        ),
    ),
    success={204: None},
)

_PUT_IMAGE: Operation[None] = Operation(
    "PUT /images",
    body=RawBody("image/jpeg, image/png"),
    success={204: None},
)

_REPLACE_NOTES: Operation[None] = Operation(
    "PUT /notes",
    body=OneOf((JSONBody(), RawBody("text/markdown"))),
    success={204: None},
)

_UPDATE_ANY: Operation[None] = Operation(
    "PUT /any",
    body=RawBody("*/*"),
    success={204: None},
)

_UPDATE_ANY_OBJECT: Operation[None] = Operation(
    "PUT /any-object",
    body=Fields(Thing),
    success={204: None},
)

_UPDATE_NOTES: Operation[None] = Operation(
    "PATCH /notes",
    body=OneOf(
        (
            JSONBody(media_type="application/json-patch+json"),
            Fields(
                Thing,
                rename={"content_type_body": "content_type"},
                media_type="application/merge-patch+json",
            ),
        ),
    ),
    success={204: None},
)


class ThingsResource(Resource[BaseClient]):
    """The operations of `client.things`."""

    def create_different(
        self,
        *,
        url: str | None = None,
        prompt: str | None = None,
        image: Uploadable | None = None,
        body: RawContent | None = None,
        content_type: (
            Literal[
                "application/json", "multipart/form-data", "image/jpeg", "image/png"
            ]
            | None
        ) = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /different.

        Keyword arguments are the fields of `CreateDifferentRequestJSON` or
        `CreateDifferentRequestMultipart`.
        """
        return self._client.call(
            _CREATE_DIFFERENT(options),
            url=url,
            prompt=prompt,
            image=image,
            body=body,
            content_type=content_type,
        )

    def create_same(
        self,
        *,
        name: str,
        file: str | Uploadable | None = None,
        content_type_body: str | None = None,
        note: str | None | Unset = UNSET,
        content_type: Literal["application/json", "multipart/form-data"] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /same.

        Keyword arguments are the fields of `Thing`.
        """
        return self._client.call(
            _CREATE_SAME(options),
            name=name,
            file=file,
            content_type_body=content_type_body,
            note=note,
            content_type=content_type,
        )

    def put_image(
        self,
        *,
        body: RawContent,
        content_type: Literal["image/jpeg", "image/png"] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /images."""
        return self._client.call(
            _PUT_IMAGE(options), body=body, content_type=content_type
        )

    def replace_notes(
        self,
        *,
        body: Sequence[Thing | Mapping[str, object]] | str | RawContent,
        content_type: Literal["application/json", "text/markdown"] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /notes."""
        return self._client.call(
            _REPLACE_NOTES(options), body=body, content_type=content_type
        )

    def update_any(
        self,
        *,
        body: RawContent,
        content_type: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /any."""
        return self._client.call(
            _UPDATE_ANY(options), body=body, content_type=content_type
        )

    def update_any_object(
        self,
        *,
        name: str,
        file: str | None = None,
        content_type: str | None = None,
        note: str | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /any-object.

        Keyword arguments are the fields of `Thing`.
        """
        return self._client.call(
            _UPDATE_ANY_OBJECT(options),
            name=name,
            file=file,
            content_type=content_type,
            note=note,
        )

    def update_notes(
        self,
        *,
        body: Sequence[Mapping[str, object]] | None = None,
        name: str | None = None,
        file: str | None = None,
        content_type_body: str | None = None,
        note: str | None | Unset = UNSET,
        content_type: (
            Literal["application/json-patch+json", "application/merge-patch+json"]
            | None
        ) = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PATCH /notes.

        Keyword arguments are the fields of `Thing`.
        """
        return self._client.call(
            _UPDATE_NOTES(options),
            body=body,
            name=name,
            file=file,
            content_type_body=content_type_body,
            note=note,
            content_type=content_type,
        )


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `ThingsResource`."""

    async def create_different(
        self,
        *,
        url: str | None = None,
        prompt: str | None = None,
        image: Uploadable | None = None,
        body: RawContent | None = None,
        content_type: (
            Literal[
                "application/json", "multipart/form-data", "image/jpeg", "image/png"
            ]
            | None
        ) = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `ThingsResource.create_different`."""
        return await self._client.call(
            _CREATE_DIFFERENT(options),
            url=url,
            prompt=prompt,
            image=image,
            body=body,
            content_type=content_type,
        )

    async def create_same(
        self,
        *,
        name: str,
        file: str | Uploadable | None = None,
        content_type_body: str | None = None,
        note: str | None | Unset = UNSET,
        content_type: Literal["application/json", "multipart/form-data"] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `ThingsResource.create_same`."""
        return await self._client.call(
            _CREATE_SAME(options),
            name=name,
            file=file,
            content_type_body=content_type_body,
            note=note,
            content_type=content_type,
        )

    async def put_image(
        self,
        *,
        body: RawContent,
        content_type: Literal["image/jpeg", "image/png"] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `ThingsResource.put_image`."""
        return await self._client.call(
            _PUT_IMAGE(options), body=body, content_type=content_type
        )

    async def replace_notes(
        self,
        *,
        body: Sequence[Thing | Mapping[str, object]] | str | RawContent,
        content_type: Literal["application/json", "text/markdown"] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `ThingsResource.replace_notes`."""
        return await self._client.call(
            _REPLACE_NOTES(options), body=body, content_type=content_type
        )

    async def update_any(
        self,
        *,
        body: RawContent,
        content_type: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `ThingsResource.update_any`."""
        return await self._client.call(
            _UPDATE_ANY(options), body=body, content_type=content_type
        )

    async def update_any_object(
        self,
        *,
        name: str,
        file: str | None = None,
        content_type: str | None = None,
        note: str | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `ThingsResource.update_any_object`."""
        return await self._client.call(
            _UPDATE_ANY_OBJECT(options),
            name=name,
            file=file,
            content_type=content_type,
            note=note,
        )

    async def update_notes(
        self,
        *,
        body: Sequence[Mapping[str, object]] | None = None,
        name: str | None = None,
        file: str | None = None,
        content_type_body: str | None = None,
        note: str | None | Unset = UNSET,
        content_type: (
            Literal["application/json-patch+json", "application/merge-patch+json"]
            | None
        ) = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `ThingsResource.update_notes`."""
        return await self._client.call(
            _UPDATE_NOTES(options),
            body=body,
            name=name,
            file=file,
            content_type_body=content_type_body,
            note=note,
            content_type=content_type,
        )
