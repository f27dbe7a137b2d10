"""Pairs of servers, paths and what they have in common: the address that a call goes to."""

from __future__ import annotations

from typing import Any

from tests.diff.pairs.pair import JSON, Pair, content, description, operation, pairs_of
from tests.diff.pairs.shorthand import DONE, I, S, fine, obj, text

TWO: JSON = {"/a": {"get": operation()}, "/b": {"get": operation(operationId="other")}}
PREFIXED: JSON = {f"/v1{path}": item for path, item in TWO.items()}


def _servers(*urls: str, paths: JSON = TWO, **fields: Any) -> JSON:
    return {**description(paths), "servers": [{"url": url, **fields} for url in urls]}


def _of_operation(*urls: str) -> JSON:
    first = {"get": operation(servers=[{"url": url} for url in urls])}
    return description({"/a": first, "/b": {"get": operation(operationId="other")}})


def _of_path(*urls: str) -> JSON:
    first = {"servers": [{"url": url} for url in urls], "get": operation()}
    return description({"/a": first, "/b": {"get": operation(operationId="other")}})


def _v2(**fields: Any) -> JSON:
    head = {"swagger": "2.0", "info": {"title": "Shop", "version": "1"}}
    return {**head, "paths": TWO, "host": "a.example", "schemes": ["https"], **fields}


def _region(**fields: Any) -> JSON:
    return _servers("https://{r}.example", variables={"r": {"default": "eu", **fields}})


def _path(path: str, *names: str, **schemas: JSON) -> JSON:
    parameters = [{"name": name, "in": "path", "required": True, "schema": schemas.get(name, S)} for name in names]
    return description({path: {"get": operation(parameters=parameters)}})


def _one(path: str, id: str | None = "doIt", method: str = "get", tag: str | None = "orders", **fields: Any) -> JSON:
    named = {"operationId": id} if id else {}
    return description({path: {method: {**named, **({"tags": [tag]} if tag else {}), "responses": DONE, **fields}}})


