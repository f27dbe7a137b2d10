# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from .._runtime.model import Model


class Zip(Model):
    target: Literal["zip"] = "zip"

    version: Literal[1] | None = None


if TYPE_CHECKING:

    class ZipDict(TypedDict):
        target: NotRequired[Literal["zip"]]
        version: NotRequired[Literal[1]]
