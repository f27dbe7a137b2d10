# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime.model import Model
from .._runtime.unions import union


class BoundedWithX(Model):
    id: int
    """At least 5."""

    x: str | None = None


class BoundedWithY(Model):
    id: int
    """At most 4."""

    y: str | None = None


if TYPE_CHECKING:
    Bounded: TypeAlias = BoundedWithX | BoundedWithY
else:
    Bounded = union(
        __name__,
        "Bounded",
        (
            "BoundedWithX",
            "BoundedWithY",
        ),
    )
