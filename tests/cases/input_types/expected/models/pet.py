# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import Model

if TYPE_CHECKING:
    from .owner import Owner, OwnerInput
    from .tag import Tag


class Pet(Model):
    id: str

    name: str

    secret: str | None = None

    owner: Owner | None = None

    tag: Tag | None = None


class PetInput(Model):
    name: str

    secret: str

    owner: OwnerInput | None = None

    tag: Tag | None = None
