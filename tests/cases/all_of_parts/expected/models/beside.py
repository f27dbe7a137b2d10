# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from .._runtime.model import field
from .._runtime.open_model import OpenModel
from .._runtime.unions import union


class BesideWithX(OpenModel, rename="camel"):
    x: str | None = None

    additional_properties: dict[str, str] = field(default_factory=lambda: {})
    """Properties that the description does not declare."""


class BesideWithY(OpenModel, rename="camel"):
    y: str | None = None

    additional_properties: dict[str, str] = field(default_factory=lambda: {})
    """Properties that the description does not declare."""


if TYPE_CHECKING:
    Beside: TypeAlias = BesideWithX | BesideWithY
else:
    Beside = union(
        __name__,
        "Beside",
        (
            "BesideWithX",
            "BesideWithY",
        ),
    )


if TYPE_CHECKING:
    BesideDict: TypeAlias = Mapping[str, object]
