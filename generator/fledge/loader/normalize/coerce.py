"""Containers that later steps can trust: what is no object, list or text where one must stand is set right or left out.

A document that is wrong at one place stays usable at all others, and no later step needs to look twice.
"""

from __future__ import annotations

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.loader.document_tree import DocumentTree
from fledge.loader.normalize.misplaced import put_in_place, require_properties, shown_key
from fledge.loader.normalize.readings import Reading, as_flag, as_items, as_schema, as_texts, as_values
from fledge.loader.normalize.schema_keywords import fit_values
from fledge.loader.normalize.type_words import TypeWords
from fledge.loader.normalize.well_formed import (
    MISSPELT_RANGE,
    MISSPELT_REFERENCES,
    is_well_formed,
    parameter_problem,
)
from fledge.loader.references.unresolved import remove_nodes
from fledge.openapi.json_values import JSON, literal_text
from fledge.openapi.objects import (
    FIELDS,
    FLAG_FIELDS,
    NAME_FIELDS,
    REFERABLE,
    TEXT_FIELDS,
    TEXT_MAP_FIELDS,
    Container,
    walk_objects,
)
from fledge.openapi.pointer import join

_NEVER_NULL = ("$ref", "get", "put", "post", "delete", "patch", "schema", "content", "items")
"""The fields of which something is lost if they are left empty. Others say nothing by that, such as `parameters:`."""

_MEDIA_TYPES = {
    "": "*/*",
    "*": "*/*",
    "json": "application/json",
    "xml": "application/xml",
    "text": "text/plain",
    "html": "text/html",
}


def coerce_containers(tree: DocumentTree, report: DiagnosticCollector) -> None:
    """Make every container of a draft what the standard says it is; each change is a warning `wrong-type`."""
    if tree.is_well_formed:
        return
    paths = tree.root.get("paths")
    if paths is not None and not isinstance(paths, dict):
        report.error(
            "wrong-type",
            f"`paths` must be an object, but is {_type(paths)}.",
            origin=tree.origin("/paths"),
            hint="Write each path as a key of `paths`.",
        )
        del tree.root["paths"]
    words = TypeWords()
    for kind, pointer, node in walk_objects(tree.root):
        if is_well_formed(kind, node):
            if kind == "schema" and "properties" in node:  # one of these may say that it is required
                _Shaper(tree, report, kind, pointer, node).require()
            continue
        shaper = _Shaper(tree, report, kind, pointer, node)
        shaper.shape()
        if kind == "schema" and "type" in node:
            words.replace(pointer, node)
            shaper.fit()
    words.report(tree, report)


