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


def _escape(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1").replace("%", "%25")
