# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model


class Cat(Model):
    type: Literal["cat"] = "cat"

    kind: Literal[7] = 7

    sound: Literal["meow"] | None = None
