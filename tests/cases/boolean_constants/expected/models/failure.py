# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime.booleans import AlwaysFalse, AlwaysTrue
from .._runtime.model import Model


class Failure(Model):
    ok: AlwaysFalse = False

    note: str | None = None

    gone: AlwaysTrue | None = None
