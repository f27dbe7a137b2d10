"""Fields of a form whose encoding states the style that a query has anyway (OpenAPI 3.1.1, 4.8.15.1)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.client import document, imported, make_from, operation, put
from tests.runtime.http.conftest import Api, Server

NEAR: dict[str, Any] = {"type": "object", "properties": {"lat": {"type": "number"}, "lon": {"type": "number"}}}
FORMS: dict[str, Any] = {
    "no encoding": ({}, NEAR, b"near=%7B%22lat%22%3A1.5%2C%22lon%22%3A2.5%7D"),
    "a media type": ({"contentType": "application/json"}, NEAR, b"near=%7B%22lat%22%3A1.5%2C%22lon%22%3A2.5%7D"),
    "form": ({"style": "form"}, NEAR, b"lat=1.5&lon=2.5"),
    "explode": ({"explode": True}, NEAR, b"lat=1.5&lon=2.5"),
    "form and explode": ({"style": "form", "explode": True}, NEAR, b"lat=1.5&lon=2.5"),
    "not exploded": ({"style": "form", "explode": False}, NEAR, b"near=lat,1.5,lon,2.5"),
    "a map": ({"style": "form"}, {"type": "object", "additionalProperties": {"type": "number"}}, b"lat=1.5&lon=2.5"),
    "an object or null": ({"style": "form"}, {"anyOf": [NEAR, {"type": "null"}]}, b"lat=1.5&lon=2.5"),
    "an object or text": ({"style": "form"}, {"anyOf": [NEAR, {"type": "string"}]}, b"lat=1.5&lon=2.5"),
}


@pytest.mark.parametrize("name", FORMS)
def test_an_object_has_a_style_that_is_stated(api: Api, server: Server, tmp_path: Path, name: str) -> None:
    """An object is JSON only if its encoding says nothing of a style."""
    encoding, near, expected = FORMS[name]
    form = {"schema": {"type": "object", "properties": {"near": near}}, "encoding": {"near": encoding}}
    body = {"required": True, "content": {"application/x-www-form-urlencoded": form}}
    call = operation(operationId="search", tags=["x"], requestBody=body)
    put(make_from(document({"/x": {"post": call}}), tmp_path), tmp_path / "form_client")
    with imported(tmp_path, "form_client") as package:
        client = (package.AsyncClient if api.asynchronous else package.Client)(base_url=server.url)
        server.answer(204)
        api.run(client.x.search(near={"lat": 1.5, "lon": 2.5}))
        api.run(client.close())
    assert server.last.body == expected
