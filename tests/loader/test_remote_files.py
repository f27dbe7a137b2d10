"""References to the web: fetched from hosts that are named, and from no other."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.load import load
from fledge.loader.sources.http import FetchError, fetch

from .conftest import Loaded

PARTS = '{"Pet": {"$ref": "deep/cat.json"}, "openapi": "3.1.0", "servers": [{"url": "v1"}, {"url": "{scheme}://x"}]}'
FILES = {
    "/parts.json": PARTS,
    "/deep/cat.json": '{"properties": {"pet": {"$ref": "../parts.json#/Pet"}}}',
    "/api.json": '{"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "servers": [{"url": "v1/{x}"}, '
    '{"url": "{scheme}://x"}], "paths": {"/a": {"get": {"responses": {}}}}}',
    "/bare.json": '{"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": {"/a": {"get": {"responses": {}}}}}',
}


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Serve a file, or a redirect to a host that nobody allowed."""
        if self.path == "/away.json":
            self.send_response(302)
            self.send_header("Location", "http://localhost:1/parts.json")
            self.end_headers()
            return
        text = FILES.get(self.path)
        self.send_response(200 if text else 404)
        self.end_headers()
        self.wfile.write((text or "").encode())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server on this machine: its host and port."""
    monkeypatch.setenv("no_proxy", "*")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def run(tmp_path: Path, reference: str, *hosts: str) -> Loaded:
    """Load a description that refers to a URL."""
    text = f"openapi: 3.1.0\npaths: {{}}\ncomponents: {{schemas: {{Root: {{items: {{$ref: '{reference}'}}}}}}}}\n"
    (tmp_path / "a.yaml").write_text(text)
    report = DiagnosticCollector()
    return Loaded(result=load(["a.yaml"], report, base=tmp_path, hosts=hosts), report=report)


def test_files_of_allowed_hosts_are_fetched(tmp_path: Path, host: str) -> None:
    """What an allowed host serves is read, with what that refers to; messages point at its URL."""
    loaded = run(tmp_path, f"http://{host}/parts.json#/Pet", "127.0.0.1")
    assert loaded.codes == []
    schemas = loaded.spec.root["components"]["schemas"]
    assert schemas == {
        "Root": {"items": {"$ref": "#/components/schemas/cat"}},
        "cat": {"properties": {"pet": {"$ref": "#/components/schemas/cat"}}},
    }
    assert loaded.spec.source_of("/components/schemas/cat").source == f"http://{host}/deep/cat.json"


def test_files_of_other_hosts_are_not_fetched(tmp_path: Path, host: str) -> None:
    """Nothing is fetched from a host that is not named, and the message says how to name it."""
    loaded = run(tmp_path, f"http://{host}/parts.json#/Pet", "example.com")
    diagnostic = loaded.only("reference-remote")
    assert diagnostic.hint is not None and f"allow the host '{host}'" in diagnostic.hint
    assert loaded.spec.at("/components/schemas/Root/items") == {}


@pytest.mark.parametrize(("path", "reason"), [("/none.json", "404"), ("/away.json", "not allowed")])
def test_what_cannot_be_fetched(tmp_path: Path, host: str, path: str, reason: str) -> None:
    """A host that is named and does not deliver is an error, as the network must not change what is generated."""
    loaded = run(tmp_path, f"http://{host}{path}", host)
    assert loaded.result is None
    assert reason in loaded.only("source-unreadable").message


def test_a_response_that_is_too_large_is_refused(host: str) -> None:
    """A text without end is given up."""
    with pytest.raises(FetchError, match="larger than"):
        fetch(f"http://{host}/parts.json", [host], limit=10)


def test_servers_of_a_document_from_the_web(tmp_path: Path, host: str) -> None:
    """Relative servers are relative to the document's address, and variables stay as they are."""
    report = DiagnosticCollector()
    spec = load([f"http://{host}/api.json"], report, base=tmp_path, hosts=[host])
    assert spec is not None
    assert spec.at("/paths/~1a/get/servers") == [
        {"url": f"http://{host}/v1/{{x}}"},
        {"url": "{scheme}://x"},
    ]
    bare = load([f"http://{host}/bare.json"], report, base=tmp_path, hosts=[host])
    assert bare is not None and bare.at("/paths/~1a/get/servers") == [{"url": f"http://{host}/"}]


def test_servers_of_a_document_that_says_where_it_is(tmp_path: Path) -> None:
    """`$self` is an address; a file's is none, and its servers stay relative."""
    text = "openapi: 3.2.0\n{}servers: [{{url: /v1}}]\npaths: {{/a: {{get: {{responses: {{}}}}}}}}\n"
    found = []
    for itself in ("$self: https://example.com/api/openapi.yaml\n", ""):
        (tmp_path / "a.yaml").write_text(text.format(itself))
        spec = load(["a.yaml"], DiagnosticCollector(), base=tmp_path)
        assert spec is not None
        found.append(spec.at("/paths/~1a/get/servers/0/url"))
    assert found == ["https://example.com/v1", "/v1"]


def test_urls_of_servers(tmp_path: Path) -> None:
    """Blanks around them and capitals in their scheme mean nothing."""
    (tmp_path / "a.yaml").write_text('openapi: 3.1.0\nservers: [{url: " HTTPS://Example.com/V1 "}]\npaths: {}\n')
    spec = load(["a.yaml"], DiagnosticCollector(), base=tmp_path)
    assert spec is not None and spec.at("/servers/0/url") == "https://Example.com/V1"


def test_a_password_in_a_description_of_a_code_host(tmp_path: Path) -> None:
    """Its servers are not resolved by where it is, and their passwords are left out as everywhere."""
    itself = "https://raw.githubusercontent.com/acme/api/main/openapi.yaml"
    (tmp_path / "a.yaml").write_text(
        f"openapi: 3.2.0\n$self: {itself}\nservers: [{{url: 'https://u:secret@a.example'}}, {{url: /v1}}]\npaths: {{}}\n"
    )
    report = DiagnosticCollector()
    spec = load(["a.yaml"], report, base=tmp_path)
    assert spec is not None and [each["url"] for each in spec.root["servers"]] == ["https://a.example", "/v1"]
    assert [each.code for each in report] == ["server-user"]
