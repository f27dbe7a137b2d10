# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.model import Model


class RequiredA(Model, tag_field="kind", tag="a"):
    kind: Literal["a"] = "a"

    x: str | None = None


class RequiredB(Model, tag_field="kind", tag="b"):
    kind: Literal["b"] = "b"

    y: str | None = None


Required: TypeAlias = RequiredA | RequiredB
