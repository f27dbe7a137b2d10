"""Dicts in place of models: type checkers refuse wrong keys and values, and the client sends what is right."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.client import imported, make_from, put
from tests.golden.checking import Errors, mypy_errors, pyright_errors, wrong_lines
from tests.golden.server import Answer, serving

STRING = {"type": "string"}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def an_object(*required: str, **properties: object) -> dict[str, object]:
    return {"type": "object", "required": list(required), "properties": properties}


SCHEMAS = {
    "Order": an_object(
        "lines",
        "id",
        lines={"type": "array", "items": ref("Line")},
        id={**STRING, "readOnly": True},
        due={"type": "string", "format": "date"},
        note={"type": ["string", "null"]},
        labels={"type": "object", "additionalProperties": STRING},
        customer=ref("Customer"),
        State={"enum": ["draft", "open"]},
        parent=ref("Order"),
    ),
    "Line": {"oneOf": [ref("Article"), ref("Text")], "discriminator": {"propertyName": "kind"}},
    "Article": an_object("kind", "sku", kind={"const": "Article"}, sku=STRING, quantity={"type": "integer"}),
    "Text": an_object("kind", "text", kind={"const": "Text"}, text={"anyOf": [STRING, ref("Parts")]}),
    "Parts": {"type": "array", "items": ref("Part")},
    "Part": {**an_object("value", value=STRING), "additionalProperties": False},
    "Customer": an_object("e-mail", "class", **{"e-mail": STRING, "class": STRING, "__x": STRING}),
    "Tree": {"oneOf": [STRING, {"type": "array", "items": ref("Tree")}, ref("Part")]},
    "Open": {**an_object("a", a=STRING), "additionalProperties": {"type": "integer"}},
    "Mode": {"enum": ["fast", "slow"]},
    "Rows": {"anyOf": [{"type": "array", "items": each} for each in (STRING, ref("Part"), ref("Rows"))]},
    "Order_Dict": an_object(x=STRING),
    "OrderDict": an_object("y", y=STRING),
    "Case": an_object("Part", "str", Part=ref("Part"), str={"type": "array", "items": STRING}, Case=ref("Case")),
}


def operation(body: object, *parameters: object) -> dict[str, object]:
    return {
        "parameters": list(parameters),
        "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
        "responses": {"200": {"description": "", "content": {"application/json": {"schema": ref("Mode")}}}},
    }


MODE = {"name": "speed", "in": "query", "schema": {"enum": ["fast", "slow"]}}
OTHER = {"name": "level", "in": "query", "schema": {"enum": ["high", "low"]}}
FILTER = {
    "name": "filter",
    "in": "query",
    "style": "deepObject",
    "schema": an_object("key", key=STRING, limit={"type": "integer"}),
}
PROPERTIES = {
    "order": ref("Order"),
    "open": ref("Open"),
    "tree": ref("Tree"),
    "text": {"oneOf": [STRING, {"type": "array", "items": STRING}]},
    "mode": ref("Mode"),
    "named": ref("OrderDict"),
    "case": ref("Case"),
    "maps": {"type": "object", "additionalProperties": ref("Part")},
    "rows": ref("Rows"),
    "tables": {"anyOf": [{"type": "object", "additionalProperties": each} for each in (STRING, ref("Rows"))]},
}
DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "servers": [{"url": "https://shop.example.com"}],
    "paths": {
        "/flat": {"post": {"tags": ["a"], "operationId": "flat", **operation(an_object(**PROPERTIES), OTHER, FILTER)}},
        "/whole": {"post": {"tags": ["a"], "operationId": "whole", **operation(ref("Line"))}},
        "/list": {
            "post": {"tags": ["a"], "operationId": "several", **operation({"type": "array", "items": ref("Order")})}
        },
    },
    "components": {"schemas": SCHEMAS},
}
CODE = """
from __future__ import annotations

from datetime import date

from shop import Client, models


