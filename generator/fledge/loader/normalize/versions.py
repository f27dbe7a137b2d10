"""Which version of OpenAPI a description is of: by what it says, or by what it holds where the two cannot both be true."""

from __future__ import annotations

import re
from collections.abc import Mapping

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.similar_names import most_similar
from fledge.diagnostics.source import SourcePointer, SourceText
from fledge.loader.document_tree import DocumentTree
from fledge.loader.other_formats import format_hint, other_format
from fledge.openapi.json_values import JSON, as_array, as_object
from fledge.openapi.objects import METHODS, walk_objects
from fledge.openapi.pointer import join

SUPPORTED = "Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2"

_KEYS = ("openapi", "swagger", "swaggerVersion")
_VERSION = re.compile(r"3\.\d")
_PLAIN = re.compile(r"\s*(3\.[012])(?:\.\d+)?(?:-[\w.]+)?\s*")
_MEANT = re.compile(r"\s*(?:openapi|swagger|version|v)?[\s:]*(?:(3\.[012])\b[\w.-]*|(3|2)(?:\.0)*)\s*", re.IGNORECASE)
_NAME_ANOTHER = 'Name a file that begins with `"openapi": "3.1.0"` or another version.'

_ONLY_IN_2 = frozenset(
    ("host", "basePath", "schemes", "consumes", "produces", "definitions", "parameters", "responses")
) | {"securityDefinitions"}
_ONLY_IN_3 = frozenset(("components", "servers", "webhooks", "jsonSchemaDialect"))
_ONLY_IN_3_1 = frozenset(("webhooks", "jsonSchemaDialect"))
"""Keys of the root that other versions do not have."""


def read_version(tree: DocumentTree, report: DiagnosticCollector) -> str | None:
    """The version as "2.0", "3.0", "3.1" or "3.2"; None, with an error, where it is another or there is none.

    Where a description says what it cannot be, it is read as what it holds, with a warning, and says so from then on.
    """
    document, root = tree.source, tree.root
    key = next((key for key in _KEYS if key in root), None)
    if key is None:
        _report_missing(document, root, report)
        return None
    value = root[key]
    text = str(value) if isinstance(value, (str, float, int)) and not isinstance(value, bool) else ""
    plain, meant = _PLAIN.fullmatch(text), _MEANT.fullmatch(text)
    if key == "openapi" and plain and not _is_swagger(root):
        return plain[1]
    if key == "swagger" and text.strip() in ("2.0", "2"):
        return "2.0"
    if meant is None or key == "swaggerVersion":
        _report_unsupported(document, key, text, report)
        return None
    version = _version_inside(root, meant[1] or meant[2])
    name = "Swagger 2.0" if version == "2.0" else f"OpenAPI {version}"
    report.warning(
        "version-mismatch",
        f"The description says that it is `{key}: {text.strip()[:30]}`; by what it holds, Fledge reads it as {name}.",
        origin=SourcePointer(source=document.name, pointer=f"/{key}"),
        hint='Write `swagger: "2.0"`.' if version == "2.0" else f'Write `openapi: "{version}.0"`.',
    )
    _state(tree, key, version)
    return version


def _state(tree: DocumentTree, key: str, version: str) -> None:
    """Let the root say the version in the way of the standard."""
    root = dict(tree.root)
    tree.root.clear()
    stated, text = ("swagger", "2.0") if version == "2.0" else ("openapi", f"{version}.0")
    tree.root[stated] = text
    tree.root.update({name: value for name, value in root.items() if name not in ("openapi", "swagger")})
    if stated != key:
        tree.moved(f"/{stated}", tree.origin(f"/{key}"))


def _version_inside(root: Mapping[str, JSON], stated: str) -> str:
    """The version of what a description holds; it states one that is only a hint."""
    if _is_swagger(root) or (stated == "2" and not _is_openapi(root)):
        return "2.0"
    if stated.startswith("3."):
        return stated
    newer = not _ONLY_IN_3_1.isdisjoint(root) or any(
        kind == "schema" and ("const" in node or isinstance(node.get("type"), list))
        for kind, _, node in walk_objects(root)
    )
    return "3.1" if newer else "3.0"


def _is_swagger(root: Mapping[str, JSON]) -> bool:
    """Whether a description holds what only Swagger 2.0 has, and nothing that only OpenAPI 3 has."""
    if not _ONLY_IN_3.isdisjoint(root):
        return False
    is_old = not _ONLY_IN_2.isdisjoint(root)
    for operation in _operations(root):
        if "requestBody" in operation or any("content" in as_object(each) for each in _values(operation, "responses")):
            return False
        is_old = is_old or any(
            as_object(each).get("in") in ("body", "formData") for each in as_array(operation.get("parameters"))
        )
    return is_old


def _is_openapi(root: Mapping[str, JSON]) -> bool:
    """Whether a description holds what only OpenAPI 3 has."""
    return not _ONLY_IN_3.isdisjoint(root) or any(
        "requestBody" in operation or any("content" in as_object(each) for each in _values(operation, "responses"))
        for operation in _operations(root)
    )


def _operations(root: Mapping[str, JSON]) -> list[dict[str, JSON]]:
    items = map(as_object, _values(root, "paths"))
    return [as_object(item[method]) for item in items for method in METHODS if method in item]


def _values(node: Mapping[str, JSON], key: str) -> list[JSON]:
    return list(as_object(node.get(key)).values())


def _report_missing(document: SourceText, root: Mapping[str, JSON], report: DiagnosticCollector) -> None:
    kind = other_format(document.text)
    versions = {key.casefold(): key for key, version in root.items() if _VERSION.match(str(version))}
    close = versions.get(most_similar("openapi", versions) or "", "")
    hint = f"Did you mean `openapi` by `{close}`?" if close else _NAME_ANOTHER
    report.error(
        "not-openapi",
        f"This is {kind or 'not an OpenAPI description: its root has no `openapi`'}.",
        origin=SourcePointer(source=document.name, pointer=join("", close) if close else ""),
        hint=format_hint(kind) if kind else hint,
    )


def _report_unsupported(document: SourceText, key: str, text: str, report: DiagnosticCollector) -> None:
    origin = SourcePointer(source=document.name, pointer=f"/{key}")
    if key != "openapi" and text.startswith("1"):
        report.error(
            "version-unsupported",
            f"Fledge does not support Swagger {text}; it supports {SUPPORTED}.",
            origin=origin,
            hint="Convert it to OpenAPI 3, for example with the Swagger Converter.",
        )
        return
    shown = f"{key} {text[:30]}" if text else f"the value of `{key}`"
    report.error(
        "version-unsupported",
        f"Fledge does not support {shown}; it supports {SUPPORTED}.",
        origin=origin,
        hint='Write the version of the description, such as "3.1.0".',
    )
