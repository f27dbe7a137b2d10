# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime.model import Model


class Pet(Model):
    name: str

    owner: str | None = None
    """Who bought it."""
