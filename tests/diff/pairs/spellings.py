"""Pairs that differ in words only: nothing breaks in either direction."""

from __future__ import annotations

from typing import Any

from tests.diff.pairs.pair import (
    JSON,
    Pair,
    box,
    content,
    description,
    of_operation,
    operation,
    pairs_of,
    request,
    response,
)
from tests.diff.pairs.shorthand import NULL, I, S, answers, array, body, fine, integer, obj, param, ref, text, v2, v30
from tests.diff.pairs.shorthand import webhook, with_schemas

FORM = "application/x-www-form-urlencoded"
A: JSON = obj("x", x=S)
OBJECT: JSON = obj("size", size=S)
FILE: JSON = text(format="binary")
NOTHING: tuple[JSON, ...] = (
    {"if": {}},
    {"then": {"minProperties": 3}},
    {"else": {}, "if": {"minProperties": 2}, "then": True},
    {"contains": True, "minContains": 0},
    {"minContains": 2},
    {"dependentSchemas": {"size": {}}},
    {"propertyNames": S},
    {"allOf": [{}]},
    {"$comment": "Words."},
    {"title": "Words"},
)
"""Keywords that allow every value, as they are written here."""
CURSOR: JSON = {"type": ["string", "null"]}


def _list(name: str, **fields: Any) -> JSON:
    return v2({"name": name, "in": "query", "type": "array", "items": S, **fields})


def _twice(keywords: JSON) -> JSON:
    """Two calls with one and the same inline error, which has further keywords in the second."""
    errors = (OBJECT, {**OBJECT, **keywords})
    calls = {
        f"/{name}": {"get": operation(operationId=name, responses={"204": fine(), "404": fine(schema)})}
        for name, schema in zip(("a", "b"), errors)
    }
    return description(calls)


def _encoded(**fields: Any) -> JSON:
    return body(obj(f=S), encoding={"f": fields})


def _form(**encoding: Any) -> JSON:
    return body(obj(f=array(S)), FORM, **({"encoding": {"f": encoding}} if encoding else {}))


def _field(schema: JSON, **encoding: Any) -> JSON:
    return body(obj(f=schema), FORM, **({"encoding": {"f": encoding}} if encoding else {}))


def _part(schema: JSON, **encoding: Any) -> JSON:
    return body(obj(f=schema), **({"encoding": {"f": encoding}} if encoding else {}))


def _content(schema: JSON, location: str, media_type: str) -> JSON:
    """A parameter that is written as a media type."""
    path, required = ("/orders/{q}", {"required": True}) if location == "path" else ("/orders", {})
    parameters = [{"name": "q", "in": location, **required, **content(schema, media_type)}]
    return description({path: {"get": operation(parameters=parameters)}})


def _pattern(pattern: str, **keywords: Any) -> JSON:
    return param(text(pattern=pattern, **keywords))


def _paths(path: str, name: str, **fields: Any) -> JSON:
    parameters = [{"name": name, "in": "path", "required": True, "schema": S, **fields}]
    return description({path: {"get": operation(parameters=parameters)}})


