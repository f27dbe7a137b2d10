# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime.unions import union

if TYPE_CHECKING:
    from .ping import Ping

if TYPE_CHECKING:
    Pong: TypeAlias = list[Ping]
else:
    Pong = union(
        __name__,
        "Pong",
        ("list[Ping]",),
    )
