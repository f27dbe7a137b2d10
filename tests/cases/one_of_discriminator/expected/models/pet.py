# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime.unions import union

if TYPE_CHECKING:
    from .cat import Cat
    from .dog import Dog

if TYPE_CHECKING:
    Pet: TypeAlias = Dog | Cat
    """A pet."""
else:
    Pet = union(
        __name__,
        "Pet",
        (
            "Dog",
            "Cat",
        ),
        discriminator="type",
        mapping={
            "Cat": "Cat",
            "Dog": "Dog",
            "cat": "Cat",
            "dog": "Dog",
        },
    )
