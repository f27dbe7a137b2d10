"""Pairs of operations: bodies, responses, pages, and the operations themselves."""

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

STRING: JSON = {"type": "string"}
INTEGER: JSON = {"type": "integer"}
ORDER: JSON = box(STRING, required=True)
DONE: JSON = {"description": "Done."}
REF: JSON = {"$ref": "#/components/schemas/Order"}


def _body(*media_types: str, schema: JSON = ORDER, **fields: Any) -> JSON:
    types = {name: {"schema": schema} for name in media_types or ("application/json",)}
    return of_operation(requestBody={"required": True, **fields, "content": types})


def _responses(**statuses: JSON) -> JSON:
    responses = {name.removeprefix("s"): each for name, each in statuses.items()}
    return of_operation(responses=responses)


def _json(schema: JSON = ORDER, media_type: str = "application/json", **fields: Any) -> JSON:
    return {"description": "Fine.", **content(schema, media_type), **fields}


def _header(**fields: Any) -> JSON:
    return _responses(s200=_json(headers={"X-Total": {"schema": INTEGER, **fields}}))


def _array(items: JSON) -> JSON:
    return {"type": "array", "items": items}


def _errors(**schemas: JSON) -> JSON:
    return _responses(s204=DONE, **{status: _json(schema) for status, schema in schemas.items()})


def _two_errors(first: JSON, second: JSON | None) -> JSON:
    """Two calls whose errors have these bodies with 404."""
    schemas = {"a": first, "b": second}
    paths = {
        f"/{name}": {
            "get": operation(
                operationId=f"get_{name}", responses={"204": DONE, **({"404": _json(REF)} if schema else {})}
            )
        }
        for name, schema in schemas.items()
    }
    return description(paths, components={"schemas": {"Order": first}})


def _page(token: str = "nextPageToken", parameter: str = "pageToken", item: JSON = STRING) -> JSON:
    page = {
        "type": "object",
        "required": ["items"],
        "properties": {"items": {"type": "array", "items": item}, token: STRING},
    }
    parameters = [{"name": parameter, "in": "query", "schema": STRING}]
    return description({"/orders": {"get": operation(parameters=parameters, responses={"200": _json(page)})}})


def _shared(schema: JSON, **schemas: JSON) -> JSON:
    """A model that one call both sends and receives."""
    call = operation(requestBody={"required": True, **content(REF)}, responses={"200": _json(REF)})
    return description({"/orders": {"put": call}}, components={"schemas": {"Order": schema, **schemas}})


def _union(kind: str, *, sent: bool, constants: bool = True, **discriminator: Any) -> JSON:
    names = {"Cat": "cat", "Dog": "dog"}
    schemas: JSON = {
        name: {
            "type": "object",
            "required": [kind],
            "properties": {kind: {"const": value} if constants else STRING, name: STRING},
        }
        for name, value in names.items()
    }
    pet: JSON = {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in names]}
    if discriminator:
        pet["discriminator"] = discriminator
    schemas["Pet"] = pet
    body = content({"$ref": "#/components/schemas/Pet"})
    call = (
        operation(requestBody={"required": True, **body})
        if sent
        else operation(responses={"200": {"description": "Pet.", **body}})
    )
    return description({"/pets": {"post": call}}, components={"schemas": schemas})


def _with_kind(schema: JSON) -> JSON:
    """A description whose component `Kind`, an enum of one value, is received, and whose parameter has a schema."""
    kind = {"$ref": "#/components/schemas/Kind"}
    call = operation(parameters=[{"name": "q", "in": "query", "schema": schema}], responses={"200": _json(box(kind))})
    return description({"/orders": {"get": call}}, components={"schemas": {"Kind": {"type": "string", "enum": ["x"]}}})


def _variants(**schemas: JSON) -> JSON:
    """A union of objects that is sent, and that no constants tell apart."""
    pet: JSON = {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in schemas]}
    return request({"$ref": "#/components/schemas/Pet"}, components={"schemas": {**schemas, "Pet": pet}})


def _object(*names: str, **keywords: Any) -> JSON:
    return {"type": "object", "properties": {name: STRING for name in names}, **keywords}


def _mapping(*pairs: str) -> dict[str, str]:
    return {value: f"#/components/schemas/{name}" for value, name in (pair.split("=") for pair in pairs)}


def _stream(media_type: str) -> JSON:
    return _responses(s200={"description": "Items.", "content": {media_type: {"itemSchema": ORDER}}})


