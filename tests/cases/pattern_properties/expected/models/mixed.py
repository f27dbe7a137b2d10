# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime.model import field
from .._runtime.open_model import OpenModel


class Mixed(OpenModel):
    id: str | None = None

    additional_properties: dict[str, str] = field(default_factory=lambda: {})
    """Properties that the description does not declare."""
