"""Whether a document certainly keeps all rules that openapi-spec-validator knows, in a tenth of the validator's time.

The validator stays the authority. It walks a large document for seconds, nearly always to find nothing, so this module
walks it first, in plain dicts: True means that the validator would find nothing; False means that it has to be asked.
What the walk does not know is False.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Formatter
from typing import Any

from fledge.loader.standard_schemas import DIALECT, dialect_schemas, document_schema
from fledge.loader.top_schemas import top_schemas
from fledge.openapi.json_values import JSON
from fledge.openapi.pointer import find

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_MEMBERS = ("allOf", "anyOf", "oneOf")
_HOLDING = frozenset((*_MEMBERS, "not", "items", "properties"))
"""The keywords below which the validator looks for schemas."""

_ANNOTATIONS = frozenset(("type", "default", "description", "title", "example", "examples", "deprecated"))
_ASSERTED_FORMATS = frozenset(
    ("date", "date-time", "email", "idn-email", "idn-hostname", "ipv4", "ipv6", "password", "regex", "time", "uuid")
)
_NUMBERS: Mapping[object, Callable[[object], bool]] = {  # formats that jsonschema-rs does not know
    "int32": lambda value: isinstance(value, int) and -(2**31) <= value < 2**31,
    "int64": lambda value: isinstance(value, int) and -(2**31) <= value < 2**31,
    "float": lambda value: isinstance(value, float),
    "double": lambda value: isinstance(value, float),
}


class _Doubt(Exception):
    """The document breaks a rule, or has something that this module does not know."""


def is_certainly_valid(root: Mapping[str, JSON]) -> bool:
    """Return whether the validator would find nothing in a document of OpenAPI 3.1."""
    if not str(root.get("openapi", "")).startswith("3.1.") or "jsonSchemaDialect" in root:
        return False
    try:
        return bool(_compiled(document_schema()).is_valid(dict(root))) and _Walk(root).is_clean()
    except (_Doubt, LookupError, TypeError, ValueError, AttributeError, RecursionError):
        return False  # something is where it must not be: the validator says what


def _compiled(schema: Mapping[str, JSON], *, formats: bool = False) -> Any:
    return compiled(schema, lambda id: dialect_schemas()[id], formats=formats)


def compiled(schema: Mapping[str, JSON], others: Callable[[str], Any], *, formats: bool = False) -> Any:
    """Return a validator of jsonschema-rs, which takes a hundredth of jsonschema's time; `others` has schemas by id."""
    import jsonschema_rs

    return jsonschema_rs.validator_for(dict(schema), validate_formats=formats, retriever=others)


