"""The JSON Schema of the configuration, made of the table of keys, so that editors complete and check it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from fledge.config.client import CLIENT_NAME
from fledge.config.keys import ROOT_KEYS
from fledge.config.values import Either, Flag, Key, Number, OpenTable, Table, Text, Texts, ValueType

Schema: TypeAlias = dict[str, object]


def config_schema() -> Schema:
    """Return the schema of `[tool.fledge]`, which is also that of a whole fledge.toml (JSON Schema draft 7).

    Editors know that draft best. Rules about several keys, such as one kind of pagination at a time, are not in it.
    """
    schema = _table(ROOT_KEYS)
    clients = schema["properties"]
    assert isinstance(clients, dict)
    clients["clients"]["propertyNames"] = {"pattern": f"^{CLIENT_NAME.pattern}$"}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Fledge",
        "description": "The clients that Fledge generates.",
        **schema,
    }


def _table(keys: tuple[Key, ...]) -> Schema:
    required = [key.name for key in keys if key.required and key.name != "signature_header"]
    return {
        "type": "object",
        "properties": {key.name: _key(key) for key in keys},
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _key(key: Key) -> Schema:
    meaning = f"{key.meaning}." if key.required else f"{key.meaning}. Default: {key.default}."
    plain = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", meaning)  # links are relative to the documentation
    return {"description": plain[0].upper() + plain[1:], **_value(key.type)}


def _value(type: ValueType) -> Schema:
    match type:
        case Text():
            return {"type": "string", **_pattern(type.pattern)}
        case Flag():
            return {"type": "boolean"} if type.only is None else {"const": type.only}
        case Number():
            bounds: Mapping[str, float | None] = {"exclusiveMinimum": type.above, "exclusiveMaximum": type.below}
            limits = {name: bound for name, bound in bounds.items() if bound is not None}
            return {"type": "integer" if type.whole else "number", **limits}
        case Texts():
            text: Schema = {"type": "string", "minLength": 1, **_pattern(type.pattern)}
            items: Schema = {"type": "array", "items": text, **({"minItems": 1} if type.required else {})}
            return {"anyOf": [text, items]} if type.or_one else items
        case Table():
            return _table(type.keys)
        case OpenTable():
            return {"type": "object", "additionalProperties": _value(type.values)}
        case Either():
            return {"anyOf": [_value(each) for each in type.types]}


def _pattern(pattern: str) -> Schema:
    """The pattern of a text; regular expressions of JSON Schema have no flags."""
    match pattern:
        case r"(?s).*":
            return {}
        case r"(?s).+":
            return {"minLength": 1}
        case _:
            any_character = pattern.removeprefix("(?s)")
            plain = pattern if any_character == pattern else any_character.replace(".", r"[\s\S]")
            return {"pattern": f"^(?:{plain})$"}
