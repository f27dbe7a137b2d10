# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime import OpenModel, field


class Open(OpenModel):
    extra_: str | None = field(name="extra", default=None)

    extra: dict[str, int] = field(default_factory=lambda: {})
    """Properties that are not declared."""