def right(client: Client) -> None:
    line = models.Article(sku="a")
    client.a.flat(order={"lines": []})
    client.a.flat(order={"lines": [line, {"kind": "Article", "sku": "b", "quantity": 2}], "due": date(2030, 1, 2)})
    client.a.flat(order={"lines": [{"kind": "Text", "text": "x"}], "due": "2030-01-02", "note": None})
    client.a.flat(order={"lines": [{"kind": "Text", "text": [{"value": "x"}, models.Part(value="y")]}], "State": "open"})
    client.a.flat(order={"lines": [], "customer": {"e-mail": "a@example.com", "class": "x", "__x": "y"}})
    client.a.flat(order={"lines": (), "parent": {"lines": [line], "labels": {"any": "thing"}}})
    client.a.flat(tree=["a", [{"value": "b"}, models.Part(value="c")]], open={"a": "x", "b": 1})
    client.a.flat(text=["a", "b"], mode="unheard of", level="high", filter={"key": "k", "limit": 1})
    client.a.flat(named={"y": "z"}, case={"Part": {"value": "v"}, "str": ["s"]}, maps={"any": {"value": "v"}})
    client.a.flat(rows=[{"value": "v"}, models.Part(value="w")], tables={"any": [{"value": "v"}], "other": "x"})
    client.a.flat(rows=[["a"], [{"value": "v"}]])
    client.a.whole(body={"kind": "Text", "text": "x"})
    client.a.several(body=[{"lines": []}, models.Order(lines=[line])])
    client.a.flat(extra_body=models.Order(lines=[line]))
    order: models.OrderDict_ = {"lines": [line]}
    client.a.flat(order=order)


def wrong(client: Client) -> None:
    client.a.flat(order={"lines": [], "liens": []})  # wrong
    client.a.flat(order={"due": "2030-01-02"})  # wrong
    client.a.flat(order={"lines": [], "due": 5})  # wrong
    client.a.flat(order={"lines": [], "id": "x"})  # wrong
    client.a.flat(order={"lines": [], "labels": {"any": 5}})  # wrong
    client.a.flat(order={"lines": [], "State": "opne"})  # wrong
    client.a.flat(order={"lines": [{"kind": "Article"}]})  # wrong
    client.a.flat(order={"lines": [{"kind": "Artcle", "sku": "b"}]})  # wrong
    client.a.flat(order={"lines": [{"kind": "Text", "text": [{"valeu": "x"}]}]})  # wrong
    client.a.flat(order={"lines": [], "customer": {"e_mail": "a@example.com", "class": "x"}})  # wrong
    client.a.flat(order={"lines": [], "parent": {"lines": [{"kind": "Article", "sku": 5}]}})  # wrong
    client.a.flat(tree=["a", [{"valeu": "b"}]])  # wrong
    client.a.flat(text={"nonsense": 1})  # wrong
    client.a.flat(level="hihg")  # wrong
    client.a.flat(filter={"kye": "k"})  # wrong
    client.a.flat(named={"lines": []})  # wrong
    client.a.flat(case={"Part": {"valeu": "v"}, "str": ["s"]})  # wrong
    client.a.flat(maps={"any": {"valeu": "v"}})  # wrong
    client.a.flat(rows=[{"valeu": "v"}])  # wrong
    client.a.flat(tables={"any": [{"valeu": "v"}]})  # wrong
    client.a.whole(body={"kind": "Text", "txt": "x"})  # wrong
    client.a.several(body=[{"lines": [], "x": 1}])  # wrong
"""
SENT = {
    "order": {
        "lines": [{"kind": "Article", "sku": "a"}, {"kind": "Text", "text": [{"value": "x"}, {"value": "y"}]}],
        "due": "2030-01-02",
        "customer": {"e-mail": "a@example.com", "class": "x"},
    }
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a package that takes each kind of dict."""
    folder = tmp_path_factory.mktemp("shop")
    put(make_from(DOCUMENT, folder), folder / "shop")
    return folder


def test_dicts_and_models_are_sent_alike(shop: Path) -> None:
    """At any depth, sync and async, with the names of the API; at run time, there is no type of dicts."""

    async def later(package: Any, url: str, order: object) -> None:
        async with package.AsyncClient(base_url=url) as client:
            await client.a.flat(order=order)

    with serving(lambda asked: Answer("fast")) as server, imported(shop, "shop") as package:
        parts = [{"value": "x"}, package.models.Part(value="y")]
        lines = [package.models.Article(sku="a"), {"kind": "Text", "text": parts}]
        order = {"lines": lines, "due": date(2030, 1, 2), "customer": {"e-mail": "a@example.com", "class": "x"}}
        with package.Client(base_url=server.url) as client:
            client.a.flat(order=order)
        asyncio.run(later(package, server.url, order))
        assert [each.json() for each in server.asked] == [SENT, SENT]
        assert not hasattr(package.models, "PartDict")


@pytest.mark.types
@pytest.mark.slow
@pytest.mark.parametrize("checker", [mypy_errors, pyright_errors], ids=["mypy", "pyright"])
def test_type_checkers_check_dicts(shop: Path, tmp_path: Path, checker: Callable[..., Errors]) -> None:
    """Exactly the marked lines are errors, and those of the package are none."""
    code = tmp_path / "use.py"
    code.write_text(CODE, encoding="utf-8")
    errors = checker([code], shop, tmp_path)
    assert sorted(line for _, line in errors) == wrong_lines(CODE), errors
