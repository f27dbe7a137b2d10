"""Bytes as base64url (RFC 4648 5) are bytes both ways: in JSON, forms, parts and parameters; so are decimals numbers in dicts."""

from __future__ import annotations

import json
from collections import UserList
from collections.abc import Iterator
from decimal import Decimal
from types import MappingProxyType, ModuleType
from typing import Any

import pytest

from fledge.emitter import emit
from tests.client import document, imported, operation, put, understand
from tests.runtime.http.conftest import Api, Server

URL = {"type": "string", "contentEncoding": "base64url"}
KEY = {"$ref": "#/components/schemas/Key"}
INNER = {"$ref": "#/components/schemas/Inner"}
DATA = b"\xff\xef"
VALUE: dict[str, Any] = {
    "b": "_-8=",
    "std": "/+8=",
    "many": ["_-8="],
    "named": {"a": "_-8="},
    "inner": {"b": "_-8=", "price": 1.5, "exact": "1.50"},
    "either": "_-8=",
    "none": None,
    "bare": "_-8",
    "pair": ["_-8=", 1.5],
    "amount": 1.5,
    "text": "2024-01-02",
    "digits": ["1", 1.5],
    "loose": {"q": 1.5},
    "lists": [1.5],
}
SCHEMAS: dict[str, Any] = {
    "Key": {"type": "string", "format": "base64url"},
    "Inner": {
        "type": "object",
        "required": ["b"],
        "properties": {"b": KEY, "price": {"type": "number"}, "exact": {"type": "string", "format": "decimal"}},
    },
    "All": {
        "type": "object",
        "properties": {
            "b": URL,
            "std": {"type": "string", "format": "byte"},
            "many": {"type": "array", "items": KEY},
            "named": {"type": "object", "additionalProperties": KEY},
            "inner": INNER,
            "inners": {"type": "array", "items": INNER},
            "either": {"anyOf": [KEY, {"type": "integer"}]},
            "none": {"type": ["string", "null"], "format": "base64url"},
            "bare": KEY,
            "pair": {
                "type": "array",
                "prefixItems": [KEY, {"type": "number", "format": "decimal"}],
                "minItems": 2,
                "maxItems": 2,
            },
            "loose": {
                "anyOf": [
                    {"type": "object", "properties": {"x": {"type": "string"}}},
                    {"type": "object", "additionalProperties": {"type": "number", "format": "decimal"}},
                ]
            },
            "lists": {
                "anyOf": [
                    {"type": "array", "items": {"type": "number", "format": "decimal"}},
                    {"type": "array", "items": {}},
                ]
            },
            "text": {"anyOf": [KEY, {"type": "string", "maxLength": 10}]},
            "digits": {
                "type": "array",
                "prefixItems": [{"type": "string"}, {"type": ["integer", "number"], "format": "decimal"}],
                "items": False,
            },
            "amount": {"anyOf": [{"type": "number", "format": "decimal"}, {"type": "string"}]},
        },
    },
}


def send(name: str, media_type: str, schema: Any, *parameters: Any) -> dict[str, Any]:
    content = {media_type: {"schema": schema}}
    facts = {"operationId": name, "tags": ["x"], "requestBody": {"required": True, "content": content}}
    return operation(**facts, parameters=list(parameters))


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """A client with base64url in each place."""
    whole = {"$ref": "#/components/schemas/All"}
    listed = {"type": "array", "items": KEY}
    parameters = [
        {"name": "key", "in": "path", "required": True, "schema": KEY},
        {"name": "keys", "in": "query", "schema": listed},
        {"name": "x-key", "in": "header", "schema": URL},
        {
            "name": "map",
            "in": "query",
            "content": {"application/json": {"schema": SCHEMAS["All"]["properties"]["named"]}},
        },
        {"name": "deep", "in": "query", "style": "deepObject", "schema": INNER},
    ]
    paths = {
        "/json/{key}": {"post": send("json", "application/json", whole, *parameters)},
        "/parts": {"post": send("parts", "multipart/form-data", whole)},
        "/form": {"post": send("form", "application/x-www-form-urlencoded", whole)},
        "/list": {"post": send("listed", "application/json", listed)},
        "/models": {"post": send("models", "application/json", {"type": "array", "items": INNER})},
        "/numbers": {"post": send("numbers", "application/json", {"additionalProperties": {"type": "number"}})},
    }
    folder = tmp_path_factory.mktemp("base64url")
    (folder / "openapi.json").write_text(json.dumps(document(paths, **SCHEMAS)))
    put(emit(understand(folder / "openapi.json")[0]), folder / "url_client")
    with imported(folder, "url_client") as module:
        yield module


@pytest.mark.parametrize("strict", [True, False])
def test_bytes_come_and_go(package: ModuleType, strict: bool) -> None:
    """What comes is bytes, padded or not, and is sent in the same spelling."""
    value = package.decode(package.models.All, json.dumps(VALUE), strict=strict)
    assert value.b == value.std == value.either == value.bare == value.inner.b == DATA
    assert (value.many, value.named, value.none) == ([DATA], {"a": DATA}, None)
    assert all(isinstance(each, bytes) for each in (value.b, value.many[0], value.either))
    assert json.loads(package.encode(value)) == value.to_dict() == VALUE


