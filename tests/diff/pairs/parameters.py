"""Pairs of parameters."""

from __future__ import annotations

from tests.diff.pairs.pair import JSON, Pair, box, description, of_operation, operation, pairs_of, parameter

STRING: JSON = {"type": "string"}
INTEGER: JSON = {"type": "integer"}
STRINGS: JSON = {"type": "array", "items": STRING}


def _header(name: str, **fields: object) -> JSON:
    return of_operation(parameters=[{"name": name, "in": "header", "schema": STRING, **fields}])


def _json(schema: JSON) -> JSON:
    content = {"application/json": {"schema": schema}}
    return of_operation(parameters=[{"name": "q", "in": "query", "content": content}])


def _path(path: str, *names: str, schema: JSON = STRING) -> JSON:
    parameters = [{"name": name, "in": "path", "required": True, "schema": schema} for name in names]
    return description({path: {"get": operation(parameters=parameters)}})


def _form(schema: JSON, *media_types: str) -> JSON:
    types = {name: {"schema": box(schema)} for name in media_types or (FORM,)}
    return of_operation(requestBody={"required": True, "content": types})


FORM, MULTIPART, JSON_TYPE = "application/x-www-form-urlencoded", "multipart/form-data", "application/json"
NONE = of_operation()
OBJECT: JSON = {"type": "object", "properties": {"a": STRING}}
NULLABLE: JSON = {"type": ["string", "null"]}
ROWS: tuple[tuple[str, JSON, JSON, str], ...] = (
    ("optional parameter added", description({"/orders": {"get": operation()}}), parameter(STRING), "- TW"),
    (
        "required parameter added",
        description({"/orders": {"get": operation()}}),
        parameter(STRING, required=True),
        "TW TW",
    ),
    ("became required", parameter(STRING), parameter(STRING, required=True), "TW -"),
    ("string to integer", parameter(STRING), parameter(INTEGER), "TW T"),
    ("integer to number", parameter(INTEGER), parameter({"type": "number"}), "- TW"),
    ("array to string", parameter(STRINGS), parameter(STRING), "TW TW"),
    ("enum gains a value", parameter({"enum": ["a"]}), parameter({"enum": ["a", "b"]}), "- TW"),
    ("enum loses a value", parameter({"enum": ["a", "b", "c"]}), parameter({"enum": ["a", "b"]}), "TW -"),
    ("string becomes an enum", parameter(STRING), parameter({**STRING, "enum": ["a", "b"]}), "TW T"),
    (
        "property of an object",
        _json({"type": "object", "properties": {"a": STRING}}),
        _json({"type": "object", "properties": {"a": INTEGER}}),
        "TW TW",
    ),
    ("maximum", parameter({**INTEGER, "maximum": 9}), parameter({**INTEGER, "maximum": 8}), "W -"),
    (
        "maxLength of items",
        parameter({"type": "array", "items": {**STRING, "maxLength": 9}}),
        parameter({"type": "array", "items": {**STRING, "maxLength": 3}}),
        "W -",
    ),
    ("null that cannot be sent", parameter(STRING), parameter({"type": ["string", "null"]}), "= ="),
    ("null of a path parameter", _path("/a/{x}", "x"), _path("/a/{x}", "x", schema=NULLABLE), "= ="),
    ("null of JSON in a parameter", _json(STRING), _json(NULLABLE), "= ="),
    (
        "null of JSON with decimals in a parameter",
        _json({"type": "array", "items": {"type": "number", "format": "decimal"}}),
        _json({"type": ["array", "null"], "items": {"type": "number", "format": "decimal"}}),
        "= =",
    ),
    (
        "null of a required parameter",
        parameter(STRING, required=True),
        parameter({"type": ["string", "null"]}, required=True),
        "= =",
    ),
    ("null of a field of a form", _form({"type": ["number", "null"]}), _form({"type": "number"}), "T -"),
    (
        "fractions of a field of a form",
        _form({"type": "number", "enum": [1.5]}),
        _form({"type": "number", "enum": [1, 1.5]}),
        "- TW",
    ),
    (
        "null of a part of a form",
        _form({"type": ["number", "null"]}, MULTIPART),
        _form({"type": "number"}, MULTIPART),
        "T -",
    ),
    (
        "null of a form that is sent as JSON, too",
        _form({"type": ["number", "null"]}, FORM, JSON_TYPE),
        _form({"type": "number"}, FORM, JSON_TYPE),
        "TW -",
    ),
    ("field of a form to string", _form(INTEGER), _form(STRING), "T TW"),
    ("explode of a scalar", parameter(STRING), parameter(STRING, explode=False), "p p"),
    ("explode of an array", parameter(STRINGS), parameter(STRINGS, explode=False), "W W"),
    ("style of an array", parameter(STRINGS), parameter(STRINGS, style="pipeDelimited", explode=False), "W W"),
    ("deep object", parameter(OBJECT), parameter(OBJECT, style="deepObject", explode=True), "W W"),
    (
        "explode of a deep object",
        parameter(OBJECT, style="deepObject"),
        parameter(OBJECT, style="deepObject", explode=True),
        "= =",
    ),
    ("reserved characters of a string", parameter(STRING), parameter(STRING, allowReserved=True), "W W"),
    ("reserved characters of an integer", parameter(INTEGER), parameter(INTEGER, allowReserved=True), "p p"),
    ("text to JSON", parameter(STRING), _json(STRING), "W W"),
    ("may be empty", parameter(INTEGER), parameter(INTEGER, allowEmptyValue=True), "- TW"),
    ("style that is the default", parameter(STRING), parameter(STRING, style="form"), "= ="),
    ("default", parameter({**STRING, "default": "a"}), parameter({**STRING, "default": "b"}), "- -"),
    ("deprecated", parameter(STRING), parameter(STRING, deprecated=True), "- p"),
    ("header case", _header("X-Trace"), _header("x-trace"), "p p"),
    ("header renamed", _header("X-Trace"), _header("X-Span"), "TW TW"),
    (
        "header becomes a query parameter",
        _header("trace"),
        of_operation(parameters=[{"name": "trace", "in": "query", "schema": STRING}]),
        "W W",
    ),
    ("required idempotency header added", NONE, _header("Idempotency-Key", required=True), "W TW"),
    ("idempotency header added", NONE, _header("Idempotency-Key"), "- TW"),
    (
        "idempotency header became required",
        _header("Idempotency-Key"),
        _header("Idempotency-Key", required=True),
        "= =",
    ),
    ("path parameter renamed", _path("/orders/{id}", "id"), _path("/orders/{orderId}", "orderId"), "p p"),
    ("path parameters swapped", _path("/a/{x}/{y}", "x", "y"), _path("/a/{y}/{x}", "y", "x"), "W W"),
    ("path parameters shifted", _path("/a/{x}/{y}", "x", "y"), _path("/a/{z}/{x}", "z", "x"), "W W"),
    ("path parameters declared in another order", _path("/a/{x}/{y}", "x", "y"), _path("/a/{x}/{y}", "y", "x"), "= ="),
    ("path gains a parameter", _path("/a/{x}", "x"), _path("/a/{z}/b/{x}", "z", "x"), "TW TW"),
    ("path parameter to integer", _path("/a/{x}", "x"), _path("/a/{x}", "x", schema=INTEGER), "TW T"),
)


def parameter_pairs() -> list[Pair]:
    """All rows."""
    return [pairs_of(f"parameter: {name}", old, new, verdicts) for name, old, new, verdicts in ROWS]
