# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal

from .._runtime.model import Model


class OldCat(Model):
    """Only received, so that the tag may be absent."""

    kind: Literal["cat"] | None = None

    age: int | None = None
