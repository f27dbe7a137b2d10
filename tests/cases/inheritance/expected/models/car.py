# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._runtime.model import Model, field


class Car(Model):
    kind: str = field(default_factory=lambda: "car")

    plate: str | None = None

    doors: int | None = None


if TYPE_CHECKING:

    class CarDict(TypedDict):
        kind: str
        plate: NotRequired[str]
        doors: NotRequired[int]
