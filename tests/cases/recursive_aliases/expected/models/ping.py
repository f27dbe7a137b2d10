# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime.unions import union

if TYPE_CHECKING:
    from .pong import Pong

if TYPE_CHECKING:
    Ping: TypeAlias = dict[str, Pong]
else:
    Ping = union(
        __name__,
        "Ping",
        ("dict[str, Pong]",),
    )
