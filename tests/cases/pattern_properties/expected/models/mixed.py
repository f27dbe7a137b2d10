# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime import OpenModel, field


class Mixed(OpenModel):
    id: str | None = None

    extra: dict[str, str] = field(default_factory=lambda: {})
    """Properties that are not declared."""
