# Generated from an OpenAPI description. Do not edit.
"""The operations on `/chat`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.event_streams import AsyncEventStream, EventStream, EventsOperation
from .._runtime.operation import Fields, Operation, RequestOptions
from .._runtime.parameters import Query
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

        Keyword arguments are the fields of `Request`.

        Raises: NotFoundError: No such model.
        """
        return self._client.call(
            _CREATE_COMPLETION(options), prompt=prompt, stream=False
        )

    def create_completion_stream(
        self,
        *,
        prompt: str,
        **options: Unpack[RequestOptions],
    ) -> EventStream[Chunk]:
        """`create_completion`, answered by a stream: server-sent events."""
        return _CREATE_COMPLETION_STREAM.open(
            self._client, options, prompt=prompt, stream=True
        )

    def speak(
        self,
        *,
        text: str,
        **options: Unpack[RequestOptions],
    ) -> bytes:
        """Read a text out; no property tells, so the header Accept does."""
        return self._client.call(_SPEAK(options), text=text)

    def speak_stream(
        self,
        *,
        text: str,
        **options: Unpack[RequestOptions],
    ) -> EventStream[SpeakEvent]:
        """`speak`, answered by a stream: server-sent events."""
        return _SPEAK_STREAM.open(self._client, options, text=text)


class AsyncChatResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `ChatResource`."""

    async def create_completion(
        self,
        *,
        prompt: str,
        **options: Unpack[RequestOptions],
    ) -> Completion:
        """Asynchronous twin of `ChatResource.create_completion`."""
        return await self._client.call(
            _CREATE_COMPLETION(options), prompt=prompt, stream=False
        )

    async def create_completion_stream(
        self,
        *,
        prompt: str,
        **options: Unpack[RequestOptions],
    ) -> AsyncEventStream[Chunk]:
        """Asynchronous twin of `ChatResource.create_completion_stream`."""
        return await _CREATE_COMPLETION_STREAM.async_open(
            self._client, options, prompt=prompt, stream=True
        )

    async def speak(
        self,
        *,
        text: str,
        **options: Unpack[RequestOptions],
    ) -> bytes:
        """Asynchronous twin of `ChatResource.speak`."""
        return await self._client.call(_SPEAK(options), text=text)

    async def speak_stream(
        self,
        *,
        text: str,
        **options: Unpack[RequestOptions],
    ) -> AsyncEventStream[SpeakEvent]:
        """Asynchronous twin of `ChatResource.speak_stream`."""
        return await _SPEAK_STREAM.async_open(self._client, options, text=text)
