# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime.model import Model
from .._runtime.unions import union


class PartFilePart(Model):
    type: str

    url: str | None = None


class PartTextPart(Model):
    type: str

    text: str | None = None


if TYPE_CHECKING:
    Part: TypeAlias = PartTextPart | PartFilePart
else:
    Part = union(
        __name__,
        "Part",
        (
            "PartTextPart",
            "PartFilePart",
        ),
        discriminator="type",
        mapping={
            "FILE": "PartFilePart",
            "FilePart": "PartFilePart",
            "TEXT": "PartTextPart",
            "TextPart": "PartTextPart",
        },
    )
