"""Requests by method and path, which no description has: with all that calls have."""

from __future__ import annotations

from typing import Any

import pytest

from fledge.runtime.errors import APIConnectionError, APITimeoutError, MissingCredentialsError, ResponseDecodeError
from fledge.runtime.hooks import Hooks
from fledge.runtime.http_auth import HTTPAuth
from fledge.runtime.status_errors import APIStatusError

from .conftest import Api, Server
from .operations import NotFoundError, Thing

AUTH: dict[str, Any] = {"schemes": {"t": HTTPAuth("Bearer", "s3cret")}, "security": (("t",),)}


def ask(api: Api, *args: Any, **options: Any) -> Any:
    return api.run(api.client.request(*args, **options))


def test_a_response(api: Api, server: Server) -> None:
    """The whole response, and what it was asked with: the query, the client's credentials and headers."""
    one = api.use(api.new(**AUTH, headers={"X-Team": "a"}))
    server.answer(200, {"x": 1})
    response = ask(one, "get", "/models/gpt 4{o}/limits", query={"detail": "full", "id": [1, 2], "none": None})
    assert (response.json(), response.status_code, response.body) == ({"x": 1}, 200, {"x": 1})
    assert server.last.target == "/models/gpt%204%7Bo%7D/limits?detail=full&id=1&id=2"
    assert server.last.headers["authorization"] == "Bearer s3cret"
    assert server.last.headers["x-team"] == "a"
    assert server.last.method == "GET" and server.last.body == b""


def test_a_type(api: Api, server: Server) -> None:
    """`type` is what is returned: a model, a list, text, bytes; and what is none is an error."""
    server.answer(200, {"id": "1", "displayName": "One"})
    assert ask(api, "GET", "/x", type=Thing) == Thing(id="1", display_name="One")
    server.answer(200, [{"id": "1"}])
    assert ask(api, "GET", "/x", type=list[Thing]) == [Thing(id="1")]
    server.answer(200, b"\x00\xff")
    assert ask(api, "GET", "/x", type=bytes) == b"\x00\xff"
    server.answer(200, b"text", headers={"Content-Type": "text/plain"})
    assert ask(api, "GET", "/x", type=str) == "text"
    server.answer(204)
    assert ask(api, "DELETE", "/x", type=Thing) is None
    server.answer(200, {"x": 1})
    with pytest.raises(ResponseDecodeError, match="GET /x: 200"):
        ask(api, "GET", "/x", type=Thing)


def test_a_body(api: Api, server: Server) -> None:
    """A model or value is JSON, bytes are bytes; headers and the body of the options are added."""
    ask(api, "POST", "/x", body=Thing(id="1", display_name="One"))
    assert server.last.json == {"id": "1", "displayName": "One"}
    assert server.last.headers["content-type"] == "application/json"
    ask(api, "PATCH", "/x", body={"a": [1, None]}, extra_body={"b": 2})
    assert server.last.json == {"a": [1, None], "b": 2}
    ask(api, "PUT", "/x", body=b"raw", extra_headers={"Content-Type": "text/csv"})
    assert (server.last.body, server.last.headers["content-type"]) == (b"raw", "text/csv")
    ask(api, "PUT", "/x", body=None)
    assert server.last.body == b"null"


def test_a_stream(api: Api, server: Server) -> None:
    """Unread, to use in `with`."""
    server.answer(200, b"x" * 1000)
    response = ask(api, "GET", "/x", stream=True)
    assert api.run(response.read()) == b"x" * 1000
    server.answer(404, {"code": "gone", "message": "No."})
    with pytest.raises(NotFoundError, match="No."):
        ask(api, "GET", "/x", stream=True)


def test_it_is_a_call(api: Api, server: Server) -> None:
    """Errors, retries, hooks, deadlines, redirects and options are those of all calls."""
    told: list[str] = []
    hooks = Hooks(request=lambda request: told.append(request.operation))
    one = api.use(api.new(hooks=hooks))
    server.answer(503)
    server.answer(200, {"ok": True})
    assert ask(one, "GET", "/x").json() == {"ok": True}
    assert told == ["GET /x", "GET /x"]
    server.answer(500)
    with pytest.raises(APIStatusError, match="POST /x: 500"):
        ask(one, "POST", "/x")
    server.answer(hang=True)
    with pytest.raises(APITimeoutError):
        ask(one, "GET", "/x", timeout=0.2, max_retries=0)
    server.answer(302, headers={"Location": "/y"})
    ask(one, "GET", "/x")
    assert server.last.path == "/y"
    with pytest.raises(APIConnectionError):
        ask(one, "GET", "/x", base_url="http://127.0.0.1:1", max_retries=0)
    with pytest.raises(TypeError, match="no argument 'nonsense'"):
        ask(one, "GET", "/x", nonsense=1)
    missing = api.use(api.new(schemes={"t": HTTPAuth("Bearer", None, hint="token=")}, security=(("t",),)))
    with pytest.raises(MissingCredentialsError):
        ask(missing, "GET", "/x")


@pytest.mark.parametrize(
    "path",
    ["x", "", "@evil.example/x", ".evil.example", ":1@evil.example", "//evil.example/x", "/\\evil.example", "\\\\x",
     "https://evil.example/x", "http:x", "/a?b=1", "/a#b", "/../admin", "/a/%2e%2e/b", "/a/./b", " /x", "\n/x"],
)  # fmt: skip
def test_a_path_stays_below_the_base_url(api: Api, server: Server, path: str) -> None:
    """Everything else is refused before anything is sent."""
    with pytest.raises(ValueError):
        ask(api, "GET", path)
    assert server.seen == []


@pytest.mark.parametrize("method", ["", "GET /x", "GET\r\nX: y", "CONNECT", "G T", "é"])
def test_a_method_is_a_word(api: Api, server: Server, method: str) -> None:
    """Whatever would corrupt the request is refused."""
    with pytest.raises(ValueError, match="method"):
        ask(api, method, "/x")
    assert server.seen == []


def test_control_characters_are_escaped(api: Api, server: Server) -> None:
    """A line break in a path does not end the line of the request."""
    ask(api, "GET", "/x\r\nX-Evil: 1")
    assert server.last.target == "/x%0D%0AX-Evil:%201"
    assert "x-evil" not in server.last.headers


def test_the_configured_idempotency_key(api: Api, server: Server) -> None:
    """A POST or PATCH has a key, the same for all attempts, and so is repeated; the caller's own key holds."""
    one = api.use(api.new(idempotency="Idempotency-Key"))
    for method in ("post", "PATCH"):
        server.answer(500)
        server.answer(200, {})
        ask(one, method, "/x", body={})
        first, second = server.seen[-2:]
        assert first.headers["idempotency-key"] == second.headers["idempotency-key"] != ""
    assert server.seen[0].headers["idempotency-key"] != server.seen[2].headers["idempotency-key"]
    for method in ("GET", "PUT", "DELETE"):
        server.answer(200, {})
        ask(one, method, "/x")
        assert "idempotency-key" not in server.last.headers
    server.answer(200, {})
    ask(one, "POST", "/x", extra_headers={"Idempotency-Key": "mine"})
    assert server.last.headers["idempotency-key"] == "mine"
