# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from .cat import Cat, CatDict
    from .dog import Dog, DogDict

if TYPE_CHECKING:
    Pet: TypeAlias = Cat | Dog
else:
    # only sent, never decoded
    Pet = Any


if TYPE_CHECKING:
    PetDict: TypeAlias = CatDict | DogDict
