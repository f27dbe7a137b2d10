"""What stands beside where it belongs, or is spelt otherwise: a type outside of its schema, `GET`, a path without a slash."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches

from fledge.loader.document_tree import DocumentTree
from fledge.loader.normalize.readings import as_schema
from fledge.loader.normalize.scheme_words import read_scheme
from fledge.loader.normalize.spellings import spell_fields
from fledge.loader.normalize.swagger2_values import IN_SCHEMA
from fledge.loader.normalize.well_formed import LOCATIONS, is_path, is_required
from fledge.openapi.keywords import KEYWORDS
from fledge.openapi.json_values import JSON, as_array, as_object
from fledge.openapi.objects import METHODS_WITH_CAPITALS
from fledge.openapi.pointer import join, split

_SCHEMA_WORDS = frozenset({"type", "properties", "items", "allOf", "oneOf", "anyOf", "enum"})
"""Keywords of which a schema has one, as a rule."""

Warn = Callable[[str, str], None]
"""Is called with the pointer of what is wrong, and a message."""


def put_in_place(kind: str, pointer: str, node: dict[str, JSON], tree: DocumentTree, warn: Warn) -> None:
    """Put what one object holds to where the standard has it, in place, with a warning for each change."""
    spell_fields(kind, pointer, node, tree, warn)
    match kind:
        case "document" | "swagger":
            _paths(node, tree, warn)
        case "path":
            _methods(pointer, node, tree, warn)
        case "body" | "response" if _is_schema(node.get("schema")) and "content" not in node:
            _content(pointer, node, tree, warn)
        case "media" if "schema" not in node and not _SCHEMA_WORDS.isdisjoint(node):
            _schema(pointer, node, tree, warn)
        case "scheme":
            read_scheme(pointer, node, warn, tree.renamed)
        case "parameter" | "header":
            if kind == "parameter":
                _location(pointer, node, warn)
                _required(pointer, node, warn)
            if not {"$ref", "schema", "content"} & node.keys():
                _value(pointer, node, tree, warn)


def require_properties(pointer: str, schema: dict[str, JSON], warn: Warn) -> None:
    """`required: true` of a property, as JSON Schema had it until its draft 3, belongs to the object."""
    properties = as_object(schema.get("properties"))
    names = [name for name, each in properties.items() if isinstance(each, dict) and is_required(each)]
    for name in names:
        del properties[name]["required"]
        at = join(pointer, "properties", name, "required")
        warn(at, f"`required` is an array of names beside `properties`; Fledge reads {shown_key(name)} as one of them.")
    if names:
        schema["required"] = [*dict.fromkeys([*as_array(schema.get("required")), *names])]


def shown_key(key: str) -> str:
    """A key as a message shows it."""
    return f"`{key}`" if len(key) <= 60 else f"`{key[:57]}...`"


def _paths(root: dict[str, JSON], tree: DocumentTree, warn: Warn) -> None:
    """A path that does not begin with a slash would become a part of the server's name."""
    paths = as_object(root.get("paths"))
    if all(map(is_path, paths)):
        return
    spelt: dict[str, JSON] = {}
    for key, item in paths.items():
        name = key if is_path(key) or f"/{key}" in paths else f"/{key}"
        spelt[name] = item
        if name != key:
            at = join("/paths", key)
            warn(at, f"A path must begin with `/`; Fledge reads {shown_key(key)} as {shown_key(name)}.")
            tree.renamed(join("/paths", name), at)
    root["paths"] = spelt


def _methods(pointer: str, item: dict[str, JSON], tree: DocumentTree, warn: Warn) -> None:
    """`GET` is no field of a path; it means `get`."""
    for key in [key for key in item if key in METHODS_WITH_CAPITALS and key.lower() not in item]:
        at, method = f"{pointer}/{key}", key.lower()
        warn(at, f"`{key}` must be `{method}`, in lower case; Fledge reads it so.")
        tree.renamed(f"{pointer}/{method}", at)
        item[method] = item.pop(key)


def _location(pointer: str, parameter: dict[str, JSON], warn: Warn) -> None:
    """Where a parameter is: as it says, though in capitals or misspelt, or in the path that has a variable of its name."""
    if "$ref" in parameter:
        return
    stated = parameter.get("in")
    meant = stated.strip().lower() if isinstance(stated, str) else ""
    reason = "in lower case"
    if meant not in LOCATIONS and meant not in ("body", "formdata"):
        path = split(pointer)[1] if pointer.startswith("/paths/") else ""
        is_variable = f"{{{parameter.get('name')}}}" in path
        meant = "path" if is_variable else next(iter(get_close_matches(meant, LOCATIONS, n=1, cutoff=0.7)), "")
        reason = "as the path has a variable of this name" if is_variable else "which is most like it"
    if stated != meant and meant in LOCATIONS:
        parameter["in"] = meant
        at = pointer if stated is None else f"{pointer}/in"
        warn(at, f"`in` must be `{meant}`, {reason}; Fledge reads it so.")
    if meant == "querystring":
        parameter.setdefault("name", "querystring")  # nothing on the wire has that name


def _required(pointer: str, parameter: dict[str, JSON], warn: Warn) -> None:
    """A parameter may say in its schema that it is required."""
    schema = parameter.get("schema")
    if "required" in parameter or not isinstance(schema, dict) or not is_required(schema):
        return
    warn(f"{pointer}/schema/required", "`required` must be beside `schema`; Fledge reads the parameter as required.")
    parameter["required"] = True
    del schema["required"]


def _is_schema(value: JSON) -> bool:
    """Whether a value is a schema, or is going to be read as one."""
    return isinstance(value, (dict, bool)) or as_schema(value) is not None


def _content(pointer: str, node: dict[str, JSON], tree: DocumentTree, warn: Warn) -> None:
    """A body or response may have its schema where Swagger 2.0 has it."""
    at = f"{pointer}/schema"
    warn(at, "`schema` must be inside of `content`; Fledge reads it as that of `application/json`.")
    tree.renamed(join(pointer, "content", "application/json", "schema"), at)
    node["content"] = {"application/json": {"schema": node.pop("schema")}}


def _schema(pointer: str, media: dict[str, JSON], tree: DocumentTree, warn: Warn) -> None:
    """A media type may have the keywords of its schema itself."""
    keys = [key for key in media if key in KEYWORDS and key not in ("example", "examples")]
    warn(f"{pointer}/{keys[0]}", f"{', '.join(map(shown_key, keys))} must be inside of `schema`; Fledge reads it so.")
    for key in keys:
        tree.renamed(f"{pointer}/schema/{key}", f"{pointer}/{key}")
    media["schema"] = {key: media.pop(key) for key in keys}


def _value(pointer: str, node: dict[str, JSON], tree: DocumentTree, warn: Warn) -> None:
    """A parameter or header may say of its values itself what belongs into its schema, as in Swagger 2.0."""
    keys = [key for key in node if key in IN_SCHEMA]
    if "type" not in keys and "enum" not in keys:
        return
    warn(f"{pointer}/{keys[0]}", f"{', '.join(map(shown_key, keys))} must be inside of `schema`; Fledge reads it so.")
    for key in keys:
        tree.renamed(f"{pointer}/schema/{key}", f"{pointer}/{key}")
    node["schema"] = {key: node.pop(key) for key in keys}
