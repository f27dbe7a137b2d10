"""References and data that look like references: no host gets a request and no file is read that the user did not allow; 120 of them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from fledge.config.client import client_from_arguments
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.render import render_text
from fledge.workflows.plan import plan_generation

MARK = "a-secret-of-this-machine"
_opened: list[str] = []
sys.addaudithook(lambda event, values: _opened.append(str(values[0])) if event == "open" else None)


@pytest.fixture
def host() -> Iterator[tuple[str, list[str]]]:
    """The URL of a host of this machine, and the paths of its requests."""
    requested: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requested.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"type": "string"}')

        def log_message(self, *arguments: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/x.json", requested
    server.shutdown()
    server.server_close()


def document(schema: Any, **more: Any) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    get = {"operationId": "getX", "responses": {"200": {"description": "ok", "content": content}}}
    return {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/x": {"get": get}}, **more}


def documents(target: str) -> dict[str, Any]:
    """A description for each place where a target may stand as a reference, or as data."""
    to = {"$ref": target}
    keywords = "default enum const example examples x-a foo if not contentSchema unevaluatedProperties items".split()
    flows = {"clientCredentials": {"tokenUrl": target, "scopes": to}}
    return {
        **{each: document({each: [to] if each in ("enum", "examples") else to}) for each in keywords},
        **{each: document({each: target}) for each in ("$ref", "$id", "$schema", "$dynamicRef", "$recursiveRef")},
        **{each: document({each: {"a": to}}) for each in ("patternProperties", "dependentSchemas", "definitions")},
        "$id and default": document({"$id": target, "default": {"a": 1}, "properties": {"a": {"$ref": "y.json"}}}),
        "nested default": document({"type": "object", "default": {"a": [to]}}),
        "default of 3.0": {**document({"type": "object", "default": to}), "openapi": "3.0.3"},
        "default of 2.0": {
            "swagger": "2.0",
            "info": {"title": "T", "version": "1"},
            "paths": {},
            "definitions": {"A": {"type": "object", "default": to, "example": to}},
        },
        "jsonSchemaDialect": document({"default": to}, jsonSchemaDialect=target),
        "$self": {**document({"default": to}), "openapi": "3.2.0", "$self": target},
        "example": document({}, components={"examples": {"a": to, "b": {"value": to}, "c": {"externalValue": target}}}),
        "link": document({}, components={"links": {"a": to, "b": {"operationRef": target}}}),
        "server": document({}, servers=[to, {"url": target}], tags=[{**to, "name": "a"}]),
        "webhook": document({}, webhooks={"a": to}),
        "security": document({}, components={"securitySchemes": {"a": {"type": "oauth2", "flows": flows}, "b": to}}),
        "mapping": document({"oneOf": [{}], "discriminator": {"propertyName": "a", "mapping": {"x": target}}}),
    }


@pytest.mark.parametrize("form", ["http", "HTTP", "file", "path"])
def test_no_reference_and_no_data_leads_out(host: tuple[str, list[str]], tmp_path: Path, form: str) -> None:
    """Wherever it stands, nothing is fetched from a host that is not allowed, nor read outside of the project."""
    url, requested = host
    secret = tmp_path / MARK / "x.json"
    secret.parent.mkdir()
    secret.write_text(json.dumps({"type": "object", "description": MARK}))
    project = tmp_path / "project"
    project.mkdir()
    (project / "pyproject.toml").touch()
    targets = {"http": url, "HTTP": url.replace("http", "HTTP"), "file": f"file://{secret}", "path": str(secret)}
    for name, description in documents(targets[form]).items():
        source = project / "openapi.json"
        source.write_text(json.dumps(description))
        report = DiagnosticCollector()
        _opened.clear()
        plan_generation(client_from_arguments([str(source)], str(project)), report, base=project, strict=True)
        assert requested == [], name
        assert str(secret) not in _opened, name
        assert "The validator failed" not in render_text(report, every=True), name


def test_a_default_that_looks_like_a_reference_is_data(tmp_path: Path) -> None:
    """It is not followed, also within the document, and other findings are still reported."""
    schema = {"type": "object", "default": {"$ref": "#/components/schemas/B"}, "properties": {"a": {"default": {}}}}
    description = document({}, components={"schemas": {"A": schema, "B": {"type": "string", "default": 5}}})
    source = tmp_path / "openapi.json"
    source.write_text(json.dumps(description))
    report = DiagnosticCollector()
    plan_generation(client_from_arguments([str(source)], str(tmp_path)), report, base=tmp_path, strict=True)
    places = [each.source.pointer for each in report if each.code == "document-invalid" and each.source]
    assert places == ["/components/schemas/B/default"]


@pytest.mark.parametrize("index", ["9" * 5000, "1" * 19, "-1", "007", "1e3", "²", "９", " 1"])
def test_an_index_that_no_list_has(tmp_path: Path, index: str) -> None:
    """It leads nowhere, however long it is."""
    source = tmp_path / "openapi.json"
    source.write_text(json.dumps({**document({"$ref": f"#/x-a/{index}"}), "x-a": [{"type": "string"}]}))
    report = DiagnosticCollector()
    plan_generation(client_from_arguments([str(source)], str(tmp_path)), report, base=tmp_path, strict=True)
    assert "reference-unresolved" in {each.code for each in report}
