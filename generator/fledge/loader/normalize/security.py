"""Security schemes of the configuration: a description has them as if it had said so itself."""

from __future__ import annotations

from collections.abc import Mapping

from fledge.config.security import SecuritySchemeConfig
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer
from fledge.loader.document_tree import DocumentTree
from fledge.openapi.json_values import JSON, as_object, deep_copy
from fledge.openapi.pointer import join


def add_security(tree: DocumentTree, schemes: Mapping[str, SecuritySchemeConfig], report: DiagnosticCollector) -> None:
    """Add schemes to a description, in place of its own ones of these names, each as an alternative for all operations.

    An operation that says itself what it requires keeps that. What messages say of a scheme is shown where it is
    configured.
    """
    if not schemes:
        return
    components = tree.root.setdefault("components", {})
    described = components.setdefault("securitySchemes", {})
    alternatives = [each for each in tree.root.get("security") or () if isinstance(each, dict)]
    for name, scheme in schemes.items():
        origin = tree.origin("")
        if scheme.document is not None:
            report.read(scheme.document)
            origin = SourcePointer(source=scheme.document.name, offset=scheme.offset)
        fields = deep_copy(dict(scheme.fields))
        if described.get(name) == fields and any(name in each for each in alternatives):
            report.warning(
                "security-no-effect",
                f"The description has the security scheme `{name}`, and requires it.",
                origin=origin,
                hint="Remove it from `security` in the configuration.",
            )
            continue
        described[name] = fields
        tree.moved(join("/components/securitySchemes", name), origin)
        if not any(name in each for each in alternatives):
            tree.moved(f"/security/{len(alternatives)}", origin)
            alternatives.append({name: _scopes(fields)})
    tree.root["security"] = alternatives


def _scopes(scheme: Mapping[str, JSON]) -> list[JSON]:
    """All scopes that the flows of OAuth 2.0 have."""
    flows = as_object(scheme.get("flows")).values()
    return list(dict.fromkeys(scope for flow in flows for scope in as_object(as_object(flow).get("scopes"))))
