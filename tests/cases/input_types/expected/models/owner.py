# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._runtime.model import Model

if TYPE_CHECKING:
    from .pet import Pet, PetInput, PetInputDict


class Owner(Model):
    id: str

    pets: list[Pet] | None = None


class OwnerInput(Model):
    pets: list[PetInput] | None = None


if TYPE_CHECKING:

    class OwnerInputDict(TypedDict):
        pets: NotRequired[Sequence[PetInput | PetInputDict]]
