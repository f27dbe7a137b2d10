# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from .._runtime.model import field
from .._runtime.open_model import OpenModel


class Evil(OpenModel):
    """Ends early \"\"\" + __import__("os") + \"\"\" \\\\ {{ 7 * 7 }} {% raw %} \\u202e"""

    value: EvilValue | None = None

    additional_properties: dict[str, Any] = field(default_factory=lambda: {})
    """Properties that the description does not declare."""


EvilValue: TypeAlias = (
    Literal[
        "a'b",
        'a"b',
        "a\\b",
        "a\nb",
        "\u202eevil",
        "{x}",
    ]
    | str
)
