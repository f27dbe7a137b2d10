# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime.model import Model


class Pet(Model):
    """A pet."""

    id: str
    """Which one it is."""

    tag: int | None = None

    name: str
