"""The keys of the description's components (OpenAPI 3.2.0, 4.7)."""

from __future__ import annotations


from fledge.openapi.document import Spec


def component_keys(spec: Spec, section: str) -> tuple[str, ...]:
    """The keys of one section of `components`, in the order of the description."""
    components = spec.root.get("components")
    stated = components.get(section) if isinstance(components, dict) else None
    return tuple(stated) if isinstance(stated, dict) else ()
