# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.model import Model

if TYPE_CHECKING:
    from .참가자_ import 참가자


class 会话(Model):
    名称: str | None = None

    参与者: 참가자 | None = None
