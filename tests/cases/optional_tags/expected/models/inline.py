# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from .._runtime.model import Model


class Inline(Model):
    target: Literal["inline"] = "inline"

    version: Literal[1] | None = None


if TYPE_CHECKING:

    class InlineDict(TypedDict):
        target: NotRequired[Literal["inline"]]
        version: NotRequired[Literal[1]]
