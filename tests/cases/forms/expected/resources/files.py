# Generated from an OpenAPI description. Do not edit.
"""The operations on `/`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.forms import FormPart, MultipartBody, Uploadable
from .._runtime.operation import Operation, RequestOptions
from .._runtime.urlencoded import FormBody
from ..models import CreateTokenRequest, UploadFileRequest

if TYPE_CHECKING:
    from ..models import UploadFileRequestMeta

_CREATE_TOKEN: Operation[None] = Operation(
    "POST /tokens",
    body=FormBody(CreateTokenRequest, rename={"timeout_body": "timeout"}),
    success={204: None},
)

_GET_OTHER: Operation[None] = Operation(
    "GET /other",
    success={204: None},
)

_LIST_OTHERS: Operation[None] = Operation(
    "GET /others",
    success={204: None},
)

_UPLOAD: Operation[None] = Operation(
    "POST /files",
    body=MultipartBody(
        UploadFileRequest, encoding=(FormPart("meta", content="application/json"),)
    ),
    server="https://eu.upload.example.com",
    success={204: None},
)


class FilesResource(Resource[BaseClient]):
    """The operations of `client.files`."""

    def create_token(
        self,
        *,
        grant_type: str,
        timeout_body: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /tokens.

        Keyword arguments are the fields of `CreateTokenRequest`.
        """
        return self._client.call(
            _CREATE_TOKEN(options), grant_type=grant_type, timeout_body=timeout_body
        )

    def get_other(self, **options: Unpack[RequestOptions]) -> None:
        """GET /other."""
        return self._client.call(_GET_OTHER(options))

    def list_others(self, **options: Unpack[RequestOptions]) -> None:
        """GET /others."""
        return self._client.call(_LIST_OTHERS(options))

    def upload(
        self,
        *,
        file: Uploadable,
        more: Sequence[Uploadable] | None = None,
        meta: UploadFileRequestMeta | Mapping[str, object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /files.

        Keyword arguments are the fields of `UploadFileRequest`.
        """
        return self._client.call(_UPLOAD(options), file=file, more=more, meta=meta)


class AsyncFilesResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `FilesResource`."""

    async def create_token(
        self,
        *,
        grant_type: str,
        timeout_body: int | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `FilesResource.create_token`."""
        return await self._client.call(
            _CREATE_TOKEN(options), grant_type=grant_type, timeout_body=timeout_body
        )

    async def get_other(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `FilesResource.get_other`."""
        return await self._client.call(_GET_OTHER(options))

    async def list_others(self, **options: Unpack[RequestOptions]) -> None:
        """Asynchronous twin of `FilesResource.list_others`."""
        return await self._client.call(_LIST_OTHERS(options))

    async def upload(
        self,
        *,
        file: Uploadable,
        more: Sequence[Uploadable] | None = None,
        meta: UploadFileRequestMeta | Mapping[str, object] | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `FilesResource.upload`."""
        return await self._client.call(
            _UPLOAD(options), file=file, more=more, meta=meta
        )
