"""Pairs of descriptions: servers, security, webhooks, models, and the same API in another version of OpenAPI."""

from __future__ import annotations

from typing import Any

from tests.diff.pairs.pair import JSON, Pair, box, content, description, operation, pairs_of, request

STRING: JSON = {"type": "string"}
PATHS: JSON = {"/a": {"get": operation()}}
TWO: JSON = {"/a": {"get": operation()}, "/b": {"get": operation(operationId="other")}}


def _servers(*urls: str, **fields: Any) -> JSON:
    return {**description(PATHS), "servers": [{"url": url, **fields} for url in urls]}


def _each_at(url: str) -> JSON:
    paths = {path: {"get": {**item["get"], "servers": [{"url": url}]}} for path, item in TWO.items()}
    return description(paths)


def _secured(schemes: JSON, *requirements: JSON) -> JSON:
    return description(PATHS, components={"securitySchemes": schemes}, security=list(requirements))


def _login(*scopes: str, flow: str = "authorizationCode") -> JSON:
    urls = {"authorizationUrl": "https://shop.example/login", "tokenUrl": "https://shop.example/token"}
    scheme = {"type": "oauth2", "flows": {flow: {**urls, "scopes": {"read": "", "write": ""}}}}
    return _secured({"login": scheme}, {"login": list(scopes)})


def _either(*scopes: str) -> JSON:
    """Each scope is sufficient."""
    return {**_login(), "security": [{"login": [scope]} for scope in scopes]}


def _webhook(schema: JSON) -> JSON:
    hook = {"post": {"requestBody": content(schema), "responses": {"200": {"description": "Fine."}}}}
    return description(PATHS, webhooks={"moved": hook})


def _callback(schema: JSON) -> JSON:
    hook = {"post": {"requestBody": content(schema), "responses": {"200": {"description": "Fine."}}}}
    return description({"/a": {"post": operation(callbacks={"moved": {"{$request.query.url}": hook}})}})


def _tagged(*required: str) -> JSON:
    """A call that sends one of two models, the first of which requires these properties."""
    cat = {"type": "object", "required": list(required), "properties": {"kind": {"const": "cat"}, "name": STRING}}
    dog = {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "dog"}, "breed": STRING}}
    pets = {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]}
    return request(pets, components={"schemas": {"Cat": cat, "Dog": dog}})


def _moods(*values: str, sent: bool, received: bool = False) -> JSON:
    """An enum that a call sends, or answers, or both."""
    mood = box({"$ref": "#/components/schemas/Mood"})
    answers = {"200": {"description": "Fine.", **content(mood)}} if received else {"204": {"description": "Done."}}
    body = {"requestBody": {"required": True, **content(mood)}} if sent else {}
    paths = {"/a": {"post": operation(**body)}, "/b": {"get": operation(operationId="other", responses=answers)}}
    return description(paths, components={"schemas": {"Mood": {"type": "string", "enum": list(values)}}})


def _models(**schemas: JSON) -> JSON:
    return description(PATHS, components={"schemas": schemas})


KEY: JSON = {"type": "apiKey", "in": "header", "name": "X-Key"}
TOKEN: JSON = {"type": "http", "scheme": "bearer"}
REGION: JSON = {"variables": {"region": {"default": "eu", "enum": ["eu", "us"]}}}
FEWER: JSON = {"variables": {"region": {"default": "eu", "enum": ["eu"]}}}
V30: JSON = {**request(box({"type": "string", "nullable": True})), "openapi": "3.0.3"}
V30_BOUND: JSON = {**request(box({"type": "number", "maximum": 5, "exclusiveMaximum": True})), "openapi": "3.0.3"}
V2: JSON = {
    "swagger": "2.0",
    "info": {"title": "Shop", "version": "1"},
    "host": "shop.example",
    "schemes": ["https"],
    "paths": {
        "/orders": {
            "post": {
                "operationId": "doIt",
                "tags": ["orders"],
                "consumes": ["application/json"],
                "parameters": [{"name": "body", "in": "body", "required": True, "schema": box(STRING)}],
                "responses": {"204": {"description": "Done."}},
            }
        }
    },
}

