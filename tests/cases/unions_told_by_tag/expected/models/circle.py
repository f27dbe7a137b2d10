# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import ClassVar, Literal

from .._runtime.model import Model


class Circle(Model, tag_field="kind", tag="circle"):
    kind: ClassVar[Literal["circle"]] = "circle"
    """What it is."""

    radius: float
