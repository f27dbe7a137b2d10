# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime.model import Model

if TYPE_CHECKING:
    from .kind import Kind


class Change(Model):
    status: ChangeStatus | None = None

    kind: Kind | None = None


ChangeStatus: TypeAlias = (
    Literal[
        "pending",
        "active",
    ]
    | str
)
