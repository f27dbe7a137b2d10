"""What Swagger 2.0 says of values, servers and security schemes in other words than OpenAPI 3.0."""

from __future__ import annotations

from typing import Any

from fledge.loader.normalize.readings import is_flag_set
from fledge.openapi.json_values import JSON, as_object

IN_SCHEMA = (
    "type",
    "format",
    "items",
    "default",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "enum",
    "multipleOf",
)
"""What a parameter, header or item says of its value beside its name (Swagger 2.0, Parameter Object)."""

_FLOWS = {"application": "clientCredentials", "accessCode": "authorizationCode"}
_IN_FLOW = ("authorizationUrl", "tokenUrl", "scopes")
_STYLES = {
    "csv": {"style": "form", "explode": False},
    "ssv": {"style": "spaceDelimited", "explode": False},
    "pipes": {"style": "pipeDelimited", "explode": False},
    "multi": {"style": "form", "explode": True},
}
SEPARATORS = {"csv": "commas (,)", "ssv": "spaces", "tsv": "tabs", "pipes": "pipes (|)"}
"""What stands between the values of a list, by its `collectionFormat`."""

ONLY_IN_2 = ("ssv", "tsv", "pipes")
"""Separators that 3.x cannot say in paths and headers; and tabs (tsv) nowhere."""


def value_schema(value: dict[str, JSON]) -> JSON:
    """The schema of a parameter, header or field of a form: its own as in OpenAPI 3, or made of what stands beside it."""
    if "schema" in value:
        schema = value["schema"]
    else:
        schema = {key: value[key] for key in IN_SCHEMA if key in value}
        if is_flag_set(value.get("x-nullable")):
            schema["nullable"] = True
        if holds_lists(value):
            schema["items"] = {"type": "string"}
    rewrite_schema(schema)
    return schema


def holds_lists(value: dict[str, JSON]) -> bool:
    """Whether a list of a parameter, header or field holds lists, each of them a text; those of a body are JSON."""
    is_list = value.get("type") == "array" and "schema" not in value and value.get("in") != "body"
    return is_list and as_object(value.get("items")).get("type") == "array"


def rewrite_schema(schema: JSON) -> None:
    """What 2.0 spells otherwise in schemas, in place: files, `x-nullable`, the discriminator."""
    stack: list[Any] = [schema]
    while stack:
        node = stack.pop()
        if not isinstance(node, dict):
            continue
        if node.get("type") == "file":
            node["type"], node["format"] = "string", "binary"
        if is_flag_set(node.get("x-nullable")):
            node["nullable"] = True
        if isinstance(node.get("discriminator"), str):
            node["discriminator"] = {"propertyName": node["discriminator"]}
        for key in ("properties", "patternProperties", "definitions"):
            stack += as_object(node.get(key)).values()
        for key in ("allOf", "anyOf", "oneOf"):
            stack += node[key] if isinstance(node.get(key), list) else ()
        stack += [node.get(key) for key in ("items", "additionalProperties", "not")]


def list_style(value: dict[str, JSON]) -> dict[str, JSON]:
    """How a list of a parameter or field of a form is written, by its `collectionFormat`."""
    return dict(_STYLES.get(str(value.get("collectionFormat")), _STYLES["csv"]))


def security_scheme(scheme: dict[str, JSON]) -> dict[str, JSON]:
    """The scheme with HTTP's schemes by name, and with its flow as one of several."""
    if scheme.get("type") == "basic":
        return {**scheme, "type": "http", "scheme": "basic"}
    if scheme.get("type") == "oauth2" and "flows" not in scheme:
        flow: dict[str, JSON] = {key: scheme[key] for key in _IN_FLOW[:2] if key in scheme}
        flow["scopes"] = as_object(scheme.get("scopes"))
        name = str(scheme.get("flow", "implicit"))
        kept = {key: value for key, value in scheme.items() if key not in ("flow", *_IN_FLOW)}
        return {**kept, "flows": {_FLOWS.get(name, name): flow}}
    return scheme


def server_list(old: dict[str, JSON]) -> list[JSON]:
    """The servers of a description's `host`, `basePath` and `schemes`."""
    host, base = old.get("host"), old.get("basePath", "")
    base = base if isinstance(base, str) else ""
    if not isinstance(host, str):
        return [{"url": base}] if base else []
    schemes = old.get("schemes")
    names = [name for name in schemes if name in ("http", "https")] if isinstance(schemes, list) else []
    names.sort(key=lambda name: name != "https")  # the safe one first: it is the client's default
    return [{"url": f"{name}://{host}{base}".rstrip("/")} for name in names or ["https"]]


def media_types(value: JSON) -> list[str]:
    """The media types that `consumes` or `produces` lists."""
    return [kind for kind in value if isinstance(kind, str)] if isinstance(value, list) else []
