"""Short words for descriptions: schemas, and the places where one stands."""

from __future__ import annotations

from typing import Any

from tests.diff.pairs.pair import JSON, content, description, of_operation, operation

S: JSON = {"type": "string"}
I: JSON = {"type": "integer"}
N: JSON = {"type": "number"}
B: JSON = {"type": "boolean"}
NULL: JSON = {"type": "null"}
DONE: JSON = {"204": {"description": "Done."}}


def text(**keywords: Any) -> JSON:
    return {**S, **keywords}


def integer(**keywords: Any) -> JSON:
    return {**I, **keywords}


def array(items: JSON, **keywords: Any) -> JSON:
    return {"type": "array", "items": items, **keywords}


def map_of(values: JSON) -> JSON:
    return {"type": "object", "additionalProperties": values}


def obj(*required: str, **properties: JSON) -> JSON:
    return {"type": "object", "properties": properties, **({"required": list(required)} if required else {})}


def ref(name: str) -> JSON:
    return {"$ref": f"#/components/schemas/{name}"}


def with_schemas(of: JSON, **schemas: JSON) -> JSON:
    return {**of, "components": {"schemas": schemas}}


def v30(of: JSON) -> JSON:
    return {**of, "openapi": "3.0.3"}


def v32(of: JSON) -> JSON:
    return {**of, "openapi": "3.2.0"}


def fine(schema: JSON | None = None, media_type: str = "application/json", **fields: Any) -> JSON:
    """A response."""
    return {"description": "Fine.", **(content(schema, media_type) if schema is not None else {}), **fields}


def answers(statuses: JSON) -> JSON:
    return of_operation(responses=statuses)


def both(schema: JSON, **schemas: JSON) -> JSON:
    """A schema that is sent and received."""
    call = operation(requestBody={"required": True, **content(schema)}, responses={"200": fine(schema)})
    return with_schemas(description({"/orders": {"put": call}}), **schemas)


def error(schema: JSON, status: str = "404") -> JSON:
    return answers({**DONE, status: fine(schema)})


def _hook(schema: JSON) -> JSON:
    return {"post": {"requestBody": content(schema), "responses": {"200": fine()}}}


def webhook(schema: JSON, **fields: Any) -> JSON:
    return description({"/a": {"get": operation()}}, webhooks={"moved": _hook(schema)}, **fields)


def callback(schema: JSON) -> JSON:
    return of_operation(callbacks={"moved": {"{$request.query.url}": _hook(schema)}})


def shared_callback(schema: JSON) -> JSON:
    """A callback of the components."""
    callbacks = {"C": {"{$request.query.url}": _hook(schema)}}
    call = of_operation(callbacks={"moved": {"$ref": "#/components/callbacks/C"}})
    return {**call, "components": {"callbacks": callbacks}}


def param(schema: JSON, location: str = "query", **fields: Any) -> JSON:
    path = "/orders/{q}" if location == "path" else "/orders"
    required = {"required": True} if location == "path" else {}
    parameters = [{"name": "q", "in": location, "schema": schema, **required, **fields}]
    return description({path: {"get": operation(parameters=parameters)}})


def body(schema: JSON, media_type: str = "multipart/form-data", **fields: Any) -> JSON:
    return of_operation(requestBody={"required": True, "content": {media_type: {"schema": schema, **fields}}})


def items(schema: JSON, media_type: str = "application/jsonl") -> JSON:
    """A stream of items."""
    return v32(answers({"200": {"description": "Items.", "content": {media_type: {"itemSchema": schema}}}}))


def v2(*parameters: JSON, schema: JSON | None = None, **fields: Any) -> JSON:
    """A description in Swagger 2.0 whose call takes parameters, and returns a schema."""
    responses = DONE if schema is None else {"200": {"description": "Fine.", "schema": schema}}
    call = {
        "operationId": "doIt",
        "tags": ["orders"],
        "consumes": ["application/json"],
        "produces": ["application/json"],
        "parameters": list(parameters),
        "responses": responses,
    }
    head = {"swagger": "2.0", "info": {"title": "Shop", "version": "1"}, "host": "shop.example", "schemes": ["https"]}
    return {**head, "paths": {"/orders": {"post": call}}, **fields}
