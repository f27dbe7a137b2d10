# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal

from .._runtime import Model, field


class Cat(Model):
    kind: Literal["cat"] = field(default_factory=lambda: "cat")

    lives: int | None = None
