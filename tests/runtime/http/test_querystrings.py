"""Queries that are a form as a whole (`in: querystring`, OpenAPI 3.2.0, 4.12.2)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.client import document, imported, make_from, operation, put
from tests.runtime.http.conftest import Api, Server


def test_a_property_has_the_style_of_its_encoding(api: Api, server: Server, tmp_path: Path) -> None:
    """A list with pipes is one value, an object in brackets is several; others are written as usual."""
    tags: dict[str, Any] = {"type": "array", "items": {"type": "string"}}
    near = {"type": "object", "properties": {"lat": {"type": "number"}}}
    form = {
        "schema": {"type": "object", "properties": {"tags": tags, "near": near, "q": {"type": "string"}}},
        "encoding": {
            "tags": {"style": "pipeDelimited", "explode": False},
            "near": {"style": "deepObject", "explode": True},
        },
    }
    query = {"name": "filter", "in": "querystring", "content": {"application/x-www-form-urlencoded": form}}
    spec = {
        **document({"/x": {"get": operation(operationId="search", tags=["x"], parameters=[query])}}),
        "openapi": "3.2.0",
    }
    put(make_from(spec, tmp_path), tmp_path / "query_client")
    with imported(tmp_path, "query_client") as package:
        client = (package.AsyncClient if api.asynchronous else package.Client)(base_url=server.url)
        server.answer(204)
        api.run(client.x.search(filter={"tags": ["a", "b c"], "near": {"lat": 1.5}, "q": "x"}))
        api.run(client.close())
    assert server.last.query == "tags=a%7Cb%20c&near%5Blat%5D=1.5&q=x"
