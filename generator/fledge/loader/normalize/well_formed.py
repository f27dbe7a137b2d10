"""Objects whose fields certainly hold what the standard says: nearly all of a document, which `coerce` need not look into."""

from __future__ import annotations

from collections.abc import Mapping

from fledge.openapi.json_values import JSON
from fledge.openapi.objects import FIELDS, FLAG_FIELDS, NAME_FIELDS, TEXT_FIELDS, Child, Container

_Types = frozenset[type]

_NEVER: _Types = frozenset()
"""The types of a field that has to be looked at, whatever it holds."""


def is_well_formed(kind: str, node: Mapping[str, JSON]) -> bool:
    """Whether `coerce` certainly would change nothing in an object itself; what it holds is not looked at."""
    types, members = _TYPES[kind], _MEMBERS[kind]
    for key, value in node.items():
        expected = types.get(key)
        if expected is None:
            continue
        if type(value) not in expected:
            return False
        if key in members and type(value) is not str:
            if not value or not members[key].issuperset(map(type, value.values() if type(value) is dict else value)):
                return False
    return kind != "callback" and not (kind == "parameter" and node.get("in") == "querystring")


def _field_types(kind: str) -> dict[str, _Types]:
    """The types of the fields of an object."""
    types: dict[str, _Types] = {"$ref": frozenset({str})}
    types.update({key: _child_types(child) for key, child in FIELDS[kind].items()})
    types.update(dict.fromkeys(TEXT_FIELDS.get(kind, ()), frozenset({str})))
    types.update(dict.fromkeys(NAME_FIELDS.get(kind, ()), frozenset({list})))
    types.update(dict.fromkeys(FLAG_FIELDS.get(kind, ()), frozenset({bool})))
    if kind == "schema":
        types.update(type=frozenset({str, list}), enum=frozenset({list}), examples=frozenset({list}))
    return types


def _child_types(child: Child) -> _Types:
    if child.container is Container.LIST:
        return _NEVER if child.kind == "parameter" else frozenset({list})
    if child.container is Container.ONE:
        return _object_types(child.kind)
    return _NEVER if child.kind in ("callback", "media", "response") else frozenset({dict})


def _member_types(kind: str) -> dict[str, _Types]:
    """The types of the members of those fields that have any."""
    types = {
        key: _object_types(child.kind) for key, child in FIELDS[kind].items() if child.container is not Container.ONE
    }
    types.update(dict.fromkeys(NAME_FIELDS.get(kind, ()), frozenset({str})))
    if kind == "schema":
        types["type"] = frozenset({str})
    return types


def _object_types(kind: str) -> _Types:
    return frozenset({dict, bool}) if kind == "schema" else frozenset({dict})


_TYPES = {kind: _field_types(kind) for kind in FIELDS}
_MEMBERS = {kind: _member_types(kind) for kind in FIELDS}
