# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime.model import Model
from .._runtime.unions import union


class RequiredAloneWithX(Model):
    id: int

    x: str | None = None


class RequiredAloneWithY(Model):
    id: int

    y: str | None = None


if TYPE_CHECKING:
    RequiredAlone: TypeAlias = RequiredAloneWithX | RequiredAloneWithY
else:
    RequiredAlone = union(
        __name__,
        "RequiredAlone",
        (
            "RequiredAloneWithX",
            "RequiredAloneWithY",
        ),
    )