UP = "https://up.example"
BODY: JSON = {"requestBody": {"required": True, **content(obj(a=S))}}
ROWS: tuple[tuple[str, JSON, JSON, str], ...] = (
    # servers
    ("HTTP to HTTPS", _servers("http://a.example"), _servers("https://a.example"), "W W"),
    ("port 80 of HTTP", _servers("http://a.example:80/v1"), _servers("http://a.example/v1"), "p p"),
    ("port 80 of HTTPS", _servers("https://a.example:80"), _servers("https://a.example"), "W W"),
    ("dots in a path", _servers("https://a.example/v1/./x/../"), _servers("https://a.example/v1"), "p p"),
    ("needless escape", _servers("https://a.example/%7eme"), _servers("https://a.example/~me"), "p p"),
    ("escape in capitals", _servers("https://a.example/%c3"), _servers("https://a.example/%C3"), "p p"),
    ("needed escape", _servers("https://a.example/a%2Fb"), _servers("https://a.example/a/b"), "W W"),
    ("relative to an absolute path", _servers("v1"), _servers("/v1"), "p p"),
    ("nothing and the root", _servers(""), _servers("/"), "p p"),
    ("2.0", _v2(basePath="/v1"), _servers("https://a.example/v1"), "= ="),
    ("2.0: slash behind the path", _v2(basePath="/v1/"), _servers("https://a.example/v1"), "= ="),
    ("2.0: case of the host", _v2(host="A.Example"), _v2(), "p p"),
    ("2.0: another scheme", _v2(), _v2(schemes=["https", "http"]), "- W"),
    ("one server less", _servers("https://a.example", UP), _servers(UP), "W -"),
    ("description", _servers(UP, description="x"), _servers(UP, description="y"), "= ="),
    ("server of an operation added", _servers("https://shop.example"), _of_operation(UP), "W W"),
    ("server of a path added", _servers("https://shop.example"), _of_path(UP), "W W"),
    (
        "case of the host of an operation",
        _servers("https://shop.example"),
        _of_operation("https://Shop.example/"),
        "p p",
    ),
    ("further server of an operation", _of_operation(UP), _of_operation(UP, "https://up2.example"), "= ="),
    ("server of an operation", _of_operation(UP), _of_operation("https://up2.example"), "W W"),
    ("server of a path moves to its operation", _of_path(UP), _of_operation(UP), "= ="),
    ("variable: default", _region(), _region(default="us"), "- -"),
    ("variable: name", _region(), _servers("https://{s}.example", variables={"s": {"default": "eu"}}), "T T"),
    ("variable: values", _region(), _region(enum=["eu"]), "TW -"),
    ("variable: order of values", _region(enum=["eu", "us"]), _region(enum=["us", "eu"]), "= ="),
    # a prefix
    (
        "prefix moves to the paths",
        _servers("https://a.example/v1"),
        _servers("https://a.example", paths=PREFIXED),
        "- -",
    ),
    (
        "prefix moves to the paths, and one moves further",
        _servers("https://a.example/v1"),
        _servers("https://a.example", paths={"/v1/a": TWO["/a"], "/v1/c": TWO["/b"]}),
        "W W",
    ),
    (
        "prefix moves to the path of the only operation",
        _servers("https://a.example/v1", paths={"/a": TWO["/a"]}),
        _servers("https://a.example", paths={"/v1/a": TWO["/a"]}),
        "- -",
    ),
    (
        "prefix moves from 2.0's base path",
        _v2(basePath="/v1"),
        _servers("https://a.example/", paths=PREFIXED),
        "- -",
    ),
    (
        "prefix moves, and the host changes",
        _servers("https://a.example/v1"),
        _servers("https://b.example", paths=PREFIXED),
        "W W",
    ),
    (
        "prefix of one server moves",
        _servers("https://a.example/v1", UP),
        _servers("https://a.example", UP, paths=PREFIXED),
        "W W",
    ),
    # paths
    ("three variables shifted", _path("/{x}/{y}/{z}", "x", "y", "z"), _path("/{y}/{z}/{x}", "y", "z", "x"), "W W"),
    ("variables of two types swapped", _path("/{x}/{y}", "x", "y", y=I), _path("/{y}/{x}", "y", "x", y=I), "TW TW"),
    ("both variables renamed", _path("/{user}/{org}", "user", "org"), _path("/{owner}/{team}", "owner", "team"), "p p"),
    ("variable renamed, and moved", _path("/orders/{id}", "id"), _path("/sales/{order}", "order"), "W W"),
    ("variable renamed, moved, of another type", _path("/orders/{id}", "id"), _path("/sales/{n}", "n", n=I), "TW TW"),
    ("one variable less", _path("/a/{x}/{y}", "x", "y"), _path("/a/{x}", "x"), "TW TW"),
    ("variable of two values", _path("/a/{x}", "x"), _path("/a/{x}", "x", x=text(enum=["a", "b"])), "TW T"),
    ("variable becomes a UUID", _path("/a/{x}", "x"), _path("/a/{x}", "x", x=text(format="uuid")), "W T"),
    ("slash behind a path", _one("/a"), _one("/a/"), "W W"),
    ("variable without a declaration", _path("/a/{x}", "x"), _one("/a/{x}"), "= ="),
    ("moved by operationId", _one("/api/v1/orders", "listOrders"), _one("/commerce/orders/all", "listOrders"), "W W"),
    ("moved, and another tag", _one("/orders", "listOrders"), _one("/sales", "listOrders", tag="sales"), "W W"),
    (
        "moved, without tags",
        _one("/orders/list", "listOrders", tag=None),
        _one("/sales/list", "listOrders", tag=None),
        "W W",
    ),
    (
        "moved, and named by its path",
        _one("/orders", "getOrder", tag=None),
        _one("/v2/sales", "getOrder", tag=None),
        "W W",
    ),
    ("moved, with a body", _one("/orders", method="post", **BODY), _one("/v3/sales", method="post", **BODY), "W W"),
    (
        "moved, and the operationId repeats the path",
        _one("/api/items/", "read_items_api_items__get", responses={"200": fine(obj("x", x=S))}),
        _one("/items/", "read_items_items__get", responses={"200": fine(obj("x", x=S))}),
        "W W",
    ),
    ("moved, without an operationId", _one("/a/list", None), _one("/b/list", None), "W W"),
    ("another method, without an operationId", _one("/a", None, "put"), _one("/a", None, "patch"), "W W"),
    (
        "two operations exchange their paths",  # and keep their Python names, which are those of the paths
        description(TWO),
        description({"/b": TWO["/a"], "/a": TWO["/b"]}),
        "p p",
    ),
)


def address_pairs() -> list[Pair]:
    """All rows."""
    return [pairs_of(f"address: {name}", old, new, verdicts) for name, old, new, verdicts in ROWS]
