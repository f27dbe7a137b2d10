"""A server that behaves as hosts of documents and documentation platforms do, their faults included."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

NOT_FOUND = "# Page Not Found\n\nThe URL `x` does not exist.\n"
HTML = "<!DOCTYPE html>\n<html><body>Sorry, something went wrong.</body></html>\n"


@dataclass(slots=True, kw_only=True)
class Answer:
    """What is answered for a path. `cut` sends less than was announced, `pause` waits before the end."""

    body: str | bytes = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict[str, str])
    cut: bool = False
    pause: float = 0
    times: int | None = None
    """After so many answers, the next one of the list holds."""


@dataclass(slots=True, kw_only=True)
class Site:
    """What a server holds, and what it was asked for."""

    url: str
    answers: dict[str, Answer | list[Answer]] = field(default_factory=dict[str, Answer | list[Answer]])
    missing: Answer = field(default_factory=lambda: Answer(status=404, body="nothing here"))
    asked: list[tuple[str, dict[str, str], int]] = field(default_factory=list[tuple[str, dict[str, str], int]])
    at_once: int = 0
    most_at_once: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def put(self, path: str, body: str | dict[str, Any], **options: Any) -> None:
        """Serve a text or a document."""
        text = body if isinstance(body, str) else json.dumps(body, indent=1)
        self.answers[path] = Answer(body=text, **options)

    def paths(self) -> list[str]:
        """The paths that were asked for since the last time."""
        found = [path for path, _, _ in self.asked]
        self.asked.clear()
        return found

    def statuses(self) -> list[int]:
        """The statuses that were answered since the last time."""
        found = [status for _, _, status in self.asked]
        self.asked.clear()
        return found

    def answer(self, path: str) -> Answer:
        """The answer for a path, as it is by now."""
        found = self.answers.get(path, self.missing)
        if isinstance(found, Answer):
            return found
        first = found[0]
        if first.times is not None and len(found) > 1:
            first.times -= 1
            if first.times <= 0:
                del found[0]
        return first


def handler(site: Site) -> type[BaseHTTPRequestHandler]:
    """The handler of a server that serves a site."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with site.lock:
                site.at_once += 1
                site.most_at_once = max(site.most_at_once, site.at_once)
                answer = site.answer(self.path)
            try:
                self.serve(answer)
            except (BrokenPipeError, ConnectionResetError):
                pass  # whoever asked was killed

        def serve(self, answer: Answer) -> None:
            body = answer.body.encode() if isinstance(answer.body, str) else answer.body
            etag = f'"{hashlib.sha256(body).hexdigest()[:12]}"'
            status = answer.status
            if status == 200 and self.headers["If-None-Match"] == etag:
                status, body = 304, b""
            site.asked.append((self.path, dict(self.headers.items()), status))
            self.send_response(status)
            for name, value in {"ETag": etag, "Content-Type": "text/plain", **answer.headers}.items():
                self.send_header(name, value)
            if status != 304:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            half = len(body) // 2
            self.wfile.write(body[:half])
            self.wfile.flush()
            if answer.pause:
                time.sleep(answer.pause)
            with site.lock:  # before the last byte: with that, the client may send its next request
                site.at_once -= 1
            if not answer.cut:
                self.wfile.write(body[half:])

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    return Handler


def serve() -> tuple[Site, ThreadingHTTPServer]:
    """A server on a free port of this machine, which runs in a thread."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.daemon_threads = True
    site = Site(url=f"http://127.0.0.1:{server.server_port}")
    server.RequestHandlerClass = handler(site)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    return site, server