def _received(schema: JSON, *, required: bool = False, sent: bool = False) -> JSON:
    """A model that one call receives, and that another one may send."""
    paths: JSON = {"/orders": {"get": operation(responses={"200": _json(REF)})}}
    if sent:
        paths["/orders"]["put"] = operation(operationId="send", requestBody={"required": True, **content(REF)})
    return description(paths, components={"schemas": {"Order": box(schema, required=required)}})


def _either(items: JSON) -> JSON:
    return {"oneOf": [_array(items), _array(_array({"type": "boolean"}))]}


NULLABLE: JSON = {"type": ["string", "null"]}
MEDIA: JSON = {**STRING, "contentMediaType": "text/csv"}
READ_ONLY: JSON = {**STRING, "readOnly": True}
KIND: JSON = {"propertyName": "kind"}
ROWS: tuple[tuple[str, JSON, JSON, str], ...] = (
    (
        "operation added",
        description({"/a": {"get": operation()}}),
        description({"/a": {"get": operation()}, "/b": {"get": operation(operationId="other")}}),
        "- TW",
    ),
    (
        "operation moved to another path",
        description({"/a": {"get": operation()}}),
        description({"/b": {"get": operation()}}),
        "W W",
    ),
    (
        "operation moved to another method",
        description({"/a": {"put": operation()}}),
        description({"/a": {"patch": operation()}}),
        "W W",
    ),
    ("operationId", of_operation(), of_operation(operationId="doThis"), "p p"),
    ("tag", of_operation(), of_operation(tags=["sales"]), "= ="),
    ("deprecated", of_operation(), of_operation(deprecated=True), "- p"),
    ("summary", of_operation(), of_operation(summary="Do it."), "= ="),
    ("type of a header", _header(), _header(schema=STRING), "W -"),
    ("format of a header", _header(schema=STRING), _header(schema={**STRING, "format": "date"}), "- W"),
    ("unknown format of a header", _header(schema=STRING), _header(schema={**STRING, "format": "cron"}), "- -"),
    ("type of a header's items", _header(schema=_array(INTEGER)), _header(schema=_array(STRING)), "W -"),
    ("list in a header", _header(), _header(schema=_array(INTEGER)), "W W"),
    ("value of a header", _header(schema={"enum": ["a"]}), _header(schema={"enum": ["a", "b"]}), "- -"),
    ("bound of a header", _header(), _header(schema={**INTEGER, "maximum": 9}), "- -"),
    ("null of a header", _header(), _header(schema={"type": ["integer", "null"]}), "= ="),
    ("union in a header", _header(), _header(schema={"oneOf": [INTEGER, STRING]}), "W -"),
    ("header deprecated", _header(), _header(deprecated=True), "- p"),
    ("description of a header", _header(), _header(description="How many."), "= ="),
    (
        "header that is JSON",
        _header(),
        _responses(s200=_json(headers={"X-Total": {"content": {"application/json": {"schema": INTEGER}}}})),
        "W W",
    ),
    (
        "header of a component",
        {**_header(), "components": {"headers": {"Total": {"schema": INTEGER}}}},
        {
            **_responses(s200=_json(headers={"X-Total": {"$ref": "#/components/headers/Total"}})),
            "components": {"headers": {"Total": {"schema": STRING}}},
        },
        "W -",
    ),
    (
        "types of two successes swapped",
        _responses(s200=_json(STRING), s201=_json(INTEGER)),
        _responses(s200=_json(INTEGER), s201=_json(STRING)),
        "W W",
    ),
    (
        "type of one of two successes changes",
        _responses(s200=_json(STRING), s201=_json(INTEGER)),
        _responses(s200=_json(STRING), s201=_json(STRING)),
        "W TW",
    ),
    (
        "schema of a response added",
        _responses(s200={"description": "Fine.", "content": {"application/json": {}}}),
        _responses(s200=_json()),
        "T TW",
    ),
    # enums of one value that are received, too
    (
        "enum of one becomes inline",
        _with_kind({"$ref": "#/components/schemas/Kind"}),
        _with_kind({**STRING, "enum": ["x"]}),
        "T -",
    ),
    (
        "list of an enum of one becomes inline",
        _with_kind({"type": "array", "items": {"$ref": "#/components/schemas/Kind"}}),
        _with_kind({"type": "array", "items": {**STRING, "enum": ["x"]}}),
        "T -",
    ),
    (
        "enum of one becomes another one inline",
        _with_kind({"$ref": "#/components/schemas/Kind"}),
        _with_kind({**STRING, "enum": ["y"]}),
        "TW W",
    ),
    (
        "enum of one becomes any text",
        _with_kind({"$ref": "#/components/schemas/Kind"}),
        _with_kind(STRING),
        "- W",
    ),
    # bodies
    (
        "maxLength of a string that a body is, or an object",
        _body(schema={"anyOf": [_object("a"), {**STRING, "maxLength": 9}]}),
        _body(schema={"anyOf": [_object("a"), {**STRING, "maxLength": 3}]}),
        "W -",
    ),
    (
        "maxItems of a list that a body is, or an enum",
        _body(schema={"anyOf": [{"type": "array", "maxItems": 9}, {**STRING, "enum": ["a", "b"]}]}),
        _body(schema={"anyOf": [{"type": "array", "maxItems": 3}, {**STRING, "enum": ["a", "b"]}]}),
        "W -",
    ),
    (
        "variant whose values another variant allows is removed",
        _variants(Cat=_object("a", required=["a"]), Dog=_object("a", "b"), Bird=_object("c")),
        _variants(Dog=_object("a", "b"), Bird=_object("c")),
        "T -",
    ),
    (
        "variant is removed that no other variant allows",
        _variants(Cat=_object("a", "d"), Dog=_object("a", "b"), Bird=_object("c")),
        _variants(Dog=_object("a", "b"), Bird=_object("c")),
        "TW -",
    ),
    (
        "variant is removed, and the others require more",
        _variants(Cat=_object("a"), Dog=_object("a", "b", required=["b"]), Bird=_object("c")),
        _variants(Dog=_object("a", "b", required=["b"]), Bird=_object("c")),
        "TW -",
    ),
    (
        "text of a form becomes a file",
        _body("multipart/form-data", schema=box(STRING, required=True)),
        _body("multipart/form-data", schema=box({**STRING, "format": "binary"}, required=True)),
        "TW T",
    ),
    ("required body added", of_operation(), _body(), "TW TW"),
    ("optional body added", of_operation(), _body(schema=box(STRING), required=False), "- TW"),
    ("body became required", _body(schema=box(STRING), required=False), _body(schema=box(STRING)), "W -"),
    (
        "raw body became required",
        _body("text/plain", schema=STRING, required=False),
        _body("text/plain", schema=STRING),
        "TW -",
    ),
    ("body of a string to an integer", _body(schema=STRING), _body(schema=INTEGER), "TW TW"),
    (
        "maxLength of a text body",
        _body("text/plain", schema={**STRING, "maxLength": 9}),
        _body("text/plain", schema={**STRING, "maxLength": 3}),
        "W -",
    ),
    (
        "maxItems of a list body",
        _body(schema={"type": "array", "items": STRING, "maxItems": 9}),
        _body(schema={"type": "array", "items": STRING, "maxItems": 3}),
        "W -",
    ),
    ("body becomes open", _body(), _body(schema={**ORDER, "additionalProperties": STRING}), "T TW"),
    ("JSON to a form", _body(), _body("application/x-www-form-urlencoded"), "W W"),
    ("JSON to a merge patch", _body(), _body("application/merge-patch+json"), "W W"),
    ("charset of a body", _body(), _body("application/json; charset=utf-8"), "p p"),
    ("case of a media type", _body("text/plain", schema=STRING), _body("Text/Plain", schema=STRING), "p p"),
    ("raw media type beside JSON", _body(), _body("application/json", "application/xml"), "= ="),
    (
        "further raw media type, not the default",
        _body("text/csv", schema=STRING),
        _body("text/csv", "text/tab-separated-values", schema=STRING),
        "- TW",
    ),
    ("media type becomes a range", _body("image/png", schema={}), _body("image/*", schema={}), "T TW"),
    ("form beside JSON", _body(), _body("application/json", "application/x-www-form-urlencoded"), "- TW"),
    (
        "required property added",
        _body(),
        _body(schema={**ORDER, "required": ["size", "kind"], "properties": {"size": STRING, "kind": STRING}}),
        "TW TW",
    ),
    (
        "constant property added",
        _body(),
        _body(schema={**ORDER, "required": ["size", "kind"], "properties": {"size": STRING, "kind": {"const": "a"}}}),
        "W TW",
    ),
    # a model that is sent and received
    (
        "shared: read-only property added",
        _shared(box(STRING)),
        _shared({**box(STRING), "properties": {"size": STRING, "id": READ_ONLY}}),
        "- T",
    ),
    (
        "shared: required read-only property added",
        _shared(box(STRING)),
        _shared({"type": "object", "required": ["id"], "properties": {"size": STRING, "id": READ_ONLY}}),
        "- TW",
    ),
    (
        "shared: read-only property became required",
        _shared({"type": "object", "properties": {"size": STRING, "id": READ_ONLY}}),
        _shared({"type": "object", "required": ["id"], "properties": {"size": STRING, "id": READ_ONLY}}),
        "- TW",
    ),
    (
        "nested property became read-only",
        _shared(box(box(STRING))),
        _shared(box(box(READ_ONLY))),
        "TW -",
    ),
    (
        "shared: required property became read-only",
        _shared(ORDER),
        _shared(box(READ_ONLY, required=True)),
        "TW TW",
    ),
    (
        "shared: nested required property became read-only",
        _shared(box(ORDER)),
        _shared(box(box(READ_ONLY, required=True))),
        "TW TW",
    ),
    ("shared: property became required", _shared(box(STRING)), _shared(ORDER), "TW TW"),
    (
        "shared: property added",
        _shared(box(STRING)),
        _shared({"type": "object", "properties": {"size": STRING, "kind": STRING}}),
        "- TW",
    ),
    # a model that is received, and that a new call sends
    ("sent, too: null and absent differ", _received(NULLABLE), _received(NULLABLE, sent=True), "T TW"),
    ("sent, too: any value", _received({}), _received({}, sent=True), "T TW"),
    ("sent, too: no null", _received(STRING), _received(STRING, sent=True), "- TW"),
    ("sent, too: required", _received(NULLABLE, required=True), _received(NULLABLE, required=True, sent=True), "- TW"),
    ("sent, too, and becomes nullable", _received(STRING), _received(NULLABLE, sent=True), "T TW"),
    ("media type of a text in JSON", _body(schema=STRING), _body(schema=MEDIA), "- -"),
    ("media type of texts in a list", _body(schema=_array(STRING)), _body(schema=_array(MEDIA)), "- -"),
    ("media type of a text in a union", _body(schema=_either(STRING)), _body(schema=_either(MEDIA)), "- -"),
    ("items of a variant become nullable", _body(schema=_either(STRING)), _body(schema=_either(NULLABLE)), "- TW"),
    # responses
    ("200 to 204", _responses(s200=_json()), _responses(s204=DONE), "TW -"),
    ("200 loses its body", _responses(s200=_json()), _responses(s200=DONE), "TW T"),
    ("202 without a body beside 200", _responses(s200=_json()), _responses(s200=_json(), s202=DONE), "TW -"),
    (
        "201 of the same type beside 200",
        _responses(s200=_json(INTEGER)),
        _responses(s200=_json(INTEGER), s201=_json(INTEGER)),
        "- -",
    ),
    (
        "201 of another type beside 200",
        _responses(s200=_json(INTEGER)),
        _responses(s200=_json(INTEGER), s201=_json(STRING)),
        "TW -",
    ),
    ("200 becomes 201", _responses(s200=_json(INTEGER)), _responses(s201=_json(INTEGER)), "- -"),
    ("the only success removed", _responses(s200=_json(INTEGER), s400=DONE), _responses(s400=DONE), "TW T"),
    ("error added", _responses(s200=_json(INTEGER)), _responses(s200=_json(INTEGER), s404=DONE), "- -"),
    (
        "error with a body added",
        _responses(s200=_json(INTEGER)),
        _responses(s200=_json(INTEGER), s404=_json(STRING)),
        "- -",
    ),
    (
        "error of another type",
        _responses(s204=DONE, s404=_json(STRING)),
        _responses(s204=DONE, s404=_json(INTEGER)),
        "TW TW",
    ),
    (
        "201 with a model of its own goes",
        _responses(s200=_json(STRING), s201=_json(box(INTEGER))),
        _responses(s200=_json(STRING)),
        "T TW",
    ),
    # The body of an exception has the type of the status, or else of its range, or else of `default`.
    ("error with a model goes", _responses(s204=DONE, s404=_json()), _responses(s204=DONE), "T -"),
    ("error with a model goes, and 4XX is equal", _errors(s404=ORDER, s4XX=ORDER), _errors(s4XX=ORDER), "- -"),
    (
        "error with a model goes, and default is equal",
        _errors(s404=ORDER, default=ORDER),
        _errors(default=ORDER),
        "- -",
    ),
    (
        "error with a model goes, and default differs",
        _errors(s404=ORDER, default=STRING),
        _errors(default=STRING),
        "TW TW",
    ),
    ("4XX with a model goes", _errors(s4XX=ORDER), _errors(), "T -"),
    ("default with a model goes", _errors(default=ORDER), _errors(), "T -"),
    ("error of a call that others document, too", _two_errors(ORDER, ORDER), _two_errors(ORDER, None), "- -"),
    ("error of a list of models goes", _errors(s404=_array(ORDER)), _errors(), "T -"),
    ("error of a list of strings goes", _errors(s404=_array(STRING)), _errors(), "- -"),
    ("error of a date goes", _errors(s404={**STRING, "format": "date"}), _errors(), "T -"),
    ("error loses its body", _responses(s204=DONE, s404=_json(STRING)), _responses(s204=DONE, s404=DONE), "TW -"),
    ("type of a response", response(STRING), response(INTEGER), "TW TW"),
    ("nullable response", response(STRING), response({"type": ["string", "null"]}), "TW -"),
    ("any media type of a response", _responses(s200=_json()), _responses(s200=_json(media_type="*/*")), "p p"),
    (
        "charset of a response",
        _responses(s200=_json()),
        _responses(s200=_json(media_type="application/json; charset=utf-8")),
        "p p",
    ),
    ("JSON to text", _responses(s200=_json(STRING)), _responses(s200=_json(STRING, "text/plain")), "W W"),
    (
        "JSON to problem",
        _responses(s204=DONE, s404=_json(STRING)),
        _responses(s204=DONE, s404=_json(STRING, "application/problem+json")),
        "W W",
    ),
    ("header added", _responses(s200=_json()), _header(), "- W"),
    ("header became optional", _header(required=True), _header(), "W -"),
    ("whole to a stream", _responses(s200=_json()), _stream("application/jsonl"), "TW TW"),
    ("lines to events", _stream("application/jsonl"), _stream("text/event-stream"), "TW TW"),
    # pages
    ("pages", _page(token="other"), _page(), "T T"),
    ("page token renamed", _page(), _page(token="next_page_token"), "W W"),
    ("page parameter renamed", _page(), _page(parameter="page_token"), "W W"),
    ("items of pages", _page(), _page(item=INTEGER), "TW TW"),
    # unions
    ("sent: discriminator added to constants", _union("kind", sent=True), _union("kind", sent=True, **KIND), "= ="),
    (
        "received: discriminator added to constants",
        _union("kind", sent=False),
        _union("kind", sent=False, **KIND),
        "= =",
    ),
    (
        "received: discriminator without constants",
        _union("kind", sent=False, constants=False),
        _union("kind", sent=False, constants=False, **KIND),
        "- W",
    ),
    (
        "sent: mapping value added",
        _union("kind", sent=True, constants=False, **KIND, mapping=_mapping("cat=Cat", "dog=Dog")),
        _union("kind", sent=True, constants=False, **KIND, mapping=_mapping("cat=Cat", "dog=Dog", "puppy=Dog")),
        "T W",
    ),
    (
        "received: mapping value added",
        _union("kind", sent=False, constants=False, **KIND, mapping=_mapping("cat=Cat", "dog=Dog")),
        _union("kind", sent=False, constants=False, **KIND, mapping=_mapping("cat=Cat", "dog=Dog", "puppy=Dog")),
        "W -",
    ),
    (
        "sent: mapping value renamed",
        _union("kind", sent=True, constants=False, **KIND, mapping=_mapping("cat=Cat", "dog=Dog")),
        _union("kind", sent=True, constants=False, **KIND, mapping=_mapping("cat=Cat", "hound=Dog")),
        "W W",
    ),
    (
        "received: mapping value re-targeted",
        _union("kind", sent=False, constants=False, **KIND, mapping=_mapping("a=Cat", "b=Dog")),
        _union("kind", sent=False, constants=False, **KIND, mapping=_mapping("a=Dog", "b=Cat")),
        "W W",
    ),
    (
        "mapping that is the default",
        _union("kind", sent=False, constants=False, **KIND),
        _union("kind", sent=False, constants=False, **KIND, mapping=_mapping("Cat=Cat", "Dog=Dog")),
        "= =",
    ),
    (
        "received: discriminator property renamed",
        _union("kind", sent=False, **KIND),
        _union("type", sent=False, propertyName="type"),
        "TW TW",
    ),
)


def call_pairs() -> list[Pair]:
    """All rows."""
    return [pairs_of(f"call: {name}", old, new, verdicts) for name, old, new, verdicts in ROWS]
