"""Documented redirects in calls of a generated client."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from fledge.emitter import emit
from tests.client import imported, put, understand
from tests.conftest import ROOT
from tests.runtime.http.conftest import Api, Server

MOVED = {"headers": {"Location": "/elsewhere"}}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder: Path = tmp_path_factory.mktemp("packages")
    put(emit(understand(ROOT / "tests" / "cases" / "redirects" / "openapi.yaml")[0]), folder / "redirects")
    with imported(folder, "redirects") as module:
        yield module


@pytest.fixture
def client(package: ModuleType, api: Api, server: Server) -> Iterator[Any]:
    client = (package.AsyncClient if api.asynchronous else package.Client)(base_url=server.url)
    yield client
    api.run(client.close())


def test_get_and_head_follow(api: Api, server: Server, client: Any) -> None:
    """The result is what the new place holds; a redirect with a type of its own changes nothing."""
    server.answer(302, **MOVED)
    server.answer(200, "content")
    assert api.run(client.files.get("a")) == "content"
    assert [seen.target for seen in server.seen] == ["/files/a", "/elsewhere"]


def test_a_download_that_documents_only_a_redirect(api: Api, server: Server, client: Any) -> None:
    """It is read from there, as bytes if it is not JSON; `default` stays the error."""
    server.answer(302, **MOVED)
    server.answer(200, b"\x1f\x8b", headers={"Content-Type": "application/x-gzip"})
    assert api.run(client.archive.get()) == b"\x1f\x8b"
    server.answer(404, {"code": "gone"})
    with pytest.raises(Exception, match="404 gone"):
        api.run(client.archive.get())


def test_a_redirect_that_leads_nowhere_is_an_error(api: Api, server: Server, package: ModuleType, client: Any) -> None:
    """Without a place, or in a circle, there is no result."""
    server.answer(302)
    with pytest.raises(package.APIStatusError) as caught:
        api.run(client.archive.get())
    assert caught.value.status_code == 302


def test_pages_go_on_behind_a_documented_redirect(api: Api, server: Server, client: Any) -> None:
    """A list that documents redirects is a list of pages."""
    server.answer(301, **MOVED)
    server.answer(200, ["a"], headers={"Link": f'<{server.url}/items?page=2>; rel="next"'})
    server.answer(200, ["b"])
    assert api.listed(client.items.list()) == ["a", "b"]


def test_what_changes_something(api: Api, server: Server, package: ModuleType, client: Any) -> None:
    """POST: 302 is an error beside a documented success, and the result without one; 303 is read from there."""
    server.answer(302, **MOVED)
    with pytest.raises(package.APIStatusError, match="302 moved to /elsewhere"):
        api.run(client.items.create())
    server.answer(302, **MOVED)
    raw = api.run(client.login.with_raw_response.login())
    assert (raw.status_code, raw.headers["location"], raw.body) == (302, "/elsewhere", None)
    server.answer(303, **MOVED)
    server.answer(200, b"page", headers={"Content-Type": "text/html"})
    api.run(client.upload.upload())
    assert (server.last.method, server.last.path) == ("GET", "/elsewhere")
    server.answer(307, **MOVED)
    server.answer(204)
    assert api.run(client.upload.upload()) is None
    assert (server.last.method, server.last.path) == ("POST", "/elsewhere")
