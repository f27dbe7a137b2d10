"""Where a schema can stand in a description: one role for each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.diff.oracle.schemas import Shape
from tests.diff.pairs.pair import JSON, content, description, operation

Around = Callable[[JSON], JSON]
"""Makes the paths, and perhaps webhooks, of a description that has the schema."""


@dataclass(frozen=True, slots=True)
class Role:
    """A place for a schema; `is_text`: its values are written as text."""

    name: str
    around: Around
    sent: bool = False
    received: bool = False
    is_text: bool = False

    def document(self, shape: Shape) -> JSON:
        """Return a description that has a schema in this role only."""
        return description({}, components={"schemas": shape.components}) | self.around(shape.root)


def _call(**fields: object) -> JSON:
    return {"paths": {"/orders": {"post": operation(**fields)}}}


def _body(schema: JSON, media_type: str = "application/json") -> JSON:
    return _call(requestBody={"required": True, **content(schema, media_type)})


def _answer(schema: JSON, status: str = "200", media_type: str = "application/json") -> JSON:
    answers = {status: {"description": "Words.", **content(schema, media_type)}}
    return _call(responses=answers if status == "200" else {"204": {"description": "Done."}, **answers})


def _parameter(location: str) -> Around:
    path = "/orders/{q}" if location == "path" else "/orders"

    def around(schema: JSON) -> JSON:
        parameters = [{"name": "q", "in": location, "required": location == "path", "schema": schema}]
        return {"paths": {path: {"get": operation(parameters=parameters)}}}

    return around


def _in_content(schema: JSON) -> JSON:
    return _call(parameters=[{"name": "q", "in": "query", **content(schema)}])


def _property(schema: JSON, *, required: bool = False) -> JSON:
    names = {"required": ["size"]} if required else {}
    return {"type": "object", "properties": {"size": schema, "other": {"type": "string"}}, **names}


def _both(schema: JSON) -> JSON:
    body = {"required": True, **content(_property(schema))}
    answers = {"200": {"description": "Words.", **content(_property(schema))}}
    return _call(requestBody=body, responses=answers)


def _header(schema: JSON) -> JSON:
    return _call(responses={"200": {"description": "Words.", "headers": {"X-Size": {"schema": schema}}}})


def _stream(schema: JSON) -> JSON:
    answers = {"200": {"description": "Items.", "content": {"application/jsonl": {"itemSchema": schema}}}}
    return _call(responses=answers) | {"openapi": "3.2.0"}


def _webhook(schema: JSON) -> JSON:
    hook = {"post": {"requestBody": content(schema), "responses": {"200": {"description": "Fine."}}}}
    return _call() | {"webhooks": {"moved": hook}}


def _callback(schema: JSON) -> JSON:
    hook = {"post": {"requestBody": content(schema), "responses": {"200": {"description": "Fine."}}}}
    return _call(callbacks={"moved": {"{$request.query.url}": hook}})


_FORM = "application/x-www-form-urlencoded"

FLAT = (
    Role("query parameter", _parameter("query"), sent=True, is_text=True),
    Role("path parameter", _parameter("path"), sent=True, is_text=True),
    Role("header", _parameter("header"), sent=True, is_text=True),
    Role("cookie", _parameter("cookie"), sent=True, is_text=True),
    Role("form", lambda schema: _body(_property(schema), _FORM), sent=True, is_text=True),
    Role("multipart", lambda schema: _body(_property(schema), "multipart/form-data"), sent=True, is_text=True),
    Role("response header", _header, received=True, is_text=True),
)
"""Places for scalars and lists of them."""

DEEP = (
    Role("body", _body, sent=True),
    Role("property of a body", lambda schema: _body(_property(schema)), sent=True),
    Role("required property of a body", lambda schema: _body(_property(schema, required=True)), sent=True),
    Role("items of a body", lambda schema: _body({"type": "array", "items": schema}), sent=True),
    Role("JSON in a query parameter", _in_content, sent=True),
    Role("response", _answer, received=True),
    Role("property of a response", lambda schema: _answer(_property(schema)), received=True),
    Role("required property of a response", lambda schema: _answer(_property(schema, required=True)), received=True),
    Role(
        "map of a response", lambda schema: _answer({"type": "object", "additionalProperties": schema}), received=True
    ),
    Role("error", lambda schema: _answer(schema, "404"), received=True),
    Role("items of a stream", _stream, received=True),
    Role("webhook", _webhook, received=True),
    Role("callback", _callback, received=True),
    Role("body and response", _both, sent=True, received=True),
)
"""Places for any schema."""
