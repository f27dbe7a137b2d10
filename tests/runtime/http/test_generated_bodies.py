"""Bodies of generated clients, as a server on loopback receives them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from fledge.emitter import emit
from tests.client import imported, put, understand
from tests.conftest import ROOT
from tests.runtime.http.conftest import Api, Server

CASES = ("optional_bodies", "body_media_types")
Use = Callable[[str], Any]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packages")
    for case in CASES:
        put(emit(understand(ROOT / "tests" / "cases" / case / "openapi.yaml")[0]), folder / case)
    return folder


@pytest.fixture
def packages(folder: Path) -> Iterator[dict[str, ModuleType]]:
    with imported(folder, CASES[0]) as one, imported(folder, CASES[1]) as two:
        yield dict(zip(CASES, (one, two)))


@pytest.fixture
def use(packages: dict[str, ModuleType], api: Api, server: Server) -> Iterator[Use]:
    """The resource `things` of a case, sync or async."""
    clients: list[Any] = []

    def resource(case: str) -> Any:
        package = packages[case]
        clients.append((package.AsyncClient if api.asynchronous else package.Client)(base_url=server.url))
        return clients[-1].things

    yield resource
    for client in clients:
        api.run(client.close())


METHODS = [f"create_{kind}" for kind in ("json", "form", "multipart", "text", "union", "several")]


@pytest.mark.parametrize("method", [*METHODS, "delete_json", "update_multipart", "create_default", "update_default"])
def test_nothing_passed_is_no_body(api: Api, server: Server, use: Use, method: str) -> None:
    """A call without values for the body sends none, and no media type, whatever the method is."""
    server.answer(204)
    api.run(getattr(use("optional_bodies"), method)())
    assert (server.last.body, server.last.headers.get("content-type")) == (b"", None)
    assert server.last.headers.get("content-length", "0") == "0"
    assert "transfer-encoding" not in server.last.headers


THING = {"name": "a", "note": None}
FILE = {"file": b"x"}
SENT: dict[str, tuple[str, dict[str, Any], str, bytes]] = {
    "JSON": ("create_json", THING, "application/json", b'{"name":"a","note":null}'),
    "DELETE": ("delete_json", {"reason": ""}, "application/json", b'{"reason":""}'),
    "form": ("create_form", THING, "application/x-www-form-urlencoded", b"name=a"),
    "multipart": ("create_multipart", FILE, "multipart/form-data", b'name="file"'),
    "text": ("create_text", {"body": ""}, "text/plain", b""),
    "union": ("create_union", {"body": []}, "application/json", b"[]"),
    "several, the first": ("create_several", THING, "application/json", b'{"name":"a","note":null}'),
    "several, by argument": ("create_several", FILE, "multipart/form-data", b'name="file"'),
    "several, as it is": ("create_several", {"body": "a"}, "text/plain", b"a"),
}


@pytest.mark.parametrize("name", SENT)
def test_optional_bodies_are_sent_when_something_is_passed(api: Api, server: Server, use: Use, name: str) -> None:
    """A value, null and an empty string make a body."""
    method, arguments, media_type, content = SENT[name]
    server.answer(204)
    api.run(getattr(use("optional_bodies"), method)(**arguments))
    assert server.last.headers["content-type"].partition(";")[0] == media_type
    assert content in server.last.body if media_type.startswith("multipart") else content == server.last.body


@pytest.mark.parametrize("arguments", [{"size": 1}, {"note": None}, {"name": "a"}])
def test_an_optional_body_is_complete_or_absent(server: Server, api: Api, use: Use, arguments: Any) -> None:
    """A part of the required fields makes no body."""
    for method in ("create_json", "create_form", "create_several"):
        with pytest.raises(TypeError):
            api.run(getattr(use("optional_bodies"), method)(**arguments))
    assert server.seen == []


def test_a_media_type_alone_is_no_body(api: Api, server: Server, use: Use) -> None:
    """A content type without a value sends nothing."""
    for kind in ("application/json", "multipart/form-data", "text/plain"):
        server.answer(204)
        api.run(use("optional_bodies").create_several(content_type=kind))
        assert (server.last.body, server.last.headers.get("content-type")) == (b"", None)


def test_no_parts_are_no_multipart_body(api: Api, server: Server, use: Use) -> None:
    """A required form without a part is no body either: RFC 2046 requires a part."""
    server.answer(204)
    api.run(use("optional_bodies").update_multipart(files=[]))
    assert (server.last.body, server.last.headers.get("content-type")) == (b"", None)


def test_the_first_media_type_is_sent(api: Api, server: Server, use: Use) -> None:
    """If the arguments suit several media types, the description's first one is sent."""
    server.answer(204)
    api.run(use("body_media_types").create_same(name="a"))
    assert server.last.headers["content-type"].startswith("multipart/form-data")
    server.answer(204)
    api.run(use("body_media_types").create_same(name="a", content_type="application/json"))
    assert server.last.json == {"name": "a"}


def test_a_string_is_sent_in_the_first_media_type_that_takes_it(api: Api, server: Server, use: Use) -> None:
    """JSON before text is JSON, and text before JSON is text; bytes are never JSON."""
    things = use("body_media_types")
    for body, kind, sent in [("a", "application/json", b'"a"'), (b"a", "text/plain", b"a")]:
        server.answer(204)
        api.run(things.update_json_or_text(body=body))
        assert (server.last.headers["content-type"], server.last.body) == (kind, sent)
    server.answer(204)
    api.run(things.update_text_or_json(body="a"))
    assert (server.last.headers["content-type"], server.last.body) == ("text/plain", b"a")
