# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model


class Cat(Model, tag_field="kind", tag="cat"):
    kind: Literal["cat"] = "cat"

    lives: int | None = None
