# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime.model import Model
from .._runtime.unions import union

if TYPE_CHECKING:
    from .box import Box
    from .circle import Circle
    from .round import Round


class Shape(Model):
    shape: str | None = None


if TYPE_CHECKING:
    AnyShape: TypeAlias = Shape | Box | Circle | Round
    """A `Shape`, or one of the schemas that extend it."""
else:
    AnyShape = union(
        __name__,
        "AnyShape",
        (
            "Shape",
            "Box",
            "Circle",
            "Round",
        ),
        discriminator="shape",
        mapping={
            "Box": "Box",
            "box": "Box",
        },
    )
