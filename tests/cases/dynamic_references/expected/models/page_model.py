# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Any

from .._runtime.model import Model


class PageModel(Model):
    items: list[Any]
    """All of them."""

    next: str | None = None
