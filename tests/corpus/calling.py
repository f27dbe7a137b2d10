"""Call the operations of a package in a fresh interpreter: `python calling.py FOLDER PACKAGE MODE`, cases on the input.

MODE is `memory`, where a transport stands in for the network, or `loopback`, with a server on a socket. Prints a line
of JSON for each case: the request, what came of it, and of each answer what was not decoded. Runs beside what it
imports and needs nothing of this project.
"""

from __future__ import annotations

import asyncio
import base64
import importlib
import inspect
import json
import logging
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import reduce
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

sys.path.insert(0, str(Path(__file__).parent))
from roundtrip import difference

SECRET = "secret"
STREAMS = ("events", "lines", "sequence")


class Server:
    """What is asked, and what is answered next."""

    def __init__(self) -> None:
        self.seen: list[dict[str, Any]] = []
        self.next: dict[str, Any] = {}

    def note(self, method: str, url: str, headers: Any, body: Any) -> None:
        """Remember a request."""
        whole = body if isinstance(body, bytes) else b"".join(body or ())
        content = base64.b64encode(whole).decode()
        self.seen.append({"method": method, "url": url, "headers": dict(headers), "body": content})

    def answer(self) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and content of the next answer."""
        kind, value = self.next["kind"], self.next["value"]
        match kind:
            case "none":
                content = b""
            case "json":
                content = json.dumps(value).encode()
            case "events" | "lines" | "sequence":
                before, after = {"events": ("data: ", "\n\n"), "lines": ("", "\n"), "sequence": ("\x1e", "\n")}[kind]
                texts = [item if kind == "events" and isinstance(item, str) else json.dumps(item) for item in value]
                content = "".join(before + text + after for text in texts).encode()
            case _:
                content = value.encode()
        return self.next["status"], {"content-type": self.next["media_type"]} if kind != "none" else {}, content


class Memory:
    """A transport that goes nowhere."""

    def __init__(self, package: str, server: Server) -> None:
        self._types = importlib.import_module(package)
        self._server = server

    def send(self, request: Any) -> Any:
        self._server.note(request.method, request.url, request.headers, request.content)
        status, headers, content = self._server.answer()
        return self._types.StreamedResponse(status, self._types.Headers(headers), lambda: iter([content]), lambda: None)

    def close(self) -> None: ...


class AsyncMemory(Memory):
    async def send(self, request: Any) -> Any:
        self._server.note(request.method, request.url, request.headers, request.content)
        status, headers, content = self._server.answer()

        async def pieces() -> Any:
            yield content

        async def close() -> None: ...

        return self._types.AsyncStreamedResponse(status, self._types.Headers(headers), pieces, close)

    async def close(self) -> None: ...


@contextmanager
def loopback(server: Server) -> Iterator[str]:
    """A server on a free port; gives its URL."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def reply(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            headers = {name.lower(): value.encode("latin-1").decode() for name, value in self.headers.items()}
            server.note(self.command, f"http://{self.headers['host']}{self.path}", headers, body)
            status, named, content = server.answer()
            self.send_response(status)
            for name, value in named.items():
                self.send_header(name, value)
            if status not in (204, 304) and status >= 200:
                self.send_header("content-length", str(len(content)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)

        def __getattr__(self, name: str) -> Any:
            if name.startswith("do_"):
                return self.reply
            raise AttributeError(name)

        def log_message(self, *args: object) -> None: ...

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{http.server_port}"
    finally:
        http.shutdown()
        http.server_close()


class Caller:
    """Calls one package."""

    def __init__(self, package: str, server: Server) -> None:
        self._root = importlib.import_module(package)
        self._codec = importlib.import_module(f"{package}._runtime.codec")
        self._models = importlib.import_module(f"{package}.models")
        self._server = server
        self._warnings = _Warnings()
        logging.getLogger(package).addHandler(self._warnings)
        logging.getLogger(package).propagate = False

    def client(self, name: str, **options: Any) -> Any:
        """A client that has all credentials, decodes strictly and sends nothing twice."""
        kind = getattr(self._root, name)
        arguments = inspect.signature(kind.__init__).parameters
        basic = ("username", "password")
        secrets = {
            key: SECRET for key, each in arguments.items() if "Secret" in str(each.annotation) or key.endswith(basic)
        }
        return kind(**secrets, **options, max_retries=0, strict_responses=True)

    def arguments(self, case: dict[str, Any]) -> tuple[list[Any], dict[str, Any]]:
        """The values of a call, those with a type as objects of it."""
        return [self._typed(*each) for each in case["path"]], {
            name: self._typed(*each) for name, each in case["arguments"].items()
        }

    def _typed(self, value: Any, spelled: str | None) -> Any:
        if spelled == "form" and isinstance(value, dict):
            return {key: _as_bytes(part) for key, part in value.items()}
        if spelled in ("raw", "form", "File"):
            return _as_bytes(value)
        if spelled is None:
            return value
        names = {"date": date, "datetime": datetime, "time": time, "timedelta": timedelta, "Decimal": Decimal}
        names |= {"UUID": UUID, "Literal": Literal, "Any": Any}
        for name in re.findall(r"\w+", spelled):
            if name not in names and hasattr(self._models, name):
                names[name] = getattr(self._models, name)
        try:
            return self._codec.decode(eval(spelled, names), json.dumps(value).encode(), strict=True)
        except Exception:  # a type that is only sent cannot be decoded: a plain value is as good
            return value

    def begin(self, answer: dict[str, Any]) -> None:
        """Forget what was, and answer so from now on."""
        self._server.next = answer
        self._warnings.told.clear()
        self._codec._warned.clear()

    def problem(self, answer: dict[str, Any], result: Any) -> str:
        """What of an answer is not as it was sent; "" where all is. An exception is a result."""
        name = type(result).__name__
        if isinstance(result, Exception):
            if name != answer.get("error"):
                return f"{name}: {result}"[:400]
            result = result.body
        elif "error" in answer:
            return f"no exception, but {result!r}"[:200]
        if hasattr(result, "next_token") and hasattr(result, "body"):
            result = result.body
        if self._warnings.told:
            return f"not strictly decoded: {self._warnings.told[0]}"
        match answer["kind"]:
            case "json" | "events" | "lines" | "sequence":
                back = json.loads(self._codec.encode(result))
                return difference(answer["value"], back, "$")
            case "text":
                return "" if result == answer["value"] else f"{result!r} came"
            case "bytes":
                return "" if result == answer["value"].encode() else f"{result!r} came"
            case _:
                empty = result is None or "error" in answer
                return "" if empty else f"{result!r} came of an answer without a body"


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(record.getMessage())


def _as_bytes(value: Any) -> Any:
    """The value as files; an object is none, and what it holds is sent as JSON: `oneOf: [a file, {"id": text}]`."""
    if isinstance(value, dict):
        return value
    return [_as_bytes(part) for part in value] if isinstance(value, list) else str(value).encode()


def _method(client: Any, case: dict[str, Any]) -> Any:
    resource = reduce(getattr, case["resource"].split("."), client)
    return getattr(resource, case["method"])


def _called(caller: Caller, client: Any, server: Server, case: dict[str, Any]) -> dict[str, Any]:
    """Call once for each answer; the first request is kept."""
    found: dict[str, Any] = {"request": None, "fault": "", "problems": []}
    try:
        path, arguments = caller.arguments(case)
    except Exception as error:
        return {**found, "fault": f"arguments: {type(error).__name__}: {error}"}
    for answer in case["answers"]:
        server.seen.clear()
        caller.begin(answer)
        result: Any
        try:
            result = _method(client, case)(*path, **arguments)
            if answer["kind"] in STREAMS and answer["success"]:
                result = list(result)
        except Exception as error:  # what is raised is looked at below
            result = error
        if not server.seen:
            return {**found, "fault": f"nothing was sent: {type(result).__name__}: {result}"[:400]}
        found["request"] = found["request"] or server.seen[0]
        if problem := caller.problem(answer, result):
            found["problems"].append([answer["status"], problem])
    return found


async def _called_async(
    caller: Caller, server: Server, cases: list[dict[str, Any]], found: list[Any], url: Any
) -> None:
    """The asynchronous client sends the same, and decodes the same."""
    client = caller.client("AsyncClient", base_url=url, transport=AsyncMemory(caller._root.__name__, server))
    for case, sync in zip(cases, found):
        if not sync["request"]:
            continue
        path, arguments = caller.arguments(case)
        for position, answer in enumerate(case["answers"]):
            server.seen.clear()
            caller.begin(answer)
            result: Any
            try:
                result = await _method(client, case)(*path, **arguments)
                if answer["kind"] in STREAMS and answer["success"]:
                    result = [item async for item in result]
            except Exception as error:
                result = error
            if not position and (not server.seen or _comparable(server.seen[0]) != _comparable(sync["request"])):
                sync["fault"] = sync["fault"] or "the asynchronous client sends something else"
            known = [status for status, _ in sync["problems"]]
            if (problem := caller.problem(answer, result)) and answer["status"] not in known:
                sync["problems"].append([answer["status"], f"asynchronous only: {problem}"])
    await client.close()


def _comparable(request: dict[str, Any]) -> Any:
    """The request without what is made by chance: the boundary of a multipart body, keys of idempotency."""
    body = base64.b64decode(request["body"])
    headers = {name: value for name, value in request["headers"].items() if "idempotency" not in name}
    if "boundary=" in headers.get("content-type", ""):
        boundary = headers["content-type"].partition("boundary=")[2]
        body = body.replace(boundary.encode(), b"")
        headers["content-type"] = "multipart"
    return request["method"], request["url"], headers, body


def main() -> None:
    """Call all cases."""
    folder, package, mode = sys.argv[1:]
    sys.path.insert(0, folder)
    given = json.load(sys.stdin)
    server = Server()
    caller = Caller(package, server)
    if mode == "loopback":
        with loopback(server) as url:
            client = caller.client("Client", base_url=url + given["base_path"])
            found = [_called(caller, client, server, case) for case in given["cases"]]
            client.close()
    else:
        client = caller.client("Client", base_url=given["base_url"], transport=Memory(package, server))
        found = [_called(caller, client, server, case) for case in given["cases"]]
        asyncio.run(_called_async(caller, server, given["cases"], found, given["base_url"]))
    for each in found:
        print(json.dumps(each))


if __name__ == "__main__":
    main()
