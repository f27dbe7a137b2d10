"""Objects whose fields hold what the standard says: nearly all there are, which `coerce` need not look into."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from fledge.loader.normalize.scheme_words import are_scheme_words
from fledge.loader.normalize.schema_keywords import fits_type
from fledge.loader.normalize.type_words import TYPES
from fledge.openapi.json_values import JSON
from fledge.openapi.objects import (
    FIELDS,
    FLAG_FIELDS,
    METHODS_WITH_CAPITALS,
    NAME_FIELDS,
    SPELLINGS,
    TEXT_FIELDS,
    TEXT_MAP_FIELDS,
    Child,
    Container,
)

MISSPELT_RANGE = re.compile(r"[1-5](?:xx|xX|Xx)")
"""The key of responses that means a range, and is not in capitals."""

MISSPELT_REFERENCES = ("ref", "$Ref", "$REF")
"""What is written in a schema for `$ref`; as a keyword of its own, it has no meaning."""

_USUAL_LOCATIONS = ("path", "query", "header", "cookie")
LOCATIONS = (*_USUAL_LOCATIONS, "querystring")
"""Where a parameter may be (OpenAPI 3.2.0, 4.12)."""

_Types = frozenset[type]
_Rule = Callable[[JSON], bool]


def is_well_formed(kind: str, node: Mapping[str, JSON]) -> bool:
    """Whether `coerce` would change nothing in an object itself; what it holds is not looked at.

    The answer may be no where `coerce` finds nothing to change after all.
    """
    fields = _FIELDS[kind]
    for key, value in node.items():
        if key not in fields:
            continue
        types, members, rule = fields[key]
        if type(value) not in types:
            return False
        if members and not members.issuperset(map(type, value.values() if type(value) is dict else value)):
            return False
        if rule and not rule(value):
            return False
    if kind == "schema":
        return ("enum" not in node and "const" not in node) or fits_type(node)
    if kind == "scheme":
        return are_scheme_words(node)
    if kind == "callback":
        return all(type(value) is dict for key, value in node.items() if key != "$ref" and not key.startswith("x-"))
    if kind == "parameter" and isinstance(node.get("schema"), dict) and is_required(node["schema"]):
        return False
    return not (kind == "parameter" and node.get("in") not in _USUAL_LOCATIONS and "$ref" not in node)


def parameter_problem(parameter: JSON) -> str | None:
    """Why an object is not a parameter that can be used (OpenAPI 3.1, 4.8.12); None if it is one, or a reference."""
    if not isinstance(parameter, dict):
        return "is not an object"
    if isinstance(parameter.get("$ref"), str):
        return None
    if parameter.get("in") == "querystring":
        return None
    if "$ref" in parameter and "name" not in parameter:
        return "has a `$ref` that is not a string"
    if str(parameter.get("in")).strip().lower() in ("body", "formdata"):
        return "is a body of Swagger 2.0, which OpenAPI 3 describes by `requestBody`"
    if not isinstance(parameter.get("name"), (str, int, float)) or parameter["name"] == "":
        return "has no name"
    if str(parameter.get("in")).strip().lower() not in LOCATIONS:
        return f"has no valid location (`in` must be one of {', '.join(LOCATIONS)})"
    return None


def _field_types(kind: str) -> dict[str, _Types]:
    """The types of the fields of an object."""
    types: dict[str, _Types] = {"$ref": frozenset({str})}
    types.update({key: _child_types(child) for key, child in FIELDS[kind].items()})
    types.update(dict.fromkeys(TEXT_FIELDS.get(kind, ()), frozenset({str})))
    types.update(dict.fromkeys(NAME_FIELDS.get(kind, ()), frozenset({list})))
    types.update(dict.fromkeys(TEXT_MAP_FIELDS.get(kind, ()), frozenset({dict})))
    types.update(dict.fromkeys(FLAG_FIELDS.get(kind, ()), frozenset({bool})))
    if kind == "path":
        types.update(dict.fromkeys(METHODS_WITH_CAPITALS, frozenset()))
    if kind == "schema":
        types.update(dict.fromkeys(MISSPELT_REFERENCES, frozenset()))
        types.update(type=frozenset({str, list}), enum=frozenset({list}), examples=frozenset({list}))
    elif kind in ("body", "response"):
        types.update(schema=frozenset())  # it belongs into `content`
    elif kind == "media":
        types.update(dict.fromkeys(("type", "properties", "allOf", "oneOf", "anyOf", "enum"), frozenset()))  # the same
    elif kind in ("parameter", "header"):
        types.update(type=frozenset(), enum=frozenset())  # they belong into `schema`
    return {**types, **dict.fromkeys(SPELLINGS.get(kind, ()), frozenset())}


def _child_types(child: Child) -> _Types:
    if child.container is Container.ONE:
        return _object_types(child.kind)
    return frozenset({list}) if child.container is Container.LIST else frozenset({dict})


def _member_types(kind: str) -> dict[str, _Types]:
    """The types of the members of those fields that have any."""
    types = {
        key: _object_types(child.kind) for key, child in FIELDS[kind].items() if child.container is not Container.ONE
    }
    texts = NAME_FIELDS.get(kind, ()) + TEXT_MAP_FIELDS.get(kind, ())
    types.update(dict.fromkeys(texts, frozenset({str})))
    return types


def _object_types(kind: str) -> _Types:
    return frozenset({dict, bool}) if kind == "schema" else frozenset({dict})


def is_path(key: str) -> bool:
    """Whether a key of `paths` is none that only lacks its slash (OpenAPI 3.1, 4.8.8): it has one, or is an extension."""
    return key.startswith(("/", "x-")) or "://" in key


def _are_paths(paths: Mapping[str, JSON]) -> bool:
    return all(map(is_path, paths))


def is_required(schema: Mapping[str, JSON]) -> bool:
    """Whether a property says itself that it is required, as JSON Schema had it until its draft 3."""
    return schema.get("required") is True or schema.get("required") == "true"


def _are_parameters(parameters: list[JSON]) -> bool:
    return all(parameter_problem(parameter) is None for parameter in parameters)


def _are_status_codes(responses: Mapping[str, JSON]) -> bool:
    return not any(map(MISSPELT_RANGE.fullmatch, responses))


def _are_media_types(content: Mapping[str, JSON]) -> bool:
    return all("/" in key and key == key.strip() for key in content)


def _are_no_extensions(callbacks: Mapping[str, JSON]) -> bool:
    return not any(name.startswith("x-") for name in callbacks)


def _are_types(names: str | list[str]) -> bool:
    if isinstance(names, str):
        return names in TYPES
    return bool(names) and all(isinstance(name, str) and name in TYPES for name in names)


_RULES_OF_MEMBERS: Mapping[tuple[Container, str], _Rule] = {
    (Container.LIST, "parameter"): _are_parameters,
    (Container.EXTENSIBLE, "path"): _are_paths,
    (Container.EXTENSIBLE, "response"): _are_status_codes,
    (Container.MAP, "media"): _are_media_types,
    (Container.MAP, "callback"): _are_no_extensions,
}
"""What else holds for fields with members of a kind."""


def _rules(kind: str) -> dict[str, _Rule]:
    """What else holds for the fields of an object."""
    rules = {
        key: _RULES_OF_MEMBERS[child.container, child.kind]
        for key, child in FIELDS[kind].items()
        if (child.container, child.kind) in _RULES_OF_MEMBERS
    }
    return {**rules, "type": _are_types} if kind == "schema" else rules


class _Field(NamedTuple):
    """What a field may hold: values of types, with members of types, if it has any, for which a rule holds."""

    types: _Types
    members: _Types | None
    rule: _Rule | None


def _fields(kind: str) -> dict[str, _Field]:
    members, rules = _member_types(kind), _rules(kind)
    return {key: _Field(types, members.get(key), rules.get(key)) for key, types in _field_types(kind).items()}


_FIELDS = {kind: _fields(kind) for kind in FIELDS}
