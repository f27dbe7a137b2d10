# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._runtime.model import Model, field


class Dog(Model):
    """Does not declare the discriminator."""

    name: str | None = None

    kind: str = field(default_factory=lambda: "Dog")


if TYPE_CHECKING:

    class DogDict(TypedDict):
        name: NotRequired[str]
        kind: str
