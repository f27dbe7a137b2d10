"""Documents whose every string is an attack: on literals, docstrings, templates, names, imports and file paths."""

from __future__ import annotations

from typing import Any

TEXTS = (
    "it's",
    'say "no"',
    'say "no"<script>alert(1)</script>say "no"',
    '"""',
    "'''",
    '""" + __import__("os").system("echo hacked") + """',
    "'); __import__('os').system('echo hacked')  # ",
    "\\",
    '\\\\"""\\',
    "ends with a backslash\\",
    'ends with a quote"',
    "\\N{BULLET}\\x41\\u0041",
    "one\ntwo",
    "one\r\ntwo\rthree",
    "\n\nimport os\nos.abort()\n",
    "from .._runtime.evil import os",
    "tab\tand\x0bvertical\x0cfeed",
    "line\u2028and\u2029paragraph\x85next",
    "{{ 7 * 7 }}",
    "{% raw %}{% endfor %}",
    "{# comment #}",
    "{0.__class__}",
    "{}%s%(x)s$x${x}",
    "f'{__import__(\"os\")}'",
    "\u202ereversed\u202c",
    "\u2066isolated\u2069",
    "zero\u200bwidth\u200d\ufeff",
    "nul\x00byte\x1b[31m",
    "lone \ud800 surrogate",
    "__import__",
    "__class__",
    "__init__",
    "__name__",
    "_runtime",
    "self",
    "TYPE_CHECKING",
    "Literal",
    "annotations",
    "import",
    "None",
    "print(1)",
    "class X: pass",
    "# comment",
    "../../../etc/passwd",
    "..",
    ".",
    "/etc/passwd",
    "..\\..\\windows",
    "C:\\autoexec",
    "con",
    "a/b\x00.py",
    "~root",
    "",
    " ",
    "$(touch hacked)`touch hacked`",
    "<script>alert(1)</script>",
    "\U0001f600",
    "\u0130\u0131\ufb01\u212a",
    "\u65e5\u672c",
    "1st",
    "a" * 300,
    "\u061c\u200e\u00ad\u180e\ufff9",
    "\U000e0041\U000e0042",
    "[x](javascript:alert(1))![y](http://evil.example/y.png)<http://evil.example>",
    "-->\n~~~\n```\nimport os\n```\n|a|b|\n|-|-|",
    "# -*- coding: utf-7 -*-",
    "::error::x",
)


def document(text: str) -> dict[str, Any]:
    """An OpenAPI document with `text` in every place that holds a string of the author's."""
    prose = {"description": text, "summary": text, "title": text}
    scalar = {"type": "string", "enum": [text, text + "2"], "default": text, **prose}
    key = text or "empty"
    inner: dict[str, Any] = {
        "type": "object",
        "required": [key],
        "properties": {key: {"type": "string", "pattern": text, **prose}, key + "Kind": {"const": text}},
        **prose,
    }
    component: dict[str, Any] = {
        "type": "object",
        "required": [key, "kind"],
        "properties": {
            "kind": {"const": text},
            key: scalar,
            key + "Inner": inner,
            key + "List": {"type": "array", "items": inner},
            key + "Format": {"type": "string", "format": text, "contentMediaType": text, "example": text},
            "union": {
                "oneOf": [
                    {"$ref": "#/components/schemas/" + _escape(key)},
                    {"$ref": "#/components/schemas/Other"},
                ],
                "discriminator": {
                    "propertyName": "kind",
                    "mapping": {
                        text: "#/components/schemas/" + _escape(key),
                        text + "o": "#/components/schemas/Other",
                    },
                },
            },
        },
        "additionalProperties": {"type": "integer"},
        "x-" + text: text,
        **prose,
    }
    example = {"kind": text, key: text, key + "Inner": {key: text}, text: text}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/" + _escape(key)}, "example": example}}
    parameters = [
        {"name": key, "in": place, "required": place in ("path", "query"), "schema": scalar, "example": text, **prose}
        for place in ("query", "header", "cookie", "path")
    ]
    operation: dict[str, Any] = {
        "operationId": text,
        "tags": [text],
        "parameters": parameters,
        "requestBody": {"content": content, "description": text, "required": True},
        "responses": {
            "200": {"description": text, "content": content},
            "404": {"description": text, "content": content},
        },
        "security": [{key: []}],
        "servers": [{"url": text, "description": text}],
        **prose,
    }
    odd = {
        **operation,
        "operationId": text + "Odd",
        "requestBody": {"content": {text: {"schema": inner, "example": text}}},
        "responses": {text: {"description": text, "content": {text: {"schema": inner}}}},
    }
    inline = {
        **operation,
        "operationId": text + "Inline",
        "requestBody": {"content": {"application/json": {"schema": inner}}},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": text, "version": text, "description": text, "license": {"name": text}},
        "servers": [
            {
                "url": "https://{" + key + "}.example.com/" + text,
                "variables": {key: {"default": text, "enum": [text]}},
            }
        ],
        "tags": [{"name": text, "description": text}],
        "paths": {
            "/" + text: {"get": {"responses": {"204": {"description": text}}, "tags": [text]}},
            "/x/{" + key + "}/" + text: {"post": operation, "put": odd, "patch": inline},
        },
        "webhooks": {key: {"post": {"requestBody": {"content": content}, "responses": {"200": {"description": text}}}}},
        "components": {
            "schemas": {
                key: component,
                "Other": {
                    "type": "object",
                    "required": ["kind"],
                    "properties": {"kind": {"const": text + "o"}},
                },
                key + "Enum": scalar,
                key + "Alias": {"type": "array", "items": {"$ref": "#/components/schemas/" + _escape(key)}},
                key + "Numbers": {"enum": [1, text, None, True, 1.5]},
            },
            "securitySchemes": {
                key: {"type": "apiKey", "in": "header", "name": text, "description": text},
                key + "Http": {"type": "http", "scheme": text, "bearerFormat": text},
            },
        },
    }