class _Shaper:
    """One object that is set right."""

    __slots__ = ("tree", "kind", "node", "pointer", "report")

    def __init__(
        self, tree: DocumentTree, report: DiagnosticCollector, kind: str, pointer: str, node: dict[str, JSON]
    ) -> None:
        self.tree = tree
        self.report = report
        self.kind = kind
        self.pointer = pointer
        self.node = node

    def shape(self) -> None:
        node, kind = self.node, self.kind
        if "$ref" in node and kind in REFERABLE and not isinstance(node["$ref"], str):
            self._drop("$ref", "a string")
        if kind == "callback":
            for key in [key for key in node if not key.startswith("x-") and key != "$ref"]:
                self._object(node, key, "path", join(self.pointer, key))
            return
        put_in_place(kind, self.pointer, node, self.tree, self._warn)
        if kind == "schema" and isinstance(node.get("items"), list) and "prefixItems" not in node:
            self._tuple()
        if kind == "schema" and isinstance(node.get("discriminator"), str):
            self._discriminator()
        fields = FIELDS[kind]
        for key in [key for key in node if key in fields]:
            self._field(key, fields[key].container, fields[key].kind)
        for key in TEXT_FIELDS.get(kind, ()):
            if key in node and not isinstance(node[key], str):
                self._text(key)
        for key in NAME_FIELDS.get(kind, ()):
            if key in node and not (isinstance(node[key], list) and all(isinstance(name, str) for name in node[key])):
                self._names(key)
        for key in TEXT_MAP_FIELDS.get(kind, ()):
            if key in node:
                self._text_map(key)
        for key in FLAG_FIELDS.get(kind, ()):
            if key in node and not isinstance(node[key], bool):
                self._read(key, "true or false", as_flag(node[key]))
        if kind == "schema":
            self.require()
            self._schema()
        elif kind == "operation":
            self._ranges()
        elif "content" in fields and "content" in node:
            self._media_types()

    def fit(self) -> None:
        """Set right values that are not of the type of the schema."""
        fit_values(self.pointer, self.node, self._warn)

    def require(self) -> None:
        """Set right what properties say of themselves."""
        require_properties(self.pointer, self.node, self._warn)

    def _field(self, key: str, form: Container, kind: str) -> None:
        value = self.node[key]
        if form is Container.ONE:
            if isinstance(value, bool) and kind == "schema":
                return
            if not isinstance(value, dict):
                self._read(key, "an object", as_schema(value) if kind == "schema" else None)
        elif form is Container.LIST:
            if not isinstance(value, list):
                self._read(key, "an array", as_items(value, kind))
            if isinstance(self.node.get(key), list):
                self._members(key, kind, self.node[key])
        elif not isinstance(value, dict):
            self._drop(key, "an object")
        else:
            for name in list(value):
                if form is Container.MAP or not name.startswith("x-"):
                    self._object(value, name, kind, join(self.pointer, key, name))

    def _object(self, parent: dict[str, JSON], name: str, kind: str, pointer: str) -> None:
        value = parent[name]
        if name.startswith("x-") and _is_extension(value, kind):
            del parent[name]
            return
        if isinstance(value, dict) or (isinstance(value, bool) and kind == "schema"):
            return
        # An empty response or an unknown schema is said by leaving its value out; anything else is a mistake.
        self._warn(
            pointer, f"{shown_key(name)} must be an object, but is {_type(value)}; Fledge reads it as an empty one."
        )
        parent[name] = {}

    def _members(self, key: str, kind: str, value: list[JSON]) -> None:
        gone: list[str] = []
        for index, member in enumerate(value):
            pointer = f"{self.pointer}/{key}/{index}"
            if not (isinstance(member, dict) or (isinstance(member, bool) and kind == "schema")):
                self._warn(
                    pointer,
                    f"A member of {shown_key(key)} must be an object, but is {_type(member)}; Fledge ignores it.",
                )
                if kind == "schema":  # keeps its place, as references may count
                    value[index] = {}
                else:
                    gone.append(pointer)
                continue
            if kind == "parameter" and isinstance(member, dict):
                put_in_place(kind, pointer, member, self.tree, self._warn)
            if kind == "parameter" and isinstance(member, dict) and (problem := parameter_problem(member)):
                self._warn(pointer, f"A parameter {problem}; Fledge ignores it.")
                gone.append(pointer)
        remove_nodes(self.tree.root, gone, self.tree.source_map)

    def _text(self, key: str) -> None:
        value = self.node[key]
        if value is None:
            del self.node[key]
        elif isinstance(value, (dict, list)):
            self._drop(key, "a string")
        else:  # YAML: `version: 1.0`, `description: yes`
            self.node[key] = literal_text(value)

    def _names(self, key: str) -> None:
        value = self.node[key]
        if isinstance(value, list):
            self.node[key] = [literal_text(name) for name in value if isinstance(name, (str, int, float))]
            self._warn(
                f"{self.pointer}/{key}", f"{shown_key(key)} must be an array of strings; Fledge ignores other items."
            )
        else:
            self._read(key, "an array of strings", as_texts(value))

    def _text_map(self, key: str) -> None:
        value = self.node[key]
        if not isinstance(value, dict):
            self._drop(key, "an object")
            return
        for name in [name for name in value if not isinstance(value[name], str)]:
            if isinstance(value[name], (int, float)):  # YAML: `2: 2`
                value[name] = literal_text(value[name])
                continue
            message = f"A value of {shown_key(key)} must be a string, but is {_type(value[name])}; Fledge ignores it."
            self._warn(join(self.pointer, key, name), message)
            del value[name]

    def _schema(self) -> None:
        node = self.node
        for key in MISSPELT_REFERENCES:
            if isinstance(node.get(key), str) and "$ref" not in node:
                self.report.warning(
                    "wrong-type",
                    f"`{key}` is no keyword of a schema; Fledge ignores it.",
                    origin=self.tree.origin(join(self.pointer, key)),
                    hint="Write `$ref`.",
                )
        if "type" in node and not isinstance(node["type"], str):
            names = node["type"]
            if isinstance(names, list) and None in names:  # YAML: `[string, null]` without quotes
                names = node["type"] = ["null" if name is None else name for name in names]
            if not (isinstance(names, list) and names and all(isinstance(name, str) for name in names)):
                self._drop("type", "a string or an array of strings")
        for key in ("enum", "examples"):
            if key in node and not isinstance(node[key], list):
                if key == "examples" and isinstance(node[key], dict):
                    node[key] = list(node[key].values())  # as in media types
                else:
                    self._read(key, "an array", as_values(node[key]))

    def _tuple(self) -> None:
        """A list of schemas in `items` is `prefixItems` since JSON Schema 2020-12; OpenAPI 3.0 knows neither."""
        self._warn(
            f"{self.pointer}/items", "`items` must be an object, but is an array; Fledge reads it as `prefixItems`."
        )
        self.tree.renamed(f"{self.pointer}/prefixItems", f"{self.pointer}/items")
        self.node["prefixItems"] = self.node.pop("items")

    def _discriminator(self) -> None:
        """A text is the name of the property, as in Swagger 2.0."""
        self._warn(
            f"{self.pointer}/discriminator",
            "`discriminator` must be an object, but is a string; Fledge reads it as its `propertyName`.",
        )
        self.node["discriminator"] = {"propertyName": self.node["discriminator"]}

    def _ranges(self) -> None:
        """`4xx` means the range 4XX (OpenAPI 3.1, 4.8.16.2 spells it in capitals)."""
        responses = self.node.get("responses", {})
        if not any(MISSPELT_RANGE.fullmatch(key) and key.upper() not in responses for key in responses):
            return
        spelt: dict[str, JSON] = {}
        for key, response in responses.items():
            name = key.upper() if MISSPELT_RANGE.fullmatch(key) and key.upper() not in responses else key
            spelt[name] = response
            if name != key:
                at = f"{self.pointer}/responses"
                self.tree.renamed(f"{at}/{name}", f"{at}/{key}")
        self.node["responses"] = spelt

    def _media_types(self) -> None:
        """Some keys of `content` are no media types, but say what is meant: Litestar's "" for files, Java's `*`."""
        spelt: dict[str, JSON] = {}
        for key, value in self.node["content"].items():
            if key.startswith("x-") and "/" not in key:
                continue
            name = _MEDIA_TYPES.get(key.strip().lower(), key.strip())
            if key == "schema" and len(self.node["content"]) == 1:  # it stands where its media type should
                name = "application/json"
            name = key if name in self.node["content"] or name in spelt else name
            spelt[name] = value
            if name != key:
                at = join(self.pointer, "content")
                self.tree.renamed(join(at, name), join(at, key))
                self.report.note(
                    "media-type-invalid",
                    f"{shown_key(key)} is no media type; Fledge reads it as `{name}`.",
                    origin=self.tree.origin(join(at, key)),
                    hint="Write a type and a subtype, such as `application/json`.",
                )
        self.node["content"] = spelt

    def _read(self, key: str, expected: str, reading: Reading | None) -> None:
        """Take a value for what it can only mean; drop it if there is no such thing."""
        if reading is None:
            self._drop(key, expected)
            return
        at = join(self.pointer, key)
        self._warn(
            at,
            f"{shown_key(key)} must be {expected}, but is {_type(self.node[key])}; Fledge reads it as {reading.words}.",
        )
        self.node[key] = reading.value
        if isinstance(reading.value, list):
            for index, source in enumerate(reading.sources):
                self.tree.renamed(f"{at}/{index}", f"{at}{source}")

    def _drop(self, key: str, expected: str) -> None:
        value = self.node.pop(key)
        if value is not None or key in _NEVER_NULL or key in FLAG_FIELDS.get(self.kind, ()):
            self._warn(
                join(self.pointer, key),
                f"{shown_key(key)} must be {expected}, but is {_type(value)}; Fledge ignores it.",
            )

    def _warn(self, pointer: str, message: str) -> None:
        self.report.warning(
            "wrong-type",
            message,
            origin=self.tree.origin(pointer),
            hint="Correct the description here.",
        )


def _is_extension(value: JSON, kind: str) -> bool:
    """Whether a value beside objects of a kind is the value of an extension; properties and headers have any name."""
    if kind == "callback" and isinstance(value, dict):
        return not all(
            isinstance(item, dict) or key in ("$ref", "summary", "description") for key, item in value.items()
        )
    return kind not in ("schema", "header") and not isinstance(value, dict)


def _type(value: JSON) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return "a string"
        case int() | float():
            return "a number"
        case list():
            return "an array"
        case _:
            return "an object"
