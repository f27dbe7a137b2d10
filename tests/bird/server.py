"""A server on loopback that responds like Bird, records requests, and fails on demand."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qsl

from . import examples as bird

Answered = tuple[int, bird.Body | None]

_CONVERSATIONS = "/workspaces/{workspaceId}/conversations"
_ONE = f"{_CONVERSATIONS}/{{conversationId}}"
_MESSAGE = f"{_ONE}/messages/{{messageId}}"
_PARTICIPANT = f"{_ONE}/participants/{{conversationParticipantId}}"
_IDENTIFIED = f"{_ONE}/participants/{{identifierKey}}/{{identifierValue}}"
_RULES = "/workspaces/{workspaceId}/conversation-allowblock-rules"
_CHANNEL = "/workspaces/{workspaceId}/channels/{channelId}/conversational"
_ANTISPAM = "/workspaces/{workspaceId}/conversations-antispam-settings"

OPERATIONS: dict[tuple[str, str], Callable[[], Answered]] = {
    ("GET", _CHANNEL): lambda: (200, bird.channel()),
    ("PATCH", _CHANNEL): lambda: (200, bird.channel()),
    ("POST", f"{_ONE}/messages"): lambda: (201, bird.message()),
    ("GET", f"{_ONE}/messages"): lambda: (200, bird.page(bird.message())),
    ("GET", _MESSAGE): lambda: (200, bird.message()),
    ("PATCH", _MESSAGE): lambda: (200, bird.message(draft=True)),
    ("DELETE", _MESSAGE): lambda: (204, None),
    ("POST", f"{_ONE}/presigned-upload"): lambda: (200, bird.upload()),
    ("POST", _CONVERSATIONS): lambda: (201, bird.conversation()),
    ("GET", _CONVERSATIONS): lambda: (200, bird.page(bird.conversation())),
    ("GET", _ONE): lambda: (200, bird.conversation()),
    ("PATCH", _ONE): lambda: (200, bird.conversation()),
    ("DELETE", _ONE): lambda: (204, None),
    ("POST", f"{_ONE}/participants"): lambda: (201, bird.contact()),
    ("GET", f"{_ONE}/participants"): lambda: (200, bird.page(bird.contact(), bird.sender())),
    ("GET", _PARTICIPANT): lambda: (200, bird.contact()),
    ("GET", _IDENTIFIED): lambda: (200, bird.contact()),
    ("PATCH", _PARTICIPANT): lambda: (200, bird.contact()),
    ("PATCH", _IDENTIFIED): lambda: (200, bird.contact()),
    ("DELETE", _PARTICIPANT): lambda: (204, None),
    ("GET", "/workspaces/{workspaceId}/participants/{conversationParticipantId}/conversations"): lambda: (
        200,
        bird.page(bird.conversation()),
    ),
    (
        "GET",
        "/workspaces/{workspaceId}/participants/{identifierKey}/{identifierValue}/conversations",
    ): lambda: (
        200,
        bird.page(bird.conversation()),
    ),
    ("GET", _ANTISPAM): lambda: (200, {"enabled": True}),
    ("PATCH", _ANTISPAM): lambda: (204, None),
    ("POST", _RULES): lambda: (201, bird.rule()),
    ("GET", f"{_RULES}/{{allowBlockRuleId}}"): lambda: (200, bird.rule()),
    ("GET", _RULES): lambda: (200, bird.page(bird.rule())),
    ("PATCH", f"{_RULES}/{{allowBlockRuleId}}"): lambda: (200, bird.rule()),
    ("DELETE", f"{_RULES}/{{allowBlockRuleId}}"): lambda: (204, None),
    ("POST", f"{_RULES}-bulk"): lambda: (202, bird.progress()),
    ("GET", f"{_RULES}-bulk/{{bulkId}}/status"): lambda: (200, bird.progress(status="completed")),
}
"""The 31 operations by method and path template, with what each answers by default."""

_PATTERNS = [(method, template, re.compile(re.sub(r"\{\w+\}", "[^/]*", template))) for method, template in OPERATIONS]


def operation_of(method: str, path: str) -> tuple[str, str] | None:
    """The operation that a raw path leads to, as in servers that route before they decode."""
    for expected, template, pattern in _PATTERNS:
        if method == expected and pattern.fullmatch(path):
            return expected, template
    return None


@dataclass
class RecordedRequest:
    """A request as the server got it."""

    method: str
    target: str
    """Path and query, byte for byte as they came."""
    headers: dict[str, str]
    """By name in lower case."""
    body: bytes

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    @property
    def query(self) -> str:
        return self.target.partition("?")[2]

    @property
    def arguments(self) -> dict[str, str]:
        """The query, decoded; a name that comes twice is a fault of the client."""
        pairs = parse_qsl(self.query, keep_blank_values=True, strict_parsing=bool(self.query))
        assert len(dict(pairs)) == len(pairs), self.query
        return dict(pairs)

    @property
    def operation(self) -> tuple[str, str] | None:
        return operation_of(self.method, self.path)

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class CannedResponse:
    """The next response."""

    status: int
    body: bytes
    headers: dict[str, str]
    cut: int = 0
    """So many bytes of the body are held back, then the connection is closed."""
    drop: bool = False
    """The connection is closed without a response."""
    hang: bool = False
    """Nothing is sent until the test ends."""


@dataclass
class Bird:
    """The server, as tests use it. With an empty queue it responds as Bird would."""

    url: str
    requests: list[RecordedRequest] = field(default_factory=list)
    queue: deque[CannedResponse] = field(default_factory=deque)
    stopped: Event = field(default_factory=Event)

    def responds(
        self,
        status: int = 200,
        body: object = b"",
        headers: Mapping[str, str] | None = None,
        media_type: str = "application/json",
        **faults: Any,
    ) -> None:
        """Queue a response; strings and bytes are sent as they are, anything else as JSON."""
        if isinstance(body, str):
            body = body.encode()
        content = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
        named = {"Content-Type": media_type} if content else {}
        self.queue.append(CannedResponse(status, content, named | dict(headers or {}), **faults))

    def forget(self) -> None:
        """Go on as a server that has just started."""
        self.stopped.set()
        self.stopped = Event()
        self.requests.clear()
        self.queue.clear()

    @property
    def last(self) -> RecordedRequest:
        return self.requests[-1]

    def next_response(self, recorded: RecordedRequest) -> CannedResponse:
        if self.queue:
            return self.queue.popleft()
        respond = OPERATIONS.get(recorded.operation) if recorded.operation else None
        status, body = respond() if respond else (404, bird.error("RouteNotFound"))
        content = b"" if body is None else json.dumps(body, ensure_ascii=False).encode()
        headers = {"Content-Type": "application/json; charset=utf-8"} if content else {}
        return CannedResponse(status, content, headers | {"X-Request-Id": f"request-{len(self.requests)}"})


@contextmanager
def running() -> Iterator[Bird]:
    """A server on a free port of loopback, until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def reply(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            headers = {name.lower(): value for name, value in self.headers.items()}
            recorded = RecordedRequest(self.command, self.path, headers, body)
            state.requests.append(recorded)
            response = state.next_response(recorded)
            if response.hang:
                state.stopped.wait(5)
            if response.hang or response.drop:
                self.close_connection = True
                return
            self.send_response(response.status)
            for name, value in response.headers.items():
                self.send_header(name, value)
            if response.status != 204:
                self.send_header("Content-Length", str(len(response.body)))
            self.end_headers()
            self.wfile.write(response.body[: len(response.body) - response.cut])
            self.close_connection = self.close_connection or response.cut > 0

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = reply

        def log_message(self, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *args: object) -> None:
            """A client that hangs up is no news."""

    http = Server(("127.0.0.1", 0), Handler)
    state = Bird(f"http://127.0.0.1:{http.server_port}")
    Thread(target=http.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield state
    finally:
        state.stopped.set()
        http.shutdown()
        http.server_close()
