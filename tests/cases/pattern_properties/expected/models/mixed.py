# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime.model import field
from .._runtime.open_model import OpenModel


class Mixed(OpenModel):
    id: str | None = None

    extra: dict[str, str] = field(default_factory=lambda: {})
    """Properties that are not declared."""