def document_of_other_places(text: str) -> dict[str, Any]:
    """A valid document with `text` in all other places: extensions, forms, links, callbacks, flows, tuples, pages."""
    key = text or "empty"
    own = f"#/components/schemas/{_escape(key)}"
    prose = {"description": text, "title": text, "summary": text}
    string = {"type": "string"}
    items = {"type": "object", "title": text, "properties": {key: string}}
    names = {name: text for name in ("x-fern-type-name", "x-ms-client-name", "x-speakeasy-name-override")}
    open_values = {"type": "string", "title": text, "enum": [text, f"{text}2"]}
    for extension in ("x-enum-varnames", "x-enumNames", "x-enum-descriptions"):
        open_values[extension] = [text, text]
    properties: dict[str, Any] = {
        key: {"type": "number", "default": 1e308, "exclusiveMinimum": -1.7e308, "multipleOf": 0.1, **prose},
        f"{key}N": {
            "type": "object",
            "properties": {key: {"type": "array", "items": items, "default": [{key: text}]}},
            "default": {key: [{key: text}]},
        },
        f"{key}D": {"type": "string", "format": "date", "default": text},
        f"{key}B": {"type": "string", "format": "byte", "default": text, "contentEncoding": text},
        "deep": {
            "type": "object",
            "patternProperties": {text: string},
            "propertyNames": {"pattern": text, "enum": [text]},
            "dependentRequired": {text: [text]},
            "additionalProperties": open_values,
        },
        "tuple": {"type": "array", "prefixItems": [{"const": text}, {"enum": [text, 1, None]}], "items": False},
        "ro": {"type": "string", "readOnly": True, "deprecated": True, "x-fern-property-name": text, **names},
    }
    model: dict[str, Any] = {
        "type": "object",
        "properties": properties,
        "required": [key],
        "xml": {"name": text, "namespace": text},
        "externalDocs": {"url": text, "description": text},
        "example": {key: text},
        "examples": [{key: text}],
        **names,
        **prose,
    }

    def parameter(place: str, **more: Any) -> dict[str, Any]:
        return {"name": key, "in": place, "required": place == "path", "x-fern-parameter-name": text, **names, **more}

    json = {"application/json": {"schema": model}}
    link = {"operationId": text, "operationRef": text, "parameters": {key: text}, "requestBody": text, **prose}
    callback = {
        "operationId": f"{text}CB",
        "requestBody": {"content": json},
        "responses": {"200": {"description": text}},
    }
    header = {"schema": {"type": "string", "default": text}, "description": text}
    encoding = {key: {"contentType": text, "headers": {key: header}, "style": text}}
    operation: dict[str, Any] = {
        "operationId": f"{text}A",
        "x-fern-sdk-method-name": text,
        "x-fern-sdk-group-name": [text, text],
        "x-speakeasy-group": f"{text}.{text}",
        "x-codegen-group": text,
        "x-codeSamples": [{"lang": "python", "source": text, "label": text}],
        "externalDocs": {"url": text, "description": text},
        "deprecated": True,
        "tags": [text, f"{text}2"],
        "parameters": [
            parameter("path", schema=string),
            parameter("query", content=json),
            parameter("header", schema={"type": "array", "items": {"enum": [text]}}, example=text),
            parameter("cookie", schema=model),
        ],
        "requestBody": {
            "required": True,
            "content": {
                "multipart/form-data": {"schema": model, "encoding": encoding},
                "application/x-www-form-urlencoded": {"schema": model, "encoding": {key: {"contentType": text}}},
                "application/json": {"schema": model, "examples": {key: {"value": {key: text}, "summary": text}}},
                f"text/plain; charset={text}": {"schema": string},
                f"application/{text}": {"schema": string},
            },
        },
        "responses": {
            "200": {
                "description": text,
                "headers": {key: header},
                "links": {key: link},
                "content": {"text/event-stream": {"schema": model}, **json},
            },
            "4XX": {"description": text, "content": {"application/problem+json": {"schema": model}}},
            "default": {"description": text},
        },
        "callbacks": {key: {f"{{$request.body#/{text}}}": {"post": callback}}},
        "security": [{key: [text]}, {f"{key}O": [text]}],
        "servers": [{"url": f"https://h/{{{key}}}", "name": text, "variables": {key: {"default": "d", **prose}}}],
        **prose,
    }
    page = {"type": "object", "properties": {"data": {"type": "array", "items": model}, "next_cursor": string}}
    listing = {
        "operationId": f"{text}List",
        "parameters": [{"name": "cursor", "in": "query", "schema": string}],
        "responses": {"200": {"description": text, "content": {"application/json": {"schema": page}}}},
    }
    flow = {"tokenUrl": text, "refreshUrl": text, "authorizationUrl": text, "scopes": {text: text}}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": text,
            "version": text,
            "summary": text,
            "contact": {"name": text, "url": text, "email": text},
            "license": {"name": text, "url": text},
        },
        "x-tagGroups": [{"name": text, "tags": [text]}],
        "servers": [{"url": f"https://api.example/{{{key}}}", "variables": {key: {"default": "d"}}}, {"url": text}],
        "tags": [{"name": text, "description": text, "x-displayName": text, "externalDocs": {"url": text}}],
        "paths": {f"/p/{{{key}}}/'{text}": {"post": operation}, "/list": {"get": listing}},
        "webhooks": {key: {"post": {**callback, "operationId": f"{text}W", "tags": [text], **prose}}},
        "components": {
            "schemas": {
                key: model,
                f"{key}U": {
                    "oneOf": [{"$ref": own}, {"type": "object", "required": ["kind"], "properties": {"kind": string}}],
                    "discriminator": {"propertyName": key, "mapping": {text: own}},
                },
                f"{key}E": {"type": "string", "enum": [text, f"{text} ", text.upper()], "x-enum-varnames": [text] * 3},
                f"{key}M": {"type": "object", "additionalProperties": model, "x-ms-discriminator-value": text},
                "Pet": {"allOf": [{"$ref": own}, {"type": "object", "properties": {f"{text}x": string}}]},
            },
            "securitySchemes": {
                key: {"type": "http", "scheme": text or "bearer", "description": text},
                f"{key}O": {"type": "oauth2", "flows": {"clientCredentials": flow, "password": flow}},
                f"{key}I": {"type": "openIdConnect", "openIdConnectUrl": text},
                **{f"{key}{place}": {"type": "apiKey", "in": place, "name": text} for place in ("query", "cookie")},
            },
        },
        "security": [{f"{key}query": []}, {f"{key}cookie": []}],
    }


def _escape(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1").replace("%", "%25")
