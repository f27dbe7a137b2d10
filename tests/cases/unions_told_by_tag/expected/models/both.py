# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model, field


class Both(Model):
    a: Literal["x"] = field(default_factory=lambda: "x")

    b: Literal["y"] = field(default_factory=lambda: "y")
