"""Values that are written in another way in one place than in others: base64 as a whole body, decimals in forms."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import parse_qs, unquote

import pytest

from tests.client import document, imported, make_from, put
from tests.runtime.http.conftest import Api, Server

PRICES = {
    "type": "object",
    "properties": {
        "price": {"type": "number"},
        "prices": {"type": "object", "additionalProperties": {"type": "number"}},
        "exact": {"type": "object", "properties": {"price": {"type": "string", "format": "decimal"}}},
        "all": {"type": "array", "items": {"type": "object", "properties": {"price": {"type": "number"}}}},
    },
}
BASE64 = {"type": "string", "format": "byte"}


def response(media_type: str, schema: Any) -> dict[str, Any]:
    return {"description": "d", "content": {media_type: {"schema": schema}}}


def operation(name: str, body: str = "", **responses: Any) -> dict[str, Any]:
    sent = {"requestBody": {"content": {body: {"schema": {"$ref": "#/components/schemas/Prices"}}}}} if body else {}
    done = responses or {"204": {"description": "d"}}
    return {"operationId": name, "tags": ["values"], "responses": done, **sent}


def parameter(**style: Any) -> dict[str, Any]:
    return {"name": "p", "in": "query", "schema": {"$ref": "#/components/schemas/Prices"}, **style}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder: Path = tmp_path_factory.mktemp("packages")
    as_json, as_file = response("application/json", BASE64), response("application/octet-stream", BASE64)
    paths = {
        "/key": {"get": operation("getKey", **{"200": as_json, "409": as_json})},
        "/file": {"get": operation("getFile", **{"200": as_file})},
        "/form": {"post": operation("sendForm", "application/x-www-form-urlencoded")},
        "/parts": {"post": operation("sendParts", "multipart/form-data")},
        "/exploded": {"get": {**operation("exploded"), "parameters": [parameter(explode=True)]}},
        "/joined": {"get": {**operation("joined"), "parameters": [parameter(explode=False)]}},
        "/deep": {"get": {**operation("deep"), "parameters": [parameter(style="deepObject", explode=True)]}},
    }
    put(make_from(document(paths, Prices=PRICES), folder), folder / "written_values")
    with imported(folder, "written_values") as module:
        yield module


@pytest.fixture
def client(package: ModuleType, api: Api, server: Server) -> Iterator[Any]:
    client = (package.AsyncClient if api.asynchronous else package.Client)(base_url=server.url)
    yield client
    api.run(client.close())


def test_base64_in_json_is_bytes(api: Api, server: Server, client: Any, package: ModuleType) -> None:
    """A string of JSON that is base64 is decoded, of success and failure; a file is what comes."""
    server.answer(200, "aGVsbG8=")
    assert api.run(client.values.get_key()) == b"hello"
    server.answer(409, "aGVsbG8=")
    with pytest.raises(package.APIStatusError) as caught:
        api.run(client.values.get_key())
    assert caught.value.body == b"hello"
    server.answer(200, b'"aGVsbG8="', headers={"Content-Type": "application/json"})
    assert api.run(client.values.get_file()) == b'"aGVsbG8="'


def test_decimals_in_forms(api: Api, server: Server, client: Any) -> None:
    """A decimal is a number where one is described, also in the JSON of a nested object; else it is a string."""
    price = Decimal("1.50")
    fields = {
        "price": price,
        "prices": {"a": price},
        "exact": {"price": price},
        "all": [{"price": price}],
    }
    expected = {"price": "1.50", "prices": '{"a":1.50}', "exact": '{"price":"1.50"}', "all": '{"price":1.50}'}
    server.answer(204)
    api.run(client.values.send_form(**fields))
    assert {name: values[0] for name, values in parse_qs(server.seen[-1].body.decode()).items()} == expected
    server.answer(204)
    api.run(client.values.send_parts(**fields))
    parts = server.seen[-1].body.decode().split("\r\n--")[:-1]
    assert [part.partition("\r\n\r\n")[2] for part in parts] == [*expected.values()]


def test_decimals_in_styled_parameters(api: Api, server: Server, client: Any) -> None:
    """The same holds for what is nested in a parameter, and so is JSON."""
    price = Decimal("1.50")
    value = {"price": price, "prices": {"a": price}, "exact": {"price": price}, "all": [{"price": price}]}
    expected = {
        "exploded": 'price=1.50&prices={"a":1.50}&exact={"price":"1.50"}&all={"price":1.50}',
        "joined": 'p=price,1.50,prices,{"a":1.50},exact,{"price":"1.50"},all,[{"price":1.50}]',
        "deep": "p[price]=1.50&p[prices][a]=1.50&p[exact][price]=1.50&p[all][0][price]=1.50",
    }
    for method, query in expected.items():
        server.answer(204)
        api.run(getattr(client.values, method)(p=value))
        assert unquote(server.last.query) == query
