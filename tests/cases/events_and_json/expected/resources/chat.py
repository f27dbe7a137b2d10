# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/chat`."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Unpack

from .._runtime.bodies import Fields
from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.event_streams import AsyncEventStream, EventStream, EventsOperation
from .._runtime.operation import Operation, RequestOptions
from .._runtime.parameters import Query
from .._runtime.streams import signature_of
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import Chunk, Completion, Problem, Request, SpeakEvent

_CREATE_COMPLETION: Operation[Completion] = Operation(
    "POST /chat/completions",
    body=Fields(Request),
    success={200: Completion},
    errors={404: Problem},
)

_CREATE_COMPLETION_STREAM: EventsOperation[Chunk] = EventsOperation(
    "POST /chat/completions",
    body=Fields(Request),
    accept="text/event-stream",
    success={200: Chunk},
    errors={404: Problem},
)

_SPEAK: Operation[bytes] = Operation(
    "GET /chat/speech",
    accept="audio/mpeg",
    parameters={"text": Query("text")},
    success={200: bytes},
)

_SPEAK_STREAM: EventsOperation[SpeakEvent] = EventsOperation(
    "GET /chat/speech",
    accept="text/event-stream",
    parameters={"text": Query("text")},
    success={200: SpeakEvent},
)


class ChatResource(Resource[BaseClient]):
    """The operations of `client.chat`."""

    def create_completion(
        self,
        *,
        prompt: str,
        **options: Unpack[RequestOptions],
    ) -> Completion:
        """Answer a prompt.

        Args:
            prompt: `prompt` in the body.

        Raises: NotFoundError: No such model.
        """
        return self._client.call(
            _CREATE_COMPLETION(options), prompt=prompt, stream=False
        )

    @signature_of(create_completion)
    def create_completion_stream(
        self, *path: Any, **arguments: Any
    ) -> EventStream[Chunk]:
        """`create_completion`, with a streamed response: server-sent events.

        Args:
            prompt: `prompt` in the body.

        Raises: NotFoundError: No such model.
        """
        streaming = _CREATE_COMPLETION_STREAM.like(self, stream=True)
        return _CREATE_COMPLETION_STREAM.opened(
            streaming.create_completion(*path, **arguments)
        )

    def speak(
        self,
        *,
        text: str,
        **options: Unpack[RequestOptions],
    ) -> bytes:
        """Read a text out; no property tells, so the header Accept does.

        Args:
            text: `text` in the query.
        """
        return self._client.call(_SPEAK(options), text=text)

    @signature_of(speak)
    def speak_stream(self, *path: Any, **arguments: Any) -> EventStream[SpeakEvent]:
        """`speak`, with a streamed response: server-sent events.

        Args:
            text: `text` in the query.
        """
        streaming = _SPEAK_STREAM.like(self)
        return _SPEAK_STREAM.opened(streaming.speak(*path, **arguments))

    @cached_property
    def with_raw_response(self) -> _RawChatResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawChatResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedChatResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedChatResource(self._returning("stream"))


class _RawChatResource:
    def __init__(self, resource: ChatResource) -> None:
        self.create_completion = raw(resource.create_completion)
        self.create_completion_stream = raw(resource.create_completion_stream)
        self.speak = raw(resource.speak)
        self.speak_stream = raw(resource.speak_stream)


class _StreamedChatResource:
    def __init__(self, resource: ChatResource) -> None:
        self.create_completion = streamed(resource.create_completion)
        self.create_completion_stream = streamed(resource.create_completion_stream)
        self.speak = streamed(resource.speak)
        self.speak_stream = streamed(resource.speak_stream)


class AsyncChatResource(Resource[AsyncBaseClient]):
    """Async version of `ChatResource`."""

    async def create_completion(
        self,
        *,
        prompt: str,
        **options: Unpack[RequestOptions],
    ) -> Completion:
        """Answer a prompt.

        Args:
            prompt: `prompt` in the body.

        Raises: NotFoundError: No such model.
        """
        return await self._client.call(
            _CREATE_COMPLETION(options), prompt=prompt, stream=False
        )

    @signature_of(create_completion)
    async def create_completion_stream(
        self, *path: Any, **arguments: Any
    ) -> AsyncEventStream[Chunk]:
        """`create_completion`, with a streamed response: server-sent events.

        Args:
            prompt: `prompt` in the body.

        Raises: NotFoundError: No such model.
        """
        streaming = _CREATE_COMPLETION_STREAM.like(self, stream=True)
        return _CREATE_COMPLETION_STREAM.async_opened(
            await streaming.create_completion(*path, **arguments)
        )

    async def speak(
        self,
        *,
        text: str,
        **options: Unpack[RequestOptions],
    ) -> bytes:
        """Read a text out; no property tells, so the header Accept does.

        Args:
            text: `text` in the query.
        """
        return await self._client.call(_SPEAK(options), text=text)

    @signature_of(speak)
    async def speak_stream(
        self, *path: Any, **arguments: Any
    ) -> AsyncEventStream[SpeakEvent]:
        """`speak`, with a streamed response: server-sent events.

        Args:
            text: `text` in the query.
        """
        streaming = _SPEAK_STREAM.like(self)
        return _SPEAK_STREAM.async_opened(await streaming.speak(*path, **arguments))

    @cached_property
    def with_raw_response(self) -> _RawAsyncChatResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncChatResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncChatResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncChatResource(self._returning("stream"))


class _RawAsyncChatResource:
    def __init__(self, resource: AsyncChatResource) -> None:
        self.create_completion = async_raw(resource.create_completion)
        self.create_completion_stream = async_raw(resource.create_completion_stream)
        self.speak = async_raw(resource.speak)
        self.speak_stream = async_raw(resource.speak_stream)


class _StreamedAsyncChatResource:
    def __init__(self, resource: AsyncChatResource) -> None:
        self.create_completion = async_streamed(resource.create_completion)
        self.create_completion_stream = async_streamed(
            resource.create_completion_stream
        )
        self.speak = async_streamed(resource.speak)
        self.speak_stream = async_streamed(resource.speak_stream)