ROWS: tuple[tuple[str, JSON, JSON, str], ...] = (
    ("title", description(PATHS), {**description(PATHS), "info": {"title": "Store", "version": "1"}}, "p p"),
    ("version", description(PATHS), {**description(PATHS), "info": {"title": "Shop", "version": "2"}}, "= ="),
    # servers
    ("another server", _servers("https://a.example"), _servers("https://b.example"), "W W"),
    ("server added", _servers("https://a.example"), _servers("https://a.example", "https://b.example"), "- W"),
    (
        "order of servers",
        _servers("https://a.example", "https://b.example"),
        _servers("https://b.example", "https://a.example"),
        "- -",
    ),
    ("case of a host", _servers("https://a.example"), _servers("https://A.Example"), "p p"),
    ("default port", _servers("https://a.example"), _servers("https://a.example:443"), "p p"),
    ("another port", _servers("https://a.example"), _servers("https://a.example:8443"), "W W"),
    ("trailing slash", _servers("https://a.example/v1"), _servers("https://a.example/v1/"), "p p"),
    ("path of a server", _servers("https://a.example/v1"), _servers("https://a.example/v2"), "W W"),
    ("relative server", _servers("/v1"), _servers("./v1/"), "p p"),
    ("server variable added", _servers("https://eu.example"), _servers("https://{region}.example", **REGION), "- T"),
    (
        "server value removed",
        _servers("https://{region}.example", **REGION),
        _servers("https://{region}.example", **FEWER),
        "TW -",
    ),
    (
        "server variable without values",
        _servers("https://{region}.example", **REGION),
        _servers("https://{region}.example", variables={"region": {"default": "eu"}}),
        "- TW",
    ),
    ("no server, and the root", {**description(PATHS), "servers": []}, _servers("/"), "p p"),
    ("no server, and a URL", {**description(PATHS), "servers": []}, _servers("https://a.example"), "- W"),
    ("all operations at another server", description(TWO), _each_at("https://up.example"), "W W"),
    ("all operations at the server itself", description(TWO), _each_at("https://shop.example"), "= ="),
    ("path prefix", description(TWO), description({f"/api{path}": item for path, item in TWO.items()}), "W W"),
    # security
    ("security added", description(PATHS), _secured({"key": KEY}, {"key": []}), "W TW"),
    (
        "order of credentials that are needed together",
        _secured({"key": KEY, "token": TOKEN}, {"key": [], "token": []}),
        _secured({"key": KEY, "token": TOKEN}, {"token": [], "key": []}),
        "p p",
    ),
    ("optional security", _secured({"key": KEY}, {"key": []}), _secured({"key": KEY}, {"key": []}, {}), "- W"),
    (
        "further scheme",
        _secured({"key": KEY, "token": TOKEN}, {"key": []}),
        _secured({"key": KEY, "token": TOKEN}, {"key": []}, {"token": []}),
        "- W",
    ),
    (
        "both schemes",
        _secured({"key": KEY, "token": TOKEN}, {"key": []}),
        _secured({"key": KEY, "token": TOKEN}, {"key": [], "token": []}),
        "W -",
    ),
    (
        "another scheme",
        _secured({"key": KEY, "token": TOKEN}, {"key": []}),
        _secured({"key": KEY, "token": TOKEN}, {"token": []}),
        "W W",
    ),
    (
        "header of a key",
        _secured({"key": KEY}, {"key": []}),
        _secured({"key": {**KEY, "name": "X-Other"}}, {"key": []}),
        "W W",
    ),
    (
        "case of a key's header",
        _secured({"key": KEY}, {"key": []}),
        _secured({"key": {**KEY, "name": "x-key"}}, {"key": []}),
        "p p",
    ),
    (
        "order of alternatives",
        _secured({"key": KEY, "token": TOKEN}, {"key": []}, {"token": []}),
        _secured({"key": KEY, "token": TOKEN}, {"token": []}, {"key": []}),
        "p p",
    ),
    (
        "either scheme to both",
        _secured({"key": KEY, "token": TOKEN}, {"key": []}, {"token": []}),
        _secured({"key": KEY, "token": TOKEN}, {"key": [], "token": []}),
        "W -",
    ),
    (
        "certificate required",
        _secured({"tls": {"type": "mutualTLS"}}),
        _secured({"tls": {"type": "mutualTLS"}}, {"tls": []}),
        "W -",
    ),
    ("certificate declared only", description(PATHS), _secured({"tls": {"type": "mutualTLS"}}), "= ="),
    ("another scope is sufficient", _login("read"), _either("read", "write"), "- W"),
    ("scheme renamed", _secured({"key": KEY}, {"key": []}), _secured({"other": KEY}, {"other": []}), "TW TW"),
    ("scope added", _login("read"), _login("read", "write"), "W -"),
    (
        "scope added, client credentials",
        _login("read", flow="clientCredentials"),
        _login("read", "write", flow="clientCredentials"),
        "W -",
    ),
    # webhooks and models
    ("webhook added", description(PATHS), _webhook(box(STRING)), "- TW"),
    ("type of a webhook", _webhook(box(STRING)), _webhook(box({"type": "integer"})), "TW TW"),
    # A class fills the tag in, and a dict has to have it.
    ("tag of a variant becomes required", _tagged(), _tagged("kind"), "T -"),
    (
        "enum of one in a webhook gains a value",
        _webhook(box({"type": "string", "enum": ["a"]})),
        _webhook(box({"type": "string", "enum": ["a", "b"]})),
        "- T",
    ),
    (
        "enum of one in a callback gains a value",
        _callback(box({"type": "string", "enum": ["a"]})),
        _callback(box({"type": "string", "enum": ["a", "b"]})),
        "- T",
    ),
    ("type in a callback", _callback(box(STRING)), _callback(box({"type": "integer"})), "TW TW"),
    ("enum that is only sent loses a value", _moods("a", "b", "c", sent=True), _moods("a", "b", sent=True), "TW -"),
    (
        "enum that is sent and received loses a value",
        _moods("a", "b", "c", sent=True, received=True),
        _moods("a", "b", sent=True, received=True),
        "W -",
    ),
    (
        "value added to an enum that is only received",
        _moods("a", "b", sent=False, received=True),
        _moods("a", "b", "c", sent=False, received=True),
        "- -",
    ),
    (
        "enum that was closed loses a value, and is open",  # backward, the call answers nothing any more, either
        _moods("a", "b", "c", sent=True),
        _moods("a", "b", sent=True, received=True),
        "W TW",
    ),
    # An enum of one is no class: the model is of another kind, and the wire decides all the same.
    (
        "enum that is sent and received keeps one value",
        _moods("a", "b", sent=True, received=True),
        _moods("b", sent=True, received=True),
        "W -",
    ),
    ("enum that is only sent keeps one value", _moods("a", "b", sent=True), _moods("b", sent=True), "TW -"),
    (
        "enum that is only received keeps one value",
        _moods("a", "b", sent=False, received=True),
        _moods("b", sent=False, received=True),
        "- -",
    ),
    (
        "another value of an enum of one",
        _moods("a", sent=True, received=True),
        _moods("b", sent=True, received=True),
        "W W",
    ),
    ("unused model added", _models(), _models(Order=box(STRING)), "- T"),
    ("unused model changed", _models(Order=box(STRING)), _models(Order=box({"type": "integer"})), "T T"),
    (
        "unused model renamed",
        _models(Order={**box(STRING), "properties": {"a": STRING, "b": STRING}}),
        _models(Sale={**box(STRING), "properties": {"a": STRING, "b": STRING}}),
        "T T",
    ),
    # versions of OpenAPI
    ("3.0 to 3.1", V30, request(box({"type": ["string", "null"]})), "= ="),
    ("exclusive bound of 3.0 to 3.1", V30_BOUND, request(box({"type": "number", "exclusiveMaximum": 5})), "= ="),
    ("2.0 to 3.1", V2, request(box(STRING)), "= ="),
)


def document_pairs() -> list[Pair]:
    """All rows."""
    return [pairs_of(f"document: {name}", old, new, verdicts) for name, old, new, verdicts in ROWS]
