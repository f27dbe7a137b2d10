"""Header parameters that OpenAPI ignores are reported where nothing else says what they say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from fledge.builder.build import build
from fledge.diagnostics.diagnostic import Diagnostic, DiagnosticCollector
from tests.builder.specs import spec_of

SCHEMES = {
    "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
    "query": {"type": "apiKey", "in": "query", "name": "authorization"},
    "raw": {"type": "apiKey", "in": "header", "name": "authorization"},
    "login": {"type": "http", "scheme": "basic"},
    "oauth": {"type": "oauth2", "flows": {"implicit": {}}},
}


def reported(
    name: str, schema: Any = True, schemes: Mapping[str, Any] = SCHEMES, operation: Mapping[str, Any] = {}
) -> list[Diagnostic]:
    """What is reported of a header parameter that two operations share."""
    parameter = {"name": name, "in": "header", "schema": schema}
    both = {"parameters": [{"$ref": "#/components/parameters/shared"}], "responses": {}, **operation}
    spec = spec_of(
        components={"parameters": {"shared": parameter}, "securitySchemes": schemes},
        paths={"/pets": {"get": both, "post": both}},
    )
    collector = DiagnosticCollector()
    build(spec, collector, overrides={}, locked_names={}, env_prefix="SHOP")
    return [each for each in collector if each.code == "parameter-ignored"]


@pytest.mark.parametrize("security", [None, [], [{}], [{"key": []}], [{"query": []}]])
def test_a_credential_that_no_security_scheme_describes(security: list[Any] | None) -> None:
    """Nobody could send it, so it is a warning with what mends it; one that operations share is reported once."""
    (only,) = reported("authorization", operation={} if security is None else {"security": security})
    assert only.severity == "warning" and "no security scheme of GET /pets is sent in this header" in only.message
    assert "let `security` require `login`" in (only.hint or "")


def test_a_credential_without_any_security_scheme() -> None:
    """The hint is the configuration that adds a scheme."""
    (only,) = reported("Authorization", schemes={})
    assert "security.token = " in (only.hint or "")


@pytest.mark.parametrize("security", [[{"login": []}], [{"key": []}, {"oauth": []}], [{}, {"raw": []}]])
def test_a_credential_that_a_security_scheme_describes(security: list[Any]) -> None:
    """The client has an argument for it, so nothing is lost."""
    assert not reported("Authorization", operation={"security": security})


@pytest.mark.parametrize(
    ("name", "schema", "lost"),
    [
        ("Accept", {"enum": ["application/json", "text/csv"]}, "text/csv"),
        ("Accept", {"type": "string", "default": "text/html, text/csv; header=absent"}, "text/csv"),
        ("accept", {"const": "TEXT/HTML; charset=utf-8"}, None),
        ("Accept", {"enum": ["*/*", "text/*", "application/json"]}, None),
        ("Accept", {"type": "string"}, None),
        ("Content-Type", {"enum": ["application/x-tar"]}, "application/x-tar"),
        ("Content-Type", {"enum": ["application/zip", "application/json"]}, None),
        ("Content-Length", {"enum": [3]}, None),
    ],
)
def test_media_types(name: str, schema: Any, lost: str | None) -> None:
    """A media type that no body or response has is lost; that is a note, since a call can pass the header."""
    content = {"description": "Done", "content": {"text/html": {}}}
    diagnostics = reported(
        name, schema, operation={"responses": {"200": content}, "requestBody": {"content": {"application/zip": {}}}}
    )
    assert [each.severity for each in diagnostics] == (["note"] if lost else [])
    assert all(f"`{lost}`" in each.message and "extra_headers" in (each.hint or "") for each in diagnostics)


@pytest.mark.parametrize(
    ("location", "name", "security", "is_ignored"),
    [
        ("header", "x-key", [{"key": []}], True),
        ("header", "X-Key", [{}, {"key": [], "login": []}], True),
        ("query", "authorization", [{"query": []}], True),
        ("query", "Authorization", [{"query": []}], False),
        ("query", "X-Key", [{"key": []}], False),
        ("header", "X-Key", [{"key": []}, {"login": []}], False),
        ("header", "X-Key", [{}], False),
        ("header", "X-Key", [], False),
    ],
)
def test_a_credential_is_sent_once(location: str, name: str, security: list[Any], is_ignored: bool) -> None:
    """A parameter that is the API key of each requirement is no argument: callers would pass, and send, it twice."""
    parameter = {"name": name, "in": location, "required": True, "schema": {"type": "string"}}
    operation = {"parameters": [parameter], "responses": {}, "security": security}
    spec = spec_of(components={"securitySchemes": SCHEMES}, paths={"/pets": {"get": operation}})
    collector = DiagnosticCollector()
    api = build(spec, collector, overrides={}, locked_names={}, env_prefix="SHOP")
    assert [each.name.wire for each in api.resources[0].operations[0].parameters] == ([] if is_ignored else [name])
    notes = [each.severity for each in collector if each.code == "parameter-ignored"]
    assert notes == (["note"] if is_ignored else [])
