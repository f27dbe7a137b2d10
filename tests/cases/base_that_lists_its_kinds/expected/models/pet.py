# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime import union

if TYPE_CHECKING:
    from .cat import Cat
    from .dog import Dog

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
            "cat": "Cat",
            "dog": "Dog",
        },
    )
