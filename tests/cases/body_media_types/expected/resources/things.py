# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Unpack

from .._runtime.bodies import Fields, JSONBody
from .._runtime.body_alternatives import BodyAlternatives
from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.model import UNSET, Unset
from .._runtime.multipart import MultipartBody, Uploadable
from .._runtime.operation import Operation, RequestOptions
from .._runtime.uploads import RawBody, RawContent
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import CreateDifferentRequestJSON, CreateDifferentRequestMultipart, Thing

if TYPE_CHECKING:
    from ..models import ThingDict

_CREATE_DIFFERENT: Operation[None] = Operation(
    "POST /different",
    body=BodyAlternatives(
        (
            Fields(CreateDifferentRequestJSON),
            MultipartBody(CreateDifferentRequestMultipart),
            RawBody("image/png, image/jpeg"),
        ),
    ),
    success={204: None},
)

_CREATE_SAME: Operation[None] = Operation(
    "POST /same",
    body=BodyAlternatives(
        (
            MultipartBody(Thing, rename={"content_type_body": "content_type"}),
            Fields(Thing, rename={"content_type_body": "content_type"}),
        ),
    ),
    success={204: None},
)

_PUT_IMAGE: Operation[None] = Operation(
    "PUT /images",
    body=RawBody("image/png, image/jpeg"),
    success={204: None},
)

