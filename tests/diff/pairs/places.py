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


def _v32(call: JSON, method: str = "post") -> JSON:
    return {**description({"/orders": {method: call}}), "openapi": "3.2.0"}


def _body_of(schema: JSON) -> JSON:
    return operation(requestBody={"required": True, **content(box(schema))})


def _shared_body(schema: JSON) -> JSON:
    bodies = {"B": {"required": True, **content(box(schema))}}
    return {
        **of_operation(requestBody={"$ref": "#/components/requestBodies/B"}),
        "components": {"requestBodies": bodies},
    }


def _shared_parameter(schema: JSON) -> JSON:
    parameters = {"L": {"name": "q", "in": "query", "schema": schema}}
    return {
        **of_operation(parameters=[{"$ref": "#/components/parameters/L"}]),
        "components": {"parameters": parameters},
    }


def _of_path(schema: JSON) -> JSON:
    return description(
        {"/orders": {"parameters": [{"name": "q", "in": "query", "schema": schema}], "get": operation()}}
    )


def _encoded(schema: JSON, location: str) -> JSON:
    """A parameter that is JSON, or a whole query."""
    media_type = FORM if location == "querystring" else "application/json"
    return _v32(operation(parameters=[{"name": "q", "in": location, **content(box(schema), media_type)}]))


def _parts(schema: JSON) -> JSON:
    part = {
        "multipart/form-data": {"schema": box(box(schema)), "encoding": {"size": {"contentType": "application/json"}}}
    }
    return of_operation(requestBody={"required": True, "content": part})


def _second(schema: JSON) -> JSON:
    types = {"application/json": {"schema": box(STRING)}, FORM: {"schema": box(schema)}}
    return of_operation(requestBody={"required": True, "content": types})


def _alias(around: Callable[[JSON], JSON]) -> Callable[[JSON], JSON]:
    return lambda schema: _component(around(schema), sent=True)


def _beside(around: Callable[[JSON], JSON]) -> Callable[[JSON], JSON]:
    """Beside a reference to a string."""
    reference = {"$ref": "#/components/schemas/Size"}
    return lambda schema: {**around({**reference, **schema}), "components": {"schemas": {"Size": STRING}}}


def _kinds(schema: JSON) -> JSON:
    kinds = ({"const": "x"}, {"const": "y"})
    objects = [{"type": "object", "required": ["kind"], "properties": {"kind": kind, "size": schema}} for kind in kinds]
    return {"oneOf": objects}


def _tree(schema: JSON) -> JSON:
    reference = {"$ref": "#/components/schemas/Tree"}
    tree = {"type": "object", "properties": {"size": schema, "next": reference}}
    return request(reference, components={"schemas": {"Tree": tree}})


def _v2(*parameters: JSON, schema: JSON | None = None) -> JSON:
    responses = {"200": {"description": "Fine.", **({"schema": schema} if schema else {})}}
    call = {**operation(parameters=list(parameters), responses=responses), "consumes": ["application/json"]}
    return {"swagger": "2.0", "info": {"title": "Shop", "version": "1"}, "paths": {"/orders": {"post": call}}}


def _page(schema: JSON) -> JSON:
    page = {"type": "object", "required": ["items"], "properties": {"items": _array(schema), "nextPageToken": STRING}}
    parameters = [{"name": "pageToken", "in": "query", "schema": STRING}]
    answers = {"200": {"description": "Fine.", **content(page)}}
    return description({"/orders": {"get": operation(parameters=parameters, responses=answers)}})


