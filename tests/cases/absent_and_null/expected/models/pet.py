# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from .._runtime.model import Model


class Pet(Model):
    id: str

    owner: str | None

    name: str | None = None

    nick: str | None = None
