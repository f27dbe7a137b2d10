# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime.model import Model
from .._runtime.unions import union

if TYPE_CHECKING:
    from .cat import Cat
    from .dog import Dog


class Pet(Model):
    type: PetType | None = None


PetType: TypeAlias = (
    Literal[
        "Cat",
        "dog",
    ]
    | str
)


if TYPE_CHECKING:
    AnyPet: TypeAlias = Pet | Cat | Dog
    """A `Pet`, or one of the schemas that extend it."""
else:
    AnyPet = union(
        __name__,
        "AnyPet",
        (
            "Pet",
            "Cat",
            "Dog",
        ),
        discriminator="type",
        mapping={
            "Cat": "Cat",
            "dog": "Dog",
        },
    )