ROWS: tuple[tuple[str, JSON, JSON, str], ...] = (
    # patterns
    *(
        (f"pattern {pattern} of every string", param(S), _pattern(pattern), "= =")
        for pattern in ("^.{0,}$", r"^(.|\n)*$", "[^]*", r"^[\s\S]*$", "^(?:.*)$", "", "^", r"[\w\W]*")
    ),
    ("pattern that is a length", param(text(minLength=1, maxLength=64)), _pattern("^.{1,64}$"), "= ="),
    ("pattern that is an exact length", param(text(minLength=3, maxLength=3)), _pattern("^.{3}$"), "= ="),
    ("pattern without an end", param(text(minLength=2)), _pattern("^.{2,9}"), "= ="),
    ("pattern that is a length, and a tighter one", _pattern("^.{1,64}$"), _pattern("^.{1,32}$"), "W -"),
    ("pattern of digits", _pattern(r"^\d+$"), _pattern("^[0-9]+$"), "= ="),
    ("pattern of words", _pattern(r"^\w+$"), _pattern("^[A-Za-z0-9_]+$"), "= ="),
    ("pattern of a group", _pattern("^(?:a|b)$"), _pattern("^(a|b)$"), "= ="),
    # parameters
    ("explode of a list in a header", param(array(S), "header"), param(array(S), "header", explode=True), "p p"),
    ("explode of a list in a path", param(array(S), "path"), param(array(S), "path", explode=True), "p p"),
    ("explode of an object in a header", param(obj(a=S), "header"), param(obj(a=S), "header", explode=True), "W W"),
    ("explode of an enum", param(text(enum=["a", "b"])), param(text(enum=["a", "b"]), explode=False), "p p"),
    ("explode of what may be null", param(CURSOR), param(CURSOR, explode=False), "p p"),
    (
        "explode of another name of a string",
        with_schemas(param(ref("A")), A=S),
        with_schemas(param(ref("A"), explode=False), A=S),
        "p p",
    ),
    ("spaces between the parts of a string", param(S), param(S, style="spaceDelimited"), "p p"),
    ("pipes between the parts of an integer", param(I), param(I, style="pipeDelimited"), "p p"),
    (
        "exploded list with spaces",
        param(array(S)),
        param(array(S), style="spaceDelimited", explode=True),
        "p p",
    ),
    (
        "object with commas and with spaces between its parts",
        param(OBJECT, explode=False),
        param(OBJECT, style="spaceDelimited", explode=False),
        "W W",
    ),
    (
        "union with commas and with pipes between the parts of an object",
        param({"anyOf": [I, OBJECT]}, explode=False),
        param({"anyOf": [I, OBJECT]}, style="pipeDelimited", explode=False),
        "W W",
    ),
    *(
        (f"media type of a number: {name} in the {location}", param(I, location), _content(I, location, name), "p p")
        for name in ("text/plain", "application/json")
        for location in ("query", "path", "header", "cookie")
    ),
    ("text as plain text", param(S), _content(S, "query", "text/plain"), "p p"),
    ("text as JSON", param(S), _content(S, "query", "application/json"), "W W"),
    ("list as plain text", param(array(S)), _content(array(S), "query", "text/plain"), "W W"),
    ("number becomes text as JSON", param(I), _content(S, "query", "application/json"), "TW TW"),
    ("explode of a string of a form", _field(S, style="form"), _field(S, style="form", explode=False), "p p"),
    ("style of a string of a form", _field(S), _field(S, style="spaceDelimited"), "p p"),
    ("style of a list of a form", _field(array(S)), _field(array(S), style="spaceDelimited"), "W W"),
    (
        "style of a list of a form, exploded",
        _field(array(S)),
        _field(array(S), style="pipeDelimited", explode=True),
        "p p",
    ),
    ("reserved characters of a string of a form", _field(S), _field(S, allowReserved=True), "W W"),
    ("reserved characters of a number of a form", _field(I), _field(I, allowReserved=True), "p p"),
    (
        "media type that an object of a form has anyway",
        _field(OBJECT),
        _field(OBJECT, contentType="application/json"),
        "p p",
    ),
    ("style of a part that is text", _part(S), _part(S, style="form"), "p p"),
    ("style of a part that is a file", _part(FILE), _part(FILE, style="form"), "W W"),
    ("collection format that is the usual one", _list("q"), _list("q", collectionFormat="csv"), "= ="),
    ("collection format", _list("q", collectionFormat="multi"), _list("q", collectionFormat="csv"), "W W"),
    (
        "null in the enum of a header",
        param(text(enum=["a", "b"]), "header"),
        param({**CURSOR, "enum": ["a", "b", None]}, "header"),
        "= =",
    ),
    ("null in 3.0", v30(param(S)), v30(param(text(nullable=True))), "= ="),
    ("case of a path parameter", _paths("/a/{userId}", "userId"), _paths("/a/{user_id}", "user_id"), "p p"),
    ("path parameter in a part of a segment", _paths("/a/{x}.json", "x"), _paths("/a/{y}.json", "y"), "p p"),
    (
        "parameter of the path item",
        _paths("/a/{x}", "x"),
        description(
            {"/a/{x}": {"parameters": [{"name": "x", "in": "path", "required": True, "schema": S}], "get": operation()}}
        ),
        "= =",
    ),
    # bodies and responses
    ("media type that a part has anyway", body(obj(f=S)), _encoded(contentType="text/plain"), "p p"),
    ("media type of a part", body(obj(f=S)), _encoded(contentType="text/csv"), "W W"),
    (
        "media type that an object has anyway",
        body(obj(f=A)),
        body(obj(f=A), encoding={"f": {"contentType": "application/json"}}),
        "p p",
    ),
    ("style that a field has anyway", _form(), _form(style="form", explode=True), "= ="),
    ("style of a field", _form(), _form(style="form", explode=False), "W W"),
    (
        "XML beside JSON in a response",
        answers({"200": fine(A)}),
        answers({"200": {**fine(A), "content": {**fine(A)["content"], "application/xml": {"schema": A}}}}),
        "= =",
    ),
    ("application/* of a response", answers({"200": fine(A)}), answers({"200": fine(A, "application/*")}), "p p"),
    (
        "charset of a response, without a space",
        answers({"200": fine(S)}),
        answers({"200": fine(S, "application/json;charset=UTF-8")}),
        "p p",
    ),
    (
        "Content-Type as a header",
        answers({"200": fine(S)}),
        answers({"200": fine(S, headers={"Content-Type": {"schema": S}})}),
        "= =",
    ),
    (
        "case of a response header",
        answers({"200": fine(S, headers={"X-T": {"schema": I}})}),
        answers({"200": fine(S, headers={"x-t": {"schema": I}})}),
        "= =",
    ),
    (
        "header that no parameter sets",
        of_operation(),
        of_operation(parameters=[{"name": "Accept", "in": "header", "required": True, "schema": S}]),
        "= =",
    ),
    (
        "404 for 4XX, in words of a component",
        with_schemas(answers({"204": fine(), "404": fine(ref("P"))}), P=A),
        with_schemas(answers({"204": fine(), "4XX": fine(ref("P"))}), P=A),
        "- T",
    ),
    # schemas in the words of other versions
    ("null in 3.0 and as a branch", v30(request(box(text(nullable=True)))), request(box({"anyOf": [S, NULL]})), "= ="),
    (
        "null beside a reference in 3.0",
        v30(with_schemas(response(box({"nullable": True, "allOf": [ref("A")]})), A=A)),
        with_schemas(response(box({"anyOf": [ref("A"), NULL]})), A=A),
        "= =",
    ),
    ("one branch", request(box({"oneOf": [S]})), request(box(S)), "= ="),
    ("list of one type", request(box({"type": ["string"]})), request(box(S)), "= ="),
    (
        "oneOf to anyOf",
        with_schemas(response({"oneOf": [ref("A"), ref("C")]}), A=A, C=obj("y", y=S)),
        with_schemas(response({"anyOf": [ref("A"), ref("C")]}), A=A, C=obj("y", y=S)),
        "= =",
    ),
    ("enum of one in 3.0", v30(request(box(text(enum=["a"])))), request(box({"const": "a"})), "= ="),
    ("base64 in 3.0", v30(request(box(text(format="byte")))), request(box(text(contentEncoding="base64"))), "= ="),
    (
        "file in 2.0",
        v2({"name": "f", "in": "formData", "type": "file", "required": True}),
        v30(body(obj("f", f=text(format="binary")))),
        "= =",
    ),
    ("example in 3.0", v30(request(box(text(example="x")))), request(box(text(examples=["x"]))), "= ="),
    (
        "exclusive bound in 2.0",
        v2({"name": "q", "in": "query", "type": "integer", "minimum": 1, "exclusiveMinimum": True}),
        of_operation(parameters=[{"name": "q", "in": "query", "schema": integer(minimum=2)}]),
        "= =",
    ),
    (
        "definitions in 2.0",
        v2(schema={"$ref": "#/definitions/O"}, definitions={"O": A}),
        with_schemas(response(ref("O")), O=A),
        "= =",
    ),
    (
        "further properties, as a schema",
        request({**obj(a=S), "additionalProperties": {}}),
        request({**obj(a=S), "additionalProperties": True}),
        "= =",
    ),
    (
        "further properties, which are ignored",
        request(obj(a=S)),
        request({**obj(a=S), "additionalProperties": True}),
        "= =",
    ),
    ("no required property", request({**obj(a=S), "required": []}), request(obj(a=S)), "= ="),
    ("title of an inline schema", request(box({**A, "title": "Foo"})), request(box({**A, "title": "Bar"})), "= ="),
    (
        "every boolean",
        request(box({"type": "boolean"})),
        request(box({"type": "boolean", "enum": [True, False]})),
        "= =",
    ),
    ("order of responses", answers({"200": fine(S), "404": fine(S)}), answers({"404": fine(S), "200": fine(S)}), "= ="),
    (
        "documentation elsewhere",
        of_operation(),
        of_operation(externalDocs={"url": "https://shop.example"}, **{"x-team": 1}),
        "= =",
    ),
    (
        "date of the end",
        of_operation(deprecated=True),
        of_operation(deprecated=True, **{"x-sunset": "2030-01-01"}),
        "= =",
    ),
    (
        "answer to a webhook",
        webhook(OBJECT),
        {
            **webhook(OBJECT),
            "webhooks": {"moved": {"post": {"requestBody": content(OBJECT), "responses": {"202": fine(box(S))}}}},
        },
        "= =",
    ),
    *((f"{next(iter(each))} that limits nothing", _twice({}), _twice(each), "= =") for each in NOTHING),
)


def spelling_pairs() -> list[Pair]:
    """All rows."""
    return [pairs_of(f"spelling: {name}", old, new, verdicts) for name, old, new, verdicts in ROWS]
