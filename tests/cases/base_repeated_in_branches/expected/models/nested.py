# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.model import Model


class NestedA(Model, tag_field="kind", tag="a"):
    kind: Literal["a"] = "a"

    data: NestedAData | None = None


class NestedAData(Model):
    id: int | None = None

    x: str | None = None


class NestedB(Model, tag_field="kind", tag="b"):
    kind: Literal["b"] = "b"

    data: NestedBData | None = None


class NestedBData(Model):
    id: int | None = None

    y: str | None = None


Nested: TypeAlias = NestedA | NestedB
