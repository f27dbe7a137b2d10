# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime.model import Model


class Create(Model):
    """Asks for `channel`, or `people`."""

    channel: str | None = None

    people: list[str] | None = None
