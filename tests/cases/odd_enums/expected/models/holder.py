# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import Model

if TYPE_CHECKING:
    from .mixed import Mixed


class Holder(Model):
    n: None

    m: Mixed | None = None

    o: None = None