class _Walk:
    """One walk in the order of the validator's, since it looks at each schema once, as it first meets it."""

    def __init__(self, root: Mapping[str, JSON]) -> None:
        self._root = root
        self._visited: set[int] = set()
        self._met: set[int] = set()
        self._schemas: list[JSON] = []  # those that the meta-schema must accept
        self._targets: dict[str, Any] = {}  # of references, which most have in common with others

    def is_clean(self) -> bool:
        names = [tag["name"] for tag in self._root.get("tags") or ()]
        if len(names) != len(set(names)):
            raise _Doubt
        operation_ids: set[str] = set()
        for path, path_item in (self._root.get("paths") or {}).items():
            self._path_item(path, self._resolved(path_item), operation_ids)
        for schema in ((self._root.get("components") or {}).get("schemas") or {}).values():
            self._top_schema(schema)
        for _, schema in top_schemas(self._root):
            self._top_schema(schema)
        return _accepts_all(self._schemas)

    def _path_item(self, path: str, path_item: Any, operation_ids: set[str]) -> None:
        shared = self._parameters(path_item.get("parameters"))
        placeholders = {name for _, name, _, _ in Formatter().parse(path) if name}
        for method, node in path_item.items():
            if method not in _METHODS:
                continue
            operation = self._resolved(node)
            operation_id = operation.get("operationId")
            if operation_id is not None:
                if operation_id in operation_ids:
                    raise _Doubt
                operation_ids.add(operation_id)
            for response in (operation.get("responses") or {}).values():
                self._content(self._resolved(response).get("content"))
            parameters = [*self._parameters(operation.get("parameters")), *shared]
            if {name for name, location in parameters if location == "path"} != placeholders:
                raise _Doubt

    def _parameters(self, nodes: Any) -> list[tuple[str, str]]:
        keys: list[tuple[str, str]] = []
        for node in nodes or ():
            parameter = self._resolved(node)
            if "schema" in parameter:
                self._top_schema(parameter["schema"])
            keys.append((parameter["name"], parameter["in"]))
        if len(keys) != len(set(keys)):
            raise _Doubt
        return keys

    def _content(self, content: Any) -> None:
        for node in (content or {}).values():
            media_type = self._resolved(node)
            if "schema" in media_type:
                self._top_schema(media_type["schema"])

    # --- schemas

    def _top_schema(self, node: JSON) -> None:
        """A schema that the validator compares with the meta-schema, and whose `required` it looks at."""
        schema = self._resolved(node)
        if not isinstance(schema, dict):
            raise _Doubt
        if id(schema) not in self._met:
            self._met.add(id(schema))
            self._schemas.append(schema)
        self._schema(schema, is_top=True)

    def _schema(self, node: JSON, *, is_top: bool = False) -> None:
        schema = self._resolved(node)
        if id(schema) in self._visited or isinstance(schema, bool):
            return
        if not isinstance(schema, dict) or "$schema" in schema:
            raise _Doubt
        self._visited.add(id(schema))
        if not _HOLDING.isdisjoint(schema):
            for inner in _inner_schemas(schema):
                self._schema(inner)
        if is_top and "allOf" in schema and schema.get("required"):
            declared = set(schema.get("properties") or ())
            for member in schema["allOf"]:
                declared |= self._property_names(member, set())
            if not declared.issuperset(schema["required"]):
                raise _Doubt
        if "default" in schema and not _accepts_default(schema):
            raise _Doubt

    def _property_names(self, node: JSON, visited: set[int]) -> set[str]:
        schema = self._resolved(node)
        if not isinstance(schema, dict) or id(schema) in visited:
            return set()
        visited.add(id(schema))
        names = set(schema.get("properties") or ())
        for key in _MEMBERS:
            for member in schema.get(key) or ():
                names |= self._property_names(member, visited)
        for key in ("items", "not"):
            if key in schema:
                names |= self._property_names(schema[key], visited)
        return names

    def _resolved(self, node: Any) -> Any:
        """What a node stands for: itself, or where its reference leads."""
        if not (isinstance(node, dict) and "$ref" in node):
            return node
        reference = node["$ref"]
        if not isinstance(reference, str):
            raise _Doubt
        if reference not in self._targets:
            self._targets[reference] = self._end(node)
        return self._targets[reference]

    def _end(self, node: Any) -> Any:
        steps = 0
        while isinstance(node, dict) and "$ref" in node:
            reference, steps = node["$ref"], steps + 1
            if not isinstance(reference, str) or not reference.startswith("#/") or steps > 100:
                raise _Doubt
            node = find(self._root, reference[1:])
            if node is None:
                raise _Doubt
        return node


def _inner_schemas(schema: Mapping[str, JSON]) -> list[JSON]:
    inner = [member for key in _MEMBERS if key in schema for member in schema[key] or ()]
    inner += [schema[key] for key in ("not", "items") if key in schema]
    return [*inner, *(schema.get("properties") or {}).values()]


def _accepts_default(schema: Mapping[str, Any]) -> bool:
    """Whether a schema certainly accepts its `default`; False where that takes other schemas to tell."""
    value, format = schema["default"], schema.get("format")
    if format in _NUMBERS and not _NUMBERS[format](value):
        return False
    if format not in _ASSERTED_FORMATS:
        schema = {key: inner for key, inner in schema.items() if key != "format"}
    if not schema.keys() - _ANNOTATIONS and _is_of_type(value, schema.get("type")):
        return True
    return not _has_reference(schema) and bool(_compiled(schema, formats=True).is_valid(value))


def _is_of_type(value: JSON, name: JSON) -> bool:
    match name:
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case _:
            return False


def _has_reference(node: JSON) -> bool:
    if isinstance(node, Mapping):
        return "$ref" in node or "$dynamicRef" in node or any(map(_has_reference, node.values()))
    return isinstance(node, list) and any(map(_has_reference, node))


def _accepts_all(schemas: list[JSON]) -> bool:
    """Whether the meta-schema of OpenAPI 3.1 accepts each of some schemas."""
    return bool(_compiled({"type": "array", "items": {"$ref": DIALECT}}, formats=True).is_valid(schemas))
