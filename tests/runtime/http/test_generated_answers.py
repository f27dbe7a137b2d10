"""Responses of generated clients, and the raw view of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from fledge.emitter import emit
from tests.client import imported, put, understand
from tests.conftest import ROOT
from tests.runtime.http.conftest import Api, Server


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder: Path = tmp_path_factory.mktemp("packages")
    put(emit(understand(ROOT / "tests" / "cases" / "text_values" / "openapi.yaml")[0]), folder / "text_values")
    with imported(folder, "text_values") as module:
        yield module


@pytest.fixture
def client(package: ModuleType, api: Api, server: Server) -> Iterator[Any]:
    client = (package.AsyncClient if api.asynchronous else package.Client)(base_url=server.url)
    yield client
    api.run(client.close())


def text(server: Server, body: bytes, media_type: str = "text/plain; charset=utf-8", status: int = 200) -> None:
    server.answer(status, body, headers={"Content-Type": media_type})


VALUES: dict[str, tuple[str, bytes, object]] = {
    "integer": ("get_count", b"42\n", 42),
    "large integer": ("get_count", b"9007199254740993", 9007199254740993),
    "number": ("get_ratio", b"1.5", 1.5),
    "boolean": ("get_ready", b"true", True),
    "null": ("get_ready", b"null", None),
    "date": ("get_day", b"2024-01-02\r\n", date(2024, 1, 2)),
    "text": ("get_text", b" 12 ", " 12 "),
    "table": ("get_table", b"a\n1\n", "a\n1\n"),
    "either": ("get_either", b"true", True),
    "or": ("get_either", b"7", 7),
    "enum": ("get_rank", b"2", 2),
    "byte order mark": ("get_count", b"\xef\xbb\xbf42", 42),
    "marked text": ("get_text", b"\xef\xbb\xbfa", "a"),
    "no number": ("get_count", b"many", "many"),
    "no date": ("get_day", b"today", "today"),
}


@pytest.mark.parametrize("name", VALUES)
def test_text_is_what_it_is_described_as(api: Api, server: Server, client: Any, name: str) -> None:
    """`text/plain` of a number, a boolean or a date is one; what is none stays the text."""
    method, body, value = VALUES[name]
    for media_type in ("text/plain", "TEXT/PLAIN;charset=UTF-8"):
        text(server, body, media_type)
        assert api.run(getattr(client.values, method)()) == value


def test_text_is_checked_strictly(api: Api, server: Server, package: ModuleType) -> None:
    """With `strict_responses`, a text that is no number is an error."""
    kind = package.AsyncClient if api.asynchronous else package.Client
    client = kind(base_url=server.url, strict_responses=True)
    text(server, b"many")
    with pytest.raises(package.ResponseDecodeError):
        api.run(client.values.get_count())
    text(server, b"2024-01-02")
    assert api.run(client.values.get_day()) == date(2024, 1, 2)
    api.run(client.close())


@pytest.mark.parametrize(
    ("method", "body", "sent"),
    [
        ("update_count", 42, b"42"),
        ("update_ready", False, b"false"),
        ("update_day", date(2024, 1, 2), b"2024-01-02"),
        ("update_count", "7", b"7"),
        ("update_count", b"7", b"7"),
    ],
)
def test_text_is_sent(api: Api, server: Server, client: Any, method: str, body: object, sent: bytes) -> None:
    """A number, a boolean or a date is sent as its text."""
    server.answer(204)
    api.run(getattr(client.values, method)(body=body))
    assert (server.last.body, server.last.headers["content-type"]) == (sent, "text/plain")


def test_media_types_have_any_case(api: Api, server: Server, client: Any) -> None:
    """JSON is JSON by any spelling of its media type, declared and received."""
    for media_type in ("application/json", "Application/JSON; Charset=utf-8", "text/json", "application/x+JSON"):
        text(server, b'{"id":"1"}', media_type)
        assert api.run(client.values.get_object()).id == "1"
        text(server, b"<html>", media_type)
        with pytest.raises(Exception, match="not JSON"):
            api.run(client.values.get_object())
    text(server, b"<html>", "Text/HTML")
    assert api.run(client.values.get_object()) == "<html>"
    text(server, b'"quoted"', "Application/JSON")
    assert api.run(client.values.get_text()) == "quoted"


def test_text_that_is_none_keeps_its_bytes(api: Api, server: Server, client: Any) -> None:
    """What comes in another media type in place of a text is text if it can be, else bytes; a text has its charset."""
    for media_type, body, value in (
        ("application/pdf", b"\xff", b"\xff"),
        ("application/json", b"\xff", b"\xff"),
        ("", b"\xff", b"\xff"),
        ("", "ä".encode(), "ä"),
        ("application/xml; charset=latin-1", b"\xff", "\xff"),
        ("application/yaml", "ä".encode(), "ä"),
        ("Text/HTML", b"\xff", "\ufffd"),
    ):
        text(server, body, media_type)
        assert api.run(client.values.get_text()) == value


def test_keys_of_content_that_are_no_media_types_stand_for_any(api: Api, server: Server, client: Any) -> None:
    """Litestar documents files as `""`; `*` is as old as Java's mail."""
    text(server, b"\xff", "application/pdf")
    assert api.run(client.values.get_file()) == b"\xff"
    assert server.last.headers["accept"] == "*/*"
    text(server, b'{"id":"1"}', "application/json")
    assert api.run(client.values.get_any()).id == "1"


@pytest.mark.parametrize("body", [b"<html>", b"", b"\xff", b"[", b'{"id": null}'])
def test_the_raw_view_never_raises_because_of_a_body(
    api: Api, server: Server, package: ModuleType, client: Any, body: bytes
) -> None:
    """It decodes when `body` is read, which raises what the call would; the rest of the response is there."""
    text(server, body, "application/json")
    raw = api.run(client.values.with_raw_response.get_object())
    assert (raw.status_code, raw.content, raw.text) == (200, body, body.decode(errors="replace"))
    assert repr(raw) == f"<Response 200 GET {server.url}/object>"
    if body in (b"", b'{"id": null}'):
        assert raw.body is raw.body
        return
    with pytest.raises(package.ResponseDecodeError, match="GET /object: 200: the body is not JSON") as caught:
        raw.body
    assert caught.value.request is not None and caught.value.request.method == "GET"
    with pytest.raises(ValueError):
        raw.json()


def test_the_raw_view_decodes_once(api: Api, server: Server, client: Any) -> None:
    """`body` is one object, `json()` has what is not described, and errors stay errors."""
    text(server, b'{"id":"1","more":[1]}', "application/json")
    raw = api.run(client.values.with_raw_response.get_object())
    assert raw.body is raw.body and raw.body.id == "1"
    assert raw.json() == {"id": "1", "more": [1]}
    text(server, b"x", status=404)
    with pytest.raises(Exception, match="404"):
        api.run(client.values.with_raw_response.get_object())
