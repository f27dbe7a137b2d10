# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime.model import UNSET, Model, Unset

if TYPE_CHECKING:
    from .kind import Kind


class Change(Model):
    status: ChangeStatus | None | Unset = UNSET

    kind: Kind | None | Unset = UNSET


ChangeStatus: TypeAlias = (
    Literal[
        "pending",
        "active",
    ]
    | str
)
