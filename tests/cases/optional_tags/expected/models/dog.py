# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from .._runtime.model import Model


class Dog(Model):
    kind: Literal["Dog"] = "Dog"

    bark: str | None = None


if TYPE_CHECKING:

    class DogDict(TypedDict):
        kind: NotRequired[Literal["Dog"]]
        bark: NotRequired[str]