_REPLACE_NOTES: Operation[None] = Operation(
    "PUT /notes",
    body=BodyAlternatives((RawBody("text/markdown"), JSONBody())),
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

_UPDATE_JSON_OR_TEXT: Operation[None] = Operation(
    "PUT /json-or-text",
    body=BodyAlternatives((JSONBody(text=True), RawBody("text/plain"))),
    success={204: None},
)

_UPDATE_NOTES: Operation[None] = Operation(
    "PATCH /notes",
    body=BodyAlternatives(
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

_UPDATE_TEXT_OR_JSON: Operation[None] = Operation(
    "PUT /text-or-json",
    body=BodyAlternatives(
        (
            RawBody("text/plain"),
            JSONBody(text=True, media_type="text/json; charset=utf-8"),
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
                "application/json", "multipart/form-data", "image/png", "image/jpeg"
            ]
            | None
        ) = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /different.

        Args:
            url: `url` in the body.
            prompt: `prompt` in the body.
            image: `image` in the body.
            body: The body, as `image/png` or `image/jpeg`.
            content_type: The media type of the body: `application/json` or
                `multipart/form-data` or `image/png` or `image/jpeg`.
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
        file: Uploadable | str | None = None,
        content_type_body: str | None = None,
        note: str | None | Unset = UNSET,
        content_type: Literal["multipart/form-data", "application/json"] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /same.

        Args:
            name: `name` in the body.
            file: `file` in the body.
            content_type_body: `content_type` in the body.
            note: `note` in the body.
            content_type: The media type of the body: `multipart/form-data` or
                `application/json`.
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
        content_type: Literal["image/png", "image/jpeg"] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /images.

        Args:
            body: The body, as `image/png` or `image/jpeg`.
            content_type: The media type of the body: `image/png` or `image/jpeg`.
        """
        return self._client.call(
            _PUT_IMAGE(options), body=body, content_type=content_type
        )

    def replace_notes(
        self,
        *,
        body: str | RawContent | Sequence[Thing | ThingDict],
        content_type: Literal["text/markdown", "application/json"] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /notes.

        Args:
            body: The body, as `text/markdown` or `application/json`.
            content_type: The media type of the body: `text/markdown` or
                `application/json`.
        """
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
        """PUT /any.

        Args:
            body: The body, as `*/*`.
            content_type: The media type of the body: `*/*`.
        """
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

        Args:
            name: `name` in the body.
            file: `file` in the body.
            content_type: `content_type` in the body.
            note: `note` in the body.
        """
        return self._client.call(
            _UPDATE_ANY_OBJECT(options),
            name=name,
            file=file,
            content_type=content_type,
            note=note,
        )

    def update_json_or_text(
        self,
        *,
        body: str | RawContent,
        content_type: Literal["application/json", "text/plain"] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /json-or-text.

        Args:
            body: The body, as `application/json` or `text/plain`.
            content_type: The media type of the body: `application/json` or
                `text/plain`.
        """
        return self._client.call(
            _UPDATE_JSON_OR_TEXT(options), body=body, content_type=content_type
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

        Args:
            body: The body, as `application/json-patch+json` or
                `application/merge-patch+json`.
            name: `name` in the body.
            file: `file` in the body.
            content_type_body: `content_type` in the body.
            note: `note` in the body.
            content_type: The media type of the body: `application/json-patch+json` or
                `application/merge-patch+json`.
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

    def update_text_or_json(
        self,
        *,
        body: str | RawContent,
        content_type: Literal["text/plain", "text/json; charset=utf-8"] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /text-or-json.

        Args:
            body: The body, as `text/plain` or `text/json; charset=utf-8`.
            content_type: The media type of the body: `text/plain` or `text/json;
                charset=utf-8`.
        """
        return self._client.call(
            _UPDATE_TEXT_OR_JSON(options), body=body, content_type=content_type
        )

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
        self.create_different = raw(resource.create_different)
        self.create_same = raw(resource.create_same)
        self.put_image = raw(resource.put_image)
        self.replace_notes = raw(resource.replace_notes)
        self.update_any = raw(resource.update_any)
        self.update_any_object = raw(resource.update_any_object)
        self.update_json_or_text = raw(resource.update_json_or_text)
        self.update_notes = raw(resource.update_notes)
        self.update_text_or_json = raw(resource.update_text_or_json)


class _StreamedThingsResource:
    def __init__(self, resource: ThingsResource) -> None:
        self.create_different = streamed(resource.create_different)
        self.create_same = streamed(resource.create_same)
        self.put_image = streamed(resource.put_image)
        self.replace_notes = streamed(resource.replace_notes)
        self.update_any = streamed(resource.update_any)
        self.update_any_object = streamed(resource.update_any_object)
        self.update_json_or_text = streamed(resource.update_json_or_text)
        self.update_notes = streamed(resource.update_notes)
        self.update_text_or_json = streamed(resource.update_text_or_json)


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Async version of `ThingsResource`."""

    async def create_different(
        self,
        *,
        url: str | None = None,
        prompt: str | None = None,
        image: Uploadable | None = None,
        body: RawContent | None = None,
        content_type: (
            Literal[
                "application/json", "multipart/form-data", "image/png", "image/jpeg"
            ]
            | None
        ) = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /different.

        Args:
            url: `url` in the body.
            prompt: `prompt` in the body.
            image: `image` in the body.
            body: The body, as `image/png` or `image/jpeg`.
            content_type: The media type of the body: `application/json` or
                `multipart/form-data` or `image/png` or `image/jpeg`.
        """
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
        file: Uploadable | str | None = None,
        content_type_body: str | None = None,
        note: str | None | Unset = UNSET,
        content_type: Literal["multipart/form-data", "application/json"] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /same.

        Args:
            name: `name` in the body.
            file: `file` in the body.
            content_type_body: `content_type` in the body.
            note: `note` in the body.
            content_type: The media type of the body: `multipart/form-data` or
                `application/json`.
        """
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
        content_type: Literal["image/png", "image/jpeg"] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /images.

        Args:
            body: The body, as `image/png` or `image/jpeg`.
            content_type: The media type of the body: `image/png` or `image/jpeg`.
        """
        return await self._client.call(
            _PUT_IMAGE(options), body=body, content_type=content_type
        )

    async def replace_notes(
        self,
        *,
        body: str | RawContent | Sequence[Thing | ThingDict],
        content_type: Literal["text/markdown", "application/json"] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /notes.

        Args:
            body: The body, as `text/markdown` or `application/json`.
            content_type: The media type of the body: `text/markdown` or
                `application/json`.
        """
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
        """PUT /any.

        Args:
            body: The body, as `*/*`.
            content_type: The media type of the body: `*/*`.
        """
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
        """PUT /any-object.

        Args:
            name: `name` in the body.
            file: `file` in the body.
            content_type: `content_type` in the body.
            note: `note` in the body.
        """
        return await self._client.call(
            _UPDATE_ANY_OBJECT(options),
            name=name,
            file=file,
            content_type=content_type,
            note=note,
        )

    async def update_json_or_text(
        self,
        *,
        body: str | RawContent,
        content_type: Literal["application/json", "text/plain"] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /json-or-text.

        Args:
            body: The body, as `application/json` or `text/plain`.
            content_type: The media type of the body: `application/json` or
                `text/plain`.
        """
        return await self._client.call(
            _UPDATE_JSON_OR_TEXT(options), body=body, content_type=content_type
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
        """PATCH /notes.

        Args:
            body: The body, as `application/json-patch+json` or
                `application/merge-patch+json`.
            name: `name` in the body.
            file: `file` in the body.
            content_type_body: `content_type` in the body.
            note: `note` in the body.
            content_type: The media type of the body: `application/json-patch+json` or
                `application/merge-patch+json`.
        """
        return await self._client.call(
            _UPDATE_NOTES(options),
            body=body,
            name=name,
            file=file,
            content_type_body=content_type_body,
            note=note,
            content_type=content_type,
        )

    async def update_text_or_json(
        self,
        *,
        body: str | RawContent,
        content_type: Literal["text/plain", "text/json; charset=utf-8"] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """PUT /text-or-json.

        Args:
            body: The body, as `text/plain` or `text/json; charset=utf-8`.
            content_type: The media type of the body: `text/plain` or `text/json;
                charset=utf-8`.
        """
        return await self._client.call(
            _UPDATE_TEXT_OR_JSON(options), body=body, content_type=content_type
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
        self.create_different = async_raw(resource.create_different)
        self.create_same = async_raw(resource.create_same)
        self.put_image = async_raw(resource.put_image)
        self.replace_notes = async_raw(resource.replace_notes)
        self.update_any = async_raw(resource.update_any)
        self.update_any_object = async_raw(resource.update_any_object)
        self.update_json_or_text = async_raw(resource.update_json_or_text)
        self.update_notes = async_raw(resource.update_notes)
        self.update_text_or_json = async_raw(resource.update_text_or_json)


class _StreamedAsyncThingsResource:
    def __init__(self, resource: AsyncThingsResource) -> None:
        self.create_different = async_streamed(resource.create_different)
        self.create_same = async_streamed(resource.create_same)
        self.put_image = async_streamed(resource.put_image)
        self.replace_notes = async_streamed(resource.replace_notes)
        self.update_any = async_streamed(resource.update_any)
        self.update_any_object = async_streamed(resource.update_any_object)
        self.update_json_or_text = async_streamed(resource.update_json_or_text)
        self.update_notes = async_streamed(resource.update_notes)
        self.update_text_or_json = async_streamed(resource.update_text_or_json)
