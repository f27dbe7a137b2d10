"""Pairs of constraints: each keyword wherever a schema can stand, and equal schemas in the words of other versions."""

from __future__ import annotations

from collections.abc import Callable

from tests.diff.pairs.pair import (
    JSON,
    Pair,
    box,
    content,
    description,
    of_operation,
    operation,
    pairs_of,
    parameter,
    request,
    response,
)

STRING: JSON = {"type": "string"}
INTEGER: JSON = {"type": "integer"}
NUMBER: JSON = {"type": "number"}
STRINGS: JSON = {"type": "array", "items": STRING}
NULL: JSON = {"type": "null"}

# Keyword, a schema, and a tighter one.
KEYWORDS: tuple[tuple[str, JSON, JSON], ...] = (
    ("minimum", {**INTEGER, "minimum": 1}, {**INTEGER, "minimum": 2}),
    ("maximum set", NUMBER, {**NUMBER, "maximum": 2}),
    ("exclusiveMinimum", {**NUMBER, "exclusiveMinimum": 1}, {**NUMBER, "exclusiveMinimum": 2}),
    ("exclusiveMaximum set", NUMBER, {**NUMBER, "exclusiveMaximum": 2}),
    ("multipleOf", {**INTEGER, "multipleOf": 3}, {**INTEGER, "multipleOf": 6}),
    ("minLength", {**STRING, "minLength": 1}, {**STRING, "minLength": 2}),
    ("pattern set", STRING, {**STRING, "pattern": "^a+$"}),
    ("format set", STRING, {**STRING, "format": "email"}),
    ("minItems", {**STRINGS, "minItems": 1}, {**STRINGS, "minItems": 2}),
    ("maxItems set", STRINGS, {**STRINGS, "maxItems": 2}),
    ("uniqueItems", STRINGS, {**STRINGS, "uniqueItems": True}),
)


def _array(schema: JSON) -> JSON:
    return {"type": "array", "items": schema}


def _map(schema: JSON) -> JSON:
    return {"type": "object", "additionalProperties": schema}


def _component(schema: JSON, *, sent: bool) -> JSON:
    body = content(box({"$ref": "#/components/schemas/Size"}))
    call = (
        operation(requestBody={"required": True, **body})
        if sent
        else operation(responses={"200": {"description": "Fine.", **body}})
    )
    return description({"/orders": {"post": call}}, components={"schemas": {"Size": schema}})


def _in_path(schema: JSON) -> JSON:
    parameters = [{"name": "q", "in": "path", "required": True, "schema": schema}]
    return description({"/orders/{q}": {"get": operation(parameters=parameters)}})


def _in(location: str) -> Callable[[JSON], JSON]:
    return lambda schema: of_operation(parameters=[{"name": "q", "in": location, "schema": schema}])


def _form(schema: JSON) -> JSON:
    return of_operation(requestBody={"required": True, **content(box(schema), "application/x-www-form-urlencoded")})


def _response_header(schema: JSON) -> JSON:
    return of_operation(responses={"200": {"description": "Fine.", "headers": {"X-Size": {"schema": schema}}}})


def _stream(schema: JSON) -> JSON:
    items = {"content": {"application/jsonl": {"itemSchema": schema}}}
    return of_operation(responses={"200": {"description": "Items.", **items}})


def _webhook(schema: JSON) -> JSON:
    hook = {"post": {"requestBody": content(schema), "responses": {"200": {"description": "Fine."}}}}
    return description({"/orders": {"get": operation()}}, webhooks={"moved": hook})


# Where a schema stands: the description around it.
SENT: tuple[tuple[str, Callable[[JSON], JSON]], ...] = (
    ("body", request),
    ("items of the body", lambda schema: request(_array(schema))),
    ("map of the body", lambda schema: request(_map(schema))),
    ("items of a property", lambda schema: request(box(_array(schema)))),
    ("items of items", lambda schema: request(box(_array(_array(schema))))),
    ("map of a property", lambda schema: request(box(_map(schema)))),
    ("beside null", lambda schema: request(box({"anyOf": [schema, NULL]}))),
    ("branch", lambda schema: request(box({"oneOf": [schema, {"type": "boolean"}]}))),
    ("allOf", lambda schema: request(box({"allOf": [schema, {"description": "A size."}]}))),
    ("component", lambda schema: _component(schema, sent=True)),
    ("form", _form),
    ("query", parameter),
    ("path", _in_path),
    ("header", _in("header")),
    ("items of a branch", lambda schema: request(box({"oneOf": [_array(schema), {"type": "boolean"}]}))),
    ("items of a query parameter", lambda schema: parameter(_array(schema))),
)
RECEIVED: tuple[tuple[str, Callable[[JSON], JSON]], ...] = (
    ("body", response),
    ("items of the body", lambda schema: response(_array(schema))),
    ("map of a property", lambda schema: response(box(_map(schema)))),
    ("branch", lambda schema: response(box({"oneOf": [schema, {"type": "boolean"}]}))),
    ("component", lambda schema: _component(schema, sent=False)),
    ("header of a response", _response_header),
    ("items of a stream", _stream),
    ("webhook", _webhook),
)


def place_pairs() -> list[Pair]:
    """Each keyword at each place: tighter breaks the wire where it is sent, and nothing breaks where it is received."""
    pairs: list[Pair] = []
    for keyword, loose, tight in KEYWORDS:
        for place, around in SENT:
            pairs.append(pairs_of(f"sent in {place}: {keyword}", around(loose), around(tight), "W -"))
        for place, around in RECEIVED:
            pairs.append(pairs_of(f"received in {place}: {keyword}", around(loose), around(tight), "- -"))
    return pairs
