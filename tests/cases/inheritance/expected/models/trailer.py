# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

from .._runtime.model import Model, field


class Trailer(Model):
    kind: str = field(default_factory=lambda: "Trailer")

    plate: str | None = None


if TYPE_CHECKING:

    class TrailerDict(TypedDict):
        kind: str
        plate: NotRequired[str]
