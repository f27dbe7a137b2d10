# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model, field


class Cat(Model):
    type: Literal["cat"] = field(default_factory=lambda: "cat")

    kind: Literal[7] = field(default_factory=lambda: 7)

    sound: Literal["meow"] | None = None