FORM = "application/x-www-form-urlencoded"
LONG: JSON = {**STRING, "maxLength": 9}
SHORT: JSON = {**STRING, "maxLength": 3}
# Further places, each with one keyword.
MORE_SENT: tuple[tuple[str, Callable[[JSON], JSON]], ...] = (
    ("body of QUERY", lambda schema: _v32(_body_of(schema), "query")),
    ("body of another method", lambda schema: _v32({"COPY": _body_of(schema)}, "additionalOperations")),
    ("body of the components", _shared_body),
    ("parameter of the components", _shared_parameter),
    ("parameter of a path", _of_path),
    ("whole query", lambda schema: _encoded(schema, "querystring")),
    ("JSON in a header", lambda schema: _encoded(schema, "header")),
    ("JSON in a form", _parts),
    ("cookie", _in("cookie")),
    ("deep object", lambda schema: parameter(box(schema), style="deepObject")),
    ("map in a query", lambda schema: parameter(_map(schema))),
    ("second media type", _second),
    ("merge patch", lambda schema: of_operation(requestBody={**content(box(schema), "application/merge-patch+json")})),
    ("variants of the body", lambda schema: request(_kinds(schema))),
    ("variants in a list", lambda schema: request(_array(_kinds(schema)))),
    ("allOf in an allOf", lambda schema: request(box({"allOf": [{"allOf": [schema]}]}))),
    (
        "item of a tuple",
        lambda schema: request(box({"type": "array", "prefixItems": [STRING, schema], "items": False})),
    ),
    ("items of a component", _alias(_array)),
    ("map of a component", _alias(_map)),
    ("branch of a component", _alias(lambda schema: {"oneOf": [schema, {"type": "boolean"}]})),
    ("component or null", _alias(lambda schema: {"anyOf": [schema, NULL]})),
    ("map of maps", lambda schema: request(_map(_map(schema)))),
    ("list of maps", lambda schema: request(_array(_map(schema)))),
    ("further properties", lambda schema: request({**box(STRING), "additionalProperties": schema})),
    ("patternProperties", lambda schema: request({"type": "object", "patternProperties": {"^x": schema}})),
    ("null in 3.0", lambda schema: {**request(box({**schema, "nullable": True})), "openapi": "3.0.3"}),
    ("list of types", lambda schema: request(box({**schema, "type": ["string", "integer"]}))),
    ("schema without a type", lambda schema: request(box({"maxLength": schema["maxLength"]}))),
    ("beside an allOf", lambda schema: request(box({**schema, "allOf": [STRING]}))),
    ("beside a reference", _beside(lambda schema: request(box(schema)))),
    ("beside a reference in a query", _beside(parameter)),
    ("beside a reference in a list", _beside(lambda schema: request(_array(schema)))),
    ("beside a reference in a map", _beside(lambda schema: request(_map(schema)))),
    (
        "branch beside a required property",
        lambda schema: request({**box(STRING), "anyOf": [{"properties": {"size": schema}}, {"required": ["size"]}]}),
    ),
    ("object in itself", _tree),
    ("query of 2.0", lambda schema: _v2({"name": "q", "in": "query", **schema})),
    ("form of 2.0", lambda schema: _v2({"name": "q", "in": "formData", **schema})),
    ("body of 2.0", lambda schema: _v2({"name": "body", "in": "body", "required": True, "schema": box(schema)})),
)
MORE_RECEIVED: tuple[tuple[str, Callable[[JSON], JSON]], ...] = (
    (
        "items of events",
        lambda schema: _v32(
            operation(
                responses={"200": {"description": "Items.", "content": {"text/event-stream": {"itemSchema": schema}}}}
            )
        ),
    ),
    (
        "error",
        lambda schema: of_operation(
            responses={"204": {"description": "Done."}, "404": {"description": "Gone.", **content(box(schema))}}
        ),
    ),
    (
        "default error",
        lambda schema: of_operation(
            responses={"204": {"description": "Done."}, "default": {"description": "Bad.", **content(box(schema))}}
        ),
    ),
    ("text", lambda schema: of_operation(responses={"200": {"description": "Fine.", **content(schema, "text/plain")}})),
    ("variants", lambda schema: response(_kinds(schema))),
    ("pages", _page),
    ("write-only property", lambda schema: response(box({**schema, "writeOnly": True}))),
    ("response of 2.0", lambda schema: _v2(schema=box(schema))),
)


def place_pairs() -> list[Pair]:
    """Each keyword at each place: tighter breaks the wire where it is sent, and nothing breaks where it is received."""
    pairs: list[Pair] = []
    for keyword, loose, tight in KEYWORDS:
        for place, around in SENT:
            pairs.append(pairs_of(f"sent in {place}: {keyword}", around(loose), around(tight), "W -"))
        for place, around in RECEIVED:
            pairs.append(pairs_of(f"received in {place}: {keyword}", around(loose), around(tight), "- -"))
    for place, around in MORE_SENT:
        pairs.append(pairs_of(f"sent in {place}: maxLength", around(LONG), around(SHORT), "W -"))
    for place, around in MORE_RECEIVED:
        pairs.append(pairs_of(f"received in {place}: maxLength", around(LONG), around(SHORT), "- -"))
    return pairs
