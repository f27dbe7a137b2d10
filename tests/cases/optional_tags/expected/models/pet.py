# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime.unions import union

if TYPE_CHECKING:
    from .cat import Cat, CatDict
    from .dog import Dog, DogDict

if TYPE_CHECKING:
    Pet: TypeAlias = Cat | Dog
else:
    Pet = union(
        __name__,
        "Pet",
        (
            "Cat",
            "Dog",
        ),
        discriminator="kind",
        mapping={
            "Cat": "Cat",
            "Dog": "Dog",
        },
    )


if TYPE_CHECKING:
    PetDict: TypeAlias = CatDict | DogDict
