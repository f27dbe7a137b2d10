# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from .._runtime.model import UNSET, Model, Unset, field

if TYPE_CHECKING:
    from .owner import Owner


class Pet(Model):
    name: str
    """What it is called."""

    kind: Literal["pet"] = field(default_factory=lambda: "pet")

    timeout: int

    owner: Owner | None = None

    friends: list[Owner] | None = None

    birth: date | None | Unset = UNSET
