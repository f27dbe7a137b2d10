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
    from .circle import Circle


class Round(Model):
    shape: str | None = None

    form: str | None = None


if TYPE_CHECKING:
    AnyRound: TypeAlias = Round | Circle
    """A `Round`, or one of the schemas that extend it."""
else:
    AnyRound = union(
        __name__,
        "AnyRound",
        (
            "Round",
            "Circle",
        ),
        discriminator="form",
        mapping={
            "Circle": "Circle",
            "circle": "Circle",
        },
    )
