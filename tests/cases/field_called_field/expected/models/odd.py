# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model, field as _field


class Odd(Model):
    field: str | None = _field(name="Field", default=None)

    define: str | None = _field(name="Define", default=None)

    kind: Literal["a"] = "a"
