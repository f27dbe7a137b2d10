# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime.model import field
from .._runtime.open_model import OpenModel


class Open(OpenModel):
    extra_: str | None = field(name="extra", default=None)

    extra: dict[str, int] = field(default_factory=lambda: {})
    """Properties that are not declared."""
