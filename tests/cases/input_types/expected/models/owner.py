# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import Model

if TYPE_CHECKING:
    from .pet import Pet, PetInput


class Owner(Model):
    id: str

    pets: list[Pet] | None = None


class OwnerInput(Model):
    pets: list[PetInput] | None = None