@pytest.mark.parametrize(("digits", "plain"), [("0.10", 0.1), ("7", 7), ("0.12345678901234567890", None)])
def test_a_dict_has_the_numbers_of_the_json(package: ModuleType, digits: str, plain: float | None) -> None:
    """A decimal that is a number is one in a dict, too, unless a float would lose digits."""
    model = package.models.All(pair=(DATA, Decimal(digits)))
    assert model.to_dict() == {"pair": ["_-8=", digits if plain is None else plain]}
    assert package.models.All.from_dict(model.to_dict()) == model


def test_a_text_that_is_none_stays_text(package: ModuleType) -> None:
    """It is an error in strict reading."""
    text = '{"b":"no base64!"}'
    value = package.decode(package.models.All, text)
    assert (value.b, package.encode(value)) == ("no base64!", text.encode())
    with pytest.raises(ValueError):
        package.decode(package.models.All, text, strict=True)


def test_plain_bytes_are_written_as_the_place_says(api: Api, server: Server, package: ModuleType) -> None:
    """In fields, lists, maps, plain dicts, parameters of each location, parts and forms; a decimal in a dict is a number."""
    client = (package.AsyncClient if api.asynchronous else package.Client)(base_url=server.url)
    inner = {"b": DATA, "price": Decimal("1.50"), "exact": Decimal("1.50")}
    fields: dict[str, Any] = {"b": DATA, "std": DATA, "many": [DATA], "either": DATA, "bare": DATA}
    server.answer(204)
    query: dict[str, Any] = {
        "keys": [DATA, DATA],
        "x_key": DATA,
        "map": {"a": DATA},
        "deep": package.models.Inner(b=DATA),
    }
    api.run(client.x.json(DATA, **fields, named={"a": DATA}, inner=inner, inners=[inner], **query))
    assert json.loads(server.last.body) == {
        **{"b": "_-8=", "std": "/+8=", "many": ["_-8="], "either": "_-8=", "bare": "_-8=", "named": {"a": "_-8="}},
        "inner": {"b": "_-8=", "price": 1.5, "exact": "1.50"},
        "inners": [{"b": "_-8=", "price": 1.5, "exact": "1.50"}],
    }
    assert b'"price":1.50' in server.last.body
    assert server.last.path == "/json/_-8%3D"
    assert server.last.query == "keys=_-8%3D&keys=_-8%3D&map=%7B%22a%22%3A%22_-8%3D%22%7D&deep%5Bb%5D=_-8%3D"
    assert server.last.headers["x-key"] == "_-8="
    for method in ("parts", "form"):
        server.answer(204)
        api.run(getattr(client.x, method)(**fields, inner=package.models.Inner(b=DATA)))
        assert server.last.body.count(b"_-8") == 5 and b"filename" not in server.last.body
    server.answer(204)
    api.run(client.x.listed(body=[DATA]))
    assert server.last.body == b'["_-8="]'
    server.answer(204)
    api.run(client.x.models(body=[inner]))
    assert server.last.body == b'[{"b":"_-8=","price":1.50,"exact":"1.50"}]'
    server.answer(204)
    api.run(client.x.numbers(body={"a": Decimal("0.10")}))
    assert server.last.body == b'{"a":0.10}'
    api.run(client.close())


def test_any_sequence_and_mapping_is_as_a_list_and_a_dict(api: Api, server: Server, package: ModuleType) -> None:
    """Tuples, other sequences and mappings hold what has another form in JSON, as lists and dicts do."""
    client = (package.AsyncClient if api.asynchronous else package.Client)(base_url=server.url)
    numbers = {"a": Decimal("0.10")}
    for keys in ((DATA,), UserList([DATA])):
        server.answer(204)
        api.run(client.x.listed(body=keys))
        assert server.last.body == b'["_-8="]'
    server.answer(204)
    api.run(client.x.numbers(body=MappingProxyType(numbers)))
    assert server.last.body == b'{"a":0.10}'
    server.answer(204)
    api.run(client.x.json(DATA, many=(DATA,), named=MappingProxyType({"a": DATA}), pair=(DATA, Decimal("0.10"))))
    assert server.last.body == b'{"many":["_-8="],"named":{"a":"_-8="},"pair":["_-8=",0.10]}'
    api.run(client.close())


def test_a_whole_model_is_sent_as_its_fields_are(api: Api, server: Server, package: ModuleType) -> None:
    """In `extra_body`, too, a decimal is a number where the schema says so."""
    client = (package.AsyncClient if api.asynchronous else package.Client)(base_url=server.url)
    model = package.models.All(pair=(DATA, Decimal("0.10")), amount=Decimal("0.10"))
    server.answer(204)
    api.run(client.x.json(DATA, extra_body=model))
    assert server.last.body == b'{"pair":["_-8=",0.10],"amount":0.10}'
    api.run(client.close())
