# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime.model import Model, field


class Numbers(Model):
    any: int | float | None = None

    list_: float | int | None = field(name="list", default=None)

    text: float | str | int | None = None

    number: float | None = None

    both: int | None = None

    many: list[int | float] | None = None
