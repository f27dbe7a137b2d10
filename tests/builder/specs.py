"""Small descriptions, as the loader hands them to the builder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fledge.builder.build import build
from fledge.builder.directions import SchemaDirections
from fledge.builder.models import ModelDrafts
from fledge.builder.names.resolve import PinnedNames
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer
from fledge.ir import Api
from fledge.openapi.document import Spec
from fledge.openapi.schemas.schemas import Schemas

NO_PINS = PinnedNames()


def spec_of(**parts: Any) -> Spec:
    """A description with these fields at its root."""
    root = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}, **parts}
    return Spec(root=root, source_map={"": SourcePointer(source="a.json")})


def spec_of_schemas(schemas: Mapping[str, Any], **parts: Any) -> Spec:
    """A description with these component schemas."""
    return spec_of(components={"schemas": schemas}, **parts)


def drafts_of(spec: Spec) -> tuple[ModelDrafts, DiagnosticCollector]:
    """The models of a description, on demand."""
    collector = DiagnosticCollector()
    schemas = Schemas(spec, collector)
    return ModelDrafts(spec, schemas, SchemaDirections(spec, schemas), collector), collector


def api_of(spec: Spec, **overrides: str) -> Api:
    """The Api of a description."""
    return build(spec, DiagnosticCollector(), overrides=overrides, locked_names={}, env_prefix="T")


def codes(collector: DiagnosticCollector) -> list[str]:
    """The codes of all diagnostics."""
    return [each.code for each in collector]


def component(key: str) -> str:
    """The pointer of a component schema."""
    return f"/components/schemas/{key}"


def body(schema: Any, media_type: str = "application/json") -> dict[str, Any]:
    """A request body or response with one media type."""
    return {"description": "d", "content": {media_type: {"schema": schema}}}


def ref(key: str) -> dict[str, str]:
    """A reference to a component schema."""
    return {"$ref": f"#/components/schemas/{key}"}
