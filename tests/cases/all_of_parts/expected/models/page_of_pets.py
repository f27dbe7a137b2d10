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
    from .pet import Pet, PetDict


class PageOfPets(Model, rename="camel"):
    total: int | None = None

    items: list[Pet] | None = None


if TYPE_CHECKING:

    class PageOfPetsDict(TypedDict):
        total: NotRequired[int]
        items: NotRequired[Sequence[Pet | PetDict]]
