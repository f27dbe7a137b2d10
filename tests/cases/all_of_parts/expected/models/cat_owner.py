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
    from .cat import Cat, CatDict


class CatOwner(Model, rename="camel"):
    pet: Cat | None = None

    pets: list[Cat] | None = None


if TYPE_CHECKING:

    class CatOwnerDict(TypedDict):
        pet: NotRequired[Cat | CatDict]
        pets: NotRequired[Sequence[Cat | CatDict]]
