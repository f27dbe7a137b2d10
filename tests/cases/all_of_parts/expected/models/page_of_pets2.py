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


class PageOfPets2(Model, rename="camel"):
    items: list[Pet] | None = None

    total: int | None = None


if TYPE_CHECKING:

    class PageOfPets2Dict(TypedDict):
        items: NotRequired[Sequence[Pet | PetDict]]
        total: NotRequired[int]
