# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from .._runtime.model import Model


class Cat(Model):
    kind: Literal["Cat"] = "Cat"
    """Default: `Cat`."""

    lives: int | None = None


if TYPE_CHECKING:

    class CatDict(TypedDict):
        kind: NotRequired[Literal["Cat"]]
        lives: NotRequired[int]
