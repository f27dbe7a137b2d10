# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime.model import field
from .._runtime.open_model import OpenModel
from .._runtime.unions import union


class SettingObject(OpenModel):
    name: str | None = None

    value: float | None = None

    additional_properties: dict[str, int] = field(default_factory=lambda: {})
    """Properties that the description does not declare."""


if TYPE_CHECKING:
    Setting: TypeAlias = str | SettingObject
    """By name, or with its value."""
else:
    Setting = union(
        __name__,
        "Setting",
        (
            "str",
            "SettingObject",
        ),
    )
