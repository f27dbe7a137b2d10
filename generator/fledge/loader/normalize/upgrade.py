"""OpenAPI 3.0 in, 3.1 semantics out, so that no later step asks for a version."""

from __future__ import annotations

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.plural import repeated
from fledge.loader.document_tree import DocumentTree
from fledge.loader.normalize.ineffective_keywords import IneffectiveKeywords
from fledge.loader.normalize.readings import is_flag_set
from fledge.openapi.json_values import JSON, as_object, reference_of
from fledge.openapi.media_types import is_multipart
from fledge.openapi.objects import REFERABLE, walk_objects
from fledge.openapi.pointer import find, split
from fledge.openapi.schemas.schema import implied_types

_BESIDE_REF = (
    "$ref",
    "description",
    "summary",
    "title",
    "deprecated",
    "readOnly",
    "writeOnly",
    "default",
    "example",
)
_OUTSIDE = (
    "title",
    "description",
    "default",
    "example",
    "examples",
    "deprecated",
    "readOnly",
    "writeOnly",
    "externalDocs",
    "xml",
)
"""The annotations that stay with the place when a schema is wrapped: they speak of the whole."""

_COMPOSITES = ("$ref", "allOf", "oneOf", "anyOf")


_EXCLUSIVE = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}


def upgrade(tree: DocumentTree, version: str, report: DiagnosticCollector) -> list[dict[str, JSON]]:
    """Lift a draft of a version, in place: schemas, and what stands beside references.

    Return the objects with a `$ref`.
    """
    old = version == "3.0"
    leftover: list[str] = []
    vendor: list[str] = []
    references: list[dict[str, JSON]] = []
    ineffective = IneffectiveKeywords()
    for kind, pointer, node in walk_objects(tree.root):
        if kind == "schema":
            if "x-nullable" in node and "nullable" not in node and is_flag_set(node["x-nullable"]):
                node["nullable"] = True
                vendor.append(pointer)
            ineffective.look(pointer, node)
            if "exclusiveMinimum" in node or "exclusiveMaximum" in node:
                _bounds(node)
            if old and "$ref" in node:
                _siblings(tree, pointer, node, report)
            if "nullable" in node:
                if not old and "x-nullable" not in node:
                    leftover.append(pointer)
                _nullable(tree, pointer, node)
        elif kind == "encoding":
            if old and "contentType" in node and is_multipart(split(pointer)[-3]):
                _unstyle(node)
        elif "$ref" in node and kind in REFERABLE and kind not in ("path", "operation"):
            _beside_reference(tree, pointer, node, report)
        if "$ref" in node and kind in REFERABLE and isinstance(node["$ref"], str):
            references.append(node)
    if leftover:
        report.note(
            "nullable-outdated",
            f"OpenAPI {version} has no `nullable`; Fledge reads it as in 3.0{repeated(len(leftover))}.",
            origin=tree.origin(leftover[0]),
            hint='Write `type: [..., "null"]`.',
        )
    if vendor:
        report.note(
            "nullable-outdated",
            f"`x-nullable` is of Swagger 2.0; Fledge reads it as `nullable`{repeated(len(vendor))}.",
            origin=tree.origin(f"{vendor[0]}/x-nullable"),
            hint="Write `nullable: true`." if old else 'Write `type: [..., "null"]`.',
        )
    ineffective.report(tree, report)
    tree.root["openapi"] = "3.1.0" if version != "3.2" else str(tree.root["openapi"]).strip()
    return references


def _bounds(schema: dict[str, JSON]) -> None:
    """`exclusiveMinimum: true` beside `minimum: 5` becomes `exclusiveMinimum: 5` (JSON Schema draft 4 to 6)."""
    for exclusive, bound in _EXCLUSIVE.items():
        if isinstance(schema.get(exclusive), bool):
            if schema[exclusive] and bound in schema:
                schema[exclusive] = schema.pop(bound)
            else:
                del schema[exclusive]


def _unstyle(encoding: dict[str, JSON]) -> None:
    """Only the forms of a query have styles in 3.0 (4.7.15); in 3.1, a style voids the `contentType` beside it.

    Without one a style stays: providers such as Stripe mean it.
    """
    for field in ("style", "explode", "allowReserved"):
        encoding.pop(field, None)


def _beside_reference(tree: DocumentTree, pointer: str, node: dict[str, JSON], report: DiagnosticCollector) -> None:
    """OpenAPI 3.1, 4.8.23: a Reference Object that is no schema has no other fields than a summary and a description."""
    reference = reference_of(node)
    target = as_object(find(tree.root, reference[1:])) if reference and reference[:1] == "#" else {}
    others = {key: node[key] for key in node if key not in ("$ref", "summary", "description") and key[:2] != "x-"}
    for key in others:
        del node[key]
    ignored = [key for key, value in others.items() if target.get(key, ...) != value]
    if ignored:
        report.note(
            "ref-siblings-ignored",
            f"Beside a $ref, OpenAPI ignores {', '.join(ignored)}.",
            origin=tree.origin(pointer),
            hint="Write them where the $ref leads to, or the whole object here.",
        )


def _siblings(tree: DocumentTree, pointer: str, schema: dict[str, JSON], report: DiagnosticCollector) -> None:
    """OpenAPI 3.0, 4.7.23: what stands beside a `$ref` is ignored. What only describes the place is worth keeping."""
    ignored = [key for key in schema if key not in (*_BESIDE_REF, "nullable") and key[:2] != "x-"]
    for key in ignored:
        del schema[key]
    telling = [key for key in ignored if key != "type"]
    if telling:
        report.note(
            "ref-siblings-ignored",
            f"Beside a $ref, OpenAPI 3.0 ignores {', '.join(telling)}.",
            origin=tree.origin(pointer),
            hint="Put the $ref and the other keywords into an allOf.",
        )


def _nullable(tree: DocumentTree, pointer: str, schema: dict[str, JSON]) -> None:
    """Take `nullable` away, and say null the way of 3.1.

    OpenAPI 3.0.3 lets it count beside a `type` only; authors mean it everywhere.
    """
    if not schema.pop("nullable"):
        return
    if any(key in schema for key in _COMPOSITES):
        rest = {key: value for key, value in schema.items() if key not in _OUTSIDE and key[:2] != "x-"}
        here, null = tree.origin(pointer), tree.origin(f"{pointer}/nullable")
        for key in rest:
            del schema[key]
        schema["anyOf"] = [rest, {"type": "null"}]
        tree.moved(f"{pointer}/anyOf", here)
        tree.moved(f"{pointer}/anyOf/0", here)
        tree.moved(f"{pointer}/anyOf/1", null)
        return
    if isinstance(schema.get("enum"), list) and None not in schema["enum"]:
        schema["enum"] = [*schema["enum"], None]
    if "const" in schema and schema["const"] is not None:
        schema["enum"] = [schema.pop("const"), None]
    kind = schema.get("type")
    if isinstance(kind, str) and kind != "null":
        schema["type"] = [kind, "null"]
    elif isinstance(kind, list) and "null" not in kind:
        schema["type"] = [*kind, "null"]
    elif kind is None and (implied := implied_types(schema)):
        schema["type"] = [*implied, "null"]
