"""Bird's webhooks: what a server of a user receives, verified by the scheme that Bird documents."""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from base64 import b64encode
from collections.abc import Iterator
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest

from generated.bird_conversations import APIError, MissingCredentialsError, webhooks
from generated.bird_conversations.webhooks import WebhookVerificationError

from . import examples

KEY = "secureSigningKey"
EVENT = json.dumps({"service": "conversations", "event": "conversation.created", "payload": examples.conversation()})


class Receiver(BaseHTTPRequestHandler):
    """Answers 204 to a webhook that is verified, else 400."""

    received: list[Any] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        url = f"http://{self.headers['Host']}{self.path}"
        try:
            self.received.append(webhooks.verify(body, dict(self.headers), url=url))
            self.send_response(204)
        except WebhookVerificationError as error:
            self.received.append(error)
            self.send_response(400)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def receiver(monkeypatch: pytest.MonkeyPatch) -> Iterator[HTTPConnection]:
    """A connection to a server that knows the key by its environment."""
    monkeypatch.setenv("BIRD_SIGNING_KEY", KEY)
    Receiver.received = []
    with HTTPServer(("127.0.0.1", 0), Receiver) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        connection = HTTPConnection("127.0.0.1", server.server_port, timeout=5)
        yield connection
        connection.close()
        server.shutdown()
        thread.join()


def signed(url: str, body: str, key: str = KEY, at: float | None = None) -> dict[str, str]:
    """The headers with which Bird sends a body."""
    timestamp = str(int(time.time() if at is None else at))
    message = f"{timestamp}\n{url}\n".encode() + hashlib.sha256(body.encode()).digest()
    signature = b64encode(hmac.new(key.encode(), message, hashlib.sha256).digest()).decode()
    return {"MessageBird-Signature": signature, "MessageBird-Request-Timestamp": timestamp}


def send(receiver: HTTPConnection, path: str, body: str, headers: dict[str, str]) -> int:
    receiver.request("POST", path, body, headers)
    response = receiver.getresponse()
    response.read()
    return response.status


def test_a_signed_webhook_is_received(receiver: HTTPConnection) -> None:
    """What Bird signed is accepted, byte for byte; the key comes from BIRD_SIGNING_KEY."""
    url = f"http://127.0.0.1:{receiver.port}/bird?tenant=a%20b"
    assert send(receiver, "/bird?tenant=a%20b", EVENT, signed(url, EVENT)) == 204
    assert Receiver.received == [EVENT.encode()]


@pytest.mark.parametrize(
    "path, body, options",
    [
        ("/bird", EVENT.replace("created", "deleted"), {}),
        ("/other", EVENT, {}),
        ("/bird", EVENT, {"key": "another"}),
        ("/bird", EVENT, {"at": time.time() - 3600}),
        ("/bird", EVENT, {"at": time.time() + 3600}),
    ],
    ids=["body", "url", "key", "past", "future"],
)
def test_a_forged_webhook_is_refused(receiver: HTTPConnection, path: str, body: str, options: dict[str, Any]) -> None:
    """What was changed on its way, was for another address, or comes at another time."""
    headers = signed(f"http://127.0.0.1:{receiver.port}/bird", EVENT, **options)
    assert send(receiver, path, body, headers) == 400
    assert isinstance(Receiver.received[0], APIError)


def test_an_unsigned_webhook_is_refused(receiver: HTTPConnection) -> None:
    """A request without the headers is nobody's."""
    assert send(receiver, "/bird", EVENT, {}) == 400
    assert "messagebird-signature" in str(Receiver.received[0])


def test_a_missing_signing_key_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a key, the message says how to pass one."""
    monkeypatch.delenv("BIRD_SIGNING_KEY", raising=False)
    with pytest.raises(MissingCredentialsError, match="secret= or BIRD_SIGNING_KEY"):
        webhooks.verify(b"", signed("", ""), url="https://example.com")


def test_a_webhook_is_verified_during_key_rotation() -> None:
    """While the key changes, both are accepted."""
    headers = signed("https://example.com", EVENT, at=1_700_000_000)
    options: Any = {"url": "https://example.com", "now": 1_700_000_000}
    assert webhooks.verify(EVENT.encode(), headers, secret=["new", KEY], **options) == EVENT.encode()
