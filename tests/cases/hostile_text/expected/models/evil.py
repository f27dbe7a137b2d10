# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime import Model, field


class Evil(Model):
    """Ends early \"\"\" + __import__("os") + \"\"\" \\\\ {{ 7 * 7 }} {% raw %} \\u202e"""

    value: EvilValue | None = None

    import_os: str | None = field(name='"];import os;["', default=None)
    """back\\slash " at the end"."""


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
