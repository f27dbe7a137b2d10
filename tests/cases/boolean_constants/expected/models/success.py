# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.booleans import AlwaysTrue
from .._runtime.model import Model

if TYPE_CHECKING:
    from .always_true_model import AlwaysTrueModel


class Success(Model):
    ok: AlwaysTrue = True

    note: str | None = None

    model: AlwaysTrueModel | None = None
