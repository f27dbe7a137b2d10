# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._runtime.model import Model


class OtherPet(Model):
    kind: str | None = None

    name: str | None = None

    species: str | None = None


if TYPE_CHECKING:

    class OtherPetDict(TypedDict):
        kind: NotRequired[str]
        name: NotRequired[str]
        species: NotRequired[str]
