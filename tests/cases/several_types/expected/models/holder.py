# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime.model import Model


class Holder(Model):
    target: HolderTargetObject | str | None = None

    each: list[HolderEachItemObject | int | None] | None = None

    map: dict[str, bool | HolderMapValueObject] | None = None


class HolderEachItemObject(Model):
    y: str | None = None


class HolderMapValueObject(Model):
    x: str | None = None


class HolderTargetObject(Model):
    z: int
