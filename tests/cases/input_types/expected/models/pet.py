# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._runtime.model import Model

if TYPE_CHECKING:
    from .owner import Owner, OwnerInput, OwnerInputDict
    from .tag import Tag, TagDict


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


if TYPE_CHECKING:

    class PetInputDict(TypedDict):
        name: str
        secret: str
        owner: NotRequired[OwnerInput | OwnerInputDict]
        tag: NotRequired[Tag | TagDict]
