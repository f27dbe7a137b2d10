"""A description is of the version that it holds, whatever it says, and a warning tells where it says something else."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Load, api, operation

TEXT = {"type": "string"}
OLD: dict[str, Any] = {
    "info": {"title": "Pets", "version": "1"},
    "host": "a.example",
    "basePath": "/v1",
    "paths": {
        "/a": {
            "post": {
                "parameters": [{"name": "pet", "in": "body", "schema": {"$ref": "#/definitions/Pet"}}],
                "responses": {"200": {"description": "", "schema": {"$ref": "#/definitions/Pet"}}},
            }
        }
    },
    "definitions": {"Pet": TEXT},
}
JSON = {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}
NEW: dict[str, Any] = {
    "info": {"title": "Pets", "version": "1"},
    "servers": [{"url": "https://a.example/v1"}],
    "paths": {
        "/a": {"post": {"requestBody": {"content": JSON}, "responses": {"200": {"description": "", "content": JSON}}}}
    },
    "components": {"schemas": {"Pet": TEXT}},
}


@pytest.mark.parametrize(
    ("stated", "body", "wanted"),
    [
        ({"openapi": "3.0.0"}, OLD, 'swagger: "2.0"'),
        ({"openapi": "3.1.0"}, OLD, 'swagger: "2.0"'),
        ({"openapi": "2.0"}, OLD, 'swagger: "2.0"'),
        ({"openapi": 2}, OLD, 'swagger: "2.0"'),
        ({"openapi": 3.0}, OLD, 'swagger: "2.0"'),
        ({"swagger": "3.0"}, OLD, 'swagger: "2.0"'),
        ({"openapi": "3.0.0", "swagger": "2.0"}, OLD, 'swagger: "2.0"'),
        ({"openapi": "2.0"}, NEW, 'openapi: "3.0.0"'),
        ({"swagger": "3.0"}, NEW, 'openapi: "3.0.0"'),
        ({"swagger": "3.1.0"}, NEW, 'openapi: "3.1.0"'),
        ({"openapi": 3}, NEW, 'openapi: "3.0.0"'),
        ({"openapi": "v3.0.3"}, NEW, 'openapi: "3.0.0"'),
        ({"openapi": "3.0.x"}, NEW, 'openapi: "3.0.0"'),
        ({"openapi": "OpenAPI 3.1.0"}, NEW, 'openapi: "3.1.0"'),
        ({"openapi": 3}, {**NEW, "webhooks": {}}, 'openapi: "3.1.0"'),
    ],
)
def test_what_a_description_holds(loaded: Load, stated: Any, body: Any, wanted: str) -> None:
    """A version that cannot be true, or is not spelt as the standard has it, is read as what the description holds."""
    plain = loaded({"a.json": {**({"swagger": "2.0"} if body is OLD else {"openapi": "3.0.0"}), **body}}).spec
    run = loaded({"a.json": {**stated, **body}})
    assert run.spec.root == plain.root
    diagnostic = run.only("version-mismatch")
    assert run.codes == ["version-mismatch"] and diagnostic.hint == f"Write `{wanted}`."
    assert diagnostic.source and diagnostic.source.pointer == f"/{next(iter(stated))}"


@pytest.mark.parametrize(
    ("stated", "body"),
    [({"openapi": 3.0}, NEW), ({"openapi": "3.1"}, NEW), ({"swagger": 2}, OLD), ({"swagger": 2.0}, OLD)],
)
def test_a_version_without_doubt(loaded: Load, stated: Any, body: Any) -> None:
    """A number and a version without its last part leave nothing to guess."""
    assert loaded({"a.json": {**stated, **body}}).codes == []


def test_a_description_of_both_is_of_what_it_says(loaded: Load) -> None:
    """What OpenAPI 3 alone has makes a description one of OpenAPI 3, whatever else it holds."""
    run = loaded({"a.json": api(paths={"/a": {"get": operation()}}, definitions={}, components={})})
    assert run.codes == [] and run.spec.root["definitions"] == {}
